//! Takes a pending report; returns its files: workbook, JSON, pages, charts for slides, letter.

use super::{Options, PendingReport, Reports};
use crate::jobs::pictures::{Drawing, for_slides};
use crate::jobs::{Error, Made, Output};
use crate::questionnaire::{Date, Role};
use crate::report::chart_image::gallery;
use crate::report::region::{EarlierYear, json, letter, municipality, outline, terminal};
use crate::report::sharing::{Disclosed, disclose};
use crate::report::{Report, docx, excel, html};
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
        (options.letter, "-raadsbrief.docx"),
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
        letter: true,
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

    pub(super) fn disclosed<'r>(&self, pending: &PendingReport<'r>) -> Result<Disclosed<'r>, Error> {
        let options = self.options;
        disclose(
            options.audience,
            pending.questionnaire,
            pending.region,
            options.weighting,
        )
        .map_err(|unknown| Error::InhabitantsUnknown(unknown.0))
    }

    /// Scores a region and makes its report. The same input and date give the same bytes.
    ///
    /// # Errors
    /// If an output cannot be made.
    pub fn make(&self, pending: &PendingReport, today: Date) -> Result<Made, Error> {
        Ok(self.make_shown(pending, today, self.options.pictures)?.0)
    }

    /// The same, with its charts, to be shown next to its summary.
    ///
    /// # Errors
    /// If an output cannot be made.
    pub fn make_with_drawings(&self, pending: &PendingReport, today: Date) -> Result<(Made, Vec<Drawing>), Error> {
        self.make_shown(pending, today, true)
    }

    fn make_shown(&self, pending: &PendingReport, today: Date, draw: bool) -> Result<(Made, Vec<Drawing>), Error> {
        let PendingReport {
            region, name, written, ..
        } = pending;
        let options = self.options;
        let disclosed = self.disclosed(pending)?;
        let report = disclosed.report();
        let outline = outline(&report, &self.problems_of(region), written);
        let pictures = if draw { gallery(&outline) } else { Vec::new() };
        let drawings = pictures.iter().map(Drawing::of).collect::<Result<Vec<_>, _>>()?;
        let workbook = excel::write(&outline, today)?;
        let mut outputs = vec![Output::new(format!("{name}.xlsx"), workbook)];
        if options.json {
            outputs.push(Output::new(format!("{name}.json"), json::write(&report)?));
        }
        if options.html {
            outputs.push(Output::new(format!("{name}.html"), html::write(&outline, today)?));
            outputs.extend(pages(&report, &self.earlier(region), name, today)?);
        }
        if options.pictures {
            outputs.extend(for_slides(&pictures, &drawings, &format!("{name}-grafieken"))?);
        }
        if options.letter {
            let document = docx::write(&letter(&report), today)?;
            outputs.push(Output::new(format!("{name}-raadsbrief.docx"), document));
        }
        let text = terminal::write(&report);
        Ok((Made { outputs, text }, drawings))
    }
}

/// A page for every municipality that answered, if the audience may see those.
fn pages(report: &Report, earlier: &[EarlierYear], name: &str, today: Date) -> Result<Vec<Output>, Error> {
    let mut names = FileNames::default();
    let mut pages = Vec::new();
    for (number, (index, entity)) in report.region.entities.indexed().enumerate() {
        let Some(own) = municipality(report, index, earlier) else {
            continue;
        };
        let file = names.give(&entity.name, Role::Municipality.key(), number);
        let page = html::write(&own, today)?;
        pages.push(Output::new(format!("{name}-gemeenten/{file}.html"), page));
    }
    Ok(pages)
}
