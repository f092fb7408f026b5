//! Takes a pending report; returns its files: workbook, JSON, pages, charts for slides.

use super::{Options, PendingReport, Reports};
use crate::jobs::{Error, Made, Output};
use crate::questionnaire::{Date, Role};
use crate::report::chart_image::{gallery, png, svg};
use crate::report::outline::Outline;
use crate::report::region::{json, municipality, outline, terminal};
use crate::report::sharing::disclose;
use crate::report::{Report, excel, html};
use crate::spelling::FileNames;

/// The files and folders of a report whose file names begin with `name`.
#[must_use]
pub fn outputs(options: &Options, name: &str) -> Vec<String> {
    let made = [
        (true, ".xlsx"),
        (options.json, ".json"),
        (options.html, ".html"),
        (options.html && options.audience.gets_municipalities(), "-gemeenten"),
        (options.pictures, "-grafieken"),
    ];
    let extensions = made.into_iter().filter(|(made, _)| *made);
    extensions.map(|(_, extension)| format!("{name}{extension}")).collect()
}

/// All files and folders that a report could have whose names begin with `name`. Those that exist and are not made again
/// are left over from an earlier run.
#[must_use]
pub fn all_outputs(name: &str) -> Vec<String> {
    let everything = Options {
        json: true,
        html: true,
        pictures: true,
        ..Options::default()
    };
    outputs(&everything, name)
}

impl Reports<'_> {
    /// The files and folders that a report will have.
    #[must_use]
    pub fn outputs(&self, pending: &PendingReport) -> Vec<String> {
        outputs(self.options, &pending.name)
    }

    /// Scores a region and makes its report. The same input and date give the same bytes.
    ///
    /// # Errors
    /// If an output cannot be made.
    pub fn make(&self, pending: &PendingReport, today: Date) -> Result<Made, Error> {
        let PendingReport {
            questionnaire,
            region,
            name,
            written,
        } = pending;
        let options = self.options;
        let disclosed = disclose(options.audience, questionnaire, region, options.weighting)
            .map_err(|unknown| Error::InhabitantsUnknown(unknown.0))?;
        let report = disclosed.report();
        let outline = outline(&report, &self.problems_of(region), written);
        let workbook = excel::write(&outline, today)?;
        let mut outputs = vec![Output::new(format!("{name}.xlsx"), workbook)];
        if options.json {
            outputs.push(Output::new(format!("{name}.json"), json::write(&report)?));
        }
        if options.html {
            outputs.push(Output::new(format!("{name}.html"), html::write(&outline, today)?));
            outputs.extend(pages(&report, name, today)?);
        }
        if options.pictures {
            outputs.extend(pictures(&outline, name)?);
        }
        Ok(Made {
            outputs,
            text: terminal::write(&report),
        })
    }
}

/// A page for every municipality that answered, if the audience may see those.
fn pages(report: &Report, name: &str, today: Date) -> Result<Vec<Output>, Error> {
    let mut names = FileNames::default();
    let mut pages = Vec::new();
    for (number, (index, entity)) in report.region.entities.indexed().enumerate() {
        let Some(own) = municipality(report, index) else {
            continue;
        };
        let file = names.give(&entity.name, Role::Municipality.key(), number);
        let page = html::write(&own, today)?;
        pages.push(Output::new(format!("{name}-gemeenten/{file}.html"), page));
    }
    Ok(pages)
}

/// Every chart for slides, as SVG and as PNG.
fn pictures(outline: &Outline, name: &str) -> Result<Vec<Output>, Error> {
    let mut outputs = Vec::new();
    for picture in gallery(outline) {
        let file = format!("{name}-grafieken/{}", picture.name);
        outputs.push(Output::new(format!("{file}.svg"), svg(picture.chart, picture.table)?));
        outputs.push(Output::new(format!("{file}.png"), png(picture.chart, picture.table)?));
    }
    Ok(outputs)
}
