//! What can be said about surfaces and runs: numbers that figures and lessons show.

pub mod event;
pub mod outcome;

use core::array::from_fn;

use crate::{Jet, math};

/// Sweeps after which Jacobi's method has long converged.
const SWEEPS: usize = 20;

/// The eigenvalues of a Hessian, the largest first; NaN where the Hessian is not finite.
///
/// By Jacobi's rotations (Jacobi 1846, doi:10.1515/crll.1846.30.51): each makes one pair of mirrored entries 0.
#[must_use]
pub fn eigenvalues<const N: usize>(jet: &Jet<N>) -> [f64; N] {
    let mut a = jet.hess.map(|row| row.0);
    if !a.as_flattened().iter().all(|entry| entry.is_finite()) {
        return [f64::NAN; N];
    }
    for _ in 0..SWEEPS {
        for (p, q) in (0..N).flat_map(|q| (0..q).map(move |p| (p, q))) {
            if a[p][q] != 0.0 {
                rotate(&mut a, p, q);
            }
        }
    }
    let mut values: [f64; N] = from_fn(|i| a[i][i]);
    values.sort_unstable_by(|a, b| b.total_cmp(a));
    values
}

/// Turns the axes p and q of a symmetric matrix until `a[p][q]` is 0.
fn rotate<const N: usize>(a: &mut [[f64; N]; N], p: usize, q: usize) {
    let slant = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let root = slant.abs() + math::sqrt(slant * slant + 1.0);
    let tan = if slant < 0.0 { -1.0 / root } else { 1.0 / root };
    let cos = 1.0 / math::sqrt(tan * tan + 1.0);
    let sin = tan * cos;
    a[p][p] -= tan * a[p][q];
    a[q][q] += tan * a[p][q];
    (a[p][q], a[q][p]) = (0.0, 0.0);
    for i in (0..N).filter(|&i| i != p && i != q) {
        let (u, v) = (a[i][p], a[i][q]);
        (a[i][p], a[i][q]) = (cos * u - sin * v, sin * u + cos * v);
        (a[p][i], a[q][i]) = (a[i][p], a[i][q]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Vector;

    fn of<const N: usize>(hess: [[f64; N]; N]) -> [f64; N] {
        eigenvalues(&Jet { value: 0.0, grad: Vector::ZERO, hess: hess.map(Vector) })
    }

    #[test]
    fn of_small_matrices_they_are_known() {
        assert_eq!(of([[2.0, 0.0], [0.0, -3.0]]), [2.0, -3.0]);
        assert_eq!(of([[1.0, 2.0], [2.0, 1.0]]), [3.0, -1.0]);
        assert_eq!(of([[0.0; 5]; 5]), [0.0; 5]);
        assert!(of([[f64::NAN, 1.0], [1.0, 0.0]]).iter().all(|value| value.is_nan()));
    }

    #[test]
    fn a_chain_of_five_has_the_eigenvalues_of_its_waves() {
        let entry = |i: usize, j: usize| [2.0, -1.0, 0.0][i.abs_diff(j).min(2)];
        let values = of::<5>(from_fn(|i| from_fn(|j| entry(i, j))));
        // 2 − 2 cos(kπ / 6), from k = 5 down.
        let root = math::sqrt(3.0);
        for (value, known) in values.into_iter().zip([2.0 + root, 3.0, 2.0, 1.0, 2.0 - root]) {
            assert!((value - known).abs() < 1e-14, "{value} is not {known}");
        }
    }
}
