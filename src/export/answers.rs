//! Takes a region's workbooks; returns the table `antwoorden`, from which every score can be recomputed.

use super::column::{figure, text, whole};
use super::{ANSWERS, PERSPECTIVE, POINTS, PRACTICE, QUESTION, STEP, THEME, Table};
use crate::answers::{Answer, Entity, Region, Submission};
use crate::questionnaire::{Kind, Question, Questionnaire, Role, RowIndex};
use crate::scoring::answer::{State, state};

/// What one workbook says about one row; or the fact that none of the entity's workbooks contains the row.
struct Line<'a> {
    entity: &'a Entity,
    row: RowIndex,
    book: Option<&'a Submission>,
    state: &'static str,
    score: Option<f64>,
}

/// One line for each workbook and each row in it, and one for each row that none of an entity's workbooks contains.
#[must_use]
pub fn answers<'a>(questionnaire: &'a Questionnaire, region: &'a Region) -> Table<'a> {
    let lines: Vec<Line> = region
        .entities
        .iter()
        .flat_map(|entity| lines_of(questionnaire, region, entity))
        .collect();
    let lines = lines.as_slice();
    let question = |line: &Line| -> &'a Question { questionnaire.question_of(line.row) };
    let row = |line: &Line| &questionnaire.rows[line.row];
    let columns = vec![
        text("region", "naam van de regio", lines, |_| Some(&region.name)),
        whole("year", "jaar waarover de antwoorden gaan", lines, |_| {
            Some(region.year.into())
        }),
        whole("edition", "editie van de vragenlijst", lines, |_| {
            Some(region.questionnaire.edition.into())
        }),
        text(
            "municipality",
            "gemeente die antwoordt; leeg als de regio zelf antwoordt",
            lines,
            |line| match line.entity.role {
                Role::Municipality => Some(&line.entity.name),
                Role::Region => None,
            },
        )
        .or_none(),
        text(
            "perspective",
            "sleutel van het perspectief van het werkboek, zoals `veilig-thuis`; leeg zonder werkboek",
            lines,
            |line| Some(&questionnaire.perspectives[line.book?.perspective].key),
        )
        .or_none(),
        text(
            "question",
            "ID van de vraag, zoals `PRE-01`; bij een vraag per verschijningsvorm `BES-03.vgv`",
            lines,
            |line| Some(&row(line).id),
        ),
        text(
            "practice",
            "sleutel van de verschijningsvorm, bij zo'n vraag",
            lines,
            |line| Some(&questionnaire.practices[row(line).practice?].key),
        )
        .or_none(),
        whole("step", "nummer van de stap, 0 tot en met 7", lines, |line| {
            Some(question(line).step)
        }),
        text("theme", "sleutel van het thema", lines, |line| {
            Some(&questionnaire.themes[question(line).theme].key)
        }),
        text(
            "role",
            "wie de vraag beantwoordt: `gemeente` of `regio`",
            lines,
            |line| Some(question(line).role.key()),
        ),
        text("state", STATE, lines, |line| Some(line.state)),
        figure(
            "score",
            "score van dit antwoord; alleen bij `answered`",
            lines,
            |line| line.score,
        )
        .in_unit(POINTS)
        .or_none(),
        figure(
            "weight",
            "gewicht van de vraag in haar stap; bij een vraag per verschijningsvorm het eigen deel daarvan",
            lines,
            |line| Some(row(line).weight),
        ),
        figure("norm", "norm van de vraag", lines, |line| Some(question(line).norm)).in_unit(POINTS),
        // Two respondents with the same perspective are distinguished by their files, as in `inputs` of the JSON.
        text("sha256", SHA256, lines, |line| Some(&line.book?.sha256)).or_none(),
        // Needed for anyone who wants to weight by inhabitants.
        figure(
            "inhabitants",
            "inwoners van de gemeente, als de regio ze opgaf; om naar inwoners te wegen",
            lines,
            |line| line.entity.inhabitants,
        )
        .in_unit("inwoners")
        .or_none(),
        text("questionnaire", "ID van de vragenlijst", lines, |_| {
            Some(&region.questionnaire.id)
        }),
    ];
    Table {
        name: ANSWERS,
        meaning: "Eén regel voor elk werkboek en elke vraag daarin.",
        key: &[],
        references: vec![QUESTION, STEP, THEME, PRACTICE, PERSPECTIVE],
        columns,
    }
}

const STATE: &str = "`answered`, `not_applicable` (niet van toepassing, of een capaciteit waarvan niets nodig is), `unknown` \
                     (weet ik niet, of niet van toepassing bij wat de wet vraagt zonder onderbouwing) of `missing` (niet \
                     ingevuld)";
const SHA256: &str = "kenmerk van het werkboek, hetzelfde als in de JSON van `rapport`; houdt twee invullers van één \
                      perspectief uit elkaar; leeg zonder werkboek";

/// The lines of one entity, workbook by workbook, each in the order of the questionnaire.
fn lines_of<'a>(questionnaire: &'a Questionnaire, region: &'a Region, entity: &'a Entity) -> Vec<Line<'a>> {
    let books: Vec<&Submission> = entity
        .submissions
        .iter()
        .map(|&book| &*region.submissions[book])
        .collect();
    let mut lines = Vec::new();
    for book in &books {
        for row in questionnaire.rows_of(entity.role) {
            if let Some(answer) = said(book, row) {
                let (state, score) = stated(&questionnaire.question_of(row).kind, answer);
                lines.push(Line {
                    entity,
                    row,
                    book: Some(book),
                    state,
                    score,
                });
            }
        }
    }
    // To the scores, a question that was never asked is unknown; without these lines the table would not show that.
    let nowhere = |&row: &RowIndex| books.iter().all(|book| said(book, row).is_none());
    lines.extend(questionnaire.rows_of(entity.role).filter(nowhere).map(|row| Line {
        entity,
        row,
        book: None,
        state: "missing",
        score: None,
    }));
    lines
}

fn said(book: &Submission, row: RowIndex) -> Option<Answer> {
    book.answers.get(row).copied()
}

/// The key of the state, and the score if there is one.
fn stated(kind: &Kind, answer: Answer) -> (&'static str, Option<f64>) {
    match (state(kind, answer), answer) {
        (State::Answered(score), _) => ("answered", Some(score)),
        (State::NotApplicable, _) => ("not_applicable", None),
        (State::Blank, _) => ("missing", None),
        (State::Unknown, _) => ("unknown", None),
    }
}
