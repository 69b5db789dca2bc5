//! The `view` of a figure: which pictures, which window, which lines. Checked like a recipe, with the same faults.

use ponder::catalogue;
use ponder::math::larger;
use ponder::recipe::fields::{Fields, numbers};
use ponder::text::shortest;
use ponder::{Fault, Faults, Height, METHODS, SURFACES, Tree};

use crate::curves::{CURVES, Curve};
use crate::layer::{LAYERS, Layer};
use crate::theme::{HUES, Hues, Theme};

/// A picture of a figure. The formula (`rule`) and the `table` are pages' work, not drawn here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The loss surface in three dimensions.
    Surface,
    /// The loss surface as a map.
    Contour,
    /// The data and the current sigmoid.
    Fit,
    /// The loss over the steps, and what else a run has over them.
    Curves,
}

/// Every picture, with its name in figures, links and commands.
pub const VIEWS: [(&str, View); 4] =
    [("surface", View::Surface), ("contour", View::Contour), ("fit", View::Fit), ("curves", View::Curves)];

/// How heights may be drawn, with their names.
pub const HEIGHTS: [(&str, Height); 2] = [("linear", Height::Linear), ("log", Height::Log)];

/// Parts of a figure that a page makes of words and numbers.
const UNDRAWN: [&str; 2] = ["rule", "table"];

/// The most level lines.
pub const MAX_LEVELS: usize = 64;

impl View {
    /// From its name.
    pub fn named(name: &str) -> Option<Self> {
        VIEWS.iter().find(|(known, _)| *known == name).map(|(_, view)| *view)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        VIEWS[self as usize].0
    }
}

/// Which level lines to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum LevelChoice {
    /// About so many, at round heights.
    Count(usize),
    /// These losses, rising.
    Given(Vec<f64>),
}

/// A checked `view`.
#[derive(Clone, Debug, Default)]
pub struct Spec {
    /// Names of the figure's parts, in order; `None` leaves the choice to the page.
    pub views: Option<Vec<String>>,
    /// `[[w0, w1], [b0, b1]]`, instead of the surface's own window.
    pub window: Option<[[f64; 2]; 2]>,
    /// Level lines, instead of about twenty.
    pub levels: Option<LevelChoice>,
    /// Heights as they are or as logarithms, instead of the surface's own habit.
    pub height: Option<Height>,
    /// Yaw and pitch in radians, instead of a look from the low side.
    pub camera: [Option<f64>; 2],
    /// Only these layers.
    pub layers: Option<Vec<&'static Layer>>,
    /// What is drawn over the steps, instead of the loss alone.
    pub curves: Option<Vec<Curve>>,
    /// What the reader may change.
    pub knobs: Option<Vec<String>>,
    /// The light it wants, whatever the page's.
    pub theme: Option<Theme>,
    /// The colours of the land.
    pub hues: Hues,
}

impl Spec {
    /// Reads the `view` of a figure; without one, everything is left to taste.
    ///
    /// # Errors
    /// Everything that is wrong, with paths from `view` on and what is allowed there.
    pub fn read(figure: &Tree) -> Result<Self, Faults> {
        let Some(tree) = figure.get("view").filter(|tree| **tree != Tree::Null) else { return Ok(Self::default()) };
        let mut faults = Vec::new();
        let spec = Fields::of(tree, "view", &mut faults).map(fill);
        match spec {
            Some(spec) if faults.is_empty() => Ok(spec),
            _ => Err(Faults(faults)),
        }
    }
}

/// Why a surface of more than two parameters lacks something.
pub const NO_PLANE: &str = "as five parameters have no plane";

impl Spec {
    /// Refuses what cannot be drawn where the parameters are no plane.
    pub(crate) fn without_plane(&self, faults: &mut Vec<Fault>) {
        let left = || [View::Curves.name()].into_iter().chain(UNDRAWN);
        for (i, view) in self.views.iter().flatten().enumerate().filter(|(_, view)| left().all(|name| name != *view)) {
            let allowed = format!("allowed is {}, {NO_PLANE}", catalogue::list(left()));
            faults.push(Fault::wrong(format!("view.views[{i}]"), format!("\"{view}\""), allowed));
        }
    }
}

/// Every part of a figure that can be shown.
pub(crate) fn parts() -> Vec<&'static str> {
    VIEWS.iter().map(|(name, _)| *name).chain(UNDRAWN).collect()
}

fn fill(mut fields: Fields) -> Spec {
    let themes = [("light", Some(Theme::Light)), ("dark", Some(Theme::Dark)), ("auto", None)];
    let spec = Spec {
        views: words(&mut fields, "views", &parts()),
        window: fields.any("window").and_then(|tree| window(tree, fields.faults())),
        levels: fields.any("levels").and_then(|tree| levels(tree, fields.faults())),
        height: fields.word("height", &HEIGHTS),
        camera: fields.any("camera").and_then(|tree| camera(tree, fields.faults())).unwrap_or_default(),
        layers: layers(&mut fields),
        curves: curves(&mut fields),
        knobs: words(&mut fields, "knobs", &knobs()),
        theme: fields.word("theme", &themes).flatten(),
        hues: fields.word("palette", &HUES).unwrap_or_default(),
    };
    fields.finish("view");
    spec
}

