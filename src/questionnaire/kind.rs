//! The kinds of question and the fields that only they have: read from a definition, compared and named.

use super::findings::DefinitionFinding as F;
use super::load::fields::Fields;
use super::load::known::Known;

/// Five longer anchors below one another would not fit in the help column of the workbook.
const LONGEST_ANCHOR: usize = 170;

/// What an answer looks like and how it is scored.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Level 0 to 4, each described for this question.
    Level {
        /// What each level from 0 to 4 means for this question.
        anchors: [String; 5],
    },
    /// Ja, deels or nee.
    YesNo,
    /// A part (Teller) of a whole (Noemer).
    Share {
        /// The proportion that scores 100; above 0 and at most 1.
        target: f64,
    },
    /// What is available (Teller) out of what is needed (Noemer).
    Capacity,
    /// A number on a scale of its own.
    Count {
        /// The number that scores 100.
        full_at: f64,
        /// The number that scores 0.
        zero_at: f64,
        /// What is counted, such as "dagen".
        unit: String,
    },
}

/// How a kind is written in a definition.
struct Written {
    key: &'static str,
    /// The fields that only this kind has.
    own: &'static [&'static str],
    read: fn(&Fields) -> Option<Kind>,
}

const LEVEL: Written = Written {
    key: "level",
    own: &["anchors"],
    read: level,
};
const YES_NO: Written = Written {
    key: "yes_no",
    own: &[],
    read: |_| Some(Kind::YesNo),
};
const SHARE: Written = Written {
    key: "share",
    own: &["target"],
    read: share,
};
const CAPACITY: Written = Written {
    key: "capacity",
    own: &[],
    read: |_| Some(Kind::Capacity),
};
const COUNT: Written = Written {
    key: "count",
    own: &["full_at", "zero_at", "unit"],
    read: count,
};

/// Every kind, in the order in which messages list them.
const KINDS: [Written; 5] = [LEVEL, YES_NO, SHARE, CAPACITY, COUNT];

impl Kind {
    /// The key in files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Kind::Level { .. } => LEVEL.key,
            Kind::YesNo => YES_NO.key,
            Kind::Share { .. } => SHARE.key,
            Kind::Capacity => CAPACITY.key,
            Kind::Count { .. } => COUNT.key,
        }
    }

    /// Whether the answer is a pair of numbers in `Teller` and `Noemer`.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        match self {
            Kind::Share { .. } | Kind::Capacity => true,
            Kind::Level { .. } | Kind::YesNo | Kind::Count { .. } => false,
        }
    }

    /// The description of each level, for a kind with levels.
    #[must_use]
    pub fn anchors(&self) -> &[String] {
        match self {
            Kind::Level { anchors } => anchors,
            Kind::YesNo | Kind::Share { .. } | Kind::Capacity | Kind::Count { .. } => &[],
        }
    }

    /// Whether equal answers to both kinds have equal scores.
    #[must_use]
    pub fn scores_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Kind::Level { .. }, Kind::Level { .. })
            | (Kind::YesNo, Kind::YesNo)
            | (Kind::Capacity, Kind::Capacity) => true,
            (Kind::Share { target: a }, Kind::Share { target: b }) => a == b,
            (
                Kind::Count { full_at, zero_at, .. },
                Kind::Count {
                    full_at: other_full,
                    zero_at: other_zero,
                    ..
                },
            ) => full_at == other_full && zero_at == other_zero,
            (Kind::Level { .. } | Kind::YesNo | Kind::Share { .. } | Kind::Capacity | Kind::Count { .. }, _) => false,
        }
    }

    /// Reads what each level means.
    pub(super) fn read_anchors(entry: &Fields, key: &'static str) -> Option<[String; 5]> {
        let anchors = entry.required_texts(key)?;
        for anchor in &anchors.value {
            entry.within(key, anchor, LONGEST_ANCHOR);
        }
        let texts: Vec<String> = anchors.value.into_iter().map(|anchor| anchor.value).collect();
        <[String; 5]>::try_from(texts)
            .inspect_err(|texts| entry.note(anchors.line, F::Anchors { found: texts.len() }))
            .ok()
    }

    /// Reads the kind of a question. Fields of other kinds are faults.
    pub(super) fn read(entry: &Fields) -> Option<Self> {
        for kind in &KINDS {
            entry.allow(kind.own);
        }
        let kinds: Known = Known::all(KINDS.iter().map(|kind| kind.key));
        let found = entry.one_of("kind", &kinds)?;
        let kind = &KINDS[found.value];
        let others = KINDS.iter().filter(|other| other.key != kind.key);
        for key in others.flat_map(|other| other.own) {
            if let Some(line) = entry.line_of(key) {
                let (key, kind) = ((*key).to_owned(), kind.key.to_owned());
                entry.note(line, F::OtherKind { key, kind });
            }
        }
        (kind.read)(entry)
    }
}

fn level(entry: &Fields) -> Option<Kind> {
    let anchors = Kind::read_anchors(entry, "anchors")?;
    Some(Kind::Level { anchors })
}

fn share(entry: &Fields) -> Option<Kind> {
    if !entry.has("target") {
        return Some(Kind::Share { target: 1.0 });
    }
    let range = "een getal boven 0 en ten hoogste 1";
    let target = entry.number_in("target", range, |n| n > 0.0 && n <= 1.0)?.value;
    Some(Kind::Share { target })
}

fn count(entry: &Fields) -> Option<Kind> {
    let end = |key| entry.required_number_in(key, "een getal van 0 of meer", |n| n >= 0.0);
    let (full_at, zero_at) = (end("full_at"), end("zero_at"));
    let unit = entry.text("unit").map_or_else(String::new, |found| found.value);
    let (full_at, zero_at) = (full_at?, zero_at?);
    if (full_at.value - zero_at.value).abs() < f64::EPSILON {
        entry.note(full_at.line, F::SameEnds);
    }
    Some(Kind::Count {
        full_at: full_at.value,
        zero_at: zero_at.value,
        unit,
    })
}
