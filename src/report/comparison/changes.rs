//! Each change split into its four parts, per step, as stacked charts.

use super::figures::Figures;
use super::sentences::shown;
use super::{caption, heading};
use crate::comparison::{Change, Parts, RegionYears};
use crate::report::outline::{
    Bar, Bars, Block, Cell, Chart, ChartKey, ChartKind, Column, ColumnKey, ComparisonPart, Figure as Score, Header,
    Look, Native, Part, Picture, Series, Table, TableKey, Usage, columns,
};
use crate::report::sharing::{Audience, ComparisonReport};
use crate::scoring::precision::{first_largest, is_change};

/// Explains the columns if all parts of a change are shown.
const IN_PARTS: [&str; 2] = [
    "Echt: dezelfde deelnemers antwoordden anders op dezelfde vragen. Andere antwoorden: deelnemers van beide jaren beantwoordden andere vragen dan eerst. Andere deelnemers: er kwamen deelnemers bij of er vielen er weg. Andere vragenlijst: vragen kwamen erbij, vervielen, verhuisden of wegen anders. Het totaal is het verschil tussen de twee scores ervoor, en de vier delen tellen op tot het totaal: ze zijn zo afgerond dat de som klopt.",
    "De scores zijn die van het blad Ontwikkeling, met twee uitzonderingen. Gemeenten die samengingen, tellen hier in beide jaren als één, ook toen zij nog apart waren. En is het latere jaar ingevuld met een oudere editie van de vragenlijst, dan telt een vraag die in beide staat hier mee zoals in de nieuwste.",
];
/// Explains the columns if only the total and the real part are shown.
const REAL_ONLY: [&str; 2] = [
    "Echt: dezelfde deelnemers antwoordden anders op dezelfde vragen. De rest van het totaal komt door andere antwoorden, andere deelnemers, een andere vragenlijst, of doordat in het ene jaar andere vragen getoond kunnen worden dan in het andere; welk deel waardoor, staat niet in deze uitgave.",
    "Het totaal is het verschil tussen de twee scores ervoor, zoals ze in de uitgave om te delen van elk jaar staan. Is het latere jaar ingevuld met een oudere editie van de vragenlijst, dan telt een vraag die in beide staat hier mee zoals in de nieuwste.",
];

pub(super) fn part(report: &ComparisonReport) -> Part {
    let in_parts = report.audience() == Audience::Region;
    let explained = if in_parts { IN_PARTS } else { REAL_ONLY };
    let mut blocks = vec![Block::Text(explained.map(str::to_owned).to_vec())];
    for (index, region) in report.comparison.regions.iter().enumerate() {
        for change in &region.changes {
            blocks.push(Block::Table(table(index, region, change, in_parts)));
        }
    }
    Part {
        key: ComparisonPart::Changes.into(),
        title: "Waar een verschil vandaan komt".to_owned(),
        blocks,
    }
}

/// The figure of a change that a column holds.
type Figure = fn(&Parts) -> Option<f64>;

const WHOLE_AND_REAL: [(Header, u16, Look, Figure); 2] = [
    (Header::Total, 10, Look::Score, |parts| Some(parts.total())),
    (Header::Real, 10, Look::Real, |parts| Some(parts.real)),
];
const APPARENT: [(Header, u16, Look, Figure); 3] = [
    (Header::OtherAnswers, 13, Look::Apparent(0), |parts| {
        Some(parts.apparent?.availability)
    }),
    (Header::OtherParticipants, 13, Look::Apparent(1), |parts| {
        Some(parts.apparent?.respondents)
    }),
    (Header::OtherQuestionnaire, 13, Look::Apparent(2), |parts| {
        Some(parts.apparent?.questions)
    }),
];

/// How precisely figures are shown.
fn precision(in_parts: bool) -> Figures {
    if in_parts { Figures::Tenths } else { Figures::Whole }
}

/// The columns with figures.
fn figures(in_parts: bool) -> impl Iterator<Item = (Header, u16, Look, Figure)> {
    let apparent = APPARENT.into_iter().filter(move |_| in_parts);
    WHOLE_AND_REAL.into_iter().chain(apparent)
}

/// The columns with the parts of a change.
fn apart(in_parts: bool) -> impl Iterator<Item = (Header, u16, Look, Figure)> {
    figures(in_parts).filter(|(header, ..)| *header != Header::Total)
}

