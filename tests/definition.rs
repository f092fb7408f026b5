//! Every fault of a questionnaire's definition: the whole message with file and line.
#![cfg(feature = "cli")]

mod support;

use std::fs;
use std::path::Path;

use support::{FIXTURE, Folder, Run};

const MAIN: &str = "questionnaire.toml";
const RECOMMENDATIONS: &str = "recommendations.toml";
const CONSISTENCY: &str = "consistency.toml";
const QUESTIONS: &str = "steps/5-beschermen.toml";

const BUILTIN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/questionnaires/2026");

/// A copy of a definition, to be spoiled.
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

    /// The small questionnaire of the fixtures, whose rule holds BES-03 against BES-01.
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

    /// The definition with the first occurrence of `old` made `new`.
    fn with(self, file: &str, old: &str, new: &str) -> Self {
        let text = self.text(file);
        assert!(text.contains(old), "{file} holds {old}");
        self.put(file, &text.replacen(old, new, 1));
        self
    }

    /// The definition with this at the end of a file.
    fn adding(self, file: &str, more: &str) -> Self {
        let text = self.text(file);
        self.put(file, &format!("{text}\n{more}"));
        self
    }

    /// The number of the first line that holds `text`.
    fn line(&self, file: &str, text: &str) -> usize {
        let found = self.text(file).lines().position(|line| line.contains(text));
        found.unwrap_or_else(|| panic!("{file} holds {text}")) + 1
    }

    fn check(&self) -> Run {
        self.folder.run("vragenlijst controleer --vragenlijst editie")
    }

    /// The check finds this in `file`, on the line that holds `line`, and nothing else.
    #[track_caller]
    fn has(&self, file: &str, line: &str, fault: &str) {
        self.finds(file, self.line(file, line), "", fault);
    }

    /// As [`Definition::has`], in the question with this id.
    #[track_caller]
    fn question_has(&self, id: &str, line: &str, fault: &str) {
        self.finds(QUESTIONS, self.line(QUESTIONS, line), &format!(" ({id})"), fault);
    }

    /// As [`Definition::question_has`], of the question as a whole: on the line of its heading.
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

