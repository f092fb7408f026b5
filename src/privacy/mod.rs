//! Takes free text; returns it with personal data redacted, and the kinds of data found.

mod account;
mod address;
mod birth;
mod digits;
mod folded;
mod found;
mod names;
mod numbers;
mod online;
mod papers;
mod person;
mod plate;
mod postcode;
mod shelter;
mod words;
mod written;

use regex::Regex;

use folded::Folded;
use found::Found;

pub use written::Written;

/// A kind of personal data.
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
    /// A street with a house number; it may be a shelter's.
    Address,
    /// The name of a person.
    Name,
    /// The number of a person's case at the police, Veilig Thuis, a care provider or a court.
    CaseNumber,
    /// The number of a passport, driving licence or permit.
    Document,
    /// The number plate of a car.
    NumberPlate,
    /// An account on social media.
    SocialMedia,
    /// A person who can be recognised by age or as the only one of a kind.
    Description,
}

impl Kind {
    /// Its name in a Dutch sentence.
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
            Kind::CaseNumber => "een nummer van een zaak of dossier",
            Kind::Document => "een nummer van een identiteitsbewijs",
            Kind::NumberPlate => "een kenteken",
            Kind::SocialMedia => "een account op sociale media",
            Kind::Description => "een omschrijving van een persoon",
        }
    }
}

/// The text that replaces a passage.
pub const REDACTED: &str = "•••";

/// A pattern that does not compile must never be skipped: what it recognises would go unnoticed.
#[expect(
    clippy::panic,
    reason = "the patterns are part of the program; every run on free text compiles them all"
)]
fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("a pattern for personal data does not compile: {error}"))
}

/// A text with personal data redacted, and the kinds that were found, without duplicates.
#[must_use]
pub fn redacted(text: &str) -> (String, Vec<Kind>) {
    let folded = Folded::new(text);
    let mut found = Found::new(folded.text.len());
    // Data that is recognised by its form alone comes first: what it covers is not examined again.
    online::find_emails(&folded, &mut found);
    account::find(&folded, &mut found);
    papers::find(&folded, &mut found);
    plate::find(&folded, &mut found);
    numbers::find(&folded, &mut found);
    birth::find(&folded, &mut found);
    postcode::find(&folded, &mut found);
    online::find_accounts(&folded, &mut found);
    address::find(&folded, &mut found);
    shelter::find(&folded, &mut found);
    person::find(&folded, &mut found);
    names::find(&folded, &mut found);

    let (stretches, kinds) = found.finished();
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for stretch in stretches {
        let typed = folded.typed(&stretch);
        clean.push_str(&text[from..typed.start]);
        clean.push_str(REDACTED);
        from = typed.end;
    }
    clean.push_str(&text[from..]);
    (clean, kinds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        redacted(text).1
    }

    #[test]
    fn every_kind_of_personal_data_is_redacted() {
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
            let (clean, found) = redacted(text);
            assert_eq!(found, [kind], "{text} became {clean}");
            assert!(clean.contains(REDACTED), "{clean}");
        }
    }

    #[test]
    fn normal_policy_text_is_kept() {
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
    fn the_rest_of_the_text_is_unchanged() {
        let (clean, _) = redacted("Plan van J. Proef, zie bijlage 3.");
        assert_eq!(clean, "Plan van •••, zie bijlage 3.");
    }
}
