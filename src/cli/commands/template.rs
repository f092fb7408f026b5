//! `sjabloon`: makes blank workbooks for a region and its municipalities.

use std::path::PathBuf;

use ketenscan::jobs::input::Input;
use ketenscan::jobs::questionnaires::with_builtin;
use ketenscan::jobs::reading::ReportPolicy;
use ketenscan::jobs::templates::{self, PendingWorkbook, Wanted};
use ketenscan::problem::any_error;
use ketenscan::questionnaire::{Editions, Questionnaire};
use ketenscan::wording::count;

use super::{way_on, write_blank};
use crate::cli::args::TemplateArgs;
use crate::cli::error::Error;
use crate::cli::input::{self, nothing_written};
use crate::cli::messages::Messages;
use crate::cli::{files, paths};

/// Makes the workbooks. Existing ones are left alone and listed.
pub fn run(args: &TemplateArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let given = input::questionnaires(folders, messages)?;
    let questionnaire = templates::asked(&given)?;
    // Workbooks of earlier years may answer a built-in edition, even if new ones are made for another questionnaire.
    let known = with_builtin(given.clone());
    if let Some(word) = args.region.as_deref().and_then(templates::region_meant) {
        messages.progress(&word);
    }
    let mut wanted = wanted(args, questionnaire, messages)?;
    let earlier = earlier(args, &known, messages)?;
    if let (Some(earlier), Some(year)) = (&earlier, args.year)
        && let Some(found) = wanted.complete(year, earlier, questionnaire, &known)?
    {
        messages.progress(&found);
    }
    let mut pending = templates::pending(&wanted, questionnaire)?;
    if let Some(earlier) = &earlier {
        look_back(questionnaire, &known, &mut pending, earlier, messages)?;
    }
    let folder = args.output.clone().unwrap_or_default();
    let (mut written, asked) = (0, pending.len());
    for workbook in pending {
        let make = || workbook.make(questionnaire);
        let is_written = write_blank(&workbook.name, &folder, args.overwrite, &known, make)?;
        written += usize::from(is_written);
    }
    let (number, way_on) = (
        count(written, "werkboek", "werkboeken"),
        way_on(written < asked, args.overwrite),
    );
    messages.progress(&format!("{number} gemaakt.{way_on}"));
    Ok(())
}

/// What is asked for on the command line.
fn wanted(args: &TemplateArgs, questionnaire: &Questionnaire, messages: &Messages) -> Result<Wanted, Error> {
    if args.year.is_some() && args.region.is_none() && args.previous.is_empty() {
        return Err(Error::RegionMissing);
    }
    let given = args.municipalities.iter().map(|given| templates::municipality(given));
    let mut wanted = Wanted {
        region: args.region.clone().zip(args.year),
        municipalities: given.collect::<Result<_, _>>()?,
        perspectives: args.perspectives.clone(),
        ..Wanted::default()
    };
    if let Some(path) = &args.list {
        if !path.exists() {
            return Err(Error::NotFound(path.clone()));
        }
        let (bytes, label) = (files::read(path)?, paths::label(path));
        let list = input::without_panic_messages(|| templates::listed(&bytes, &label, questionnaire))?;
        messages.problems(&list.problems);
        if any_error(&list.problems) {
            return Err(nothing_written(messages));
        }
        wanted.also(list.value);
    }
    Ok(wanted)
}

/// The workbooks and plans of earlier years, if any were given.
fn earlier(args: &TemplateArgs, known: &Editions, messages: &Messages) -> Result<Option<Input>, Error> {
    if args.previous.is_empty() {
        return Ok(None);
    }
    input::read_sound(&args.previous, known, ReportPolicy::ReadPlan, messages).map(Some)
}

/// Adds to the order what was answered and planned in an earlier year.
fn look_back(
    questionnaire: &Questionnaire,
    known: &Editions,
    pending: &mut [PendingWorkbook],
    earlier: &Input,
    messages: &Messages,
) -> Result<(), Error> {
    match templates::look_back(pending, questionnaire, earlier, known)? {
        Some(found) => messages.progress(&found),
        // Most likely there is a slip in the region's name or in the path.
        None => Messages::notice(
            "Bij --vorige staat niets van deze regio van een eerder jaar; de werkboeken zijn zonder gemaakt.",
        ),
    }
    Ok(())
}
