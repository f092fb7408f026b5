//! Makes blank workbooks in which everything is locked except the cells to fill in.

mod discussion;
mod explanation;
mod overview;
mod particulars;
mod readers;
mod region_sheets;
mod separate;
mod step_sheet;
mod style;
mod validation;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use self::step_sheet::StepSheet;
use self::style::Style;
use self::validation::Lists;
use super::layout::{self, BookKind, meta};
use super::read::rows_in_workbook;
use crate::answers::{Answer, Expected, Merger, Previous, Separate, Submission};
use crate::office;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, Role, RowIndex, STEPS};

/// Which workbook to make, and what is already known.
#[derive(Clone, Debug)]
pub struct Order {
    /// Whose workbook it is.
    pub role: Role,
    /// The region's name.
    pub region: Option<String>,
    /// The municipality's name.
    pub municipality: Option<String>,
    /// The year the answers are about.
    pub year: Option<u16>,
    /// The perspective, for a short workbook with only its questions.
    pub perspective: Option<PerspectiveIndex>,
    /// Municipalities expected to answer; used in the region's workbook.
    pub municipalities: Vec<Expected>,
    /// Municipalities that merged or were renamed; used in the region's workbook.
    pub mergers: Vec<Merger>,
    /// Target score of each step, 0 to 100, that the region may change; used in the region's workbook.
    pub ambitions: [Option<f64>; STEPS],
    /// Names of regions to choose from, if the region is not known.
    pub regions: Vec<String>,
    /// What is already filled in, as in the workbooks of the demo. Uses its answers, evidence, priorities, perspective,
    /// respondent, ambitions and key figures.
    pub filled: Option<Submission>,
    /// What an earlier year says about each question.
    pub previous: Previous,
    /// What was answered separately, for the workbook in which all agree on an answer.
    pub separate: Option<Separate>,
}

impl Order {
    /// A blank workbook without anything known beforehand.
    #[must_use]
    pub fn blank(role: Role) -> Self {
        Self {
            role,
            region: None,
            municipality: None,
            year: None,
            perspective: None,
            municipalities: Vec::new(),
            mergers: Vec::new(),
            ambitions: [None; STEPS],
            regions: Vec::new(),
            filled: None,
            previous: Previous::default(),
            separate: None,
        }
    }

    /// The answer already filled in for a row.
    fn answer(&self, row: RowIndex) -> Option<Answer> {
        self.filled.as_ref()?.answers.get(row).copied()
    }

    /// The evidence already filled in for a row.
    fn evidence(&self, row: RowIndex) -> Option<&str> {
        let evidence = &self.filled.as_ref()?.evidence;
        evidence
            .iter()
            .find(|(given, _)| *given == row)
            .map(|(_, text)| text.as_str())
    }

    /// Whether it is a short workbook for community leaders or experts by experience.
    fn is_informal(&self, questionnaire: &Questionnaire) -> bool {
        self.perspective
            .is_some_and(|perspective| questionnaire.perspectives[perspective].informal)
    }

    /// Whether the workbook says who knows what has to be looked up: in a full one, if any question names a colleague.
    /// Whoever fills in a short one answers from what they see themselves.
    fn asks_colleagues(&self, questionnaire: &Questionnaire) -> bool {
        let mut rows = questionnaire.rows_of(self.role);
        self.perspective.is_none() && rows.any(|row| !questionnaire.question_of(row).ask_colleague.is_empty())
    }

    /// The perspective filled in: that of a short or joint workbook, or the one from which this workbook is normally answered,
    /// so that a workbook sent back as made does not lack it.
    fn perspective_filled(&self, questionnaire: &Questionnaire) -> Option<PerspectiveIndex> {
        let joint = self.separate.as_ref().map(|separate| separate.joint);
        self.perspective
            .or(joint)
            .or(self.filled.as_ref().map(|filled| filled.perspective))
            .or(questionnaire.own_perspective(self.role))
    }
}

/// Makes a workbook. The same order gives the same bytes.
///
/// # Errors
/// If a text of the questionnaire does not fit in a workbook; the loader's checks prevent that.
pub fn write(questionnaire: &Questionnaire, order: &Order) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&office::properties(&questionnaire.title, questionnaire.date)?);

    let style = Style::new();
    let mut lists = Lists::default();
    let rows = rows_in_workbook(questionnaire, order.role, order.perspective);
    let titles: Vec<String> = (0..STEPS).map(|step| questionnaire.step_title(step)).collect();

    // These come first, but refer to the sheets below.
    book.add_worksheet().set_name(layout::EXPLANATION)?;
    book.add_worksheet().set_name(layout::OVERVIEW)?;
    if order.separate.is_some() {
        book.add_worksheet().set_name(layout::DISCUSSION)?;
    }
    particulars::write(book.add_worksheet(), questionnaire, order, &style, &mut lists)?;
    let mut ranges = Vec::new();
    for (step, title) in titles.iter().enumerate() {
        let own: Vec<RowIndex> = rows
            .iter()
            .copied()
            .filter(|&row| questionnaire.question_of(row).step == step)
            .collect();
        if own.is_empty() {
            continue;
        }
        let sheet = StepSheet::new(questionnaire, order, step, &own, &style);
        ranges.push(sheet.write(book.add_worksheet(), title, &mut lists)?);
    }
    if let Some(separate) = &order.separate {
        let sheet = book.worksheet_from_name(layout::DISCUSSION)?;
        discussion::write(sheet, questionnaire, separate, &ranges, &style)?;
    } else {
        particulars::write_priorities(book.add_worksheet(), questionnaire, order, &style, &mut lists)?;
    }
    if order.role == Role::Region && order.perspective.is_none() && order.separate.is_none() {
        region_sheets::municipalities(book.add_worksheet(), order, &style)?;
        region_sheets::ambition(book.add_worksheet(), questionnaire, order, &titles, &style)?;
        region_sheets::key_figures(book.add_worksheet(), questionnaire, order, &style)?;
    }
    let overview = book.worksheet_from_name(layout::OVERVIEW)?;
    let progress = overview::write(overview, questionnaire, order, &ranges, &style)?;
    let explanation = book.worksheet_from_name(layout::EXPLANATION)?;
    explanation::write(explanation, questionnaire, order, progress, &style)?;
    write_meta(book.add_worksheet(), questionnaire, order)?;
    lists.write(book.add_worksheet())?;
    office::save(book)
}

fn write_meta(sheet: &mut Worksheet, questionnaire: &Questionnaire, order: &Order) -> Result<(), XlsxError> {
    sheet.protect();
    let asked = order.perspective.map(|perspective| {
        let key = questionnaire.perspectives[perspective].key.clone();
        (meta::ASKED, key)
    });
    let joint = order.separate.as_ref().map(|separate| {
        let key = questionnaire.perspectives[separate.joint].key.clone();
        (meta::JOINT, key)
    });
    let is_invented = order.filled.as_ref().is_some_and(|filled| filled.is_invented);
    let facts = meta::facts(BookKind::Questionnaire(order.role), questionnaire);
    let facts = facts
        .into_iter()
        .chain(asked)
        .chain(joint)
        .chain(meta::ambitions(&order.ambitions));
    office::write_facts(sheet, layout::META, facts.chain(meta::invented(is_invented)))
}
