//! Cuts a workbook stream into records, and blanks those that are not read.

use crate::{Damage, Refusal};

pub(super) const BEGIN: u16 = 0x0809;
pub(super) const END: u16 = 0x000A;
pub(super) const PASSWORD: u16 = 0x002F;
pub(super) const CONTINUE: u16 = 0x003C;
pub(super) const SHEET: u16 = 0x0085;
pub(super) const STYLE: u16 = 0x00E0;
pub(super) const FONT: u16 = 0x0031;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const MERGED: u16 = 0x00E5;
pub(super) const STRINGS: u16 = 0x00FC;
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const SEVERAL_NUMBERS: u16 = 0x00BD;
pub(super) const FORMULA_TEXT: u16 = 0x0207;
pub(super) const SHARED_TEXT: u16 = 0x00FD;
pub(super) const TEXT: u16 = 0x0204;
pub(super) const RICH_TEXT: u16 = 0x00D6;
/// Number, boolean, short number.
pub(super) const PLAIN: [u16; 3] = [0x0203, 0x0205, 0x027E];
/// Those of them with a number.
pub(super) const NUMBERS: [u16; 2] = [0x0203, 0x027E];
/// Code page, epoch, number format.
const SETTINGS: [u16; 3] = [0x0042, 0x0022, FORMAT];
/// A kind of record that the parser skips.
const VOID: u16 = 0x0001;
/// More than the largest permitted file needs for its list of strings.
const MOST_CONTINUED: usize = 10_000;

/// A record: its kind, the range of its data, and the ranges of the records that continue it.
pub(super) struct Record {
    pub(super) kind: u16,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) continued: Vec<(usize, usize)>,
}

/// The records of a stream. Cuts off whatever follows the last complete one.
pub(super) fn cut(stream: &mut Vec<u8>) -> Result<Vec<Record>, Refusal> {
    let mut records: Vec<Record> = Vec::new();
    let mut at = 0;
    while let Some(&[kind, more, length, and_more]) = stream.get(at..).and_then(|rest| rest.first_chunk()) {
        let kind = u16::from_le_bytes([kind, more]);
        let (start, end) = (at + 4, at + 4 + usize::from(u16::from_le_bytes([length, and_more])));
        if end > stream.len() || (kind == 0 && start == end) {
            break;
        }
        at = end;
        match records.last_mut() {
            Some(record) if kind == CONTINUE => {
                record.continued.push((start, end));
                if record.continued.len() > MOST_CONTINUED {
                    return Err(Refusal::Damaged(Damage::LongRecord));
                }
            }
            _ => records.push(Record {
                kind,
                start,
                end,
                continued: Vec::new(),
            }),
        }
    }
    stream.truncate(at);
    Ok(records)
}

/// Blanks a record that is not read, and the formula of one that is.
pub(super) fn make_void(stream: &mut [u8], record: &Record) {
    let read = match record.kind {
        BEGIN | END | SHEET | STYLE | STRINGS | FORMULA | SEVERAL_NUMBERS | FORMULA_TEXT | SHARED_TEXT | TEXT
        | RICH_TEXT => true,
        kind => PLAIN.contains(&kind) || SETTINGS.contains(&kind),
    };
    if !read {
        stream[record.start - 4..record.start - 2].copy_from_slice(&VOID.to_le_bytes());
    } else if record.kind == FORMULA && record.end - record.start >= 22 {
        stream[record.start + 20..record.start + 22].fill(0);
    }
}
