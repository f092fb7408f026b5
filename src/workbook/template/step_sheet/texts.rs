//! The texts beside a row, for reading only: the question in the words of its readers, who knows the answer, what was
//! said in an earlier year.

use super::StepSheet;
use crate::answers::Answer;
use crate::questionnaire::{Question, Role, RowIndex};
use crate::workbook::layout::{answer_words, plan_words};

/// What is asked, in two columns that take about as many lines.
#[derive(Default)]
pub(super) struct Words {
    /// The question itself.
    pub(super) text: String,
    /// What counts and where to look, below a question with levels.
    pub(super) below: String,
    /// Beside the question: what each level means, each on a line of its own; without levels, what counts.
    pub(super) beside: String,
}

impl Words {
    /// The question with what is below it.
    pub(super) fn asked(&self) -> String {
        match self.below.as_str() {
            "" => self.text.clone(),
            below => format!("{}\n{below}", self.text),
        }
    }
}

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

    /// The question in the words of its readers.
    pub(super) fn words(&self, question: &Question) -> Words {
        let informal = question.informal.as_ref();
        let (text, help, anchors) = match informal.filter(|_| self.order.is_informal(self.questionnaire)) {
            Some(own) => (&own.text, &own.help, own.anchors.as_slice()),
            None => (&question.text, &question.help, question.kind.anchors()),
        };
        let levels: Vec<String> = (0..)
            .zip(anchors)
            .map(|(level, anchor)| format!("{level}: {anchor}"))
            .collect();
        if levels.is_empty() {
            Words {
                text: text.clone(),
                below: String::new(),
                beside: help.clone(),
            }
        } else {
            Words {
                text: text.clone(),
                below: help.clone(),
                beside: levels.join("\n"),
            }
        }
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
