//! Paths, as far as they draw the ruling lines of tables: strokes along an edge of the page, and thin filled boxes.

use super::geometry::{Area, Matrix};
use super::glyph::{Rule, Sheet};
use super::lexer::Operand;

/// Thickest line, in points.
const THICK: f64 = 2.5;
/// Shortest line of a table.
const SHORT: f64 = 4.0;
/// Lines that are kept of one page.
const MAX_RULES: usize = 3_000;
/// Pieces of one path that are looked at; drawings have more.
const MAX_PIECES: usize = 2_000;

/// The path under construction.
#[derive(Debug, Default)]
pub(super) struct Path {
    at: (f64, f64),
    start: (f64, f64),
    /// Straight pieces, from point to point.
    pieces: Vec<Area>,
    /// The box of each part that may be filled.
    parts: Vec<Area>,
    curved: bool,
}

impl Path {
    /// Takes a path operator; a painting one ends the path.
    pub(super) fn instruction(
        &mut self,
        operator: &[u8],
        operands: &[Operand],
        map: Matrix,
        sheet: &mut Sheet,
    ) {
        let number = |index: usize| operands.get(index).and_then(Operand::number).unwrap_or(0.0);
        match operator {
            b"m" => {
                self.begin(map.apply(number(0), number(1)));
            }
            b"l" => self.line_to(map.apply(number(0), number(1))),
            b"h" => self.line_to(self.start),
            b"c" | b"v" | b"y" => self.curved = true,
            b"re" => {
                let (x, y, width, height) = (number(0), number(1), number(2), number(3));
                self.begin(map.apply(x, y));
                for corner in [(x + width, y), (x + width, y + height), (x, y + height), (x, y)] {
                    self.line_to(map.apply(corner.0, corner.1));
                }
            }
            b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" => {
                if matches!(operator, b"s" | b"b" | b"b*") {
                    self.line_to(self.start);
                }
                self.paint(sheet, true);
            }
            b"f" | b"F" | b"f*" => self.paint(sheet, false),
            b"n" => *self = Self::default(),
            _ => {}
        }
        if self.pieces.len() > MAX_PIECES || self.parts.len() > MAX_PIECES {
            self.pieces.clear();
            self.parts.clear();
            self.curved = true;
        }
    }

    /// Starts a part at a point.
    fn begin(&mut self, (x, y): (f64, f64)) {
        self.at = (x, y);
        self.start = self.at;
        self.parts.push(Area { left: x, right: x, top: y, bottom: y });
    }

    fn line_to(&mut self, to: (f64, f64)) {
        let (from, to) = (self.at, to);
        let piece = Area {
            left: from.0.min(to.0),
            right: from.0.max(to.0),
            top: from.1.min(to.1),
            bottom: from.1.max(to.1),
        };
        self.pieces.push(piece);
        if let Some(part) = self.parts.last_mut() {
            part.left = part.left.min(piece.left);
            part.right = part.right.max(piece.right);
            part.top = part.top.min(piece.top);
            part.bottom = part.bottom.max(piece.bottom);
        }
        self.at = to;
    }

    fn paint(&mut self, sheet: &mut Sheet, stroke: bool) {
        sheet.drawings = sheet.drawings.saturating_add(1);
        let rules = &mut sheet.rules;
        let drawn = std::mem::take(self);
        if drawn.curved {
            return;
        }
        let areas = if stroke { drawn.pieces } else { drawn.parts };
        let line = |area: &Area| {
            let (short, long) = (area.width().min(area.height()), area.width().max(area.height()));
            area.is_finite() && short <= THICK && long >= SHORT
        };
        let room = MAX_RULES.saturating_sub(rules.len());
        rules.extend(areas.into_iter().filter(line).take(room).map(|area| Rule { area }));
    }
}
