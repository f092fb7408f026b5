//! `demo`: an invented region, its filled-in workbooks and its report, without any input.

use std::path::PathBuf;

use ketenscan::demo;
use ketenscan::questionnaire::builtin;
use ketenscan::wording::count;
use ketenscan::workbook::template;

use super::report;
use crate::cli::args::{DemoArgs, ReportArgs};
use crate::cli::error::Error;
use crate::cli::messages::Messages;
use crate::cli::values::WeightingArg;
use crate::cli::{Outcome, files};

/// Writes the workbooks as they would come back, then reads and reports them as `rapport` does.
pub fn run(args: &DemoArgs, messages: &Messages) -> Result<Outcome, Error> {
    let questionnaire = builtin();
    let folder = args.output.join("ingevuld");
    let orders = demo::orders(&questionnaire);
    let mut paths: Vec<PathBuf> = orders.iter().map(|(name, _)| folder.join(name)).collect();
    paths.extend(
        ["xlsx", "json", "html"].map(|ending| args.output.join(format!("voorbeeldland-{}.{ending}", demo::YEAR))),
    );
    for path in &paths {
        files::may_write(path, args.overwrite)?;
    }
    messages.progress(&format!(
        "{} van de verzonnen regio {} maken …",
        count(orders.len(), "werkboek", "werkboeken"),
        demo::REGION
    ));
    for (name, order) in &orders {
        let bytes = template::write(&questionnaire, order)?;
        files::write(&folder.join(name), &bytes, args.overwrite)?;
    }
    let report = ReportArgs {
        paths: vec![folder],
        output: args.output.clone(),
        json: true,
        html: true,
        pictures: true,
        weighting: WeightingArg::Equal,
        share: false,
        skip_errors: false,
        overwrite: args.overwrite,
        year: None,
        region: None,
    };
    report::run(&report, &[], messages)
}
