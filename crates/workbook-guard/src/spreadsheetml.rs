//! Parts of an xlsx package: counted, held against the grid, and rid of what is not read of them.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::xml::{Element, Visitor, walk};
use super::{Bound, Damage, Refusal, bounds};

/// What a part amounts to.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// How many sheets it names.
    pub(crate) sheets: usize,
    /// Whether a cell of it has a formula.
    pub(crate) formulas: bool,
    /// The part rewritten, where that was needed.
    pub(crate) rewritten: Option<String>,
}

/// Walks one part.
pub(crate) fn look_at(text: &str) -> Result<Seen, Refusal> {
    let mut part = Part {
        longest: text.len(),
        ..Part::default()
    };
    if let Some((frame, strings)) = without_simple_strings(text) {
        Bound::Strings.add(&mut part.strings, strings)?;
        walk(&frame, &mut part)?;
    } else {
        walk(text, &mut part)?;
    }
    Ok(Seen {
        sheets: part.sheets,
        formulas: part.formulas,
        rewritten: (!part.edits.is_empty()).then(|| apply(text, &part.edits)),
    })
}

/// A list of strings without its strings, and how many those are, where each is a text and no more: one
/// pass less over what is often the largest part.
fn without_simple_strings(text: &str) -> Option<(String, usize)> {
    let (head, mut rest) = text.split_at(memmem::find(text.as_bytes(), b"<si>")?);
    let mut strings = 0;
    while let Some(after) = past_simple_string(rest) {
        strings += 1;
        rest = after;
    }
    (rest.trim_end() == CLOSE).then(|| (format!("{head}{CLOSE}"), strings))
}

fn past_simple_string(text: &str) -> Option<&str> {
    let text = text.strip_prefix("<si><t")?;
    let text = text.strip_prefix(" xml:space=\"preserve\"").unwrap_or(text);
    let text = text.strip_prefix('>')?;
    text[memchr(b'<', text.as_bytes())?..].strip_prefix("</t></si>")
}

const CLOSE: &str = "</sst>";

/// The error values that the parser knows; newer ones, as `#SPILL!`, make it give up.
const KNOWN_ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
const SOME_ERROR: &str = "<v>#N/A</v>";

/// Whether a child of a part's root is read. The parser would make something of the others too.
fn is_read(root: &str, child: &str) -> bool {
    match root {
        "workbook" => matches!(child, "workbookPr" | "sheets"),
        "styleSheet" => matches!(child, "numFmts" | "cellXfs"),
        "worksheet" => child == "sheetData",
        _ => true,
    }
}

#[derive(Default)]
struct Part {
    longest: usize,
    sheets: usize,
    formulas: bool,
    strings: usize,
    styles: usize,
    names: usize,
    /// How many elements are open.
    depth: usize,
    root: String,
    /// Where a child of the root begins that is open and not read.
    unread: Option<usize>,
    /// Depth and type of the cell that is open.
    cell: Option<(usize, bool)>,
    /// Place and name of the child of a cell that is open.
    child: Option<(usize, Child)>,
    value: String,
    edits: Vec<(Range<usize>, &'static str)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Child {
    Value,
    Known,
    Unknown,
}

impl Visitor for Part {
    fn open(&mut self, element: &Element, start: usize) -> Result<(), Refusal> {
        self.depth += 1;
        let name = element.local();
        if self.depth == 1 {
            name.clone_into(&mut self.root);
        } else if self.depth == 2 && !is_read(&self.root, name) {
            self.unread = Some(start);
        }
        if let Some((depth, _)) = self.cell {
            if self.depth == depth + 1 {
                let child = match name {
                    "v" => Child::Value,
                    "f" | "is" => Child::Known,
                    _ => Child::Unknown,
                };
                self.formulas |= name == "f";
                self.value.clear();
                self.child = Some((start, child));
            }
            // Deeper elements would be taken for cells of their own.
            if name == "c" || name == "row" {
                return Err(Refusal::Damaged(Damage::NestedCell));
            }
            return Ok(());
        }
        match name {
            "sst" => self.promised_strings(element)?,
            "si" => Bound::Strings.add(&mut self.strings, 1)?,
            "xf" => Bound::Styles.add(&mut self.styles, 1)?,
            "sheet" => Bound::Sheets.add(&mut self.sheets, 1)?,
            "definedName" => Bound::Names.add(&mut self.names, 1)?,
            "row" => on_grid(element.attribute("r")?.as_deref(), false)?,
            "c" => {
                on_grid(element.attribute("r")?.as_deref(), true)?;
                let error = element.attribute("t")?.as_deref() == Some("e");
                self.cell = Some((self.depth, error));
            }
            _ => {}
        }
        if self.root == "styleSheet" && self.depth > 1 {
            Bound::StyleTag.hold(element.length())?;
        }
        Ok(())
    }

