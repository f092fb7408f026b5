//! Takes a questionnaire; returns the tables that explain the keys in all others: questions, steps, themes, practices and
//! perspectives.

use super::column::{Column, figure, flag, text, whole};
use super::{PERSPECTIVES, POINTS, PRACTICE, PRACTICES, QUESTIONS, STEP, STEPS, THEME, THEMES, Table};
use crate::questionnaire::{Kind, Perspective, Question, Questionnaire, RowIndex, Theme};

/// The questions as they are answered: one line for each practice of a per-practice question.
#[must_use]
pub fn questions(questionnaire: &Questionnaire) -> Table<'_> {
    let rows: Vec<RowIndex> = questionnaire.rows.indices().collect();
    let lines = rows.as_slice();
    let row = |index: &RowIndex| &questionnaire.rows[*index];
    let question = |index: &RowIndex| -> &Question { questionnaire.question_of(*index) };
    let mut columns = identity(questionnaire, lines);
    columns.extend([
        text(
            "question",
            "ID van de vraag, zoals `PRE-01`; bij een vraag per verschijningsvorm `BES-03.vgv`",
            lines,
            |index| Some(&row(index).id),
        ),
        text(
            "base_question",
            "ID van de vraag zonder verschijningsvorm, zoals `BES-03`",
            lines,
            |index| Some(&question(index).id),
        ),
        text(
            "practice",
            "sleutel van de verschijningsvorm, bij zo'n vraag",
            lines,
            |index| Some(&questionnaire.practices[row(index).practice?].key),
        )
        .or_none(),
        whole("step", "nummer van de stap, 0 tot en met 7", lines, |index| {
            Some(question(index).step)
        }),
        text("theme", "sleutel van het thema", lines, |index| {
            Some(&questionnaire.themes[question(index).theme].key)
        }),
        text("role", "wie de vraag beantwoordt: `gemeente` of `regio`", lines, |index| {
            Some(question(index).role.key())
        }),
        text(
            "kind",
            "soort vraag: `level` (niveau 0 tot en met 4), `yes_no`, `share` (deel), `capacity` (capaciteit) of `count` (aantal)",
            lines,
            |index| Some(question(index).kind.key()),
        ),
        text("short", "waar het om gaat, in enkele woorden", lines, |index| {
            Some(&question(index).short)
        }),
        text("text", "de vraag zelf", lines, |index| Some(&question(index).text)),
        text("help", "wat telt, en waar het is op te zoeken", lines, |index| {
            Some(&question(index).help)
        }),
        figure("norm", "score die genoeg is", lines, |index| Some(question(index).norm)).in_unit(POINTS),
        figure(
            "weight",
            "gewicht van de vraag in haar stap; bij een vraag per verschijningsvorm het eigen deel daarvan",
            lines,
            |index| Some(row(index).weight),
        ),
        flag("legal", "of de wet het vraagt", lines, |index| question(index).legal),
        text(
            "organise",
            "op welke schaal het te regelen is: `lokaal`, `regionaal` of `landelijk`",
            lines,
            |index| Some(question(index).organise.key()),
        ),
        text("action", "eerste actie als de score onder de norm ligt", lines, |index| {
            Some(&question(index).action)
        }),
    ]);
    for (level, (name, meaning)) in LEVELS.into_iter().enumerate() {
        let anchor = |index: &RowIndex| -> Option<&str> {
            let kind: &Kind = &question(index).kind;
            kind.anchors().get(level).map(String::as_str)
        };
        columns.push(text(name, meaning, lines, anchor).or_none());
    }
    Table {
        name: QUESTIONS,
        meaning: "Eén regel voor elke vraag; een vraag per verschijningsvorm heeft een regel voor elke vorm.",
        key: &["questionnaire", "edition", "question"],
        references: vec![STEP, THEME, PRACTICE],
        columns,
    }
}

/// The columns with what each level means.
const LEVELS: [(&str, &str); 5] = [
    ("level_0", "wat niveau 0 betekent; leeg bij een vraag zonder niveaus"),
    ("level_1", "wat niveau 1 betekent"),
    ("level_2", "wat niveau 2 betekent"),
    ("level_3", "wat niveau 3 betekent"),
    ("level_4", "wat niveau 4 betekent"),
];

