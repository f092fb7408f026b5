//! Points to discuss: different views, handovers that do not match, facts that contradict claims, questions nobody can
//! answer.

use super::phrases::score;
use super::settled;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, Header, Part, RegionPart, Table, TableKey};
use crate::scoring::lenses::least_known::{LittleKnown, least_known};
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
        Cell::text(&report.questionnaire.rows[row].id),
        Cell::text(report.questionnaire.step_title(question.step)),
        figure,
        Cell::text(words),
        Cell::text(&question.text),
    ]
}

/// The columns of the tables here, which share their widths.
fn grid(headers: [Header; 5]) -> Vec<Column> {
    let widths = [29, 24, 12, 75, 70];
    let columns = headers.into_iter().zip(widths);
    columns.map(|(header, width)| Column::named(header, width)).collect()
}

fn table(report: &Report, key: TableKey, heading: &str, figure: Header, rows: Vec<Vec<Cell>>) -> Table {
    let columns = grid([Header::Id, Header::Step, figure, Header::ToDiscuss, Header::Question]);
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
    let rows = report.score.agenda.iter().map(|found| {
        let views: Vec<String> = found
            .means
            .iter()
            .map(|&(perspective, mean)| format!("{} {}", name(perspective), whole(mean)))
            .collect();
        let words = format!(
            "Hoe komt het dat dit zo verschillend wordt gezien? {}.",
            views.join(", ")
        );
        point(found.row, report, Cell::Score(Some(found.disagreement)), words)
    });
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
            let difference = found.from_score.zip(found.to_score).map(|(from, to)| (from - to).abs());
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
        let fact = &report.questionnaire.rows[rule.fact].id;
        let entity = &report.region.entities[found.entity].name;
        let words = format!("{entity}: {}", rule.message);
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
        Header::Id,
        Header::Whose,
        Header::Joint,
        Header::InWords,
        Header::Question,
    ];
    let rows = settled::rows(report);
    (!rows.is_empty()).then(|| Table::to_read(TableKey::Settled, settled::HEADING, grid(headers), rows))
}
