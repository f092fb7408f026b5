//! The steps and core themes of a municipality, each against the norm of its own questions, with the region over the same
//! questions and its own score of an earlier year.

use super::Earlier;
use crate::answers::Entity;
use crate::list::List;
use crate::questionnaire::{Question, RowIndex};
use crate::report::Report;
use crate::report::outline::{
    Cell, Chart, ChartKey, Column, ColumnKey, DumbbellRow, Dumbbells, Figure, Header, Picture, Ranged, Table, TableKey,
    columns,
};
use crate::report::region::phrases::{range, score, under_norm};
use crate::scoring::precision::first_largest;
use crate::scoring::{MunicipalityScore, RowScore, Status, Total, beside_own};
use crate::wording::{all_of, count};

/// The municipality and its region side by side.
pub(super) struct Sides<'a> {
    report: &'a Report<'a>,
    /// Its own figures per row.
    rows: &'a List<RowIndex, RowScore>,
    /// Whose figures they are.
    caption: String,
    /// The year of the earlier scores.
    year: Option<u16>,
    steps: Vec<Side>,
    themes: Vec<Side>,
}

/// A step or theme.
struct Side {
    name: String,
    own: Total,
    /// The score of the region over the rows that the municipality answered.
    region: Option<f64>,
    earlier: Option<f64>,
    /// The rows that apply to it, and those of them that it answered.
    asked: usize,
    answered: usize,
}

impl<'a> Sides<'a> {
    pub(super) fn new(
        report: &'a Report<'a>,
        entity: &Entity,
        own: &MunicipalityScore,
        rows: &'a List<RowIndex, RowScore>,
        earlier: Option<&Earlier>,
    ) -> Self {
        let questionnaire = report.questionnaire;
        let mut sides = Self {
            report,
            rows,
            caption: format!("{} in {} {}.", entity.name, report.region.name, report.region.year),
            year: earlier.map(|earlier| earlier.year),
            steps: Vec::new(),
            themes: Vec::new(),
        };
        let region = beside_own(questionnaire, &report.score.rows, rows);
        for (step, total) in own.steps.iter().enumerate() {
            sides.steps.extend(sides.side(
                questionnaire.step_title(step),
                *total,
                region.steps[step].score,
                earlier.and_then(|earlier| earlier.step(step)),
                |question| question.step == step,
            ));
        }
        for (index, theme) in questionnaire.themes.indexed().filter(|(_, theme)| theme.core) {
            sides.themes.extend(sides.side(
                theme.name.clone(),
                own.themes[index],
                region.themes[index].score,
                earlier.and_then(|earlier| earlier.theme(&theme.key)),
                |question| question.theme == index,
            ));
        }
        sides
    }

    /// `None` if the questionnaire asks municipalities nothing about it.
    fn side(
        &self,
        name: String,
        own: Total,
        region: Option<f64>,
        earlier: Option<f64>,
        belongs: impl Fn(&Question) -> bool,
    ) -> Option<Side> {
        let questionnaire = self.report.questionnaire;
        let rows = || {
            let rows = self.rows.indexed();
            rows.filter(|(row, _)| belongs(questionnaire.question_of(*row)))
        };
        rows().any(|(_, row)| row.applicable.is_some()).then(|| Side {
            name,
            own,
            region,
            earlier,
            asked: rows().filter(|(_, row)| row.low.is_some()).count(),
            answered: rows().filter(|(_, row)| row.score.is_some()).count(),
        })
    }

    /// "Op de norm: 1 Preventie. Onder de norm: 5 Beschermen en 6 Begeleiding en hulp. Niet zeker: 7 Monitoring."
    pub(super) fn overview(&self) -> String {
        let groups = [
            ("Op de norm", Status::AtNorm),
            ("Onder de norm", Status::BelowNorm),
            ("Nog niet zeker", Status::Uncertain),
            ("Geen score", Status::Insufficient),
        ];
        let groups = groups.into_iter().filter_map(|(words, status)| {
            let steps = self.steps.iter().filter(|side| side.own.status == status);
            let names: Vec<&str> = steps.map(|side| side.name.as_str()).collect();
            (!names.is_empty()).then(|| format!("{words}: {}.", all_of(&names)))
        });
        groups.collect::<Vec<_>>().join(" ")
    }

