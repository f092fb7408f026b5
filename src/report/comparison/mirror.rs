//! The regions of one year in relation to the quartiles of all: in alphabetical order, without ranks or red flags.

use super::caption;
use super::figures::Figures;
use crate::comparison::mirror::FEWEST_REGIONS;
use crate::comparison::{Comparison, Learning, MirrorYear, Place, Spread, Year};
use crate::questionnaire::STEPS;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, Column, ColumnKey, ComparisonPart, Header, Look, Native, Part, Picture,
    Ranged, Series, Strip, Strips, Table, TableKey,
};
use crate::report::sharing::ComparisonReport;
use crate::scoring::Total;
use crate::scoring::precision::tenths;
use crate::wording::{all_of, count};

/// The width of the column of a step, in which "74,0, boven het midden" fits.
const STEP: u16 = 21;

pub(super) fn part(report: &ComparisonReport) -> Part {
    let (comparison, shown) = (&report.comparison, Figures::of(report.audience()));
    let mut blocks = vec![Block::Text(vec![
        "De regio's van één jaar naast elkaar, op alfabet. Dit is een spiegel en geen ranglijst: een verschil kan aan de regio liggen, en ook aan wie er antwoordde. Het midden is waar de middelste helft van de regio's ligt, tussen het eerste en het derde kwartiel. Scores die wegens te weinig antwoorden niet worden getoond, tellen hier niet mee.".to_owned(),
    ])];
    let (spread_out, few): (Vec<&MirrorYear>, Vec<&MirrorYear>) = comparison
        .mirror
        .iter()
        .partition(|year| year.steps.iter().any(|step| step.spread.is_some()));
    if !few.is_empty() {
        let years: Vec<String> = few.iter().map(|year| year.year.to_string()).collect();
        blocks.push(Block::Text(vec![format!(
            "Voor {} is er geen spiegel: daarvoor zijn minstens {} regio's met een score nodig.",
            all_of(&years),
            FEWEST_REGIONS
        )]));
    }
    if !spread_out.is_empty() {
        blocks.push(Block::Text(vec![
            "In een grafiek loopt de balk van het eerste tot het derde kwartiel; hij verspringt van kleur bij de mediaan. De streepjes zijn de laagste en de hoogste score, de ruit is de regio, met een dunne lijn voor haar bereik.".to_owned(),
        ]));
    }
    // The latest year comes first, and only that one has charts.
    for (ago, year) in spread_out.iter().rev().enumerate() {
        let mut spread = spread(comparison, year, shown);
        if ago == 0 {
            spread.charts = charts(comparison, year, shown);
        } else {
            spread.key = TableKey::EarlierSpread;
            spread.heading = format!("Eerder, voor het scherm: spreiding in {}", year.year);
        }
        blocks.push(Block::Table(spread));
        blocks.push(Block::Table(places(comparison, year, shown)));
        if !year.learning.is_empty() {
            blocks.push(Block::Table(learning(comparison, year)));
        }
    }
    Part {
        key: ComparisonPart::Mirror.into(),
        title: "Elke regio tussen de andere".to_owned(),
        blocks,
    }
}

/// The regions with workbooks in this year, in alphabetical order.
fn of_year<'c, 'a>(comparison: &'c Comparison<'a>, year: u16) -> impl Iterator<Item = (&'a str, &'c Year<'a>)> {
    comparison.regions.iter().filter_map(move |region| {
        let found = region.years.iter().find(|found| found.region.year == year)?;
        Some((region.name, found))
    })
}

fn title(comparison: &Comparison, step: usize) -> String {
    comparison
        .newest()
        .map_or_else(String::new, |edition| edition.step_title(step))
}

/// The distribution, and below it the regions: a row of scores each, with the steps side by side.
fn spread(comparison: &Comparison, year: &MirrorYear, shown: Figures) -> Table {
    let row = |name: String, figure: &dyn Fn(usize) -> Cell| {
        let figures = (0..STEPS).map(figure);
        [Cell::text(name)].into_iter().chain(figures).collect::<Vec<Cell>>()
    };
    let mut rows = vec![row(Header::ScoredRegions.words().to_owned(), &|step| {
        Cell::Number(year.steps[step].regions as f64)
    })];
    rows.extend(OF_SPREAD.map(|(header, figure, _)| {
        row(header.words().to_owned(), &|step| {
            shown.score(year.steps[step].spread.as_ref().map(figure))
        })
    }));
    rows.extend(
        of_year(comparison, year.year)
            .map(|(name, found)| row(name.to_owned(), &|step| shown.score(found.score.steps[step].score))),
    );
    let mut columns = vec![Column::named(Header::Region, 32)];
    columns.extend((0..STEPS).map(|step| Column::new(ColumnKey::Step(step), format!("Stap {step}"), STEP)));
    Table::to_read(TableKey::Spread, format!("Spreiding in {}", year.year), columns, rows)
}

/// A figure of a distribution.
type OfSpread = fn(&Spread) -> f64;

/// The rows of the distribution, below that of the number of regions, and what they are in a chart.
const OF_SPREAD: [(Header, OfSpread, Option<Look>); 7] = [
    (Header::Minimum, |spread| spread.min, Some(Look::Bound)),
    (Header::FirstQuartile, |spread| spread.q1, Some(Look::Base)),
    (Header::Median, |spread| spread.median, None),
    (Header::ThirdQuartile, |spread| spread.q3, None),
    (Header::Maximum, |spread| spread.max, Some(Look::Bound)),
    (
        Header::LowerHalf,
        |spread| tenths(spread.median) - tenths(spread.q1),
        Some(Look::Band(0)),
    ),
    (
        Header::UpperHalf,
        |spread| tenths(spread.q3) - tenths(spread.median),
        Some(Look::Band(1)),
    ),
];

