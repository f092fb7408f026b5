//! Binary parts of an xlsb package: record by record, each within its part, and rid of what is not read.

use super::{Bound, Damage, Refusal};

const SHEET: u16 = 0x009C;
const STRING: u16 = 0x0013;
const DEFINED_NAME: u16 = 0x0027;
const EXTERNAL_SHEETS: u16 = 0x016A;
const FORMATS: u16 = 0x0267;
const FORMAT: u16 = 0x002C;
const CELL_STYLES: u16 = 0x0269;
const CELL_STYLE: u16 = 0x002F;

/// What a part amounts to.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// How many sheets it names.
    pub(crate) sheets: usize,
    /// The part without the records that are not read.
    pub(crate) rewritten: Vec<u8>,
}

/// Walks one part, or says that it does not consist of records.
pub(crate) fn look_at(name: &str, part: &[u8]) -> Result<Seen, Refusal> {
    let styles = name.ends_with("styles.bin");
    let mut seen = Seen::default();
    let (mut strings, mut formats, mut in_cell_styles) = (0, 0, false);
    let mut rest = part;
    while !rest.is_empty() {
        let (kind, data, next) = record(rest).ok_or(Refusal::Damaged(Damage::Records))?;
        let whole = &rest[..rest.len() - next.len()];
        rest = next;
        in_cell_styles |= kind == CELL_STYLES;
        match kind {
            SHEET => Bound::Sheets.add(&mut seen.sheets, 1)?,
            STRING => {
                Bound::Strings.add(&mut strings, 1)?;
                // A string longer than its record would be read from the remains of the one before.
                if !holds_its_string(data) {
                    return Err(Refusal::Damaged(Damage::PromisedText));
                }
            }
            FORMAT | CELL_STYLE => {
                Bound::Styles.add(&mut formats, 1)?;
                Bound::StyleTag.hold(data.len())?;
            }
            _ => {}
        }
        let read = if styles {
            // The parser reads on inside records of styles that it does not know.
            matches!(kind, FORMATS | FORMAT | CELL_STYLES) || (kind == CELL_STYLE && in_cell_styles)
        } else {
            !matches!(kind, DEFINED_NAME | EXTERNAL_SHEETS)
        };
        if read {
            seen.rewritten.extend_from_slice(whole);
        }
    }
    Ok(seen)
}

/// The first record: its kind, its data, and what follows.
fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (&first, mut rest) = bytes.split_first()?;
    let mut kind = u16::from(first);
    if first & 0x80 != 0 {
        let (&second, after) = rest.split_first()?;
        kind = u16::from(first & 0x7F) | (u16::from(second & 0x7F) << 7);
        rest = after;
    }
    let mut length = 0;
    for byte in 0..4 {
        let (&part, after) = rest.split_first()?;
        length |= usize::from(part & 0x7F) << (7 * byte);
        rest = after;
        if part & 0x80 == 0 {
            break;
        }
    }
    let (data, rest) = rest.split_at_checked(length)?;
    Some((kind, data, rest))
}

fn holds_its_string(data: &[u8]) -> bool {
    data.get(1..5).is_some_and(|length| {
        let characters = u32::from_le_bytes([length[0], length[1], length[2], length[3]]);
        (data.len() - 5) as u64 >= u64::from(characters) * 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_stay_within_their_part() {
        assert!(look_at("xl/worksheets/sheet1.bin", &[0x00, 2, 1, 2, 0x81, 0x01, 0]).is_ok());
        for part in [&[0x00, 3, 1, 2][..], &[0x00], &[0x81], &[0x00, 0xff, 0xff, 0xff, 0x7f]] {
            assert!(
                matches!(look_at("xl/worksheets/sheet1.bin", part), Err(Refusal::Damaged(_))),
                "{part:?}"
            );
        }
    }

    #[test]
    fn a_string_is_in_its_own_record() {
        assert!(look_at("xl/sharedStrings.bin", &[0x13, 7, 0, 1, 0, 0, 0, b'a', 0]).is_ok());
        assert!(look_at("xl/sharedStrings.bin", &[0x13, 7, 0, 2, 0, 0, 0, b'a', 0]).is_err());
        assert!(look_at("xl/sharedStrings.bin", &[0x13, 0]).is_err());
    }
}