/// A list of different words out of those allowed.
fn words(fields: &mut Fields, key: &'static str, allowed: &[&str]) -> Option<Vec<String>> {
    let tree = fields.any(key)?;
    let path = fields.path(key);
    let Some(items) = tree.list() else {
        fields.wrong(key, tree, format!("allowed is a list of {}", catalogue::list(allowed.iter().copied())));
        return None;
    };
    let mut found: Vec<String> = Vec::new();
    // One more than there are words has something wrong in it, and a long list is not a long list of faults.
    for (i, item) in items.iter().take(allowed.len() + 1).enumerate() {
        let word = item.text().unwrap_or_default();
        let problem = match (allowed.contains(&word), found.iter().any(|w| w == word)) {
            (true, false) => None,
            (true, true) => Some("allowed is every word once".into()),
            (false, _) => Some(format!("allowed is {}", catalogue::list(allowed.iter().copied()))),
        };
        match problem {
            None => found.push(word.into()),
            Some(allowed) => fields.faults().push(Fault::wrong(format!("{path}[{i}]"), item.glimpse(), allowed)),
        }
    }
    Some(found)
}

fn layers(fields: &mut Fields) -> Option<Vec<&'static Layer>> {
    let ids: Vec<&str> = LAYERS.iter().map(|layer| layer.id).collect();
    let chosen = words(fields, "layers", &ids)?;
    Some(LAYERS.iter().copied().filter(|layer| chosen.iter().any(|word| word == layer.id)).collect())
}

/// What the curves view draws: at least one kind.
fn curves(fields: &mut Fields) -> Option<Vec<Curve>> {
    let chosen = words(fields, "curves", &CURVES.map(|(name, _)| name))?;
    let read: Vec<Curve> = chosen.iter().filter_map(|name| Curve::named(name)).collect();
    let empty = fields.any("curves").filter(|tree| tree.list().is_some_and(<[Tree]>::is_empty));
    if let Some(tree) = empty {
        fields.wrong("curves", tree, format!("allowed is one or more of {}", catalogue::list(CURVES.map(|(n, _)| n))));
    }
    Some(read)
}

/// Whatever any rule or surface lets one set, and what every figure has.
pub(crate) fn knobs() -> Vec<&'static str> {
    let rules = METHODS.iter().flat_map(|m| m.forms).flat_map(|form| form.knobs);
    let surfaces = SURFACES.iter().flat_map(|s| s.knobs.iter());
    let mut ids: Vec<&str> = rules.chain(surfaces).map(|knob| knob.id).chain(["start", "steps"]).collect();
    let mut seen = Vec::new();
    ids.retain(|id| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    ids
}

/// The widest window: farther out a run counts as diverged.
const FAR: f64 = 1e9;

fn window(tree: &Tree, faults: &mut Vec<Fault>) -> Option<[[f64; 2]; 2]> {
    let Some([w, b]) = tree.list() else {
        faults.push(Fault::wrong("view.window", tree.glimpse(), "allowed is [[w0, w1], [b0, b1]]"));
        return None;
    };
    let w = side(w, "view.window[0]", faults);
    let b = side(b, "view.window[1]", faults);
    Some([w?, b?])
}

fn side(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<[f64; 2]> {
    let ends = numbers(tree, path, 2, faults)?;
    let (from, to) = (ends[0], ends[1]);
    let size = larger(from.abs(), to.abs());
    // So narrow a window far out has no doubles between its ends to draw.
    if from < to && size <= FAR && to - from >= 1e-9 * size {
        return Some([from, to]);
    }
    let allowed = "allowed is [from, to] with from below to, both between -1e9 and 1e9, and not nearly the same";
    faults.push(Fault::wrong(path, format!("[{}, {}]", shortest(from), shortest(to)), allowed));
    None
}

fn levels(tree: &Tree, faults: &mut Vec<Fault>) -> Option<LevelChoice> {
    let path = "view.levels";
    if let Some(n) = tree.number() {
        if (1.0..=MAX_LEVELS as f64).contains(&n) && n.fract() == 0.0 {
            return Some(LevelChoice::Count(n as usize));
        }
    } else if let Some(items) = tree.list().filter(|items| (1..=MAX_LEVELS).contains(&items.len())) {
        let values = numbers(tree, path, items.len(), faults)?;
        if values.windows(2).all(|pair| pair[0] < pair[1]) {
            return Some(LevelChoice::Given(values));
        }
    }
    let allowed = format!("allowed is a whole number from 1 to {MAX_LEVELS}, or a rising list of so many losses");
    faults.push(Fault::wrong(path, tree.glimpse(), allowed).whole_within([1.0, MAX_LEVELS as f64], tree.number()));
    None
}

/// Yaw and pitch in degrees, either of them.
fn camera(tree: &Tree, faults: &mut Vec<Fault>) -> Option<[Option<f64>; 2]> {
    let mut fields = Fields::of(tree, "view.camera", faults)?;
    let yaw = fields.number("yaw", f64::NEG_INFINITY);
    let pitch = fields.number("pitch", f64::NEG_INFINITY);
    if let Some(steep) = pitch.filter(|p| !(5.0..=85.0).contains(p)) {
        fields.outside("pitch", &steep.into(), [5.0, 85.0], "allowed is a finite number from 5 to 85 (degrees)");
    }
    fields.finish("camera");
    Some([yaw.map(f64::to_radians), pitch.map(f64::to_radians)])
}

#[cfg(test)]
mod tests;
