//! What happened in a region from one year to the next, step by step, in sentences.

use super::causes::{is_still, sentence};
use super::plan::plan_sentences;
use crate::answers::Merger;
use crate::comparison::{Change, Comparison, Incomparable, Participant, Parts, RegionYears};
use crate::questionnaire::Role;
use crate::spelling::spells;
use crate::wording::{all_of, count, upper_first};

/// Everything that happened in a region from one year to the next: mergers, the chain, each step that changed, the
/// steps that did not, those that cannot be compared, and the outcome of the plan.
#[must_use]
pub fn change_sentences(region: &RegionYears, change: &Change) -> Vec<String> {
    let mut sentences = merger_sentences(change);
    sentences.extend(shown_chain(region, change).map(|parts| chain_words(change, &parts)));
    let mut still = Vec::new();
    for step in 0..change.steps.len() {
        let Ok(parts) = shown(region, change, step) else {
            continue;
        };
        if is_still(parts) {
            still.push(region.years[change.to].questionnaire.steps[step].short.as_str());
        } else {
            sentences.push(step_sentence(region, change, step, parts));
        }
    }
    if !still.is_empty() {
        let verb = if still.len() == 1 { "bleef" } else { "bleven" };
        sentences.push(format!("{} {verb} gelijk.", all_of(&still)));
    }
    sentences.extend(incomparable_sentences(region, change));
    sentences.extend(beside_sentences(region, change));
    sentences.extend(plan_sentences(change));
    sentences
}

/// What makes a change harder to read: answers that became not applicable, and joint answers in one of the years only.
pub(super) fn beside_sentences(region: &RegionYears, change: &Change) -> Vec<String> {
    let (from, to) = region.years_of(change);
    let mut sentences = Vec::new();
    if !change.joint_once.is_empty() {
        let verb = if change.joint_once.len() == 1 {
            "antwoordde"
        } else {
            "antwoordden"
        };
        sentences.push(format!(
            "{} {verb} in maar één van beide jaren gezamenlijk; een deel van het verschil kan daaraan liggen.",
            in_a_sentence(&change.joint_once)
        ));
    }
    let lapsed = change
        .steps
        .iter()
        .filter_map(|step| step.lapsed.as_ref())
        .map(Vec::len);
    match lapsed.sum() {
        0 => {}
        number => sentences.push(format!(
            "{} van {from} {} in {to} niet van toepassing; welke, staat op het blad Vergelijkbaarheid.",
            count(number, "antwoord", "antwoorden"),
            if number == 1 { "werd" } else { "werden" }
        )),
    }
    sentences
}

/// "Duinstad en de regio zelf".
pub(super) fn in_a_sentence(participants: &[Participant]) -> String {
    let name = |participant: &Participant| match participant.role {
        Role::Municipality => participant.name.clone(),
        Role::Region => "de regio zelf".to_owned(),
    };
    all_of(&participants.iter().map(name).collect::<Vec<_>>())
}

/// "Duinstad en Veenwold zijn samen Duinveen."
pub(super) fn merger_sentences(change: &Change) -> Vec<String> {
    change.mergers.iter().map(merger_sentence).collect()
}

fn merger_sentence(merger: &Merger) -> String {
    let name = &merger.name;
    let others: Vec<&str> = merger.formerly.iter().map(String::as_str).collect();
    let others: Vec<&str> = others.into_iter().filter(|former| !spells(former, name)).collect();
    let kept_its_name = others.len() < merger.formerly.len();
    match (kept_its_name, others.as_slice()) {
        (true, [_]) => format!("{} is opgegaan in {name}.", others[0]),
        (true, _) => format!("{} zijn opgegaan in {name}.", all_of(&others)),
        (false, [_]) => format!("{} heet nu {name}.", others[0]),
        (false, _) => format!("{} zijn samen {name}.", all_of(&others)),
    }
}

/// What happened to the chain as a whole.
pub(super) fn chain_words(change: &Change, parts: &Parts) -> String {
    sentence("De keten als geheel", parts, &change.entities)
}

/// What happened at a step, or why that is unknown.
pub(super) fn step_words(region: &RegionYears, change: &Change, step: usize) -> String {
    match shown(region, change, step) {
        Ok(parts) => step_sentence(region, change, step, parts),
        Err(why) => upper_first(&format!("{why}.")),
    }
}

