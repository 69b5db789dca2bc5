//! Whatever the rates are, a run ends with a reason, and nothing that is not finite is drawn, printed or linked to.

use ponder::{Tree, link};
use ponder_plot::{Figure, Now, Scene, Size, Theme, VIEWS, View, check_figure, svg};

use crate::figure::figure;
use crate::hold;
use crate::tape::Tape;

/// Small, as the relief is made for every case.
const SIZE: Size = Size { width: 240.0, height: 160.0 };

/// A figure whose runs have rates from 10⁻¹² to 10¹².
pub(crate) fn rated(tape: &mut Tape) -> Tree {
    let exponents: Vec<f64> = (0..4).map(|_| tape.between(-12.0, 12.0)).collect();
    let Tree::Map(mut pairs) = figure(tape) else { return Tree::Null };
    if let Some((_, Tree::List(runs))) = pairs.iter_mut().find(|(key, _)| key == "runs") {
        for (run, exponent) in runs.iter_mut().zip(exponents) {
            let Tree::Map(keys) = run else { continue };
            let rate = keys.iter_mut().find(|(key, _)| key == "learning_rate");
            rate.into_iter().for_each(|(_, rate)| *rate = 10_f64.powf(exponent).into());
        }
    }
    Tree::Map(pairs)
}

pub(crate) fn end_with_a_reason(tree: &Tree) -> Result<(), String> {
    hold::runs_to_its_end(&recipe(tree))?;
    let plan = check_figure(tree).map_err(|faults| format!("refused: {faults}"))?;
    let mut drawn = Figure::new(tree).map_err(|faults| format!("refused: {faults}"))?;
    for step in [0, plan.steps() / 2, plan.steps()] {
        let now = Now { step: step as f64, ..Now::default() };
        for (name, view) in VIEWS {
            finite(&format!("{name} at step {step}"), &written(drawn.moving(view, SIZE, Theme::Light, &now)))?;
        }
    }
    let now = Now { step: plan.steps() as f64, ..Now::default() };
    for (name, view) in VIEWS {
        finite(&format!("{name}, still"), &written(drawn.still(view, SIZE, Theme::Light, 1.0)))?;
        if view != View::Surface {
            finite(&format!("{name} as SVG"), &svg(&mut drawn, view, &now, SIZE, Theme::Light))?;
        }
    }
    finite("the link", &link::encode(tree, Some(plan.steps())).map_err(|faults| format!("no link: {faults}"))?)
}

/// What of a figure is a recipe.
fn recipe(tree: &Tree) -> Tree {
    let Tree::Map(pairs) = tree else { return Tree::Null };
    let figures = ["view", "ponders", "alt"];
    Tree::Map(pairs.iter().filter(|(key, _)| !figures.contains(&key.as_str())).cloned().collect())
}

/// All numbers of a scene but the bytes of its image.
fn written(mut scene: Scene) -> String {
    scene.ground.image = None;
    format!("{scene:?}")
}

/// Numbers are never printed so, and a text that says so is one that nobody should read.
fn finite(what: &str, text: &str) -> Result<(), String> {
    let odd = ["NaN", ": inf", ", inf", "[inf", "-inf", "(inf", "\"inf", "=inf", "Infinity"];
    match odd.iter().find_map(|odd| text.find(odd)) {
        None => Ok(()),
        Some(at) => {
            Err(format!("{what}: …{}…", text.chars().skip(at.saturating_sub(60)).take(120).collect::<String>()))
        }
    }
}
