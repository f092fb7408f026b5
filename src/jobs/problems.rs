//! Takes problems; returns them in words: severity, place, message, and how many there are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::problem::{Problem, Severity};
use crate::wording::{all_of, count, grouped, sentence};

/// Up to this number, all problems are reported in full.
const MOST_REPORTED: usize = 1_000;
/// Beyond that, the number of each kind that are.
const REPORTED_OF_A_KIND: usize = 100;
/// The number of folders listed in the line for the rest.
const FOLDERS_NAMED: usize = 5;

/// Problems in a number that people can take in: if there are very many, the first of each kind and a line that counts
/// the rest.
#[derive(Debug)]
pub struct Reported<'a> {
    /// Problems reported in full, by file, in the order in which they were found.
    pub in_full: Vec<(&'a str, Vec<&'a Problem>)>,
    /// For each kind of which there are more: how many, and in which folders.
    pub rest: Vec<String>,
}

/// Chooses which problems are reported in full.
#[must_use]
pub fn reported<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> Reported<'a> {
    let mut in_full: Vec<&Problem> = problems.into_iter().collect();
    in_full.sort_by_key(|problem| &problem.place.file);
    let mut rest = Vec::new();
    if in_full.len() > MOST_REPORTED {
        let mut kinds: BTreeMap<(Severity, &str), Vec<&Problem>> = BTreeMap::new();
        in_full.retain(|problem| {
            let kind = kinds.entry((problem.severity, problem.code)).or_default();
            kind.push(problem);
            kind.len() <= REPORTED_OF_A_KIND
        });
        for ((severity, code), kind) in kinds {
            if let Some(more @ [_, ..]) = kind.get(REPORTED_OF_A_KIND..) {
                let files: Vec<&str> = more.iter().map(|problem| problem.place.file.as_str()).collect();
                rest.push(format!(
                    "{} {code}  nog {} keer: {}",
                    severity_word(severity),
                    grouped(more.len() as f64),
                    by_folder(&files)
                ));
            }
        }
    }
    let files = in_full.chunk_by(|one, other| one.place.file == other.place.file);
    let files = files.map(|problems| (problems[0].place.file.as_str(), problems.to_vec()));
    Reported {
        in_full: files.collect(),
        rest,
    }
}

/// How many of the files are in which folder: "20 in 'oud' en 3 in 2 andere mappen".
pub(super) fn by_folder(files: &[&str]) -> String {
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files {
        let folder = file.rsplit_once('/').map_or(".", |(folder, _)| folder);
        *folders.entry(folder).or_default() += 1;
    }
    let mut folders: Vec<(&str, usize)> = folders.into_iter().collect();
    // The folders with most files first; the others are counted.
    folders.sort_by_key(|(_, files)| Reverse(*files));
    let number = |number: usize| grouped(number as f64);
    let named = folders.iter().take(FOLDERS_NAMED);
    let mut listed: Vec<String> = named
        .map(|(folder, files)| format!("{} in '{folder}'", number(*files)))
        .collect();
    if let Some(others @ [_, ..]) = folders.get(FOLDERS_NAMED..) {
        let files = others.iter().map(|(_, files)| files).sum();
        listed.push(match others.len() {
            1 => format!("{} in een andere map", number(files)),
            more => format!("{} in {} andere mappen", number(files), number(more)),
        });
    }
    all_of(&listed)
}

/// The word for a severity.
#[must_use]
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "fout",
        Severity::Warning => "let op",
        Severity::Note => "ter info",
    }
}

/// The place in the file, what is wrong and what to do: "blad '5 Beschermen', cel D12 (BES-01): …".
#[must_use]
pub fn account(problem: &Problem) -> String {
    format!("{}{}. {}", spot(problem), problem.message, problem.hint)
}

/// "1 fout en 2 waarschuwingen.", "1 fout."; `None` if there are neither.
#[must_use]
pub fn counted(problems: &[Problem]) -> Option<String> {
    let counted: Vec<String> = [
        (Severity::Error, "fout", "fouten"),
        (Severity::Warning, "waarschuwing", "waarschuwingen"),
    ]
    .into_iter()
    .filter_map(|(severity, one, many)| {
        let number = problems.iter().filter(|problem| problem.severity == severity).count();
        (number > 0).then(|| count(number, one, many))
    })
    .collect();
    (!counted.is_empty()).then(|| sentence(&all_of(&counted)))
}

