//! Numbers of the course's claims and misprints: `{{number E33 lost}}`, `{{number C8 at-500}}`.

use std::cell::RefCell;
use std::collections::HashMap;

use ponder::catalogue;
use ponder_course::bench::Number;
use ponder_course::{CLAIMS, ERRATA};

/// The words behind `number`: an id, and the name of what it measures.
pub fn find(id: &str, name: &str) -> Result<String, String> {
    if let Some(number) = ERRATA.iter().find(|erratum| erratum.id == id) {
        let number = number.number(name).ok_or_else(|| format!("{id} measures nothing called \"{name}\""))?;
        return Ok(said(&number));
    }
    let claim = catalogue::find(CLAIMS, id).map_err(|known| format!("\"{id}\"; allowed is E1 to E66, {known}"))?;
    thread_local!(static FOUND: RefCell<HashMap<&'static str, Vec<Number>>> = RefCell::default());
    FOUND.with_borrow_mut(|found| {
        let numbers = found.entry(claim.id).or_insert_with(|| claim.findings().numbers);
        let number = numbers.iter().find(|number| number.id == name);
        number.map(said).ok_or_else(|| format!("{id} measures nothing called \"{name}\""))
    })
}

/// A number does not break where a line does.
pub fn said(number: &Number) -> String {
    number.said().replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn claims_and_errata_give_their_numbers() {
        assert_eq!(find("E33", "lost"), Ok("14".into()));
        assert_eq!(find("C7", "at-1e-10"), Ok("330".into()));
        assert_eq!(find("E9", "parts"), Ok("2".into()));
        assert!(find("E67", "lost").unwrap_err().contains("allowed is E1 to E66, C1"));
        assert_eq!(find("C7", "lost"), Err("C7 measures nothing called \"lost\"".into()));
    }
}
