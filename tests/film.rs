//! Films, opened with Pillow: what was put in comes out, and what `ponder film` writes plays as it says.
//!
//! `PONDER_PYTHON` names a Python with Pillow; `cargo xtask test native` makes one and names it.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use ponder_film::Film;
use ponder_tests::command::ponder;
use ponder_tests::{tree, two_points};

/// A film as Pillow sees it.
struct Seen {
    size: [f64; 2],
    /// Whether it starts over for ever.
    forever: bool,
    /// Milliseconds and pixels, three bytes each.
    frames: Vec<(f64, Vec<u8>)>,
}

fn place(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("ponder-film-{}-{name}.gif", std::process::id()))
}

fn opened(file: &PathBuf) -> Seen {
    let python = std::env::var("PONDER_PYTHON").expect("PONDER_PYTHON names a Python that has Pillow");
    let output = Command::new(python).arg("tests/python/film.py").arg(file).output().expect("Python starts");
    fs::remove_file(file).expect("the film is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = tree(std::str::from_utf8(&output.stdout).expect("text"));
    let list = |key: &str| told.get(key).and_then(|found| found.list()).expect("a list");
    let frames = list("frames").iter().map(|frame| {
        let hex = frame.get("pixels").and_then(|pixels| pixels.text()).expect("pixels");
        let bytes = (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hex"));
        (frame.get("shown").and_then(|shown| shown.number()).expect("a time"), bytes.collect())
    });
    Seen {
        frames: frames.collect(),
        size: [0, 1].map(|i| list("size")[i].number().expect("a side")),
        forever: told.get("loop").and_then(|count| count.number()) == Some(0.0),
    }
}

/// A frame of 30 × 20 with a block of 5 × 5 somewhere, and a column that changes where nothing else does.
fn frame(at: usize) -> Vec<u8> {
    let colour = |x: usize, y: usize| match (x, y) {
        (29, _) => [200, at as u8 * 40, 10, 255],
        _ if (at..at + 5).contains(&x) && (at..at + 5).contains(&y) => [250, 240, 9 * at as u8, 255],
        _ => [251, 252, 253, 255],
    };
    (0..600).flat_map(|i| colour(i % 30, i / 30)).collect()
}

#[test]
fn another_decoder_sees_every_frame_as_it_was_put_in() {
    let frames: Vec<_> = (0..5).map(frame).chain([frame(4)]).collect();
    let mut film = Film::new(Vec::new(), [30, 20], &frames.concat(), 30.0, true).expect("a film");
    for (i, frame) in frames.iter().enumerate() {
        film.add(frame, if i == 5 { 1.5 } else { 0.0 }).expect("a frame");
    }
    let file = place("frames");
    fs::write(&file, film.end().expect("its end")).expect("it is written");
    let seen = opened(&file);
    assert_eq!((seen.size, seen.forever, seen.frames.len()), ([30.0, 20.0], true, 6));
    for (rgba, (_, rgb)) in frames.iter().zip(&seen.frames) {
        let expected: Vec<u8> = rgba.chunks(4).flat_map(|pixel| &pixel[..3]).copied().collect();
        assert_eq!(*rgb, expected);
    }
    // Thirty frames a second are no whole hundredths: none is lost.
    let times: Vec<_> = seen.frames.iter().map(|(shown, _)| *shown).collect();
    assert_eq!(times, [30.0, 40.0, 30.0, 30.0, 40.0, 1530.0]);
}

#[test]
fn what_is_no_film_is_refused() {
    let film = |size, samples: &[u8], fps| Film::new(Vec::new(), size, samples, fps, false);
    assert!(film([0, 2], &[0; 8], 10.0).is_err() && film([2, 1], &[0; 7], 10.0).is_err());
    assert!(film([2, 1], &[], 10.0).is_err() && film([2, 1], &[0; 8], f64::NAN).is_err());
    assert!(film([2, 1], &[0; 8], 10.0).expect("a film").add(&[0; 4], 0.0).is_err());
}

#[test]
fn the_command_films_a_run_from_its_start_to_its_end() {
    let file = place("command");
    let out = file.to_str().expect("text");
    let film = ["film", "-", "--out", out, "--size", "160x120", "--fps", "10", "--seconds", "2", "--once"];
    let output = ponder(&film, &two_points("momentum", "", 40));
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(), "a script hears nothing");
    let seen = opened(&file);
    assert_eq!((seen.size, seen.forever, seen.frames.len()), ([160.0, 120.0], false, 20));
    let times: Vec<_> = seen.frames.iter().map(|(shown, _)| *shown).collect();
    assert_eq!((times[0], times[18], times[19]), (100.0, 100.0, 2100.0));
    assert!(seen.frames.windows(2).all(|two| two[0].1 != two[1].1), "it moves all the time");
}

#[test]
fn playing_ends_where_the_goal_is_met() {
    let recipe = two_points("momentum", "", 40);
    let till = recipe.replacen('{', r#"{"until":{"loss_below":1e9},"#, 1);
    let still = ponder(&["film", "-", "--size", "64x64", "--fps", "2", "--seconds", "1"], &till);
    let file = place("until");
    fs::write(&file, still.stdout).expect("it is written");
    let seen = opened(&file);
    assert_eq!(seen.frames[0].1, seen.frames[1].1, "the goal is met at the start");
}

#[test]
fn what_cannot_be_filmed_is_refused() {
    let code = |arguments: &[&str], recipe: &str| ponder(arguments, recipe).status.code();
    let recipe = two_points("momentum", "", 4);
    for usage in [["--fps", "1"], ["--fps", "51"], ["--seconds", "0"], ["--size", "8x8"], ["--view", "rule"]] {
        assert_eq!(code(&[&["film", "-"], &usage[..]].concat(), &recipe), Some(2), "{usage:?}");
    }
    assert_eq!(code(&["film", "-"], "{}"), Some(2));
    assert_eq!(code(&["film", "-", "--out", "/no/such/folder/f.gif"], &recipe), Some(1));
    assert_eq!(code(&["film", "no-such-file.json"], &recipe), Some(1));
}
