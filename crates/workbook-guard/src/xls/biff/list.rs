//! Takes the list of shared strings of an xls file; returns how long each of them is and how it looks.

use super::record::Record;
use crate::Bound;
use crate::looks::Runs;

/// A shared string.
pub(super) struct Text {
    /// An upper bound of its length in bytes, as the parser reads it.
    pub(super) length: usize,
    pub(super) runs: Runs,
}

/// The shared strings. `strikes` says whether the font with this number strikes text out.
pub(super) fn texts(stream: &[u8], record: &Record, strikes: impl Fn(u16) -> bool) -> Option<Vec<Text>> {
    let mut list = List {
        data: stream.get(record.start + 8..record.end)?,
        rest: record
            .continued
            .iter()
            .map(|&(start, end)| &stream[start..end])
            .collect(),
    };
    list.rest.reverse();
    let mut texts = Vec::new();
    while !list.data.is_empty() || list.next() {
        if texts.len() >= Bound::Strings.most() {
            return None;
        }
        texts.push(if list.data.is_empty() {
            Text {
                length: 0,
                runs: Runs::OfTheCell,
            }
        } else {
            list.text(&strikes)?
        });
    }
    Some(texts)
}

/// What the runs of a string say about it. Each run has a start and a font; characters before the first run look as the
/// cell does.
fn runs(characters: usize, runs: &[(u16, u16)], strikes: impl Fn(u16) -> bool) -> Runs {
    let ends = runs
        .iter()
        .skip(1)
        .map(|(start, _)| usize::from(*start))
        .chain([characters]);
    let (mut struck, mut other) = (false, runs.first().is_some_and(|(start, _)| *start > 0));
    for ((start, font), end) in runs.iter().zip(ends) {
        if usize::from(*start) < end.min(characters) {
            struck |= strikes(*font);
            other |= !strikes(*font);
        }
    }
    match (struck, other) {
        (true, false) => Runs::Struck,
        (true, true) => Runs::StruckInPart,
        (false, true) => Runs::OfTheirOwn,
        (false, false) => Runs::OfTheCell,
    }
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

    /// Skips one string.
    fn text(&mut self, strikes: impl Fn(u16) -> bool) -> Option<Text> {
        let head = self.take(3)?;
        let characters = usize::from(u16::from_le_bytes([head[0], head[1]]));
        let flags = head[2];
        let mut wide = flags & 1 != 0;
        let (mut formatted, mut after) = (0, 0);
        if flags & 8 != 0 {
            let runs = self.take(2)?;
            formatted = usize::from(u16::from_le_bytes([runs[0], runs[1]]));
        }
        if flags & 4 != 0 {
            after = u32::from_le_bytes(*self.take(4)?.first_chunk()?) as usize;
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
        let mut looks = Vec::new();
        for _ in 0..formatted {
            if self.data.is_empty() && !self.next() {
                return None;
            }
            let Some(&[start, start_more, font, font_more]) = self.data.first_chunk() else {
                // Split over two records, as no program does.
                self.skip(4)?;
                continue;
            };
            self.skip(4)?;
            looks.push((
                u16::from_le_bytes([start, start_more]),
                u16::from_le_bytes([font, font_more]),
            ));
        }
        self.skip(after)?;
        Some(Text {
            length: characters * 3,
            runs: runs(characters, &looks, strikes),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_say_which_part_of_a_text_is_struck_out() {
        let strikes = |font: u16| font == 7;
        for (given, expected) in [
            (&[][..], Runs::OfTheCell),
            (&[(0, 5)], Runs::OfTheirOwn),
            (&[(0, 7)], Runs::Struck),
            (&[(0, 7), (4, 5)], Runs::StruckInPart),
            (&[(3, 7)], Runs::StruckInPart),
            (&[(0, 7), (10, 5)], Runs::Struck),
        ] {
            assert_eq!(runs(10, given, strikes), expected, "{given:?}");
        }
    }
}
