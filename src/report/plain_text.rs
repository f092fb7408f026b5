//! Plain text for a terminal of 80 columns: lines, headings and wrapped paragraphs, put at the end of a text.

/// How wide the text runs at most.
const WIDTH: usize = 80;

/// A line, without spaces at its end.
pub(super) fn line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

/// A paragraph, wrapped; lines after the first are indented as far as `start` is long.
pub(super) fn paragraph(text: &mut String, start: &str, words: &str) {
    let indent = " ".repeat(start.chars().count());
    let mut current = start.to_owned();
    let mut fresh = true;
    for word in words.split_whitespace() {
        if !fresh && current.chars().count() + 1 + word.chars().count() > WIDTH {
            line(text, &current);
            current.clone_from(&indent);
            fresh = true;
        }
        if !fresh {
            current.push(' ');
        }
        current.push_str(word);
        fresh = false;
    }
    line(text, &current);
}

/// A heading, after an empty line.
pub(super) fn heading(text: &mut String, words: &str) {
    text.push('\n');
    line(text, words);
}

/// A title, underlined.
pub(super) fn title(text: &mut String, words: &str) {
    line(text, words);
    line(text, &"=".repeat(words.chars().count().min(WIDTH)));
}
