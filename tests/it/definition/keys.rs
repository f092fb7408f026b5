//! Files and keys that are missing, unknown or duplicated.

use super::*;

#[test]
fn invalid_toml_is_refused_in_dutch() {
    Definition::fixture()
        .with(MAIN, "title = \"Proefvragenlijst\"", "title = \"Proefvragenlijst")
        .has(
            MAIN,
            "title = ",
            "V01 dit is geen geldige TOML. Kijk of op deze regel een aanhalingsteken, haakje of komma ontbreekt.",
        );
}

#[test]
fn a_folder_without_the_main_file_is_refused() {
    let definition = Definition::fixture();
    fs::remove_file(definition.folder.path("editie/questionnaire.toml")).expect("removed");
    definition.says(
        "editie\n  fout V02  het bestand questionnaire.toml ontbreekt in deze map. Wijs een map aan met questionnaire.toml en een map steps.\n1 fout.\n",
    );
    let folder = Folder::new();
    fs::create_dir(folder.path("editie")).expect("a folder");
    Definition { folder }.says(
        "editie\n  fout V02  het bestand questionnaire.toml ontbreekt in deze map. Wijs een map aan met questionnaire.toml en een map steps.\n1 fout.\n",
    );
}

#[test]
fn a_folder_that_does_not_exist_stops_the_run() {
    let run = Folder::new().run("vragenlijst controleer --vragenlijst editie");
    assert_eq!(
        run.stderr,
        "Gestopt: 'editie' bestaat niet; controleer de naam en de map.\n"
    );
    assert_eq!(run.status, 2);
}

#[test]
fn a_missing_key_is_named_with_the_question_it_is_missing_from() {
    for (key, given) in [
        ("text", "text = \"Is er een vast nummer?\"\n"),
        ("help", "help = \"Toelichting bij BES-02.\"\n"),
        ("action", "action = \"Eerste stap bij BES-02.\"\n"),
    ] {
        Definition::fixture().with(QUESTIONS, given, "").question_is(
            "BES-02",
            &format!("V03 '{key}' ontbreekt in vraag 'BES-02'. Voeg een regel '{key} = …' toe."),
        );
    }
}

#[test]
fn a_questionnaire_from_before_there_were_short_names_is_read() {
    let definition = Definition::fixture().with(QUESTIONS, "short = \"Vraag BES-02\"\n", "");
    let run = definition.folder.run("sjabloon --stil --vragenlijst editie -o uit");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

#[test]
fn a_guideline_has_a_name_and_a_title() {
    let guideline = "minimum_coverage = 0.5\n\n[guideline]\nname = \"het Draaiboek\"\n";
    let definition = Definition::fixture().with(MAIN, "minimum_coverage = 0.5\n", guideline);
    definition.has(
        MAIN,
        "[guideline]",
        "V03 'title' ontbreekt in deze richtlijn. Voeg een regel 'title = …' toe.",
    );
}

/// The questions from BES-02 on; each key occurs in one line only.
fn second_question_without(key: &str) -> Definition {
    let definition = Definition::fixture();
    let text = definition.text(QUESTIONS);
    let second = text.find("id = \"BES-02\"").expect("the second question");
    let start = second + text[second..].find(&format!("\n{key} = ")).expect("the key") + 1;
    let end = start + text[start..].find('\n').expect("its end") + 1;
    definition.put(QUESTIONS, &format!("{}{}", &text[..start], &text[end..]));
    definition
}

#[test]
fn every_missing_required_key_is_a_single_fault() {
    for key in ["theme", "role", "kind", "organise", "recommendations"] {
        second_question_without(key).question_is(
            "BES-02",
            &format!("V03 '{key}' ontbreekt in vraag 'BES-02'. Voeg een regel '{key} = …' toe."),
        );
    }
}

#[test]
fn a_missing_kind_does_not_make_the_fields_of_a_kind_unknown() {
    Definition::fixture()
        .with(QUESTIONS, "kind = \"level\"\n", "")
        .question_is(
            "BES-01",
            "V03 'kind' ontbreekt in vraag 'BES-01'. Voeg een regel 'kind = …' toe.",
        );
}

#[test]
fn a_theme_without_a_name_does_not_make_core_unknown() {
    let definition = Definition::fixture().with(MAIN, "name = \"Aandachtsfunctionarissen\"\n", "");
    let run = definition.check();
    assert!(run.stderr.contains("fout V03  regel"), "{}", run.stderr);
    assert!(!run.stderr.contains("V04"), "{}", run.stderr);
}

#[test]
fn both_missing_ends_of_a_scale_are_reported_at_once() {
    let definition = Definition::fixture().with(QUESTIONS, "full_at = 0\nzero_at = 14\n", "");
    let run = definition.check();
    for key in ["full_at", "zero_at"] {
        let said = format!("'{key}' ontbreekt in vraag 'BES-05'. Voeg een regel '{key} = …' toe.");
        assert!(run.stderr.contains(&said), "{}", run.stderr);
    }
}

#[test]
fn an_unknown_key_suggests_the_nearest_known_key() {
    Definition::fixture()
        .with(QUESTIONS, "kind = \"yes_no\"", "kind = \"yes_no\"\nwieght = 2")
        .question_has(
            "BES-02",
            "wieght = 2",
            "V04 'wieght' is hier geen bekend veld. Bedoelde u 'weight'?",
        );
    Definition::fixture().with(MAIN, "default_norm", "default_nrom").has(
        MAIN,
        "default_nrom",
        "V04 'default_nrom' is hier geen bekend veld. Bedoelde u 'default_norm'?",
    );
    Definition::fixture()
        .with(
            QUESTIONS,
            "{ from = \"gemeente\", to = \"veilig-thuis\" }",
            "{ from = \"gemeente\", to = \"veilig-thuis\", kleur = 1 }",
        )
        .has(
            QUESTIONS,
            "kleur = 1",
            "V04 'kleur' is hier geen bekend veld. Kies uit from of to.",
        );
}

#[test]
fn a_list_with_a_misspelt_name_is_reported_once() {
    let definition = Definition::with_rule();
    let text = definition.text(MAIN).replace("[[perspective]]", "[[perspectief]]");
    definition.put(MAIN, &text);
    let run = definition.check();
    assert!(
        run.stderr.contains("V03  regel 1: 'perspective' ontbreekt"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("'perspectief' is hier geen bekend veld. Bedoelde u 'perspective'?"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.ends_with("\n2 fouten.\n"), "{}", run.stderr);
}

#[test]
fn a_duplicate_field_is_reported_as_such() {
    Definition::fixture()
        .with(MAIN, "edition = 2030", "edition = 2030\nid = \"nog een\"")
        .has(
            MAIN,
            "nog een",
            "V01 dit is geen geldige TOML. Dit veld staat er al; laat er één staan.",
        );
}
