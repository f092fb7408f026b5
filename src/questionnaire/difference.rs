//! Takes two editions; returns their differences, question by question.

use std::collections::{BTreeMap, BTreeSet};

use super::{Question, Questionnaire};

/// A difference between an earlier and a later edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new question.
    Added {
        /// Its id.
        id: String,
        /// What it asks.
        text: String,
    },
    /// A question that is gone and was not replaced.
    Removed {
        /// Its id.
        id: String,
        /// What it asked.
        text: String,
    },
    /// A question that replaces one of the earlier edition.
    Replaced {
        /// Id in the earlier edition.
        old: String,
        /// Id in the later one.
        id: String,
        /// What it asks now.
        text: String,
    },
    /// The same question, worded differently.
    Reworded {
        /// Its id.
        id: String,
        /// Text in the earlier edition.
        before: String,
        /// Text in the later one.
        after: String,
    },
    /// The same question, scored or classified differently.
    Altered {
        /// Its id.
        id: String,
        /// What is different.
        what: Vec<Aspect>,
    },
}

/// What can differ in a question other than its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The help beside it.
    Help,
    /// Its kind, anchors or scale. Then answers of two years cannot be compared: the question needs a new id.
    Kind,
    /// Its step.
    Step,
    /// Its theme.
    Theme,
    /// The role that answers it.
    Role,
    /// Its norm.
    Norm,
    /// Its weight.
    Weight,
    /// Whether it is asked per practice.
    PerPractice,
    /// Whether the law requires it.
    Legal,
}

/// All differences, in the order of the later edition, followed by the questions that are gone.
#[must_use]
pub fn difference(earlier: &Questionnaire, later: &Questionnaire) -> Vec<Change> {
    let by_id: BTreeMap<&str, &Question> = earlier.questions.iter().map(|q| (q.id.as_str(), q)).collect();
    let before = |id: &str| by_id.get(id).copied();
    let mut changes = Vec::new();
    for question in &later.questions {
        let id = question.id.clone();
        let old: Vec<&Question> = question.replaces.iter().filter_map(|old| before(old)).collect();
        for old in &old {
            changes.push(Change::Replaced {
                old: old.id.clone(),
                id: id.clone(),
                text: question.text.clone(),
            });
        }
        match before(&question.id) {
            None if old.is_empty() => changes.push(Change::Added {
                id,
                text: question.text.clone(),
            }),
            None => {}
            Some(same) => {
                if same.text != question.text {
                    changes.push(Change::Reworded {
                        id: id.clone(),
                        before: same.text.clone(),
                        after: question.text.clone(),
                    });
                }
                let what = altered(same, question, earlier, later);
                if !what.is_empty() {
                    changes.push(Change::Altered { id, what });
                }
            }
        }
    }
    let known = later
        .questions
        .iter()
        .flat_map(|q| [&q.id].into_iter().chain(&q.replaces));
    let still_there: BTreeSet<&String> = known.collect();
    for question in earlier.questions.iter().filter(|q| !still_there.contains(&q.id)) {
        changes.push(Change::Removed {
            id: question.id.clone(),
            text: question.text.clone(),
        });
    }
    changes
}

fn altered(before: &Question, after: &Question, earlier: &Questionnaire, later: &Questionnaire) -> Vec<Aspect> {
    let themes = [&earlier.themes[before.theme].key, &later.themes[after.theme].key];
    let differences = [
        (before.help != after.help, Aspect::Help),
        (before.kind != after.kind, Aspect::Kind),
        (before.step != after.step, Aspect::Step),
        (themes[0] != themes[1], Aspect::Theme),
        (before.role != after.role, Aspect::Role),
        (before.norm.to_bits() != after.norm.to_bits(), Aspect::Norm),
        (before.weight.to_bits() != after.weight.to_bits(), Aspect::Weight),
        (before.per_practice != after.per_practice, Aspect::PerPractice),
        (before.legal != after.legal, Aspect::Legal),
    ];
    let different = differences.into_iter().filter(|(differs, _)| *differs);
    different.map(|(_, aspect)| aspect).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::builtin;

    #[test]
    fn every_kind_of_change_is_reported() {
        let earlier = builtin();
        let mut later = earlier.clone();
        let mut questions: Vec<Question> = later.questions.into_iter().collect();
        let gone = questions.remove(0);
        let mut new = questions[0].clone();
        new.id = "RVW-98".into();
        questions.push(new.clone());
        let replaced = questions.remove(1);
        new.id = "RVW-99".into();
        new.replaces = vec![replaced.id.clone()];
        questions.push(new.clone());
        questions[0].text = "Anders gevraagd?".into();
        questions[0].weight = 7.0;
        let reworded = questions[0].clone();
        later.questions = questions.into();

        let changes = difference(&earlier, &later);
        let text = new.text.clone();
        assert!(changes.contains(&Change::Removed {
            id: gone.id,
            text: gone.text
        }));
        assert!(changes.contains(&Change::Added {
            id: "RVW-98".into(),
            text: text.clone()
        }));
        assert!(changes.contains(&Change::Replaced {
            old: replaced.id,
            id: "RVW-99".into(),
            text
        }));
        let what = vec![Aspect::Weight];
        assert!(changes.contains(&Change::Altered {
            id: reworded.id.clone(),
            what
        }));
        assert!(
            changes
                .iter()
                .any(|change| matches!(change, Change::Reworded { id, .. } if *id == reworded.id))
        );
        assert_eq!(changes.len(), 5);
        assert!(difference(&earlier, &earlier).is_empty());
    }
}
