//! Why a step of two years cannot be compared, as a clause for people.

/// Why a step cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// Neither edition asks anything at this step.
    NoQuestions,
    /// Nothing was answered in these years.
    NoAnswers {
        /// The earlier year, where it is one of them.
        from: Option<u16>,
        /// The later year, where it is one of them.
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
    /// The reason, as a clause that starts with "omdat".
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
