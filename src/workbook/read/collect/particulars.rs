//! Reads the sheet `Gegevens`: the region, municipality, year and perspective of a workbook.

use std::collections::{BTreeMap, BTreeSet};

use super::Collector;
use super::headers::{is_in_effect, may_be};
use super::region::where_from;
use crate::answers::YEARS;
use crate::privacy::Written;
use crate::problem::Place;
use crate::questionnaire::{Date, PerspectiveIndex, Role};
use crate::spelling::{fold, nearest, spells};
use crate::workbook::layout::{PARTICULARS, label};
use crate::workbook::read::answer_findings::AnswerFinding;
use crate::workbook::read::cells::{Cell, Content, Sheet, at};
use crate::workbook::read::entry_findings::EntryFinding as F;
use crate::workbook::read::table_findings::TableFinding;
use crate::workbook::read::words::{cite, place_name, quote, respondent, typed};

/// One of the particulars, and where it was found.
struct Particular {
    /// What was filled in; `None` if the cell holds something that cannot have been typed.
    text: Option<Written>,
    place: Place,
}

/// The first occurrence of each of the particulars.
#[derive(Default)]
pub(super) struct Particulars {
    region: Option<Particular>,
    municipality: Option<Particular>,
    year: Option<Particular>,
    perspective: Option<Particular>,
    respondent: Option<Particular>,
    /// The day of filling in.
    pub(super) date: Option<Date>,
    /// Other labels with a value beside them.
    unread: Vec<(String, Place)>,
}

/// The labels in column A of `Gegevens`.
const LABELS: [&str; 6] = [
    label::REGION,
    label::MUNICIPALITY,
    label::YEAR,
    label::PERSPECTIVE,
    label::RESPONDENT,
    label::DATE,
];

impl Particulars {
    fn slot(&mut self, name: &str) -> Option<(&'static str, &mut Option<Particular>)> {
        let slots = [
            (label::REGION, &mut self.region),
            (label::MUNICIPALITY, &mut self.municipality),
            (label::YEAR, &mut self.year),
            (label::PERSPECTIVE, &mut self.perspective),
            (label::RESPONDENT, &mut self.respondent),
        ];
        slots.into_iter().find(|(label, _)| is_in_effect(name, label))
    }

    pub(super) fn region(&self) -> Option<String> {
        Some(self.region.as_ref()?.text.as_ref()?.shown().to_owned())
    }

    pub(super) fn municipality(&self) -> Option<String> {
        Some(self.municipality.as_ref()?.text.as_ref()?.shown().to_owned())
    }

    pub(super) fn respondent(&self) -> Option<Written> {
        self.respondent.as_ref()?.text.clone()
    }

    pub(super) fn names_a_respondent(&self) -> bool {
        self.respondent.is_some()
    }
}

/// The column of a sheet that contains the labels of `Gegevens`, if there is one.
pub(in crate::workbook::read) fn column_of_labels(sheet: &Sheet) -> Option<u32> {
    let mut found: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for cell in &sheet.cells {
        if let Some(text) = cell.content.text()
            && let Some(label) = LABELS.iter().find(|label| is_in_effect(text, label))
        {
            found.entry(cell.column).or_default().insert(label);
        }
    }
    // On the sheet of that name any two labels are enough; elsewhere it must be the two that no other sheet of ours has.
    let is_own = spells(&sheet.name, PARTICULARS);
    let holds = |labels: &BTreeSet<&str>| {
        (is_own && labels.len() > 1) || (labels.contains(label::REGION) && labels.contains(label::YEAR))
    };
    found
        .into_iter()
        .find(|(_, labels)| holds(labels))
        .map(|(column, _)| column)
}

/// A day, written with numbers only and the year in full. Anything else is not guessed at.
fn day(content: &Content) -> Option<Date> {
    let text = match content {
        Content::Date(text) => text.as_str(),
        content => content.text()?,
    };
    let parts: Vec<&str> = text.trim().split(['-', '/', '.', ' ']).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    let (day, year) = if day.len() == 4 { (year, day) } else { (day, year) };
    let date = Date {
        year: year.parse().ok().filter(|year| YEARS.contains(year))?,
        month: month.parse().ok().filter(|month| (1..=12).contains(month))?,
        day: day.parse().ok().filter(|day| (1..=31).contains(day))?,
    };
    Some(date)
}

/// What was typed next to a label.
fn read_particular(label: &str, content: &Content) -> Result<Written, AnswerFinding> {
    if is_in_effect(label, label::REGION) || is_in_effect(label, label::MUNICIPALITY) {
        place_name(content)
    } else if is_in_effect(label, label::RESPONDENT) {
        respondent(content)
    } else {
        typed(content)
    }
}

