//! `ponder basins` and `ponder sweep` as a shell sees them.
#![cfg(not(target_arch = "wasm32"))]

use ponder_tests::command::ponder;
use ponder_tests::{rows, two_points};

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

/// A folder that nobody else uses, for what a command writes.
fn place(name: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    folder.join(format!("{}-{name}", std::process::id())).to_string_lossy().into_owned()
}

#[test]
fn basins_are_drawn_and_told() {
    let recipe = two_points("adam", "", 120).replace("\"learning_rate\":1", "\"learning_rate\":0.1");
    let out = place("basins.png");
    let output = ponder(&["basins", "-", "--size", "20x10", "--out", &out], &recipe);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", text(&output.stderr));
    let legend = text(&output.stdout);
    assert!(legend.starts_with("Adam, 120 steps from 20 x 10 starts over w −6 to 6, b −6 to 6\n"), "{legend}");
    assert!(legend.contains("%  #c8322b  A at (1.79, −2.28)"), "{legend}");
    let picture = std::fs::read(&out).expect("a picture");
    assert_eq!(picture[..8], *b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (380, 190), "20 x 10 cells, 19 pixels each");
}

#[test]
fn a_basin_in_csv_is_the_end_of_its_trajectory() {
    let (recipe, out) = (two_points("momentum", "", 30), place("basins.csv"));
    assert!(ponder(&["basins", "-", "--size", "3", "--out", &out], &recipe).status.success());
    let table = std::fs::read_to_string(&out).expect("a table");
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("w,b,end_w,end_b,loss,ends,step"));
    for line in lines.by_ref() {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |i: usize| cells[i].parse::<f64>().expect("a number").to_bits();
        let own = format!(r#""start":[{},{}]"#, cells[0], cells[1]);
        let last = *rows(&recipe.replace(r#""start":[-2,-2]"#, &own)).last().expect("a row");
        assert_eq!(last.map(f64::to_bits), [2, 3, 4].map(number), "{line}");
    }
    assert_eq!(table.lines().count(), 10);
}

#[test]
fn a_sweep_tells_the_best_rate_and_the_bound() {
    let recipe = r#"{"surface":{"function":"ravine"},"runs":[{"method":"gradient-descent","learning_rate":0.1,
        "start":[1,1]},{"method":"adadelta"}],"steps":100}"#;
    let words = ponder(&["sweep", "-", "--from", "0.001", "--to", "1", "--count", "7"], recipe);
    let words = text(&words.stdout);
    assert!(words.contains("Lowest at the end: rate 0.1,"), "{words}");
    assert!(words.contains("It can settle below 2/λ = 0.2, for the curvature λ = 10 at (0, 0)."), "{words}");
    assert!(words.contains("diverged at step"), "{words}");
    let csv = ponder(&["sweep", "-", "--count", "2", "--format", "csv"], recipe);
    let lines: Vec<&str> = text(&csv.stdout).lines().collect();
    assert_eq!((lines.len(), lines[0]), (3, "run,learning_rate,loss,under,ends,step"));
    assert!(lines[1].starts_with("0,0.0001,") && lines[2].starts_with("0,100,NaN,,diverged,"), "{lines:?}");
}

#[test]
fn a_sweep_of_momenta_is_a_table_or_a_picture() {
    let (recipe, out) = (two_points("nesterov", "", 20), place("phase.png"));
    let csv = ponder(&["sweep", "-", "--count", "3", "--momenta", "2", "--format", "csv"], &recipe);
    let lines: Vec<&str> = text(&csv.stdout).lines().collect();
    assert_eq!((lines.len(), lines[0]), (7, "run,learning_rate,momentum,loss,under,ends,step"));
    assert!(lines[1].starts_with("0,0.0001,0.99,") && lines[6].starts_with("0,100,0,"), "{lines:?}");
    assert!(ponder(&["sweep", "-", "--momenta", "4", "--run", "0", "--out", &out], &recipe).status.success());
    assert!(std::fs::read(&out).expect("a picture").starts_with(b"\x89PNG"));
}

#[test]
fn a_map_that_cannot_be_made_ends_with_2_and_one_that_cannot_be_written_with_1() {
    let recipe = two_points("gradient-descent", "", 5);
    for (arguments, says) in [
        (&["basins", "-", "--size", "0"][..], "size: a list of 2; allowed is a whole number from 1 to 1024"),
        (&["basins", "-", "--size", "many"], "allowed is N or COLUMNSxROWS"),
        (&["basins", "-", "--window", "1,0,0,1"], "window: a list of 2; allowed is [[w0, w1], [b0, b1]]"),
        (&["basins", "-", "--out", "map.gif"], "--out: allowed is a name that ends with .png or .csv"),
        (&["basins", "-", "--run", "1"], "run: 1; allowed is 0"),
        (
            &["sweep", "-", "--momenta", "3"],
            "runs[0].method: gradient-descent; allowed is a method with momentum or beta1",
        ),
        (&["sweep", "-", "--from", "2", "--to", "1"], "rates: an object with 3 keys; allowed is from <= to"),
        (&["sweep", "-", "--out", "map.png"], "--out: a .png is of one --run with --momenta; otherwise .csv"),
    ] {
        let output = ponder(arguments, &recipe);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(says), "{arguments:?}: {}", text(&output.stderr));
    }
    let nowhere = ponder(&["basins", "-", "--size", "2", "--out", "/no/such/folder/map.png"], &recipe);
    assert_eq!(nowhere.status.code(), Some(1), "{}", text(&nowhere.stderr));
}
