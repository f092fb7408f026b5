//! All regions on one page: the chain with what changed last, and each step against its norm. In alphabetical order, as
//! nobody is ranked.

use super::figures::Figures;
use super::sentences::shown_chain;
use crate::comparison::{Change, RegionYears, Year};
use crate::questionnaire::STEPS;
use crate::report::outline::{
    Block, Cell, Column, ColumnKey, ComparisonPart, Header, Part, Table, TableKey, Usage, columns,
};
use crate::report::sharing::{Audience, ComparisonReport};
use crate::scoring::precision::{is_change, is_small};

/// The widths of the columns of the steps, by the length of their names.
const OF_STEPS: [u16; STEPS] = [19, 13, 19, 11, 11, 15, 14, 15];

pub(super) fn part(report: &ComparisonReport) -> Part {
    let in_parts = report.audience() == Audience::Region;
    let figures = Figures::of(report.audience());
    let mut columns = columns([
        (Header::Region, 28),
        (Header::Years, 15),
        (Header::InWords, 32),
        (Header::Chain, 9),
        (Header::Difference, 9),
        (Header::Real, 9),
    ]);
    if in_parts {
        columns.push(Column::named(Header::Apparent, 9));
    }
    let newest = report.comparison.newest();
    let title = |step: usize| newest.map_or_else(String::new, |edition| edition.step_title(step));
    let steps = OF_STEPS.into_iter().enumerate();
    columns.extend(steps.map(|(step, width)| Column::new(ColumnKey::Step(step), title(step), width)));
    let rows = report.comparison.regions.iter().filter_map(|region| {
        let last = region.years.last()?;
        Some(row(region, last, figures, in_parts))
    });
    Part {
        key: ComparisonPart::Overview.into(),
        title: "Alle regio's op één blad".to_owned(),
        blocks: vec![
            Block::Text(vec![format!(
                "Op alfabet: dit is geen ranglijst. De keten en de stappen zijn die van het laatste jaar; het verschil is dat met het jaar ervoor. {} Een stap is donkerder naarmate hij verder onder zijn norm ligt; een gearceerd vak heeft te weinig antwoorden.",
                if in_parts {
                    "Echt is wat dezelfde deelnemers op dezelfde vragen anders antwoordden, schijn is de rest: er deden anderen mee, andere vragen zijn beantwoord, of de vragenlijst veranderde."
                } else {
                    "Echt is wat dezelfde deelnemers op dezelfde vragen anders antwoordden."
                }
            )]),
            Block::Table(Table {
                usage: Usage::Heatmap,
                ..Table::to_read(TableKey::Overview, "De regio's", columns, rows.collect())
            }),
        ],
    }
}

fn row(region: &RegionYears, last: &Year, figures: Figures, in_parts: bool) -> Vec<Cell> {
    let change = region.changes.last();
    let parts = change.and_then(|change| shown_chain(region, change)?.ok());
    let years = match change.map(|change| region.years_of(change)) {
        Some((from, to)) => format!("{from} en {to}"),
        None => last.region.year.to_string(),
    };
    let mut cells = vec![
        Cell::text(region.name),
        Cell::text(years),
        Cell::text(in_words(region, change, last)),
        figures.score(last.score.chain.score),
        figures.points(parts.map(|parts| parts.total())),
        figures.points(parts.map(|parts| parts.real)),
    ];
    if in_parts {
        let apparent = parts.and_then(|parts| parts.apparent);
        let sum = apparent.map(|found| found.availability + found.respondents + found.questions);
        cells.push(figures.points(sum));
    }
    cells.extend(last.score.steps.iter().map(|total| Cell::Heat(total.into())));
    cells
}

/// What became of the chain, in a few words.
fn in_words(region: &RegionYears, change: Option<&Change>, last: &Year) -> String {
    let Some(change) = change else {
        return match last.score.chain.score {
            Some(_) => "één jaar: nog niets om te vergelijken".to_owned(),
            None => "te weinig antwoorden".to_owned(),
        };
    };
    let parts = match shown_chain(region, change) {
        None => return "niet elke stap is te vergelijken".to_owned(),
        Some(Err(why)) => return why.words(),
        Some(Ok(parts)) => parts,
    };
    let small = if is_small(parts.real) { "kleine " } else { "" };
    match (is_change(parts.real), is_change(parts.total())) {
        (true, _) if parts.real > 0.0 => format!("{small}echte verbetering"),
        (true, _) => format!("{small}echte achteruitgang"),
        (false, true) if parts.total() > 0.0 => "hoger, maar niet echt verbeterd".to_owned(),
        (false, true) => "lager, maar niet echt verslechterd".to_owned(),
        (false, false) => "vrijwel gelijk".to_owned(),
    }
}
