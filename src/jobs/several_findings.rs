//! What several workbooks of one side can say twice or differently, each with its message and hint.

use crate::problem::{
    Description, Finding, Place,
    Severity::{Error, Note, Warning},
};
use crate::questionnaire::Date;
use crate::wording::{all_of, count};

/// The file of the newest workbook, unless it is this one, and its day.
pub(super) type Newest = (Option<String>, Date);

/// A row and where else it is answered.
pub(super) struct Elsewhere {
    /// The cell in the other workbook.
    pub(super) place: Place,
    /// The answers here and there, if they differ.
    pub(super) answers: Option<(String, String)>,
}

/// What several workbooks of one side say twice or differently.
pub(super) enum SeveralFinding<'a> {
    /// Rows that one respondent answers differently in two workbooks; the first is in the place.
    Contradicted { rows: Vec<Elsewhere> },
    /// Rows that one respondent answers alike in two parts; the first is in the place.
    Repeated { rows: Vec<Elsewhere> },
    /// Several workbooks of one entity from one perspective that answer the same rows.
    Averaged {
        entity: &'a str,
        perspective: &'a str,
        others: Vec<&'a str>,
        /// The number of workbooks of this entity from this perspective.
        all: usize,
        /// The number of questions that they answer alike.
        equal: usize,
        /// The number of questions that they answer differently.
        differing: usize,
        /// The newest by the date that was filled in.
        dated: Option<Newest>,
        /// The newest by when the file was last saved.
        saved: Option<Newest>,
    },
}

impl Finding for SeveralFinding<'_> {
    fn describe(&self) -> Description {
        match self {
            SeveralFinding::Contradicted { rows } => Description {
                code: "R01",
                severity: Error,
                message: format!(
                    "dezelfde invuller antwoordde in een ander werkboek anders op {}: {}",
                    count(rows.len(), "vraag", "vragen"),
                    cells(rows)
                ),
                hint: "Maak de antwoorden gelijk, of laat één werkboek staan. Zijn het twee mensen, vul dan bij \
                       'Ingevuld door (functie)' in wie wie is."
                    .to_owned(),
            },
            SeveralFinding::Repeated { rows } => Description {
                code: "R18",
                severity: Note,
                message: format!(
                    "dezelfde invuller gaf in een ander deel al hetzelfde antwoord op {}; dat telt één keer: {}",
                    count(rows.len(), "vraag", "vragen"),
                    cells(rows)
                ),
                hint: "U hoeft niets te doen.".to_owned(),
            },
            SeveralFinding::Averaged {
                entity,
                perspective,
                others,
                all,
                equal,
                differing,
                dated,
                saved,
            } => Description {
                code: "W69",
                severity: Warning,
                message: format!(
                    "van {entity} {}, dit en {}; het gemiddelde telt. {} gelijk beantwoord, {differing} verschillend; {}",
                    match others.len() + 1 {
                        some if some < *all => format!(
                            "beantwoorden {some} van de {all} werkboeken vanuit '{perspective}' dezelfde vragen"
                        ),
                        all => format!("zijn er {all} werkboeken vanuit '{perspective}'"),
                    },
                    listed(others),
                    count(*equal, "vraag is", "vragen zijn"),
                    newest(dated.as_ref(), saved.as_ref())
                ),
                hint: "Is het ene een nieuwe versie van het andere, laat dan alleen het nieuwste staan.".to_owned(),
            },
        }
    }
}

/// The number of files or cells that a message lists.
const MOST_NAMED: usize = 3;

/// The first few files, and the number of others.
fn listed(files: &[&str]) -> String {
    let mut named: Vec<String> = files.iter().take(MOST_NAMED).map(|&file| file.to_owned()).collect();
    if files.len() > MOST_NAMED {
        named.push(format!("{} andere", files.len() - MOST_NAMED));
    }
    all_of(&named)
}

/// The first few rows with the cell elsewhere, and the number of others: "RVW-04 is hier 'Ja', en 'Nee' in b.xlsx (blad
/// '0 Randvoorwaarden', cel D4)".
fn cells(rows: &[Elsewhere]) -> String {
    let cell = |Elsewhere { place, answers }: &Elsewhere| {
        let id = place.question.as_deref().unwrap_or_default();
        let spot = match (&place.sheet, &place.cell) {
            (Some(sheet), Some(cell)) => format!(" (blad '{sheet}', cel {cell})"),
            _ => String::new(),
        };
        match answers {
            Some((here, there)) => format!("{id} is hier '{here}', en '{there}' in {}{spot}", place.file),
            None => format!("{id} in {}{spot}", place.file),
        }
    };
    let mut cells: Vec<String> = rows.iter().take(MOST_NAMED).map(cell).collect();
    if rows.len() > MOST_NAMED {
        cells.push(format!("nog {}", rows.len() - MOST_NAMED));
    }
    cells.join("; ")
}

/// Which workbook is the newest, as far as they say.
fn newest(dated: Option<&Newest>, saved: Option<&Newest>) -> String {
    let of = |(file, date): &Newest| (file.clone().unwrap_or_else(|| "dit".to_owned()), day(*date));
    match (dated.map(of), saved.map(of)) {
        (None, None) => "welk nieuwer is, staat er niet in".to_owned(),
        (None, Some((file, day))) => format!("{file} is het laatst opgeslagen ({day})"),
        (Some((file, day)), Some((last, saved))) if file != last => {
            format!("volgens Datum is {file} het nieuwst ({day}), maar {last} is het laatst opgeslagen ({saved})")
        }
        (Some((file, day)), _) => format!("{file} is het nieuwst ({day})"),
    }
}

fn day(date: Date) -> String {
    format!("{}-{}-{}", date.day, date.month, date.year)
}
