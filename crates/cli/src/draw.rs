//! `ponder draw`: one view of a figure as SVG.

use std::path::{Path, PathBuf};

use ponder_plot::{Figure, NO_PLANE, Now, Size, Theme, View};

use crate::{Failure, input};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A figure or recipe in JSON; - is standard input
    figure: PathBuf,
    /// Which view: surface, contour, fit or curves
    #[arg(long, default_value = "contour", value_parser = view)]
    view: View,
    /// After which step; the last one when absent
    #[arg(long)]
    at: Option<usize>,
    /// Where to write it; standard output when absent
    #[arg(long)]
    out: Option<PathBuf>,
    /// Width and height in pixels
    #[arg(long, default_value = "640x480", value_parser = size)]
    size: Size,
    /// In which light: light, dark or print
    #[arg(long, default_value = "light", value_parser = theme)]
    theme: Theme,
}

pub(crate) fn view(name: &str) -> Result<View, String> {
    View::named(name).ok_or_else(|| "allowed is surface, contour, fit or curves".to_owned())
}

pub(crate) fn theme(name: &str) -> Result<Theme, String> {
    Theme::named(name).ok_or_else(|| "allowed is light, dark or print".to_owned())
}

pub(crate) fn size(text: &str) -> Result<Size, String> {
    let side = |side: &str| side.parse::<u16>().ok().filter(|n| (16..=8192).contains(n)).map(f64::from);
    let sides = text.split_once('x').and_then(|(width, height)| Some((side(width)?, side(height)?)));
    let (width, height) = sides.ok_or("allowed is WIDTHxHEIGHT, each from 16 to 8192, as in 640x480")?;
    Ok(Size { width, height })
}

/// The figure in a file, if it has such a view.
pub(crate) fn figure(file: &Path, view: View) -> Result<Figure, Failure> {
    let figure = Figure::new(&input::tree(file)?).map_err(|faults| Failure::Recipe(faults.to_string()))?;
    if !figure.draws(view) {
        return Err(Failure::Recipe(format!("--view: {}; allowed is curves, {NO_PLANE}", view.name())));
    }
    Ok(figure)
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let mut figure = figure(&options.figure, options.view)?;
    let steps = figure.steps();
    let at = options.at.unwrap_or(steps);
    if at > steps {
        return Err(Failure::Recipe(format!("--at: {at}; allowed is a whole number from 0 to {steps}")));
    }
    let now = Now { step: at as f64, ..Now::start(steps) };
    let picture = ponder_plot::svg_on_paper(&mut figure, options.view, &now, options.size, options.theme);
    input::write(options.out.as_deref(), &picture)
}
