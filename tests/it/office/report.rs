//! The report in other programs: LibreOffice recomputes the sheet Controle, openpyxl finds its tables and charts.
//!
//! `cargo test --test it office::report -- --ignored` needs what the module `office` needs.

use std::collections::BTreeMap;

use ketenscan::questionnaire::RowIndex;
use ketenscan::report::outline::{Block, Cell, Outline, Part, TableKey, Usage};
use ketenscan_testing::extremes;
use ketenscan_testing::extremes::Case;
use serde_json::{Value, json};

const TOLERANCE: f64 = 1e-9;

/// A report as a file, in a temporary folder.
fn written(case: &Case) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rapport.xlsx");
    std::fs::write(&path, case.workbook()).expect("a file");
    (folder, path)
}

/// The largest difference in a row of `Controle`; `None` if it compares nothing.
fn difference(row: &Value) -> f64 {
    let cells = row.as_object().expect("a row").iter();
    let differences = cells.filter(|(header, _)| header.ends_with("verschil"));
    differences.filter_map(|(_, cell)| cell.as_f64()).fold(0.0, f64::max)
}

#[test]
#[ignore = "needs LibreOffice"]
fn an_altered_score_shows_at_its_step_and_theme_and_nowhere_else() {
    let case = extremes::huge();
    let (_folder, path) = written(&case);
    let row = case.asked.row("BES-16").expect("a row");
    let question = case.asked.question_of(row);
    let (step, theme) = (question.step, question.theme);
    let old = case.score.rows[row].score.expect("a score");
    let new = if old < 50.0 { 100.0 } else { 0.0 };
    let job = json!({"open": path, "row": "BES-16", "score": new.to_string()});
    let found = crate::programs::libreoffice("office/check_sheet.py", &job);
    assert_eq!(found["formula_errors"], json!([]));

    let before = found["before"].as_array().expect("rows");
    // Eight steps, eight themes and the largest difference.
    assert_eq!(before.len(), 17);
    for row in before {
        assert!(difference(row) <= TOLERANCE, "{row}");
        assert_eq!(row["Oordeel"], "▲ klopt", "{row}");
    }

    // The effect of one row on a mean: its weight divided by that of all scored rows.
    let moved = |belongs: &dyn Fn(RowIndex) -> bool| {
        let scored = case
            .asked
            .rows
            .indices()
            .filter(|&row| belongs(row) && case.score.rows[row].score.is_some());
        let weight: f64 = scored.map(|row| case.asked.rows[row].weight).sum();
        case.asked.rows[row].weight * (new - old).abs() / weight
    };
    let of_step = moved(&|row| case.asked.question_of(row).step == step);
    let of_theme = moved(&|row| case.asked.question_of(row).theme == theme);
    let expected = BTreeMap::from([
        (case.asked.step_title(step), of_step),
        (case.asked.themes[theme].name.clone(), of_theme),
    ]);
    let (largest, rows) = found["after"].as_array().expect("rows").split_last().expect("rows");
    for row in rows {
        let name = row["Stap of thema"].as_str().expect("a name");
        let moved = expected.get(name).copied().unwrap_or(0.0);
        assert!(
            (difference(row) - moved).abs() <= TOLERANCE,
            "{name}: {row}, not {moved}"
        );
        let verdict = if moved > 0.0 { "▼ wijkt af" } else { "▲ klopt" };
        assert_eq!(row["Oordeel"], verdict, "{row}");
    }
    let shown = largest["Score"].as_f64().expect("a figure");
    assert!((shown - of_step.max(of_theme)).abs() <= TOLERANCE, "{largest}");
    assert_eq!(largest["Oordeel"], "▼ wijkt af");
}

