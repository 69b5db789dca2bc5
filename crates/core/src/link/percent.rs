//! Text in links: bytes of UTF-8 as `%E2`, but for those that mean nothing in an address.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// Whether a byte stands for itself: so much, and no more, is sure to come through whatever a link is pasted into.
fn plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~*()".contains(&byte)
}

pub(super) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if plain(byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)])));
        }
    }
}

/// The text, as far as it is one: a `%` without two digits is a `%`, and bytes that are no UTF-8 become `�`.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return text.into();
    }
    let (bytes, mut out, mut at) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let two = bytes.get(at + 1..at + 3).filter(|_| *byte == b'%').and_then(hex);
        out.push(two.unwrap_or(*byte));
        at += if two.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned().into()
}

fn hex(digits: &[u8]) -> Option<u8> {
    digits.iter().try_fold(0, |byte, digit| Some(byte << 4 | char::from(*digit).to_digit(16)? as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back() {
        for text in ["", "w^2 + b", "100 % sure", "η → 0\n", "a&b=c;d:e,f", "\u{0}\u{10ffff}"] {
            let mut link = String::new();
            encode(text, &mut link);
            assert!(link.bytes().all(|byte| plain(byte) || byte == b'%'), "{link}");
            assert_eq!(decode(&link), text);
        }
    }

    #[test]
    fn what_is_no_encoding_stays_as_it_is() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%4"), "%4");
        assert_eq!(decode("%zz%+1%c3%A9%C3"), "%zz%+1é\u{fffd}");
    }
}
