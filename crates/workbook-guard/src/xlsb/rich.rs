//! Takes a text in runs, each with its own formatting; returns the part of it that is not struck out.

use super::stream::{SHORT, holds_its_text, number};
use super::styles::Styles;
use crate::looks::Runs;
use crate::{Damage, Refusal};

/// A rewritten text: its length in characters, then the characters.
pub(super) struct RichText {
    pub(super) text: Vec<u8>,
    pub(super) runs: Runs,
}

/// Reads a text with its flags and runs.
pub(super) fn rich_text(data: &[u8], styles: &Styles) -> Result<RichText, Refusal> {
    let (flags, data) = data.split_first().ok_or(SHORT)?;
    if !holds_its_text(data) {
        return Err(Refusal::Damaged(Damage::PromisedText));
    }
    let (text, rest) = data.split_at(4 + number(data)? as usize * 2);
    let runs = match (flags & 1, rest.split_first_chunk()) {
        (1, Some((count, runs))) => {
            let runs = runs.as_chunks::<4>().0;
            &runs[..runs.len().min(u32::from_le_bytes(*count) as usize)]
        }
        _ => &[],
    };
    let whole = |runs| RichText {
        text: text.to_vec(),
        runs,
    };
    let run = |&[start, start_more, font, font_more]: &[u8; 4]| {
        let font = u16::from_le_bytes([font, font_more]);
        (
            usize::from(u16::from_le_bytes([start, start_more])),
            styles.strikes(font),
        )
    };
    let runs: Vec<(usize, bool)> = runs.iter().map(run).collect();
    if !runs.iter().any(|(_, struck)| *struck) {
        return Ok(whole(if runs.is_empty() {
            Runs::OfTheCell
        } else {
            Runs::OfTheirOwn
        }));
    }
    let characters = text[4..].as_chunks::<2>().0;
    let (mut left, mut struck, mut next) = (Vec::new(), false, 0);
    for (place, character) in characters.iter().enumerate() {
        while let Some((_, strikes)) = runs.get(next).filter(|(start, _)| *start <= place) {
            struck = *strikes;
            next += 1;
        }
        if !struck {
            left.extend_from_slice(character);
        }
    }
    let blank = left.as_chunks::<2>().0.iter().all(|character| *character == [b' ', 0]);
    if blank {
        return Ok(whole(Runs::Struck));
    }
    let length = (left.len() as u32 / 2).to_le_bytes();
    Ok(RichText {
        text: [&length[..], &left].concat(),
        runs: Runs::OfTheirOwn,
    })
}

#[cfg(test)]
mod tests {
    use super::super::stream::{push, text, wide};
    use super::*;

    #[test]
    fn what_is_struck_out_is_left_out_unless_it_is_all() {
        let mut part = Vec::new();
        push(&mut part, 0x2B, &[&[0, 0, 0, 0]]);
        push(&mut part, 0x2B, &[&[0, 0, 8, 0]]);
        let styles = Styles::read(&part).unwrap().0;
        let read = |runs: &[(u16, u16)]| {
            let mut data = vec![u8::from(!runs.is_empty())];
            data.extend(wide("2 4"));
            data.extend((runs.len() as u32).to_le_bytes());
            data.extend(
                runs.iter()
                    .flat_map(|(start, font)| [start.to_le_bytes(), font.to_le_bytes()].concat()),
            );
            let rich = rich_text(&data, &styles).unwrap();
            (text(&rich.text).unwrap().0, rich.runs)
        };
        assert_eq!(read(&[]), ("2 4".to_owned(), Runs::OfTheCell));
        assert_eq!(read(&[(0, 0)]), ("2 4".to_owned(), Runs::OfTheirOwn));
        assert_eq!(read(&[(0, 1), (1, 0)]), (" 4".to_owned(), Runs::OfTheirOwn));
        assert_eq!(read(&[(1, 1)]), ("2".to_owned(), Runs::OfTheirOwn));
        assert_eq!(read(&[(0, 1)]), ("2 4".to_owned(), Runs::Struck));
        assert!(rich_text(&[0, 9, 0, 0, 0, 1, 0], &styles).is_err());
    }
}
