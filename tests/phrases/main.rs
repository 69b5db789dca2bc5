//! Whatever core and plot say to readers has a phrase in every other language, and every phrase is said somewhere.
#![cfg(not(target_arch = "wasm32"))]

mod book;
mod drawn;
mod said;

use book::Book;

/// The languages beside English.
const BOOKS: [(&str, &str); 1] = [("de", include_str!("../../www/words/phrases.de.json"))];

#[test]
fn every_language_has_every_phrase_and_no_other() {
    for (lang, text) in BOOKS {
        let mut book = Book::open(text);
        let said = [said::tables(), said::ends(), said::formulas(), said::sheets(), said::faults(), said::links()].concat();
        let mut missing: Vec<String> = said.into_iter().filter(|text| has_words(text) && !book.knows(text)).collect();
        missing.extend(drawn::strange(&mut book));
        missing.sort_unstable();
        missing.dedup();
        assert!(missing.is_empty(), "{lang} has no phrase for:\n{}", missing.join("\n"));
        let unsaid: Vec<_> = book.phrases.iter().filter(|phrase| !book.used.contains(*phrase)).collect();
        assert!(unsaid.is_empty(), "{lang} has phrases that nobody says: {unsaid:#?}");
    }
}

/// The same in every language.
const NAMES: [&str; 1] = ["PyTorch"];

/// Whether it is more than a symbol, a name or what a reader typed.
fn has_words(text: &str) -> bool {
    let quoted = text.starts_with('"') && text.ends_with('"');
    let mut words = text.split(|c: char| !c.is_alphabetic());
    !quoted && words.any(|word| word.chars().count() > 2 && !NAMES.contains(&word))
}
