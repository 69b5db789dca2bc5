//! Guess the surface: a contour map, and three surfaces of which one has it. The lesson writes the first rounds; more are
//! made here, from seeds, each with exactly one right answer.

mod rounds;
mod shape;

use std::fmt::Write as _;

use ponder::Tree;
use ponder::recipe::fields::Fields;
use ponder_plot::heights::Heights;
use ponder_plot::levels::Levels;
use ponder_plot::{View, contour};
use serde_json::{Value, json};

use super::sight::{Sight, Window, run};
use super::space::{Space, trace};
use super::{Drawn, Kind, Scope};
use crate::html::escape;
use rounds::Round;

/// Every land is seen over this window.
const WINDOW: Window = [[-2.0, 2.0]; 2];
/// Yaw and pitch in degrees, the same for all, so that w and b can be told apart.
const CAMERA: [f64; 2] = [30.0, 35.0];
const MAP: [f64; 2] = [300.0, 270.0];
const SIDE: [f64; 2] = [230.0, 200.0];
/// About so many level lines a land.
const LEVELS: usize = 10;
const LETTERS: [char; 3] = ['A', 'B', 'C'];

pub(super) const ENTRY: Kind = Kind::new("relief", draw).asks(answer).in_own_words();

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let rounds = read(fields)?;
    let more = fields.whole("more", 1, 100)?;
    let made: Vec<_> = rounds.iter().cloned().chain((1..=more as u64).map(Round::made)).collect();
    let told: Vec<_> = made.iter().map(tell).collect();
    let still: Result<String, String> = rounds.iter().enumerate().map(|(i, round)| paper(i, round)).collect();
    let still = still.map_err(|message| fields.broken(message)).ok()?;
    let html = format!(
        "<div class=\"still\">\n{still}</div>\n<template class=\"rounds\">{}</template>\n",
        escape(&Value::from(told).to_string())
    );
    let record = format!("{} rounds chosen for this lesson, then {more} that the build made from seeds.", rounds.len());
    Some(Drawn {
        data: json!({ "run": run(&[0.0, 0.0]), "window": WINDOW, "levels": LEVELS, "camera": { "yaw": CAMERA[0], "pitch": CAMERA[1] } }),
        html,
        record,
        title: Some("Guess the surface".into()),
    })
}

/// The rounds of the lesson, for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    let rounds: Option<Vec<_>> = tree.get("rounds")?.list()?.iter().map(Round::read).collect();
    let mut out = String::from("<p><b>Guess the surface.</b></p>\n<ol>\n");
    for round in rounds? {
        let _ = write!(out, "<li>{}.", LETTERS[round.right]);
        for (option, letter) in round.options.iter().zip(LETTERS) {
            let _ = write!(out, " {letter}: {}", escape(&option.why));
        }
        out += "</li>\n";
    }
    Some(out + "</ol>\n")
}

fn read(fields: &mut Fields<'_, '_>) -> Option<Vec<Round>> {
    let tree = fields.required("rounds", "a list of rounds")?;
    let rounds: Option<Vec<_>> = tree.list().and_then(|list| list.iter().map(Round::read).collect());
    if rounds.is_none() {
        let allowed = "allowed are rounds of three options {expression, why, right}, one of them right";
        fields.wrong("rounds", tree, allowed);
    }
    rounds
}

/// A round as the page's code takes it.
fn tell(round: &Round) -> Value {
    let options: Vec<_> = round.options.iter().map(|o| json!({ "expression": o.expression, "why": o.why })).collect();
    json!({ "right": round.right, "options": options })
}

/// A round on paper: the map, and the lines of each surface from the side.
fn paper(i: usize, round: &Round) -> Result<String, String> {
    let mut out = format!("<div class=\"round\">\n<p>Round {}. Which surface has this map?</p>\n", i + 1);
    let map = picture(&round.options[round.right].expression, (View::Contour, MAP), &["land", "contour-lines"]);
    out += &map?.svg("poster map", "A contour map with its levels.", "");
    for (option, letter) in round.options.iter().zip(LETTERS) {
        let _ = writeln!(out, "<div>{letter}{}</div>", stacked(&option.expression, letter)?);
    }
    Ok(out + "</div>\n")
}

/// The level lines of a surface at their heights, in its box.
fn stacked(expression: &str, letter: char) -> Result<String, String> {
    let mut side = picture(expression, (View::Surface, SIDE), &["box"])?;
    let grid = Heights::sample(WINDOW, 41, 41, |w, b| side.value([w, b]));
    let space = Space::of(&side, WINDOW);
    let one = |level: f64| trace(&contour::lines(&grid, level), |at| space.pixel(at, level));
    let lines: String = Levels::linear(&grid, LEVELS).values.into_iter().map(one).collect();
    let inside = format!("<path class=\"s-ink\" stroke=\"#1d1b18\" stroke-width=\"1\" d=\"{lines}\"/>");
    Ok(side.svg("poster side", &format!("Surface {letter}."), &inside))
}

fn picture(expression: &str, view: (View, [f64; 2]), layers: &[&str]) -> Result<Sight, String> {
    let surface = Tree::map([("expression", expression.into())]);
    let [yaw, pitch] = CAMERA;
    let camera = Tree::map([("yaw", yaw.into()), ("pitch", pitch.into())]);
    Sight::new(&surface, WINDOW, view, layers, &[("levels", LEVELS.into()), ("camera", camera)])
}
