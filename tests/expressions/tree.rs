//! Random expressions: trees, and the texts that stand for them.

/// A sequence of numbers from a seed (SplitMix64; Steele, Lea & Flood 2014, doi:10.1145/2714064.2660195).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 up to `end`, exclusive.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// True in so many of a hundred cases.
    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// A number from −1 to 1.
    pub(crate) fn around_zero(&mut self) -> f64 {
        (self.next() >> 11) as f64 / 2f64.powi(52) - 1.0
    }

    pub(crate) fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// An expression as a tree.
#[derive(Debug)]
pub(crate) enum Node {
    Number(String),
    Name(&'static str),
    Sign(char, Box<Self>),
    Infix(char, Box<Self>, Box<Self>),
    Call(&'static str, Vec<Self>),
}

const FUNCTIONS: &[&str] = &[
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "ln", "log", "log10", "log2", "sqrt",
    "cbrt", "abs", "sign", "sigmoid", "softplus", "relu", "min", "max", "pow",
];
const LITERALS: &[&str] = &["1", "2", "3", "0.5", ".25", "1.5", "2.5E-1", "4e-1", "1E+0", "10", "0", "7"];

/// A tree over two variables, at most `depth` operations deep.
pub(crate) fn tree(dice: &mut Dice, variables: [&'static str; 2], depth: usize) -> Node {
    let inner = |dice: &mut Dice| Box::new(tree(dice, variables, depth.saturating_sub(1)));
    match if depth == 0 { 0 } else { dice.below(100) } {
        0..18 => leaf(dice, variables),
        choice @ 18..60 => {
            let sign = ['+', '+', '-', '*', '*', '/'][choice % 6];
            Node::Infix(sign, inner(dice), inner(dice))
        }
        60..70 => {
            let base = inner(dice);
            let exponent = if dice.percent(20) { inner(dice) } else { Box::new(constant_exponent(dice)) };
            Node::Infix('^', base, exponent)
        }
        70..76 => Node::Sign(dice.of(&['-', '-', '+']), inner(dice)),
        _ => call(dice, |dice| *inner(dice)),
    }
}

fn leaf(dice: &mut Dice, variables: [&'static str; 2]) -> Node {
    match dice.below(10) {
        0..6 => Node::Name(dice.of(&variables)),
        6 => Node::Name(dice.of(&["pi", "π", "e"])),
        7 => Node::Number(format!("{:.2}", 2.0 + 2.0 * dice.around_zero())),
        _ => number(dice.of(LITERALS)),
    }
}

fn number(literal: &str) -> Node {
    Node::Number(literal.to_string())
}

fn constant_exponent(dice: &mut Dice) -> Node {
    let small = number(dice.of(&["0", "1", "2", "2", "2", "3", "3", "4", "5", "2.0"]));
    match dice.below(8) {
        0 => Node::Sign('-', Box::new(small)),
        1 => Node::Infix('-', Box::new(number("4")), Box::new(small)),
        2 => number(dice.of(&["0.5", "1.5", "65", "2.25"])),
        _ => small,
    }
}

/// A call, of a function with a bounded domain mostly inside it.
fn call(dice: &mut Dice, inner: impl Fn(&mut Dice) -> Node) -> Node {
    let name = dice.of(FUNCTIONS);
    let first = inner(dice);
    let first = match name {
        "asin" | "acos" if dice.percent(85) => Node::Call(dice.of(&["sin", "tanh", "sigmoid"]), vec![first]),
        "ln" | "log" | "log10" | "log2" | "sqrt" | "pow" if dice.percent(80) => {
            Node::Call(dice.of(&["exp", "softplus", "sigmoid", "cosh", "abs"]), vec![first])
        }
        _ => first,
    };
    let mut arguments = vec![first];
    match name {
        "pow" if dice.percent(50) => arguments.push(constant_exponent(dice)),
        "pow" => arguments.push(inner(dice)),
        "min" | "max" => arguments.extend((0..=dice.below(2)).map(|_| inner(dice))),
        _ => {}
    }
    Node::Call(name, arguments)
}

/// How tightly a text binds: as Python's reference says of `+ -`, `* /`, a sign, `**` and an atom.
type Rank = u8;

impl Node {
    /// With no parentheses but those that are needed. `dice` choose between the spellings of one sign and how many
    /// spaces there are.
    pub(crate) fn sparing(&self, dice: &mut Dice) -> String {
        self.written(dice, false).0
    }

    /// With parentheses around everything.
    pub(crate) fn full(&self) -> String {
        self.written(&mut Dice(0), true).0
    }

    fn written(&self, dice: &mut Dice, full: bool) -> (String, Rank) {
        let part = |dice: &mut Dice, node: &Self, rank: Rank| {
            let (text, own) = node.written(dice, full);
            if full || own < rank || dice.percent(4) { format!("({text})") } else { text }
        };
        match self {
            Self::Number(literal) => (literal.clone(), 4),
            Self::Name(name) => ((*name).to_string(), 4),
            Self::Sign(sign, u) => (format!("{sign}{}", part(dice, u, 2)), 2),
            Self::Infix('^', u, v) => {
                let base = part(dice, u, 4);
                match &**v {
                    Self::Number(literal) if literal == "2" && dice.percent(40) => (format!("{base}²"), 3),
                    Self::Number(literal) if literal == "3" && dice.percent(40) => (format!("{base}³"), 3),
                    v => (format!("{base}{}{}", dice.of(&["^", "**", " ^ "]), part(dice, v, 2)), 3),
                }
            }
            Self::Infix(sign, u, v) => {
                let spelt = match sign {
                    '-' => dice.of(&["-", " - ", "−"]),
                    '*' => dice.of(&["*", " * ", "·", "×"]),
                    '/' => dice.of(&["/", " /"]),
                    _ => dice.of(&["+", " + "]),
                };
                let rank = if "+-".contains(*sign) { 0 } else { 1 };
                (format!("{}{spelt}{}", part(dice, u, rank), part(dice, v, rank + 1)), rank)
            }
            Self::Call(name, arguments) => {
                let arguments: Vec<_> = arguments.iter().map(|node| part(dice, node, 0)).collect();
                (format!("{name}({})", arguments.join(dice.of(&[",", ", "]))), 4)
            }
        }
    }

    /// No variable in it.
    pub(crate) fn is_constant(&self) -> bool {
        match self {
            Self::Number(_) => true,
            Self::Name(name) => ["pi", "π", "e"].contains(name),
            Self::Sign(_, u) => u.is_constant(),
            Self::Infix(_, u, v) => u.is_constant() && v.is_constant(),
            Self::Call(_, arguments) => arguments.iter().all(Self::is_constant),
        }
    }
}
