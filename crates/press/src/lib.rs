//! What a page is seldom asked for, and so fetches only then: a recipe as a script and as an SVG file, the same as the
//! command line's. A recipe and all that goes with it come in as JSON.

use ponder::python::{Dialect, script};
use ponder::{Faults, Plan, Tree};
use ponder_plot::{Curve, Figure, HEIGHTS, Now, Size, Theme, Tongue, View, check_figure, svg_on_paper};
use wasm_bindgen::prelude::*;

/// A script for NumPy, or for PyTorch, that prints the same CSV.
///
/// # Errors
/// Everything that is wrong with the recipe.
#[wasm_bindgen]
pub fn python(recipe: &str, torch: bool) -> Result<String, JsError> {
    Ok(script(&plan(recipe)?, if torch { Dialect::PyTorch } else { Dialect::NumPy }))
}

/// A view of a figure as an SVG file: it came as `first`, `now` is the moment, and `sight` how the reader looks at it:
/// `{camera: [yaw, pitch], window: [w0, w1, b0, b1], height, curves, phrases}`, null where as the figure says; `phrases` are
/// the words on it in another language than English.
///
/// # Errors
/// Everything that is wrong with the figure; an unknown view or theme; a moment that is none.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "plain values are what crosses the border")]
pub fn svg(
    first: &str,
    figure: &str,
    view: &str,
    sight: &str,
    now: &str,
    width: f64,
    height: f64,
    theme: &str,
) -> Result<String, JsError> {
    let sight = tree(sight)?;
    let tongue = Tongue::of(sight.get("phrases").cloned().unwrap_or(Tree::Null));
    let mut drawn = Figure::speaking(&tree(first)?, tongue).map_err(refused)?;
    if figure != first {
        drawn.change(&tree(figure)?).map_err(refused)?;
    }
    look(&mut drawn, &sight);
    let now = Now::read(&tree(now)?).map_err(refused)?;
    let view = View::named(view).ok_or_else(|| JsError::new("view: allowed is surface, contour, fit or curves"))?;
    let theme = Theme::named(theme).ok_or_else(|| JsError::new("theme: allowed is light, dark or print"))?;
    Ok(svg_on_paper(&mut drawn, view, &now, Size { width, height }, theme))
}

/// As the reader looks; what says nothing is left as it is.
fn look(figure: &mut Figure, sight: &Tree) {
    let numbers = |key| sight.get(key)?.list().map(|list| list.iter().filter_map(Tree::number).collect::<Vec<_>>());
    let height = sight.get("height").and_then(Tree::text);
    if let Some((_, height)) = HEIGHTS.iter().find(|(name, _)| Some(*name) == height) {
        figure.rise(*height);
    }
    if let Some([yaw, pitch]) = numbers("camera").and_then(|ends| <[f64; 2]>::try_from(ends).ok()) {
        figure.turn(yaw, pitch);
    }
    if let Some([w0, w1, b0, b1]) = numbers("window").and_then(|ends| <[f64; 4]>::try_from(ends).ok()) {
        figure.look(Some([[w0, w1], [b0, b1]]), false);
    }
    if let Some(curves) = sight.get("curves").and_then(Tree::list) {
        figure.show(&curves.iter().filter_map(|name| Curve::named(name.text()?)).collect::<Vec<_>>());
    }
}

fn tree(json: &str) -> Result<Tree, JsError> {
    Ok(serde_json::from_str(json)?)
}

fn plan(recipe: &str) -> Result<Plan, JsError> {
    check_figure(&tree(recipe)?).map_err(refused)
}

fn refused(faults: Faults) -> JsError {
    JsError::new(&faults.to_string())
}
