//! Reads what a region fills in about itself, ambitions and key figures, and the texts and numbers in such cells.

use super::Collector;
use super::tables::Table;
use crate::answers::KeyFigure;
use crate::privacy::Written;
use crate::problem::{Description, Finding, Place, Severity};
use crate::spelling::{fold, nearest};
use crate::workbook::layout::{says_not_applicable, says_unknown};
use crate::workbook::read::answer_findings::AnswerFinding;
use crate::workbook::read::cells::{Cell, Content, at};
use crate::workbook::read::context_findings::ContextFinding as F;
use crate::workbook::read::numbers::{percentage, read_number};
use crate::workbook::read::rounding::rounded;
use crate::workbook::read::words::{quote, show, shown, typed};

/// The highest of the levels that answers have, where an ambition is a score.
const HIGHEST_LEVEL: f64 = 4.0;

impl Collector<'_> {
    /// The text of a cell. If the cell holds something that cannot have been typed, that is reported.
    pub(super) fn text_at(&mut self, sheet: &str, cell: &Cell) -> Option<Written> {
        self.taken_in(sheet, cell, typed(&cell.content))
    }

    pub(super) fn taken_in(
        &mut self,
        sheet: &str,
        cell: &Cell,
        text: Result<Written, AnswerFinding>,
    ) -> Option<Written> {
        let place = self.place(sheet, cell.row, cell.column);
        match text {
            Ok(text) => {
                self.note_personal(place, &text);
                Some(text)
            }
            Err(finding) => {
                self.note(place, &finding);
                None
            }
        }
    }

    /// The number in a cell. Reports `otherwise` if `holds` rejects the number or if the cell contains other text.
    pub(super) fn number_at(
        &mut self,
        sheet: &str,
        cell: &Cell,
        holds: impl Fn(f64) -> bool,
        otherwise: impl FnOnce(String) -> F,
    ) -> Option<f64> {
        let place = self.place(sheet, cell.row, cell.column);
        match read_number(&cell.content) {
            Ok(number) if holds(number) => return Some(number),
            // Of a number or text that is not the one asked for, `otherwise` says more.
            Err(finding)
                if matches!(finding, AnswerFinding::Personal { .. })
                    || !matches!(&cell.content, Content::Text(_) | Content::Number(_) | Content::Bool(_)) =>
            {
                self.note(place, &finding);
            }
            _ => self.note(place, &otherwise(show(&cell.content))),
        }
        None
    }

    /// Says so if a cell whose number counts shows another one.
    pub(super) fn note_rounding(&mut self, place: Place, cell: &Cell) {
        if let Some(rounded) = rounded(&cell.content, cell.rounding) {
            let stored = shown(&cell.content).unwrap_or_default();
            let shown = rounded;
            self.note(place, &AnswerFinding::Rounded { shown, stored });
        }
    }

    pub(super) fn ambition(&mut self, sheet: &str, row: &[Cell], table: &Table) {
        let (Some(step), Some(ambition)) = (at(row, table.needed(0)), at(row, table.needed(1))) else {
            return;
        };
        let read = self.ambition_of(sheet, step, ambition);
        if let Some((step, value)) = read {
            self.context.ambitions[step] = Some(value);
        }
        if read.is_none_or(|(step, value)| self.ambitions_made[step] != Some(value)) {
            self.entered(self.place(sheet, ambition.row, ambition.column));
        }
    }

    /// The number of a step, and the ambition for it.
    fn ambition_of(&mut self, sheet: &str, step: &Cell, ambition: &Cell) -> Option<(usize, f64)> {
        let given = self.text_at(sheet, step)?;
        let titles: Vec<String> = (0..self.questionnaire.steps.len())
            .map(|step| self.questionnaire.step_title(step))
            .collect();
        let found = titles.iter().enumerate().position(|(number, title)| {
            given.is(title) || given.is(&number.to_string()) || given.is(&self.questionnaire.steps[number].name)
        });
        let Some(number) = found else {
            let nearest = nearest(given.shown(), titles.iter().map(String::as_str)).map(str::to_owned);
            let place = self.place(sheet, step.row, step.column);
            let found = quote(given.shown());
            self.note(place, &F::UnknownStep { found, nearest });
            return None;
        };
        // A percentage is read as it is shown.
        let given = &ambition.content;
        let as_number = percentage(given).map(|content| Cell {
            content,
            ..ambition.clone()
        });
        let read = as_number.as_ref().unwrap_or(ambition);
        let score = |value: f64| value <= 100.0;
        let value = self.number_at(sheet, read, score, |found| F::BadAmbition { found })?;
        let place = self.place(sheet, ambition.row, ambition.column);
        if value > 0.0 && value <= HIGHEST_LEVEL {
            let found = show(given);
            self.note(place, &F::LowAmbition { found });
        } else {
            self.note_rounding(place, ambition);
        }
        Some((number, value))
    }

    pub(super) fn key_figure(&mut self, sheet: &str, row: &[Cell], table: &Table) {
        let cell = |index| at(row, table.needed(index));
        let (Some(figure), Some(practice), Some(number)) = (cell(0), cell(1), cell(2)) else {
            return;
        };
        self.entered(self.place(sheet, number.row, number.column));
        let (label, given) = match (typed(&figure.content), typed(&practice.content)) {
            (Ok(label), Ok(given)) => (label, given),
            (Err(finding), _) => return self.note(self.place(sheet, figure.row, figure.column), &Lenient(&finding)),
            (_, Err(finding)) => {
                return self.note(self.place(sheet, practice.row, practice.column), &Lenient(&finding));
            }
        };
        self.note_personal(self.place(sheet, figure.row, figure.column), &label);
        let practices = &self.questionnaire.practices;
        let found = practices.position(|known| given.is(&known.name) || given.is(&known.key));
        let Some(index) = found else {
            let nearest = nearest(given.shown(), practices.iter().map(|known| known.name.as_str())).map(str::to_owned);
            let place = self.place(sheet, practice.row, practice.column);
            let found = quote(given.shown());
            self.note(place, &Lenient(&F::UnknownPractice { found, nearest }));
            return;
        };
        let finding = match figure_in(&number.content) {
            Ok(None) => return,
            Ok(Some(value)) => {
                self.context.key_figures.push(KeyFigure {
                    figure: label.into_shown(),
                    practice: index,
                    practice_name: practices[index].name.clone(),
                    number: value,
                });
                return self.note_rounding(self.place(sheet, number.row, number.column), number);
            }
            Err(AnswerFinding::NotANumber { found }) => AnswerFinding::FigureNotANumber { found },
            Err(finding) => finding,
        };
        self.note(self.place(sheet, number.row, number.column), &Lenient(&finding));
    }
}

