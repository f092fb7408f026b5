//! `sjabloon`: blank workbooks for a region and its municipalities.

use crate::cli::messages::say;
use std::path::{Path, PathBuf};

use ketenscan::answers::{Earlier, Expected, PlanNote};
use ketenscan::comparison::previous::{self, Archive, Asked};
use ketenscan::problem::any_error;
use ketenscan::questionnaire::{Editions, Questionnaire, Role, regions};
use ketenscan::spelling::{fold, look_alike, nearest, slug};
use ketenscan::wording::{all_of, count, one_of};
use ketenscan::workbook::read::{Content, read};
use ketenscan::workbook::template::{self, Order};

use crate::cli::args::TemplateArgs;
use crate::cli::error::Error;
use crate::cli::messages::Messages;
use crate::cli::{Outcome, files, input};

/// Makes the workbooks. Existing ones are left alone and named.
pub fn run(args: &TemplateArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let given = match input::questionnaires(folders, messages)? {
        Ok(given) => given,
        Err(outcome) => return Ok(outcome),
    };
    let ids = given.ids();
    if ids.len() > 1 {
        return Err(Error::Usage(format!(
            "de mappen bij --vragenlijst bevatten verschillende vragenlijsten: {}; geef er één van",
            all_of(&ids)
        )));
    }
    // What was kept of earlier years may be of an edition built in; what is made never is, where
    // another was asked for.
    let questionnaire = given.newest();
    let mut known = given.clone();
    known.complete_from(&Editions::builtin());
    let mut orders = orders(args, questionnaire, messages)?;
    if !args.previous.is_empty() && look_back(args, &known, questionnaire, &mut orders, messages)? == Outcome::Faulty {
        return Ok(Outcome::Faulty);
    }
    let output = args.output.clone().unwrap_or_default();
    orders.sort_by(|a, b| a.0.cmp(&b.0));
    if let Some(pair) = orders.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let name = pair[0].0.display();
        return Err(Error::Usage(format!(
            "twee werkboeken zouden allebei '{name}' heten; geef elke gemeente één keer"
        )));
    }
    let mut written = 0;
    for (name, order) in orders {
        let path = output.join(&name);
        if files::may_write(&path, args.overwrite).is_err() {
            Messages::notice(&format!("Bestaat al en is zo gelaten: {}", path.display()));
            continue;
        }
        if !is_blank(&path, &known)? {
            Messages::notice(&format!("Geen leeg werkboek en zo gelaten: {}", path.display()));
            continue;
        }
        let bytes = template::write(questionnaire, &order)?;
        files::write(&path, &bytes, args.overwrite)?;
        say!("{}", path.display());
        written += 1;
    }
    messages.progress(&format!("{} gemaakt.", count(written, "werkboek", "werkboeken")));
    Ok(Outcome::Done)
}

/// Puts beside the questions what was answered and planned in an earlier year. With errors in what
/// was kept of it, it puts nothing there.
fn look_back(
    args: &TemplateArgs,
    known: &Editions,
    questionnaire: &Questionnaire,
    orders: &mut [(PathBuf, Order)],
    messages: &Messages,
) -> Result<Outcome, Error> {
    let mut input = input::read_with_plans(&args.previous, known, messages)?;
    let regions = input.regions();
    messages.problems(&input.problems);
    if any_error(&input.problems) {
        messages.progress("Er is niets geschreven. Herstel de fouten, of laat de bestanden weg.");
        return Ok(Outcome::Faulty);
    }
    let archive = Archive {
        regions: &regions,
        plans: &input.plans,
        known,
    };
    for (_, order) in orders.iter_mut() {
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
            // The one from which a full workbook is nearly always filled in goes by the same word.
            perspective: perspective.unwrap_or(order.role.key()),
        };
        order.previous = previous::look_back(&archive, questionnaire, &asked);
    }
    found(orders, messages);
    Ok(Outcome::Done)
}

/// Tells what was found of earlier years.
fn found(orders: &[(PathBuf, Order)], messages: &Messages) {
    let answered = orders
        .iter()
        .filter(|(_, order)| order.previous.answers.is_some())
        .count();
    let plan = orders.iter().find_map(|(_, order)| order.previous.plan.as_ref());
    let points = |plan: &Earlier<Option<PlanNote>>| plan.rows.iter().flatten().count();
    let mut told = Vec::new();
    if answered > 0 {
        told.push(format!(
            "eerdere antwoorden in {answered} van de {}",
            count(orders.len(), "werkboek", "werkboeken")
        ));
    }
    if let Some(plan) = plan {
        let points = count(points(plan), "punt", "punten");
        told.push(format!("{points} van het verbeterplan van {}", plan.year));
    }
    if told.is_empty() {
        // Most likely a slip in the region's name or in the path.
        Messages::notice(
            "Bij --vorige staat niets van deze regio van een eerder jaar; de werkboeken zijn zonder gemaakt.",
        );
    } else {
        messages.progress(&format!("Naast de vragen: {}.", all_of(&told)));
    }
}

