//! The regions of one year in relation to the quartiles of all: in alphabetical order, without ranks or red flags.

use super::caption;
use super::figures::Figures;
use crate::comparison::mirror::FEWEST_REGIONS;
use crate::comparison::{Comparison, Learning, MirrorYear, Place, Year};
use crate::questionnaire::STEPS;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, Column, ColumnKey, ComparisonPart, Header, Look, Native, Part, Picture,
    Series, Strip, Strips, Table, TableKey, columns,
};
use crate::report::sharing::ComparisonReport;
use crate::scoring::precision::tenths;
use crate::wording::{all_of, count};

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
            "In een grafiek loopt de balk van het eerste tot het derde kwartiel; hij verspringt van kleur bij de mediaan. De streepjes zijn de laagste en de hoogste score, de ruit is de regio.".to_owned(),
        ]));
    }
    // The latest year comes first, and only that one has charts.
    for (ago, year) in spread_out.iter().rev().enumerate() {
        let mut spread = spread(comparison, year, shown);
        if ago == 0 {
            spread.charts = charts(comparison, year, shown);
        }
        blocks.push(Block::Table(spread));
        blocks.push(Block::Table(places(comparison, year, shown)));
        if !year.learning.is_empty() {
            blocks.push(Block::Table(learning(comparison, year, shown)));
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

fn spread(comparison: &Comparison, year: &MirrorYear, shown: Figures) -> Table {
    let regions = || of_year(comparison, year.year);
    let rows = year.steps.iter().enumerate().map(|(step, found)| {
        let spread = found.spread;
        let mut cells = vec![
            Cell::text(title(comparison, step)),
            Cell::Number(found.regions as f64),
            shown.score(spread.map(|spread| spread.min)),
            shown.score(spread.map(|spread| spread.q1)),
            shown.score(spread.map(|spread| spread.median)),
            shown.score(spread.map(|spread| spread.q3)),
            shown.score(spread.map(|spread| spread.max)),
            shown.score(spread.map(|spread| tenths(spread.median) - tenths(spread.q1))),
            shown.score(spread.map(|spread| tenths(spread.q3) - tenths(spread.median))),
        ];
        cells.extend(regions().map(|(_, found)| shown.score(found.score.steps[step].score)));
        cells
    });
    let mut columns = columns([
        (Header::Step, 28),
        (Header::ScoredRegions, 17),
        (Header::Minimum, 17),
        (Header::FirstQuartile, 17),
        (Header::Median, 17),
        (Header::ThirdQuartile, 17),
        (Header::Maximum, 17),
        (Header::LowerHalf, 17),
        (Header::UpperHalf, 17),
    ]);
    let named = regions().enumerate();
    columns.extend(named.map(|(index, (name, _))| Column::new(ColumnKey::Region(index), name, 17)));
    Table::to_read(
        TableKey::Spread,
        format!("Spreiding in {}", year.year),
        columns,
        rows.collect(),
    )
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
                kind: ChartKind::Spread,
                names: Header::Step.into(),
                series: vec![
                    Series::new(Header::FirstQuartile, Look::Base),
                    Series::new(Header::LowerHalf, Look::Band(0)),
                    Series::new(Header::UpperHalf, Look::Band(1)),
                    Series::new(Header::Minimum, Look::Bound),
                    Series::new(Header::Maximum, Look::Bound),
                    Series::new(ColumnKey::Region(index), Look::Score),
                ],
            }),
        })
    });
    charts.collect()
}

/// A region among the others of its year, without their names.
fn strips(comparison: &Comparison, year: &MirrorYear, name: &str) -> Picture {
    let rows = year.steps.iter().enumerate().map(|(step, found)| {
        let score = |year: &Year| year.score.steps[step].score;
        let scores = || of_year(comparison, year.year);
        let mut others: Vec<f64> = scores()
            .filter_map(|(other, year)| score(year).filter(|_| other != name))
            .collect();
        others.sort_by(f64::total_cmp);
        Strip {
            name: title(comparison, step),
            own: scores().find_map(|(own, year)| score(year).filter(|_| own == name)),
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
    let mut columns = vec![Column::named(Header::Region, 28)];
    columns.extend((0..STEPS).map(|step| Column::new(ColumnKey::Step(step), title(comparison, step), 17)));
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

/// For each region the steps below their norm, and the regions that reach theirs.
fn learning(comparison: &Comparison, year: &MirrorYear, shown: Figures) -> Table {
    let row = |found: &Learning| {
        vec![
            Cell::text(found.region),
            Cell::text(title(comparison, found.step)),
            shown.score(Some(found.score)),
            shown.score(Some(found.norm)),
            Cell::text(all_of(&found.from)),
        ]
    };
    let columns = columns([
        (Header::Region, 28),
        (Header::Step, 17),
        (Header::Score, 17),
        (Header::Norm, 17),
        (Header::AtNorm, 17),
    ]);
    Table::to_read(
        TableKey::Learning,
        format!("Bij wie kunt u kijken? Stappen onder de norm in {}", year.year),
        columns,
        year.learning.iter().map(row).collect(),
    )
}
