//! How the figures were computed: formulas in words, thresholds, input, edition and version.

use crate::answers::KeyFigure;
use crate::report::outline::{Block, Cell, Header, Part, RegionPart, Table, TableKey, columns};
use crate::report::{GENERATED_BY, Report};
use crate::scoring::lenses::agenda::WORTH_DISCUSSING;
use crate::scoring::{LEAST_SCORED_IN_A_CELL, Weighting};
use crate::wording::{number, percentage};

pub(super) fn part(report: &Report) -> Part {
    Part {
        key: RegionPart::Methodology.into(),
        title: "Verantwoording".to_owned(),
        blocks: vec![Block::Text(explanation(report)), Block::Table(thresholds(report))],
    }
}

fn explanation(report: &Report) -> Vec<String> {
    let weighing = match report.score.weighting {
        Weighting::Equal => "Elke gemeente telt even zwaar.",
        Weighting::Inhabitants => "Gemeenten tellen mee naar hun aantal inwoners.",
    };
    let guideline = report.questionnaire.guideline.as_ref();
    let follows = guideline.map_or_else(String::new, |guideline| {
        format!("De vragen volgen {}. ", guideline.title)
    });
    let minimum = percentage(report.questionnaire.thresholds.minimum_coverage);
    [
        "Elk antwoord wordt een score van 0 tot 100. Een niveau telt 25 punten per trede; ja, deels en nee zijn 100, 50 en 0; bij een aandeel of een capaciteit telt de teller ten opzichte van de noemer; bij een aantal telt hoe dicht het bij de beste waarde ligt.",
        "Van één gemeente worden eerst de invullers van een perspectief gemiddeld, daarna de perspectieven. 'Niet van toepassing' telt nergens mee. 'Weet ik niet' en een leeg vakje zijn nooit een 'nee': ze maken het bereik breder en de score niet lager.",
        "Een stap of thema is het naar gewicht gemiddelde van de vragen. Het bereik laat zien wat de score wordt als iedereen die zweeg 0 of juist 100 zou hebben. Het tekort is wat een vraag onder haar norm blijft.",
        &format!("Onder een dekking van {minimum} wordt geen score getoond. De keten is het gewone gemiddelde van stap 1 tot en met 7; stap 0 is het fundament en staat ernaast. {weighing}"),
        "De stand is 'op de norm' als zelfs de laagste waarde van het bereik de norm haalt, 'onder de norm' als zelfs de hoogste dat niet doet, en anders 'onzeker'.",
        &format!("{follows}Dit rapport is een begin van een gesprek; het vergelijkt geen gemeenten en is geen oordeel over een gemeenschap."),
        &format!(
            "Vragenlijst {}, editie {}, kenmerk {}. Gemaakt met {GENERATED_BY}.",
            report.questionnaire.id,
            report.questionnaire.edition,
            &report.questionnaire.sha256[..12.min(report.questionnaire.sha256.len())]
        ),
    ]
    .map(str::to_owned)
    .into_iter()
    .chain(report.note())
    .collect()
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
        (
            "Verschil tussen perspectieven vanaf wanneer een vraag op de gespreksagenda staat",
            number(WORTH_DISCUSSING),
        ),
        (
            "Minste beantwoorde vragen voor een cijfer in de matrix",
            LEAST_SCORED_IN_A_CELL.to_string(),
        ),
        (
            "Kerncijfer waaronder geen getal wordt getoond",
            number(KeyFigure::LEAST_SHOWN),
        ),
    ];
    let minimum = report.sharing.map(|sharing| {
        (
            "Minste deelnemers waarop een cijfer in een uitgave om te delen rust",
            sharing.minimum.to_string(),
        )
    });
    let rows = rows
        .into_iter()
        .chain(minimum)
        .map(|(name, value)| vec![Cell::text(name), Cell::text(value)]);
    Table::to_read(
        TableKey::Thresholds,
        "Grenzen",
        columns([(Header::Threshold, 80), (Header::Value, 40)]),
        rows.collect(),
    )
}
