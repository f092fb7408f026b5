//! `vergelijk`: takes an input of several years and regions; returns a comparison as workbook, JSON and text.

use super::input::Input;
use super::pictures::{Drawing, for_slides};
use super::{Error, Irreplaceable, Made, Output};
use crate::answers::Region;
use crate::problem::Problem;
use crate::questionnaire::{Date, Editions};
use crate::report::chart_image::gallery;
use crate::report::comparison::{json, outline, terminal};
use crate::report::sharing::{Audience, DisclosedYear, disclose_comparison, disclose_year};
use crate::report::{excel, html};
use crate::workbook::read::read_comparison;

/// Options for a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether to write the figures as JSON too.
    pub json: bool,
    /// Whether to make a page too.
    pub html: bool,
    /// Whether to make pictures of charts too.
    pub pictures: bool,
    /// The audience.
    pub audience: Audience,
}

/// All files and folders that a comparison could have.
pub const ALL_OUTPUTS: [&str; 4] = [WORKBOOK, JSON, PAGE, PICTURES];

impl Options {
    /// The names of the files and folders that a comparison would have.
    #[must_use]
    pub fn outputs(self) -> Vec<&'static str> {
        let mut outputs = vec![WORKBOOK];
        outputs.extend(self.json.then_some(JSON));
        outputs.extend(self.html.then_some(PAGE));
        outputs.extend(self.pictures.then_some(PICTURES));
        outputs
    }
}

/// Checks whether a comparison may replace an existing workbook, and warns about everything that people changed in it.
/// `label` is its name in messages.
///
/// # Errors
/// If that is no comparison, or only one of the two is meant for sharing.
pub fn may_replace(options: Options, label: &str, bytes: &[u8]) -> Result<Vec<Problem>, Error> {
    let read = read_comparison(bytes, label);
    let why = match (options.audience, read.value) {
        (_, None) if bytes.is_empty() => return Ok(Vec::new()),
        (_, None) => Irreplaceable::NoComparison,
        (Audience::Anyone, Some(false)) => Irreplaceable::OrdinaryComparison,
        (Audience::Region, Some(true)) => Irreplaceable::ForSharing,
        (Audience::Anyone, Some(true)) | (Audience::Region, Some(false)) => return Ok(read.problems),
    };
    Err(Error::Irreplaceable {
        name: WORKBOOK.to_owned(),
        why,
    })
}

/// The name of the workbook.
pub const WORKBOOK: &str = "vergelijking.xlsx";
const JSON: &str = "vergelijking.json";
const PAGE: &str = "vergelijking.html";
const PICTURES: &str = "vergelijking-grafieken";

/// Compares all years and regions of the input.
///
/// # Errors
/// If there is an error in the input, if nothing is filled in, if there are different questionnaires, or if an output
/// cannot be made.
pub fn compare(input: &Input, known: &Editions, options: Options, today: Date) -> Result<Made, Error> {
    input.sound()?;
    let answered = input.answered(known);
    let years: Vec<DisclosedYear> = answered
        .map(|(questionnaire, region)| disclose_year(options.audience, questionnaire, region))
        .collect();
    let plan = |region: &Region| input.plan_of(region);
    let report = disclose_comparison(options.audience, &years, plan, known).map_err(Error::Incomparable)?;
    let comparison = &report.comparison;
    if comparison.regions.is_empty() {
        let has_reports = input.files.iter().any(|file| file.is_report);
        return Err(if has_reports {
            Error::OnlyReports
        } else {
            Error::NothingFilledIn
        });
    }
    let outline = outline(&report);
    let workbook = excel::write(&outline, today)?;
    let mut outputs = vec![Output::new(WORKBOOK, workbook)];
    if options.json {
        outputs.push(Output::new(JSON, json::write(comparison)?));
    }
    if options.html {
        outputs.push(Output::new(PAGE, html::write(&outline, today)?));
    }
    if options.pictures {
        let pictures = gallery(&outline);
        let drawings = pictures.iter().map(Drawing::of).collect::<Result<Vec<_>, _>>()?;
        outputs.extend(for_slides(&pictures, &drawings, PICTURES)?);
    }
    Ok(Made {
        outputs,
        text: terminal::write(&report),
    })
}