    pub(super) fn steps(&self) -> Table {
        Table {
            charts: chart(&self.steps, self.caption.clone()).into_iter().collect(),
            ..self.table(
                TableKey::OwnSteps,
                "Eigen score per stap, naast de regio",
                Header::Step,
                &self.steps,
            )
        }
    }

    pub(super) fn themes(&self) -> Table {
        self.table(
            TableKey::OwnThemes,
            "Eigen score per kernthema, naast de regio",
            Header::Theme,
            &self.themes,
        )
    }

    fn table(&self, key: TableKey, heading: &str, first: Header, sides: &[Side]) -> Table {
        let mut columns = columns([
            (first, 30),
            (Header::InWords, 36),
            (Header::OwnScore, 9),
            (Header::Range, 9),
            (Header::Norm, 9),
            (Header::Region, 9),
        ]);
        columns.extend(
            self.year
                .map(|year| Column::new(ColumnKey::Year(Figure::Score, year), year.to_string(), 9)),
        );
        let rows = sides.iter().map(|side| {
            let mut cells = vec![
                Cell::text(&side.name),
                Cell::text(side.line()),
                Cell::Score(side.own.score),
                Cell::text(range(side.own.low, side.own.high)),
                Cell::Score(side.own.norm),
                Cell::Score(side.region),
            ];
            cells.extend(self.year.map(|_| Cell::Score(side.earlier)));
            cells
        });
        Table::to_read(key, heading, columns, rows.collect())
    }
}

impl Side {
    /// Points below the norm, as the figures show; `None` unless it is certain that it is below.
    fn short(&self) -> Option<f64> {
        self.own.short().filter(|_| self.own.status == Status::BelowNorm)
    }

    /// The verdict on the range, in words.
    fn line(&self) -> String {
        let line = match self.own.status {
            Status::AtNorm => "▲ op de norm".to_owned(),
            Status::BelowNorm => format!("▼ {}", under_norm(self.short().unwrap_or_default())),
            Status::Uncertain => format!(
                "◆ niet zeker: {} van de {} beantwoord",
                self.answered,
                count(self.asked, "vraag", "vragen")
            ),
            Status::Insufficient if self.asked == 0 => "– niet van toepassing".to_owned(),
            Status::Insufficient => "– niets beantwoord".to_owned(),
        };
        if self.own.owes_to_not_applicable() {
            format!("{line}, door n.v.t.")
        } else {
            line
        }
    }
}

/// Own scores beside those of the region, with the norms; `None` without any score.
fn chart(steps: &[Side], caption: String) -> Option<Chart> {
    if steps.iter().all(|side| side.own.score.is_none()) {
        return None;
    }
    let furthest = first_largest(steps.iter().filter_map(|side| Some((&side.name, side.short()?))));
    let uncertain = || steps.iter().any(|side| side.own.status == Status::Uncertain);
    let title = match furthest {
        Some((name, short)) => format!("{name} blijft {}", under_norm(short)),
        None if uncertain() => "Geen stap is zeker onder de norm".to_owned(),
        None => "Wat is beantwoord, haalt de norm".to_owned(),
    };
    let figures: Vec<String> = steps
        .iter()
        .map(|side| {
            format!(
                "{} {} (regio {}, norm {})",
                side.name,
                score(side.own.score),
                score(side.region),
                score(side.own.norm)
            )
        })
        .collect();
    let rows = steps.iter().map(|side| DumbbellRow {
        name: side.name.clone(),
        norm: side.own.norm,
        scores: vec![Ranged::from(&side.own), side.region.into()],
    });
    Some(Chart {
        key: ChartKey::OwnSteps,
        of: None,
        alternative: format!(
            "De eigen score per stap naast die van de regio op dezelfde vragen, met de norm. {title}. {}.",
            figures.join(", ")
        ),
        title,
        caption,
        picture: Some(Picture::Dumbbells(Dumbbells {
            who: vec!["eigen score".to_owned(), "regio".to_owned()],
            rows: rows.collect(),
        })),
        native: None,
    })
}
