//! The colours of a map of runs: which minimum is the hue of a pen, how soon it was reached its strength.
//!
//! ```
//! use ponder::bulk::Fate;
//! use ponder_plot::{Role, Theme, tint::tint};
//! let at = |step| tint(Theme::Light, Fate::Arrived { target: 0, step }, 200);
//! assert_eq!(at(0), Theme::Light.color(Role::Run(1)), "at once: the pen itself");
//! assert!(at(200).0 > at(20).0 && at(200).1 > at(20).1, "late: pale");
//! ```

use ponder::bulk::Fate;

use crate::theme::{Color, Role, Theme};

/// How far the latest arrival is mixed with paper.
const PALE: f64 = 0.8;
/// Pens that minima have: all but the first, which is the colour of the text.
const PENS: u8 = 7;

/// The role whose colour a minimum has, by its place in the list.
pub fn role(target: u8) -> Role {
    Role::Run(1 + target % PENS)
}

/// The colour of a run that ended so, out of so many steps.
pub fn tint(theme: Theme, fate: Fate, steps: usize) -> Color {
    let paper = theme.color(Role::Paper);
    match fate {
        // Half of the strength is for the first quarter: most runs arrive early or never.
        Fate::Arrived { target, step } => {
            let late = (f64::from(step) / steps.max(1) as f64).sqrt();
            mixed(theme.color(role(target)), paper, PALE * late)
        }
        Fate::Elsewhere => theme.color(Role::Grid),
        Fate::Cycling => theme.color(Role::Rule),
        Fate::Diverged { .. } => theme.color(Role::Ink),
    }
}

/// A colour with a share of another.
fn mixed(own: Color, other: Color, share: f64) -> Color {
    let part = |own: u8, other: u8| (f64::from(own) + share * (f64::from(other) - f64::from(own))).round() as u8;
    Color(part(own.0, other.0), part(own.1, other.1), part(own.2, other.2))
}
