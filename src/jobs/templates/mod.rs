//! `sjabloon`: takes the name, year and municipalities of a region; returns blank workbooks to hand out.

mod earlier;
mod listed;

use super::input::Input;
use super::{Error, Output};
use crate::answers::{Earlier, Expected, Merger, PlanNote};
use crate::comparison::previous::{self, Archive, Asked};
use crate::questionnaire::{Editions, PerspectiveIndex, Questionnaire, Role, STEPS, regions};
use crate::spelling::{composed, fold, look_alike, nearest, slug, spells};
use crate::wording::{all_of, count};
use crate::workbook::read::{Content, read};
use crate::workbook::template::{self, Order};

pub use self::listed::listed;
pub use crate::answers::YEARS;

/// The workbooks that are wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// The region and year; without them, two workbooks are made that suit any region.
    pub region: Option<(String, u16)>,
    /// Its municipalities.
    pub municipalities: Vec<Expected>,
    /// Keys of the perspectives that get a short workbook.
    pub perspectives: Vec<String>,
    /// Municipalities that merged or were renamed.
    pub mergers: Vec<Merger>,
    /// Target score of each step, 0 to 100, for the region to confirm or change.
    pub ambitions: [Option<f64>; STEPS],
}

/// A workbook that has yet to be made.
#[derive(Clone, Debug)]
pub struct PendingWorkbook {
    /// Its file name.
    pub name: String,
    order: Order,
}

/// The questionnaire for new workbooks: the latest edition of the one that was given.
///
/// # Errors
/// If different questionnaires were given.
pub fn asked(given: &Editions) -> Result<&Questionnaire, Error> {
    let ids = given.ids();
    if ids.len() > 1 {
        return Err(Error::SeveralQuestionnaires(
            ids.into_iter().map(str::to_owned).collect(),
        ));
    }
    Ok(given.newest())
}

/// A message if the region's name may be a misspelling of a known one; other names are fine.
#[must_use]
pub fn region_meant(region: &str) -> Option<String> {
    let known = regions();
    let names = || known.iter().map(|known| known.name.as_str());
    if slug(region).is_empty() || names().any(|name| spells(name, region)) {
        return None;
    }
    let near = nearest(region, names()).filter(|near| look_alike(near, region))?;
    Some(format!(
        "Bedoelde u {near}? De naam '{region}' is gebruikt zoals die is gegeven."
    ))
}

/// The workbooks to make, with their file names.
///
/// # Errors
/// If a name, number or perspective cannot be used, or two workbooks would have the same name.
pub fn pending(wanted: &Wanted, questionnaire: &Questionnaire) -> Result<Vec<PendingWorkbook>, Error> {
    let mut pending = match &wanted.region {
        None => vec![
            for_every_region(Role::Municipality, questionnaire),
            for_every_region(Role::Region, questionnaire),
        ],
        Some((region, year)) => for_one_region(region, *year, wanted, questionnaire)?,
    };
    pending.sort_by(|a, b| a.name.cmp(&b.name));
    match pending.windows(2).find(|pair| pair[0].name == pair[1].name) {
        Some(pair) => Err(Error::SameWorkbook {
            name: pair[0].name.clone(),
        }),
        None => Ok(pending),
    }
}

fn for_every_region(role: Role, questionnaire: &Questionnaire) -> PendingWorkbook {
    PendingWorkbook {
        name: format!("ketenscan-{}-{}.xlsx", questionnaire.edition, role.key()),
        order: Order {
            regions: regions().into_iter().map(|region| region.name).collect(),
            ..Order::blank(role)
        },
    }
}

fn for_one_region(
    region: &str,
    year: u16,
    wanted: &Wanted,
    questionnaire: &Questionnaire,
) -> Result<Vec<PendingWorkbook>, Error> {
    let region = composed(region);
    let name = slug(&region);
    if name.is_empty() {
        return Err(Error::NamelessRegion(region));
    }
    let file = |whose: &str, kind: &str| format!("{name}-{year}/{whose}-{kind}.xlsx");
    let order = |role| Order {
        region: Some(region.clone()),
        year: Some(year),
        ..Order::blank(role)
    };
    let mut pending = Vec::new();
    for expected in &wanted.municipalities {
        pending.push(PendingWorkbook {
            name: file(&slug(&expected.name), Role::Municipality.key()),
            order: Order {
                municipality: Some(expected.name.clone()),
                ..order(Role::Municipality)
            },
        });
    }
    for key in &wanted.perspectives {
        let perspective = perspective(key, questionnaire)?;
        pending.push(PendingWorkbook {
            name: file(&name, &questionnaire.perspectives[perspective].key),
            order: Order {
                perspective: Some(perspective),
                ..order(Role::Region)
            },
        });
    }
    pending.push(PendingWorkbook {
        name: file(&name, Role::Region.key()),
        order: Order {
            municipalities: wanted.municipalities.clone(),
            mergers: wanted.mergers.clone(),
            ambitions: wanted.ambitions,
            ..order(Role::Region)
        },
    });
    Ok(pending)
}

