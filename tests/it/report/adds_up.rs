//! What is shown adds up: every difference in a report, a page of a municipality or a letter is that of the two figures
//! shown beside it. Everything is read as people read it, from the words and whole numbers.

use std::collections::BTreeMap;

use ketenscan::plan::WrittenPlan;
use ketenscan::report::outline::{Block, Cell, Header, Outline, Table, TableKey};
use ketenscan::report::region::{letter, municipality, outline};
use ketenscan::report::{Report, sharing};
use ketenscan::scoring::{Weighting, score};
use ketenscan::wording::whole;
use ketenscan_testing::extremes;
use ketenscan_testing::{demo, region::region_of};

/// What was read, and where it contradicts itself.
#[derive(Default)]
struct Reader {
    pairs: usize,
    contradictions: Vec<String>,
}

impl Reader {
    fn expect(&mut self, place: &str, shown: i64, found: i64) {
        self.pairs += 1;
        if shown != found {
            self.contradictions.push(format!(
                "{place}: {shown} where the figures beside it differ by {found}"
            ));
        }
    }

    fn document(&mut self, name: &str, outline: &Outline) {
        let mut differences: BTreeMap<String, i64> = BTreeMap::new();
        for part in &outline.parts {
            for block in &part.blocks {
                match block {
                    Block::Table(table) => self.table(&format!("{name}, {}", table.heading), table, &mut differences),
                    Block::Text(paragraphs) => {
                        for words in paragraphs {
                            self.figures_in_words(name, words);
                        }
                    }
                }
            }
        }
        // Titles name a row of a table, whichever part it is in.
        for part in &outline.parts {
            for block in &part.blocks {
                let Block::Table(table) = block else { continue };
                for chart in &table.charts {
                    let Some(points) = points_below(&chart.title) else {
                        continue;
                    };
                    let named = differences.iter().filter(|(row, _)| chart.title.contains(row.as_str()));
                    let named = named.max_by_key(|(row, _)| row.len());
                    let (_, found) = named.unwrap_or_else(|| panic!("{name}: what does '{}' name?", chart.title));
                    self.expect(&format!("{name}, '{}'", chart.title), points, *found);
                }
            }
        }
    }

    fn table(&mut self, place: &str, table: &Table, differences: &mut BTreeMap<String, i64>) {
        let score = |row: &[Cell]| figure(table, row, Header::Score).or_else(|| figure(table, row, Header::OwnScore));
        for row in &table.rows {
            let name = text(&row[0]);
            let place = format!("{place}, {name}");
            if let Some((score, norm)) = score(row).zip(figure(table, row, Header::Norm)) {
                let below = (norm - score).max(0);
                differences.insert(name.clone(), below);
                if let Some(gap) = figure(table, row, Header::Gap) {
                    self.expect(&place, gap, below);
                }
                let words = table.position(Header::InWords).map(|column| text(&row[column]));
                match words
                    .as_deref()
                    .map(|words| (points_below(words), words.contains("op de norm")))
                {
                    Some((Some(points), _)) => self.expect(&place, points, below),
                    Some((None, true)) => self.expect(&place, 0, below),
                    _ => {}
                }
            } else if table.position(Header::Norm).is_some() {
                // Nothing is built on a score that is withheld.
                for header in [Header::Gap, Header::MeanGap] {
                    assert_eq!(figure(table, row, header), None, "{place}");
                }
                if let Some(column) = table.position(Header::InWords) {
                    assert_eq!(points_below(&text(&row[column])), None, "{place}");
                }
            }
            if matches!(
                table.key,
                TableKey::Disagreements | TableKey::FurtherDisagreements | TableKey::Handovers
            ) {
                let words = table.position(Header::ToDiscuss).map(|column| text(&row[column]));
                let figures = figures(&words.expect("words"));
                let (low, high) = (figures.iter().min(), figures.iter().max());
                let difference = high.expect("figures") - low.expect("figures");
                let shown = figure(table, row, Header::Difference).expect("a difference");
                self.expect(&place, shown, difference);
            }
        }
    }

    /// "31 punten onder de norm (score 44, norm 75)".
    fn figures_in_words(&mut self, name: &str, words: &str) {
        for (at, _) in words.match_indices("(score ") {
            let (before, after) = words.split_at(at);
            let before = before.rsplit(": ").next().unwrap_or(before);
            let inside = after.split(')').next().expect("a beginning");
            let [score, norm] = figures(inside)[..] else {
                panic!("{name}: {inside}");
            };
            let points = points_below(before).unwrap_or(0);
            self.expect(&format!("{name}, '{words}'"), points, (norm - score).max(0));
        }
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Entry(text) | Cell::PlanStatus(text) => text.clone(),
        Cell::Verdict(verdict) => verdict.words.to_owned(),
        Cell::Score(Some(figure)) | Cell::Points(Some(figure)) => whole(*figure),
        _ => String::new(),
    }
}

/// A figure as it is shown; none if it is withheld, or the table does not have it.
fn figure(table: &Table, row: &[Cell], header: Header) -> Option<i64> {
    match &row[table.position(header)?] {
        Cell::Score(Some(figure)) => whole(*figure).parse().ok(),
        _ => None,
    }
}

/// The points in "31 punten onder de norm"; 0 in "net onder de norm".
fn points_below(words: &str) -> Option<i64> {
    if words.contains("net onder de norm") {
        return Some(0);
    }
    let before = [" punten onder de norm", " punt onder de norm"];
    let before = before.iter().find_map(|after| words.split_once(after))?.0;
    before.rsplit(' ').next()?.parse().ok()
}

/// The whole numbers in a text that stand alone.
fn figures(words: &str) -> Vec<i64> {
    let words = words.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter_map(|word| word.parse().ok()).collect()
}

fn read(reader: &mut Reader, name: &str, report: &Report) {
    reader.document(name, &outline(report, &[], &WrittenPlan::default()));
    reader.document(&format!("{name}, brief"), &letter(report));
    for index in report.region.entities.indices() {
        if let Some(page) = municipality(report, index, &[]) {
            reader.document(&page.title, &page);
        }
    }
}

#[test]
fn no_shown_difference_contradicts_the_figures_beside_it() {
    let mut reader = Reader::default();
    for (name, case) in [
        ("weinig", extremes::tiny()),
        ("veel", extremes::huge()),
        ("niets", extremes::stalled()),
        ("alles", extremes::at_norm()),
    ] {
        read(&mut reader, name, &case.report());
    }
    let asked = ketenscan::questionnaire::builtin();
    let region = region_of(demo::submissions("boeken"));
    let scored = score(&asked, &region, Weighting::Equal).expect("nobody is weighed");
    read(
        &mut reader,
        "demo",
        &Report {
            questionnaire: &asked,
            region: &region,
            score: &scored,
            sharing: None,
        },
    );
    let disclosed = sharing::disclose(sharing::Audience::Anyone, &asked, &region, Weighting::Equal).expect("the same");
    read(&mut reader, "delen", &disclosed.report());
    assert!(reader.pairs > 2_500, "only {} pairs were read", reader.pairs);
    let found = reader.contradictions;
    assert!(
        found.is_empty(),
        "{} of {}:\n{}",
        found.len(),
        reader.pairs,
        found.join("\n")
    );
}
