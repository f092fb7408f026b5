//! Computes how high a row must be for its texts from the widths of characters, as not all office programs do so
//! themselves.

/// Advance widths in Calibri from space to tilde, in 2048ths of an em. Carlito, its free substitute, has the same.
const WIDTHS: [u16; 95] = [
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038, 1038, 1038,
    1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114, 1092, 1260, 1000, 941, 1292, 1276,
    516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941, 998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628,
    1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714,
    801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020,
];
/// Width of any other character, on the wide side.
const OTHER: u16 = 1100;
/// Pixels per em at 11 points, with some margin for bold text and for programs that render characters a little wider.
const EM: f64 = 11.0 * 96.0 / 72.0 * 1.05;
/// Height of a line, and the maximum height of a row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// Pixels of a cell that are not available for text: its margins and its indent.
const MARGIN: f64 = 14.0;

/// The width in pixels of a column that is this many characters wide, margins included.
pub(crate) fn pixels(characters: f64) -> f64 {
    7.0 * characters + 5.0
}

/// The height in points of a row with these texts, each with the width in pixels of its cell.
pub(crate) fn row_height<'t>(texts: impl IntoIterator<Item = (&'t str, f64)>) -> f64 {
    let lines = texts.into_iter().map(|(text, across)| lines(text, across - MARGIN));
    (LINE * lines.max().unwrap_or(1) as f64).min(HIGHEST)
}

/// The number of lines that a text takes at this width. Lines break between words and after hyphens, and inside a word
/// that is longer than a line.
fn lines(text: &str, room: f64) -> usize {
    text.split('\n')
        .map(|paragraph| lines_of_paragraph(paragraph, room))
        .sum()
}

fn lines_of_paragraph(paragraph: &str, room: f64) -> usize {
    let (mut lines, mut used) = (1, 0.0);
    for word in paragraph.split_inclusive([' ', '-']) {
        // A space at the end of a line takes up no width.
        let long = width(word.trim_end());
        if used + long > room {
            let more = (long / room).ceil().max(1.0) - 1.0;
            lines += usize::from(used > 0.0) + more as usize;
            used = -more * room;
        }
        used += width(word);
    }
    lines
}

fn width(text: &str) -> f64 {
    let units = text.chars().map(|letter| {
        let index = (letter as usize).wrapping_sub(usize::from(b' '));
        f64::from(WIDTHS.get(index).copied().unwrap_or(OTHER))
    });
    units.sum::<f64>() / 2048.0 * EM
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_characters_take_less_space_than_wide_ones() {
        // Ten times i: 4,700 units, 35.3 pixels; ten times m: 16,360 units, 123 pixels.
        let (narrow, wide) = ("i".repeat(10), "m".repeat(10));
        assert_eq!((lines(&narrow, 40.0), lines(&wide, 40.0)), (1, 4));
        assert_eq!(lines("een\ntwee", 400.0), 2);
        assert_eq!(lines("", 400.0), 1);
    }

    #[test]
    fn words_stay_whole_and_a_row_has_a_maximum_height() {
        // "een" is 23.6 pixels, a space 3.5: two fit 60 pixels, three do not.
        assert_eq!(lines("een een een", 60.0), 2);
        assert_eq!(lines("een-een-een", 60.0), 2);
        assert!((row_height([("een", 60.0), ("een een een", 74.0)]) - 30.0).abs() < 1e-9);
        assert!((row_height([("a ".repeat(2000).as_str(), 30.0)]) - HIGHEST).abs() < 1e-9);
    }
}
