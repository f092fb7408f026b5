//! The report's workbook read back: the promised sheets, the figures that were scored, and formulas with their results.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use ketenscan::answers::{Answer, Submission, assemble};
use ketenscan::plan::{FIELDS, PlanEntry};
use ketenscan::questionnaire::{Date, builtin};
use ketenscan::report::{Report, excel, region};
use ketenscan::scoring::{self, RegionScore, Weighting};
use ketenscan::workbook::read::read_plan;
use ketenscan::workbook::template;
use ketenscan_testing::demo;
use ketenscan_testing::formulas::{Formula, formulas};
use ketenscan_testing::package::unpack;

const DATE: Date = Date {
    year: 2026,
    month: 11,
    day: 1,
};

/// The demo's workbooks, read once for all tests.
static SUBMISSIONS: LazyLock<Vec<Submission>> = LazyLock::new(|| demo::submissions("map"));

/// The demo's report, with what people filled in in its plan.
fn report(filled: &[PlanEntry]) -> (Vec<u8>, RegionScore) {
    let questionnaire = builtin();
    let region = assemble(SUBMISSIONS.clone(), Vec::new()).value.remove(0);
    let score = scoring::score(&questionnaire, &region, Weighting::Equal).unwrap();
    let report = Report {
        questionnaire: &questionnaire,
        region: &region,
        score: &score,
        sharing: None,
    };
    let outline = region::outline(&report, &[], &filled.to_vec().into());
    (excel::write(&outline, DATE).unwrap(), score)
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// The rows of the table on a sheet whose header row contains this header.
fn table(sheet: &Range<Data>, header: &str) -> Vec<Vec<Data>> {
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    let start = rows
        .iter()
        .position(|row| row.iter().any(|cell| *cell == Data::String(header.into())))
        .unwrap();
    let body = rows[start + 1..].iter();
    body.take_while(|row| row[0] != Data::Empty).cloned().collect()
}

#[test]
fn the_sheets_are_in_the_order_in_which_a_meeting_needs_them() {
    let (bytes, _) = report(&[]);
    assert_eq!(
        open(&bytes).sheet_names(),
        [
            "Samenvatting",
            "Stappen",
            "Thema's",
            "Matrix",
            "Verschijningsvormen",
            "Gemeenten",
            "Gespreksagenda",
            "Verbeterplan",
            "Vragen",
            "Routekaart",
            "Datakwaliteit",
            "Herkomst",
            "Controle",
            "Verantwoording",
            "_meta"
        ]
    );
}

#[test]
fn the_figures_of_the_steps_are_those_scored() {
    let (bytes, score) = report(&[]);
    let sheet = open(&bytes).worksheet_range("Stappen").unwrap();
    let headers = sheet
        .rows()
        .find(|row| row.contains(&Data::from("Gemiddeld tekort")))
        .unwrap();
    let rows = table(&sheet, "Gemiddeld tekort");
    assert_eq!(rows.len(), 8);
    for (row, total) in rows.iter().zip(&score.steps) {
        let figure = |header: &str| {
            let column = headers
                .iter()
                .position(|cell| cell.get_string() == Some(header))
                .unwrap();
            match &row[column] {
                Data::Float(figure) => Some(*figure),
                Data::Empty => None,
                other => panic!("{other:?} below {header}"),
            }
        };
        assert_eq!(figure("Score"), total.score);
        assert_eq!(figure("Norm"), total.norm);
        assert_eq!(figure("Tekort"), total.shortfall());
        assert_eq!(figure("Gemiddeld tekort"), total.gap);
        assert_eq!(figure("Dekking"), total.coverage);
        assert_eq!(figure("Van toepassing"), total.applicable);
    }
}

#[test]
fn the_verdict_comes_first_in_the_row_and_the_ambition_is_in_words() {
    let (bytes, _) = report(&[]);
    let mut book = open(&bytes);
    for (sheet, first, last) in [("Stappen", "Stap", "Ambitie"), ("Thema's", "Thema", "Speerpunt")] {
        let sheet = book.worksheet_range(sheet).unwrap();
        let headers = sheet
            .rows()
            .find(|row| row.contains(&Data::from("Gemiddeld tekort")))
            .unwrap();
        let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
        assert_eq!(
            headers[..7],
            [first, "Stand", "In woorden", "Score", "Bereik", "Norm", last]
        );
    }
    let sheet = book.worksheet_range("Stappen").unwrap();
    for row in table(&sheet, "Ambitie in woorden") {
        let words = row[11].to_string();
        match (&row[3], &row[6]) {
            (Data::Float(score), Data::Float(ambition)) => {
                let points = ambition.round() - score.round();
                let expected = match points {
                    ..=0.0 => "haalt de ambitie".to_owned(),
                    1.0 => "nog 1 punt tot de ambitie".to_owned(),
                    _ => format!("nog {points} punten tot de ambitie"),
                };
                assert!(words.starts_with(&expected), "{words} for {score} against {ambition}");
            }
            (_, Data::Float(_)) => assert_eq!(words, "nog niet te zeggen"),
            _ => assert_eq!(words, "geen ambitie opgegeven"),
        }
    }
}

/// Row and column of an address such as `D12`, counted from 0.
fn position(address: &str) -> (u32, u32) {
    let (column, row) = address.split_at(1);
    let column = u32::from(column.as_bytes()[0] - b'A');
    (row.parse::<u32>().unwrap() - 1, column)
}

#[test]
fn every_answer_can_be_traced_to_its_cell() {
    let questionnaire = builtin();
    let orders = demo::orders(&questionnaire).into_iter();
    let written: BTreeMap<String, Vec<u8>> = orders
        .map(|(name, order)| (format!("map/{name}"), template::write(&questionnaire, &order).unwrap()))
        .collect();
    let mut books: BTreeMap<&str, Xlsx<_>> = written
        .iter()
        .map(|(name, bytes)| (name.as_str(), open(bytes)))
        .collect();
    let answered: usize = SUBMISSIONS
        .iter()
        .flat_map(|submission| submission.answers.iter())
        .filter(|(_, answer)| **answer != Answer::Missing)
        .count();

    let (bytes, _) = report(&[]);
    let sheet = open(&bytes).worksheet_range("Herkomst").unwrap();
    let rows = table(&sheet, "Cel");
    assert_eq!(rows.len(), answered);
    for row in &rows {
        let text = |column: usize| row[column].to_string();
        let (answer, cell) = (text(4), text(8));
        let sheet = books
            .get_mut(text(6).as_str())
            .unwrap()
            .worksheet_range(&text(7))
            .unwrap();
        let (at, column) = position(&cell);
        // Numbers as they are written in Dutch.
        let there = |column: u32| match sheet.get_value((at, column)).expect("a cell") {
            Data::Float(number) => number.to_string().replace('.', ","),
            words => words.to_string(),
        };
        // For a pair, the cell is that of the first number; the second is in the next column.
        let said = if answer.starts_with(|first: char| first.is_ascii_digit()) && answer.contains(" van ") {
            format!("{} van {}", there(column), there(column + 1))
        } else {
            there(column)
        };
        assert_eq!(said, answer, "{row:?}");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert!(report(&[]).0 == report(&[]).0);
}

#[test]
fn what_people_filled_in_is_read_back_and_never_lost() {
    let entry = |id: &str, text: &str| PlanEntry {
        id: id.to_owned(),
        fields: std::array::from_fn(|field| match field {
            0 => text.to_owned(),
            6 => "Loopt".to_owned(),
            _ => String::new(),
        }),
    };
    // BES-16 is below its norm in the demo, ADV-02.vgv is not, and OUD-01 belongs to another edition.
    let filled = [
        entry("ADV-02.vgv", "Blijven volgen"),
        entry("BES-16", "=Plekken inkopen"),
        entry("OUD-01", "Uit een eerder jaar"),
    ];
    let (bytes, score) = report(&filled);
    let mut back = read_plan(&bytes).unwrap();
    back.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(back, filled);

    let sheet = open(&bytes).worksheet_range("Verbeterplan").unwrap();
    let rows = table(&sheet, FIELDS[0]);
    assert_eq!(rows.len(), score.plan.len() + 2);
    let no_longer_short = rows[score.plan.len()..].iter().map(|row| row[11].to_string());
    assert!(no_longer_short.eq(["niet meer onder de norm", ""].map(str::to_owned)));
}

#[test]
fn only_a_report_has_a_plan() {
    let questionnaire = builtin();
    let (_, order) = demo::orders(&questionnaire).remove(0);
    let workbook = template::write(&questionnaire, &order).unwrap();
    assert_eq!(read_plan(&workbook), None);
    assert_eq!(read_plan(b"PK no workbook"), None);
}

#[test]
fn the_plan_shows_question_and_cells_to_fill_in_together_and_prints_them_on_one_page() {
    let entry = |id: &str| PlanEntry {
        id: id.to_owned(),
        fields: std::array::from_fn(|field| if field == 6 { "Loopt".to_owned() } else { String::new() }),
    };
    let (bytes, score) = report(&[entry("BES-16")]);
    let parts = unpack(&bytes);
    let part = |wanted: &str| {
        let found = parts.iter().find(|(name, _)| name == wanted);
        String::from_utf8(found.expect("the part").1.clone()).unwrap()
    };
    let xml = part("xl/worksheets/sheet8.xml");
    // Of the columns, in characters: ID, question, first step and the seven to fill in fit a screen of 1366 pixels.
    let widths = xml.split("<col ").skip(1).flat_map(|column| {
        let figure = |name: &str| {
            let from = column.split_once(&format!("{name}=\"")).unwrap().1;
            from.split('"').next().unwrap().parse::<f64>().unwrap()
        };
        let columns = (figure("max") - figure("min")) as usize + 1;
        std::iter::repeat_n(figure("width") * 7.0, columns)
    });
    assert!(widths.take(10).sum::<f64>() < 1366.0);
    assert!(
        xml.contains("<pane xSplit=\"2\" ySplit=\"6\""),
        "the question stays in view"
    );
    // Below the header on row 6.
    let printed = "'Verbeterplan'!$A$6:$J$18".replace('\'', "");
    assert!(part("xl/workbook.xml").contains(&printed));

    let sheet = open(&bytes).worksheet_range("Verbeterplan").unwrap();
    let heading = sheet.get_value((4, 0)).unwrap().to_string();
    let open_points = score.plan.len() - 1;
    let expected = format!("Punten van het plan: {open_points} open, 1 loopt, 0 gereed; ");
    assert!(heading.starts_with(&expected), "{heading}");
}

#[test]
fn native_charts_draw_what_a_score_may_still_become() {
    let (bytes, score) = report(&[]);
    let parts = unpack(&bytes);
    let charts = parts.iter().filter(|(name, _)| name.starts_with("xl/charts/chart"));
    let charts = charts.map(|(_, xml)| String::from_utf8(xml.clone()).unwrap());
    let of_steps: Vec<String> = charts
        .filter(|xml| xml.contains("<c:errBars>") && xml.contains("0 Randvoorwaarden"))
        .collect();
    // On Samenvatting and on Stappen.
    assert_eq!(of_steps.len(), 2);
    let points = |xml: &str, of: &str| -> Vec<f64> {
        let inside = xml.split_once(&format!("<c:{of}>")).unwrap().1;
        let inside = inside.split_once(&format!("</c:{of}>")).unwrap().0;
        assert!(inside.contains("<c:f>_meta!$"), "{inside}");
        let values = inside.split("<c:v>").skip(1);
        values
            .map(|value| value.split_once('<').unwrap().0.parse().unwrap())
            .collect()
    };
    for xml in of_steps {
        let reaches = [points(&xml, "plus"), points(&xml, "minus")];
        for (step, total) in score.steps.iter().enumerate() {
            let (low, score, high) = (total.low.unwrap(), total.score.unwrap(), total.high.unwrap());
            assert!((reaches[0][step] - (high - score)).abs() < 1e-9, "step {step}");
            assert!((reaches[1][step] - (score - low)).abs() < 1e-9, "step {step}");
        }
    }
}

#[test]
fn the_agenda_has_room_for_conclusions_on_what_a_meeting_gets_through_and_prints_that() {
    let (bytes, score) = report(&[]);
    let sheet = open(&bytes).worksheet_range("Gespreksagenda").unwrap();
    let rows: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let heading = |text: &str| rows.iter().position(|row| row[0].starts_with(text)).expect("a heading");
    let below = |heading: usize| rows[heading + 2..].iter().take_while(|row| !row[0].is_empty());
    let (handovers, first) = (heading("Overdrachten"), heading("Waar perspectieven verschillen"));
    let further = heading("Verder, voor het scherm: waar perspectieven ook verschillen");
    let screen = heading("Verder, voor het scherm");
    assert!(handovers < first && first < heading("Wat het minst bekend is"));
    assert_eq!(rows[first + 1][4], "Conclusie");
    assert!(below(first).all(|row| row[4].is_empty()));
    let differences = |heading| below(heading).map(|row| row[2].parse::<f64>().expect("a difference"));
    let all: Vec<f64> = differences(first).chain(differences(further)).collect();
    assert_eq!((differences(first).count(), all.len()), (8, score.agenda.len()));
    assert!(all.is_sorted_by(|one, next| one >= next));
    // Among equals, those that experts by experience take part in come first.
    let largest = below(first).take_while(|row| row[2] == rows[first + 2][2]);
    let theirs: Vec<bool> = largest
        .map(|row| row[1].contains("Ervaringsdeskundige") || row[1].contains("leutelfigu"))
        .collect();
    assert!(theirs[0] && theirs.is_sorted_by(|one, next| one >= next), "{theirs:?}");

    let parts = unpack(&bytes);
    let (_, book) = parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    let book = String::from_utf8(book.clone()).unwrap();
    assert!(book.contains(&format!("Gespreksagenda!$A$1:$E${screen}<")), "{screen}");
}

#[test]
fn the_first_screen_has_three_first_actions_each_with_what_is_wrong_and_what_to_do() {
    let (bytes, score) = report(&[]);
    let sheet = open(&bytes).worksheet_range("Samenvatting").unwrap();
    let rows = table(&sheet, "Eerste stap");
    assert_eq!(rows.len(), 3);
    let questionnaire = builtin();
    for (row, &first) in rows.iter().zip(&score.plan) {
        assert!(row[0].to_string().ends_with(&questionnaire.rows[first].id));
        assert!(row[1].to_string().starts_with("▼ "), "{row:?}");
        assert_eq!(row[5].to_string(), questionnaire.question_of(first).action);
    }
}

#[test]
fn every_formula_has_the_result_that_programs_show_which_do_not_compute() {
    let (bytes, score) = report(&[]);
    let formulas = formulas(&bytes);
    // For each of eight steps and eight themes a name, three cells for each of four figures, and a verdict; then the
    // largest difference and its verdict.
    assert_eq!(formulas.len(), 16 * (1 + 3 * 4 + 1) + 2);
    let stored = |formula: &Formula| formula.stored.clone().expect("a stored result");
    assert!(
        formulas.iter().all(|formula| !stored(formula).is_empty()),
        "every step and theme has a score"
    );
    let in_column = |column: &str| {
        let found = formulas
            .iter()
            .filter(|formula| formula.cell.trim_end_matches(|c: char| c.is_ascii_digit()) == column);
        found.map(stored).collect::<Vec<String>>()
    };
    let questionnaire = builtin();
    let steps: Vec<String> = (0..8).map(|step| questionnaire.step_title(step)).collect();
    assert_eq!(in_column("A")[..8], steps);
    assert_eq!(in_column("N"), vec!["▲ klopt"; 17]);
    // The score that is reported, the one computed from the questions, and their difference.
    let number = |text: &String| text.parse::<f64>().expect("a number");
    let [reported, again, difference] =
        ["B", "C", "D"].map(|column| in_column(column).iter().map(number).collect::<Vec<_>>());
    for step in 0..8 {
        let scored = score.steps[step].score.expect("a score");
        assert!((reported[step] - scored).abs() < 1e-9 && (again[step] - scored).abs() < 1e-9);
        assert!(difference[step] < 1e-9, "{}", difference[step]);
    }
}
