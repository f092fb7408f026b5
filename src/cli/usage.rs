//! What the argument parser says, in Dutch.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help or version to standard output, or what is wrong with the arguments to standard error.
pub fn explain(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe is no reason to complain about help.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return ExitCode::from(2);
        }
        _ => {}
    }
    anstream::eprintln!("{}", sentence(error));
    anstream::eprintln!("Zie 'ketenscan --help' voor wat er kan.");
    ExitCode::from(2)
}

fn sentence(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let suggestion = |kind| {
        let suggested = context(kind);
        if suggested.is_empty() {
            String::new()
        } else {
            format!(" Bedoelde u '{suggested}'?")
        }
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            format!(
                "'{argument}' is hier geen bekende optie.{}",
                suggestion(ContextKind::SuggestedArg)
            )
        }
        ErrorKind::InvalidSubcommand => format!(
            "'{}' is geen bekende opdracht.{}",
            context(ContextKind::InvalidSubcommand),
            suggestion(ContextKind::SuggestedSubcommand)
        ),
        ErrorKind::MissingSubcommand => "Er ontbreekt een opdracht.".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("Er ontbreekt nog: {argument}."),
        ErrorKind::InvalidValue if value.is_empty() => format!("Bij '{argument}' ontbreekt een waarde."),
        ErrorKind::InvalidValue => {
            let allowed = context(ContextKind::ValidValue);
            format!("'{value}' is geen geldige waarde voor '{argument}'; kies uit {allowed}.")
        }
        ErrorKind::ValueValidation => format!("'{value}' is geen geldige waarde voor '{argument}'."),
        ErrorKind::TooManyValues | ErrorKind::ArgumentConflict => format!("'{argument}' is te vaak gegeven."),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("Bij '{argument}' ontbreekt een waarde.")
        }
        _ => "Deze opdracht klopt niet.".to_owned(),
    }
}