/// Whether nothing is there that could hold somebody's answers: no workbook, or one that is still blank.
fn is_blank(path: &Path, known: &Editions) -> Result<bool, Error> {
    if !path.exists() {
        return Ok(true);
    }
    let content = read(&files::read(path)?, &path.to_string_lossy(), known).value;
    Ok(matches!(content, Some(Content::Untouched(_) | Content::NotAWorkbook)))
}

fn orders(
    args: &TemplateArgs,
    questionnaire: &Questionnaire,
    messages: &Messages,
) -> Result<Vec<(PathBuf, Order)>, Error> {
    let (Some(region), Some(year)) = (&args.region, args.year) else {
        let blank = |role: Role| {
            let name = format!("ketenscan-{}-{}.xlsx", questionnaire.edition, role.key());
            let order = Order {
                regions: regions().into_iter().map(|region| region.name).collect(),
                ..Order::blank(role)
            };
            (PathBuf::from(name), order)
        };
        return Ok(vec![blank(Role::Municipality), blank(Role::Region)]);
    };
    let name = slug(region);
    if name.is_empty() {
        return Err(Error::Usage(format!(
            "'{region}' heeft geen letters of cijfers; geef de naam van de regio"
        )));
    }
    suggest_region(region, messages);
    let folder = PathBuf::from(format!("{name}-{year}"));
    let municipalities = municipalities(&args.municipalities)?;
    let order = |role| Order {
        region: Some(region.clone()),
        year: Some(year),
        ..Order::blank(role)
    };
    let mut orders = Vec::new();
    for expected in &municipalities {
        let order = Order {
            municipality: Some(expected.name.clone()),
            ..order(Role::Municipality)
        };
        orders.push((
            workbook(&folder, &slug(&expected.name), Role::Municipality.key()),
            order,
        ));
    }
    for key in &args.perspectives {
        let perspective = perspective(key, questionnaire)?;
        let order = Order {
            perspective: Some(perspective),
            ..order(Role::Region)
        };
        orders.push((
            workbook(&folder, &name, &questionnaire.perspectives[perspective].key),
            order,
        ));
    }
    let order = Order {
        municipalities,
        ..order(Role::Region)
    };
    orders.push((workbook(&folder, &name, Role::Region.key()), order));
    Ok(orders)
}

fn workbook(folder: &Path, name: &str, kind: &str) -> PathBuf {
    folder.join(format!("{name}-{kind}.xlsx"))
}

/// A region's own name is fine; a slip in a known one is worth a word.
fn suggest_region(region: &str, messages: &Messages) {
    let known = regions();
    let names = || known.iter().map(|known| known.name.as_str());
    if names().any(|name| fold(name) == fold(region)) {
        return;
    }
    if let Some(near) = nearest(region, names()).filter(|near| look_alike(near, region)) {
        messages.progress(&format!(
            "Bedoelde u {near}? De naam '{region}' is gebruikt zoals die is gegeven."
        ));
    }
}

/// Names with inhabitants, as in `Duinstad=52000`.
fn municipalities(given: &[String]) -> Result<Vec<Expected>, Error> {
    given
        .iter()
        .map(|given| {
            let (name, number) = given.split_once('=').map_or((given.as_str(), None), |(n, i)| (n, Some(i)));
            let inhabitants = match number {
                None => None,
                Some(number) => Some(number.trim().parse::<u32>().ok().filter(|n| *n > 0).ok_or_else(|| {
                    Error::Usage(format!(
                        "'{number}' is geen aantal inwoners; schrijf bijvoorbeeld --gemeente Duinstad=52000, zonder punten"
                    ))
                })?),
            };
            if slug(name).is_empty() {
                return Err(Error::Usage(format!("'{given}' heeft geen naam; schrijf bijvoorbeeld --gemeente Duinstad=52000")));
            }
            Ok(Expected {
                name: name.trim().to_owned(),
                inhabitants: inhabitants.map(f64::from),
            })
        })
        .collect()
}

fn perspective(key: &str, questionnaire: &Questionnaire) -> Result<usize, Error> {
    let keys = || questionnaire.perspectives.iter().map(|known| known.key.as_str());
    keys().position(|known| known == fold(key)).ok_or_else(|| {
        let advice = nearest(key, keys()).map_or_else(
            || format!("kies uit {}", one_of(&keys().collect::<Vec<_>>())),
            |near| format!("bedoelde u '{near}'?"),
        );
        Error::Usage(format!("'{key}' is geen bekend perspectief; {advice}"))
    })
}
