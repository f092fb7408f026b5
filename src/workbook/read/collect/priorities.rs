//! Reads the themes that people want to tackle first.

use super::Collector;
use crate::spelling::{fold, nearest, spells};
use crate::workbook::layout::{PRIORITIES, PRIORITY, PRIORITY_COUNT};
use crate::workbook::read::cells::{Cell, at};
use crate::workbook::read::context_findings::ContextFinding as F;
use crate::workbook::read::table_findings::TableFinding;
use crate::workbook::read::words::quote;

impl Collector<'_> {
    pub(super) fn priority(&mut self, sheet: &str, row: &[Cell]) {
        let Some(label) = row.first() else { return };
        let (Some(name), Some(value)) = (label.content.text(), at(row, label.column + 1)) else {
            return;
        };
        if !is_priority(name) {
            if spells(sheet, PRIORITIES) {
                let labels: Vec<String> = (1..=PRIORITY_COUNT).map(|n| format!("{PRIORITY} {n}")).collect();
                let near = nearest(name, labels.iter().map(String::as_str)).map(str::to_owned);
                let finding = TableFinding::UnreadLabel {
                    found: quote(name),
                    near,
                };
                self.note(self.place(sheet, value.row, value.column), &finding);
            }
            return;
        }
        let Some(given) = self.text_at(sheet, value) else {
            return;
        };
        let place = self.place(sheet, value.row, value.column);
        let themes = &self.questionnaire.themes;
        match themes.position(|theme| given.is(&theme.name) || given.is(&theme.key)) {
            Some(theme) if self.priorities.contains(&theme) => {
                let theme = themes[theme].name.clone();
                self.note(place, &F::ThemeTwice { theme });
            }
            Some(theme) => self.priorities.push(theme),
            None => {
                let nearest = nearest(given.shown(), themes.iter().map(|theme| theme.name.as_str())).map(str::to_owned);
                let found = quote(given.shown());
                self.note(place, &F::UnknownTheme { found, nearest });
            }
        }
    }
}

/// Whether a label is `Speerpunt 1` or another number.
fn is_priority(label: &str) -> bool {
    let folded = fold(label);
    let number = folded
        .strip_prefix(&fold(PRIORITY))
        .map(|number| number.trim_matches([' ', ':', '.']));
    number.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()))
}
