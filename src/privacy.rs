//! Free text without what could lead to a person: such passages are recognised and blotted out.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// What a passage looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A citizen service number.
    CitizenNumber,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A bank account number.
    Account,
    /// A date of birth.
    DateOfBirth,
    /// A postcode.
    Postcode,
    /// A street with a house number, which may be a shelter's.
    Address,
    /// Somebody's name.
    Name,
}

impl Kind {
    /// What to call it in a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Kind::CitizenNumber => "een burgerservicenummer",
            Kind::Email => "een e-mailadres",
            Kind::Telephone => "een telefoonnummer",
            Kind::Account => "een rekeningnummer",
            Kind::DateOfBirth => "een geboortedatum",
            Kind::Postcode => "een postcode",
            Kind::Address => "een adres",
            Kind::Name => "een naam van een persoon",
        }
    }
}

/// What stands in place of a passage.
pub const BLOT: &str = "•••";

/// A sort of passage: how it looks, and what must hold beside that.
struct Sort {
    kind: Kind,
    pattern: Regex,
    holds: fn(&str) -> bool,
}

/// Latest year of birth that a bare date is taken for; later dates are those of plans and meetings.
const LATEST_BIRTH: u32 = 2015;

#[expect(
    clippy::type_complexity,
    reason = "a table: kind, pattern, and what must hold beside it"
)]
static SORTS: LazyLock<Vec<Sort>> = LazyLock::new(|| {
    let always: fn(&str) -> bool = |_| true;
    let sorts: [(Kind, &str, fn(&str) -> bool); 9] = [
        (Kind::Email, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", always),
        (
            Kind::Account,
            r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
            is_account,
        ),
        (
            Kind::Telephone,
            r"(?:\+31|\b0031|\b0)[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){8}\b",
            always,
        ),
        (
            Kind::DateOfBirth,
            r"(?i)\b(?:geb(?:oren|oortedatum)?\.?):?(?: op)? *\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}\b",
            always,
        ),
        (
            Kind::DateOfBirth,
            r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}\b",
            is_birth,
        ),
        (Kind::CitizenNumber, r"\b\d(?:[. ]?\d){7,8}\b", is_citizen_number),
        (Kind::Postcode, r"\b[1-9]\d{3} ?[A-Z]{2}\b", is_postcode),
        (
            Kind::Address,
            r"\b\p{Lu}[\p{L}'-]*(?: \p{L}+)*?(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|steeg|dreef|pad|plantsoen|markt|wal) \d{1,5} ?[a-zA-Z]?\b",
            always,
        ),
        (
            Kind::Name,
            r"(?:\b(?:\p{Lu}\. ?){1,4}|\b(?i:mevrouw|mevr\.?|mw\.|meneer|de heer|dhr\.?) )(?:(?i:van|de|der|den|ter|ten|te|el|al|ben|'t) )*\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?",
            always,
        ),
    ];
    sorts
        .into_iter()
        .map(|(kind, pattern, holds)| Sort {
            kind,
            pattern: compiled(pattern),
            holds,
        })
        .collect()
});

/// A pattern that does not compile must never be left out: what it recognises would pass unseen.
#[expect(
    clippy::panic,
    reason = "the patterns are part of the program; every run on free text compiles them all"
)]
fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("a pattern for personal data does not compile: {error}"))
}

