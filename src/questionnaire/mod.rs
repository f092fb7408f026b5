//! The questionnaire of one edition as data: what is asked, of whom, and what counts as enough.

mod builtin;
mod completeness;
pub mod difference;
mod fields;
mod findings;
mod load;
mod regions;
mod rows;

pub use builtin::builtin;
pub use completeness::{check_complete, counts};
pub use load::{SourceFile, load};
pub use regions::{KnownRegion, regions};

/// Steps 0 to 7; step 0 is the foundation, 1 to 7 are the chain.
pub const STEPS: usize = 8;

/// A whole questionnaire. Steps, themes, practices, perspectives, questions and rows are referred
/// to by their index in the lists here; a step's index is its number.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Name that stays the same over editions.
    pub id: String,
    /// Edition, usually the year it appeared.
    pub edition: u16,
    /// Creation date of the templates.
    pub date: Date,
    /// Title for people.
    pub title: String,
    /// What counts as enough.
    pub thresholds: Thresholds,
    /// Steps 0 to 7, in order.
    pub steps: Vec<Step>,
    /// Themes, core themes as flagged.
    pub themes: Vec<Theme>,
    /// Practices (verschijningsvormen).
    pub practices: Vec<Named>,
    /// Perspectives from which a workbook can be filled in.
    pub perspectives: Vec<Perspective>,
    /// The five levels, 0 to 4.
    pub levels: Vec<Level>,
    /// What the Routekaart and other sources ask.
    pub recommendations: Vec<Recommendation>,
    /// Questions in the order of the files.
    pub questions: Vec<Question>,
    /// Questions with the per-practice ones spelled out: what is answered and scored.
    pub rows: Vec<Row>,
    /// Facts against opinions.
    pub rules: Vec<Rule>,
    /// Hash of the definition's files, in lower-case hexadecimal.
    pub sha256: String,
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// What counts as enough. All but `minimum_coverage` are on the scale of scores, 0 to 100.
#[derive(Clone, Copy, Debug)]
pub struct Thresholds {
    /// Norm of a question that names none.
    pub default_norm: f64,
    /// Share of the answers (0 to 1) below which a score is withheld.
    pub minimum_coverage: f64,
    /// Score from which a step holds a case.
    pub continuity: f64,
    /// Score below which a municipality is a white spot for a core theme.
    pub white_spot: f64,
    /// Difference from which the two sides of a handover contradict each other.
    pub handover_difference: f64,
}

/// A key for files and code with a name for people.
#[derive(Clone, Debug)]
pub struct Named {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
}

/// A step of the chain.
#[derive(Clone, Debug)]
pub struct Step {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// Name short enough for a sheet: "Melden" for "Melden en veiligheidsbeoordeling".
    pub short: String,
    /// How its question ids begin.
    pub prefix: String,
    /// What the step is about, for who fills in.
    pub intro: String,
}

/// A theme that runs through the steps.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// One of the four themes that carry the scan.
    pub core: bool,
}

/// From which side a workbook is filled in.
#[derive(Clone, Debug)]
pub struct Perspective {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// Whether these are key figures or experts by experience rather than professionals.
    pub informal: bool,
}

/// One of the five levels.
#[derive(Clone, Debug)]
pub struct Level {
    /// Short label, as in "Geregeld".
    pub label: String,
    /// What it means in general.
    pub description: String,
}

/// What a source asks of a region, in our words.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// Id, as in `R12`.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// The document.
    pub source: String,
    /// Chapter of it.
    pub chapter: String,
    /// Section heading within the chapter.
    pub section: String,
}

/// Who answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Every municipality for itself.
    Municipality,
    /// The region as a whole.
    Region,
}

impl Role {
    /// The key in files: `gemeente` or `regio`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Role::Municipality => "gemeente",
            Role::Region => "regio",
        }
    }

    /// The role with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Role::Municipality, Role::Region]
            .into_iter()
            .find(|role| role.key() == key)
    }
}

/// At which scale something is best arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// By the municipality.
    Local,
    /// By the region.
    Regional,
    /// Nationally.
    National,
}

impl Scale {
    /// The key in files, which is also the Dutch word.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Scale::Local => "lokaal",
            Scale::Regional => "regionaal",
            Scale::National => "landelijk",
        }
    }
}

