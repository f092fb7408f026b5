//! `rapport`: the report of every region and year in the input.

use std::path::{Path, PathBuf};

use ketenscan::answers::Region;
use ketenscan::plan::PlanEntry;
use ketenscan::problem::{Place, Problem, Severity, any_error};
use ketenscan::questionnaire::{Date, Questionnaire, Role};
use ketenscan::report::excel;
use ketenscan::report::region::{self, json, terminal};
use ketenscan::report::sharing::{Audience, disclose};
use ketenscan::scoring::{self, InhabitantsUnknown, Weighting};
use ketenscan::spelling::slug;
use ketenscan::wording::{all_of, count};
use ketenscan::workbook::read::read_report;

use rayon::prelude::*;

use super::pages;
use crate::cli::args::ReportArgs;
use crate::cli::clock::today;
use crate::cli::error::Error;
use crate::cli::input::Subject;
use crate::cli::messages::{Messages, say, say_text};
use crate::cli::values::WeightingArg;
use crate::cli::{Outcome, files, input};

/// What a command wrote.
pub struct Written {
    /// The files, in order.
    pub paths: Vec<PathBuf>,
    /// What there is to say of them.
    pub text: String,
}

/// A report to be made.
struct Order<'a> {
    questionnaire: &'a Questionnaire,
    region: &'a Region,
    /// How its files begin: `voorbeeldland-2026`.
    name: String,
    /// What people filled in, in the report that it replaces.
    filled: Vec<PlanEntry>,
}

/// Reads, scores and writes; with errors in the input it writes nothing, unless they may be passed over.
pub fn run(args: &ReportArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let reports = match write(args, folders, messages)? {
        Ok(reports) => reports,
        Err(outcome) => return Ok(outcome),
    };
    for (index, report) in reports.iter().enumerate() {
        if index > 0 {
            say!("");
        }
        say_text!("{}", report.text);
    }
    for path in reports.iter().flat_map(|report| &report.paths) {
        messages.progress(&format!("Geschreven: {}", path.display()));
    }
    Ok(Outcome::Done)
}

/// Reads, scores and writes without a word on what is in the reports.
pub fn write(
    args: &ReportArgs,
    folders: &[PathBuf],
    messages: &Messages,
) -> Result<Result<Vec<Written>, Outcome>, Error> {
    let known = match input::questionnaires(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(Err(outcome)),
    };
    let mut input = input::read(&args.paths, &known, messages)?;
    let chosen = Subject::new(args.region.as_deref(), args.year);
    let mut regions = input.regions();
    regions.retain(|region| Subject::of(region).may_be(&chosen));
    let mut problems = input::about(&chosen, &input.subjects(&input.problems));
    let mut weighable = Vec::new();
    for region in regions.iter().filter(|region| !region.submissions.is_empty()) {
        let Some(questionnaire) = known.of(&region.questionnaire) else {
            continue;
        };
        match scoring::weighable(region, weighting(args)) {
            Ok(()) => weighable.push((questionnaire, region)),
            Err(unknown) => problems.push(inhabitants_unknown(region, &unknown.0)),
        }
    }
    messages.problems(&problems);
    if any_error(&problems) && (!args.skip_errors || weighable.len() < regions_with_answers(&regions)) {
        messages.progress(if args.skip_errors {
            "Er is niets geschreven. Herstel de fouten."
        } else {
            "Er is niets geschreven. Herstel de fouten, of laat ze weg met --sla-fouten-over."
        });
        return Ok(Err(Outcome::Faulty));
    }
    if weighable.is_empty() {
        return Err(Error::Usage(nothing_to_report(args, regions.len())));
    }

    let orders = orders(args, weighable, messages)?;
    let date = today();
    let subjects = input.subjects(&problems);
    let bar = messages.bar(orders.len(), "Geschreven");
    // One after another per thread: what is written need not stay in memory.
    let reports = orders.par_iter().map(|order| {
        let own = input::about(&Subject::of(order.region), &subjects);
        make(args, order, &own, date).inspect(|_| bar.inc(1))
    });
    let reports: Result<Vec<Written>, Error> = reports.collect();
    bar.finish_and_clear();
    reports.map(Ok)
}

fn weighting(args: &ReportArgs) -> Weighting {
    match args.weighting {
        WeightingArg::Equal => Weighting::Equal,
        WeightingArg::Inhabitants => Weighting::Inhabitants,
    }
}

fn audience(args: &ReportArgs) -> Audience {
    if args.share { Audience::Anyone } else { Audience::Region }
}

/// The reports to make, after seeing that every one of them may be written.
fn orders<'a>(
    args: &ReportArgs,
    regions: Vec<(&'a Questionnaire, &'a Region)>,
    messages: &Messages,
) -> Result<Vec<Order<'a>>, Error> {
    let mut orders: Vec<Order> = Vec::new();
    for (questionnaire, region) in regions {
        let name = format!("{}-{}", slug(&region.name), region.year);
        if orders.iter().any(|order| order.name == name) {
            return Err(Error::Usage(format!(
                "twee regio's zouden allebei in '{}' komen; kies er een met --regio",
                args.output.join(name).with_extension("xlsx").display()
            )));
        }
        for place in places(args, &name) {
            files::may_write(&place, args.overwrite)?;
        }
        orders.push(Order {
            questionnaire,
            region,
            filled: filled_plan(&args.output.join(format!("{name}.xlsx")), args, messages)?,
            name,
        });
    }
    Ok(orders)
}

