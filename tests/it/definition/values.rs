//! Values of the wrong type, out of range, or unknown.

use super::*;

#[test]
fn a_value_of_the_wrong_type_is_refused() {
    for (old, new, key, wanted) in [
        ("id = \"BES-02\"", "id = 2", "id", "tekst (niet leeg)"),
        (
            "text = \"Is er een vast nummer?\"",
            "text = \"  \"",
            "text",
            "tekst (niet leeg)",
        ),
        (
            "kind = \"yes_no\"",
            "kind = \"yes_no\"\nnorm = \"75\"",
            "norm",
            "een getal",
        ),
        (
            "kind = \"yes_no\"",
            "kind = \"yes_no\"\nlegal = \"ja\"",
            "legal",
            "true of false",
        ),
        (
            "kind = \"yes_no\"",
            "kind = \"yes_no\"\npartners = \"Fier\"",
            "partners",
            "een lijst van teksten",
        ),
        (
            "kind = \"yes_no\"",
            "kind = \"yes_no\"\nhandover = \"x\"",
            "handover",
            "een tabel",
        ),
    ] {
        let definition = Definition::fixture().with(QUESTIONS, old, new);
        let number = definition.line(QUESTIONS, new.lines().last().expect("a line"));
        let run = definition.check();
        let said = format!("'{key}' moet {wanted} zijn. Vul bij '{key}' {wanted} in.\n");
        let line = run.stderr.lines().find(|line| line.contains("V05")).unwrap_or_default();
        assert!(
            line.starts_with(&format!("  fout V05  regel {number}")),
            "{}",
            run.stderr
        );
        assert!(line.ends_with(said.trim_end()), "{}", run.stderr);
        assert_eq!(run.stderr.matches("  fout ").count(), 1, "{}", run.stderr);
    }
    Definition::fixture()
        .with(MAIN, "date = 2029-11-01", "date = \"1 november\"")
        .has(
            MAIN,
            "date = ",
            "V05 'date' moet een datum als 2026-11-01 zijn. Vul bij 'date' een datum als 2026-11-01 in.",
        );
}

#[test]
fn an_unknown_value_suggests_the_nearest_known_value() {
    for (id, old, new, said) in [
        (
            "BES-01",
            "theme = \"aandachtsfunctionarissen\"",
            "theme = \"aandachtfunctionarissen\"",
            "'aandachtfunctionarissen' is geen bekende waarde voor 'theme'. Bedoelde u 'aandachtsfunctionarissen'?",
        ),
        (
            "BES-01",
            "role = \"gemeente\"",
            "role = \"provincie\"",
            "'provincie' is geen bekende waarde voor 'role'. Kies uit gemeente of regio.",
        ),
        (
            "BES-02",
            "kind = \"yes_no\"",
            "kind = \"yesno\"",
            "'yesno' is geen bekende waarde voor 'kind'. Bedoelde u 'yes_no'?",
        ),
        (
            "BES-02",
            "kind = \"yes_no\"",
            "kind = \"yes_no\"\npractices = [\"huwelijkdwang\"]",
            "'huwelijkdwang' is geen bekende waarde voor 'practices'. Bedoelde u 'huwelijksdwang'?",
        ),
        (
            "BES-07",
            "ask = [\"gemeente\", \"veilig-thuis\"]",
            "ask = [\"gemeente\", \"veilig-thuis\", \"veilig-tuis\"]",
            "'veilig-tuis' is geen bekende waarde voor 'ask'. Bedoelde u 'veilig-thuis'?",
        ),
        (
            "BES-01",
            "organise = \"regionaal\"",
            "organise = \"regional\"",
            "'regional' is geen bekende waarde voor 'organise'. Bedoelde u 'regionaal'?",
        ),
        (
            "BES-01",
            "recommendations = [\"R1\"]",
            "recommendations = [\"R1\", \"aanbeveling 9\"]",
            "'aanbeveling 9' is geen bekende waarde voor 'recommendations'. Kies uit R1.",
        ),
    ] {
        let line = new.lines().last().expect("a line");
        Definition::fixture()
            .with(QUESTIONS, old, new)
            .question_has(id, line, &format!("V06 {said}"));
    }
    Definition::with_rule().with(CONSISTENCY, "BES-03", "BES-09").has(
        CONSISTENCY,
        "BES-09",
        "V06 'BES-09' is geen bekende waarde voor 'fact'. Bedoelde u 'BES-01'?",
    );
}

