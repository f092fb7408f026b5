//! The charts on the sheet Spiegel: for each region, the position of its steps between the quartiles of all.

use ketenscan::answers::{Region, assemble};
use ketenscan::demo;
use ketenscan::questionnaire::{STEPS, builtin};
use ketenscan::report::comparison::outline;
use ketenscan::report::outline::{Block, Cell, ChartKind, ColumnKey, ComparisonPart, Look, Picture, Table};
use ketenscan::report::sharing::{Audience, DisclosedYear, disclose_comparison, disclose_year};
use ketenscan::scoring::{self, RegionScore, Weighting};

/// The given number of regions in one year, in alphabetical order: those of the demo, each year as another region.
fn scored(regions: usize) -> Vec<(Region, RegionScore)> {
    let questionnaire = builtin();
    let story = demo::story();
    let books = story.iter().flat_map(demo::books);
    let filled = books.map(|book| {
        let mut filled = book.order(&questionnaire).filled.unwrap();
        filled.region = format!("{} {}", filled.region, filled.year);
        filled.year = demo::LAST_YEAR;
        filled
    });
    let assembled = assemble(filled, Vec::new()).value.into_iter();
    assembled
        .take(regions)
        .map(|region| {
            let score = scoring::score(&questionnaire, &region, Weighting::Equal).unwrap();
            (region, score)
        })
        .collect()
}

/// The tables on the sheet `Spiegel`.
fn mirror(scored: &[(Region, RegionScore)]) -> Vec<Table> {
    let questionnaire = builtin();
    let years: Vec<DisclosedYear> = scored
        .iter()
        .map(|(region, _)| disclose_year(Audience::Region, &questionnaire, region))
        .collect();
    let known = questionnaire.clone().into();
    let mut parts = outline(&disclose_comparison(Audience::Region, &years, |_| &[], &known).unwrap())
        .parts
        .into_iter();
    let blocks = parts
        .find(|part| part.key == ComparisonPart::Mirror.into())
        .unwrap()
        .blocks
        .into_iter();
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Text(_) => None,
    });
    tables.collect()
}

/// The values that a chart draws for a step, one for each series with this look.
fn drawn(table: &Table, chart: usize, look: Look, step: usize) -> Vec<f64> {
    let series = table.charts[chart]
        .native
        .as_ref()
        .expect("a native chart")
        .series
        .iter();
    let first = table.position(ColumnKey::Step(0)).expect("steps");
    series
        .filter(|series| series.look == look)
        .map(
            |series| match table.rows[series.row.expect("a row")].get(first + step) {
                Some(Cell::FineScore(Some(figure))) => *figure,
                other => panic!("{other:?} is drawn"),
            },
        )
        .collect()
}

/// As shown: with one decimal.
fn tenths(figure: f64) -> f64 {
    (figure * 10.0).round() / 10.0
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn each_region_is_a_mark_among_the_quartiles_of_all() {
    let scored = scored(5);
    let tables = mirror(&scored);
    let table = tables.iter().find(|table| !table.charts.is_empty()).unwrap();
    assert_eq!(table.charts.len(), 5);
    let mut in_the_middle = 0;
    for (index, (region, score)) in scored.iter().enumerate() {
        let chart = &table.charts[index];
        assert_eq!(
            chart.native.as_ref().map(|native| native.kind),
            Some(ChartKind::Spread { columns: STEPS })
        );
        assert!(chart.title.starts_with(&region.name), "{}", chart.title);
        assert!(chart.alternative.contains(&region.name), "{}", chart.alternative);
        in_the_middle += chart.alternative.matches("in het midden").count();
        for step in 0..STEPS {
            let mut all: Vec<f64> = scored
                .iter()
                .map(|(_, score)| tenths(score.steps[step].score.unwrap()))
                .collect();
            all.sort_by(f64::total_cmp);
            // With five scores, the quartiles are the second and the fourth.
            let [lowest, first, median, third, highest] = all[..] else {
                panic!("{all:?}")
            };
            let [base, below, above] =
                [Look::Base, Look::Band(0), Look::Band(1)].map(|look| drawn(table, index, look, step)[0]);
            assert!(close(base, first) && close(base + below, median) && close(base + below + above, third));
            assert_eq!(drawn(table, index, Look::Bound, step), [lowest, highest]);
            let own = score.steps[step].score.unwrap();
            assert_eq!(drawn(table, index, Look::Score, step), [tenths(own)]);
            // In a picture the others are dots without a name.
            let Some(Picture::Strips(strips)) = &chart.picture else {
                panic!("{:?}", chart.picture)
            };
            let strip = &strips.rows[step];
            assert_eq!(strip.own.score, Some(own));
            let (low, high) = strip.own.range.expect("a range");
            assert!(low <= own && own <= high, "{low} {own} {high}");
            assert_eq!(strip.own.range, score.steps[step].low.zip(score.steps[step].high));
            let mut dots = strip.others.clone();
            dots.push(own);
            dots.sort_by(f64::total_cmp);
            assert_eq!(dots.into_iter().map(tenths).collect::<Vec<_>>(), all);
            let middle = strip.middle.map(|(from, to)| (tenths(from), tenths(to)));
            assert_eq!(middle, Some((first, third)));
        }
    }
    // At each step, three of five are in the middle, or more if some are equal.
    assert!(in_the_middle >= 3 * STEPS, "{in_the_middle}");
}

#[test]
fn four_regions_are_not_drawn() {
    assert!(mirror(&scored(4)).iter().all(|table| table.charts.is_empty()));
}
