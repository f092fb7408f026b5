//! Takes an error of the argument parser; prints it in Dutch.

use crate::cli::messages::{self, tell};
use std::error::Error as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use ketenscan::spelling::printable;
use ketenscan::wording::{all_of, one_of};

use super::args::Cli;
use super::failure::Failure;

/// Prints help or version to standard output, or what is wrong with the arguments of this command to standard error.
pub fn explain(error: &clap::Error, command: &str, in_json: bool) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // If nobody reads the help any more, that is not an error.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return ExitCode::from(2);
        }
        _ => {}
    }
    refuse(&explanation(error), command, in_json)
}

/// Prints the help of a command, given by its names.
pub fn help(command: &[String]) -> ExitCode {
    let name = command.join(" ");
    let words = ["ketenscan"].into_iter().chain(command.iter().map(String::as_str));
    match Cli::try_parse_from(words.chain(["--help"])) {
        Err(error) => explain(&error, "", false),
        // It is asked for help, so it never runs.
        Ok(_) => refuse(&format!("'{name}' is geen bekende opdracht."), "", false),
    }
}

/// Prints what is wrong with the arguments of this command; its name is empty if none is given. If asked for, it is also
/// printed as JSON.
pub fn refuse(mistake: &str, command: &str, in_json: bool) -> ExitCode {
    let words = ["ketenscan", command, "--help"];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let hint = format!("Zie '{}' voor wat er kan.", words.join(" "));
    if in_json {
        messages::json(&Failure::with_hint(mistake, Some(&hint), &[]).json());
    }
    tell!("{}", printable(mistake));
    tell!("{hint}");
    ExitCode::from(2)
}

fn explanation(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(other) => vec![other.to_string()],
        None => Vec::new(),
    };
    let first = |kind| context(kind).into_iter().next().unwrap_or_default();
    let argument = first(ContextKind::InvalidArg);
    let value = first(ContextKind::InvalidValue);
    let missing_value = format!("Bij '{argument}' ontbreekt een waarde.");
    match error.kind() {
        ErrorKind::UnknownArgument => format!(
            "'{argument}' is hier geen bekende optie.{}",
            meant(context(ContextKind::SuggestedArg), option)
        ),
        ErrorKind::InvalidSubcommand => format!(
            "'{}' is geen bekende opdracht.{}",
            first(ContextKind::InvalidSubcommand),
            meant(context(ContextKind::SuggestedSubcommand), command)
        ),
        ErrorKind::MissingSubcommand => "Er ontbreekt een opdracht.".to_owned(),
        ErrorKind::MissingRequiredArgument => {
            let missing = context(ContextKind::InvalidArg);
            let missing: Vec<String> = missing
                .iter()
                .map(|name| described(name.trim_end_matches('.')))
                .collect();
            format!("Er ontbreekt nog: {}.", all_of(&missing))
        }
        ErrorKind::InvalidValue if value.is_empty() => missing_value,
        ErrorKind::InvalidValue => {
            let allowed = one_of(&context(ContextKind::ValidValue));
            format!("'{value}' is geen geldige waarde voor '{argument}'; kies uit {allowed}.")
        }
        ErrorKind::ValueValidation => {
            // The parsers of our own values say what is accepted.
            let advice = error.source().map_or_else(String::new, |advice| format!("; {advice}"));
            format!("'{value}' is geen geldige waarde voor '{argument}'{advice}.")
        }
        ErrorKind::TooManyValues => format!("Bij '{argument}' hoort geen waarde."),
        ErrorKind::ArgumentConflict => format!("'{argument}' is te vaak gegeven."),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => missing_value,
        _ => "Deze opdracht klopt niet.".to_owned(),
    }
}

/// An argument with what its help says that it is: "<A> (map met de eerdere editie)".
fn described(argument: &str) -> String {
    let (mut program, mut known) = (Cli::command(), Vec::new());
    program.build();
    arguments(&program, &mut known);
    known.retain(|known| known.to_string().trim_end_matches('.') == argument);
    // Of several commands that take it, the one that cannot do without.
    let meant = known.iter().find(|known| known.is_required_set()).or(known.first());
    let Some(help) = meant.and_then(|known| known.get_help()) else {
        return argument.to_owned();
    };
    let help = help.to_string();
    // What it is comes before the semicolon, what else there is to say of it after it.
    let mut letters = help.split(';').next().unwrap_or_default().chars();
    let initial: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{argument} ({initial}{})", letters.as_str())
}

/// The arguments of a command and of the commands within it.
fn arguments(command: &clap::Command, to: &mut Vec<clap::Arg>) {
    to.extend(command.get_arguments().cloned());
    command.get_subcommands().for_each(|within| arguments(within, to));
}

/// The best of the suggestions, which comes last, under the name that the help uses for it.
fn meant(suggested: Vec<String>, name: impl Fn(&clap::Command, &str) -> Option<String>) -> String {
    let nearest = suggested.into_iter().next_back();
    let known = nearest.and_then(|nearest| name(&Cli::command(), &nearest));
    known.map_or_else(String::new, |known| format!(" Bedoelde u '{known}'?"))
}

/// The command with this name or alias.
fn command(within: &clap::Command, name: &str) -> Option<String> {
    within.get_subcommands().find_map(|known| {
        let same = known.get_name() == name || known.get_all_aliases().any(|alias| alias == name);
        same.then(|| known.get_name().to_owned())
            .or_else(|| command(known, name))
    })
}

/// The option with this name or alias.
fn option(within: &clap::Command, name: &str) -> Option<String> {
    let bare = name.trim_start_matches('-');
    let own = within.get_arguments().find_map(|known| {
        let long = known.get_long()?;
        let aliases = known.get_all_aliases().unwrap_or_default();
        (long == bare || aliases.contains(&bare)).then(|| format!("--{long}"))
    });
    own.or_else(|| within.get_subcommands().find_map(|command| option(command, name)))
}
