//! Whatever the text, an expression or an error that points into it, and never a panic.

use ponder::{Expression, Landscape, Vector};

use super::tree::{Dice, tree};

const PIECES: &[&str] = &[
    "w", "b", "x", "y", "e", "pi", "π", "1", "2.5", ".5", "1e-3", "1e", "1e999", "0x1f", "+", "-", "*", "/", "^", "**",
    "(", "(", ")", ")", ",", " ", "sin", "sin(", "max(", "pow(", "sigmoid(", "ln", "foo", "−", "·", "²", "³", "⁴", "√",
    "|", "\u{0}", "\u{301}", "🙂", "\n", "=", "\"", "..", "_",
];

fn pieces(dice: &mut Dice) -> String {
    let count = dice.below(24);
    (0..count).map(|_| dice.of(PIECES)).collect()
}

fn bytes(dice: &mut Dice) -> String {
    let count = dice.below(40);
    let bytes: Vec<u8> = (0..count).map(|_| dice.next() as u8).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// An expression with one character taken out, doubled or put in.
fn slip(dice: &mut Dice) -> String {
    let text = tree(dice, ["w", "b"], 3).sparing(dice);
    let mut characters: Vec<char> = text.chars().collect();
    let at = dice.below(characters.len());
    match dice.below(3) {
        0 => drop(characters.remove(at)),
        1 => characters.insert(at, characters[at]),
        _ => characters.insert(at, dice.of(PIECES).chars().next().unwrap_or('?')),
    }
    characters.into_iter().collect()
}

/// One piece over and over, up to beyond every limit.
fn repeated(dice: &mut Dice) -> String {
    let (open, middle, close) = (dice.of(PIECES), dice.of(PIECES), dice.of(&["", ")", "+w", "^2", "²"]));
    let count = dice.of(&[63, 64, 65, 130, 255, 256, 340, 600]);
    format!("{}{middle}{}", open.repeat(count), close.repeat(count))
}

fn look(text: &str) -> bool {
    match Expression::parse(text) {
        Ok(expression) => {
            let jet = expression.curve(Vector([0.7, -1.3]));
            assert_eq!(jet.value.to_bits(), expression.value(Vector([0.7, -1.3])).to_bits(), "{text:?}");
            assert!(
                !expression.to_string().is_empty() && !expression.python().is_empty() && !expression.tex().is_empty()
            );
            true
        }
        Err(error) => {
            assert!(text.get(error.span.clone()).is_some(), "{text:?}: {error:?}");
            assert!(error.column - 1 + error.width <= text.chars().count().max(1) + 1, "{text:?}: {error:?}");
            assert!(error.caret().ends_with('^') && error.excerpt(text).starts_with('"'), "{text:?}: {error:?}");
            assert!(!error.found.is_empty() && !error.allowed.is_empty(), "{text:?}: {error:?}");
            false
        }
    }
}

#[test]
fn two_hundred_thousand_texts() {
    let mut dice = Dice(7);
    let kinds: [fn(&mut Dice) -> String; 4] = [pieces, bytes, slip, repeated];
    let read = kinds.map(|kind| (0..50_000).filter(|_| look(&kind(&mut dice))).count());
    // Texts of each kind but random bytes are also right at times, so that both ends are seen.
    assert!(read[0] > 100 && read[2] > 5_000 && read[3] > 200, "{read:?}");
}
