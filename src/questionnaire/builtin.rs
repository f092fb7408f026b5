//! The editions built into the program. A new edition needs a folder of files, a constant here, and a place in the
//! list.

use std::sync::LazyLock;

use super::{Editions, Questionnaire, SourceFile, load};

/// A definition: the names of its files with their contents.
type Definition<'d> = &'d [(&'d str, &'d str)];

macro_rules! edition {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$((concat!($folder, "/", $name), include_str!(concat!("../../questionnaires/", $folder, "/", $name)))),+]
    };
}

const EDITION_2026: Definition = edition!("2026":
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

/// All built-in editions, in chronological order.
const DEFINITIONS: &[Definition] = &[EDITION_2026];

/// Loaded once, on first use.
static BUILTIN: LazyLock<Editions> = LazyLock::new(|| editions(DEFINITIONS));

impl Editions {
    /// The built-in editions.
    #[must_use]
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }
}

/// The newest built-in edition.
#[must_use]
pub fn builtin() -> Questionnaire {
    BUILTIN.newest().clone()
}

/// Panics on a faulty definition. That cannot happen in a released program: the definitions are built in, and a test
/// loads them.
#[expect(clippy::panic, reason = "the definitions are part of the program; a test loads them")]
fn editions(definitions: &[Definition]) -> Editions {
    let mut loaded = definitions.iter().map(|definition| {
        let files: Vec<SourceFile> = definition
            .iter()
            .map(|(name, text)| SourceFile {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
            })
            .collect();
        let checked = load(&files);
        checked
            .value
            .unwrap_or_else(|| panic!("a built-in questionnaire does not load: {:?}", checked.problems))
    });
    let first = loaded.next();
    let mut editions = Editions::from(first.unwrap_or_else(|| panic!("no questionnaire is built in")));
    for next in loaded {
        if let Err(same) = editions.add(next) {
            panic!("two built-in questionnaires are {}", same.identity());
        }
    }
    editions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::QuestionnaireId;

    #[test]
    fn a_second_edition_is_a_second_definition() {
        let texts: Vec<(&str, String)> = EDITION_2026
            .iter()
            .map(|(name, text)| (*name, text.replace("\nedition = 2026\n", "\nedition = 2027\n")))
            .collect();
        let later: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        for list in [[EDITION_2026, &later], [&later, EDITION_2026]] {
            let both = editions(&list);
            assert_eq!(both.newest().edition, 2027);
            for edition in [2026, 2027] {
                let identity = QuestionnaireId {
                    edition,
                    ..builtin().identity()
                };
                assert_eq!(both.of(&identity).map(Questionnaire::identity), Some(identity));
            }
        }
    }
}