/// The eight steps.
#[must_use]
pub fn steps(questionnaire: &Questionnaire) -> Table<'_> {
    let steps: Vec<usize> = (0..questionnaire.steps.len()).collect();
    let lines = steps.as_slice();
    let mut columns = identity(questionnaire, lines);
    columns.extend([
        whole("step", "nummer van de stap, 0 tot en met 7", lines, |&step| Some(step)),
        text("key", "sleutel van de stap, zoals `melden`", lines, |&step| {
            Some(&questionnaire.steps[step].key)
        }),
        text("name", "naam van de stap", lines, |&step| {
            Some(&questionnaire.steps[step].name)
        }),
        text("intro", "waar de stap over gaat", lines, |&step| {
            Some(&questionnaire.steps[step].intro)
        }),
    ]);
    Table {
        name: STEPS,
        meaning: "Eén regel voor elke stap: stap 0 is het fundament, de stappen 1 tot en met 7 zijn de keten.",
        key: &["questionnaire", "edition", "step"],
        references: Vec::new(),
        columns,
    }
}

/// The themes.
#[must_use]
pub fn themes(questionnaire: &Questionnaire) -> Table<'_> {
    let lines: &[Theme] = questionnaire.themes.as_slice();
    let mut columns = identity(questionnaire, lines);
    columns.extend([
        keys("theme", "sleutel van het thema", lines.iter().map(|theme| &theme.key)),
        keys("name", "naam van het thema", lines.iter().map(|theme| &theme.name)),
        flag("core", "of het een kernthema is", lines, |theme| theme.core),
    ]);
    Table {
        name: THEMES,
        meaning: "Eén regel voor elk thema.",
        key: &["questionnaire", "edition", "theme"],
        references: Vec::new(),
        columns,
    }
}

/// The practices.
#[must_use]
pub fn practices(questionnaire: &Questionnaire) -> Table<'_> {
    let lines = questionnaire.practices.as_slice();
    let mut columns = identity(questionnaire, lines);
    columns.extend([
        keys(
            "practice",
            "sleutel van de verschijningsvorm",
            lines.iter().map(|practice| &practice.key),
        ),
        keys(
            "name",
            "naam van de verschijningsvorm",
            lines.iter().map(|practice| &practice.name),
        ),
    ]);
    Table {
        name: PRACTICES,
        meaning: "Eén regel voor elke verschijningsvorm van schadelijke praktijken.",
        key: &["questionnaire", "edition", "practice"],
        references: Vec::new(),
        columns,
    }
}

/// The perspectives.
#[must_use]
pub fn perspectives(questionnaire: &Questionnaire) -> Table<'_> {
    let lines: &[Perspective] = questionnaire.perspectives.as_slice();
    let mut columns = identity(questionnaire, lines);
    columns.extend([
        keys(
            "perspective",
            "sleutel van het perspectief",
            lines.iter().map(|known| &known.key),
        ),
        keys(
            "name",
            "naam van het perspectief",
            lines.iter().map(|known| &known.name),
        ),
        flag(
            "informal",
            "of het dat van sleutelfiguren of ervaringsdeskundigen is",
            lines,
            |known| known.informal,
        ),
        flag("joint", "of het dat van allen samen is", lines, |known| known.joint),
    ]);
    Table {
        name: PERSPECTIVES,
        meaning: "Eén regel voor elk perspectief van waaruit een werkboek is in te vullen.",
        key: &["questionnaire", "edition", "perspective"],
        references: Vec::new(),
        columns,
    }
}

/// The columns with which all tables of a questionnaire begin.
fn identity<'a, L>(questionnaire: &'a Questionnaire, lines: &[L]) -> Vec<Column<'a>> {
    vec![
        text("questionnaire", "ID van de vragenlijst", lines, |_| {
            Some(&questionnaire.id)
        }),
        whole("edition", "editie van de vragenlijst", lines, |_| {
            Some(questionnaire.edition.into())
        }),
    ]
}

/// A column of texts that lines lend for longer than a function of a line could.
fn keys<'a>(name: &'static str, meaning: &'static str, texts: impl Iterator<Item = &'a String>) -> Column<'a> {
    let texts: Vec<&str> = texts.map(String::as_str).collect();
    text(name, meaning, &texts, |text| Some(*text))
}
