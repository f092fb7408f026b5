//! The improvement plan: the points that fall short of their norm, in order, with room for what people agree on.

use std::collections::{BTreeMap, BTreeSet};

use super::phrases::{municipalities, point_name};
use crate::plan::{GIVEN, Status, WrittenPlan, WrittenRow};
use crate::questionnaire::{RowIndex, Scale};
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Column, ColumnKey, Header, Part, RegionPart, Table, TableKey, Usage, columns,
};
use crate::report::sharing::Sharing;
use crate::wording::all_of;

/// How many pieces of evidence are shown in a cell.
const MOST_EVIDENCE: usize = 3;
/// The width of a column to fill in. All of them fit beside the first of [`FIXED`] on the screen of a laptop.
const TO_FILL_IN: u16 = 13;
/// The columns that we fill in: the ID, and [`GIVEN`].
const FIXED: [(Header, u16); GIVEN.len() + 1] = [
    (Header::Id, 13),
    (Header::Question, 36),
    (Header::FirstStep, 36),
    (Header::Gap, 9),
    (Header::Legal, 11),
    (Header::Step, 22),
    (Header::Theme, 24),
    (Header::Where, 14),
    (Header::WithWhom, 28),
    (Header::AlreadyThere, 30),
];
/// How many of [`FIXED`] come before the columns to fill in, and stay in view beside them: the ID, the question and the
/// first step.
const BEFORE: usize = 3;

pub(super) fn part(report: &Report, written: &WrittenPlan) -> Part {
    let order =
        "Op volgorde: eerst wat de wet vraagt, dan wat het zwaarst weegt, dan wat het vaakst als speerpunt is genoemd.";
    let (paragraphs, table) = match report.sharing {
        None => {
            let fill_in = "In het werkboek zijn de gele cellen van de regio: vul ze samen in. Komt er een nieuw rapport in de plaats van dit, dan blijft staan wat daar is ingevuld.";
            (vec![format!("{order} {fill_in}")], to_fill_in(report, written))
        }
        Some(sharing) => {
            let mut paragraphs = vec![order.to_owned()];
            paragraphs.extend(legal(report, sharing));
            (paragraphs, to_read(report))
        }
    };
    Part {
        key: RegionPart::Plan.into(),
        title: "Verbeterplan".to_owned(),
        blocks: vec![Block::Text(paragraphs), Block::Table(table)],
    }
}

/// "Wettelijke punten van gemeenten, met het aantal gemeenten dat er nog niet is: Meldcode in gebruik, ADV-06 (3
/// gemeenten); …".
fn legal(report: &Report, sharing: &Sharing) -> Option<String> {
    let points = sharing.legal.iter().map(|&(row, number)| {
        let name = point_name(report.questionnaire, row);
        format!("{name} ({})", municipalities(number))
    });
    let points: Vec<String> = points.collect();
    (!points.is_empty()).then(|| {
        let points = points.join("; ");
        format!("Wettelijke punten van gemeenten, met het aantal gemeenten dat er nog niet is: {points}.")
    })
}

/// The plan in a shared report: without evidence, and without columns to fill in.
fn to_read(report: &Report) -> Table {
    let heading = if report.score.plan.is_empty() {
        "Punten van het plan: geen die in deze uitgave getoond kunnen worden"
    } else {
        "Punten van het plan"
    };
    let mut columns = columns(FIXED);
    columns.retain(|column| column.key != Header::AlreadyThere.into());
    let rows = report.score.plan.iter().map(|&row| {
        let mut cells = point(report, row, legal_word(report, row));
        cells.truncate(columns.len());
        cells
    });
    let rows = rows.collect();
    Table {
        usage: Usage::Filter,
        ..Table::to_read(TableKey::Plan, heading, columns, rows)
    }
}

fn legal_word(report: &Report, row: RowIndex) -> &'static str {
    if report.questionnaire.question_of(row).legal {
        "wettelijk"
    } else {
        ""
    }
}

