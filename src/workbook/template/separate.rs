//! The words for what each perspective answered to a row, and on what grounds.

use crate::answers::{Said, Separate};
use crate::questionnaire::{Questionnaire, RowIndex};
use crate::spelling::one_line;
use crate::workbook::layout::answer_words;

/// Longest ground, in characters: everybody has their own workbook at hand.
const LONGEST_GROUND: usize = 240;
/// The number of grounds of one perspective.
const MOST_GROUNDS: usize = 3;
/// The number of different answers of one perspective.
const MOST_ANSWERS: usize = 8;

/// What each perspective answered, each on a line of its own, with the grounds on the next.
pub(super) fn words(questionnaire: &Questionnaire, separate: &Separate, row: RowIndex) -> String {
    let lines = separate.rows[row].iter().flat_map(|side| {
        let grounds = grounds(side);
        let own = answers(questionnaire, side);
        [Some(own), grounds].into_iter().flatten()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// "Veilig Thuis: 3 – Geregeld; 1 – Begin (2×)".
pub(super) fn answers(questionnaire: &Questionnaire, side: &Said) -> String {
    let shown = side.answers.iter().take(MOST_ANSWERS);
    let mut answers: Vec<String> = shown
        .map(|&(answer, times)| {
            let words = answer_words(questionnaire, answer);
            match times {
                1 => words,
                times => format!("{words} ({times}×)"),
            }
        })
        .collect();
    answers.extend(others(side.answers.len(), MOST_ANSWERS));
    let name = &questionnaire.perspectives[side.perspective].name;
    format!("{name}: {}", answers.join("; "))
}

fn grounds(side: &Said) -> Option<String> {
    let shown = side.grounds.iter().take(MOST_GROUNDS);
    let mut grounds: Vec<String> = shown.map(|ground| format!("“{}”", shortened(ground))).collect();
    grounds.extend(others(side.grounds.len(), MOST_GROUNDS));
    (!grounds.is_empty()).then(|| format!("    {}", grounds.join("; ")))
}

fn shortened(ground: &str) -> String {
    let ground = one_line(ground);
    if ground.chars().count() <= LONGEST_GROUND {
        return ground;
    }
    ground.chars().take(LONGEST_GROUND).chain(['…']).collect()
}

/// "en nog 2", if there are more than are shown.
fn others(all: usize, shown: usize) -> Option<String> {
    (all > shown).then(|| format!("en nog {}", all - shown))
}
