//! Builds the course: Markdown lessons, TeX and figures in, static HTML, MathML and posters out.
//!
//! A lesson goes through in one direction: its head ([`front`]), its fences ([`fence`]), what they say ([`figure`],
//! [`question`]) and run ([`record`]), then its prose ([`prose`]) with formulas ([`maths`]) and numbers ([`template`])
//! filled in, its closing questions ([`recall`], [`closing`]) and sections ([`shape`]) and the rows it meets ([`mark`]), and the page around it ([`page`]).
//! Beside the lessons stand their handouts ([`handout`]), the symbols ([`glossary`]), the [`bibliography`] and the
//! [`coverage`] of the course. Whatever is wrong fails the build with file and line ([`problem`]).

pub mod algorithm;
pub mod answers;
pub mod arithmetic;
pub mod asked;
pub mod bibliography;
pub mod brute;
pub mod caption;
pub mod cite;
pub mod closing;
pub mod course;
pub mod coverage;
mod curved;
pub mod derivation;
pub mod exhibit;
pub mod fence;
pub mod figure;
pub mod front;
pub mod glossary;
pub mod handout;
pub mod html;
pub mod json;
pub mod lesson;
pub mod live;
pub mod mark;
pub mod maths;
pub mod measured;
pub mod number;
pub mod page;
pub mod playground;
pub mod poster;
pub mod problem;
pub mod prose;
pub mod quantity;
pub mod question;
pub mod recall;
pub mod record;
pub mod rows;
pub mod setting;
pub mod shape;
pub mod social;
pub mod template;

pub use course::build;
