//! `manpagina`: the page for `man` that goes with a release, with all commands, made from what their help says.

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::args::{Cli, EVERYWHERE};
use crate::cli::messages;

/// Prints the page as `man` reads it.
pub fn run() {
    messages::script(&page());
}

fn page() -> String {
    let mut program = Cli::command();
    program.build();
    let about = text(program.get_about());
    let about = about.lines().next().unwrap_or_default().trim_end_matches(':');
    let version = format!("ketenscan {}", env!("CARGO_PKG_VERSION"));
    let mut head = Roff::new();
    head.control("TH", ["KETENSCAN", "1", " ", &version, "Handleiding van ketenscan"]);
    head.control("SH", ["NAAM"]);
    head.text([roman(format!("ketenscan - {about}"))]);
    let mut page = head.render();
    describe(&program, "ketenscan", &mut page);
    page
}

/// Adds a command and the commands within it: what it does, how it is used, its options and examples.
fn describe(command: &Command, name: &str, page: &mut String) {
    let mut start = Roff::new();
    start.control("SH", [name.to_uppercase().as_str()]);
    start.text([roman(text(command.get_about()))]);
    start.control("PP", []);
    start.text([bold(text(command.get_overridden_usage()))]);
    page.push_str(&start.render());

    page.push_str(&options(command, name == "ketenscan"));

    let examples = text(command.get_after_help());
    if !examples.is_empty() {
        let mut end = Roff::new();
        end.control("SS", ["VOORBEELDEN"]);
        end.control("nf", []);
        examples.lines().for_each(|line| {
            end.text([roman(line)]);
        });
        end.control("fi", []);
        page.push_str(&end.render());
    }
    for within in command.get_subcommands().filter(|within| !within.is_hide_set()) {
        describe(within, &format!("{name} {}", within.get_name()), page);
    }
}

/// The options of a command below their headings. Those that every command takes are described once, with the program.
fn options(command: &Command, everywhere: bool) -> String {
    let hidden = |option: clap::Arg| {
        let repeated = option.get_help_heading() == Some(EVERYWHERE) && !everywhere;
        option.hide(repeated)
    };
    let mut rendered = Vec::new();
    // Writing to memory does not fail.
    let _ = Man::new(command.clone().mut_args(hidden)).render_options_section(&mut rendered);
    String::from_utf8_lossy(&rendered).replace(".SH ", ".SS ")
}

fn text(styled: Option<&clap::builder::StyledStr>) -> String {
    styled.map(ToString::to_string).unwrap_or_default()
}
