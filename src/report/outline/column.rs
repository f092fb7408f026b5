//! The columns of tables: each has a key, which determines the words of its header, so that terms are the same
//! everywhere.

use crate::plan::{CONCLUSION, FIELDS, POINT, TO_DISCUSS};
use crate::questionnaire::{PracticeIndex, ThemeIndex};
use crate::workbook::layout::header;

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it contains.
    pub key: ColumnKey,
    /// Its header.
    pub header: String,
    /// Width in characters.
    pub width: u16,
    /// Across how many columns of a sheet it lies, so that words have room below figures of another table.
    pub across: u16,
}

/// What a column contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKey {
    /// Something that always has the same header.
    Named(Header),
    /// Values for a step.
    Step(usize),
    /// Values for a practice.
    Practice(PracticeIndex),
    /// Values for a theme.
    Theme(ThemeIndex),
    /// Values for a region, by its position in the table.
    Region(usize),
    /// A key figure, by its position in the table.
    KeyFigure(usize),
    /// A figure of a year.
    Year(Figure, u16),
    /// What people fill in in a plan: one of [`FIELDS`].
    Field(usize),
    /// The points of a plan with a status, in the order of [`Status`](crate::plan::Status); last, those without.
    PlanStatus(usize),
    /// A column that people added to a plan, in the order of those in the table.
    Added(usize),
}

/// Which figure of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A score.
    Score,
    /// The lowest possible score.
    Low,
    /// The highest possible score.
    High,
}

impl Column {
    /// A column with a specific header.
    pub(in crate::report) fn new(key: ColumnKey, header: impl Into<String>, width: u16) -> Self {
        Self {
            key,
            header: header.into(),
            width,
            across: 1,
        }
    }

    /// The same column, across several columns of a sheet, which are as wide together.
    pub(in crate::report) fn across(self, columns: u16) -> Self {
        Self {
            across: columns,
            ..self
        }
    }

    /// A column with the same header everywhere.
    pub(in crate::report) fn named(header: Header, width: u16) -> Self {
        Self::new(header.into(), header.words(), width)
    }

    /// The columns that people fill in in a plan.
    pub(in crate::report) fn fields(width: u16) -> impl Iterator<Item = Self> {
        let fields = FIELDS.iter().enumerate();
        fields.map(move |(index, field)| Self::new(ColumnKey::Field(index), *field, width))
    }
}

/// Columns from headers and widths.
pub(in crate::report) fn columns<const N: usize>(columns: [(Header, u16); N]) -> Vec<Column> {
    columns.map(|(header, width)| Column::named(header, width)).to_vec()
}

impl From<Header> for ColumnKey {
    fn from(header: Header) -> Self {
        ColumnKey::Named(header)
    }
}

macro_rules! headers {
    ($($key:ident = $words:expr,)+) => {
        /// The name of a column.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Header {
            $(#[doc = stringify!($key)] $key,)+
        }

        impl Header {
            /// The words of the header.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$key => $words,)+
                }
            }
        }
    };
}

headers! {
    Id = header::ID,
    Point = POINT,
    Step = header::STEP,
    Theme = "Thema",
    Practice = header::PRACTICE,
    Municipality = header::MUNICIPALITY,
    Inhabitants = header::INHABITANTS,
    Question = header::QUESTION,
    Answer = header::ANSWER,
    Evidence = header::EVIDENCE,
    Ambition = header::AMBITION,
    AmbitionInWords = "Ambitie in woorden",
    Role = "Rol",
    Perspective = "Perspectief",
    Score = "Score",
    Norm = "Norm",
    Range = "Bereik",
    Lowest = "Laagst",
    Highest = "Hoogst",
    Coverage = "Dekking",
    Applicable = "Van toepassing",
    Status = "Stand",
    StrictRange = "Bereik als n.v.t. onbekend was",
    StrictStatus = "Stand als n.v.t. onbekend was",
    BecauseOf = "Waardoor",
    Gap = "Tekort",
    MeanGap = "Gemiddeld tekort",
    Spread = "Spreiding",
    Weight = "Gewicht",
    Votes = "Speerpunt",
    InWords = "In woorden",
    OwnScore = "Eigen score",
    OwnGap = "Eigen tekort",
    OwnAnswer = "Eigen antwoord",
    Region = "Regio",
    Legal = "Wettelijk",
    FirstStep = "Eerste stap",
    Where = "Waar regelen",
    WithWhom = "Met wie",
    AlreadyThere = "Wat er al is",
    Difference = "Verschil",
    Fact = "Feit",
    Unknown = "Onbekend",
    ToDiscuss = TO_DISCUSS,
    Conclusion = CONCLUSION,
    Whose = "Van wie",
    Joint = "Afgesproken",
    Asked = "Wat wordt gevraagd",
    Questions = "Vragen",
    Source = "Bron",
    Chapter = "Hoofdstuk",
    Section = "Paragraaf",
    FileName = "Bestand",
    From = "Van",
    Answered = "Beantwoord",
    DoNotKnow = "Weet ik niet",
    NotApplicable = "N.v.t.",
    Blank = "Leeg",
    Hash = "Kenmerk (SHA-256)",
    Place = "Plaats",
    Code = "Code",
    Finding = "Bevinding",
    Sheet = "Blad",
    Cell = "Cel",
    Threshold = "Grens",
    Value = "Waarde",
    OfWhichReal = "Waarvan echt",
    WhatChanged = "Wat er veranderde",
    Total = "Totaal",
    Real = "Echt",
    Apparent = "Schijn",
    Chain = "Keten",
    Years = "Jaren",
    OtherAnswers = "Andere antwoorden",
    OtherParticipants = "Andere deelnemers",
    OtherQuestionnaire = "Andere vragenlijst",
    MatchedAnswers = "Antwoorden in beide jaren",
    NotComparable = "Niet vergelijkbaar",
    PlanStatus = "Status",
    ReadyBy = "Gereed op",
    Points = "Punten",
    Overdue = "Datum voorbij",
    RealDifference = "Echt verschil",
    Outcome = "Wat ervan kwam",
    ScoredRegions = "Regio's met een score",
    Minimum = "Laagste",
    FirstQuartile = "Eerste kwartiel",
    Median = "Mediaan",
    ThirdQuartile = "Derde kwartiel",
    Maximum = "Hoogste",
    LowerHalf = "Van eerste kwartiel tot mediaan",
    UpperHalf = "Van mediaan tot derde kwartiel",
    AtNorm = "Wie de norm haalt",
    RegionAndYear = "Regio en jaar",
    RegionAndYears = "Regio en jaren",
    Edition = "Editie",
    Editions = "Edities",
    Questionnaire = "Vragenlijst",
    Workbooks = "Werkboeken",
    TookPart = "Gemeenten die meededen",
    Expected = "Gemeenten verwacht",
    RegionItself = "Regio zelf",
    RowsInBoth = "Regels in beide",
    NewRows = "Nieuwe regels",
    DroppedRows = "Vervallen regels",
    Stayed = "Deelnemers in beide",
    Joined = "Nieuw",
    Left = "Weggevallen",
    Merged = "Samengegaan",
    JointOnce = "Gezamenlijk in één jaar",
    Earlier = "Eerder",
    Later = "Later",
}
