//! What a panic would say is left out of what is shipped: no page hears it. A browser gives a wasm no standard error, and
//! the trap that follows is all that JavaScript sees (`www/recovery.js`). So the functions of Rust's own libraries that only
//! say why and never return do nothing but trap, and wasm-opt drops all that leads to them; and the places in the source
//! that they would name become zeroes.

/// The functions that say it, as the section of names calls them: of a crate that is Rust's own, with one of these ends.
const OWN: [&str; 6] = ["core[", "alloc[", "std[", "<core[", "<alloc[", "<std["];
const ENDS: [&str; 14] = [
    "::panicking::panic_fmt",
    "::panicking::panic",
    "::panicking::panic_bounds_check",
    "::panicking::assert_failed_inner",
    "::slice_error_fail",
    "::slice_index_fail",
    "::len_mismatch_fail",
    "::expect_failed",
    "::unwrap_failed",
    "::assert_failed",
    "::panic_already_borrowed",
    "::panic_already_mutably_borrowed",
    "::handle_error",
    "::handle_alloc_error",
];

/// Not even a local variable; `unreachable`; the end.
const TRAP: [u8; 4] = [3, 0, 0x00, 0x0b];

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;

/// The same module, mute.
pub(super) fn mute(module: &[u8]) -> Option<Vec<u8>> {
    let mut sections = Vec::new();
    let mut rest = Reader(module.get(8..)?);
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        sections.push((kind, rest.sized()?));
    }
    let of = |wanted| sections.iter().find(|(kind, _)| *kind == wanted).map(|(_, body)| *body);
    let imported = functions(of(IMPORTS)?)?;
    let names = sections.iter().filter(|(kind, _)| *kind == CUSTOM).find_map(|(_, body)| named(body))?;
    let silent: Vec<usize> =
        names.iter().filter_map(|(i, name)| says(name).then(|| i.checked_sub(imported))?).collect();
    let mut out = module[..8].to_vec();
    for (kind, body) in sections {
        let body = match kind {
            CODE => code(body, &silent)?,
            DATA => data(body)?,
            _ => body.to_vec(),
        };
        out.push(kind);
        put(&mut out, body.len());
        out.extend(body);
    }
    Some(out)
}

/// Whether a function only says why it panics.
fn says(name: &str) -> bool {
    let plain = name.split("::<").next().unwrap_or(name);
    OWN.iter().any(|own| name.starts_with(own))
        && (ENDS.iter().any(|end| plain.ends_with(end)) || name.contains("::panic_const::"))
}

/// The bodies of all functions, where the silent ones only trap.
fn code(section: &[u8], silent: &[usize]) -> Option<Vec<u8>> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    let mut out = Vec::new();
    put(&mut out, count);
    for i in 0..count {
        let body = rest.sized()?;
        if silent.contains(&i) {
            out.extend(TRAP);
        } else {
            put(&mut out, body.len());
            out.extend(body);
        }
    }
    Some(out)
}

/// The data without the places in the source: where in memory the name of a file is, how long it is, a line, a column.
fn data(section: &[u8]) -> Option<Vec<u8>> {
    let mut out = section.to_vec();
    let segments = segments(section)?;
    let file = |at: usize, long: usize| {
        let (base, from, to) = *segments.iter().find(|(base, from, to)| (*base..base + (to - from)).contains(&at))?;
        let from = from + at - base;
        (from + long <= to && section[from..from + long].ends_with(b".rs")).then_some(from..from + long)
    };
    for (base, from, to) in &segments {
        for at in (*from..to.saturating_sub(15)).filter(|at| (base + at - from).is_multiple_of(4)) {
            let word =
                |i: usize| section[at + 4 * i..][..4].iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte));
            let [name, long, line, column] = [0, 1, 2, 3].map(word);
            let place = (1..LONGEST).contains(&line) && (1..LONGEST).contains(&column) && (4..LONGEST).contains(&long);
            if let Some(file) = place.then(|| file(name, long)).flatten() {
                out[file].fill(0);
                out[at..at + 16].fill(0);
            }
        }
    }
    Some(out)
}

