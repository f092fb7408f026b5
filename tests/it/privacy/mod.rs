//! Texts with personal data, and texts as officials write them: what is found in the former, and how often the latter
//! are mistaken for them.
//!
//! The people are invented. `tuning.tsv` was used while the patterns were made; `held_out.tsv` was written first and
//! looked at last. In both, `«` and `»` enclose what must not be left of a text. `KETENSCAN_WRITE=1 cargo test --test
//! it privacy::` updates the table in docs/privacy-herkenning.md.

mod everywhere;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ketenscan::privacy::{Kind, redacted};
use ketenscan::questionnaire::regions;
use toml::de::{DeTable, DeValue};

const SETS: [(&str, &str); 2] = [
    ("Teksten waarmee de patronen zijn gemaakt", include_str!("tuning.tsv")),
    ("Achtergehouden teksten", include_str!("held_out.tsv")),
];

/// The kind given in the sets to a text without personal data.
const NOBODY: &str = "geen";

/// Kinds of which none may be missed, as their form identifies them.
const HARD: [&str; 5] = ["bsn", "telefoon", "e-mail", "iban", "postcode"];

const TABLE_STARTS: &str = "<!-- tabel: geschreven door de test privacy:: -->\n";
const TABLE_ENDS: &str = "<!-- einde tabel -->\n";

/// The kinds, by their names in the sets.
const KINDS: [(&str, Kind); 13] = [
    ("bsn", Kind::CitizenNumber),
    ("e-mail", Kind::Email),
    ("telefoon", Kind::Telephone),
    ("iban", Kind::Account),
    ("geboortedatum", Kind::DateOfBirth),
    ("postcode", Kind::Postcode),
    ("adres", Kind::Address),
    ("naam", Kind::Name),
    ("zaak", Kind::CaseNumber),
    ("document", Kind::Document),
    ("kenteken", Kind::NumberPlate),
    ("account", Kind::SocialMedia),
    ("omschrijving", Kind::Description),
];

/// A text as it would be typed, with its kind and the passages in it.
struct Case {
    name: &'static str,
    text: String,
    passages: Vec<&'static str>,
    /// The text around the passages.
    rest: Vec<&'static str>,
}

fn cases(set: &'static str) -> Vec<Case> {
    set.lines()
        .skip(1)
        .map(|line| {
            let (name, marked) = line.split_once('\t').expect("a kind and a text");
            let (mut passages, mut rest) = (Vec::new(), Vec::new());
            for (at, part) in marked.split(['«', '»']).enumerate() {
                if at % 2 == 0 {
                    rest.push(part);
                } else {
                    passages.push(part);
                }
            }
            assert_eq!(passages.is_empty(), name == NOBODY, "{line}");
            let text = marked.replace(['«', '»'], "");
            Case {
                name,
                text,
                passages,
                rest,
            }
        })
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1)
}

/// Whether the kind is reported and neither a word of a passage nor part of a number is left.
fn is_found(case: &Case, kind: Kind) -> bool {
    let (clean, kinds) = redacted(&case.text);
    let left: Vec<&str> = words(&clean).collect();
    let around: Vec<&str> = case.rest.iter().flat_map(|rest| words(rest)).collect();
    let passages = case.passages.iter().flat_map(|passage| words(passage));
    kinds.contains(&kind)
        && passages
            .into_iter()
            .all(|word| !left.contains(&word) || around.contains(&word))
}

#[derive(Default)]
struct Score {
    texts: usize,
    found: usize,
    /// Texts without this kind in which it was reported.
    wrong: usize,
}

