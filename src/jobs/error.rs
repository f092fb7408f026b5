//! Why a job could not be done: the facts of each reason, worded without naming any option or button.

use crate::problem::Problem;
use crate::questionnaire::QuestionnaireId;
use crate::wording::{all_of, count, one_of};

/// Why a job could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There are errors in the input, and nothing was made.
    #[error("in de invoer staan fouten")]
    Faulty,
    /// No workbook that anybody filled in.
    #[error("in de invoer staat geen ingevuld werkboek")]
    NothingFilledIn,
    /// None of what was chosen.
    #[error("in de invoer staat geen ingevuld werkboek van die regio of dat jaar")]
    NothingChosen,
    /// Workbooks of so many regions, all of them blank.
    #[error("van {} is nog geen werkboek ingevuld", count(*.0, "regio", "regio's"))]
    AllBlank(usize),
    /// Municipalities that cannot be weighed.
    #[error("van {} ontbreken de inwoners", all_of(.0))]
    InhabitantsUnknown(Vec<String>),
    /// Regions and years of different questionnaires, each told.
    #[error("in de invoer staan regio's en jaren van verschillende vragenlijsten")]
    Incomparable(Vec<Problem>),
    /// Two definitions of one edition.
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
        /// What both claim to be.
        questionnaire: QuestionnaireId,
    },
    /// Definitions of different questionnaires, where one is to be asked; their ids.
    #[error("er zijn verschillende vragenlijsten gegeven: {}; geef er één van", all_of(.0))]
    SeveralQuestionnaires(Vec<String>),
    /// Two reports of one name.
    #[error("twee regio's zouden allebei in '{name}' komen")]
    SameReport {
        /// The name.
        name: String,
    },
    /// Something that a report cannot take the place of.
    #[error("{}", .why.words(.name))]
    Irreplaceable {
        /// What it is called.
        name: String,
        /// What speaks against it.
        why: Irreplaceable,
    },
    /// Two workbooks of one name.
    #[error("twee werkboeken zouden allebei '{name}' heten; geef elke gemeente één keer")]
    SameWorkbook {
        /// The name.
        name: String,
    },
    /// A region's name of which nothing would be left in a file's name.
    #[error("'{0}' heeft geen letters of cijfers; geef de naam van de regio")]
    NamelessRegion(String),
    /// The same of a municipality.
    #[error("'{0}' heeft geen naam")]
    NamelessMunicipality(String),
    /// What should be a number of inhabitants.
    #[error("'{0}' is geen aantal inwoners")]
    NoInhabitants(String),
    /// A perspective that the questionnaire does not have.
    #[error("'{given}' is geen bekend perspectief; {}", advice(.near.as_deref(), .known))]
    UnknownPerspective {
        /// The key as it was given.
        given: String,
        /// The known key that it resembles most.
        near: Option<String>,
        /// All known keys.
        known: Vec<String>,
    },
    /// A theme that the questionnaire does not have.
    #[error("'{given}' is geen thema; {}", advice(.near.as_deref(), .known))]
    UnknownTheme {
        /// The key as it was given.
        given: String,
        /// The known key that it resembles most.
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
    /// A table that could not be made.
    #[cfg(feature = "parquet")]
    #[error("de tabel kon niet gemaakt worden")]
    Table(#[from] crate::export::parquet_file::Error),
    /// A JSON document that could not be made.
    #[error("de JSON kon niet gemaakt worden")]
    Json(#[from] serde_json::Error),
}

/// What keeps a report from taking the place of what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Irreplaceable {
    /// It may be a report that was damaged, with somebody's plan in it.
    NoReport,
    /// People filled in its plan, which a report to be passed on leaves out.
    PlanFilledIn,
    /// It is not to be passed on, and would be taken for what is.
    NotForSharing,
}

impl Irreplaceable {
    fn words(self, name: &str) -> String {
        match self {
            Self::NoReport => format!("'{name}' is geen rapport van ketenscan dat gelezen kan worden"),
            Self::PlanFilledIn => format!("in '{name}' is het verbeterplan al ingevuld"),
            Self::NotForSharing => format!("'{name}' is een gewoon rapport, met namen en herkomst"),
        }
    }
}

fn advice(near: Option<&str>, known: &[String]) -> String {
    match near {
        Some(near) => format!("bedoelde u '{near}'?"),
        None => format!("kies uit {}", one_of(known)),
    }
}
