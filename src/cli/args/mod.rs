//! The command line as the user sees it, in Dutch: the commands, their help, and the options that all of them take.

mod options;
mod progress;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::values::Colour;

pub use self::options::{
    CheckArgs, CompareArgs, ConsensusArgs, DemoArgs, ExportArgs, QuestionnaireCommand, ReportArgs, ShowArgs,
    TemplateArgs,
};
pub use self::progress::ProgressArgs;

const TEMPLATE: &str = "\
{about}

Gebruik: {usage}

{all-args}{after-help}";

const EXAMPLE: &str = "\
Het jaar van een regio:
  ketenscan sjabloon --regio Voorbeeldland --jaar 2026 \\
      --gemeente Duinstad=52000 --gemeente Veenwold=31000     lege werkboeken
  ketenscan controleer voorbeeldland-2026                     wie stuurde in, wat klopt niet
  ketenscan overleg voorbeeldland-2026                        samen afspreken wat geldt
  ketenscan rapport voorbeeldland-2026                        scores, tekorten, verbeterplan
  ketenscan voortgang reports/voorbeeldland-2026.xlsx         hoe ver is het verbeterplan
  ketenscan vergelijk voorbeeldland-2026 voorbeeldland-2027   een jaar later: wat veranderde er

Eerst kijken hoe het eruitziet?  ketenscan demo";

const EXPORT: &str = "\
Elke tabel is een map, met van elke regio en elk jaar een eigen bestand:
  MAP/antwoorden/voorbeeldland-2026.parquet
      wat elk werkboek op elke vraag antwoordde, met score, gewicht en norm
  MAP/scores/voorbeeldland-2026.parquet
      de scores van keten, stappen, thema's en vragen, zoals in het rapport
  MAP/ambities/…, MAP/planpunten/…
      wat de regio nastreeft, en wat er te verbeteren valt
  MAP/vragen/…, MAP/stappen/…, MAP/themas/…
  MAP/verschijningsvormen/…, MAP/perspectieven/…
      wat de sleutels betekenen, een bestand per vragenlijst
  MAP/datapackage.json
      welke tabellen er zijn en wat elke kolom betekent, voor een programma

Voorbeeld:
  ketenscan exporteer voorbeeldland-2026 voorbeeldland-2027 -o export

pandas, Polars, R, DuckDB, Spark en Power BI lezen elke map in haar geheel.
Excel en LibreOffice in het Nederlands openen die van '--formaat csv-nl' met een
dubbelklik. docs/analyse.md legt de kolommen uit en rekent de scores na.

In de tabellen staat elk antwoord van elke gemeente, met haar naam. Een uitgave
om te delen is er niet van: gebruik daarvoor 'rapport --delen'.";

const CONSENSUS: &str = "\
Eerst antwoordt ieder apart, dan spreekt men samen af wat geldt. Van elke
gemeente die vanuit twee of meer perspectieven antwoordde, en zo ook van de
regio zelf, komt er een werkboek, bijvoorbeeld:
  duinstad-gemeente-gezamenlijk.xlsx
      naast elke vraag wat ieder antwoordde en waarop dat rust; het blad Overleg
      noemt waar de antwoorden het meest uiteenlopen
Bewaar het ingevuld bij de andere werkboeken: wat is afgesproken, telt.

Voorbeeld:
  ketenscan overleg voorbeeldland-2026";

const PROGRESS: &str = "\
Het verbeterplan vult u in in het rapport zelf, op het blad Verbeterplan. Deze
opdracht leest het en verandert er niets aan. U ziet wat gereed is en wat loopt,
van welke punten de datum voorbij is, en wat nog geen eigenaar of datum heeft;
ook per eigenaar en per stap.

Geef er een eerdere versie van hetzelfde rapport bij om te zien wat er intussen
veranderde:
  ketenscan voortgang reports/voorbeeldland-2026.xlsx \\
      'reports/voorbeeldland-2026 (vorige 2026-11-26).xlsx'";

const COMPLETIONS: &str = "\
Bijvoorbeeld voor bash:
  ketenscan aanvullen bash > ~/.local/share/bash-completion/completions/ketenscan
en voor PowerShell, elke keer dat u een venster opent:
  ketenscan aanvullen powershell | Out-String | Invoke-Expression";

/// Zelfscan van de regionale keten tegen schadelijke praktijken
#[derive(Parser, Debug)]
#[command(
    name = "ketenscan",
    version,
    about = "Zelfscan van de regionale keten tegen schadelijke praktijken:\nmaakt vragenlijsten in Excel, leest ze ingevuld terug en maakt het rapport.",
    help_template = TEMPLATE,
    after_help = EXAMPLE,
    override_usage = "ketenscan <OPDRACHT> [OPTIES]",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_value_name = "OPDRACHT",
    subcommand_help_heading = "Opdrachten"
)]
pub struct Cli {
    /// Wat er moet gebeuren
    #[command(subcommand)]
    pub command: Command,

    #[command(flatten)]
    pub questionnaires: Questionnaires,

    /// Opties voor elke opdracht
    #[command(flatten)]
    pub global: Global,

