//! Dutch phrases that all messages use: counts, lists and numbers.

/// The names of the months.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// "1 antwoord", "2 antwoorden".
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A small number as a word, "drie"; a larger one in digits.
#[must_use]
pub fn in_words(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), ToString::to_string)
}

/// "één antwoord", "twee antwoorden".
#[must_use]
pub fn count_in_words(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", in_words(number), if number == 1 { one } else { many })
}

/// "a", "a en b", "a, b en c".
#[must_use]
pub fn all_of<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "en")
}

/// "a", "a of b", "a, b of c".
#[must_use]
pub fn one_of<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "of")
}

fn joined<S: AsRef<str>>(words: &[S], before_last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {before_last} {}", first.join(", "), last.as_ref())
        }
    }
}

/// A text that ends in a punctuation mark.
#[must_use]
pub fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// A text with its first letter in upper case.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A number with a decimal comma and no more digits than needed: "3", "2,5".
#[must_use]
pub fn number(value: f64) -> String {
    format!("{}", rounded(value, 4)).replace('.', ",")
}

/// The same with points between thousands: "52.300". For reading only: nobody should type a number like this.
#[must_use]
pub fn grouped(value: f64) -> String {
    let plain = number(value);
    let (whole, decimals) = plain.split_at(plain.find(',').unwrap_or(plain.len()));
    let (sign, digits) = whole.split_at(whole.len() - whole.trim_start_matches('-').len());
    let mut text = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text + decimals
}

/// A score or other figure as printed: rounded to a whole number, half away from zero.
#[must_use]
pub fn whole(value: f64) -> String {
    // Rounded to nine decimals first, so that floating-point noise never decides what is printed.
    format!("{}", rounded(rounded(value, 9), 0) + 0.0)
}

/// The same as [`one_decimal`], without a decimal that is 0: for pictures, where room is scarce.
#[must_use]
pub fn at_most_one_decimal(value: f64) -> String {
    let words = one_decimal(value);
    words.strip_suffix(",0").map_or(words.clone(), str::to_owned)
}

/// A figure of a comparison as printed: with one decimal, half away from zero.
#[must_use]
pub fn one_decimal(value: f64) -> String {
    format!("{:.1}", rounded(rounded(value, 9), 1) + 0.0).replace('.', ",")
}

/// A printed difference with its sign: "+12,3", "-3,0", "0,0".
#[must_use]
pub fn with_sign(printed: String) -> String {
    let is_nothing = !printed.contains(|c: char| ('1'..='9').contains(&c));
    if is_nothing || printed.starts_with('-') {
        printed
    } else {
        format!("+{printed}")
    }
}

/// A proportion as a percentage: 0.5 is "50%".
#[must_use]
pub fn percentage(share: f64) -> String {
    format!("{}%", whole(share * 100.0))
}

fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_lists_form_sentences() {
        assert_eq!(count(1, "antwoord", "antwoorden"), "1 antwoord");
        assert_eq!(count(0, "antwoord", "antwoorden"), "0 antwoorden");
        assert_eq!(one_of(&["ja", "deels", "nee"]), "ja, deels of nee");
        assert_eq!(all_of(&["Duinstad"]), "Duinstad");
    }

    #[test]
    fn figures_are_written_the_dutch_way() {
        assert_eq!(number(2.5), "2,5");
        assert_eq!(grouped(900.0), "900");
        assert_eq!(grouped(52_300.0), "52.300");
        assert_eq!(grouped(-1_234_567.5), "-1.234.567,5");
        assert_eq!(whole(-0.2), "0");
        assert_eq!(whole(0.499_999_999_999_9), "1");
        assert_eq!(one_decimal(-0.04), "0,0");
        assert_eq!(one_decimal(43.249_999_999_999_9), "43,3");
        assert_eq!(percentage(0.444), "44%");
        let signed = [3.25, -3.0, -0.04].map(|points| with_sign(one_decimal(points)));
        assert_eq!(signed, ["+3,3", "-3,0", "0,0"]);
    }
}
