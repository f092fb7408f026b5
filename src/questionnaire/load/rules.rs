//! Reads `consistency.toml`: the facts that may contradict a claim.

use super::dimensions::Vocabulary;
use super::document::{Document, value_of};
use super::fields::Fields;
use super::known::Known;
use super::questions::Ids;
use super::{CONSISTENCY, LONGEST_ACTION, LONGEST_NAME, MOST_ENTRIES};
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::questionnaire::{Questionnaire, RowIndex, Rule};

/// Reads the rules. A rule about a question with a fault of its own is not checked any further.
pub(super) fn read(document: &Document, known: &Vocabulary, questionnaire: &Questionnaire, ids: &Ids) -> Vec<Rule> {
    let Some(root) = document.root() else {
        return Vec::new();
    };
    let fields = Fields::of_file(document, &root, CONSISTENCY);
    let rows = Known::all(questionnaire.rows.iter().map(|row| row.id.as_str()))
        .but_maybe_not_all(ids.complete() && known.practices.complete);
    let mut rules = Vec::new();
    let entries = fields.tables("rule", "deze regel").unwrap_or_default();
    for entry in fields.at_most(MOST_ENTRIES, entries, ("vergelijking", "vergelijkingen")) {
        let row = |key| {
            let found = entry.required_text(key, LONGEST_NAME)?;
            if ids.is_faulty(&found.value) {
                return None;
            }
            Some(entry.index_in(key, &found, &rows)?.value)
        };
        let claim = row("claim");
        let claim_at_least = entry.required_score("claim_at_least");
        let fact = row("fact");
        let fact_below = entry.required_score("fact_below");
        let message = entry.required_text("message", LONGEST_ACTION);
        if let (Some(claim), Some(fact)) = (claim, fact) {
            if questionnaire.question_of(claim).role != questionnaire.question_of(fact).role {
                let id = |row: RowIndex| questionnaire.rows[row].id.clone();
                let (claim, fact) = (id(claim), id(fact));
                entry.note(entry.line, F::RuleRoles { claim, fact });
            }
            rules.push(Rule {
                claim,
                claim_at_least: value_of(claim_at_least),
                fact,
                fact_below: value_of(fact_below),
                message: value_of(message),
            });
        }
        entry.finish();
    }
    fields.finish();
    rules
}
