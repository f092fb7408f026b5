//! What people fill in, in the improvement plan of a report.

/// The statuses of a point of the plan.
pub const STATUSES: [&str; 4] = ["Niet gestart", "Loopt", "Gereed", "Vervallen"];

/// Headers of the columns that people fill in, in order; the last takes one of [`STATUSES`].
pub const FIELDS: [&str; 7] = [
    "Nog te doen",
    "Betrokken",
    "Wie missen we nog",
    "Wanneer tevreden",
    "Eigenaar (functie)",
    "Gereed op",
    "Status",
];

/// How many of [`FIELDS`] hold free text: all but a date and a status, which come last.
pub const FREE_TEXTS: usize = FIELDS.len() - 2;

/// One point of the plan as filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanEntry {
    /// Id of the row it is about.
    pub id: String,
    /// What was filled in, in the order of [`FIELDS`]; empty where nothing was.
    pub fields: [String; FIELDS.len()],
}

impl PlanEntry {
    /// Whether anything was filled in.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        self.fields.iter().any(|field| !field.is_empty())
    }
}
