//! One question as data: who answers it, what an answer looks like, and the rows it is answered in.

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
    /// Its theme.
    pub theme: ThemeIndex,
    /// Who answers it.
    pub role: Role,
    /// What an answer looks like.
    pub kind: Kind,
    /// Whether it is answered for each practice apart.
    pub per_practice: bool,
    /// Practices it is about; empty means all.
    pub practices: Vec<PracticeIndex>,
    /// Perspectives to whom it is put in their short workbook.
    pub ask: Vec<PerspectiveIndex>,
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
    pub handover: Option<(PerspectiveIndex, PerspectiveIndex)>,
    /// Ids of an earlier edition that ask the same.
    pub replaces: Vec<String>,
}

/// A question as answered: itself, or one practice of a per-practice question.
#[derive(Clone, Debug)]
pub struct Row {
    /// `BES-03`, or `BES-03.vgv` for one practice.
    pub id: String,
    /// The question.
    pub question: QuestionIndex,
    /// The practice, for a per-practice question.
    pub practice: Option<PracticeIndex>,
    /// Its share of the question's weight.
    pub weight: f64,
}

/// A fact held against an opinion. Claim and fact are rows.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The row with the claim.
    pub claim: RowIndex,
    /// Score from which the claim counts as made.
    pub claim_at_least: f64,
    /// The row with the fact.
    pub fact: RowIndex,
    /// Score below which the fact speaks against the claim.
    pub fact_below: f64,
    /// What to say, as a point to discuss.
    pub message: String,
}
