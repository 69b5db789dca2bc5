//! TeX into MathML that a strict content policy and a strict validator accept.
//!
//! math-core writes table alignment as inline styles and a `scriptlevel` on tables: both become classes or go. It has no
//! command for a class, so `\term{k}{…}` (a part of a formula that a figure can point at) travels as marked text.

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::html::escape;

/// The classes that stand for math-core's inline declarations; style.css gives them back their meaning.
const CLASSES: &[(&str, &str)] = &[
    ("text-align: left", "m-left"),
    ("text-align: right", "m-right"),
    ("justify-items: start", ""),
    ("justify-items: end", ""),
    ("padding-left: 0", "m-close-left"),
    ("padding-right: 0", "m-close-right"),
    ("padding-left: 1em", "m-apart"),
];

/// Turns TeX into MathML.
#[derive(Debug)]
pub struct Maths {
    converter: LatexToMathML,
}

impl Default for Maths {
    fn default() -> Self {
        let converter = LatexToMathML::new(MathCoreConfig::default());
        Self { converter: converter.expect("no macros, so none can be wrong") }
    }
}

impl Maths {
    /// One formula, set in the line or on its own.
    pub fn render(&self, tex: &str, display: bool) -> Result<String, String> {
        let style = if display { MathDisplay::Block } else { MathDisplay::Inline };
        let result = self.converter.convert_with_local_state(&marked(tex)?, style);
        let mathml = result.map_err(|error| format!("TeX \"{}\": {error}", tex.trim()))?.mathml;
        let mathml = fractions(&terms(&mathml)).replace(" scriptlevel=\"0\"", "");
        // As an exponent of an exponent a prime would be a speck; style.css gives it the size of its letter.
        let mathml = ['′', '″'].iter().fold(mathml, |mathml, prime| {
            mathml.replace(&format!("<mo>{prime}</mo>"), &format!("<mo class=\"prime\">{prime}</mo>"))
        });
        classes(&mathml).map_err(|style| format!("TeX \"{tex}\": no class stands for the style \"{style}\""))
    }

    /// Words with formulas between dollars.
    pub fn words(&self, text: &str) -> Result<String, String> {
        let parts = text.split('$').enumerate();
        parts.map(|(i, part)| if i % 2 == 1 { self.render(part, false) } else { Ok(escape(part)) }).collect()
    }
}

/// `\term{k}{body}` as `{\text{⟦k⟧}body\text{⟦/⟧}}`.
fn marked(tex: &str) -> Result<String, String> {
    let Some(start) = tex.find(r"\term{") else { return Ok(tex.to_owned()) };
    let unclosed = || format!("TeX \"{tex}\": \\term takes a name and a body, as \\term{{gradient}}{{g}}");
    let (name, rest) = group(&tex[start + 5..]).ok_or_else(unclosed)?;
    let (body, rest) = group(rest).ok_or_else(unclosed)?;
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        return Err(format!("TeX \"{tex}\": \\term{{{name}}}; a term's name is of small letters and hyphens"));
    }
    Ok(format!("{}{{\\text{{⟦{name}⟧}}{}\\text{{⟦/⟧}}}}{}", &tex[..start], marked(body)?, marked(rest)?))
}

/// `{a{b}}c` as (`a{b}`, `c`).
fn group(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => return None,
            _ => {}
        }
        if depth == 0 {
            return Some((&text[1..at], &text[at + 1..]));
        }
    }
    None
}

/// The marked text back into the elements it stands for.
fn terms(mathml: &str) -> String {
    let closed = mathml.replace("<mtext>⟦/⟧</mtext>", "</mrow>");
    let mut parts = closed.split("<mtext>⟦");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once("⟧</mtext>") {
            Some((name, rest)) => out += &format!("<mrow class=\"term term-{name}\">{rest}"),
            None => out += part,
        }
    }
    out
}

