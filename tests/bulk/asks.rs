//! What is asked for: minima that have to be found, what is refused, which cell is where.

use ponder::bulk::{Grid, Job};

use super::{NEURONS, job, plan, tree, whole};

#[test]
fn minima_that_nobody_lists_are_found() {
    let run = r#""method":"adam","learning_rate":0.1"#;
    for (id, expression) in [
        ("himmelblau", "(w^2 + b - 11)^2 + (w + b^2 - 7)^2"),
        ("rosenbrock", "(1 - w)^2 + 100*(b - w^2)^2"),
        ("saddle", "w^2 - b^2"),
        ("six-hump-camel", "(4 - 2.1*w^2 + w^4/3)*w^2 + w*b + 4*(b^2 - 1)*b^2"),
    ] {
        let named = plan(&format!(r#"{{"function":"{id}"}}"#), run, 1);
        let window = named.surface().facts().domain.unwrap();
        let ask = format!(r#"{{"kind":"basins","size":1,"window":{window:?}}}"#);
        let mut typed = job(&plan(&format!(r#"{{"expression":"{expression}"}}"#), run, 1), &ask);
        whole(&mut typed, 1000);
        let known = named.surface().facts().minima;
        assert_eq!(typed.targets().len(), known.len(), "{id}: {:?}", typed.targets());
        for place in known {
            let gap = |found: &[f64; 2]| (found[0] - place[0]).hypot(found[1] - place[1]);
            assert!(typed.targets().iter().any(|found| gap(found) < 1e-6), "{id} at {place:?}: {:?}", typed.targets());
        }
    }
}

#[test]
fn what_cannot_be_swept_is_refused() {
    let of = |run: &str, ask: &str| match Job::new(&plan(NEURONS[0], run, 5), &tree(ask)) {
        Err(faults) => faults.to_string(),
        Ok(job) => panic!("{job:?}"),
    };
    let gd = r#""method":"gradient-descent","learning_rate":1"#;
    for (run, ask, says) in [
        (gd, r#"{}"#, "kind: missing; needed is basins, rates or phase"),
        (gd, r#"{"kind":"maps"}"#, r#"kind: "maps"; allowed is basins, rates or phase"#),
        (
            gd,
            r#"{"kind":"basins","sise":3}"#,
            "sise: unknown; this kind of job knows kind, run, within, below, size, window",
        ),
        (
            gd,
            r#"{"kind":"basins","size":5000}"#,
            "size: 5000; allowed is a whole number from 1 to 1024, or two in a list",
        ),
        (
            gd,
            r#"{"kind":"basins","window":[[1,0],[0,1]]}"#,
            "window: a list of 2; allowed is [[w0, w1], [b0, b1]] with w0 < w1 and b0 < b1",
        ),
        (gd, r#"{"kind":"rates","rates":{"from":0}}"#, "rates: an object with 1 key; allowed are rates above 0"),
        (gd, r#"{"kind":"phase"}"#, "runs[0].method: gradient-descent; allowed is a method with momentum or beta1"),
        (
            r#""method":"adadelta""#,
            r#"{"kind":"rates"}"#,
            "runs[0].method: adadelta; allowed is a method with a learning rate",
        ),
    ] {
        assert_eq!(of(run, ask), says, "{ask}");
    }
    let five = plan(r#"{"model":"four-input-neuron","data":[[0,1,0,1,0.2]]}"#, gd, 5);
    let told = Job::new(&five, &tree(r#"{"kind":"basins","window":[[0,1],[0,1]]}"#)).unwrap_err().to_string();
    assert_eq!(told, "kind: basins; allowed where the parameters are w and b");
}

#[test]
fn the_first_row_is_the_topmost() {
    let plan = plan(NEURONS[0], r#""method":"momentum","learning_rate":1"#, 1);
    let basins = job(&plan, r#"{"kind":"basins","size":[2,4],"window":[[0,2],[0,4]]}"#);
    assert_eq!([0, 1, 7].map(|cell| basins.grid().at(cell)), [[0.5, 3.5], [1.5, 3.5], [1.5, 0.5]]);
    let phase =
        job(&plan, r#"{"kind":"phase","rates":{"from":0.1,"to":1,"count":2},"momenta":{"from":0,"to":0.5,"count":2}}"#);
    assert!(matches!(phase.grid(), Grid::Phase { knob: "momentum", .. }));
    assert_eq!([0, 1, 3].map(|cell| phase.grid().at(cell)), [[0.1, 0.5], [1.0, 0.5], [1.0, 0.0]]);
}