    fn close(&mut self, end: usize) -> Result<(), Refusal> {
        if let Some((depth, error)) = self.cell {
            if self.depth == depth + 1 {
                if let Some((start, child)) = self.child.take() {
                    let strange_error = error && child == Child::Value && !KNOWN_ERRORS.contains(&self.value.as_str());
                    if strange_error {
                        self.edits.push((start..end, SOME_ERROR));
                    } else if child == Child::Unknown {
                        self.edits.push((start..end, ""));
                    }
                }
            } else if self.depth == depth {
                self.cell = None;
            }
        }
        if self.depth == 2
            && let Some(start) = self.unread.take()
        {
            // What was mended within it goes with it.
            while self.edits.pop_if(|(place, _)| place.start >= start).is_some() {}
            self.edits.push((start..end, ""));
        }
        self.depth -= 1;
        Ok(())
    }

    fn text(&mut self, text: &str, _start: usize) -> Result<(), Refusal> {
        if let (Some((_, true)), Some((_, Child::Value))) = (self.cell, self.child) {
            self.value.push_str(text);
        }
        Ok(())
    }
}

impl Part {
    /// The parser makes room for as many strings as are promised.
    fn promised_strings(&self, element: &Element) -> Result<(), Refusal> {
        const SHORTEST: usize = "<si/>".len();
        let Some(promised) = element.attribute("uniqueCount")? else {
            return Ok(());
        };
        // What is no number promises nothing.
        let Ok(promised) = promised.parse::<usize>() else {
            return Ok(());
        };
        Bound::Strings.hold(promised)?;
        if promised > self.longest / SHORTEST {
            return Err(Refusal::Damaged(Damage::PromisedStrings));
        }
        Ok(())
    }
}

/// Whether a reference such as `D12`, or the number of a row, lies on the grid.
fn on_grid(reference: Option<&str>, cell: bool) -> Result<(), Refusal> {
    let Some(reference) = reference else {
        return Ok(());
    };
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at(letters);
    let column = letters.bytes().take(4).fold(0u32, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: Option<u32> = Some(digits)
        .filter(|digits| digits.len() <= 9 && digits.bytes().all(|digit| digit.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok());
    let fits = letters.len() <= 3
        && column <= bounds::GRID.1
        && letters.is_empty() != cell
        && row.is_some_and(|row| (1..=bounds::GRID.0).contains(&row));
    if fits {
        Ok(())
    } else {
        Err(Refusal::OffTheGrid { sheet: None })
    }
}

fn apply(text: &str, edits: &[(Range<usize>, &str)]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut from = 0;
    for (range, replacement) in edits {
        edited.push_str(&text[from..range.start]);
        edited.push_str(replacement);
        from = range.end;
    }
    edited.push_str(&text[from..]);
    edited
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: &str) -> Result<Seen, Refusal> {
        look_at(&format!(
            "<worksheet><sheetData><row r='1'>{cells}</row></sheetData></worksheet>"
        ))
    }

    #[test]
    fn new_error_values_and_extensions_do_not_stop_the_sheet() {
        let seen = sheet("<c r='A1' t='e'><v>#SPILL!</v></c><c r='B1'><v>3</v><extLst><ext><v/></ext></extLst></c>");
        assert_eq!(
            seen.unwrap().rewritten.unwrap(),
            "<worksheet><sheetData><row r='1'><c r='A1' t='e'><v>#N/A</v></c><c r='B1'><v>3</v></c></row></sheetData></worksheet>"
        );
        assert!(
            sheet("<c r='A1' t='e'><v>#DIV/0!</v></c><c r='B1' t='inlineStr'><is><t>x</t></is></c>")
                .unwrap()
                .rewritten
                .is_none()
        );
    }

    #[test]
    fn what_is_not_read_is_left_out() {
        for (part, left) in [
            (
                "<x:styleSheet><x:fonts><x:font/></x:fonts><x:numFmts/><cellStyleXfs/><cellXfs><xf/></cellXfs></x:styleSheet>",
                "<x:styleSheet><x:numFmts/><cellXfs><xf/></cellXfs></x:styleSheet>",
            ),
            (
                "<workbook><workbookPr date1904='1'/><sheets><sheet name='a'/></sheets><definedNames><definedName/></definedNames></workbook>",
                "<workbook><workbookPr date1904='1'/><sheets><sheet name='a'/></sheets></workbook>",
            ),
            // With what was mended in it.
            (
                "<worksheet><dimension ref='A1'/><sheetData/><a><c><extLst/></c><c><extLst/></c></a></worksheet>",
                "<worksheet><sheetData/></worksheet>",
            ),
        ] {
            assert_eq!(look_at(part).unwrap().rewritten.unwrap(), left);
        }
    }

    #[test]
    fn references_stay_on_the_grid() {
        assert!(sheet("<c r='XFD1048576'/><c/>").is_ok());
        for reference in [
            "XFE1",
            "A1048577",
            "A0",
            "AAAAAAA1",
            "A99999999999",
            "1",
            "A",
            "A1B",
            "",
        ] {
            assert!(
                matches!(sheet(&format!("<c r='{reference}'/>")), Err(Refusal::OffTheGrid { .. })),
                "{reference}"
            );
        }
    }

    #[test]
    fn strings_are_not_promised_beyond_the_part() {
        assert!(look_at("<sst uniqueCount='2'><si/><si/></sst>").is_ok());
        assert!(matches!(
            look_at("<sst uniqueCount='1000000000'/>"),
            Err(Refusal::TooLarge(_))
        ));
        assert!(matches!(look_at("<sst uniqueCount='1000'/>"), Err(Refusal::Damaged(_))));
    }

    #[test]
    fn simple_strings_count_like_any() {
        let simple = "<?xml version='1.0'?><sst uniqueCount='2'><si><t>a &lt; b</t></si><si><t xml:space=\"preserve\"> c </t></si></sst>\n";
        assert_eq!(without_simple_strings(simple).unwrap().1, 2);
        assert!(look_at(simple).is_ok());
        let rich = "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>";
        assert!(without_simple_strings(rich).is_none());
        assert!(look_at(rich).is_ok());
        let many = format!("<sst>{}</sst>", "<si><t></t></si>".repeat(200_001));
        assert!(matches!(look_at(&many), Err(Refusal::TooLarge(_))));
        for damaged in [
            "<sst><si><t>a</t></si>",
            "<sst><si><t>a</si></t></sst>",
            "<a><si><t>a</t></si></sst>",
        ] {
            assert!(matches!(look_at(damaged), Err(Refusal::Damaged(_))), "{damaged}");
        }
    }

    #[test]
    fn what_is_not_closed_or_not_utf_8_is_damaged() {
        for part in [
            "<worksheet><sheetData>",
            "<a></b>",
            "<?xml version='1.0' encoding='utf-16'?><a/>",
            "<a b='",
        ] {
            assert!(matches!(look_at(part), Err(Refusal::Damaged(_))), "{part}");
        }
    }
}
