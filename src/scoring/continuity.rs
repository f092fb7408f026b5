//! Takes the scores of rows; returns how far a case of each practice would get before it stalls.
//!
//! A case passes a step only if both what holds for every practice and what is particular to its own are in place: a
//! chain is as strong as its weakest link.

use super::precision::{at_least, below};
use super::question::RowScore;
use super::total::{Minimum, Total, total};
use crate::list::List;
use crate::questionnaire::{PracticeIndex, Questionnaire, RowIndex, STEPS};

/// The chain for one practice, steps 1 to 7.
#[derive(Clone, Debug, PartialEq)]
pub struct Continuity {
    /// What each step does with a case, from step 1 on.
    pub steps: Vec<Link>,
    /// The number of consecutive steps, from step 1 on, that hold a case.
    pub unbroken: usize,
    /// The first step at which a case stalls, whatever precedes it.
    pub stalls_at: Option<usize>,
    /// The first step before that of which it is not certain.
    pub uncertain_at: Option<usize>,
}

/// Where a case of a practice stops, and on what. They are in the order of what is worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    /// Whether it stops.
    pub state: StopState,
    /// The part of the step on which it stops; see [`Link::because_of`].
    pub part: Option<LinkPart>,
    /// The step, if it stops.
    pub step: Option<usize>,
}

/// Whether a case of a practice stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StopState {
    /// It stalls.
    Stalls,
    /// It does not stall anywhere for certain, but may.
    Uncertain,
    /// Every step holds it, but not every one for certain if what was called not applicable were unknown.
    HoldsByNotApplicable,
    /// Every step holds it.
    Holds,
}

impl Continuity {
    /// Where a case stalls, or else where that is not certain.
    #[must_use]
    pub fn stop(&self) -> Stop {
        let (state, step) = match (self.stalls_at, self.uncertain_at) {
            (Some(step), _) => (StopState::Stalls, Some(step)),
            (None, Some(step)) => (StopState::Uncertain, Some(step)),
            (None, None) if self.owes_to_not_applicable() => (StopState::HoldsByNotApplicable, None),
            (None, None) => (StopState::Holds, None),
        };
        let part = step.and_then(|step| self.steps[step - 1].because_of);
        Stop { state, part, step }
    }

    /// Whether some step only holds because something was called not applicable.
    #[must_use]
    pub fn owes_to_not_applicable(&self) -> bool {
        self.steps.iter().any(|link| link.owes_to_not_applicable)
    }
}

/// What a step does with a case of one practice. The figures are on the scale of scores, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The score of its weakest part; `None` if a part has no score.
    pub score: Option<f64>,
    /// The lowest possible score of its weakest part.
    pub low: Option<f64>,
    /// The highest possible score of its weakest part.
    pub high: Option<f64>,
    /// What happens to a case.
    pub state: LinkState,
    /// The part with the lower score; `None` without a score, or with one part only.
    pub weakest: Option<LinkPart>,
    /// The part because of which it stalls or is not certain: that which is below the threshold, or may be, or is left
    /// out. The weakest if that is so of both; `None` if it holds or nothing is asked.
    pub because_of: Option<LinkPart>,
    /// Whether it only holds because something was called not applicable: were that unknown, it would be uncertain.
    pub owes_to_not_applicable: bool,
}

/// What happens to a case at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It is held, whatever the missing answers would be.
    Holds,
    /// It may or may not be held.
    Uncertain,
    /// It stalls, whatever the missing answers would be.
    Stalls,
    /// Nothing is asked about it that applies.
    Unknown,
}

impl LinkState {
    /// The key in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            LinkState::Holds => "holds",
            LinkState::Uncertain => "uncertain",
            LinkState::Stalls => "stalls",
            LinkState::Unknown => "unknown",
        }
    }
}

/// A part of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkPart {
    /// What is particular to one practice.
    Own,
    /// What holds for every practice.
    General,
}

impl LinkPart {
    /// The key in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            LinkPart::General => "general",
            LinkPart::Own => "own",
        }
    }
}

/// Follows every practice through the chain.
pub(super) fn continuity(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
) -> List<PracticeIndex, Continuity> {
    let part = |step: usize, practice: Option<PracticeIndex>| {
        let belongs = |row: &RowIndex| {
            questionnaire.question_of(*row).step == step && questionnaire.rows[*row].practice == practice
        };
        // The weight of the question as a whole: a part has only one of its rows.
        let picked = rows.indices().filter(belongs).map(|row| {
            let question = questionnaire.question_of(row);
            (question.weight, question.norm, &rows[row])
        });
        total(picked, Minimum::NONE)
    };
    let general: Vec<Total> = (1..STEPS).map(|step| part(step, None)).collect();
    let threshold = questionnaire.thresholds.continuity;
    questionnaire.practices.of_each(|practice| {
        let link = |index: usize| link(&general[index], &part(index + 1, Some(practice)), threshold);
        walk((0..STEPS - 1).map(link).collect())
    })
}

