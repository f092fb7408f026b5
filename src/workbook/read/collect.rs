//! What our sheets say, gathered sheet by sheet by the words in them, wherever they were moved to.

use super::answer::{Cells, Column, interpret};
use super::cells::{Cell, Sheet, at};
use super::findings::EntryFinding as F;
use super::numbers::{quote, read_number, show};
use super::{Content, rows_in_workbook};
use crate::answers::{Answer, Context, Expected, KeyFigure, Spot, Submission, Untouched};
use crate::problem::{Checked, Finding, Place, Problem};
use crate::questionnaire::{Questionnaire, Role};
use crate::spelling::{composed, fold, nearest};
use crate::workbook::layout::{PRIORITY, address, header, label};

/// One of the particulars, with where it stands.
struct Particular {
    text: String,
    place: Place,
}

#[derive(Default)]
struct Particulars {
    region: Option<Particular>,
    municipality: Option<Particular>,
    year: Option<Particular>,
    perspective: Option<Particular>,
    respondent: Option<Particular>,
}

/// A table found on a sheet, with the columns of its headers.
enum Table {
    Questions {
        id: u32,
        answer: u32,
        part: Option<u32>,
        whole: Option<u32>,
        evidence: Option<u32>,
    },
    Municipalities {
        name: u32,
        inhabitants: u32,
    },
    Ambitions {
        step: u32,
        ambition: u32,
    },
    KeyFigures {
        figure: u32,
        practice: u32,
        number: u32,
    },
}

impl Table {
    /// The table whose header row this is.
    fn starting_at(row: &[Cell]) -> Option<Self> {
        let column = |name: &str| {
            let name = fold(name);
            row.iter()
                .find(|cell| cell.content.text().is_some_and(|text| fold(text) == name))
                .map(|cell| cell.column)
        };
        if let (Some(id), Some(answer)) = (column(header::ID), column(header::ANSWER)) {
            return Some(Table::Questions {
                id,
                answer,
                part: column(header::PART),
                whole: column(header::WHOLE),
                evidence: column(header::EVIDENCE),
            });
        }
        if let (Some(name), Some(inhabitants)) = (column(header::MUNICIPALITY), column(header::INHABITANTS)) {
            return Some(Table::Municipalities { name, inhabitants });
        }
        if let (Some(step), Some(ambition)) = (column(header::STEP), column(header::AMBITION)) {
            return Some(Table::Ambitions { step, ambition });
        }
        let (figure, practice) = (column(header::FIGURE)?, column(header::PRACTICE)?);
        let number = column(header::NUMBER)?;
        Some(Table::KeyFigures {
            figure,
            practice,
            number,
        })
    }
}

/// Gathers one workbook.
pub(super) struct Collector<'q> {
    file: &'q str,
    questionnaire: &'q Questionnaire,
    role: Role,
    /// The perspective whose questions alone a short workbook holds.
    asked: Option<usize>,
    particulars: Particulars,
    answers: Vec<Option<Answer>>,
    spots: Vec<Option<Spot>>,
    sheets: Vec<String>,
    evidence: Vec<(usize, String)>,
    priorities: Vec<usize>,
    context: Context,
    anything_answered: bool,
    questions_seen: bool,
    problems: Vec<Problem>,
}

impl<'q> Collector<'q> {
    pub(super) fn new(file: &'q str, questionnaire: &'q Questionnaire, role: Role, asked: &str) -> Self {
        Self {
            file,
            questionnaire,
            role,
            asked: questionnaire.perspectives.iter().position(|known| known.key == asked),
            particulars: Particulars::default(),
            answers: vec![None; questionnaire.rows.len()],
            spots: vec![None; questionnaire.rows.len()],
            sheets: Vec::new(),
            evidence: Vec::new(),
            priorities: Vec::new(),
            context: Context::default(),
            anything_answered: false,
            questions_seen: false,
            problems: Vec::new(),
        }
    }

