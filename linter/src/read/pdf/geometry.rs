//! Points, matrices and boxes: from the user space of a PDF to the page as it is shown.
//!
//! All lengths are points (1/72 inch).

/// An affine map `[a b c d e f]` as PDF writes it: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    /// Changes nothing.
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves by this much.
    pub(super) const fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `self`, then `next`.
    pub(super) fn then(self, next: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [p, q, r, s, t, u] = next.0;
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    /// Where a point goes.
    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The box around the image of a box.
    pub(super) fn bounds(self, area: Area) -> Area {
        let corners = [
            self.apply(area.left, area.top),
            self.apply(area.right, area.top),
            self.apply(area.left, area.bottom),
            self.apply(area.right, area.bottom),
        ];
        let first = Area { left: f64::MAX, top: f64::MAX, right: f64::MIN, bottom: f64::MIN };
        corners.into_iter().fold(first, |bounds, (x, y)| Area {
            left: bounds.left.min(x),
            top: bounds.top.min(y),
            right: bounds.right.max(x),
            bottom: bounds.bottom.max(y),
        })
    }

    /// Which way text runs under this map, if it runs along the edges of the page.
    pub(super) fn direction(self) -> Option<Direction> {
        let [a, b, ..] = self.0;
        let (along, across) = (a.abs(), b.abs());
        match () {
            () if across <= along * 0.2 => Some(if a >= 0.0 { Direction::Right } else { Direction::Left }),
            () if along <= across * 0.2 => Some(if b >= 0.0 { Direction::Down } else { Direction::Up }),
            () => None,
        }
    }

    /// How much the vertical is stretched.
    pub(super) fn height(self) -> f64 {
        let [_, _, c, d, ..] = self.0;
        c.hypot(d)
    }
}

/// A box; `top` is the smaller ordinate once it is on a page as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub(super) fn is_finite(self) -> bool {
        [self.left, self.top, self.right, self.bottom].iter().all(|value| value.is_finite())
    }
}

/// Which way the text of a line runs on the page as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    /// The ordinary way.
    Right,
    /// From top to bottom: a page that lies on its side, or vertical writing.
    Down,
    /// Upside down.
    Left,
    /// From bottom to top.
    Up,
}

impl Direction {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Down, Self::Left, Self::Up];

    /// A box turned so that its text runs to the right and the lines follow each other downwards.
    pub(super) fn level(self, area: Area, page: Size) -> Area {
        let Area { left, top, right, bottom } = area;
        let (width, height) = (page.width, page.height);
        match self {
            Self::Right => area,
            Self::Down => Area { left: top, right: bottom, top: width - right, bottom: width - left },
            Self::Left => {
                Area { left: width - right, right: width - left, top: height - bottom, bottom: height - top }
            }
            Self::Up => Area { left: height - bottom, right: height - top, top: left, bottom: right },
        }
    }

    /// The size of the page turned likewise.
    pub(super) fn level_size(self, page: Size) -> Size {
        match self {
            Self::Right | Self::Left => page,
            Self::Down | Self::Up => Size { width: page.height, height: page.width },
        }
    }
}

/// Width and height of a page as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The map from user space to the page as it is shown, from its box and its rotation in degrees.
pub(super) fn page_map(visible: Area, rotation: i64) -> (Matrix, Size) {
    let (width, height) = (visible.width(), visible.height());
    let upright = Matrix([1.0, 0.0, 0.0, -1.0, -visible.left, visible.bottom]);
    match rotation.rem_euclid(360) {
        90 => {
            (upright.then(Matrix([0.0, 1.0, -1.0, 0.0, height, 0.0])), Size { width: height, height: width })
        }
        180 => (upright.then(Matrix([-1.0, 0.0, 0.0, -1.0, width, height])), Size { width, height }),
        270 => {
            (upright.then(Matrix([0.0, -1.0, 1.0, 0.0, 0.0, width])), Size { width: height, height: width })
        }
        _ => (upright, Size { width, height }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Area = Area { left: 20.0, top: 0.0, right: 120.0, bottom: 200.0 };

    #[test]
    fn the_lower_left_corner_goes_where_the_rotation_puts_it() {
        for (rotation, wanted) in
            [(0, (0.0, 200.0)), (90, (0.0, 0.0)), (180, (100.0, 0.0)), (-90, (200.0, 100.0))]
        {
            let (map, _) = page_map(BOX, rotation);
            assert_eq!(map.apply(20.0, 0.0), wanted, "{rotation}");
        }
    }

    #[test]
    fn text_that_runs_down_is_levelled() {
        let page = Size { width: 100.0, height: 200.0 };
        let area = Area { left: 80.0, top: 10.0, right: 90.0, bottom: 30.0 };
        let wanted = Area { left: 10.0, top: 10.0, right: 30.0, bottom: 20.0 };
        assert_eq!(Direction::Down.level(area, page), wanted);
        assert_eq!(Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]).direction(), Some(Direction::Down));
        assert_eq!(Matrix([1.0, 1.0, -1.0, 1.0, 0.0, 0.0]).direction(), None);
    }
}
