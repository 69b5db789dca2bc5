//! What stands behind a backslash: roots, fractions, functions by name, cases.

use super::{Reader, Value, map, zip};

impl Reader<'_> {
    pub(super) fn command(&mut self, command: &str) -> Result<Value, String> {
        let lost = self.lost();
        self.takes(command);
        match command {
            r"\sqrt" => Ok(map(self.within("{", "}")?, f64::sqrt)),
            r"\frac" => Ok(zip(self.within("{", "}")?, &self.within("{", "}")?, |a, b| a / b)),
            r"\tfrac" => self.small_fraction(),
            r"\sigma" => Ok(map(self.within("(", ")")?, ponder::math::sigmoid)),
            r"\cos" => Ok(map(self.product()?, f64::cos)),
            r"\max" | r"\min" => {
                let [a, b] = self.call()?;
                Ok(zip(a, &b, if command == r"\max" { f64::max } else { f64::min }))
            }
            r"\operatorname" => self.named(),
            r"\begin" => self.cases(),
            _ => Err(lost),
        }
    }

    /// `12` for a half: two digits that need no braces.
    fn small_fraction(&mut self) -> Result<Value, String> {
        let digits: Vec<_> = self.peek().chars().filter_map(|c| c.to_digit(10)).collect();
        let [a, b] = digits[..] else { return Err(self.lost()) };
        self.rest = &self.rest[1..];
        Ok(vec![f64::from(a) / f64::from(b); self.parameters])
    }

    /// `K` arguments in parentheses.
    fn call<const K: usize>(&mut self) -> Result<[Value; K], String> {
        self.need("(")?;
        let mut inside = vec![self.sum()?];
        while self.takes(",") {
            inside.push(self.sum()?);
        }
        self.need(")")?;
        inside.try_into().map_err(|_| format!("{K} arguments are wanted"))
    }

    /// The letters in braces.
    fn word(&mut self) -> Result<String, String> {
        self.need("{")?;
        let end = self.rest.iter().position(|token| *token == "}").ok_or("an open brace")?;
        let word = self.rest[..end].concat();
        self.rest = &self.rest[end + 1..];
        Ok(word)
    }

    fn named(&mut self) -> Result<Value, String> {
        match self.word()?.as_str() {
            "sign" => Ok(map(self.within("(", ")")?, ponder::math::sign)),
            "clip" => {
                let [x, low, high] = self.call()?;
                Ok(zip(zip(x, &low, f64::max), &high, f64::min))
            }
            other => Err(format!("no function is called {other}")),
        }
    }

    fn cases(&mut self) -> Result<Value, String> {
        let mut rows = Vec::new();
        self.word()?;
        while !self.takes(r"\end") {
            let value = self.sum()?;
            self.need("&")?;
            rows.push((value, self.condition()?));
            self.takes(r"\\");
        }
        self.word()?;
        let first = |i: usize| rows.iter().find(|(_, holds)| holds[i]).map(|(value, _)| value[i]);
        (0..self.parameters).map(|i| first(i).ok_or_else(|| "no case holds".to_owned())).collect()
    }

    fn condition(&mut self) -> Result<Vec<bool>, String> {
        if self.takes(r"\text") {
            self.word()?;
            return Ok(vec![true; self.parameters]);
        }
        let left = self.sum()?;
        let sign = self.peek();
        self.takes(sign);
        let holds: fn(f64, f64) -> bool = match sign {
            "<" => |a, b| a < b,
            ">" => |a, b| a > b,
            "=" => |a, b| a == b,
            r"\le" => |a, b| a <= b,
            _ => return Err(format!("`{sign}` compares nothing")),
        };
        Ok(left.iter().zip(self.sum()?).map(|(a, b)| holds(*a, b)).collect())
    }
}