/// The link of a step whose parts have these totals.
fn link(general: &Total, own: &Total, threshold: f64) -> Link {
    let parts: Vec<&Total> = [general, own].into_iter().filter(|part| part.low.is_some()).collect();
    let least = |figure: fn(&Total) -> Option<f64>| {
        let figures: Option<Vec<f64>> = parts.iter().map(|part| figure(part)).collect();
        figures?.into_iter().reduce(f64::min)
    };
    let (score, low, high) = (
        least(|part| part.score),
        least(|part| part.low),
        least(|part| part.high),
    );
    let both = parts.len() == 2;
    let state = match (low, high) {
        (Some(low), _) if both && at_least(low, threshold) => LinkState::Holds,
        (_, Some(high)) if below(high, threshold) => LinkState::Stalls,
        (Some(_), Some(_)) => LinkState::Uncertain,
        _ => LinkState::Unknown,
    };
    let is_short = |part: &Total| part.strict.low.is_some_and(|low| below(low, threshold));
    let weakest = match (general.score, own.score) {
        (Some(general), Some(own)) if below(own, general) => Some(LinkPart::Own),
        (Some(_), Some(_)) => Some(LinkPart::General),
        _ => None,
    };
    let at_fault = |part: &Total| match state {
        LinkState::Stalls => part.high.is_some_and(|high| below(high, threshold)),
        LinkState::Uncertain => part.low.is_none_or(|low| below(low, threshold)),
        LinkState::Holds | LinkState::Unknown => false,
    };
    let because_of = match (at_fault(general), at_fault(own)) {
        (true, true) => weakest,
        (true, false) => Some(LinkPart::General),
        (false, true) => Some(LinkPart::Own),
        (false, false) => None,
    };
    Link {
        score,
        low,
        high,
        state,
        weakest,
        because_of,
        owes_to_not_applicable: state == LinkState::Holds && (is_short(general) || is_short(own)),
    }
}

