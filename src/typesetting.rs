//! How high a row must be for its texts: office programs do not all work that out when they open a file.

/// Points of one line of the text we set.
const LINE: f64 = 15.0;
/// The highest a row can be.
const HIGHEST: f64 = 409.0;
/// How many characters of running text fit a column of width one, on the safe side: a width counts
/// digits, and letters are narrower on average.
const CHARACTERS: f64 = 1.2;

/// How many lines a text takes in a column of this width, broken between words.
#[must_use]
pub fn lines(text: &str, width: f64) -> usize {
    let fits = ((width * CHARACTERS) as usize).max(1);
    text.split('\n')
        .map(|paragraph| lines_of_paragraph(paragraph, fits))
        .sum()
}

fn lines_of_paragraph(paragraph: &str, fits: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
        let with_space = if used == 0 { length } else { used + 1 + length };
        if with_space <= fits {
            used = with_space;
            continue;
        }
        if used > 0 {
            lines += 1;
        }
        // A word longer than a line is broken wherever the line ends.
        lines += length.saturating_sub(1) / fits;
        used = (length.saturating_sub(1) % fits) + 1;
    }
    lines
}

/// The height in points of a row with these texts, each with the width of its column.
#[must_use]
pub fn row_height<'t>(texts: impl IntoIterator<Item = (&'t str, f64)>) -> f64 {
    let most = texts
        .into_iter()
        .map(|(text, width)| lines(text, width))
        .max()
        .unwrap_or(1);
    (LINE * most as f64).min(HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_and_line_ends_count() {
        // A width of 9 fits 10 characters (9 × 1.2): "een twee" (8), "drie vier" (9).
        assert_eq!(lines("een twee drie vier", 9.0), 2);
        assert_eq!(lines("een\ntwee", 10.0), 2);
        assert_eq!(lines("", 10.0), 1);
        // 25 letters without a space: 10 + 10 + 5.
        assert_eq!(lines("abcdefghijklmnopqrstuvwxy", 9.0), 3);
    }

    #[test]
    fn a_row_is_as_high_as_its_highest_cell_and_no_higher_than_it_can_be() {
        assert!((row_height([("een", 9.0), ("een twee drie vier", 9.0)]) - 30.0).abs() < 1e-9);
        assert!((row_height([("a ".repeat(2000).as_str(), 4.0)]) - 409.0).abs() < 1e-9);
    }
}