/// The headers of every table that a sheet should contain. A table without rows consists of its heading, except for the
/// tables that people and programs look for.
fn headers(outline: &Outline) -> BTreeMap<&str, Vec<Vec<&str>>> {
    let mut found: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    for part in &outline.parts {
        for block in &part.blocks {
            if let Block::Table(table) = block
                && (!table.rows.is_empty() || table.usage != Usage::Read)
            {
                let headers = table.columns.iter().map(|column| column.header.as_str());
                found.entry(part.name()).or_default().push(headers.collect());
            }
        }
    }
    found
}

/// The charts of a part. Programs that draw without computing need the numbers in the chart itself.
fn charts(part: &Part) -> Vec<Value> {
    let mut found = Vec::new();
    for block in &part.blocks {
        let Block::Table(table) = block else { continue };
        for (chart, native) in table.native_charts() {
            let is_figure = |cell: &&Cell| matches!(cell, Cell::Score(Some(_)) | Cell::Points(Some(_)));
            let points = native.series.iter().map(|series| match series.row {
                Some(row) => table.rows[row].iter().filter(is_figure).count(),
                None => table.cells(series.column).filter(is_figure).count(),
            });
            let points: Vec<usize> = points.collect();
            found.push(json!({"name": chart.title, "alternative": chart.alternative, "points": points}));
        }
    }
    found
}

#[test]
#[ignore = "needs Python with openpyxl"]
fn openpyxl_finds_every_table_and_chart_and_only_our_formulas() {
    let cases = [
        // Three answers are too few for the score of any step, and so for a chart.
        ("tiny", extremes::tiny(), 0),
        ("huge", extremes::huge(), 6),
        ("stalled", extremes::stalled(), 6),
        ("at the norm", extremes::at_norm(), 5),
    ];
    for (name, case, number) in cases {
        let (_folder, path) = written(&case);
        let outline = case.outline();
        let job = json!({"open": path, "tables": headers(&outline)});
        let found = crate::programs::script("python3", "office/report.py", &job);

        let mut sheets: Vec<Value> = outline
            .parts
            .iter()
            .map(|part| json!([part.name(), "visible"]))
            .collect();
        sheets.push(json!(["_meta", "veryHidden"]));
        assert_eq!(found["sheets"], json!(sheets), "{name}");
        for (sheet, missing) in found["missing"].as_object().expect("sheets") {
            assert_eq!(*missing, json!([]), "{name}, {sheet}: headers that are not there");
        }
        assert_eq!(found["title"], outline.title.as_str(), "{name}");
        assert_eq!(found["created"], "2026-11-01", "{name}");

        let mut drawn = found["charts"].as_array().expect("charts").clone();
        let mut said: Vec<Value> = outline.parts.iter().flat_map(charts).collect();
        assert_eq!(said.len(), number, "{name}");
        for list in [&mut drawn, &mut said] {
            list.sort_by_key(ToString::to_string);
        }
        // An alternative text that is too long for the workbook is cut.
        for (drawn, said) in drawn.iter().zip(&mut said) {
            let kept = drawn["alternative"].as_str().expect("a text");
            let full = said["alternative"].as_str().expect("a text");
            assert!(full.starts_with(kept.trim_end_matches(" …")), "{name}: {kept}");
            said["alternative"] = json!(kept);
        }
        assert_eq!(drawn, said, "{name}");

        let formulas = found["formulas"].as_array().expect("formulas");
        // For each of eight steps and eight themes a name, three cells for each of four figures, and a verdict; then
        // the largest difference and its verdict.
        assert_eq!(formulas.len(), 16 * (1 + 3 * 4 + 1) + 2, "{name}");
        for formula in formulas {
            assert_eq!(formula[0], "Controle", "{name}: {formula}");
            // A formula refers to cells and never contains text that somebody wrote.
            let text = formula[1].as_str().expect("a formula").to_uppercase();
            for strange in ["HYPERLINK", "HTTP", "WERKAFSPRAAK", "WEBSERVICE", "DDE"] {
                assert!(!text.contains(strange), "{name}: {text}");
            }
        }
    }
}

