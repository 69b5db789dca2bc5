//! `batch` and `noise` of a run.
//!
//! ```
//! use ponder::Tree;
//! use ponder::recipe::{batch, fields::Fields};
//!
//! let run = Tree::map([("batch", Tree::map([("size", 2.0.into())]))]);
//! let mut faults = Vec::new();
//! let mut fields = Fields::of(&run, "runs[0]", &mut faults).unwrap();
//! assert_eq!(batch::batch(&mut fields, Some(5)).unwrap().updates_per_epoch(), 3);
//! batch::batch(&mut fields, Some(0));
//! assert!(faults[0].to_string().ends_with("a batch is a part of the data, and this surface has none"));
//! ```

use alloc::format;

use super::fields::Fields;
use crate::batch::{BatchPlan, Order};
use crate::fault::Fault;
use crate::noise::NoisePlan;

/// The largest seed: every whole number up to it is a number in JSON and JavaScript.
pub const MAX_SEED: u64 = (1 << 53) - 1;

const ORDERS: &[(&str, Order)] = &[("cyclic", Order::Cyclic), ("shuffled", Order::Shuffled)];

/// Reads `batch`, for a surface with so many data points; `None` where the surface itself is at fault.
pub fn batch(fields: &mut Fields, points: Option<usize>) -> Option<BatchPlan> {
    let tree = fields.any("batch");
    if points == Some(0) {
        fields.forget("batch");
    }
    let tree = tree?;
    if points == Some(0) {
        fields.wrong("batch", tree, "a batch is a part of the data, and this surface has none");
        return None;
    }
    let path = fields.path("batch");
    let mut fields = Fields::of(tree, &path, fields.faults())?;
    let needed = format!("a whole number from 1 to {MAX_SEED}");
    let size = fields.required("size", &needed).and_then(|_| whole(&mut fields, "size", 1));
    let order = match fields.any("order") {
        Some(_) => fields.word("order", ORDERS),
        None => Some(Order::default()),
    };
    let seed = seed(&mut fields);
    fields.finish("batch");
    // A size beyond the data is the full batch, also where it is beyond this machine's addresses.
    let size = usize::try_from(size?).unwrap_or(usize::MAX);
    Some(BatchPlan::new(size, order?, seed?, points?))
}

/// Reads `noise`.
pub fn noise(fields: &mut Fields) -> Option<NoisePlan> {
    let tree = fields.any("noise")?;
    let path = fields.path("noise");
    let mut fields = Fields::of(tree, &path, fields.faults())?;
    let deviation = match fields.any("deviation") {
        Some(_) => fields.number("deviation", 0.0),
        None => {
            let path = fields.path("deviation");
            fields.faults().push(Fault::missing(path, "needed is a finite number from 0 up"));
            None
        }
    };
    let seed = seed(&mut fields);
    fields.finish("noise");
    Some(NoisePlan { deviation: deviation?, seed: seed? })
}

/// `seed`; 0 where it is not said.
pub(crate) fn seed(fields: &mut Fields) -> Option<u64> {
    match fields.any("seed") {
        Some(_) => whole(fields, "seed", 0),
        None => Some(0),
    }
}

