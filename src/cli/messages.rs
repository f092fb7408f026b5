//! What the user sees: results on standard output; progress, problems and errors on standard error.

use std::error::Error as _;
use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};
use ketenscan::jobs::problems::{account, counted, reported, severity_word};
use ketenscan::problem::{Problem, Severity};
use ketenscan::spelling::{is_unprintable, printable, printable_lines};
use ketenscan::wording::sentence;

use super::args::Global;
use super::error::Error;
use super::failure::Failure;
use super::values::Colour;
use super::{refusal, remedy};

/// Writes a line of results to standard output.
macro_rules! say {
    ($($words:tt)*) => { $crate::cli::messages::text(&format!("{}\n", format_args!($($words)*))) };
}
/// Writes a line of progress or problems to standard error.
macro_rules! tell {
    ($($words:tt)*) => { $crate::cli::messages::aside(format_args!($($words)*)) };
}
pub(crate) use {say, tell};

/// Writes lines of results to standard output, without anything that a terminal could interpret as a control sequence.
pub fn text(lines: &str) {
    result(format_args!("{}", printable_lines(lines)));
}

/// Writes JSON to standard output. Anything that a terminal could interpret as a control sequence is escaped as JSON
/// allows.
pub fn json(document: &str) {
    let mut shown = String::with_capacity(document.len());
    for c in document.chars() {
        if c == '\n' || !is_unprintable(c) {
            shown.push(c);
        } else {
            shown.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    result(format_args!("{shown}\n"));
}

/// Writes a script for a shell to standard output, as it is.
pub fn script(script: &str) {
    result(format_args!("{script}"));
}

/// Writes to standard output. If the reader has closed it, the run ends silently; if writing fails otherwise, it ends
/// with a message.
fn result(words: Arguments) {
    let Err(error) = anstream::stdout().write_fmt(words) else {
        return;
    };
    if error.kind() == ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
    aside(format_args!(
        "Gestopt: de uitvoer kan niet geschreven worden: {}; stuur haar ergens anders heen.",
        refusal::cause(&error)
    ));
    std::process::exit(2);
}

/// Writes a line to standard error. If that fails, nobody can be informed.
pub fn aside(words: Arguments) {
    let _ = writeln!(anstream::stderr(), "{words}");
}

/// Where messages go and how they look.
pub struct Messages {
    quiet: bool,
}

impl Messages {
    pub fn new(global: &Global) -> Self {
        match global.colour {
            Colour::Auto => {}
            Colour::Always => anstream::ColorChoice::Always.write_global(),
            Colour::Never => anstream::ColorChoice::Never.write_global(),
        }
        Self { quiet: global.quiet }
    }

    /// Messages of a step within another command, which reports progress itself.
    pub fn quiet() -> Self {
        Self { quiet: true }
    }

    /// Progress, shown unless the run is quiet.
    pub fn progress(&self, text: &str) {
        if !self.quiet {
            tell!("{}", printable(text));
        }
    }

    /// A progress bar of this many parts, shown only on a terminal and removed when it is full.
    pub fn bar(&self, parts: usize, what: &'static str) -> ProgressBar {
        if self.quiet || parts < 2 {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos} van {len}")
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars("█▌░");
        ProgressBar::new(parts as u64).with_style(style).with_message(what)
    }

    /// Something the user must know, even in a quiet run.
    pub fn notice(text: &str) {
        tell!("{}", printable(text));
    }

    /// All problems, file by file, and their number.
    pub fn problems(&self, problems: &[Problem]) {
        let wanted = |problem: &&Problem| !self.quiet || problem.severity != Severity::Note;
        let reported = reported(problems.iter().filter(wanted));
        // A file or another program gets each problem on one line.
        let width = terminal_size::terminal_size_of(std::io::stderr()).map(|(width, _)| usize::from(width.0));
        for (file, own) in reported.in_full {
            tell!("{}", printable(file));
            for problem in own {
                let style = style(problem.severity);
                let (word, code) = (severity_word(problem.severity), problem.code);
                let account = account(&remedy::worded(problem));
                let before = format!("  {word} {code}  ").chars().count();
                let account = width.map_or_else(|| account.clone(), |width| wrapped(&account, width, before));
                tell!("  {style}{word}{style:#} {code}  {}", printable_lines(&account));
            }
        }
        if !reported.rest.is_empty() {
            tell!("En verder, per soort geteld:");
            for line in reported.rest {
                tell!("  {}", printable(&line));
            }
        }
        Self::counted(problems);
    }

    /// The number of errors and warnings.
    pub fn counted(problems: &[Problem]) {
        if let Some(counted) = counted(problems) {
            tell!("{counted}");
        }
    }

    /// Why the run stopped, even in a quiet run; if asked for, also as JSON on standard output.
    pub fn stopped(error: &Error, in_json: bool) {
        let words = sentence(&match error {
            Error::Job(error) => remedy::with_remedy(error),
            error => error.to_string(),
        });
        let causes = causes(error);
        if in_json {
            json(&Failure::of(&words, &causes).json());
        }
        let style = style(Severity::Error);
        tell!("{style}Gestopt{style:#}: {}", printable(&words));
        for cause in &causes {
            tell!("  Oorzaak: {}", printable(cause));
        }
    }
}

/// What is behind an error, the nearest cause first.
fn causes(error: &Error) -> Vec<String> {
    let mut causes = Vec::new();
    let mut cause = error.source();
    while let Some(source) = cause {
        causes.push(match source.downcast_ref::<std::io::Error>() {
            Some(source) => refusal::cause(source),
            None => source.to_string(),
        });
        cause = source.source();
    }
    causes
}

/// A text broken between words so that no line is wider than the terminal. The first line begins at column `before`,
/// the others are indented.
fn wrapped(text: &str, width: usize, before: usize) -> String {
    const INDENT: &str = "      ";
    const NARROWEST: usize = 40;
    let width = width.max(NARROWEST);
    let (mut lines, mut column) = (String::with_capacity(text.len()), before);
    for (index, word) in text.split(' ').enumerate() {
        let long = word.chars().count();
        if index > 0 && column + 1 + long > width {
            lines.push('\n');
            lines.push_str(INDENT);
            column = INDENT.len();
        } else if index > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += long;
    }
    lines
}

fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    colour.on_default().bold()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_problems_are_broken_between_words() {
        let text = "blad '5 Beschermen', cel D12: '3,5' is geen niveau. Kies een heel niveau.";
        let lines = wrapped(text, 44, 12);
        assert_eq!(
            lines,
            "blad '5 Beschermen', cel D12:\n      '3,5' is geen niveau. Kies een heel\n      niveau."
        );
        assert_eq!(wrapped("kort", 80, 12), "kort");
    }
}
