//! Reports on extreme regions are still readable: sentences of reasonable length, nothing cut off, nothing empty.

use std::sync::LazyLock;

use ketenscan::report::chart_image::svg;
use ketenscan::report::html;
use ketenscan::report::outline::{Block, Cell, ChartKey, ChartKind, Look, Outline, Part, RegionPart, Table, TableKey};
use ketenscan::report::region::municipality;
use ketenscan::wording::whole;
use ketenscan_testing::extremes;
use ketenscan_testing::extremes::{Case, DATE, LONG, LONG_REGION, SHEETS};
use ketenscan_testing::grid::{Grid, grids};
use quick_xml::Reader;
use quick_xml::events::Event;

/// Pixels of cells that a laptop with a screen of 1366 × 768 shows at once, with row numbers, scroll bar, formula bar,
/// sheet tabs and a collapsed ribbon.
const SCREEN: (f64, f64) = (1320.0, 560.0);

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
fn the_summary_of_a_region_with_hardly_any_answers_claims_nothing() {
    // Three answers, all in step 0: no step of the chain has any.
    assert_eq!(
        TINY.opening(),
        [
            "Dit beeld rust op 1 werkboek. Er deed 1 gemeente mee; een lijst van alle gemeenten van de regio is er niet.",
            "Voor een score van de hele keten zijn er te weinig antwoorden (bereik 0–100).",
            "Niet zeker: elke verschijningsvorm (bij 1 Preventie).",
        ]
    );
    let summary = TINY.part("Samenvatting");
    let headings = headings(summary);
    assert_eq!(headings[0], "Waar een casus vastloopt: nog te weinig antwoorden");
    assert_eq!(headings[2], "De stappen: nog te weinig antwoorden voor een score");
    assert!(TINY.chart_titles("Samenvatting").is_empty(), "nothing to draw");
}

#[test]
fn the_summary_of_a_large_region_counts_what_it_cannot_name() {
    let opening = HUGE.opening();
    assert_eq!(
        opening[0],
        "Dit beeld rust op 60 werkboeken. 28 van de 40 gemeenten deden mee; van 12 gemeenten is er niets."
    );
    let chain = &HUGE.case.score.chain;
    let [score, low, high] = [chain.score, chain.low, chain.high].map(|figure| whole(figure.expect("a figure")));
    let weakest = HUGE.case.asked.step_title(chain.weakest_step.expect("a step"));
    let sentence = format!(
        "De keten scoort {score} van 100; het bereik {low}–{high} laat zien wat nog onbekend is. De laagste score heeft stap {weakest}."
    );
    assert_eq!(opening[1], sentence);
    // Legal requirements first: two points of weight 2, then the one of weight 1 with the largest gap.
    assert_eq!(
        opening[3],
        "5 wettelijke punten zijn nog niet overal op orde; zij staan vooraan in het verbeterplan."
    );
    for (index, paragraph) in opening.into_iter().enumerate() {
        // Where cases stall is said of every practice, with the step and what it is on.
        let most = if index == 2 { 280 } else { 240 };
        for sentence in paragraph.split(". ") {
            assert!(sentence.chars().count() <= most, "{sentence}");
        }
    }
    // The table says which they are: it has the full name of every municipality.
    let table = tables(HUGE.part("Gemeenten")).next().expect("a table");
    let names: Vec<&str> = table.rows.iter().map(|row| text(&row[0])).collect();
    assert_eq!(names.len(), 40);
    assert!(names.iter().all(|name| name.chars().count() == LONG), "{names:?}");
    assert_eq!(LONG_REGION.chars().count(), LONG);
}

#[test]
fn the_summary_of_a_region_stalled_everywhere_says_where_and_what_first() {
    assert_eq!(
        STALLED.opening(),
        [
            "Dit beeld rust op 4 werkboeken. Alle 3 gemeenten deden mee.",
            "De keten scoort 0 van 100. Geen stap scoort lager dan de andere.",
            "Loopt vast op wat voor alle vormen geldt: elke verschijningsvorm (bij 1 Preventie).",
            "5 wettelijke punten zijn nog niet overal op orde; zij staan vooraan in het verbeterplan.",
        ]
    );
    // If every score is 0, the gap of a step is its norm.
    let norms = STALLED.case.score.steps.iter().map(|total| total.norm.expect("a norm"));
    let title = format!(
        "Stap 5 Beschermen blijft {} punten onder de norm",
        whole(norms.fold(0.0, f64::max))
    );
    assert_eq!(STALLED.chart_titles("Stappen")[0], title);
    let words = tables(STALLED.part("Verschijningsvormen")).next().expect("a table");
    for row in &words.rows {
        assert_eq!(
            text(&row[1]),
            "▼ loopt vast bij 1 Preventie, op wat voor alle vormen geldt"
        );
    }
}

