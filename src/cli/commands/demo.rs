//! `demo`: makes invented regions over several years, with their workbooks, reports and comparison.

use std::path::{Path, PathBuf};

use ketenscan::jobs::demo::{COMPARISON, Demo, EXPORTED, FILLED_IN, PendingBook};
use ketenscan::jobs::export::Format;
use ketenscan::questionnaire::{Editions, Questionnaire};
use rayon::prelude::*;

use super::{compare, export, report, write_one};
use crate::cli::args::DemoArgs;
use crate::cli::clock::today;
use crate::cli::error::Error;
use crate::cli::messages::{Messages, say};
use crate::cli::{output, paths};

/// Writes the workbooks as they would come back, then reads, reports and compares them as the other commands do.
pub fn run(args: &DemoArgs, messages: &Messages) -> Result<(), Error> {
    // An invalid date must stop the run before anything is written.
    today()?;
    let demo = if args.national { Demo::national() } else { Demo::story() };
    let (output, overwrite) = (args.output.as_path(), args.overwrite);
    for name in demo.outputs() {
        output::may_write(&output.join(name), overwrite)?;
    }
    messages.progress(&format!("{} maken …", demo.account()));
    let known = Editions::builtin();
    let questionnaire = known.newest();
    let books = demo.books();
    books.par_iter().try_for_each(|book| write(args, questionnaire, book))?;

    if let Some(report) = demo.planned_report(&known)? {
        write_one(&report, output, overwrite, "")?;
    }

    let quiet = Messages::quiet();
    for reports in demo.reports() {
        messages.progress(&format!("{} scoren …", reports.region));
        let folders = reports.names.iter().map(|name| output.join(FILLED_IN).join(name));
        let request = report::Request {
            paths: &folders.collect::<Vec<_>>(),
            output,
            overwrite,
            options: reports.options,
        };
        report::write(&request, &[], &quiet)?;
    }
    messages.progress("De jaren en de regio's vergelijken …");
    let folders: Vec<PathBuf> = demo.folders().iter().map(|folder| output.join(folder)).collect();
    let request = compare::Request {
        paths: &folders,
        output,
        overwrite,
        options: COMPARISON,
    };
    compare::write(&request, &[], &quiet)?;
    if demo.is_exported() {
        messages.progress("Alles in tabellen zetten …");
        let request = export::Request {
            paths: &[output.join(FILLED_IN)],
            output: &output.join(EXPORTED),
            overwrite,
            format: Format::Parquet,
        };
        export::write(&request, &[], &quiet)?;
    }
    tell(output, &demo);
    Ok(())
}

fn write(args: &DemoArgs, questionnaire: &Questionnaire, book: &PendingBook) -> Result<(), Error> {
    write_one(&book.make(questionnaire)?, &args.output, args.overwrite, "").map(drop)
}

/// Prints what was made, and what to open first.
fn tell(output: &Path, demo: &Demo) {
    let folder = paths::shown(output);
    let (region, name) = demo.shown();
    say!("Klaar. Alles is verzonnen. Open eerst:");
    say!("  {folder}/{name}.xlsx  het rapport van {region}");
    say!("  {folder}/vergelijking.xlsx  wat er in drie jaar echt veranderde, en wat maar zo lijkt");
    say!("De ingevulde werkboeken staan in {folder}/ingevuld, een map per regio en jaar. Zelf doen:");
    say!("  ketenscan rapport {folder}/ingevuld/{name} -o reports/oefening");
    say!("  ketenscan vergelijk {folder}/ingevuld -o reports/oefening");
}
