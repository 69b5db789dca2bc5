//! What the names of one variant stand for: in words, in expressions, in conditions, in a recipe.

use ponder::{Dual, Number, Tree};

use crate::arithmetic::{Names, evaluate};
use crate::number::{Digits, Place, write};
use crate::record::Record;
use crate::template;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number as the author gave it: a reader sees all its digits.
    Given(f64),
    /// A number that was worked out: a reader sees three significant digits.
    Derived(f64),
    /// Words.
    Text(String),
}

/// The comparisons, those of two signs before those that they begin with.
const COMPARISONS: [&str; 6] = ["<=", ">=", "!=", "<", ">", "="];

/// The names of one variant.
#[derive(Clone, Debug, Default)]
pub struct Scope(Vec<(String, Value)>);

impl Scope {
    /// A scope of what was given.
    #[must_use]
    pub fn new(given: Vec<(String, Value)>) -> Self {
        Self(given)
    }

    /// One more number.
    pub fn define(&mut self, name: &str, value: f64) -> Result<(), String> {
        if self.find(name).is_some() {
            return Err(format!("{name} stands twice"));
        }
        self.0.push((name.to_owned(), Value::Derived(value)));
        Ok(())
    }

    /// The variant in words: `eta = 0.5, w = 2`.
    #[must_use]
    pub fn said(&self) -> String {
        let one = |(name, value): &(String, Value)| match value {
            Value::Given(n) => Some(format!("{name} = {n}")),
            Value::Text(text) => Some(format!("{name} = {text}")),
            Value::Derived(_) => None,
        };
        self.0.iter().filter_map(one).collect::<Vec<_>>().join(", ")
    }

    fn find(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A number, written as such, as an expression or as one template.
    pub fn number(&self, tree: &Tree, records: &[Record]) -> Result<f64, String> {
        let value = match tree {
            Tree::Number(n) => *n,
            Tree::Text(text) if text.trim().starts_with("{{") => {
                let asked = self.names(text.trim(), Place::Data)?;
                template::exact(&asked, records).ok_or_else(|| format!("{text}: allowed is one template"))??
            }
            Tree::Text(text) => self.expression(text)?,
            other => return Err(format!("{}; allowed is a number, an expression or a template", other.glimpse())),
        };
        if value.is_finite() {
            Ok(value)
        } else {
            Err(format!("{} is {value}; needed is a finite number", tree.glimpse()))
        }
    }

    fn expression(&self, text: &str) -> Result<f64, String> {
        let number = |(name, value): &(String, Value)| match value {
            Value::Given(n) | Value::Derived(n) => Some((name.clone(), Dual::of(*n))),
            Value::Text(_) => None,
        };
        let names: Names = self.0.iter().filter_map(number).collect();
        evaluate(text, &names).map(Number::value).map_err(|why| format!("\"{text}\": {why}"))
    }

    /// Whether `true`, `false` or a condition holds.
    pub fn holds(&self, tree: &Tree) -> Result<bool, String> {
        match tree {
            Tree::Bool(right) => Ok(*right),
            Tree::Text(text) => any(text, " or ", |part| all(part, " and ", |clause| self.clause(clause))),
            other => Err(format!("{}; allowed is true, false or a condition", other.glimpse())),
        }
    }

    fn clause(&self, text: &str) -> Result<bool, String> {
        let found = COMPARISONS.iter().filter_map(|sign| Some((text.find(sign)?, *sign)));
        let (at, sign) = found
            .min_by_key(|(at, sign)| (*at, 2 - sign.len()))
            .ok_or_else(|| format!("\"{text}\": a condition compares two expressions by {}", COMPARISONS.join(" ")))?;
        let (left, right) = (text[..at].trim(), text[at + sign.len()..].trim());
        if let Some(words) = right.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
            return match (self.find(left), sign) {
                (Some(Value::Text(text)), "=") => Ok(text == words),
                (Some(Value::Text(text)), "!=") => Ok(text != words),
                _ => Err(format!("\"{text}\": a name that stands for a text is compared by = or !=")),
            };
        }
        let (left, right) = (self.expression(left)?, self.expression(right)?);
        if !(left.is_finite() && right.is_finite()) {
            return Err(format!("\"{text}\": {left} and {right} cannot be compared"));
        }
        Ok(match sign {
            "<=" => left <= right,
            ">=" => left >= right,
            "!=" => left != right,
            "<" => left < right,
            ">" => left > right,
            _ => left == right,
        })
    }

    /// Words with their names and templates filled in; formulas stand between dollars.
    pub fn fill(&self, text: &str, records: &[Record]) -> Result<String, String> {
        let part = |(i, part): (usize, &str)| {
            let place = if i % 2 == 1 { Place::Formula } else { Place::Prose };
            template::fill(&self.names(part, place)?, records, place)
        };
        Ok(text.split('$').enumerate().map(part).collect::<Result<Vec<_>, _>>()?.join("$"))
    }