    /// Takes in one sheet.
    pub(super) fn sheet(&mut self, sheet: &Sheet) {
        self.sheets.push(sheet.name.to_owned());
        let particulars = holds_particulars(sheet);
        let mut table = None;
        for row in sheet.rows() {
            if let Some(found) = Table::starting_at(row) {
                self.questions_seen |= matches!(found, Table::Questions { .. });
                table = Some(found);
                continue;
            }
            match &table {
                Some(table @ Table::Questions { .. }) => self.question_row(sheet.name, table, row),
                Some(Table::Municipalities { name, inhabitants }) => {
                    self.municipality(sheet.name, row, *name, *inhabitants);
                }
                Some(Table::Ambitions { step, ambition }) => self.ambition(sheet.name, row, *step, *ambition),
                Some(Table::KeyFigures {
                    figure,
                    practice,
                    number,
                }) => self.key_figure(sheet.name, row, *figure, *practice, *number),
                None => {
                    if particulars {
                        self.particular(sheet.name, row);
                    }
                    self.priority(sheet.name, row);
                }
            }
        }
    }

    fn place(&self, sheet: &str, row: u32, column: u32) -> Place {
        Place {
            sheet: Some(sheet.to_owned()),
            cell: Some(address(row, column)),
            ..Place::file(self.file)
        }
    }

    fn note(&mut self, place: Place, finding: &F) {
        self.problems.push(finding.at(place));
    }

    fn question_row(&mut self, sheet: &str, table: &Table, row: &[Cell]) {
        let Table::Questions {
            id,
            answer,
            part,
            whole,
            evidence,
        } = *table
        else {
            return;
        };
        let Some(given_id) = at(row, id) else { return };
        let given = show(&given_id.content);
        let content = |column: Option<u32>| column.and_then(|column| at(row, column)).map(|cell| &cell.content);
        let cells = Cells {
            answer: content(Some(answer)),
            part: content(part),
            whole: content(whole),
        };
        let place = self.place(sheet, given_id.row, id);
        let Some(index) = self.row_called(&given) else {
            let own = self
                .questionnaire
                .rows_of(self.role)
                .map(|row| self.questionnaire.rows[row].id.as_str());
            let nearest = nearest(&given, own).map(str::to_owned);
            self.anything_answered |= !cells.blank();
            self.note(place, &F::UnknownRow { id: given, nearest });
            return;
        };
        let row_id = &self.questionnaire.rows[index].id;
        let at_question = |place: Place| Place {
            question: Some(row_id.clone()),
            ..place
        };
        if let Some(first) = self.spots[index] {
            let finding = F::DuplicateRow {
                id: row_id.clone(),
                first: format!(
                    "blad '{}', cel {}",
                    self.sheets[usize::from(first.sheet)],
                    address(first.row, id)
                ),
            };
            self.note(at_question(place), &finding);
            return;
        }
        let spot = |column| Spot {
            sheet: (self.sheets.len() - 1) as u16,
            row: given_id.row,
            column,
        };
        self.spots[index] = Some(spot(match part {
            Some(part) if self.questionnaire.question_of(index).kind.is_pair() && cells.answer.is_none() => part,
            _ => answer,
        }));
        self.anything_answered |= !cells.blank();

        let question = self.questionnaire.question_of(index);
        // Numbers beside a question that does not ask for them are not its answer.
        let cells = if question.kind.is_pair() {
            cells
        } else {
            Cells {
                part: None,
                whole: None,
                ..cells
            }
        };
        let (answer_given, finding) = interpret(self.questionnaire, &question.kind, &cells);
        self.answers[index] = Some(answer_given);
        if let Some((column, finding)) = finding {
            let column = match column {
                Column::Answer => answer,
                Column::Part => part.unwrap_or(answer),
                Column::Whole => whole.unwrap_or(answer),
            };
            let place = at_question(self.place(sheet, given_id.row, column));
            self.note(place, &finding);
        }
        if let Some(text) = content(evidence).and_then(|content| content.text()) {
            self.evidence.push((index, text.trim().to_owned()));
        }
    }

    fn row_called(&self, id: &str) -> Option<usize> {
        let id = fold(id);
        self.questionnaire
            .rows_of(self.role)
            .find(|&row| fold(&self.questionnaire.rows[row].id) == id)
    }

