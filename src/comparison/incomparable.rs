//! Why years cannot be compared at a step.

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
    /// Too little of the step can be shared.
    TooFew,
}

impl Incomparable {
    /// The name of the reason in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NoQuestions => "no_questions",
            Self::NoAnswers { .. } => "no_answers",
            Self::NoSharedQuestion => "no_shared_question",
            Self::NobodyInBoth => "nobody_in_both",
            Self::NoMatch | Self::TooFew => "no_match",
        }
    }
}