/// No file has as many lines, no line as many columns, and no name as many letters.
const LONGEST: usize = 1 << 14;

/// The segments of the data: where in memory each begins, and from where to where in the section it is.
fn segments(section: &[u8]) -> Option<Vec<(usize, usize, usize)>> {
    let mut rest = Reader(section);
    (0..rest.number()?)
        .map(|_| {
            // An active segment of the one memory, whose place is a constant.
            let [0, 0x41] = [rest.byte()?, rest.byte()?] else { return None };
            let base = rest.number()?;
            let 0x0b = rest.byte()? else { return None };
            let body = rest.sized()?;
            let to = section.len() - rest.0.len();
            Some((base, to - body.len(), to))
        })
        .collect()
}

/// How many functions are imported: theirs are the first numbers.
fn functions(section: &[u8]) -> Option<usize> {
    let mut rest = Reader(section);
    let mut count = 0;
    for _ in 0..rest.number()? {
        rest.sized()?;
        rest.sized()?;
        // wasm-bindgen imports functions only, whose type is a number.
        let 0 = rest.byte()? else { return None };
        rest.number()?;
        count += 1;
    }
    Some(count)
}

/// The names of the functions, if this is the section of names.
fn named(section: &[u8]) -> Option<Vec<(usize, &str)>> {
    let mut rest = Reader(section);
    let b"name" = rest.sized()? else { return None };
    while !rest.0.is_empty() {
        let (1, part) = (rest.byte()?, rest.sized()?) else { continue };
        let mut part = Reader(part);
        let count = part.number()?;
        return (0..count).map(|_| Some((part.number()?, str::from_utf8(part.sized()?).ok()?))).collect();
    }
    None
}

/// A number, seven bits at a time.
fn put(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// What is left of a section.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        self.0.split_off_first().copied()
    }

    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    fn sized(&mut self) -> Option<&'a [u8]> {
        let size = self.number()?;
        self.0.split_off(..size)
    }
}

#[cfg(test)]
mod tests {
    use super::{CODE, CUSTOM, DATA, IMPORTS, mute, put, says};

    fn section(out: &mut Vec<u8>, kind: u8, body: &[u8]) {
        out.push(kind);
        put(out, body.len());
        out.extend(body);
    }

    /// One import, two functions, of which the second says why it panics, and a place in the source.
    fn module(code: &[u8], data: &[u8]) -> Vec<u8> {
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        section(&mut out, IMPORTS, b"\x01\x01m\x01f\x00\x00");
        section(&mut out, CODE, code);
        section(&mut out, DATA, &[b"\x01\x00\x41\x80\x08\x0b\x1c", data].concat());
        section(
            &mut out,
            CUSTOM,
            b"\x04name\x01\x28\x02\x01\x04a::b\x02\x1fcore[12]::option::expect_failed".as_slice(),
        );
        out
    }

    #[test]
    fn what_panics_say_is_left_out_and_nothing_else() {
        let place = b"\x10\x04\0\0\x04\0\0\0\x07\0\0\0\x05\0\0\0a.rsword\0\0\0\0";
        let before = module(b"\x02\x04\x00\x41\x07\x0b\x05\x00\x41\x09\x00\x0b", place);
        let after = module(
            b"\x02\x04\x00\x41\x07\x0b\x03\x00\x00\x0b",
            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0word\0\0\0\0",
        );
        assert_eq!(mute(&before), Some(after));
    }

    #[test]
    fn only_what_is_rusts_own_is_silenced() {
        assert!(says("core[c59]::panicking::panic_const::panic_const_div_by_zero"));
        assert!(says("<alloc[3ca]::vec::Vec<_, _>>::swap_remove::assert_failed"));
        assert!(says("core[c59]::panicking::assert_failed::<usize, usize>"));
        assert!(!says("ponder::fault::unwrap_failed"));
        assert!(!says("core[c59]::fmt::write"));
    }
}
