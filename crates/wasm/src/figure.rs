//! The figure's drawing calls.

use ponder::{Event, Faults, Tree};
use ponder_plot::{Curve, HEIGHTS, Now, Size, Theme, Tongue, View, paint};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::border::{index, join, refuse, throw, tree};
use crate::canvas::Paper;

/// A figure that can be drawn on canvases: `scale` device pixels a CSS pixel, `theme` light, dark or print, `view`
/// surface, contour, fit or curves. Lengths are CSS pixels.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Figure(pub(crate) ponder_plot::Figure);

#[wasm_bindgen]
impl Figure {
    /// Checks and runs a figure. `phrases` says what is written on its pictures in another language than English, text
    /// by text.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "FigureRecipe")] figure: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Record<string, string> | undefined")] phrases: JsValue,
    ) -> Result<Self, JsValue> {
        let tongue = Tongue::of(tree(&phrases)?);
        ponder_plot::Figure::speaking(&tree(&figure)?, tongue).map(Self).map_err(|faults| refuse(&faults))
    }

    /// Another recipe in the same figure; where it is wrong, the old one stays. What depends only on the surface and
    /// the view is kept.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn change(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "FigureRecipe")] figure: JsValue,
    ) -> Result<(), JsValue> {
        self.0.change(&tree(&figure)?).map_err(|faults| refuse(&faults))
    }

    /// The number of steps of every run.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn steps(&self) -> usize {
        self.0.steps()
    }

    /// The number of runs.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn runs(&self) -> usize {
        self.0.runs()
    }

    /// What a page wants to know before anything is drawn.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Facts")]
    pub fn facts(&self) -> Result<JsValue, JsValue> {
        join(&self.0.facts())
    }

    /// Looks from elsewhere: radians; the pitch is kept between 5° and 85°.
    pub fn turn(&mut self, yaw: f64, pitch: f64) {
        self.0.turn(yaw, pitch);
    }

    /// Draws heights as they are (`linear`) or as logarithms (`log`), whatever the recipe says.
    ///
    /// # Errors
    /// Another word.
    pub fn rise(&mut self, height: &str) -> Result<(), JsValue> {
        let found = HEIGHTS.iter().find(|(name, _)| *name == height);
        let (_, height) = found.ok_or_else(|| throw("height: allowed is linear or log", "height"))?;
        self.0.rise(*height);
        Ok(())
    }

    /// Draws other kinds of curves over the steps: of loss, rates, schedule, sum and memory.
    ///
    /// # Errors
    /// An unknown kind.
    pub fn show(&mut self, curves: Vec<String>) -> Result<(), JsValue> {
        let curves: Option<Vec<Curve>> = curves.iter().map(|name| Curve::named(name)).collect();
        let allowed = || throw("curves: allowed is loss, rates, schedule, sum or memory", "curves");
        self.0.show(&curves.ok_or_else(allowed)?);
        Ok(())
    }

    /// What stands above and below a pixel of the curves, no later than `step`: `{step, values: [[name, value], …]}`.
    /// Undefined beside the panels.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Reading | undefined")]
    pub fn reading(&self, width: f64, height: f64, x: f64, y: f64, step: f64) -> Result<JsValue, JsValue> {
        let Some((t, values)) = self.0.reading(Size { width, height }, [x, y], step) else {
            return Ok(JsValue::UNDEFINED);
        };
        let pair = |(name, value): (&str, f64)| Tree::List(vec![name.into(), value.into()]);
        let values = Tree::List(values.into_iter().map(pair).collect());
        join(&Tree::map([("step", (t as f64).into()), ("values", values)]))
    }

    /// Paints all that does not move: land, level lines, labels, axes. For the theme print the canvas must be new.
    ///
    /// # Errors
    /// An unknown view or theme, a scale that is not above 0 and up to 16.
    pub fn still(&mut self, view: &str, canvas: &HtmlCanvasElement, scale: f64, theme: &str) -> Result<(), JsValue> {
        let (view, theme) = (view_named(view)?, theme_named(theme)?);
        let mut paper = Paper::still(canvas, scale, theme == Theme::Print)?;
        let scene = self.0.still(view, paper.size(), theme, scale);
        paint(&scene, theme, &mut paper);
        paper.finish();
        Ok(())
    }

    /// Paints one moment: ways so far, heads, arrows, answers. Nothing after `now.limit` is shown.
    ///
    /// # Errors
    /// As for `still`; a moment that is none.
    pub fn moving(
        &mut self,
        view: &str,
        canvas: &HtmlCanvasElement,
        scale: f64,
        theme: &str,
        #[wasm_bindgen(unchecked_param_type = "Now")] now: JsValue,
    ) -> Result<(), JsValue> {
        let (view, theme) = (view_named(view)?, theme_named(theme)?);
        let mut paper = Paper::moving(canvas, scale, theme == Theme::Print)?;
        let now = Now::read(&tree(&now)?).map_err(|faults| refuse(&faults))?;
        let scene = self.0.moving(view, paper.size(), theme, &now);
        paint(&scene, theme, &mut paper);
        paper.finish();
        Ok(())
    }

    /// The pixel at which a step is read off the uppermost panel of the curves.
    #[must_use]
    pub fn mark(&self, width: f64, height: f64, step: f64) -> Option<Box<[f64]>> {
        self.0.mark(Size { width, height }, step).map(|pixel| pixel.into())
    }

    /// The data under a pixel: (w, b); (x, y) in the fit; step and loss on the curves. Undefined beside the plot.
    ///
    /// # Errors
    /// An unknown view.
    pub fn locate(&self, view: &str, width: f64, height: f64, x: f64, y: f64) -> Result<Option<Box<[f64]>>, JsValue> {
        let found = self.0.locate(view_named(view)?, Size { width, height }, x, y);
        Ok(found.map(|at| at.to_vec().into_boxed_slice()))
    }

    /// The pixel of a point of the data. Undefined beside the plot.
    ///
    /// # Errors
    /// An unknown view.
    pub fn place(&self, view: &str, width: f64, height: f64, w: f64, b: f64) -> Result<Option<Box<[f64]>>, JsValue> {
        let found = self.0.place(view_named(view)?, Size { width, height }, [w, b]);
        Ok(found.map(|pixel| pixel.to_vec().into_boxed_slice()))
    }

    /// One run's rows: parameters and loss of every point.
    ///
    /// # Errors
    /// A run that the figure does not have.
    pub fn points(&self, run: f64) -> Result<Box<[f64]>, JsValue> {
        let run = index("run", run, self.0.runs())?;
        Ok(self.0.points(run).to_vec().into_boxed_slice())
    }

    /// The points to be fitted, x and y in turn; empty without data of one input.
    #[must_use]
    pub fn data(&self) -> Box<[f64]> {
        self.0.data().as_flattened().into()
    }

    /// Point `t` of a run and the update that leaves it.
    ///
    /// # Errors
    /// A run or a step that the figure does not have.
    #[wasm_bindgen(unchecked_return_type = "Entry")]
    pub fn entry(&mut self, run: f64, t: f64) -> Result<JsValue, JsValue> {
        let run = index("run", run, self.0.runs())?;
        let t = index("t", t, self.0.steps() + 1)?;
        join(&self.0.entry(run, t).map(|entry| entry.tree()).into())
    }

    /// The parts of the update that leaves point `t`, of all runs together, in the order in which a reader goes through
    /// them: of looked_at, gradient, memory, scale, model and move those that the rules have.
    ///
    /// # Errors
    /// A step that the figure does not have.
    pub fn parts(&mut self, t: f64) -> Result<Vec<String>, JsValue> {
        let t = index("t", t, self.0.steps() + 1)?;
        Ok(self.0.parts(t).into_iter().map(|part| part.name().to_owned()).collect())
    }

    /// How a run ends.
    ///
    /// # Errors
    /// A run that the figure does not have.
    #[wasm_bindgen(unchecked_return_type = "Outcome")]
    pub fn outcome(&self, run: f64) -> Result<JsValue, JsValue> {
        let run = index("run", run, self.0.runs())?;
        join(&self.0.outcome(run).map(|outcome| outcome.tree()).into())
    }

    /// The first step of a run at which something has happened: `"u-turn"`, `"uphill"`, `"plateau"`,
    /// `{loss_below: x}` or `{gradient_below: x}`. Undefined if it never does.
    ///
    /// # Errors
    /// A run that the figure does not have; an unknown event.
    pub fn event(
        &self,
        run: f64,
        #[wasm_bindgen(unchecked_param_type = "Happening")] event: JsValue,
    ) -> Result<Option<usize>, JsValue> {
        let run = index("run", run, self.0.runs())?;
        let mut faults = Vec::new();
        match Event::read(&tree(&event)?, "event", &mut faults) {
            Some(event) if faults.is_empty() => Ok(event.first(self.0.plan().surface(), self.0.points(run))),
            _ => Err(refuse(&Faults(faults))),
        }
    }

    /// How fair the race of its runs is at a step, for a reader who may know of none after `limit`.
    ///
    /// # Errors
    /// A step that the figure does not have.
    #[wasm_bindgen(unchecked_return_type = "Race")]
    pub fn race(&mut self, step: f64, limit: f64) -> Result<JsValue, JsValue> {
        let [step, limit] = [index("step", step, self.0.steps() + 1)?, index("limit", limit, self.0.steps() + 1)?];
        join(&self.0.race(step, limit))
    }

    /// The learning rates, run by run, that make a rule of a fair race hold; null for a run that has no such rate.
    ///
    /// # Errors
    /// A rule that rates cannot meet.
    #[wasm_bindgen(unchecked_return_type = "(number | null)[]")]
    pub fn rates(&self, rule: &str) -> Result<JsValue, JsValue> {
        let rates = self.0.rates(rule).ok_or_else(|| throw("rule: allowed is same-rate or same-first-step", "rule"))?;
        join(&Tree::List(rates.into_iter().map(Tree::from).collect()))
    }

    /// The loss and the gradient at a point of the plane: `{loss, gradient}`.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Probe")]
    pub fn probe(&self, w: f64, b: f64) -> Result<JsValue, JsValue> {
        let (loss, gradient) = self.0.probe([w, b]);
        join(&Tree::map([("loss", loss.into()), ("gradient", Tree::numbers(&gradient))]))
    }

    /// Looks at the map through another window, `[w0, w1, b0, b1]`, or through its own; the window that it is, in the
    /// same proportions and within reach. While it is `moving` the land is drawn coarsely.
    #[must_use]
    pub fn look(&mut self, window: Option<Vec<f64>>, moving: bool) -> Box<[f64]> {
        let window =
            window.and_then(|ends| <[f64; 4]>::try_from(ends).ok()).map(|[w0, w1, b0, b1]| [[w0, w1], [b0, b1]]);
        self.0.look(window, moving).as_flattened().into()
    }

    /// The run and the step whose point on the map is nearest to a pixel, within `reach` pixels and no later than `step`.
    #[must_use]
    pub fn nearest(&self, width: f64, height: f64, x: f64, y: f64, step: f64, reach: f64) -> Option<Box<[u32]>> {
        let found = self.0.nearest(View::Contour, Size { width, height }, [x, y], step, reach);
        found.map(|(run, t)| [run, t].map(|n| n as u32).into())
    }

    /// The part of the present step whose arrow on the map is under a pixel, as `now.part` names it.
    ///
    /// # Errors
    /// A moment that is none.
    pub fn part_at(
        &mut self,
        width: f64,
        height: f64,
        x: f64,
        y: f64,
        #[wasm_bindgen(unchecked_param_type = "Now")] now: JsValue,
    ) -> Result<Option<String>, JsValue> {
        let now = Now::read(&tree(&now)?).map_err(|faults| refuse(&faults))?;
        Ok(self.0.part_at(Size { width, height }, [x, y], &now).map(|part| part.name().into()))
    }
}

fn view_named(name: &str) -> Result<View, JsValue> {
    View::named(name).ok_or_else(|| throw("view: allowed is surface, contour, fit or curves", "view"))
}

fn theme_named(name: &str) -> Result<Theme, JsValue> {
    Theme::named(name).ok_or_else(|| throw("theme: allowed is light, dark or print", "theme"))
}
