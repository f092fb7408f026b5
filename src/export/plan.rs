//! Takes a region's figures; returns the table `planpunten`: what to improve first, without anything that people wrote.

use super::column::{figure, text, whole};
use super::{PLAN, POINTS, QUESTION, Table};
use crate::answers::Region;
use crate::questionnaire::{Questionnaire, RowIndex};
use crate::scoring::RegionScore;

/// One line for each point of the improvement plan, the most important first.
#[must_use]
pub fn plan<'a>(questionnaire: &'a Questionnaire, region: &'a Region, score: &RegionScore) -> Table<'a> {
    let lines: Vec<(usize, RowIndex)> = score.plan.iter().copied().enumerate().collect();
    let lines = lines.as_slice();
    let gap = |row: RowIndex| score.rows[row].gap;
    Table {
        name: PLAN,
        meaning: "Eén regel voor elk punt van het verbeterplan, zonder wat mensen erbij schreven.",
        key: &["region", "year", "question"],
        references: vec![QUESTION],
        columns: vec![
            text("region", "naam van de regio", lines, |_| Some(&region.name)),
            whole("year", "jaar waarover de antwoorden gaan", lines, |_| {
                Some(region.year.into())
            }),
            text("questionnaire", "ID van de vragenlijst", lines, |_| {
                Some(&questionnaire.id)
            }),
            whole("edition", "editie van de vragenlijst", lines, |_| {
                Some(questionnaire.edition.into())
            }),
            whole(
                "rank",
                "plaats in het plan; 1 is het eerste punt",
                lines,
                |&(rank, _)| Some(rank + 1),
            ),
            text(
                "question",
                "ID van de vraag; bij een vraag per verschijningsvorm `BES-03.vgv`",
                lines,
                |&(_, row)| Some(&questionnaire.rows[row].id),
            ),
            figure(
                "gap",
                "tekort: hoeveel de score onder de norm ligt",
                lines,
                |&(_, row)| gap(row),
            )
            .in_unit(POINTS),
            figure(
                "priority",
                "gewicht van de vraag maal tekort; daarnaar zijn de punten geordend, na wat de wet vraagt",
                lines,
                |&(_, row)| Some(questionnaire.rows[row].weight * gap(row)?),
            ),
        ],
    }
}
