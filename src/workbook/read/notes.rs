//! Collects what is wrong in a workbook. Of a finding that recurs all over a sheet, the first few are reported in full
//! and the rest in one line.

use std::collections::BTreeMap;

use crate::problem::{Finding, Place, Problem};
use crate::wording::all_of;

/// How many findings of one kind per sheet are reported in full.
const ALONE: usize = 5;
/// How many cells are listed in the line for the rest.
const NAMED: usize = 20;

/// The findings of one workbook. Their number is bounded, however much is wrong.
#[derive(Default)]
pub(super) struct Notes {
    problems: Vec<Problem>,
    /// By code and sheet.
    kinds: BTreeMap<(&'static str, Option<String>), Kind>,
}

/// Findings of one kind on one sheet.
#[derive(Default)]
struct Kind {
    times: usize,
    /// Position, among the problems, of the line for the rest.
    line: usize,
    /// The first of the remaining cells.
    cells: Vec<String>,
}

impl Notes {
    /// Adds one finding.
    pub(super) fn add(&mut self, place: Place, finding: &impl Finding) {
        let problem = finding.at(place);
        let key = (problem.code, problem.place.sheet.clone());
        let kind = self.kinds.entry(key).or_default();
        kind.times += 1;
        if kind.times > ALONE && kind.cells.len() < NAMED {
            kind.cells.extend(problem.place.cell.clone());
        }
        if kind.times <= ALONE + 1 {
            kind.line = self.problems.len();
            self.problems.push(problem);
        }
    }

    /// Whether another finding with this code on this sheet would be reported in full, so that a costly search for a
    /// hint is worthwhile.
    pub(super) fn has_room_for(&self, code: &'static str, sheet: &str) -> bool {
        let kind = self.kinds.get(&(code, Some(sheet.to_owned())));
        kind.is_none_or(|kind| kind.times <= ALONE)
    }

    /// All findings, in the order in which they were found.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        // Summarising a single finding would save nothing.
        for kind in self.kinds.values().filter(|kind| kind.times > ALONE + 1) {
            kind.stand_for_the_rest(&mut self.problems[kind.line]);
        }
        self.problems
    }
}

impl Kind {
    fn stand_for_the_rest(&self, problem: &mut Problem) {
        let rest = self.times - ALONE;
        let mut cells = self.cells.clone();
        if rest > cells.len() {
            cells.push(format!("{} andere", rest - cells.len()));
        }
        problem.message = format!("nog {rest} cellen hebben deze melding: {}", all_of(&cells));
        "Begin bij de vorige meldingen: vaak is het overal dezelfde vergissing.".clone_into(&mut problem.hint);
        problem.place.cell = None;
        problem.place.question = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Description, Severity};

    struct Wrong(&'static str);

    impl Finding for Wrong {
        fn describe(&self) -> Description {
            Description {
                code: self.0,
                severity: Severity::Error,
                message: "fout".to_owned(),
                hint: "Herstel.".to_owned(),
            }
        }
    }

    fn after(times: usize) -> Vec<Problem> {
        let mut notes = Notes::default();
        for row in 1..=times {
            let place = Place {
                sheet: Some("Blad".to_owned()),
                cell: Some(format!("A{row}")),
                question: Some(format!("V-{row}")),
                ..Place::file("x")
            };
            notes.add(place, &Wrong("W24"));
        }
        notes.into_problems()
    }

    #[test]
    fn a_few_findings_are_reported_in_full() {
        for times in 0..=6 {
            let problems = after(times);
            assert_eq!(problems.len(), times);
            assert!(problems.iter().all(|problem| problem.message == "fout"));
        }
    }

    #[test]
    fn further_findings_share_one_line_that_lists_their_cells() {
        let problems = after(7);
        assert_eq!(problems.len(), 6);
        assert_eq!(problems[4].place.cell.as_deref(), Some("A5"));
        let rest = &problems[5];
        assert_eq!(rest.message, "nog 2 cellen hebben deze melding: A6 en A7");
        assert_eq!((rest.code, rest.severity), ("W24", Severity::Error));
        assert_eq!(rest.place.sheet.as_deref(), Some("Blad"));
        assert_eq!((&rest.place.cell, &rest.place.question), (&None, &None));
    }

    #[test]
    fn any_number_of_findings_stays_short() {
        let problems = after(50_000);
        assert_eq!(problems.len(), 6);
        let said = &problems[5].message;
        assert!(
            said.starts_with("nog 49995 cellen hebben deze melding: A6, A7, "),
            "{said}"
        );
        assert!(said.ends_with("A24, A25 en 49975 andere"), "{said}");
    }

    #[test]
    fn kinds_and_sheets_are_counted_separately() {
        let mut notes = Notes::default();
        for (code, sheet) in [("W23", "Een"), ("W24", "Een"), ("W24", "Twee")] {
            for _ in 0..6 {
                let place = Place {
                    sheet: Some(sheet.to_owned()),
                    ..Place::file("x")
                };
                notes.add(place, &Wrong(code));
            }
        }
        assert_eq!(notes.into_problems().len(), 18);
    }
}
