//! Takes JSON; returns the order that it is.

use ketenscan::jobs::report::{Audience, Options, Weighting};
use ketenscan::jobs::{compare, progress};
use ketenscan::questionnaire::Date;
use serde::Deserialize;

/// What the page can ask for. `Read` is the only order with bytes besides its JSON.
#[derive(Debug, Deserialize)]
#[serde(tag = "job", rename_all = "kebab-case")]
pub(crate) enum Order {
    /// Forget all files; say what there is to choose from.
    Start,
    /// Say which of these files are read, in what order, and under which names.
    Arrange {
        /// The files as the browser gave them.
        files: Vec<Chosen>,
    },
    /// Read a file and keep what is in it.
    Read(File),
    /// Keep in mind that the browser does not get to read a file.
    Closed(File),
    /// Keep in mind that reading a file ended the module.
    Unreadable(File),
    /// `controleer`.
    Check(Wishes),
    /// `overleg`.
    Consensus,
    /// `rapport`.
    Report(Wishes),
    /// `vergelijk`.
    Compare(Wishes),
    /// `voortgang`.
    Progress(Wishes),
    /// `exporteer`.
    Export,
    /// `sjabloon`.
    Templates(Workbooks),
    /// `vragenlijst toon`.
    Questions {
        /// Questions for this role only.
        #[serde(default)]
        role: Option<String>,
    },
    /// The workbooks of `demo`.
    Demo,
}

/// A file that the user chose.
#[derive(Debug, Deserialize)]
pub(crate) struct Chosen {
    /// Its path, from the folder that was chosen.
    pub(crate) path: String,
    /// Whether the user chose the file itself, as opposed to a folder that contains it.
    pub(crate) named: bool,
}

/// A file to read.
#[derive(Debug, Deserialize)]
pub(crate) struct File {
    /// Its name in messages.
    pub(crate) label: String,
    /// Whether the user chose the file itself.
    #[serde(default)]
    pub(crate) named: bool,
}

/// The options of every job that reads the chosen files. Each job uses those that it has.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub(crate) struct Wishes {
    /// Year, month and day of today.
    date: [u16; 3],
    pub(crate) json: bool,
    html: bool,
    pictures: bool,
    letter: bool,
    share: bool,
    skip_errors: bool,
    by_inhabitants: bool,
    /// A text for every sender.
    pub(crate) letters: bool,
    /// A calendar with the dates of a plan.
    calendar: bool,
    region: Option<String>,
    year: Option<u16>,
}

impl Wishes {
    pub(crate) fn today(&self) -> Date {
        let [year, month, day] = self.date;
        Date {
            year,
            month: month as u8,
            day: day as u8,
        }
    }

    pub(crate) fn audience(&self) -> Audience {
        if self.share { Audience::Anyone } else { Audience::Region }
    }

    pub(crate) fn of_reports(&self) -> Options {
        Options {
            weighting: if self.by_inhabitants {
                Weighting::Inhabitants
            } else {
                Weighting::Equal
            },
            audience: self.audience(),
            json: self.json,
            html: self.html,
            pictures: self.pictures,
            letter: self.letter,
            skip_errors: self.skip_errors,
            region: self.region.clone(),
            year: self.year,
        }
    }
}

impl Wishes {
    pub(crate) fn of_progress(&self) -> progress::Options {
        progress::Options {
            html: self.html,
            calendar: self.calendar,
            json: self.json,
        }
    }

    pub(crate) fn of_comparison(&self) -> compare::Options {
        compare::Options {
            json: self.json,
            html: self.html,
            pictures: self.pictures,
            audience: self.audience(),
        }
    }
}

/// The workbooks to make.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Workbooks {
    /// Name of the region; without it, two workbooks that suit any region.
    pub(crate) region: String,
    /// The year, as it was typed.
    pub(crate) year: String,
    /// Municipalities as they were typed or pasted, one on each line.
    pub(crate) municipalities: String,
    /// Keys of the perspectives that get a short workbook.
    pub(crate) perspectives: Vec<String>,
    /// Whether the chosen files are those of an earlier year, to be shown next to the questions.
    pub(crate) previous: bool,
}
