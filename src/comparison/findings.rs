//! Why years cannot be compared at all, with its message and hint.

use crate::problem::{Description, Finding, Severity};
use crate::questionnaire::QuestionnaireId;

/// A year of a region that belongs to another questionnaire than the first of those compared.
pub(super) struct OtherQuestionnaire {
    /// Region and year.
    pub(super) here: (String, u16),
    /// Its questionnaire.
    pub(super) own: QuestionnaireId,
    /// Region and year of the first.
    pub(super) first: (String, u16),
    /// The questionnaire of the first.
    pub(super) others: QuestionnaireId,
}

impl Finding for OtherQuestionnaire {
    fn describe(&self) -> Description {
        let Self {
            here,
            own,
            first,
            others,
        } = self;
        Description {
            code: "R12",
            severity: Severity::Error,
            message: format!(
                "{} {} is ingevuld op vragenlijst '{}', {} {} op vragenlijst '{}'; die zijn niet te vergelijken",
                here.0, here.1, own.id, first.0, first.1, others.id
            ),
            hint: "Vergelijk alleen regio's en jaren van één vragenlijst, en laat de andere weg.".to_owned(),
        }
    }
}
