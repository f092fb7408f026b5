//! The facts in `_meta` by which programs know what a workbook is.

use std::collections::BTreeMap;

use crate::questionnaire::{Questionnaire, Role, STEPS};

/// The format of the workbook.
pub const FORMAT: &str = "format";
/// The kind of workbook.
pub const KIND: &str = "kind";
/// Id of the questionnaire.
pub const QUESTIONNAIRE: &str = "questionnaire";
/// Edition of the questionnaire.
pub const EDITION: &str = "edition";
/// Hash of the questionnaire's definition.
pub const SHA256: &str = "sha256";
/// In a short workbook: key of the perspective whose questions it contains.
pub const ASKED: &str = "asked";
/// In a joint workbook: key of the joint perspective.
pub const JOINT: &str = "joint";
/// In a region's workbook: the ambitions that were filled in when it was made, in the order of the steps.
pub const AMBITIONS: &str = "ambities";
/// In a workbook of the demo, and in a report of such workbooks only: `Ja`.
pub const INVENTED: &str = "verzonnen";
/// In a report or comparison made to be shared: `Ja`.
pub const SHARED: &str = "delen";
/// In a report made to be shared: the number of municipalities asked.
pub const EXPECTED: &str = "expected";
/// In a report made to be shared: the number of municipalities that answered.
pub const RESPONDED: &str = "responded";
/// In a report: the region it is about.
pub const REGION: &str = "region";
/// In a report: the year it is about.
pub const YEAR: &str = "year";

/// In a report or comparison: marks of its rows as they were made, by a number.
const MARKS: &str = "rijen";
/// In a report: the sheet of which the rows have no marks.
pub const UNMARKED: &str = "zonder rijen";

/// The facts for marks of rows.
pub(crate) fn marked(marks: Vec<String>) -> impl Iterator<Item = (String, String)> {
    (1..).map(|number| format!("{MARKS} {number}")).zip(marks)
}

/// The marks of rows among facts.
pub(crate) fn marks(facts: &BTreeMap<String, String>) -> impl Iterator<Item = &str> {
    let texts = (1..).map_while(|number| facts.get(&format!("{MARKS} {number}")));
    texts.map(String::as_str)
}

/// The facts in `_meta` of every workbook we make.
pub(crate) fn facts(kind: BookKind, questionnaire: &Questionnaire) -> Vec<(&'static str, String)> {
    vec![
        (FORMAT, super::FORMAT.to_owned()),
        (KIND, kind.key().to_owned()),
        (QUESTIONNAIRE, questionnaire.id.clone()),
        (EDITION, questionnaire.edition.to_string()),
        (SHA256, questionnaire.sha256.clone()),
    ]
}

/// The fact that ambitions were filled in when the workbook was made, if any were.
pub(crate) fn ambitions(made: &[Option<f64>]) -> Option<(&'static str, String)> {
    let texts = made
        .iter()
        .map(|ambition| ambition.map(|ambition| ambition.to_string()).unwrap_or_default());
    let texts: Vec<String> = texts.collect();
    made.iter().any(Option::is_some).then(|| (AMBITIONS, texts.join(";")))
}

/// The ambitions in the value of that fact.
pub(crate) fn ambitions_in(value: &str) -> [Option<f64>; STEPS] {
    let mut texts = value.split(';');
    std::array::from_fn(|_| texts.next().and_then(|text| text.parse().ok()))
}

/// The fact that the demo invented what is in a workbook, if it did.
pub(crate) fn invented(is_invented: bool) -> Option<(&'static str, String)> {
    is_invented.then(|| (INVENTED, super::YES_PARTLY_NO[0].to_owned()))
}

/// What a workbook of ours is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookKind {
    /// A questionnaire for this role.
    Questionnaire(Role),
    /// The report of a region and year.
    Report,
    /// A comparison of regions and years.
    Comparison,
}

impl BookKind {
    /// The value of `kind` in `_meta`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            BookKind::Questionnaire(role) => role.key(),
            BookKind::Report => "rapport",
            BookKind::Comparison => "vergelijking",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [
            BookKind::Questionnaire(Role::Municipality),
            BookKind::Questionnaire(Role::Region),
            BookKind::Report,
            BookKind::Comparison,
        ]
        .into_iter()
        .find(|kind| kind.key() == key)
    }
}
