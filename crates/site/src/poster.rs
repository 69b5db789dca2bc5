//! Posters: what a figure shows before it is alive, on paper, and where there is no JavaScript.

use ponder_plot::{Figure as Drawing, Now, Size, Theme, View, svg};

use crate::figure::Figure;
use crate::record::Record;

/// The views of a figure that does not name its own; without a plane it is its curves.
const USUAL: [View; 2] = [View::Surface, View::Contour];

/// The size of a view in CSS pixels, alone and beside others; the page scales it to its column.
const ALONE: Size = Size { width: 600.0, height: 500.0 };
const BESIDE: Size = Size { width: 480.0, height: 400.0 };

/// One picture for each drawn view of a figure, all at the step where its first question waits.
pub fn posters(figure: &Figure, record: &Record) -> Result<String, String> {
    let mut drawing = Drawing::new(&figure.tree).map_err(|faults| faults.to_string())?;
    let step = figure.poster_step(record);
    let now = Now { step: step as f64, limit: step, ..Now::default() };
    let named = drawing.spec().views.clone();
    let usual = if USUAL.iter().all(|view| drawing.draws(*view)) { &USUAL[..] } else { &[View::Curves] };
    let views =
        named.map_or_else(|| usual.to_vec(), |names| names.iter().filter_map(|name| View::named(name)).collect());
    let size = if views.len() == 1 { ALONE } else { BESIDE };
    let pictures: String = views.into_iter().map(|view| picture(&mut drawing, view, &now, size)).collect();
    Ok(format!("<div class=\"posters\">\n{pictures}</div>\n"))
}

fn picture(drawing: &mut Drawing, view: View, now: &Now, size: Size) -> String {
    let svg = svg(drawing, view, now, size, Theme::Light);
    svg.replacen("<svg ", &format!("<svg class=\"poster poster-{}\" ", view.name()), 1)
}
