//! Takes an error of the operating system; returns what it means in Dutch, and what the user can do about it.

use std::fmt;
use std::io::{Error, ErrorKind};

use ketenscan::wording::{sentence, upper_first};

/// What the system said, in Dutch where it is something common, or else its number for whoever must look it up.
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
    words.to_owned()
}

/// An error of the system in the user's words.
#[derive(Clone, Copy, Debug)]
pub struct Refusal {
    /// What is wrong.
    pub what: &'static str,
    /// What to do: half a sentence, or a question.
    pub remedy: Option<&'static str>,
    /// Whether it helps to write elsewhere.
    elsewhere: bool,
}

impl Refusal {
    /// Why a file or folder could not be read.
    pub fn to_read(source: &Error) -> Self {
        match source.kind() {
            ErrorKind::PermissionDenied => Self::new("er is geen toestemming", "is het bestand open in Excel?"),
            ErrorKind::InvalidData => Self::new("het is geen leesbare tekst", "sla het bestand op als UTF-8"),
            kind => {
                let either = Self::of_either(source);
                let remedy = either.remedy.unwrap_or(match kind {
                    ErrorKind::InvalidFilename | ErrorKind::NotADirectory => "controleer de naam en de map",
                    _ => "probeer het bestand opnieuw op te halen",
                });
                Self::new(either.what, remedy)
            }
        }
    }

    /// Why a file could not be written.
    pub fn to_write(source: &Error) -> Self {
        match source.kind() {
            ErrorKind::PermissionDenied => Self::new(
                "er is geen toestemming",
                "is het bestand open in Excel, of de map alleen-lezen?",
            ),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self {
                elsewhere: true,
                ..Self::new("de schijf is vol", "maak ruimte")
            },
            ErrorKind::ReadOnlyFilesystem => Self::of("de schijf is alleen-lezen"),
            _ => Self::of_either(source),
        }
    }

    /// What is wrong and what to do, if it is to be written. `elsewhere` says how to write elsewhere.
    pub fn with(&self, elsewhere: &str) -> String {
        match (self.remedy, self.elsewhere) {
            (None, false) => self.what.to_owned(),
            (None, true) => format!("{}; {elsewhere}", self.what),
            (Some(remedy), false) => format!("{}; {remedy}", self.what),
            (Some(remedy), true) => format!("{}; {remedy}, of {elsewhere}", self.what),
        }
    }

    /// Something that could be read but might never end.
    pub const NO_FILE: Self = Self {
        what: "het is geen gewoon bestand maar een apparaat, pijp of socket",
        remedy: None,
        elsewhere: false,
    };

    /// What to do, as a whole sentence.
    pub fn advice(&self) -> String {
        let remedy = self.remedy.unwrap_or("haal het weg uit de map");
        sentence(&upper_first(remedy))
    }

    /// Why a file could be neither read nor written.
    fn of_either(source: &Error) -> Self {
        match source.kind() {
            ErrorKind::InvalidFilename => Self::of("de naam is te lang of bevat tekens die hier niet mogen"),
            // Creating a folder fails like this only if something else has its name.
            ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                Self::of("er staat een map waar een bestand hoort, of andersom")
            }
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
                Self::new("het bestand is in gebruik", "sluit het en probeer het opnieuw")
            }
            _ => Self::of("het systeem weigert"),
        }
    }

    /// Where the only remedy is to write elsewhere.
    fn of(what: &'static str) -> Self {
        Self {
            what,
            remedy: None,
            elsewhere: true,
        }
    }

    fn new(what: &'static str, remedy: &'static str) -> Self {
        Self {
            what,
            remedy: Some(remedy),
            elsewhere: false,
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
