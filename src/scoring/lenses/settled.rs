//! What people agreed on together, beside what each perspective had answered separately.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::answers::EntityIndex;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::scoring::answer::State;
use crate::scoring::precision::largest_first;
use crate::scoring::{Joined, entity};

/// A row on which the people of an entity agreed.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The entity.
    pub entity: EntityIndex,
    /// The row.
    pub row: RowIndex,
    /// What each perspective says separately, in the order of the questionnaire: the mean of its workbooks. A
    /// perspective that left the row blank is not listed.
    pub separate: Vec<(PerspectiveIndex, State)>,
    /// The joint answer: a score, or that the question does not apply.
    pub joint: State,
    /// How the joint answer relates to the separate ones.
    pub moved: Moved,
}

/// How a joint answer relates to the separate ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moved {
    /// Above every separate score, the highest of which is given.
    AboveAll(f64),
    /// The highest of different scores.
    ToHighest,
    /// Between the lowest and the highest score.
    Between,
    /// The lowest of different scores.
    ToLowest,
    /// Below every separate score, the lowest of which is given.
    BelowAll(f64),
    /// What was answered separately as well.
    Same,
    /// Some answered separately what was then agreed not to apply.
    NoLongerApplies,
    /// Nobody gave a score separately, or said that the question does not apply where that was agreed on.
    New,
}

/// The rows that joint workbooks answer: by entity, and then by row.
pub(in crate::scoring) fn settled(joined: &Joined) -> Vec<Settled> {
    let mut settled = Vec::new();
    for (entity, known) in joined.region.entities.indexed() {
        if !known.submissions.iter().any(|&book| joined.is_joint(book)) {
            continue;
        }
        for row in joined.questionnaire.rows_of(known.role) {
            if let Some(joint) = joined.agreed(entity, row) {
                let separate = separate(joined, entity, row);
                settled.push(Settled {
                    entity,
                    row,
                    moved: moved(joint, &separate),
                    separate,
                    joint,
                });
            }
        }
    }
    settled
}

/// What each perspective of an entity says about a row.
fn separate(joined: &Joined, entity: EntityIndex, row: RowIndex) -> Vec<(PerspectiveIndex, State)> {
    let mut said: BTreeMap<PerspectiveIndex, Vec<State>> = BTreeMap::new();
    for &book in &joined.region.entities[entity].submissions {
        let state = joined.said(book, row).filter(|state| *state != State::Blank);
        if let Some(state) = state.filter(|_| !joined.is_joint(book)) {
            let perspective = joined.region.submissions[book].perspective;
            said.entry(perspective).or_default().push(state);
        }
    }
    let of_perspective = |(perspective, states): (PerspectiveIndex, Vec<State>)| {
        let states = states.into_iter().map(|state| (perspective, state));
        (perspective, entity::join(states))
    };
    said.into_iter().map(of_perspective).collect()
}

fn moved(joint: State, separate: &[(PerspectiveIndex, State)]) -> Moved {
    let scores = separate.iter().filter_map(|(_, state)| match state {
        State::Answered(score) => Some(*score),
        _ => None,
    });
    let lowest = scores.clone().reduce(f64::min);
    let highest = scores.reduce(f64::max);
    let is_known_not_to_apply = || separate.iter().any(|(_, state)| *state == State::NotApplicable);
    match (joint, lowest.zip(highest)) {
        (State::Answered(joint), Some((lowest, highest))) => {
            match (compared(joint, lowest), compared(joint, highest)) {
                (_, Ordering::Greater) => Moved::AboveAll(highest),
                (Ordering::Less, _) => Moved::BelowAll(lowest),
                (Ordering::Equal, Ordering::Equal) => Moved::Same,
                (_, Ordering::Equal) => Moved::ToHighest,
                (Ordering::Equal, _) => Moved::ToLowest,
                _ => Moved::Between,
            }
        }
        (State::NotApplicable, Some(_)) => Moved::NoLongerApplies,
        (State::NotApplicable, None) if is_known_not_to_apply() => Moved::Same,
        _ => Moved::New,
    }
}

fn compared(joint: f64, separate: f64) -> Ordering {
    largest_first(separate, joint)
}
