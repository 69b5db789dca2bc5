//! Eigenvalues and eigenvectors of Hessians: how strongly a surface curves, and which way.
//!
//! H v = λ v;   for [[a, b], [b, d]]:   λ = ½ (a + d) ± √(¼ (a − d)² + b²),   v ∝ (b, λ − a) or (λ − d, b)
//!
//! For more than two parameters: Jacobi's rotations (Jacobi 1846; Golub and Van Loan, Matrix Computations, 8.5). Each
//! makes one pair of off-diagonal entries zero, and what is left of all of them shrinks quadratically.
//!
//! ```
//! use ponder::analysis::eigen::{eigenvalues, eigenvectors};
//! use ponder::{Jet, Number};
//! let [w, b] = Jet::<2>::coordinates([0.3, -0.7]);
//! let tilted = w.squared() * 2.0 + w * b * 2.0 + b.squared() * 2.0;
//! assert_eq!(eigenvalues(&tilted), [6.0, 2.0]);
//! let [across, along] = eigenvectors(&tilted);
//! assert_eq!((across.0[0], along.0[0]), (across.0[1], -along.0[1]), "the diagonals");
//! ```

use core::array::from_fn;

use crate::{Jet, Vector, math};

/// More sweeps than any matrix of doubles needs: five or six are usual.
const SWEEPS: usize = 30;

/// The eigenvalues of a Hessian, the largest first: in closed form for two parameters, by rotations for more. NaN and
/// infinite entries make eigenvalues that are not finite.
#[must_use]
pub fn eigenvalues<const N: usize>(jet: &Jet<N>) -> [f64; N] {
    let rows = jet.hess.map(|row| row.0);
    if N != 2 {
        return by_rotations(rows);
    }
    let (a, b, d) = (rows[0][0], rows[0][1], rows[1][1]);
    let (middle, half) = (0.5 * (a + d), 0.5 * (a - d));
    let radius = math::sqrt(half * half + b * b);
    from_fn(|i| if i == 0 { middle + radius } else { middle - radius })
}

/// The directions of largest and of smallest curvature of a 2 × 2 Hessian: unit vectors, perpendicular, the first
/// component that is not 0 positive. In a valley the first points across it and the second along.
///
/// Where all directions curve alike these are the axes.
#[must_use]
pub fn eigenvectors(jet: &Jet) -> [Vector; 2] {
    let [[a, b], [_, d]] = jet.hess.map(|row| row.0);
    let [largest, _] = eigenvalues(jet);
    // Both are eigenvectors; the one whose difference does not cancel has the digits.
    let across = match a >= d {
        true => Vector([largest - d, b]),
        false => Vector([b, largest - a]),
    };
    let length = across.norm();
    // NaN and 0 alike: no direction stands out.
    let [w, b] = if length > 0.0 { (across / length).0 } else { [1.0, 0.0] };
    [[w, b], [-b, w]].map(upwards)
}

/// The one of ±v whose first component that is not 0 is positive.
fn upwards([w, b]: [f64; 2]) -> Vector {
    let flip = w < 0.0 || w == 0.0 && b < 0.0;
    // 0 − x and not −x, which would make −0 of a 0.
    Vector(if flip { [0.0 - w, 0.0 - b] } else { [w, b] })
}

/// The eigenvalues of a symmetric matrix, given by its rows, from the largest to the smallest.
fn by_rotations<const N: usize>(mut a: [[f64; N]; N]) -> [f64; N] {
    for _ in 0..SWEEPS {
        let off = (0..N).flat_map(|p| (0..p).map(move |q| (p, q))).fold(0.0, |sum, (p, q)| sum + a[p][q].abs());
        if off == 0.0 {
            break;
        }
        for p in 0..N {
            for q in p + 1..N {
                rotate(&mut a, p, q);
            }
        }
    }
    let mut values: [f64; N] = from_fn(|i| a[i][i]);
    values.sort_unstable_by(|a, b| b.total_cmp(a));
    values
}

