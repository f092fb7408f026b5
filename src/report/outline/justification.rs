//! How the figures came about: formulas in words, thresholds, input, edition and version.

use super::{Block, Cell, Column, Part, Table};
use crate::problem::Problem;
use crate::report::{GENERATED_BY, Report};
use crate::scoring::Weighting;
use crate::wording::{number, percentage};

pub(super) fn part(report: &Report, left_out: &[Problem]) -> Part {
    let mut blocks = vec![
        Block::Text(explanation(report)),
        Block::Table(inputs(report)),
        Block::Table(thresholds(report)),
    ];
    if !left_out.is_empty() {
        blocks.push(Block::Table(left_out_table(left_out)));
    }
    Part {
        name: "Verantwoording",
        title: "Verantwoording".to_owned(),
        blocks,
    }
}

fn explanation(report: &Report) -> Vec<String> {
    let weighing = match report.score.weighting {
        Weighting::Equal => "Elke gemeente telt even zwaar.",
        Weighting::Inhabitants => "Gemeenten tellen mee naar hun aantal inwoners.",
    };
    let minimum = percentage(report.questionnaire.thresholds.minimum_coverage);
    [
        "Elk antwoord wordt een score van 0 tot 100. Een niveau telt 25 punten per trede; ja, deels en nee zijn 100, 50 en 0; bij een aandeel of een capaciteit telt de teller ten opzichte van de noemer; bij een aantal telt hoe dicht het bij de beste waarde ligt.",
        "Van één gemeente worden eerst de invullers van een perspectief gemiddeld, daarna de perspectieven. 'Niet van toepassing' telt nergens mee. 'Weet ik niet' en een leeg vakje zijn nooit een 'nee': ze maken het bereik breder en de score niet lager.",
        "Een stap of thema is het naar gewicht gemiddelde van de vragen. Het bereik laat zien wat de score wordt als iedereen die zweeg 0 of juist 100 zou hebben. Het tekort is wat een vraag onder haar norm blijft.",
        &format!("Onder een dekking van {minimum} wordt geen score getoond. De keten is het gewone gemiddelde van stap 1 tot en met 7; stap 0 is het fundament en staat ernaast. {weighing}"),
        "De stand is 'op de norm' als zelfs de laagste waarde van het bereik de norm haalt, 'onder de norm' als zelfs de hoogste dat niet doet, en anders 'onzeker'.",
        "De vragen volgen de Routekaart schadelijke praktijken (februari 2022). Dit rapport is een begin van een gesprek; het vergelijkt geen gemeenten en is geen oordeel over een gemeenschap.",
        &format!(
            "Vragenlijst {}, editie {}, kenmerk {}. Gemaakt met {GENERATED_BY}.",
            report.questionnaire.id,
            report.questionnaire.edition,
            &report.questionnaire.sha256[..12.min(report.questionnaire.sha256.len())]
        ),
    ]
    .map(str::to_owned)
    .to_vec()
}

fn inputs(report: &Report) -> Table {
    let rows = report.region.submissions.iter().map(|submission| {
        let tally = submission.tally();
        vec![
            Cell::text(&submission.file),
            Cell::text(submission.role.key()),
            Cell::text(submission.municipality.as_deref().unwrap_or(&submission.region)),
            Cell::text(&report.questionnaire.perspectives[submission.perspective].name),
            Cell::Number(tally.answered as f64),
            Cell::Number(tally.unknown as f64),
            Cell::Number(tally.not_applicable as f64),
            Cell::Number(tally.missing as f64),
        ]
    });
    Table {
        heading: "De werkboeken waarop dit rapport rust".to_owned(),
        columns: [
            ("Bestand", 60),
            ("Rol", 11),
            ("Van", 26),
            ("Perspectief", 24),
            ("Beantwoord", 12),
            ("Weet ik niet", 12),
            ("N.v.t.", 10),
            ("Leeg", 10),
        ]
        .map(|(header, width)| Column { header, width })
        .to_vec(),
        rows: rows.collect(),
        charts: Vec::new(),
        filter: false,
    }
}

fn thresholds(report: &Report) -> Table {
    let thresholds = &report.questionnaire.thresholds;
    let rows = [
        (
            "Norm, als een vraag er geen eigen heeft",
            number(thresholds.default_norm),
        ),
        (
            "Laagste dekking waarbij een score wordt getoond",
            percentage(thresholds.minimum_coverage),
        ),
        (
            "Score waaronder een casus bij een stap vastloopt",
            number(thresholds.continuity),
        ),
        (
            "Score waaronder een gemeente een witte vlek is",
            number(thresholds.white_spot),
        ),
        (
            "Verschil vanaf wanneer een overdracht niet klopt",
            number(thresholds.handover_difference),
        ),
    ];
    Table {
        heading: "Grenzen".to_owned(),
        columns: [("Grens", 60), ("Waarde", 11)]
            .map(|(header, width)| Column { header, width })
            .to_vec(),
        rows: rows
            .into_iter()
            .map(|(name, value)| vec![Cell::text(name), Cell::text(value)])
            .collect(),
        charts: Vec::new(),
        filter: false,
    }
}

fn left_out_table(left_out: &[Problem]) -> Table {
    let rows = left_out.iter().map(|problem| {
        let place = &problem.place;
        let spot = [&place.sheet, &place.cell, &place.question];
        let spot: Vec<&str> = spot.into_iter().flatten().map(String::as_str).collect();
        vec![
            Cell::text(&place.file),
            Cell::text(problem.code),
            Cell::text(spot.join(", ")),
            Cell::text(&problem.message),
        ]
    });
    Table {
        heading: "Weggelaten omdat er iets niet klopte".to_owned(),
        columns: [
            ("Bestand", 60),
            ("Code", 11),
            ("Plaats", 26),
            ("Wat er niet klopte", 80),
        ]
        .map(|(header, width)| Column { header, width })
        .to_vec(),
        rows: rows.collect(),
        charts: Vec::new(),
        filter: false,
    }
}