/// A municipality, with its inhabitants if they are given, as in `Duinstad=52000`.
///
/// # Errors
/// If it has no name, or the number is none.
pub fn municipality(given: &str) -> Result<Expected, Error> {
    let (name, number) = given.split_once('=').map_or((given, None), |(n, i)| (n, Some(i)));
    let whole = |number: &str| number.trim().parse::<u32>().ok().filter(|number| *number > 0);
    let inhabitants = match number {
        None => None,
        Some(number) => Some(whole(number).ok_or_else(|| Error::NoInhabitants(number.to_owned()))?),
    };
    if slug(name).is_empty() {
        return Err(Error::NamelessMunicipality(given.to_owned()));
    }
    Ok(Expected {
        name: composed(name),
        inhabitants: inhabitants.map(f64::from),
    })
}

fn perspective(key: &str, questionnaire: &Questionnaire) -> Result<PerspectiveIndex, Error> {
    let separate = || questionnaire.perspectives.iter().filter(|known| !known.joint);
    let keys = || separate().map(|known| known.key.as_str());
    let folded = fold(key);
    let found = questionnaire.perspectives.position(|known| known.key == folded);
    match found {
        Some(perspective) if questionnaire.perspectives[perspective].joint => Err(Error::JointPerspective(folded)),
        Some(perspective) => Ok(perspective),
        None => Err(Error::UnknownPerspective {
            given: key.to_owned(),
            near: nearest(key, keys()).map(str::to_owned),
            known: keys().map(str::to_owned).collect(),
        }),
    }
}

/// Adds what was answered and planned in an earlier year, according to the input, and returns a summary of it; `None`
/// if nothing was found. `known` are the editions with which the input was read.
///
/// # Errors
/// If there is an error in the input.
pub fn look_back(
    pending: &mut [PendingWorkbook],
    questionnaire: &Questionnaire,
    input: &Input,
    known: &Editions,
) -> Result<Option<String>, Error> {
    input.sound()?;
    let archive = Archive {
        regions: &input.regions,
        plans: &input.plans,
        known,
    };
    for PendingWorkbook { order, .. } in pending.iter_mut() {
        let (Some(region), Some(year)) = (&order.region, order.year) else {
            continue;
        };
        let perspective = order
            .perspective
            .map(|index| questionnaire.perspectives[index].key.as_str());
        let asked = Asked {
            region,
            year,
            role: order.role,
            municipality: order.municipality.as_deref(),
            // The usual perspective for a full workbook has the same key as its role.
            perspective: perspective.unwrap_or(order.role.key()),
        };
        order.previous = previous::look_back(&archive, questionnaire, &asked);
    }
    Ok(found(pending))
}

/// What was found about earlier years.
fn found(pending: &[PendingWorkbook]) -> Option<String> {
    let previous = || pending.iter().map(|workbook| &workbook.order.previous);
    let answered = previous().filter(|previous| previous.answers.is_some()).count();
    let points = |plan: &Earlier<Option<PlanNote>>| plan.rows.iter().flatten().count();
    let mut carried = Vec::new();
    if answered > 0 {
        carried.push(format!(
            "eerdere antwoorden in {answered} van de {}",
            count(pending.len(), "werkboek", "werkboeken")
        ));
    }
    if let Some(plan) = previous().find_map(|previous| previous.plan.as_ref()) {
        let points = count(points(plan), "punt", "punten");
        carried.push(format!("{points} van het verbeterplan van {}", plan.year));
    }
    let beside = (!carried.is_empty()).then(|| format!("Naast de vragen: {}.", all_of(&carried)));
    let steps = previous().find_map(|previous| previous.steps);
    let steps = steps.filter(|steps| steps.scores.iter().chain(&steps.ambitions).any(Option::is_some));
    let steps = steps.map(|steps| format!("Op het blad Ambitie: de scores en ambities van {}.", steps.year));
    let found: Vec<String> = beside.into_iter().chain(steps).collect();
    (!found.is_empty()).then(|| found.join(" "))
}

/// Whether a template may replace a file: it is one of our questionnaires, filled in or not, or no workbook at all.
/// `label` is its name in messages.
#[must_use]
pub fn may_replace(bytes: &[u8], label: &str, known: &Editions) -> bool {
    let content = read(bytes, label, known).value;
    matches!(
        content,
        Some(Content::Submission(_) | Content::Unplaced(_) | Content::Blank(_) | Content::NotAWorkbook)
    )
}

impl PendingWorkbook {
    /// Makes the workbook. The same order gives the same bytes.
    ///
    /// # Errors
    /// If a text of the questionnaire does not fit in a workbook.
    pub fn make(&self, questionnaire: &Questionnaire) -> Result<Output, Error> {
        Ok(Output::new(&*self.name, template::write(questionnaire, &self.order)?))
    }
}
