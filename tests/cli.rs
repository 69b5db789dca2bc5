//! The `ponder` command as a shell sees it: output, messages, exit status.
#![cfg(not(target_arch = "wasm32"))]

use ponder_tests::command::ponder;
use ponder_tests::{rows, tree, two_points};

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

#[test]
fn csv_has_every_point_to_the_last_bit() {
    let recipe = two_points("momentum", "", 40);
    let output = ponder(&["trajectory", "-"], &recipe);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let mut lines = text(&output.stdout).lines();
    assert_eq!(lines.next(), Some("run,step,w,b,loss"));
    for (t, row) in rows(&recipe).into_iter().enumerate() {
        let cells: Vec<&str> = lines.next().expect("a line").split(',').collect();
        assert_eq!(cells[..2], ["0", t.to_string().as_str()]);
        let back: Vec<f64> = cells[2..].iter().map(|cell| cell.parse().expect("a number")).collect();
        assert_eq!(back.iter().map(|n| n.to_bits()).collect::<Vec<_>>(), row.map(f64::to_bits));
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn five_parameters_have_five_columns_and_no_map() {
    let surface = r#"{"model":"four-input-neuron","data":[[1,0,2,0,0.9],[0,1,0,0,0.2]]}"#;
    let recipe = format!(r#"{{"surface":{surface},"runs":[{{"method":"momentum","learning_rate":1}}],"steps":2}}"#);
    let output = ponder(&["trajectory", "-"], &recipe);
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!((lines.len(), lines[0]), (4, "run,step,w1,w2,w3,w4,b,loss"));
    assert!(lines[1].starts_with("0,0,0,0,0,0,0,") && lines.iter().all(|line| line.split(',').count() == 8));
    let refused = ponder(&["draw", "-"], &recipe);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--view: contour; allowed is curves, as five parameters have no plane"));
    assert!(ponder(&["draw", "-", "--view", "curves"], &recipe).status.success());
}

#[test]
fn json_has_every_update_in_parts_and_how_it_ended() {
    let output = ponder(&["trajectory", "-", "--format", "json"], &two_points("nesterov", "", 3));
    let whole = tree(text(&output.stdout));
    let run = &whole.get("runs").and_then(|runs| runs.list()).expect("runs")[0];
    let steps = run.get("steps").and_then(|steps| steps.list()).expect("steps");
    assert_eq!(steps.len(), 4);
    assert!(steps[0].get("looked_at").is_some_and(|at| at.list().is_some()));
    assert_eq!(steps[3].get("move"), Some(&ponder::Tree::Null));
    assert!(run.get("outcome").and_then(|o| o.get("kind")).is_some());
    let gradients = run.get("evaluations").and_then(|e| e.get("gradients")).and_then(ponder::Tree::number);
    assert_eq!(gradients, Some(3.0));
}

#[test]
fn a_diverged_run_is_a_result_with_a_line_beside_it() {
    let recipe =
        r#"{"surface":{"function":"ravine"},"runs":[{"method":"gradient-descent","learning_rate":1e300}],"steps":9}"#;
    let output = ponder(&["trajectory", "-"], recipe);
    assert!(output.status.success());
    assert!(text(&output.stdout).ends_with("0,9,NaN,NaN,NaN\n"), "{}", text(&output.stdout));
    assert_eq!(text(&output.stderr).lines().count(), 1);
    assert!(text(&output.stderr).contains("Diverged at step"), "{}", text(&output.stderr));
}

#[test]
fn a_bad_recipe_ends_with_2_and_says_where() {
    let good = two_points("momentum", "", 10);
    let cases = [
        (good.replace("\"momentum\"", "\"momentun\""), "runs[0].method: \"momentun\"; allowed is gradient-descent"),
        (
            good.replace("\"start\"", "\"strat\""),
            "runs[0].strat: unknown; momentum knows learning_rate, momentum, start",
        ),
        (good.replace("two-points", "three-points"), "surface.data: \"three-points\"; allowed is two-points"),
        (good.replace("\"steps\":10", "\"steps\":0"), "steps: 0; allowed is a whole number from 1 to 1000000"),
        (good.replace("\"steps\":10", "\"steps\":1000000000"), "steps: 1000000000; allowed"),
        (good.replace(",\"steps\":10", ""), "steps: missing; needed is"),
        (good.replace("\"two-points\"", "[]"), "surface.data: a list of 0; allowed"),
        (good.replace("\"learning_rate\":1", "\"learning_rate\":null"), "runs[0].learning_rate: missing"),
        (format!("{}{}", "[".repeat(60), "]".repeat(60)), "nested deeper than 32"),
        ("{".into(), "not a recipe in JSON"),
        (
            good.replace("{\"model\":\"sigmoid-neuron\",\"data\":\"two-points\"}", "{\"function\":null}"),
            "surface: an object with 1 key; allowed is",
        ),
        (good.replace("{\"surface", "{\"title\":8,\"surface"), "title: 8; allowed is a text"),
        (good.replace("{\"surface", "{\"until\":{\"loss_below\":\"x\"},\"surface"), "until.loss_below: \"x\"; allowed"),
        (good.replace("{\"surface", "{\"runs\":[],\"surface"), "the key runs stands twice"),
    ];
    for (recipe, words) in cases {
        for command in ["trajectory", "check", "python"] {
            let output = ponder(&[command, "-"], &recipe);
            assert_eq!(output.status.code(), Some(2), "{command} {recipe}");
            assert!(text(&output.stderr).contains(words), "{command}: {}", text(&output.stderr));
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn python_is_printed_for_either_library() {
    let recipe = two_points("adam", r#","convention":"pytorch""#, 5);
    for (arguments, line) in
        [(&["python", "-"][..], "import numpy as np"), (&["python", "-", "--torch"], "import torch")]
    {
        let output = ponder(arguments, &recipe);
        assert!(output.status.success() && text(&output.stdout).lines().any(|it| it == line), "{line}");
    }
    assert_eq!(ponder(&["python", "-"], "{}").status.code(), Some(2));
}

#[test]
fn a_figure_becomes_a_link_and_a_link_the_figure() {
    let figure = two_points("adam", r#","schedule":{"kind":"cosine","over":20}"#, 40);
    let output = ponder(&["link", "-", "--at", "7"], &figure);
    let link = text(&output.stdout).trim_end();
    let run = "adam;start=-2,-2;learning_rate=1;schedule=cosine:over=20";
    assert_eq!(link, format!("v=1&surface=sigmoid-neuron&data=two-points&run={run}&steps=40&at=7"));
    for (arguments, stdin) in [(&["link", "--open", link][..], ""), (&["link", "--open", "-"], link)] {
        let output = ponder(arguments, stdin);
        assert!(output.status.success());
        assert_eq!(tree(text(&output.stdout)), tree(&figure));
        assert_eq!(text(&output.stderr), "ponder: at: the reader is at step 7\n");
    }
}

#[test]
fn a_link_with_mistakes_opens_with_notes_or_says_why_not() {
    let link = "https://example.org/#v=1&surface=saddle&run=newton;beta1=2&steps=0&zoom=1";
    let output = ponder(&["link", "--open", link], "");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        text(&output.stdout),
        "{\"surface\":{\"function\":\"saddle\"},\"runs\":[{\"method\":\"newton\"}],\"steps\":1}\n"
    );
    for words in
        ["zoom: unknown; a link knows", "steps: 0; allowed is", "taken is 1\n", "runs[0].beta1: unknown; newton"]
    {
        assert!(text(&output.stderr).contains(words), "{words} in {}", text(&output.stderr));
    }
    for (arguments, stdin, words) in [
        (&["link", "--open", "v=1&surface=saddle&run=adm&steps=5"][..], "", "runs[0].method: \"adm\"; allowed"),
        (&["link", "--open", "-"], "", "v: missing; a link begins with v=1"),
        (&["link", "-"], "{}", "surface: missing"),
        (&["link", "-", "--at", "9"], &two_points("adam", "", 8), "at: 9; allowed is a whole number from 0 to 8"),
    ] {
        let output = ponder(arguments, stdin);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(words) && output.stdout.is_empty(), "{}", text(&output.stderr));
    }
}

#[test]
fn usage_ends_with_2_and_a_missing_file_with_1() {
    assert_eq!(ponder(&["trajectory"], "").status.code(), Some(2));
    assert_eq!(ponder(&["fly", "-"], "").status.code(), Some(2));
    let output = ponder(&["trajectory", "no-such-file.json"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no-such-file.json"));
}

#[test]
fn everything_wrong_is_said_at_once() {
    let output =
        ponder(&["check", "-"], r#"{"surface":{"function":"valle"},"runs":[{"method":"momentum"}],"stesp":5}"#);
    let words = text(&output.stderr);
    for path in ["surface.function", "runs[0].learning_rate", "steps: missing", "stesp: unknown"] {
        assert!(words.contains(path), "{path} in {words}");
    }
    let rate = two_points("adam", r#","beta1":0.5"#, 5).replace(":1,", ":-1,");
    let output = ponder(&["check", "-"], &rate);
    assert_eq!(text(&output.stderr), "ponder: runs[0].learning_rate: -1; allowed is a finite number from 0 up\n");
}

#[test]
fn the_list_has_every_entry_of_every_table() {
    let tables = ["methods", "surfaces", "schedules", "momentum-schedules", "data", "claims"];
    let all = ponder(&["list"], "");
    let json = ponder(&["list", "--format", "json"], "");
    assert!(all.status.success() && json.status.success(), "{}{}", text(&all.stderr), text(&json.stderr));
    let json = tree(text(&json.stdout));
    for table in tables {
        let entries = json.get(table).and_then(ponder::Tree::list).expect("a table");
        assert!(!entries.is_empty());
        let output = ponder(&["list", table], "");
        let lines: Vec<&str> = text(&output.stdout).lines().collect();
        assert_eq!(lines.len(), entries.len(), "{table}: one line an entry");
        for (line, entry) in lines.iter().zip(entries) {
            let [id, title] = ["id", "title"].map(|key| entry.get(key).and_then(ponder::Tree::text).expect("a text"));
            assert!(line.starts_with(id) && line.contains(title), "{line}");
            assert!(text(&all.stdout).lines().any(|line| line.trim().starts_with(id) && line.ends_with(title)), "{id}");
            let whole = ponder(&["list", table, id], "");
            assert!(text(&whole.stdout).starts_with(&format!("{id}: {title}\n")), "{}", text(&whole.stdout));
            assert!(!text(&whole.stdout).contains('\\'), "no TeX in {}", text(&whole.stdout));
            assert_eq!(&tree(text(&ponder(&["list", table, id, "--format", "json"], "").stdout)), entry);
        }
    }
}

#[test]
fn an_entry_comes_with_its_conventions_and_defaults() {
    let output = ponder(&["list", "methods", "adam"], "");
    let said = text(&output.stdout);
    for words in ["Kingma and Ba 2015", "\ncourse\n", "\nkeras\n", "with bias_correction false:", "√(v̂ + ε)"] {
        assert!(said.contains(words), "{words:?} in {said}");
    }
    let epsilon = |convention: &str| {
        let form = said.split(&format!("\n{convention}\n")).nth(1).expect("a convention");
        form.lines().find(|line| line.trim().starts_with("epsilon ")).expect("a knob").to_owned()
    };
    assert!(epsilon("course").contains("default 1e-8") && epsilon("keras").contains("default 1e-7"), "{said}");
}

#[test]
fn what_is_in_no_table_is_refused_with_what_is() {
    for (arguments, words) in [
        (["list", "metods", ""], "table: \"metods\"; allowed is methods, surfaces"),
        (["claim", "C23", ""], "claim: \"C23\"; allowed is C1, C2"),
        (["list", "data", "three-points"], "data: \"three-points\"; allowed is two-points"),
    ] {
        let arguments: Vec<&str> = arguments.into_iter().filter(|argument| !argument.is_empty()).collect();
        let output = ponder(&arguments, "");
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(words) && output.stdout.is_empty(), "{}", text(&output.stderr));
    }
}

#[test]
fn a_claim_comes_with_its_verdict_numbers_bounds_and_recipes() {
    let said = ponder(&["claim", "C2"], "");
    let said = text(&said.stdout);
    for words in ["C2: ", "Verdict: fails\n", "Threshold: ", "rate 10 (the counter-example): {\"surface\""] {
        assert!(said.contains(words), "{words:?} in {said}");
    }
    let json = tree(text(&ponder(&["claim", "C2", "--format", "json"], "").stdout));
    assert_eq!(json.get("verdict").and_then(ponder::Tree::text), Some("fails"));
    let counter = json.get("counter").and_then(ponder::Tree::text).expect("a counter-example");
    let recipe = json.get("recipes").and_then(|recipes| recipes.get(counter)).expect("its recipe");
    assert!(ponder::check(recipe).is_ok(), "what is printed can be run");
}
