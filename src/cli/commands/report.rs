//! `rapport`: the report of every region and year in the input.

use crate::cli::messages::{say, say_text};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use ketenscan::answers::Region;
use ketenscan::plan::PlanEntry;
use ketenscan::problem::{Place, Problem, Severity, any_error};
use ketenscan::questionnaire::{Date, Role};
use ketenscan::report::{Report, excel, json, outline, sharing, terminal};
use ketenscan::scoring::{self, Weighting};
use ketenscan::spelling::slug;
use ketenscan::wording::{all_of, count};
use ketenscan::workbook::read::{check_plan, is_shared_report};

use super::pages;
use crate::cli::args::ReportArgs;
use crate::cli::error::Error;
use crate::cli::input::Subject;
use crate::cli::messages::Messages;
use crate::cli::values::WeightingArg;
use crate::cli::{Outcome, files, input};

/// What a command made and has yet to write.
pub struct Made {
    /// Files with their contents.
    pub outputs: Vec<(PathBuf, Vec<u8>)>,
    /// What it has to say of them.
    pub texts: Vec<String>,
}

/// Reads, scores and writes; with errors in the input it writes nothing, unless they may be passed over.
pub fn run(args: &ReportArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let made = match make(args, folders, messages)? {
        Ok(made) => made,
        Err(outcome) => return Ok(outcome),
    };
    write_all(&made.outputs, args.overwrite)?;
    for (index, text) in made.texts.iter().enumerate() {
        if index > 0 {
            say!("");
        }
        say_text!("{text}");
    }
    for (path, _) in &made.outputs {
        messages.progress(&format!("Geschreven: {}", path.display()));
    }
    Ok(Outcome::Done)
}

/// Reads and scores, and makes every report without writing it.
pub fn make(args: &ReportArgs, folders: &[PathBuf], messages: &Messages) -> Result<Result<Made, Outcome>, Error> {
    let known = match input::questionnaires(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(Err(outcome)),
    };
    let mut input = input::read(&args.paths, &known, messages)?;
    let chosen = Subject {
        region: args.region.clone(),
        year: args.year,
    };
    let mut regions = input.regions();
    regions.retain(|region| Subject::of(region).may_be(&chosen));
    let mut problems = input.about(&chosen, &input.problems);
    let weighting = match args.weighting {
        WeightingArg::Equal => Weighting::Equal,
        WeightingArg::Inhabitants => Weighting::Inhabitants,
    };
    let mut scored = Vec::new();
    for region in regions.iter().filter(|region| !region.submissions.is_empty()) {
        let Some(questionnaire) = known.iter().find(|known| known.edition == region.edition) else {
            continue;
        };
        match scoring::score(questionnaire, region, weighting) {
            Ok(score) => scored.push((questionnaire, region, score)),
            Err(unknown) => problems.push(inhabitants_unknown(region, &unknown.0)),
        }
    }
    messages.problems(&problems);
    if any_error(&problems) && (!args.skip_errors || scored.len() < regions_with_answers(&regions)) {
        messages.progress(if args.skip_errors {
            "Er is niets geschreven. Herstel de fouten."
        } else {
            "Er is niets geschreven. Herstel de fouten, of laat ze weg met --sla-fouten-over."
        });
        return Ok(Err(Outcome::Faulty));
    }
    if scored.is_empty() {
        return Err(Error::Usage(nothing_to_report(args, regions.len())));
    }

    let date = today();
    let mut outputs: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut texts = Vec::new();
    for (questionnaire, region, score) in &scored {
        let name = format!("{}-{}", slug(&region.name), region.year);
        let path = args.output.join(format!("{name}.xlsx"));
        let filled = filled_plan(&path, args, messages)?;
        let own = input.about(&Subject::of(region), &problems);
        let shared = if args.share {
            let shared = sharing::share(questionnaire, region, weighting);
            Some(shared.map_err(|unknown| Error::Usage(format!("van {} ontbreken de inwoners", all_of(&unknown.0))))?)
        } else {
            None
        };
        let (region, score) = shared
            .as_ref()
            .map_or((*region, score), |(region, score)| (region, score));
        let report = Report {
            questionnaire,
            region,
            score,
            sharing: args.share,
        };
        let outline = outline::outline(&report, &own, &filled);
        let write = if args.share { excel::write_shared } else { excel::write };
        outputs.push((path, write(&outline, questionnaire, date)?));
        if args.json {
            let json = json::write(&report)?.into_bytes();
            outputs.push((args.output.join(format!("{name}.json")), json));
        }
        outputs.extend(pages::outputs(args, &report, &outline, &name, date)?);
        texts.push(terminal::write(&report));
    }
    Ok(Ok(Made { outputs, texts }))
}

/// What people filled in, in the plan of the report that is about to be overwritten.
fn filled_plan(path: &Path, args: &ReportArgs, messages: &Messages) -> Result<Vec<PlanEntry>, Error> {
    if !args.overwrite || !path.is_file() {
        return Ok(Vec::new());
    }
    let name = path.display();
    let bytes = files::read(path)?;
    let read = input::without_panic_messages(|| check_plan(&bytes, &files::label(path)));
    let Some(filled) = read.value else {
        // A workbook may be a report that was damaged, with somebody's plan in it.
        if !bytes.starts_with(b"PK") {
            return Ok(Vec::new());
        }
        return Err(Error::Usage(format!(
            "'{name}' is geen rapport van ketenscan dat gelezen kan worden; verplaats het, of kies met -o een andere map"
        )));
    };
    if args.share && !filled.is_empty() {
        return Err(Error::Usage(format!(
            "in '{name}' is het verbeterplan al ingevuld; kies met -o een andere map voor de uitgave om te delen"
        )));
    }
    if args.share && !is_shared_report(&bytes) {
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

/// Writes all outputs, after seeing that every one of them may be written.
pub fn write_all(outputs: &[(PathBuf, Vec<u8>)], overwrite: bool) -> Result<(), Error> {
    let mut seen = std::collections::BTreeSet::new();
    for (path, _) in outputs {
        if !seen.insert(path) {
            let name = path.display();
            return Err(Error::Usage(format!(
                "twee regio's zouden allebei in '{name}' komen; kies er een met --regio"
            )));
        }
        files::may_write(path, overwrite)?;
    }
    for (path, bytes) in outputs {
        files::write(path, bytes, overwrite)?;
    }
    Ok(())
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

/// Today, or the day of `SOURCE_DATE_EPOCH`, so that a report can be made again byte for byte.
pub fn today() -> Date {
    let fixed = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse::<u64>().ok());
    let seconds = fixed.unwrap_or_else(|| {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |elapsed| elapsed.as_secs())
    });
    civil(seconds / 86_400)
}

/// The date of a number of days since 1 January 1970 (Gregorian calendar).
fn civil(days: u64) -> Date {
    let mut year = 1970;
    let mut rest = days;
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    while rest >= if leap(year) { 366 } else { 365 } {
        rest -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let february = if leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    Date {
        year: year as u16,
        month,
        day: rest as u8 + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        let date = |year, month, day| Date { year, month, day };
        assert_eq!(civil(0), date(1970, 1, 1));
        // 1 577 836 800 seconds is 1 January 2020; 59 days on is 29 February.
        assert_eq!(civil(1_577_836_800 / 86_400 + 59), date(2020, 2, 29));
        assert_eq!(civil(1_577_836_800 / 86_400 + 365), date(2020, 12, 31));
    }
}
