//! The little arithmetic of derivations and closing questions: numbers, names, + − · /, powers, a few functions, `slope_w`,
//! `slope_b`.
//!
//! Every value carries its gradient in (w, b) through [`ponder::Dual`], so that `slope_w(…)` is exact: ∂/∂w of what stands
//! inside it. That makes a line with a derivative still to be taken comparable with one where it has been taken.
//!
//! ```text
//! sum = product (("+" | "-") product)*      product = unary (("*" | "/") unary)*
//! unary = "-" unary | atom ("^" whole)?     atom = number | name | name "(" sum ")" | "(" sum ")"
//! ```

use ponder::{Dual, Number};

/// What the names stand for.
pub type Names = Vec<(String, Dual)>;

/// The value of an expression.
pub fn evaluate(text: &str, names: &Names) -> Result<Dual, String> {
    let mut reader = Reader { rest: text.trim(), names };
    let value = reader.sum()?;
    if reader.rest.is_empty() { Ok(value) } else { Err(reader.stuck("the end")) }
}

struct Reader<'t> {
    rest: &'t str,
    names: &'t Names,
}

impl<'t> Reader<'t> {
    fn sum(&mut self) -> Result<Dual, String> {
        let mut value = self.product()?;
        loop {
            if self.eat("+") {
                value = value + self.product()?;
            } else if self.eat("-") {
                value = value - self.product()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self) -> Result<Dual, String> {
        let mut value = self.unary()?;
        loop {
            if self.eat("*") {
                value = value * self.unary()?;
            } else if self.eat("/") {
                value = value / self.unary()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn unary(&mut self) -> Result<Dual, String> {
        if self.eat("-") {
            return Ok(-self.unary()?);
        }
        let base = self.atom()?;
        if !self.eat("^") {
            return Ok(base);
        }
        let exponent: u8 = self.word(|c| c.is_ascii_digit()).parse().map_err(|_| self.stuck("a whole exponent"))?;
        Ok((0..exponent).fold(Dual::of(1.0), |power, _| power * base))
    }

    fn atom(&mut self) -> Result<Dual, String> {
        if self.eat("(") {
            return self.closed();
        }
        let digits = self.word(|c| c.is_ascii_digit() || c == '.');
        if !digits.is_empty() {
            return digits.parse().map(Dual::of).map_err(|_| format!("{digits} is no number"));
        }
        let name = self.word(|c| c.is_ascii_alphabetic() || c == '_');
        if name.is_empty() {
            return Err(self.stuck("a number, a name or ("));
        }
        if self.eat("(") {
            return self.closed().and_then(|inner| call(name, inner));
        }
        let found = self.names.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| *value).ok_or_else(|| {
            let known: Vec<_> = self.names.iter().map(|(name, _)| name.as_str()).collect();
            format!("\"{name}\" stands for nothing here; there are {}", known.join(", "))
        })
    }

    fn closed(&mut self) -> Result<Dual, String> {
        let value = self.sum()?;
        if self.eat(")") { Ok(value) } else { Err(self.stuck(")")) }
    }

    fn eat(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign).map(str::trim_start);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn word(&mut self, belongs: impl Fn(char) -> bool) -> &'t str {
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        word
    }

    fn stuck(&self, wanted: &str) -> String {
        let here = if self.rest.is_empty() { "the end" } else { self.rest };
        format!("wanted {wanted} at \"{here}\"")
    }
}

fn call(name: &str, inner: Dual) -> Result<Dual, String> {
    match name {
        "sigmoid" => Ok(inner.sigmoid()),
        "exp" => Ok(inner.exp()),
        "ln" => Ok(inner.ln()),
        "sqrt" => Ok(inner.sqrt()),
        "abs" => Ok(inner.abs()),
        "slope_w" => Ok(Dual::of(inner.grad.0[0])),
        "slope_b" => Ok(Dual::of(inner.grad.0[1])),
        _ => Err(format!("\"{name}\" is no function; there are sigmoid, exp, ln, sqrt, abs, slope_w, slope_b")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Result<f64, String> {
        let [w, b] = Dual::coordinates([2.0, 3.0]);
        evaluate(text, &vec![("w".into(), w), ("b".into(), b)]).map(Number::value)
    }

    #[test]
    fn the_usual_precedence_and_exact_slopes() {
        assert_eq!(value("1 - 2 - 3*2^3/4"), Ok(-7.0));
        assert_eq!(value("-w^2 + b"), Ok(-1.0));
        assert_eq!(value("slope_w(w^2 * b) + slope_b(w*b)"), Ok(14.0));
        let f = 1.0 / (1.0 + f64::exp(-5.0));
        assert!((value("slope_b(sigmoid(w + b))").unwrap() - f * (1.0 - f)).abs() < 1e-15);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(value("2 w"), Err("wanted the end at \"w\"".into()));
        assert_eq!(value("(w"), Err("wanted ) at \"the end\"".into()));
        assert_eq!(value("x"), Err("\"x\" stands for nothing here; there are w, b".into()));
        assert!(value("log(w)").unwrap_err().contains("no function"));
    }
}
