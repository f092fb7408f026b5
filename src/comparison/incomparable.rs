//! Why years cannot be compared at a step, or at all, in Dutch.

use crate::problem::{Description, Finding, Severity};
use crate::questionnaire::QuestionnaireId;

/// Why a step cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// Neither edition asks anything at this step.
    NoQuestions,
    /// Nothing was answered in these years.
    NoAnswers {
        /// The earlier year, if nothing was answered then.
        from: Option<u16>,
        /// The later year, if nothing was answered then.
        to: Option<u16>,
    },
    /// No question of the step is in both editions.
    NoSharedQuestion,
    /// Nobody took part in both years.
    NobodyInBoth,
    /// Some took part in both years, but answered no question of this step in both.
    NoMatch,
}

impl Incomparable {
    /// The reason, as a Dutch clause that starts with "omdat".
    #[must_use]
    pub fn reason(self) -> String {
        match self {
            Incomparable::NoQuestions => "omdat de vragenlijst bij deze stap geen vragen heeft".to_owned(),
            Incomparable::NoAnswers { from, to } => {
                let years: Vec<String> = [from, to]
                    .into_iter()
                    .flatten()
                    .map(|year| format!("in {year}"))
                    .collect();
                format!("omdat bij deze stap {} niets is beantwoord", years.join(" en "))
            }
            Incomparable::NoSharedQuestion => {
                "omdat geen enkele vraag van deze stap in beide edities van de vragenlijst staat".to_owned()
            }
            Incomparable::NobodyInBoth => "omdat niemand in beide jaren meedeed".to_owned(),
            Incomparable::NoMatch => {
                "omdat niemand in beide jaren dezelfde vraag van deze stap beantwoordde".to_owned()
            }
        }
    }
}

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
