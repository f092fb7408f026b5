//! Reads what a workbook contains besides its answers: priorities, municipalities, ambitions and key figures.

use super::Collector;
use super::tables::Table;
use crate::answers::{Expected, KeyFigure, Merger};
use crate::privacy::Written;
use crate::problem::{Description, Finding, Place, Severity};
use crate::spelling::{fold, nearest, spells};
use crate::workbook::layout::{PRIORITIES, PRIORITY, PRIORITY_COUNT, says_not_applicable, says_unknown};
use crate::workbook::read::answer_findings::AnswerFinding;
use crate::workbook::read::cells::{Cell, Content, at};
use crate::workbook::read::entry_findings::{EntryFinding as F, INHABITANTS};
use crate::workbook::read::numbers::{percentage, read_number};
use crate::workbook::read::table_findings::TableFinding;
use crate::workbook::read::words::{cite, place_name, place_names, quote, show, typed};

/// The Netherlands has fewer than 350; a report has a row for each.
const MOST_MUNICIPALITIES: usize = 500;

/// The highest of the levels that answers have, where an ambition is a score.
const HIGHEST_LEVEL: f64 = 4.0;

impl Collector<'_> {
    /// The text of a cell. If the cell holds something that cannot have been typed, that is reported.
    fn text_at(&mut self, sheet: &str, cell: &Cell) -> Option<Written> {
        self.taken_in(sheet, cell, typed(&cell.content))
    }

    fn taken_in(&mut self, sheet: &str, cell: &Cell, text: Result<Written, AnswerFinding>) -> Option<Written> {
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

    /// The former names in a cell.
    fn former_names_at(&mut self, sheet: &str, cell: &Cell) -> Vec<String> {
        let place = self.place(sheet, cell.row, cell.column);
        let names = match place_names(&cell.content) {
            Ok(names) => names,
            Err(finding) => {
                self.note(place, &finding);
                return Vec::new();
            }
        };
        let named: Vec<Written> = names.into_iter().filter(|name| !name.is_blank()).collect();
        if let Some(personal) = named.iter().find(|name| !name.kinds().is_empty()) {
            self.note_personal(place, personal);
        }
        named.into_iter().map(Written::into_shown).collect()
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

    pub(super) fn priority(&mut self, sheet: &str, row: &[Cell]) {
        let Some(label) = row.first() else { return };
        let (Some(name), Some(value)) = (label.content.text(), at(row, label.column + 1)) else {
            return;
        };
        if !is_priority(name) {
            if spells(sheet, PRIORITIES) {
                let labels: Vec<String> = (1..=PRIORITY_COUNT).map(|n| format!("{PRIORITY} {n}")).collect();
                let near = nearest(name, labels.iter().map(String::as_str)).map(str::to_owned);
                let finding = TableFinding::UnreadLabel {
                    found: quote(name),
                    near,
                };
                self.note(self.place(sheet, value.row, value.column), &finding);
            }
            return;
        }
        let Some(given) = self.text_at(sheet, value) else {
            return;
        };
        let place = self.place(sheet, value.row, value.column);
        let themes = &self.questionnaire.themes;
        match themes.position(|theme| given.is(&theme.name) || given.is(&theme.key)) {
            Some(theme) if self.priorities.contains(&theme) => {
                let theme = themes[theme].name.clone();
                self.note(place, &F::ThemeTwice { theme });
            }
            Some(theme) => self.priorities.push(theme),
            None => {
                let nearest = nearest(given.shown(), themes.iter().map(|theme| theme.name.as_str())).map(str::to_owned);
                let found = quote(given.shown());
                self.note(place, &F::UnknownTheme { found, nearest });
            }
        }
    }

    pub(super) fn municipality(&mut self, sheet: &str, row: &[Cell], table: &Table) {
        let Some(cell) = at(row, table.needed(0)) else {
            let inhabitants = table.column(1).and_then(|column| at(row, column));
            if let Some(cell) = inhabitants.filter(|cell| read_number(&cell.content).is_ok()) {
                let found = show(&cell.content);
                let place = self.place(sheet, cell.row, cell.column);
                self.note(place, &F::NamelessInhabitants { found });
            }
            return;
        };
        let Some(name) = self.taken_in(sheet, cell, place_name(&cell.content)) else {
            return;
        };
        let name = name.into_shown();
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
        if looks_like_no_municipality(&name) {
            let found = cite(&cell.content);
            self.note(place.clone(), &F::NoMunicipality { found });
        }
        self.expected_at.insert(folded, place);
        if let Some(cell) = table.column(2).and_then(|column| at(row, column)) {
            let formerly = self.former_names_at(sheet, cell);
            if !formerly.is_empty() {
                let name = name.clone();
                self.context.mergers.push(Merger { name, formerly });
            }
        }
        let inhabitants = table.column(1).and_then(|column| at(row, column)).and_then(|cell| {
            let whole = |number: f64| number > 0.0 && number.fract() == 0.0;
            let number = self.number_at(sheet, cell, whole, |found| F::BadInhabitants { found })?;
            if !INHABITANTS.contains(&number) {
                let place = self.place(sheet, cell.row, cell.column);
                self.note(place, &F::UnusualInhabitants { found: number });
            }
            Some(number)
        });
        self.context.municipalities.push(Expected { name, inhabitants });
    }

    pub(super) fn ambition(&mut self, sheet: &str, row: &[Cell], table: &Table) {
        let (Some(step), Some(ambition)) = (at(row, table.needed(0)), at(row, table.needed(1))) else {
            return;
        };
        let Some(given) = self.text_at(sheet, step) else { return };
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
            return;
        };
        // A percentage is read as it is shown.
        let given = &ambition.content;
        let shown = percentage(given).map(|content| Cell {
            content,
            ..ambition.clone()
        });
        let ambition = shown.as_ref().unwrap_or(ambition);
        let score = |value: f64| value <= 100.0;
        if let Some(value) = self.number_at(sheet, ambition, score, |found| F::BadAmbition { found }) {
            self.context.ambitions[number] = Some(value);
            if value > 0.0 && value <= HIGHEST_LEVEL {
                let found = show(given);
                self.note(
                    self.place(sheet, ambition.row, ambition.column),
                    &F::LowAmbition { found },
                );
            }
        }
    }

    pub(super) fn key_figure(&mut self, sheet: &str, row: &[Cell], table: &Table) {
        let cell = |index| at(row, table.needed(index));
        let (Some(figure), Some(practice), Some(number)) = (cell(0), cell(1), cell(2)) else {
            return;
        };
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
                return;
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

/// First words of rows in a list of municipalities that are no municipality.
const NO_MUNICIPALITY: [&str; 18] = [
    "bron",
    "bronnen",
    "gemeenten",
    "gemiddelde",
    "gemiddeld",
    "let",
    "nb",
    "noot",
    "onbekend",
    "opmerking",
    "overig",
    "overige",
    "peildatum",
    "regio",
    "samen",
    "som",
    "subtotaal",
    "totaal",
];
/// No municipality has a longer name, or one of more words.
const LONGEST_NAME: usize = 60;
const MOST_WORDS: usize = 7;

/// Whether a text in the list of municipalities does not look like a name.
fn looks_like_no_municipality(name: &str) -> bool {
    let folded = fold(name);
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    NO_MUNICIPALITY.contains(&first)
        || folded.contains([':', '@', '='])
        || !folded.chars().any(char::is_alphabetic)
        || folded.chars().count() > LONGEST_NAME
        || words.count() >= MOST_WORDS
}

/// Whether a label is `Speerpunt 1` or another number.
fn is_priority(label: &str) -> bool {
    let folded = fold(label);
    let number = folded
        .strip_prefix(&fold(PRIORITY))
        .map(|number| number.trim_matches([' ', ':', '.']));
    number.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// How a message about `sheet` refers to another cell of the workbook.
pub(super) fn where_from(place: &Place, sheet: &str) -> String {
    let cell = place.cell.as_deref().unwrap_or_default();
    match &place.sheet {
        Some(other) if other != sheet => format!("op blad '{other}', cel {cell}"),
        _ => format!("in cel {cell}"),
    }
}
