//! Frames in, an animated GIF out, frame by frame: what stands in memory does not grow with the film.
//!
//! All frames share one palette, which is fitted to a few of them beforehand. A frame is written as the smallest
//! rectangle that differs from the one before it, and in that only what differs.

#[cfg(target_arch = "wasm32")]
mod page;
mod palette;
mod rectangle;

use std::io::{self, Write};

use gif::{Encoder, Frame, Repeat};

use palette::{CLEAR, Palette};
use rectangle::Rectangle;

/// A film that is being written.
#[expect(missing_debug_implementations, reason = "the encoder has none")]
pub struct Film<W: Write> {
    file: Encoder<W>,
    width: u16,
    /// Hundredths of a second a frame; not a whole number, so that what is rounded off one is given to another.
    pace: f64,
    /// Frames so far.
    frames: u32,
    palette: Palette,
    /// The frame that is shown now, four bytes a pixel, and in places of the palette.
    shown: Vec<u8>,
    places: Vec<u8>,
}

impl<W: Write> Film<W> {
    /// Begins a film of `fps` frames a second, 1 to 50, that starts over for ever or ends (`forever`). `samples` is
    /// one or more frames that have its colours between them, four bytes a pixel.
    ///
    /// # Errors
    /// A size that is none, samples that are no frames of it, a pace out of range; what the writer says.
    pub fn new(file: W, [width, height]: [u16; 2], samples: &[u8], fps: f64, forever: bool) -> io::Result<Self> {
        let pixels = usize::from(width) * usize::from(height);
        ensure(pixels > 0, "size: allowed is 1 to 65535 pixels a side")?;
        ensure(
            !samples.is_empty() && samples.len().is_multiple_of(4 * pixels),
            "samples: not whole frames of this size",
        )?;
        ensure((1.0..=50.0).contains(&fps), "fps: allowed is 1 to 50")?;
        let palette = Palette::of(samples);
        let mut file = Encoder::new(file, width, height, &palette.colours()).map_err(told)?;
        file.set_repeat(if forever { Repeat::Infinite } else { Repeat::Finite(0) }).map_err(told)?;
        Ok(Self {
            file,
            width,
            pace: 100.0 / fps,
            frames: 0,
            palette,
            shown: vec![0; 4 * pixels],
            places: vec![CLEAR; pixels],
        })
    }

    /// Adds a frame, four bytes a pixel, that is shown `hold` seconds longer than the others.
    ///
    /// # Errors
    /// Not a frame of this size; what the writer says.
    pub fn add(&mut self, rgba: &[u8], hold: f64) -> io::Result<()> {
        ensure(rgba.len() == self.shown.len(), "frame: not of the size of this film")?;
        let changed = self.draw(rgba);
        let frame = Frame {
            delay: self.delay(hold),
            transparent: Some(CLEAR),
            left: changed.left as u16,
            top: changed.top as u16,
            width: changed.width() as u16,
            height: changed.height() as u16,
            buffer: changed.cut(&self.places, self.width.into()).into(),
            ..Frame::default()
        };
        self.file.write_frame(&frame).map_err(told)
    }

    /// Takes the frame over, and says where it differs; what does not is left clear.
    fn draw(&mut self, rgba: &[u8]) -> Rectangle {
        let first = self.frames == 0;
        let pixels = self.shown.chunks_exact_mut(4).zip(rgba.chunks_exact(4)).zip(&mut self.places).enumerate();
        let changed = pixels.filter_map(|(at, ((old, new), place))| {
            let same = !first && old == new;
            *place = if same { CLEAR } else { self.palette.place([new[0], new[1], new[2]]) };
            old.copy_from_slice(new);
            (!same).then_some(at)
        });
        Rectangle::around(changed, self.width.into())
    }

    /// Hundredths of a second until the next frame.
    fn delay(&mut self, hold: f64) -> u16 {
        let at = |frame: u32| (f64::from(frame) * self.pace).round();
        let delay = at(self.frames + 1) - at(self.frames) + (100.0 * hold).round();
        self.frames += 1;
        delay as u16
    }

    /// Where it is written to.
    pub fn writer(&mut self) -> &mut W {
        self.file.get_mut()
    }

    /// Ends the film.
    ///
    /// # Errors
    /// What the writer says.
    pub fn end(self) -> io::Result<W> {
        self.file.into_inner().map_err(told)
    }
}

fn ensure(fine: bool, message: &str) -> io::Result<()> {
    if fine { Ok(()) } else { Err(io::Error::new(io::ErrorKind::InvalidInput, message)) }
}

fn told(error: gif::EncodingError) -> io::Error {
    match error {
        gif::EncodingError::Io(error) => error,
        other => io::Error::other(other),
    }
}
