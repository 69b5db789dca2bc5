//! Every rule in every convention: which of its vectors are arrows, and that they add up.

use ponder::{METHODS, Run};

use super::*;

fn pieces_of(method: &str, convention: &str, rate: Option<f64>, t: usize) -> Pieces {
    let rate = rate.map_or(String::new(), |rate| format!(r#", "learning_rate": {rate}"#));
    let figure = crate::testing::figure(&format!(
        r#"{{"surface": {{"model": "sigmoid-neuron", "data": "two-points"}}, "steps": 30,
             "runs": [{{"method": "{method}", "convention": "{convention}"{rate}}}]}}"#
    ));
    let plan = ponder::check(&figure).unwrap();
    let entry = Run::new(&plan, 0).unwrap().nth(t).unwrap();
    Pieces::of(&entry.at, entry.update.as_ref().unwrap()).unwrap()
}

fn pieces_at(method: &str, t: usize) -> Pieces {
    pieces_of(method, "course", Some(1.0), t)
}

/// Every method in every convention, at a small rate where it has one.
fn all(t: usize) -> impl Iterator<Item = (&'static str, &'static str, Pieces)> {
    METHODS.iter().flat_map(|method| method.forms.iter().map(move |form| (method, form))).map(move |(method, form)| {
        let rate = form.knobs.iter().any(|knob| knob.id == "learning_rate").then_some(0.05);
        (method.id, form.convention, pieces_of(method.id, form.convention, rate, t))
    })
}

#[test]
fn memory_and_slope_add_up_to_the_move_in_every_convention_of_momentum() {
    for (method, convention, pieces) in all(20) {
        let remembers = ["momentum", "nesterov"].contains(&method);
        assert_eq!(pieces.kept.is_some(), remembers, "{method}, {convention}");
        let Pieces { kept: Some(kept), slope: Some(slope), whole, .. } = pieces else { continue };
        for i in 0..2 {
            assert!((kept[i] + slope[i] - whole[i]).abs() < 1e-12, "{method}, {convention}");
        }
        assert!(kept[0] * whole[0] + kept[1] * whole[1] > 0.0, "{method}, {convention}: what is kept points onwards");
    }
}

#[test]
fn averages_of_gradients_point_downhill_and_averages_of_squares_are_no_arrows() {
    const AVERAGING: [&str; 10] =
        ["adam", "adamw", "amsgrad", "nadam", "radam", "adamax", "adabelief", "yogi", "lion", "novograd"];
    for (method, convention, Pieces { mean, slope, .. }) in all(5) {
        assert_eq!(mean.is_some(), AVERAGING.contains(&method), "{method}, {convention}");
        let (Some(mean), Some(slope)) = (mean, slope) else { continue };
        assert!(mean[0] * slope[0] + mean[1] * slope[1] > 0.0, "{method}, {convention}");
    }
}

#[test]
fn rules_that_go_straight_downhill_have_one_arrow() {
    for method in ["gradient-descent", "optimal-step", "line-search"] {
        for (_, convention, pieces) in all(5).filter(|(id, ..)| *id == method) {
            assert!(pieces.adds_up() && pieces.slope == Some(pieces.whole), "{method}, {convention}: {pieces:?}");
        }
    }
}

#[test]
fn only_the_courses_nesterov_looks_ahead() {
    for (method, convention, pieces) in all(20) {
        assert_eq!(pieces.ahead.is_some(), (method, convention) == ("nesterov", "course"), "{method}, {convention}");
    }
    let Pieces { at, kept, ahead, .. } = pieces_at("nesterov", 20);
    let reached = add(at, kept.unwrap(), 1.0);
    assert!(shape::distance(reached, ahead.unwrap()) < 1e-12, "the look is where memory alone would lead");
    assert_eq!(pieces_at("momentum", 0).kept, None, "nothing is remembered at the start");
}
