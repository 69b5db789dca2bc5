//! How many cells ended where, and how soon: the words under a map.

use alloc::vec;
use alloc::vec::Vec;

use super::{Cell, Fate};

/// Those cells that ended alike.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// The middle of the steps at which they did: of an even number the earlier of the two.
    pub median: Option<u32>,
}

/// All cells of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// Those near each of the minima.
    pub arrived: Vec<Share>,
    /// Near none, and not going round.
    pub elsewhere: Share,
    /// Going round.
    pub cycling: Share,
    /// Beyond all bounds.
    pub diverged: Share,
}

impl Tally {
    /// Counts cells over so many minima.
    #[must_use]
    pub fn of(cells: &[Cell], targets: usize) -> Self {
        let mut steps = vec![Vec::new(); targets + 3];
        for cell in cells {
            match cell.fate {
                Fate::Arrived { target, step } => steps[usize::from(target)].push(Some(step)),
                Fate::Elsewhere => steps[targets].push(None),
                Fate::Cycling => steps[targets + 1].push(None),
                Fate::Diverged { step } => steps[targets + 2].push(Some(step)),
            }
        }
        let mut shares: Vec<_> = steps.into_iter().map(share).collect();
        let [elsewhere, cycling, diverged] = [shares[targets], shares[targets + 1], shares[targets + 2]];
        shares.truncate(targets);
        Self { arrived: shares, elsewhere, cycling, diverged }
    }
}

fn share(mut steps: Vec<Option<u32>>) -> Share {
    steps.sort_unstable();
    let middle = steps.len().saturating_sub(1) / 2;
    Share { count: steps.len(), median: steps.get(middle).copied().flatten() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_counts_where_it_ended() {
        let fates = [
            Fate::Arrived { target: 2, step: 9 },
            Fate::Arrived { target: 0, step: 4 },
            Fate::Elsewhere,
            Fate::Arrived { target: 2, step: 1 },
            Fate::Diverged { step: 7 },
            Fate::Arrived { target: 2, step: 5 },
            Fate::Cycling,
            Fate::Diverged { step: 2 },
            Fate::Cycling,
            Fate::Elsewhere,
            Fate::Cycling,
        ];
        let cells = fates.map(|fate| Cell { fate, under: None, loss: 0.0 });
        let share = |count, median| Share { count, median };
        let arrived = vec![share(1, Some(4)), share(0, None), share(3, Some(5))];
        let (elsewhere, cycling, diverged) = (share(2, None), share(3, None), share(2, Some(2)));
        assert_eq!(Tally::of(&cells, 3), Tally { arrived, elsewhere, cycling, diverged });
    }

    #[test]
    fn without_minima_nothing_arrives() {
        let cells = [Fate::Elsewhere, Fate::Diverged { step: 3 }].map(|fate| Cell { fate, under: None, loss: 0.0 });
        let tally = Tally::of(&cells, 0);
        assert_eq!((tally.arrived.len(), tally.elsewhere.count, tally.cycling.count), (0, 1, 0));
        assert_eq!(tally.diverged, Share { count: 1, median: Some(3) });
    }
}
