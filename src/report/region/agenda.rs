//! Points to discuss: handovers that do not match, different views, facts that contradict claims, questions nobody can
//! answer.

use super::phrases::{caption, point_name, score};
use super::settled;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, Column, DumbbellRow, Dumbbells, Header, Part, Picture, RegionPart, Table, TableKey,
};
use crate::scoring::lenses::least_known::{LittleKnown, least_known};
use crate::scoring::precision::{largest_first, shown};
use crate::wording::{all_of, count, whole};

/// How many of the least-known questions are worth discussing in a meeting.
const MOST_UNKNOWN: usize = 8;
/// How many different views a meeting gets through.
const IN_A_MEETING: usize = 8;
/// How many joint answers a meeting looks at again at least; all that are higher than any separate one, and those first.
const LOOKED_AT_AGAIN: usize = 5;

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
    let found = disagreements(report);
    let (first, further) = found.split_at(found.len().min(IN_A_MEETING));
    let rows = |found: &[Disagreement]| found.iter().map(|found| found.row(report)).collect::<Vec<_>>();
    let mut differences = table(
        report,
        TableKey::Disagreements,
        "Waar perspectieven verschillen",
        Header::Difference,
        rows(first),
    );
    differences.charts.extend(chart(report, first));
    let mut tables = vec![handovers(report), differences];
    if report.sharing.is_none() {
        tables.extend([contradictions(report), unknown(report)]);
    }
    tables.extend(agreed(report));
    if !further.is_empty() {
        let heading = "Verder, voor het scherm: waar perspectieven ook verschillen";
        let key = TableKey::FurtherDisagreements;
        tables.push(table(report, key, heading, Header::Difference, rows(further)));
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
        Cell::text(""),
    ]
}

/// The columns of the tables here, which share their widths.
fn grid(headers: [Header; 5]) -> Vec<Column> {
    let widths = [44, 50, 13, 58, 48];
    let columns = headers.into_iter().zip(widths);
    columns.map(|(header, width)| Column::named(header, width)).collect()
}

/// A table with room for what a meeting concludes.
fn table(report: &Report, key: TableKey, heading: &str, figure: Header, rows: Vec<Vec<Cell>>) -> Table {
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

/// A row that perspectives see differently.
struct Disagreement<'r> {
    of: RowIndex,
    /// What each perspective gives, on average.
    means: &'r [(PerspectiveIndex, f64)],
    /// The difference of the highest and the lowest of them, as they are shown.
    difference: f64,
    /// Whether experts by experience or community leaders are among them.
    informal: bool,
}

/// What perspectives see differently: the largest difference first, and among equals those that experts by experience or
/// community leaders take part in.
fn disagreements<'r>(report: &'r Report) -> Vec<Disagreement<'r>> {
    let perspectives = &report.questionnaire.perspectives;
    let points = report.score.agenda.iter().map(|found| {
        let means = || found.means.iter().map(|&(_, mean)| shown(mean));
        Disagreement {
            of: found.row,
            means: &found.means,
            difference: means().fold(0.0, f64::max) - means().fold(100.0, f64::min),
            informal: found.means.iter().any(|&(one, _)| perspectives[one].informal),
        }
    });
    let mut points: Vec<Disagreement> = points.collect();
    points
        .sort_by(|one, other| largest_first(one.difference, other.difference).then(other.informal.cmp(&one.informal)));
    points
}

impl Disagreement<'_> {
    fn row(&self, report: &Report) -> Vec<Cell> {
        let words = format!("Hoe komt dat? {}.", self.views(report));
        point(self.of, report, Cell::Score(Some(self.difference)), words)
    }

    /// "Gemeente 75, Veilig Thuis 25".
    fn views(&self, report: &Report) -> String {
        let views = self.means.iter().map(|&(perspective, mean)| {
            let name = &report.questionnaire.perspectives[perspective].name;
            format!("{name} {}", whole(mean))
        });
        views.collect::<Vec<_>>().join(", ")
    }
}

/// What each perspective gives to these points; `None` if there are none.
fn chart(report: &Report, found: &[Disagreement]) -> Option<Chart> {
    let questionnaire = report.questionnaire;
    let first = found.first()?;
    let mut who: Vec<PerspectiveIndex> = found.iter().flat_map(|one| one.means).map(|&(who, _)| who).collect();
    who.sort_unstable();
    who.dedup();
    let rows = found.iter().map(|one| DumbbellRow {
        name: point_name(questionnaire, one.of),
        norm: Some(questionnaire.question_of(one.of).norm),
        scores: who
            .iter()
            .map(|of| one.means.iter().find(|(who, _)| who == of).map(|&(_, mean)| mean))
            .collect(),
    });
    let in_words = found
        .iter()
        .map(|one| format!("{}: {}", point_name(questionnaire, one.of), one.views(report)));
    Some(Chart {
        key: ChartKey::Disagreements,
        of: None,
        title: format!(
            "{}: {} verschil",
            questionnaire.question_of(first.of).short,
            count(first.difference as usize, "punt", "punten")
        ),
        alternative: format!(
            "Per punt de score die elk perspectief geeft. {}.",
            in_words.collect::<Vec<_>>().join(". ")
        ),
        caption: caption(report),
        picture: Some(Picture::Dumbbells(Dumbbells {
            who: who
                .iter()
                .map(|&who| questionnaire.perspectives[who].name.clone())
                .collect(),
            rows: rows.collect(),
        })),
        native: None,
    })
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
        (TableKey::Settled, settled::HEADING.to_owned(), rows),
        (
            TableKey::FurtherSettled,
            "Verder, voor het scherm: wat ook is afgesproken".to_owned(),
            further,
        ),
    ];
    let parts = parts.into_iter().filter(|(.., rows)| !rows.is_empty());
    parts
        .map(|(key, heading, rows)| Table::to_read(key, heading, grid(headers), rows))
        .collect()
}
