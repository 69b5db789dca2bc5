//! What is to be drawn, as numbers and one text: a canvas gets all of a picture in one call, as each call across the border
//! costs more than what it draws. `replay.js` reads it.

use ponder_plot::{Color, Pixel};
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

#[wasm_bindgen(module = "/src/canvas/replay.js")]
extern "C" {
    fn replay(context: &CanvasRenderingContext2d, numbers: &[f64], texts: &str);
}

/// What a canvas is asked to do, in the order in which `replay.js` knows it.
#[derive(Clone, Copy)]
enum Call {
    /// Sets how many device pixels one of our units has.
    Zoom,
    /// Strokes a polyline.
    Stroke,
    /// Fills rings, each with the number of its corners before them.
    Fill,
    /// Fills a disc or a polygon in many places.
    Stamp,
    /// Sets the font and where a text lies about its place.
    Letters,
    /// Outlines a text.
    Outline,
    /// Writes a text.
    Write,
    /// Turns what follows about a place.
    Turn,
    /// As it was before the turn.
    Back,
}

/// How letters are set: font, and side and height of the place they are anchored at, as canvases name them.
pub(super) type Letters = [String; 3];

/// Calls that have not been made yet.
#[derive(Default)]
pub(super) struct Record {
    numbers: Vec<f64>,
    /// All texts, one after the other.
    texts: String,
    /// How long they are, as JavaScript counts.
    length: usize,
    zoom: f64,
    letters: Letters,
}

fn ink(Color(r, g, b): Color) -> f64 {
    f64::from(u32::from_be_bytes([0, r, g, b]))
}

impl Record {
    fn call(&mut self, call: Call, numbers: &[f64]) {
        self.numbers.push(call as usize as f64);
        self.numbers.extend_from_slice(numbers);
    }

    /// A text, as the places where it begins and ends.
    fn text(&mut self, text: &str) -> [f64; 2] {
        let from = self.length;
        self.texts.push_str(text);
        self.length += text.encode_utf16().count();
        [from as f64, self.length as f64]
    }

    pub(super) fn zoom(&mut self, zoom: f64) {
        if self.zoom != zoom {
            self.zoom = zoom;
            self.call(Call::Zoom, &[zoom]);
        }
    }

    pub(super) fn stroke(
        &mut self,
        points: impl ExactSizeIterator<Item = Pixel>,
        color: Color,
        opacity: f64,
        width: f64,
    ) {
        self.call(Call::Stroke, &[ink(color), opacity, width, points.len() as f64]);
        self.numbers.extend(points.flatten());
    }

    /// Fills rings by the even-odd rule, or what a line winds around.
    pub(super) fn fill(&mut self, rings: &[Vec<Pixel>], color: Color, opacity: f64, even_odd: bool) {
        self.call(Call::Fill, &[ink(color), opacity, f64::from(u8::from(even_odd)), rings.len() as f64]);
        rings.iter().for_each(|ring| {
            self.numbers.push(ring.len() as f64);
            self.numbers.extend_from_slice(ring.as_flattened());
        });
    }

    /// Corners about the origin, or a radius, and places: all times `units`.
    pub(super) fn stamp(&mut self, [corners, places]: [&[Pixel]; 2], radius: f64, units: f64, color: Color) {
        self.call(Call::Stamp, &[ink(color), places.len() as f64, radius * units, corners.len() as f64]);
        self.numbers.extend(corners.iter().chain(places).flatten().map(|length| length * units));
    }

    pub(super) fn letters(&mut self, letters: Letters) {
        if self.letters != letters {
            let [font, side, height] = letters.each_ref().map(|word| self.text(word));
            self.call(Call::Letters, [font, side, height].as_flattened());
            self.letters = letters;
        }
    }

    pub(super) fn outline(&mut self, text: &str, at: Pixel, color: Color, width: f64) {
        let [from, to] = self.text(text);
        self.call(Call::Outline, &[ink(color), width, from, to, at[0], at[1]]);
    }

    pub(super) fn write(&mut self, text: &str, at: Pixel, color: Color, opacity: f64) {
        let [from, to] = self.text(text);
        self.call(Call::Write, &[ink(color), opacity, from, to, at[0], at[1]]);
    }

    pub(super) fn turn(&mut self, angle: f64, about: Pixel) {
        self.call(Call::Turn, &[angle, about[0], about[1]]);
    }

    pub(super) fn back(&mut self) {
        self.call(Call::Back, &[]);
    }

    /// Makes the calls, and begins anew.
    pub(super) fn play(&mut self, context: &CanvasRenderingContext2d) {
        if !self.numbers.is_empty() {
            replay(context, &self.numbers, &self.texts);
            *self = Self::default();
        }
    }
}
