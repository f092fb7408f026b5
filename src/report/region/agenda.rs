//! Points to discuss: handovers that do not match, different views, facts that contradict claims, questions nobody can
//! answer.

use super::phrases::{point_name, score};
use super::settled;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, Header, Part, RegionPart, Table, TableKey};
use crate::scoring::lenses::least_known::{LittleKnown, least_known};
use crate::scoring::precision::{largest_first, shown};
use crate::wording::{all_of, whole};

/// How many of the least-known questions are worth discussing in a meeting.
const MOST_UNKNOWN: usize = 10;
/// How many different views a meeting gets through.
const IN_A_MEETING: usize = 8;

pub(super) fn part(report: &Report) -> Part {
    let mut introduction = vec![
        "Verschil van inzicht is geen fout: het is waar het gesprek over moet gaan. Begin met wat ervaringsdeskundigen anders zien dan professionals.".to_owned(),
    ];
    introduction.extend(settled::sentence(report));
    introduction.push(match report.sharing {
        None => "In de kolom Conclusie schrijft u wat u er samen van vindt. Wat er moet gebeuren, zet u in het Verbeterplan: alleen dat gaat mee naar een nieuw rapport.".to_owned(),
        Some(_) => "In de kolom Conclusie schrijft u wat u er samen van vindt.".to_owned(),
    });
    Part {
        key: RegionPart::Agenda.into(),
        title: "Gespreksagenda".to_owned(),
        blocks: [Block::Text(introduction)]
            .into_iter()
            .chain(tables(report).into_iter().map(Block::Table))
            .collect(),
    }
}

/// The tables of the agenda. Contradictions of single entities and numbers of silent workbooks are not shared.
fn tables(report: &Report) -> Vec<Table> {
    let mut disagreements = disagreements(report);
    let further = disagreements.split_off(disagreements.len().min(IN_A_MEETING));
    let mut tables = vec![
        handovers(report),
        to_conclude(
            report,
            TableKey::Disagreements,
            "Waar perspectieven verschillen",
            disagreements,
        ),
    ];
    if report.sharing.is_none() {
        tables.extend([contradictions(report), unknown(report)]);
    }
    tables.extend(agreed(report));
    if !further.is_empty() {
        let heading = "Verder, voor het scherm: waar perspectieven ook verschillen";
        let key = TableKey::FurtherDisagreements;
        tables.push(table(report, key, heading, Header::Difference, further));
    }
    tables
}

/// The cells for the columns that all tables here have in common.
fn point(row: RowIndex, report: &Report, figure: Cell, words: String) -> Vec<Cell> {
    let question = report.questionnaire.question_of(row);
    vec![
        Cell::text(point_name(report.questionnaire, row)),
        Cell::text(words),
        figure,
        Cell::text(&question.text),
        Cell::text(report.questionnaire.step_title(question.step)),
    ]
}

/// The columns of the tables here, which share their widths.
fn grid(headers: [Header; 5]) -> Vec<Column> {
    let widths = [34, 62, 12, 58, 46];
    let columns = headers.into_iter().zip(widths);
    columns.map(|(header, width)| Column::named(header, width)).collect()
}

fn table(report: &Report, key: TableKey, heading: &str, figure: Header, rows: Vec<Vec<Cell>>) -> Table {
    let columns = grid([Header::Point, Header::ToDiscuss, figure, Header::Question, Header::Step]);
    Table::to_read(key, heading_of(report, heading, &rows), columns, rows)
}

/// The same, with room for what a meeting concludes instead of the step.
fn to_conclude(report: &Report, key: TableKey, heading: &str, mut rows: Vec<Vec<Cell>>) -> Table {
    let columns = grid([
        Header::Point,
        Header::ToDiscuss,
        Header::Difference,
        Header::Question,
        Header::Conclusion,
    ]);
    for cells in &mut rows {
        cells.pop();
        cells.push(Cell::text(""));
    }
    Table::to_read(key, heading_of(report, heading, &rows), columns, rows)
}

fn heading_of(report: &Report, heading: &str, rows: &[Vec<Cell>]) -> String {
    match (rows.is_empty(), report.sharing) {
        (false, _) => heading.to_owned(),
        (true, None) => format!("{heading}: geen"),
        (true, Some(_)) => format!("{heading}: niets dat in deze uitgave getoond kan worden"),
    }
}

