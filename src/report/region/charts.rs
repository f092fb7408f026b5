//! The charts of a region's report: what each shows, its finding, and the same in words.

use super::phrases::{
    Finding, caption, continuity_words, core_themes_words, furthest_short, part_word, range, score, under_norm,
    with_norm,
};
use crate::report::Report;
use crate::report::outline::{
    Bar, Bars, Chain, ChainLink, Chart, ChartKey, ChartKind, ColumnKey, DumbbellRow, Dumbbells, Header, Heat, HeatCell,
    Look, Native, Picture, RangeBar, Series, Sign, Verdict,
};
use crate::scoring::precision::{first_largest, largest_first, shown};
use crate::scoring::{Continuity, Status, Total};
use crate::wording::{all_of, count, whole};

/// The links of the chain; `None` if none of them has a score.
pub(super) fn chain(report: &Report) -> Option<Chart> {
    let practices = || report.questionnaire.practices.iter().zip(&report.score.practices);
    if practices().all(|(_, found)| found.steps.iter().all(|link| link.score.is_none())) {
        return None;
    }
    let in_words =
        practices().map(|(practice, found)| format!("{}: {}", practice.name, continuity_words(report, found)));
    let links = practices().map(|(practice, found)| {
        let links = found.steps.iter().map(|link| ChainLink {
            state: Verdict::from(link.state).sign,
            range: if link.low.map(whole) == link.high.map(whole) {
                link.low.map(whole).unwrap_or_default()
            } else {
                range(link.low, link.high)
            },
            part: link.because_of.map_or("", part_word),
        });
        (practice.name.clone(), links.collect())
    });
    let threshold = report.questionnaire.thresholds.continuity;
    Some(Chart {
        key: ChartKey::Chain,
        of: None,
        title: chain_title(report),
        alternative: format!(
            "Per verschijningsvorm, met {} als grens. {}.",
            whole(threshold),
            in_words.collect::<Vec<_>>().join(". ")
        ),
        caption: caption(report),
        picture: Some(Picture::Chain(Chain {
            steps: (1..report.score.steps.len())
                .map(|step| report.questionnaire.step_title(step))
                .collect(),
            practices: links.collect(),
            threshold,
        })),
        native: None,
    })
}

/// "Een casus loopt vast bij 3 Advies en 5 Beschermen".
fn chain_title(report: &Report) -> String {
    let at = |stop: fn(&Continuity) -> Option<usize>| {
        let mut steps: Vec<usize> = report.score.practices.iter().filter_map(stop).collect();
        steps.sort_unstable();
        steps.dedup();
        let named = steps.into_iter().map(|step| report.questionnaire.step_title(step));
        named.collect::<Vec<String>>()
    };
    let (stalls, uncertain) = (at(|found| found.stalls_at), at(|found| found.uncertain_at));
    match (stalls.is_empty(), uncertain.is_empty(), report.sharing) {
        (false, ..) => format!("Een casus loopt vast bij {}", all_of(&stalls)),
        (true, false, _) => format!(
            "Of een casus wordt vastgehouden, is niet zeker bij {}",
            all_of(&uncertain)
        ),
        (true, true, None) => "Elke schakel houdt een casus vast".to_owned(),
        (true, true, Some(_)) => "Elke getoonde schakel houdt een casus vast".to_owned(),
    }
}

/// A total with what it is held against.
fn range_bar(name: String, total: &Total, ambition: Option<f64>) -> RangeBar {
    let (verdict, words) = match (total.status, total.short()) {
        (Status::Insufficient, _) => (Sign::Unknown, "te weinig antwoorden".to_owned()),
        (Status::AtNorm, _) => (Sign::Good, "op de norm".to_owned()),
        (Status::BelowNorm, short) => (Sign::Short, few_words(short)),
        (Status::Uncertain, None) => (Sign::Uncertain, "op de norm, niet zeker".to_owned()),
        (Status::Uncertain, short) => (Sign::Uncertain, format!("{}, niet zeker", few_words(short))),
    };
    RangeBar {
        name,
        score: total.score,
        range: total.low.zip(total.high),
        norm: total.norm,
        ambition,
        verdict,
        words,
    }
}

/// "9 onder de norm".
fn few_words(short: Option<f64>) -> String {
    match short.unwrap_or_default() as usize {
        0 => "net onder de norm".to_owned(),
        points => format!("{points} onder de norm"),
    }
}

fn named_steps(report: &Report) -> Vec<(String, Total)> {
    (0..report.score.steps.len())
        .map(|step| (report.questionnaire.step_title(step), report.score.steps[step]))
        .collect()
}

/// "Score, bereik en norm: 1 Preventie 66 (61–69, norm 76), …".
fn in_words(named: &[(String, Total)]) -> String {
    let in_words = named.iter().map(|(name, total)| format!("{name} {}", with_norm(total)));
    in_words.collect::<Vec<_>>().join(", ")
}