impl Collector<'_> {
    pub(super) fn particular(&mut self, sheet: &str, row: &[Cell], column: u32) {
        let (Some(name), Some(value)) = (
            at(row, column).and_then(|cell| cell.content.text()),
            at(row, column + 1),
        ) else {
            return;
        };
        let place = self.place(sheet, value.row, value.column);
        let text = read_particular(name, &value.content);
        if text.as_ref().is_ok_and(Written::is_blank) {
            return;
        }
        let Some((label, slot)) = self.particulars.slot(name) else {
            if is_in_effect(name, label::DATE) {
                self.particulars.date = self.particulars.date.or(day(&value.content));
            } else {
                self.particulars.unread.push((quote(name), place));
            }
            return;
        };
        if let Some(first) = slot {
            let same = match (&first.text, &text) {
                (Some(first), Ok(text)) => first == text,
                _ => false,
            };
            if !same {
                // Either may have been meant.
                first.text = None;
                let first = where_from(&first.place, sheet);
                self.note(place, &TableFinding::ParticularTwice { name: label, first });
            }
            return;
        }
        *slot = Some(Particular {
            text: text.as_ref().ok().cloned(),
            place: place.clone(),
        });
        match text {
            Ok(text) if label == label::RESPONDENT && self.is_a_function(&text) => {}
            Ok(text) => self.note_personal(place, &text),
            Err(_) if label == label::YEAR && matches!(value.content, Content::Date(_)) => {
                let found = cite(&value.content);
                self.note(place, &F::BadYear { found });
            }
            Err(finding) => self.note(place, &finding),
        }
    }

    /// Whether the questionnaire names this function.
    fn is_a_function(&self, text: &Written) -> bool {
        let known = self.questionnaire.functions.get(&self.role);
        known.is_some_and(|known| known.iter().any(|function| text.is(function)))
    }

    /// Reports the particulars that a filled-in workbook must have but does not.
    pub(super) fn require_particulars(&mut self) {
        let Particulars {
            region,
            municipality,
            year,
            perspective,
            ..
        } = &self.particulars;
        let required = [
            (label::REGION, region.is_some()),
            (label::MUNICIPALITY, municipality.is_some() || self.role == Role::Region),
            (label::YEAR, year.is_some()),
            (label::PERSPECTIVE, perspective.is_some()),
        ];
        for (found, place) in std::mem::take(&mut self.particulars.unread) {
            let begins = |label: &str| fold(&found).starts_with(&fold(label));
            let mut meant = LABELS
                .into_iter()
                .filter(|label| may_be(&found, label) || begins(label));
            let near = meant.next().or_else(|| nearest(&found, LABELS)).map(str::to_owned);
            self.note(place, &TableFinding::UnreadLabel { found, near });
        }
        for (label, _) in required.into_iter().filter(|(_, found)| !found) {
            let place = Place {
                sheet: Some(PARTICULARS.to_owned()),
                ..Place::file(self.file)
            };
            self.note(place, &F::MissingParticular { label });
        }
    }

    pub(super) fn year(&mut self) -> Option<u16> {
        let given = self.particulars.year.as_ref()?;
        let text = given.text.as_ref()?;
        let year = text.shown().parse().ok().filter(|year| YEARS.contains(year));
        if year.is_none() {
            let (found, place) = (format!("'{}'", quote(text.shown())), given.place.clone());
            self.note(place, &F::BadYear { found });
        }
        year
    }

    /// Whether the perspective is left open, or is the one that a template comes with.
    pub(super) fn is_perspective_as_made(&self) -> bool {
        let own = self.joint.or(self.questionnaire.own_perspective(self.role));
        let given = self.particulars.perspective.as_ref();
        given.is_none_or(|given| {
            let text = given.text.as_ref().map(Written::shown);
            own.zip(text)
                .is_some_and(|(own, text)| spells(text, &self.questionnaire.perspectives[own].name))
        })
    }

    pub(super) fn perspective(&mut self) -> Option<PerspectiveIndex> {
        let given = self.particulars.perspective.as_ref()?;
        let text = given.text.as_ref()?;
        let known = &self.questionnaire.perspectives;
        let found = known.position(|known| text.is(&known.name) || text.is(&known.key));
        if found.is_none() {
            let known: Vec<String> = known.iter().map(|known| known.name.clone()).collect();
            let nearest = nearest(text.shown(), known.iter().map(String::as_str)).map(str::to_owned);
            let (found, place) = (quote(text.shown()), given.place.clone());
            self.note(place, &F::UnknownPerspective { found, nearest, known });
        }
        found
    }
}