#[test]
fn what_is_no_toml_is_refused_in_dutch() {
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

/// The questions from BES-02 on, in which every key stands alone.
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
fn every_required_key_is_asked_for_and_brings_no_other_fault_along() {
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
fn a_theme_without_a_name_is_not_told_that_core_is_unknown() {
    let definition = Definition::fixture().with(MAIN, "name = \"Aandachtsfunctionarissen\"\n", "");
    let run = definition.check();
    assert!(run.stderr.contains("fout V03  regel"), "{}", run.stderr);
    assert!(!run.stderr.contains("V04"), "{}", run.stderr);
}

#[test]
fn both_ends_of_a_scale_are_asked_for_at_once() {
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
fn a_value_of_another_type_is_refused() {
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
fn anchors_other_than_five_are_refused() {
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
fn a_handover_that_nobody_can_answer_from_both_sides_is_refused() {
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
fn what_is_faulty_is_not_called_unknown_where_it_is_named() {
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
fn what_could_not_be_read_brings_no_other_fault_along() {
    // Everything that refers to the list or file that is gone could be right.
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
fn a_list_under_a_misspelled_name_is_asked_for_once() {
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
fn a_field_given_twice_is_told_as_such() {
    Definition::fixture()
        .with(MAIN, "edition = 2030", "edition = 2030\nid = \"nog een\"")
        .has(
            MAIN,
            "nog een",
            "V01 dit is geen geldige TOML. Dit veld staat er al; laat er één staan.",
        );
}

#[test]
fn faults_in_several_files_are_told_at_once() {
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
        "sjabloon",
        "controleer editie",
        "rapport editie",
        "vragenlijst toon",
        "vragenlijst verschil editie editie",
    ] {
        let run = definition.folder.run(&format!("{command} --vragenlijst editie"));
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

mod completeness {
    use super::*;

    fn edition() -> Definition {
        Definition::copy(BUILTIN)
    }

    /// As [`Definition::has`], for an edition that loads: what it holds is told as well.
    #[track_caller]
    fn lacks(definition: &Definition, stderr: &str) {
        let run = definition.check();
        assert_eq!(run.stderr, stderr);
        assert_eq!(run.status, 1);
        assert!(
            run.stdout.starts_with("ketenscan-schadelijke-praktijken editie 2026: "),
            "{}",
            run.stdout
        );
    }

    #[test]
    fn the_edition_built_in_is_complete() {
        let run = edition().check();
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    }

    #[test]
    fn a_recommendation_nobody_is_asked_about_is_told() {
        let more = "[[recommendation]] # nieuw\nid = \"R99\"\ntext = \"t\"\nsource = \"s\"\nchapter = \"c\"\nsection = \"d\"\n";
        let definition = edition().adding(RECOMMENDATIONS, more);
        let number = definition.line(RECOMMENDATIONS, "# nieuw");
        lacks(
            &definition,
            &format!(
                "editie/{RECOMMENDATIONS}\n  fout V20  regel {number}: geen vraag gaat over aanbeveling R99. Noem de aanbeveling bij een vraag, of maak er een vraag voor.\n1 fout.\n"
            ),
        );
    }

    #[test]
    fn a_core_theme_asked_about_too_little_is_told() {
        let definition = edition().adding(MAIN, "[[theme]]\nkey = \"nieuw\"\nname = \"Nieuw\"\ncore = true\n");
        let number = definition.line(MAIN, "key = \"nieuw\"") - 1;
        let thin = |what: &str| {
            format!(
                "  fout V21  regel {number}: het kernthema 'Nieuw' heeft {what}. Voeg vragen toe: ten minste vier stappen en acht regels, waarvan twee voor gemeenten.\n"
            )
        };
        lacks(
            &definition,
            &format!(
                "editie/{MAIN}\n{}{}{}3 fouten.\n",
                thin("vragen in maar 0 stappen"),
                thin("maar 0 regels"),
                thin("maar 0 regels voor gemeenten")
            ),
        );
    }

    #[test]
    fn a_step_with_few_questions_is_told() {
        let definition = Definition::fixture();
        let number = definition.line(MAIN, "key = \"preventie\"") - 2;
        let run = definition.check();
        let said = format!(
            "  fout V22  regel {number}: stap '1 Preventie' heeft 0 vragen. Een stap telt ten minste 6 vragen.\n"
        );
        assert!(run.stderr.contains(&said), "{}", run.stderr);
        assert!(
            !run.stderr.contains("stap '5 Beschermen'"),
            "seven are enough: {}",
            run.stderr
        );
    }

    #[test]
    fn more_rows_than_a_municipality_can_be_asked_to_fill_in_are_told() {
        let questions = (50..90)
            .map(|number| {
                format!(
                    "[[question]]\nid = \"BES-{number}\"\ntext = \"t\"\nhelp = \"h\"\ntheme = \"regie\"\nrole = \"gemeente\"\nkind = \"yes_no\"\norganise = \"lokaal\"\nrecommendations = []\naction = \"a\"\n"
                )
            })
            .collect::<Vec<_>>()
            .concat();
        let counted = |definition: &Definition| -> usize {
            let run = definition.check();
            let rest = run
                .stdout
                .split("werkboek gemeente ")
                .nth(1)
                .expect("the rows of a municipality")
                .to_owned();
            rest.split(' ')
                .next()
                .and_then(|number| number.parse().ok())
                .expect("a number")
        };
        let rows = counted(&edition()) + 40;
        let definition = edition().adding(QUESTIONS, &questions);
        lacks(
            &definition,
            &format!(
                "editie/{MAIN}\n  fout V23  het werkboek van een gemeente telt {rows} regels. Breng dat terug tot ten hoogste 48.\n1 fout.\n"
            ),
        );
    }
}
