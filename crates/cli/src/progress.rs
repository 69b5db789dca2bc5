//! How far a long command has come, on the terminal if there is one: standard error stays empty in a script.

use std::borrow::Cow;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of so many pieces of work, called `what`; it is gone when it is dropped.
pub(crate) fn bar(pieces: u64, what: impl Into<Cow<'static, str>>) -> ProgressBar {
    let bar = ProgressBar::new(pieces).with_message(what);
    match ProgressStyle::with_template("{msg} {wide_bar} {percent:>3} %, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
