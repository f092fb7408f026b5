//! Takes an error of the operating system; returns what it means in Dutch, and what the user can do about it.

use std::fmt;
use std::io::{Error, ErrorKind};

use ketenscan::wording::{sentence, upper_first};

/// What the system said, in Dutch where it is something common, with its number for whoever must look it up.
pub fn cause(source: &Error) -> String {
    let words = match source.kind() {
        ErrorKind::NotFound => "dat bestand of die map is er niet",
        ErrorKind::PermissionDenied => "geen toestemming",
        ErrorKind::AlreadyExists => "er staat al iets met die naam",
        ErrorKind::IsADirectory => "het is een map",
        ErrorKind::NotADirectory => "het is geen map",
        ErrorKind::InvalidFilename => "die naam mag niet",
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::QuotaExceeded => "de ruimte voor deze gebruiker is op",
        ErrorKind::FileTooLarge => "het bestand wordt te groot",
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen-lezen",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "het bestand is in gebruik",
        ErrorKind::InvalidData => "de inhoud is geen UTF-8",
        ErrorKind::TimedOut => "het duurde te lang",
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable | ErrorKind::NetworkDown => {
            "het netwerk is niet bereikbaar"
        }
        ErrorKind::OutOfMemory => "er is geen geheugen meer",
        _ => {
            let number = source.raw_os_error();
            return number.map_or_else(
                || source.to_string(),
                |number| format!("het systeem meldt fout {number}"),
            );
        }
    };
    match source.raw_os_error() {
        Some(number) => format!("{words} (systeemfout {number})"),
        None => words.to_owned(),
    }
}

/// An error of the system in the user's words.
#[derive(Clone, Copy, Debug)]
pub struct Refusal {
    /// What is wrong.
    pub what: &'static str,
    /// What to do: half a sentence, or a question.
    pub remedy: Option<&'static str>,
}

impl Refusal {
    /// Why a file or folder could not be read.
    pub fn to_read(source: &Error) -> Self {
        match source.kind() {
            ErrorKind::PermissionDenied => Self::new("er is geen toestemming", "is het bestand open in Excel?"),
            ErrorKind::InvalidData => Self::new("het is geen leesbare tekst", "sla het bestand op als UTF-8"),
            _ => Self::of_either(source, "probeer het bestand opnieuw op te halen"),
        }
    }

    /// Why a file could not be written.
    pub fn to_write(source: &Error) -> Self {
        match source.kind() {
            ErrorKind::PermissionDenied => Self::new(
                "er is geen toestemming",
                "is het bestand open in Excel, of de map alleen-lezen?",
            ),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                Self::new("de schijf is vol", "maak ruimte of kies een andere map met -o")
            }
            ErrorKind::ReadOnlyFilesystem => Self::new("de schijf is alleen-lezen", "kies een andere map met -o"),
            _ => Self::of_either(source, "kies een andere map met -o"),
        }
    }

    /// Something that could be read but might never end.
    pub const NO_FILE: Self = Self {
        what: "het is geen gewoon bestand maar een apparaat, pijp of socket",
        remedy: None,
    };

    /// What to do, as a whole sentence.
    pub fn advice(&self) -> String {
        let remedy = self.remedy.unwrap_or("haal het weg uit de map");
        sentence(&upper_first(remedy))
    }

    fn of_either(source: &Error, otherwise: &'static str) -> Self {
        match source.kind() {
            ErrorKind::InvalidFilename => Self {
                what: "de naam is te lang of bevat tekens die hier niet mogen",
                remedy: None,
            },
            // Creating a folder fails like this only if something else has its name.
            ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Self {
                what: "er staat een map waar een bestand hoort, of andersom",
                remedy: None,
            },
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
                Self::new("het bestand is in gebruik", "sluit het en probeer het opnieuw")
            }
            _ => Self::new("het systeem weigert", otherwise),
        }
    }

    fn new(what: &'static str, remedy: &'static str) -> Self {
        Self {
            what,
            remedy: Some(remedy),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)?;
        match self.remedy {
            Some(remedy) => write!(f, "; {remedy}"),
            None => Ok(()),
        }
    }
}
