//! Many runs for a worker of the page: no logic, every function hands its input to core and the result back.
//!
//! Bad input becomes a JavaScript `Error` whose message says where and what is allowed.

mod facts;

use js_sys::{Float64Array, Uint8Array, Uint8ClampedArray, Uint32Array};
use ponder::bulk::{self, Cell, Fate};
use ponder::check;
use ponder_plot::{Color, Theme, tint::tint};
use wasm_bindgen::prelude::*;

use ponder_border::{join, refuse, tree};

/// What stands for a minimum where there is none: a cell near no minimum, going round, beyond all bounds.
const FATES: [u8; 3] = [253, 254, 255];
/// No step.
const NEVER: u32 = u32::MAX;

/// Many runs that differ in one thing, done tile by tile, slice by slice.
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
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "object")] recipe: JsValue,
        #[wasm_bindgen(unchecked_param_type = "object")] ask: JsValue,
    ) -> Result<Self, JsValue> {
        let plan = check(&tree(&recipe)?).map_err(|faults| refuse(&faults))?;
        bulk::Job::new(&plan, &tree(&ask)?).map(Self).map_err(|faults| refuse(&faults))
    }

    /// What the cells differ in, and what is looked out for: known once the minima are, after an empty tile.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "BulkFacts")]
    pub fn facts(&self) -> Result<JsValue, JsValue> {
        join(&facts::facts(&self.0))
    }

    /// Begins with the cells `from` to `to` − 1.
    #[wasm_bindgen(js_name = turnTo)]
    pub fn turn_to(&mut self, from: usize, to: usize) {
        self.0.turn_to(from, to);
    }

    /// Goes on for about so many looks; true once the tile is done.
    pub fn advance(&mut self, looks: f64) -> bool {
        self.0.advance(looks as u64)
    }

    /// Where each cell of the tile ended: a minimum by its number, or 253, 254, 255 for elsewhere, cycling, diverged.
    #[must_use]
    pub fn fates(&self) -> Uint8Array {
        Uint8Array::from(&*self.each(|cell| match cell.fate {
            Fate::Arrived { target, .. } => target,
            Fate::Elsewhere => FATES[0],
            Fate::Cycling => FATES[1],
            Fate::Diverged { .. } => FATES[2],
        }))
    }

    /// When: the step from which on it stays near its minimum, or the first beyond all bounds; 4294967295 for none.
    #[must_use]
    pub fn steps(&self) -> Uint32Array {
        Uint32Array::from(&*self.each(|cell| match cell.fate {
            Fate::Arrived { step, .. } | Fate::Diverged { step } => step,
            Fate::Elsewhere | Fate::Cycling => NEVER,
        }))
    }

    /// The first step whose loss was at or below the bound; 4294967295 for none.
    #[must_use]
    pub fn unders(&self) -> Uint32Array {
        Uint32Array::from(&*self.each(|cell| cell.under.unwrap_or(NEVER)))
    }

    /// The loss after the last step.
    #[must_use]
    pub fn losses(&self) -> Float64Array {
        Float64Array::from(&*self.each(|cell| cell.loss))
    }

    /// The last points, one number a parameter.
    #[must_use]
    pub fn ends(&self) -> Float64Array {
        self.0.ends().into()
    }

    /// The colours, four bytes a cell, in the light called `theme`.
    #[must_use]
    pub fn tints(&self, theme: &str) -> Uint8ClampedArray {
        let (theme, steps) = (Theme::named(theme).unwrap_or_default(), self.0.plan().steps());
        let bytes = self.each(|cell| {
            let Color(r, g, b) = tint(theme, cell.fate, steps);
            [r, g, b, 255]
        });
        Uint8ClampedArray::from(bytes.as_flattened())
    }

    /// The rows of a cell's run, parameters and loss, where they are kept.
    #[must_use]
    pub fn path(&self, cell: usize) -> Float64Array {
        self.0.paths().get(cell).map_or(&[][..], Vec::as_slice).into()
    }
}

impl Job {
    fn each<T>(&self, what: impl Fn(&Cell) -> T) -> Vec<T> {
        self.0.cells().iter().map(what).collect()
    }
}
