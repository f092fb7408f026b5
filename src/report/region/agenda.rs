//! Points to discuss: different views, handovers that do not match, facts that contradict claims, questions nobody can
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

pub(super) fn part(report: &Report) -> Part {
    let mut introduction = vec![
        "Verschil van inzicht is geen fout: het is waar het gesprek over moet gaan. Begin met wat ervaringsdeskundigen anders zien dan professionals.".to_owned(),
    ];
    introduction.extend(settled::sentence(report));
    Part {
        key: RegionPart::Agenda.into(),
        title: "Gespreksagenda".to_owned(),
        blocks: [Block::Text(introduction)]
            .into_iter()
            .chain(tables(report).chain(agreed(report)).map(Block::Table))
            .collect(),
    }
}

/// The tables of the agenda. Contradictions of single entities and numbers of silent workbooks are not shared.
fn tables(report: &Report) -> impl Iterator<Item = Table> {
    let of_region = match report.sharing {
        None => vec![contradictions(report), unknown(report)],
        Some(_) => Vec::new(),
    };
    [disagreements(report), handovers(report)].into_iter().chain(of_region)
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
    let widths = [36, 75, 12, 70, 24];
    let columns = headers.into_iter().zip(widths);
    columns.map(|(header, width)| Column::named(header, width)).collect()
}

fn table(report: &Report, key: TableKey, heading: &str, figure: Header, rows: Vec<Vec<Cell>>) -> Table {
    let columns = grid([Header::Point, Header::ToDiscuss, figure, Header::Question, Header::Step]);
    let heading = if rows.is_empty() {
        let none = match report.sharing {
            None => "geen",
            Some(_) => "niets dat in deze uitgave getoond kan worden",
        };
        format!("{heading}: {none}")
    } else {
        heading.to_owned()
    };
    Table::to_read(key, heading, columns, rows)
}

fn disagreements(report: &Report) -> Table {
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
        (found.row, difference, words)
    });
    let mut points: Vec<(RowIndex, f64, String)> = points.collect();
    points.sort_by(|(_, one, _), (_, other, _)| largest_first(*one, *other));
    let rows = points
        .into_iter()
        .map(|(row, difference, words)| point(row, report, Cell::Score(Some(difference)), words));
    table(
        report,
        TableKey::Disagreements,
        "Waar perspectieven verschillen",
        Header::Difference,
        rows.collect(),
    )
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
    table(
        report,
        TableKey::Handovers,
        "Overdrachten die niet op elkaar passen",
        Header::Difference,
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