/// "blad '5 Beschermen', cel D12 (BES-01): ", "regel 12: ", or an empty text.
fn spot(problem: &Problem) -> String {
    let place = &problem.place;
    let mut spot = match (&place.sheet, &place.cell, place.line) {
        (Some(sheet), Some(cell), _) => format!("blad '{sheet}', cel {cell}"),
        (Some(sheet), None, _) => format!("blad '{sheet}'"),
        (None, _, Some(line)) => format!("regel {line}"),
        (None, _, None) => String::new(),
    };
    if let Some(question) = &place.question {
        spot = if spot.is_empty() {
            question.clone()
        } else {
            format!("{spot} ({question})")
        };
    }
    if spot.is_empty() { spot } else { format!("{spot}: ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

    fn problem(place: Place, severity: Severity) -> Problem {
        Problem {
            code: "W31",
            severity,
            place,
            message: "'3,5' is geen niveau".to_owned(),
            hint: "Kies een heel niveau.".to_owned(),
            remedy: None,
        }
    }

    #[test]
    fn a_place_is_given_as_far_as_it_is_known() {
        let cell = Place {
            sheet: Some("5 Beschermen".to_owned()),
            cell: Some("D12".to_owned()),
            question: Some("BES-01".to_owned()),
            ..Place::file("duinstad.xlsx")
        };
        let said = |place: Place| account(&problem(place, Severity::Error));
        assert_eq!(
            said(cell),
            "blad '5 Beschermen', cel D12 (BES-01): '3,5' is geen niveau. Kies een heel niveau."
        );
        assert_eq!(
            said(Place::line("steps/5.toml", 12)),
            "regel 12: '3,5' is geen niveau. Kies een heel niveau."
        );
        assert_eq!(
            said(Place::file("duinstad.xlsx")),
            "'3,5' is geen niveau. Kies een heel niveau."
        );
    }

    #[test]
    fn problems_are_grouped_by_file_and_counted_without_notes() {
        let problems = [
            problem(Place::file("b.xlsx"), Severity::Warning),
            problem(Place::file("a.xlsx"), Severity::Error),
            problem(Place::file("b.xlsx"), Severity::Error),
            problem(Place::file("b.xlsx"), Severity::Note),
        ];
        let files: Vec<(&str, usize)> = reported(&problems)
            .in_full
            .into_iter()
            .map(|(file, own)| (file, own.len()))
            .collect();
        assert_eq!(files, [("a.xlsx", 1), ("b.xlsx", 3)]);
        assert_eq!(counted(&problems).as_deref(), Some("2 fouten en 1 waarschuwing."));
        assert_eq!(counted(&problems[3..]), None);
    }

    #[test]
    fn a_thousand_problems_are_reported_in_full_and_beyond_that_the_first_of_each_kind() {
        let of = |severity, number: usize| problem(Place::file(&format!("map/{:02}/x.xlsx", number % 9)), severity);
        let number = |reported: &Reported| reported.in_full.iter().map(|(_, own)| own.len()).sum::<usize>();
        let mut many: Vec<Problem> = (0..1_000).map(|number| of(Severity::Error, number)).collect();
        let all = reported(&many);
        assert_eq!((number(&all), all.rest.len()), (1_000, 0));

        many.extend((0..101).map(|_| of(Severity::Note, 0)));
        many.push(of(Severity::Warning, 0));
        let some = reported(&many);
        assert_eq!(number(&some), 100 + 100 + 1);
        assert_eq!(
            some.rest,
            [
                "fout W31  nog 900 keer: 111 in 'map/01', 111 in 'map/02', 111 in 'map/03', 111 in 'map/04', \
                 111 in 'map/05' en 345 in 4 andere mappen",
                "ter info W31  nog 1 keer: 1 in 'map/00'",
            ]
        );
    }
}
