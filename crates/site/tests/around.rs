//! What stands around the lessons of the real course: contents, symbols, bibliography, coverage, handouts, pictures.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The course, built once.
static SITE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let out = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    ponder_site::build(&root, out.path()).unwrap_or_else(|problems| panic!("{problems}"));
    out
});

fn read(name: &str) -> String {
    fs::read_to_string(SITE.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of the lessons: `02-gradient-descent`, in order.
fn lessons() -> Vec<String> {
    let files = fs::read_dir(SITE.path().join("lessons")).unwrap().map(|file| file.unwrap().file_name());
    let mut names: Vec<_> = files.filter_map(|name| Some(name.to_str()?.strip_suffix(".html")?.to_owned())).collect();
    names.sort();
    names
}

#[test]
fn every_page_lists_the_course_and_a_lesson_knows_its_place() {
    let names = lessons();
    // The playground is the fourteenth.
    let mut all: Vec<_> = names.iter().map(|name| format!("lessons/{name}.html")).collect();
    all.insert(names.iter().filter(|name| name[..2] < *"14").count(), "playground.html".into());
    for name in &names {
        let html = read(&format!("lessons/{name}.html"));
        for other in &all {
            assert!(html.contains(&format!("href=\"../{other}\"")), "{name} has no way to {other}");
        }
        let number: usize = name[..2].parse().unwrap();
        assert!(html.contains(&format!("<p class=\"number\">Lesson {number} of ")), "{name}");
        let way = |rel: &str, other: Option<&String>| {
            let link = other.map(|other| format!("rel=\"{rel}\" href=\"../{other}\""));
            assert_eq!(html.contains(&format!("rel=\"{rel}\"")), link.is_some(), "{name} {rel}");
            assert!(link.is_none_or(|link| html.contains(&link)), "{name} {rel}");
        };
        let at = all.iter().position(|href| href.ends_with(&format!("{name}.html"))).unwrap();
        way("prev", at.checked_sub(1).and_then(|before| all.get(before)));
        way("next", all.get(at + 1));
        assert!(html.contains("Nothing leaves this page"), "{name}");
    }
    let playground = read("playground.html");
    assert!(playground.contains("<p class=\"number\">Lesson 14 of "), "it knows its place");
    assert!(
        playground.contains("<ponder-figure controls=\"playground\"")
            && playground.contains("rel=\"prev\" href=\"lessons/13-")
    );
    assert!(!playground.contains("<!-- ponder:"), "every place is filled");
    assert!(
        playground.contains("href=\"#v=1&amp;surface=saddle&amp;run=") && !playground.contains("#try-"),
        "links open what they say"
    );
}

#[test]
fn sources_and_symbols_lead_to_the_lesson_and_back() {
    let bibliography = read("bibliography.html");
    for name in lessons() {
        let html = read(&format!("lessons/{name}.html"));
        let keys: Vec<_> =
            html.split("href=\"../bibliography.html#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(!keys.is_empty(), "{name}");
        for key in keys {
            let entry =
                bibliography.split(&format!("<li id=\"{key}\">")).nth(1).expect(key).split("</li>").next().unwrap();
            assert!(entry.contains(&format!("href=\"lessons/{name}.html\"")), "{key} does not name {name}");
        }
    }
    let symbols = read("symbols.html");
    assert_eq!(symbols.matches("<td data-notation=").count(), 4 * symbols.matches("<tbody id=").count());
    assert!(symbols.contains("First in <a href=\"lessons/02-gradient-descent.html#S1-20\">lesson 2</a>"), "{symbols}");
    assert!(
        !symbols.contains("hidden") || symbols.matches(" hidden").count() == 1,
        "without JavaScript nothing is hidden but the switch"
    );
}

#[test]
fn a_row_that_is_met_has_its_anchor_and_its_test() {
    let (coverage, lesson) = (read("coverage.html"), read("lessons/02-gradient-descent.html"));
    assert_eq!(coverage.matches("<th scope=\"row\">").count(), 278 + 66 + 22);
    let row = |id: &str| {
        coverage.split(&format!("<th scope=\"row\">{id}</th>")).nth(1).expect(id).split("</tr>").next().unwrap()
    };
    assert!(
        row("S1-26").contains("02-gradient-descent.html#S1-26") && row("S1-26").contains("s1_26_"),
        "{}",
        row("S1-26")
    );
    assert!(row("S1-24").contains("02-gradient-descent.html#S1-24"));
    assert!(row("S1-28").contains("the build: figure descent"), "{}", row("S1-28"));
    assert!(row("S1-18").contains("the words “So send a walker instead”"), "{}", row("S1-18"));
    for id in ["S1-18", "S1-27", "S1-100", "E7", "C3"] {
        let anchor = format!("<span id=\"{id}\" class=\"mark\"></span>");
        let before = lesson.split(&anchor).next().unwrap();
        assert!(lesson.contains(&anchor), "{id}");
        assert_eq!(
            before.matches("<template").count(),
            before.matches("</template>").count(),
            "{id} is where no link finds it"
        );
    }
}

#[test]
fn a_handout_asks_without_answers_until_its_last_sheet() {
    let html = read("lessons/02-gradient-descent/handout.html");
    let (asks, answers) = html.split_once("<section class=\"last\">").unwrap();
    assert_eq!(asks.matches("<section class=\"sheet\">").count(), 5 + 3 + 3, "figures, derivations, closing questions");
    assert!(asks.contains("class=\"boxes\"") && asks.contains("class=\"blank") && !asks.contains("<strong>"));
    for told in ["sure and wrong learns slowly", "= (f - y)", "At step 183"] {
        assert!(!asks.contains(told), "{told}");
    }
    assert!(answers.contains("sure and wrong learns slowly") && answers.contains("At step 183"));
    assert!(!html.contains("<script"), "paper needs none");
}

#[test]
fn a_shared_link_has_a_picture_and_a_lesson_its_citation() {
    for name in lessons() {
        let png = fs::read(SITE.path().join(format!("social/{name}.png"))).unwrap();
        assert!(png.starts_with(b"\x89PNG") && png.len() > 10_000, "{name}: {} bytes", png.len());
        assert_eq!((&png[16..20], &png[20..24]), (&1200_u32.to_be_bytes()[..], &630_u32.to_be_bytes()[..]));
        let html = read(&format!("lessons/{name}.html"));
        assert!(html.contains(&format!("<meta property=\"og:image\" content=\"../social/{name}.png\">")));
        assert!(html.contains("@misc{ponder-"), "{name}");
    }
    let citation = read("CITATION.cff");
    assert!(citation.contains(&format!("version: {}\n", env!("CARGO_PKG_VERSION"))), "{citation}");
}