#[test]
fn the_summary_of_a_region_at_its_norm_says_there_is_nothing_to_do() {
    assert_eq!(
        AT_NORM.opening(),
        [
            "Dit beeld rust op 4 werkboeken. Alle 3 gemeenten deden mee.",
            "De keten scoort 100 van 100. Geen stap scoort lager dan de andere.",
            "Houdt overal vast: elke verschijningsvorm.",
        ]
    );
    // There is no chart of gaps without gaps.
    assert_eq!(
        AT_NORM.chart_titles("Stappen"),
        [
            "Alle stappen met een score halen de norm",
            "De perspectieven zien elke stap gelijk"
        ]
    );
    assert_eq!(
        AT_NORM.chart_titles("Thema's"),
        [
            "Alle kernthema's met een score halen de norm",
            "Alle thema's met een score halen de norm"
        ]
    );
    assert_eq!(headings(AT_NORM.part("Verbeterplan")), ["Punten van het plan: geen"]);
    let agenda = headings(AT_NORM.part("Gespreksagenda"));
    assert_eq!(agenda.len(), 4);
    assert!(agenda.iter().all(|heading| heading.ends_with(": geen")), "{agenda:?}");
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
fn inhabitants_are_formatted_as_people_write_them() {
    let page = html::write(
        &Outline {
            title: "Gemeenten".to_owned(),
            facts: Vec::new(),
            parts: vec![Part {
                key: RegionPart::Summary.into(),
                ..AT_NORM.part("Gemeenten").clone()
            }],
        },
        DATE,
    );
    let page = page.expect("a page");
    assert!(page.contains("<td class=\"number\" data-label=\"Inwoners\">52.300</td>"));
    assert!(page.contains("<td class=\"number\" data-label=\"Inwoners\">900</td>"));
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

#[test]
fn the_first_screen_says_how_where_and_what_first() {
    for made in all() {
        let grid = made.grid("Samenvatting");
        let (across, down) = SCREEN;
        for sentence in made.opening() {
            let row = grid.row_of(sentence).expect("the sentence stands there");
            assert!(
                grid.top_of(row + 1) <= 200.0,
                "{}: {}: {sentence}",
                made.name,
                grid.top_of(row + 1)
            );
        }
        // The chain and the first actions; the figures and their charts are below.
        let summary = made.part("Samenvatting");
        for key in [TableKey::SummaryChain, TableKey::SummaryPlan] {
            let table = tables(summary).find(|table| table.key == key).expect("the table");
            let last = table.rows.last().map_or(table.heading.as_str(), |row| text(&row[0]));
            let last = grid.row_of(last).expect("a row");
            assert!(
                grid.top_of(last + 1) <= down,
                "{}, {key:?}: {}",
                made.name,
                grid.top_of(last + 1)
            );
        }
        assert!(grid.left_of(9) <= across, "{}", made.name);
        for chart in &grid.charts {
            assert!(chart.right <= across, "{}: {chart:?}", made.name);
        }
    }
}

#[test]
fn the_chain_on_the_first_sheet_says_in_words_what_each_step_does_for_each_practice() {
    for (made, words) in [
        (&*STALLED, "▼ loopt vast"),
        (&*AT_NORM, "▲ houdt vast"),
        (&*TINY, "◆ niet zeker"),
    ] {
        let chain = tables(made.part("Samenvatting"))
            .find(|table| table.key == TableKey::SummaryChain)
            .expect("the chain");
        assert_eq!(chain.rows.len(), made.case.asked.practices.len(), "{}", made.name);
        for (row, practice) in chain.rows.iter().zip(&made.case.asked.practices) {
            assert_eq!(text(&row[0]), practice.name);
            let said = row[1..].iter().map(|cell| match cell {
                Cell::Verdict(verdict) => verdict.words,
                other => panic!("{other:?} is no verdict"),
            });
            let said: Vec<&str> = said.collect();
            assert_eq!(said, [words; 7], "{}", made.name);
            // They are in the cells of the workbook too, whatever their tint.
            let grid = made.grid("Samenvatting");
            let line = grid.row_of(&practice.name).expect("a row");
            for column in 1..=7 {
                let cell = grid.texts.get(&(line, column)).map(String::as_str);
                assert_eq!(cell, Some(words), "{}", made.name);
            }
        }
    }
}

#[test]
fn charts_overlap_neither_cells_nor_one_another() {
    for made in all() {
        for (sheet, grid) in &made.grids {
            for (index, chart) in grid.charts.iter().enumerate() {
                for ((row, column), words) in &grid.texts {
                    let (top, left) = (grid.top_of(*row), grid.left_of(*column));
                    let inside =
                        left >= chart.left - 1.0 && left < chart.right && top >= chart.top && top < chart.bottom;
                    assert!(!inside, "{}, {sheet}: '{words}' is under {}", made.name, chart.name);
                }
                for other in &grid.charts[index + 1..] {
                    let apart = chart.right <= other.left || chart.bottom <= other.top || other.bottom <= chart.top;
                    assert!(apart, "{}, {sheet}: {} and {}", made.name, chart.name, other.name);
                }
            }
        }
    }
}

#[test]
fn every_chart_says_in_words_what_it_draws() {
    for made in all() {
        for part in &made.outline.parts {
            let drawn =
                tables(part).flat_map(|table| table.native_charts().map(move |(chart, native)| (chart, native, table)));
            let mut said = Vec::new();
            for (chart, native, table) in drawn {
                if !matches!(native.kind, ChartKind::Marks { .. }) {
                    let named = table.cells(native.names).zip(table.cells(native.series[0].column));
                    for (name, figure) in named {
                        let printed = match figure {
                            Cell::Score(Some(figure)) | Cell::Points(Some(figure)) => {
                                format!("{} {}", text(name), whole(*figure))
                            }
                            _ => format!("{} –", text(name)),
                        };
                        assert!(
                            chart.alternative.contains(&printed),
                            "{}: {printed} in {}",
                            made.name,
                            chart.alternative
                        );
                    }
                }
                said.push((chart.title.as_str(), chart.alternative.as_str()));
            }
            // What only a picture shows; pictures have no name of their own.
            let pictures = tables(part).flat_map(|table| &table.charts);
            let pictures = pictures.filter(|chart| chart.key == ChartKey::Disagreements);
            said.extend(pictures.map(|chart| ("Picture 1", chart.alternative.as_str())));
            let charts = &made.grid(part.name()).charts;
            assert_eq!(charts.len(), said.len(), "{}", made.name);
            for (chart, (title, alternative)) in charts.iter().zip(said) {
                assert_eq!(chart.name, title, "{}", made.name);
                // What does not fit is cut after a sentence or a part of one, never within a figure.
                let kept = chart.alternative.trim_end_matches(" …");
                let rest = alternative.strip_prefix(kept).expect("the beginning");
                assert!(
                    rest.is_empty() || rest.starts_with([',', ';', ' ']),
                    "{}: {}",
                    made.name,
                    chart.alternative
                );
                assert!(chart.alternative.chars().count() <= 255);
            }
        }
    }
}

#[test]
fn no_chart_is_empty() {
    for made in all() {
        for part in &made.outline.parts {
            for table in tables(part) {
                for (chart, native) in table.native_charts() {
                    let printed = native.series.iter().filter(|series| series.look != Look::Norm);
                    let mut figures = printed.flat_map(|series| table.cells(series.column));
                    let any = figures.any(|cell| matches!(cell, Cell::Score(Some(_))));
                    assert!(any, "{}, {}: {}", made.name, part.name(), chart.title);
                }
                for chart in table.charts.iter().filter(|chart| chart.picture.is_some()) {
                    let picture = svg(chart).expect("a picture");
                    let subject = &made.case.region.name;
                    assert!(
                        chart.caption.starts_with(subject.as_str()),
                        "{}: {}",
                        made.name,
                        chart.caption
                    );
                    assert!(!picture.contains("NaN"), "{}: {}", made.name, chart.title);
                }
            }
        }
    }
}

#[test]
fn every_page_is_well_formed_and_names_what_only_the_workbook_has() {
    for made in all() {
        let page = made.case.page();
        well_formed(&page);
        assert!(
            page.contains("ook de bladen Gemeenten, Gespreksagenda, Verbeterplan,"),
            "{}",
            made.name
        );
        for id in ["samenvatting", "stappen", "themas", "verantwoording"] {
            assert!(page.contains(&format!("id=\"{id}\"")), "{}: {id}", made.name);
        }
        // The maximum size of a page of figures, including its style sheet, six pictures, and the names of columns that
        // narrow screens show beside each figure.
        assert!(page.len() < 200_000, "{}: {} bytes", made.name, page.len());
        for index in made.case.region.entities.indices() {
            if let Some(own) = municipality(&made.case.report(), index, &[]) {
                well_formed(&html::write(&own, DATE).expect("a page"));
            }
        }
    }
}

/// Asserts that all elements of a page are closed in order, and all ids are unique.
fn well_formed(page: &str) {
    const VOID: [&str; 2] = ["meta", "link"];
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    let mut ids = Vec::new();
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}"));
        match event {
            Event::Eof => break,
            Event::Start(start) => {
                if let Some(id) = start.try_get_attribute("id").expect("attributes") {
                    ids.push(id.value.into_owned());
                }
                let name = start.name().as_ref().to_owned();
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Event::End(end) => assert_eq!(open.pop().as_deref(), Some(end.name().as_ref())),
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        other => panic!("{other:?} is no text"),
    }
}
