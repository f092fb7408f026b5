//! Sentences that recur in a report, so that a finding is worded the same everywhere.

use crate::answers::Response;
use crate::questionnaire::{Questionnaire, Role, RowIndex};
use crate::report::Report;
use crate::report::outline::Verdict;
use crate::report::sharing::Withheld;
use crate::scoring::precision::{at_least, below, first_largest, noticeable};
use crate::scoring::{Continuity, LinkPart, Status, Total, short};
use crate::wording::{all_of, count, in_words, whole};

/// The number of names in a sentence; more are counted instead.
const MOST_NAMES: usize = 8;

/// "40–63", or an empty text if there is no range.
pub(super) fn range(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("{}–{}", whole(low), whole(high)),
        _ => String::new(),
    }
}

/// A score, or a dash if it is withheld.
pub(super) fn score(score: Option<f64>) -> String {
    score.map_or_else(|| "–".to_owned(), whole)
}

/// The finding about a set of totals: which is furthest below its norm.
pub(super) fn furthest_short<'a>(totals: impl Iterator<Item = (&'a str, &'a Total)> + Clone) -> Finding<'a> {
    if totals.clone().all(|(_, total)| total.score.is_none()) {
        return Finding::NoScores;
    }
    match first_largest(totals.filter_map(|(name, total)| Some((name, total.short()?)))) {
        Some((name, points)) => Finding::Short { name, points },
        None => Finding::NoneShort,
    }
}

/// The finding about a set of totals.
pub(super) enum Finding<'a> {
    NoScores,
    NoneShort,
    Short { name: &'a str, points: f64 },
}

/// "Duinstad en Rietmeer", or "12 gemeenten" if the names would make the sentence too long.
pub(super) fn named(municipalities: &[&str]) -> String {
    if municipalities.len() > MOST_NAMES {
        count(municipalities.len(), "gemeente", "gemeenten")
    } else {
        all_of(municipalities)
    }
}

/// A point, in words before its code: "Opvang zonder verblijfsbesluit, BES-05"; of a question for each practice, with the
/// practice.
pub(in crate::report) fn point_name(questionnaire: &Questionnaire, row: RowIndex) -> String {
    let (short, id) = (&questionnaire.question_of(row).short, &questionnaire.rows[row].id);
    match questionnaire.rows[row].practice {
        Some(practice) => format!("{short} ({}), {id}", questionnaire.practices[practice].name),
        None => format!("{short}, {id}"),
    }
}

/// "3 gemeenten", or why the number is withheld, which does not mean none.
pub(super) fn municipalities(number: Result<usize, Withheld>) -> String {
    match number {
        Ok(number) => count(number, "gemeente", "gemeenten"),
        Err(Withheld::TooFew) => "niet getoond: te weinig gemeenten".to_owned(),
        Err(Withheld::PointsToSome) => "niet getoond: het zou naar één gemeente kunnen wijzen".to_owned(),
    }
}

/// "6 van de 7 gemeenten vulden de scan in; van Zandoever is er niets."
#[must_use]
pub fn response_sentence(report: &Report) -> String {
    if report.sharing.is_some() {
        return response_without_names(report);
    }
    let municipalities = report.region.municipalities();
    let silent: Vec<&str> = municipalities
        .iter()
        .filter(|entity| !report.region.has_answers(entity))
        .map(|entity| entity.name.as_str())
        .collect();
    // Without a list of the region nobody knows whether there are more.
    let are_all = municipalities.iter().all(|entity| entity.is_listed);
    let sent = municipalities.len() - silent.len();
    let workbooks = count(report.region.submissions.len(), "werkboek", "werkboeken");
    if municipalities.is_empty() {
        return format!("Dit beeld rust op {workbooks} van de regio; van gemeenten is er nog niets.");
    }
    let took_part = match (sent, municipalities.len()) {
        (1, 1) if are_all => "De enige gemeente deed mee.".to_owned(),
        (sent, all) if sent == all && are_all => format!("Alle {all} gemeenten deden mee."),
        (sent, all) if sent == all => format!(
            "Er {} mee; een lijst van alle gemeenten van de regio is er niet.",
            match all {
                1 => "deed 1 gemeente".to_owned(),
                all => format!("deden {all} gemeenten"),
            }
        ),
        (sent, all) => format!(
            "{sent} van de {} {} mee; van {} is er niets.",
            count(all, "gemeente", "gemeenten"),
            if sent == 1 { "deed" } else { "deden" },
            named(&silent)
        ),
    };
    format!("Dit beeld rust op {workbooks}. {took_part}")
}

