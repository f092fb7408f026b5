//! What a job found and made, as the page shows it.

use ketenscan::jobs::check::{HEADER, Response};
use ketenscan::jobs::problems::{account, counted, reported, severity_word};
use ketenscan::jobs::report::Drawing;
use ketenscan::jobs::{Error, Output};
use ketenscan::problem::{Problem, Severity};
use ketenscan::spelling::{printable, printable_lines};
use ketenscan::wording::sentence;
use serde::Serialize;

use crate::packing::zipped;
use crate::remedy;
use crate::reply::Reply;

/// What a job found and made.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Done {
    /// Why nothing was made, as whole sentences.
    stopped: Option<String>,
    /// What is worth knowing, in sentences.
    notes: Vec<String>,
    /// The problems of each file.
    problems: Vec<FileProblems>,
    /// For each kind of which there are more: how many, and in which folders.
    rest: Vec<String>,
    /// How many errors and warnings there are.
    counted: Option<String>,
    /// Who answered what.
    response: Vec<Table>,
    /// The files that belong to no region and year.
    elsewhere: Vec<String>,
    /// Summaries, each with its charts.
    summaries: Vec<Summary>,
    #[serde(skip)]
    outputs: Vec<Output>,
}

#[derive(Debug, Serialize)]
struct FileProblems {
    file: String,
    problems: Vec<Shown>,
}

#[derive(Debug, Serialize)]
struct Shown {
    code: &'static str,
    severity: Severity,
    /// "fout", "let op" or "ter info".
    word: &'static str,
    account: String,
}

#[derive(Debug, Serialize)]
struct Table {
    region: String,
    year: u16,
    header: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    summary: String,
    /// What is open or answered differently, in whole lines.
    open: String,
}

#[derive(Debug, Serialize)]
struct Summary {
    text: String,
    drawings: Vec<Chart>,
}

#[derive(Debug, Serialize)]
struct Chart {
    title: String,
    alternative: String,
    svg: String,
}

/// Why a job ended early.
pub(crate) enum Stop {
    /// Nothing was chosen that a job could read.
    NoFiles,
    /// None of the files is one of ours.
    NothingThere,
    /// The job itself says why.
    Job(Error),
    /// Something else, as a sentence.
    Said(String),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Job(error)
    }
}

impl Done {
    /// Carries out a job. If it ends early, nothing that it made is kept.
    pub(crate) fn by(job: impl FnOnce(&mut Self) -> Result<(), Stop>) -> Self {
        let mut done = Self::default();
        if let Err(stop) = job(&mut done) {
            done.outputs.clear();
            done.summaries.clear();
            done.stopped = Some(match stop {
                Stop::NoFiles => "Kies eerst bestanden, bij 'Nakijken'.".to_owned(),
                Stop::NothingThere => {
                    "Tussen deze bestanden staat geen werkboek van ketenscan. Kies de ingevulde werkboeken, of de map \
                     waarin ze staan."
                        .to_owned()
                }
                Stop::Job(error) => remedy::stopped(&error),
                Stop::Said(words) => words,
            });
        }
        done
    }

    /// Adds a sentence to why nothing was made.
    pub(crate) fn advise(&mut self, advice: &str) {
        if let Some(stopped) = &mut self.stopped {
            stopped.push(' ');
            stopped.push_str(advice);
        }
    }

    pub(crate) fn note(&mut self, words: &str) {
        self.notes.push(sentence(words));
    }

    /// Shows problems, file by file.
    pub(crate) fn problems(&mut self, problems: &[Problem]) {
        let listing = reported(problems);
        for (file, own) in listing.in_full {
            self.problems.push(FileProblems {
                file: file.to_owned(),
                problems: own.into_iter().map(Shown::of).collect(),
            });
        }
        self.rest.extend(listing.rest);
        self.counted = counted(problems);
    }

    pub(crate) fn response(&mut self, response: Response) {
        let shown = |text: String| printable(&text).into_owned();
        self.response = response
            .tables
            .into_iter()
            .map(|table| Table {
                region: shown(table.region),
                year: table.year,
                header: HEADER.to_vec(),
                rows: table.rows.into_iter().map(|row| row.map(shown).to_vec()).collect(),
                summary: shown(table.summary),
                open: printable_lines(&table.open),
            })
            .collect();
        self.elsewhere = response.elsewhere;
    }

    pub(crate) fn summary(&mut self, text: String, drawings: Vec<Drawing>) {
        let chart = |drawing: Drawing| Chart {
            title: drawing.title,
            alternative: drawing.alternative,
            svg: drawing.svg,
        };
        self.summaries.push(Summary {
            text,
            drawings: drawings.into_iter().map(chart).collect(),
        });
    }

    pub(crate) fn outputs(&mut self, outputs: impl IntoIterator<Item = Output>) {
        self.outputs.extend(outputs);
    }

    /// The answer, with a zip of everything that was made as its last file: a browser blocks many downloads at once.
    pub(crate) fn reply(mut self, zip: &str) -> Reply {
        let mut outputs = std::mem::take(&mut self.outputs);
        if !outputs.is_empty() {
            match zipped(&outputs) {
                Ok(bytes) => outputs.push(Output {
                    name: zip.to_owned(),
                    bytes,
                }),
                Err(error) => self.note(&format!(
                    "Alles in één zip-bestand lukte niet ({error}). Sla de bestanden los op"
                )),
            }
        }
        Reply::with(&self, outputs)
    }
}

impl Shown {
    fn of(problem: &Problem) -> Self {
        Self {
            code: problem.code,
            severity: problem.severity,
            word: severity_word(problem.severity),
            account: printable(&account(&remedy::worded(problem))).into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_do_not_go_into_one_zip_are_offered_singly_and_that_is_said() {
        let twice = ["a.csv", "a.csv"].map(|name| Output {
            name: name.to_owned(),
            bytes: Vec::new(),
        });
        let reply = Done {
            outputs: twice.to_vec(),
            ..Done::default()
        }
        .reply("alles.zip");
        assert_eq!(reply.outputs.len(), 2);
        let note = reply.head["notes"][0].as_str().unwrap();
        assert!(
            note.starts_with("Alles in één zip-bestand lukte niet (") && note.ends_with("Sla de bestanden los op."),
            "{note}"
        );
    }
}
