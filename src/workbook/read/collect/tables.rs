//! Recognises the tables on our sheets by the words in their header rows.

use crate::spelling::spells;
use crate::workbook::layout::header;
use crate::workbook::read::cells::Cell;

/// A table found on a sheet, and the columns of its headers.
pub(super) enum Table {
    Questions(QuestionColumns),
    Municipalities(MunicipalityColumns),
    Ambitions { step: u32, ambition: u32 },
    KeyFigures { figure: u32, practice: u32, number: u32 },
}

/// The columns of the list of municipalities.
#[derive(Clone, Copy)]
pub(super) struct MunicipalityColumns {
    pub(super) name: u32,
    pub(super) inhabitants: u32,
    pub(super) formerly: Option<u32>,
}

/// The columns of a table of questions.
#[derive(Clone, Copy)]
pub(super) struct QuestionColumns {
    pub(super) id: u32,
    pub(super) answer: u32,
    pub(super) part: Option<u32>,
    pub(super) whole: Option<u32>,
    pub(super) evidence: Option<u32>,
    pub(super) remark: Option<u32>,
}

impl Table {
    /// The table that begins with this header row, if any.
    pub(super) fn starting_at(row: &[Cell]) -> Option<Self> {
        let column = |name: &str| {
            row.iter()
                .find(|cell| cell.content.text().is_some_and(|text| spells(text, name)))
                .map(|cell| cell.column)
        };
        if let (Some(id), Some(answer)) = (column(header::ID), column(header::ANSWER)) {
            return Some(Table::Questions(QuestionColumns {
                id,
                answer,
                part: column(header::PART),
                whole: column(header::WHOLE),
                evidence: column(header::EVIDENCE),
                remark: column(header::REMARK),
            }));
        }
        if let (Some(name), Some(inhabitants)) = (column(header::MUNICIPALITY), column(header::INHABITANTS)) {
            return Some(Table::Municipalities(MunicipalityColumns {
                name,
                inhabitants,
                formerly: column(header::FORMERLY),
            }));
        }
        if let (Some(step), Some(ambition)) = (column(header::STEP), column(header::AMBITION)) {
            return Some(Table::Ambitions { step, ambition });
        }
        Some(Table::KeyFigures {
            figure: column(header::FIGURE)?,
            practice: column(header::PRACTICE)?,
            number: column(header::NUMBER)?,
        })
    }
}
