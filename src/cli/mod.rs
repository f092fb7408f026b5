//! The binary's own part: it owns files, clock, terminal and the number of threads.

mod args;
mod clock;
mod commands;
mod error;
mod files;
mod input;
mod interrupt;
mod messages;
mod refusal;
mod remedy;
mod usage;
mod values;

use std::process::ExitCode;

use clap::Parser;

use self::args::{Cli, Command, QuestionnaireCommand};
use self::error::Error;
use self::messages::Messages;

/// Runs the command line and gives its exit status: 0 done, 1 errors in the input, 2 could not run.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage::explain(&error),
    };
    let messages = Messages::new(&cli.global);
    interrupt::listen();
    match run(&cli, &messages) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::Faulty) => ExitCode::from(1),
        Err(error) => {
            Messages::stopped(&error);
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli, messages: &Messages) -> Result<(), Error> {
    let folders = &cli.global.questionnaires;
    match &cli.command {
        Command::Template(args) => commands::template::run(args, folders, messages),
        Command::Check(args) => commands::check::run(args, folders, messages),
        Command::Report(args) => commands::report::run(args, folders, messages),
        Command::Compare(args) => commands::compare::run(args, folders, messages),
        Command::Export(args) => commands::export::run(args, folders, messages),
        Command::Questionnaire { command } => match command {
            QuestionnaireCommand::Check => commands::questionnaire::check(folders, messages),
            QuestionnaireCommand::Show(args) => commands::questionnaire::show(args, folders, messages),
            QuestionnaireCommand::Difference { earlier, later } => {
                commands::questionnaire::difference(earlier, later, messages)
            }
        },
        Command::Demo(args) => commands::demo::run(args, messages),
    }
}
