//! The surfaces' own numbers, before anything runs on them.

use ponder::analysis::eigenvalues;
use ponder::data::{DATA_SETS, DataSet};
use ponder::model::{Reduce, SigmoidNeuron};
use ponder::{Landscape, SURFACES, Surface, Vector, catalogue};
use ponder_tests::{assert_printed, plan};

fn set(id: &str) -> &'static DataSet {
    catalogue::find(DATA_SETS, id).unwrap_or_else(|names| panic!("{id} is none of {names}"))
}

fn neuron(id: &str) -> SigmoidNeuron {
    let set = set(id);
    SigmoidNeuron::new(set.rows.to_vec(), Reduce::HalfSum, set.domain, set.start)
}

fn surface(id: &str) -> Surface {
    let entry = catalogue::find(SURFACES, id).unwrap_or_else(|names| panic!("{id} is none of {names}"));
    Surface::analytic(entry, entry.knobs.iter().map(|knob| knob.default.expect("a default")).collect())
}

/// Where a grid of `nodes` a side over (−6, 6)² is lowest, and how low.
fn lowest_node(land: &dyn Landscape, nodes: usize) -> (Vector, f64) {
    let at = |i: usize| -6.0 + 12.0 * i as f64 / (nodes - 1) as f64;
    let all = (0..nodes * nodes).map(|i| Vector([at(i % nodes), at(i / nodes)]));
    all.map(|at| (at, land.value(at))).min_by(|a, b| a.1.total_cmp(&b.1)).expect("a node")
}

/// Also S1-05, S1-98: what the neuron is to learn.
#[test]
fn s1_06_the_two_points_can_be_met_exactly() {
    let neuron = neuron("two-points");
    let [fit] = neuron.facts().minima[..] else { panic!("one minimum") };
    assert_printed(fit[0], "1.791759469");
    assert_printed(fit[1], "-2.282174096");
    assert_eq!(neuron.data(), [[0.5, 0.2], [2.5, 0.9]]);
    for [x, y] in neuron.data() {
        assert!((neuron.fit().predict(Vector(fit), *x) - y).abs() < 1e-15);
    }
}

/// Also S1-08, S1-99.
#[test]
fn s1_09_how_bad_the_first_guess_is() {
    let (neuron, guess) = (neuron("two-points"), Vector([0.5, 0.0]));
    assert_printed(neuron.fit().predict(guess, 0.5), ".5622");
    assert_printed(neuron.fit().predict(guess, 2.5), ".7773");
    assert_printed(neuron.value(guess), "0.073114");
}

