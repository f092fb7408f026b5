//! What each command is given: its inputs and its options, with their help in Dutch.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Questionnaires, TEMPLATE};
use crate::cli::values::{Format, WeightingArg, name, step, year};

/// Heading above the inputs of a command.
pub(super) const INPUT: &str = "Invoer";

/// Arguments of `sjabloon`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
pub struct TemplateArgs {
    /// Naam van de regio; zonder regio en jaar komen er twee blanco werkboeken
    #[arg(long = "regio", value_name = "NAAM", requires = "year")]
    pub region: Option<String>,
    /// Jaar waarvoor de antwoorden gelden
    #[arg(long = "jaar", value_name = "JJJJ", value_parser = year, allow_negative_numbers = true)]
    pub year: Option<u16>,
    /// Gemeente, met zo mogelijk haar aantal inwoners; mag vaker
    #[arg(long = "gemeente", value_name = "NAAM[=INWONERS]", requires = "year")]
    pub municipalities: Vec<String>,
    /// Lijst van gemeenten, als CSV of werkboek met de kolommen 'Gemeente' en 'Inwoners'
    #[arg(long = "gemeenten", value_name = "BESTAND", requires = "year")]
    pub list: Option<PathBuf>,
    /// Maak ook een kort werkboek met alleen de vragen voor dit perspectief; mag vaker
    #[arg(long = "perspectief", value_name = "SLEUTEL", requires = "year")]
    pub perspectives: Vec<String>,
    /// Werkboeken en rapporten van een eerder jaar, of de map ermee: wat toen is geantwoord en gepland, komt naast de vragen, en
    /// wat u hier niet noemt (regio, gemeenten, perspectieven), wordt overgenomen; mag vaker
    #[arg(long = "vorige", value_name = "PAD", requires = "year")]
    pub previous: Vec<PathBuf>,
    /// Map waarin de werkboeken komen; zonder -o de huidige map
    #[arg(short = 'o', long = "map", value_name = "MAP")]
    pub output: Option<PathBuf>,
    /// Vervang werkboeken die er al staan; wat erin is ingevuld, blijft bewaard als '… (vorige JJJJ-MM-DD).xlsx'
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
    #[command(flatten)]
    pub questionnaires: Questionnaires,
}

/// Arguments of `controleer`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
pub struct CheckArgs {
    /// Werkboeken, of mappen waarin ze staan
    #[arg(value_name = "PAD", required = true, help_heading = INPUT)]
    pub paths: Vec<PathBuf>,
    /// Schrijf het resultaat als JSON naar de standaarduitvoer
    #[arg(long)]
    pub json: bool,
    /// Bestand waarin alle bevindingen komen; op het scherm staat dan alleen wie wat instuurde
    #[arg(short = 'o', long = "bestand", value_name = "BESTAND")]
    pub output: Option<PathBuf>,
    /// Map waarin voor elke afzender een bericht komt: wat nog open is en wat niet klopt
    #[arg(long = "berichten", value_name = "MAP")]
    pub letters: Option<PathBuf>,
    /// Vervang bevindingen en berichten die er al staan
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
    #[command(flatten)]
    pub questionnaires: Questionnaires,
}

/// Arguments of `overleg`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
pub struct ConsensusArgs {
    /// Ingevulde werkboeken, of mappen waarin ze staan
    #[arg(value_name = "PAD", required = true, help_heading = INPUT)]
    pub paths: Vec<PathBuf>,
    /// Map waarin de werkboeken komen; zonder -o de map van de ingevulde werkboeken
    #[arg(short = 'o', long = "map", value_name = "MAP")]
    pub output: Option<PathBuf>,
    /// Vervang werkboeken die er al staan; wat erin is ingevuld, blijft bewaard als '… (vorige JJJJ-MM-DD).xlsx'
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
    #[command(flatten)]
    pub questionnaires: Questionnaires,
}

/// Arguments of `rapport`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct ReportArgs {
    /// Werkboeken, of mappen waarin ze staan
    #[arg(value_name = "PAD", required = true, help_heading = INPUT)]
    pub paths: Vec<PathBuf>,
    /// Map waarin het rapport komt; zonder -o de map reports
    #[arg(
        short = 'o',
        long = "map",
        value_name = "MAP",
        default_value = "reports",
        hide_default_value = true
    )]
    pub output: PathBuf,
    /// Schrijf de cijfers ook als JSON
    #[arg(long)]
    pub json: bool,
    /// Maak ook een pagina voor in de browser, en een voor elke gemeente
    #[arg(long)]
    pub html: bool,
    /// Maak ook losse grafieken (SVG en PNG) voor in een presentatie
    #[arg(long = "grafieken")]
    pub pictures: bool,
    /// Maak ook een brief van één vel voor college en raad, om in Word aan te passen (docx)
    #[arg(long = "raadsbrief")]
    pub letter: bool,
    /// Hoe gemeenten tellen: gelijk, of naar inwoners
    #[arg(
        long = "weging",
        value_name = "WEGING",
        value_enum,
        default_value = "gelijk",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub weighting: WeightingArg,
    /// Maak een uitgave om te delen, waaruit niet is af te leiden wat één gemeente, organisatie of deskundige antwoordde
    #[arg(long = "delen")]
    pub share: bool,
    /// Laat werkboeken en antwoorden met fouten weg, in plaats van te stoppen
    #[arg(long = "sla-fouten-over")]
    pub skip_errors: bool,
    /// Vervang een rapport dat er al staat; is er iets in gedaan, dan blijft het bewaard als '… (vorige JJJJ-MM-DD).xlsx'
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
    /// Alleen dit jaar
    #[arg(long = "jaar", value_name = "JJJJ", value_parser = year, allow_negative_numbers = true)]
    pub year: Option<u16>,
    /// Alleen deze regio
    #[arg(long = "regio", value_name = "NAAM", value_parser = name)]
    pub region: Option<String>,
    #[command(flatten)]
    pub questionnaires: Questionnaires,
}

