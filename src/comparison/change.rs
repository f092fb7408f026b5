//! Takes two years of a region; returns what changed at each step, split into what is real and what is only apparent.

use std::collections::{BTreeMap, BTreeSet};

use super::Year;
use super::incomparable::Incomparable;
use super::join::{Join, Unit};
use super::parts::{Apparent, Parts};
use super::plan::{Point, Progress, follow};
use super::side::{Side, mean};
use super::turnout::{Became, Key, Participant, Turnout, mergers, names, participants, turnout};
use crate::answers::Merger;
use crate::questionnaire::{Editions, Role, RowIndex, STEPS};

/// A change from one available year to the next.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The earlier year, as an index into the region's years.
    pub from: usize,
    /// The later year, likewise.
    pub to: usize,
    /// How the editions of the two years correspond.
    pub join: Join<'a>,
    /// What changed per step, 0 to 7.
    pub steps: Vec<StepChange>,
    /// The change of the chain as a whole: the mean of steps 1 to 7, if all seven can be compared.
    pub chain: Option<Parts>,
    /// Who sent at least one workbook in which of the two years.
    pub entities: Turnout,
    /// Who answered jointly in one of the two years only.
    pub joint_once: Vec<Participant>,
    /// Municipalities that merged or were renamed since the earlier year; the answers of their predecessors count as
    /// theirs.
    pub mergers: Vec<Merger>,
    /// What became of the points of the earlier year's plan.
    pub plan: Vec<Point<'a>>,
    /// Summary of what became of that plan; `None` if nobody filled one in.
    pub progress: Option<Progress>,
}

/// What changed at one step.
#[derive(Clone, Debug)]
pub struct StepChange {
    /// The change and its parts, or why it cannot be computed.
    pub parts: Result<Parts, Incomparable>,
    /// The number of answers given in both years: the same question, the same entity; `None` if it is withheld.
    pub matched_pairs: Option<usize>,
    /// What was answered in the earlier year and is not applicable in the later; `None` if it is withheld.
    pub lapsed: Option<Vec<Lapsed>>,
    /// Who joined or left, among those who answered questions of this step that are in both editions.
    pub turnout: Turnout,
}

/// An answer of the earlier year to a question that is not applicable in the later, according to the same entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapsed {
    /// The row of the edition with the higher number.
    pub row: RowIndex,
    /// Who answered it.
    pub participant: Participant,
}

/// Compares two years of one region.
pub(super) fn change<'a>(
    years: &[Year<'a>],
    from: usize,
    to: usize,
    known: &Editions,
    answered: Answered,
) -> Change<'a> {
    let (a, b) = (&years[from], &years[to]);
    let join = Join::new(a.questionnaire, b.questionnaire, known);
    let became = Became::by(b.region);
    let (before, after) = (Side::new(a, &join, &became), Side::new(b, &join, &Became::default()));
    let names = names(a.region, b.region, &became);
    let both: BTreeSet<&Key> = before.sent.intersection(&after.sent).collect();
    let kept = kept(&join, &before, &after, answered);
    let not_applicable = after.not_applicable();
    let steps: Vec<StepChange> = (0..STEPS)
        .map(|step| {
            let pair = Pair {
                kept: &kept,
                join: &join,
                before: &before,
                after: &after,
                both: &both,
                not_applicable: &not_applicable,
                step,
            };
            let own = before.own_score(a.questionnaire, step);
            let matched_pairs = pair.matched();
            StepChange {
                parts: pair.parts(own).ok_or_else(|| why_not(&pair, a, b)),
                matched_pairs: Some(matched_pairs),
                lapsed: Some(pair.lapsed(&names)),
                turnout: pair.turnout(&names),
            }
        })
        .collect();
    let plan = follow(a, b, &join, &before, &after);
    Change {
        from,
        to,
        chain: of_chain(&steps),
        steps,
        entities: turnout(&before.sent, &after.sent, &names),
        joint_once: joint_once(&before, &after, &names),
        mergers: mergers(a.region, b.region, &became),
        progress: Progress::of(&plan),
        plan,
        join,
    }
}

/// Who answered jointly in one of the two years only, of those who took part in both.
fn joint_once(before: &Side, after: &Side, names: &BTreeMap<Key, String>) -> Vec<Participant> {
    let once: Vec<Key> = before.joint.symmetric_difference(&after.joint).cloned().collect();
    let stayed: Vec<Key> = once
        .into_iter()
        .filter(|entity| before.sent.contains(entity) && after.sent.contains(entity))
        .collect();
    participants(&stayed, names)
}

/// The mean change of steps 1 to 7, if all seven can be compared.
fn of_chain(steps: &[StepChange]) -> Option<Parts> {
    let links = steps[1..].iter();
    let parts: Vec<Parts> = links
        .map(|step| step.parts.as_ref().ok().copied())
        .collect::<Option<_>>()?;
    Parts::mean(&parts)
}

/// Which municipal questions are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// Those that anybody answered in both years.
    ByAnyone,
    /// Those that the same municipalities answered in both years.
    ByTheSame,
}

/// The questions whose answers are compared. If the same municipalities answered all rows that ask the same, a change is
/// the difference between two figures over all who answered in a year. Nothing can be subtracted from it, whatever years
/// are compared elsewhere.
fn kept(join: &Join, before: &Side, after: &Side, answered: Answered) -> BTreeSet<Unit> {
    let (before, after) = (before.who_answered(), after.who_answered());
    let are_same = |unit: &Unit| {
        let rows = [&before, &after].into_iter().filter_map(|side| side.get(unit));
        let mut rows = rows.flat_map(BTreeMap::values);
        let first = rows.next();
        rows.all(|row| Some(row) == first)
    };
    let is_kept = |unit: &&Unit| {
        let (edition, row) = join.row_of(**unit);
        answered == Answered::ByAnyone || edition.question_of(row).role == Role::Region || are_same(unit)
    };
    before.keys().chain(after.keys()).filter(is_kept).copied().collect()
}

