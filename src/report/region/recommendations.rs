//! What the Routekaart and the other sources ask, with the questions that measure it and their score.

use crate::report::Report;
use crate::report::outline::{Block, Cell, Header, Part, RegionPart, Table, TableKey, Usage, columns};

pub(super) fn part(report: &Report) -> Part {
    let questionnaire = report.questionnaire;
    let scores = &report.score.recommendations;
    let rows = questionnaire
        .recommendations
        .iter()
        .zip(scores)
        .map(|(recommendation, &score)| {
            let measure = questionnaire
                .questions
                .iter()
                .filter(|question| question.recommendations.contains(&recommendation.id));
            let measure: Vec<String> = measure
                .map(|question| format!("{}, {}", question.short, question.id))
                .collect();
            vec![
                Cell::text(&recommendation.text),
                Cell::text(&recommendation.id),
                Cell::Score(score),
                Cell::text(measure.join("; ")),
                Cell::text(&recommendation.source),
                Cell::text(&recommendation.chapter),
                Cell::text(&recommendation.section),
            ]
        });
    let columns = columns([
        (Header::Asked, 80),
        (Header::Id, 8),
        (Header::Score, 9),
        (Header::Questions, 70),
        (Header::Source, 30),
        (Header::Chapter, 30),
        (Header::Section, 36),
    ]);
    let guideline = questionnaire.guideline.as_ref();
    let asks = guideline.map_or("elke bron", |guideline| &guideline.name);
    Part {
        key: RegionPart::Recommendations.into(),
        title: format!("Wat {asks} vraagt"),
        blocks: vec![
            Block::Text(vec![
                "Elke aanbeveling met de vragen die erover gaan en hun naar gewicht gemiddelde score. De aanbevelingen staan hier in eigen woorden; de bron blijft leidend.".to_owned(),
            ]),
            Block::Table(Table {
                usage: Usage::Filter,
                ..Table::to_read(TableKey::Recommendations, "Aanbevelingen", columns, rows.collect())
            }),
        ],
    }
}
