//! Things that contradict one another, and faults in several places reported at once.

use super::*;

#[test]
fn a_question_cannot_replace_one_that_is_still_asked() {
    Definition::fixture().with(QUESTIONS, "kind = \"yes_no\"", "kind = \"yes_no\"\nreplaces = [\"BES-01\"]").has(
        QUESTIONS,
        "replaces",
        "V15 'BES-01' staat bij 'replaces', maar is in deze editie zelf in gebruik. Noem alleen ids van vragen die vervallen zijn.",
    );
}

#[test]
fn a_rule_over_two_roles_is_refused() {
    let definition = Definition::with_rule().with(CONSISTENCY, "BES-03", "BES-07");
    definition.has(
        CONSISTENCY,
        "[[rule]]",
        "V16 'BES-01' en 'BES-07' worden niet door dezelfde rol beantwoord. Vergelijk twee vragen van dezelfde rol.",
    );
}

#[test]
fn a_handover_must_be_answerable_from_both_sides() {
    let handover = "handover = { from = \"gemeente\", to = \"veilig-thuis\" }";
    let cases = [
        (
            handover,
            "handover = { from = \"gemeente\", to = \"gemeente\" }",
            "zender en ontvanger zijn gelijk",
        ),
        (
            "ask = [\"gemeente\", \"veilig-thuis\"]",
            "ask = [\"gemeente\"]",
            "zender en ontvanger staan niet allebei bij 'ask'",
        ),
    ];
    for (old, new, why) in cases {
        Definition::fixture().with(QUESTIONS, old, new).question_has(
            "BES-07",
            "handover = ",
            &format!("V17 deze overdracht klopt niet: {why}. Geef een overdracht de rol regio en noem beide perspectieven bij 'ask'."),
        );
    }
    Definition::fixture()
        .with(QUESTIONS, "kind = \"yes_no\"", &format!("kind = \"yes_no\"\nask = [\"gemeente\", \"veilig-thuis\"]\n{handover}"))
        .question_has(
            "BES-02",
            "handover = ",
            "V17 deze overdracht klopt niet: de vraag heeft de rol gemeente. Geef een overdracht de rol regio en noem beide perspectieven bij 'ask'.",
        );
}

#[test]
fn steps_or_levels_out_of_order_are_refused_without_blaming_the_questions() {
    Definition::fixture().with(MAIN, "number = 7", "number = 8").has(
        MAIN,
        "# A small questionnaire",
        "V18 de lijst 'step' is niet volledig of staat niet op volgorde. Noem de stappen 0 tot en met 7, op volgorde.",
    );
    Definition::fixture().with(MAIN, "value = 4", "value = 5").has(
        MAIN,
        "# A small questionnaire",
        "V18 de lijst 'level' is niet volledig of staat niet op volgorde. Noem de niveaus 0 tot en met 4, op volgorde.",
    );
}

#[test]
fn a_file_of_questions_named_after_no_step_is_refused() {
    let definition = Definition::fixture();
    definition.put("steps/nieuw.toml", "# Nog geen vragen\n");
    definition.has(
        "steps/nieuw.toml",
        "# Nog geen vragen",
        "V19 de naam van dit bestand begint niet met het nummer van een stap. Noem het bijvoorbeeld 5-beschermen.toml.",
    );
}

#[test]
fn references_to_faulty_entries_are_not_called_unknown() {
    Definition::with_rule()
        .with(QUESTIONS, "target = 0.8", "target = 8")
        .question_has(
            "BES-03",
            "target = 8",
            "V07 'target' valt buiten zijn bereik. Kies een getal boven 0 en ten hoogste 1.",
        );
    let definition = Definition::fixture().with(RECOMMENDATIONS, "chapter = \"Hoofdstuk 1\"\n", "");
    definition.finds(
        RECOMMENDATIONS,
        1,
        " (R1)",
        "V03 'chapter' ontbreekt in deze aanbeveling. Voeg een regel 'chapter = …' toe.",
    );
    let definition = Definition::fixture().with(MAIN, "name = \"Veilig Thuis\"\n", "");
    definition.finds(
        MAIN,
        definition.line(MAIN, "key = \"veilig-thuis\"") - 1,
        "",
        "V03 'name' ontbreekt in dit perspectief. Voeg een regel 'name = …' toe.",
    );
}

