//! The contents of a document: a title, and for each part a heading with its paragraphs or list, tables and pictures.

use super::Error;
use super::fixed::{DECLARATION, FOOTER, MAIN, MOST_LISTS, picture_id};
use crate::palette;
use crate::report::chart_image::{SIZE, png};
use crate::report::markup::escaped;
use crate::report::outline::{Block, Cell, Chart, HeatCell, LetterPart, Outline, Part, PartKey, Sign, Table};
use crate::wording::{grouped, one_decimal, percentage, whole};

/// Twentieths of a point: A4, its margins, and what is left between them.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: u32 = 1_020;
const MARGIN_ABOVE: u32 = 794;
const LINE: u32 = PAGE.0 - 2 * MARGIN;
/// The width of a picture, in English Metric Units, of which a twentieth of a point has 635: the letter stays one sheet.
const PICTURE: u64 = LINE as u64 * 635 * 3 / 5;

/// What is written so far.
pub(super) struct Body {
    xml: String,
    pub(super) pictures: Vec<Vec<u8>>,
    lists: usize,
}

impl Body {
    pub(super) fn of(outline: &Outline) -> Result<Self, Error> {
        let mut body = Self {
            xml: String::new(),
            pictures: Vec::new(),
            lists: 0,
        };
        body.paragraph("Title", "", &outline.title);
        for part in &outline.parts {
            body.part(part)?;
        }
        Ok(body)
    }

    /// The main part of the document.
    pub(super) fn document(&self) -> String {
        let ((width, height), xml) = (PAGE, &self.xml);
        format!(
            "{DECLARATION}<w:document {MAIN} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>{xml}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{FOOTER}\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{MARGIN_ABOVE}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN_ABOVE}\" w:left=\"{MARGIN}\" w:header=\"454\" w:footer=\"454\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        )
    }

    fn part(&mut self, part: &Part) -> Result<(), Error> {
        self.paragraph("Heading1", "", &part.title);
        for block in &part.blocks {
            match block {
                Block::Text(paragraphs) if is_list(part) => self.list(paragraphs),
                Block::Text(paragraphs) => {
                    for words in paragraphs {
                        self.paragraph("Normal", "", words);
                    }
                }
                Block::Table(table) => self.figures(table)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, style: &str, properties: &str, words: &str) {
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(words)
        ));
    }

    fn list(&mut self, items: &[String]) {
        self.lists += 1;
        let number = self.lists.min(MOST_LISTS);
        let properties = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        for words in items {
            self.paragraph("ListNumber", &properties, words);
        }
    }

    /// The pictures of a table, or else the table itself: a letter has no room for both.
    fn figures(&mut self, table: &Table) -> Result<(), Error> {
        if table.charts.is_empty() {
            self.paragraph("Caption", "", &table.heading);
            self.table(table);
        }
        for chart in &table.charts {
            self.picture(chart)?;
        }
        Ok(())
    }

    fn picture(&mut self, chart: &Chart) -> Result<(), Error> {
        self.pictures.push(png(chart)?);
        let number = self.pictures.len();
        let id = picture_id(number);
        let (width, height) = (PICTURE, PICTURE * u64::from(SIZE.1) / u64::from(SIZE.0));
        let (title, words) = (escaped(&chart.title), escaped(&chart.alternative));
        self.xml.push_str(&format!(
            "<w:p><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"Grafiek {number}\" descr=\"{words}\" title=\"{title}\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"image{number}.png\" descr=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        ));
        Ok(())
    }

    /// A table whose first row is its header, repeated on every page, and whose first column says what each row is about.
    fn table(&mut self, table: &Table) {
        let widths = widths(table);
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{LINE}\" w:type=\"dxa\"/><w:tblBorders>{}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            ["top", "left", "bottom", "right", "insideH", "insideV"]
                .map(|side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{:06X}\"/>", palette::LINE))
                .concat(),
            escaped(&table.heading),
        ));
        for width in &widths {
            self.xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.xml
            .push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            self.cell(*width, HEADER, &column.header);
        }
        self.xml.push_str("</w:tr>");
        for row in &table.rows {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (number, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let look = if number == 0 { NAME } else { look(cell) };
                self.cell(*width, look, &words(cell));
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    fn cell(&mut self, width: u32, look: CellLook, words: &str) {
        let CellLook { fill, text, bold } = look;
        let bold = if bold { "<w:b/>" } else { "" };
        self.xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill:06X}\"/><w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:rPr>{bold}<w:color w:val=\"{text:06X}\"/><w:sz w:val=\"17\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:tc>",
            escaped(words)
        ));
    }
}

/// Findings and decisions are numbered, so that people can refer to them.
fn is_list(part: &Part) -> bool {
    matches!(part.key, PartKey::Letter(LetterPart::Findings | LetterPart::Decisions))
}

/// How a cell looks. Its words say the same.
#[derive(Clone, Copy)]
struct CellLook {
    fill: u32,
    text: u32,
    bold: bool,
}

const HEADER: CellLook = CellLook {
    fill: palette::ACCENT,
    text: palette::PAPER,
    bold: true,
};
const NAME: CellLook = CellLook {
    fill: palette::PAPER,
    text: palette::TEXT,
    bold: true,
};

/// The darkest cells are those that ask for attention.
fn look(cell: &Cell) -> CellLook {
    let (fill, text, bold) = match cell {
        Cell::Verdict(verdict) if verdict.falls_short() => (palette::WARNING, palette::PAPER, true),
        Cell::Verdict(verdict) if verdict.sign == Sign::Uncertain => (palette::LINE, palette::TEXT, false),
        _ => (palette::PAPER, palette::TEXT, false),
    };
    CellLook { fill, text, bold }
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Entry(text) | Cell::PlanStatus(text) => text.clone(),
        Cell::Score(Some(figure)) | Cell::Points(Some(figure)) => whole(*figure),
        Cell::Heat(HeatCell::Score { score, .. }) => whole(*score),
        Cell::Heat(HeatCell::TooFew) => "–".to_owned(),
        Cell::Heat(HeatCell::Nothing) => HeatCell::NOT_ASKED.to_owned(),
        Cell::Share(Some(share)) => percentage(*share),
        Cell::FineScore(Some(figure)) | Cell::FinePoints(Some(figure)) => one_decimal(*figure),
        Cell::Score(None) | Cell::FineScore(None) | Cell::Points(None) | Cell::FinePoints(None) | Cell::Share(None) => {
            "–".to_owned()
        }
        Cell::Number(number) => grouped(*number),
        Cell::Verdict(verdict) => verdict.words.to_owned(),
    }
}

/// The width of each column, in proportion to what the table asks for.
fn widths(table: &Table) -> Vec<u32> {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.width)).sum();
    let columns = table.columns.iter();
    columns
        .map(|column| LINE * u32::from(column.width) / all.max(1))
        .collect()
}