/// The files and folders of a report whose files begin with `name`.
pub fn places(args: &ReportArgs, name: &str) -> Vec<PathBuf> {
    let made = [
        (true, ".xlsx"),
        (args.json, ".json"),
        (args.html, ".html"),
        (args.html && audience(args).gets_municipalities(), "-gemeenten"),
        (args.pictures, "-grafieken"),
    ];
    let endings = made.into_iter().filter(|(made, _)| *made);
    endings
        .map(|(_, ending)| args.output.join(format!("{name}{ending}")))
        .collect()
}

/// Scores a region and writes its report.
fn make(args: &ReportArgs, order: &Order, problems: &[Problem], date: Date) -> Result<Written, Error> {
    let Order {
        questionnaire,
        region,
        name,
        filled,
    } = order;
    let unweighed =
        |unknown: InhabitantsUnknown| Error::Usage(format!("van {} ontbreken de inwoners", all_of(&unknown.0)));
    let disclosed = disclose(audience(args), questionnaire, region, weighting(args)).map_err(unweighed)?;
    let report = disclosed.report();
    let outline = region::outline(&report, problems, filled);
    let mut outputs = vec![(args.output.join(format!("{name}.xlsx")), excel::write(&outline, date)?)];
    if args.json {
        let json = json::write(&report)?.into_bytes();
        outputs.push((args.output.join(format!("{name}.json")), json));
    }
    outputs.extend(pages::outputs(args, &report, &outline, name, date)?);
    for (path, bytes) in &outputs {
        files::write(path, bytes, args.overwrite)?;
    }
    Ok(Written {
        paths: outputs.into_iter().map(|(path, _)| path).collect(),
        text: terminal::write(&report),
    })
}

/// What people filled in, in the plan of the report that is about to be overwritten.
fn filled_plan(path: &Path, args: &ReportArgs, messages: &Messages) -> Result<Vec<PlanEntry>, Error> {
    if !args.overwrite || !path.is_file() {
        return Ok(Vec::new());
    }
    let name = path.display();
    let bytes = files::read(path)?;
    let read = input::without_panic_messages(|| read_report(&bytes, &files::label(path)));
    let Some(earlier) = read.value else {
        // A workbook may be a report that was damaged, with somebody's plan in it.
        if !bytes.starts_with(b"PK") {
            return Ok(Vec::new());
        }
        return Err(Error::Usage(format!(
            "'{name}' is geen rapport van ketenscan dat gelezen kan worden; verplaats het, of kies met -o een andere map"
        )));
    };
    let filled = earlier.entries;
    if args.share && !filled.is_empty() {
        return Err(Error::Usage(format!(
            "in '{name}' is het verbeterplan al ingevuld; kies met -o een andere map voor de uitgave om te delen"
        )));
    }
    if args.share && !earlier.shared {
        return Err(Error::Usage(format!(
            "'{name}' is een gewoon rapport, met namen en herkomst; kies met -o een andere map voor de uitgave om te delen"
        )));
    }
    messages.problems(&read.problems);
    if !filled.is_empty() {
        let points = count(filled.len(), "ingevuld punt", "ingevulde punten");
        messages.progress(&format!("{points} van het verbeterplan overgenomen uit {name}"));
    }
    Ok(filled)
}

fn regions_with_answers(regions: &[Region]) -> usize {
    regions.iter().filter(|region| !region.submissions.is_empty()).count()
}

fn nothing_to_report(args: &ReportArgs, regions: usize) -> String {
    if args.year.is_some() || args.region.is_some() {
        return "in de invoer staat geen ingevuld werkboek van die regio of dat jaar".to_owned();
    }
    match regions {
        0 => "in de invoer staat geen ingevuld werkboek".to_owned(),
        _ => format!(
            "van {} is nog geen werkboek ingevuld; zie 'ketenscan controleer'",
            count(regions, "regio", "regio's")
        ),
    }
}

fn inhabitants_unknown(region: &Region, names: &[String]) -> Problem {
    // The region's own workbook should hold them, filled in or not; without one, any file will do.
    let filled = |role: Option<Role>| {
        let mut submissions = region.submissions.iter();
        submissions.find(|book| role.is_none_or(|role| book.role == role))
    };
    let blank = || region.untouched.iter().find(|book| book.role == Role::Region);
    let place = filled(Some(Role::Region))
        .map(|book| &book.file)
        .or_else(|| Some(&blank()?.file))
        .or_else(|| Some(&filled(None)?.file));
    Problem {
        code: "R06",
        severity: Severity::Error,
        place: Place::file(place.map_or("", String::as_str)),
        message: format!(
            "voor wegen naar inwoners ontbreekt in {} het aantal inwoners van {}",
            region.name,
            all_of(names)
        ),
        hint: "Vul het aan op het blad Gemeenten van het werkboek van de regio, of kies --weging gelijk.".to_owned(),
    }
}
