//! Right recipes with something wrong in them: a key too many, too few or misspelt, anything in anything's place.

use ponder::Tree;

use crate::recipe::recipe;
use crate::tape::Tape;

const NUMBERS: [f64; 16] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    -0.0,
    -1.0,
    0.5,
    2.0,
    1e6,
    1_000_001.0,
    1e15,
    9_007_199_254_740_993.0,
    1e19,
    1e308,
    -1e308,
    5e-324,
    -5e-324,
];
const TEXTS: [&str; 12] = [
    "",
    "adam",
    "two-points",
    "NaN",
    "pytorch",
    "keras",
    "linear",
    "inside",
    "\u{0}\u{feff}",
    "[0]",
    "a.b",
    "ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé 🙂",
];
/// Keys of somewhere else, misspelt ones, and some that are no keys at all.
const KEYS: [&str; 20] = [
    "surface",
    "runs",
    "steps",
    "momentum",
    "momentun",
    "epsilon",
    "schedule",
    "kind",
    "over",
    "batch",
    "noise",
    "data",
    "validation",
    "model",
    "function",
    "",
    "a.b",
    "[0]",
    "view",
    "ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé 🙂",
];

pub(crate) fn mutant(tape: &mut Tape) -> Tree {
    // What is wrong is drawn first: the recipe may need more than is left of the tape.
    let wrongs: Vec<_> = (0..1 + tape.below(4)).map(|_| Wrong::new(tape)).collect();
    let mut tree = recipe(tape);
    for wrong in &wrongs {
        wrong.befall(&mut tree, &wrong.way);
    }
    tree
}

/// One thing wrong: where, and what.
struct Wrong {
    /// Which child to go to, level by level.
    way: Vec<usize>,
    how: usize,
    key: &'static str,
    junk: Tree,
}

impl Wrong {
    fn new(tape: &mut Tape) -> Self {
        let way = (0..=tape.below(6)).map(|_| tape.below(1 << 16)).collect();
        Self { way, how: tape.below(8), key: KEYS[tape.below(KEYS.len())], junk: junk(3, tape) }
    }

    /// Goes in, turn by turn, as far as there are objects and lists.
    fn befall(&self, tree: &mut Tree, way: &[usize]) {
        let turn = way.first().copied().unwrap_or(0);
        let inside = if way.len() > 1 { inner(tree, turn) } else { None };
        match (inside, tree) {
            (Some(i), Tree::Map(pairs)) => self.befall(&mut pairs[i].1, &way[1..]),
            (Some(i), Tree::List(items)) => self.befall(&mut items[i], &way[1..]),
            (_, Tree::Map(pairs)) => self.befall_map(pairs, turn % pairs.len().max(1)),
            (_, Tree::List(items)) => self.befall_list(items, turn % items.len().max(1)),
            (_, leaf) => *leaf = self.junk.clone(),
        }
    }

    fn befall_map(&self, pairs: &mut Vec<(String, Tree)>, i: usize) {
        match self.how {
            0..=1 if i < pairs.len() => drop(pairs.remove(i)),
            2 if i < pairs.len() => pairs[i].0 = self.key.to_owned(),
            3 if i < pairs.len() => pairs[i].0.push('s'),
            4 if i < pairs.len() => pairs.push(pairs[i].clone()),
            5 if i < pairs.len() => pairs[i].1 = self.junk.clone(),
            _ => pairs.insert(i, (self.key.to_owned(), self.junk.clone())),
        }
    }

    fn befall_list(&self, items: &mut Vec<Tree>, i: usize) {
        match self.how {
            0..=1 if i < items.len() => drop(items.remove(i)),
            2 => items.clear(),
            3 if i < items.len() => items.extend(vec![items[i].clone(); 17]),
            4..=5 if i < items.len() => items[i] = self.junk.clone(),
            _ => items.insert(i, self.junk.clone()),
        }
    }
}

/// The place of one of the objects and lists inside.
fn inner(tree: &Tree, turn: usize) -> Option<usize> {
    let children: Vec<&Tree> = match tree {
        Tree::Map(pairs) => pairs.iter().map(|(_, value)| value).collect(),
        Tree::List(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    let deeper = |i: &usize| matches!(children[*i], Tree::Map(_) | Tree::List(_));
    let inner: Vec<_> = (0..children.len()).filter(deeper).collect();
    inner.get(turn % inner.len().max(1)).copied()
}

/// Anything that JSON or JavaScript can say.
fn junk(depth: usize, tape: &mut Tape) -> Tree {
    match tape.below(if depth > 0 { 8 } else { 5 }) {
        0 => Tree::Null,
        1 => Tree::Bool(tape.once_in(2)),
        2..=3 => (*tape.one(&NUMBERS)).into(),
        4 => (*tape.one(&TEXTS)).into(),
        5 => Tree::List((0..tape.count(4) - 1).map(|_| junk(depth - 1, tape)).collect()),
        6 => {
            Tree::Map((0..tape.count(4) - 1).map(|_| ((*tape.one(&KEYS)).to_owned(), junk(depth - 1, tape))).collect())
        }
        // Deeper than any front door lets in.
        _ => (0..40).fold(Tree::Null, |inside, _| Tree::List(vec![inside])),
    }
}
