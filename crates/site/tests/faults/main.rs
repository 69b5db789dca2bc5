//! What a lesson cannot say fails the build, with its file and line.

mod closing;

use std::fs;
use std::path::Path;

const FIGURE: &str = r#"```figure descent
{ "title": "T", "alt": "A", "surface": { "model": "sigmoid-neuron", "data": "two-points" },
  "runs": [{ "method": "gradient-descent", "start": [-2, -2], "learning_rate": 1 }],
  "steps": 100, "view": { "views": ["contour"] } }
```
"#;

/// The questions, sections and mark of its one row with which every lesson closes.
const CLOSING: &str = "\n<!-- rows: S1-18 says \"It shows\" -->\n\nIt shows.\n\n## What two parameters cannot show\n\nMuch.\n\n\
    ## What to try\n\nThis.\n\n## Sources and errata\n\nNone.\n\n\
    ```recall a\n{\"vary\": {\"n\": [1, 2]}, \"kind\": \"type\", \"ask\": \"{n}?\", \"why\": \"{n}\", \
    \"answer\": {\"value\": \"n\", \"tolerance\": 0.1}}\n```\n\n\
    ```recall b\n{\"vary\": {\"n\": [1, 2]}, \"kind\": \"type\", \"ask\": \"{n}?\", \"why\": \"{n}\", \
    \"answer\": {\"value\": \"n\", \"tolerance\": 0.1}}\n```\n";

/// The build of a site with one lesson, whose body starts at line 7 and closes as it should.
fn build(body: &str) -> Result<String, String> {
    whole(&format!("---\ntitle: T\nasks: A?\nrows: S1-18\nsources: khapra\n---\n{body}{CLOSING}"), "all S1-18\n", "")
}

/// The build of a site with one lesson, a list of rows and one of those that no lesson meets.
fn whole(lesson: &str, rows: &str, missing: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let at = |name: &str| folder.path().join(name);
    for name in ["www/fonts", "www/figures", "www/lessons", "tests/course"] {
        fs::create_dir_all(at(name)).unwrap();
    }
    let names = "style.css frame.css exhibits.css page.js notation.js icon.svg index.html bibliography.bib glossary.txt \
        404.html embed.html embedding.html embedding.js embed.css \
        figures/cover.md fonts/fonts.css fonts/OFL.txt fonts/stix-two-math.woff2";
    for name in names.split_whitespace().map(|name| format!("www/{name}")).chain(["CITATION.cff".into()]) {
        fs::copy(real.join(&name), at(&name)).unwrap();
    }
    fs::write(at("www/lessons/02-x.md"), lesson).unwrap();
    fs::write(at("www/lessons/not-yet.txt"), missing).unwrap();
    fs::write(at("tests/course/rows.txt"), rows).unwrap();
    let out = at("out");
    match ponder_site::build(folder.path(), &out) {
        Ok(_) => Ok(fs::read_to_string(out.join("lessons/02-x.html")).unwrap()),
        Err(problems) => Err(problems.to_string().replace(&format!("{}/www/lessons/", folder.path().display()), "")),
    }
}

fn said(body: &str) -> String {
    build(body).expect_err("this should not build")
}

#[test]
fn a_lesson_that_says_only_what_it_can_builds() {
    let html = build(&format!("{FIGURE}\nAfter ten steps: {{{{loss descent @ 10 to 6}}}}, $x$, and.\n")).unwrap();
    assert!(html.contains("After ten steps: 0.414837, <span class=\"tied\"><math>"), "{html}");
    assert!(html.contains("</math>,</span> and."), "a comma stays with its formula");
}

#[test]
fn a_figure_of_five_parameters_shows_its_curves_and_says_what_needs_no_map() {
    let wide = FIGURE
        .replace(r#""sigmoid-neuron", "data": "two-points""#, r#""four-input-neuron", "data": [[1, 0, 2, 0, 0.9]]"#);
    let wide = wide.replace("[-2, -2]", "[0, 0, 0, 0, 0]").replace(r#", "view": { "views": ["contour"] }"#, "");
    let html = build(&format!("{wide}\nAt first: {{{{loss descent @ 0 to 2}}}}.\n")).unwrap();
    assert!(
        html.contains("At first: 0.080.") && html.contains("poster-curves") && !html.contains("poster-contour"),
        "{html}"
    );
    let planeless = said(&format!("{wide}\n{{{{w descent @ 0}}}}\n"));
    assert!(
        planeless.starts_with("02-x.md:13: {{w descent @ 0}}: descent has loss, drop, steps, rate, "),
        "{planeless}"
    );
    assert!(planeless.ends_with(", as five parameters have no plane"), "{planeless}");
}

#[test]
fn a_figure_with_an_unknown_key_is_refused_on_its_line() {
    let body = FIGURE.replace("\"learning_rate\"", "\"momentun\": 3, \"learning_rate\"");
    assert!(said(&body).starts_with("02-x.md:9: runs[0].momentun: unknown; "), "{}", said(&body));
    let body = FIGURE.replace("\"contour\"", "\"contours\"");
    assert_eq!(
        said(&body),
        "02-x.md:10: view.views[0]: \"contours\"; allowed is surface, contour, fit, curves, rule or table"
    );
    assert!(said(&FIGURE.replace("\"steps\": 100,", "\"steps\": 100")).starts_with("02-x.md:10: JSON: "));
    assert_eq!(said(&FIGURE.replace("\"title\": \"T\", ", "")), "02-x.md:8: title: missing; needed is a text");
    assert!(said(&format!("{FIGURE}\n{FIGURE}")).contains("descent: stands twice"));
    assert!(said("```figure\n{}\n```\n").starts_with("02-x.md:7: ```figure: needed is a name"));
}

#[test]
fn a_question_is_checked_like_a_recipe() {
    let ask = |json: &str| format!("{FIGURE}\n```ponder\n{json}\n```\n");
    let good = r#"{"id": "q", "at": 3, "kind": "click", "ask": "Where?", "why": "So."}"#;
    build(&ask(good)).unwrap();
    let wrong = |from: &str, to: &str| said(&ask(&good.replace(from, to)));
    assert_eq!(
        wrong("\"why\"", "\"whi\"").lines().next(),
        Some("02-x.md:14: whi: unknown; a question knows id, at, kind, ask, why, answer")
    );
    assert!(wrong("\"click\"", "\"clik\"").contains("kind: \"clik\"; allowed is choose, click, draw, type or order"));
    assert!(wrong("3,", "101,").contains("at: 101; allowed is a step from 0 to 100, \"end\" or {\"event\""));
    assert!(wrong("\"So.\"", "\"So.\", \"answer\": [1]").contains("answer: a list of 1; allowed is a list of 2"));
    let choice = good.replace("click", "choose");
    assert!(said(&ask(&choice)).contains("options: missing"));
    let options = r#"[{"text": "a", "right": true}, {"text": "b"}]"#;
    let choice = choice.replace("\"So.\"", &format!("\"So.\", \"options\": {options}"));
    assert_eq!(said(&ask(&choice)), "02-x.md:14: options[1].why: missing; needed is a text");
    let two = choice.replace("{\"text\": \"b\"}", "{\"text\": \"b\", \"right\": true}");
    assert!(said(&ask(&two)).contains("options: 2 right options; allowed is exactly one"));
    assert!(said("```ponder\n{}\n```\n").contains("a ponder needs a figure before it"));
}

#[test]
fn a_template_names_what_exists() {
    let of = |template: &str| said(&format!("{FIGURE}\nSo {{{{{template}}}}}.\n"));
    assert_eq!(
        of("loss ascent @ 3"),
        "02-x.md:13: {{loss ascent @ 3}}: \"ascent\" is no figure or recipe of this page; it has descent"
    );
    assert!(of("los descent @ 3").contains("\"los\" is no quantity; there are loss, w, b, point"));
    assert!(of("loss descent.1 @ 3").contains("descent has runs 0 to 0"));
    assert!(of("loss descent @ 101").contains("descent has steps 0 to 100"));
    assert!(of("loss descent").contains("`@` and a value are missing"));
    assert!(of("loss descent @ 3 below 1").contains("\"below 1\" says nothing here"));
    assert!(of("steps descent below 0").contains("the loss is not below 0 in 100 steps"));
    assert!(of("loss descent @ 3 to 99").contains("1 to 17 significant digits"));
    assert!(said("In $x {{loss descent @ 3}}$.\n").contains("it has "));
}

#[test]
fn a_derivation_whose_lines_differ_is_refused() {
    let derivation = "```derivation\ntitle: T\nat: w = 1, b = 2\nlet: x = 3\n\n$ a\n= slope_w(w^2 * x)\nFirst.\n\n\
        $ b\n= 2 * w * x\nSecond.\n```\n";
    assert!(build(derivation).unwrap().contains("at w = 1, b = 2, x = 3 each of the 2 lines is 6.00000"));
    let wrong = said(&derivation.replace("= 2 * w * x", "= 2 * w"));
    assert_eq!(wrong, "02-x.md:17: this line is 2, the line before 6; all lines must be equal");
    assert!(said(&derivation.replace("2 * w * x", "2 * q * x")).starts_with("02-x.md:17: \"q\" stands for nothing"));
    assert!(said(&derivation.replace("Second.\n", "")).contains("needed is the reason"));
}

#[test]
fn prose_holds_no_html_no_typed_decimals_and_no_broken_formulas() {
    assert!(said("A <b>bold</b> word.\n").contains("HTML; a lesson is Markdown"));
    assert!(said("<p>x</p>\n").contains("HTML; a lesson is Markdown"));
    assert!(said("It falls to 0.41 soon.\n").starts_with("02-x.md:7: \"It falls to 0.41 soon.\": a typed decimal"));
    build("> [!caution]\n> The slides print 0.41 here.\n").unwrap();
    assert!(said("One\n\n$\\nosuch$\n").starts_with("02-x.md:9: TeX \"\\nosuch\""));
    assert!(said("<!-- after descent/q -->\n\nx\n\n<!-- end -->\n").contains("no such question"));
    assert!(said("# One\n").contains("sections begin with ##"));
    assert!(said("## Text\n").contains("has the anchor text"));
}

#[test]
fn an_exhibit_says_only_what_its_kind_knows() {
    let of = |kind: &str, json: &str| build(&format!("{FIGURE}\n```exhibit {kind}\n{json}\n```\n"));
    let fault = |kind: &str, json: &str| of(kind, json).expect_err("this should not build");
    let words = r#""title": "T", "alt": "A""#;
    let dial = format!("{{{words}, \"figure\": \"descent\", \"step\": 3, \"length\": 0.01}}");
    let html = of("dial", &dial).unwrap();
    assert!(html.contains("<ponder-exhibit kind=\"dial\" given=\"") && html.contains("exhibits.js"), "{html}");
    assert!(!build("Words.\n").unwrap().contains("exhibits."), "a page without exhibits loads nothing for them");
    let unknown = fault("dail", &dial);
    assert!(unknown.starts_with("02-x.md:14: exhibit dail: unknown; there are dial, profile, "), "{unknown}");
    assert_eq!(
        fault("dial", &dial.replace("step", "stap")),
        "02-x.md:14: stap: unknown; dial knows title, alt, figure, step, length"
    );
    assert!(
        fault("dial", &dial.replace(": 3", ": 101")).contains("step: 101; allowed is a whole number from 0 to 100")
    );
    assert!(fault("dial", &dial.replace("descent", "ascent")).contains("figure: \"ascent\"; allowed is the name"));
    assert!(fault("dial", &dial.replace("\"T\"", "3")).contains("title: 3; allowed is a text"));
    assert!(fault("dial", "{]").starts_with("02-x.md:14: JSON: "));
    let profile = format!("{{{words}, \"figure\": \"descent\", \"steps\": [0, 50], \"triangles\": [9]}}");
    assert!(of("profile", &profile).unwrap().contains("step 9: steepness 0.01"));
    assert!(fault("profile", &profile.replace("[9]", "[50]")).contains("triangles between them"));
    let tangent = format!("{{{words}, \"x\": 2, \"b\": 0, \"w\": [-2, 2], \"at\": [-1, 0, 1]}}");
    assert!(of("tangent", &tangent).unwrap().contains("slope 0.50"));
    assert!(fault("tangent", &tangent.replace("[-1", "[-3")).contains("at inside it"));
}

#[test]
fn a_stepper_has_a_word_for_every_line_of_its_algorithm() {
    let of = |lines: &str| {
        build(&format!(
            "{FIGURE}\n```algorithm loop\n$t$\n**end**\n```\n\n```exhibit stepper\n{{\"title\": \"T\", \"alt\": \"A\", \
             \"figure\": \"descent\", \"algorithm\": \"loop\", \"passes\": 2,\n\"lines\": {lines}}}\n```\n"
        ))
    };
    let html = of(r#"["start", "end"]"#).unwrap();
    assert!(html.contains("<ol class=\"algorithm\" id=\"loop\">") && html.contains("<td class=\"right\">−1.9945</td>"));
    let wrong =
        "02-x.md:20: lines: a list of 1; allowed are 2 words, one a line, of start, test, gradient, w, b, count, end";
    assert_eq!(of(r#"["start"]"#).unwrap_err(), wrong);
}

#[test]
fn an_exhibit_waits_for_the_questions_of_its_figure() {
    let question =
        "```ponder\n{\"id\": \"q\", \"at\": 3, \"kind\": \"click\", \"ask\": \"Where?\", \"why\": \"So.\"}\n```\n";
    let dial = "```exhibit dial\n{\"title\": \"T\", \"alt\": \"A\", \"figure\": \"descent\", \"length\": 0.01}\n```\n";
    assert!(said(&format!("{FIGURE}\n{question}\n{dial}")).contains("this would tell its outcome"));
    build(&format!("{FIGURE}\n{question}\n<!-- after descent/q -->\n\n{dial}\n<!-- end -->\n")).unwrap();
}
