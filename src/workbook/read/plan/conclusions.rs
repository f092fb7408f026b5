//! Reads what people concluded on the agenda of a report, point by point.

use super::super::cells::{Cell, Sheet, at};
use super::super::plan_findings::PlanFinding;
use super::changes::changed_rows;
use super::table::TableReader;
use super::texts::{marked_text, our_text};
use crate::plan::{Announced, CONCLUSION, Conclusion, POINT, PointKind, TO_DISCUSS};
use crate::problem::Place;
use crate::spelling::spells;
use crate::workbook::layout::address;

/// A conclusion, and where it is.
#[derive(Clone, Debug)]
pub struct ReadConclusion {
    /// What people concluded, and about which point.
    pub conclusion: Conclusion,
    /// Its cell.
    pub place: Place,
}

/// The columns below a header of the agenda.
struct Columns {
    point: u32,
    words: u32,
    conclusion: u32,
}

impl Columns {
    fn of_header(row: &[Cell]) -> Option<Self> {
        let column = |name: &str| {
            let mut named = row
                .iter()
                .filter(|cell| our_text(cell).is_some_and(|text| spells(&text, name)));
            named.next().map(|cell| cell.column)
        };
        Some(Self {
            point: column(POINT)?,
            words: column(TO_DISCUSS)?,
            conclusion: column(CONCLUSION)?,
        })
    }
}

/// The table of the agenda in which a row is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// None: the rows above the tables.
    Nothing,
    /// One with points of this kind; `None` if no heading says of which.
    Points(Option<PointKind>),
    /// One with what was agreed on, in which nothing is concluded.
    Agreed,
}

/// The id in the name of a point as we wrote it: "Opvang voor wie geen papieren heeft, BES-05".
fn id_of(point: &str) -> Option<&str> {
    point.rsplit_once(", ").map(|(_, id)| id.trim())
}

/// The id in the name of a point, whatever was typed around it; `None` if there may be two.
fn id_within(point: &str) -> Option<&str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    let words = point.split(|c| !is_part(c)).map(|word| word.trim_matches('.'));
    let mut ids: Vec<&str> = words.filter(|word| is_like_an_id(word)).collect();
    ids.dedup();
    let after_the_name = |id: &&str| point.contains(&format!(", {id}"));
    match ids.as_slice() {
        [id] => Some(id),
        several => {
            let mut named = several.iter().copied().filter(after_the_name);
            named.next().filter(|_| named.next().is_none())
        }
    }
}

