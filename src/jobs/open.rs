//! What is still open, whom to ask about it, and what is answered differently, for each entity and perspective.

use std::collections::BTreeMap;

use crate::answers::{Entity, Region, Submission, Together};
use crate::questionnaire::{ColleagueIndex, PerspectiveIndex, Questionnaire, Role, RowIndex};
use crate::spelling::fold;
use crate::wording::{all_of, count};
use crate::workbook::layout::{address, answer_words};

/// The number of rows answered differently that get a line each; the rest are counted.
const MOST_DIFFERING: usize = 10;

/// In whole lines, for every side that sent several workbooks or left a row of a full workbook open.
pub(super) fn text(region: &Region, questionnaire: &Questionnaire) -> String {
    let mut sides: BTreeMap<(Role, String), BTreeMap<PerspectiveIndex, Vec<&Submission>>> = BTreeMap::new();
    let set_aside = region
        .set_aside
        .iter()
        .filter(|book| book.questionnaire == region.questionnaire);
    for book in region.submissions.iter().chain(set_aside) {
        let (role, name, perspective) = book.side();
        let own = sides.entry((role, name)).or_default();
        own.entry(perspective).or_default().push(book);
    }
    let mut text = String::new();
    for entity in &region.entities {
        let name = match entity.role {
            Role::Municipality => fold(&entity.name),
            Role::Region => String::new(),
        };
        let own = sides.remove(&(entity.role, name)).unwrap_or_default();
        for books in own.into_values() {
            text += &side(entity, questionnaire, &books);
        }
    }
    text
}

fn side(entity: &Entity, questionnaire: &Questionnaire, books: &[&Submission]) -> String {
    let together = Together::of(books);
    let [first, ..] = books else { return String::new() };
    // Short workbooks name no colleagues.
    let is_own = questionnaire.own_perspective(first.role) == Some(first.perspective);
    let is_begun = books.iter().any(|book| book.tally().has_answers());
    let open = together.open.len();
    let how_many = match books.len() {
        1 if !is_own || !is_begun || open == 0 => return String::new(),
        1 => format!("{open} leeg"),
        number if together.are_parts() => format!("{number} delen, samen {open} leeg"),
        number => format!("{number} werkboeken, samen {open} leeg"),
    };
    let who = match entity.role {
        Role::Municipality => entity.name.clone(),
        Role::Region => format!("{} (regio)", entity.name),
    };
    let perspective = &questionnaire.perspectives[first.perspective].name;
    let mut text = format!("  {who}, {perspective}: {how_many}\n");
    if is_own && is_begun {
        text += &to_ask(questionnaire, &together.open);
    }
    for (row, both) in together.differing.iter().take(MOST_DIFFERING) {
        let id = &questionnaire.rows[*row].id;
        let both = both.map(|book| cell(questionnaire, books[book], *row));
        text += &format!("    verschillend: {id} is {}\n", all_of(&both));
    }
    if together.differing.len() > MOST_DIFFERING {
        let rest = count(together.differing.len() - MOST_DIFFERING, "vraag", "vragen");
        text += &format!("    en nog {rest} verschillend\n");
    }
    text
}

/// The open rows by the colleague who knows the answer; a row with several is listed at each.
fn to_ask(questionnaire: &Questionnaire, open: &[RowIndex]) -> String {
    let mut by_colleague: BTreeMap<Option<ColleagueIndex>, Vec<&str>> = BTreeMap::new();
    for &row in open {
        let id = questionnaire.rows[row].id.as_str();
        let colleagues = &questionnaire.question_of(row).ask_colleague;
        if colleagues.is_empty() {
            by_colleague.entry(None).or_default().push(id);
        }
        for &colleague in colleagues {
            by_colleague.entry(Some(colleague)).or_default().push(id);
        }
    }
    let lines = by_colleague.into_iter().map(|(colleague, ids)| {
        let ids = ids.join(", ");
        match colleague {
            Some(colleague) => format!("    vraag na bij {}: {ids}\n", questionnaire.colleagues[colleague].name),
            None => format!("    zelf te beantwoorden: {ids}\n"),
        }
    });
    lines.collect()
}

/// "Ja in a.xlsx (blad '5 Beschermen', cel D4)".
fn cell(questionnaire: &Questionnaire, book: &Submission, row: RowIndex) -> String {
    let answer = book.answers.get(row).map(|&answer| answer_words(questionnaire, answer));
    let place = book.spots.get(row).map(|spot| {
        let sheet = &book.sheets[usize::from(spot.sheet)];
        format!(" (blad '{sheet}', cel {})", address(spot.row, u32::from(spot.column)))
    });
    let (answer, place) = (answer.unwrap_or_default(), place.unwrap_or_default());
    format!("'{answer}' in {}{place}", book.file)
}
