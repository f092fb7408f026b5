//! Small parts, record by record.

use super::super::stream::record;
use super::*;
use crate::looks::{Look, Rounding, Shown, Struck};

fn made(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = Vec::new();
    push(&mut record, kind, &[data]);
    record
}

/// A cell in this column, with what follows its style.
fn cell(kind: u16, column: u32, value: &[u8]) -> Vec<u8> {
    made(kind, &[&column.to_le_bytes()[..], &[0; 4], value].concat())
}

fn sheet(records: &[Vec<u8>]) -> Vec<u8> {
    let row = made(ROW, &[&4u32.to_le_bytes()[..], &[0; 13]].concat());
    [made(CELLS, &[]), row, records.concat(), made(END_OF_CELLS, &[])].concat()
}

/// The cells of a sheet, where so many strings are listed.
fn read(part: &[u8], strings: usize) -> Result<Vec<u8>, Refusal> {
    read_noting(part, strings, &mut Vec::new())
}

fn read_noting(part: &[u8], strings: usize, unreadable: &mut Vec<Unreadable>) -> Result<Vec<u8>, Refusal> {
    let known = Known {
        strings,
        ..Known::default()
    };
    cells(part, &known, &mut Looks::of("S"), unreadable)
}

/// How many strings are in a list, and the list anew.
fn listed(part: &[u8]) -> Result<(usize, Vec<u8>), Refusal> {
    let mut known = Known::default();
    let anew = strings(part, &mut known)?;
    Ok((known.strings, anew))
}

/// The kinds of the records in a part.
fn kinds(part: &[u8]) -> Vec<u16> {
    Records(part).map(|record| record.unwrap().0).collect()
}

#[test]
fn records_stay_within_their_part() {
    for part in [&[0x00, 3, 1, 2][..], &[0x00], &[0x81], &[0x00, 0xff, 0xff, 0xff, 0x7f]] {
        let damaged = Err(Refusal::Damaged(Damage::Records));
        assert_eq!(read(part, 0), damaged, "{part:?}");
    }
    let long = made(0x1234, &[7; 300]);
    assert_eq!(record(&long), Some((0x1234, &[7; 300][..], &[][..])));
}

#[test]
fn only_the_cells_of_a_sheet_are_left() {
    let records = [
        cell(0x01, 0, &[]),
        cell(0x05, 1, &[0; 8]),
        made(0x1000, &[1, 2, 3]),
        cell(LISTED, 2, &1u32.to_le_bytes()),
        cell(FORMULA_ERROR, 3, &[0x55, 9, 9]),
        cell(RICH_TEXT, 4, &[&[1][..], &wide("a"), &[0; 4]].concat()),
    ];
    let part = [made(0x05, &[0; 3]), sheet(&records), made(0x05, &[0; 3])].concat();
    let left = read(&part, 2).unwrap();
    assert_eq!(
        kinds(&left),
        [EXTENT, CELLS, ROW, 0x05, LISTED, ERROR, TEXT, END_OF_CELLS]
    );
    let data = |kind| {
        Records(&left)
            .find_map(|record| record.ok().filter(|record| record.0 == kind))
            .unwrap()
            .1
    };
    assert_eq!(data(ERROR), [3, 0, 0, 0, 0, 0, 0, 0, SOME_ERROR]);
    assert_eq!(text(&data(TEXT)[8..]).unwrap().0, "a");
}

/// A cell right after the one before, with what comes after its style.
fn short_cell(kind: u16, value: &[u8]) -> Vec<u8> {
    made(kind, &[&[0; 4], value].concat())
}

#[test]
fn a_cell_that_says_no_column_is_right_after_the_one_before() {
    let records = [
        short_cell(0x0F, &[1]),
        cell(0x01, 4, &[]),
        short_cell(0x0D, &[9; 4]),
        short_cell(0x0C, &[]),
        short_cell(0x0E, &[0x2A]),
        short_cell(0x10, &[7; 8]),
        short_cell(0x11, &wide("a")),
        short_cell(0x12, &0u32.to_le_bytes()),
        short_cell(0x12, &1u32.to_le_bytes()),
    ];
    let whole = [
        cell(0x04, 0, &[1]),
        cell(0x02, 5, &[9; 4]),
        cell(ERROR, 7, &[0x2A]),
        cell(0x05, 8, &[7; 8]),
        cell(TEXT, 9, &wide("a")),
        cell(LISTED, 10, &0u32.to_le_bytes()),
    ];
    let mut unreadable = Vec::new();
    let left = read_noting(&sheet(&records), 1, &mut unreadable).unwrap();
    assert_eq!(left, read(&sheet(&whole), 1).unwrap());
    // A string that is not in the list.
    assert_eq!(unreadable[0].cell.as_deref(), Some("L5"));
    let beyond = sheet(&[cell(0x05, 16_383, &[0; 8]), short_cell(0x0D, &[0; 4])]);
    assert!(matches!(read(&beyond, 0), Err(Refusal::OffTheGrid { .. })));
}

