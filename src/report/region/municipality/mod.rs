//! The report of one municipality: its own steps and core themes against the norms of its own questions, with the region
//! over the same questions beside them, what it could do first, and what it answered.

mod figures;
mod questions;

use self::figures::Sides;
use crate::answers::{Entity, EntityIndex, Region};
use crate::questionnaire::{Questionnaire, Role};
use crate::report::Report;
use crate::report::outline::{Block, Outline, Part, PartKey};
use crate::scoring::lenses::white_spots::WhiteSpot;
use crate::scoring::{MunicipalityScore, own_rows, own_score};
use crate::spelling::spells;
use crate::wording::{all_of, count, whole};

/// A year of the region before the one that is reported on.
pub type EarlierYear<'a> = (&'a Questionnaire, &'a Region);

/// Makes the outline for a municipality, with its score in the first of the `earlier` years in which it answered. `None`
/// if there is no such municipality, if it answered nothing, or if the audience may not see it.
#[must_use]
pub fn outline(report: &Report, municipality: EntityIndex, earlier: &[EarlierYear]) -> Option<Outline> {
    let entity = report.region.entities.get(municipality)?;
    let own = report.score.of_municipality(municipality)?;
    if !report.audience().gets_municipalities() || entity.submissions.is_empty() {
        return None;
    }
    let rows = own_rows(report.questionnaire, report.region, municipality);
    let earlier = earlier.iter().find_map(|year| earlier_score(report, entity, *year));
    let sides = Sides::new(report, entity, own, &rows, earlier.as_ref());
    let blocks = vec![
        Block::Text(introduction(report, entity, earlier.as_ref(), &sides)),
        Block::Table(sides.steps()),
        Block::Table(sides.themes()),
        Block::Text(vec![white_spots(report, municipality)]),
        Block::Table(questions::first(report, municipality, &rows)),
    ];
    Some(Outline {
        title: format!("{} {} {}", report.questionnaire.title, entity.name, report.region.year),
        // This page is for people only.
        facts: Vec::new(),
        parts: vec![
            Part {
                key: PartKey::Municipality,
                title: format!("{} in de regio {}", entity.name, report.region.name),
                blocks,
            },
            Part {
                key: PartKey::MunicipalityAnswers,
                title: format!("Wat {} antwoordde", entity.name),
                blocks: vec![Block::Table(questions::answers(report, municipality, &rows))],
            },
        ],
    })
}

/// What a municipality scored in an earlier year.
struct Earlier<'a> {
    year: u16,
    questionnaire: &'a Questionnaire,
    score: MunicipalityScore,
}

impl Earlier<'_> {
    fn step(&self, step: usize) -> Option<f64> {
        self.score.steps.get(step)?.score
    }

    /// The score of a theme. Another edition may have other themes.
    fn theme(&self, key: &str) -> Option<f64> {
        let theme = self.questionnaire.themes.position(|theme| theme.key == key)?;
        self.score.themes[theme].score
    }
}

/// `None` if it answered nothing in that year, or another questionnaire than now.
fn earlier_score<'a>(
    report: &Report,
    entity: &Entity,
    (questionnaire, region): EarlierYear<'a>,
) -> Option<Earlier<'a>> {
    if questionnaire.id != report.questionnaire.id {
        return None;
    }
    let found = region.entities.indexed().find(|(_, candidate)| {
        candidate.role == Role::Municipality && spells(&candidate.name, &entity.name) && region.has_answers(candidate)
    });
    let (index, _) = found?;
    Some(Earlier {
        year: region.year,
        questionnaire,
        score: own_score(questionnaire, region, index),
    })
}

fn introduction(report: &Report, entity: &Entity, earlier: Option<&Earlier>, sides: &Sides) -> Vec<String> {
    let name = &entity.name;
    let mut paragraphs = vec![sides.overview()];
    let mut books = entity.submissions.iter().map(|&book| &report.region.submissions[book]);
    let joint = if books.any(|book| book.is_joint) {
        ", waarvan een gezamenlijk: wat daarin is afgesproken, gaat voor"
    } else {
        ""
    };
    let mut ground = format!(
        "Dit rust op {} van {name}{joint}; daarnaast staat de norm van de eigen vragen. Onder 'Regio' staat de score van de regio op dezelfde vragen: die waarop {name} antwoord gaf.",
        count(entity.submissions.len(), "werkboek", "werkboeken"),
    );
    if let Some(earlier) = earlier {
        let year = earlier.year;
        ground.push_str(&format!(
            " Onder {year} staat de score van toen, op de vragen die toen zijn beantwoord; wat er echt veranderde, laat een vergelijking van {year} en {} zien.",
            report.region.year
        ));
    }
    ground.push_str(" Het is om zelf mee verder te gaan, en zegt niets over inzet of inwoners.");
    paragraphs.push(ground);
    paragraphs
}

fn white_spots(report: &Report, municipality: EntityIndex) -> String {
    let names = |of: fn(&WhiteSpot) -> &Vec<EntityIndex>| {
        let spots = report
            .score
            .white_spots
            .iter()
            .filter(|spot| of(spot).contains(&municipality));
        spots
            .map(|spot| report.questionnaire.themes[spot.theme].name.as_str())
            .collect::<Vec<_>>()
    };
    let threshold = whole(report.questionnaire.thresholds.white_spot);
    let parts = [
        ("", names(|spot| &spot.municipalities)),
        ("niet zeker is het van ", names(|spot| &spot.uncertain)),
        ("niet bekend is het van ", names(|spot| &spot.unknown)),
    ];
    let spots = parts.into_iter().filter(|(_, themes)| !themes.is_empty());
    let mut spots: Vec<String> = spots
        .map(|(before, themes)| format!("{before}{}", all_of(&themes)))
        .collect();
    if spots.is_empty() {
        spots.push("geen".to_owned());
    }
    let spared = names(|spot| &spot.spared);
    if !spared.is_empty() {
        spots.push(format!("zonder n.v.t. was het niet zeker van {}", all_of(&spared)));
    }
    let spots = spots.join("; ");
    format!("Witte vlekken (kernthema's waarop de gemeente onder {threshold} blijft): {spots}.")
}
