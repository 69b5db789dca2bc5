//! Every file of a catalogue's folder is in its table, and so compiled, formatted and listed.

use super::code::Keep;
use super::{Finding, Source, names};

const FOLDERS: &[&str] = &[
    "crates/core/src/method",
    "crates/core/src/model",
    "crates/core/src/schedule",
    "crates/core/src/surface",
    "crates/course/src/claim",
    "crates/course/src/wrong",
    "crates/plot/src/layer",
];

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    sources.iter().filter_map(|source| check(source, sources)).collect()
}

fn check(source: &Source, sources: &[Source]) -> Option<Finding> {
    let (folder, file) = source.path.rsplit_once('/')?;
    let entry = file.strip_suffix(".rs").filter(|&entry| entry != "mod" && FOLDERS.contains(&folder))?;
    let tables = [format!("{folder}.rs"), format!("{folder}/mod.rs")];
    let listed = sources.iter().filter(|other| tables.contains(&other.path)).any(|table| lists(table, entry));
    (!listed).then(|| source.finding(1, format!("not in the table of {}: add `{entry}` there", tables[0])))
}

fn lists(table: &Source, entry: &str) -> bool {
    names(&table.code(Keep::Code), entry)
}

#[cfg(test)]
mod tests {
    use super::{super::found, rule};

    #[test]
    fn a_file_that_its_table_does_not_list_is_found() {
        let adam = ("crates/core/src/method/adam.rs", "//! Adam.\n");
        let table = "crates/core/src/method.rs";
        assert_eq!(found(rule, &[adam, (table, "table! {\n    METHODS: Method =\n        adam\n}\n")]), [""; 0]);
        assert_eq!(found(rule, &[adam, ("crates/core/src/method/mod.rs", "mod adam;\n")]), [""; 0]);
        for elsewhere in ["// mod adam;\n", "mod adamax;\n"] {
            let what = "1: not in the table of crates/core/src/method.rs: add `adam` there";
            assert_eq!(found(rule, &[adam, (table, elsewhere)]), [what]);
        }
        assert_eq!(found(rule, &[adam]).len(), 1);
        assert_eq!(found(rule, &[("crates/core/src/vector.rs", "")]), [""; 0]);
    }
}
