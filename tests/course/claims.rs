//! What the course claims, with the verdict that is computed and its numbers, to the digits printed; and what it says of
//! rules on other ground. The rest stands beside the rows it is about.

use ponder::catalogue;
use ponder_course::{CLAIMS, Verdict};
use ponder_tests::walked::{Row, recipe, walk};
use ponder_tests::{assert_printed, plan};

use Verdict::{Depends, Fails, Holds};

/// A claim, its verdict, and the numbers of the checklist: the name of each, and how it is printed.
type Judged = (&'static str, Verdict, &'static [(&'static str, &'static str)]);

const JUDGED: [Judged; 22] = [
    (
        "C1",
        Depends,
        &[
            ("small", "0"),
            ("first-at-8", "14"),
            ("first-at-6.045", "16"),
            ("uphill-at-25", "316"),
            ("rounding-at-25", "611"),
            ("loss-at-25", "3e-8"),
            ("guaranteed", "3.490"),
            ("stable", "24.87"),
            ("best", "22.04"),
            ("condition", "7.80"),
        ],
    ),
    (
        "C2",
        Fails,
        &[
            ("uphill", "1"),
            ("uphill-step", "12"),
            ("loss", "6e-22"),
            ("orbit-low", "1.75e-5"),
            ("orbit-high", "1.95e-5"),
        ],
    ),
    ("C3", Holds, &[("at-1", ".405"), ("at-10", ".405"), ("at-50", ".405")]),
    (
        "C4",
        Depends,
        &[
            ("good-before", ".125"),
            ("good-after", ".002806"),
            ("trace", "-0.01116"),
            ("determinant", "1.37e-5"),
            ("bad-before", ".415820"),
            ("bad-after", ".422835"),
            ("bad-b", "-32.9"),
        ],
    ),
    (
        "C5",
        Depends,
        &[
            ("w", "11.9"),
            ("b", "-17.9"),
            ("loss", ".025"),
            ("abs-loss", "6.9e-7"),
            ("small-loss", ".425"),
            ("small-w", "-5.78"),
            ("small-b", "-21.2"),
            ("late-w", "399"),
            ("late-b", "-28.2"),
            ("late-loss", ".325"),
        ],
    ),
    (
        "C6",
        Holds,
        &[
            ("valley-nesterov", "4"),
            ("valley-momentum", "20"),
            ("base-nesterov", "15"),
            ("base-momentum", "25"),
            ("loss-nesterov", "1.6e-4"),
            ("loss-momentum", "1.4e-5"),
            ("other-nesterov", "7.7e-8"),
            ("other-momentum", "1.0e-5"),
        ],
    ),
    ("C7", Fails, &[("at-1e-10", "330"), ("at-1e-8", "76"), ("at-1e-6", "31"), ("at-1e-4", "14"), ("at-1e-2", "8")]),
    (
        "C8",
        Fails,
        &[
            ("at-500", ".409"),
            ("at-1000", ".0338"),
            ("at-2000", "8.2e-4"),
            ("at-5000", "3.4e-8"),
            ("w-off", "1.74"),
            ("b-off", ".42"),
        ],
    ),
    ("C9", Holds, &[]),
    ("C10", Depends, &[("adam", ".0007"), ("nesterov", ".0006"), ("ridge-adam", "11"), ("ridge-rmsprop", "4")]),
    ("C11", Fails, &[("at-0.001", "951"), ("at-0.01", "72"), ("at-0.1", "4")]),
    ("C12", Fails, &[("at-100", "7e-13"), ("at-500", ".0056"), ("first", "3.162")]),
    ("C13", Depends, &[]),
    (
        "C14",
        Depends,
        &[("rmsprop-0.001", "951"), ("rmsprop-0.1", "4"), ("adadelta-0.001", "76"), ("adadelta-0.1", "76")],
    ),
    ("C15", Fails, &[("kept-0.5", ".7071"), ("kept-0.9", ".9487"), ("kept-0.99", ".9950")]),
    (
        "C16",
        Depends,
        &[
            ("far-rmsprop", ".131"),
            ("far-adam", ".138"),
            ("far-momentum", ".0049"),
            ("steps-momentum", "409"),
            ("steps-adam", "626"),
            ("steps-rmsprop", "951"),
            ("fast-rmsprop", "4"),
            ("fast-adam", "11"),
            ("fast-nesterov", "16"),
            ("fast-adagrad", "17"),
            ("fast-momentum", "19"),
            ("fast-descent", "38"),
            ("fast-adadelta", "76"),
        ],
    ),
    (
        "C17",
        Holds,
        &[
            ("valley-descent", "383"),
            ("valley-momentum", "64"),
            ("valley-nesterov", "64"),
            ("base-descent", "113"),
            ("base-momentum", "32"),
            ("base-nesterov", "29"),
        ],
    ),
    // Nesterov's 13.749 is 13.7, not the 13.8 that two roundings make.
    ("C18", Holds, &[("descent", "20.9"), ("momentum", "17.1"), ("nesterov", "13.75"), ("adagrad", "1.5")]),
    ("C19", Holds, &[("without", "20.48"), ("with", ".409")]),
    ("C20", Holds, &[("descent", ".41208"), ("momentum", ".01078"), ("nesterov", ".00472"), ("later", ".4023")]),
    ("C21", Fails, &[("sum", "10.000"), ("halved", ".414835"), ("exponential", ".0165"), ("inverse", "1.4e-8")]),
    (
        "C22",
        Depends,
        &[
            ("peak", "4.108"),
            ("nesterov", "101"),
            ("momentum", "103"),
            ("adam", "109"),
            ("second-adam", "67"),
            ("second-nesterov", "358"),
        ],
    ),
];

