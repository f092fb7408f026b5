//! The texts beside a row, for reading only: the question in the words of its readers, who knows the answer, what was
//! said in an earlier year.

use std::fmt::Write;

use super::StepSheet;
use crate::answers::Answer;
use crate::questionnaire::{Question, Role, RowIndex};
use crate::workbook::layout::{answer_words, plan_words};

impl StepSheet<'_> {
    /// The answer in an earlier year.
    pub(super) fn earlier_answer(&self, row: RowIndex) -> String {
        let earlier = self.order.previous.answers.as_ref();
        let said = earlier.and_then(|earlier| earlier.rows.get(row));
        let words = |&answer: &Answer| answer_words(self.questionnaire, answer);
        let words: Vec<String> = said.into_iter().flatten().map(words).collect();
        words.join("; ")
    }

    /// The plan of an earlier year.
    pub(super) fn earlier_plan(&self, row: RowIndex) -> String {
        let earlier = self.order.previous.plan.as_ref();
        let note = earlier.and_then(|earlier| earlier.rows.get(row)?.as_ref());
        note.map_or_else(String::new, plan_words)
    }

    /// The question and its help text with what each level means for it, in the words of its readers.
    pub(super) fn words(&self, question: &Question) -> (String, String) {
        let informal = question.informal.as_ref();
        let (text, mut help, anchors) = match informal.filter(|_| self.order.is_informal(self.questionnaire)) {
            Some(own) => (own.text.clone(), own.help.clone(), own.anchors.as_slice()),
            None => (question.text.clone(), question.help.clone(), question.kind.anchors()),
        };
        for (level, anchor) in anchors.iter().enumerate() {
            let _ = write!(help, "\n{level}: {anchor}");
        }
        (text, help)
    }

    /// Who knows the answer; empty if the workbook has no column for it.
    pub(super) fn ask_colleague(&self, question: &Question) -> String {
        let shown = question
            .ask_colleague
            .iter()
            .filter(|_| self.columns.ask_colleague.is_some());
        let names = shown.map(|&colleague| self.questionnaire.colleagues[colleague].name.as_str());
        // A name may contain commas.
        names.collect::<Vec<_>>().join("; ")
    }

    pub(super) fn for_whom(&self, question: &Question) -> String {
        if question.ask.is_empty() {
            return match question.role {
                Role::Municipality => "Gemeente".to_owned(),
                Role::Region => "Regio".to_owned(),
            };
        }
        let names: Vec<&str> = question
            .ask
            .iter()
            .map(|&perspective| self.questionnaire.perspectives[perspective].name.as_str())
            .collect();
        names.join(", ")
    }
}
