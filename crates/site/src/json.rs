//! JSON inside a page: read with the page's own line numbers.

use ponder::{Fault, Tree};

use crate::problem::{Problem, Source};

/// A piece of JSON and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Json<'s> {
    /// The file.
    pub source: &'s Source,
    /// Where the JSON begins in it, in bytes.
    pub offset: usize,
    /// The JSON.
    pub text: &'s str,
}

impl Json<'_> {
    /// The tree it writes.
    pub fn tree(&self) -> Result<Tree, Problem> {
        serde_json::from_str(self.text).map_err(|error| {
            let line = self.source.line(self.offset) + error.line().max(1) - 1;
            let message = error.to_string();
            let said = message.split(" at line ").next().unwrap_or_default();
            self.source.problem_on(line, format!("JSON: {said}"))
        })
    }

    /// A fault as a problem on the line of the deepest key that is there.
    #[must_use]
    pub fn problem(&self, fault: &Fault) -> Problem {
        self.source.problem(self.offset + find(self.text, &fault.path), fault)
    }
}

/// Where the value at a path such as `runs[0].start` begins; for a missing key, the object that should have it.
fn find(text: &str, path: &str) -> usize {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    scan.space();
    let mut best = scan.at;
    for part in path.split(['.', '[', ']']).filter(|part| !part.is_empty()) {
        if !scan.enter(part) {
            break;
        }
        best = scan.at;
    }
    best
}

/// Walks over JSON that is known to be well formed.
struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    /// Moves from the start of an object or a list to the start of the value under a key or an index.
    fn enter(&mut self, part: &str) -> bool {
        let in_list = match self.bytes.get(self.at) {
            Some(b'[') => true,
            Some(b'{') => false,
            _ => return false,
        };
        self.at += 1;
        for index in 0.. {
            self.space();
            if matches!(self.bytes.get(self.at), None | Some(b']' | b'}')) {
                return false;
            }
            let found = if in_list { part.parse() == Ok(index) } else { self.key() == part.as_bytes() };
            if found {
                return true;
            }
            self.skip();
        }
        false
    }

    /// Reads `"key":` and stands before the value.
    fn key(&mut self) -> &[u8] {
        let start = self.at + 1;
        self.string();
        let end = self.at - 1;
        self.space();
        &self.bytes[start..end]
    }

    /// Passes over one value.
    fn skip(&mut self) {
        let mut depth = 0;
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'"' => {
                    self.string();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return,
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => return,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Passes over a string, from its opening to behind its closing quote.
    fn string(&mut self) {
        self.at += 1;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    /// Passes over white space, colons and commas.
    fn space(&mut self) {
        while self.bytes.get(self.at).is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b':' | b',')) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{\n  \"a, \\\"b\": [1, 2],\n  \"runs\": [\n    { \"x\": \"}\" },\n    { \"start\": [1,\n      2] }\n  ]\n}";

    #[test]
    fn a_path_is_found_on_its_line() {
        let line = |path| 1 + TEXT[..find(TEXT, path)].matches('\n').count();
        assert_eq!(line("runs[1].start[1]"), 6);
        assert_eq!(line("runs[1].start"), 5);
        assert_eq!(line("runs[0].x"), 4);
        assert_eq!(line("runs[0].missing"), 4);
        assert_eq!(line("nothing"), 1);
    }

    #[test]
    fn broken_json_names_the_line_of_the_page() {
        let source = Source { name: "x.md".into(), text: "one\ntwo\n{\n \"a\": }\n".into() };
        let json = Json { source: &source, offset: 8, text: &source.text[8..] };
        let problem = json.tree().unwrap_err();
        assert_eq!((problem.line, problem.message.as_str()), (4, "JSON: expected value"));
    }
}
