//! From a run to marks, from marks to pixels and vectors.
//!
//! A [`Figure`] is made from a recipe with its view. It yields a [`Scene`] for all that stands still and one for each
//! moment; [`paint()`] draws a scene on any plotters backend that is wrapped as a [`Target`]; `svg` makes a document.
//!
//! ```
//! use ponder::Tree;
//! use ponder_plot::{Figure, Now, Size, Theme, View};
//!
//! let recipe = Tree::map([
//!     ("surface", Tree::map([("model", "sigmoid-neuron".into()), ("data", "two-points".into())])),
//!     ("runs", Tree::List(vec![Tree::map([("method", "gradient-descent".into()), ("learning_rate", 1.0.into())])])),
//!     ("steps", 100.0.into()),
//! ]);
//! let mut figure = Figure::new(&recipe).unwrap();
//! let size = Size { width: 640.0, height: 480.0 };
//! let now = Now { step: 12.5, limit: 100, ..Now::default() };
//! let scene = figure.moving(View::Contour, size, Theme::Light, &now);
//! assert!(!scene.marks.is_empty());
//! ```
#![forbid(unsafe_code)]

pub mod camera;
pub mod clip;
pub mod contour;
mod curves;
mod describe;
mod figure;
mod format;
mod front;
pub mod heights;
mod land;
mod layer;
pub mod levels;
mod moment;
mod names;
mod now;
mod order;
mod paint;
mod parts;
mod path;
mod plane;
pub mod question;
mod ranges;
pub mod relief;
mod replay;
mod scape;
mod scene;
mod schema;
pub mod shade;
mod shape;
mod studio;
mod svg;
#[cfg(test)]
mod testing;
mod theme;
pub mod tint;
mod tongue;
mod track;
mod trail;
mod view;
mod words;

pub use curves::{CURVES, Curve};
pub use figure::{Figure, check_figure};
pub use layer::{LAYERS, Layer};
pub use now::{Now, PonderMark};
pub use paint::{Pen, Target, paint};
pub use ponder::note::Part;
pub use scene::{Anchor, Axes, Axis, Band, Ground, Image, Mark, Pixel, Rect, Scene, Size, Tick};
pub use schema::schema;
pub use shape::simplified;
pub use svg::{moving_svg, still_svg, svg, svg_on_paper};
pub use theme::{Color, Font, HUES, Hues, Marker, PENS, Role, SANS, THEMES, TINTS, Theme, style_sheet};
pub use tongue::Tongue;
pub use view::{HEIGHTS, LevelChoice, MAX_LEVELS, NO_PLANE, Spec, VIEWS, View};