fn against_norm(names: Header, named: &[(String, Total)]) -> Native {
    Native {
        kind: ChartKind::Bars,
        names: names.into(),
        series: Series::against_norm(Header::Score),
        ranges: vec![named.iter().map(|(_, total)| total.low.zip(total.high)).collect()],
    }
}

/// Scores and their norms, drawn from any table with these columns; `None` without any score.
pub(super) fn steps(report: &Report) -> Option<Chart> {
    let named = named_steps(report);
    let title = match furthest_short(named.iter().map(|(name, total)| (name.as_str(), total))) {
        Finding::NoScores => return None,
        Finding::NoneShort => "Alle stappen met een score halen de norm".to_owned(),
        Finding::Short { name, points } => format!("Stap {name} blijft {}", under_norm(points)),
    };
    let bars = named.iter().zip(&report.region.ambitions);
    Some(Chart {
        key: ChartKey::Steps,
        of: None,
        title,
        alternative: format!("Per stap de score, met bereik en norm: {}.", in_words(&named)),
        caption: caption(report),
        picture: Some(Picture::Ranges(
            bars.map(|((name, total), ambition)| range_bar(name.clone(), total, *ambition))
                .collect(),
        )),
        native: Some(against_norm(Header::Step, &named)),
    })
}

/// The shortfalls of the steps; `None` if there are none.
pub(super) fn gaps(report: &Report) -> Option<Chart> {
    let named = named_steps(report);
    let shortfalls = named
        .iter()
        .filter_map(|(name, total)| Some((name, total.short().filter(|points| *points > 0.0)?)));
    let (name, points) = first_largest(shortfalls)?;
    let points = count(points as usize, "punt", "punten");
    let in_words = named
        .iter()
        .map(|(name, total)| format!("{name} {}", score(total.shortfall())));
    let rows = named.iter().map(|(name, total)| Bar {
        name: name.clone(),
        parts: total.shortfall().into_iter().collect(),
        total: None,
    });
    Some(Chart {
        key: ChartKey::StepGaps,
        of: None,
        title: format!("Het tekort is het grootst bij stap {name}: {points}"),
        alternative: format!(
            "Per stap het tekort, de norm min de score: {}.",
            in_words.collect::<Vec<_>>().join(", ")
        ),
        caption: caption(report),
        picture: Some(Picture::Bars(Bars {
            parts: vec!["tekort in punten: de norm min de score".to_owned()],
            rows: rows.collect(),
        })),
        native: Some(Native {
            kind: ChartKind::Bars,
            names: Header::Step.into(),
            series: vec![Series::new(Header::Gap, Look::Gap)],
            ranges: Vec::new(),
        }),
    })
}

/// The core themes and their norms, as office programs draw them from any table with these columns; `None` without any
/// score.
pub(super) fn core_themes(report: &Report) -> Option<Chart> {
    let named = named_themes(report, |is_core| is_core);
    let title = match furthest_short(named.iter().map(|(name, total)| (name.as_str(), total))) {
        Finding::NoScores => return None,
        Finding::NoneShort => "Alle kernthema's met een score halen de norm".to_owned(),
        Finding::Short { name, points } => format!("{name}: {}", under_norm(points)),
    };
    Some(Chart {
        key: ChartKey::CoreThemes,
        of: None,
        title,
        alternative: format!(
            "{} met score, bereik en norm: {}.",
            core_themes_words(report),
            in_words(&named)
        ),
        caption: caption(report),
        picture: None,
        native: Some(against_norm(Header::Theme, &named)),
    })
}

/// All themes and their norms, the furthest below first; `None` without any score.
pub(super) fn themes(report: &Report) -> Option<Chart> {
    let mut named = named_themes(report, |is_core| is_core);
    named.extend(named_themes(report, |is_core| !is_core));
    let below = |total: &Total| {
        total
            .norm
            .zip(total.score)
            .map_or(f64::MIN, |(norm, score)| norm - score)
    };
    named.sort_by(|(_, one), (_, other)| largest_first(below(one), below(other)));
    let title = match furthest_short(named.iter().map(|(name, total)| (name.as_str(), total))) {
        Finding::NoScores => return None,
        Finding::NoneShort => "Alle thema's met een score halen de norm".to_owned(),
        Finding::Short { name, points } => format!("{name} blijft {}", under_norm(points)),
    };
    Some(Chart {
        key: ChartKey::Themes,
        of: None,
        title,
        alternative: format!("Per thema de score, met bereik en norm: {}.", in_words(&named)),
        caption: caption(report),
        picture: Some(Picture::Ranges(
            named
                .iter()
                .map(|(name, total)| range_bar(name.clone(), total, None))
                .collect(),
        )),
        native: None,
    })
}

fn named_themes(report: &Report, is_wanted: impl Fn(bool) -> bool) -> Vec<(String, Total)> {
    let themes = report.questionnaire.themes.iter().zip(&report.score.themes);
    let wanted = themes.filter(|(theme, _)| is_wanted(theme.core));
    wanted.map(|(theme, total)| (theme.name.clone(), *total)).collect()
}

