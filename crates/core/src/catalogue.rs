//! What every table of the product has in common: entries are found by id, and have knobs.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::Tree;

/// How a slider should move over a knob's range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps.
    Linear,
    /// Equal factors.
    Log,
}

/// A number that a recipe may set: a hyper-parameter of a rule, a constant of a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knob {
    /// Its key in a recipe.
    pub id: &'static str,
    /// Its letter in the formula, TeX.
    pub symbol: &'static str,
    /// What it does, one short phrase.
    pub about: &'static str,
    /// The low end of a sensible slider; a recipe may go beyond.
    pub min: f64,
    /// The high end of a sensible slider; a recipe may go beyond.
    pub max: f64,
    /// How a slider moves between the two.
    pub scale: Scale,
    /// The value where a recipe says nothing; `None` means that the recipe must say it.
    pub default: Option<f64>,
}

impl Knob {
    /// The learning rate η. `default: None`, as no one number suits every surface.
    #[must_use]
    pub const fn learning_rate(default: Option<f64>) -> Self {
        let about = "how far one step goes per unit of slope";
        Self { id: "learning_rate", symbol: r"\eta", about, min: 1e-3, max: 100.0, scale: Scale::Log, default }
    }

    /// The momentum coefficient γ, 0.9 by default.
    #[must_use]
    pub const fn momentum() -> Self {
        let about = "how much of the last step is kept";
        let (min, max, default) = (0.0, 0.999, Some(0.9));
        Self { id: "momentum", symbol: r"\gamma", about, min, max, scale: Scale::Linear, default }
    }

    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let scale = match self.scale {
            Scale::Linear => "linear",
            Scale::Log => "log",
        };
        Tree::map([
            ("id", self.id.into()),
            ("symbol", self.symbol.into()),
            ("about", self.about.into()),
            ("min", self.min.into()),
            ("max", self.max.into()),
            ("scale", scale.into()),
            ("default", self.default.into()),
        ])
    }
}

/// An entry of a table.
pub trait Named {
    /// Its id in a recipe: lower case with hyphens.
    fn id(&self) -> &'static str;
}

/// The entry called `id`, or the ids that exist, as a list for an error message.
///
/// # Errors
/// Names every id of the table when `id` is none of them.
pub fn find<T: Named>(table: &[&'static T], id: &str) -> Result<&'static T, String> {
    let found = table.iter().find(|entry| entry.id() == id);
    found.copied().ok_or_else(|| list(table.iter().map(|entry| entry.id())))
}

/// `a, b or c`.
pub fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().collect();
    match words.split_last() {
        None => String::from("nothing"),
        Some((last, [])) => String::from(*last),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}
