//! `ponder draw`: one view of a figure as SVG.
