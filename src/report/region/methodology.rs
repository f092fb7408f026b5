//! How the figures were computed: formulas in words, thresholds, input, edition and version.

use crate::answers::KeyFigure;
use crate::report::outline::{Block, Cell, Header, Part, RegionPart, Table, TableKey, columns};
use crate::report::{GENERATED_BY, Report};
use crate::scoring::lenses::agenda::WORTH_DISCUSSING;
use crate::scoring::{FEWEST_SCORED, Weighting};
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
        "Van één gemeente worden eerst de invullers van een perspectief gemiddeld, daarna de perspectieven. 'Niet van toepassing' telt nergens mee; bij wat de wet vraagt, geldt het alleen met een onderbouwing. 'Weet ik niet' en een leeg vakje zijn nooit een 'nee': ze maken het bereik breder en de score niet lager. Vulden allen samen een gezamenlijk werkboek in, dan geldt wat daarin staat.",
        "Een stap of thema is het naar gewicht gemiddelde van de vragen. Het bereik laat zien wat de score wordt als iedereen die zweeg 0 of juist 100 zou hebben. Het tekort is de norm min de score, zoals ze getoond worden; het gemiddelde tekort telt alleen de vragen die onder hun norm blijven.",
        &format!("Een score wordt alleen getoond als de dekking minstens {minimum} is, minstens {minimum} van het gevraagde van toepassing is, en minstens {FEWEST_SCORED} vragen een score hebben. De keten is het gewone gemiddelde van stap 1 tot en met 7; stap 0 is het fundament en staat ernaast. {weighing}"),
        "De stand is 'op de norm' als zelfs de laagste waarde van het bereik de norm haalt, 'onder de norm' als zelfs de hoogste dat niet doet, en anders 'niet zeker'. Staat er 'door n.v.t.' bij, dan zou zij slechter zijn als wat niet van toepassing heet, onbekend was.",
        "Een stap houdt een casus van een verschijningsvorm vast als twee delen dat doen: de vragen die voor alle vormen gelden, en de vragen over deze vorm, elk met het volle gewicht. Van beide delen telt het laagste cijfer, en het oordeel gaat over het bereik. Zwijgt iedereen over wat eigen is aan een vorm, dan is het op zijn best niet zeker: de andere vragen nemen die plaats nooit in.",
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
            "Laagste dekking, en kleinste deel dat van toepassing is, waarbij een score wordt getoond",
            percentage(thresholds.minimum_coverage),
        ),
        (
            "Grens waaronder een stap een casus niet vasthoudt",
            number(thresholds.continuity),
        ),
        (
            "Grens waaronder een gemeente een witte vlek is",
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
            "Minste beantwoorde vragen voor een score van een stap, een thema of een vak van de matrix",
            FEWEST_SCORED.to_string(),
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