#[test]
fn a_cell_without_its_string_is_named() {
    let mut unreadable = Vec::new();
    let part = sheet(&[cell(LISTED, 3, &2u32.to_le_bytes())]);
    let left = read_noting(&part, 2, &mut unreadable).unwrap();
    assert_eq!(kinds(&left), [EXTENT, CELLS, ROW, END_OF_CELLS]);
    assert_eq!(
        (unreadable[0].cell.as_deref(), unreadable[0].reason),
        (Some("D5"), Reason::NoSuchString)
    );
}

#[test]
fn cells_lie_on_the_grid() {
    let off = Err(Refusal::OffTheGrid {
        sheet: Some("S".to_owned()),
    });
    for part in [
        sheet(&[cell(LISTED, u32::MAX, &9u32.to_le_bytes())]),
        sheet(&[cell(0x05, 16_384, &[0; 8])]),
        sheet(&[made(ROW, &[0, 0, 16, 0])]),
    ] {
        assert_eq!(read(&part, 0), off);
    }
}

#[test]
fn records_that_are_too_short_are_damaged() {
    for kind in [0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x3E] {
        let part = sheet(&[made(kind, &[0; 8])]);
        assert!(matches!(read(&part, 1), Err(Refusal::Damaged(_))), "{kind}");
    }
    assert!(listed(&made(STRING, &[])).is_err());
    assert!(workbook(&made(SHEET, &[0; 11])).is_err());
}

#[test]
fn strings_and_styles_are_counted_and_not_taken_on_trust() {
    let string = |text: &str| made(STRING, &[&[0][..], &wide(text)].concat());
    let promised = made(STRINGS, &[0xff; 8]);
    let (count, anew) = listed(&[promised, string("a"), made(0x23, &[]), string("b")].concat()).unwrap();
    assert_eq!((count, kinds(&anew)), (2, vec![STRINGS, STRING, STRING]));
    assert_eq!(Records(&anew).next().unwrap().unwrap().1, [2, 0, 0, 0, 2, 0, 0, 0]);
    assert!(listed(&made(STRING, &[0, 2, 0, 0, 0, b'a', 0])).is_err());
}

#[test]
fn merged_cells_and_how_cells_look_are_told() {
    let mut part = Vec::new();
    for (kind, data) in [(0x2B_u16, [0, 0, 0, 0]), (0x2B, [0, 0, 8, 0])] {
        push(&mut part, kind, &[&data]);
    }
    push(&mut part, 0x0269, &[&[4, 0, 0, 0]]);
    for style in [[0; 6], [0, 0, 9, 0, 0, 0], [0, 0, 0, 0, 1, 0], [0, 0, 2, 0, 0, 0]] {
        push(&mut part, 0x2F, &[&style]);
    }
    let known = Known {
        styles: Styles::read(&part).unwrap().0,
        ..Known::default()
    };
    let styled = |column: u32, style: u8| {
        let value = [&column.to_le_bytes()[..], &[style, 0, 0, 0], &[0; 8]].concat();
        made(0x05, &value)
    };
    // Only numbers are rounded.
    let boolean = made(0x04, &[4, 0, 0, 0, 3, 0, 0, 0, 1]);
    let merged: Vec<u8> = [4u32, 6, 3, 3].iter().flat_map(|number| number.to_le_bytes()).collect();
    let part = [
        sheet(&[styled(0, 0), styled(1, 1), styled(2, 2), styled(3, 3), boolean]),
        made(MERGED, &merged),
    ]
    .concat();
    let mut looks = Looks::of("S");
    cells(&part, &known, &mut looks, &mut Vec::new()).unwrap();
    let look = |number, rounding, struck| Look {
        number,
        rounding,
        struck,
        ..Look::default()
    };
    assert_eq!(
        looks.cells,
        [
            (4, 1, look(Shown::Percentage, Rounding::Decimals(0), Struck::No)),
            (4, 2, look(Shown::Plain, Rounding::None, Struck::Wholly)),
            (4, 3, look(Shown::Plain, Rounding::Decimals(2), Struck::No)),
        ]
    );
    let area = looks.merged[0];
    assert_eq!((area.top, area.bottom, area.left, area.right), (4, 6, 3, 3));
    let cut_off = [sheet(&[]), made(MERGED, &merged[..15])].concat();
    assert!(read(&cut_off, 0).is_err());
}

#[test]
fn sheets_are_listed_by_name_and_relation() {
    let listed = made(SHEET, &[&[7; 8][..], &wide("rId5"), &wide("Blad")].concat());
    let Sheets { listed, rest } = workbook(&[made(PROPERTIES, &[3, 9]), listed].concat()).unwrap();
    assert_eq!((listed[0].name.as_str(), listed[0].relation.as_str()), ("Blad", "rId5"));
    let again = workbook(&[&rest[0][..], &listed[0].leading_to("rId1"), &rest[1]].concat()).unwrap();
    assert_eq!(
        (again.listed[0].relation.as_str(), again.listed[0].head),
        ("rId1", [0, 0, 0, 0, 7, 7, 7, 7])
    );
    assert_eq!(rest[0], made(PROPERTIES, &[1, 0, 0, 0]));
}