fn table(index: usize, region: &RegionYears, change: &Change, in_parts: bool) -> Table {
    let shown_as = precision(in_parts);
    let score_in = |year| Column::new(ColumnKey::Year(Score::Score, year), format!("Score {year}"), 10);
    let (from, to) = region.years_of(change);
    let mut columns = columns([(Header::Step, 25)]);
    columns.extend([from, to].map(score_in));
    columns.extend(figures(in_parts).map(|(header, width, ..)| Column::named(header, width)));
    if in_parts {
        columns.push(Column::named(Header::MatchedAnswers, 16));
    }
    // Only where something has to be said.
    let all_compare = (0..change.steps.len()).all(|step| shown(region, change, step).is_ok());
    if !all_compare {
        columns.push(Column::named(Header::NotComparable, 60));
    }
    let questionnaire = region.years[change.to].questionnaire;
    let rows = change.steps.iter().enumerate().map(|(step, found)| {
        let (parts, reason) = match shown(region, change, step) {
            Ok(parts) => (Some(parts), None),
            Err(why) => (None, Some(why.words())),
        };
        let mut cells = vec![Cell::text(questionnaire.step_title(step))];
        let scores = parts.map_or([None; 2], |parts| [Some(parts.before), Some(parts.after)]);
        cells.extend(scores.map(|score| shown_as.score(score)));
        cells.extend(figures(in_parts).map(|(.., part)| shown_as.points(parts.as_ref().and_then(part))));
        cells.extend(found.matched_pairs.map(|pairs| Cell::Number(pairs as f64)));
        if !all_compare {
            cells.push(Cell::text(reason.unwrap_or_default()));
        }
        cells
    });
    let compares = (0..change.steps.len()).any(|step| shown(region, change, step).is_ok());
    Table {
        key: TableKey::Changes,
        heading: heading(region, change),
        columns,
        rows: rows.collect(),
        charts: if compares {
            vec![chart(index, region, change, in_parts)]
        } else {
            Vec::new()
        },
        usage: Usage::Read,
    }
}

fn chart(index: usize, region: &RegionYears, change: &Change, in_parts: bool) -> Chart {
    let questionnaire = region.years[change.to].questionnaire;
    let shown_as = precision(in_parts);
    let parts = || {
        let steps = 0..change.steps.len();
        steps.filter_map(|step| Some((step, shown(region, change, step).ok()?)))
    };
    let changed = parts().filter(|(_, parts)| is_change(parts.real));
    let largest = first_largest(changed.map(|(step, parts)| ((step, parts.real), parts.real.abs())));
    let title = match largest {
        Some(((step, real), points)) => {
            let name = questionnaire.step_title(step);
            let points = shown_as.in_points(points);
            let way = if real > 0.0 { "verbeterde" } else { "verslechterde" };
            format!("{name} {way} het meest echt: {points}")
        }
        None => "Bij geen enkele stap veranderde er echt een punt of meer".to_owned(),
    };
    let differences: Vec<String> = parts()
        .map(|(step, parts)| {
            let (total, real) = (shown_as.signed(parts.total()), shown_as.signed(parts.real));
            format!("{step}: {total} ({real})")
        })
        .collect();
    let (from, to) = region.years_of(change);
    let rows = (0..change.steps.len()).map(|step| {
        let parts = shown(region, change, step).ok();
        Bar {
            name: questionnaire.step_title(step),
            parts: apart(in_parts)
                .filter_map(|(.., figure)| figure(parts.as_ref()?))
                .collect(),
            total: parts.as_ref().map(Parts::total),
        }
    });
    Chart {
        key: ChartKey::Change {
            region: index,
            year: to,
        },
        of: Some(region.name.to_owned()),
        title,
        alternative: format!(
            "{} in {}, van {from} naar {to}. Per stap het verschil, met tussen haakjes wat echt is: {}.",
            if in_parts {
                "Gestapelde balken met de vier delen van het verschil"
            } else {
                "Balken met wat echt is van het verschil"
            },
            region.name,
            differences.join("; ")
        ),
        caption: caption(&heading(region, change), &region.years[change.from..=change.to]),
        picture: Some(Picture::Bars(Bars {
            parts: apart(in_parts).map(|(header, ..)| header.words().to_owned()).collect(),
            rows: rows.collect(),
        })),
        native: Some(Native {
            kind: ChartKind::Stacked,
            names: Header::Step.into(),
            // The real part first.
            series: apart(in_parts)
                .map(|(header, _, look, _)| Series::new(header, look))
                .collect(),
            ranges: Vec::new(),
        }),
    }
}
