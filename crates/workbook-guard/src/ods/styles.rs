//! Takes the styles of an ods file, element by element; returns how cells and stretches of text look.

use std::collections::BTreeMap;

use crate::looks::{Look, Shown, Struck};
use crate::xml::Element;
use crate::{Bound, Refusal};

/// The styles read so far.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The number of styles read.
    count: usize,
    /// Number formats that show a number as another number or as no number.
    numbers: BTreeMap<String, Shown>,
    /// Cell styles, except those that look as usual.
    cells: BTreeMap<String, Look>,
    /// Text styles that strike text out, or explicitly do not.
    texts: BTreeMap<String, bool>,
    /// The open number format, and whether it shows digits.
    number: Option<(String, bool)>,
    /// The open style.
    style: Option<Style>,
}

#[derive(Debug)]
struct Style {
    name: String,
    of_text: bool,
    number: Shown,
}

impl Styles {
    /// An element opens outside any table.
    pub(super) fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        match element.name() {
            "number:number-style" | "number:currency-style" => {
                self.close_number();
                Bound::Styles.add(&mut self.count, 1)?;
                let name = element.attribute("style:name")?;
                self.number = name.map(|name| (name.into_owned(), false));
            }
            "number:number" => {
                let factor = element.attribute("number:display-factor")?;
                if let Some((name, digits)) = &mut self.number {
                    *digits = true;
                    if factor.is_some_and(|factor| factor.trim().parse() != Ok(1.0)) {
                        self.numbers.insert(name.clone(), Shown::Otherwise);
                    }
                }
            }
            // A format with a condition shows other numbers by another format.
            "number:scientific-number" | "number:fraction" | "number:text-content" | "style:map" => {
                if let Some((_, digits)) = &mut self.number {
                    *digits = true;
                }
            }
            "style:style" => {
                self.close_number();
                Bound::Styles.add(&mut self.count, 1)?;
                self.style(element)?;
            }
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

    fn close_number(&mut self) {
        if let Some((name, false)) = self.number.take() {
            self.numbers.insert(name, Shown::Otherwise);
        }
    }

    fn style(&mut self, element: &Element) -> Result<(), Refusal> {
        let [name, family, format] = element.values(["style:name", "style:family", "style:data-style-name"])?;
        let of_text = family.as_deref() == Some("text");
        let number = format.and_then(|format| self.numbers.get(&*format).copied());
        let number = number.unwrap_or_default();
        self.style = name
            .filter(|_| of_text || family.as_deref() == Some("table-cell"))
            .map(|name| Style {
                name: name.into_owned(),
                of_text,
                number,
            });
        if let Some(Style { name, number, .. }) = &self.style
            && *number != Shown::Plain
        {
            let look = Look {
                number: *number,
                struck: Struck::No,
            };
            self.cells.insert(name.clone(), look);
        }
        Ok(())
    }

    fn strike(&mut self, strikes: bool) {
        match &self.style {
            Some(Style {
                name, of_text: true, ..
            }) => drop(self.texts.insert(name.clone(), strikes)),
            Some(Style { name, number, .. }) if strikes => {
                let look = Look {
                    number: *number,
                    struck: Struck::Wholly,
                };
                self.cells.insert(name.clone(), look);
            }
            _ => {}
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
