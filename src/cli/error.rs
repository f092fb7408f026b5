//! Why a run stops: trouble with files or the environment, a job that cannot be done, or errors in the input.

use std::path::PathBuf;

use ketenscan::jobs;
use ketenscan::wording::one_of;

use super::paths::shown;
use super::refusal::Refusal;

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There are errors in the input, which have been printed already; nothing was made.
    #[error("in de invoer staan fouten, dus er is niets gemaakt; lees de meldingen op de foutuitvoer")]
    Faulty,
    /// There are errors in the input, which are in the result.
    #[error("in de invoer staan fouten")]
    FaultyResult,
    /// A year for new workbooks, without a region.
    #[error("er ontbreekt nog een regio; geef --regio NAAM, of --vorige MAP met de werkboeken van vorig jaar")]
    RegionMissing,
    /// A path that does not exist.
    #[error("'{}' bestaat niet; controleer de naam en de map", shown(.0))]
    NotFound(PathBuf),
    /// A folder without a workbook of ours.
    #[error("in {0} staat geen werkboek van ketenscan; wijs de map aan met de ingevulde werkboeken")]
    NothingThere(String),
    /// A file or folder that cannot be read.
    #[error("'{}' kan niet gelezen worden: {reason}", shown(.path))]
    Unreadable {
        /// What was to be read.
        path: PathBuf,
        /// Why it cannot be.
        reason: Refusal,
        /// The error of the operating system, if there was one.
        source: Option<std::io::Error>,
    },
    /// A definition with too many files.
    #[error("in '{}' staan te veel TOML-bestanden; wijs de map van één vragenlijst aan", shown(.0))]
    TooManySources(PathBuf),
    /// A definition that is too large.
    #[error("de TOML-bestanden in '{}' zijn samen groter dan 2 MB; wijs de map van één vragenlijst aan", shown(.0))]
    SourcesTooLarge(PathBuf),
    /// A file that cannot be written.
    #[error("'{}' kan niet geschreven worden: {}", shown(.path), .reason.with(.elsewhere))]
    Unwritable {
        /// What was to be written.
        path: PathBuf,
        /// How to write elsewhere.
        elsewhere: &'static str,
        /// Why it cannot be.
        reason: Refusal,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// Output that already exists.
    #[error("'{}' bestaat al; {elsewhere}, of geef --overschrijf mee", shown(.path))]
    Exists {
        /// What exists.
        path: PathBuf,
        /// How to write elsewhere.
        elsewhere: &'static str,
    },
    /// A folder where a file was to be named.
    #[error("'{folder}' is een map; noem bij -o een bestand, bijvoorbeeld {folder}/bevindingen.txt", folder = shown(.0).trim_end_matches('/'))]
    Folder(PathBuf),
    /// A file to be replaced that is open in an office program.
    #[error(
        "'{}' is open in {program}; sluit het daar en probeer het opnieuw, of verwijder '{lock}' als het nergens open is",
        shown(.path)
    )]
    Open {
        /// The file.
        path: PathBuf,
        /// The program.
        program: &'static str,
        /// The name of the program's lock file.
        lock: String,
    },
    /// A custom questionnaire given to a command that would ignore it.
    #[error("{0}; laat --vragenlijst weg")]
    OwnQuestionnaire(&'static str),
    /// More questionnaires than can be shown at once; these are their folders.
    #[error("er wordt één vragenlijst getoond; kies met --vragenlijst uit {}", one_of(.0))]
    SeveralToShow(Vec<String>),
    /// A date in the environment that is not valid.
    #[error(
        "de omgevingsvariabele SOURCE_DATE_EPOCH is '{0}'; maak er een geheel aantal seconden sinds 1970 van, van 0 tot en met {most}, of haal haar weg",
        most = u32::MAX
    )]
    NotADay(String),
    /// A job that cannot be done.
    #[error(transparent)]
    Job(jobs::Error),
}

/// How most commands write elsewhere.
pub const OTHER_FOLDER: &str = "kies een andere map met -o";

impl Error {
    /// The same for output that goes elsewhere in this way.
    pub fn unless(mut self, other: &'static str) -> Self {
        if let Self::Exists { elsewhere, .. } | Self::Unwritable { elsewhere, .. } = &mut self {
            *elsewhere = other;
        }
        self
    }
}

impl From<jobs::Error> for Error {
    fn from(error: jobs::Error) -> Self {
        match error {
            jobs::Error::Faulty => Self::Faulty,
            error => Self::Job(error),
        }
    }
}
