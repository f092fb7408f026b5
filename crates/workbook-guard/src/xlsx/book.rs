//! Takes the workbook part of an xlsx package; returns its sheets in order, and the date from which it counts days.

use crate::xml::{Element, Visitor, push_escaped, walk};
use crate::{Bound, Refusal};

/// What the workbook part says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Book {
    /// Whether days are counted from 1904, as on old Macintosh computers.
    pub(crate) from_1904: bool,
    pub(crate) sheets: Vec<Sheet>,
}

/// A sheet as listed in the workbook part.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// The id of the relationship that leads to its part.
    pub(crate) relation: String,
    /// How it is hidden, if at all.
    pub(crate) hidden: Option<&'static str>,
}

/// Reads the part; `None` if it is the main part of something other than a workbook.
pub(crate) fn book(text: &str) -> Result<Option<Book>, Refusal> {
    let mut walked = Walked::default();
    walk(text, &mut walked)?;
    Ok((walked.root == "workbook").then_some(walked.book))
}

/// Writes a workbook part with these sheets: for each, its index in the list and the index of its part.
pub(crate) fn written(book: &Book, listed: &[(usize, usize)]) -> String {
    let mut text = String::from("<workbook>");
    if book.from_1904 {
        text.push_str("<workbookPr date1904=\"1\"/>");
    }
    text.push_str("<sheets>");
    for (index, (sheet, part)) in listed.iter().enumerate() {
        let sheet = &book.sheets[*sheet];
        text.push_str("<sheet name=\"");
        push_escaped(&mut text, &sheet.name);
        text.push_str(&format!("\" sheetId=\"{}\"", index + 1));
        if let Some(state) = sheet.hidden {
            text.push_str(&format!(" state=\"{state}\""));
        }
        text.push_str(&format!(" r:id=\"rId{}\"/>", part + 1));
    }
    text.push_str("</sheets></workbook>");
    text
}

#[derive(Default)]
struct Walked {
    depth: usize,
    root: String,
    in_sheets: bool,
    names: usize,
    book: Book,
}

impl Visitor for Walked {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.depth += 1;
        let name = element.local();
        match (self.depth, name) {
            (1, name) => name.clone_into(&mut self.root),
            (2, "workbookPr") => {
                let epoch = element.attribute("date1904")?;
                self.book.from_1904 = matches!(epoch.as_deref().map(str::trim), Some("1" | "true"));
            }
            (2, "sheets") => self.in_sheets = true,
            (_, "sheet") if self.in_sheets => {
                Bound::Sheets.hold(self.book.sheets.len() + 1)?;
                self.book.sheets.push(Sheet {
                    name: element.attribute("name")?.unwrap_or_default().into_owned(),
                    relation: element.local_attribute("id")?.unwrap_or_default().into_owned(),
                    hidden: match element.attribute("state")?.as_deref() {
                        Some("hidden") => Some("hidden"),
                        Some("veryHidden") => Some("veryHidden"),
                        _ => None,
                    },
                });
            }
            (_, "definedName") => Bound::Names.add(&mut self.names, 1)?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        if self.depth == 2 {
            self.in_sheets = false;
        }
        self.depth -= 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sheets_and_epoch_are_left() {
        let part = "<x:workbook><!-- --><x:workbookPr date1904='true'/><x:sheets>\n\
             <x:sheet name='a &amp; b' sheetId='7' r:id='one'/><x:sheet name='c' state='hidden' q:id='two'/></x:sheets>\
             <definedNames><definedName name='d'>c!A1</definedName></definedNames><extLst><workbookPr/></extLst></x:workbook>";
        let read = book(part).unwrap().unwrap();
        assert_eq!(read.sheets[1].relation, "two");
        assert_eq!(
            written(&read, &[(0, 0), (1, 2)]),
            "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"a &amp; b\" sheetId=\"1\" r:id=\"rId1\"/>\
             <sheet name=\"c\" sheetId=\"2\" state=\"hidden\" r:id=\"rId3\"/></sheets></workbook>"
        );
        assert_eq!(book("<w:document/>").unwrap(), None);
    }

    #[test]
    fn sheets_and_names_are_counted() {
        let sheets = format!("<workbook><sheets>{}</sheets></workbook>", "<sheet/>".repeat(101));
        assert_eq!(book(&sheets), Err(Refusal::TooLarge(Bound::Sheets)));
        let names = format!("<workbook>{}</workbook>", "<definedName/>".repeat(20_001));
        assert_eq!(book(&names), Err(Refusal::TooLarge(Bound::Names)));
    }
}