/// The change of a step, or why it is not shown: it cannot be compared, or a score is withheld.
pub(super) fn shown<'c>(region: &RegionYears, change: &'c Change, step: usize) -> Result<&'c Parts, String> {
    let parts = change.steps[step]
        .parts
        .as_ref()
        .map_err(|why| format!("niet vergelijkbaar, {}", reason(*why)))?;
    let few: Vec<String> = [change.from, change.to]
        .into_iter()
        .map(|year| &region.years[year])
        .filter(|year| year.score.steps[step].score.is_none())
        .map(|year| year.region.year.to_string())
        .collect();
    if few.is_empty() {
        Ok(parts)
    } else {
        Err(format!("te weinig antwoorden in {}", all_of(&few)))
    }
}

/// The change of the chain, unless a score is withheld.
pub(super) fn shown_chain(region: &RegionYears, change: &Change) -> Option<Parts> {
    let mut years = [change.from, change.to].into_iter().map(|year| &region.years[year]);
    change
        .chain
        .filter(|_| years.all(|year| year.score.chain.score.is_some()))
}

fn step_sentence(region: &RegionYears, change: &Change, step: usize, parts: &Parts) -> String {
    let name = &region.years[change.to].questionnaire.steps[step].short;
    sentence(name, parts, &change.steps[step].turnout)
}

/// Why a step cannot be compared, as a clause that starts with "omdat".
pub(super) fn reason(why: Incomparable) -> String {
    match why {
        Incomparable::NoQuestions => "omdat de vragenlijst bij deze stap geen vragen heeft".to_owned(),
        Incomparable::NoAnswers { from, to } => {
            let years: Vec<String> = [from, to]
                .into_iter()
                .flatten()
                .map(|year| format!("in {year}"))
                .collect();
            format!("omdat bij deze stap {} niets is beantwoord", years.join(" en "))
        }
        Incomparable::NoSharedQuestion => {
            "omdat geen enkele vraag van deze stap in beide edities van de vragenlijst staat".to_owned()
        }
        Incomparable::NobodyInBoth => "omdat niemand in beide jaren meedeed".to_owned(),
        Incomparable::TooFew => {
            "omdat er van deze stap te weinig is dat in een uitgave om te delen getoond kan worden".to_owned()
        }
        Incomparable::NoMatch => "omdat niemand in beide jaren dezelfde vraag van deze stap beantwoordde".to_owned(),
    }
}

/// The steps whose change is not shown, grouped by reason.
fn incomparable_sentences(region: &RegionYears, change: &Change) -> Vec<String> {
    let names = &region.years[change.to].questionnaire.steps;
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for (step, name) in names.iter().enumerate() {
        let Err(reason) = shown(region, change, step) else {
            continue;
        };
        let name = name.short.as_str();
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, steps)) => steps.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    let sentences = reasons.into_iter().map(|(reason, steps)| {
        let verb = if steps.len() == 1 { "is" } else { "zijn" };
        match reason.strip_prefix("te weinig antwoorden") {
            Some(years) => format!("Voor {} waren er{years} te weinig antwoorden.", all_of(&steps)),
            None => format!("{} {verb} {reason}.", all_of(&steps)),
        }
    });
    sentences.collect()
}

/// The years of a region in words: "2026", "2026 en 2028".
#[must_use]
pub fn years(region: &RegionYears) -> String {
    let years: Vec<String> = region.years.iter().map(|year| year.region.year.to_string()).collect();
    all_of(&years)
}

/// Why there is no change to report for a region with a single year.
#[must_use]
pub fn single_year(region: &RegionYears) -> String {
    format!(
        "Van {} is er alleen het jaar {}; voor een vergelijking is nog een jaar nodig.",
        region.name,
        years(region)
    )
}

/// "Deze vergelijking gaat over 2 regio's, van 2026 tot en met 2028."
#[must_use]
pub fn scope(comparison: &Comparison) -> String {
    let regions = count(comparison.regions.len(), "regio", "regio's");
    let years = (comparison.mirror.first(), comparison.mirror.last());
    let period = match years {
        (Some(first), Some(last)) if first.year < last.year => {
            format!("van {} tot en met {}", first.year, last.year)
        }
        (Some(only), _) => format!("in {}", only.year),
        _ => String::new(),
    };
    format!("Deze vergelijking gaat over {regions}, {period}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_told() {
        let none_in = |from, to| reason(Incomparable::NoAnswers { from, to });
        assert_eq!(
            none_in(None, Some(2027)),
            "omdat bij deze stap in 2027 niets is beantwoord"
        );
        assert_eq!(
            none_in(Some(2026), Some(2027)),
            "omdat bij deze stap in 2026 en in 2027 niets is beantwoord"
        );
        assert_eq!(
            reason(Incomparable::NoMatch),
            "omdat niemand in beide jaren dezelfde vraag van deze stap beantwoordde"
        );
    }
}
