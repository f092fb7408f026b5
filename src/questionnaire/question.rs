//! A question as data: who answers it, what an answer looks like, and in which rows it is answered.

use super::Kind;
use crate::list::index;

index! {
    /// A theme of a questionnaire.
    ThemeIndex: u16
}
index! {
    /// A practice of a questionnaire.
    PracticeIndex: u16
}
index! {
    /// A perspective of a questionnaire.
    PerspectiveIndex: u16
}
index! {
    /// Someone who knows answers that respondents look up.
    ColleagueIndex: u16
}
index! {
    /// A question of a questionnaire.
    QuestionIndex: u16
}
index! {
    /// A row of a questionnaire.
    RowIndex: u16
}

/// Who answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Each municipality for itself.
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

/// The scale at which something is best organised.
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

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Id; never reused for another question.
    pub id: String,
    /// What is at stake, in a few words; each question has its own.
    pub short: String,
    /// The question itself, in Dutch.
    pub text: String,
    /// What counts, and where to look it up.
    pub help: String,
    /// Number of its step.
    pub step: usize,
    /// Its theme.
    pub theme: ThemeIndex,
    /// Who answers it.
    pub role: Role,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// A number that is higher than this causes a warning: the denominator of a pair, otherwise the answer.
    pub largest: Option<f64>,
    /// Whether it is answered separately for each practice.
    pub per_practice: bool,
    /// The practices that a per-practice question is about; empty means all.
    pub practices: Vec<PracticeIndex>,
    /// Perspectives whose short workbook contains it.
    pub ask: Vec<PerspectiveIndex>,
    /// Who knows what respondents have to look up.
    pub ask_colleague: Vec<ColleagueIndex>,
    /// Its words for community leaders and experts by experience, if they differ.
    pub informal: Option<Informal>,
    /// The score that counts as sufficient, 0 to 100.
    pub norm: f64,
    /// Its weight: 1, 2 or 3.
    pub weight: f64,
    /// Whether the law requires it.
    pub legal: bool,
    /// The scale at which it is best organised.
    pub organise: Scale,
    /// Ids of the recommendations that it measures.
    pub recommendations: Vec<String>,
    /// The next concrete action if the score is below the norm.
    pub action: String,
    /// Whom to involve in that action.
    pub partners: Vec<String>,
    /// The two perspectives that answer about the same agreement: sender, receiver.
    pub handover: Option<(PerspectiveIndex, PerspectiveIndex)>,
    /// Ids in earlier editions that ask the same.
    pub replaces: Vec<String>,
}

/// A question in the words of community leaders (sleutelfiguren) and experts by experience: same arrangement, same levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Informal {
    /// The question itself.
    pub text: String,
    /// What counts.
    pub help: String,
    /// What each level means, for a kind with levels; otherwise empty.
    pub anchors: Vec<String>,
}

/// A question as answered: either a question as a whole, or one practice of a per-practice question.
#[derive(Clone, Debug)]
pub struct Row {
    /// `BES-03`, or `BES-03.vgv` for one practice.
    pub id: String,
    /// The question.
    pub question: QuestionIndex,
    /// The practice, for a per-practice question.
    pub practice: Option<PracticeIndex>,
    /// Its part of the weight of the question.
    pub weight: f64,
}

/// A consistency rule: a fact that may contradict a claim. Both are rows.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The row with the claim.
    pub claim: RowIndex,
    /// The claim is made if its score is at least this.
    pub claim_at_least: f64,
    /// The row with the fact.
    pub fact: RowIndex,
    /// The fact contradicts the claim if its score is below this.
    pub fact_below: f64,
    /// What the report says about it, as a point to discuss.
    pub message: String,
}
