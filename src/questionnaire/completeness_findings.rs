//! Everything that an edition can lack before it can be handed out, each with its message and hint.

use super::CoreThemeMinimum;
use crate::problem::{Description, Finding, Severity::Error};
use crate::wording::{count, count_in_words, in_words, number};

/// What an edition lacks.
pub(super) enum CompletenessFinding {
    RecommendationUncovered {
        id: String,
    },
    ThemeThin {
        theme: String,
        shortage: ThemeShortage,
        least: CoreThemeMinimum,
    },
    StepThin {
        step: String,
        found: usize,
        least: usize,
    },
    TooManyRows {
        /// Whose workbook it is.
        whose: String,
        found: usize,
        most: usize,
    },
    UnusedColleague {
        name: String,
    },
    NotInformal {
        perspective: String,
        found: usize,
        most: usize,
    },
    HeavyShare,
    NoMunicipalOwnRow {
        step: String,
        practice: String,
    },
    OwnRowsThin {
        step: String,
        practice: String,
        found: usize,
        least: usize,
    },
}

/// What a core theme has too little of, and how much it has.
#[derive(Clone, Copy)]
pub(super) enum ThemeShortage {
    Steps(usize),
    Rows(usize),
    MunicipalRows(usize),
}

impl ThemeShortage {
    fn words(self) -> String {
        match self {
            Self::Steps(steps) => format!("vragen in maar {}", count(steps, "stap", "stappen")),
            Self::Rows(rows) => format!("maar {}", count(rows, "regel", "regels")),
            Self::MunicipalRows(rows) => format!("maar {} voor gemeenten", count(rows, "regel", "regels")),
        }
    }
}

impl Finding for CompletenessFinding {
    fn describe(&self) -> Description {
        use CompletenessFinding as F;
        match self {
            F::RecommendationUncovered { id } => Description {
                code: "V20",
                severity: Error,
                message: format!("geen vraag gaat over aanbeveling {id}"),
                hint: "Noem de aanbeveling bij een vraag, of maak er een vraag voor.".to_owned(),
            },
            F::ThemeThin { theme, shortage, least } => Description {
                code: "V21",
                severity: Error,
                message: format!("het kernthema '{theme}' heeft {}", shortage.words()),
                hint: format!(
                    "Voeg vragen toe: ten minste {} en {}, waarvan {} voor gemeenten.",
                    count_in_words(least.steps, "stap", "stappen"),
                    count_in_words(least.rows, "regel", "regels"),
                    in_words(least.municipal_rows)
                ),
            },
            F::StepThin { step, found, least } => Description {
                code: "V22",
                severity: Error,
                message: format!("stap '{step}' heeft {}", count(*found, "vraag", "vragen")),
                hint: format!("Een stap telt ten minste {}.", count(*least, "vraag", "vragen")),
            },
            F::TooManyRows { whose, found, most } => Description {
                code: "V23",
                severity: Error,
                message: format!("het werkboek {whose} telt {}", count(*found, "regel", "regels")),
                hint: format!("Breng dat terug tot ten hoogste {}.", number(*most as f64)),
            },
            F::UnusedColleague { name } => Description {
                code: "V30",
                severity: Error,
                message: format!("geen vraag noemt de collega '{name}'"),
                hint: "Noem de collega bij 'ask_colleague' van een vraag, of haal die uit de lijst.".to_owned(),
            },
            F::NotInformal {
                perspective,
                found,
                most,
            } => Description {
                code: "V31",
                severity: Error,
                message: format!(
                    "het werkboek voor {perspective} heeft {} zonder eigen woorden",
                    count(*found, "regel", "regels")
                ),
                hint: format!(
                    "Schrijf 'text_informal' tot het er ten hoogste {} zijn.",
                    number(*most as f64)
                ),
            },
            F::HeavyShare => Description {
                code: "V32",
                severity: Error,
                message: "een aandeel met norm 100 heeft gewicht 3, maar is niet wettelijk".to_owned(),
                hint: "Verlaag de norm of het gewicht; alleen wat de wet vraagt, mag zo zwaar tellen.".to_owned(),
            },
            F::NoMunicipalOwnRow { step, practice } => Description {
                code: "V37",
                severity: Error,
                message: format!("stap '{step}' heeft geen eigen regel voor gemeenten over {practice}"),
                hint: "Voeg een vraag per verschijningsvorm met 'role = \"gemeente\"' toe.".to_owned(),
            },
            F::OwnRowsThin {
                step,
                practice,
                found,
                least,
            } => Description {
                code: "V33",
                severity: Error,
                message: format!(
                    "stap '{step}' heeft {} voor {practice}",
                    count(*found, "eigen regel", "eigen regels")
                ),
                hint: format!(
                    "Voeg vragen per verschijningsvorm toe, tot het er ten minste {} zijn.",
                    number(*least as f64)
                ),
            },
        }
    }
}
