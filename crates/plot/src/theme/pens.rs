//! Which pen a run gets: its method's own, or one that nobody else in the figure has.

use super::PENS;
use super::role::COLORS;

/// The methods whose colours the course names, pen 0 first: black, red, blue, magenta. The next pens, up to
/// [`COLORS`], are everybody else's.
const NAMED: [&str; 4] = ["gradient-descent", "momentum", "nesterov", "adagrad"];
const FIRST: u8 = NAMED.len() as u8;

/// The pen of a method that has the figure to itself: the course's, or by its place in the table of all others.
fn own(method: &str) -> u8 {
    let named = NAMED.iter().position(|id| *id == method).map(|place| place as u8);
    let others = ponder::METHODS.iter().filter(|other| !NAMED.contains(&other.id));
    let place = others.map(|other| other.id).take_while(|id| *id != method).count();
    named.unwrap_or(FIRST + (place % usize::from(COLORS - FIRST)) as u8)
}

/// The pens of the runs of one figure, no two alike; up to eight runs also differ in colour.
///
/// Where a pen is taken the next is one without a name, then one whose method is not there.
pub(crate) fn pens<'a>(methods: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let owned: Vec<u8> = methods.into_iter().map(own).collect();
    let mut given: Vec<u8> = Vec::new();
    for (i, &own) in owned.iter().enumerate() {
        let free = |pen: &u8| !given.contains(pen) && (*pen == own || !owned[i..].contains(pen));
        let mut all = [own].into_iter().chain(FIRST..COLORS).chain(0..FIRST).chain(COLORS..PENS);
        given.push(all.find(free).unwrap_or(own));
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_course_has_its_colours_whoever_comes_first() {
        assert_eq!(pens(["gradient-descent", "momentum", "nesterov", "adagrad"]), [0, 1, 2, 3]);
        assert_eq!(pens(["adam", "nesterov", "gradient-descent"])[1..], [2, 0]);
        assert_eq!(pens(["gradient-descent", "gradient-descent", "momentum"]), [0, 4, 1]);
    }

    #[test]
    fn eight_runs_of_any_methods_differ_in_colour_and_sixteen_in_pen() {
        let ids: Vec<_> = ponder::METHODS.iter().map(|method| method.id).collect();
        for first in 0..ids.len() {
            for step in 0..ids.len() {
                let methods = (0..usize::from(PENS)).map(|i| ids[(first + i * step) % ids.len()]);
                let mut few = pens(methods.clone().take(usize::from(COLORS)));
                few.iter_mut().for_each(|pen| *pen %= COLORS);
                for mut pens in [few, pens(methods)] {
                    let count = pens.len();
                    pens.sort_unstable();
                    pens.dedup();
                    assert_eq!(pens.len(), count, "from {first} in steps of {step}");
                }
            }
        }
    }

    #[test]
    fn a_method_alone_has_its_own_pen() {
        for method in ponder::METHODS {
            assert_eq!(pens([method.id]), [own(method.id)]);
            assert_eq!(own(method.id) < FIRST, NAMED.contains(&method.id), "{}", method.id);
        }
    }
}