/// The series of a region, by its place among those of the year.
fn series(region: usize) -> Vec<Series> {
    let along = |row, look| Series::along(ColumnKey::Step(0), row, look);
    let spread = (1..).zip(OF_SPREAD);
    let spread = spread.filter_map(|(row, (.., look))| Some(along(row, look?)));
    let own = along(1 + OF_SPREAD.len() + region, Look::Score);
    spread.chain([own]).collect()
}

/// The ranges of the region's own scores; the other series have none.
fn ranges(series: &[Series], steps: &[Total]) -> Vec<Vec<Option<(f64, f64)>>> {
    let of = |series: &Series| match series.look {
        Look::Score => steps.iter().map(|total| total.low.zip(total.high)).collect(),
        _ => Vec::new(),
    };
    series.iter().map(of).collect()
}

/// For each region the position of its steps in the distribution; a region without a score gets no chart.
fn charts(comparison: &Comparison, year: &MirrorYear, shown: Figures) -> Vec<Chart> {
    let regions = of_year(comparison, year.year).enumerate();
    let charts = regions.filter_map(|(index, (name, found))| {
        let scores = || found.score.steps.iter().map(|total| total.score).enumerate();
        let is_placed = |(step, score): (usize, Option<f64>)| score.is_some() && year.steps[step].spread.is_some();
        if !scores().any(is_placed) {
            return None;
        }
        let places: Vec<String> = scores()
            .map(|(step, score)| format!("{step}: {}", place(score, year, step, shown)))
            .collect();
        Some(Chart {
            key: ChartKey::Spread {
                region: index,
                year: year.year,
            },
            of: Some(name.to_owned()),
            title: format!("{name} {}: de stappen tussen die van alle regio's", year.year),
            alternative: format!(
                "Per stap de kwartielen van de regio's, met {name} als ruit. {}.",
                places.join("; ")
            ),
            caption: format!(
                "{} {} ernaast.",
                caption(name, std::slice::from_ref(found)),
                count(of_year(comparison, year.year).count() - 1, "regio", "regio's")
            ),
            picture: Some(strips(comparison, year, name)),
            native: Some(Native {
                kind: ChartKind::Spread { columns: STEPS },
                names: ColumnKey::Step(0),
                ranges: ranges(&series(index), &found.score.steps),
                series: series(index),
            }),
        })
    });
    charts.collect()
}

/// A region among the others of its year, without their names.
fn strips(comparison: &Comparison, year: &MirrorYear, name: &str) -> Picture {
    let rows = year.steps.iter().enumerate().map(|(step, found)| {
        let totals = || of_year(comparison, year.year).map(|(region, year)| (region, &year.score.steps[step]));
        let mut others: Vec<f64> = totals()
            .filter_map(|(other, total)| total.score.filter(|_| other != name))
            .collect();
        others.sort_by(f64::total_cmp);
        Strip {
            name: title(comparison, step),
            own: totals()
                .find(|(own, _)| *own == name)
                .map_or_else(Ranged::default, |(_, total)| total.into()),
            others,
            middle: found.spread.map(|spread| (spread.q1, spread.q3)),
        }
    });
    Picture::Strips(Strips {
        who: name.to_owned(),
        rows: rows.collect(),
    })
}

fn places(comparison: &Comparison, year: &MirrorYear, shown: Figures) -> Table {
    let mut columns = vec![Column::named(Header::Region, 32)];
    columns.extend((0..STEPS).map(|step| Column::new(ColumnKey::Step(step), title(comparison, step), STEP)));
    let rows = of_year(comparison, year.year).map(|(name, found)| {
        let mut cells = vec![Cell::text(name)];
        cells.extend((0..STEPS).map(|step| Cell::text(place(found.score.steps[step].score, year, step, shown))));
        cells
    });
    Table::to_read(
        TableKey::Places,
        format!("De regio's in {}", year.year),
        columns,
        rows.collect(),
    )
}

/// "43, in het midden".
fn place(score: Option<f64>, year: &MirrorYear, step: usize, shown: Figures) -> String {
    let Some(score) = score else {
        return "–".to_owned();
    };
    let where_to = year.steps[step].spread.map(|spread| match spread.place(score) {
        Place::Lower => ", onder het midden",
        Place::Middle => ", in het midden",
        Place::Upper => ", boven het midden",
    });
    format!("{}{}", shown.words(score), where_to.unwrap_or_default())
}

/// For each step at which somebody is below the norm, the regions that reach theirs.
fn learning(comparison: &Comparison, year: &MirrorYear) -> Table {
    let mut steps: Vec<&Learning> = year.learning.iter().collect();
    steps.sort_by_key(|found| found.step);
    steps.dedup_by_key(|found| found.step);
    let rows = steps.iter().map(|found| {
        vec![
            Cell::text(title(comparison, found.step)),
            Cell::text(all_of(&found.from)),
        ]
    });
    let columns = vec![
        Column::named(Header::Step, 32),
        Column::named(Header::AtNorm, STEP * STEPS as u16).across(STEPS as u16),
    ];
    Table::to_read(
        TableKey::Learning,
        format!("Bij wie kunt u kijken? De stappen in {}", year.year),
        columns,
        rows.collect(),
    )
}