/// A whole number of up to 53 bits, whatever the width of this machine's addresses.
fn whole(fields: &mut Fields, key: &'static str, least: u64) -> Option<u64> {
    let tree = fields.any(key)?;
    let within = |n: &f64| *n >= least as f64 && *n <= MAX_SEED as f64 && *n as u64 as f64 == *n;
    let found = tree.number().filter(within);
    if found.is_none() {
        let allowed = format!("allowed is a whole number from {least} to {MAX_SEED}");
        let fault = Fault::wrong(fields.path(key), tree.glimpse(), allowed);
        fields.faults().push(fault.whole_within([least as f64, MAX_SEED as f64], tree.number()));
    }
    found.map(|n| n as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tree;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    /// What a run says and what is wrong with it, one line a fault.
    fn read(json: &str, points: Option<usize>) -> (Option<BatchPlan>, Option<NoisePlan>, String) {
        let (tree, mut faults): (Tree, _) = (serde_json::from_str(json).unwrap(), Vec::new());
        let mut fields = Fields::of(&tree, "runs[0]", &mut faults).unwrap();
        let read = (batch(&mut fields, points), noise(&mut fields));
        fields.finish("momentum");
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        (read.0, read.1, lines.join("\n"))
    }

    fn refused(json: &str, points: usize, message: &str) {
        let (.., said) = read(json, Some(points));
        assert_eq!(said, message, "{json}");
    }

    #[test]
    fn what_is_not_said_is_cyclic_with_seed_0() {
        let plain = BatchPlan::new(2, Order::Cyclic, 0, 8);
        assert_eq!(read(r#"{"batch":{"size":2}}"#, Some(8)), (Some(plain), None, String::new()));
        let json = r#"{"batch":{"size":3,"order":"shuffled","seed":9007199254740991},"noise":{"deviation":0.5}}"#;
        let batch = BatchPlan::new(3, Order::Shuffled, MAX_SEED, 8);
        let noise = NoisePlan { deviation: 0.5, seed: 0 };
        assert_eq!(read(json, Some(8)), (Some(batch), Some(noise), String::new()));
        assert_eq!(read("{}", Some(0)), (None, None, String::new()));
    }

    #[test]
    fn a_size_beyond_the_data_is_the_full_batch() {
        let (batch, ..) = read(r#"{"batch":{"size":1e12,"order":"cyclic","seed":3}}"#, Some(8));
        assert_eq!(batch, Some(BatchPlan::new(8, Order::Cyclic, 3, 8)));
    }

    #[test]
    fn deviations_of_every_size() {
        for deviation in [0.0, 1e-12, 1e12] {
            let (_, noise, said) = read(&format!(r#"{{"noise":{{"deviation":{deviation:e},"seed":7}}}}"#), None);
            assert_eq!((noise, said), (Some(NoisePlan { deviation, seed: 7 }), String::new()));
        }
    }

    #[test]
    fn batches_need_data() {
        let message = "runs[0].batch: an object with 1 key; a batch is a part of the data, and this surface has none";
        refused(r#"{"batch":{"size":2}}"#, 0, message);
        let (batch, _, said) = read(r#"{"batch":{"size":2}}"#, None);
        assert_eq!((batch, said.as_str()), (None, ""), "a surface at fault is told elsewhere");
    }

    #[test]
    fn a_wrong_batch_says_what_is_right() {
        let range = "allowed is a whole number from 1 to 9007199254740991";
        for (json, given) in [("0", "0"), ("1.5", "1.5"), ("\"2\"", "\"2\""), ("-1", "-1"), ("1e300", "1e300")] {
            let message = format!("runs[0].batch.size: {given}; {range}");
            refused(&format!(r#"{{"batch":{{"size":{json}}}}}"#), 8, &message);
        }
        let needed = "runs[0].batch.size: missing; needed is a whole number from 1 to 9007199254740991";
        refused(r#"{"batch":{}}"#, 8, needed);
        refused(r#"{"batch":4}"#, 8, "runs[0].batch: 4; allowed is an object");
        let order = r#"runs[0].batch.order: "random"; allowed is cyclic or shuffled"#;
        refused(r#"{"batch":{"size":1,"order":"random"}}"#, 8, order);
        let seed = "runs[0].batch.seed: 9007199254740992; allowed is a whole number from 0 to 9007199254740991";
        refused(r#"{"batch":{"size":1,"seed":9007199254740992}}"#, 8, seed);
        let unknown = "runs[0].batch.shuffle: unknown; batch knows size, order, seed";
        refused(r#"{"batch":{"size":1,"shuffle":true}}"#, 8, unknown);
    }

    #[test]
    fn wrong_noise_says_what_is_right() {
        let deviation = "runs[0].noise.deviation: -1; allowed is a finite number from 0 up";
        refused(r#"{"noise":{"deviation":-1}}"#, 0, deviation);
        refused(r#"{"noise":{}}"#, 0, "runs[0].noise.deviation: missing; needed is a finite number from 0 up");
        refused(r#"{"noise":0.1}"#, 0, "runs[0].noise: 0.1; allowed is an object");
        let both = "runs[0].noise.seed: -1; allowed is a whole number from 0 to 9007199254740991\n\
                    runs[0].noise.sigma: unknown; noise knows deviation, seed";
        refused(r#"{"noise":{"deviation":1,"seed":-1,"sigma":2}}"#, 0, both);
    }
}