/// Arguments of `vergelijk`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct CompareArgs {
    /// Werkboeken van een of meer jaren en regio's, of mappen waarin ze staan; rapporten met een ingevuld plan mogen mee
    #[arg(value_name = "PAD", required = true, help_heading = INPUT)]
    pub paths: Vec<PathBuf>,
    /// Map waarin de vergelijking komt; zonder -o de map reports
    #[arg(
        short = 'o',
        long = "map",
        value_name = "MAP",
        default_value = "reports",
        hide_default_value = true
    )]
    pub output: PathBuf,
    /// Schrijf de cijfers ook als JSON
    #[arg(long)]
    pub json: bool,
    /// Maak ook een pagina voor in de browser
    #[arg(long)]
    pub html: bool,
    /// Maak ook losse grafieken (SVG en PNG) voor in een presentatie
    #[arg(long = "grafieken")]
    pub pictures: bool,
    /// Maak een uitgave om te delen, waaruit niet is af te leiden wat één gemeente, organisatie of deskundige antwoordde
    #[arg(long = "delen")]
    pub sharing: bool,
    /// Vervang een vergelijking die er al staat; is er iets in gedaan, dan blijft zij bewaard als '… (vorige JJJJ-MM-DD).xlsx'
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
    #[command(flatten)]
    pub questionnaires: Questionnaires,
}

/// Arguments of `exporteer`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
pub struct ExportArgs {
    /// Werkboeken van een of meer jaren en regio's, of mappen waarin ze staan
    #[arg(value_name = "PAD", required = true, help_heading = INPUT)]
    pub paths: Vec<PathBuf>,
    /// Map waarin de tabellen komen
    #[arg(short = 'o', long = "map", value_name = "MAP")]
    pub output: PathBuf,
    /// Bestanden als parquet, csv of csv-nl; zonder deze optie parquet
    #[arg(
        long = "formaat",
        value_name = "FORMAAT",
        value_enum,
        default_value_t = Format::Parquet,
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: Format,
    /// Vervang tabellen van dezelfde regio en hetzelfde jaar
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
    #[command(flatten)]
    pub questionnaires: Questionnaires,
}

/// What to do with the questionnaire.
#[derive(Subcommand, Debug)]
pub enum QuestionnaireCommand {
    /// Kijk de vragenlijst na: alle fouten tegelijk, met bestand en regel
    #[command(
        name = "controleer",
        alias = "check",
        help_template = TEMPLATE,
        override_usage = "ketenscan vragenlijst controleer [OPTIES]"
    )]
    Check {
        #[command(flatten)]
        questionnaires: Questionnaires,
    },
    /// Toon de vragen
    #[command(
        name = "toon",
        alias = "show",
        help_template = TEMPLATE,
        override_usage = "ketenscan vragenlijst toon [OPTIES]"
    )]
    Show(ShowArgs),
    /// Toon het verschil tussen twee edities: nieuw, vervallen, anders verwoord, vervangen
    #[command(
        name = "verschil",
        alias = "diff",
        help_template = TEMPLATE,
        override_usage = "ketenscan vragenlijst verschil [OPTIES] <A> <B>"
    )]
    Difference {
        /// Map met de eerdere editie
        #[arg(value_name = "A", help_heading = INPUT)]
        earlier: PathBuf,
        /// Map met de latere editie
        #[arg(value_name = "B", help_heading = INPUT)]
        later: PathBuf,
    },
}

/// Arguments of `vragenlijst toon`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
pub struct ShowArgs {
    /// Alleen deze stap, 0 tot en met 7
    #[arg(long = "stap", value_name = "N", value_parser = step, allow_negative_numbers = true)]
    pub step: Option<usize>,
    /// Alleen dit thema (sleutel)
    #[arg(long = "thema", value_name = "T")]
    pub theme: Option<String>,
    /// Alleen deze rol: gemeente of regio
    #[arg(long = "rol", value_name = "R")]
    pub role: Option<String>,
    /// Toon welke vragen bij welke aanbeveling horen
    #[arg(long = "routekaart")]
    pub recommendations: bool,
    /// Schrijf de vragen als JSON, of met --routekaart de aanbevelingen
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub questionnaires: Questionnaires,
}

/// Arguments of `demo`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opties")]
pub struct DemoArgs {
    /// Map waarin de demo komt; zonder -o de map reports/demo
    #[arg(
        short = 'o',
        long = "map",
        value_name = "MAP",
        default_value = "reports/demo",
        hide_default_value = true
    )]
    pub output: PathBuf,
    /// Vervang een demo die er al staat
    #[arg(long = "overschrijf")]
    pub overwrite: bool,
    /// Een heel land aan verzonnen regio's, om de snelheid te meten
    #[arg(long = "landelijk", hide = true)]
    pub national: bool,
}
