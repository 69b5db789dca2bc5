//! A formula for a terminal: `w \leftarrow w - \frac{\eta}{\sqrt{v} + \varepsilon} m` as `w ← w − η/(√v + ε) · m`.
//!
//! Knows the TeX that the catalogues use. A command that it does not know stays as its name.

/// Commands that are one sign, or none.
const SIGNS: &[(&str, &str)] = &[
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("varepsilon", "ε"),
    ("varphi", "φ"),
    ("psi", "ψ"),
    ("infty", "∞"),
    ("leftarrow", "←"),
    ("cdot", "·"),
    ("le", "≤"),
    ("ge", "≥"),
    ("bmod", "mod"),
    ("sum", "Σ"),
    ("lfloor", "⌊\u{2060}"),
    ("rfloor", "\u{2060}⌋"),
    ("|", "‖"),
    ("lVert", "‖\u{2060}"),
    ("rVert", "\u{2060}‖"),
    ("top", "ᵀ"),
    (",", " "),
    ("quad", "  "),
    ("right", "\u{2060}"),
    ("bigl", ""),
    ("bigr", ""),
    ("mathcal", ""),
    ("operatorname", ""),
    ("text", ""),
];
/// Stands where brackets hold on to what is inside them, so that no space stays between.
const JOINED: char = '\u{2060}';
/// Commands that bind what follows.
const PREFIXES: &[(&str, &str)] = &[("nabla", "∇"), ("Delta", "Δ")];
/// Marks over the letter before them.
const ACCENTS: &[(&str, char)] = &[("hat", '\u{302}'), ("tilde", '\u{303}'), ("bar", '\u{304}')];
/// Fractions that are one sign.
const FRACTIONS: &[(&str, &str)] = &[("1/2", "½"), ("1/3", "⅓"), ("1/4", "¼"), ("1/6", "⅙"), ("1/10", "⅒")];
const RAISED: (&str, &str) = ("0123456789+−()nijktTψᵀ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱʲᵏᵗᵀᵠᵀ");
const LOWERED: (&str, &str) = ("0123456789+−()ijknt", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ᵢⱼₖₙₜ");

/// A line of TeX as text.
pub(super) fn plain(tex: &str) -> String {
    let mut reader = Reader(tex);
    let line = reader.until(|_| false);
    let line = line.split(JOINED).map(str::trim).collect::<String>();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Reader<'a>(&'a str);

impl Reader<'_> {
    /// Everything before the point where `ends` holds of the rest.
    fn until(&mut self, ends: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        while !self.0.is_empty() && !ends(self.0) {
            let piece = self.piece();
            text.push_str(&piece);
        }
        text
    }

    fn take(&mut self) -> Option<char> {
        let mut rest = self.0.chars();
        let next = rest.next();
        self.0 = rest.as_str();
        next
    }

    /// The name behind a backslash: letters, or one other sign.
    fn name(&mut self) -> String {
        let letters = self.0.chars().take_while(char::is_ascii_alphabetic).count();
        let (name, rest) =
            self.0.split_at(if letters > 0 { letters } else { self.0.chars().next().map_or(0, char::len_utf8) });
        self.0 = rest;
        name.to_owned()
    }

    fn piece(&mut self) -> String {
        match self.take() {
            Some('\\') => {
                let name = self.name();
                self.command(&name)
            }
            Some('{') => {
                let inside = self.until(|rest| rest.starts_with('}'));
                self.take();
                inside
            }
            Some('^') => raised(&self.argument()),
            Some('_') => lowered(&self.argument()),
            Some('-') => "−".into(),
            Some(other) => other.into(),
            None => String::new(),
        }
    }

    /// One piece, as the argument of a command; spaces before it say nothing.
    fn argument(&mut self) -> String {
        self.0 = self.0.trim_start();
        self.piece()
    }

    fn command(&mut self, name: &str) -> String {
        if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
            return (*sign).into();
        }
        if let Some((_, sign)) = PREFIXES.iter().find(|(known, _)| *known == name) {
            self.0 = self.0.trim_start();
            return (*sign).into();
        }
        if let Some((_, accent)) = ACCENTS.iter().find(|(known, _)| *known == name) {
            return format!("{}{accent}", self.argument());
        }
        match name {
            "frac" | "tfrac" => self.fraction(),
            "left" => format!("{}{JOINED}", self.argument()),
            "cos" | "sin" if self.0.trim_start().starts_with("\\frac") => format!("{name}({})", self.argument()),
            "sqrt" => format!("√{}", bracketed(&self.argument())),
            "begin" => self.cases(),
            "\\" => "; ".into(),
            // A function's name, and a space only where no bracket follows.
            _ => name.into(),
        }
    }

    fn fraction(&mut self) -> String {
        let [above, below] = [self.argument(), self.argument()];
        let quotient = format!("{}/{}", bracketed(&above), bracketed(&below));
        let sign = FRACTIONS.iter().find(|(long, _)| *long == quotient).map(|(_, sign)| *sign);
        if let Some(sign) = sign {
            return sign.into();
        }
        // What stands behind a quotient is a factor of it, not of what it is divided by.
        let rest = self.0.trim_start();
        let ends =
            ["\\right", "\\\\", "\\end", "\\cdot", "\\|", "\\quad", "\\bmod"].iter().any(|end| rest.starts_with(end));
        let factor = !ends && rest.starts_with(|c: char| c.is_alphanumeric() || c == '(' || c == '\\');
        if factor { format!("{quotient} · ") } else { quotient }
    }

    /// `\begin{cases} a & c \\ b & \text{otherwise} \end{cases}` as `{a if c; b otherwise}`.
    fn cases(&mut self) -> String {
        self.argument();
        let mut cases = Vec::new();
        while !self.0.is_empty() && !self.0.starts_with("\\end") {
            let value = self.until(|rest| rest.starts_with('&'));
            self.take();
            let condition = self.until(|rest| rest.starts_with("\\\\") || rest.starts_with("\\end"));
            self.0 = self.0.strip_prefix("\\\\").unwrap_or(self.0);
            let condition = condition.trim();
            let when = if condition == "otherwise" { "" } else { "if " };
            cases.push(format!("{} {when}{condition}", value.trim()));
            self.0 = self.0.trim_start();
        }
        self.0 = self.0.strip_prefix("\\end").unwrap_or(self.0);
        self.argument();
        format!("{{{}}}", cases.join("; "))
    }
}

