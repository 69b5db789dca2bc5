//! The film for JavaScript.

use wasm_bindgen::prelude::*;

use crate::Film;

/// A film whose bytes are taken away as they come.
#[wasm_bindgen(js_name = Film)]
#[expect(missing_debug_implementations, reason = "the encoder has none")]
pub struct PageFilm(Film<Vec<u8>>);

#[wasm_bindgen(js_class = Film)]
impl PageFilm {
    /// Begins a film: `samples` is one or more frames, four bytes a pixel, that have
    /// its colours between them.
    ///
    /// # Errors
    /// A size that is none, samples that are no frames of it, a pace out of range.
    #[wasm_bindgen(constructor)]
    pub fn new(width: u16, height: u16, samples: &[u8], fps: f64, forever: bool) -> Result<Self, JsError> {
        Ok(Self(Film::new(Vec::new(), [width, height], samples, fps, forever)?))
    }

    /// Adds a frame that is shown `hold` seconds longer than others, and gives what of the file is new.
    ///
    /// # Errors
    /// Not a frame of this size.
    pub fn add(&mut self, rgba: &[u8], hold: f64) -> Result<Vec<u8>, JsError> {
        self.0.add(rgba, hold)?;
        Ok(std::mem::take(self.0.writer()))
    }

    /// Ends the film with the last bytes of the file.
    ///
    /// # Errors
    /// Never.
    pub fn end(self) -> Result<Vec<u8>, JsError> {
        Ok(self.0.end()?)
    }
}