/// Whether a word has the form of an id: `BES-05`, or `BES-05.mvp`.
fn is_like_an_id(word: &str) -> bool {
    let question = word.split_once('.').map_or(word, |(question, _)| question);
    question.rsplit_once('-').is_some_and(|(prefix, number)| {
        let is_prefix = prefix.starts_with(|c: char| c.is_ascii_alphabetic());
        is_prefix && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether this is the header of a table, as far as people left it as it was.
fn is_like_a_header(row: &[Cell]) -> bool {
    let is_ours = |text: String| [POINT, TO_DISCUSS, CONCLUSION].iter().any(|name| spells(&text, name));
    row.iter().filter_map(our_text).any(is_ours)
}

impl TableReader<'_> {
    /// Reads the conclusions on a sheet, and reports the rows that are otherwise not as we wrote them; `None` if it has no
    /// table of an agenda.
    pub(super) fn conclusions(&mut self, sheet: &Sheet) -> Option<Vec<ReadConclusion>> {
        // All tables have the same columns, so that a table without its header has those of another.
        let mut columns = sheet.rows().find_map(Columns::of_header)?;
        let mut below = Below::Nothing;
        // The last row with a point since the last heading or header.
        let mut point_at: Option<u32> = None;
        let mut found = Vec::new();
        // The rows without the conclusions that are read.
        let mut rest: Vec<Vec<Cell>> = Vec::new();
        for row in sheet.rows() {
            let first = &row[0];
            if point_at.is_some_and(|last| first.row > last + 1) {
                // Another table may begin here of which both heading and header are gone.
                below = below.of_unknown_kind();
                point_at = None;
            }
            let header = Columns::of_header(row);
            let heading = our_text(first).and_then(|text| Announced::by(&text));
            if header.is_some() || heading.is_some() || row.len() == 1 && first.column == columns.point {
                below = match heading {
                    Some(Announced::Points(kind)) => Below::Points(Some(kind)),
                    Some(Announced::Agreed) => Below::Agreed,
                    None if header.is_some() && (below == Below::Nothing || below == Below::Agreed) => {
                        Below::Points(None)
                    }
                    None if header.is_some() && point_at.is_none() => below,
                    None => below.of_unknown_kind(),
                };
                point_at = None;
                columns = header.unwrap_or(columns);
                rest.push(row.to_vec());
                continue;
            }
            point_at = at(row, columns.point).map(|cell| cell.row).or(point_at);
            rest.push(self.conclusion(&sheet.name, row, &columns, below, &mut found));
        }
        if let Some(marks) = self.marks {
            let rows: Vec<&[Cell]> = rest.iter().map(Vec::as_slice).filter(|row| !row.is_empty()).collect();
            changed_rows(sheet, &rows, marks, self.file, self.notes);
        }
        Some(found)
    }

    /// Reads the conclusion in a row, if there is one, and returns the rest of the row that has yet to be compared with what
    /// we wrote.
    fn conclusion<'c>(
        &mut self,
        sheet: &str,
        row: &[Cell<'c>],
        columns: &Columns,
        below: Below,
        found: &mut Vec<ReadConclusion>,
    ) -> Vec<Cell<'c>> {
        let Some(cell) = at(row, columns.conclusion).filter(|_| below != Below::Agreed && !self.is_whole(row)) else {
            return row.to_vec();
        };
        let mut others = row.to_vec();
        others.retain(|cell| cell.column != columns.conclusion);
        let is_as_made = self.is_ours(&others);
        let point = at(row, columns.point).and_then(our_text).unwrap_or_default();
        let id = if is_as_made { id_of(&point) } else { id_within(&point) };
        let place = |cell: &Cell, id: Option<&str>| Place {
            sheet: Some(sheet.to_owned()),
            cell: Some(address(cell.row, cell.column)),
            question: id.map(str::to_owned),
            ..Place::file(self.file)
        };
        let cell_place = place(cell, id);
        let Below::Points(kind) = below else {
            return row.to_vec();
        };
        let Some(id) = id else {
            if is_like_a_header(row) {
                return row.to_vec();
            }
            self.notes.add(cell_place, &PlanFinding::ConclusionWithoutPoint);
            return others;
        };
        if !is_as_made {
            self.notes
                .add(place(&row[0], None), &PlanFinding::ChangedBesideConclusion);
        }
        let words = at(row, columns.words).and_then(our_text).unwrap_or_default();
        if let Some(text) = self.concluded(cell, &cell_place).filter(|text| !text.is_empty()) {
            let conclusion = Conclusion {
                kind,
                id: id.to_owned(),
                words,
                text,
            };
            found.push(ReadConclusion {
                conclusion,
                place: cell_place,
            });
        }
        Vec::new()
    }

    /// Whether a whole row is as we wrote it, so that nothing was concluded in it.
    fn is_whole(&self, row: &[Cell]) -> bool {
        self.marks.is_some() && self.is_ours(row)
    }

    /// Whether these cells of a row are as we wrote them. A report that does not say how it was made gets the benefit of
    /// the doubt.
    fn is_ours(&self, row: &[Cell]) -> bool {
        let texts: Vec<String> = row.iter().map(marked_text).collect();
        self.marks
            .is_none_or(|marks| marks.include(texts.iter().map(String::as_str)))
    }
}

impl Below {
    /// The same, of which it is not known any more what it is about.
    fn of_unknown_kind(self) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Points(_) | Self::Agreed => Self::Points(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_point_is_read_whatever_was_typed_around_its_name() {
        for (text, id) in [
            ("Opvang voor wie geen papieren heeft, BES-05", Some("BES-05")),
            ("1. Opvang, BES-05. Klopt.", Some("BES-05")),
            (
                "Deskundige op afroep (kindhuwelijk), BES-05.kh (eerst)",
                Some("BES-05.kh"),
            ),
            ("Zie PRE-01: Opvang, BES-05", Some("BES-05")),
            ("Opvang, BES-05, BES-06", None),
            ("Eigen punt, 2-3 keer", None),
            ("Totaal", None),
        ] {
            assert_eq!(id_within(text), id, "{text}");
        }
    }
}