/// In brackets, unless it is one thing: a letter with its marks, a number, a root, a function of something.
fn bracketed(text: &str) -> String {
    let text = text.trim();
    let inside = text.trim_start_matches(|c: char| c == '√' || c.is_ascii_alphabetic());
    let simple = !text.chars().any(|c| c.is_whitespace() || "+−·/".contains(c));
    if simple || is_bracket(inside) { text.into() } else { format!("({text})") }
}

/// Whether it is one bracket from its first sign to its last.
fn is_bracket(text: &str) -> bool {
    let mut depth = 0;
    let closes = text.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth == 0
    });
    text.starts_with('(') && closes.is_some_and(|(at, _)| at + 1 == text.len())
}

fn raised(text: &str) -> String {
    shifted(text, RAISED).unwrap_or_else(|| format!("^{}", bracketed(text)))
}

fn lowered(text: &str) -> String {
    shifted(text, LOWERED).unwrap_or_else(|| format!("_{}", bracketed(text)))
}

/// A short text in small signs, where there are such.
fn shifted(text: &str, (signs, small): (&str, &str)) -> Option<String> {
    let mut letters = text.chars().filter(|c| !c.is_whitespace());
    let small_sign = |c| signs.chars().position(|sign| sign == c).and_then(|at| small.chars().nth(at));
    let shifted: Option<String> = letters.by_ref().map(small_sign).collect();
    shifted.filter(|shifted| shifted.chars().count() <= 6)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn formulas_read_as_they_are_spoken() {
        let cases = [
            (r"v \leftarrow \gamma v + \eta \nabla w", "v ← γ v + η ∇w"),
            (r"\hat{m} \leftarrow \frac{m}{1 - \beta_1^t}", "m̂ ← m/(1 − β₁ᵗ)"),
            (r"w \leftarrow w - \frac{\eta}{\sqrt{\hat{v} + \varepsilon}} \hat{m}", "w ← w − η/√(v̂ + ε) · m̂"),
            (
                r"w \leftarrow w - \eta (\frac{\hat{m}}{\sqrt{v} + \varepsilon} + \lambda w)",
                "w ← w − η (m̂/(√v + ε) + λ w)",
            ),
            (r"f(w, b) = \tfrac12 (\kappa\, w^2 + b^2)", "f(w, b) = ½ (κ w² + b²)"),
            (
                r"v \leftarrow \begin{cases} \nabla w & t = 1 \\ 0 & \text{otherwise} \end{cases}",
                "v ← {∇w if t = 1; 0 otherwise}",
            ),
            (r"\eta_t = \eta \min\left( 1, \frac{t + 1}{n} \right)", "ηₜ = η min(1, (t + 1)/n)"),
            (r"1 + \cos \frac{\pi \min(t, n)}{n}", "1 + cos((π min(t, n))/n)"),
            (r"\left| \frac{t}{h} \bmod 2 \right| b^{\lfloor t/n \rfloor}", "|t/h mod 2| b^(⌊t/n⌋)"),
            (r"e^{-((w + 1)^2 + b^2) / 2}", "e^(−((w + 1)² + b²) / 2)"),
            (r"\mu_{t+1} h_{\min} \|\nabla w\|^2", "μₜ₊₁ h_min ‖∇w‖²"),
        ];
        for (tex, text) in cases {
            assert_eq!(plain(tex), text, "{tex}");
        }
    }

    #[test]
    fn nothing_hangs_on_what_is_no_formula() {
        for tex in ["", "\\", "{", "}", "^", "_", r"\frac", r"\begin{cases} a", r"\sqrt{", "é", r"\é"] {
            plain(tex);
        }
    }
}
