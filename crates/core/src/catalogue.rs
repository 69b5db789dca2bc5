//! What every table of the product has in common: entries are found by id, and have knobs.
//!
//! ```
//! use ponder::{Knob, METHODS, SURFACES, Tree, catalogue};
//!
//! assert_eq!(catalogue::find(SURFACES, "beale").unwrap().title, "Beale's function");
//! assert!(catalogue::find(METHODS, "adm").unwrap_err().contains("adagrad, rmsprop"), "what there is instead");
//! assert_eq!(Knob::EPSILON_PLACEMENT.written(1.0), Tree::from("outside"), "a recipe writes the word, not the number");
//! ```

mod entries;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::Tree;

/// What a knob turns, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A number, on a slider of equal steps.
    Linear,
    /// A number, on a slider of equal factors.
    Log,
    /// A switch: `true` is 1, `false` 0.
    Flag,
    /// One of a few words, by its index.
    Words(&'static [&'static str]),
}

/// What a recipe may set: a hyper-parameter or switch of a rule, a constant of a surface. Its value is a number.
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
    /// A number with a slider of equal steps.
    #[must_use]
    pub const fn linear(id: &'static str, symbol: &'static str, [min, max]: [f64; 2], about: &'static str) -> Self {
        Self { id, symbol, about, min, max, scale: Scale::Linear, default: None }
    }

    /// A number with a slider of equal factors.
    #[must_use]
    pub const fn log(id: &'static str, symbol: &'static str, [min, max]: [f64; 2], about: &'static str) -> Self {
        Self { id, symbol, about, min, max, scale: Scale::Log, default: None }
    }

    /// A switch, off by default.
    #[must_use]
    pub const fn flag(id: &'static str, about: &'static str) -> Self {
        Self { id, symbol: "", about, min: 0.0, max: 1.0, scale: Scale::Flag, default: Some(0.0) }
    }

    /// One of `words`, the first by default.
    #[must_use]
    pub const fn words(id: &'static str, words: &'static [&'static str], about: &'static str) -> Self {
        let max = words.len() as f64 - 1.0;
        Self { id, symbol: "", about, min: 0.0, max, scale: Scale::Words(words), default: Some(0.0) }
    }

    /// The same knob with a default.
    #[must_use]
    pub const fn at(self, default: f64) -> Self {
        Self { default: Some(default), ..self }
    }

    /// The learning rate η. Without a default, as no one number suits every surface.
    pub const LEARNING_RATE: Self =
        Self::log("learning_rate", r"\eta", [1e-3, 100.0], "how far one step goes per unit of slope");

    /// The momentum coefficient γ, 0.9 by default.
    pub const MOMENTUM: Self =
        Self::linear("momentum", r"\gamma", [0.0, 0.999], "how much of the last step is kept").at(0.9);

    /// β₁, the share of the average gradient that is kept: 0.9 by default.
    pub const BETA1: Self =
        Self::linear("beta1", r"\beta_1", [0.0, 0.999], "how much of the average gradient is kept").at(0.9);

    /// β₂, the share of the average squared gradient that is kept: 0.999 by default.
    pub const BETA2: Self =
        Self::linear("beta2", r"\beta_2", [0.0, 0.9999], "how much of the average squared gradient is kept").at(0.999);

    /// β, the share of an average square that is kept: 0.9 by default.
    pub const DECAY: Self =
        Self::linear("decay", r"\beta", [0.0, 0.999], "how much of the average squared gradient is kept").at(0.9);

    /// ε, which keeps a division by a vanishing root finite.
    pub const EPSILON: Self =
        Self::log("epsilon", r"\varepsilon", [1e-16, 1e-1], "keeps the division finite where gradients vanish");

    /// ε under the root, besides the other ε: Optax.
    pub const EPSILON_ROOT: Self =
        Self::log("epsilon_root", r"\bar{\varepsilon}", [0.0, 1e-1], "the same under the root");

    /// Whether ε stands under the root or beside it.
    pub const EPSILON_PLACEMENT: Self =
        Self::words("epsilon_placement", crate::memory::PLACES, "whether ε stands inside the root or outside");

    /// Whether the averages are freed of their zero start: true by default.
    pub const BIAS_CORRECTION: Self =
        Self::flag("bias_correction", "whether the averages are freed of their zero start").at(1.0);

    /// The sum of squares before the first update.
    pub const INITIAL_ACCUMULATOR: Self =
        Self::log("initial_accumulator", r"v_0", [0.0, 1.0], "where the sum of squares starts");

    /// λ, the share of the weights that an update takes away, times the learning rate.
    pub const WEIGHT_DECAY: Self =
        Self::log("weight_decay", r"\lambda", [0.0, 1.0], "how strongly every update pulls the weights to zero");

    /// A value of this knob as a recipe writes it.
    #[must_use]
    pub fn written(&self, value: f64) -> Tree {
        match self.scale {
            Scale::Linear | Scale::Log => value.into(),
            Scale::Flag => Tree::Bool(value != 0.0),
            Scale::Words(words) => words.get(value as usize).map_or(Tree::Null, |word| (*word).into()),
        }
    }

    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let (scale, words) = match self.scale {
            Scale::Linear => ("linear", Tree::Null),
            Scale::Log => ("log", Tree::Null),
            Scale::Flag => ("flag", Tree::Null),
            Scale::Words(words) => ("words", Tree::List(words.iter().map(|word| (*word).into()).collect())),
        };
        Tree::map([
            ("id", self.id.into()),
            ("symbol", self.symbol.into()),
            ("about", self.about.into()),
            ("min", self.min.into()),
            ("max", self.max.into()),
            ("scale", scale.into()),
            ("words", words),
            ("default", self.default.map(|value| self.written(value)).into()),
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

/// Declares one module a word and the table of their entries: a new entry is one new file and one word.
///
/// Each file holds an `ENTRY` of the table's type. What stands behind `; whole NAME:` is there with this
/// feature only, and a table of its own besides. rustfmt does not see files that a macro declares, so `cargo xtask
/// test fmt` names every file; `cargo xtask tidy` says which file's word is missing.
#[macro_export]
macro_rules! table {
    ($(#[$about:meta])* $table:ident: $entry:ty = $($word:ident)+ $(; whole $later:ident: $($more:ident)+)?) => {
        $(mod $word;)+
        $($(#[cfg(feature = "whole")] mod $more;)+)?

        $(#[$about])*
        pub static $table: &[&$entry] = &[$(&$word::ENTRY,)+ $($(#[cfg(feature = "whole")] &$more::ENTRY,)+)?];
        $(
            /// Those of them that are there with the feature `whole` only.
            #[cfg(feature = "whole")]
            pub static $later: &[&$entry] = &[$(&$more::ENTRY),+];
        )?
    };
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
