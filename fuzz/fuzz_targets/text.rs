//! Reads what people typed: every line of the input becomes a row of answers, particulars, a plan and free text.

#![no_main]

use std::fmt::Write as _;
use std::sync::LazyLock;

use ketenscan::privacy::{REDACTED, redacted};
use ketenscan_fuzz::{Package, expect_sound, let_the_parser_panic};
use libfuzzer_sys::fuzz_target;

static BASE: LazyLock<Package> = LazyLock::new(Package::xlsx);

const QUESTIONS: [&str; 5] = ["BES-01", "BES-02", "BES-03", "BES-04", "BES-05"];
const LABELS: [&str; 6] = [
    "Regio",
    "Jaar",
    "Gemeente",
    "Perspectief",
    "Ingevuld door (functie)",
    "Speerpunt 1",
];
const PLAN: &str =
    "ID\tNog te doen\tBetrokken\tWie missen we nog\tWanneer tevreden\tEigenaar (functie)\tGereed op\tStatus";

/// A sheet with these rows of texts.
fn sheet<'a>(rows: impl IntoIterator<Item = impl IntoIterator<Item = &'a str>>) -> String {
    let mut xml =
        String::from(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#);
    for (row, cells) in (1..).zip(rows) {
        let _ = write!(xml, r#"<row r="{row}">"#);
        for (column, text) in ('A'..='Z').zip(cells) {
            let text: String = text.chars().filter(|c| !c.is_control()).collect();
            let text = text.replace('&', "&amp;").replace('<', "&lt;").replace("]]>", "]]&gt;");
            let _ = write!(
                xml,
                r#"<c r="{column}{row}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#
            );
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

fn facts(kind: &str) -> String {
    let facts = [
        ["format", "ketenscan/1"],
        ["kind", kind],
        ["questionnaire", "proef"],
        ["edition", "2030"],
    ];
    sheet(facts)
}

fn labelled<'a>(labels: &[&'a str], lines: &[&'a str]) -> Vec<Vec<&'a str>> {
    let cells = labels.iter().cycle().zip(lines);
    cells
        .map(|(label, line)| [label].into_iter().copied().chain(line.split('\t')).collect())
        .collect()
}

fuzz_target!(
    init: let_the_parser_panic(),
    |text: &str| {
        let (clean, kinds) = redacted(text);
        assert_eq!(kinds.is_empty(), clean == text, "what is found is redacted");
        assert!(kinds.is_empty() || clean.contains(REDACTED));

        let lines: Vec<&str> = text.lines().take(50).collect();
        let mut questions = vec![vec!["ID", "Antwoord", "Teller", "Noemer", "Onderbouwing", "Opmerking"]];
        questions.extend(labelled(&QUESTIONS, &lines));
        expect_sound(&BASE.replaced(&[
            ("xl/worksheets/sheet1.xml", &facts("gemeente")),
            ("xl/worksheets/sheet2.xml", &sheet(labelled(&LABELS, &lines))),
            ("xl/worksheets/sheet3.xml", &sheet(questions)),
        ]));

        let mut plan = vec![PLAN.split('\t').collect()];
        plan.extend(labelled(&QUESTIONS, &lines));
        expect_sound(&BASE.replaced(&[
            ("xl/worksheets/sheet1.xml", &facts("rapport")),
            ("xl/worksheets/sheet3.xml", &sheet(plan)),
        ]));
    }
);
