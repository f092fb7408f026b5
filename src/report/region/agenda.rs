//! Points to discuss: handovers that do not match, different views, facts that contradict claims, questions nobody can
//! answer.

use super::phrases::{caption, point_name, score};
use super::settled;
use crate::plan::{Conclusion, FURTHER_DIFFERENCES, PointKind};
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, Column, DumbbellRow, Dumbbells, Header, Part, Picture, RegionPart, Table, TableKey,
};
use crate::scoring::lenses::least_known::{LittleKnown, least_known};
use crate::scoring::precision::{largest_first, shown};
use crate::wording::{all_of, count, whole};

/// How many of the least-known questions are worth discussing in a meeting.
const MOST_UNKNOWN: usize = 5;
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

/// Whether the agenda has the point that a conclusion is about.
#[must_use]
pub fn has_point_of(report: &Report, conclusion: &Conclusion) -> bool {
    let differences = disagreements(report);
    let differences = differences.iter().map(|found| found.point(report));
    let others = [handovers(report), contradictions(report), unknown(report)];
    let mut points = differences.chain(others.into_iter().flatten());
    points.any(|point| point.is_of(conclusion, report))
}

/// A point to discuss.
struct Point {
    kind: PointKind,
    row: RowIndex,
    figure: Cell,
    words: String,
}

impl Point {
    fn is_of(&self, conclusion: &Conclusion, report: &Report) -> bool {
        conclusion.is_about(self.kind, &report.questionnaire.rows[self.row].id, &self.words)
    }

    /// Its cells, with what people concluded about it.
    fn cells(self, report: &Report, conclusions: &[Conclusion]) -> Vec<Cell> {
        let own = conclusions.iter().filter(|conclusion| self.is_of(conclusion, report));
        let texts: Vec<&str> = own.map(|conclusion| conclusion.text.as_str()).collect();
        let conclusion = match report.sharing {
            None => Cell::entry(texts.join("\n")),
            Some(_) => Cell::text(""),
        };
        vec![
            Cell::text(point_name(report.questionnaire, self.row)),
            Cell::text(self.words),
            self.figure,
            Cell::text(&report.questionnaire.question_of(self.row).text),
            conclusion,
        ]
    }
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
    fn point(&self, report: &Report) -> Point {
        Point {
            kind: PointKind::Difference,
            row: self.of,
            figure: Cell::Score(Some(self.difference)),
            words: self.views(report),
        }
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

fn handovers(report: &Report) -> Vec<Point> {
    let name = |perspective: PerspectiveIndex| report.questionnaire.perspectives[perspective].name.as_str();
    let mismatches = report.score.handovers.iter().filter(|found| found.mismatch);
    let points = mismatches.map(|found| {
        let words = format!(
            "{} geeft {}, {} geeft {}. Bedoelen zij dezelfde afspraak, en werkt die aan beide kanten?",
            name(found.from),
            score(found.from_score),
            name(found.to),
            score(found.to_score)
        );
        let sides = found.from_score.zip(found.to_score);
        let difference = sides.map(|(from, to)| (shown(from) - shown(to)).abs());
        Point {
            kind: PointKind::Handover,
            row: found.row,
            figure: Cell::Score(difference),
            words,
        }
    });
    points.collect()
}

fn contradictions(report: &Report) -> Vec<Point> {
    let points = report.score.contradictions.iter().map(|found| {
        let rule = &report.questionnaire.rules[found.rule];
        let entity = &report.region.entities[found.entity].name;
        let words = format!(
            "{entity}: {} Het feit: {}.",
            rule.message,
            point_name(report.questionnaire, rule.fact)
        );
        let fact = &report.questionnaire.rows[rule.fact].id;
        Point {
            kind: PointKind::Contradiction,
            row: rule.claim,
            figure: Cell::text(format!("naast {fact}")),
            words,
        }
    });
    points.collect()
}

fn unknown(report: &Report) -> Vec<Point> {
    let rows = least_known(report.questionnaire, report.region);
    let points = rows.into_iter().take(MOST_UNKNOWN).map(|found| {
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
        Point {
            kind: PointKind::LittleKnown,
            row,
            figure: Cell::Number(unknown as f64),
            words,
        }
    });
    points.collect()
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
