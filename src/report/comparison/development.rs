//! The score of each step over the years, with its range. Missing years show as gaps.

use std::ops::RangeInclusive;

use super::caption;
use super::figures::Figures;
use crate::comparison::{RegionYears, Turnout, Year};
use crate::palette::AGO;
use crate::questionnaire::STEPS;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, Column, ColumnKey, ComparisonPart, Figure, Header, Look, Multiples,
    Native, Panel, Part, Picture, Ranged, Series, Table, TableKey, Usage,
};
use crate::report::sharing::{Audience, ComparisonReport};
use crate::scoring::Total;
use crate::scoring::precision::{first_largest, tenths};

pub(super) fn part(report: &ComparisonReport) -> Part {
    let source = match report.audience() {
        Audience::Region => "het rapport",
        Audience::Anyone => "de uitgave om te delen",
    };
    let mut blocks = vec![Block::Text(vec![format!(
        "De scores zoals ze in {source} van elk jaar staan, met de laagste en hoogste waarde die ze nog kunnen worden waar niemand antwoordde: in de grafieken een lijn of een lichte balk. Een verschil tussen twee jaren kan schijn zijn: op het blad Verandering staat wat er echt van is. Een jaar zonder werkboeken of met te weinig antwoorden is een gat, geen nul."
    )])];
    let figures = Figures::of(report.audience());
    let regions = report.comparison.regions.iter().enumerate();
    blocks.extend(regions.map(|(index, region)| Block::Table(table(index, region, figures))));
    Part {
        key: ComparisonPart::Development.into(),
        title: "De stappen over de jaren".to_owned(),
        blocks,
    }
}

/// All years from the first to the last, including those without workbooks.
fn span(region: &RegionYears) -> RangeInclusive<u16> {
    let year = |year: Option<&Year>| year.map_or(0, |year| year.region.year);
    year(region.years.first())..=year(region.years.last())
}

fn find<'r, 'a>(region: &'r RegionYears<'a>, number: u16) -> Option<&'r Year<'a>> {
    region.years.iter().find(|year| year.region.year == number)
}

fn table(index: usize, region: &RegionYears, shown: Figures) -> Table {
    let mut columns = vec![Column::named(Header::Step, 28)];
    for (figure, prefix) in [(Figure::Score, ""), (Figure::Low, "laagst "), (Figure::High, "hoogst ")] {
        let years = span(region);
        columns.extend(years.map(|year| Column::new(ColumnKey::Year(figure, year), format!("{prefix}{year}"), 9)));
    }
    let figures: [fn(&Total) -> Option<f64>; 3] = [|total| total.score, |total| total.low, |total| total.high];
    let rows = (0..STEPS).map(|step| {
        let mut cells = vec![Cell::text(title(region, step))];
        for figure in figures {
            cells.extend(span(region).map(|year| {
                let found = find(region, year);
                shown.score(found.and_then(|year| figure(&year.score.steps[step])))
            }));
        }
        cells
    });
    Table {
        key: TableKey::Development,
        heading: region.name.to_owned(),
        columns,
        rows: rows.collect(),
        charts: years(index, region, shown).into_iter().collect(),
        usage: Usage::Read,
    }
}

fn title(region: &RegionYears, step: usize) -> String {
    let newest = region.years.last();
    newest.map_or_else(String::new, |year| year.questionnaire.step_title(step))
}

/// The years with a score at this step.
fn scored(region: &RegionYears, step: usize) -> impl DoubleEndedIterator<Item = (u16, f64)> {
    let scores = region
        .years
        .iter()
        .map(move |year| Some((year.region.year, year.score.steps[step].score?)));
    scores.flatten()
}

/// The last years, as many as can be told apart, in order, each with how long ago it was.
fn recent(years: &[u16]) -> impl Iterator<Item = (u16, usize)> {
    let ago = (0..years.len().min(AGO.len())).rev();
    ago.map(|ago| (years[years.len() - 1 - ago], ago))
}

/// The range of each step in a year.
fn ranges(region: &RegionYears, year: u16) -> Vec<Option<(f64, f64)>> {
    let steps = find(region, year).map(|year| year.score.steps.as_slice());
    let steps = steps.unwrap_or_default().iter();
    steps.map(|total| total.low.zip(total.high)).collect()
}

/// All steps over the years, as one chart; `None` unless some step has a score in two years.
fn years(index: usize, region: &RegionYears, shown: Figures) -> Option<Chart> {
    let ends = |step| {
        let (first, last) = (scored(region, step).next()?, scored(region, step).next_back()?);
        (first.0 < last.0).then_some((first, last))
    };
    let differences = (0..STEPS).filter_map(|step| {
        let ((from, before), (to, after)) = ends(step)?;
        let (before, after) = (tenths(before), tenths(after));
        Some(((step, from, before, to, after), (after - before).abs()))
    });
    let scores: Vec<String> = differences
        .clone()
        .map(|((step, from, before, to, after), _)| {
            format!(
                "{} {} in {from}, {} in {to}",
                title(region, step),
                shown.words(before),
                shown.words(after)
            )
        })
        .collect();
    let ((step, from, before, to, after), difference) = first_largest(differences)?;
    let years: Vec<u16> = span(region).collect();
    let panel = |step: usize| {
        let totals = years
            .iter()
            .map(|&year| find(region, year).map(|year| &year.score.steps[step]));
        let point = |total: Option<&Total>| total.map_or_else(Ranged::default, Ranged::from);
        Panel {
            name: title(region, step),
            norm: region.years.last().and_then(|year| year.score.steps[step].norm),
            points: totals.map(point).collect(),
        }
    };
    let others = region.changes.iter().filter(|change| {
        let Turnout { joined, left, .. } = &change.entities;
        !(joined.is_empty() && left.is_empty())
    });
    Some(Chart {
        key: ChartKey::Years { region: index },
        of: Some(region.name.to_owned()),
        title: if difference > 0.0 {
            let name = title(region, step);
            format!(
                "{name} verschilt het meest: {} in {from}, {} in {to}",
                shown.words(before),
                shown.words(after)
            )
        } else {
            format!("Elke stap heeft in {to} dezelfde score als in {from}")
        },
        alternative: format!("Per stap de score over de jaren, met bereik. {}.", scores.join("; ")),
        caption: caption(region.name, &region.years),
        picture: Some(Picture::Multiples(Multiples {
            changed: others.map(|change| region.years_of(change).1).collect(),
            panels: (0..STEPS).map(panel).collect(),
            years: years.clone(),
        })),
        native: Some(Native {
            kind: ChartKind::Bars,
            names: Header::Step.into(),
            series: recent(&years)
                .map(|(year, ago)| Series::new(ColumnKey::Year(Figure::Score, year), Look::Ago(ago)))
                .collect(),
            ranges: recent(&years).map(|(year, _)| ranges(region, year)).collect(),
        }),
    })
}