fn to_fill_in(report: &Report, written: &WrittenPlan) -> Table {
    let added = written.columns.iter().enumerate();
    let added = added.map(|(index, header)| Column::new(ColumnKey::Added(index), header, TO_FILL_IN));
    let mut columns = columns(FIXED);
    columns.splice(BEFORE..BEFORE, Column::fields(TO_FILL_IN).chain(added));
    let rows = Rows::of(report, written).all();
    Table {
        key: TableKey::Plan,
        heading: if rows.is_empty() {
            "Punten van het plan: geen".to_owned()
        } else {
            format!("Punten van het plan: {}", counts(report, &rows))
        },
        columns,
        rows,
        charts: Vec::new(),
        usage: Usage::FillIn,
    }
}

/// "51 open, 2 lopen, 1 gereed; 30 lokaal en 21 regionaal te regelen, toen dit rapport werd gemaakt".
fn counts(report: &Report, rows: &[Vec<Cell>]) -> String {
    let with = |wanted: Option<Status>| {
        let statuses = rows.iter().flatten().filter_map(|cell| match cell {
            Cell::PlanStatus(text) => Some(Status::from_words(text)),
            _ => None,
        });
        statuses
            .filter(|status| match wanted {
                None => matches!(status, None | Some(Status::NotStarted)),
                wanted => *status == wanted,
            })
            .count()
    };
    let plan = &report.score.plan;
    let organised = |scale: Scale| {
        let points = plan
            .iter()
            .filter(|&&row| report.questionnaire.question_of(row).organise == scale);
        (points.count(), scale)
    };
    let scales = [Scale::Local, Scale::Regional, Scale::National].map(organised);
    let scales = scales.iter().filter(|(number, _)| *number > 0);
    let scales: Vec<String> = scales
        .map(|(number, scale)| format!("{number} {}", scale.key()))
        .collect();
    let scales = if scales.is_empty() {
        String::new()
    } else {
        format!("; {} te regelen", all_of(&scales))
    };
    let busy = with(Some(Status::Busy));
    format!(
        "{} open, {busy} {}, {} gereed{scales}, toen dit rapport werd gemaakt",
        with(None),
        if busy == 1 { "loopt" } else { "lopen" },
        with(Some(Status::Done)),
    )
}

/// The rows of the plan: the points of this report, with everything that people wrote in the one that it replaces.
struct Rows<'a> {
    report: &'a Report<'a>,
    written: &'a WrittenPlan,
    /// What people wrote, by the ID of the point that it is about.
    of_points: BTreeMap<&'a str, Vec<&'a WrittenRow>>,
    /// The rows that people added, by the ID of the point below which they are.
    below: BTreeMap<&'a str, Vec<&'a WrittenRow>>,
}

impl<'a> Rows<'a> {
    fn of(report: &'a Report<'a>, written: &'a WrittenPlan) -> Self {
        let mut of_points: BTreeMap<&str, Vec<&WrittenRow>> = BTreeMap::new();
        let mut below: BTreeMap<&str, Vec<&WrittenRow>> = BTreeMap::new();
        for row in &written.rows {
            if report.questionnaire.row(&row.entry.id).is_some() {
                of_points.entry(&row.entry.id).or_default().push(row);
            } else if let Some(point) = &row.below {
                below.entry(point).or_default().push(row);
            }
        }
        Self {
            report,
            written,
            of_points,
            below,
        }
    }

    fn all(&self) -> Vec<Vec<Cell>> {
        let questionnaire = self.report.questionnaire;
        let mut rows = Vec::new();
        let mut shown: BTreeSet<&str> = BTreeSet::new();
        for &row in &self.report.score.plan {
            shown.insert(&questionnaire.rows[row].id);
            self.point(row, legal_word(self.report, row), &mut rows);
        }
        // What people filled in is never lost, even if the question now reaches its norm.
        for written in &self.written.rows {
            let id = written.entry.id.as_str();
            match questionnaire.row(id) {
                Some(row) if shown.insert(id) => {
                    let scored = self.report.score.rows[row].score.is_some();
                    let standing = if scored {
                        "niet meer onder de norm"
                    } else {
                        "nu geen score"
                    };
                    self.point(row, standing, &mut rows);
                }
                _ => {}
            }
        }
        let is_added = |row: &&WrittenRow| questionnaire.row(&row.entry.id).is_none();
        let is_shown = |row: &&WrittenRow| row.below.as_ref().is_some_and(|point| shown.contains(point.as_str()));
        let rest = self.written.rows.iter().filter(|row| is_added(row) && !is_shown(row));
        rows.extend(rest.map(|row| self.added(row)));
        rows
    }

