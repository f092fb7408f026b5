//! The table that says of every question which recommendation it measures, and where the source has it.

use std::fs;
use std::path::Path;

use super::BUILTIN;
use ketenscan::questionnaire::{Questionnaire, STEPS, builtin};

const INTRODUCTION: &str = "\
Per vraag de aanbeveling die zij meet, en waar die in de bron staat: hoofdstuk en paragraaf. De aanbevelingen zijn in eigen
woorden samengevat. De tabel is gemaakt uit de vragen en `recommendations.toml` zelf; pas die aan, niet dit bestand.
Andersom, van aanbeveling naar vragen: `ketenscan vragenlijst toon --routekaart`.
";

fn table(asked: &Questionnaire) -> String {
    let mut text = format!(
        "# Waar elke vraag vandaan komt: {}, editie {}\n\n{INTRODUCTION}",
        asked.title, asked.edition
    );
    let cell = |text: &str| text.replace('|', "\\|");
    for step in 0..STEPS {
        text += &format!(
            "\n## {}\n\n| Vraag | Waarover | Aanbeveling | Bron |\n|---|---|---|---|\n",
            asked.step_title(step)
        );
        for question in asked.questions.iter().filter(|question| question.step == step) {
            for id in &question.recommendations {
                let found = asked.recommendations.iter().find(|known| known.id == *id);
                let found = found.unwrap_or_else(|| panic!("{} names {id}", question.id));
                text += &format!(
                    "| {} | {} | {id}: {} | {}: {}, {} |\n",
                    question.id,
                    cell(&question.short),
                    cell(&found.text),
                    cell(&found.source),
                    cell(&found.chapter),
                    cell(&found.section)
                );
            }
        }
    }
    text
}

#[test]
fn the_table_of_origins_is_up_to_date() {
    let path = Path::new(BUILTIN).join("herkomst.md");
    let made = table(&builtin());
    if std::env::var_os("KETENSCAN_UPDATE").is_some() {
        fs::write(&path, &made).expect("the table is written");
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored.replace("\r\n", "\n") == made,
        "{} is not what the edition says now; run: KETENSCAN_UPDATE=1 cargo test --locked --test it origins",
        path.display()
    );
}

#[test]
fn every_question_leads_to_a_section_of_a_source() {
    let asked = builtin();
    for question in &asked.questions {
        let found = asked
            .recommendations
            .iter()
            .filter(|known| question.recommendations.contains(&known.id));
        let sections = found
            .filter(|known| !known.section.is_empty() && !known.source.is_empty())
            .count();
        assert!(
            sections > 0 && sections == question.recommendations.len(),
            "{}",
            question.id
        );
    }
}
