//! Many runs at once: each ends with the bits of its trajectory, whatever way it went.

mod asks;
mod told;

use ponder::bulk::{Cell, Fate, Job};
use ponder::outcome::Kind;
use ponder::{METHODS, Outcome, Plan, SURFACES, Tree, check};

const NEURONS: [&str; 4] = [
    r#"{"model":"sigmoid-neuron","data":"two-points"}"#,
    r#"{"model":"sigmoid-neuron","data":"eight-points","reduce":"mean"}"#,
    r#"{"model":"sigmoid-neuron","data":[[0.5,0.2]],"reduce":"sum"}"#,
    r#"{"model":"sigmoid-neuron","data":[[-1,0.9],[0,0.1],[2,0.4],[3,0.8],[-2,1]]}"#,
];

fn plan(surface: &str, run: &str, steps: usize) -> Plan {
    let recipe = format!(r#"{{"surface":{surface},"runs":[{{{run}}}],"steps":{steps}}}"#);
    check(&serde_json::from_str(&recipe).unwrap()).unwrap_or_else(|faults| panic!("{recipe}: {faults}"))
}

fn job(plan: &Plan, ask: &str) -> Job {
    Job::new(plan, &tree(ask)).unwrap_or_else(|faults| panic!("{ask}: {faults}"))
}

fn tree(json: &str) -> Tree {
    serde_json::from_str(json).unwrap()
}

fn whole(job: &mut Job, looks: u64) -> (Vec<Cell>, Vec<u64>) {
    job.turn_to(0, job.grid().len());
    while !job.advance(looks) {}
    (job.cells().to_vec(), bits(job.ends()))
}

/// Any NaN is as good as any other.
fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|n| if n.is_nan() { f64::NAN.to_bits() } else { n.to_bits() }).collect()
}

/// Every cell against the trajectory of the plan that it stands for.
fn compare(plan: &Plan, ask: &str, looks: u64) -> Vec<Fate> {
    let mut job = job(plan, ask);
    let (cells, ends) = whole(&mut job, looks);
    let (width, mut alone) = (plan.parameters(), plan.clone());
    for (i, cell) in cells.iter().enumerate() {
        job.grid().set(i, &mut alone, 0);
        let rows = alone.trajectory();
        let (last, rest) = rows.split_last().unwrap();
        let at = &rest[rest.len() - width..];
        let about =
            || format!("{ask}: cell {i} of {} on {:?}", plan.runs()[0].method().id, plan.surface().facts().title);
        assert_eq!(bits(at), ends[i * width..(i + 1) * width], "{}", about());
        assert_eq!(bits(&[*last]), bits(&[cell.loss]), "{}", about());
        assert_eq!(cell.fate, fate(&job, &alone, &rows), "{}", about());
        assert_eq!(cell.under.map(|t| t as usize), under(&job, &rows, width), "{}", about());
    }
    cells.iter().map(|cell| cell.fate).collect()
}

/// What the whole trajectory says.
fn fate(job: &Job, plan: &Plan, rows: &[f64]) -> Fate {
    let outcome = Outcome::of(plan, 0, rows).unwrap();
    if matches!(outcome.kind, Kind::Diverged { .. }) {
        return Fate::Diverged { step: outcome.step as u32 };
    }
    let points: Vec<_> = rows.chunks_exact(plan.parameters() + 1).collect();
    let near = |target: &[f64; 2], row: &[f64]| {
        row.len() == 3 && (row[0] - target[0]).powi(2) + (row[1] - target[1]).powi(2) < job.within().powi(2)
    };
    for (target, place) in job.targets().iter().enumerate() {
        let outside = points.iter().rposition(|row| !near(place, row));
        if outside != Some(points.len() - 1) {
            return Fate::Arrived { target: target as u8, step: outside.map_or(0, |t| t as u32 + 1) };
        }
    }
    match outcome.kind {
        Kind::Cycling => Fate::Cycling,
        _ if goes_round(&points) => Fate::Cycling,
        _ => Fate::Elsewhere,
    }
}

/// A run that has converged beside the known minima may go round as well.
fn goes_round(points: &[&[f64]]) -> bool {
    let last = points.len() - 1;
    let stretch = &points[last - last.min((last / 5).max(20))..];
    let gap =
        |a: &[f64], b: &[f64]| a.iter().zip(b).take(a.len() - 1).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
    let path: f64 = stretch.windows(2).map(|pair| gap(pair[0], pair[1])).sum();
    path > 1e-6 && path > 10.0 * gap(stretch[0], stretch[stretch.len() - 1])
}

fn under(job: &Job, rows: &[f64], width: usize) -> Option<usize> {
    let below = job.below()?;
    rows.chunks_exact(width + 1).position(|row| row[width] <= below)
}