/// `displaystyle` moved from fractions, where validators do not know it, to an element of its own around them.
fn fractions(mathml: &str) -> String {
    const OPEN: &str = "<mfrac displaystyle=\"";
    let Some(start) = mathml.find(OPEN) else { return mathml.to_owned() };
    let style = mathml[start + OPEN.len()..].split('"').next().unwrap_or_default();
    let inside = start + OPEN.len() + style.len() + 2;
    let end = inside + closing(&mathml[inside..]);
    let (fraction, rest) = (fractions(&mathml[inside..end]), fractions(&mathml[end..]));
    format!("{}<mstyle displaystyle=\"{style}\"><mfrac>{fraction}</mstyle>{rest}", &mathml[..start])
}

/// Where the fraction that is open at the start of `mathml` has been closed.
fn closing(mathml: &str) -> usize {
    const CLOSE: &str = "</mfrac>";
    let ends = mathml.match_indices(CLOSE).map(|(at, _)| at);
    let mut balanced = ends.enumerate().filter(|(closed, at)| mathml[..*at].matches("<mfrac").count() == *closed);
    balanced.next().map_or(mathml.len(), |(_, at)| at + CLOSE.len())
}

/// Every inline style as classes; the error is the declaration that has none.
fn classes(mathml: &str) -> Result<String, String> {
    let mut parts = mathml.split(" style=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (style, rest) = part.split_once('"').unwrap_or((part, ""));
        let names = style.split(';').map(str::trim).filter(|one| !one.is_empty()).map(class);
        let names: Vec<_> = names.collect::<Result<Vec<_>, _>>()?.into_iter().filter(|name| !name.is_empty()).collect();
        if !names.is_empty() {
            out += &format!(" class=\"{}\"", names.join(" "));
        }
        out += rest;
    }
    Ok(out)
}

fn class(declaration: &str) -> Result<&'static str, String> {
    let spaced = declaration.replace(": ", ":").replace(':', ": ");
    let found = CLASSES.iter().find(|(known, _)| *known == spaced);
    found.map(|(_, class)| *class).ok_or_else(|| declaration.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLES: &[&str] = &[
        r"w_{t+1} = w_t - \eta \nabla w_t",
        r"\nabla w_t = \left. \frac{\partial \mathcal{L}(w, b)}{\partial w} \right|_{w = w_t,\; b = b_t}",
        r"\begin{aligned} a &= \tfrac12 \sum_{i=1}^{n} (f(x_i) - y_i)^2 \\ b &= \lVert \nabla \rVert \cos\theta \end{aligned}",
        r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}",
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
        r"\tfrac{\tfrac12 + \frac{1}{3}}{\dfrac{a}{b}} + \tfrac34",
    ];

    #[test]
    fn no_formula_carries_a_style_or_a_script_level_on_a_table() {
        let maths = Maths::default();
        for tex in SAMPLES {
            for display in [true, false] {
                let mathml = maths.render(tex, display).unwrap();
                assert!(mathml.starts_with("<math") && mathml.ends_with("</math>"), "{mathml}");
                assert!(!mathml.contains(" style="), "{mathml}");
                assert!(!mathml.contains(" scriptlevel=\"0\"") && !mathml.contains("<mfrac "), "{mathml}");
                assert_eq!(mathml.matches("<mstyle").count(), mathml.matches("</mfrac></mstyle>").count(), "{mathml}");
            }
        }
    }

    #[test]
    fn a_term_becomes_a_row_with_its_class_also_inside_another() {
        let mathml = Maths::default().render(r"w - \term{move}{\eta \term{gradient}{\nabla w}}", false).unwrap();
        assert!(mathml.contains(r#"<mrow class="term term-move">"#), "{mathml}");
        assert!(mathml.contains(r#"<mrow class="term term-gradient">"#), "{mathml}");
        assert_eq!(mathml.matches("<mrow").count(), mathml.matches("</mrow>").count());
        assert!(!mathml.contains('⟦'));
    }

    #[test]
    fn what_tex_cannot_say_is_an_error() {
        let maths = Maths::default();
        assert!(maths.render(r"\class{a}{b}", false).is_err());
        assert!(maths.render(r"\term{Big}{b}", false).unwrap_err().contains("small letters"));
        assert!(maths.render(r"\term{a}", false).unwrap_err().contains("a name and a body"));
        assert_eq!(classes("<mi style=\"color:red\">x</mi>"), Err("color:red".into()));
    }
}