    fn particular(&mut self, sheet: &str, row: &[Cell]) {
        let (Some(name), Some(value)) = (at(row, 0).and_then(|cell| cell.content.text()), at(row, 1)) else {
            return;
        };
        let particular = Particular {
            text: show(&value.content),
            place: self.place(sheet, value.row, value.column),
        };
        let name = fold(name);
        let slots = [
            (label::REGION, &mut self.particulars.region),
            (label::MUNICIPALITY, &mut self.particulars.municipality),
            (label::YEAR, &mut self.particulars.year),
            (label::PERSPECTIVE, &mut self.particulars.perspective),
            (label::RESPONDENT, &mut self.particulars.respondent),
        ];
        for (label, slot) in slots {
            if fold(label) == name && slot.is_none() {
                *slot = Some(particular);
                return;
            }
        }
    }

    fn priority(&mut self, sheet: &str, row: &[Cell]) {
        let (Some(name), Some(value)) = (at(row, 0).and_then(|cell| cell.content.text()), at(row, 1)) else {
            return;
        };
        let name = fold(name);
        let number = name.strip_prefix(&fold(PRIORITY)).map(str::trim);
        if !number.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit())) {
            return;
        }
        let given = show(&value.content);
        let place = self.place(sheet, value.row, value.column);
        let themes = &self.questionnaire.themes;
        let folded = fold(&given);
        match themes
            .iter()
            .position(|theme| fold(&theme.name) == folded || theme.key == folded)
        {
            Some(theme) if self.priorities.contains(&theme) => {
                let theme = themes[theme].name.clone();
                self.note(place, &F::ThemeTwice { theme });
            }
            Some(theme) => self.priorities.push(theme),
            None => {
                let nearest = nearest(&given, themes.iter().map(|theme| theme.name.as_str())).map(str::to_owned);
                self.note(place, &F::UnknownTheme { found: given, nearest });
            }
        }
    }

    fn municipality(&mut self, sheet: &str, row: &[Cell], name: u32, inhabitants: u32) {
        let Some(cell) = at(row, name) else { return };
        let given = composed(&show(&cell.content));
        let place = self.place(sheet, cell.row, name);
        let known = &self.context.municipalities;
        if known.iter().any(|known| fold(&known.name) == fold(&given)) {
            let first = "een eerdere regel".to_owned();
            self.note(place, &F::MunicipalityTwice { name: given, first });
            return;
        }
        let inhabitants = at(row, inhabitants).and_then(|cell| {
            let number = read_number(&cell.content).ok().filter(|number| *number > 0.0);
            if number.is_none() {
                let found = show(&cell.content);
                let place = self.place(sheet, cell.row, cell.column);
                self.note(place, &F::BadInhabitants { found });
            }
            number
        });
        self.context.municipalities.push(Expected {
            name: given,
            inhabitants,
        });
    }

    fn ambition(&mut self, sheet: &str, row: &[Cell], step: u32, ambition: u32) {
        let (Some(step), Some(ambition)) = (at(row, step), at(row, ambition)) else {
            return;
        };
        let given = show(&step.content);
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
            self.note(place, &F::UnknownStep { found: given, nearest });
            return;
        };
        match read_number(&ambition.content) {
            Ok(value) if value <= 100.0 => self.context.ambitions[number] = Some(value),
            _ => {
                let found = show(&ambition.content);
                let place = self.place(sheet, ambition.row, ambition.column);
                self.note(place, &F::BadAmbition { found });
            }
        }
    }

    fn key_figure(&mut self, sheet: &str, row: &[Cell], figure: u32, practice: u32, number: u32) {
        let (Some(figure), Some(practice), Some(number)) = (at(row, figure), at(row, practice), at(row, number)) else {
            return;
        };
        let given = show(&practice.content);
        let practices = &self.questionnaire.practices;
        let folded = fold(&given);
        let found = practices
            .iter()
            .position(|known| fold(&known.name) == folded || known.key == folded);
        let Some(index) = found else {
            let nearest = nearest(&given, practices.iter().map(|known| known.name.as_str())).map(str::to_owned);
            let place = self.place(sheet, practice.row, practice.column);
            self.note(place, &F::UnknownPractice { found: given, nearest });
            return;
        };
        match read_number(&number.content) {
            Ok(value) => self.context.key_figures.push(KeyFigure {
                figure: quote(&show(&figure.content)),
                practice: index,
                number: value,
            }),
            Err(finding) => {
                let place = self.place(sheet, number.row, number.column);
                self.note(place, &finding);
            }
        }
    }

    /// What the workbook is, once all its sheets are in.
    pub(super) fn finish(mut self, sha256: String) -> Checked<Content> {
        let untouched = !self.anything_answered
            && self.priorities.is_empty()
            && self.particulars.respondent.is_none()
            && (self.particulars.perspective.is_none() || self.asked.is_some());
        let text = |particular: &Option<Particular>| particular.as_ref().map(|found| composed(&found.text));
        let region = text(&self.particulars.region);
        let municipality = text(&self.particulars.municipality).filter(|_| self.role == Role::Municipality);
        let year = self.year();
        let edition = self.questionnaire.edition;
        if untouched {
            return Checked {
                value: Content::Untouched(Box::new(Untouched {
                    file: self.file.to_owned(),
                    role: self.role,
                    region,
                    municipality,
                    year,
                    edition,
                    context: self.context,
                })),
                problems: self.problems,
            };
        }
        let perspective = self.perspective();
        self.require(self.particulars.region.is_some(), label::REGION);
        if self.role == Role::Municipality {
            self.require(municipality.is_some(), label::MUNICIPALITY);
        }
        self.require(self.particulars.year.is_some(), label::YEAR);
        self.require(self.particulars.perspective.is_some(), label::PERSPECTIVE);
        self.check_rows();
        let placed = region.is_some()
            && year.is_some()
            && perspective.is_some()
            && (self.role == Role::Region || municipality.is_some());
        let submission = Box::new(Submission {
            file: self.file.to_owned(),
            sha256,
            role: self.role,
            edition,
            region: region.unwrap_or_default(),
            municipality,
            year: year.unwrap_or_default(),
            perspective: perspective.unwrap_or_default(),
            respondent: text(&self.particulars.respondent),
            answers: self.answers,
            spots: self.spots,
            sheets: self.sheets,
            evidence: self.evidence,
            priorities: self.priorities,
            context: self.context,
        });
        Checked {
            value: if placed {
                Content::Submission(submission)
            } else {
                Content::Unplaced(submission)
            },
            problems: self.problems,
        }
    }

    fn require(&mut self, found: bool, label: &'static str) {
        if !found {
            let place = Place {
                sheet: Some(crate::workbook::layout::PARTICULARS.to_owned()),
                ..Place::file(self.file)
            };
            self.note(place, &F::MissingParticular { label });
        }
    }

    fn year(&mut self) -> Option<u16> {
        let given = self.particulars.year.as_ref()?;
        let year = given
            .text
            .trim()
            .parse()
            .ok()
            .filter(|year| (1900..=2999).contains(year));
        if year.is_none() {
            let (found, place) = (given.text.clone(), given.place.clone());
            self.note(place, &F::BadYear { found });
        }
        year
    }

    fn perspective(&mut self) -> Option<usize> {
        let given = self.particulars.perspective.as_ref()?;
        let known = &self.questionnaire.perspectives;
        let folded = fold(&given.text);
        let found = known
            .iter()
            .position(|known| fold(&known.name) == folded || known.key == folded);
        if found.is_none() {
            let known: Vec<String> = known.iter().map(|known| known.name.clone()).collect();
            let nearest = nearest(&given.text, known.iter().map(String::as_str)).map(str::to_owned);
            let (found, place) = (given.text.clone(), given.place.clone());
            self.note(place, &F::UnknownPerspective { found, nearest, known });
        }
        found
    }

    fn check_rows(&mut self) {
        if !self.questions_seen {
            self.note(Place::file(self.file), &F::NoQuestions);
            return;
        }
        let absent: Vec<String> = rows_in_workbook(self.questionnaire, self.role, self.asked)
            .into_iter()
            .filter(|&row| self.answers[row].is_none())
            .map(|row| self.questionnaire.rows[row].id.clone())
            .collect();
        if !absent.is_empty() {
            self.note(Place::file(self.file), &F::AbsentRows { ids: absent });
        }
    }
}

/// Whether column A of a sheet holds the labels of `Gegevens`.
fn holds_particulars(sheet: &Sheet) -> bool {
    let holds = |label: &str| {
        sheet
            .cells
            .iter()
            .any(|cell| cell.column == 0 && cell.content.text().is_some_and(|text| fold(text) == fold(label)))
    };
    holds(label::REGION) && holds(label::YEAR)
}
