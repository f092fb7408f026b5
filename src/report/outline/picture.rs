//! What a picture shows: its figures and words, by the kind of question that it answers.

use crate::scoring::Total;

/// What a picture shows. Scores run from 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// Where does a case stall: practices by steps.
    Chain(Chain),
    /// How far is each from its norm.
    Ranges(Vec<RangeBar>),
    /// Who sees it differently.
    Dumbbells(Dumbbells),
    /// Where does attention go first: steps by themes.
    Heat(Heat),
    /// What happened over the years.
    Multiples(Multiples),
    /// Where does one stand among others, without a rank.
    Strips(Strips),
    /// How much is it, and what does it consist of.
    Bars(Bars),
}

/// The links of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The names of the steps, in order.
    pub steps: Vec<String>,
    /// For each practice its name and what each step does with a case.
    pub practices: Vec<(String, Vec<ChainLink>)>,
    /// The score from which a link holds.
    pub threshold: f64,
}

/// One link of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainLink {
    /// What happens to a case.
    pub state: Sign,
    /// "58–67", or nothing.
    pub range: String,
    /// Because of which part it stalls or is not certain, in one word; empty if it holds.
    pub part: &'static str,
}

/// A score with what it may still become, and what it is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeBar {
    /// What it is about.
    pub name: String,
    /// `None` if withheld.
    pub score: Option<f64>,
    /// The lowest and highest that the score may still become.
    pub range: Option<(f64, f64)>,
    /// The norm.
    pub norm: Option<f64>,
    /// What the region wants to reach.
    pub ambition: Option<f64>,
    /// The verdict.
    pub verdict: Sign,
    /// The same in words: "9 onder de norm".
    pub words: String,
}

/// A score as a mark, and its range as a line through it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ranged {
    /// The score; `None` if it is withheld or there is none.
    pub score: Option<f64>,
    /// The lowest and highest that the score may still become; `None` if that is not computed.
    pub range: Option<(f64, f64)>,
}

impl From<&Total> for Ranged {
    fn from(total: &Total) -> Self {
        Self {
            score: total.score,
            range: total.low.zip(total.high),
        }
    }
}

/// A score of which no range is computed.
impl From<Option<f64>> for Ranged {
    fn from(score: Option<f64>) -> Self {
        Self { score, range: None }
    }
}

/// A verdict as a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// ▲: holds, at the norm.
    Good,
    /// ◆: not certain.
    Uncertain,
    /// ▼: stalls, below the norm.
    Short,
    /// –: not known.
    Unknown,
}

/// Scores that several give to the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbells {
    /// Who they are, in order.
    pub who: Vec<String>,
    /// For each subject, its name, its norm, and the score that each gives; `None` if withheld or not given.
    pub rows: Vec<DumbbellRow>,
}

/// A row of [`Dumbbells`].
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellRow {
    /// What it is about.
    pub name: String,
    /// The norm.
    pub norm: Option<f64>,
    /// The score that each gives.
    pub scores: Vec<Ranged>,
}

/// A table whose colour means below the norm.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// Each row with its name and cells.
    pub rows: Vec<(String, Vec<HeatCell>)>,
}

/// A cell of [`Heat`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HeatCell {
    /// Nothing is asked.
    Nothing,
    /// Too few answers.
    TooFew,
    /// A score, and the points that it is below its norm; 0 if it is at or just below it.
    Score {
        /// The score.
        score: f64,
        /// Points below the norm, as the figures show.
        short: f64,
    },
}

impl HeatCell {
    /// What a cell says if nothing is asked.
    pub const NOT_ASKED: &str = "geen vragen";
}

/// Small charts with one axis, each over the same years.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// The years, in order and without gaps.
    pub years: Vec<u16>,
    /// Years with other participants than the year before.
    pub changed: Vec<u16>,
    /// The charts.
    pub panels: Vec<Panel>,
}

/// One of [`Multiples`].
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What it is about.
    pub name: String,
    /// The norm of the last year.
    pub norm: Option<f64>,
    /// Its score in each year.
    pub points: Vec<Ranged>,
}

/// Where one stands among others.
#[derive(Clone, Debug, PartialEq)]
pub struct Strips {
    /// Who it is about.
    pub who: String,
    /// For each subject its name and scores.
    pub rows: Vec<Strip>,
}

/// A row of [`Strips`].
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// What it is about.
    pub name: String,
    /// The score of the one that it is about.
    pub own: Ranged,
    /// The scores of the others, in ascending order.
    pub others: Vec<f64>,
    /// The first and third quartile.
    pub middle: Option<(f64, f64)>,
}

/// Amounts in points, in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The names of the parts, in order.
    pub parts: Vec<String>,
    /// The rows.
    pub rows: Vec<Bar>,
}

/// A row of [`Bars`].
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is about.
    pub name: String,
    /// The size of its parts; none if there is no figure.
    pub parts: Vec<f64>,
    /// The total of a change, which may have more parts than are shown; `None` if it is no change.
    pub total: Option<f64>,
}