/// One Jacobi rotation: makes entry (p, q) zero.
fn rotate<const N: usize>(a: &mut [[f64; N]; N], p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let tau = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let sign = if tau < 0.0 { -1.0 } else { 1.0 };
    // The smaller root: a turn by at most 45 degrees.
    let t = sign / (tau.abs() + math::sqrt(1.0 + tau * tau));
    let c = 1.0 / math::sqrt(1.0 + t * t);
    let s = t * c;
    let shift = t * a[p][q];
    a[p][p] -= shift;
    a[q][q] += shift;
    (a[p][q], a[q][p]) = (0.0, 0.0);
    for k in (0..N).filter(|&k| k != p && k != q) {
        let (kp, kq) = (a[k][p], a[k][q]);
        (a[k][p], a[k][q]) = (c * kp - s * kq, s * kp + c * kq);
        (a[p][k], a[q][k]) = (a[k][p], a[k][q]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jet(hess: [[f64; 2]; 2]) -> Jet {
        Jet { value: 0.0, grad: Vector::ZERO, hess: hess.map(Vector) }
    }

    #[test]
    fn a_vibrating_string_has_known_eigenvalues() {
        // Second differences: λ = 4 sin²(kπ/12), that is 2 ± √3, 1, 3 and 2.
        let string = from_fn(|i| Vector(from_fn(|j| [2.0, -1.0, 0.0][i.abs_diff(j).min(2)])));
        let jet = Jet::<5> { value: 0.0, grad: Vector::ZERO, hess: string };
        let root = math::sqrt(3.0);
        let exact = [2.0 + root, 3.0, 2.0, 1.0, 2.0 - root];
        for (ours, exact) in eigenvalues(&jet).iter().zip(exact) {
            assert!((ours - exact).abs() < 1e-14, "{ours} {exact}");
        }
    }

    #[test]
    fn rotations_and_the_closed_form_agree() {
        for hess in [[[3.0, 1.0], [1.0, -2.0]], [[1.0, 0.0], [0.0, 5.0]], [[1e-9, 4.0], [4.0, 1e9]], [[0.0; 2]; 2]] {
            let (closed, turned) = (eigenvalues(&jet(hess)), by_rotations(hess));
            let scale = closed[0].abs() + closed[1].abs();
            assert!((0..2).all(|i| (closed[i] - turned[i]).abs() <= 1e-15 * scale), "{closed:?} {turned:?}");
        }
    }

    #[test]
    fn eigenvectors_are_turned_by_their_matrix_into_multiples_of_themselves() {
        for hess in [[[3.0, 1.0], [1.0, -2.0]], [[-2.0, -1.0], [-1.0, 3.0]], [[1.0, 1e-12], [1e-12, 1.0]]] {
            let jet = jet(hess);
            for (v, lambda) in eigenvectors(&jet).into_iter().zip(eigenvalues(&jet)) {
                let turned = Vector(jet.hess.map(|row| row.dot(v)));
                assert!((turned - lambda * v).norm() < 1e-15 && (v.norm() - 1.0).abs() < 1e-15, "{hess:?} {v:?}");
                assert!(v.0[0] >= 0.0);
            }
        }
    }

    #[test]
    fn a_bowl_has_its_axes_and_nothing_hangs_on_nan() {
        assert_eq!(eigenvectors(&jet([[4.0, 0.0], [0.0, 4.0]])), [Vector([1.0, 0.0]), Vector([0.0, 1.0])]);
        assert_eq!(eigenvectors(&jet([[1.0, 0.0], [0.0, 4.0]])), [Vector([0.0, 1.0]), Vector([1.0, 0.0])]);
        let gone = [[f64::NAN, 1.0], [1.0, 0.0]];
        assert!(by_rotations(gone).iter().chain(&eigenvalues(&jet(gone))).all(|l| l.is_nan()));
        assert_eq!(eigenvectors(&jet([[f64::NAN; 2]; 2])), [Vector([1.0, 0.0]), Vector([0.0, 1.0])]);
    }
}
