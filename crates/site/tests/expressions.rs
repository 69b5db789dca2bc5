//! The formula of every expression is TeX that the page can set.

use ponder::Expression;
use ponder_site::maths::Maths;

#[test]
fn every_function_and_every_sign_can_be_set() {
    let (one, two) = (
        "sin cos tan asin acos atan sinh cosh tanh exp ln log10 log2 sqrt cbrt abs sign sigmoid softplus relu",
        "min max pow",
    );
    let one = one.split(' ').map(|name| format!("{name}(w/b)^2"));
    let two = two.split(' ').map(|name| format!("{name}(w/b, -b)^-b"));
    let rest = ["-w - -b*2*3.5 + 1e-9*pi/(2.5e30 - e)", "(w^2)^0.5^b", "((w + b)/2)^3 + 1e999"].map(String::from);
    for text in one.chain(two).chain(rest) {
        let formula = Expression::parse(&text).unwrap().facts().formula;
        let mathml = Maths::default().render(&formula, true).unwrap_or_else(|why| panic!("{text}: {why}"));
        assert!(mathml.starts_with("<math"), "{text}: {mathml}");
    }
}
