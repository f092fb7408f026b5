//! Reads what a workbook contains besides its answers: priorities, municipalities, ambitions and key figures.

use super::Collector;
use super::tables::MunicipalityColumns;
use crate::answers::{Expected, KeyFigure, Merger};
use crate::problem::Place;
use crate::spelling::{fold, nearest};
use crate::workbook::layout::PRIORITY;
use crate::workbook::read::answer_findings::AnswerFinding;
use crate::workbook::read::cells::{Cell, at};
use crate::workbook::read::entry_findings::EntryFinding as F;
use crate::workbook::read::numbers::read_number;
use crate::workbook::read::words::{quote, show, typed};

/// The Netherlands has fewer than 350; a report has a row for each.
const MOST_MUNICIPALITIES: usize = 500;

impl Collector<'_> {
    /// The text of a cell. If the cell holds something that cannot have been typed, that is reported.
    fn text_at(&mut self, sheet: &str, cell: &Cell) -> Option<String> {
        match typed(&cell.content) {
            Ok(text) => Some(text),
            Err(finding) => {
                self.note(self.place(sheet, cell.row, cell.column), &finding);
                None
            }
        }
    }

    /// The number in a cell. Reports `otherwise` if `holds` rejects the number or if the cell contains other text.
    fn number_at(
        &mut self,
        sheet: &str,
        cell: &Cell,
        holds: impl Fn(f64) -> bool,
        otherwise: impl FnOnce(String) -> F,
    ) -> Option<f64> {
        let place = self.place(sheet, cell.row, cell.column);
        match read_number(&cell.content) {
            Ok(number) if holds(number) => return Some(number),
            Err(finding @ (AnswerFinding::BecameADate | AnswerFinding::ErrorValue | AnswerFinding::NoResult)) => {
                self.note(place, &finding);
            }
            _ => self.note(place, &otherwise(show(&cell.content))),
        }
        None
    }

    pub(super) fn priority(&mut self, sheet: &str, row: &[Cell]) {
        let (Some(name), Some(value)) = (at(row, 0).and_then(|cell| cell.content.text()), at(row, 1)) else {
            return;
        };
        let name = fold(name);
        let number = name.strip_prefix(&fold(PRIORITY)).map(str::trim);
        if !number.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit())) {
            return;
        }
        let Some(given) = self.text_at(sheet, value) else {
            return;
        };
        let place = self.place(sheet, value.row, value.column);
        let themes = &self.questionnaire.themes;
        let folded = fold(&given);
        match themes.position(|theme| fold(&theme.name) == folded || theme.key == folded) {
            Some(theme) if self.priorities.contains(&theme) => {
                let theme = themes[theme].name.clone();
                self.note(place, &F::ThemeTwice { theme });
            }
            Some(theme) => self.priorities.push(theme),
            None => {
                let nearest = nearest(&given, themes.iter().map(|theme| theme.name.as_str())).map(str::to_owned);
                let found = quote(&given);
                self.note(place, &F::UnknownTheme { found, nearest });
            }
        }
    }

    pub(super) fn municipality(&mut self, sheet: &str, row: &[Cell], columns: MunicipalityColumns) {
        let Some(cell) = at(row, columns.name) else { return };
        let Some(name) = self.text_at(sheet, cell) else { return };
        let place = self.place(sheet, cell.row, cell.column);
        let folded = fold(&name);
        if let Some(first) = self.expected_at.get(&folded) {
            let first = where_from(first, sheet);
            let name = quote(&name);
            self.note(place, &F::MunicipalityTwice { name, first });
            return;
        }
        if self.expected_at.len() == MOST_MUNICIPALITIES {
            self.note(
                place,
                &F::TooManyMunicipalities {
                    most: MOST_MUNICIPALITIES,
                },
            );
            return;
        }
        self.expected_at.insert(folded, place);
        if let Some(cell) = columns.formerly.and_then(|column| at(row, column))
            && let Some(text) = self.text_at(sheet, cell)
        {
            let names = text.split([',', ';']).map(|name| name.trim().to_owned());
            let formerly: Vec<String> = names.filter(|name| !fold(name).is_empty()).collect();
            if !formerly.is_empty() {
                let name = name.clone();
                self.context.mergers.push(Merger { name, formerly });
            }
        }
        let inhabitants = at(row, columns.inhabitants).and_then(|cell| {
            let whole = |number: f64| number > 0.0 && number.fract() == 0.0;
            self.number_at(sheet, cell, whole, |found| F::BadInhabitants { found })
        });
        self.context.municipalities.push(Expected { name, inhabitants });
    }

    pub(super) fn ambition(&mut self, sheet: &str, row: &[Cell], step: u32, ambition: u32) {
        let (Some(step), Some(ambition)) = (at(row, step), at(row, ambition)) else {
            return;
        };
        let Some(given) = self.text_at(sheet, step) else { return };
        let folded = fold(&given);
        let titles: Vec<String> = (0..self.questionnaire.steps.len())
            .map(|step| self.questionnaire.step_title(step))
            .collect();
        let found = titles.iter().enumerate().position(|(number, title)| {
            fold(title) == folded
                || number.to_string() == folded
                || fold(&self.questionnaire.steps[number].name) == folded
        });
        let Some(number) = found else {
            let nearest = nearest(&given, titles.iter().map(String::as_str)).map(str::to_owned);
            let place = self.place(sheet, step.row, step.column);
            let found = quote(&given);
            self.note(place, &F::UnknownStep { found, nearest });
            return;
        };
        let score = |value: f64| value <= 100.0;
        if let Some(value) = self.number_at(sheet, ambition, score, |found| F::BadAmbition { found }) {
            self.context.ambitions[number] = Some(value);
        }
    }

    pub(super) fn key_figure(&mut self, sheet: &str, row: &[Cell], figure: u32, practice: u32, number: u32) {
        let (Some(figure), Some(practice), Some(number)) = (at(row, figure), at(row, practice), at(row, number)) else {
            return;
        };
        let (Some(figure), Some(given)) = (self.text_at(sheet, figure), self.text_at(sheet, practice)) else {
            return;
        };
        let practices = &self.questionnaire.practices;
        let folded = fold(&given);
        let found = practices.position(|known| fold(&known.name) == folded || known.key == folded);
        let Some(index) = found else {
            let nearest = nearest(&given, practices.iter().map(|known| known.name.as_str())).map(str::to_owned);
            let place = self.place(sheet, practice.row, practice.column);
            let found = quote(&given);
            self.note(place, &F::UnknownPractice { found, nearest });
            return;
        };
        let finding = match read_number(&number.content) {
            Ok(value) => {
                self.context.key_figures.push(KeyFigure {
                    figure,
                    practice: index,
                    practice_name: practices[index].name.clone(),
                    number: value,
                });
                return;
            }
            Err(AnswerFinding::NotANumber { found }) => AnswerFinding::FigureNotANumber { found },
            Err(finding) => finding,
        };
        self.note(self.place(sheet, number.row, number.column), &finding);
    }
}

/// How a message about `sheet` refers to another cell of the workbook.
fn where_from(place: &Place, sheet: &str) -> String {
    let cell = place.cell.as_deref().unwrap_or_default();
    match &place.sheet {
        Some(other) if other != sheet => format!("op blad '{other}', cel {cell}"),
        _ => format!("in cel {cell}"),
    }
}
