//! Level lines and level areas of a grid: marching squares, traced into polylines.
//!
//! Lines run with the higher ground on their left (w to the right, b up). Crossings are linear along grid edges, the
//! four-way ambiguity of a saddle is decided by the mean of its cell, and a cell that touches a hole has no line.

mod label;

pub use label::{Labels, Place};

use crate::heights::Heights;

/// The lines where the land is `level` high, in data coordinates; a closed one ends where it starts.
pub fn lines(grid: &Heights, level: f64) -> Vec<Vec<[f64; 2]>> {
    let mut march = March::new(grid, level, false);
    let mut found = march.open();
    found.append(&mut march.closed());
    found.retain(|line| line.len() > 1);
    found
}

/// The land at `level` or higher, as closed rings for even-odd filling: outer borders turn left, holes right. The
/// rings follow the window's border where the land goes on beyond it, and the rims of holes in the land.
pub fn bands(grid: &Heights, level: f64) -> Vec<Vec<[f64; 2]>> {
    let mut found = March::new(grid, level, true).closed();
    found.iter_mut().for_each(straighten);
    found.retain(|ring| ring.len() > 3);
    found
}

/// A corner without land. A high one is 1; shifted by its number (from the lower left against the clock) each of the
/// four has a bit in the lower half of its cell's case, and its hole one in the upper half.
const HOLE: u8 = 16;
/// Cases 5 and 10 whose middle is high too.
const SADDLE: [u8; 2] = [16, 17];
/// No line enters here.
const NONE: u8 = 4;

/// Where a line that enters a cell over an edge (below, right, above, left) leaves it.
const EXIT: [[u8; 4]; 18] = {
    const N: u8 = NONE;
    [
        [N, N, N, N],
        [3, N, N, N],
        [N, 0, N, N],
        [N, 3, N, N],
        [N, N, 1, N],
        [3, N, 1, N],
        [N, N, 0, N],
        [N, N, 3, N],
        [N, N, N, 2],
        [2, N, N, N],
        [N, 0, N, 2],
        [N, 2, N, N],
        [N, N, N, 1],
        [1, N, N, N],
        [N, N, N, 0],
        [N, N, N, N],
        [1, N, 3, N],
        [N, 2, N, 0],
    ]
};

/// What is left of a cell once the line over its lower or right edge (first) or its upper or left one is drawn.
const fn rest(case: u8, entry: usize) -> u8 {
    match (case, entry < 2) {
        (5, true) => 4,
        (5, false) => 1,
        (10, true) => 8,
        (10, false) => 2,
        (16, true) => 7,
        (16, false) => 13,
        (17, true) => 14,
        (17, false) => 11,
        _ => 0,
    }
}

/// One level on one grid. The grid has a margin of one node without land on every side, so that the window's border
/// needs no code of its own. Cells are used up as their lines are drawn.
struct March<'a> {
    grid: &'a Heights,
    level: f64,
    stride: usize,
    cases: Vec<u8>,
    active: Vec<u32>,
}

impl<'a> March<'a> {
    /// `areas`: holes count as low ground, so that rings close along their rims; else no line enters a hole's cells.
    fn new(grid: &'a Heights, level: f64, areas: bool) -> Self {
        let stride = grid.columns + 1;
        let mut march =
            Self { grid, level, stride, cases: Vec::with_capacity(stride * (grid.rows + 1)), active: Vec::new() };
        if grid.columns < 2 || grid.rows < 2 || grid.values.len() != grid.columns * grid.rows || !level.is_finite() {
            return march;
        }
        march.classify(if areas { 15 } else { u8::MAX });
        march.sort_out();
        march
    }

    fn classify(&mut self, mask: u8) {
        let (mut below, mut above) = (vec![HOLE; self.stride + 1], vec![HOLE; self.stride + 1]);
        for row in 0..=self.grid.rows {
            match self.grid.values.chunks_exact(self.grid.columns).nth(row) {
                Some(values) => {
                    for (node, &value) in above[1..].iter_mut().zip(values) {
                        *node = if value.is_finite() { u8::from(value >= self.level) } else { HOLE };
                    }
                }
                None => above.fill(HOLE),
            }
            let corners = below.windows(2).zip(above.windows(2));
            self.cases.extend(corners.map(|(b, a)| (b[0] | b[1] << 1 | a[1] << 2 | a[0] << 3) & mask));
            std::mem::swap(&mut below, &mut above);
        }
    }

