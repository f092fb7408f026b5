//! Takes an outline; returns marks of the rows that are written for it, except what people fill in.

use super::sheet::FOR_THE_SCREEN;
use super::table::TOO_FEW;
use crate::office::{Marks, marked};
use crate::report::outline::{Block, Cell, HeatCell, OnPaper, Outline, Part, RegionPart, Table, Usage};

/// Whether the rows of a part are marked. Those with formulas change when a program recalculates them.
pub(super) fn is_marked(part: &Part) -> bool {
    part.key != RegionPart::Recalculation.into()
}

/// The marks of all rows of an outline.
pub(super) fn marks(outline: &Outline) -> Marks {
    let mut marks = Marks::default();
    for part in outline.parts.iter().filter(|part| is_marked(part)) {
        marks.add([part.title.as_str()]);
        if part.key.on_paper() == OnPaper::Heading {
            marks.add([FOR_THE_SCREEN]);
        }
        for block in &part.blocks {
            match block {
                Block::Text(paragraphs) => paragraphs.iter().for_each(|paragraph| marks.add([paragraph.as_str()])),
                Block::Table(table) => add_table(&mut marks, table),
            }
        }
    }
    marks
}

fn add_table(marks: &mut Marks, table: &Table) {
    marks.add([table.heading.as_str()]);
    if table.usage != Usage::FillIn {
        marks.add(table.columns.iter().map(|column| column.header.as_str()));
    }
    for row in &table.rows {
        let texts: Vec<String> = row.iter().map(text).collect();
        marks.add(texts.iter().map(String::as_str));
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Score(Some(value))
        | Cell::FineScore(Some(value))
        | Cell::Share(Some(value))
        | Cell::Points(Some(value))
        | Cell::FinePoints(Some(value))
        | Cell::Number(value) => marked(*value),
        Cell::Heat(HeatCell::Score { score, .. }) => marked(*score),
        Cell::Heat(HeatCell::TooFew) => TOO_FEW.to_owned(),
        Cell::Verdict(verdict) => verdict.words.to_owned(),
        Cell::Heat(HeatCell::Nothing) => HeatCell::NOT_ASKED.to_owned(),
        Cell::Score(None)
        | Cell::FineScore(None)
        | Cell::Share(None)
        | Cell::Points(None)
        | Cell::FinePoints(None)
        | Cell::Entry(_)
        | Cell::PlanStatus(_) => String::new(),
    }
}