/// What an answer looks like and how it becomes a score.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Level 0 to 4, each described for this question.
    Level {
        /// What level 0 to 4 look like here.
        anchors: [String; 5],
    },
    /// Ja, deels or nee.
    YesNo,
    /// A part (Teller) of a whole (Noemer).
    Share {
        /// The share that scores 100, above 0 and at most 1.
        target: f64,
    },
    /// What is available (Teller) of what is needed (Noemer).
    Capacity,
    /// A number on a scale of its own.
    Count {
        /// The number that scores 100.
        full_at: f64,
        /// The number that scores 0.
        zero_at: f64,
        /// What is counted, as in "dagen".
        unit: String,
    },
}

impl Kind {
    /// The key in files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Kind::Level { .. } => "level",
            Kind::YesNo => "yes_no",
            Kind::Share { .. } => "share",
            Kind::Capacity => "capacity",
            Kind::Count { .. } => "count",
        }
    }

    /// Whether the answer is a pair of numbers in `Teller` and `Noemer`.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        matches!(self, Kind::Share { .. } | Kind::Capacity)
    }
}

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Id, never reused for another question.
    pub id: String,
    /// The question itself.
    pub text: String,
    /// What counts and where to look it up.
    pub help: String,
    /// Step number.
    pub step: usize,
    /// Index of its theme.
    pub theme: usize,
    /// Who answers it.
    pub role: Role,
    /// What an answer looks like.
    pub kind: Kind,
    /// Whether it is answered for each practice apart.
    pub per_practice: bool,
    /// Practices it is about; empty means all.
    pub practices: Vec<usize>,
    /// Perspectives to whom it is put in their short workbook.
    pub ask: Vec<usize>,
    /// Score that counts as enough, 0 to 100.
    pub norm: f64,
    /// How much it counts: 1, 2 or 3.
    pub weight: f64,
    /// Laid down by law.
    pub legal: bool,
    /// Where it is best arranged.
    pub organise: Scale,
    /// Ids of the recommendations it asks about.
    pub recommendations: Vec<String>,
    /// The next concrete step when short of the norm.
    pub action: String,
    /// Who to involve in that.
    pub partners: Vec<String>,
    /// The two perspectives that answer the same agreement, from sender to receiver.
    pub handover: Option<(usize, usize)>,
    /// Ids of an earlier edition that ask the same.
    pub replaces: Vec<String>,
}

/// A question as answered: itself, or one practice of a per-practice question.
#[derive(Clone, Debug)]
pub struct Row {
    /// `BES-03`, or `BES-03.vgv` for one practice.
    pub id: String,
    /// Index of the question.
    pub question: usize,
    /// Index of the practice, for a per-practice question.
    pub practice: Option<usize>,
    /// Its share of the question's weight.
    pub weight: f64,
}

/// A fact held against an opinion. Claim and fact are rows.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Index of the row with the claim.
    pub claim: usize,
    /// Score from which the claim counts as made.
    pub claim_at_least: f64,
    /// Index of the row with the fact.
    pub fact: usize,
    /// Score below which the fact speaks against the claim.
    pub fact_below: f64,
    /// What to say, as a point to discuss.
    pub message: String,
}

impl Questionnaire {
    /// The question that a row belongs to.
    #[must_use]
    pub fn question_of(&self, row: usize) -> &Question {
        &self.questions[self.rows[row].question]
    }

    /// The row with this id.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.id == id)
    }

    /// Whether a row speaks of this practice: its own, or one that its question names or implies.
    #[must_use]
    pub fn concerns(&self, row: usize, practice: usize) -> bool {
        let question = self.question_of(row);
        match self.rows[row].practice {
            Some(own) => own == practice,
            None => question.practices.is_empty() || question.practices.contains(&practice),
        }
    }

    /// Rows of one role, in order.
    pub fn rows_of(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        (0..self.rows.len()).filter(move |&row| self.question_of(row).role == role)
    }

    /// A step as it is called everywhere: "4 Melden".
    #[must_use]
    pub fn step_title(&self, step: usize) -> String {
        format!("{step} {}", self.steps[step].short)
    }
}
