//! Wraps a text into lines: between words and, where one is too long for a line, between syllables of Dutch.

/// The least number of letters before and after a hyphen.
const AROUND: usize = 3;

/// Wraps a text into at most `most` lines that fit. What does not fit is replaced by an ellipsis.
pub(super) fn wrapped(text: &str, most: usize, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut word = word.to_owned();
        loop {
            let joined = lines.last().map(|line| format!("{line} {word}"));
            if let Some(joined) = joined.filter(|joined| fits(joined)) {
                let last = lines.len() - 1;
                lines[last] = joined;
                break;
            }
            if fits(&word) {
                lines.push(word);
                break;
            }
            // Beside what is on the line, or else on a line of its own.
            let beside = lines
                .last()
                .and_then(|line| cut(&word, |part| fits(&format!("{line} {part}"))));
            if let Some((part, rest)) = beside {
                let last = lines.len() - 1;
                lines[last] = format!("{} {part}", lines[last]);
                word = rest;
            } else if let Some((part, rest)) = cut(&word, &fits) {
                lines.push(part);
                word = rest;
            } else {
                lines.push(word);
                break;
            }
        }
    }
    let left_out = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter_mut().enumerate() {
        if (left_out && index == last) || !fits(line) {
            while !line.is_empty() && !fits(&format!("{line}…")) {
                line.pop();
            }
            line.push('…');
        }
    }
    lines
}

/// The longest beginning of a word, with a hyphen, that fits, and the rest.
fn cut(word: &str, fits: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let letters: Vec<char> = word.chars().collect();
    let breaks = (AROUND..=letters.len().saturating_sub(AROUND)).rev();
    let mut parts = breaks.filter(|&at| may_break(&letters, at)).map(|at| {
        let (part, rest) = letters.split_at(at);
        let hyphen = if part.ends_with(['-'].as_slice()) { "" } else { "-" };
        (part.iter().collect::<String>() + hyphen, rest.iter().collect())
    });
    parts.find(|(part, _)| fits(part))
}

/// Two consonants that begin a syllable together.
const TOGETHER: [&str; 20] = [
    "ch", "sj", "tj", "th", "ph", "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "kl", "kr", "pl", "pr", "tr",
    "vr",
];

/// Whether a syllable may end before the letter at `at`: before the last consonant ahead of a vowel, or before two that
/// begin a syllable together.
fn may_break(letters: &[char], at: usize) -> bool {
    if letters[at - 1] == '-' {
        return true;
    }
    let letter = |index: usize| letters.get(index).and_then(|letter| letter.to_lowercase().next());
    let is_vowel = |index: usize| {
        let joins = letter(index) == Some('j') && index > 0 && letter(index - 1) == Some('i');
        joins || letter(index).is_some_and(|letter| "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(letter))
    };
    let is_consonant = |index: usize| letter(index).is_some_and(char::is_alphabetic) && !is_vowel(index);
    let are_together = |index: usize| {
        let pair: String = [letter(index), letter(index + 1)].into_iter().flatten().collect();
        TOGETHER.contains(&pair.as_str())
    };
    let has_vowel_before = (0..at).any(is_vowel);
    let begins = if are_together(at) {
        is_vowel(at + 2)
    } else {
        is_consonant(at) && is_vowel(at + 1) && !are_together(at - 1)
    };
    has_vowel_before && begins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
        wrapped(text, most, |line| line.chars().count() <= width)
    }

    #[test]
    fn a_text_is_wrapped_between_words() {
        assert_eq!(wrap("een twee drie", 20, 2), ["een twee drie"]);
        assert_eq!(wrap("een twee drie", 8, 2), ["een twee", "drie"]);
        assert!(wrap("", 8, 2).is_empty());
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_between_syllables() {
        assert_eq!(wrap("2 Vroegsignalering", 12, 3), ["2 Vroegsig-", "nalering"]);
        assert_eq!(wrap("Opvangcapaciteit", 12, 3), ["Opvangcapa-", "citeit"]);
        assert_eq!(
            wrap("Aandachtsfunctionarissen", 11, 3),
            ["Aandachts-", "functiona-", "rissen"]
        );
        // Not within "ch" or "ij".
        assert_eq!(wrap("Praktijken", 8, 3), ["Praktij-", "ken"]);
        assert_eq!(wrap("Richting", 6, 3), ["Rich-", "ting"]);
    }

    #[test]
    fn what_does_not_fit_is_replaced_by_an_ellipsis() {
        assert_eq!(wrap("een twee drie", 4, 2), ["een", "twe…"]);
        assert_eq!(wrap("zzzzzzzzzz", 5, 2), ["zzzz…"]);
    }
}