fn walk(steps: Vec<Link>) -> Continuity {
    let first = |wanted: &dyn Fn(LinkState) -> bool| {
        let found = steps.iter().position(|link| wanted(link.state));
        found.map(|index| index + 1)
    };
    let stalls_at = first(&|state| state == LinkState::Stalls);
    let uncertain_at = first(&|state| matches!(state, LinkState::Uncertain | LinkState::Unknown));
    Continuity {
        unbroken: steps.iter().take_while(|link| link.state == LinkState::Holds).count(),
        stalls_at,
        uncertain_at: uncertain_at.filter(|step| stalls_at.is_none_or(|stalls| *step < stalls)),
        steps,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part of one row with this score and range; without a score, of one row that nobody answered.
    fn part(score: Option<f64>, low: f64, high: f64) -> Total {
        let row = RowScore {
            score,
            low: Some(low),
            high: Some(high),
            coverage: Some(0.5),
            applicable: Some(1.0),
            gap: score.map(|_| 0.0),
            spread: None,
        };
        total([(1.0, 75.0, &row)].into_iter(), Minimum::NONE)
    }

    /// A part in which nothing applies.
    fn left_out() -> Total {
        total(std::iter::empty(), Minimum::NONE)
    }

    fn of(general: &Total, own: &Total) -> (Option<f64>, LinkState, Option<LinkPart>) {
        let found = link(general, own, 50.0);
        (found.score, found.state, found.weakest)
    }

    #[test]
    fn a_link_is_as_strong_as_its_weakest_part() {
        let (strong, weak) = (part(Some(80.0), 70.0, 90.0), part(Some(30.0), 20.0, 49.9));
        assert_eq!(of(&strong, &weak), (Some(30.0), LinkState::Stalls, Some(LinkPart::Own)));
        assert_eq!(
            of(&weak, &strong),
            (Some(30.0), LinkState::Stalls, Some(LinkPart::General))
        );
        let found = link(&strong, &weak, 50.0);
        assert_eq!((found.low, found.high), (Some(20.0), Some(49.9)));
    }

    #[test]
    fn the_part_at_fault_is_not_always_the_weakest() {
        let because_of = |general: &Total, own: &Total| link(general, own, 50.0).because_of;
        // Nobody answered what is own: the general part, with the lower score, is certain.
        let (certain, silent) = (part(Some(75.0), 75.0, 75.0), part(None, 0.0, 100.0));
        assert_eq!(because_of(&certain, &silent), Some(LinkPart::Own));
        assert_eq!(because_of(&certain, &left_out()), Some(LinkPart::Own));
        // The own part has the lower score, but only the general one is below 50 for certain.
        let (low, partly) = (part(Some(18.0), 10.0, 18.0), part(Some(0.0), 0.0, 60.0));
        let found = link(&low, &partly, 50.0);
        assert_eq!(
            (found.state, found.weakest, found.because_of),
            (LinkState::Stalls, Some(LinkPart::Own), Some(LinkPart::General))
        );
        assert_eq!(because_of(&certain, &certain), None);
    }

    #[test]
    fn at_the_threshold_a_case_is_held_despite_rounding() {
        let at = part(Some(50.0), 49.999_999_999_99, 50.0);
        assert_eq!(of(&at, &at), (Some(50.0), LinkState::Holds, Some(LinkPart::General)));
        let just_below = part(Some(49.9), 49.9, 49.999_999_999_99);
        assert_eq!(of(&at, &just_below).1, LinkState::Uncertain);
    }

    #[test]
    fn a_silent_part_makes_a_link_uncertain_and_is_never_replaced() {
        let (strong, silent) = (part(Some(100.0), 100.0, 100.0), part(None, 0.0, 100.0));
        assert_eq!(of(&strong, &silent), (None, LinkState::Uncertain, None));
        // A case stalls at a weak part, whatever the silent one would be.
        let weak = part(Some(0.0), 0.0, 0.0);
        assert_eq!(of(&weak, &silent), (None, LinkState::Stalls, None));
    }

    #[test]
    fn with_one_part_a_link_never_holds_and_with_none_it_is_unknown() {
        let (strong, weak) = (part(Some(100.0), 100.0, 100.0), part(Some(0.0), 0.0, 0.0));
        assert_eq!(of(&strong, &left_out()), (Some(100.0), LinkState::Uncertain, None));
        assert_eq!(of(&left_out(), &strong), (Some(100.0), LinkState::Uncertain, None));
        assert_eq!(of(&left_out(), &weak), (Some(0.0), LinkState::Stalls, None));
        assert_eq!(of(&left_out(), &left_out()), (None, LinkState::Unknown, None));
    }

    #[test]
    fn a_link_that_holds_by_what_does_not_apply_says_so() {
        // Of two rows alike, one at 80 and one that applies to nobody: with that one unknown the part is 40 to 90.
        let at = RowScore {
            score: Some(80.0),
            low: Some(80.0),
            high: Some(80.0),
            coverage: Some(1.0),
            applicable: Some(1.0),
            gap: Some(0.0),
            spread: None,
        };
        let spared = RowScore {
            applicable: Some(0.0),
            ..RowScore::default()
        };
        let whole = total([(1.0, 75.0, &at)].into_iter(), Minimum::NONE);
        let half = total([(1.0, 75.0, &at), (1.0, 75.0, &spared)].into_iter(), Minimum::NONE);
        let owes = |general, own| {
            let found = link(general, own, 50.0);
            (found.state, found.owes_to_not_applicable)
        };
        assert_eq!(owes(&whole, &whole), (LinkState::Holds, false));
        assert_eq!(owes(&whole, &half), (LinkState::Holds, true));
        assert_eq!(owes(&half, &whole), (LinkState::Holds, true));
        // Uncertain it would be anyway.
        assert_eq!(owes(&half, &left_out()), (LinkState::Uncertain, false));
    }

    /// Where a case stops at links in these states: h, u, s and ? for unknown.
    fn walked(states: &str) -> (usize, Option<usize>, Option<usize>) {
        let links = states.chars().map(|state| Link {
            score: None,
            low: None,
            high: None,
            state: match state {
                'h' => LinkState::Holds,
                'u' => LinkState::Uncertain,
                's' => LinkState::Stalls,
                _ => LinkState::Unknown,
            },
            weakest: None,
            because_of: None,
            owes_to_not_applicable: false,
        });
        let found = walk(links.collect());
        (found.unbroken, found.stalls_at, found.uncertain_at)
    }

    #[test]
    fn the_first_stall_is_found_wherever_it_is_and_the_first_doubt_before_it() {
        assert_eq!(walked("hhhhhhh"), (7, None, None));
        assert_eq!(walked("shhhhhh"), (0, Some(1), None));
        assert_eq!(walked("hu?hsus"), (1, Some(5), Some(2)));
        assert_eq!(walked("hh?hhuh"), (2, None, Some(3)));
        assert_eq!(walked("hhshhuh"), (2, Some(3), None));
    }
}
