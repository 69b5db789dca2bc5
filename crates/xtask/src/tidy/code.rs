//! Rust or JavaScript without its comments, and if wanted without what stands in its strings; lines stay lines.

use super::Source;

/// What to leave of a program's text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Code and strings.
    Strings,
    /// Code alone.
    Code,
}

#[derive(PartialEq, Eq)]
enum Piece {
    Comment,
    String,
    Other,
}

impl Source {
    /// The program with its comments, and with [`Keep::Code`] its strings, blanked out. The lexer is of the coarsest
    /// kind: it knows quotes, escapes, raw strings and Rust's characters, but not JavaScript's regular expressions.
    pub(super) fn code(&self, keep: Keep) -> String {
        let (mut out, mut rest, rust) = (String::with_capacity(self.text.len()), self.text.as_str(), self.is(&["rs"]));
        while let Some(next) = rest.chars().next() {
            let (length, piece) = if rust { rust_piece(rest, next) } else { script_piece(rest, next) };
            let (taken, left) = rest.split_at(length);
            if piece == Piece::Comment || piece == Piece::String && keep == Keep::Code {
                out.extend(taken.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            } else {
                out.push_str(taken);
            }
            rest = left;
        }
        out
    }
}

fn rust_piece(text: &str, next: char) -> (usize, Piece) {
    if let Some(length) = comment(text) {
        (length, Piece::Comment)
    } else if let Some(length) = raw(text) {
        (length, Piece::String)
    } else if next == '"' || next == '\'' && character(text) {
        (quoted(text, next, true), Piece::String)
    } else {
        (next.len_utf8(), Piece::Other)
    }
}

fn script_piece(text: &str, next: char) -> (usize, Piece) {
    if let Some(length) = comment(text) {
        (length, Piece::Comment)
    } else if matches!(next, '"' | '\'' | '`') {
        (quoted(text, next, next == '`'), Piece::String)
    } else {
        (next.len_utf8(), Piece::Other)
    }
}

fn comment(text: &str) -> Option<usize> {
    let end = |mark: &str, extra| text.find(mark).map_or(text.len(), |at| at + extra);
    match text.get(..2)? {
        "//" => Some(end("\n", 0)),
        "/*" => Some(end("*/", 2)),
        _ => None,
    }
}

/// `r#"…"#` with any number of signs.
fn raw(text: &str) -> Option<usize> {
    let signs = text.strip_prefix('r')?.chars().take_while(|&c| c == '#').count();
    let inside = text[1 + signs..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(signs));
    Some(inside.find(&end).map_or(text.len(), |at| 2 + signs + at + end.len()))
}

/// `'x'` or `'\n'`, and not a lifetime.
fn character(text: &str) -> bool {
    let mut after = text.chars().skip(1);
    after.next() == Some('\\') || after.next() == Some('\'')
}

fn quoted(text: &str, quote: char, lines: bool) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            '\n' if !lines => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Keep, Source};

    fn code(path: &str, text: &str, keep: Keep) -> String {
        let words = Source { path: path.into(), text: text.into() }.code(keep);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rust_loses_comments_and_strings() {
        let text = "a // b\n/* c\n */ d(\"e \\\" // f\", r#\"g \" h\"#, '\"', '\\'', x::<'i>()) // j";
        assert_eq!(code("x.rs", text, Keep::Code), "a d( , , , , x::<'i>())");
        assert_eq!(code("x.rs", "f(\"a // b\") // c", Keep::Strings), "f(\"a // b\")");
        assert_eq!(code("x.rs", "\"a\n b\" c", Keep::Code), "c");
    }

    #[test]
    fn scripts_have_three_quotes() {
        assert_eq!(code("x.js", "f('a // b', \"c\", `d\n${e}`) // g", Keep::Code), "f( , , )");
        assert_eq!(code("x.js", "/* a */ f('https://b')", Keep::Strings), "f('https://b')");
    }

    #[test]
    fn lines_stay_lines() {
        let text = "/* a\n\n */ b\n`c\nd` e\n";
        let source = Source { path: "x.js".into(), text: text.into() };
        assert_eq!(source.code(Keep::Code).lines().count(), text.lines().count());
    }
}
