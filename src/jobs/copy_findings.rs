//! What can be wrong between copies of one report, each with its message and hint.

use crate::problem::{
    Description, Finding,
    Severity::{Error, Warning},
};

/// What is wrong between copies of one report.
pub(super) enum CopyFinding<'a> {
    /// Two copies of which it cannot be seen which is older.
    NoOrder { other: &'a str, region: &'a str, year: u16 },
    /// A third copy; the plan in `file` is compared with that in `earlier`.
    FurtherCopy { file: &'a str, earlier: &'a str },
}

impl Finding for CopyFinding<'_> {
    fn describe(&self) -> Description {
        match self {
            CopyFinding::NoOrder { other, region, year } => Description {
                code: "R22",
                severity: Error,
                message: format!(
                    "ook '{other}' is het rapport van {region} {year}, en nergens staat welk van de twee het laatst is bewaard"
                ),
                hint: "Laat er een weg, of geef het oudste een naam met de dag erin, zoals 'rapport (vorige 2026-11-26).xlsx'."
                    .to_owned(),
            },
            CopyFinding::FurtherCopy { file, earlier } => Description {
                code: "R23",
                severity: Warning,
                message: format!("'{file}' is vergeleken met '{earlier}'; deze nog oudere versie telt niet mee"),
                hint: "Wilt u juist hiermee vergelijken, laat de andere dan weg.".to_owned(),
            },
        }
    }
}
