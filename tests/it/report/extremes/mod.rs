//! Reports on extreme regions are still readable: sentences of reasonable length, nothing cut off, nothing empty.

mod charts;
mod pages;
mod summary;

use std::sync::LazyLock;

use ketenscan::report::outline::{Block, Cell, Outline, Part, Table};
use ketenscan_testing::extremes;
use ketenscan_testing::extremes::{Case, SHEETS};
use ketenscan_testing::grid::{Grid, grids};

/// A case with its outline and its workbook.
struct Made {
    name: &'static str,
    case: Case,
    outline: Outline,
    grids: Vec<(String, Grid)>,
}

impl Made {
    fn of(name: &'static str, case: Case) -> Self {
        let outline = case.outline();
        let grids = grids(&case.workbook());
        Self {
            name,
            case,
            outline,
            grids,
        }
    }

    fn part(&self, name: &str) -> &Part {
        self.outline
            .parts
            .iter()
            .find(|part| part.name() == name)
            .expect("a part")
    }

    /// The opening sentences of the report.
    fn opening(&self) -> Vec<&str> {
        match &self.part("Samenvatting").blocks[0] {
            Block::Text(sentences) => sentences.iter().map(String::as_str).collect(),
            Block::Table(table) => panic!("{} before any words", table.heading),
        }
    }

    fn chart_titles(&self, part: &str) -> Vec<&str> {
        let charts = tables(self.part(part)).flat_map(|table| &table.charts);
        charts.map(|chart| chart.title.as_str()).collect()
    }

    fn grid(&self, sheet: &str) -> &Grid {
        let found = self.grids.iter().find(|(name, _)| name == sheet);
        &found.expect("a sheet").1
    }
}

fn tables(part: &Part) -> impl Iterator<Item = &Table> {
    part.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Text(_) => None,
    })
}

fn headings(part: &Part) -> Vec<&str> {
    tables(part).map(|table| table.heading.as_str()).collect()
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        other => panic!("{other:?} is no text"),
    }
}

static TINY: LazyLock<Made> = LazyLock::new(|| Made::of("tiny", extremes::tiny()));
static HUGE: LazyLock<Made> = LazyLock::new(|| Made::of("huge", extremes::huge()));
static STALLED: LazyLock<Made> = LazyLock::new(|| Made::of("stalled", extremes::stalled()));
static AT_NORM: LazyLock<Made> = LazyLock::new(|| Made::of("at the norm", extremes::at_norm()));

fn all() -> [&'static Made; 4] {
    [&TINY, &HUGE, &STALLED, &AT_NORM]
}

#[test]
fn every_report_has_its_fourteen_sheets_in_order() {
    for made in all() {
        let names: Vec<&str> = made.grids.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names[..14], SHEETS, "{}", made.name);
        assert_eq!(names[14..], ["_meta"], "{}", made.name);
    }
}

#[test]
fn an_empty_table_has_a_heading_but_no_headers() {
    let empty = AT_NORM.grid("Gespreksagenda");
    assert!(empty.row_of("Waar perspectieven verschillen: geen").is_some());
    assert_eq!(empty.row_of("Om te bespreken"), None);
    // The plan keeps its headers, by which it is found again.
    assert!(AT_NORM.grid("Verbeterplan").row_of("Nog te doen").is_some());
}

#[test]
fn no_text_is_cut_off() {
    let mut cut = Vec::new();
    for made in all() {
        for (sheet, grid) in &made.grids {
            let found = grid.cut_off().into_iter();
            cut.extend(found.map(|cell| format!("{}, {sheet}!{cell}", made.name)));
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}