/// A finding about a key figure. Those are never scored, so that none of them may stop a report.
struct Lenient<'a, F>(&'a F);

impl<F: Finding> Finding for Lenient<'_, F> {
    fn describe(&self) -> Description {
        Description {
            severity: Severity::Warning,
            ..self.0.describe()
        }
    }
}

/// A key figure; `None` if it is not known. "< 10" is as good as any number below ten, none of which is shown.
fn figure_in(content: &Content) -> Result<Option<f64>, AnswerFinding> {
    let Some(text) = content.text() else {
        return read_number(content).map(Some);
    };
    if says_unknown(text) || says_not_applicable(text) {
        return Ok(None);
    }
    let folded = fold(text);
    let below = ["<", "minder dan", "onder de"]
        .iter()
        .find_map(|word| folded.strip_prefix(word));
    let below = below.and_then(|number| number.trim().parse::<u8>().ok());
    if below.is_some_and(|number| (1..=10).contains(&number)) {
        return Ok(Some(0.0));
    }
    read_number(content).map(Some)
}

/// How a message about `sheet` refers to another cell of the workbook.
pub(super) fn where_from(place: &Place, sheet: &str) -> String {
    let cell = place.cell.as_deref().unwrap_or_default();
    match &place.sheet {
        Some(other) if other != sheet => format!("op blad '{other}', cel {cell}"),
        _ => format!("in cel {cell}"),
    }
}
