//! A drawing as SVG. A browser takes time for each element, so shapes that look the same become one path, and texts that
//! look the same one group.

use std::fmt::{self, Write as _};
use std::io;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingErrorKind};

use super::lettering::{Lettering, Weight};
use crate::report::markup::escaped;

/// What a shape looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Look {
    Filled { colour: u32 },
    Line { colour: u32, width: u32 },
}

/// The rectangle around a shape.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Bounds {
    /// Around these points, with so much room on every side.
    fn around(points: &[BackendCoord], room: i32) -> Self {
        let across = || points.iter().map(|(x, _)| *x);
        let down = || points.iter().map(|(_, y)| *y);
        Self {
            left: across().min().unwrap_or(0) - room,
            top: down().min().unwrap_or(0) - room,
            right: across().max().unwrap_or(0) + room,
            bottom: down().max().unwrap_or(0) + room,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// Shapes that look the same.
#[derive(Debug)]
struct Layer {
    look: Look,
    path: String,
    bounds: Vec<Bounds>,
}

/// A drawing, which is written when it is complete.
pub(super) struct Vector<'t> {
    to: &'t mut String,
    size: (u32, u32),
    layers: Vec<Layer>,
    /// Texts by the attributes that they share.
    texts: Vec<(String, String)>,
}

/// The result of drawing, as plotters has it.
pub(super) type Drawn = Result<(), DrawingErrorKind<io::Error>>;

fn written(result: fmt::Result) -> Drawn {
    result.map_err(|error| DrawingErrorKind::DrawingError(io::Error::other(error)))
}

/// A colour as RGB; `None` if nothing is to be seen of it. Nothing that we draw is translucent.
fn opaque(colour: BackendColor) -> Option<u32> {
    let (red, green, blue) = colour.rgb;
    (colour.alpha > 0.0).then(|| u32::from_be_bytes([0, red, green, blue]))
}

/// A colour in the shortest notation.
fn hex(colour: u32) -> String {
    let long = format!("{colour:06x}");
    let twice = |pair: &[u8]| pair[0] == pair[1];
    if long.as_bytes().chunks(2).all(twice) {
        format!("#{}{}{}", &long[..1], &long[2..3], &long[4..5])
    } else {
        format!("#{long}")
    }
}

/// From point to point, the first absolute and the others relative.
fn through(points: &[BackendCoord]) -> String {
    let mut path = String::new();
    if let Some((x, y)) = points.first() {
        path = format!("M{x},{y}");
    }
    for ends in points.windows(2) {
        let (across, down) = (ends[1].0 - ends[0].0, ends[1].1 - ends[0].1);
        path += &match (across, down) {
            (0, 0) => String::new(),
            (_, 0) => format!("h{across}"),
            (0, _) => format!("v{down}"),
            (_, ..0) => format!("l{across}{down}"),
            _ => format!("l{across},{down}"),
        };
    }
    path
}

/// Twice the area within corners; negative if they go round anticlockwise.
fn doubled_area(corners: &[BackendCoord]) -> i64 {
    let wide = |(x, y): BackendCoord| (i64::from(x), i64::from(y));
    let next = corners.iter().cycle().skip(1);
    let crossed = corners.iter().zip(next).map(|(one, other)| {
        let ((x, y), (to_x, to_y)) = (wide(*one), wide(*other));
        x * to_y - to_x * y
    });
    crossed.sum()
}

impl<'t> Vector<'t> {
    /// A drawing of this size that is written to `to`.
    pub(super) fn new(to: &'t mut String, size: (u32, u32)) -> Self {
        Self {
            to,
            size,
            layers: Vec::new(),
            texts: Vec::new(),
        }
    }

    pub(super) fn size(&self) -> (u32, u32) {
        self.size
    }

    /// Adds a shape to those that look the same, unless something drawn since is below it.
    fn add(&mut self, look: Look, bounds: Bounds, path: &str) {
        let covers = |layer: &Layer| layer.bounds.iter().any(|other| other.overlaps(&bounds));
        let below = self.layers.iter().rposition(covers);
        let alike = self.layers.iter().rposition(|layer| layer.look == look);
        match alike.filter(|alike| below.is_none_or(|below| below <= *alike)) {
            Some(alike) => {
                let layer = &mut self.layers[alike];
                layer.path.push_str(path);
                layer.bounds.push(bounds);
            }
            None => self.layers.push(Layer {
                look,
                path: path.to_owned(),
                bounds: vec![bounds],
            }),
        }
    }

    pub(super) fn rectangle(&mut self, (left, top): BackendCoord, (right, bottom): BackendCoord, colour: BackendColor) {
        self.polygon(&[(left, top), (right, top), (right, bottom), (left, bottom)], colour);
    }

    /// A filled shape. All go round clockwise, so that where they overlap there is no hole.
    pub(super) fn polygon(&mut self, corners: &[BackendCoord], colour: BackendColor) {
        let Some(colour) = opaque(colour) else { return };
        let mut corners = corners.to_vec();
        if doubled_area(&corners) < 0 {
            corners.reverse();
        }
        let path = through(&corners) + "z";
        self.add(Look::Filled { colour }, Bounds::around(&corners, 0), &path);
    }

    pub(super) fn line<S: BackendStyle>(&mut self, points: &[BackendCoord], style: &S) {
        let Some(colour) = opaque(style.color()) else { return };
        let width = style.stroke_width();
        let bounds = Bounds::around(points, width.cast_signed());
        self.add(Look::Line { colour, width }, bounds, &through(points));
    }

    pub(super) fn circle(&mut self, (x, y): BackendCoord, radius: u32, colour: BackendColor) {
        let Some(colour) = opaque(colour) else { return };
        let reach = radius.cast_signed();
        let path = format!(
            "M{},{y}a{radius},{radius} 0 1 1 {across},0a{radius},{radius} 0 1 1-{across},0",
            x - reach,
            across = 2 * radius
        );
        self.add(Look::Filled { colour }, Bounds::around(&[(x, y)], reach), &path);
    }

    /// A text at a position. Texts are above all shapes.
    pub(super) fn text(&mut self, text: &str, lettering: &Lettering, (x, top): BackendCoord) {
        let Some(colour) = opaque(lettering.colour) else { return };
        let weight = match lettering.weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"bold\"",
        };
        let anchor = match lettering.anchor.h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let (size, colour) = (lettering.size, hex(colour));
        let look = format!("font-size=\"{size}\" fill=\"{colour}\"{weight}{anchor}");
        let text = format!(
            "<text x=\"{x}\" y=\"{}\">{}</text>\n",
            top + lettering.baseline(),
            escaped(text)
        );
        match self.texts.iter_mut().find(|(known, _)| *known == look) {
            Some((_, texts)) => texts.push_str(&text),
            None => self.texts.push((look, text)),
        }
    }

    /// Writes all shapes, and all texts above them.
    pub(super) fn write(&mut self) -> Drawn {
        for Layer { look, path, .. } in self.layers.drain(..) {
            written(match look {
                Look::Filled { colour } => writeln!(self.to, "<path fill=\"{}\" d=\"{path}\"/>", hex(colour)),
                Look::Line { colour, width } => writeln!(
                    self.to,
                    "<path fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" d=\"{path}\"/>",
                    hex(colour)
                ),
            })?;
        }
        for (look, texts) in self.texts.drain(..) {
            written(writeln!(self.to, "<g {look}>\n{texts}</g>"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLUE: BackendColor = BackendColor {
        alpha: 1.0,
        rgb: (0, 0, 255),
    };
    const GREY: BackendColor = BackendColor {
        alpha: 1.0,
        rgb: (0x12, 0x12, 0x12),
    };

    fn drawn(draw: impl Fn(&mut Vector)) -> String {
        let mut svg = String::new();
        let mut vector = Vector::new(&mut svg, (100, 100));
        draw(&mut vector);
        vector.write().unwrap();
        svg
    }

    #[test]
    fn shapes_that_look_the_same_are_one_path_in_few_bytes() {
        let svg = drawn(|vector| {
            vector.rectangle((0, 0), (10, 5), BLUE);
            vector.circle((50, 50), 4, BLUE);
            // Anticlockwise: turned round.
            vector.polygon(&[(20, 0), (23, 6), (26, 0)], BLUE);
            vector.line(&[(0, 90), (10, 90), (10, 80), (13, 84), (16, 80)], &GREY);
            vector.line(&[(0, 95), (10, 95)], &GREY);
        });
        assert_eq!(
            svg,
            "<path fill=\"#00f\" d=\"M0,0h10v5h-10zM46,50a4,4 0 1 1 8,0a4,4 0 1 1-8,0M26,0l-3,6l-3-6z\"/>\n\
             <path fill=\"none\" stroke=\"#121212\" stroke-width=\"1\" d=\"M0,90h10v-10l3,4l3-4M0,95h10\"/>\n"
        );
    }

    #[test]
    fn what_covers_something_stays_above_it() {
        let svg = drawn(|vector| {
            vector.rectangle((0, 0), (10, 10), BLUE);
            vector.rectangle((2, 2), (8, 8), GREY);
            // The first covers the grey one, the second nothing.
            vector.rectangle((4, 4), (6, 6), BLUE);
            vector.rectangle((30, 30), (40, 40), GREY);
        });
        let [back, middle, front] = ["M0,0h10v10h-10z", "M2,2h6v6h-6zM30,30h10v10h-10z", "M4,4h2v2h-2z"];
        assert_eq!(
            svg,
            format!(
                "<path fill=\"#00f\" d=\"{back}\"/>\n<path fill=\"#121212\" d=\"{middle}\"/>\n<path fill=\"#00f\" d=\"{front}\"/>\n"
            )
        );
    }

    #[test]
    fn what_cannot_be_seen_is_not_drawn() {
        let nothing = BackendColor { alpha: 0.0, ..BLUE };
        assert_eq!(drawn(|vector| vector.rectangle((0, 0), (9, 9), nothing)), "");
    }
}