#[test]
fn a_number_out_of_range_is_refused_with_its_range() {
    for (id, old, new, key, range) in [
        (
            "BES-02",
            "kind = \"yes_no\"",
            "kind = \"yes_no\"\nnorm = 101",
            "norm",
            "een getal van 0 tot en met 100",
        ),
        (
            "BES-02",
            "kind = \"yes_no\"",
            "kind = \"yes_no\"\nweight = 4",
            "weight",
            "1, 2 of 3",
        ),
        (
            "BES-03",
            "target = 0.8",
            "target = 1.2",
            "target",
            "een getal boven 0 en ten hoogste 1",
        ),
        (
            "BES-03",
            "target = 0.8",
            "target = 0",
            "target",
            "een getal boven 0 en ten hoogste 1",
        ),
        (
            "BES-05",
            "zero_at = 14",
            "zero_at = -1",
            "zero_at",
            "een getal van 0 of meer",
        ),
    ] {
        Definition::fixture().with(QUESTIONS, old, new).question_has(
            id,
            new.lines().last().expect("a line"),
            &format!("V07 '{key}' valt buiten zijn bereik. Kies {range}."),
        );
    }
    Definition::fixture()
        .with(MAIN, "minimum_coverage = 0.5", "minimum_coverage = 50")
        .has(
            MAIN,
            "minimum_coverage",
            "V07 'minimum_coverage' valt buiten zijn bereik. Kies een getal van 0 tot en met 1.",
        );
    for (key, least, beyond) in [
        ("sharing_minimum", "3", ["2", "4.5", "101"]),
        ("core_theme_rows", "0", ["-1", "7.5", "101"]),
    ] {
        for number in beyond {
            Definition::fixture()
                .with(
                    MAIN,
                    "minimum_coverage = 0.5",
                    &format!("minimum_coverage = 0.5\n{key} = {number}"),
                )
                .has(
                    MAIN,
                    key,
                    &format!("V07 '{key}' valt buiten zijn bereik. Kies een heel getal van {least} tot en met 100."),
                );
        }
    }
    Definition::fixture()
        .with(MAIN, "edition = 2030", "edition = 2030.5")
        .has(
            MAIN,
            "edition",
            "V07 'edition' valt buiten zijn bereik. Kies een jaartal.",
        );
    Definition::with_rule()
        .with(CONSISTENCY, "fact_below = 50", "fact_below = 500")
        .has(
            CONSISTENCY,
            "fact_below",
            "V07 'fact_below' valt buiten zijn bereik. Kies een getal van 0 tot en met 100.",
        );
}

#[test]
fn an_id_used_twice_is_refused_with_both_places() {
    let definition = Definition::fixture().with(QUESTIONS, "id = \"BES-02\"", "id = \"BES-01\" # twee");
    let first = definition.line(QUESTIONS, "id = \"BES-01\"");
    definition.question_has(
        "BES-01",
        "# twee",
        &format!(
            "V08 'BES-01' komt twee keer voor; de eerste staat in editie/{QUESTIONS}, regel {first}. Geef elk een eigen id."
        ),
    );
    let again =
        "[[recommendation]] # twee\nid = \"R1\"\ntext = \"t\"\nsource = \"s\"\nchapter = \"c\"\nsection = \"d\"\n";
    let definition = Definition::fixture().adding(RECOMMENDATIONS, again);
    let first = definition.line(RECOMMENDATIONS, "id = \"R1\"");
    let number = definition.line(RECOMMENDATIONS, "# twee");
    definition.says(&format!(
        "editie/{RECOMMENDATIONS}\n  fout V08  regel {number} (R1): 'R1' komt twee keer voor; de eerste staat in editie/{RECOMMENDATIONS}, regel {first}. Geef elk een eigen id.\n1 fout.\n"
    ));
    Definition::fixture()
        .with(MAIN, "key = \"regie\"", "key = \"expertise\" # twee")
        .has(
            MAIN,
            "# twee",
            "V08 'expertise' komt twee keer voor; de eerste staat in dezelfde lijst. Geef elk een eigen id.",
        );
}

