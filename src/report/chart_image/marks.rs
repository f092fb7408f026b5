//! Marks in a plot and in its legend. Each differs from the others by shape, not only by colour.

use super::Error;
use super::canvas::{Canvas, Point};
use crate::palette;
use crate::report::outline::Sign;

/// A shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Square,
    Up,
    Down,
    Diamond,
    Plus,
    Dash,
}

/// A mark: a shape in a colour, filled or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) shape: Shape,
    pub(super) colour: u32,
    pub(super) is_open: bool,
}

const fn filled(shape: Shape, colour: u32) -> Mark {
    Mark {
        shape,
        colour,
        is_open: false,
    }
}

/// A score.
pub(super) const SCORE: Mark = filled(Shape::Circle, palette::ACCENT);
/// What a region wants to reach.
pub(super) const AMBITION: Mark = Mark {
    shape: Shape::Down,
    colour: palette::TEXT,
    is_open: true,
};
/// The shapes of those that are looked at side by side, in order.
const SIDE_BY_SIDE: [Shape; 6] = [
    Shape::Circle,
    Shape::Square,
    Shape::Up,
    Shape::Diamond,
    Shape::Plus,
    Shape::Down,
];
const COLOURS: [u32; 3] = [palette::ACCENT, palette::WARNING, palette::TEXT];

/// The mark of the one with this number among those that are looked at side by side.
pub(super) fn of_one(number: usize) -> Mark {
    Mark {
        shape: SIDE_BY_SIDE[number % SIDE_BY_SIDE.len()],
        colour: COLOURS[number % COLOURS.len()],
        is_open: (number / SIDE_BY_SIDE.len()) % 2 == 1,
    }
}

/// The mark of a verdict.
pub(super) fn of_sign(sign: Sign) -> Mark {
    match sign {
        Sign::Good => filled(Shape::Up, palette::ACCENT),
        Sign::Uncertain => filled(Shape::Diamond, palette::TEXT),
        Sign::Short => filled(Shape::Down, palette::WARNING),
        Sign::Unknown => filled(Shape::Dash, palette::QUIET_TEXT),
    }
}

impl Mark {
    pub(super) fn colour(self, colour: u32) -> Self {
        Self { colour, ..self }
    }

    /// Draws the mark, `size` across, with an edge in the colour of paper that keeps it apart from what is behind it.
    pub(super) fn draw(self, canvas: &Canvas, centre: Point, size: f64) -> Result<(), Error> {
        const EDGE: f64 = 1.5;
        const OUTLINE: f64 = 2.0;
        let radius = size / 2.0;
        if self.shape == Shape::Circle {
            canvas.dot(centre, radius + EDGE, palette::PAPER)?;
            canvas.dot(centre, radius, self.colour)?;
            return if self.is_open {
                canvas.dot(centre, radius - OUTLINE, palette::PAPER)
            } else {
                Ok(())
            };
        }
        let corners = self.shape.corners(centre, radius);
        canvas.outline(&corners, palette::PAPER, 2.0 * EDGE)?;
        if self.is_open {
            canvas.polygon(&corners, palette::PAPER)?;
            canvas.outline(&corners, self.colour, OUTLINE)
        } else {
            canvas.polygon(&corners, self.colour)
        }
    }
}

impl Mark {
    /// Draws the mark without an edge, on a tint.
    pub(super) fn draw_plain(self, canvas: &Canvas, centre: Point, size: f64) -> Result<(), Error> {
        canvas.polygon(&self.shape.corners(centre, size / 2.0), self.colour)
    }
}

impl Shape {
    fn corners(self, (x, y): Point, radius: f64) -> Vec<Point> {
        // In parts of the radius, so that all shapes look about as large.
        let corners: &[Point] = match self {
            Shape::Circle => &[],
            Shape::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Shape::Up => &[(0.0, -1.0), (1.15, 0.9), (-1.15, 0.9)],
            Shape::Down => &[(0.0, 1.0), (1.15, -0.9), (-1.15, -0.9)],
            Shape::Diamond => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
            Shape::Dash => &[(-0.8, -0.15), (0.8, -0.15), (0.8, 0.15), (-0.8, 0.15)],
            Shape::Plus => &[
                (-0.35, -1.0),
                (0.35, -1.0),
                (0.35, -0.35),
                (1.0, -0.35),
                (1.0, 0.35),
                (0.35, 0.35),
                (0.35, 1.0),
                (-0.35, 1.0),
                (-0.35, 0.35),
                (-1.0, 0.35),
                (-1.0, -0.35),
                (-0.35, -0.35),
            ],
        };
        corners
            .iter()
            .map(|(right, down)| (x + right * radius, y + down * radius))
            .collect()
    }
}
