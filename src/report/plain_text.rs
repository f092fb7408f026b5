//! Appends lines, headings and wrapped paragraphs to a plain text of 80 columns.

/// The maximum width of a line.
const WIDTH: usize = 80;

/// Appends a line, without trailing spaces.
pub(super) fn line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

/// Appends a wrapped paragraph; lines after the first are indented by the length of `start`.
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

/// Appends a heading, after an empty line.
pub(super) fn heading(text: &mut String, words: &str) {
    text.push('\n');
    line(text, words);
}

/// Appends an underlined title.
pub(super) fn title(text: &mut String, words: &str) {
    line(text, words);
    line(text, &"=".repeat(words.chars().count().min(WIDTH)));
}
