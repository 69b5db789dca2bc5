//! What nodes have from every side alike: a turn of the camera takes it as it is.

use super::ink::Ink;
use crate::levels::Levels;
use crate::shade::{self, Land, Tints};

/// A node of the grid, before it is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Place between the ground (0) and the ceiling (1); NaN: no land.
    pub(super) rise: f32,
    /// Place among the tints.
    pub(super) tint: f32,
    /// How the land rises along w and b.
    pub(super) slope: [f32; 2],
    /// The length of its normal.
    pub(super) normal: f32,
    /// Height in the unit of the inks.
    pub(super) height: f32,
    /// Number of levels at or below it.
    pub(super) level: u32,
}

/// The nodes of one land, and what they were made from.
#[derive(Clone, Debug, Default)]
pub(super) struct Nodes {
    pub(super) columns: usize,
    pub(super) rows: usize,
    nodes: Vec<Node>,
    rises: Vec<f32>,
    before: Vec<f32>,
    heights: Vec<f64>,
    levels: Levels,
    tall: f32,
}

impl Nodes {
    /// The land's nodes, row by row, in a box so tall; those of the last call if it was the same land.
    pub(super) fn of(&mut self, land: &Land<'_>, tall: f32) -> &[Node] {
        std::mem::swap(&mut self.rises, &mut self.before);
        land.rises(&mut self.rises);
        if self.tall != tall || !self.knows(land) {
            self.tall = tall;
            self.make(land);
        }
        &self.nodes
    }

    /// Bit by bit, as a hole is not equal to itself.
    fn knows(&self, land: &Land<'_>) -> bool {
        let same =
            |a: &[f64], b: &[f64]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits());
        self.columns == land.heights.columns
            && same(&self.heights, &land.heights.values)
            && same(&self.levels.values, &land.levels.values)
            && self.before.len() == self.rises.len()
            && self.before.iter().zip(&self.rises).all(|(a, b)| a.to_bits() == b.to_bits())
    }

    fn make(&mut self, land: &Land<'_>) {
        (self.columns, self.rows) = (land.heights.columns, land.heights.rows);
        self.heights.clone_from(&land.heights.values);
        self.levels.clone_from(land.levels);
        let (from, unit) = Ink::unit(land);
        let node = |(node, (&rise, &height)): (usize, (&f32, &f64))| {
            let slope = shade::slope(&self.rises, [self.columns, self.rows], node % self.columns, node / self.columns);
            let slope = slope.map(|part| part * self.tall);
            Node {
                rise,
                tint: Tints::tint(rise),
                slope,
                normal: shade::normal(slope),
                height: ((height - from) / unit).clamp(-1e6, 1e6) as f32,
                level: land.levels.values.partition_point(|&level| level <= height) as u32,
            }
        };
        self.nodes.clear();
        self.nodes.extend(self.rises.iter().zip(&self.heights).enumerate().map(node));
    }
}
