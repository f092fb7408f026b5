//! The plan of the earlier year and what really changed: what was done, and whether it helped.

use super::figures::Figures;
use super::heading;
use crate::comparison::{Change, Comparison, Direction, Point, Progress, RegionYears, Unmatched};
use crate::plan::Status;
use crate::report::outline::{
    Block, Cell, Column, ColumnKey, ComparisonPart, Figure, Header, Part, Table, TableKey, columns,
};
use crate::report::region::point_name;
use crate::scoring::precision::{rounded, tenths};

pub(super) fn part(comparison: &Comparison) -> Part {
    let mut blocks = vec![Block::Text(vec![
        "Elk punt dat in het verbeterplan van het eerdere jaar is ingevuld, naast wat er echt veranderde: wat dezelfde deelnemers in beide jaren op dezelfde vraag antwoordden. Verbetert een vraag, dan hoeft dat niet door het plan te komen; blijft zij gelijk, dan kan het effect nog komen.".to_owned(),
    ])];
    for region in &comparison.regions {
        for change in region.changes.iter().filter(|change| !change.plan.is_empty()) {
            blocks.push(Block::Table(table(region, change)));
        }
    }
    if blocks.len() == 1 {
        blocks.push(Block::Text(vec![
            "In de invoer zit geen rapport van een eerder jaar waarin het verbeterplan is ingevuld. Geef de map met de rapporten mee om plan en verandering naast elkaar te zien.".to_owned(),
        ]));
    }
    Part {
        key: ComparisonPart::Plan.into(),
        title: "Wat er van het plan kwam".to_owned(),
        blocks,
    }
}

fn table(region: &RegionYears, change: &Change) -> Table {
    let (from, to) = region.years_of(change);
    let questionnaire = region.years[change.from].questionnaire;
    // A shared comparison has no plan.
    let figures = Figures::Tenths;
    let rows = change.plan.iter().map(|point| {
        let step = point
            .row
            .map(|row| questionnaire.step_title(questionnaire.question_of(row).step));
        let name = point.row.map(|row| point_name(questionnaire, row));
        let question = point.row.map(|row| questionnaire.question_of(row).text.as_str());
        vec![
            Cell::text(name.unwrap_or_else(|| point.entry.id.clone())),
            Cell::text(outcome(point)),
            Cell::text(point.entry.status().map_or("–", Status::words)),
            Cell::text(point.entry.ready_by().unwrap_or_default()),
            figures.score(point.before),
            figures.score(point.after),
            figures.points(point.real.ok().map(|real| difference(point, real))),
            Cell::text(step.unwrap_or_default()),
            Cell::text(question.unwrap_or_default()),
        ]
    });
    let score_in = |year| Column::new(ColumnKey::Year(Figure::Score, year), format!("Score {year}"), 9);
    let mut columns = columns([
        (Header::Point, 48),
        (Header::Outcome, 34),
        (Header::PlanStatus, 12),
        (Header::ReadyBy, 14),
    ]);
    columns.extend([from, to].map(score_in));
    columns.push(Column::named(Header::RealDifference, 10));
    columns.push(Column::named(Header::Step, 22));
    columns.push(Column::named(Header::Question, 60));
    Table::to_read(TableKey::PlanOutcomes, heading(region, change), columns, rows.collect())
}

/// The real difference of a point as it is shown: where it is the difference of the scores before it, of those as shown.
fn difference(point: &Point, real: f64) -> f64 {
    match (point.before, point.after) {
        (Some(before), Some(after)) if rounded(after - before) == rounded(real) => tenths(after) - tenths(before),
        _ => real,
    }
}

/// What became of a point, in words.
fn outcome(point: &Point) -> String {
    use Direction::{Better, Same, Worse};
    let direction = match point.direction() {
        Ok(direction) => direction,
        Err(reason) => return no_outcome(reason),
    };
    let outcome = match (point.entry.status(), direction) {
        (Some(Status::Done), Better) => "Gereed en verbeterd",
        (Some(Status::Done), Same) => "Gereed, nog zonder effect",
        (Some(Status::Done), Worse) => "Gereed, maar achteruitgegaan",
        (Some(Status::Busy), Better) => "Loopt, en al verbeterd",
        (Some(Status::Busy), Same) => "Loopt, nog zonder effect",
        (Some(Status::Busy), Worse) => "Loopt, maar achteruitgegaan",
        (Some(Status::NotStarted), Better) => "Niet gestart, en toch verbeterd",
        (Some(Status::NotStarted), Same) => "Niet gestart, en gelijk gebleven",
        (Some(Status::NotStarted), Worse) => "Niet gestart, en achteruitgegaan",
        (Some(Status::Dropped), Better) => "Vervallen; de vraag is verbeterd",
        (Some(Status::Dropped), Same) => "Vervallen; de vraag bleef gelijk",
        (Some(Status::Dropped), Worse) => "Vervallen; de vraag ging achteruit",
        (None, Better) => "Zonder status; de vraag is verbeterd",
        (None, Same) => "Zonder status; de vraag bleef gelijk",
        (None, Worse) => "Zonder status; de vraag ging achteruit",
    };
    outcome.to_owned()
}

