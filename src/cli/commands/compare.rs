//! `vergelijk`: years of a region and regions of a year held beside one another.

use crate::cli::messages::say_text;
use std::path::PathBuf;

use ketenscan::comparison::{Year, compare};
use ketenscan::problem::any_error;
use ketenscan::report::outline::comparison::{newest, outline};
use ketenscan::report::{comparison_json, comparison_terminal, excel};
use ketenscan::scoring::{self, Weighting};

use super::report::{Made, today, write_all};
use crate::cli::args::CompareArgs;
use crate::cli::error::Error;
use crate::cli::messages::Messages;
use crate::cli::{Outcome, input};

/// Reads, scores, compares and writes; with errors in the input it writes nothing.
pub fn run(args: &CompareArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let made = match make(args, folders, messages)? {
        Ok(made) => made,
        Err(outcome) => return Ok(outcome),
    };
    write_all(&made.outputs, args.overwrite)?;
    for text in &made.texts {
        say_text!("{text}");
    }
    for (path, _) in &made.outputs {
        messages.progress(&format!("Geschreven: {}", path.display()));
    }
    Ok(Outcome::Done)
}

/// Reads, scores and compares, and makes the comparison without writing it.
pub fn make(args: &CompareArgs, folders: &[PathBuf], messages: &Messages) -> Result<Result<Made, Outcome>, Error> {
    let known = match input::editions(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(Err(outcome)),
    };
    let mut input = input::read(&args.paths, &known, messages)?;
    let regions = input.regions();
    messages.problems(&input.problems);
    if any_error(&input.problems) {
        messages.progress("Er is niets geschreven. Herstel de fouten, of laat de bestanden weg.");
        return Ok(Err(Outcome::Faulty));
    }
    let mut scored = Vec::new();
    for region in regions.iter().filter(|region| !region.submissions.is_empty()) {
        let edition = known.iter().find(|known| known.edition == region.edition);
        // Where all weigh the same, nothing can be unknown of who is weighed.
        if let Some(questionnaire) = edition
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
        })
        .collect();
    let comparison = compare(years, &known);
    let Some(newest) = newest(&comparison) else {
        return Err(Error::Usage("in de invoer staat geen ingevuld werkboek".to_owned()));
    };

    let workbook = excel::write_comparison(&outline(&comparison, args.sharing), newest, today())?;
    let mut outputs = vec![(args.output.join("vergelijking.xlsx"), workbook)];
    if args.json {
        let json = comparison_json::write(&comparison)?.into_bytes();
        outputs.push((args.output.join("vergelijking.json"), json));
    }
    let texts = vec![comparison_terminal::write(&comparison, args.sharing)];
    Ok(Ok(Made { outputs, texts }))
}
