//! Consistency: claims that are contradicted by a fact from the same municipality or region.

use crate::answers::EntityIndex;
use crate::scoring::Joined;
use crate::scoring::answer::State;
use crate::scoring::precision::{at_least, below};

/// A rule that was broken by an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Index of the rule.
    pub rule: usize,
    /// The entity.
    pub entity: EntityIndex,
}

/// Every rule and entity for which claim and fact are both answered and contradict each other.
pub(in crate::scoring) fn contradictions(joined: &Joined) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (index, rule) in joined.questionnaire.rules.iter().enumerate() {
        for entity in joined.entities_of(joined.questionnaire.question_of(rule.claim).role) {
            let said = |row| joined.entity_state(entity, row);
            if let (State::Answered(claim), State::Answered(fact)) = (said(rule.claim), said(rule.fact))
                && at_least(claim, rule.claim_at_least)
                && below(fact, rule.fact_below)
            {
                found.push(Contradiction { rule: index, entity });
            }
        }
    }
    found
}