#[test]
fn an_id_without_the_prefix_of_its_step_is_refused() {
    for id in ["MEL-02", "BES-twee", "BES02"] {
        Definition::fixture().with(QUESTIONS, "id = \"BES-02\"", &format!("id = \"{id}\"")).question_has(
            id,
            &format!("id = \"{id}\""),
            &format!("V09 '{id}' begint niet met het voorvoegsel van zijn stap. Laat het id met 'BES-' en een nummer beginnen."),
        );
    }
}

#[test]
fn a_field_of_another_kind_is_refused_on_its_own_line() {
    for field in [
        "target = 0.5",
        "anchors = [\"a\"]",
        "unit = \"dagen\"",
        "full_at = 1",
        "zero_at = 1",
        "largest = 7",
    ] {
        let key = field.split(' ').next().expect("a key");
        Definition::fixture().with(QUESTIONS, "kind = \"yes_no\"", &format!("kind = \"yes_no\"\n{field} # hier")).question_has(
            "BES-02",
            "# hier",
            &format!("V10 '{key}' hoort niet bij een vraag van soort 'yes_no'. Haal '{key}' weg of kies een andere soort."),
        );
    }
}

#[test]
fn there_must_be_five_anchors() {
    for (anchors, found) in [("[\"Niets.\"]", "staat er 1"), ("[]", "staan er 0")] {
        let old =
            "[\"Niets.\", \"Eén persoon.\", \"Een concept.\", \"Een afspraak.\", \"Een afspraak die is bijgesteld.\"]";
        Definition::fixture().with(QUESTIONS, old, anchors).question_has(
            "BES-01",
            "anchors = ",
            &format!("V11 een niveauvraag heeft vijf ankers, hier {found}. Beschrijf de niveaus 0 tot en met 4, elk met één zin."),
        );
    }
}

#[test]
fn a_legal_question_with_a_lower_norm_is_refused() {
    let definition = Definition::fixture().with(QUESTIONS, "norm = 100\nlegal = true", "norm = 90\nlegal = true");
    definition.question_is(
        "BES-04",
        "V12 een wettelijke vraag heeft norm 100. Zet 'norm = 100' of haal 'legal' weg.",
    );
}

#[test]
fn a_scale_without_length_is_refused() {
    Definition::fixture()
        .with(QUESTIONS, "full_at = 0", "full_at = 14")
        .question_has(
            "BES-05",
            "full_at = 14",
            "V13 'zero_at' en 'full_at' zijn gelijk. Kies twee verschillende getallen.",
        );
}

#[test]
fn a_text_longer_than_its_cell_is_refused() {
    let long = "x".repeat(241);
    Definition::fixture()
        .with(QUESTIONS, "Is er een vast nummer?", &long)
        .question_has(
            "BES-02",
            &long,
            "V14 'text' telt 241 tekens en past zo niet in het werkboek. Breng de tekst terug tot 240 tekens.",
        );
    Definition::fixture()
        .with(
            MAIN,
            "name = \"Preventie\"",
            &format!("name = \"{}\"\nshort = \"{}\"", "Preventie", "y".repeat(30)),
        )
        .has(
            MAIN,
            "short = \"yyy",
            "V14 'short' telt 30 tekens en past zo niet in het werkboek. Breng de tekst terug tot 29 tekens.",
        );
}
