//! The report of one municipality: its own steps and core themes next to those of the region, and what it could do
//! first.

use super::phrases::{score, under_norm};
use crate::answers::{Entity, EntityIndex};
use crate::list::List;
use crate::questionnaire::RowIndex;
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, Header, Outline, Part, PartKey, Series, Table, TableKey, columns,
};
use crate::scoring::lenses::plan::TAKEN_UP_FIRST;
use crate::scoring::lenses::white_spots::WhiteSpot;
use crate::scoring::precision::{first_largest, noticeable};
use crate::scoring::{MunicipalityScore, RowScore, Total, own_rows, short};
use crate::wording::{all_of, count, whole};

/// Makes the outline for a municipality. `None` if there is no such municipality, if it answered nothing, or if the
/// audience may not see it.
#[must_use]
pub fn outline(report: &Report, municipality: EntityIndex) -> Option<Outline> {
    let entity = report.region.entities.get(municipality)?;
    let own = report.score.of_municipality(municipality)?;
    if !report.audience().gets_municipalities() || entity.submissions.is_empty() {
        return None;
    }
    let rows = own_rows(report.questionnaire, report.region, municipality);
    let blocks = vec![
        Block::Text(vec![introduction(entity)]),
        Block::Table(steps(report, own)),
        Block::Table(themes(report, own)),
        Block::Text(vec![white_spots(report, municipality)]),
        Block::Table(first(report, &rows)),
    ];
    Some(Outline {
        title: format!("{} {} {}", report.questionnaire.title, entity.name, report.region.year),
        // This page is for people only.
        facts: Vec::new(),
        parts: vec![Part {
            key: PartKey::Municipality,
            title: format!("{} in de regio {}", entity.name, report.region.name),
            blocks,
        }],
    })
}

fn introduction(entity: &Entity) -> String {
    format!(
        "Deze cijfers rusten op {} van {}. Ze zijn er om zelf mee verder te gaan, en zeggen niets over inzet of inwoners. De regio ernaast is het beeld van alle gemeenten en partners samen, met ook de vragen die alleen aan de regio zijn gesteld.",
        count(entity.submissions.len(), "werkboek", "werkboeken"),
        entity.name
    )
}

/// The scores of this municipality and of its region for a step or theme.
struct Beside<'r> {
    name: String,
    own: Option<f64>,
    region: &'r Total,
}

impl Beside<'_> {
    /// Points below the norm, as the figures show; `None` at or above it.
    fn short(&self) -> Option<f64> {
        short(self.region.norm?, self.own?)
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.name),
            Cell::Score(self.own),
            Cell::Score(self.region.score),
            Cell::Score(self.region.norm),
            Cell::text(self.line()),
        ]
    }

    fn line(&self) -> String {
        match (self.own, self.region.norm, self.short()) {
            (Some(_), Some(_), Some(short)) => format!("▼ {}", under_norm(short)),
            (Some(_), Some(_), None) => "▲ op de norm".to_owned(),
            _ => "– niets beantwoord".to_owned(),
        }
    }
}

fn steps(report: &Report, own: &MunicipalityScore) -> Table {
    let steps = report.score.steps.iter().enumerate();
    let rows: Vec<Beside> = steps
        .map(|(step, region)| Beside {
            name: report.questionnaire.step_title(step),
            own: own.steps[step],
            region,
        })
        .collect();
    Table {
        charts: vec![chart(ChartKey::OwnSteps, ChartKind::Columns, Header::Step, &rows)],
        ..table(
            TableKey::OwnSteps,
            "Eigen score per stap, naast de regio",
            Header::Step,
            &rows,
        )
    }
}

fn themes(report: &Report, own: &MunicipalityScore) -> Table {
    let themes = report.questionnaire.themes.indexed();
    let rows: Vec<Beside> = themes
        .filter(|(_, theme)| theme.core)
        .map(|(index, theme)| Beside {
            name: theme.name.clone(),
            own: own.themes[index].score,
            region: &report.score.themes[index],
        })
        .collect();
    Table {
        charts: vec![chart(ChartKey::OwnThemes, ChartKind::Radar, Header::Theme, &rows)],
        ..table(
            TableKey::OwnThemes,
            "Eigen score per kernthema, naast de regio",
            Header::Theme,
            &rows,
        )
    }
}