/// Why it is unknown what became of a point.
fn no_outcome(reason: Unmatched) -> String {
    let why = match reason {
        Unmatched::NoSuchQuestion { year } => format!("de vragenlijst van {year} deze vraag niet heeft"),
        Unmatched::NoLongerAsked { year } => format!("de vraag niet meer in de vragenlijst van {year} staat"),
        Unmatched::NotAnswered { year } => format!("de vraag in {year} niet is beantwoord"),
        Unmatched::NobodyInBoth => "niemand de vraag in beide jaren beantwoordde".to_owned(),
    };
    format!("Niet vergelijkbaar, omdat {why}")
}

/// What became of the plan as a whole; none if nobody filled one in.
pub(super) fn plan_sentences(change: &Change) -> Vec<String> {
    let Some(progress) = &change.progress else {
        return Vec::new();
    };
    let mut sentences = vec![done_sentence(progress)];
    match progress.neglected {
        0 => {}
        1 => sentences.push("1 punt dat niet is gestart, ging achteruit.".to_owned()),
        many => sentences.push(format!("{many} punten die niet zijn gestart, gingen achteruit.")),
    }
    sentences
}

/// "Van de 6 punten van het verbeterplan die gereed zijn, zijn er 4 ook vooruitgegaan."
fn done_sentence(progress: &Progress) -> String {
    let Progress {
        done,
        improved,
        unknown,
        ..
    } = *progress;
    if done == 0 {
        return "Van het verbeterplan is nog geen punt gereed.".to_owned();
    }
    if done == 1 {
        let went = match (improved, unknown) {
            (1, _) => "is ook vooruitgegaan",
            (_, 1) => "is niet te vergelijken",
            _ => "is nog niet vooruitgegaan",
        };
        return format!("Het ene punt van het verbeterplan dat gereed is, {went}.");
    }
    let went = match improved {
        0 => "is er nog geen vooruitgegaan".to_owned(),
        1 => "is er 1 ook vooruitgegaan".to_owned(),
        all if all == done => format!("zijn ze alle {all} ook vooruitgegaan"),
        many => format!("zijn er {many} ook vooruitgegaan"),
    };
    let unknown = match unknown {
        0 => String::new(),
        1 => "; 1 is niet te vergelijken".to_owned(),
        many => format!("; {many} zijn niet te vergelijken"),
    };
    format!("Van de {done} punten van het verbeterplan die gereed zijn, {went}{unknown}.")
}

#[cfg(test)]
mod tests {
    use crate::comparison::{Point, Progress};
    use crate::plan::PlanEntry;
    use crate::scoring::precision::tenths;

    #[test]
    fn a_difference_next_to_two_scores_is_theirs_where_all_answered_in_both_years() {
        let entry = PlanEntry::default();
        let shown = |after: f64, real: f64| {
            let point = Point {
                entry: &entry,
                row: None,
                before: Some(100.0 / 3.0),
                after: Some(after),
                real: Ok(real),
            };
            tenths(super::difference(&point, real))
        };
        // 66.7 − 33.3, though the difference is 33.333…
        assert_eq!(shown(200.0 / 3.0, 100.0 / 3.0), 33.4);
        // Others answered too: 25 is what the same participants changed.
        assert_eq!(shown(200.0 / 3.0, 25.0), 25.0);
    }

    fn done_sentence(done: usize, improved: usize, unknown: usize) -> String {
        super::done_sentence(&Progress {
            done,
            improved,
            unknown,
            neglected: 0,
        })
    }

    #[test]
    fn completed_points_are_counted_in_a_sentence() {
        let start = "Van de 6 punten van het verbeterplan die gereed zijn, ";
        assert_eq!(done_sentence(6, 4, 0), format!("{start}zijn er 4 ook vooruitgegaan."));
        assert_eq!(
            done_sentence(6, 1, 2),
            format!("{start}is er 1 ook vooruitgegaan; 2 zijn niet te vergelijken.")
        );
        assert_eq!(
            done_sentence(6, 6, 0),
            format!("{start}zijn ze alle 6 ook vooruitgegaan.")
        );
        assert_eq!(
            done_sentence(1, 0, 0),
            "Het ene punt van het verbeterplan dat gereed is, is nog niet vooruitgegaan."
        );
        assert_eq!(
            done_sentence(1, 0, 1),
            "Het ene punt van het verbeterplan dat gereed is, is niet te vergelijken."
        );
    }
}
