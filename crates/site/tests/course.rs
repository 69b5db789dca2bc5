//! The real course, built: links, policy, posters, rows and their numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

/// What the site is made of: the paths inside it, and what its pages say.
struct Site {
    files: BTreeSet<PathBuf>,
    pages: BTreeMap<PathBuf, String>,
}

/// The site, built once for all tests.
fn site() -> &'static Site {
    static BUILT: LazyLock<Site> = LazyLock::new(|| {
        let out = tempfile::tempdir().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let written = ponder_site::build(&root, out.path()).unwrap_or_else(|problems| panic!("{problems}"));
        let files = written.iter().map(|path| path.strip_prefix(out.path()).unwrap().to_owned()).collect();
        let pages = written.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html"));
        let page =
            |path: &PathBuf| (path.strip_prefix(out.path()).unwrap().to_owned(), fs::read_to_string(path).unwrap());
        Site { pages: pages.map(page).collect(), files }
    });
    &BUILT
}

fn lesson(pages: &BTreeMap<PathBuf, String>) -> &str {
    &pages[Path::new("lessons/02-gradient-descent.html")]
}

/// The values of an attribute, wherever it stands.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let mark = format!(" {attribute}=\"");
    html.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// A page without its programs and snippets.
fn unprinted(html: &str) -> String {
    html.split("<pre").map(|part| part.split_once("</pre>").map_or(part, |(_, rest)| rest)).collect()
}

/// A page without what waits: templates, noscript, scripts.
fn shown(html: &str) -> String {
    let without = |html: String, tag: &str| -> String {
        let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
        let (first, rest) = html.split_once(&open).unwrap_or((&html, ""));
        let rest = rest.split(&open).filter_map(|part| Some(part.split_once(&close)?.1));
        std::iter::once(first).chain(rest).collect()
    };
    ["template", "noscript", "script"].into_iter().fold(html.to_owned(), without)
}

/// A path without `..`.
fn without_dots(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut path, part| {
        if part == Component::ParentDir {
            path.pop();
        } else {
            path.push(part);
        }
        path
    })
}

#[test]
fn every_link_is_relative_and_leads_somewhere() {
    let Site { files, pages } = site();
    for (path, html) in pages {
        let html = unprinted(html);
        let links = values(&html, "href").into_iter().chain(values(&html, "src"));
        let away = ["data:", "https://"];
        for link in links.filter(|link| !away.iter().any(|start| link.starts_with(start))) {
            // The page for wrong addresses is shown at any depth, so its links start at the root.
            let link = if path == Path::new("404.html") { link.strip_prefix('/').unwrap() } else { link };
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            assert!(!link.starts_with('/') && !link.contains("://"), "{}: {link}", path.display());
            let target = if file.is_empty() { path.clone() } else { without_dots(&path.parent().unwrap().join(file)) };
            let bundles = "ponder.js ponder-whole.js ponder.classic.js ponder.html ponder_lean_bg.wasm ponder_wasm_bg.wasm exhibits.js \
                           recall.js embed.js";
            let exists = bundles.split(' ').any(|name| file.ends_with(name))
                || files.iter().any(|path| path.starts_with(&target));
            assert!(exists, "{}: {link}", path.display());
            let there = pages.get(&target).map_or("", String::as_str);
            // What follows `#v=` is a figure.
            assert!(
                anchor.is_empty() || anchor.starts_with("v=") || there.contains(&format!(" id=\"{anchor}\"")),
                "{}: {link}",
                path.display()
            );
        }
    }
}

#[test]
fn pages_work_under_a_strict_policy() {
    for (path, html) in &site().pages {
        assert!(!html.contains(" style=\"") && !html.contains("<style"), "{}", path.display());
        for script in html.split("<script").skip(1) {
            assert!(!script.starts_with(" src=\"https:"), "{}", path.display());
            let tag = script.split('>').next().unwrap();
            assert!(tag.contains("application/json") || tag.contains(" src="), "{}: {tag}", path.display());
        }
        let handler =
            [" onclick=", " onload=", " onerror=", "javascript:"].into_iter().find(|word| html.contains(word));
        assert_eq!(handler, None, "{}", path.display());
    }
}

#[test]
fn nothing_of_the_sources_is_left_over() {
    for (path, html) in &site().pages {
        for mark in ["{{", "⟦", "```", "<!-- ponder:", "<!-- after"] {
            assert!(!html.contains(mark), "{}: {mark}", path.display());
        }
        let ids = values(&shown(html), "id").iter().map(ToString::to_string).collect::<Vec<_>>();
        assert!(ids.iter().all(|id| ids.iter().filter(|other| *other == id).count() == 1), "{ids:?}");
    }
}

