//! A language's phrases, as `www/words.js` finds them: the English text, or a pattern with {holes}.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use ponder::Tree;

pub(crate) struct Book {
    pub phrases: Vec<String>,
    pub used: BTreeSet<String>,
}

impl Book {
    /// The phrases of a file of www/words.
    pub(crate) fn open(text: &str) -> Self {
        let Tree::Map(pairs) = ponder_tests::tree(text) else { panic!("the file is no table of phrases") };
        let mut phrases: Vec<String> = pairs.into_iter().map(|(phrase, _)| phrase).collect();
        phrases.sort_by_key(|phrase| Reverse(pieces(phrase).concat().chars().count()));
        Self { phrases, used: BTreeSet::new() }
    }

    /// Whether a text is one of them, exactly, or else by the pattern that fits and says most; what fits is used.
    pub(crate) fn knows(&mut self, text: &str) -> bool {
        let exactly = self.phrases.iter().find(|phrase| *phrase == text);
        let found = exactly.or_else(|| self.phrases.iter().find(|phrase| phrase.contains('{') && fits(phrase, text)));
        let Some(found) = found.cloned() else { return false };
        if found.contains('{') {
            for held in held(&found, text) {
                if self.phrases.contains(&held) {
                    self.used.insert(held);
                }
            }
        }
        self.used.insert(found);
        true
    }
}

/// The pieces of a pattern between its holes.
fn pieces(phrase: &str) -> Vec<&str> {
    let mut rest = phrase;
    let mut pieces = Vec::new();
    while let Some((piece, after)) = rest.split_once('{') {
        pieces.push(piece);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    pieces.push(rest);
    pieces
}

/// What stands in the holes, the shortest that fits; nothing where the text is another one.
fn fill<'t>(phrase: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let pieces = pieces(phrase);
    let (first, last) = (pieces.first()?, pieces.last()?);
    let mut rest = text.strip_prefix(first)?;
    let mut filled = Vec::new();
    for piece in &pieces[1..pieces.len() - 1] {
        let at = rest.char_indices().skip(1).map(|(at, _)| at).find(|&at| rest[at..].starts_with(piece))?;
        filled.push(&rest[..at]);
        rest = &rest[at + piece.len()..];
    }
    filled.push(rest.strip_suffix(last).filter(|held| !held.is_empty())?);
    Some(filled)
}

fn fits(phrase: &str, text: &str) -> bool {
    fill(phrase, text).is_some()
}

fn held(phrase: &str, text: &str) -> Vec<String> {
    fill(phrase, text).into_iter().flatten().map(str::to_owned).collect()
}