    /// Lists the cells with a line, decides the saddles, and closes the cells at holes.
    fn sort_out(&mut self) {
        for cell in 0..self.cases.len() {
            match self.cases[cell] {
                0 | 15 => continue,
                1..15 => self.active.push(cell as u32),
                _ => self.cases[cell] = 0,
            }
            if let case @ (5 | 10) = self.cases[cell] {
                let mean = (0..4).map(|corner| 0.25 * self.value(self.node(cell, corner))).sum::<f64>();
                if mean >= self.level {
                    self.cases[cell] = SADDLE[usize::from(case == 10)];
                }
            }
        }
    }

    /// The lines that start at a border or a hole.
    fn open(&mut self) -> Vec<Vec<[f64; 2]>> {
        let mut found = Vec::new();
        for index in 0..self.active.len() {
            let cell = self.active[index] as usize;
            for entry in 0..4 {
                if self.enters(cell, entry) && self.cases[self.beyond(cell, entry)] == 0 {
                    let mut line = vec![self.crossing(cell, entry)];
                    self.follow(cell, entry, &mut line);
                    found.push(line);
                }
            }
        }
        found
    }

    /// All other lines.
    fn closed(&mut self) -> Vec<Vec<[f64; 2]>> {
        let mut found = Vec::new();
        for index in 0..self.active.len() {
            let cell = self.active[index] as usize;
            for entry in 0..4 {
                if self.enters(cell, entry) {
                    let mut ring = vec![self.crossing(cell, entry)];
                    self.follow(cell, entry, &mut ring);
                    found.push(ring);
                }
            }
        }
        found
    }

    /// Draws a line until it leaves the land or meets a cell that is used up: its own beginning.
    fn follow(&mut self, mut cell: usize, mut entry: usize, line: &mut Vec<[f64; 2]>) {
        loop {
            let case = self.cases[cell];
            let exit = EXIT[usize::from(case)][entry];
            if exit == NONE {
                return;
            }
            self.cases[cell] = rest(case, entry);
            push(line, self.crossing(cell, usize::from(exit)));
            cell = self.beyond(cell, usize::from(exit));
            entry = usize::from(exit ^ 2);
        }
    }

    fn enters(&self, cell: usize, entry: usize) -> bool {
        EXIT[usize::from(self.cases[cell])][entry] != NONE
    }

    fn beyond(&self, cell: usize, edge: usize) -> usize {
        match edge {
            0 => cell - self.stride,
            1 => cell + 1,
            2 => cell + self.stride,
            _ => cell - 1,
        }
    }

    /// Column and row, in the grid with its margin, of a cell's corner.
    fn node(&self, cell: usize, corner: usize) -> [usize; 2] {
        [cell % self.stride + usize::from(corner == 1 || corner == 2), cell / self.stride + usize::from(corner > 1)]
    }

    fn value(&self, [column, row]: [usize; 2]) -> f64 {
        let inside = (1..=self.grid.columns).contains(&column) && (1..=self.grid.rows).contains(&row);
        if inside { self.grid.values[(row - 1) * self.grid.columns + column - 1] } else { f64::NAN }
    }

    /// Where the level crosses an edge of a cell: the same number from both of the cells that share it.
    fn crossing(&self, cell: usize, edge: usize) -> [f64; 2] {
        let [first, second] = [[0, 1], [1, 2], [3, 2], [0, 3]][edge];
        let (from, to) = (self.node(cell, first), self.node(cell, second));
        let (a, b) = (self.value(from), self.value(to));
        let share = if !a.is_finite() {
            1.0
        } else if !b.is_finite() {
            0.0
        } else {
            // Halves, since a difference of huge heights overflows.
            (0.5 * self.level - 0.5 * a) / (0.5 * b - 0.5 * a)
        };
        let share = if (0.0..=1.0).contains(&share) { share } else { 0.5 };
        let along = |axis: usize| from[axis] as f64 - 1.0 + share * (to[axis] - from[axis]) as f64;
        self.grid.place(along(0), along(1))
    }
}

/// A level that meets a node exactly crosses two edges at one point; a line names it once.
fn push(line: &mut Vec<[f64; 2]>, point: [f64; 2]) {
    if line.last() != Some(&point) {
        line.push(point);
    }
}

/// Leaves out the points inside straight runs along the axes: rings follow the border from node to node.
fn straighten(ring: &mut Vec<[f64; 2]>) {
    let mut kept = 0;
    for index in 0..ring.len() {
        let point = ring[index];
        let on = |axis: usize| ring[kept - 1][axis] == point[axis] && ring[kept - 2][axis] == point[axis];
        if kept >= 2 && (on(0) || on(1)) {
            kept -= 1;
        }
        ring[kept] = point;
        kept += 1;
    }
    ring.truncate(kept);
}

#[cfg(test)]
mod tests;
