//! Takes a region; returns the table `ambities`: the score that it strives for at each step.

use super::column::{figure, text, whole};
use super::{AMBITIONS, STEP, Table};
use crate::answers::Region;

/// One line for each step.
#[must_use]
pub fn ambitions(region: &Region) -> Table<'_> {
    let lines: Vec<usize> = (0..region.ambitions.len()).collect();
    let lines = lines.as_slice();
    Table {
        name: AMBITIONS,
        meaning: "Eén regel voor elke stap, met de score die de regio nastreeft.",
        key: &["region", "year", "step"],
        references: vec![STEP],
        columns: vec![
            text("region", "naam van de regio", lines, |_| Some(&region.name)),
            whole("year", "jaar waarover de antwoorden gaan", lines, |_| {
                Some(region.year.into())
            }),
            text("questionnaire", "ID van de vragenlijst", lines, |_| {
                Some(&region.questionnaire.id)
            }),
            whole("edition", "editie van de vragenlijst", lines, |_| {
                Some(region.questionnaire.edition.into())
            }),
            whole("step", "nummer van de stap, 0 tot en met 7", lines, |&step| Some(step)),
            figure(
                "ambition",
                "score die de regio voor de stap nastreeft; leeg als zij er geen opgaf",
                lines,
                |&step| region.ambitions[step],
            )
            .in_unit(super::POINTS)
            .or_none(),
        ],
    }
}
