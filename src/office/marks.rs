//! Marks the rows of a workbook as we write them, so that rows that people changed or added can be told from ours.
//!
//! A mark is a checksum of what a row shows. It does not depend on where the row is: people may sort, filter and move
//! rows without changing them.

use std::collections::BTreeSet;

use super::{as_shown, fitting};

/// The marks of all rows of a workbook, as it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(BTreeSet<u32>);

/// The number of hexadecimal digits of a mark.
const DIGITS: usize = 8;
/// How many marks fit in a cell.
const IN_A_CELL: usize = 4_000;

impl Marks {
    /// Adds a row with these texts.
    pub(crate) fn add<'t>(&mut self, row: impl IntoIterator<Item = &'t str>) {
        self.0.extend(mark(row));
    }

    /// Whether a row with these texts is one of ours, or blank.
    pub(crate) fn include<'t>(&self, row: impl IntoIterator<Item = &'t str>) -> bool {
        mark(row).is_none_or(|mark| self.0.contains(&mark))
    }

    /// The marks as texts, each short enough for a cell.
    pub(crate) fn to_texts(&self) -> Vec<String> {
        let marks: Vec<u32> = self.0.iter().copied().collect();
        let text = |marks: &[u32]| {
            marks
                .iter()
                .fold(String::new(), |text, mark| text + &format!("{mark:08x}"))
        };
        marks.chunks(IN_A_CELL).map(text).collect()
    }

    /// The marks in these texts. What is not a mark is ignored.
    pub(crate) fn from_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let chunks = texts.into_iter().flat_map(|text| text.as_bytes().chunks(DIGITS));
        let marks = chunks.filter_map(|chunk| u32::from_str_radix(str::from_utf8(chunk).ok()?, 16).ok());
        Self(marks.collect())
    }
}

/// A number as rows are marked with it. Its last digits may change when a program saves it, and the sign of zero too.
pub(crate) fn marked(number: f64) -> String {
    let text = format!("{:.6}", as_shown(number));
    match text.strip_prefix('-') {
        Some("0.000000") => "0.000000".to_owned(),
        _ => text,
    }
}

/// FNV-1a over the words of the texts, whatever the space between them; none for a blank row.
fn mark<'t>(row: impl IntoIterator<Item = &'t str>) -> Option<u32> {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    let mut mark = None;
    for text in row {
        // As much of it as its cell holds.
        let text = fitting(text);
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            continue;
        }
        let bytes = words.flat_map(|word| word.bytes().chain([b' '])).chain([b'|']);
        mark = Some(bytes.fold(mark.unwrap_or(START), step));
    }
    mark.map(|mark| (mark ^ mark >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_known_again_until_something_in_it_changes() {
        let mut marks = Marks::default();
        marks.add(["BES-01", "Is er een plan?", "62.500000"]);
        marks.add(["Samenvatting"]);
        let texts = marks.to_texts();
        let read = Marks::from_texts(texts.iter().map(String::as_str));
        assert_eq!(read, marks);
        assert!(read.include(["BES-01", " Is  er\neen plan?", "62.500000"]));
        assert!(read.include([]) && read.include([" "]));
        for changed in [
            &["BES-01", "Is er een plan?"][..],
            &["BES-01", "Is er een plan?", "62.500000", "Ja"],
            &["BES-01", "Is er geen plan?", "62.500000"],
            &["BES-01 Is er een plan?", "62.500000"],
        ] {
            assert!(!read.include(changed.iter().copied()), "{changed:?}");
        }
    }

    #[test]
    fn a_number_is_marked_as_every_program_saves_it() {
        for (number, text) in [
            (62.5, "62.500000"),
            (-0.0, "0.000000"),
            (-1e-9, "0.000000"),
            (-2.0, "-2.000000"),
            // Halfway between two marks, and one step of the last bit further.
            (7.070_312_5, "7.070312"),
            (7.070_312_500_000_001, "7.070312"),
        ] {
            assert_eq!(marked(number), text);
        }
    }

    #[test]
    fn any_number_of_marks_fits_in_cells() {
        let mut marks = Marks::default();
        for number in 0..9_000 {
            marks.add([number.to_string().as_str()]);
        }
        let texts = marks.to_texts();
        assert_eq!(texts.len(), 3);
        assert!(texts.iter().all(|text| text.len() <= 32_767));
        assert_eq!(Marks::from_texts(texts.iter().map(String::as_str)), marks);
        assert_eq!(Marks::from_texts(["geen merk", "é"]), Marks::default());
    }
}
