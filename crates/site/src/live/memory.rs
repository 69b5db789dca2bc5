//! What momentum remembers: the velocity after t steps as the pieces it is made of, each gradient step faded by a share for
//! every step since. One run for each share; the reader chooses the share and the step.

use std::fmt::Write as _;

use ponder::Run;
use ponder::note::Part;
use ponder::recipe::fields::Fields;
use serde_json::{Value, json};

use super::chart::{Axis, Chart, nice, short, words};
use super::{Drawn, Kind, Scope};
use crate::record::Record;

/// Where the column of the sum stands, behind the plot.
const COLUMN: [f64; 2] = [28.0, 64.0];
const RIGHT: f64 = 330.0;
const AXES: [&str; 2] = ["along w", "along b"];

/// The memory of one run.
struct Memory {
    share: f64,
    /// η ∇ of each step, along w and b.
    fresh: Vec<[f64; 2]>,
    /// The velocity that the rule itself noted after each step.
    velocity: Vec<[f64; 2]>,
}

impl Memory {
    fn of(record: &Record, run: usize) -> Option<Self> {
        let updates = Run::new(record.plan(), run)?.filter_map(|entry| entry.update);
        let mut memory = Self { share: f64::NAN, fresh: Vec::new(), velocity: Vec::new() };
        for update in updates {
            memory.share = update.momentum?;
            let &[gw, gb] = update.part(Part::Gradient)? else { return None };
            let &[vw, vb] = update.part(Part::Memory)? else { return None };
            memory.fresh.push([update.rate? * gw, update.rate? * gb]);
            memory.velocity.push([vw, vb]);
        }
        Some(memory)
    }

    /// What is left of a gradient step after so many steps.
    fn weight(&self, age: usize) -> f64 {
        self.share.powi(i32::try_from(age).unwrap_or(i32::MAX))
    }

    /// The pieces of the velocity after step t, the oldest first.
    fn pieces(&self, t: usize, axis: usize) -> impl Iterator<Item = f64> + '_ {
        (0..t).map(move |i| self.weight(t - 1 - i) * self.fresh[i][axis])
    }

    /// How far up and down the pieces reach, one on the other.
    fn reach(&self, t: usize, axis: usize) -> [f64; 2] {
        let sum = |keep: fn(f64) -> bool| self.pieces(t, axis).filter(|&piece| keep(piece)).sum::<f64>();
        [sum(|piece| piece < 0.0), sum(|piece| piece > 0.0)]
    }

    fn data(&self, axes: usize) -> Value {
        let along = |rows: &[[f64; 2]]| (0..axes).map(|a| rows.iter().map(|row| brief(row[a])).collect()).collect();
        let (fresh, sum): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (along(&self.fresh), along(&self.velocity));
        let weights: Vec<_> = (0..self.fresh.len()).map(|age| brief(self.weight(age))).collect();
        json!({ "share": self.share, "fresh": fresh, "sum": sum, "weights": weights })
    }
}

pub(super) const ENTRY: Kind = Kind::new("memory", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let record = scope.record(fields);
    let axes = fields.whole("axes", 1, 2).unwrap_or(2);
    let show = fields.whole("show", 0, record.map_or(0, |record| record.plan().runs().len() - 1)).unwrap_or(0);
    let record = record?;
    let memories: Option<Vec<_>> = (0..record.plan().runs().len()).map(|run| Memory::of(record, run)).collect();
    let Some(memories) = memories else {
        fields.broken("allowed is a recipe whose runs are all of the method momentum");
        return None;
    };
    let steps = record.plan().steps();
    let charts: Vec<_> = (0..axes).map(|axis| chart(&memories, steps, axis)).collect();
    let html = charts.iter().enumerate().map(|(axis, chart)| {
        let alt = format!(
            "{} The velocity {} after {steps} steps is {}.",
            scope.alt,
            AXES[axis],
            last(&memories[show], axis)
        );
        chart.svg(&format!("heap along-{axis}"), &alt, &still(chart, &memories[show], steps, axis))
    });
    let html = html.collect::<String>();
    let scales: Vec<_> = charts.iter().map(Chart::scale).collect();
    let runs: Vec<_> = memories.iter().map(|memory| memory.data(axes)).collect();
    let data = json!({ "runs": runs, "charts": scales, "column": COLUMN, "show": show, "steps": steps });
    let sums: Vec<_> = (0..axes).map(|axis| format!("{} {}", AXES[axis], last(&memories[show], axis))).collect();
    let share = memories[show].share;
    let record = format!("On paper: momentum {share}, after {steps} steps; the velocity {}.", sums.join(", "));
    Some(Drawn { data, html, record, title: None })
}

