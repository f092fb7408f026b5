//! Finds case numbers and the numbers of identity documents in a text.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::folded::Folded;
use super::found::Found;
use super::{Kind, compiled};

/// A person's number at an office, with what the office writes after it.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?P<label>v|vreemdelingen|cliënt(?:en)?|client|patiënt(?:en)?|patient|leerling|student|dossier|casus|melding(?:s)?|meld|bvh|mutatie|coa|ind|ind-zaak|parket|rekest|zorg|zorgdossier|kind|pv|aangifte|politie|veilig[ -]thuis|vt|shp|zaak|a|big)",
        r"(?:[ -]?(?:nummer|nr\.?|no\.?|registratie)(?: (?:bij )?(?:van )?(?:de |het )?(?P<office>politie|veilig thuis|vt|ind|coa|om|rechtbank|raad|gi|nidos|(?:jeugd|kinder)bescherming|jeugdzorg|reclassering))?| (?:veilig thuis|vt|politie|ind|om))",
        r"(?: is)? ?[:=#]? ?(?P<code>[a-z]{0,6}[ /-]?[a-z]?\d[\w./-]*(?: / [\w -]+[\w/-]*\d|[ .]\d{3,})*)"
    ))
});

/// Cases with the office first, or with more words before the number: `VT dossier 24-11873`, `aangifte onder nummer 2026123456`.
static IN_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?:(?:veilig[ -]thuis|vt|politie|ind|om)[ -](?:dossier|zaak|casus|melding|meld|registratie)(?:nummer|nr\.?)?|",
        r"(?:aangifte|melding|proces[ -]?verbaal|pv)(?: is| staat| loopt)? (?:onder|met|heeft)(?: het)? (?:nummer|nr\.?))",
        r" ?:? ?(?P<code>[a-z]{0,4}[ /-]?\d[\d./-]{3,}\d)"
    ))
});

/// Words before a case number: `aangifte PL2100-2026`.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?:proces[- ]?verbaal|pv|aangifte|mutatie|casus|melding|dossier)(?:nummer|nr\.?)? ?:? ?(?P<code>[a-z]{1,5}[ -]?\d[\d/-]{4,}\d)",
    )
});

/// Numbers whose form alone shows what they are.
static LETTERED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?P<code>(?:vt|bvh|rvdk|shp)[ -]?\d{2,4}[ /-]?\d{3,}|vt[ -]?\d{5,}|pl\d{4}[ /-]?\d{5,}(?:-\d+)?|(?:c/\d{2}/\d{5,6} ?/ ?)?(?:fa|je) rk \d{2}[-/]\d{1,6}|v[ -]?\d{10})\b",
    )
});

static PARKET: LazyLock<Regex> = LazyLock::new(|| compiled(r"\b\d{2}[/-]\d{6}[/-]\d{2}\b"));

static PAPER: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?:paspoort|id[- ]?(?:kaart|bewijs)|identiteits(?:kaart|bewijs)|rijbewijs|verblijfs(?:document|vergunning|pas|titel)|reisdocument|vreemdelingen(?:document|paspoort)|w-document)",
        r"(?:s)?(?:,? met|,? heeft|,)?(?: het| als)?[ -]?(?:(?:document|serie)?nummer|nr\.?|no\.?)?(?: is| van [\p{L}]+)? ?[:=#]? ?\(?(?P<code>[a-z]{0,3}[ -]?[a-z0-9]{5,11})\b"
    ))
});

/// The number of a Dutch passport or identity card, after what any paper may have.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(r"\bdocument[ -]?(?:nummer|nr\.?|no\.?)(?: is)? ?[:=#]? ?\(?(?P<code>[a-z]{2}[a-z0-9]{6}\d)\b")
});

pub(super) fn find(text: &Folded, found: &mut Found) {
    if !text.low.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    for pattern in [&LABELLED, &IN_WORDS, &NAMED, &LETTERED] {
        for captures in pattern.captures_iter(&text.low) {
            let code = captures
                .name("code")
                .filter(|code| is_case(text, &captures, code.as_str()));
            if let Some(code) = code {
                found.add(Kind::CaseNumber, code.range());
            }
        }
    }
    // A mobile number may be grouped in the same way.
    for parket in PARKET
        .find_iter(&text.low)
        .filter(|parket| !parket.as_str().starts_with("06"))
    {
        found.add(Kind::CaseNumber, parket.range());
    }
    let labelled = PAPER.captures_iter(&text.low);
    let numbered = text.low.contains("document").then(|| NUMBERED.captures_iter(&text.low));
    for captures in labelled.chain(numbered.into_iter().flatten()) {
        let code = captures.name("code").filter(|code| digits(code.as_str()) >= 3);
        if let Some(code) = code {
            found.add(Kind::Document, code.range());
        }
    }
}

fn digits(code: &str) -> usize {
    code.bytes().filter(u8::is_ascii_digit).count()
}

/// A case number of a municipality or of parliament says nothing about a person.
fn is_case(text: &Folded, captures: &Captures, code: &str) -> bool {
    let label = captures.get(0).map_or(0, |passage| passage.start());
    let named = captures.name("label").map(|label| label.as_str());
    let letters: String = code.chars().take_while(char::is_ascii_alphabetic).collect();
    let office = captures.name("office").is_some()
        || matches!(
            letters.as_str(),
            "vt" | "pl" | "bvh" | "om" | "rvdk" | "ind" | "coa" | "shp" | "zvh" | "fa" | "je"
        );
    let enough = match named {
        Some("v" | "cliënt" | "client" | "patiënt" | "leerling" | "casus" | "vt" | "veilig thuis") => {
            digits(code) >= 4
        }
        Some("zaak") => office && digits(code) >= 4,
        Some("a" | "big") => digits(code) >= 9,
        _ => digits(code) >= 5,
    };
    let parliament = text
        .words_before(label)
        .take(3)
        .any(|word| word.starts_with("kamer") || word == "parlementair");
    enough && !parliament && !is_period(code)
}

/// `VT 2024-2028`, or a year and a month.
fn is_period(code: &str) -> bool {
    let parts: Vec<&str> = code
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    matches!(parts[..], [from, to] if from.len() == 4 && from.starts_with("20") && (to.len() == 4 && to.starts_with("20") || to.len() == 2))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn case_numbers_are_personal_unless_they_are_the_municipalitys_own() {
        for text in [
            "V-nummer 280.123.4567",
            "zaaknummer VT-2026-00123",
            "PL0600-2026123456",
            "cliëntnr 10023",
            "zaaknummer politie 2026123456",
            "parketnr. 16-123456-25",
            "BVH-registratie 2026123456",
        ] {
            assert_eq!(redacted(text).1, [Kind::CaseNumber], "{text}");
        }
        for text in [
            "Zaaknummer Z/26/123456",
            "zaaknummer 2026-045678",
            "Kamerstuk, dossiernummer 36100",
            "VT 2024-2028",
            "melding 12",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }

    #[test]
    fn a_document_number_is_recognised_by_its_label() {
        for text in [
            "paspoort NX4K2P9L3",
            "paspoort met documentnummer AB12C34D5",
            "documentnummer: AB12C34D5",
        ] {
            assert_eq!(redacted(text).1, [Kind::Document], "{text}");
        }
        assert_eq!(redacted("documentnummer INT-2026/118, documentnummer D26004417").1, []);
        assert_eq!(redacted("paspoort sinds 2026 verlopen").1, []);
    }
}
