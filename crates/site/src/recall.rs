//! Closing questions: they stand without a figure, and every one has variants whose keys are checked when the site is built.
//!
//! `docs/closing-questions.md` is the format. A fence is read ([`read`]) into one [`Variant`] for each combination of what
//! varies; names are filled in by [`scope`], what makes a variant fair is in [`check`], what stands on the page in [`page`].

pub mod check;
pub mod page;
mod read;
pub mod scope;
mod vary;

pub use read::read;

/// A closing question.
#[derive(Clone, Debug)]
pub struct Recall {
    /// Its name in its lesson.
    pub id: String,
    /// The earlier lesson that it comes from, if it is asked again.
    pub from: Option<usize>,
    /// What it asks, in the order in which it is asked.
    pub variants: Vec<Variant>,
    /// Where its fence stands in the file, in bytes.
    pub offset: usize,
}

/// One instance of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// What was put in: `eta = 0.5, w = 2`.
    pub name: String,
    /// The question.
    pub ask: String,
    /// The worked numbers.
    pub why: String,
    /// How it is answered.
    pub body: Body,
}

/// How a variant is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// By choosing one option, or all that are right.
    Choose {
        /// Whether several may be right.
        many: bool,
        /// The options as they stand.
        options: Vec<Choice>,
    },
    /// By typing a number.
    Type {
        /// The right one.
        answer: f64,
        /// How far off it may be.
        tolerance: f64,
        /// Likely wrong ones, and why.
        wrong: Vec<(f64, String)>,
    },
    /// By putting items in the order of their values, smallest first; they stand in this order here.
    Order(Vec<(String, f64)>),
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// What a reader who picks it hears; nothing where it is right.
    pub why: Option<String>,
}

impl Variant {
    /// The right answer, in words.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.body {
            Body::Choose { options, .. } => {
                let mut right: Vec<_> =
                    options.iter().filter(|option| option.right).map(|option| option.text.as_str()).collect();
                right.sort_unstable();
                right.join("; ")
            }
            Body::Type { answer, .. } => answer.to_string(),
            Body::Order(items) => items.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(", "),
        }
    }

    /// What there is to choose from or to put in order, in an order that does not tell the answer.
    #[must_use]
    pub fn options(&self) -> Vec<&str> {
        match &self.body {
            Body::Choose { options, .. } => options.iter().map(|option| option.text.as_str()).collect(),
            Body::Type { .. } => Vec::new(),
            Body::Order(items) => {
                let mut texts: Vec<_> = items.iter().map(|(text, _)| text.as_str()).collect();
                texts.sort_unstable();
                texts
            }
        }
    }

    /// What a reader sees before the answer, in no particular order.
    fn asks(&self) -> (&str, Vec<&str>) {
        let mut texts = self.options();
        texts.sort_unstable();
        (&self.ask, texts)
    }
}

#[cfg(test)]
mod tests;
