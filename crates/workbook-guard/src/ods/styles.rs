//! Takes the styles of an ods file, element by element; returns how cells and stretches of text look.

use std::collections::BTreeMap;

use crate::looks::{Look, Rounding, Shown, Struck};
use crate::xml::{Element, Visitor};
use crate::{Bound, Refusal};

/// The styles read so far: those of `styles.xml`, then those of `content.xml`, which may have the same names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The number of styles read.
    count: usize,
    /// Number formats, except those that show every value as itself.
    numbers: BTreeMap<String, Look>,
    /// Cell styles, except those that look as usual.
    cells: BTreeMap<String, Look>,
    /// Text styles that strike text out, or explicitly do not.
    texts: BTreeMap<String, bool>,
    number: Option<NumberFormat>,
    style: Option<Style>,
}

/// The open number format.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct NumberFormat {
    name: String,
    /// Whether it has room for a number, and for a text.
    digits: bool,
    text: bool,
    percentage: bool,
    scaled: bool,
    rounding: Rounding,
    /// Whether it has another format for numbers of some size.
    divided: bool,
    /// The format for positive numbers, if that is another one.
    positive: Option<Look>,
}

/// The open style.
#[derive(Debug)]
struct Style {
    name: String,
    of_text: bool,
    look: Look,
}

impl Styles {
    /// An element opens outside any table.
    pub(super) fn element(&mut self, element: &Element) -> Result<(), Refusal> {
        match element.name() {
            // A date, a time or a boolean has a type of its own; a number with such a format is seen as one all the same.
            "number:number-style"
            | "number:currency-style"
            | "number:percentage-style"
            | "number:text-style"
            | "number:date-style"
            | "number:time-style"
            | "number:boolean-style" => {
                self.open_number(element)?;
            }
            "number:number" => {
                let [factor, decimals] = element.values(["number:display-factor", "number:decimal-places"])?;
                if let Some(number) = &mut self.number {
                    number.digits = true;
                    number.rounding = decimals
                        .and_then(|decimals| digits(&decimals))
                        .map_or(Rounding::None, Rounding::Decimals);
                    number.scaled |= factor.is_some_and(|factor| factor.trim().parse() != Ok(1.0));
                }
            }
            "number:scientific-number" => {
                let [decimals, interval, earlier] = element.values([
                    "number:decimal-places",
                    "number:exponent-interval",
                    "loext:exponent-interval",
                ])?;
                if let Some(number) = &mut self.number {
                    number.digits = true;
                    let every = interval.or(earlier).map_or(Some(1), |interval| digits(&interval));
                    let decimals = decimals.and_then(|decimals| digits(&decimals));
                    number.rounding = match (every, decimals) {
                        (Some(every), Some(decimals)) => Rounding::Scientific {
                            every: every.max(1),
                            decimals,
                        },
                        _ => Rounding::None,
                    };
                }
            }
            "number:fraction" => {
                if let Some(number) = &mut self.number {
                    number.digits = true;
                }
            }
            "number:text-content" => {
                if let Some(number) = &mut self.number {
                    (number.digits, number.text) = (true, true);
                }
            }
            "style:map" => self.map(element)?,
            "style:style" => self.open_style(element)?,
            "style:text-properties" => {
                let [style, kind] =
                    element.values(["style:text-line-through-style", "style:text-line-through-type"])?;
                if let Some(said) = style.or(kind) {
                    self.strike(said.trim() != "none");
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open_number(&mut self, element: &Element) -> Result<(), Refusal> {
        self.close_number();
        Bound::Styles.add(&mut self.count, 1)?;
        // Of the others, those of text may hide it.
        let text = element.name() != "number:text-style";
        self.number = element.attribute("style:name")?.map(|name| NumberFormat {
            name: name.into_owned(),
            digits: false,
            text,
            percentage: element.name() == "number:percentage-style",
            scaled: false,
            rounding: Rounding::None,
            divided: false,
            positive: None,
        });
        Ok(())
    }

    /// A format has another one for some of the numbers.
    fn map(&mut self, element: &Element) -> Result<(), Refusal> {
        let [condition, format] = element.values(["style:condition", "style:apply-style-name"])?;
        if let (Some(number), Some(condition), Some(format)) = (&mut self.number, condition, format) {
            let condition = condition.trim();
            // Then how a number is rounded depends on more than its sign.
            number.divided |= !matches!(condition, "value()>0" | "value()>=0" | "value()<0" | "value()<=0");
            if condition.starts_with("value()>") {
                number.positive = Some(self.numbers.get(&*format).copied().unwrap_or_default());
            }
        }
        Ok(())
    }

    fn close_number(&mut self) {
        let Some(number) = self.number.take() else { return };
        let own = match (number.scaled, number.digits) {
            (false, true) if number.percentage => (Shown::Percentage, number.rounding),
            (false, true) => (Shown::Plain, number.rounding),
            _ => (Shown::Otherwise, Rounding::None),
        };
        let (shown, rounding) = number
            .positive
            .map_or(own, |positive| (positive.number, positive.rounding));
        let look = Look {
            number: shown,
            rounding: if number.divided { Rounding::None } else { rounding },
            hides_text: !number.text,
            ..Look::default()
        };
        keep(&mut self.numbers, number.name, look);
    }

    fn open_style(&mut self, element: &Element) -> Result<(), Refusal> {
        self.close_number();
        Bound::Styles.add(&mut self.count, 1)?;
        let [name, family, format, parent] = element.values([
            "style:name",
            "style:family",
            "style:data-style-name",
            "style:parent-style-name",
        ])?;
        let of_text = family.as_deref() == Some("text");
        let known = of_text || family.as_deref() == Some("table-cell");
        self.style = name.filter(|_| known).map(|name| {
            let inherited = parent
                .and_then(|parent| self.cells.get(&*parent).copied())
                .unwrap_or_default();
            let look = match format {
                Some(format) => Look {
                    struck: inherited.struck,
                    ..self.numbers.get(&*format).copied().unwrap_or_default()
                },
                None => inherited,
            };
            Style {
                name: name.into_owned(),
                of_text,
                look,
            }
        });
        match &self.style {
            Some(style) if of_text => drop(self.texts.remove(&style.name)),
            Some(style) => keep(&mut self.cells, style.name.clone(), style.look),
            None => {}
        }
        Ok(())
    }

    fn strike(&mut self, strikes: bool) {
        match &self.style {
            Some(style) if style.of_text => drop(self.texts.insert(style.name.clone(), strikes)),
            Some(style) => {
                let struck = if strikes { Struck::Wholly } else { Struck::No };
                keep(&mut self.cells, style.name.clone(), Look { struck, ..style.look });
            }
            None => {}
        }
    }

    /// How cells with this style look.
    pub(super) fn cell(&self, style: &str) -> Look {
        self.cells.get(style).copied().unwrap_or_default()
    }

    /// Whether this style strikes text out, if it says.
    pub(super) fn strikes(&self, style: &str) -> Option<bool> {
        self.texts.get(style).copied()
    }
}

/// A number of digits, if it is one and not absurd.
fn digits(written: &str) -> Option<u8> {
    written.trim().parse().ok()
}

/// Keeps a look under this name, in the place of an earlier one.
fn keep(looks: &mut BTreeMap<String, Look>, name: String, look: Look) {
    if look.is_usual() {
        looks.remove(&name);
    } else {
        looks.insert(name, look);
    }
}

impl Visitor for Styles {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.element(element)
    }

    fn close(&mut self) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _text: &str) -> Result<(), Refusal> {
        Ok(())
    }
}
