//! Small streams, each with one thing wrong.

use super::record::CONTINUE;
use super::*;
use crate::looks::{Look, Rounding, Shown, Struck};

fn clean_of(stream: &mut Vec<u8>) -> Result<(), Refusal> {
    clean(stream, &mut Vec::new(), &mut Vec::new())
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn number(row: u16, column: u16) -> Vec<u8> {
    record(
        0x0203,
        &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat(),
    )
}

fn begin() -> Vec<u8> {
    record(BEGIN, &[0, 6, 5, 0, 0, 0, 0, 0])
}

/// A stream with these records of the workbook, and one sheet with these records.
fn stream(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let place = begin().len() + 12 + globals.len() + 4;
    let named = record(SHEET, &[&(place as u32).to_le_bytes()[..], &[0, 0, 1, 0]].concat());
    [
        begin(),
        named,
        globals.to_vec(),
        record(END, &[]),
        begin(),
        sheet.to_vec(),
        record(END, &[]),
    ]
    .concat()
}

fn shared(index: u32) -> Vec<u8> {
    record(SHARED_TEXT, &[&[0; 6][..], &index.to_le_bytes()].concat())
}

#[test]
fn an_honest_stream_keeps_its_cells_and_loses_the_rest() {
    let size = record(0x0200, &[0xff; 14]);
    let mut cleaned = stream(&[], &[size, number(1, 2)].concat());
    let before = cleaned.clone();
    clean_of(&mut cleaned).unwrap();
    let changed: Vec<usize> = (0..before.len()).filter(|&at| before[at] != cleaned[at]).collect();
    assert_eq!(changed.len(), 2, "only the kind of one record");
}

#[test]
fn a_sheet_listed_in_too_few_bytes_is_a_short_record() {
    for length in 0..8 {
        let named = record(SHEET, &[0; 8][..length]);
        let mut stream = [begin(), named, record(END, &[])].concat();
        let short = Err(Refusal::Damaged(Damage::ShortRecord));
        assert_eq!(clean_of(&mut stream), short, "{length}");
    }
}

#[test]
fn cells_far_apart_are_counted_before_they_are_laid_out() {
    let mut far = stream(&[], &[number(0, 0), number(65_535, 255)].concat());
    assert!(matches!(clean_of(&mut far), Err(Refusal::TooLarge(bound)) if bound == Bound::Area));
}

#[test]
fn a_shared_text_counts_as_often_as_it_is_used() {
    let mut list = vec![1, 0, 0, 0, 1, 0, 0, 0, 0x40, 0x1f, 0];
    list.resize(11 + 8000, b'x');
    let strings = record(STRINGS, &list);
    assert!(clean_of(&mut stream(&strings, &shared(0).repeat(100))).is_ok());
    let mut often = stream(&strings, &shared(0).repeat(1000));
    assert!(matches!(clean_of(&mut often), Err(Refusal::TooLarge(bound)) if bound == Bound::Text));
}

#[test]
fn merged_cells_and_how_cells_look_are_known() {
    let globals = [
        record(FONT, &[200, 0, 0, 0]),
        record(FONT, &[200, 0, 8, 0]),
        record(STYLE, &[0, 0, 0, 0]),
        record(STYLE, &[0, 0, 9, 0]),
        record(STYLE, &[1, 0, 0, 0]),
        record(STYLE, &[0, 0, 2, 0]),
        record(
            STRINGS,
            &[
                2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, b'a', 2, 0, 8, 1, 0, b'b', b'c', 1, 0, 1, 0,
            ],
        ),
    ];
    let styled = |kind: u16, column: u8, style: u8, value: &[u8]| {
        record(kind, &[&[0, 0, column, 0, style, 0][..], value].concat())
    };
    let several = record(
        SEVERAL_NUMBERS,
        &[&[1, 0, 0, 0][..], &[0; 6], &[1, 0, 0, 0, 0, 0], &[1, 0]].concat(),
    );
    let cells = [
        styled(0x0203, 0, 1, &[0; 8]),
        styled(SHARED_TEXT, 1, 2, &[0; 4]),
        styled(SHARED_TEXT, 2, 0, &[1, 0, 0, 0]),
        styled(SHARED_TEXT, 3, 0, &[0; 4]),
        styled(0x027E, 4, 3, &[0; 4]),
        // Only numbers are rounded.
        styled(0x0205, 5, 3, &[1, 0]),
        styled(SHARED_TEXT, 6, 3, &[0; 4]),
        several,
        record(MERGED, &[1, 0, 4, 0, 6, 0, 3, 0, 3, 0]),
    ];
    let mut looks = Vec::new();
    let mut stream = stream(&globals.concat(), &cells.concat());
    clean(&mut stream, &mut Vec::new(), &mut looks).unwrap();
    let look = |number, rounding, struck| Look {
        number,
        rounding,
        struck,
        ..Look::default()
    };
    assert_eq!(
        looks[0].cells,
        [
            (0, 0, look(Shown::Percentage, Rounding::Decimals(0), Struck::No)),
            (0, 1, look(Shown::Plain, Rounding::None, Struck::Wholly)),
            (0, 2, look(Shown::Plain, Rounding::None, Struck::Partly)),
            (0, 4, look(Shown::Plain, Rounding::Decimals(2), Struck::No)),
            (1, 1, look(Shown::Percentage, Rounding::Decimals(0), Struck::No)),
        ]
    );
    let area = looks[0].merged[0];
    assert_eq!((area.top, area.bottom, area.left, area.right), (4, 6, 3, 3));
}

#[test]
fn a_shared_text_that_is_not_there_is_named() {
    let strings = record(STRINGS, &[1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, b'a']);
    let cell = [4, 0, 3, 0, 0, 0, 1, 0, 0, 0];
    let mut unreadable = Vec::new();
    let mut stream = stream(&strings, &[shared(0), record(SHARED_TEXT, &cell)].concat());
    clean(&mut stream, &mut unreadable, &mut Vec::new()).unwrap();
    assert_eq!((unreadable.len(), unreadable[0].cell.as_deref()), (1, Some("D5")));
    assert_eq!(sheet_name(&[0, 0, 0, 0, 0, 0, 2, 0, b'a', 0xe9], true), "a\u{e9}");
    assert_eq!(sheet_name(&[0, 0, 0, 0, 0, 0, 1, 1, 0x13, 0x20], true), "\u{2013}");
    assert_eq!(sheet_name(&[0, 0, 0, 0, 0, 0, 2, b'a', b'b'], false), "ab");
}

#[test]
fn a_text_goes_on_in_the_next_record_or_is_refused() {
    let part = record(STRINGS, &[1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, b'a', b'b']);
    let rest = record(CONTINUE, &[1, b'c', 0, b'd', 0]);
    assert!(clean_of(&mut stream(&[part.clone(), rest].concat(), &[])).is_ok());
    assert!(matches!(clean_of(&mut stream(&part, &[])), Err(Refusal::Damaged(_))));
}

#[test]
fn sheets_begin_and_end_in_the_stream() {
    let whole = stream(&[], &number(0, 0));
    let named = begin().len() + 12;
    for cut in named..whole.len() {
        assert!(clean_of(&mut whole[..cut].to_vec()).is_err(), "{cut}");
    }
    let mut elsewhere = whole;
    elsewhere[16] = elsewhere[16].wrapping_add(1);
    assert!(matches!(clean_of(&mut elsewhere), Err(Refusal::Damaged(_))));
    assert!(matches!(
        clean_of(&mut stream(&record(PASSWORD, &[1, 0]), &[])),
        Err(Refusal::Protected)
    ));
}
