//! Any right figure: a recipe, and whatever its view and its questions may say.

use ponder::{METHODS, Tree};
use ponder_plot::{CURVES, HEIGHTS, HUES, LAYERS, MAX_LEVELS, VIEWS};
use ponder_tests::object;

use crate::recipe::recipe;
use crate::tape::Tape;

type Keys = Vec<(&'static str, Tree)>;

/// Texts in which something could be taken for a part of a link, a number or a switch.
const TEXTS: [&str; 12] = [
    "Where will it be?",
    "5",
    "true",
    "a&b=c;d:e,f",
    "100 %",
    "%41%zz",
    "η ← η/√v + 1\n",
    "w^2 + b",
    "\u{0}\u{202e}\u{10ffff}",
    "end",
    "#?v=1",
    " ",
];

pub(crate) fn figure(tape: &mut Tape) -> Tree {
    // Drawn first: the recipe may need more than is left of the tape.
    let (view, questions) = (tape.once_in(2), tape.count(4) - 1);
    let (view, asked) = (view.then(|| look(tape)), (0..questions).map(|_| question(tape)).collect::<Vec<_>>());
    let alt = tape.once_in(4).then(|| *tape.one(&TEXTS));
    let mut figure = recipe(tape);
    let (plane, steps) = (is_plane(&figure), figure.get("steps").and_then(Tree::number).unwrap_or(1.0));
    let Tree::Map(pairs) = &mut figure else { return figure };
    pairs.extend(alt.map(|alt| ("alt".to_owned(), alt.into())));
    pairs.extend(view.map(|view| ("view".to_owned(), if plane { view } else { flat(view) })));
    if !asked.is_empty() {
        let asked = asked.into_iter().enumerate().map(|(i, asked)| asked.at(i, steps, plane)).collect();
        pairs.push(("ponders".to_owned(), Tree::List(asked)));
    }
    figure
}

fn is_plane(figure: &Tree) -> bool {
    let model = figure.get("surface").and_then(|surface| surface.get("model")).and_then(Tree::text);
    model != Some("four-input-neuron")
}

/// A view of parameters that are no plane has no maps.
fn flat(view: Tree) -> Tree {
    let Tree::Map(pairs) = view else { return view };
    Tree::Map(pairs.into_iter().filter(|(key, _)| key != "views").collect())
}

fn look(tape: &mut Tape) -> Tree {
    let mut keys: Keys = vec![("theme", word(&["light", "dark", "auto"], tape))];
    let views: Vec<&str> = VIEWS.iter().map(|(name, _)| *name).chain(["rule", "table"]).collect();
    let layers: Vec<&str> = LAYERS.iter().map(|layer| layer.id).collect();
    let knobs: Vec<&str> = METHODS.iter().flat_map(|m| m.forms[0].knobs).map(|knob| knob.id).collect();
    for (key, all) in [("views", views), ("layers", layers), ("knobs", knobs)] {
        if tape.once_in(2) {
            keys.push((key, some(&all, 0, tape)));
        }
    }
    if tape.once_in(2) {
        keys.push(("curves", some(&CURVES.map(|(name, _)| name), 1, tape)));
        keys.push(("height", word(&HEIGHTS.map(|(name, _)| name), tape)));
        keys.push(("palette", word(&HUES.map(|(name, _)| name), tape)));
    }
    if tape.once_in(2) {
        let mut side = || {
            let from = tape.between(-1e3, 1e3);
            Tree::numbers(&[from, from + tape.between(1e-3, 1e3)])
        };
        let window = [side(), side()];
        keys.push(("window", Tree::List(window.into())));
    }
    if tape.once_in(2) {
        keys.push(("levels", levels(tape)));
        keys.push(("camera", camera(tape)));
    }
    object(keys)
}

fn word(words: &[&str], tape: &mut Tape) -> Tree {
    (*tape.one(words)).into()
}

/// Some of the words, each once.
fn some(words: &[&str], least: usize, tape: &mut Tape) -> Tree {
    let mut chosen: Vec<&str> = Vec::new();
    for _ in 0..least + tape.below(4) {
        let word = *tape.one(words);
        if !chosen.contains(&word) {
            chosen.push(word);
        }
    }
    Tree::List(chosen.into_iter().map(Tree::from).collect())
}

fn levels(tape: &mut Tape) -> Tree {
    if tape.once_in(2) {
        return tape.count(MAX_LEVELS).into();
    }
    let mut rising = vec![tape.coordinate()];
    for _ in 0..tape.below(4) {
        let last = rising[rising.len() - 1];
        rising.extend([last + last.abs() + 1.0].into_iter().filter(|next| next.is_finite() && *next > last));
    }
    Tree::numbers(&rising)
}

fn camera(tape: &mut Tape) -> Tree {
    let mut keys = Keys::new();
    if tape.once_in(2) {
        keys.push(("yaw", tape.signed().into()));
    }
    if tape.once_in(2) {
        keys.push(("pitch", tape.between(5.0, 85.0).into()));
    }
    object(keys)
}

/// A question whose time and place are not known yet.
struct Asked {
    kind: usize,
    when: usize,
    share: f64,
    bound: f64,
    keys: Keys,
    options: [Tree; 2],
    answer: [Option<Tree>; 2],
}

fn question(tape: &mut Tape) -> Asked {
    let mut keys: Keys = vec![("ask", (*tape.one(&TEXTS[..6])).into())];
    if tape.once_in(2) {
        keys.push(("why", word(&TEXTS, tape)));
    }
    let [number, pair] = [Tree::from(tape.signed()), Tree::numbers(&[tape.coordinate(), tape.coordinate()])];
    let (given, tolerance) = (tape.below(4), tape.size());
    let answer = [number, pair].map(|value| match given {
        0 => None,
        1 => Some(value),
        2 => Some(Tree::map([("value", value)])),
        _ => Some(Tree::map([("tolerance", tolerance.into()), ("value", value)])),
    });
    Asked {
        kind: tape.below(5),
        when: tape.below(5),
        share: tape.between(0.0, 1.0),
        bound: tape.size(),
        keys,
        options: options(tape),
        answer,
    }
}

/// Those of a choice, and those of an order.
fn options(tape: &mut Tape) -> [Tree; 2] {
    let texts: Vec<&str> = (0..2 + tape.below(3)).map(|_| *tape.one(&TEXTS[..6])).collect();
    let choice = texts.iter().enumerate().map(|(i, text)| {
        let mut keys: Keys = vec![("text", (*text).into())];
        if i == 0 || tape.once_in(2) {
            keys.push(("right", Tree::Bool(i == 0)));
        }
        if tape.once_in(4) {
            keys.push(("why", word(&TEXTS, tape)));
        }
        object(keys)
    });
    [Tree::List(choice.collect()), Tree::List(texts.iter().map(|text| (*text).into()).collect())]
}

impl Asked {
    /// Question number `i` of a figure.
    fn at(self, i: usize, steps: f64, plane: bool) -> Tree {
        let kinds = ["choose", "type", "order", "click", "draw"];
        let kind = if plane { self.kind } else { self.kind % 3 };
        let at = match self.when {
            0 => (self.share * steps).floor().into(),
            1 => "end".into(),
            2 => Tree::map([("event", "plateau".into())]),
            3 => Tree::map([("event", Tree::map([("gradient_below", self.bound.into())]))]),
            _ => Tree::map([("event", Tree::map([("loss_below", self.bound.into())]))]),
        };
        let mut keys = self.keys;
        keys.extend([("kind", kinds[kind].into()), ("at", at)]);
        let ([choice, order], [number, pair]) = (self.options, self.answer);
        match kind {
            0 => keys.push(("options", choice)),
            1 => keys.extend(number.map(|answer| ("answer", answer))),
            2 => keys.push(("options", order)),
            _ => keys.extend(pair.map(|answer| ("answer", answer))),
        }
        if i > 0 {
            keys.push(("id", i.to_string().as_str().into()));
        }
        object(keys)
    }
}
