//! The layout of our workbooks: the only place that defines sheet names, headers, labels and fixed words.

pub mod meta;

pub use self::meta::BookKind;

use crate::answers::{Answer, Choice, PlanNote, Value};
use crate::plan::Status;
use crate::questionnaire::Questionnaire;
use crate::spelling::spells;
use crate::wording::number;

/// Hidden sheet that says what kind of workbook this is.
pub const META: &str = "_meta";
/// Hidden sheet with the longer lists for dropdowns.
pub const LISTS: &str = "_lijsten";
/// First sheet of a template.
pub const EXPLANATION: &str = "Toelichting";
/// Sheet that says which region, municipality, year and perspective the workbook is about.
pub const PARTICULARS: &str = "Gegevens";
/// Sheet for the themes to tackle first.
pub const PRIORITIES: &str = "Speerpunten";
/// Sheet with progress and provisional scores.
pub const OVERVIEW: &str = "Overzicht";
/// Sheet of a joint workbook with the questions to discuss first.
pub const DISCUSSION: &str = "Overleg";
/// Sheet with the expected municipalities.
pub const MUNICIPALITIES: &str = "Gemeenten";
/// Sheet with the target score per step.
pub const AMBITION: &str = "Ambitie";
/// Sheet with figures for context.
pub const KEY_FIGURES: &str = "Kerncijfers";

/// Sheet of a report with the points to discuss.
pub const AGENDA: &str = "Gespreksagenda";
/// Sheet of a report with the improvement plan.
pub const PLAN: &str = "Verbeterplan";

/// The format of the workbooks this version reads and writes.
pub const FORMAT: &str = "ketenscan/1";

/// Labels in column A of `Gegevens`; each value is next to its label, in column B.
pub mod label {
    /// Name of the region.
    pub const REGION: &str = "Regio";
    /// Name of the municipality.
    pub const MUNICIPALITY: &str = "Gemeente";
    /// Year the answers are about.
    pub const YEAR: &str = "Jaar";
    /// The perspective from which the workbook is filled in.
    pub const PERSPECTIVE: &str = "Perspectief";
    /// Job title of the person who filled it in.
    pub const RESPONDENT: &str = "Ingevuld door (functie)";
    /// Date of filling in.
    pub const DATE: &str = "Datum";
}

/// The beginning of the labels in column A of `Speerpunten`; a number follows.
pub const PRIORITY: &str = "Speerpunt";
/// How many themes can be named there.
pub const PRIORITY_COUNT: usize = 3;

/// Headers of the tables that are read back.
pub mod header {
    /// Row id.
    pub const ID: &str = "ID";
    /// The question's text, and for questions with levels what counts and where to look.
    pub const QUESTION: &str = "Vraag";
    /// What each level means; for other questions what counts and where to look.
    pub const HELP: &str = "Toelichting";
    /// The answer.
    pub const ANSWER: &str = "Antwoord";
    /// Numerator: the part, or what is available.
    pub const PART: &str = "Teller";
    /// Denominator: the whole, or what is needed.
    pub const WHOLE: &str = "Noemer";
    /// The evidence for the answer.
    pub const EVIDENCE: &str = "Onderbouwing";
    /// Any other remark.
    pub const REMARK: &str = "Opmerking";
    /// Who knows what has to be looked up.
    pub const ASK_COLLEAGUE: &str = "Vraag na bij";
    /// The partners who also know the question.
    pub const FOR_WHOM: &str = "Voor wie";
    /// Whether a row is answered.
    pub const STATE: &str = "Stand";
    /// The provisional score of a row.
    pub const SCORE: &str = "Score";
    /// The weight of a row.
    pub const WEIGHT: &str = "Gewicht";
    /// Score times weight.
    pub const POINTS: &str = "Punten";
    /// A municipality's name.
    pub const MUNICIPALITY: &str = "Gemeente";
    /// A municipality's inhabitants.
    pub const INHABITANTS: &str = "Inwoners";
    /// The former names of the municipality, or those of the municipalities that merged into it.
    pub const FORMERLY: &str = "Voorheen";
    /// A step.
    pub const STEP: &str = "Stap";
    /// The norm of a step.
    pub const NORM: &str = "Norm";
    /// The target score.
    pub const AMBITION: &str = "Ambitie";
    /// What a key figure counts.
    pub const FIGURE: &str = "Cijfer";
    /// A practice.
    pub const PRACTICE: &str = "Verschijningsvorm";
    /// The number.
    pub const NUMBER: &str = "Aantal";
}

/// The headers of a table of questions, in order. A template with earlier answers has columns after the first [`ASKED`],
/// and one that names no colleagues lacks [`header::ASK_COLLEAGUE`].
pub const QUESTION_HEADERS: [&str; 14] = [
    header::STATE,
    header::ID,
    header::QUESTION,
    header::HELP,
    header::ANSWER,
    header::PART,
    header::WHOLE,
    header::EVIDENCE,
    header::REMARK,
    header::ASK_COLLEAGUE,
    header::FOR_WHOM,
    header::SCORE,
    header::WEIGHT,
    header::POINTS,
];
/// The number of [`QUESTION_HEADERS`] that come before what is to be filled in: whether a row is open, and what is asked.
pub const ASKED: usize = 4;

