//! Many runs for a worker of the page: no logic, every function hands its input to core and the result back.
//!
//! Bad input becomes a JavaScript `Error` whose message says where and what is allowed.

mod border;

use js_sys::{Float64Array, Uint8Array, Uint32Array};
use ponder::bulk::{self, Fate};
use ponder::{Tree, check};
use wasm_bindgen::prelude::*;

use border::{join, refuse, tree};

/// A cell near no minimum, going round, and beyond all bounds: what stands for a minimum where there is none.
const FATES: [u8; 3] = [253, 254, 255];
/// No step.
const NEVER: u32 = u32::MAX;

/// Many runs that differ in one thing.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Job(bulk::Job);

#[wasm_bindgen]
impl Job {
    /// A job of which nothing is done.
    ///
    /// # Errors
    /// Everything that is wrong with the recipe, or with what is asked for.
    #[wasm_bindgen(constructor)]
    pub fn new(recipe: JsValue, ask: JsValue) -> Result<Self, JsValue> {
        let plan = check(&tree(recipe)?).map_err(|faults| refuse(&faults))?;
        bulk::Job::new(&plan, &tree(ask)?).map(Self).map_err(|faults| refuse(&faults))
    }

    /// The looks that all of it takes at most.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn looks(&self) -> f64 {
        self.0.looks() as f64
    }

    /// What the cells differ in, and what is looked out for: known once the first slice is done.
    ///
    /// # Errors
    /// Never.
    pub fn facts(&self) -> Result<JsValue, JsValue> {
        join(&facts(&self.0))
    }

    /// Begins with the cells `from` to `to` − 1.
    #[wasm_bindgen(js_name = turnTo)]
    pub fn turn_to(&mut self, from: usize, to: usize) {
        self.0.turn_to(from, to);
    }

    /// Goes on for about so many looks; true once the tile is done.
    pub fn advance(&mut self, looks: u32) -> bool {
        self.0.advance(looks.into())
    }

    /// Where each cell of the tile ended: a minimum by its number, or 253, 254, 255 for elsewhere, cycling, diverged.
    #[must_use]
    pub fn fates(&self) -> Uint8Array {
        let fate = |cell: &bulk::Cell| match cell.fate {
            Fate::Arrived { target, .. } => target,
            Fate::Elsewhere => FATES[0],
            Fate::Cycling => FATES[1],
            Fate::Diverged { .. } => FATES[2],
        };
        self.0.cells().iter().map(fate).collect::<Vec<_>>().as_slice().into()
    }

    /// When: the step from which on it stays near its minimum, or the first beyond all bounds; 4294967295 for none.
    #[must_use]
    pub fn steps(&self) -> Uint32Array {
        let step = |cell: &bulk::Cell| match cell.fate {
            Fate::Arrived { step, .. } | Fate::Diverged { step } => step,
            Fate::Elsewhere | Fate::Cycling => NEVER,
        };
        self.0.cells().iter().map(step).collect::<Vec<_>>().as_slice().into()
    }

    /// The first step whose loss was below the bound; 4294967295 for none.
    #[must_use]
    pub fn unders(&self) -> Uint32Array {
        self.0.cells().iter().map(|cell| cell.under.unwrap_or(NEVER)).collect::<Vec<_>>().as_slice().into()
    }

    /// The loss after the last step.
    #[must_use]
    pub fn losses(&self) -> Float64Array {
        self.0.cells().iter().map(|cell| cell.loss).collect::<Vec<_>>().as_slice().into()
    }

    /// The last points, one number a parameter.
    #[must_use]
    pub fn ends(&self) -> Float64Array {
        self.0.ends().into()
    }

    /// The rows of a cell's run, parameters and loss, where they are kept.
    #[must_use]
    pub fn path(&self, cell: usize) -> Float64Array {
        self.0.paths().get(cell).map_or(&[][..], Vec::as_slice).into()
    }
}

fn facts(job: &bulk::Job) -> Tree {
    let points = |points: &[[f64; 2]]| Tree::List(points.iter().map(|point| Tree::numbers(point)).collect());
    let bound = |bound: bulk::Bound| {
        Tree::map([
            ("formula", bound.formula.into()),
            ("rate", bound.rate.into()),
            ("curvature", bound.curvature.into()),
            ("at", Tree::numbers(&bound.at)),
        ])
    };
    let [columns, rows] = job.grid().size();
    let across: Vec<_> = (0..columns).map(|column| job.grid().at(column)[0]).collect();
    let down: Vec<_> = (0..rows).map(|row| job.grid().at(row * columns)[1]).collect();
    let bounds = down.iter().map(|second| {
        bulk::bound(job, Some(*second).filter(|n| n.is_finite() && job.grid().window().is_none())).map(bound).into()
    });
    let axes = job.grid().axes().map(Tree::from);
    Tree::map([
        ("size", Tree::numbers(&[columns as f64, rows as f64])),
        ("axes", Tree::List(axes.into())),
        ("across", Tree::numbers(&across)),
        ("down", Tree::numbers(&down)),
        ("targets", points(job.targets())),
        ("within", job.within().into()),
        ("below", job.below().into()),
        ("stride", job.stride().into()),
        ("bounds", Tree::List(bounds.collect())),
    ])
}