#[test]
fn every_figure_has_its_recipe_its_poster_and_its_caption() {
    for (path, html) in &site().pages {
        let figures: Vec<_> = html.split("<figure class=\"live\"").skip(1).collect();
        let playground = path.as_os_str() == "playground.html";
        let asks = path.parent() == Some(Path::new("lessons")) || path.as_os_str() == "index.html" || playground;
        assert_eq!(figures.is_empty(), !asks, "{}", path.display());
        for figure in figures {
            let figure = figure.split("</figure>").next().unwrap();
            let json = figure.split("application/json\">").nth(1).unwrap().split("</script>").next().unwrap();
            let tree: ponder::Tree = serde_json::from_str(json).unwrap();
            ponder_plot::Figure::new(&tree).unwrap();
            // What is one click away from a claim's card is seen with JavaScript only.
            let counter =
                tree.get("title").and_then(ponder::Tree::text).is_some_and(|title| title.ends_with("where it fails"));
            assert!(counter || figure.contains("<svg class=\"poster "), "{}: {json}", path.display());
            // In the playground a caption would be wrong with the first change.
            let told = figure.contains("<figcaption>") && figure.contains("steps.");
            assert_eq!(told, !playground, "{}: {json}", path.display());
        }
    }
}

#[test]
fn the_poster_of_a_question_shows_no_step_after_it() {
    let pages = &site().pages;
    let html = lesson(pages);
    let descent = html.split("id=\"descent\"").nth(1).unwrap().split("</figure>").next().unwrap();
    // A dot is a stroke of one short step; a way walked has many.
    let walked = |svg: &str| {
        let strokes = svg.split("class=\"s-run-0\"").skip(1);
        strokes.filter_map(|stroke| stroke.split(" d=\"").nth(1)?.split('"').next()).any(|data| data.len() > 40)
    };
    assert!(!walked(descent), "the path would give the answer away");
    assert!(!walked(&pages[Path::new("index.html")]), "the cover asks before it tells its story");
}

#[test]
fn outcomes_and_answers_wait() {
    let pages = &site().pages;
    let shown = shown(lesson(pages));
    for outcome in
        ["2.43\u{a0}×\u{a0}10⁻¹¹", "0.017741", "0.407245", "At step 183", "sure and wrong, and almost nothing pulls"]
    {
        assert!(!shown.contains(outcome), "{outcome} is to be seen before any answer");
        assert!(lesson(pages).contains(outcome), "{outcome} is told nowhere");
    }
    assert!(shown.contains("id=\"answers\"") && !shown.contains("class=\"answers\">\n<li>"));
}

#[test]
fn the_rows_of_gradient_descent_and_their_numbers() {
    let pages = &site().pages;
    let html = lesson(pages);
    let told = |row: &str, words: &[&str]| words.iter().for_each(|word| assert!(html.contains(word), "{row}: {word}"));
    told("S1-19", &["<mn>180</mn>", "−0.00214", "<ponder-exhibit kind=\"dial\""]);
    told("S1-22", &["<ponder-exhibit kind=\"stepper\"", "−0.136"]);
    told("S1-24", &["<ponder-exhibit kind=\"tangent\"", "slope 0.62"]);
    told("S1-29 and S1-30", &["<ponder-exhibit kind=\"profile\"", "step 80: steepness 0.25"]);
    told("S1-21", &["<mo>|</mo>"]);
    // Shown with all digits; fifteen of them are the course's, the last is rounding's.
    told("S1-26", &["0.00549231921563986", "0.0077111592152144", "0.0094672"]);
    told("S1-27", &["0.415820", "0.415730", "0.414837", "0.407245", "0.017741", "2.43\u{a0}×\u{a0}10⁻¹¹"]);
    told("S1-27", &["<mn>1.791720</mn>", "<mn>2.282118</mn>"]);
    told(
        "S1-31 and C3",
        &["loss is still 0.405 with every rate", "<td class=\"right\">0.00083</td><td class=\"right\">876</td>"],
    );
    told("S1-23, S1-24, S1-100", &["each of the 5 lines is", "each of the 6 lines is", "each of the 4 lines is"]);
    told("rows", &["S1-18 to S1-31, S1-100, E3 to E8, C3"]);
}

