//! Takes the list of shared strings of an xls file; returns how long each of them is.

use super::Record;
use crate::Bound;

/// Upper bounds of the lengths of the shared strings, in bytes, as the parser reads them.
pub(super) fn lengths(stream: &[u8], record: &Record) -> Option<Vec<usize>> {
    let mut list = List {
        data: stream.get(record.start + 8..record.end)?,
        rest: record
            .continued
            .iter()
            .map(|&(start, end)| &stream[start..end])
            .collect(),
    };
    list.rest.reverse();
    let mut lengths = Vec::new();
    while !list.data.is_empty() || list.next() {
        if lengths.len() >= Bound::Strings.most() {
            return None;
        }
        if list.data.is_empty() {
            lengths.push(0);
            continue;
        }
        lengths.push(list.text()?);
    }
    Some(lengths)
}

/// The list of strings, spread over a record and those that continue it.
struct List<'s> {
    data: &'s [u8],
    /// In reverse order.
    rest: Vec<&'s [u8]>,
}

impl List<'_> {
    fn next(&mut self) -> bool {
        match self.rest.pop() {
            Some(next) => {
                self.data = next;
                true
            }
            None => false,
        }
    }

    fn take(&mut self, length: usize) -> Option<&[u8]> {
        let (taken, rest) = self.data.split_at_checked(length)?;
        self.data = rest;
        Some(taken)
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            if self.data.is_empty() && !self.next() {
                return None;
            }
            let taken = length.min(self.data.len());
            self.data = &self.data[taken..];
            length -= taken;
        }
        Some(())
    }

    /// Skips one string and returns an upper bound of its length in bytes.
    fn text(&mut self) -> Option<usize> {
        let head = self.take(3)?;
        let characters = usize::from(u16::from_le_bytes([head[0], head[1]]));
        let flags = head[2];
        let mut wide = flags & 1 != 0;
        let mut after = 0;
        if flags & 8 != 0 {
            let runs = self.take(2)?;
            after += 4 * usize::from(u16::from_le_bytes([runs[0], runs[1]]));
        }
        if flags & 4 != 0 {
            after += u32::from_le_bytes(*self.take(4)?.first_chunk()?) as usize;
        }
        let mut left = characters;
        loop {
            let size = if wide { 2 } else { 1 };
            let here = left.min(self.data.len() / size);
            self.data = &self.data[here * size..];
            left -= here;
            if left == 0 {
                break;
            }
            if !self.next() {
                return None;
            }
            wide = self.take(1)?[0] & 1 != 0;
        }
        self.skip(after)?;
        Some(characters * 3)
    }
}
