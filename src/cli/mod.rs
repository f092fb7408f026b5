//! The command line: the only part with files, a clock, a terminal and threads.

mod args;
mod clock;
mod commands;
mod error;
mod failure;
mod files;
mod input;
mod interrupt;
mod messages;
mod misreading;
mod opened;
mod output;
mod paths;
mod refusal;
mod remedy;
mod usage;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use ketenscan::wording::sentence;

use self::args::{Cli, Command, QuestionnaireCommand, Questionnaires};
use self::error::Error;
use self::failure::Failure;
use self::messages::Messages;

/// The exit status if there are errors in the input.
const FAULTY: u8 = 1;

/// Runs the command line and returns its exit status: 0 done, 1 errors in the input, 2 could not run.
pub fn main() -> ExitCode {
    interrupt::listen();
    let given: Vec<OsString> = std::env::args_os().collect();
    match opened::way(&given) {
        Some(way) => opened::open(&way),
        None => called(&given),
    }
}

/// Does what these arguments ask for; the first is the name of the program.
fn called(given: &[OsString]) -> ExitCode {
    let in_json = misreading::asks_for_json(given);
    if let Some(mistake) = misreading::mistake(given) {
        return usage::refuse(&mistake, &misreading::command(given), in_json);
    }
    let cli = match Cli::try_parse_from(given) {
        Ok(cli) => cli,
        Err(error) => return usage::explain(&error, &misreading::command(given), in_json),
    };
    if let Command::Help { command } = &cli.command {
        return usage::help(command);
    }
    let messages = Messages::new(&cli.global);
    match run(&cli, &messages) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::FaultyResult) => ExitCode::from(FAULTY),
        Err(error @ Error::Faulty) => {
            if in_json {
                messages::json(&Failure::of(&sentence(&error.to_string()), &[]).json());
            }
            ExitCode::from(FAULTY)
        }
        Err(error) => {
            Messages::stopped(&error, in_json);
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli, messages: &Messages) -> Result<(), Error> {
    // Folders given before the command and after it all count.
    let given = |own: &Questionnaires| -> Vec<PathBuf> { [&cli.questionnaires.folders[..], &own.folders].concat() };
    let unused = |own: &Questionnaires, why| {
        if given(own).is_empty() {
            Ok(())
        } else {
            Err(Error::OwnQuestionnaire(why))
        }
    };
    match &cli.command {
        Command::Template(args) => commands::template::run(args, &given(&args.questionnaires), messages),
        Command::Check(args) => commands::check::run(args, &given(&args.questionnaires), messages),
        Command::Consensus(args) => commands::consensus::run(args, &given(&args.questionnaires), messages),
        Command::Report(args) => commands::report::run(args, &given(&args.questionnaires), messages),
        Command::Compare(args) => commands::compare::run(args, &given(&args.questionnaires), messages),
        Command::Progress(args) => {
            unused(
                &Questionnaires::default(),
                "'voortgang' leest alleen het verbeterplan in een rapport",
            )?;
            commands::progress::run(args, messages)
        }
        Command::Export(args) => commands::export::run(args, &given(&args.questionnaires), messages),
        Command::Questionnaire {
            questionnaires,
            command,
        } => {
            let given = |own: &Questionnaires| [given(questionnaires), own.folders.clone()].concat();
            match command {
                QuestionnaireCommand::Check { questionnaires } => {
                    commands::questionnaire::check(&given(questionnaires), messages)
                }
                QuestionnaireCommand::Show(args) => {
                    commands::questionnaire::show(args, &given(&args.questionnaires), messages)
                }
                QuestionnaireCommand::Difference { earlier, later } => {
                    unused(questionnaires, "'vragenlijst verschil' vergelijkt de mappen A en B")?;
                    commands::questionnaire::difference(earlier, later, messages)
                }
            }
        }
        Command::Version => {
            unused(&Questionnaires::default(), "'versie' noemt de ingebouwde vragenlijst")?;
            commands::about::version();
            Ok(())
        }
        Command::Licences => {
            unused(&Questionnaires::default(), "'licenties' gaat niet over vragen")?;
            commands::licences::run();
            Ok(())
        }
        Command::ManualPage => {
            commands::manual_page::run();
            Ok(())
        }
        Command::Completions { shell } => {
            unused(&Questionnaires::default(), "'aanvullen' gaat niet over vragen")?;
            commands::about::completions(*shell);
            Ok(())
        }
        // It was answered before anything else.
        Command::Help { .. } => Ok(()),
        Command::Demo(args) => {
            unused(&Questionnaires::default(), "'demo' gebruikt de ingebouwde vragenlijst")?;
            commands::demo::run(args, messages)
        }
    }
}
