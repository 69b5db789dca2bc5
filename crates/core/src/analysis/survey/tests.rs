//! Functions that people type, and functions that nobody should.

use super::{Survey, survey};
use crate::surface::Height;
use crate::{Expression, Landscape, SURFACES, Surface, Vector};

const HOME: [[f64; 2]; 2] = [[-3.0, 3.0]; 2];

fn look(text: &str) -> Survey {
    survey(&Expression::parse(text).unwrap())
}

#[test]
fn the_minima_of_well_known_functions_are_found() {
    for (text, minima) in [
        ("w^2 + b^2", &[[0.0, 0.0]][..]),
        ("(w - 1)^2 + 10*(b + 0.3)^2", &[[1.0, -0.3]]),
        ("(w^2 - 1)^2 + b^2", &[[-1.0, 0.0], [1.0, 0.0]]),
        ("100*(b - w^2)^2 + (1 - w)^2", &[[1.0, 1.0]]),
        ("w^4 + b^4", &[[0.0, 0.0]]),
        ("abs(w - 0.5) + 2*abs(b)", &[[0.5, 0.0]]),
        ("sqrt(w^2 + b^2)", &[[0.0, 0.0]]),
        ("max(abs(w), abs(b - 1))", &[[0.0, 1.0]]),
        ("(w^2 + b - 11)^2 + (w + b^2 - 7)^2", &[[3.0, 2.0], [-2.8051, 3.1313], [-3.7793, -3.2832], [3.5844, -1.8481]]),
        ("-exp(-3*(w-1)^2 - 3*(b-1)^2) - 0.5*exp(-3*(w+1)^2 - 3*(b+1)^2)", &[[1.0, 1.0], [-1.0, -1.0]]),
    ] {
        let found = look(text).minima;
        assert_eq!(found.len(), minima.len(), "{text}: {found:?}");
        for minimum in minima {
            let near = |at: &[f64; 2]| (0..2).all(|axis| (at[axis] - minimum[axis]).abs() < 0.01);
            assert!(found.iter().any(near), "{text}: {minimum:?} in {found:?}");
        }
    }
}

#[test]
fn what_is_found_is_a_minimum_and_none_of_the_catalogue_is_missed() {
    for entry in SURFACES {
        let knobs = entry.knobs.iter().filter_map(|knob| knob.default).collect();
        let surface = Surface::analytic(entry, knobs);
        let Survey { window, minima, .. } = survey(&surface);
        for at in &minima {
            let slope = surface.slope(Vector(*at)).norm();
            assert!(slope < 1e-6 * (1.0 + surface.curve(Vector(*at)).hess[0].norm()), "{}: {at:?} {slope}", entry.id);
        }
        let inside = |at: &&[f64; 2]| (0..2).all(|axis| window[axis][0] < at[axis] && at[axis] < window[axis][1]);
        let known = surface.facts().minima;
        for known in known.iter().filter(inside) {
            let near = |at: &[f64; 2]| (0..2).all(|axis| (at[axis] - known[axis]).abs() < 1e-3);
            assert!(minima.iter().any(near), "{}: {known:?} in {minima:?}", entry.id);
        }
    }
}

#[test]
fn no_minimum_is_made_up() {
    for text in [
        "w",
        "0",
        "3",
        "w^2",
        "w^2 - b^2",
        "-(w^2 + b^2)",
        "1/(w*b)",
        "tan(w)",
        "ln(w)",
        "exp(w)",
        "1e300*w",
        "w*b",
        "-1/(w^2 + b^2)",
        "1/w + 1/b",
        "sqrt(-1)*w",
        "1/0",
        "0/0",
        "exp(w^2)",
        "sign(w)",
        "exp(-w) + exp(-b)",
        "1e16 + w^2 + b^2",
        "tan(w)*tan(b)",
        "relu(w) + relu(b)",
    ] {
        assert_eq!(look(text).minima, [[0.0; 2]; 0], "{text}");
    }
}

#[test]
fn a_window_reaches_as_far_as_the_nearest_minimum_and_no_farther_than_there_is_land() {
    for (text, window) in [
        ("w^2 + b^2", HOME),
        ("w*b", HOME),
        ("1/(w*b)", HOME),
        ("0/0", HOME),
        ("exp(exp(w^2))", HOME),
        ("(w - 20)^2 + (b + 15)^2", [[-7.0, 24.0], [-18.0, 6.0]]),
        ("ln(w) + b^2", [[-0.1, 3.2], [-3.0, 3.0]]),
        ("sqrt(w - 5) + b^2", [[4.7, 10.3], [-10.0, 10.0]]),
        ("sqrt(0.1 - w^2 - b^2)", [[-0.28, 0.28]; 2]),
    ] {
        let found = look(text).window;
        let near = |axis: usize| (0..2).all(|end| (found[axis][end] - window[axis][end]).abs() <= 0.5);
        assert!((0..2).all(near), "{text}: {found:?}");
        assert!((0..2).all(|axis| found[axis][0] < found[axis][1]), "{text}");
    }
}

#[test]
fn steep_land_above_a_bottom_reads_better_as_logarithms() {
    for text in ["100*(b - w^2)^2 + (1 - w)^2", "exp(w^2 + b^2)", "exp(2*w)"] {
        assert_eq!(look(text).height, Height::Log, "{text}");
    }
    for text in ["w^2 + b^2", "w^2 + 10*b^2", "w", "0", "1/(w*b)", "tan(w)", "ln(w)", "sin(w)*cos(b)", "0/0", "1e300*w"]
    {
        assert_eq!(look(text).height, Height::Linear, "{text}");
    }
}

#[test]
fn where_no_usual_start_has_land_one_is_found() {
    for text in ["sqrt(0.1 - w^2 - b^2)", "sqrt(w - 5)", "ln(b - 4)"] {
        let expression = Expression::parse(text).unwrap();
        let (loss, slope) = expression.value_and_slope(Vector(expression.start()));
        assert!(loss.is_finite() && slope.is_finite(), "{text}");
    }
}
