//! What a template can ask of a run, one row a quantity.

use ponder::Vector;
use ponder_plot::NO_PLANE;

use crate::brute;
use crate::curved;
use crate::record::Record;

mod walked;

/// What a quantity is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Any number.
    Number(f64),
    /// A number of steps, said without digits.
    Count(usize),
    /// A point or a vector.
    Pair([f64; 2]),
}

/// Measures one quantity of run `run`.
pub type Measure = fn(&Record, usize, &mut Clauses<'_>) -> Result<Value, String>;

/// Every quantity: its name, its clauses, how it is measured.
const QUANTITIES: &[(&str, &str, Measure)] = &[
    ("loss", "@ t", |on, run, c| Ok(Value::Number(on.loss(run, c.step(on)?)))),
    ("w", "@ t", |on, run, c| Ok(Value::Number(on.point(run, c.step(on)?).0[0]))),
    ("b", "@ t", |on, run, c| Ok(Value::Number(on.point(run, c.step(on)?).0[1]))),
    ("point", "@ t", |on, run, c| Ok(Value::Pair(on.point(run, c.step(on)?).0))),
    ("gradient", "@ t", |on, run, c| Ok(Value::Pair(on.gradient(run, c.step(on)?).0))),
    ("gradient-w", "@ t", |on, run, c| Ok(Value::Number(on.gradient(run, c.step(on)?).0[0]))),
    ("gradient-b", "@ t", |on, run, c| Ok(Value::Number(on.gradient(run, c.step(on)?).0[1]))),
    ("slope", "@ t", |on, run, c| Ok(Value::Number(on.gradient(run, c.step(on)?).norm()))),
    ("drop", "@ t..u", |on, run, c| c.span(on).map(|(t, u)| Value::Number(on.loss(run, t) - on.loss(run, u)))),
    ("way", "@ t..u", |on, run, c| c.span(on).map(|(t, u)| Value::Number(way(on, run, t, u)))),
    ("steps", "below loss", steps),
    ("rate", "", |on, run, _| {
        on.plan().runs()[run].learning_rate().map(Value::Number).ok_or("no learning rate".into())
    }),
    ("output", "@ t x number", output),
    ("forecast", "@ t turn degrees by length", |on, run, c| {
        let (at, turn, by) = turned(on, run, c)?;
        Ok(Value::Number(on.land().slope(at).norm() * by * turn.cos()))
    }),
    ("change", "@ t turn degrees by length", change),
    ("off", "@ t", off),
    ("lowest", "of nodes within half", |on, _, c| lowest(on, c).map(|(at, _)| Value::Pair(at))),
    ("lowest-loss", "of nodes within half", |on, _, c| lowest(on, c).map(|(_, loss)| Value::Number(loss))),
    ("minimum", "", |on, run, _| Ok(Value::Pair(nearest(on, on.point(run, 0))?.0))),
    ("uphill", "@ t..u", walked::uphill),
    ("updates", "", walked::updates),
    ("seen", "@ t", walked::seen),
    ("rate-at", "@ t", walked::rate),
    ("rates", "@ t..u", walked::rates),
    ("momentum", "@ t", walked::momentum),
    ("swing", "nth k", walked::swing),
    ("spread", "@ t of k", walked::spread),
    ("spread-forecast", "@ t of k", walked::forecast),
];

/// The quantities that need no plane of parameters.
const ANYWHERE: [&str; 10] =
    ["loss", "drop", "steps", "rate", "uphill", "updates", "seen", "rate-at", "rates", "momentum"];

/// How a quantity is measured on a record.
pub fn find(name: &str, on: &Record) -> Result<Measure, String> {
    let (.., measure) = row(name).ok_or_else(|| {
        let known: Vec<_> = QUANTITIES.iter().chain(curved::QUANTITIES).map(|(name, ..)| *name).collect();
        format!("\"{name}\" is no quantity; there are {}", known.join(", "))
    })?;
    if on.plan().surface().plane().is_none() && !ANYWHERE.contains(&name) {
        return Err(format!("{} has {}, {NO_PLANE}", on.id(), ANYWHERE.join(", ")));
    }
    Ok(*measure)
}

fn row(name: &str) -> Option<&'static (&'static str, &'static str, Measure)> {
    QUANTITIES.iter().chain(curved::QUANTITIES).find(|(known, ..)| *known == name)
}

/// The length of the path from step t to step u.
fn way(on: &Record, run: usize, t: usize, u: usize) -> f64 {
    (t..u).map(|s| (on.point(run, s + 1) - on.point(run, s)).norm()).sum()
}

/// The first step whose loss is below a bound.
fn steps(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let bound = clauses.number("below")?;
    let first = on.first(run, |t| on.loss(run, t) < bound);
    first.map(Value::Count).ok_or_else(|| format!("the loss is not below {bound} in {} steps", on.plan().steps()))
}

