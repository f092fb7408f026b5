//! Each change split into its four parts, per step, as stacked charts.

use super::heading;
use super::sentences::reason;
use crate::comparison::{Change, Comparison, RegionYears};
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, ComparisonPart, Header, Look, Part, Series, Table, TableKey, Usage,
    columns,
};
use crate::scoring::precision::{first_largest, noticeable};
use crate::wording::{count, whole};

pub(super) fn part(comparison: &Comparison) -> Part {
    let mut blocks = vec![Block::Text(vec![
        "Echt: dezelfde deelnemers antwoordden anders op dezelfde vragen. Andere antwoorden: deelnemers van beide jaren beantwoordden andere vragen dan eerst. Andere deelnemers: er kwamen deelnemers bij of er vielen er weg. Andere vragenlijst: vragen kwamen erbij, vervielen, verhuisden of wegen anders. De vier delen tellen precies op tot het totaal; afgerond kan dat een punt schelen.".to_owned(),
        "Het totaal kan afwijken van het verschil tussen twee scores op het blad Ontwikkeling: vragen die in beide edities staan, tellen hier in beide jaren naar de latere editie mee, gemeenten die samengingen tellen hier in beide jaren als één, ook waar een score wegens te weinig antwoorden niet wordt getoond.".to_owned(),
    ])];
    for (index, region) in comparison.regions.iter().enumerate() {
        for change in &region.changes {
            blocks.push(Block::Table(table(index, region, change)));
        }
    }
    Part {
        key: ComparisonPart::Changes.into(),
        title: "Waar een verschil vandaan komt".to_owned(),
        blocks,
    }
}

fn table(index: usize, region: &RegionYears, change: &Change) -> Table {
    let columns = columns([
        (Header::Step, 28),
        (Header::Total, 10),
        (Header::Real, 10),
        (Header::OtherAnswers, 13),
        (Header::OtherParticipants, 13),
        (Header::OtherQuestionnaire, 13),
        (Header::MatchedAnswers, 13),
        (Header::NotComparable, 60),
    ]);
    let questionnaire = region.years[change.to].questionnaire;
    let rows = change.steps.iter().enumerate().map(|(step, found)| {
        let parts = found.parts.as_ref().ok();
        let reason = found.parts.as_ref().err().map(|why| reason(*why));
        vec![
            Cell::text(questionnaire.step_title(step)),
            Cell::Points(parts.map(|parts| parts.total)),
            Cell::Points(parts.map(|parts| parts.real)),
            Cell::Points(parts.map(|parts| parts.availability)),
            Cell::Points(parts.map(|parts| parts.respondents)),
            Cell::Points(parts.map(|parts| parts.questions)),
            Cell::Number(found.matched_pairs as f64),
            Cell::text(reason.unwrap_or_default()),
        ]
    });
    let compares = change.steps.iter().any(|step| step.parts.is_ok());
    Table {
        key: TableKey::Changes,
        heading: heading(region, change),
        columns,
        rows: rows.collect(),
        charts: if compares {
            vec![chart(index, region, change)]
        } else {
            Vec::new()
        },
        usage: Usage::Read,
    }
}

fn chart(index: usize, region: &RegionYears, change: &Change) -> Chart {
    let questionnaire = region.years[change.to].questionnaire;
    let parts = || {
        let steps = change.steps.iter().enumerate();
        steps.filter_map(|(step, found)| Some((step, found.parts.as_ref().ok()?)))
    };
    let noticed = parts().filter_map(|(step, parts)| Some(((step, parts.real), noticeable(parts.real.abs())?)));
    let largest = first_largest(noticed);
    let title = match largest {
        Some(((step, real), points)) => {
            let name = questionnaire.step_title(step);
            let points = count(points.round() as usize, "punt", "punten");
            let way = if real > 0.0 { "verbeterde" } else { "verslechterde" };
            format!("{name} {way} het meest echt: {points}")
        }
        None => "Bij geen enkele stap veranderde er echt iets".to_owned(),
    };
    let told: Vec<String> = parts()
        .map(|(step, parts)| format!("{step}: {} ({})", signed(parts.total), signed(parts.real)))
        .collect();
    let (from, to) = region.years_of(change);
    Chart {
        key: ChartKey::Change {
            region: index,
            year: to,
        },
        kind: ChartKind::Stacked,
        title,
        alternative: format!(
            "Gestapelde kolommen met de vier delen van het verschil in {}, van {from} naar {to}. Per stap het verschil, met tussen haakjes wat echt is: {}.",
            region.name,
            told.join("; ")
        ),
        names: Header::Step.into(),
        series: vec![
            Series::new(Header::Real, Look::Real),
            Series::new(Header::OtherAnswers, Look::Apparent(0)),
            Series::new(Header::OtherParticipants, Look::Apparent(1)),
            Series::new(Header::OtherQuestionnaire, Look::Apparent(2)),
            Series::new(Header::Total, Look::Sum),
        ],
    }
}

/// "+12", "-3", "0".
fn signed(points: f64) -> String {
    let points = whole(points);
    if points == "0" || points.starts_with('-') {
        points
    } else {
        format!("+{points}")
    }
}
