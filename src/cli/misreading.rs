//! Takes the arguments; returns the command that they give and, in Dutch, the first one that the parser would misread.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};

use ketenscan::spelling::nearest;

use super::args::Cli;

/// The first mistake that the parser would not notice. Either several letters after a single dash, of which it reads
/// the first as an option and the rest as its value (`-overschrijf` as the folder `verschrijf`); or an option given
/// both before and after the command, of which it forgets the first.
pub fn mistake(given: &[OsString]) -> Option<String> {
    let mut program = Cli::command();
    program.build();
    let words = words(given);
    let (commands, words) = without_values(&program, &words);
    let command = commands.last().copied().unwrap_or(&program);
    let mut one_dash = words.iter().filter_map(|word| one_dash(word, command));
    one_dash.next().or_else(|| {
        let twice = program.get_arguments().find(|option| is_given_twice(option, &words));
        twice.map(|option| format!("'{option}' is te vaak gegeven."))
    })
}

/// Whether a command that can give JSON is asked to; why it cannot run is then said in JSON as well.
pub fn asks_for_json(given: &[OsString]) -> bool {
    let mut program = Cli::command();
    program.build();
    let words = words(given);
    let (commands, words) = without_values(&program, &words);
    let gives_json = |command: &&Command| command.get_arguments().any(|option| option.get_long() == Some("json"));
    words.contains(&"--json") && commands.last().is_some_and(gives_json)
}

/// The command that is given as its help names it, "vragenlijst toon"; empty if none is.
pub fn command(given: &[OsString]) -> String {
    let mut program = Cli::command();
    program.build();
    let (commands, _) = without_values(&program, &words(given));
    let names: Vec<&str> = commands.iter().map(|command| command.get_name()).collect();
    names.join(" ")
}

/// The words given after the name of the program.
fn words(given: &[OsString]) -> Vec<&str> {
    let words = given.iter().skip(1).filter_map(|word| word.to_str());
    // Whatever follows is a file name, no matter what it looks like.
    words.take_while(|word| *word != "--").collect()
}

/// The commands that are given, each within the one before it, and the words without those that are values of the options before them:
/// in `--vragenlijst rapport controleer`, `rapport` is a folder.
fn without_values<'c, 'w>(program: &'c Command, words: &[&'w str]) -> (Vec<&'c Command>, Vec<&'w str>) {
    let (mut command, mut commands, mut kept) = (program, Vec::new(), Vec::new());
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        if let Some(within) = command.find_subcommand(word) {
            command = within;
            commands.push(within);
        }
        kept.push(word);
        if let Some(option) = takes_next(word, command)
            && let Some(value) = words.clone().next()
            && (!value.starts_with('-') || option.is_allow_negative_numbers_set() && value.parse::<f64>().is_ok())
        {
            words.next();
        }
    }
    (commands, kept)
}

/// The option that this word is, if its value is the word after it.
fn takes_next<'c>(word: &str, command: &'c Command) -> Option<&'c Arg> {
    let option = command.get_arguments().find(|option| match word.strip_prefix("--") {
        Some(name) => names(option).any(|known| known == name),
        None => option.get_short().is_some_and(|letter| word == format!("-{letter}")),
    })?;
    option.get_action().takes_values().then_some(option)
}

fn one_dash(word: &str, command: &Command) -> Option<String> {
    let written = word.strip_prefix('-').filter(|written| !written.starts_with('-'))?;
    let name = written.split('=').next().filter(|name| name.chars().count() > 1)?;
    let option = option_like(name, command);
    if option.is_some_and(|option| matches!(option.get_action(), ArgAction::Help)) {
        // The parser reads it the same way.
        return None;
    }
    let short = command
        .get_arguments()
        .find(|option| name.starts_with(option.get_short().unwrap_or('-')));
    let has_value = short.is_some_and(|option| option.get_action().takes_values());
    match option.and_then(Arg::get_long) {
        Some(long) => Some(format!("'{word}' is hier geen bekende optie. Bedoelde u '--{long}'?")),
        None if has_value => None,
        None => Some(format!("'{word}' is hier geen bekende optie.")),
    }
}

/// The option of the command with this name, or one much like it.
fn option_like<'c>(name: &str, command: &'c Command) -> Option<&'c Arg> {
    let initial = |word: &str| word.chars().next().map(|letter| letter.to_ascii_lowercase());
    let begins_alike = |known: &&str| initial(known) == initial(name);
    let near = nearest(name, command.get_arguments().flat_map(names).filter(begins_alike))?;
    command
        .get_arguments()
        .find(|option| names(option).any(|known| known == near))
}

fn names(option: &Arg) -> impl Iterator<Item = &str> {
    option
        .get_long()
        .into_iter()
        .chain(option.get_all_aliases().unwrap_or_default())
}

/// Whether an option that every command takes, and that may be given once, is among these words more than once.
fn is_given_twice(option: &Arg, words: &[&str]) -> bool {
    let is_it = |word: &&&str| {
        let name = word.strip_prefix("--").and_then(|word| word.split('=').next());
        name.is_some_and(|name| names(option).any(|known| known == name))
    };
    let once = matches!(option.get_action(), ArgAction::Set | ArgAction::SetTrue);
    option.is_global_set() && once && words.iter().filter(is_it).count() > 1
}