/// The text of every sheet on paper, page by page, according to the footers.
fn printed(path: &std::path::Path) -> BTreeMap<String, Vec<String>> {
    let pdf = path.with_extension("pdf");
    let opened = crate::programs::libreoffice("office/to_pdf.py", &json!({"open": path, "store": pdf}));
    assert_eq!(opened["formula_errors"], json!([]));
    let text = crate::programs::succeed(std::process::Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"));
    let mut sheets: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for page in text.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        // A page may have a picture only.
        let page = page.trim_end();
        let (contents, footer) = page.rsplit_once('\n').unwrap_or(("", page));
        let (sheet, _) = footer.split_once("  ").expect("a sheet and a page");
        sheets
            .entry(sheet.trim().to_owned())
            .or_default()
            .push(contents.to_owned());
    }
    sheets
}

/// The number of pages on which every sheet of a workbook is printed, and of all together.
fn pages(path: &std::path::Path) -> (BTreeMap<String, usize>, usize) {
    let pages: BTreeMap<String, usize> = printed(path)
        .into_iter()
        .map(|(sheet, pages)| (sheet, pages.len()))
        .collect();
    let all = pages.values().sum();
    (pages, all)
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn a_report_is_some_sixteen_pages_and_a_comparison_of_five_regions_as_many() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut demo = crate::programs::ketenscan(["demo", "--stil"]);
    crate::programs::succeed(demo.current_dir(folder.path()));
    for (file, most) in [("voorbeeldland-2026.xlsx", 16), ("vergelijking.xlsx", 16)] {
        let (pages, all) = pages(&folder.path().join("reports/demo").join(file));
        assert!(all <= most, "{file}: {pages:?}");
    }
    // Three pages more for the municipalities of the largest region, and one for what they see differently.
    let (_folder, path) = written(&extremes::huge());
    let (pages, all) = pages(&path);
    assert!(all <= 19, "{pages:?}");
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn a_comparison_of_28_regions_has_a_page_on_all_and_two_on_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut demo = crate::programs::ketenscan(["demo", "--landelijk", "--stil"]);
    crate::programs::succeed(demo.current_dir(folder.path()));
    let (pages, all) = pages(&folder.path().join("reports/demo/vergelijking.xlsx"));
    assert_eq!(pages["Overzicht"], 1, "{pages:?}");
    assert!(all <= 1 + 2 * 28, "{pages:?}");
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn a_sheet_prints_in_full_or_says_that_it_is_for_the_screen() {
    let case = extremes::huge();
    let (_folder, path) = written(&case);
    let printed = printed(&path);
    for part in &case.outline().parts {
        let pages = &printed[part.name()];
        if ["Vragen", "Routekaart", "Herkomst", "Controle"].contains(&part.name()) {
            let [page] = &pages[..] else {
                panic!("{} takes {} pages", part.name(), pages.len());
            };
            let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let line = "Dit blad is voor het scherm: van dit blad worden alleen deze twee regels afgedrukt.";
            assert_eq!(lines, [part.title.as_str(), line]);
            continue;
        }
        // The last row of a table is there, so no row before it was cut off.
        let pages = pages.concat();
        let is_for_the_screen = |block: &Block| matches!(block, Block::Table(table) if table.key.is_for_the_screen());
        for block in part.blocks.iter().take_while(|block| !is_for_the_screen(block)) {
            if let Block::Table(table) = block
                && let Some([Cell::Text(name), ..]) = match table.key {
                    // Of a plan in which nothing was filled in, the first twelve points.
                    TableKey::Plan => table.rows.iter().take(12).next_back(),
                    _ => table.rows.last(),
                }
                .map(Vec::as_slice)
            {
                // A long word is printed on several lines.
                let beginning: String = name.chars().take_while(|c| !c.is_whitespace()).take(8).collect();
                assert!(pages.contains(&beginning), "{}: {name} is not printed", part.name());
            }
        }
    }
}
