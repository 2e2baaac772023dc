//! Where a predicate is evaluated: a run of units, or one cell of a row.

use std::ops::Range;

/// A run of units; in a table cell, a stretch of one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// First unit and one past the last.
    pub units: Range<u32>,
    /// The only bytes of the unit's text that count, where it is a single cell.
    pub cell: Option<Range<usize>>,
}

impl Extent {
    /// A run of whole units.
    pub const fn units(units: Range<u32>) -> Self {
        Self { units, cell: None }
    }

    /// One cell of a row.
    pub const fn cell(unit: u32, cell: Range<usize>) -> Self {
        Self { units: unit..unit + 1, cell: Some(cell) }
    }

    /// Whether a stretch of a unit's text lies in it.
    pub fn holds(&self, unit: u32, stretch: &Range<usize>) -> bool {
        self.units.contains(&unit)
            && self.cell.as_ref().is_none_or(|cell| cell.start <= stretch.start && stretch.end <= cell.end)
    }

    /// The part of a run of units that lies in it; none where they do not meet. A cell stays a cell.
    pub(super) fn within(&self, other: &Range<u32>) -> Option<Self> {
        let units = self.units.start.max(other.start)..self.units.end.min(other.end);
        (!units.is_empty()).then(|| Self { units, cell: self.cell.clone() })
    }
}
