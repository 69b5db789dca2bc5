//! What a run did along its way: steps uphill, points looked at, rates, swings across the valley.

use ponder::analysis::eigen::eigenvectors;
use ponder::analysis::event::RISE;
use ponder::analysis::series;
use ponder::{Entry, Landscape, Run, Surface, Vector};

use super::{Clauses, Value};
use crate::record::Record;

/// A crossing of the valley's floor counts from here on.
const EXCURSION: f64 = 0.05;

/// How many of the steps t + 1 to u raise the loss.
pub(super) fn uphill(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let (t, u) = clauses.span(on)?;
    Ok(Value::Count((t..u).filter(|&s| on.loss(run, s + 1) > on.loss(run, s) + RISE).count()))
}

/// Updates of one epoch.
pub(super) fn updates(on: &Record, run: usize, _: &mut Clauses<'_>) -> Result<Value, String> {
    Ok(Value::Count(on.plan().runs()[run].batch().map_or(1, |batch| batch.updates_per_epoch())))
}

/// How many looks at a point the updates before step t took.
pub(super) fn seen(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let t = clauses.step(on)?;
    let mut walk = Run::new(on.plan(), run).ok_or("no such run")?;
    walk.by_ref().take(t).for_each(drop);
    Ok(Value::Count(walk.evaluations().points as usize))
}

/// The learning rate of the update that leaves step t.
pub(super) fn rate(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let t = clauses.step(on)?;
    let rate = entry(on, run, t)?.update.and_then(|update| update.rate);
    rate.map(Value::Number).ok_or_else(|| format!("no update leaves step {t} with a learning rate"))
}

/// The momentum of the update that leaves step t.
pub(super) fn momentum(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let t = clauses.step(on)?;
    let momentum = entry(on, run, t)?.update.and_then(|update| update.momentum);
    momentum.map(Value::Number).ok_or_else(|| format!("no update leaves step {t} with a momentum"))
}

/// The learning rates of the updates t to u − 1, added up.
pub(super) fn rates(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let (t, u) = clauses.span(on)?;
    let walk = Run::new(on.plan(), run).ok_or("no such run")?;
    let rates = walk.skip(t).take(u - t).filter_map(|entry| entry.update?.rate);
    Ok(Value::Number(rates.sum()))
}

/// The size of swing k across the valley of the nearest minimum, 0 being the side where the run begins.
pub(super) fn swing(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let k = clauses.number("nth")?;
    let floor = super::nearest(on, on.point(run, 0))?;
    let [across, _] = eigenvectors(&on.plan().surface().curve(floor));
    let side = (0..=on.plan().steps()).map(|t| (on.point(run, t) - floor).dot(across));
    let swings = series::swings(side, EXCURSION);
    let size = swings.iter().zip(0u32..).find(|(_, i)| f64::from(*i) == k).map(|(size, _)| *size);
    size.map(Value::Number).ok_or_else(|| format!("it has swings 0 to {}", swings.len().saturating_sub(1)))
}

/// By how much the mean slope of k points misses that of all, where the run stands at step t: root of the mean square,
/// over every choice of k.
pub(super) fn spread(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let (at, k) = (on.point(run, clauses.step(on)?), clauses.number("of")?);
    miss(on, at, k).map(Value::Number)
}

fn miss(on: &Record, at: Vector, k: f64) -> Result<f64, String> {
    let whole = on.plan().surface();
    let points = whole.fit().map_or(0, |fit| fit.data.len());
    if !(1..=16).contains(&points) || k.fract() != 0.0 || !(1.0..=points as f64).contains(&k) {
        return Err(format!("`of` takes 1 to {points} points, where there are at most 16"));
    }
    let (n, size) = (points as f64, k as u32);
    let chosen = (0..1u32 << points).filter(|choice| choice.count_ones() == size);
    let mut batch = whole.clone();
    let squares: Vec<f64> = chosen
        .map(|choice| {
            let rows: Vec<usize> = (0..points).filter(|i| choice >> i & 1 == 1).collect();
            batch.draw(whole, &rows);
            let off = on_two(&batch).slope(at) / k - on_two(whole).slope(at) / n;
            off.dot(off)
        })
        .collect();
    Ok((squares.iter().sum::<f64>() / squares.len() as f64).sqrt())
}

/// What `spread` of k would be if it were that of one point, divided by the root of k.
pub(super) fn forecast(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let (at, k) = (on.point(run, clauses.step(on)?), clauses.number("of")?);
    Ok(Value::Number(miss(on, at, 1.0)? / k.sqrt()))
}

/// A surface as the plane that it is here.
fn on_two(surface: &Surface) -> &dyn Landscape<2> {
    surface
}

fn entry(on: &Record, run: usize, t: usize) -> Result<Entry, String> {
    Run::new(on.plan(), run).and_then(|mut walk| walk.nth(t)).ok_or_else(|| "no such run".into())
}
