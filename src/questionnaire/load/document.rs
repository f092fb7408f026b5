//! One TOML file of a definition: its top-level table, its lines, and the faults found in it.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::DeTable;

use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::spelling::visible;

/// In a file with more faults than this, no suggestions are looked up.
const MOST_ADVISED: usize = 100;

/// A file being read, and the faults found in it so far.
pub(in crate::questionnaire) struct Document<'a> {
    pub(in crate::questionnaire) name: &'a str,
    text: &'a str,
    /// Byte offsets at which the lines after the first begin.
    line_starts: Vec<usize>,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Document<'a> {
    pub(in crate::questionnaire) fn new(name: &'a str, text: &'a str) -> Self {
        Self {
            name,
            text,
            line_starts: text.match_indices('\n').map(|(end, _)| end + 1).collect(),
            problems: RefCell::default(),
        }
    }

    /// The top-level table of the file. A file that is not valid TOML has none, as a partial table would lead to faults
    /// that do not exist. Only the first of several syntax errors is reported; the others are often its consequences.
    pub(in crate::questionnaire) fn root(&self) -> Option<Spanned<DeTable<'a>>> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        let Some(error) = errors.first() else {
            return Some(root);
        };
        let line = self.line_at(error.span().map_or(0, |span| span.start));
        let duplicate = error.message() == "duplicate key";
        self.note(line, F::Syntax { duplicate });
        None
    }

    /// Whether there are so few faults that suggestions are useful.
    pub(in crate::questionnaire) fn advises(&self) -> bool {
        self.faults() < MOST_ADVISED
    }

    /// The number of faults found so far.
    pub(in crate::questionnaire) fn faults(&self) -> usize {
        self.problems.borrow().len()
    }

    /// All faults found.
    pub(in crate::questionnaire) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    pub(in crate::questionnaire) fn line_at(&self, offset: usize) -> usize {
        1 + self.line_starts.partition_point(|&start| start <= offset)
    }

    #[expect(clippy::needless_pass_by_value, reason = "findings are made where they are noted")]
    pub(in crate::questionnaire) fn note(&self, line: usize, finding: F) {
        self.note_about(line, None, &finding);
    }

    pub(in crate::questionnaire) fn note_about(&self, line: usize, id: Option<&str>, finding: &F) {
        let place = Place {
            question: id.map(str::to_owned),
            ..Place::line(self.name, line)
        };
        self.problems.borrow_mut().push(finding.at(place));
    }
}

/// A text without invisible characters.
pub(super) fn seen(text: &str) -> String {
    visible(text).into_owned()
}

/// A value and its line.
#[derive(Clone, Copy, Debug)]
pub(in crate::questionnaire) struct At<T> {
    pub(in crate::questionnaire) value: T,
    pub(in crate::questionnaire) line: usize,
}

/// The value found, or a default: its fault is already reported, so there will be no questionnaire that contains it.
pub(in crate::questionnaire) fn value_of<T: Default>(found: Option<At<T>>) -> T {
    found.map(|found| found.value).unwrap_or_default()
}