/// Also C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16, C17, C18, C19, C20, C21, C22; S1-31, S1-93,
/// S2-28, S2-37, S2-43, S3-26, S4-21, S4-43, S4-59.
#[test]
fn c1_every_claim_has_its_verdict_and_its_numbers() {
    assert_eq!(CLAIMS.iter().map(|claim| claim.id).collect::<Vec<_>>(), JUDGED.map(|(id, ..)| id));
    for (id, verdict, numbers) in JUDGED {
        let claim = catalogue::find(CLAIMS, id).expect("a claim");
        let findings = claim.findings();
        assert_eq!(findings.verdict(), verdict, "{id}: {:?}", findings.cases);
        for (name, printed) in numbers {
            let number = findings.number(name).unwrap_or_else(|| panic!("{id} measures no {name}"));
            assert_printed(number.value.expect("it happens"), printed);
        }
    }
}

#[test]
fn a_claim_that_does_not_hold_shows_where() {
    for claim in CLAIMS {
        let findings = claim.findings();
        let names: Vec<_> = findings.numbers.iter().map(|number| number.id).collect();
        assert!(names.iter().enumerate().all(|(i, name)| !names[..i].contains(name)), "{}: {names:?}", claim.id);
        let shown = claim.counter.map(|name| findings.recipe(name).is_some());
        let needed = (findings.verdict() != Holds).then_some(true);
        assert_eq!(shown, needed, "{}: {:?}", claim.id, claim.counter);
    }
}

/// Also S4-03, E45: both leave the local well for the deeper one, descent does not.
#[test]
fn s4_20_the_double_well() {
    let walk = |method: &str, momentum: &str| {
        let run = format!(r#""method":"{method}","start":[1.6,1],"learning_rate":0.01{momentum}"#);
        walk(r#"{"function":"double-well"}"#, &run, 600)
    };
    let turns = |rows: &[Row]| {
        let steps: Vec<_> = rows.windows(2).map(|pair| pair[1][0] - pair[0][0]).collect();
        steps.windows(2).filter(|pair| pair[0] * pair[1] < 0.0).count()
    };
    for (method, reversals) in [("momentum", 27), ("nesterov", 25)] {
        let rows = walk(method, r#","momentum":0.95"#);
        assert_printed(rows[600][0], "-1.0679");
        assert_eq!(turns(&rows), reversals, "{method}");
    }
    assert_printed(walk("gradient-descent", "")[600][0], ".9143");
}

/// Also S4-06: the slope of x² − y² is (2x, −2y), and it falls for ever.
#[test]
fn s4_02_the_saddle() {
    let plan = plan(&recipe(super::SADDLE, r#""method":"gradient-descent","learning_rate":0.001"#, 1));
    assert_eq!(plan.surface().gradient(&[0.7, -0.3]), [1.4, 0.6]);
    assert_eq!(plan.surface().loss(&[0.0, 1e3]), -1e6);
}
