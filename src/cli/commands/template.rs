//! `sjabloon`: makes blank workbooks for a region and its municipalities.

use std::path::PathBuf;

use ketenscan::jobs::questionnaires::with_builtin;
use ketenscan::jobs::reading::ReportPolicy;
use ketenscan::jobs::templates::{self, PendingWorkbook, Wanted};
use ketenscan::questionnaire::{Editions, Questionnaire};
use ketenscan::wording::count;

use super::{way_on, write_blank};
use crate::cli::args::TemplateArgs;
use crate::cli::error::Error;
use crate::cli::input;
use crate::cli::messages::Messages;

/// Makes the workbooks. Existing ones are left alone and listed.
pub fn run(args: &TemplateArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let given = input::questionnaires(folders, messages)?;
    let questionnaire = templates::asked(&given)?;
    // Workbooks of earlier years may answer a built-in edition, even if new ones are made for another questionnaire.
    let known = with_builtin(given.clone());
    if let Some(word) = args.region.as_deref().and_then(templates::region_meant) {
        messages.progress(&word);
    }
    let mut pending = templates::pending(&wanted(args), questionnaire)?;
    if !args.previous.is_empty() {
        look_back(args, questionnaire, &known, &mut pending, messages)?;
    }
    let folder = args.output.clone().unwrap_or_default();
    let (mut written, wanted) = (0, pending.len());
    for workbook in pending {
        let make = || workbook.make(questionnaire);
        let is_written = write_blank(&workbook.name, &folder, args.overwrite, &known, make)?;
        written += usize::from(is_written);
    }
    let (number, way_on) = (
        count(written, "werkboek", "werkboeken"),
        way_on(written < wanted, args.overwrite),
    );
    messages.progress(&format!("{number} gemaakt.{way_on}"));
    Ok(())
}

fn wanted(args: &TemplateArgs) -> Wanted {
    Wanted {
        region: args.region.clone().zip(args.year),
        municipalities: args.municipalities.clone(),
        perspectives: args.perspectives.clone(),
    }
}

/// Adds to the order what was answered and planned in an earlier year; nothing if there are errors in that input.
fn look_back(
    args: &TemplateArgs,
    questionnaire: &Questionnaire,
    known: &Editions,
    pending: &mut [PendingWorkbook],
    messages: &Messages,
) -> Result<(), Error> {
    let input = input::read_sound(&args.previous, known, ReportPolicy::ReadPlan, messages)?;
    match templates::look_back(pending, questionnaire, &input, known)? {
        Some(found) => messages.progress(&found),
        // Most likely there is a slip in the region's name or in the path.
        None => Messages::notice(
            "Bij --vorige staat niets van deze regio van een eerder jaar; de werkboeken zijn zonder gemaakt.",
        ),
    }
    Ok(())
}
