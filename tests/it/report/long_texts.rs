//! However long the texts are that people wrote, every document is made, and no cell holds more than office programs read.

use std::io::Cursor;

use calamine::{DataType, Reader, open_workbook_auto_from_rs};
use ketenscan::answers::{Answer, Value};
use ketenscan::questionnaire::{Questionnaire, builtin};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::demo;

use crate::folder::Folder;

/// What a cell may hold, in units of UTF-16.
const MOST: usize = 32_767;

/// The demo's workbooks of one region, with evidence of this many units of UTF-16 for each question of a step,
/// in each workbook another, and scores low enough for each question to be in the plan.
fn books(questionnaire: &Questionnaire, year: u16, units: usize) -> Vec<(String, Vec<u8>)> {
    let wordy = |(name, mut order): (String, Order)| {
        order.year = Some(year);
        if let Some(filled) = &mut order.filled {
            // With characters of two units: counted as characters, it would be shorter than it is.
            let mut evidence = name.clone();
            let mut left = units - name.len();
            for c in "😀 vaste lijn ".chars().cycle() {
                let Some(rest) = left.checked_sub(c.len_utf16()) else {
                    break;
                };
                evidence.push(c);
                left = rest;
            }
            // In one step: a workbook that is full of it is refused.
            let rows = questionnaire.rows.indices();
            let rows = rows.filter(|&row| questionnaire.question_of(row).step == 1);
            filled.evidence = rows.map(|row| (row, evidence.clone())).collect();
            for row in questionnaire.rows.indices() {
                if let Some(Answer::Answered(Value::Level(_))) = filled.answers.get(row) {
                    filled.answers.set(row, Answer::Answered(Value::Level(1)));
                }
            }
        }
        (
            format!("{year}/{name}"),
            template::write(questionnaire, &order).unwrap(),
        )
    };
    demo::orders(questionnaire).into_iter().map(wordy).collect()
}

/// The longest text in the cells of a workbook, in units of UTF-16.
fn longest(workbook: Vec<u8>) -> usize {
    let mut book = open_workbook_auto_from_rs(Cursor::new(workbook)).unwrap();
    let sheets = book.worksheets();
    let cells = sheets.iter().flat_map(|(_, cells)| cells.used_cells());
    let units = cells.filter_map(|(_, _, cell)| Some(cell.get_string()?.encode_utf16().count()));
    units.max().unwrap()
}

#[test]
fn long_evidence_stops_no_command_and_overfills_no_cell() {
    let questionnaire = builtin();
    let folder = Folder::new();
    for (year, units) in [(2025, 32_000), (2026, 11_000)] {
        for (name, bytes) in books(&questionnaire, year, units) {
            folder.put(&name, bytes);
        }
    }
    for command in [
        "rapport 2025 2026 --html --raadsbrief --json --stil -o r",
        "rapport 2025 --delen --html --stil -o d",
        "vergelijk 2025 2026 --html --stil -o v",
        "overleg 2025 --stil -o o",
        "sjabloon --regio Voorbeeldland --jaar 2027 --gemeente Duinstad --vorige 2026 --vorige r --stil -o s",
        "exporteer 2025 --stil -o e",
        "controleer 2025 --stil -o bevindingen.txt",
    ] {
        let run = folder.run(command);
        assert_eq!(run.status, 0, "{command}: {}", run.stderr);
    }
    let mut cut = 0;
    for name in folder.names() {
        if name.rsplit_once('.').is_some_and(|(_, ending)| ending == "xlsx") && !name.starts_with("202") {
            let longest = longest(folder.read(&name));
            assert!(longest <= MOST, "{name}: {longest}");
            cut += usize::from(longest > MOST - 2);
        }
    }
    assert_eq!(cut, 2, "the plans of both reports have more evidence than fits");
    // What was cut by the program was changed by nobody.
    let again = folder.run("rapport 2025 2026 --overschrijf -o r");
    assert_eq!(again.status, 0, "{}", again.stderr);
    assert!(
        !again.stderr.contains("W74") && !again.stderr.contains("W75"),
        "{}",
        again.stderr
    );
}
