//! Takes workbooks of earlier years; fills in what a user left out of an order: the region, its municipalities, the
//! perspectives asked, the ambitions.

use super::Wanted;
use crate::answers::{Expected, Region};
use crate::jobs::Error;
use crate::jobs::input::Input;
use crate::questionnaire::{Editions, Questionnaire, Role};
use crate::spelling::spells;
use crate::wording::{all_of, count};

impl Wanted {
    /// Fills in what the latest year before this one says, and returns a summary of it; `None` if there is none. What was
    /// given goes before what is found. `known` are the editions with which the input was read.
    ///
    /// # Errors
    /// If there is an error in the input; or if no region was given, and the input has none or several.
    pub fn complete(
        &mut self,
        year: u16,
        input: &Input,
        questionnaire: &Questionnaire,
        known: &Editions,
    ) -> Result<Option<String>, Error> {
        input.sound()?;
        let given = self.region.as_ref().map(|(name, _)| name);
        let mut earlier: Vec<&Region> = input.regions.iter().filter(|region| region.year < year).collect();
        earlier.retain(|region| given.is_none_or(|given| spells(given, &region.name)));
        let Some(latest) = earlier.iter().max_by_key(|region| region.year) else {
            return if given.is_some() {
                Ok(None)
            } else {
                Err(Error::NothingEarlier(year))
            };
        };
        let mut names: Vec<&str> = Vec::new();
        for region in &earlier {
            if !names.iter().any(|name| spells(name, &region.name)) {
                names.push(&region.name);
            }
        }
        if names.len() > 1 {
            return Err(Error::SeveralRegions(names.into_iter().map(str::to_owned).collect()));
        }
        Ok(Some(self.continue_from(latest, year, questionnaire, known)))
    }

    fn continue_from(
        &mut self,
        earlier: &Region,
        year: u16,
        questionnaire: &Questionnaire,
        known: &Editions,
    ) -> String {
        let mut taken = Vec::new();
        if self.region.is_none() {
            self.region = Some((earlier.name.clone(), year));
        }
        if self.municipalities.is_empty() {
            self.municipalities = municipalities(earlier).collect();
            self.mergers.clone_from(&earlier.mergers);
            taken.push(count(self.municipalities.len(), "gemeente", "gemeenten"));
        } else {
            for wanted in self
                .municipalities
                .iter_mut()
                .filter(|wanted| wanted.inhabitants.is_none())
            {
                let same = municipalities(earlier).find(|found| spells(&found.name, &wanted.name));
                wanted.inhabitants = same.and_then(|found| found.inhabitants);
            }
        }
        if self.perspectives.is_empty() {
            self.perspectives = perspectives(earlier, questionnaire, known);
            let names = questionnaire.perspectives.iter();
            let names = names
                .filter(|known| self.perspectives.contains(&known.key))
                .map(|known| known.name.clone());
            let names: Vec<String> = names.collect();
            if !names.is_empty() {
                taken.push(format!("een kort werkboek voor {}", all_of(&names)));
            }
        }
        self.ambitions = earlier.ambitions;
        if self.ambitions.iter().any(Option::is_some) {
            taken.push("de ambities".to_owned());
        }
        let of = format!("{} {}", earlier.name, earlier.year);
        if taken.is_empty() {
            format!("Van {of} is niets overgenomen: alles is al gegeven.")
        } else {
            format!("Overgenomen van {of}: {}.", all_of(&taken))
        }
    }
}

/// The municipalities of a region, in alphabetical order.
fn municipalities(region: &Region) -> impl Iterator<Item = Expected> {
    let municipalities = region
        .entities
        .iter()
        .filter(|entity| entity.role == Role::Municipality);
    municipalities.map(|entity| Expected {
        name: entity.name.clone(),
        inhabitants: entity.inhabitants,
    })
}

/// Keys of the perspectives that were asked for what they know of the region, and that are still asked.
fn perspectives(region: &Region, questionnaire: &Questionnaire, known: &Editions) -> Vec<String> {
    let Some(edition) = known.of(&region.questionnaire) else {
        return Vec::new();
    };
    let filled = region.submissions.iter().filter(|book| book.role == Role::Region);
    let blank = region.blank_books.iter().filter(|book| book.role == Role::Region);
    let asked = filled
        .map(|book| book.perspective)
        .chain(blank.filter_map(|book| book.perspective));
    let asked: Vec<&str> = asked
        .map(|perspective| edition.perspectives[perspective].key.as_str())
        .collect();
    // The full workbook of the region is made anyway.
    let short = questionnaire
        .perspectives
        .iter()
        .filter(|now| !now.joint && now.key != Role::Region.key());
    short
        .map(|now| now.key.clone())
        .filter(|key| asked.contains(&key.as_str()))
        .collect()
}