/// What the neuron answers at input x.
fn output(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let at = on.point(run, clauses.step(on)?);
    let fit = on.plan().surface().fit().ok_or("this surface has no neuron")?;
    Ok(Value::Number(fit.predict(at, clauses.number("x")?)))
}

/// A point, an angle from the gradient there in radians, a length.
fn turned(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<(Vector, f64, f64), String> {
    let at = on.point(run, clauses.step(on)?);
    Ok((at, clauses.number("turn")?.to_radians(), clauses.number("by")?))
}

/// How the loss changes on a straight step of some length in a direction turned from the gradient.
fn change(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let (at, turn, by) = turned(on, run, clauses)?;
    let gradient = on.land().slope(at);
    let Vector([gw, gb]) = (by / gradient.norm()) * gradient;
    let (sin, cos) = turn.sin_cos();
    let there = at + Vector([gw * cos - gb * sin, gw * sin + gb * cos]);
    Ok(Value::Number(on.land().value(there) - on.land().value(at)))
}

/// The angle between steepest descent and the straight way to the nearest minimum, in degrees.
fn off(on: &Record, run: usize, clauses: &mut Clauses<'_>) -> Result<Value, String> {
    let at = on.point(run, clauses.step(on)?);
    let straight = nearest(on, at)? - at;
    let down = -1.0 * on.land().slope(at);
    let cos = down.dot(straight) / (down.norm() * straight.norm());
    Ok(Value::Number(cos.clamp(-1.0, 1.0).acos().to_degrees()))
}

/// The lowest node of a square grid from −half to half, with so many nodes a side: trying everything.
fn lowest(on: &Record, clauses: &mut Clauses<'_>) -> Result<([f64; 2], f64), String> {
    let side = clauses.number("of")?;
    if side.fract() != 0.0 || !(2.0..=501.0).contains(&side) {
        return Err(format!("\"of {side}\"; allowed is a whole number from 2 to 501"));
    }
    let half = clauses.number("within")?;
    let loss = |w, b| on.land().value(Vector([w, b]));
    brute::lowest([[-half, half]; 2], side as usize, loss).ok_or_else(|| "no node has a loss".into())
}

/// The known minimum that is nearest to a point.
fn nearest(on: &Record, at: Vector) -> Result<Vector, String> {
    let minima = on.plan().surface().facts().minima.into_iter().map(Vector);
    let nearest = minima.min_by(|&a, &b| (a - at).norm().total_cmp(&(b - at).norm()));
    nearest.ok_or_else(|| "this surface declares no minimum".into())
}

/// The clauses of a template: `@ 100`, `below 0.01`, `to 6`.
#[derive(Debug)]
pub struct Clauses<'t>(Vec<(&'t str, &'t str)>);

impl<'t> Clauses<'t> {
    /// Reads words in pairs.
    pub fn parse(mut words: impl Iterator<Item = &'t str>) -> Result<Self, String> {
        let mut pairs = Vec::new();
        while let Some(key) = words.next() {
            pairs.push((key, words.next().ok_or_else(|| format!("\"{key}\" needs a value behind it"))?));
        }
        Ok(Self(pairs))
    }

    /// The value behind `key`, which is then used up.
    pub fn take(&mut self, key: &str) -> Option<&'t str> {
        let place = self.0.iter().position(|(k, _)| *k == key)?;
        Some(self.0.remove(place).1)
    }

    /// Refuses what nothing used.
    pub fn finish(self, name: &str) -> Result<(), String> {
        let usage = row(name).map_or("", |(_, usage, _)| usage);
        let Some((key, value)) = self.0.first() else { return Ok(()) };
        Err(format!("\"{key} {value}\" says nothing here; write {{{{{name} figure {usage}}}}}"))
    }

    fn needed(&mut self, key: &str) -> Result<&'t str, String> {
        self.take(key).ok_or_else(|| format!("`{key}` and a value are missing"))
    }

    fn number(&mut self, key: &str) -> Result<f64, String> {
        let text = self.needed(key)?;
        text.parse().map_err(|_| format!("\"{key} {text}\": {text} is no number"))
    }

    pub(crate) fn step(&mut self, on: &Record) -> Result<usize, String> {
        let text = self.needed("@")?;
        whole(text, on)
    }

    pub(crate) fn span(&mut self, on: &Record) -> Result<(usize, usize), String> {
        let text = self.needed("@")?;
        let (from, to) = text.split_once("..").ok_or_else(|| format!("\"@ {text}\"; write two steps, as @ 50..100"))?;
        Ok((whole(from, on)?, whole(to, on)?))
    }
}

fn whole(text: &str, on: &Record) -> Result<usize, String> {
    let t = text.parse().ok().filter(|&t| t <= on.plan().steps());
    t.ok_or_else(|| format!("\"@ {text}\"; {} has steps 0 to {}", on.id(), on.plan().steps()))
}
