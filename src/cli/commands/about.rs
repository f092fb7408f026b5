//! `versie` and `aanvullen`: the program itself.

use clap::CommandFactory;
use clap_complete::Shell;

use ketenscan::questionnaire::Editions;

use crate::cli::args::Cli;
use crate::cli::messages::{self, say};

/// Prints the version of the program and the edition of its questionnaire.
pub fn version() {
    say!("ketenscan {}", env!("CARGO_PKG_VERSION"));
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