/// The answers of two years at one step.
struct Pair<'s> {
    join: &'s Join<'s>,
    before: &'s Side,
    after: &'s Side,
    both: &'s BTreeSet<&'s Key>,
    /// What is not applicable in the later year.
    not_applicable: &'s BTreeSet<(Unit, Key)>,
    /// The questions whose answers are compared.
    kept: &'s BTreeSet<Unit>,
    step: usize,
}

impl<'s> Pair<'s> {
    fn in_both_editions(&self, unit: Unit) -> bool {
        matches!(unit, Unit::Later(row) if self.join.is_joined(row))
    }

    /// A year's answers at this step, following the later edition for the questions it has.
    fn of_step(&self, side: &'s Side) -> impl Iterator<Item = (&'s (Unit, Key), f64)> {
        let pairs = side.pairs.iter().map(|(pair, score)| (pair, *score));
        pairs.filter(move |((unit, _), _)| {
            let (edition, row) = self.join.row_of(*unit);
            edition.question_of(row).step == self.step
        })
    }

    /// `F_y(X)`: the score over the answers for which `lets_in` is true.
    fn score(&self, side: &'s Side, lets_in: impl Fn(&(Unit, Key)) -> bool) -> Option<f64> {
        let pairs = self.of_step(side).filter(|(pair, _)| lets_in(pair));
        mean(pairs.map(|((unit, _), score)| (*unit, score)), |unit| {
            self.join.weight(unit)
        })
    }

    fn stands_in_both(&self, pair: &(Unit, Key)) -> bool {
        self.before.pairs.contains_key(pair) && self.after.pairs.contains_key(pair)
    }

    fn matched(&self) -> usize {
        let pairs = self.of_step(self.after);
        pairs.filter(|(pair, _)| self.stands_in_both(pair)).count()
    }

    fn lapsed(&self, names: &BTreeMap<Key, String>) -> Vec<Lapsed> {
        let pairs = self.of_step(self.before).map(|(pair, _)| pair);
        let lapsed = pairs.filter(|pair| self.not_applicable.contains(pair));
        let lapsed = lapsed.filter_map(|(unit, entity)| match unit {
            Unit::Later(row) => Some(Lapsed {
                row: *row,
                participant: participants(std::slice::from_ref(entity), names).pop()?,
            }),
            Unit::Earlier(_) => None,
        });
        lapsed.collect()
    }

    /// The four parts; `own` is `F°_a`. `None` without a matched pair or without `F°_a`.
    fn parts(&self, own: Option<f64>) -> Option<Parts> {
        let own = own?;
        let shared = |pair: &(Unit, Key)| self.in_both_editions(pair.0);
        let matched = |pair: &(Unit, Key)| self.kept.contains(&pair.0) && self.stands_in_both(pair);
        let stayed = |pair: &(Unit, Key)| shared(pair) && self.both.contains(&pair.1);
        let (before_p, after_p) = (self.score(self.before, matched)?, self.score(self.after, matched)?);
        let (before_1, after_1) = (self.score(self.before, stayed)?, self.score(self.after, stayed)?);
        let (before_2, after_2) = (self.score(self.before, shared)?, self.score(self.after, shared)?);
        let all = self.score(self.after, |_| true)?;
        Some(Parts {
            before: own,
            after: all,
            real: after_p - before_p,
            apparent: Some(Apparent {
                availability: (after_1 - after_p) - (before_1 - before_p),
                respondents: (after_2 - after_1) - (before_2 - before_1),
                questions: (all - after_2) - (own - before_2),
            }),
        })
    }

    /// Who answered a question of this step that is in both editions.
    fn turnout(&self, names: &BTreeMap<Key, String>) -> Turnout {
        let answered = |side| -> BTreeSet<Key> {
            let pairs = self.of_step(side);
            let shared = pairs.filter(|((unit, _), _)| self.in_both_editions(*unit));
            shared.map(|((_, entity), _)| entity.clone()).collect()
        };
        // Whoever sent a workbook in the other year counts as present then, even without an answer at this step.
        let here = |side: BTreeSet<Key>, other: &Side| -> Vec<Key> {
            side.into_iter().filter(|entity| !other.sent.contains(entity)).collect()
        };
        Turnout {
            stayed: Vec::new(),
            joined: participants(&here(answered(self.after), self.before), names),
            left: participants(&here(answered(self.before), self.after), names),
        }
    }
}

/// The simplest reason why a step cannot be compared.
fn why_not(pair: &Pair, a: &Year, b: &Year) -> Incomparable {
    let asks = |year: &Year| {
        let mut questions = year.questionnaire.questions.iter();
        questions.any(|question| question.step == pair.step)
    };
    if !asks(a) && !asks(b) {
        return Incomparable::NoQuestions;
    }
    let silent = |year: &Year, side: &Side| side.own_score(year.questionnaire, pair.step).is_none();
    let from = silent(a, pair.before).then_some(a.region.year);
    let to = silent(b, pair.after).then_some(b.region.year);
    if from.is_some() || to.is_some() {
        return Incomparable::NoAnswers { from, to };
    }
    let shared = pair
        .join
        .sources
        .indices()
        .any(|row| pair.join.is_joined(row) && pair.join.later.question_of(row).step == pair.step);
    if !shared {
        return Incomparable::NoSharedQuestion;
    }
    if pair.both.is_empty() {
        return Incomparable::NobodyInBoth;
    }
    if pair.matched() > 0 {
        return Incomparable::TooFew;
    }
    Incomparable::NoMatch
}
