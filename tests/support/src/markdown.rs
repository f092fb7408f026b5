//! Makes xlsx workbooks from small Markdown tables.
//!
//! `# Naam` starts a sheet, `| a | b |` is a row. `12` and `3.5` are numbers, `2026-02-01` a date, `WAAR` a boolean,
//! `#DIV/0!` an error value, `=A1` a formula with the result 0, and anything else text; `"1.000"` is the text between
//! the quotes, whatever it looks like. `0.75 {0%}` is a number with a number format, `~~3~~` is struck out, and so is
//! the first part of `~~2~~ 3`. `<` is merged with the cell to its left, `^` with the one above it.

use std::fs;
use std::path::Path;

use ketenscan::questionnaire::{Questionnaire, Role, SourceFile, load};
use ketenscan::spelling::fold;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// A small questionnaire with every kind of question, for municipalities and the region.
pub const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/questionnaire-problems");

/// The questionnaire of [`FIXTURE`].
pub fn fixture() -> Questionnaire {
    let mut files = Vec::new();
    for name in [
        "questionnaire.toml",
        "recommendations.toml",
        "consistency.toml",
        "steps/5-beschermen.toml",
    ] {
        let text = fs::read_to_string(Path::new(FIXTURE).join(name)).expect("the fixture is there");
        files.push(SourceFile {
            name: name.to_owned(),
            text,
        });
    }
    let checked = load(&files);
    checked
        .value
        .unwrap_or_else(|| panic!("the fixture loads: {:?}", checked.problems))
}

/// Duinstad's workbook: the given sheets, its particulars, and all other questions left blank.
pub fn municipal(markdown: &str) -> Vec<u8> {
    completed(Role::Municipality, markdown)
}

/// The region's workbook: the given sheets, its particulars, and all other questions left blank.
pub fn regional(markdown: &str) -> Vec<u8> {
    completed(Role::Region, markdown)
}

/// A workbook with the given sheets and nothing else.
pub fn exactly(markdown: &str) -> Vec<u8> {
    workbook(&sheets(markdown))
}

type Sheets = Vec<(String, Vec<Vec<String>>)>;

fn completed(role: Role, markdown: &str) -> Vec<u8> {
    let questionnaire = fixture();
    let mut sheets_written = sheets(markdown);
    let given: Vec<String> = sheets_written
        .iter()
        .flat_map(|(_, rows)| rows)
        .filter_map(|row| row.first())
        .map(|id| fold(id.trim_matches('~')))
        .collect();
    let blank: Vec<&str> = questionnaire
        .rows_of(role)
        .map(|row| questionnaire.rows[row].id.as_str())
        .filter(|id| !given.contains(&fold(id)))
        .collect();
    let (kind, municipality) = match role {
        Role::Municipality => ("gemeente", "| Gemeente | Duinstad |"),
        Role::Region => ("regio", ""),
    };
    let rest = format!(
        "# Overige vragen\n| ID | Antwoord | Teller | Noemer |\n| {} |\n\
         # Gegevens\n| Regio | Flevoland |\n{municipality}\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
         # _meta\n| format | ketenscan/1 |\n| kind | {kind} |\n| questionnaire | {} |\n| edition | \"{}\" |\n| sha256 | \"{}\" |\n",
        blank.join(" |\n| "),
        questionnaire.id,
        questionnaire.edition,
        questionnaire.sha256,
    );
    for (name, rows) in sheets(&rest) {
        if !sheets_written.iter().any(|(given, _)| *given == name) {
            sheets_written.push((name, rows));
        }
    }
    workbook(&sheets_written)
}

fn sheets(markdown: &str) -> Sheets {
    let mut sheets: Sheets = Vec::new();
    for line in markdown.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix("# ") {
            sheets.push((name.to_owned(), Vec::new()));
        } else {
            let cells = line.strip_prefix('|').and_then(|line| line.strip_suffix('|'));
            let cells = cells.unwrap_or_else(|| panic!("neither a sheet nor a row: {line}"));
            let row = cells.split('|').map(|cell| cell.trim_matches(' ').to_owned()).collect();
            sheets.last_mut().expect("a sheet's name comes first").1.push(row);
        }
    }
    sheets
}

fn workbook(sheets: &Sheets) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2030, 1, 1).expect("a day");
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(name).expect("a sheet's name");
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                if is_merged(rows, row, column) {
                    merge(sheet, rows, row, column);
                }
                write_cell(sheet, row, column, cell);
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn mark(rows: &[Vec<String>], row: u32, column: u16) -> &str {
    let cells = rows.get(row as usize);
    cells
        .and_then(|cells| cells.get(usize::from(column)))
        .map_or("", String::as_str)
}

/// Whether a merged area begins in this cell.
fn is_merged(rows: &[Vec<String>], row: u32, column: u16) -> bool {
    let is_mark = |mark: &str| ["<", "^"].contains(&mark);
    let neighbours = [mark(rows, row, column + 1) == "<", mark(rows, row + 1, column) == "^"];
    !is_mark(mark(rows, row, column)) && neighbours.contains(&true)
}

fn merge(sheet: &mut Worksheet, rows: &[Vec<String>], row: u32, column: u16) {
    let last_column = (column + 1..)
        .find(|&next| mark(rows, row, next) != "<")
        .expect("an end")
        - 1;
    let last_row = (row + 1..)
        .find(|&next| mark(rows, next, column) != "^")
        .expect("an end")
        - 1;
    let merged = sheet.merge_range(row, column, last_row, last_column, "", &Format::new());
    merged.expect("a merged area");
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let (cell, format) = match cell.strip_suffix('}').and_then(|cell| cell.split_once(" {")) {
        Some((cell, format)) => (cell, Format::new().set_num_format(format)),
        None => (cell, Format::new()),
    };
    if let Some((struck, rest)) = cell.strip_prefix("~~").and_then(|cell| cell.split_once("~~")) {
        write_struck(sheet, row, column, struck, rest);
        return;
    }
    let begins_as_number = cell.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let number = begins_as_number.then(|| cell.parse::<f64>());
    // The library also takes a text with a colon in it for a time.
    let date = begins_as_number.then(|| ExcelDateTime::parse_from_str(cell));
    let quoted = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    let written = if cell.is_empty() || cell == "<" || cell == "^" {
        return;
    } else if let Some(text) = quoted {
        sheet.write_string_with_format(row, column, text, &format)
    } else if let Some(Ok(number)) = number {
        sheet.write_number_with_format(row, column, number, &format)
    } else if cell == "WAAR" {
        sheet.write_boolean(row, column, true)
    } else if cell.starts_with('#') {
        sheet.write_formula(row, column, Formula::new("=1/0").set_result(cell))
    } else if cell.starts_with('=') {
        sheet.write_formula(row, column, Formula::new(cell))
    } else if let Some(Ok(date)) = date {
        sheet.write_datetime_with_format(row, column, &date, &Format::new().set_num_format("d-m-yyyy"))
    } else {
        sheet.write_string(row, column, cell)
    };
    written.expect("a cell");
}

fn write_struck(sheet: &mut Worksheet, row: u32, column: u16, struck: &str, rest: &str) {
    let (strikes, plain) = (Format::new().set_font_strikethrough(), Format::new());
    let written = match (struck.parse::<f64>(), rest) {
        (Ok(number), "") => sheet.write_number_with_format(row, column, number, &strikes),
        (_, "") => sheet.write_string_with_format(row, column, struck, &strikes),
        (_, rest) => sheet.write_rich_string(row, column, &[(&strikes, struck), (&plain, rest)]),
    };
    written.expect("a cell");
}
