//! What happened in a region from one year to the next, step by step, in sentences.

use super::causes::{Stillness, sentence, stillness};
use super::plan::plan_sentences;
use crate::answers::Merger;
use crate::comparison::{Change, Comparison, Incomparable, Participant, Parts, RegionYears, Year};
use crate::questionnaire::Role;
use crate::spelling::spells;
use crate::wording::{all_of, count, upper_first};

/// Why a change is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NotShown {
    /// It cannot be computed.
    Incomparable(Incomparable),
    /// The score of these years is withheld.
    TooFewAnswers(Vec<u16>),
}

impl NotShown {
    /// As words in a cell.
    pub(super) fn words(&self) -> String {
        match self {
            NotShown::Incomparable(why) => format!("niet vergelijkbaar, {}", reason(*why)),
            NotShown::TooFewAnswers(years) => format!("te weinig antwoorden in {}", all_of(&in_digits(years))),
        }
    }

    /// As a sentence about these steps.
    fn sentence(&self, steps: &[&str]) -> String {
        let steps_named = all_of(steps);
        match self {
            NotShown::Incomparable(_) => {
                let verb = if steps.len() == 1 { "is" } else { "zijn" };
                format!("{steps_named} {verb} {}.", self.words())
            }
            NotShown::TooFewAnswers(years) => {
                let years = all_of(&in_digits(years));
                format!("Voor {steps_named} waren er in {years} te weinig antwoorden.")
            }
        }
    }
}

fn in_digits(years: &[u16]) -> Vec<String> {
    years.iter().map(ToString::to_string).collect()
}

/// Everything that happened in a region from one year to the next: mergers, the chain, each step that changed, the
/// steps that did not, those that cannot be compared, and the outcome of the plan.
#[must_use]
pub fn change_sentences(region: &RegionYears, change: &Change) -> Vec<String> {
    let mut sentences = merger_sentences(change);
    sentences.extend(shown_chain(region, change).map(|parts| chain_words(change, parts)));
    let (mut still, mut nearly_still) = (Vec::new(), Vec::new());
    for step in 0..change.steps.len() {
        let Ok(parts) = shown(region, change, step) else {
            continue;
        };
        let name = region.years[change.to].questionnaire.steps[step].short.as_str();
        match stillness(&parts) {
            Some(Stillness::Still) => still.push(name),
            Some(Stillness::Nearly) => nearly_still.push(name),
            None => sentences.push(sentence(name, &parts, &change.steps[step].turnout)),
        }
    }
    for (steps, how) in [(still, "gelijk"), (nearly_still, "vrijwel gelijk")] {
        if !steps.is_empty() {
            let verb = if steps.len() == 1 { "bleef" } else { "bleven" };
            sentences.push(format!("{} {verb} {how}.", all_of(&steps)));
        }
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
            "{} {verb} in maar één van beide jaren gezamenlijk; het verschil kan daaraan liggen, ook waar het echt heet.",
            upper_first(&in_a_sentence(&change.joint_once))
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
pub(super) fn chain_words(change: &Change, parts: Result<Parts, NotShown>) -> String {
    match parts {
        Ok(parts) => sentence("De keten als geheel", &parts, &change.entities),
        Err(why) => why.sentence(&["de keten als geheel"]),
    }
}

/// What happened at a step, or why that is unknown.
pub(super) fn step_words(region: &RegionYears, change: &Change, step: usize) -> String {
    match shown(region, change, step) {
        Ok(parts) => {
            let name = &region.years[change.to].questionnaire.steps[step].short;
            sentence(name, &parts, &change.steps[step].turnout)
        }
        Err(why) => upper_first(&format!("{}.", why.words())),
    }
}

/// The change of a step as it is shown, or why it is not.
pub(super) fn shown(region: &RegionYears, change: &Change, step: usize) -> Result<Parts, NotShown> {
    let parts = change.steps[step].parts.map_err(NotShown::Incomparable)?;
    unless_withheld(region, change, parts, |year| year.score.steps[step].score)
}

/// The change of the chain as it is shown, or why it is not; `None` if not all its steps can be compared.
pub(super) fn shown_chain(region: &RegionYears, change: &Change) -> Option<Result<Parts, NotShown>> {
    let parts = change.chain?;
    Some(unless_withheld(region, change, parts, |year| year.score.chain.score))
}

fn unless_withheld(
    region: &RegionYears,
    change: &Change,
    parts: Parts,
    score: impl Fn(&Year) -> Option<f64>,
) -> Result<Parts, NotShown> {
    let years = [change.from, change.to].map(|year| &region.years[year]);
    let few = years.into_iter().filter(|year| score(year).is_none());
    let few: Vec<u16> = few.map(|year| year.region.year).collect();
    if few.is_empty() {
        Ok(parts.shown())
    } else {
        Err(NotShown::TooFewAnswers(few))
    }
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
    let mut reasons: Vec<(NotShown, Vec<&str>)> = Vec::new();
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
    reasons.iter().map(|(reason, steps)| reason.sentence(steps)).collect()
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
    fn a_change_that_is_not_shown_says_why() {
        let few = NotShown::TooFewAnswers(vec![2026, 2027]);
        assert_eq!(few.words(), "te weinig antwoorden in 2026 en 2027");
        assert_eq!(
            few.sentence(&["Preventie", "Melden"]),
            "Voor Preventie en Melden waren er in 2026 en 2027 te weinig antwoorden."
        );
        let none = NotShown::Incomparable(Incomparable::NobodyInBoth);
        assert_eq!(
            none.sentence(&["Preventie"]),
            "Preventie is niet vergelijkbaar, omdat niemand in beide jaren meedeed."
        );
    }

    #[test]
    fn every_reason_has_its_words() {
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