/// Also E1: the objective of the course has no ½, its worked value has.
#[test]
fn s1_04_with_and_without_the_half() {
    let loss = |reduce: &str| {
        let surface = format!(r#"{{"model":"sigmoid-neuron","data":"two-points","reduce":"{reduce}"}}"#);
        let run = r#"{"method":"gradient-descent","learning_rate":1}"#;
        let plan = plan(&format!(r#"{{"surface":{surface},"runs":[{run}],"steps":1}}"#));
        plan.surface().loss(&[0.5, 0.0])
    };
    assert_printed(loss("half-sum"), "0.0731");
    assert_printed(loss("sum"), "0.1462");
    assert_eq!(loss("mean"), loss("half-sum"), "of two points the mean is half the sum");
}

/// Also S1-15, S1-16: over the window, n nodes a side are n² looks.
#[test]
fn s1_14_brute_force_finds_the_nearest_node() {
    let neuron = neuron("two-points");
    assert_eq!(set("two-points").domain, [[-6.0, 6.0]; 2]);
    for (nodes, w, b, loss) in [(49, "1.75", "-2.25", "2.40e-5"), (121, "1.8", "-2.3", "2.4e-6")] {
        let (at, lowest) = lowest_node(&neuron, nodes);
        assert_printed(at.0[0], w);
        assert_printed(at.0[1], b);
        assert_printed(lowest, loss);
    }
}

/// Also E10: the points are our reconstruction.
#[test]
fn s1_42_the_valleys_minimum() {
    let [w, b] = set("valley").minimum;
    assert_printed(w, "3.722654");
    assert_printed(b, "-4.364417");
}

/// Also C1: the steepest bend anywhere, by ever finer grids, and what it says of the rate.
#[test]
fn s1_52_the_curvatures_of_the_two_points() {
    let neuron = neuron("two-points");
    let bend = |at: Vector| eigenvalues(&neuron.curve(at))[0];
    let around = |middle: Vector, reach: f64| {
        let side = |i: i32| reach * f64::from(i) / 20.0;
        let all = (-20..=20).flat_map(|i| (-20..=20).map(move |j| middle + Vector([side(i), side(j)])));
        all.max_by(|a, b| bend(*a).total_cmp(&bend(*b))).expect("a node")
    };
    let steepest = (0..16).map(|i| 6.0 * 0.5_f64.powi(i)).fold(Vector::ZERO, around);
    // The row's place is cut off, not rounded: it is (0.33714, −0.46085).
    let printed = Vector([0.337, -0.460]);
    assert!((steepest - printed).norm() < 1e-3, "{steepest:?}");
    for at in [steepest, printed] {
        assert_printed(bend(at), ".57303");
    }
    assert_printed(2.0 / bend(steepest), "3.490");
    let [most, least] = eigenvalues(&neuron.curve(Vector(set("two-points").minimum)));
    for (n, printed) in [(most, ".08041"), (least, ".010315"), (most / least, "7.80")] {
        assert_printed(n, printed);
    }
    assert_printed(2.0 / most, "24.87");
    assert_printed(2.0 / (most + least), "22.04");
}

/// Also S0-10.
#[test]
fn s1_76_the_sparse_set() {
    let (sparse, neuron) = (set("sparse"), neuron("sparse"));
    assert_eq!(sparse.rows.len(), 100);
    assert!(sparse.rows.iter().enumerate().all(|(i, [x, _])| (*x != 0.0) == (i < 22)));
    assert_printed(neuron.value(Vector(sparse.start)), "21.29");
    assert_eq!((sparse.minimum, neuron.value(Vector(sparse.minimum))), ([4.0, -1.0], 0.0));
}

#[test]
fn s3_31_beale_the_long_valley_and_the_saddle() {
    let beale = surface("beale");
    assert_eq!(beale.facts().minima, [[3.0, 0.5]]);
    assert_eq!(beale.value(Vector([3.0, 0.5])), 0.0);
    assert_eq!(surface("long-valley").loss(&[1.0, 10.0]), 2.0);
    assert_eq!(surface("saddle").loss(&[3.0, 2.0]), 5.0);
}

#[test]
fn s4_20_the_double_well() {
    let [deep, shallow] = surface("double-well").facts().minima[..] else { panic!("two minima") };
    assert_printed(deep[0], "-1.0679");
    assert_printed(shallow[0], ".9143");
}

/// The scenes' own measurements, to the digits of a double.
#[test]
fn the_scenes_minima_are_where_they_were_found() {
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-14, "{a} is not {b}");
    let wells = surface("two-wells");
    let pass = [-0.162_806_720_807_086_55, -0.056_208_297_969_266_36];
    let [deep, shallow] = wells.facts().minima[..] else { panic!("two minima") };
    near(wells.loss(&deep), -1.539_388_997_935_775);
    near(wells.loss(&shallow), -0.644_254_371_545_156_2);
    near(wells.loss(&pass), -0.547_422_563_696_652_7);
    let jet = wells.curve(Vector(pass));
    assert!(jet.grad.norm() < 1e-14 && eigenvalues(&jet)[1] < 0.0, "the pass between them: {jet:?}");
    let [most, least] = eigenvalues(&neuron("valley-2").curve(Vector(set("valley-2").minimum)));
    near(most, 0.154_775_136_216_750_26);
    near(least, 0.004_073_496_283_249_704);
    near(neuron("sparse-2").value(Vector(set("sparse-2").minimum)), 0.042_119_535_378_055_62);
}
