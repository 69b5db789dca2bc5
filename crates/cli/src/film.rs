//! `ponder film`: one view of a figure as it plays, as an animated GIF.
//!
//! It plays from the start to the end, or to where the recipe's `until` is met, at an even pace: its length is chosen,
//! and points glide between steps as on the page. Questions are passed over, and nothing of them is shown.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use ponder_film::Film;
use ponder_plot::{Figure, Now, Size, Theme, View, moving_svg, still_svg};
use ponder_raster::{Pixmap, paint};

use crate::{Failure, draw, input, progress};

/// Seconds for which the last frame stands before all begins again.
const HOLD: f64 = 2.0;

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A figure or recipe in JSON; - is standard input
    figure: PathBuf,
    /// Where to write it; standard output when absent
    #[arg(long)]
    out: Option<PathBuf>,
    /// Which view: surface, contour, fit or curves
    #[arg(long, default_value = "contour", value_parser = draw::view)]
    view: View,
    /// Width and height in pixels
    #[arg(long, default_value = "640x480", value_parser = draw::size)]
    size: Size,
    /// Frames a second, 2 to 50
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(2..=50))]
    fps: u8,
    /// How long it plays, 1 to 60 seconds; its last frame stands for two more
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..=60))]
    seconds: u8,
    /// In which light: light, dark or print
    #[arg(long, default_value = "light", value_parser = draw::theme)]
    theme: Theme,
    /// Play once, and not over and over
    #[arg(long)]
    once: bool,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let figure = draw::figure(&options.figure, options.view)?;
    if options.out.is_none() && io::stdout().is_terminal() {
        return Err(Failure::Recipe("--out: missing; a terminal shows no film".to_owned()));
    }
    input::stream_to(options.out.as_deref(), |file| Scenes::new(figure, options)?.shoot(file, options))
}

/// A figure, and what of its picture stands still.
struct Scenes {
    figure: Figure,
    backdrop: Pixmap,
    view: View,
    size: Size,
    theme: Theme,
}

impl Scenes {
    fn new(mut figure: Figure, options: &Options) -> io::Result<Self> {
        let Options { view, size, theme, .. } = *options;
        let backdrop = Pixmap::new(size.width as u32, size.height as u32);
        let mut backdrop = backdrop.ok_or_else(|| io::Error::other("no room for a picture of this size"))?;
        paint(&still_svg(&mut figure, view, size, theme), &mut backdrop).map_err(io::Error::other)?;
        Ok(Self { figure, backdrop, view, size, theme })
    }

    fn shoot(&mut self, file: &mut dyn Write, options: &Options) -> io::Result<()> {
        let last = u32::from(options.fps) * u32::from(options.seconds) - 1;
        let end = self.figure.goal().unwrap_or(self.figure.steps()) as f64;
        let samples = [self.frame(0.0)?, self.frame(end)?].concat();
        let size = [self.size.width as u16, self.size.height as u16];
        let mut film = Film::new(file, size, &samples, options.fps.into(), !options.once)?;
        let bar = progress::bar(u64::from(last) + 1, "film");
        for frame in 0..=last {
            let share = f64::from(frame) / f64::from(last);
            film.add(&self.frame(end * share)?, if frame == last { HOLD } else { 0.0 })?;
            bar.inc(1);
        }
        film.end().map(drop)
    }

    /// The pixels of a moment, four bytes each.
    fn frame(&mut self, step: f64) -> io::Result<Vec<u8>> {
        let now = Now { step, ..Now::start(self.figure.steps()) };
        let moving = moving_svg(&mut self.figure, self.view, &now, self.size, self.theme);
        let mut picture = self.backdrop.clone();
        paint(&moving, &mut picture).map_err(io::Error::other)?;
        Ok(picture.take())
    }
}
