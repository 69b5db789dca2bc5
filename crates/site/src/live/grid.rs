//! Trying everything: a grid over a window, the loss at every node, the lowest of them, and what that costs with more
//! parameters.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder_plot::View;
use serde_json::json;

use super::chart::short;
use super::sight::{self, Sight};
use super::{Drawn, Kind, Scope};
use crate::brute;

const MAP: [f64; 2] = [360.0, 330.0];
const POWERS: [u32; 5] = [1, 2, 3, 5, 10];

/// What one search found: where, and the loss there.
type Found = ([f64; 2], f64);

pub(super) const ENTRY: Kind = Kind::new("grid", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let surface = fields.required("surface", "a surface")?;
    let halves = list(fields, "halves", 100.0)?;
    let sides = list(fields, "sides", 201.0)?;
    let (mut maps, mut searches, mut scales, mut html) = (String::new(), Vec::new(), Vec::new(), String::new());
    for (i, &half) in halves.iter().enumerate() {
        let window = [[-half, half]; 2];
        let made = Sight::new(surface, window, (View::Contour, MAP), &["land", "contour-lines"], &[]);
        let mut map = sight::seen(fields, surface, made)?;
        let found: Option<Vec<_>> =
            sides.iter().map(|&side| brute::lowest(window, side as usize, |w, b| map.value([w, b]))).collect();
        let found = found?;
        if i == 0 {
            html += &table(&sides, &found, half);
        }
        maps += &map.svg("poster map", &scope.alt, "");
        scales.push(map.scale());
        searches.push(found.iter().map(|f| json!([f.0[0], f.0[1], f.1])).collect::<Vec<_>>());
    }
    let data = json!({ "halves": halves, "sides": sides, "found": searches, "maps": scales });
    let record = "The loss at every node is computed; the time assumes a million losses in a second.".into();
    Some(Drawn { data, html: format!("{maps}<div class=\"still\">{html}</div>\n"), record, title: None })
}

fn list(fields: &mut Fields<'_, '_>, key: &'static str, most: f64) -> Option<Vec<f64>> {
    let tree = fields.required(key, "a list of numbers")?;
    let many = tree.list().map_or(0, <[_]>::len);
    let found = fields.numbers(key, many)?;
    if found.is_empty() || found.iter().any(|&x| !(2.0..=most).contains(&x)) {
        fields.wrong(key, tree, format!("allowed are numbers from 2 to {most}"));
        return None;
    }
    Some(found)
}

fn table(sides: &[f64], found: &[Found], half: f64) -> String {
    let mut out = format!(
        "<table class=\"measured\"><thead><tr><th scope=\"col\">Values for each of two parameters, −{half} to {half}</th>\
         <th scope=\"col\">Losses</th><th scope=\"col\">Lowest at</th><th scope=\"col\">Its loss</th></tr></thead><tbody>\n"
    );
    for (side, ([w, b], loss)) in sides.iter().zip(found) {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{side}</th><td>{}</td><td>({}, {})</td><td>{}</td></tr>",
            side * side,
            short(*w, 3),
            short(*b, 3),
            short(*loss, 3)
        );
    }
    let most = sides.iter().copied().fold(0.0, f64::max);
    let powers: Vec<_> = POWERS.iter().map(|&n| format!("{n}: {}", short(most.powi(n.cast_signed()), 3))).collect();
    out + &format!(
        "</tbody></table>\n<p>With {most} values each, by the number of parameters: {}.</p>\n",
        powers.join("; ")
    )
}