/// The matrix; `None` without any score. `rows` has the cells of each step, `columns` the names of the themes.
pub(super) fn matrix(report: &Report, columns: Vec<String>, rows: Vec<(String, Vec<HeatCell>)>) -> Option<Chart> {
    let cells = || {
        rows.iter().flat_map(|(step, cells)| {
            let named = cells.iter().zip(&columns);
            named.filter_map(move |(cell, theme)| match cell {
                HeatCell::Score { score, short } => Some((step, theme, *score, *short)),
                HeatCell::Nothing | HeatCell::TooFew => None,
            })
        })
    };
    let scored = cells().count();
    let below = cells().filter(|(.., short)| *short > 0.0).count();
    let furthest = first_largest(cells().map(|(step, theme, score, short)| ((step, theme, score), short)));
    let ((step, theme, _), short) = furthest?;
    let title = if short > 0.0 {
        format!(
            "{theme} bij {step} ligt het verst onder de norm: {}",
            count(short as usize, "punt", "punten")
        )
    } else {
        "Geen vak ligt een punt of meer onder de norm".to_owned()
    };
    let mut worst: Vec<_> = cells().filter(|(.., short)| *short > 0.0).collect();
    worst.sort_by(|one, other| other.3.total_cmp(&one.3));
    let in_words: Vec<String> = worst
        .iter()
        .take(NAMED)
        .map(|(step, theme, score, short)| {
            format!("{theme} bij {step} {} ({} onder de norm)", whole(*score), whole(*short))
        })
        .collect();
    Some(Chart {
        key: ChartKey::Matrix,
        of: None,
        title,
        alternative: format!(
            "Stappen bij thema's: van {} met een score {} {below} onder de norm.{}",
            count(scored, "vak", "vakken"),
            if below == 1 { "ligt er" } else { "liggen er" },
            if in_words.is_empty() {
                String::new()
            } else {
                format!(" Het verst: {}.", in_words.join("; "))
            }
        ),
        caption: caption(report),
        picture: Some(Picture::Heat(Heat { columns, rows })),
        native: None,
    })
}

/// The most cells that an alternative text names.
const NAMED: usize = 5;

/// The steps as the perspectives see them; `None` if fewer than two of them gave a score to the same step.
pub(super) fn perspectives(report: &Report) -> Option<Chart> {
    let seen = &report.score.perspectives;
    let name = |who: usize| report.questionnaire.perspectives[seen[who].0].name.as_str();
    let differences = (0..report.score.steps.len()).filter_map(|step| {
        let scores = || {
            seen.iter()
                .enumerate()
                .filter_map(|(who, (_, steps))| Some((who, steps[step]?)))
        };
        let (lowest, low) = scores().min_by(|one, other| one.1.total_cmp(&other.1))?;
        let (highest, high) = scores().max_by(|one, other| one.1.total_cmp(&other.1))?;
        (scores().count() > 1).then(|| ((step, lowest, highest, low, high), shown(high) - shown(low)))
    });
    let ((step, lowest, highest, ..), points) = first_largest(differences.clone())?;
    let title = report.questionnaire.step_title(step);
    let in_words = differences.map(|((step, lowest, highest, low, high), _)| {
        let step = report.questionnaire.step_title(step);
        format!(
            "{step} van {} ({}) tot {} ({})",
            whole(low),
            name(lowest),
            whole(high),
            name(highest)
        )
    });
    let rows = (0..report.score.steps.len()).map(|step| DumbbellRow {
        name: report.questionnaire.step_title(step),
        norm: report.score.steps[step].norm,
        scores: seen.iter().map(|(_, steps)| steps[step].into()).collect(),
    });
    Some(Chart {
        key: ChartKey::Perspectives,
        of: None,
        title: if points > 0.0 {
            format!(
                "Over {title} lopen de beelden het verst uiteen: {} scoort {} hoger dan {}",
                name(highest),
                count(points as usize, "punt", "punten"),
                name(lowest)
            )
        } else {
            "De perspectieven zien elke stap gelijk".to_owned()
        },
        alternative: format!(
            "Per stap de laagste en hoogste score die een perspectief geeft: {}.",
            in_words.collect::<Vec<_>>().join("; ")
        ),
        caption: caption(report),
        picture: Some(Picture::Dumbbells(Dumbbells {
            who: (0..seen.len()).map(|who| name(who).to_owned()).collect(),
            rows: rows.collect(),
        })),
        native: Some(Native {
            kind: ChartKind::Marks {
                columns: report.score.steps.len(),
            },
            names: ColumnKey::Step(0),
            series: (0..seen.len())
                .map(|who| Series::along(ColumnKey::Step(0), who, Look::One(who)))
                .collect(),
            ranges: Vec::new(),
        }),
    })
}
