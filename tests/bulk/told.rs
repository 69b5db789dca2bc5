//! What a job says of itself before and after it is done: how near is near, what is low, what it costs, what bounds a rate.

use ponder::bulk::{Grid, bound};

use super::{NEURONS, job, plan, whole};

const GD: &str = r#""method":"gradient-descent","learning_rate":0.1"#;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * b.abs()
}

#[test]
fn near_is_a_hundredth_of_the_longer_side_of_the_window() {
    let ravine = plan(r#"{"function":"ravine"}"#, GD, 1);
    for (window, within) in [("[[-1,1],[2,6]]", 0.04), ("[[3,11],[2,6]]", 0.08)] {
        let basins = job(&ravine, &format!(r#"{{"kind":"basins","size":1,"window":{window}}}"#));
        assert!(close(basins.within(), within), "{window}: {}", basins.within());
    }
    let own = job(&ravine, r#"{"kind":"basins","size":1,"within":0.5}"#);
    assert!(close(own.within(), 0.5), "or what is asked for: {}", own.within());
}

#[test]
fn no_point_is_near_two_minima() {
    let valleys = plan(r#"{"function":"himmelblau"}"#, GD, 1);
    let basins = job(&valleys, r#"{"kind":"basins","size":1,"within":100}"#);
    let places = basins.targets();
    let gap = |a: &[f64; 2], b: &[f64; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
    let pairs = places.iter().enumerate().flat_map(|(i, a)| places[..i].iter().map(move |b| gap(a, b)));
    let least = pairs.fold(f64::INFINITY, f64::min);
    assert!(places.len() == 4 && close(basins.within(), 0.5 * least), "{} of {least}", basins.within());
}

#[test]
fn rates_are_swept_until_a_hundredth_of_the_way_down_is_left() {
    // ½ (10 w² + b²) is 5 at the start and 0 at the bottom; the double well's bottom is below 0.
    let bowl = plan(r#"{"function":"ravine"}"#, r#""method":"momentum","learning_rate":0.1,"start":[1,0]"#, 1);
    for kind in ["rates", "phase"] {
        assert!(close(job(&bowl, &format!(r#"{{"kind":"{kind}"}}"#)).below().unwrap(), 0.05), "{kind}");
    }
    let wells = plan(r#"{"function":"double-well"}"#, &format!(r#"{GD},"start":[2,1]"#), 1);
    let sweep = job(&wells, r#"{"kind":"rates"}"#);
    let [start, lowest] = [[2.0, 1.0], sweep.lowest().unwrap()].map(|at| wells.surface().loss(&at));
    assert!(lowest < 0.0 && close(sweep.below().unwrap(), lowest + 0.01 * (start - lowest)), "{:?}", sweep.below());
    assert_eq!(job(&wells, r#"{"kind":"basins","size":1}"#).below(), None, "basins watch no loss");
    assert_eq!(job(&wells, r#"{"kind":"rates","below":-1}"#).below(), Some(-1.0), "unless they are asked to");
}

#[test]
fn the_lowest_minimum_is_the_lowest_of_those_listed() {
    let wells = plan(r#"{"function":"double-well"}"#, GD, 1);
    let basins = job(&wells, r#"{"kind":"basins","size":1}"#);
    assert!(basins.targets().len() == 2 && basins.lowest().unwrap()[0] < 0.0, "the slope of w leans to the left");
    assert_eq!(job(&plan(r#"{"function":"saddle"}"#, GD, 1), r#"{"kind":"rates"}"#).lowest(), None);
}

#[test]
fn every_point_of_every_cell_is_a_look_at_every_data_point() {
    let basins = r#"{"kind":"basins","size":[7,5]}"#;
    let looks = |surface: &str| job(&plan(surface, GD, 20), basins).looks();
    assert_eq!(looks(r#"{"function":"ravine"}"#), 7 * 5 * 21);
    assert_eq!([looks(NEURONS[0]), looks(NEURONS[1]), looks(NEURONS[2])], [2, 8, 1].map(|points| 7 * 5 * 21 * points));
}

#[test]
fn a_job_is_of_the_run_that_is_asked_for() {
    let runs = format!(r#"{GD}}},{{"method":"adam","learning_rate":0.3}},{{"method":"momentum","learning_rate":0.2"#);
    let plan = plan(r#"{"function":"ravine"}"#, &runs, 3);
    for run in 0..3 {
        let mut sweep =
            job(&plan, &format!(r#"{{"kind":"rates","run":{run},"rates":{{"from":0.1,"to":1,"count":2}}}}"#));
        assert_eq!(sweep.run(), run);
        whole(&mut sweep, 100);
        let mut alone = plan.clone();
        alone.set_rate(run, 0.1);
        assert_eq!(sweep.paths()[0], alone.trajectory()[run * alone.stride()..][..alone.stride()]);
    }
}

#[test]
fn of_a_long_path_every_so_manieth_point_is_kept_and_the_last() {
    for (steps, stride) in [(512, 1), (513, 2), (1300, 3)] {
        let plan = plan(r#"{"function":"ravine"}"#, r#""method":"gradient-descent","learning_rate":0.01"#, steps);
        let mut sweep = job(&plan, r#"{"kind":"rates","rates":{"from":0.01,"to":0.01,"count":1}}"#);
        whole(&mut sweep, 1 << 40);
        assert_eq!(sweep.stride(), stride, "{steps}");
        let rows = plan.trajectory();
        let kept = |(t, row): (usize, &[f64])| (t % stride == 0 || t == steps).then(|| row.to_vec());
        let known: Vec<_> = rows.chunks_exact(3).enumerate().filter_map(kept).flatten().collect();
        assert_eq!(sweep.paths(), [known], "{steps}");
    }
}

#[test]
fn momenta_are_spread_evenly_over_what_is_asked_for() {
    let momentum = plan(r#"{"function":"ravine"}"#, r#""method":"momentum","learning_rate":0.1"#, 1);
    let values = |momenta: &str| {
        let asked = job(&momentum, &format!(r#"{{"kind":"phase","rates":{{"count":2}},"momenta":{momenta}}}"#));
        match asked.grid() {
            Grid::Phase { values, .. } => values.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(values(r#"{"from":0.5,"to":0.75,"count":3}"#), [0.5, 0.625, 0.75]);
    assert_eq!(values(r#"{"from":0.5,"to":0.75,"count":1}"#), [0.5]);
    assert_eq!(values("{}").len(), 25);
}

#[test]
fn a_rate_is_bounded_by_the_curvature_of_the_lowest_minimum() {
    let bounded = |surface: &str, run: &str| {
        let plan = plan(&format!(r#"{{"function":"{surface}"}}"#), run, 1);
        let job = job(&plan, r#"{"kind":"rates"}"#);
        [None, Some(0.5)].map(|momentum| bound(&job, momentum))
    };
    let [own, other] = bounded("ravine", GD);
    let own = own.expect("a bound");
    assert_eq!((own.formula, own.rate, own.curvature, own.at), ("2/λ", 0.2, 10.0, [0.0, 0.0]));
    assert_eq!(other, Some(own), "nothing hangs on a momentum that it has not");
    let [own, other] = bounded("ravine", r#""method":"momentum","learning_rate":0.1,"momentum":0.9"#);
    assert!(close(own.unwrap().rate, 0.38) && close(other.unwrap().rate, 0.3), "2(1 + γ)/λ: {own:?} {other:?}");
    let [own, _] = bounded("saddle", &format!(r#"{GD},"start":[0.5,1]"#));
    let own = own.expect("a bound");
    assert_eq!((own.rate, own.at), (1.0, [0.5, 1.0]), "where there is no minimum, that of the start");
}

#[test]
fn there_is_no_bound_where_none_is_known() {
    let none = |surface: &str, run: &str| bound(&job(&plan(surface, run, 1), r#"{"kind":"rates"}"#), None).is_none();
    let ravine = r#"{"function":"ravine"}"#;
    assert!(none(ravine, r#""method":"adam","learning_rate":0.1"#), "of a rule without one");
    let dampened = r#""method":"momentum","convention":"pytorch","learning_rate":0.1,"dampening":0.5"#;
    assert!(none(ravine, dampened), "the bound of a dampened rule is another");
    assert!(none(r#"{"expression":"w - b^2"}"#, GD), "nothing curves up");
    let five = r#"{"model":"four-input-neuron","data":[[0,1,0,1,0.2]]}"#;
    assert!(none(five, GD), "five parameters are no plane");
}