/// The rows about different views: the largest difference first, and among equals those that experts by experience or
/// community leaders take part in.
fn disagreements(report: &Report) -> Vec<Vec<Cell>> {
    let name = |perspective: PerspectiveIndex| report.questionnaire.perspectives[perspective].name.as_str();
    let points = report.score.agenda.iter().map(|found| {
        let views: Vec<String> = found
            .means
            .iter()
            .map(|&(perspective, mean)| format!("{} {}", name(perspective), whole(mean)))
            .collect();
        let words = format!(
            "Hoe komt het dat dit zo verschillend wordt gezien? {}.",
            views.join(", ")
        );
        let means = || found.means.iter().map(|&(_, mean)| shown(mean));
        // The difference of the two figures in the sentence.
        let difference = means().fold(0.0, f64::max) - means().fold(100.0, f64::min);
        let perspectives = &report.questionnaire.perspectives;
        let informal = found
            .means
            .iter()
            .any(|&(perspective, _)| perspectives[perspective].informal);
        (found.row, difference, informal, words)
    });
    let mut points: Vec<(RowIndex, f64, bool, String)> = points.collect();
    points.sort_by(|one, other| largest_first(one.1, other.1).then(other.2.cmp(&one.2)));
    let rows = points
        .into_iter()
        .map(|(row, difference, _, words)| point(row, report, Cell::Score(Some(difference)), words));
    rows.collect()
}

fn handovers(report: &Report) -> Table {
    let name = |perspective: PerspectiveIndex| report.questionnaire.perspectives[perspective].name.as_str();
    let rows = report
        .score
        .handovers
        .iter()
        .filter(|found| found.mismatch)
        .map(|found| {
            let words = format!(
                "{} geeft {}, {} geeft {}. Bedoelen zij dezelfde afspraak, en werkt die aan beide kanten?",
                name(found.from),
                score(found.from_score),
                name(found.to),
                score(found.to_score)
            );
            let sides = found.from_score.zip(found.to_score);
            let difference = sides.map(|(from, to)| (shown(from) - shown(to)).abs());
            point(found.row, report, Cell::Score(difference), words)
        });
    to_conclude(
        report,
        TableKey::Handovers,
        "Overdrachten die niet op elkaar passen",
        rows.collect(),
    )
}

fn contradictions(report: &Report) -> Table {
    let rows = report.score.contradictions.iter().map(|found| {
        let rule = &report.questionnaire.rules[found.rule];
        let entity = &report.region.entities[found.entity].name;
        let words = format!(
            "{entity}: {} Het feit: {}.",
            rule.message,
            point_name(report.questionnaire, rule.fact)
        );
        let fact = &report.questionnaire.rows[rule.fact].id;
        point(rule.claim, report, Cell::text(format!("naast {fact}")), words)
    });
    table(
        report,
        TableKey::Contradictions,
        "Oordelen waar een feit naast staat",
        Header::Fact,
        rows.collect(),
    )
}

fn unknown(report: &Report) -> Table {
    let rows = least_known(report.questionnaire, report.region);
    let rows = rows.into_iter().take(MOST_UNKNOWN).map(|found| {
        let LittleKnown { row, unknown, asked } = found;
        let partners = &report.questionnaire.question_of(row).partners;
        let who = if partners.is_empty() {
            String::new()
        } else {
            format!(" Wie weet het wel: {}?", all_of(partners))
        };
        let silent = if asked == 1 {
            "Het enige werkboek met deze vraag geeft geen antwoord.".to_owned()
        } else {
            format!("{unknown} van de {asked} werkboeken geven geen antwoord.")
        };
        let words = format!("{silent}{who}");
        point(row, report, Cell::Number(unknown as f64), words)
    });
    table(
        report,
        TableKey::LeastKnown,
        "Wat het minst bekend is",
        Header::Unknown,
        rows.collect(),
    )
}

/// What people agreed on; none if nobody agreed on anything.
fn agreed(report: &Report) -> Option<Table> {
    let headers = [
        Header::Point,
        Header::InWords,
        Header::Joint,
        Header::Question,
        Header::Whose,
    ];
    let rows = settled::rows(report);
    (!rows.is_empty()).then(|| Table::to_read(TableKey::Settled, settled::HEADING, grid(headers), rows))
}
