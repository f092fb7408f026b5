//! Splits a binary part into records, and writes records and texts in the same format.

use crate::little_endian::u32_at;
use crate::{Damage, Refusal};

pub(super) const SHORT: Refusal = Refusal::Damaged(Damage::ShortRecord);

/// The records of a part: the kind and data of each.
pub(super) struct Records<'p>(pub(super) &'p [u8]);

impl<'p> Iterator for Records<'p> {
    type Item = Result<(u16, &'p [u8]), Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let Some((kind, data, rest)) = record(self.0) else {
            self.0 = &[];
            return Some(Err(Refusal::Damaged(Damage::Records)));
        };
        self.0 = rest;
        Some(Ok((kind, data)))
    }
}

/// The first record: its kind, its data, and the bytes that follow.
pub(super) fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
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

/// Writes a record whose data is given in pieces.
pub(super) fn push(to: &mut Vec<u8>, kind: u16, pieces: &[&[u8]]) {
    if kind < 0x80 {
        to.push(kind as u8);
    } else {
        to.extend([kind as u8 & 0x7F | 0x80, (kind >> 7) as u8]);
    }
    let mut length: usize = pieces.iter().map(|piece| piece.len()).sum();
    while length > 0x7F {
        to.push(length as u8 & 0x7F | 0x80);
        length >>= 7;
    }
    to.push(length as u8);
    for piece in pieces {
        to.extend_from_slice(piece);
    }
}

pub(super) fn number(data: &[u8]) -> Result<u32, Refusal> {
    u32_at(data, 0).ok_or(SHORT)
}

/// Whether data begins with a complete text.
pub(super) fn holds_its_text(data: &[u8]) -> bool {
    number(data).is_ok_and(|characters| (data.len() - 4) as u64 >= u64::from(characters) * 2)
}

/// The text at the start of data, and the bytes after it. A null text is read as empty.
pub(super) fn text(data: &[u8]) -> Result<(String, &[u8]), Refusal> {
    let characters = number(data)?;
    let length = if characters == u32::MAX {
        0
    } else {
        characters as usize * 2
    };
    let (text, rest) = data[4..].split_at_checked(length).ok_or(SHORT)?;
    let units: Vec<u16> = text
        .as_chunks()
        .0
        .iter()
        .map(|unit| u16::from_le_bytes(*unit))
        .collect();
    Ok((String::from_utf16_lossy(&units), rest))
}

pub(super) fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = (units.len() as u32).to_le_bytes().into_iter();
    length.chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}
