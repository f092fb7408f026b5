//! Why a job could not be done. Each reason has its facts and a message that names no option or button.

use crate::problem::Problem;
use crate::questionnaire::QuestionnaireId;
use crate::wording::{all_of, count, one_of};

/// Why a job could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There are errors in the input, so nothing was made.
    #[error("in de invoer staan fouten")]
    Faulty,
    /// No workbook has been filled in.
    #[error("in de invoer staat geen ingevuld werkboek")]
    NothingFilledIn,
    /// There are reports, but not the workbooks on which they rest.
    #[error("in de invoer staat geen ingevuld werkboek, alleen een rapport")]
    OnlyReports,
    /// There is no report with a plan to follow.
    #[error("in de invoer staat geen rapport met een verbeterplan")]
    NoReport,
    /// The selection matches nothing; these are the regions and years that there are.
    #[error("in de invoer staat geen ingevuld werkboek van die regio of dat jaar; {}", there_is(.0))]
    NothingChosen(Vec<String>),
    /// All workbooks are blank; they belong to this many regions.
    #[error("van {} is nog geen werkboek ingevuld", count(*.0, "regio", "regio's"))]
    AllBlank(usize),
    /// Municipalities whose inhabitants are needed for weighting.
    #[error("van {} ontbreken de inwoners", all_of(.0))]
    InhabitantsUnknown(Vec<String>),
    /// A shared report that would weight municipalities by their inhabitants.
    #[error(
        "in een uitgave om te delen telt elke gemeente even zwaar: tellen zij naar inwoners, dan verraden dekking en bereik hoeveel inwoners een gemeente heeft, en daarmee welke gemeente het is"
    )]
    WeighedForSharing,
    /// Regions and years with different questionnaires; there is a problem for each.
    #[error("in de invoer staan regio's en jaren van verschillende vragenlijsten")]
    Incomparable(Vec<Problem>),
    /// Two different definitions of the same edition.
    #[error(
        "'{label}' is net als '{other}' vragenlijst '{}', editie {}, maar met een andere inhoud; geef er één van",
        .questionnaire.id,
        .questionnaire.edition
    )]
    SameEdition {
        /// The later definition.
        label: String,
        /// The main file of the earlier one.
        other: String,
        /// The edition that both claim to be.
        questionnaire: QuestionnaireId,
    },
    /// Definitions of different questionnaires, where there must be one; these are their ids.
    #[error("er zijn verschillende vragenlijsten gegeven: {}; geef er één van", all_of(.0))]
    SeveralQuestionnaires(Vec<String>),
    /// Two reports with the same name.
    #[error("twee regio's zouden allebei in '{name}' komen")]
    SameReport {
        /// The name.
        name: String,
    },
    /// Two tables with the same name.
    #[error("twee regio's of vragenlijsten zouden allebei in '{name}' komen; zet ze elk apart in tabellen")]
    SameTable {
        /// The name.
        name: String,
    },
    /// A file that a report or comparison may not replace.
    #[error("{}", .why.words(.name))]
    Irreplaceable {
        /// Its name.
        name: String,
        /// The reason.
        why: Irreplaceable,
    },
    /// No municipality, and no region, answered from two perspectives.
    #[error(
        "nergens in de invoer antwoordden twee perspectieven van één gemeente, of van de regio zelf; er valt niets af te spreken"
    )]
    NobodyToAgree,
    /// A questionnaire without a joint perspective.
    #[error("vragenlijst '{}', editie {}, heeft geen perspectief van allen samen", .0.id, .0.edition)]
    NoJointPerspective(QuestionnaireId),
    /// Two joint workbooks with the same name.
    #[error("twee gezamenlijke werkboeken zouden allebei '{name}' heten; geef de map van één regio en één jaar")]
    SameJointWorkbook {
        /// The name.
        name: String,
    },
    /// No workbook of a year before this one.
    #[error("in de invoer staat geen werkboek van een jaar vóór {0}, dus de naam van de regio is niet bekend")]
    NothingEarlier(u16),
    /// Several regions, where the name of one is to be taken from the input.
    #[error("in de invoer staan verschillende regio's: {}", all_of(.0))]
    SeveralRegions(Vec<String>),
    /// Something that should be a list of municipalities and is not.
    #[error("in '{name}' staat geen lijst van gemeenten: {why}")]
    NoList {
        /// Its name.
        name: String,
        /// The reason, and what to do.
        why: String,
    },
    /// Two workbooks with the same name.
    #[error("twee werkboeken zouden allebei '{name}' heten; geef elke gemeente één keer")]
    SameWorkbook {
        /// The name.
        name: String,
    },
    /// A region's name that contains nothing usable in a file name.
    #[error("'{0}' heeft geen letters of cijfers; geef de naam van de regio")]
    NamelessRegion(String),
    /// The same for a municipality.
    #[error("'{0}' heeft geen naam")]
    NamelessMunicipality(String),
    /// A number of inhabitants that is not valid.
    #[error("'{0}' is geen aantal inwoners")]
    NoInhabitants(String),
    /// A perspective that the questionnaire does not have.
    #[error("'{given}' is geen bekend perspectief; {}", advice(.near.as_deref(), .known))]
    UnknownPerspective {
        /// The key as it was given.
        given: String,
        /// The known key that it resembles most, if any.
        near: Option<String>,
        /// All known keys.
        known: Vec<String>,
    },
    /// A perspective from which nobody fills in a short workbook.
    #[error("'{0}' is wat allen samen afspreken; daarvoor is er geen kort werkboek")]
    JointPerspective(String),
    /// A theme that the questionnaire does not have.
    #[error("'{given}' is geen thema; {}", advice(.near.as_deref(), .known))]
    UnknownTheme {
        /// The key as it was given.
        given: String,
        /// The known key that it resembles most, if any.
        near: Option<String>,
        /// All known keys.
        known: Vec<String>,
    },
    /// A step that does not exist.
    #[error("stap {0} bestaat niet; kies 0 tot en met 7")]
    UnknownStep(usize),
    /// A role that does not exist.
    #[error("'{0}' is geen rol; kies gemeente of regio")]
    UnknownRole(String),
    /// A workbook that could not be made.
    #[error("het werkboek kon niet gemaakt worden")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A chart that could not be drawn.
    #[error(transparent)]
    Picture(#[from] crate::report::chart_image::Error),
    /// A letter that could not be made.
    #[error(transparent)]
    Letter(#[from] crate::report::docx::Error),
    /// A table that could not be made.
    #[cfg(feature = "parquet")]
    #[error("de tabel kon niet gemaakt worden")]
    Table(#[from] crate::export::parquet_file::Error),
    /// A JSON document that could not be made.
    #[error("de JSON kon niet gemaakt worden")]
    Json(#[from] serde_json::Error),
}

/// Why a report or comparison may not replace an existing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Irreplaceable {
    /// It may be a damaged report with somebody's plan in it.
    NoReport,
    /// It may be a damaged comparison.
    NoComparison,
    /// It is a report without a plan that can be read.
    NoPlan,
    /// It is the report of another region or year.
    OtherReport,
    /// People filled in its plan, which a report for sharing leaves out.
    PlanFilledIn,
    /// It is a report not meant for sharing, but the new one is.
    OrdinaryReport,
    /// It is a comparison not meant for sharing, but the new one is.
    OrdinaryComparison,
    /// It is meant for sharing, but the new one is not.
    ForSharing,
}

impl Irreplaceable {
    fn words(self, name: &str) -> String {
        match self {
            Self::NoReport => format!("'{name}' is geen rapport van ketenscan dat gelezen kan worden"),
            Self::NoComparison => format!("'{name}' is geen vergelijking van ketenscan die gelezen kan worden"),
            Self::NoPlan => format!("in '{name}' is het verbeterplan niet te vinden"),
            Self::OtherReport => format!("'{name}' is het rapport van een andere regio of een ander jaar"),
            Self::PlanFilledIn => format!("in '{name}' is het verbeterplan al ingevuld"),
            Self::OrdinaryReport => format!("'{name}' is een gewoon rapport, met namen en herkomst"),
            Self::OrdinaryComparison => format!("'{name}' is een gewone vergelijking, met namen"),
            Self::ForSharing => format!("'{name}' is een uitgave om te delen"),
        }
    }
}

/// The number of regions and years in a sentence.
const MOST_NAMED: usize = 5;

fn there_is(filled_in: &[String]) -> String {
    let mut named: Vec<String> = filled_in.iter().take(MOST_NAMED).cloned().collect();
    match filled_in.len().saturating_sub(MOST_NAMED) {
        0 if named.is_empty() => return "er is nog geen enkel werkboek ingevuld".to_owned(),
        0 => {}
        more => named.push(format!("{more} andere")),
    }
    format!("kies uit {}", one_of(&named))
}

fn advice(near: Option<&str>, known: &[String]) -> String {
    match near {
        Some(near) => format!("bedoelde u '{near}'?"),
        None => format!("kies uit {}", one_of(known)),
    }
}
