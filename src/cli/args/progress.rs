//! What `voortgang` is given: its inputs and its options, with their help in Dutch.

use std::path::PathBuf;

use clap::Args;
use ketenscan::questionnaire::Date;

use super::options::INPUT;
use crate::cli::values::day;

/// Arguments of `voortgang`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct ProgressArgs {
    /// Rapporten waarin het verbeterplan is ingevuld, of mappen waarin ze staan; een eerdere versie mag erbij
    #[arg(value_name = "RAPPORT", required = true, help_heading = INPUT)]
    pub paths: Vec<PathBuf>,
    /// De dag waarop u de stand wilt weten; zonder --datum vandaag
    #[arg(long = "datum", value_name = "JJJJ-MM-DD", value_parser = day)]
    pub day: Option<Date>,
    /// Map waarin de bestanden komen; zonder -o de map reports
    #[arg(
        short = 'o',
        long = "map",
        value_name = "MAP",
        default_value = "reports",
        hide_default_value = true
    )]
    pub output: PathBuf,
    /// Maak ook een pagina voor in de browser, om te lezen en af te drukken
    #[arg(long)]
    pub html: bool,
    /// Maak ook een agenda (ics) met de datum van elk open punt
    #[arg(long = "agenda")]
    pub calendar: bool,
    /// Schrijf de voortgang ook als JSON
    #[arg(long)]
    pub json: bool,
    /// Vervang bestanden die er al staan; het rapport zelf verandert nooit
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
}
