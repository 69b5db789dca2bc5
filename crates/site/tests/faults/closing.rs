//! The closing sections of a lesson, its marks, its rows and its sources.

use super::{CLOSING, FIGURE, build, whole};

/// A lesson with this body, nothing added.
fn bare(rows: &str, body: &str) -> String {
    format!("---\ntitle: T\nasks: A?\nrows: {rows}\nsources: khapra\n---\n{body}")
}

#[test]
fn a_lesson_closes_with_its_three_sections_in_order() {
    let of = |from: &str, to: &str| whole(&bare("S1-18", &CLOSING.replace(from, to)), "all S1-18\n", "");
    of("", "").unwrap();
    let fault = |from, to| of(from, to).expect_err("this should not build");
    let all = "a lesson closes with ## What two parameters cannot show, ## What to try, ## Sources and errata";
    assert!(fault("## What to try", "## Exercises").ends_with(&format!("\"## What to try\": missing; {all}")));
    let swapped = fault(
        "## What two parameters cannot show\n\nMuch.\n\n## What to try",
        "## What to try\n\nMuch.\n\n## What two parameters cannot show",
    );
    assert_eq!(swapped, format!("02-x.md:12: \"## What to try\": out of order; {all}"));
    assert!(
        fault("None.", "None.\n\n## More\n\nWords.").contains("\"## More\": comes after \"## Sources and errata\"")
    );
    assert!(fault("None.", "None.\n\n## Sources\n\nWords.").contains("has the anchor sources"));
}

#[test]
fn marks_and_the_head_of_a_lesson_agree() {
    let of = |rows: &str, mark: &str| {
        let body = CLOSING.replace("<!-- rows: S1-18 says \"It shows\" -->", mark);
        whole(&bare(rows, &body), "all S1-18..S1-20\n", "S1-19, S1-20\n")
    };
    let fault = |rows, mark| of(rows, mark).expect_err("this should not build");
    assert!(
        of("S1-18", "<!-- rows: S1-18 says \"It  shows\" -->")
            .unwrap()
            .contains("<span id=\"S1-18\" class=\"mark\"></span>")
    );
    assert_eq!(
        fault("S1-18", ""),
        "02-x.md:4: rows: no mark for S1-18; write <!-- rows: … --> where the text shows them"
    );
    assert_eq!(
        fault("S1-18", "<!-- rows: S1-18, S1-19 says \"It\" -->"),
        "02-x.md:4: rows: marked below but not listed: S1-19"
    );
    assert!(
        fault("S1-18", "<!-- rows: S1-18 says \"Much\" -->")
            .starts_with("02-x.md:8: says \"Much\": these words do not stand")
    );
    assert!(fault("S1-18", "<!-- rows: S1-18, S1-18 says \"It\" -->").contains("S1-18: marked twice"));
    assert!(fault("S1-18", "<!-- rows: S1-x -->").starts_with("02-x.md:8: rows: \"S1-x\"; a row reads"));
    assert!(fault("S1-18", "<!-- rows: S1-18 says It -->").contains("needed are words between double quotes"));
    assert!(
        fault("S1-18", "<!-- rows: S1-18 -->")
            .ends_with("S1-18: nothing checks it; mark it before a figure, name it in a test, or add says \"…\"")
    );
    let drawn = format!("<!-- rows: S1-18 -->\n\n{FIGURE}");
    of("S1-18", &drawn).unwrap();
    assert!(
        fault("S1-18, S1-19", "<!-- rows: S1-18, S1-19 says \"It\" -->")
            .contains("S1-19: a lesson meets it; take it out here")
    );
    assert!(fault("S1-18, E1", "<!-- rows: S1-18, E1 says \"It\" -->").contains("E1: the course has no such row"));
}

#[test]
fn a_row_is_in_a_lesson_or_listed_as_missing() {
    let body = bare("S1-18", CLOSING);
    let fault = whole(&body, "all S1-18..S1-20\n", "S1-20\n").expect_err("this should not build");
    assert_eq!(fault, "www/lessons/not-yet.txt:1: S1-19: no lesson meets it; mark it in one, or list it here");
    assert!(whole(&body, "al S1-18\n", "").unwrap_err().contains("\"al\"; allowed is all, numbers or elsewhere"));
}

#[test]
fn a_source_has_its_entry() {
    let body = bare("S1-18", CLOSING).replace("sources: khapra", "sources: khapra, nobody1999");
    let fault = whole(&body, "all S1-18\n", "").unwrap_err();
    assert!(
        fault.starts_with("02-x.md:5: sources: \"nobody1999\" is not in bibliography.bib; it has khapra, "),
        "{fault}"
    );
}

#[test]
fn a_note_behind_a_mark_or_a_waiting_text_stays_with_its_paragraph() {
    let html = build("First.\n\nSecond.\n\n<!-- rows: S1-18 says \"Noted\" -->\n\n> [!note]\n> Noted.\n").unwrap_err();
    assert!(html.contains("marked twice"), "{html}");
    let question =
        "```ponder\n{\"id\": \"q\", \"at\": 3, \"kind\": \"click\", \"ask\": \"Where?\", \"why\": \"So.\"}\n```\n";
    let html = build(&format!(
        "Long ago.\n\n{FIGURE}\n{question}\n<!-- after descent/q -->\n\nTold.\n\n<!-- end -->\n\n> [!note]\n> Noted.\n"
    ))
    .unwrap();
    let noted = html.split("<div class=\"noted\">").nth(1).expect("a note");
    assert!(!noted.split("</div>").next().unwrap().contains("Long ago"), "{noted}");
}
