//! A figure in two documents, one for all that stands still and one for a moment over it: in a film the first is drawn
//! once.

use super::{document, paper};
use crate::figure::Figure;
use crate::now::Now;
use crate::scene::Size;
use crate::theme::Theme;
use crate::view::View;

/// All that does not move, on the theme's paper; pixels of images are CSS pixels.
pub fn still_svg(figure: &mut Figure, view: View, size: Size, theme: Theme) -> String {
    let size = size.sane();
    let still = figure.printed(view, size, theme, 1.0);
    document(&[&paper(size), &still], theme, "", "")
}

/// One moment, on nothing.
pub fn moving_svg(figure: &mut Figure, view: View, now: &Now, size: Size, theme: Theme) -> String {
    document(&[&figure.moving(view, size.sane(), theme, now)], theme, "", "")
}
