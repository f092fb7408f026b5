//! `vergelijk`: years of a region and regions of a year held beside one another.

use std::path::PathBuf;

use ketenscan::answers::Region;
use ketenscan::comparison::{Year, compare};
use ketenscan::plan::{FilledPlan, PlanEntry};
use ketenscan::problem::any_error;
use ketenscan::report::comparison::{json, outline, terminal};
use ketenscan::report::excel;
use ketenscan::report::sharing::{Audience, disclose_comparison};
use ketenscan::scoring::{self, Weighting};
use ketenscan::spelling::fold;

use super::report::Written;
use crate::cli::args::CompareArgs;
use crate::cli::clock::today;
use crate::cli::error::Error;
use crate::cli::messages::{Messages, say_text};
use crate::cli::{Outcome, files, input};

const NOTHING_WRITTEN: &str = "Er is niets geschreven. Herstel de fouten, of laat de bestanden weg.";

/// Reads, scores, compares and writes; with errors in the input it writes nothing.
pub fn run(args: &CompareArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let written = match write(args, folders, messages)? {
        Ok(written) => written,
        Err(outcome) => return Ok(outcome),
    };
    say_text!("{}", written.text);
    for path in &written.paths {
        messages.progress(&format!("Geschreven: {}", path.display()));
    }
    Ok(Outcome::Done)
}

/// Reads, scores, compares and writes without a word on what is in the comparison.
pub fn write(args: &CompareArgs, folders: &[PathBuf], messages: &Messages) -> Result<Result<Written, Outcome>, Error> {
    let known = match input::editions(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(Err(outcome)),
    };
    let mut input = input::read_with_plans(&args.paths, &known, messages)?;
    let regions = input.regions();
    messages.problems(&input.problems);
    if any_error(&input.problems) {
        messages.progress(NOTHING_WRITTEN);
        return Ok(Err(Outcome::Faulty));
    }
    let mut scored = Vec::new();
    for region in regions.iter().filter(|region| !region.submissions.is_empty()) {
        let questionnaire = known.of(&region.questionnaire);
        // Where all weigh the same, nothing can be unknown of who is weighed.
        if let Some(questionnaire) = questionnaire
            && let Ok(score) = scoring::score(questionnaire, region, Weighting::Equal)
        {
            scored.push((questionnaire, region, score));
        }
    }
    let years = scored
        .iter()
        .map(|(questionnaire, region, score)| Year {
            questionnaire,
            region,
            score,
            plan: plan_of(&input.plans, region),
        })
        .collect();
    let comparison = match compare(years, &known) {
        Ok(comparison) => comparison,
        Err(problems) => {
            messages.problems(&problems);
            messages.progress(NOTHING_WRITTEN);
            return Ok(Err(Outcome::Faulty));
        }
    };
    let audience = if args.sharing {
        Audience::Anyone
    } else {
        Audience::Region
    };
    let report = disclose_comparison(audience, comparison);
    let comparison = &report.comparison;
    if comparison.regions.is_empty() {
        return Err(Error::Usage("in de invoer staat geen ingevuld werkboek".to_owned()));
    }

    let workbook = excel::write(&outline(&report), today())?;
    let mut outputs = vec![(args.output.join("vergelijking.xlsx"), workbook)];
    if args.json {
        let json = json::write(comparison)?.into_bytes();
        outputs.push((args.output.join("vergelijking.json"), json));
    }
    for (path, _) in &outputs {
        files::may_write(path, args.overwrite)?;
    }
    for (path, bytes) in &outputs {
        files::write(path, bytes, args.overwrite)?;
    }
    Ok(Ok(Written {
        paths: outputs.into_iter().map(|(path, _)| path).collect(),
        text: terminal::write(comparison),
    }))
}

/// What people filled in, in the plan of the report of this region and year.
fn plan_of<'p>(plans: &'p [FilledPlan], region: &Region) -> &'p [PlanEntry] {
    let of_it = |plan: &&FilledPlan| {
        plan.questionnaire == region.questionnaire
            && plan.year == region.year
            && fold(&plan.region) == fold(&region.name)
    };
    plans.iter().find(of_it).map_or(&[], |plan| &plan.entries)
}
