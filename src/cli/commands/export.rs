//! `exporteer`: answers and figures as tables, for engines to go on with.

use std::path::PathBuf;

use ketenscan::answers::Region;
use ketenscan::export::{self, Table, csv, parquet_file, partition};
use ketenscan::problem::any_error;
use ketenscan::scoring::{self, Weighting};
use ketenscan::wording::count;

use crate::cli::args::ExportArgs;
use crate::cli::error::Error;
use crate::cli::messages::{Messages, say};
use crate::cli::values::Format;
use crate::cli::{Outcome, files, input};

/// Reads, scores and writes; with errors in the input it writes nothing.
pub fn run(args: &ExportArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let text = match write(args, folders, messages)? {
        Ok(text) => text,
        Err(outcome) => return Ok(outcome),
    };
    say!("{text}");
    messages.progress(&format!("Geschreven: {}", args.output.display()));
    Ok(Outcome::Done)
}

/// The same without a word; tells what there is to say of it.
pub fn write(args: &ExportArgs, folders: &[PathBuf], messages: &Messages) -> Result<Result<String, Outcome>, Error> {
    let known = match input::editions(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(Err(outcome)),
    };
    let mut input = input::read(&args.paths, &known, messages)?;
    let mut regions = input.regions();
    messages.problems(&input.problems);
    if any_error(&input.problems) {
        messages.progress("Er is niets geschreven. Herstel de fouten, of laat de bestanden weg.");
        return Ok(Err(Outcome::Faulty));
    }
    regions.retain(|region| !region.submissions.is_empty());
    if regions.is_empty() {
        return Err(Error::Usage("in de invoer staat geen ingevuld werkboek".to_owned()));
    }
    // All are looked at first, so that one that may not be replaced leaves the others as they were.
    for region in &regions {
        for table in [export::ANSWERS, export::SCORES] {
            files::may_write(&path(args, table, region), args.overwrite)?;
        }
    }
    let (mut answers, mut scores) = (0, 0);
    for region in &regions {
        let questionnaire = known.of(&region.questionnaire);
        // One region at a time, so that what is held does not grow with their number. Where all weigh
        // the same, nothing can be unknown of who is weighed.
        if let Some(questionnaire) = questionnaire
            && let Ok(score) = scoring::score(questionnaire, region, Weighting::Equal)
        {
            answers += write_part(args, region, &export::answers(questionnaire, region))?;
            scores += write_part(args, region, &export::scores(questionnaire, region, &score))?;
        }
    }
    Ok(Ok(format!(
        "{}: {} in {}, {} in {}.",
        count(regions.len(), "regio en jaar", "regio's en jaren"),
        count(answers, "regel", "regels"),
        export::ANSWERS,
        count(scores, "regel", "regels"),
        export::SCORES,
    )))
}

/// Writes a region's part of a table, and tells how many lines it has.
fn write_part(args: &ExportArgs, region: &Region, table: &Table) -> Result<usize, Error> {
    let bytes = match args.format {
        Format::Parquet => parquet_file::write(table)?,
        Format::Csv => csv::write(table).into_bytes(),
    };
    files::write(&path(args, table.name, region), &bytes, args.overwrite)?;
    Ok(table.lines())
}

/// Where a region's part of a table goes.
fn path(args: &ExportArgs, table: &str, region: &Region) -> PathBuf {
    let folder = partition::folder(&region.name, region.year);
    let file = format!("part.{}", args.format.ending());
    args.output.join(table).join(folder).join(file)
}