#[test]
fn what_is_printed_adds_up() {
    let pages = &site().pages;
    let html = lesson(pages);
    let table = |before: &str| -> Vec<Vec<f64>> {
        let body =
            html.split(before).nth(1).unwrap().split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
        let number = |cell: &str| cell.split('<').next().unwrap().replace('−', "-").parse().unwrap_or(f64::NAN);
        body.split("<tr>").skip(1).map(|row| row.split("<td class=\"right\">").skip(1).map(number).collect()).collect()
    };
    let equal = |a: f64, b: f64, unit: f64| assert!((a - b).abs() < 0.5 * unit, "{a} is printed as {b}");
    let points = table("let each point pull");
    (1..=2).for_each(|column| equal(points[0][column] + points[1][column], points[2][column], 1e-6));
    let passes = table("<ponder-exhibit kind=\"stepper\"");
    for pass in passes.windows(2) {
        (1..=2).for_each(|column| equal(pass[0][column] - 2.0 * pass[0][column + 2], pass[1][column], 1e-3));
    }
}

#[test]
fn paper_asks_what_the_screen_asks() {
    let pages = &site().pages;
    let html = lesson(pages);
    assert_eq!(
        html.matches("<ol class=\"asked\">").count(),
        2 * (5 + 3),
        "on paper and without JavaScript, at five figures and three times at the end"
    );
    assert!(!shown(html).contains("class=\"asked\"") && html.contains("<b>At step 50.</b> Fifty steps"));
    let cover = &pages[Path::new("index.html")];
    assert!(!shown(cover).contains("overshoots less") && cover.contains("overshoots less"));
}

#[test]
fn a_reader_sees_typographic_apostrophes_and_a_table_of_every_figure() {
    for (path, html) in &site().pages {
        let words: Vec<char> = unprinted(html).chars().collect();
        let straight = words.windows(3).any(|w| w[0].is_alphabetic() && w[1] == '\'' && w[2].is_alphabetic());
        assert!(!straight && !html.contains("&#39;"), "{}", path.display());
        // The snippet builder shows what its author has chosen.
        if path == Path::new("embedding.html") {
            continue;
        }
        // Where the only question is how large the loss is, a table would tell.
        let figures = html.matches("<ponder-figure").count() - html.matches("\"views\":[\"fit\"]").count();
        assert_eq!(html.matches("\"table\"]").count(), figures, "{}", path.display());
    }
}

#[test]
fn a_claim_and_a_misprint_give_nothing_away_and_are_answered_at_the_end() {
    let pages = &site().pages;
    let html = &pages[Path::new("lessons/15-errata.html")];
    let shown = shown(html);
    for (kind, least) in [("bug", 5), ("claim", 2)] {
        let count = shown.matches(&format!("<ponder-exhibit kind=\"{kind}\"")).count();
        assert!(count >= least, "{count} of {kind}");
    }
    for words in ["It fails.", "It depends.", "data-verdict", "class=\"marked\"", "As it was meant"] {
        assert!(!shown.contains(words), "{words:?} shows before the reader has committed");
        assert!(html.contains(words), "{words:?}");
    }
    let answers = html.split("<section id=\"answers\"").nth(1).expect("answers");
    assert!(answers.contains("<b>C2. ") && answers.contains("Line 2 is wrong."), "claims and misprints are answered");
    let listed = (1..=66).filter(|n| html.contains(&format!("<div id=\"e{n}\">"))).count();
    assert_eq!(listed, 66, "every misprint is listed");
}

#[test]
fn units_and_averages_are_guessed_before_they_are_told() {
    let pages = &site().pages;
    for (page, words) in [("11-adadelta", "Power, measured"), ("10-rmsprop", "half the weight lies in the newest")] {
        let html = &pages[Path::new(&format!("lessons/{page}.html"))];
        assert!(!shown(html).contains(words) && html.contains(words), "{page}");
    }
    let html = &pages[Path::new("lessons/11-adadelta.html")];
    let rows = html.split("class=\"result\"").nth(1).unwrap().split("</table>").next().unwrap();
    let powers: Vec<_> =
        rows.split("<td class=\"unit\">").skip(1).map(|row| row.split("<td>").nth(1).unwrap()).collect();
    let measured: Vec<_> = powers.iter().map(|cell| cell.split('<').next().unwrap()).collect();
    assert_eq!(measured, ["−1.00", "−2.00", "−1.00", "0.00", "1.00", "1.00", "0.00"]);
}