fn chart(memories: &[Memory], steps: usize, axis: usize) -> Chart<'static> {
    let reaches = memories.iter().flat_map(|memory| (1..=steps).map(move |t| memory.reach(t, axis)));
    let [low, high] = reaches.fold([0.0, 0.0], |[low, high], [l, h]| [f64::min(low, l), f64::max(high, h)]);
    let (most, deep) = (nice(high.max(-low)), low < 0.0);
    let range = [if deep { -most } else { 0.0 }, if deep && high <= 0.0 { 0.0 } else { most }];
    let x = Axis { name: "made at step", range: [0.0, steps as f64], parts: 4, unit: "" };
    let name = if axis == 0 { "pieces of the velocity along w" } else { "pieces of the velocity along b" };
    let y = Axis { name, range, parts: 2, unit: "" };
    Chart { size: [RIGHT + COLUMN[1] + 6.0, 250.0], plot: [52.0, RIGHT, 28.0, 202.0], feet: 20.0, x, y }
}

/// The pieces after the last step: side by side, and one on the other.
fn still(chart: &Chart<'_>, memory: &Memory, steps: usize, axis: usize) -> String {
    let mut out = format!(
        "<path class=\"s-rule\" stroke=\"#a8a298\" d=\"M52 {0:.1}H{1}\"/>{2}\n<g class=\"still\">",
        chart.y(0.0),
        RIGHT + COLUMN[1],
        words(RIGHT + (COLUMN[0] + COLUMN[1]) / 2.0, 222.0, "middle", "quiet", "sum")
    );
    let mut piled = [0.0, 0.0];
    for (i, piece) in memory.pieces(steps, axis).enumerate() {
        let side = usize::from(piece > 0.0);
        let [from, to] = [piled[side], piled[side] + piece];
        piled[side] = to;
        let weight = memory.weight(steps - 1 - i);
        let place = [chart.x(i as f64 + 0.1), chart.x(i as f64 + 0.9)];
        out += &bar(chart, place, [0.0, piece], weight);
        out += &bar(chart, COLUMN.map(|x| RIGHT + x), [from, to], weight);
    }
    let net = chart.y(piled[0] + piled[1]);
    let [left, right] = COLUMN.map(|x| RIGHT + x);
    let _ = writeln!(
        out,
        "<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2.5\" d=\"M{:.1} {net:.1}H{:.1}\"/></g>",
        left - 5.0,
        right + 5.0
    );
    out
}

fn bar(chart: &Chart<'_>, [left, right]: [f64; 2], [from, to]: [f64; 2], weight: f64) -> String {
    let (top, foot) = (chart.y(from.max(to)), chart.y(from.min(to)));
    format!(
        "<rect class=\"f-accent piece\" fill=\"#0f6b6b\" fill-opacity=\"{:.2}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
        0.25 + 0.75 * weight,
        right - left,
        foot - top
    )
}

fn last(memory: &Memory, axis: usize) -> String {
    memory.velocity.last().map_or_else(String::new, |v| short(v[axis], 3))
}

/// Enough digits for a picture and a reading.
fn brief(value: f64) -> f64 {
    format!("{value:.6e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remembered(surface: &str, start: &str) -> Record {
        let runs = [0.0, 0.3, 0.9]
            .map(|share| format!(r#"{{"method":"momentum","momentum":{share},"start":{start},"learning_rate":0.1}}"#));
        let recipe = format!(r#"{{"surface":{surface},"runs":[{}],"steps":40}}"#, runs.join(","));
        let tree: ponder::Tree = serde_json::from_str(&recipe).expect("it is JSON");
        Record::new("remembered", ponder::check(&tree).expect("it is a recipe"))
    }

    /// S1-38: v_t = Σ γ^(t−i) η ∇_i, bar by bar.
    #[test]
    fn the_pieces_add_up_to_the_velocity_that_the_rule_notes() {
        for record in [
            remembered(r#"{"function":"ravine"}"#, "[1,-4]"),
            remembered(r#"{"model":"sigmoid-neuron","data":"valley"}"#, "[5,2]"),
        ] {
            for run in 0..3 {
                let memory = Memory::of(&record, run).expect("a memory");
                for (t, axis) in (1..=40).flat_map(|t| [(t, 0), (t, 1)]) {
                    let sum: f64 = memory.pieces(t, axis).sum();
                    assert!((sum - memory.velocity[t - 1][axis]).abs() < 1e-12, "run {run}, step {t}");
                }
            }
        }
    }

    #[test]
    fn without_a_share_only_the_last_piece_is_left() {
        let memory = Memory::of(&remembered(r#"{"function":"ravine"}"#, "[1,-4]"), 0).expect("a memory");
        assert_eq!(memory.pieces(5, 1).filter(|&piece| piece != 0.0).count(), 1);
    }
}
