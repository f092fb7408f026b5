//! The sheet that shows progress while somebody fills in the workbook: what is open, and a provisional score per step.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    Color, Formula, Url, Worksheet, XlsxError,
};

use super::step_sheet::{DONE, HALF, OPEN, StepRange, Tally, WRONG, shown};
use super::style::{Style, set_up};
use super::{Order, particulars};
use crate::office::measure::{pixels, row_height};
use crate::palette;
use crate::questionnaire::Questionnaire;
use crate::workbook::layout::{OVERVIEW, UNKNOWN};

const HEADER_ROW: u32 = 3;
const PROGRESS: &str = "Voortgang: regels per stap";
const WIDTHS: [f64; 6] = [26.0, 9.0, 9.0, 9.0, 14.0, 17.0];
/// The height of a row in pixels, and the least height of a chart with its title and legend.
const ROW: u32 = 20;
const LEAST_HEIGHT: u32 = 220;

/// Returns how far the workbook is.
pub(super) fn write(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    order: &Order,
    steps: &[StepRange],
    style: &Style,
) -> Result<Progress, XlsxError> {
    set_up(sheet, Some(HEADER_ROW))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 0, "Overzicht", &style.title)?;
    let lead = "Loopt vanzelf mee. De voorlopige score telt alleen wat in dit werkboek is beantwoord; het rapport van de regio telt alle werkboeken samen. Klik op een stap om verder te gaan; in de eerste kolom daar, Stand, kan worden gefilterd op wat nog open is.";
    sheet.merge_range(1, 0, 1, 5, lead, &style.quiet)?;
    let across = WIDTHS.iter().map(|width| pixels(*width)).sum();
    sheet.set_row_height(1, row_height([(lead, across)]) + 4.0)?;
    let (missing, said) = missing(questionnaire, order);
    sheet.merge_range(2, 0, 2, 5, "", &style.locked_bold)?;
    sheet.write_formula_with_format(2, 0, Formula::new(missing).set_result(said), &style.locked_bold)?;
    let headers = ["Stap", "Regels", "Klaar", "Open", UNKNOWN, "Voorlopige score"];
    for (column, header) in (0..).zip(headers) {
        sheet.write_string_with_format(HEADER_ROW, column, header, &style.header)?;
    }
    let first = HEADER_ROW + 1;
    let mut row = first;
    for step in steps {
        let link = Url::new(step.link()).set_text(&step.title);
        sheet.write_url_with_format(row, 0, link, &style.locked_bold)?;
        let tally = &step.tally;
        let counted = |states: &[&str], result: usize| Formula::new(step.count(states)).set_result(result.to_string());
        let unknown = Formula::new(format!("=COUNTIF({},\"{UNKNOWN}\")", step.answers()));
        let score = Formula::new(step.score()).set_result(shown(tally.score()));
        let formulas = [
            counted(&[OPEN, HALF, WRONG, DONE], tally.rows),
            counted(&[DONE], tally.done),
            counted(&[OPEN, HALF, WRONG], tally.open()),
            unknown.set_result(tally.unknown.to_string()),
            score,
        ];
        for (column, formula) in (1..).zip(formulas) {
            sheet.write_formula_with_format(row, column, formula, &style.score)?;
        }
        row += 1;
    }
    sheet.write_string_with_format(row, 0, "Samen", &style.band.clone().set_bold())?;
    let together = |of: fn(&Tally) -> usize| steps.iter().map(|step| of(&step.tally)).sum::<usize>();
    let sums = [
        ("B", together(|tally| tally.rows)),
        ("C", together(|tally| tally.done)),
        ("D", together(Tally::open)),
        ("E", together(|tally| tally.unknown)),
    ];
    for (column, (letter, result)) in (1..).zip(sums) {
        let sum = Formula::new(format!("=SUM({letter}{}:{letter}{row})", first + 1)).set_result(result.to_string());
        sheet.write_formula_with_format(row, column, sum, &style.band.clone().set_num_format("0"))?;
    }
    sheet.write_blank(row, 5, &style.band)?;
    sheet.set_freeze_panes(first, 0)?;
    // Beside the table, so that both are on the first screen.
    sheet.insert_chart(HEADER_ROW, WIDTHS.len() as u16 + 1, &chart(first, row - 1))?;
    Ok(Progress {
        row: row + 1,
        rows: together(|tally| tally.rows),
        done: together(|tally| tally.done),
    })
}

