//! Builds the course: Markdown lessons, TeX and figures in, static HTML, MathML and posters out.
//!
//! A lesson goes through in one direction: its head ([`front`]), its fences ([`fence`]), what they say ([`figure`],
//! [`question`]) and run ([`record`]), then its prose ([`prose`]) with formulas ([`maths`]) and numbers ([`template`])
//! filled in, and the page around it ([`page`]). Whatever is wrong fails the build with file and line ([`problem`]).

pub mod algorithm;
pub mod answers;
pub mod arithmetic;
pub mod asked;
pub mod caption;
pub mod course;
pub mod derivation;
pub mod exhibit;
pub mod fence;
pub mod figure;
pub mod front;
pub mod html;
pub mod json;
pub mod live;
pub mod maths;
pub mod measured;
pub mod number;
pub mod page;
pub mod poster;
pub mod problem;
pub mod prose;
pub mod quantity;
pub mod question;
pub mod record;
pub mod template;

pub use course::build;
