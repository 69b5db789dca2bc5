//! The shapes of the made rounds: a height over the plane, and what its map looks like.

/// Where a shape is steep, or which way it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Along {
    W,
    B,
}

/// A landform. `true` where it is turned upside down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A long bowl or dome, steep along one axis.
    Long(Along, bool),
    /// A round bowl or dome.
    Round(bool),
    /// A funnel or cone: as steep near the middle as far out.
    Cone(bool),
    /// A pit or peak on a plain: steep near the middle, level far out.
    Pit(bool),
    /// A saddle that rises along one axis and falls along the other.
    Saddle(Along),
    /// A valley or ridge, level along one axis.
    Valley(Along, bool),
}

use Along::{B, W};

/// What may stand beside each other: three of one family are told apart by what their maps show.
pub(super) const FAMILIES: &[[Shape; 4]] = &[
    [Shape::Long(W, false), Shape::Long(B, false), Shape::Long(W, true), Shape::Saddle(W)],
    [Shape::Long(W, true), Shape::Long(B, true), Shape::Long(B, false), Shape::Saddle(B)],
    [Shape::Saddle(W), Shape::Saddle(B), Shape::Valley(W, true), Shape::Long(B, false)],
    [Shape::Valley(W, false), Shape::Valley(B, false), Shape::Valley(W, true), Shape::Saddle(B)],
    [Shape::Round(false), Shape::Cone(false), Shape::Pit(false), Shape::Round(true)],
    [Shape::Round(true), Shape::Cone(true), Shape::Pit(true), Shape::Pit(false)],
];

impl Shape {
    /// Its height as an expression: `steep` times as steep one way as the other, its middle at (w, b).
    pub(super) fn expression(self, steep: u64, [w, b]: [f64; 2]) -> String {
        let (w, b) = (format!("(w - ({w}))^2"), format!("(b - ({b}))^2"));
        let across = |along| if along == W { (&w, &b) } else { (&b, &w) };
        let (height, down) = match self {
            Self::Long(along, down) => {
                let (steeper, gentler) = across(along);
                (format!("{steep}*{steeper} + {gentler}"), down)
            }
            Self::Round(down) => (format!("{w} + {b}"), down),
            Self::Cone(down) => (format!("2*sqrt({w} + {b} + 0.02)"), down),
            Self::Pit(down) => (format!("4 - 4*exp(-{steep}*0.5*({w} + {b}))"), down),
            Self::Saddle(along) => {
                let (up, down) = across(along);
                (format!("{up} - {down}"), false)
            }
            Self::Valley(along, down) => (format!("{steep}*{}", across(along).1), down),
        };
        if down { format!("-({height})") } else { height }
    }

    /// What its map looks like.
    pub(super) fn map(self) -> String {
        let numbers = |down| if down { "fall" } else { "rise" };
        match self {
            Self::Long(along, down) => format!(
                "long rings whose numbers {} outwards, closest together along {}",
                numbers(down),
                if along == W { "w" } else { "b" }
            ),
            Self::Round(down) => {
                format!("round rings that crowd towards the outside, with numbers that {} outwards", numbers(down))
            }
            Self::Cone(down) => {
                format!("round rings at equal distances, with numbers that {} outwards", numbers(down))
            }
            Self::Pit(down) => {
                format!("round rings that crowd near the middle, with numbers that {} outwards", numbers(down))
            }
            Self::Saddle(along) => {
                let sides = if along == W { "to the left and right" } else { "above and below" };
                format!("lines that bend away from one point in four directions, with the high ground {sides}")
            }
            Self::Valley(along, down) => format!(
                "straight lines along {}, with the {} ones in the middle",
                if along == W { "w" } else { "b" },
                if down { "highest" } else { "lowest" }
            ),
        }
    }
}
