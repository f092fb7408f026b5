//! Every fault of a questionnaire's definition: the whole message with file and line.

mod beside;
mod built_in;
mod completeness;
mod joint;
mod keys;
mod origins;
mod size;
mod together;
mod values;

use std::fs;
use std::path::Path;

use crate::folder::{Folder, Run};
use ketenscan_testing::markdown::FIXTURE;

const MAIN: &str = "questionnaire.toml";
const RECOMMENDATIONS: &str = "recommendations.toml";
const CONSISTENCY: &str = "consistency.toml";
const QUESTIONS: &str = "steps/5-beschermen.toml";

const BUILTIN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/questionnaires/2026");

/// A copy of a definition in which to make faults.
struct Definition {
    folder: Folder,
}

impl Definition {
    /// The small questionnaire of the fixtures, without its rule.
    fn fixture() -> Self {
        let definition = Self::with_rule();
        definition.put(CONSISTENCY, "");
        definition
    }

    /// The small questionnaire of the fixtures, with a rule that checks the claim BES-01 against the fact BES-03.
    fn with_rule() -> Self {
        Self::copy(FIXTURE)
    }

    fn copy(from: &str) -> Self {
        let folder = Folder::new();
        for part in ["", "steps"] {
            for entry in fs::read_dir(Path::new(from).join(part)).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_file() {
                    let name = path.strip_prefix(from).expect("inside").to_string_lossy().into_owned();
                    folder.put(&format!("editie/{name}"), fs::read(&path).expect("a file"));
                }
            }
        }
        Self { folder }
    }

    fn text(&self, file: &str) -> String {
        self.folder.text(&format!("editie/{file}"))
    }

    fn put(&self, file: &str, text: &str) {
        self.folder.put(&format!("editie/{file}"), text);
    }

    /// The definition with the first occurrence of `old` replaced by `new`.
    fn with(self, file: &str, old: &str, new: &str) -> Self {
        let text = self.text(file);
        assert!(text.contains(old), "{file} holds {old}");
        self.put(file, &text.replacen(old, new, 1));
        self
    }

    /// The definition with this text at the end of a file.
    fn adding(self, file: &str, more: &str) -> Self {
        let text = self.text(file);
        self.put(file, &format!("{text}\n{more}"));
        self
    }

    /// The number of the first line that contains `text`.
    fn line(&self, file: &str, text: &str) -> usize {
        let found = self.text(file).lines().position(|line| line.contains(text));
        found.unwrap_or_else(|| panic!("{file} holds {text}")) + 1
    }

    fn check(&self) -> Run {
        self.folder.run("vragenlijst controleer --vragenlijst editie")
    }

    /// Expects one fault in `file`, on the line that contains `line`.
    #[track_caller]
    fn has(&self, file: &str, line: &str, fault: &str) {
        self.finds(file, self.line(file, line), "", fault);
    }

    /// Like [`Definition::has`], in the question with this id.
    #[track_caller]
    fn question_has(&self, id: &str, line: &str, fault: &str) {
        self.finds(QUESTIONS, self.line(QUESTIONS, line), &format!(" ({id})"), fault);
    }

    /// Like [`Definition::question_has`], for the question as a whole: on the line of its heading.
    #[track_caller]
    fn question_is(&self, id: &str, fault: &str) {
        let heading = self.line(QUESTIONS, &format!("id = \"{id}\"")) - 1;
        self.finds(QUESTIONS, heading, &format!(" ({id})"), fault);
    }

    #[track_caller]
    fn finds(&self, file: &str, line: usize, question: &str, fault: &str) {
        let (code, said) = fault.split_once(' ').expect("a code and a message");
        self.says(&format!(
            "editie/{file}\n  fout {code}  regel {line}{question}: {said}\n1 fout.\n"
        ));
    }

    #[track_caller]
    fn says(&self, stderr: &str) {
        let run = self.check();
        assert_eq!(run.stderr, stderr);
        assert_eq!((run.stdout.as_str(), run.status), ("", 1));
    }
}
