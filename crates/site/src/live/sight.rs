//! A picture of the engine's own in an exhibit: the land of a surface from above or from the side, and where its points
//! lie in it.

use ponder::recipe::fields::Fields;
use ponder::{Landscape, METHODS, Tree, Vector};
use ponder_plot::{Figure, Now, Size, Theme, View, svg};
use serde_json::{Value, json};

/// A window of the plane, `[[w0, w1], [b0, b1]]`.
pub(super) type Window = [[f64; 2]; 2];

pub(super) struct Sight {
    drawing: Figure,
    view: View,
    size: Size,
    window: Window,
}

impl Sight {
    /// Only the layers named are drawn; `more` are further keys of the figure's view.
    pub(super) fn new(
        surface: &Tree,
        window: Window,
        (view, [width, height]): (View, [f64; 2]),
        layers: &[&str],
        more: &[(&str, Tree)],
    ) -> Result<Self, String> {
        let middle = window.map(|[low, high]| f64::midpoint(low, high));
        let mut keys = vec![
            ("window".to_owned(), Tree::List(window.iter().map(|ends| Tree::numbers(ends)).collect())),
            ("layers".to_owned(), Tree::List(layers.iter().map(|&layer| layer.into()).collect())),
        ];
        keys.extend(more.iter().map(|(key, value)| ((*key).to_owned(), value.clone())));
        let tree = Tree::map([
            ("surface", surface.clone()),
            ("runs", Tree::List(vec![run(&middle)])),
            ("steps", 1_usize.into()),
            ("view", Tree::Map(keys)),
        ]);
        let drawing = Figure::new(&tree).map_err(|faults| faults.to_string())?;
        Ok(Self { drawing, view, size: Size { width, height }, window })
    }

    /// The picture, with `inside` drawn over it in its own pixels.
    pub(super) fn svg(&mut self, class: &str, alt: &str, inside: &str) -> String {
        let made = svg(&mut self.drawing, self.view, &Now::default(), self.size, Theme::Light);
        let open = format!("<svg class=\"{class}\" aria-label=\"{alt}\" ");
        let body = made.trim_end().strip_suffix("</svg>").unwrap_or(&made).replacen("<svg ", &open, 1);
        format!("{body}<g font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"none\">{inside}</g></svg>\n")
    }

    /// The loss at a point.
    pub(super) fn value(&self, at: [f64; 2]) -> f64 {
        self.drawing.plan().surface().value(Vector(at))
    }

    /// The gradient at a point.
    pub(super) fn slope(&self, at: [f64; 2]) -> Vector {
        self.drawing.plan().surface().slope(Vector(at))
    }

    /// What the surface's neuron answers, if it has one.
    pub(super) fn answer(&self, at: [f64; 2], x: f64) -> Option<f64> {
        self.drawing.plan().surface().fit().map(|fit| fit.predict(Vector(at), x))
    }

    /// The points to be fitted.
    pub(super) fn data(&self) -> &[[f64; 2]] {
        self.drawing.data()
    }

    /// The pixel of a point of the land.
    pub(super) fn place(&self, at: [f64; 2]) -> [f64; 2] {
        self.drawing.place(self.view, self.size, at).unwrap_or([f64::NAN; 2])
    }

    /// The scales of a map, for the page's code.
    pub(super) fn scale(&self) -> Value {
        let [[left, right], [low, high]] = self.window;
        let ([x0, y1], [x1, y0]) = (self.place([left, low]), self.place([right, high]));
        json!({ "plot": [[x0, x1], [y0, y1]], "x": self.window[0], "y": self.window[1] })
    }
}

/// A run that stands at a point: a picture of land needs one, and any will do.
pub(super) fn run(start: &[f64]) -> Tree {
    let method = METHODS.first().map_or("", |method| method.id);
    Tree::map([("method", method.into()), ("start", Tree::numbers(start)), ("learning_rate", 1.0.into())])
}

/// `[[w0, w1], [b0, b1]]`, both rising.
pub(super) fn window(fields: &mut Fields<'_, '_>) -> Option<Window> {
    let found = points(fields, "window")?;
    match found[..] {
        [w, b] if w[0] < w[1] && b[0] < b[1] => Some([w, b]),
        _ => {
            fields.broken("allowed is a window [[w0, w1], [b0, b1]], both rising");
            None
        }
    }
}

/// A list of pairs of numbers, at least one.
pub(super) fn points(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<Vec<[f64; 2]>> {
    let tree = fields.required(key, "a list of pairs of numbers")?;
    let pair = |tree: &Tree| match tree.list()? {
        [a, b] => Some([a.number()?, b.number()?]),
        _ => None,
    };
    let found: Option<Vec<_>> = tree.list().and_then(|list| list.iter().map(pair).collect());
    let found = found.filter(|list| !list.is_empty());
    if found.is_none() {
        fields.wrong(key, tree, "allowed is a list of pairs of numbers");
    }
    found
}

/// What could not be drawn, as a fault of the surface.
pub(super) fn seen(fields: &mut Fields<'_, '_>, surface: &Tree, made: Result<Sight, String>) -> Option<Sight> {
    made.map_err(|message| fields.wrong("surface", surface, message)).ok()
}