#[test]
fn unreadable_entries_cause_no_further_faults() {
    // Any reference to the missing list or file could be correct.
    for (file, old, new) in [
        (MAIN, "key = \"regie\"\n", ""),
        (RECOMMENDATIONS, "id = \"R1\"\n", ""),
        (MAIN, "name = \"Regie\"", "name = \"Regie"),
        (RECOMMENDATIONS, "id = \"R1\"", "id = \"R1"),
        (QUESTIONS, "id = \"BES-03\"", "id = \"BES-03"),
        (QUESTIONS, "id = \"BES-03\"\n", ""),
        (QUESTIONS, "role = \"gemeente\"\n", ""),
    ] {
        let run = Definition::with_rule().with(file, old, new).check();
        assert_eq!(run.stderr.matches("  fout ").count(), 1, "{old}: {}", run.stderr);
    }
    let run = Definition::with_rule()
        .with(QUESTIONS, "norm = 100\nlegal", "norm = \"100\"\nlegal")
        .check();
    assert_eq!(run.stderr.matches("  fout ").count(), 1, "{}", run.stderr);
}

#[test]
fn faults_in_several_files_are_reported_at_once() {
    let definition = Definition::with_rule()
        .with(MAIN, "title = ", "titel = ")
        .with(RECOMMENDATIONS, "chapter = ", "chapter = \"Hoofdstuk 1\"\nhoofdstuk = ")
        .with(
            QUESTIONS,
            "norm = 100\nlegal = true",
            "norm = 100\nlegal = true\nweight = 9",
        )
        .with(CONSISTENCY, "claim_at_least = 75", "claim_at_least = 750");
    let line = |file: &str, text: &str| definition.line(file, text);
    definition.says(&format!(
        "editie/{CONSISTENCY}\n\
         \x20 fout V07  regel {}: 'claim_at_least' valt buiten zijn bereik. Kies een getal van 0 tot en met 100.\n\
         editie/{MAIN}\n\
         \x20 fout V03  regel 1: 'title' ontbreekt in questionnaire.toml. Voeg een regel 'title = …' toe.\n\
         \x20 fout V04  regel {}: 'titel' is hier geen bekend veld. Bedoelde u 'title'?\n\
         editie/{RECOMMENDATIONS}\n\
         \x20 fout V04  regel {} (R1): 'hoofdstuk' is hier geen bekend veld. Kies uit chapter, id, section, source of text.\n\
         editie/{QUESTIONS}\n\
         \x20 fout V07  regel {} (BES-04): 'weight' valt buiten zijn bereik. Kies 1, 2 of 3.\n\
         5 fouten.\n",
        line(CONSISTENCY, "claim_at_least"),
        line(MAIN, "titel"),
        line(RECOMMENDATIONS, "hoofdstuk"),
        line(QUESTIONS, "weight = 9"),
    ));
}

#[test]
fn a_faulty_definition_stops_every_command_and_nothing_is_written() {
    let definition = Definition::fixture().with(MAIN, "edition = 2030", "edition = 0");
    let before = definition.folder.contents();
    let number = definition.line(MAIN, "edition = ");
    for command in [
        "sjabloon --vragenlijst editie",
        "controleer editie --vragenlijst editie",
        "rapport editie --vragenlijst editie",
        "vragenlijst toon --vragenlijst editie",
        "vragenlijst verschil editie editie",
    ] {
        let run = definition.folder.run(command);
        assert_eq!(
            run.stderr,
            format!(
                "editie/{MAIN}\n  fout V07  regel {number}: 'edition' valt buiten zijn bereik. Kies een jaartal.\n1 fout.\n"
            ),
            "{command}"
        );
        assert_eq!((run.stdout.as_str(), run.status), ("", 1), "{command}");
        assert_eq!(definition.folder.contents(), before, "{command}");
    }
}
