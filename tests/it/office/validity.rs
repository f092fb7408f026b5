//! Every kind of file that we write is valid for Excel and Word: according to the validator of the Open XML SDK, and by
//! rules of Excel that the validator does not know.
//!
//! `cargo test --test it office::validity -- --ignored` needs `node`, and the packages in tests/it/page/package.json. The
//! test that needs them fails without them.

use ketenscan_testing::extremes;
use ketenscan_testing::package::{changed, unpack};
use quick_xml::escape::unescape;
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::programs::node;
use crate::stored::every_kind;

/// The most characters (UTF-16 code units) of a cell.
const LONGEST_TEXT: usize = 32_767;
/// The most characters of a list of choices that is written in its validation, rather than in cells.
const LONGEST_LIST: usize = 255;

/// Every kind of workbook and letter, by name.
fn everything() -> Vec<(String, Vec<u8>)> {
    let mut all = every_kind();
    for (name, case) in [
        ("huge", extremes::huge()),
        ("tiny", extremes::tiny()),
        ("stalled", extremes::stalled()),
        ("at-norm", extremes::at_norm()),
    ] {
        all.push((format!("report-{name}.xlsx"), case.workbook()));
    }
    let folder = Folder::new();
    for command in [
        "demo --stil -o demo",
        "rapport demo/ingevuld/voorbeeldland-2026 --delen --raadsbrief --stil -o delen",
        "rapport demo/ingevuld/voorbeeldland-2026 --raadsbrief --stil -o eigen",
        "vergelijk demo/ingevuld --delen --stil -o delen",
    ] {
        let run = folder.run(command);
        assert_eq!(run.status, 0, "{command}: {}", run.stderr);
    }
    for name in folder.names() {
        if has_ending(&name, &["xlsx", "docx"]) && !name.contains("ingevuld/") {
            all.push((name.replace('/', "-"), folder.read(&name)));
        }
    }
    all
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| endings.contains(&ending))
}

/// What a workbook has that Excel calls damage and the validator does not.
fn broken_rules(workbook: &[u8]) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, part) in unpack(workbook) {
        if !has_ending(&name, &["xml"]) {
            continue;
        }
        let xml = String::from_utf8(part).expect("UTF-8");
        for element in ["t", "v"] {
            for text in contents(&xml, element) {
                let length = text.encode_utf16().count();
                if length > LONGEST_TEXT {
                    broken.push(format!("{name}: a text of {length} characters"));
                }
            }
        }
        for element in ["f", "formula", "formula1", "formula2", "definedName", "c:f"] {
            for formula in contents(&xml, element) {
                let outside_texts: String = formula.split('"').step_by(2).collect();
                if outside_texts.contains(';') {
                    broken.push(format!("{name}: separated as in Dutch: {formula}"));
                }
                if element == "formula1" && formula.starts_with('"') && formula.chars().count() > LONGEST_LIST + 2 {
                    broken.push(format!("{name}: a list of {} characters", formula.chars().count() - 2));
                }
            }
        }
    }
    broken
}

/// The texts in all elements of this name.
fn contents(xml: &str, element: &str) -> Vec<String> {
    let (start, end) = (format!("<{element}"), format!("</{element}>"));
    let pieces = xml.split(start.as_str()).skip(1);
    let texts = pieces.filter_map(|piece| {
        let (attributes, rest) = piece.split_once('>')?;
        let is_this = attributes.is_empty() || attributes.starts_with(' ');
        (is_this && !attributes.ends_with('/')).then(|| rest.split(end.as_str()).next().expect("a text"))
    });
    texts.map(|text| unescape(text).expect("text").into_owned()).collect()
}

#[test]
fn no_workbook_breaks_a_rule_of_excel_that_its_validator_does_not_know() {
    for (name, bytes) in everything().iter().filter(|(name, _)| has_ending(name, &["xlsx"])) {
        assert_eq!(broken_rules(bytes), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_workbook_that_breaks_such_a_rule_is_noticed() {
    let (_, blank) = every_kind().swap_remove(0);
    let with = |xml: &str| changed(&blank, "Gegevens", |sheet| *sheet = sheet.replace("</sheetData>", xml));
    let row = |cell: &str| format!("<row r=\"999\"><c r=\"A999\" {cell}</c></row></sheetData>");
    let validation = |list: &str| {
        let list = format!("<dataValidation type=\"list\" sqref=\"A1\"><formula1>{list}</formula1></dataValidation>");
        format!("</sheetData><dataValidations count=\"1\">{list}</dataValidations>")
    };
    let choices = |length: usize| validation(&format!("&quot;{}&quot;", "a".repeat(length)));
    let text = |length: usize| row(&format!("t=\"inlineStr\"><is><t>{}</t></is>", "é".repeat(length)));
    for allowed in [
        row("><f>IF(A1=\"a;b\",1,2)</f><v>1</v>"),
        choices(LONGEST_LIST),
        text(LONGEST_TEXT),
    ] {
        assert_eq!(broken_rules(&with(&allowed)), Vec::<String>::new());
    }
    for wrong in [
        row("><f>IF(A1;1;2)</f><v>1</v>"),
        choices(LONGEST_LIST + 1),
        text(LONGEST_TEXT + 1),
    ] {
        assert!(!broken_rules(&with(&wrong)).is_empty(), "{}", &wrong[..80]);
    }
}

#[test]
#[ignore = "needs Node.js and the validator of the Open XML SDK"]
fn every_workbook_and_letter_is_valid_for_excel_and_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut all = everything();
    let (_, blank) = &all[0];
    let broken = changed(blank, "Gegevens", |sheet| {
        *sheet = sheet.replace("</sheetData>", "</sheetData><onbekend/>");
    });
    all.push(("broken.xlsx".to_owned(), broken));
    for (name, bytes) in &all {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    }
    let paths: Vec<_> = all.iter().map(|(name, _)| folder.path().join(name)).collect();
    let found = node(
        "office/validate.mjs",
        &json!({ "files": paths, "versions": ["Office2016", "Microsoft365"] }),
    );
    let found = found.as_array().expect("a list");
    assert_eq!(found.len(), 2 * all.len());
    let faulty = |file: &&Value| file["errors"].as_array().is_none_or(|errors| !errors.is_empty());
    let (broken, ours): (Vec<&Value>, Vec<&Value>) = found
        .iter()
        .partition(|file| file["file"].as_str().is_some_and(|path| path.ends_with("broken.xlsx")));
    assert!(broken.len() == 2 && broken.iter().all(faulty), "{broken:#?}");
    let faults: Vec<&Value> = ours.into_iter().filter(faulty).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
