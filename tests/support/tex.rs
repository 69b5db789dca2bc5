//! The TeX of rules and surfaces as mathematics: evaluates a right side with the numbers of its symbols.
//!
//! The subset: symbols and numbers; `+`, `-`, `\cdot`, juxtaposition as product, `/`, `x^2`, `\frac`, `\tfrac12`, `\sqrt`,
//! `( )`, `|x|`, `\lVert x \rVert` (over all parameters), `\max`, `\min`, `\operatorname{sign}`,
//! `\operatorname{clip}(x, low, high)`, `\sigma(z)`, `\cos` of the product that follows, and `\begin{cases} a & x > 0 \\ … & \text{otherwise} \end{cases}` with `<`, `>`, `=` and `\le`.

mod functions;

type Value = Vec<f64>;

/// What only moves or enlarges the pieces around it.
const SPACING: [&str; 3] = [r"\,", r"\bigl", r"\bigr"];

/// A formula's pieces: commands, numbers, single characters. Blanks do not count.
#[must_use]
pub fn tokens(tex: &str) -> Vec<&str> {
    let (mut rest, mut tokens) = (tex.trim_start(), Vec::new());
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.chars().skip(1).take_while(|c| is(*c)).count();
        let length = match first {
            '\\' => 1 + run(|c| c.is_ascii_alphabetic()).max(1),
            '0'..='9' => 1 + run(|c| c.is_ascii_digit() || c == '.'),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.extend(Some(token).filter(|token| !SPACING.contains(token)));
        rest = after.trim_start();
    }
    tokens
}

/// What the symbols stand for: later entries hide earlier ones of the same spelling.
#[derive(Clone, Debug, Default)]
pub struct Table<'a>(Vec<(Vec<&'a str>, Value)>);

impl<'a> Table<'a> {
    /// Gives a symbol its number, or its numbers.
    pub fn set(&mut self, symbol: &'a str, value: &[f64]) {
        self.0.push((tokens(symbol), value.to_vec()));
    }

    /// The longest symbol of fewer than `limit` pieces that begins `rest`.
    fn longest(&self, rest: &[&str], limit: usize) -> Option<&(Vec<&'a str>, Value)> {
        let fits = self.0.iter().filter(|(symbol, _)| symbol.len() < limit && rest.starts_with(symbol));
        fits.max_by_key(|(symbol, _)| symbol.len())
    }

    /// The value of an expression, one number a parameter.
    ///
    /// # Errors
    /// Says where the text leaves the subset or a symbol has no number.
    pub fn value(&self, tex: &str, parameters: usize) -> Result<Value, String> {
        self.all(&tokens(tex), parameters, usize::MAX)
    }

    fn all(&self, tokens: &[&str], parameters: usize, limit: usize) -> Result<Value, String> {
        let mut reader = Reader { table: self, rest: tokens, parameters, limit, fenced: false };
        let value = reader.sum()?;
        if reader.rest.is_empty() { Ok(value) } else { Err(reader.lost()) }
    }
}

struct Reader<'a> {
    table: &'a Table<'a>,
    rest: &'a [&'a str],
    parameters: usize,
    /// Symbols of as many pieces or more are not read.
    limit: usize,
    /// Between bars, where the next one closes.
    fenced: bool,
}

fn zip(a: Value, b: &[f64], f: impl Fn(f64, f64) -> f64) -> Value {
    a.iter().zip(b).map(|(a, b)| f(*a, *b)).collect()
}

fn map(a: Value, f: impl Fn(f64) -> f64) -> Value {
    a.into_iter().map(f).collect()
}

impl<'a> Reader<'a> {
    fn lost(&self) -> String {
        format!("no meaning for `{}`", self.rest.join(" "))
    }

    fn peek(&self) -> &'a str {
        self.rest.first().copied().unwrap_or_default()
    }

    fn takes(&mut self, token: &str) -> bool {
        let here = self.peek() == token;
        if here {
            self.rest = &self.rest[1..];
        }
        here
    }

    fn need(&mut self, token: &str) -> Result<(), String> {
        if self.takes(token) { Ok(()) } else { Err(format!("`{token}` is wanted, {}", self.lost())) }
    }

    fn sum(&mut self) -> Result<Value, String> {
        let mut sum = vec![0.0; self.parameters];
        let mut sign = if self.takes("-") { -1.0 } else { 1.0 };
        loop {
            sum = zip(sum, &self.product()?, |a, b| a + sign * b);
            sign = match self.peek() {
                "+" => 1.0,
                "-" => -1.0,
                _ => return Ok(sum),
            };
            self.rest = &self.rest[1..];
        }
    }

    fn product(&mut self) -> Result<Value, String> {
        let mut product = self.power()?;
        loop {
            if self.takes("/") {
                product = zip(product, &self.power()?, |a, b| a / b);
            } else if self.takes(r"\cdot") || self.goes_on() {
                product = zip(product, &self.power()?, |a, b| a * b);
            } else {
                return Ok(product);
            }
        }
    }

    /// Whether a further factor follows.
    fn goes_on(&self) -> bool {
        const ENDS: [&str; 17] =
            ["", "+", "-", "/", ")", "}", r"\rVert", ",", "&", r"\\", r"\end", "<", ">", "=", r"\le", "^", "_"];
        let token = self.peek();
        !(ENDS.contains(&token) || self.fenced && token == "|")
    }

    fn power(&mut self) -> Result<Value, String> {
        let base = self.atom()?;
        if !self.takes("^") {
            return Ok(base);
        }
        let exponent = if self.peek() == "{" { self.within("{", "}")? } else { self.atom()? };
        Ok(zip(base, &exponent, |x, n| if n == 2.0 { x * x } else { x.powf(n) }))
    }

    /// An expression between two signs.
    fn within(&mut self, open: &str, close: &str) -> Result<Value, String> {
        self.need(open)?;
        let outer = std::mem::replace(&mut self.fenced, open == close);
        let value = self.sum()?;
        self.fenced = outer;
        self.need(close)?;
        Ok(value)
    }

    fn atom(&mut self) -> Result<Value, String> {
        if let Some((symbol, value)) = self.table.longest(self.rest, self.limit) {
            self.rest = &self.rest[symbol.len()..];
            // What is noted whole counts by its parts where they have numbers, so that it is checked as well.
            let parts = self.table.all(symbol, self.parameters, symbol.len());
            return Ok(parts.unwrap_or_else(|_| value.iter().copied().cycle().take(self.parameters).collect()));
        }
        if let Ok(number) = self.peek().parse() {
            self.rest = &self.rest[1..];
            return Ok(vec![number; self.parameters]);
        }
        match self.peek() {
            "(" => self.within("(", ")"),
            "|" => Ok(map(self.within("|", "|")?, f64::abs)),
            r"\lVert" => {
                let inside = self.within(r"\lVert", r"\rVert")?;
                Ok(vec![inside.iter().map(|x| x * x).sum::<f64>().sqrt(); self.parameters])
            }
            command => self.command(command),
        }
    }
}
