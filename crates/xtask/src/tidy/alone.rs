//! An entry of a catalogue is its own file and one word of its table: nothing else in the product knows it by name.

use super::code::Keep;
use super::{Finding, Source};

const FOLDERS: &[&str] = &["crates/core/src/method", "crates/core/src/schedule", "crates/core/src/surface"];

/// Ids that are everyday words of recipes and figures as well: a knob, a scale, a unit of time, an event,
/// what a dial shows.
const WORDS: &[&str] = &["momentum", "linear", "step", "plateau", "cosine"];

/// Where an id may stand all the same.
const ALLOWED: &[(&str, &[&str])] = &[
    // The course says which colour these have; every other method has a pen by its place in the table.
    ("crates/plot/src/theme/pens.rs", &["gradient-descent", "nesterov", "adagrad"]),
];

struct Entry<'a> {
    path: &'a str,
    module: &'a str,
    id: String,
}

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    let entries: Vec<_> = sources.iter().filter_map(entry).collect();
    sources.iter().filter(|source| is_product(source)).flat_map(|source| check(source, &entries)).collect()
}

/// The entry that a file of a catalogue's folder holds.
fn entry(source: &Source) -> Option<Entry<'_>> {
    let (folder, file) = source.path.rsplit_once('/')?;
    let module = file.strip_suffix(".rs").filter(|_| FOLDERS.contains(&folder))?;
    let code = source.code(Keep::Strings);
    let id = code.split_once("const ENTRY")?.1.split_once("id: \"")?.1.split('"').next()?.to_owned();
    Some(Entry { path: &source.path, module, id })
}

/// What is shipped: the crates without their tests and tools, and the page. What the course claims of which method, and
/// what an exhibit runs for its lesson, is content, as lessons are.
fn is_product(source: &Source) -> bool {
    let path = source.path.as_str();
    let tests = path.ends_with("tests.rs")
        || path.contains("/tests/")
        || ["crates/xtask/", "crates/course/", "crates/site/src/live/"].iter().any(|room| path.starts_with(room));
    source.under("crates/") && source.is(&["rs"]) && !tests || source.under("www/") && source.is(&["js"])
}

fn check(source: &Source, entries: &[Entry]) -> Vec<Finding> {
    let code = source.code(Keep::Strings);
    let shipped = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let others: Vec<_> = entries.iter().filter(|entry| entry.path != source.path).collect();
    source.lines(shipped, |line| {
        let entry = others.iter().find(|entry| entry.is_called(line, &source.path) || entry.is_entered(line))?;
        Some(format!("`{}` is known outside {}: tell by what its entry says, not by its name", entry.id, entry.path))
    })
}

impl Entry<'_> {
    /// Its id is a string on this line.
    fn is_called(&self, line: &str, path: &str) -> bool {
        let id = self.id.as_str();
        let allowed = ALLOWED.iter().any(|(file, ids)| *file == path && ids.contains(&id)) || WORDS.contains(&id);
        !allowed && line.match_indices(id).any(|(at, _)| quoted(&line[..at], &line[at + id.len()..]))
    }

    /// Its module is part of a path on this line.
    fn is_entered(&self, line: &str) -> bool {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let path = format!("{}::", self.module);
        line.match_indices(&path).any(|(at, _)| !line[..at].ends_with(part))
    }
}

fn quoted(before: &str, after: &str) -> bool {
    ['"', '\''].iter().any(|&quote| before.ends_with(quote) && after.starts_with(quote))
}

#[cfg(test)]
mod tests {
    use super::{super::found, rule};

    const ADAM: (&str, &str) = (
        "crates/core/src/method/adam.rs",
        "const BETA: Knob = Knob { id: \"beta\" };\npub(super) const ENTRY: Method = Method {\n    id: \"adam\",\n};\n",
    );
    const MOMENTUM: (&str, &str) =
        ("crates/core/src/method/momentum.rs", "const ENTRY: Method = Method { id: \"momentum\" };\n");

    #[test]
    fn an_entry_that_others_know_by_name_is_found() {
        let adamw = "crates/core/src/method/adamw.rs";
        for (path, text) in [
            ("crates/plot/src/track.rs", "\nif run.method().id == \"adam\" {\n"),
            ("crates/core/src/run.rs", "\nlet adam = Adam { id: \"adam\" };\n#[cfg(test)]\nmod tests {\n\"adam\"\n"),
            (adamw, "\nuse super::adam::Adam;\n"),
            ("www/rule.js", "\nif (method === 'adam') {\n"),
        ] {
            let what = "2: `adam` is known outside crates/core/src/method/adam.rs: \
                tell by what its entry says, not by its name";
            assert_eq!(found(rule, &[ADAM, (path, text)]), [what], "{path}");
        }
    }

    #[test]
    fn tables_tests_tools_and_words_are_no_special_cases() {
        let table =
            ("crates/core/src/method.rs", "table! {\n    METHODS: Method =\n        adam\n        momentum\n}\n");
        for (path, text) in [
            ("crates/core/src/run.rs", "/// As in `\"adam\"`, adam::Adam.\nmadam::x(\"adamw\");\n"),
            ("crates/core/src/run.rs", "a();\n#[cfg(test)]\nmod tests {\n    run(\"adam\");\n}\n"),
            ("crates/core/src/run/tests.rs", "run(\"adam\");\n"),
            ("crates/core/src/run_tests.rs", "run(\"adam\");\n"),
            ("crates/xtask/src/tidy/alone.rs", "run(\"adam\");\n"),
            ("crates/core/src/run.rs", "settings.get(\"momentum\")\n"),
            ("crates/core/src/run.rs", "settings.get(\"beta\")\n"),
        ] {
            assert_eq!(found(rule, &[ADAM, MOMENTUM, table, (path, text)]), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_courses_colours_may_name_their_methods() {
        let nesterov = ("crates/core/src/method/nesterov.rs", "const ENTRY: Method = Method { id: \"nesterov\" };\n");
        let named = "const NAMED: [&str; 1] = [\"nesterov\"];\n";
        assert_eq!(found(rule, &[nesterov, ("crates/plot/src/theme/pens.rs", named)]), [""; 0]);
        assert_eq!(found(rule, &[nesterov, ("crates/plot/src/theme.rs", named)]).len(), 1);
    }
}
