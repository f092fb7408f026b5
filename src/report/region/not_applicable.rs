//! What was called not applicable, by whom and why, and what each step would be otherwise. Such an answer takes a question
//! out, so none of them goes unsaid.

use super::phrases::range;
use crate::answers::{Answer, Submission};
use crate::questionnaire::RowIndex;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Header, Table, TableKey, columns};
use crate::wording::count;

/// What it does to the steps; and, if there is any, each such answer.
pub(super) fn blocks(report: &Report) -> ([Block; 2], Option<Block>) {
    let spared = spared(report);
    let mut paragraphs = vec![
        "Wat niet van toepassing is, telt in een score niet mee. Hieronder staat welk bereik en welke stand een stap zou hebben als het onbekend was. Zo is te zien of de stand daarop rust. Staat er bij een stand 'door n.v.t.', dan is zij beter dan zij anders zou zijn.".to_owned(),
    ];
    if !spared.is_empty() {
        let without = spared.iter().filter(|spared| spared.ground.is_none()).count();
        paragraphs.push(format!(
            "{} 'niet van toepassing', waarvan {without} zonder onderbouwing; verderop op dit blad staat welke, van wie en waarom. Haalde zo'n antwoord iets weg dat beter moet, dan ziet u het hier.",
            count(spared.len(), "antwoord is", "antwoorden zijn")
        ));
    }
    (
        [Block::Text(paragraphs), Block::Table(strict(report))],
        (!spared.is_empty()).then(|| Block::Table(named(report, &spared))),
    )
}

/// An answer that took a question out.
struct Spared<'r> {
    book: &'r Submission,
    row: RowIndex,
    /// Why, if it says so.
    ground: Option<&'r str>,
    /// Whether it counts as unknown, as the law asks it and it has no ground.
    unfounded: bool,
}

/// All such answers, by question.
fn spared<'r>(report: &Report<'r>) -> Vec<Spared<'r>> {
    let mut found = Vec::new();
    for book in &report.region.submissions {
        for (row, answer) in book.answers.iter() {
            let ground = || {
                book.evidence
                    .iter()
                    .find(|(of, _)| *of == row)
                    .map(|(_, text)| text.as_str())
            };
            let ground = match answer {
                Answer::NotApplicable | Answer::Unfounded => ground(),
                answer if answer.nothing_needed() => Some(ground().unwrap_or("er is niets nodig (0)")),
                Answer::Answered(_) | Answer::Unknown | Answer::Missing => continue,
            };
            let unfounded = *answer == Answer::Unfounded;
            found.push(Spared {
                book,
                row,
                ground,
                unfounded,
            });
        }
    }
    found.sort_by_key(|spared| spared.row);
    found
}

/// Each of those answers.
fn named(report: &Report, spared: &[Spared]) -> Table {
    let questionnaire = report.questionnaire;
    let rows = spared.iter().map(
        |Spared {
             book,
             row,
             ground,
             unfounded,
         }| {
            let question = questionnaire.question_of(*row);
            let sender = book.municipality.as_deref().unwrap_or(&book.region);
            let ground = match (ground, unfounded) {
                (Some(ground), _) => ground,
                (None, true) => "geen; telt daarom als onbekend",
                (None, false) => "geen",
            };
            vec![
                Cell::text(format!("{} {}", questionnaire.rows[*row].id, question.short)),
                Cell::text(sender),
                Cell::text(if question.legal { "wettelijk" } else { "" }),
                Cell::text(&questionnaire.perspectives[book.perspective].name),
                Cell::text(ground),
            ]
        },
    );
    let columns = columns([
        (Header::Question, 60),
        (Header::From, 24),
        (Header::Legal, 12),
        (Header::Perspective, 40),
        (Header::Evidence, 30),
    ]);
    let heading = "Wat 'niet van toepassing' is genoemd";
    Table::to_read(TableKey::Spared, heading, columns, rows.collect())
}

/// What every step would be if everything that was called not applicable were unknown.
fn strict(report: &Report) -> Table {
    let rows = report.score.steps.iter().enumerate().map(|(step, total)| {
        vec![
            Cell::text(report.questionnaire.step_title(step)),
            Cell::Share(total.applicable),
            Cell::text(range(total.low, total.high)),
            Cell::verdict(total),
            Cell::text(range(total.strict.low, total.strict.high)),
            Cell::verdict(total.strict.status),
        ]
    });
    let columns = columns([
        (Header::Step, 60),
        (Header::Applicable, 24),
        (Header::Range, 12),
        (Header::Status, 40),
        (Header::StrictRange, 14),
        (Header::StrictStatus, 27),
    ]);
    Table::to_read(
        TableKey::NotApplicable,
        "Wat 'niet van toepassing' uitmaakt",
        columns,
        rows.collect(),
    )
}
