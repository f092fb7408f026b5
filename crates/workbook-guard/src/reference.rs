//! Cell references: from `D12` to row and column on the grid, and back.

use super::bounds::GRID;
use super::looks::Area;

/// Row and column of a cell, both counted from 0, if it lies on the grid.
pub(crate) fn cell(reference: &str) -> Option<(u32, u32)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at(letters);
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    (column <= GRID.1).then_some((row(digits)?, column - 1))
}

/// The cells from one corner to the other, as in `D12:E14`, if they lie on the grid.
pub(crate) fn area(reference: &str) -> Option<Area> {
    let (from, to) = reference.split_once(':').unwrap_or((reference, reference));
    let ((top, left), (bottom, right)) = (cell(from)?, cell(to)?);
    Some(Area {
        top: top.min(bottom),
        left: left.min(right),
        bottom: top.max(bottom),
        right: left.max(right),
    })
}

/// A row by its number, counted from 0, if it lies on the grid.
pub(crate) fn row(number: &str) -> Option<u32> {
    if number.len() > 9 || !number.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number: u32 = number.parse().ok()?;
    (1..=GRID.0).contains(&number).then(|| number - 1)
}

/// A cell's address in A1 notation. Row and column count from 0.
pub(crate) fn a1(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_survive_a_round_trip() {
        for (reference, place) in [
            ("A1", (0, 0)),
            ("D12", (11, 3)),
            ("Z9", (8, 25)),
            ("AA10", (9, 26)),
            ("XFD1048576", (1_048_575, 16_383)),
        ] {
            assert_eq!(cell(reference), Some(place));
            assert_eq!(a1(place.0, place.1), reference);
        }
        assert!(a1(u32::MAX, u32::MAX).ends_with("4294967296"));
        assert_eq!(cell("d12"), Some((11, 3)));
    }

    #[test]
    fn an_area_lies_between_its_corners() {
        let d12_e14 = Some(Area {
            top: 11,
            left: 3,
            bottom: 13,
            right: 4,
        });
        assert_eq!(area("D12:E14"), d12_e14);
        assert_eq!(area("E14:D12"), d12_e14);
        assert_eq!(area("D12").map(|area| (area.top, area.bottom)), Some((11, 11)));
        assert_eq!((area("D12:"), area("A1:XFE1"), area("")), (None, None, None));
    }

    #[test]
    fn references_stay_on_the_grid() {
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
            assert_eq!(cell(reference), None, "{reference}");
        }
        assert_eq!(
            (row("1"), row("0"), row("1048577"), row("+1")),
            (Some(0), None, None, None)
        );
    }
}
