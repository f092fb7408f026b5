//! Properties of every outline, checked on all reports and the comparison of the demo.

use super::outline::{Block, Chart, ComparisonPart, Outline, PartKey, RegionPart, Table, TableKey};
use super::sharing::{Audience, DisclosedYear, disclose, disclose_comparison, disclose_year};
use super::{comparison, region};
use crate::answers::{Region, assemble};
use crate::demo;
use crate::plan::WrittenPlan;
use crate::questionnaire::builtin;
use crate::scoring::Weighting;

fn regions() -> Vec<Region> {
    let questionnaire = builtin();
    let story = demo::story();
    let books = story.iter().flat_map(demo::books);
    let filled = books.map(|book| book.order(&questionnaire).filled.unwrap());
    assemble(filled.collect::<Vec<_>>(), Vec::new()).value
}

fn outlines(audience: Audience) -> Vec<Outline> {
    let questionnaire = builtin();
    let regions = regions();
    let mut outlines: Vec<Outline> = regions
        .iter()
        .map(|found| {
            let disclosed = disclose(audience, &questionnaire, found, Weighting::Equal).unwrap();
            region::outline(&disclosed.report(), &[], &WrittenPlan::default())
        })
        .collect();
    let years: Vec<DisclosedYear> = regions
        .iter()
        .map(|found| disclose_year(audience, &questionnaire, found))
        .collect();
    let known = questionnaire.clone().into();
    outlines.push(comparison::outline(
        &disclose_comparison(audience, &years, |_| &[], &known).unwrap(),
    ));
    outlines
}

fn tables(outline: &Outline) -> impl Iterator<Item = &Table> {
    let blocks = outline.parts.iter().flat_map(|part| &part.blocks);
    blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Text(_) => None,
    })
}

#[test]
fn columns_of_a_table_are_unique_and_include_those_its_charts_draw() {
    let outlines = outlines(Audience::Region);
    let mut charts = 0;
    for table in outlines.iter().flat_map(tables) {
        for (index, column) in table.columns.iter().enumerate() {
            assert_eq!(
                table.position(column.key),
                Some(index),
                "{:?}: {:?}",
                table.key,
                column.key
            );
        }
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{:?}", table.key);
        }
        for (chart, native) in table.native_charts() {
            let drawn = native.series.iter().map(|series| series.column);
            for column in drawn.chain([native.names]) {
                assert!(table.position(column).is_some(), "{:?}: {column:?}", chart.key);
            }
            charts += 1;
        }
    }
    assert!(charts > 0, "the demo has charts");
}

#[test]
fn charts_with_the_same_key_are_equal() {
    for outline in outlines(Audience::Region) {
        let charts: Vec<&Chart> = tables(&outline).flat_map(|table| &table.charts).collect();
        for one in &charts {
            for other in charts.iter().filter(|other| other.key == one.key) {
                assert_eq!((&one.title, &one.alternative), (&other.title, &other.alternative));
                assert_eq!((&one.picture, &one.caption), (&other.picture, &other.caption));
            }
        }
    }
}

#[test]
fn each_audience_gets_its_parts_in_order_with_their_own_key() {
    for audience in [Audience::Region, Audience::Anyone] {
        let mut outlines = outlines(audience);
        let of_comparison = outlines.pop().unwrap();
        let keys = |outline: &Outline| -> Vec<PartKey> { outline.parts.iter().map(|part| part.key).collect() };
        let parts = RegionPart::ALL.iter().filter(|part| audience.gets(part.audience()));
        let expected: Vec<PartKey> = parts.map(|&part| part.into()).collect();
        for outline in &outlines {
            assert_eq!(keys(outline), expected);
        }
        let parts = ComparisonPart::ALL.iter().filter(|part| audience.gets(part.audience()));
        let expected: Vec<PartKey> = parts.map(|&part| part.into()).collect();
        assert_eq!(keys(&of_comparison), expected);
    }
    assert!(!Audience::Anyone.gets(RegionPart::Provenance.audience()));
}

#[test]
fn a_single_core_theme_is_spoken_of_in_the_singular() {
    let mut questionnaire = builtin();
    for theme in questionnaire.themes.iter_mut().filter(|theme| theme.core).skip(1) {
        theme.core = false;
    }
    let regions = regions();
    let disclosed = disclose(Audience::Region, &questionnaire, &regions[0], Weighting::Equal).unwrap();
    let outline = region::outline(&disclosed.report(), &[], &WrittenPlan::default());
    let themes = outline
        .parts
        .iter()
        .find(|part| part.key == RegionPart::Themes.into())
        .unwrap();
    let Block::Text(introduction) = &themes.blocks[0] else {
        panic!("the themes are introduced");
    };
    assert!(
        introduction[0].contains(" Het kernthema draagt de scan. "),
        "{introduction:?}"
    );
    let summary = tables(&outline)
        .find(|table| table.key == TableKey::SummaryThemes)
        .unwrap();
    assert_eq!(summary.heading, "Het kernthema");
    let alternative = &summary.charts[0].alternative;
    assert!(
        alternative.starts_with("Het kernthema met score, bereik en norm: "),
        "{alternative}"
    );
}
