//! Problems in words: what each weighs, where it is, and how many there are.

use crate::problem::{Problem, Severity};
use crate::wording::{all_of, count, sentence};

/// The problems file by file, those of one file in the order in which they were found.
#[must_use]
pub fn by_file(problems: &[Problem]) -> Vec<(&str, Vec<&Problem>)> {
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| &problem.place.file);
    let files = sorted.chunk_by(|one, other| one.place.file == other.place.file);
    files
        .map(|problems| (problems[0].place.file.as_str(), problems.to_vec()))
        .collect()
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

/// Where in its file a problem is, what is wrong and what to do: "blad '5 Beschermen', cel D12 (BES-01): …".
#[must_use]
pub fn account(problem: &Problem) -> String {
    format!("{}{}. {}", spot(problem), problem.message, problem.hint)
}

/// "1 fout en 2 waarschuwingen.", "1 fout."; nothing where there is neither.
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

/// "blad '5 Beschermen', cel D12 (BES-01): ", "regel 12: ", or nothing.
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
    fn a_place_is_told_as_far_as_it_is_known() {
        let cell = Place {
            sheet: Some("5 Beschermen".to_owned()),
            cell: Some("D12".to_owned()),
            question: Some("BES-01".to_owned()),
            ..Place::file("duinstad.xlsx")
        };
        let told = |place: Place| account(&problem(place, Severity::Error));
        assert_eq!(
            told(cell),
            "blad '5 Beschermen', cel D12 (BES-01): '3,5' is geen niveau. Kies een heel niveau."
        );
        assert_eq!(
            told(Place::line("steps/5.toml", 12)),
            "regel 12: '3,5' is geen niveau. Kies een heel niveau."
        );
        assert_eq!(
            told(Place::file("duinstad.xlsx")),
            "'3,5' is geen niveau. Kies een heel niveau."
        );
    }

    #[test]
    fn problems_are_parted_by_file_and_counted_without_notes() {
        let problems = [
            problem(Place::file("b.xlsx"), Severity::Warning),
            problem(Place::file("a.xlsx"), Severity::Error),
            problem(Place::file("b.xlsx"), Severity::Error),
            problem(Place::file("b.xlsx"), Severity::Note),
        ];
        let files: Vec<(&str, usize)> = by_file(&problems)
            .into_iter()
            .map(|(file, own)| (file, own.len()))
            .collect();
        assert_eq!(files, [("a.xlsx", 1), ("b.xlsx", 3)]);
        assert_eq!(counted(&problems).as_deref(), Some("2 fouten en 1 waarschuwing."));
        assert_eq!(counted(&problems[3..]), None);
    }
}
