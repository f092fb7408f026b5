//! `demo`: invented regions over several years, with their workbooks, reports and comparison, without any input.

use std::path::PathBuf;

use ketenscan::demo::{self, Book, LAST_YEAR, Region, SHOWN, YEARS};
use ketenscan::questionnaire::{Editions, Questionnaire};
use ketenscan::spelling::slug;
use ketenscan::wording::count;
use ketenscan::workbook::template;
use rayon::prelude::*;

use super::{compare, export, report};
use crate::cli::args::{CompareArgs, DemoArgs, ExportArgs, ReportArgs};
use crate::cli::error::Error;
use crate::cli::messages::{Messages, say};
use crate::cli::values::{Format, WeightingArg};
use crate::cli::{Outcome, files};

/// Writes the workbooks as they would come back, then reads, reports and compares them as the other commands do.
pub fn run(args: &DemoArgs, messages: &Messages) -> Result<Outcome, Error> {
    let regions = if args.national { demo::national() } else { demo::story() };
    let books: Vec<Book> = regions.iter().flat_map(demo::books).collect();
    for path in outputs(args, &regions, &books) {
        files::may_write(&path, args.overwrite)?;
    }
    messages.progress(&format!(
        "{} van {} maken …",
        count(books.len(), "werkboek", "werkboeken"),
        count(regions.len(), "verzonnen regio", "verzonnen regio's")
    ));
    let known = Editions::builtin();
    let questionnaire = known.newest();
    books.par_iter().try_for_each(|book| write(args, questionnaire, book))?;

    let hushed = Messages::hushed();
    for region in &regions {
        messages.progress(&format!("{} scoren …", region.name));
        if let Err(outcome) = report::write(&report_args(args, region), &[], &hushed)? {
            return Ok(outcome);
        }
    }
    messages.progress("De jaren en de regio's vergelijken …");
    if let Err(outcome) = compare::write(&compare_args(args, &books), &[], &hushed)? {
        return Ok(outcome);
    }
    if args.national {
        messages.progress("Alles in tabellen zetten …");
        if let Err(outcome) = export::write(&export_args(args), &[], &hushed)? {
            return Ok(outcome);
        }
    }
    tell(args, &regions[regions.len() - 1]);
    Ok(Outcome::Done)
}

/// Where a workbook goes: a folder for each region and year.
fn place(args: &DemoArgs, book: &Book) -> PathBuf {
    args.output.join("ingevuld").join(book.folder())
}

/// How the files of a region's report begin, and what the folder of its workbooks is called.
fn name(region: &Region, year: u16) -> String {
    format!("{}-{year}", slug(&region.name))
}

/// The years that reports are made of.
fn reported(args: &DemoArgs) -> &'static [u16] {
    if args.national {
        &YEARS
    } else {
        &YEARS[YEARS.len() - 1..]
    }
}

/// All that will be written: files, and folders that are written in.
fn outputs(args: &DemoArgs, regions: &[Region], books: &[Book]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = books.iter().map(|book| place(args, book).join(book.file())).collect();
    for region in regions {
        let report = report_args(args, region);
        paths.extend(
            reported(args)
                .iter()
                .flat_map(|&year| report::places(&report, &name(region, year))),
        );
    }
    paths.extend(["vergelijking.xlsx", "vergelijking.json"].map(|file| args.output.join(file)));
    paths
}

fn write(args: &DemoArgs, questionnaire: &Questionnaire, book: &Book) -> Result<(), Error> {
    let bytes = template::write(questionnaire, &book.order(questionnaire))?;
    files::write(&place(args, book).join(book.file()), &bytes, args.overwrite)
}

fn report_args(args: &DemoArgs, region: &Region) -> ReportArgs {
    ReportArgs {
        paths: reported(args)
            .iter()
            .map(|&year| args.output.join("ingevuld").join(name(region, year)))
            .collect(),
        output: args.output.clone(),
        json: true,
        html: !args.national,
        // Drawing takes longer than all the rest.
        pictures: region.name == SHOWN,
        weighting: WeightingArg::Equal,
        share: false,
        skip_errors: false,
        overwrite: args.overwrite,
        year: None,
        region: None,
    }
}

fn compare_args(args: &DemoArgs, books: &[Book]) -> CompareArgs {
    let mut paths: Vec<PathBuf> = books.iter().map(|book| place(args, book)).collect();
    paths.dedup();
    CompareArgs {
        paths,
        output: args.output.clone(),
        json: true,
        sharing: false,
        overwrite: args.overwrite,
    }
}

fn export_args(args: &DemoArgs) -> ExportArgs {
    ExportArgs {
        paths: vec![args.output.join("ingevuld")],
        output: args.output.join("export"),
        format: Format::Parquet,
        overwrite: args.overwrite,
    }
}

/// What was made, and what to open first.
fn tell(args: &DemoArgs, region: &Region) {
    let folder = args.output.display();
    let name = name(region, LAST_YEAR);
    say!("Klaar. Alles is verzonnen. Open eerst:");
    say!("  {folder}/{name}.xlsx  het rapport van {}", region.name);
    say!("  {folder}/vergelijking.xlsx  wat er in drie jaar echt veranderde, en wat maar zo lijkt");
    say!("De ingevulde werkboeken staan in {folder}/ingevuld, een map per regio en jaar. Zelf doen:");
    say!("  ketenscan rapport {folder}/ingevuld/{name} -o reports/oefening");
    say!("  ketenscan vergelijk {folder}/ingevuld -o reports/oefening");
}