/// A text with every such passage blotted out, and what they looked like, each kind once.
#[must_use]
pub fn blotted(text: &str) -> (String, Vec<Kind>) {
    let mut clean = text.to_owned();
    let mut kinds = Vec::new();
    for sort in SORTS.iter() {
        if !sort.pattern.is_match(&clean) {
            continue;
        }
        clean = sort
            .pattern
            .replace_all(&clean, |found: &Captures| {
                let passage = &found[0];
                if (sort.holds)(passage) {
                    kinds.push(sort.kind);
                    BLOT.to_owned()
                } else {
                    passage.to_owned()
                }
            })
            .into_owned();
    }
    kinds.sort_unstable();
    kinds.dedup();
    (clean, kinds)
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// The eleven-test over nine digits; a number of eight has a leading zero.
fn is_citizen_number(passage: &str) -> bool {
    let mut digits = digits(passage);
    if digits.len() == 8 {
        digits.insert(0, 0);
    }
    let sum: i64 = digits
        .iter()
        .zip([9, 8, 7, 6, 5, 4, 3, 2, -1])
        .map(|(&digit, weight)| i64::from(digit) * weight)
        .sum();
    digits.len() == 9 && sum != 0 && sum % 11 == 0
}

/// The test of ISO 13616: the number, its first four characters moved to the end, is 1 modulo 97.
fn is_account(passage: &str) -> bool {
    let compact: Vec<char> = passage.chars().filter(|c| !c.is_whitespace()).collect();
    if !(15..=34).contains(&compact.len()) {
        return false;
    }
    let turned = compact[4..].iter().chain(&compact[..4]);
    let rest = turned.fold(0u32, |rest, c| match c.to_digit(36) {
        Some(value) if value < 10 => (rest * 10 + value) % 97,
        Some(value) => (rest * 100 + value) % 97,
        None => rest,
    });
    rest == 1
}

fn is_birth(passage: &str) -> bool {
    let year = passage
        .get(passage.len().saturating_sub(4)..)
        .and_then(|year| year.parse().ok());
    year.is_some_and(|year: u32| year <= LATEST_BIRTH)
}

/// A year followed by an abbreviation ("2026 EU") is no postcode.
fn is_postcode(passage: &str) -> bool {
    let letters = &passage[passage.len() - 2..];
    !matches!(letters, "SA" | "SD" | "SS" | "EU" | "NL")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        blotted(text).1
    }

    #[test]
    fn every_sort_of_passage_is_blotted_out() {
        for (text, kind) in [
            // 9·1 + 8·2 + 7·3 + 6·4 + 5·5 + 4·6 + 3·7 + 2·8 − 2 = 154 = 14 · 11
            ("bsn 123456782 staat hier", Kind::CitizenNumber),
            ("bsn 123.456.782", Kind::CitizenNumber),
            ("mail iemand.zonder-naam@voorbeeld.example", Kind::Email),
            ("bel 06-12345678 voor overleg", Kind::Telephone),
            ("bel +31 (0)20 123 45 67", Kind::Telephone),
            // An account number that ISO 13616 itself gives as an example.
            ("rekening NL91 ABNA 0417 1643 00", Kind::Account),
            ("geboren op 3 maart 2019", Kind::DateOfBirth),
            ("zij is van 12-03-2004", Kind::DateOfBirth),
            ("adres in 1234 AB", Kind::Postcode),
            ("het huis aan de Voorbeeldstraat 12b", Kind::Address),
            ("overlegd met A.B. de Proef", Kind::Name),
            ("volgens mevrouw Voorbeeld", Kind::Name),
        ] {
            let (clean, found) = blotted(text);
            assert_eq!(found, [kind], "{text} became {clean}");
            assert!(clean.contains(BLOT), "{clean}");
        }
    }

    #[test]
    fn what_belongs_in_a_policy_text_stays() {
        for text in [
            "Regiovisie 2024-2028, hoofdstuk 4, paragraaf 2.1",
            "Vastgesteld op 12-03-2025 door het college",
            "Bel Veilig Thuis: 0800-2000, dag en nacht",
            "Budget 125000 euro, 14 plekken, 3 van de 12",
            "Wmo 2015, R12 en LEC EGG; D.m.v. het handelingsprotocol",
            "Zaaknummer 123456789",
            "Verdrag van Istanbul, artikel 42, lid 2",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    #[test]
    fn the_rest_of_the_text_is_left_as_it_was() {
        let (clean, _) = blotted("Plan van J. Proef, zie bijlage 3.");
        assert_eq!(clean, "Plan van •••, zie bijlage 3.");
    }
}
