//! Which pen a run gets: its method's own, or the next free one.

use super::PENS;

/// The pen of each method: the course's own first, then the others in the order of the table.
fn pen(method: &str) -> u8 {
    const COURSE: [&str; 8] =
        ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "newton"];
    let known = COURSE.iter().position(|id| *id == method);
    let later = || ponder::METHODS.iter().filter(|m| !COURSE.contains(&m.id)).position(|m| m.id == method);
    (known.or_else(|| later().map(|i| 8 + i)).unwrap_or(0) % usize::from(PENS)) as u8
}

/// The pens of runs: each method's own, and for a second run of a method the next one that nobody here uses.
pub(crate) fn pens<'a>(methods: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let wanted: Vec<u8> = methods.into_iter().map(pen).collect();
    let mut given: Vec<u8> = Vec::new();
    for (i, &own) in wanted.iter().enumerate() {
        let free = |p: &u8| !given.contains(p) && !wanted[i + 1..].contains(p);
        let next = if given.contains(&own) { (0..PENS).map(|p| (own + p) % PENS).find(free) } else { None };
        let any = || (0..PENS).find(|p| !given.contains(p));
        given.push(if given.contains(&own) { next.or_else(any).unwrap_or(own) } else { own });
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_of_a_method_gets_another_pen() {
        assert_eq!(pens(["gradient-descent", "momentum", "nesterov"]), [0, 1, 2]);
        assert_eq!(pens(["gradient-descent", "gradient-descent", "momentum"]), [0, 2, 1]);
        let all = pens(["adam"; 16]);
        assert!((0..PENS).all(|p| all.contains(&p)), "sixteen runs, sixteen pens: {all:?}");
    }
}