/// How many municipalities took part. A report to share has left them out of its region.
pub(super) fn response(report: &Report) -> Response {
    report
        .sharing
        .map_or_else(|| report.region.response(), |sharing| sharing.response)
}

/// The response without names, for whoever is not of the region.
pub(super) fn response_without_names(report: &Report) -> String {
    let municipal = report.questionnaire.rows_of(Role::Municipality).count();
    let none_shown = report
        .sharing
        .is_some_and(|sharing| sharing.withheld.len() == municipal);
    without_names(response(report), none_shown)
}

/// `none_shown`: nothing that municipalities answered is shown.
fn without_names(response: Response, none_shown: bool) -> String {
    let took_part = match (response.responded, response.expected) {
        (0, _) => return "Dit beeld rust op de vragen aan de regio; van gemeenten is er nog niets.".to_owned(),
        (1, 1) => "De enige gemeente die bekend is, deed mee.".to_owned(),
        (sent, all) if sent == all => format!("Alle {all} gemeenten die bekend zijn, deden mee."),
        (1, all) => format!("1 van de {all} gemeenten deed mee."),
        (sent, all) => format!("{sent} van de {all} gemeenten deden mee."),
    };
    if none_shown {
        format!(
            "{took_part} Dit beeld rust alleen op de vragen aan de regio: wat gemeenten antwoordden, kan in deze uitgave niet getoond worden."
        )
    } else {
        took_part
    }
}

/// The chain's score with its range and weakest step, as a sentence.
#[must_use]
pub fn chain_sentence(report: &Report) -> String {
    let score = chain_score(report);
    match report.score.chain.weakest_step {
        Some(step) if stands_alone(report) => format!(
            "{score} Alleen stap {} heeft een score.",
            report.questionnaire.step_title(step)
        ),
        Some(step) if stands_out(report, step) => format!(
            "{score} De laagste score heeft stap {}.",
            report.questionnaire.step_title(step)
        ),
        Some(_) => format!("{score} Geen stap scoort lager dan de andere."),
        None => score,
    }
}

/// The chain's score with its range, as a sentence.
pub(super) fn chain_score(report: &Report) -> String {
    let chain = &report.score.chain;
    let range = range(chain.low, chain.high);
    let settled = chain.low.map(whole) == chain.high.map(whole);
    match (chain.score, range.is_empty()) {
        (Some(score), _) if settled => format!("De keten scoort {} van 100.", whole(score)),
        (Some(score), _) => format!(
            "De keten scoort {} van 100; het bereik {range} laat zien wat nog onbekend is.",
            whole(score)
        ),
        (None, false) => format!("Voor een score van de hele keten zijn er te weinig antwoorden (bereik {range})."),
        (None, true) => "Voor een score van de hele keten zijn er te weinig antwoorden.".to_owned(),
    }
}

/// Whether only one step of the chain has a score, so that it is not lower than any other.
fn stands_alone(report: &Report) -> bool {
    report.score.steps[1..]
        .iter()
        .filter(|total| total.score.is_some())
        .count()
        < 2
}

/// Whether the weakest step shows a lower figure than some other step.
fn stands_out(report: &Report, weakest: usize) -> bool {
    let mut shown = report.score.steps[1..]
        .iter()
        .filter_map(|total| total.score)
        .map(whole);
    let lowest = report.score.steps[weakest].score.map(whole);
    shown.any(|score| Some(score) != lowest)
}

/// "31 punten onder de norm", or "net onder de norm" if no difference shows.
pub(super) fn under_norm(points: f64) -> String {
    match points as usize {
        0 => "net onder de norm".to_owned(),
        points => format!("{} onder de norm", count(points, "punt", "punten")),
    }
}

/// The finding about a step or a theme: "31 punten onder de norm", "op de norm, met tekorten".
pub(super) fn norm_line(report: &Report, total: &Total) -> String {
    let minimum = report.questionnaire.thresholds.minimum_coverage;
    let line = match (total.status, total.short()) {
        (Status::Insufficient, _) if total.applicable.is_some_and(|share| below(share, minimum)) => {
            "te veel niet van toepassing voor een score".to_owned()
        }
        (Status::Insufficient, _) => "te weinig antwoorden voor een score".to_owned(),
        (Status::AtNorm, _) if total.gap.and_then(noticeable).is_some() => "op de norm, met tekorten".to_owned(),
        (Status::AtNorm, _) => "op de norm".to_owned(),
        (Status::Uncertain, None) => "op de norm, maar nog niet zeker".to_owned(),
        (Status::Uncertain, Some(points)) => format!("{}, nog niet zeker", under_norm(points)),
        (Status::BelowNorm, points) => under_norm(points.unwrap_or_default()),
    };
    if total.owes_to_not_applicable() {
        format!("{line}; als n.v.t. onbekend was: {}", without_sign(total.strict.status))
    } else {
        line
    }
}

