//! Every byte of every file that `--delen` writes, every name of a file and every word on the terminal, searched for what
//! belongs to one municipality or was written by somebody.

use std::collections::BTreeMap;

use crate::folder::Folder;
use ketenscan::answers::{KeyFigure, Submission};
use ketenscan::demo as story;
use ketenscan::list::Index as _;
use ketenscan::privacy::Written;
use ketenscan::questionnaire::{PracticeIndex, RowIndex, builtin};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::package::unpack;

/// Words that occur nowhere else, one for each place in which people write.
const EVIDENCE: &str = "zie notulen kraanvogel";
const RESPONDENT: &str = "regisseur zevenblad";
const LABEL: &str = "Zaken van wijkteam Ooievaar";

/// The demo's municipalities by names that occur nowhere in our texts, with `&` for what is escaped in XML.
fn named(name: &str) -> String {
    format!("Qua{}dorp & Zn", name.to_lowercase())
}

fn personal(mut book: Submission) -> Submission {
    book.municipality = book.municipality.as_deref().map(named);
    book.respondent = Some(Written::new(RESPONDENT));
    let rows: Vec<RowIndex> = book.answers.iter().map(|(row, _)| row).collect();
    book.evidence = rows.into_iter().map(|row| (row, EVIDENCE.to_owned())).collect();
    book.context.key_figures.push(KeyFigure {
        figure: LABEL.to_owned(),
        practice: PracticeIndex::at(0),
        practice_name: "Vrouwelijke genitale verminking".to_owned(),
        number: 77_777.0,
    });
    book
}

/// The demo's workbooks of its last two years, with words that can be searched for; and those words.
fn workbooks() -> (Folder, Vec<String>) {
    let questionnaire = builtin();
    let folder = Folder::new();
    let mut secrets: Vec<String> = [EVIDENCE, RESPONDENT, LABEL, "77777", "77.777", "Gemeente A"]
        .map(str::to_owned)
        .into();
    let regions = story::story();
    let shown = regions
        .iter()
        .find(|region| region.name == story::SHOWN)
        .expect("the demo's region");
    let mut books = story::books(shown);
    // One of each kind is enough.
    let kinds = ["gemeente", "regio", "ervaringsdeskundige"];
    books.retain(|book| book.year + 1 >= story::LAST_YEAR && kinds.iter().any(|kind| book.file().contains(kind)));
    for (number, book) in books.into_iter().enumerate() {
        let mut order: Order = book.order(&questionnaire);
        order.filled = order.filled.map(personal);
        for expected in &mut order.municipalities {
            expected.name = named(&expected.name);
            secrets.push(expected.name.clone());
            secrets.extend(expected.inhabitants.map(|number| number.to_string()));
        }
        secrets.extend(order.municipality.clone());
        order.municipality = order.municipality.as_deref().map(named);
        secrets.extend(order.municipality.clone());
        let name = format!("boeken/{}/geheim-{number}.xlsx", book.year);
        folder.put(&name, template::write(&questionnaire, &order).expect("a workbook"));
    }
    secrets.push("geheim-".to_owned());
    let escaped: Vec<String> = secrets.iter().map(|secret| secret.replace('&', "&amp;")).collect();
    secrets.extend(escaped);
    secrets.sort_unstable();
    secrets.dedup();
    (folder, secrets)
}

/// Every file, and every part of those that are packages.
fn parts(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let mut parts = BTreeMap::new();
    for (name, bytes) in folder.contents() {
        if !name.starts_with("delen/") {
            continue;
        }
        if bytes.starts_with(b"PK") {
            parts.extend(
                unpack(&bytes)
                    .into_iter()
                    .map(|(part, bytes)| (format!("{name}/{part}"), bytes)),
            );
        }
        parts.insert(name, bytes);
    }
    parts
}

#[test]
fn no_byte_of_any_file_tells_of_a_municipality_or_repeats_what_people_wrote() {
    let (folder, secrets) = workbooks();
    let year = story::LAST_YEAR;
    let report = folder.run(&format!(
        "rapport boeken/{year} --delen --json --html --grafieken --raadsbrief -o delen"
    ));
    assert_eq!(report.status, 0, "{}", report.stderr);
    let comparison = folder.run("vergelijk boeken --delen --json -o delen");
    assert_eq!(comparison.status, 0, "{}", comparison.stderr);
    let parts = parts(&folder);
    let files: Vec<&str> = parts
        .keys()
        .map(String::as_str)
        .filter(|name| name.matches('/').count() == 1)
        .collect();
    let expected = [
        "vergelijking.json",
        "vergelijking.xlsx",
        "voorbeeldland-2026-raadsbrief.docx",
        "voorbeeldland-2026.html",
        "voorbeeldland-2026.json",
        "voorbeeldland-2026.xlsx",
    ];
    assert_eq!(files, expected.map(|name| format!("delen/{name}")));
    assert!(secrets.len() > 20, "{secrets:?}");
    let written = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), String::from_utf8_lossy(bytes)));
    let said = [
        ("het rapport op het scherm", &report.stdout),
        ("de vergelijking op het scherm", &comparison.stdout),
    ];
    let all = written.chain(said.map(|(name, text)| (name, text.into())));
    for (name, text) in all {
        let (name, text) = (name.to_lowercase(), text.to_lowercase());
        for secret in &secrets {
            let secret = secret.to_lowercase();
            assert!(
                !text.contains(&secret) && !name.contains(&secret),
                "'{secret}' stands in {name}"
            );
        }
    }
}
