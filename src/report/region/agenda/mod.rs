//! Points to discuss: handovers that do not match, different views, facts that contradict claims, questions nobody can
//! answer.

mod disagreements;
mod points;

use std::borrow::Cow;

use self::disagreements::{Disagreement, chart, disagreements};
use self::points::{Point, contradictions, handovers, unknown};
use super::settled;
use crate::office::fitting;
use crate::plan::{AGREED, AgendaPoint, Conclusion, FURTHER_AGREED, FURTHER_DIFFERENCES, PointKind};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, Header, Part, RegionPart, Table, TableKey};

/// How many different views a meeting gets through.
const IN_A_MEETING: usize = 8;
/// How many joint answers a meeting looks at again at least; all that are higher than any separate one, and those first.
const LOOKED_AT_AGAIN: usize = 5;

/// `conclusions` are what people wrote on the agenda of the report that this one replaces.
pub(super) fn part(report: &Report, conclusions: &[Conclusion]) -> Part {
    let mut introduction = vec![
        "Verschil van inzicht is geen fout: het is waar het gesprek over moet gaan. Begin met wat ervaringsdeskundigen anders zien dan professionals, en vraag bij elk punt hoe dat komt.".to_owned(),
    ];
    introduction.extend(settled::sentence(report));
    introduction.push(match report.sharing {
        None => "In de kolom Conclusie schrijft u wat u er samen van vindt. Wat er moet gebeuren, zet u in het Verbeterplan. Beide gaan mee naar een nieuw rapport.".to_owned(),
        Some(_) => "In de kolom Conclusie schrijft u wat u er samen van vindt.".to_owned(),
    });
    Part {
        key: RegionPart::Agenda.into(),
        title: "Gespreksagenda".to_owned(),
        blocks: [Block::Text(introduction)]
            .into_iter()
            .chain(tables(report, conclusions).into_iter().map(Block::Table))
            .collect(),
    }
}

/// The tables of the agenda. Contradictions of single entities and numbers of silent workbooks are not shared.
fn tables(report: &Report, conclusions: &[Conclusion]) -> Vec<Table> {
    let found = disagreements(report);
    let (first, further) = found.split_at(found.len().min(IN_A_MEETING));
    let table = |key, kind: PointKind, figure, points| table(report, key, kind.heading(), figure, points, conclusions);
    let points = |found: &[Disagreement]| found.iter().map(|found| found.point(report)).collect::<Vec<_>>();
    let mut differences = table(
        TableKey::Disagreements,
        PointKind::Difference,
        Header::Difference,
        points(first),
    );
    differences.charts.extend(chart(report, first));
    let mut tables = vec![
        table(
            TableKey::Handovers,
            PointKind::Handover,
            Header::Difference,
            handovers(report),
        ),
        differences,
    ];
    if report.sharing.is_none() {
        tables.extend([
            table(
                TableKey::Contradictions,
                PointKind::Contradiction,
                Header::Fact,
                contradictions(report),
            ),
            table(
                TableKey::LeastKnown,
                PointKind::LittleKnown,
                Header::Unknown,
                unknown(report),
            ),
        ]);
    }
    tables.extend(agreed(report));
    if !further.is_empty() {
        let key = TableKey::FurtherDisagreements;
        let points = points(further);
        tables.push(self::table(
            report,
            key,
            FURTHER_DIFFERENCES,
            Header::Difference,
            points,
            conclusions,
        ));
    }
    tables
}

/// The points on the agenda of a report.
#[must_use]
pub fn agenda_points(report: &Report) -> Vec<AgendaPoint> {
    let differences = disagreements(report);
    let differences = differences.iter().map(|found| found.point(report));
    let others = [handovers(report), contradictions(report), unknown(report)];
    let points = differences.chain(others.into_iter().flatten());
    points.map(|point| point.named(report)).collect()
}

/// Whether a cell can hold all that was concluded about one point.
#[must_use]
pub fn fit_in_a_cell(conclusions: &[&Conclusion]) -> bool {
    let together = points::together(conclusions.iter().copied());
    matches!(fitting(&together), Cow::Borrowed(_))
}

/// The columns of the tables here, which share their widths.
fn grid(headers: [Header; 5]) -> Vec<Column> {
    let widths = [38, 44, 13, 70, 48];
    let columns = headers.into_iter().zip(widths);
    columns.map(|(header, width)| Column::named(header, width)).collect()
}

/// A table with room for what a meeting concludes.
fn table(
    report: &Report,
    key: TableKey,
    heading: &str,
    figure: Header,
    points: Vec<Point>,
    conclusions: &[Conclusion],
) -> Table {
    let rows = points.into_iter().map(|point| point.cells(report, conclusions));
    let rows: Vec<Vec<Cell>> = rows.collect();
    let columns = grid([
        Header::Point,
        Header::ToDiscuss,
        figure,
        Header::Question,
        Header::Conclusion,
    ]);
    Table::to_read(key, heading_of(report, heading, &rows), columns, rows)
}

fn heading_of(report: &Report, heading: &str, rows: &[Vec<Cell>]) -> String {
    match (rows.is_empty(), report.sharing) {
        (false, _) => heading.to_owned(),
        (true, None) => format!("{heading}: geen"),
        (true, Some(_)) => format!("{heading}: niets dat in deze uitgave getoond kan worden"),
    }
}

/// What people agreed on; none if nobody agreed on anything. What a meeting does not get through is a table of its own.
fn agreed(report: &Report) -> Vec<Table> {
    let headers = [
        Header::Point,
        Header::InWords,
        Header::Joint,
        Header::Question,
        Header::Whose,
    ];
    let mut rows = settled::rows(report);
    let first = settled::higher(report).max(LOOKED_AT_AGAIN);
    let further = rows.split_off(rows.len().min(first));
    let parts = [
        (TableKey::Settled, AGREED, rows),
        (TableKey::FurtherSettled, FURTHER_AGREED, further),
    ];
    let parts = parts.into_iter().filter(|(.., rows)| !rows.is_empty());
    parts
        .map(|(key, heading, rows)| Table::to_read(key, heading.to_owned(), grid(headers), rows))
        .collect()
}
