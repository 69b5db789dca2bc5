//! The words that stand on pictures, in the language of whoever looks at them: English, unless a table says otherwise.
//!
//! ```
//! use ponder::Tree;
//! use ponder_plot::Tongue;
//!
//! let german = Tongue::of(Tree::map([("loss", "Verlust".into())]));
//! assert_eq!(["loss", "step"].map(|word| german.say(word)), ["Verlust", "step"]);
//! ```

use std::rc::Rc;

use ponder::Tree;

/// What is written on pictures, from English to another language.
#[derive(Clone, Debug)]
pub struct Tongue(Rc<Tree>);

impl Tongue {
    /// A table of texts, each under the English one; whatever is no table says nothing.
    pub fn of(table: Tree) -> Self {
        Self(Rc::new(table))
    }

    /// An English word or two, said in this language. Never inlined: it is called in many places, none of them hot.
    #[inline(never)]
    pub fn say<'a>(&'a self, english: &'a str) -> &'a str {
        self.0.get(english).and_then(Tree::text).unwrap_or(english)
    }
}

impl Default for Tongue {
    fn default() -> Self {
        Self::of(Tree::Null)
    }
}