/// The figures for each kind; under `geen`, the number of texts without personal data in which some was reported.
fn scores(set: &'static str) -> BTreeMap<&'static str, Score> {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for case in cases(set) {
        let seen = redacted(&case.text).1;
        let own = KINDS.iter().find(|(name, _)| *name == case.name);
        let found = own.map_or(!seen.is_empty(), |&(_, kind)| is_found(&case, kind));
        let score = scores.entry(case.name).or_default();
        score.texts += 1;
        score.found += usize::from(found);
        if case.name == NOBODY {
            for (name, kind) in KINDS {
                scores.entry(name).or_default().wrong += usize::from(seen.contains(&kind));
            }
        }
    }
    scores
}

fn percentage(part: usize, whole: usize) -> String {
    match whole {
        0 => "–".to_owned(),
        _ => format!("{:.0} %", 100.0 * part as f64 / whole as f64),
    }
}

fn table() -> String {
    let mut table = String::from(TABLE_STARTS);
    for (title, set) in SETS {
        let scores = scores(set);
        table.push_str(&format!(
            "\n**{title}**\n\n| soort | teksten | gevonden | gevonden van wat er staat | terecht van wat gevonden is |\n|---|--:|--:|--:|--:|\n"
        ));
        let (mut texts, mut found) = (0, 0);
        for (name, kind) in KINDS {
            let score = &scores[name];
            texts += score.texts;
            found += score.found;
            table.push_str(&format!(
                "| {} | {} | {} | {} | {} |\n",
                kind.words(),
                score.texts,
                score.found,
                percentage(score.found, score.texts),
                percentage(score.found, score.found + score.wrong)
            ));
        }
        let nobody = &scores[NOBODY];
        table.push_str(&format!(
            "| **samen** | {texts} | {found} | {} | {} |\n\nVan {} teksten zonder persoonsgegevens kregen er {} toch een melding.\n",
            percentage(found, texts),
            percentage(found, found + nobody.found),
            nobody.texts,
            nobody.found
        ));
    }
    table + "\n" + TABLE_ENDS
}

#[test]
fn personal_data_is_found_and_nothing_else_is_mistaken_for_it() {
    let mut missed = Vec::new();
    for (title, set) in SETS {
        let scores = scores(set);
        let (mut texts, mut found) = (0, 0);
        for (name, _) in KINDS {
            let score = &scores[name];
            assert!(score.texts >= 3, "{title}: too few texts with {name}");
            if HARD.contains(&name) {
                assert_eq!(score.found, score.texts, "{title}: {name}");
            }
            texts += score.texts;
            found += score.found;
        }
        for case in cases(set) {
            let own = KINDS.iter().find(|(name, _)| *name == case.name);
            if !own.is_none_or(|&(_, kind)| is_found(&case, kind)) {
                missed.push(case.text);
            }
        }
        assert!(
            found * 10 >= texts * 9,
            "{title}: {found} of {texts} found; missed: {missed:#?}"
        );
        let nobody = &scores[NOBODY];
        assert!(
            nobody.found * 20 <= nobody.texts,
            "{title}: {} false alarms",
            nobody.found
        );
    }
    let all: usize = SETS
        .iter()
        .map(|(_, set)| cases(set).iter().filter(|case| case.name != NOBODY).count())
        .sum();
    assert!(all >= 150, "{all} texts");
}

#[test]
fn the_rest_of_a_text_is_unchanged() {
    let wide = |case: &Case| matches!(case.name, "adres" | "omschrijving" | "geboortedatum" | "account");
    let mut cut = Vec::new();
    let mut seen = 0;
    for case in SETS.iter().flat_map(|(_, set)| cases(set)).filter(|case| !wide(case)) {
        let clean = redacted(&case.text).0;
        let left: Vec<&str> = words(&clean).collect();
        seen += 1;
        // A title is redacted with the name.
        if case
            .rest
            .iter()
            .flat_map(|rest| words(rest))
            .any(|word| !left.contains(&word))
        {
            cut.push(format!("{} became {clean}", case.text));
        }
    }
    assert!(cut.len() * 10 <= seen, "{cut:#?}");
}

#[test]
fn the_table_in_the_documentation_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/privacy-herkenning.md");
    let document = fs::read_to_string(&path).expect("the document");
    let (before, rest) = document.split_once(TABLE_STARTS).expect("where the table starts");
    let (_, after) = rest.split_once(TABLE_ENDS).expect("where the table ends");
    let true_one = format!("{before}{}{after}", table());
    if std::env::var_os("KETENSCAN_WRITE").is_some() {
        fs::write(&path, &true_one).expect("the document can be written");
    } else {
        assert_eq!(document, true_one);
    }
    for (_, kind) in KINDS {
        let manual: Vec<&str> = include_str!("../../../docs/handleiding.md")
            .split_whitespace()
            .collect();
        let word = kind.words().trim_start_matches("een ");
        assert!(manual.join(" ").contains(word), "the manual names no {word}");
    }
}

/// Officials read everything that the edition asks and says, and it names nobody.
#[test]
fn the_questions_themselves_contain_no_personal_data() {
    fn texts(value: &DeValue, found: &mut Vec<String>) {
        match value {
            DeValue::String(text) => found.push(text.to_string()),
            DeValue::Array(values) => values.iter().for_each(|value| texts(value.get_ref(), found)),
            DeValue::Table(table) => table.values().for_each(|value| texts(value.get_ref(), found)),
            _ => {}
        }
    }
    let mut found: Vec<String> = Vec::new();
    let edition = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026");
    for folder in [edition.clone(), edition.join("steps")] {
        for entry in fs::read_dir(folder).expect("a folder of the edition") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                let text = fs::read_to_string(path).expect("a file of the edition");
                let table = DeTable::parse(&text).expect("TOML").into_inner();
                table.values().for_each(|value| texts(value.get_ref(), &mut found));
            }
        }
    }
    for region in regions() {
        found.push(format!(
            "Overleg met {} en {}",
            region.name,
            region.centre_municipalities.join(", ")
        ));
    }
    assert!(found.len() > 500, "{} texts", found.len());
    let taken: Vec<&String> = found.iter().filter(|text| !redacted(text).1.is_empty()).collect();
    assert!(taken.is_empty(), "{taken:#?}");
}