/// Every form of every method, at rates from careful to wild.
fn runs() -> impl Iterator<Item = String> {
    METHODS.iter().flat_map(|method| method.forms.iter().map(move |form| (method, form))).flat_map(|(method, form)| {
        let rates: &[&str] = match form.knob("learning_rate") {
            Some(_) => &[r#","learning_rate":0.1"#, r#","learning_rate":40"#],
            None => &[""],
        };
        let of = move |rate| format!(r#""method":"{}","convention":"{}"{rate}"#, method.id, form.convention);
        rates.iter().map(of)
    })
}

#[test]
fn basins_of_a_neuron_end_as_their_trajectories() {
    for run in runs() {
        for surface in NEURONS {
            compare(&plan(surface, &run, 45), r#"{"kind":"basins","size":[7,5],"window":[[-6,6],[-9,5]]}"#, 1 << 40);
        }
    }
}

#[test]
fn basins_of_every_surface_end_as_their_trajectories() {
    let named = SURFACES.iter().map(|surface| format!(r#"{{"function":"{}"}}"#, surface.id));
    let others = [r#"{"expression":"w^4 - w^2 + b^2"}"#, r#"{"model":"linear-neuron","data":"two-points"}"#];
    for surface in named.chain(others.map(str::to_owned)) {
        for run in [
            r#""method":"adam","learning_rate":0.2"#,
            r#""method":"momentum","learning_rate":0.02"#,
            r#""method":"newton""#,
        ] {
            compare(&plan(&surface, run, 60), r#"{"kind":"basins","size":6}"#, 1 << 40);
        }
    }
}

#[test]
fn all_fates_are_met_on_the_quick_way_too() {
    let cycling = compare(&plan(NEURONS[0], r#""method":"gradient-descent","learning_rate":40"#, 300), BASINS, 1 << 40);
    let far = compare(&plan(NEURONS[0], r#""method":"gradient-descent","learning_rate":1e12"#, 30), BASINS, 1 << 40);
    let adam = compare(&plan(NEURONS[0], r#""method":"adam","learning_rate":0.1"#, 200), BASINS, 1 << 40);
    assert!(cycling.contains(&Fate::Cycling), "{cycling:?}");
    assert!(far.iter().any(|fate| matches!(fate, Fate::Diverged { .. })), "{far:?}");
    assert!(adam.iter().any(|fate| matches!(fate, Fate::Arrived { target: 0, .. })), "{adam:?}");
    assert!(adam.contains(&Fate::Elsewhere), "{adam:?}");
}

const BASINS: &str = r#"{"kind":"basins","size":[9,8],"window":[[-6,6],[-6,6]]}"#;

#[test]
fn what_moves_or_shakes_a_run_moves_and_shakes_its_cells() {
    for more in [
        r#""batch":{"size":1,"order":"shuffled","seed":3}"#,
        r#""noise":{"deviation":0.1,"seed":5}"#,
        r#""schedule":{"kind":"cosine","over":40}"#,
        r#""changes":[[10,0.4],[30,0.01]]"#,
    ] {
        let plan = plan(NEURONS[0], &format!(r#""method":"adam","learning_rate":0.1,{more}"#), 50);
        compare(&plan, r#"{"kind":"basins","size":4}"#, 1000);
        compare(&plan, r#"{"kind":"rates","rates":{"from":0.01,"to":10,"count":7}}"#, 1000);
    }
}

#[test]
fn rates_and_phases_end_as_their_trajectories() {
    for (surface, run) in [
        (NEURONS[0], r#""method":"adam","learning_rate":1"#),
        (r#"{"function":"rosenbrock"}"#, r#""method":"nesterov","learning_rate":1"#),
        (
            r#"{"model":"four-input-neuron","data":[[0,1,0,1,0.2],[1,1,0,0,0.9]]}"#,
            r#""method":"momentum","learning_rate":1"#,
        ),
    ] {
        let plan = plan(surface, run, 80);
        let fates = compare(&plan, r#"{"kind":"rates","below":0.2}"#, 500);
        assert_eq!(fates.len(), 37);
        compare(&plan, r#"{"kind":"phase","rates":{"count":9},"momenta":{"from":0.5,"to":0.95,"count":4}}"#, 500);
    }
}

#[test]
fn slices_and_tiles_change_nothing() {
    for (surface, ask) in [
        (NEURONS[0], BASINS),
        (NEURONS[1], BASINS),
        (r#"{"function":"himmelblau"}"#, r#"{"kind":"basins","size":[9,8]}"#),
        (r#"{"expression":"sin(w) * cos(b)"}"#, r#"{"kind":"basins","size":[9,8]}"#),
    ] {
        let plan = plan(surface, r#""method":"adam","learning_rate":0.3"#, 70);
        let mut one = job(&plan, ask);
        let (cells, ends) = whole(&mut one, 1 << 40);
        assert_eq!((&cells, &ends), (&whole(&mut job(&plan, ask), 97).0, &whole(&mut job(&plan, ask), 97).1));
        let mut parts = job(&plan, ask);
        let (mut some, mut last) = (Vec::new(), Vec::new());
        for from in (0..72).step_by(13) {
            parts.turn_to(from, from + 13);
            while !parts.advance(1000) {}
            some.extend_from_slice(parts.cells());
            last.extend(bits(parts.ends()));
        }
        assert_eq!((some, last), (cells, ends));
    }
}

#[test]
fn a_slice_is_bounded() {
    let plan = plan(r#"{"function":"ackley"}"#, r#""method":"adam","learning_rate":0.1"#, 100_000);
    let mut job = job(&plan, r#"{"kind":"basins","size":2}"#);
    job.turn_to(0, 4);
    let slices = (0..).take_while(|_| !job.advance(1000)).count();
    assert!((300..=401).contains(&slices), "{slices} slices of a thousand points, of 400,000");
}

#[test]
fn paths_are_the_rows_of_the_trajectories() {
    let plan = plan(NEURONS[0], r#""method":"adam","learning_rate":1"#, 30);
    let mut job = job(&plan, r#"{"kind":"rates","rates":{"from":0.1,"to":1,"count":3}}"#);
    whole(&mut job, 7);
    let mut alone = plan.clone();
    for cell in 0..3 {
        job.grid().set(cell, &mut alone, 0);
        assert_eq!(job.paths()[cell], alone.trajectory());
    }
}