/// What stands above cells to fill in. Whoever joins sheets gets it among the answers, where it says nothing.
pub const FILL_IN: &str = "▼ vul in";
/// "Weet ik niet".
pub const UNKNOWN: &str = "Weet ik niet";
/// "Niet van toepassing".
pub const NOT_APPLICABLE: &str = "Niet van toepassing";
/// Ja, deels and nee.
pub const YES_PARTLY_NO: [&str; 3] = ["Ja", "Deels", "Nee"];

/// A level as shown in the dropdown: `3 – Geregeld`.
#[must_use]
pub fn level_label(questionnaire: &Questionnaire, level: usize) -> String {
    format!("{level} – {}", questionnaire.levels[level].label)
}

/// An answer as shown in the dropdown; a pair as "5 van 8", a blank as an empty text.
#[must_use]
pub fn answer_words(questionnaire: &Questionnaire, answer: Answer) -> String {
    match answer {
        Answer::Unknown => UNKNOWN.to_owned(),
        Answer::NotApplicable | Answer::Unfounded => NOT_APPLICABLE.to_owned(),
        Answer::Missing => String::new(),
        Answer::Answered(Value::Level(level)) => level_label(questionnaire, usize::from(level)),
        Answer::Answered(Value::Choice(choice)) => match choice {
            Choice::Yes => YES_PARTLY_NO[0].to_owned(),
            Choice::Partly => YES_PARTLY_NO[1].to_owned(),
            Choice::No => YES_PARTLY_NO[2].to_owned(),
        },
        Answer::Answered(Value::Count(value)) => number(value),
        Answer::Answered(Value::Pair { part, whole }) => format!("{} van {}", number(part), number(whole)),
    }
}

/// Header of the column with answers of an earlier year; never equal to that of the answer itself.
#[must_use]
pub fn earlier_answer_header(year: u16) -> String {
    format!("Antwoord in {year}")
}

/// Header of the column with an earlier year's plan.
#[must_use]
pub fn earlier_plan_header(year: u16) -> String {
    format!("Verbeterplan {year}")
}

/// Header of the column with an earlier year's score of each step.
#[must_use]
pub fn earlier_score_header(year: u16) -> String {
    format!("Score in {year}")
}

/// Header of the column with an earlier year's ambition; never equal to that of the ambition itself.
#[must_use]
pub fn earlier_ambition_header(year: u16) -> String {
    format!("Ambitie in {year}")
}

/// Header of the column with what each perspective answered; never equal to that of the answer itself.
pub const SEPARATE: &str = "Wat ieder apart antwoordde";
/// Header of the column with the largest difference between perspectives.
pub const DIFFERENCE: &str = "Grootste verschil";

/// Whether this is the header of a column of ours that is for reading only: about an earlier year, about what was answered
/// separately, or the norm.
#[must_use]
pub fn is_for_reading(text: &str) -> bool {
    const EARLIER: [fn(u16) -> String; 4] = [
        earlier_answer_header,
        earlier_plan_header,
        earlier_score_header,
        earlier_ambition_header,
    ];
    if [SEPARATE, DIFFERENCE, header::NORM].iter().any(|own| spells(text, own)) {
        return true;
    }
    let year = text.rsplit(' ').next().and_then(|year| year.parse().ok());
    year.is_some_and(|year| EARLIER.iter().any(|header| spells(text, &header(year))))
}

/// A point of the plan in words: "Loopt (gereed op: 1 juli 2027)".
#[must_use]
pub fn plan_words(note: &PlanNote) -> String {
    let status = note.status.map_or("In het plan, zonder status", Status::words);
    match (&note.ready_by, note.status) {
        (Some(day), None | Some(Status::NotStarted | Status::Busy)) => format!("{status} (gereed op: {day})"),
        _ => status.to_owned(),
    }
}

/// Whether a text means "weet ik niet", in any accepted spelling.
#[must_use]
pub fn says_unknown(text: &str) -> bool {
    [UNKNOWN, "weet niet", "onbekend", "niet bekend", "?"]
        .iter()
        .any(|word| spells(text, word))
}

/// Whether a text means "niet van toepassing", in any accepted spelling.
#[must_use]
pub fn says_not_applicable(text: &str) -> bool {
    [NOT_APPLICABLE, "n.v.t.", "n.v.t", "nvt"]
        .iter()
        .any(|word| spells(text, word))
}

/// A cell's address as office programs show it: row 0, column 3 is `D1`.
#[must_use]
pub fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    format!("{}{}", String::from_utf8_lossy(&letters), u64::from(row) + 1)
}

/// A whole column as formulas refer to it: column 3 is `$D:$D`. It remains the same wherever its cells are moved.
#[must_use]
pub fn whole_column(column: u16) -> String {
    let first = address(0, u32::from(column));
    let letters = first.trim_end_matches('1');
    format!("${letters}:${letters}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_columns_have_no_rows() {
        assert_eq!(whole_column(3), "$D:$D");
        assert_eq!(whole_column(26), "$AA:$AA");
    }

    #[test]
    fn addresses_continue_after_z() {
        assert_eq!(address(0, 3), "D1");
        assert_eq!(address(11, 25), "Z12");
        assert_eq!(address(0, 26), "AA1");
        assert_eq!(address(1_048_575, 16_383), "XFD1048576");
    }
}