    /// A recipe in which a text `{name}` became what the name stands for.
    pub fn recipe(&self, tree: &Tree) -> Result<Tree, String> {
        Ok(match tree {
            Tree::Text(text) => match text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some(name) => match self.find(name).ok_or_else(|| self.unknown(name))? {
                    Value::Given(n) | Value::Derived(n) => Tree::Number(*n),
                    Value::Text(text) => Tree::Text(text.clone()),
                },
                None => tree.clone(),
            },
            Tree::List(items) => Tree::List(items.iter().map(|item| self.recipe(item)).collect::<Result<_, _>>()?),
            Tree::Map(pairs) => {
                let pair = |(key, value): &(String, Tree)| Ok((key.clone(), self.recipe(value)?));
                Tree::Map(pairs.iter().map(pair).collect::<Result<_, String>>()?)
            }
            other => other.clone(),
        })
    }

    /// Fills `{name}` and `{name to 3}`; inside a template a name is all its digits, so that `{{loss run @ {k}}}` can be asked.
    fn names(&self, text: &str, place: Place) -> Result<String, String> {
        let (mut out, mut rest, mut asking) = (String::new(), text, false);
        while let Some(at) = rest.find(['{', '}']) {
            out += &rest[..at];
            rest = &rest[at..];
            let sign = if asking { "}}" } else { "{{" };
            if rest.starts_with(sign) {
                asking = !asking;
                out += sign;
                rest = &rest[2..];
                continue;
            }
            let inner = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
            let (filled, after) = match inner {
                Some((inner, after)) => (self.name(inner, if asking { Place::Data } else { place })?, after),
                None => (None, &rest[1..]),
            };
            match filled {
                Some(filled) => {
                    out += &filled;
                    rest = after;
                }
                None => {
                    out += &rest[..1];
                    rest = &rest[1..];
                }
            }
        }
        Ok(out + rest)
    }

    /// What stands between braces, filled; `None` for what is TeX's own.
    fn name(&self, inner: &str, place: Place) -> Result<Option<String>, String> {
        let (name, clause) = inner.split_once(" to ").map_or((inner, None), |(name, clause)| (name, Some(clause)));
        let Some(value) = self.find(name.trim()) else {
            return if place == Place::Formula { Ok(None) } else { Err(self.unknown(inner)) };
        };
        let (number, usual) = match value {
            Value::Text(text) => return Ok(Some(text.clone())),
            Value::Given(n) => (*n, Digits::All),
            Value::Derived(n) => (*n, Digits::Significant(3)),
        };
        if place == Place::Data {
            return Ok(Some(number.to_string()));
        }
        let digits = if clause.is_some() { template::digits(clause.map(str::trim))? } else { usual };
        Ok(Some(write(number, digits, place)))
    }

    fn unknown(&self, name: &str) -> String {
        let known: Vec<_> = self.0.iter().map(|(name, _)| name.as_str()).collect();
        format!("{{{name}}} stands for nothing here; there are {}", known.join(", "))
    }
}

fn any(text: &str, joint: &str, holds: impl Fn(&str) -> Result<bool, String>) -> Result<bool, String> {
    text.split(joint).map(holds).try_fold(false, |found, part| Ok(part? || found))
}

fn all(text: &str, joint: &str, holds: impl Fn(&str) -> Result<bool, String>) -> Result<bool, String> {
    text.split(joint).map(holds).try_fold(true, |found, part| Ok(part? && found))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope() -> Scope {
        let mut scope = Scope::new(vec![
            ("k".into(), Value::Given(5.0)),
            ("eta".into(), Value::Given(0.5)),
            ("rule".into(), Value::Text("momentum".into())),
        ]);
        scope.define("step", 2.0 / 3.0).unwrap();
        scope
    }

    #[test]
    fn words_are_filled_for_people_and_formulas_keep_their_braces() {
        let fill = |text| scope().fill(text, &[]);
        assert_eq!(
            fill("{k} steps of {step}, {step to 1}, with {rule}").unwrap(),
            "5 steps of 0.667, 0.7, with momentum"
        );
        assert_eq!(fill(r"$\frac{1}{2} \cdot {eta}$ of {eta}").unwrap(), r"$\frac{1}{2} \cdot 0.5$ of 0.5");
        assert!(fill("{beta}").unwrap_err().contains("there are k, eta, rule, step"));
    }

    #[test]
    fn a_name_may_stand_inside_a_template() {
        assert_eq!(scope().names("{{loss run @ {k}}} then {k}", Place::Prose).unwrap(), "{{loss run @ 5}} then 5");
    }

    #[test]
    fn conditions_compare_numbers_and_texts() {
        let holds = |text: &str| scope().holds(&text.into());
        assert_eq!(holds("k > 4 and eta*2 = 1"), Ok(true));
        assert_eq!(holds("k <= 4 or k != 5 or rule = 'adam'"), Ok(false));
        assert_eq!(holds("rule != 'adam' and step < 1"), Ok(true));
        assert!(holds("k").unwrap_err().contains("compares two"));
        assert!(holds("1/(k - 5) > 2").unwrap_err().contains("cannot be compared"));
        assert!(holds("k = 'five'").is_err());
    }

    #[test]
    fn a_recipe_takes_its_numbers() {
        let tree: Tree = serde_json::from_str(r#"{"a": ["{eta}", "x"], "method": "{rule}"}"#).unwrap();
        assert_eq!(
            serde_json::to_string(&scope().recipe(&tree).unwrap()).unwrap(),
            r#"{"a":[0.5,"x"],"method":"momentum"}"#
        );
    }
}
