//! The edition built into the program.

use super::{Questionnaire, SourceFile, load};

macro_rules! edition {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$((concat!($folder, "/", $name), include_str!(concat!("../../questionnaires/", $folder, "/", $name)))),+]
    };
}

const EDITION_2026: &[(&str, &str)] = edition!("2026":
    "questionnaire.toml",
    "recommendations.toml",
    "consistency.toml",
    "steps/0-randvoorwaarden.toml",
    "steps/1-preventie.toml",
    "steps/2-vroegsignalering.toml",
    "steps/3-advies.toml",
    "steps/4-melden.toml",
    "steps/5-beschermen.toml",
    "steps/6-begeleiding.toml",
    "steps/7-monitoring.toml",
);

/// The questionnaire built in, edition 2026.
///
/// # Panics
/// Never in a released program: a test loads it, and it takes no input.
#[must_use]
#[expect(clippy::panic, reason = "the definition is part of the program; a test loads it")]
pub fn builtin() -> Questionnaire {
    let files: Vec<SourceFile> = EDITION_2026
        .iter()
        .map(|(name, text)| SourceFile {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
        })
        .collect();
    let checked = load(&files);
    checked
        .value
        .unwrap_or_else(|| panic!("the built-in questionnaire does not load: {:?}", checked.problems))
}
