//! `versie` and `aanvullen`: the program itself.

use clap::CommandFactory;
use clap_complete::Shell;

use ketenscan::questionnaire::Editions;

use crate::cli::args::Cli;
use crate::cli::messages::{self, say};

/// The commit that this program was built from, if whoever built it said so; `release/build` does.
const COMMIT: Option<&str> = option_env!("KETENSCAN_COMMIT");

/// Prints the version of the program, its commit if that is known, and the edition of its questionnaire.
pub fn version() {
    say!("ketenscan {}", env!("CARGO_PKG_VERSION"));
    if let Some(commit) = COMMIT {
        say!("gebouwd uit commit {commit}");
    }
    for questionnaire in Editions::builtin().iter() {
        say!("vragenlijst '{}', editie {}", questionnaire.id, questionnaire.edition);
    }
}

/// Prints a script with which a shell completes commands and options.
pub fn completions(shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "ketenscan", &mut script);
    messages::script(&String::from_utf8_lossy(&script));
}