/// How far a step is from its ambition, on its range: "haalt de ambitie", "nog 12 punten tot de ambitie".
pub(super) fn ambition_line(total: &Total, ambition: Option<f64>) -> String {
    let (ambition, score) = match (ambition, total.score) {
        (None, _) => return "geen ambitie opgegeven".to_owned(),
        (Some(_), None) => return "nog niet te zeggen".to_owned(),
        (Some(ambition), Some(score)) => (ambition, score),
    };
    let reached = |bound: Option<f64>| bound.is_none_or(|bound| at_least(bound, ambition));
    let (line, is_sure) = match short(ambition, score).map(|points| points as usize) {
        None => ("haalt de ambitie".to_owned(), reached(total.low)),
        Some(0) => ("net onder de ambitie".to_owned(), !reached(total.high)),
        Some(points) => (
            format!("nog {} tot de ambitie", count(points, "punt", "punten")),
            !reached(total.high),
        ),
    };
    if is_sure {
        line
    } else {
        format!("{line}, nog niet zeker")
    }
}

/// The words of a verdict inside a sentence.
fn without_sign(verdict: impl Into<Verdict>) -> &'static str {
    let words = verdict.into().words;
    words.split_once(' ').map_or(words, |(_, words)| words)
}

/// "op wat eigen is aan deze vorm".
pub(super) fn part_words(part: LinkPart) -> &'static str {
    match part {
        LinkPart::General => "op wat voor alle vormen geldt",
        LinkPart::Own => "op wat eigen is aan deze vorm",
    }
}

/// The same in one word.
pub(super) fn part_word(part: LinkPart) -> &'static str {
    match part {
        LinkPart::General => "algemeen",
        LinkPart::Own => "eigen",
    }
}

/// "66 (61–69, norm 76)".
pub(super) fn with_norm(total: &Total) -> String {
    let range = range(total.low, total.high);
    let norm = total.norm.map(|norm| format!("norm {}", whole(norm)));
    let beside: Vec<String> = [Some(range).filter(|range| !range.is_empty()), norm]
        .into_iter()
        .flatten()
        .collect();
    if beside.is_empty() {
        score(total.score)
    } else {
        format!("{} ({})", score(total.score), beside.join(", "))
    }
}

/// What a picture is about and rests on: "Voorbeeldland 2026. Antwoorden van 6 van de 7 gemeenten."
pub(super) fn caption(report: &Report) -> String {
    format!(
        "{} {}. {}",
        report.region.name,
        report.region.year,
        response_words(response(report))
    )
}

/// "Antwoorden van 6 van de 7 gemeenten."
pub(in crate::report) fn response_words(response: Response) -> String {
    match (response.responded, response.expected) {
        (0, _) => "Antwoorden van de regio zelf; van gemeenten nog niet.".to_owned(),
        (1, 1) => "Antwoorden van 1 gemeente.".to_owned(),
        (responded, expected) => format!("Antwoorden van {responded} van de {expected} gemeenten."),
    }
}

/// "De vier kernthema's".
pub(super) fn core_themes_words(report: &Report) -> String {
    match count_core(report) {
        1 => "Het kernthema".to_owned(),
        core => format!("De {} kernthema's", in_words(core)),
    }
}

/// The number of core themes.
pub(super) fn count_core(report: &Report) -> usize {
    report.questionnaire.themes.iter().filter(|theme| theme.core).count()
}

/// How far a case of a practice gets: "loopt vast bij 3 Advies, op wat eigen is aan deze vorm; niet zeker bij 1
/// Preventie".
pub(super) fn continuity_words(report: &Report, found: &Continuity) -> String {
    let at = |words: &str, step: usize| {
        let part = found.steps[step - 1].because_of.map(part_words);
        let part = part.map_or_else(String::new, |part| format!(", {part}"));
        format!("{words} bij {}{part}", report.questionnaire.step_title(step))
    };
    let stalls = found.stalls_at.map(|step| at("loopt vast", step));
    let uncertain = found.uncertain_at.map(|step| at("niet zeker", step));
    let places: Vec<String> = stalls.into_iter().chain(uncertain).collect();
    match (places.is_empty(), report.sharing) {
        (false, _) => places.join("; "),
        (true, None) if found.owes_to_not_applicable() => "houdt overal vast, door n.v.t.".to_owned(),
        (true, None) => "houdt overal vast".to_owned(),
        (true, Some(_)) => "houdt overal vast, op wat getoond wordt".to_owned(),
    }
}