    /// Toon de versie
    #[arg(short = 'V', long = "versie", alias = "version", action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// Heading above the options of nearly every command.
pub const EVERYWHERE: &str = "Voor elke opdracht";

/// The questionnaires to use. Each command that needs them takes these, and so does the program itself: clap would
/// forget a global option given before the command if it is also given after it.
#[derive(Args, Debug, Default)]
pub struct Questionnaires {
    /// Map met een eigen vragenlijst, in plaats van de ingebouwde; mag vaker
    #[arg(long = "vragenlijst", value_name = "MAP", help_heading = EVERYWHERE, display_order = 0)]
    pub folders: Vec<PathBuf>,
}

/// Options that every command takes.
#[derive(Args, Debug)]
#[command(next_help_heading = EVERYWHERE)]
pub struct Global {
    /// Geen meldingen over de voortgang
    #[arg(long = "stil", global = true)]
    pub quiet: bool,

    /// Kleur in meldingen: auto, altijd of nooit
    #[arg(
        long = "kleur",
        value_name = "WANNEER",
        value_enum,
        default_value = "auto",
        global = true,
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub colour: Colour,

    /// Toon deze hulp (ook --hulp)
    #[arg(short = 'h', long = "help", alias = "hulp", action = clap::ArgAction::Help, global = true)]
    help: Option<bool>,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Maak lege werkboeken om in te vullen (template)
    #[command(
        name = "sjabloon",
        alias = "template",
        help_template = TEMPLATE,
        override_usage = "ketenscan sjabloon [OPTIES]"
    )]
    Template(TemplateArgs),
    /// Kijk ingevulde werkboeken na en laat zien wie nog ontbreekt (check)
    #[command(
        name = "controleer",
        alias = "check",
        help_template = TEMPLATE,
        override_usage = "ketenscan controleer [OPTIES] <PAD>…"
    )]
    Check(CheckArgs),
    /// Maak werkboeken om samen per vraag een antwoord af te spreken (consensus)
    #[command(
        name = "overleg",
        alias = "consensus",
        help_template = TEMPLATE,
        override_usage = "ketenscan overleg [OPTIES] <PAD>…",
        after_help = CONSENSUS
    )]
    Consensus(ConsensusArgs),
    /// Maak het rapport van elke regio en elk jaar in de invoer (report)
    #[command(
        name = "rapport",
        alias = "report",
        help_template = TEMPLATE,
        override_usage = "ketenscan rapport [OPTIES] <PAD>…"
    )]
    Report(ReportArgs),
    /// Vergelijk jaren en regio's: wat veranderde er echt (compare)
    #[command(
        name = "vergelijk",
        alias = "compare",
        help_template = TEMPLATE,
        override_usage = "ketenscan vergelijk [OPTIES] <PAD>…"
    )]
    Compare(CompareArgs),
    /// Laat zien hoe ver het verbeterplan van een rapport is (progress)
    #[command(
        name = "voortgang",
        alias = "progress",
        help_template = TEMPLATE,
        override_usage = "ketenscan voortgang [OPTIES] <RAPPORT>…",
        after_help = PROGRESS
    )]
    Progress(ProgressArgs),
    /// Schrijf alle antwoorden en scores als tabellen, om elders mee te rekenen (export)
    #[command(
        name = "exporteer",
        alias = "export",
        help_template = TEMPLATE,
        override_usage = "ketenscan exporteer [OPTIES] <PAD>… -o <MAP>",
        after_help = EXPORT
    )]
    Export(ExportArgs),
    /// Toon of controleer de vragenlijst zelf (questionnaire)
    #[command(
        name = "vragenlijst",
        alias = "questionnaire",
        help_template = TEMPLATE,
        override_usage = "ketenscan vragenlijst <OPDRACHT> [OPTIES]",
        subcommand_value_name = "OPDRACHT",
        subcommand_help_heading = "Opdrachten"
    )]
    Questionnaire {
        #[command(flatten)]
        questionnaires: Questionnaires,
        /// Wat er met de vragenlijst moet gebeuren
        #[command(subcommand)]
        command: QuestionnaireCommand,
    },
    /// Maak vijf verzonnen regio's met ingevulde werkboeken, rapporten en een vergelijking
    #[command(
        name = "demo",
        help_template = TEMPLATE,
        override_usage = "ketenscan demo [OPTIES]"
    )]
    Demo(DemoArgs),
    /// Toon de versie van het programma en de editie van de vragenlijst (version)
    #[command(
        name = "versie",
        alias = "version",
        help_template = TEMPLATE,
        override_usage = "ketenscan versie"
    )]
    Version,
    /// Toon de licentie van ketenscan, en die van de onderdelen van anderen (licences)
    #[command(
        name = "licenties",
        alias = "licences",
        help_template = TEMPLATE,
        override_usage = "ketenscan licenties"
    )]
    Licences,
    /// Schrijf een script waarmee de terminal opdrachten en opties aanvult
    #[command(
        name = "aanvullen",
        alias = "completions",
        help_template = TEMPLATE,
        override_usage = "ketenscan aanvullen <SHELL>",
        after_help = COMPLETIONS
    )]
    Completions {
        /// De shell: bash, elvish, fish, powershell of zsh
        #[arg(
            value_name = "SHELL",
            value_enum,
            hide_possible_values = true,
            help_heading = "Invoer"
        )]
        shell: clap_complete::Shell,
    },
    /// Schrijf de handleiding voor 'man', die bij een uitgave zit
    #[command(name = "manpagina", hide = true, override_usage = "ketenscan manpagina")]
    ManualPage,
    /// Toon de hulp van een opdracht
    #[command(
        name = "help",
        alias = "hulp",
        help_template = TEMPLATE,
        override_usage = "ketenscan help [OPDRACHT]"
    )]
    Help {
        /// De opdracht, zoals rapport of vragenlijst toon
        #[arg(value_name = "OPDRACHT", help_heading = "Invoer")]
        command: Vec<String>,
    },
}
