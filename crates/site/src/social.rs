//! The picture that stands for a page where its link is shared: its title and its first figure, as a PNG.

use ponder_plot::{Figure as Drawing, Now, Size, Theme, View, svg};
use ponder_raster::{Pixmap, paint};

use crate::figure::Figure;
use crate::html::escape;
use crate::record::Record;

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// The figure's place: at the right, as tall as the picture.
const FIGURE: Size = Size { width: 660.0, height: 550.0 };

/// How many letters of the title fit on a line.
const LINE: usize = 14;

/// The PNG of a page: a line above its title, the title, and the figure at its first question.
pub fn picture(above: &str, title: &str, figure: Option<(&Figure, &Record)>) -> Result<Vec<u8>, String> {
    let drawn = figure.map(|(figure, record)| drawing(figure, record)).transpose()?.unwrap_or_default();
    let lines: String = (0..)
        .zip(broken(title))
        .map(|(i, line)| format!("<text x=\"64\" y=\"{}\" font-size=\"62\">{}</text>\n", 250 + 76 * i, escape(&line)))
        .collect();
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fbfaf6\"/>\n{drawn}\
         <g font-family=\"DejaVu Serif\" fill=\"#1d1b18\">\n{lines}</g>\n<g font-family=\"DejaVu Sans\" font-size=\"26\">\n\
         <text x=\"64\" y=\"112\" fill=\"#0f6b6b\">{}</text>\n\
         <text x=\"64\" y=\"560\" fill=\"#66615a\">Predict first, then watch.</text>\n</g>\n</svg>\n",
        escape(above)
    );
    png(&text)
}

fn drawing(figure: &Figure, record: &Record) -> Result<String, String> {
    let mut drawing = Drawing::new(&figure.tree).map_err(|faults| faults.to_string())?;
    let step = figure.poster_step(record);
    let now = Now { step: step as f64, limit: step, ..Now::default() };
    let named = drawing.spec().views.clone().unwrap_or_default();
    let wanted = named.iter().filter_map(|name| View::named(name)).chain([View::Contour, View::Curves]);
    let Some(view) = wanted.into_iter().find(|view| drawing.draws(*view)) else { return Ok(String::new()) };
    let (width, height) = (FIGURE.width, FIGURE.height);
    let place = format!("<svg x=\"510\" y=\"40\" width=\"{width}\" height=\"{height}\" ");
    Ok(svg(&mut drawing, view, &now, FIGURE, Theme::Light).replacen("<svg ", &place, 1))
}

/// A title in lines of whole words.
fn broken(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE => *line += &format!(" {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn png(text: &str) -> Result<Vec<u8>, String> {
    let mut picture = Pixmap::new(WIDTH, HEIGHT).ok_or("no room for the picture")?;
    paint(text, &mut picture)?;
    picture.encode_png().map_err(|error| format!("the picture's PNG: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_between_words() {
        assert_eq!(broken("The learning rate"), ["The learning", "rate"]);
        assert_eq!(broken("Curvature"), ["Curvature"]);
    }

    #[test]
    fn letters_are_drawn() {
        let (with, without) = (picture("Lesson 2", "Noise", None).unwrap(), picture("", "", None).unwrap());
        assert!(with.starts_with(b"\x89PNG") && with.len() > without.len() + 1000, "{} {}", with.len(), without.len());
        assert_eq!(with, picture("Lesson 2", "Noise", None).unwrap());
    }
}
