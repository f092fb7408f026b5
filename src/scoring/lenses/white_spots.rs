//! White spots: municipalities where hardly anything is organised for a core theme, and the share of inhabitants they
//! have.

use crate::answers::EntityIndex;
use crate::questionnaire::{Role, ThemeIndex};
use crate::scoring::precision::below;
use crate::scoring::{Joined, MunicipalityScore};

/// The white spots of one core theme.
#[derive(Clone, Debug, PartialEq)]
pub struct WhiteSpot {
    /// The theme.
    pub theme: ThemeIndex,
    /// Municipalities whose own answers score below the threshold, whatever the missing answers would be.
    pub municipalities: Vec<EntityIndex>,
    /// Municipalities that may or may not be below it.
    pub uncertain: Vec<EntityIndex>,
    /// Municipalities that are not below it, but might be if what they called not applicable were unknown.
    pub spared: Vec<EntityIndex>,
    /// Municipalities without any answer on the theme.
    pub unknown: Vec<EntityIndex>,
    /// The proportion (0 to 1) of the region's inhabitants who live in `municipalities`; `None` unless all inhabitants
    /// are known.
    pub share_inhabitants: Option<f64>,
}

/// The white spots of each core theme.
pub(in crate::scoring) fn white_spots(joined: &Joined, own: &[MunicipalityScore]) -> Vec<WhiteSpot> {
    let questionnaire = joined.questionnaire;
    let threshold = questionnaire.thresholds.white_spot;
    let entities = joined.entities_of(Role::Municipality);
    let core = questionnaire.themes.indexed().filter(|(_, theme)| theme.core);
    core.map(|(theme, _)| {
        let mut spot = WhiteSpot {
            theme,
            municipalities: Vec::new(),
            uncertain: Vec::new(),
            spared: Vec::new(),
            unknown: Vec::new(),
            share_inhabitants: None,
        };
        for (entity, own) in entities.clone().zip(own) {
            let is_below = |figure: Option<f64>| figure.is_some_and(|figure| below(figure, threshold));
            match &own.themes[theme] {
                total if total.score.is_none() => spot.unknown.push(entity),
                total if is_below(total.high) => spot.municipalities.push(entity),
                total if is_below(total.low) => spot.uncertain.push(entity),
                total if is_below(total.strict.low) => spot.spared.push(entity),
                _ => {}
            }
        }
        spot.share_inhabitants = share(joined, &spot.municipalities);
        spot
    })
    .collect()
}

fn share(joined: &Joined, living_in: &[EntityIndex]) -> Option<f64> {
    let inhabitants = |entity: EntityIndex| joined.region.entities[entity].inhabitants;
    let all: f64 = joined
        .entities_of(Role::Municipality)
        .map(inhabitants)
        .sum::<Option<f64>>()?;
    let there: f64 = living_in.iter().copied().map(inhabitants).sum::<Option<f64>>()?;
    // In floating point an empty sum is -0; adding 0 turns it into 0.
    (all > 0.0).then(|| there / all + 0.0)
}