/// How far a workbook is.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    /// The row of the totals, counted from 1.
    row: u32,
    pub(super) rows: usize,
    done: usize,
}

impl Progress {
    /// A formula that says it in words, and its result in the workbook as made.
    pub(super) fn in_words(self) -> Formula {
        let Self { row, rows, done } = self;
        let (all, is_done) = (format!("{OVERVIEW}!$B${row}"), format!("{OVERVIEW}!$C${row}"));
        let formula = format!("=IF({is_done}={all},\"{ALL_DONE}\",{is_done}&\" van de \"&{all}&\"{SOME_DONE}\")");
        let result = if done == rows {
            ALL_DONE.to_owned()
        } else {
            format!("{done} van de {rows}{SOME_DONE}")
        };
        Formula::new(formula).set_result(result)
    }
}

const ALL_DONE: &str = "Alles is ingevuld.";
const SOME_DONE: &str = " antwoorden zijn klaar. Het blad Overzicht laat per stap zien wat nog open is.";

/// A formula that lists the particulars still to be filled in, and its result in the workbook as made.
fn missing(questionnaire: &Questionnaire, order: &Order) -> (String, String) {
    const LEAD: &str = "Vul op het blad Gegevens nog in: ";
    let required = particulars::required(questionnaire, order);
    let parts: Vec<String> = required
        .iter()
        .map(|(name, filled_in, _)| format!("IF(TRIM({filled_in})=\"\",\"{name} \",\"\")"))
        .collect();
    let names = format!("TRIM({})", parts.join("&"));
    let formula = format!("=IF({names}=\"\",\"\",\"{LEAD}\"&SUBSTITUTE({names},\" \",\", \"))");
    let open: Vec<&str> = required
        .iter()
        .filter(|(.., known)| !known)
        .map(|(name, ..)| *name)
        .collect();
    let said = if open.is_empty() {
        String::new()
    } else {
        format!("{LEAD}{}", open.join(", "))
    };
    (formula, said)
}

/// A bar per step: what is done, and what is still open. In a blank workbook every bar is there, and all of it is open.
fn chart(first: u32, last: u32) -> Chart {
    let mut chart = Chart::new(ChartType::BarStacked);
    for (name, column, colour) in [("Klaar", 2, palette::ACCENT), ("Open", 3, palette::LINE)] {
        let mut bars = ChartFormat::new();
        bars.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour)))
            .set_border(ChartLine::new().set_color(Color::RGB(palette::ACCENT)));
        chart
            .add_series()
            .set_name(name)
            .set_categories((OVERVIEW, first, 0, last, 0))
            .set_values((OVERVIEW, first, column, last, column))
            .set_format(&mut bars)
            .set_gap(60);
    }
    chart.title().set_name(PROGRESS);
    chart.title().set_font(ChartFont::new().set_size(12));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    // The first step on top, and the numbers below.
    chart.y_axis().set_reverse();
    chart
        .x_axis()
        .set_min(0)
        .set_num_format("0")
        .set_label_position(ChartAxisLabelPosition::High)
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(palette::LINE)));
    chart
        .set_width(560)
        .set_height(((last - first + 1) * ROW + 120).max(LEAST_HEIGHT));
    chart.set_name(PROGRESS);
    chart.set_alt_text(
        "Een balk per stap: hoeveel regels klaar en open zijn; dezelfde getallen staan in de tabel ernaast.",
    );
    chart
}