    /// A point, in as many rows as people gave it, and the rows that they added below it.
    fn point(&self, row: RowIndex, legal: &str, rows: &mut Vec<Vec<Cell>>) {
        let id = self.report.questionnaire.rows[row].id.as_str();
        let blank = [&WrittenRow::default()];
        let written = self.of_points.get(id).map_or(&blank[..], Vec::as_slice);
        let fixed = point(self.report, row, legal);
        rows.extend(written.iter().map(|written| self.with_entries(fixed.clone(), written)));
        let below = self.below.get(id).into_iter().flatten();
        rows.extend(below.map(|written| self.added(written)));
    }

    /// A row that people added.
    fn added(&self, row: &WrittenRow) -> Vec<Cell> {
        let texts = [&row.entry.id].into_iter().chain(&row.given);
        self.with_entries(texts.map(Cell::entry).collect(), row)
    }

    fn with_entries(&self, mut cells: Vec<Cell>, row: &WrittenRow) -> Vec<Cell> {
        let [texts @ .., status] = &row.entry.fields;
        let status = Cell::PlanStatus(status.clone());
        let added = (0..self.written.columns.len()).map(|index| row.added.get(index));
        let added = added.map(|text| Cell::entry(text.map_or("", String::as_str)));
        let filled = texts.iter().map(Cell::entry).chain([status]).chain(added);
        cells.splice(BEFORE..BEFORE, filled);
        cells
    }
}

/// The cells that are not to be filled in; `legal` is the contents of the column for legal requirements.
fn point(report: &Report, row: RowIndex, legal: &str) -> Vec<Cell> {
    let questionnaire = report.questionnaire;
    let question = questionnaire.question_of(row);
    let practice = questionnaire.rows[row]
        .practice
        .map(|practice| questionnaire.practices[practice].name.as_str());
    // What it is about, in a few words, before the question itself.
    let short = &question.short;
    let text = match practice {
        Some(practice) => format!("{short} ({practice})\n{}", question.text),
        None => format!("{short}\n{}", question.text),
    };
    vec![
        Cell::text(&questionnaire.rows[row].id),
        Cell::text(text),
        Cell::text(&question.action),
        Cell::Score(report.score.rows[row].shortfall(question.norm)),
        Cell::text(legal),
        Cell::text(questionnaire.step_title(question.step)),
        Cell::text(&questionnaire.themes[question.theme].name),
        Cell::text(question.organise.key()),
        Cell::text(question.partners.join(", ")),
        Cell::text(evidence(report, row)),
    ]
}

/// The evidence given in workbooks, without duplicates.
fn evidence(report: &Report, row: RowIndex) -> String {
    let given = report
        .region
        .submissions
        .iter()
        .flat_map(|submission| &submission.evidence);
    let mut texts: Vec<&str> = given
        .filter(|(of, _)| *of == row)
        .map(|(_, text)| text.as_str())
        .collect();
    texts.sort_unstable();
    texts.dedup();
    texts.truncate(MOST_EVIDENCE);
    texts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::GAP;
    use crate::workbook::layout::PLAN;

    #[test]
    fn the_reader_knows_the_columns_that_we_fill_in() {
        let headers = FIXED.map(|(header, _)| header.words());
        assert_eq!(headers[1..], GIVEN);
        assert_eq!(GIVEN[GAP], Header::Gap.words());
        assert_eq!(RegionPart::Plan.name(), PLAN);
    }
}
