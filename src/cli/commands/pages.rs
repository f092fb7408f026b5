//! What `rapport` makes beside the workbook: a page of the region, one of each municipality, charts for slides.

use std::collections::BTreeSet;
use std::path::PathBuf;

use ketenscan::questionnaire::Date;
use ketenscan::report::chart_image::{gallery, png, svg};
use ketenscan::report::outline::Outline;
use ketenscan::report::region::municipality;
use ketenscan::report::{Report, html};
use ketenscan::spelling::slug;

use crate::cli::args::ReportArgs;
use crate::cli::error::Error;

/// The files asked for, each with its place; `name` is how the report's files begin.
pub fn outputs(
    args: &ReportArgs,
    report: &Report,
    outline: &Outline,
    name: &str,
    date: Date,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Error> {
    let mut outputs = Vec::new();
    if args.html {
        let page = html::write(outline, date)?;
        outputs.push((args.output.join(format!("{name}.html")), page.into_bytes()));
        outputs.extend(municipalities(args, report, name, date)?);
    }
    if args.pictures {
        let folder = args.output.join(format!("{name}-grafieken"));
        for picture in gallery(outline) {
            let path = |ending: &str| folder.join(format!("{}.{ending}", picture.name));
            outputs.push((path("svg"), svg(picture.chart, picture.table)?.into_bytes()));
            outputs.push((path("png"), png(picture.chart, picture.table)?));
        }
    }
    Ok(outputs)
}

/// A page for every municipality that answered, where it may be told of.
fn municipalities(
    args: &ReportArgs,
    report: &Report,
    name: &str,
    date: Date,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Error> {
    let folder = args.output.join(format!("{name}-gemeenten"));
    let mut taken = BTreeSet::new();
    let mut pages = Vec::new();
    for (index, entity) in report.region.municipalities().iter().enumerate() {
        let Some(own) = municipality(report, index) else {
            continue;
        };
        let mut name = slug(&entity.name);
        if !taken.insert(name.clone()) {
            // Names that differ only in what a file name does not hold.
            name = format!("{name}-{}", index + 1);
        }
        pages.push((
            folder.join(format!("{name}.html")),
            html::write(&own, date)?.into_bytes(),
        ));
    }
    Ok(pages)
}
