//! The messages about names that do not match the rest of the input.

use crate::problem::{Description, Finding, Severity::Warning};
use crate::wording::count;

/// A name or year that does not match the rest of the input.
pub(super) enum NameFinding {
    LookAlike {
        here: String,
        there: String,
        first: String,
    },
    /// A municipality that the region's workbooks do not list.
    NotListed {
        name: String,
        near: Option<String>,
    },
    /// A name that matches another one without the word before it.
    WordBeforeName {
        found: String,
        read: String,
    },
    MunicipalityAsRegion {
        name: String,
        region: String,
    },
    RegionSpelled {
        here: String,
        there: String,
        books: usize,
    },
    OtherYear {
        region: String,
        here: u16,
        there: u16,
        books: usize,
    },
}

impl Finding for NameFinding {
    fn describe(&self) -> Description {
        use NameFinding as F;
        match self {
            F::LookAlike { here, there, first } => Description {
                code: "R08",
                severity: Warning,
                message: format!("gemeente '{here}' lijkt op '{there}' in {first}"),
                hint: "Is het dezelfde gemeente, schrijf de naam dan overal gelijk; nu tellen ze als twee.".to_owned(),
            },
            F::NotListed { name, near } => Description {
                code: "R08",
                severity: Warning,
                message: format!(
                    "gemeente '{name}' staat niet op de lijst van de regio; nu telt zij als een gemeente apart"
                ),
                hint: match near {
                    Some(near) => format!("Bedoelde u '{near}'? Verbeter dan de naam op het blad Gegevens."),
                    None => {
                        "Verbeter de naam op het blad Gegevens, of zet haar op het blad Gemeenten van het werkboek \
                             van de regio."
                            .to_owned()
                    }
                },
            },
            F::WordBeforeName { found, read } => Description {
                code: "W62",
                severity: Warning,
                message: format!("'{found}' is gelezen als '{read}'"),
                hint: format!(
                    "Schrijf op het blad Gegevens alleen '{read}', of een andere naam als het niet dezelfde is."
                ),
            },
            F::MunicipalityAsRegion { name, region } => Description {
                code: "W68",
                severity: Warning,
                message: format!("bij Regio staat '{name}', maar dat is een gemeente van {region}"),
                hint: format!("Vul bij Regio '{region}' in; nu telt dit werkboek daar niet mee."),
            },
            F::RegionSpelled { here, there, books } => Description {
                code: "W68",
                severity: Warning,
                message: format!(
                    "bij Regio staat '{here}'; dat lijkt op '{there}', waarvan er {} {}",
                    count(*books, "werkboek", "werkboeken"),
                    if *books == 1 { "is" } else { "zijn" }
                ),
                hint: format!(
                    "Vul bij Regio '{there}' in als het dezelfde regio is; nu telt dit werkboek daar niet mee."
                ),
            },
            F::OtherYear {
                region,
                here,
                there,
                books,
            } => Description {
                code: "W68",
                severity: Warning,
                message: format!("dit is het enige werkboek van {region} over {here}; over {there} zijn er {books}"),
                hint: format!("Vul bij Jaar {there} in als het daarbij hoort; nu telt dit werkboek daar niet mee."),
            },
        }
    }
}