fn table(key: TableKey, heading: &str, first: Header, rows: &[Beside]) -> Table {
    let columns = columns([
        (first, 30),
        (Header::OwnScore, 12),
        (Header::Region, 10),
        (Header::Norm, 10),
        (Header::InWords, 36),
    ]);
    Table::to_read(key, heading, columns, rows.iter().map(Beside::cells).collect())
}

fn chart(key: ChartKey, kind: ChartKind, names: Header, rows: &[Beside]) -> Chart {
    let furthest = first_largest(rows.iter().filter_map(|row| Some((&row.name, row.short()?))));
    let title = match furthest {
        Some((name, short)) => format!("{name} blijft {}", under_norm(short)),
        None => "Wat is beantwoord, haalt de norm".to_owned(),
    };
    let figures: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {}", row.name, score(row.own)))
        .collect();
    let drawn = match kind {
        ChartKind::Radar => "Radar",
        ChartKind::Columns | ChartKind::Lines { .. } | ChartKind::Stacked | ChartKind::Spread => "Kolommen",
    };
    Chart {
        key,
        kind,
        title,
        alternative: format!(
            "{drawn} met de eigen score en de norm als onderbroken lijn. Eigen scores: {}.",
            figures.join(", ")
        ),
        names: names.into(),
        series: Series::against_norm(Header::OwnScore),
    }
}

fn white_spots(report: &Report, municipality: EntityIndex) -> String {
    let names = |of: fn(&WhiteSpot) -> &Vec<EntityIndex>| {
        let spots = report
            .score
            .white_spots
            .iter()
            .filter(|spot| of(spot).contains(&municipality));
        spots
            .map(|spot| report.questionnaire.themes[spot.theme].name.as_str())
            .collect::<Vec<_>>()
    };
    let threshold = whole(report.questionnaire.thresholds.white_spot);
    let parts = [
        ("", names(|spot| &spot.municipalities)),
        ("niet zeker is het van ", names(|spot| &spot.uncertain)),
        ("niet bekend is het van ", names(|spot| &spot.unknown)),
    ];
    let spots = parts.into_iter().filter(|(_, themes)| !themes.is_empty());
    let mut spots: Vec<String> = spots
        .map(|(before, themes)| format!("{before}{}", all_of(&themes)))
        .collect();
    if spots.is_empty() {
        spots.push("geen".to_owned());
    }
    let spared = names(|spot| &spot.spared);
    if !spared.is_empty() {
        spots.push(format!("zonder n.v.t. was het niet zeker van {}", all_of(&spared)));
    }
    let spots = spots.join("; ");
    format!("Witte vlekken (kernthema's waarop de gemeente onder {threshold} blijft): {spots}.")
}

/// The points of the region's plan for which this municipality itself is below the norm.
fn first(report: &Report, own: &List<RowIndex, RowScore>) -> Table {
    let questionnaire = report.questionnaire;
    let rows = report
        .score
        .plan
        .iter()
        .filter(|&&row| own[row].gap.and_then(noticeable).is_some())
        .take(TAKEN_UP_FIRST)
        .map(|&row| {
            let question = questionnaire.question_of(row);
            vec![
                Cell::text(&questionnaire.rows[row].id),
                Cell::text(questionnaire.step_title(question.step)),
                Cell::Score(own[row].shortfall(question.norm)),
                Cell::text(if question.legal { "wettelijk" } else { "" }),
                Cell::text(&question.action),
                Cell::text(question.partners.join(", ")),
            ]
        });
    let columns = columns([
        (Header::Id, 14),
        (Header::Step, 24),
        (Header::OwnGap, 12),
        (Header::Legal, 11),
        (Header::FirstStep, 70),
        (Header::WithWhom, 34),
    ]);
    let rows: Vec<Vec<Cell>> = rows.collect();
    let heading = if rows.is_empty() {
        "Wat eerst? Niets onder de norm"
    } else {
        "Wat eerst? De eerste punten voor deze gemeente"
    };
    Table::to_read(TableKey::OwnPlan, heading, columns, rows)
}
