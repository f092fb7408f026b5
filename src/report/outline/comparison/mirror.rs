//! Regions of one year between the quartiles of all: alphabetical, without a rank, without a red list.

use super::{Block, Cell, Column, Part, Table, columns, newest};
use crate::comparison::mirror::LEAST_REGIONS;
use crate::comparison::{Comparison, MirrorYear, Place, Year};
use crate::questionnaire::STEPS;
use crate::scoring::precision::{at_least, below};
use crate::wording::all_of;

pub(super) fn part(comparison: &Comparison, sharing: bool) -> Part {
    let mut blocks = vec![Block::Text(vec![
        "De regio's van één jaar naast elkaar, op alfabet. Dit is een spiegel en geen ranglijst: een verschil kan aan de regio liggen, en ook aan wie er antwoordde. Het midden is waar de middelste helft van de regio's ligt, tussen het eerste en het derde kwartiel. Scores die wegens te weinig antwoorden niet worden getoond, tellen hier niet mee.".to_owned(),
    ])];
    let (shown, few): (Vec<&MirrorYear>, Vec<&MirrorYear>) = comparison
        .mirror
        .iter()
        .partition(|year| year.steps.iter().any(|step| step.spread.is_some()));
    if !few.is_empty() {
        let years: Vec<String> = few.iter().map(|year| year.year.to_string()).collect();
        blocks.push(Block::Text(vec![format!(
            "Voor {} is er geen spiegel: daarvoor zijn minstens {LEAST_REGIONS} regio's met een score nodig.",
            all_of(&years)
        )]));
    }
    // The year of today first.
    for year in shown.iter().rev() {
        blocks.push(Block::Table(spread(comparison, year)));
        blocks.push(Block::Table(places(comparison, year)));
        if !sharing {
            let learning = learning(comparison, year);
            if !learning.rows.is_empty() {
                blocks.push(Block::Table(learning));
            }
        }
    }
    Part {
        name: "Spiegel",
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
    newest(comparison).map_or_else(String::new, |edition| edition.step_title(step))
}

fn spread(comparison: &Comparison, year: &MirrorYear) -> Table {
    let rows = year.steps.iter().enumerate().map(|(step, found)| {
        let spread = found.spread;
        vec![
            Cell::text(title(comparison, step)),
            Cell::Number(found.regions as f64),
            Cell::Score(spread.map(|spread| spread.min)),
            Cell::Score(spread.map(|spread| spread.q1)),
            Cell::Score(spread.map(|spread| spread.median)),
            Cell::Score(spread.map(|spread| spread.q3)),
            Cell::Score(spread.map(|spread| spread.max)),
        ]
    });
    let columns = columns([
        ("Stap", 28),
        ("Regio's met een score", 17),
        ("Laagste", 17),
        ("Eerste kwartiel", 17),
        ("Mediaan", 17),
        ("Derde kwartiel", 17),
        ("Hoogste", 17),
    ]);
    Table::to_read(format!("Spreiding in {}", year.year), columns, rows.collect())
}

fn places(comparison: &Comparison, year: &MirrorYear) -> Table {
    let mut columns = vec![Column::new("Regio", 28)];
    columns.extend((0..STEPS).map(|step| Column::new(&title(comparison, step), 17)));
    let rows = of_year(comparison, year.year).map(|(name, found)| {
        let mut cells = vec![Cell::text(name)];
        cells.extend((0..STEPS).map(|step| Cell::text(place(found.score.steps[step].score, year, step))));
        cells
    });
    Table::to_read(format!("De regio's in {}", year.year), columns, rows.collect())
}

/// "43, in het midden".
fn place(score: Option<f64>, year: &MirrorYear, step: usize) -> String {
    let Some(score) = score else {
        return "–".to_owned();
    };
    let where_to = year.steps[step].spread.map(|spread| match spread.place(score) {
        Place::Lower => ", onder het midden",
        Place::Middle => ", in het midden",
        Place::Upper => ", boven het midden",
    });
    format!("{}{}", crate::wording::whole(score), where_to.unwrap_or_default())
}

/// For each region the steps short of their norm, and who reaches the norm there.
fn learning(comparison: &Comparison, year: &MirrorYear) -> Table {
    let mut rows = Vec::new();
    for (name, own) in of_year(comparison, year.year) {
        for step in 0..STEPS {
            let total = &own.score.steps[step];
            let (Some(score), Some(norm), Some(_)) = (total.score, total.norm, year.steps[step].spread) else {
                continue;
            };
            if !below(score, norm) {
                continue;
            }
            let others: Vec<&str> = of_year(comparison, year.year)
                .filter(|(_, other)| {
                    let other = &other.score.steps[step];
                    matches!((other.score, other.norm), (Some(score), Some(norm)) if at_least(score, norm))
                })
                .map(|(name, _)| name)
                .collect();
            if !others.is_empty() {
                rows.push(vec![
                    Cell::text(name),
                    Cell::text(title(comparison, step)),
                    Cell::Score(Some(score)),
                    Cell::Score(Some(norm)),
                    Cell::text(all_of(&others)),
                ]);
            }
        }
    }
    let columns = columns([
        ("Regio", 28),
        ("Stap", 17),
        ("Score", 17),
        ("Norm", 17),
        ("Wie de norm haalt", 17),
    ]);
    Table::to_read(
        format!("Bij wie kunt u kijken? Stappen onder de norm in {}", year.year),
        columns,
        rows,
    )
}
