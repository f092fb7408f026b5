//! What comes with a question: its short name, its colleagues, its largest number and its informal words.

use super::*;

const SHORT: &str = "short = \"Vraag BES-02\"";
const ANCHORS: &str = "anchors = [\"Niets.\", \"Eén persoon.\", \"Een concept.\", \"Een afspraak.\", \"Een afspraak die is bijgesteld.\"]";

/// The fixture with five colleagues, and these lines added to BES-02.
fn with_colleagues(lines: &str) -> Definition {
    let colleague = |key: &str| format!("[[colleague]] # {key}\nkey = \"{key}\"\nname = \"Collega {key}\"\n");
    let colleagues: String = ["a", "b", "c", "d"].map(colleague).concat();
    Definition::fixture()
        .adding(MAIN, &colleagues)
        .with(QUESTIONS, SHORT, &format!("{SHORT}\n{lines}"))
}

#[test]
fn two_questions_with_the_same_short_name_are_refused() {
    Definition::fixture()
        .with(QUESTIONS, SHORT, "short = \"Vraag BES-01\" # twee")
        .question_has(
            "BES-02",
            "# twee",
            "V25 'Vraag BES-01' is ook de korte naam van BES-01. Geef elke vraag een eigen 'short'.",
        );
}

#[test]
fn a_long_short_name_is_refused() {
    let short = format!("short = \"{}\"", "k".repeat(61));
    Definition::fixture().with(QUESTIONS, SHORT, &short).question_has(
        "BES-02",
        &short,
        "V14 'short' telt 61 tekens en past zo niet in het werkboek. Breng de tekst terug tot 60 tekens.",
    );
}

#[test]
fn colleagues_are_at_most_three_of_those_listed() {
    with_colleagues("ask_colleague = [\"a\", \"b\", \"c\", \"d\"]").question_has(
        "BES-02",
        "ask_colleague",
        "V26 'ask_colleague' noemt 4 collega's. Noem er ten hoogste 3: wie het antwoord het best weet.",
    );
    with_colleagues("ask_colleague = [\"a\", \"e\"]").question_has(
        "BES-02",
        "ask_colleague",
        "V06 'e' is geen bekende waarde voor 'ask_colleague'. Kies uit a, b, c of d.",
    );
}

#[test]
fn the_largest_number_is_not_below_the_ends_of_a_scale() {
    Definition::fixture()
        .with(QUESTIONS, "zero_at = 14", "zero_at = 14\nlargest = 13")
        .question_has(
            "BES-05",
            "largest",
            "V27 'largest' is lager dan 'full_at' of 'zero_at'. Kies een getal van 14 of meer.",
        );
}

#[test]
fn informal_words_are_complete_and_read_by_someone() {
    let words =
        "ask = [\"sleutelfiguur\"]\ntext_informal = \"Weet je hulp te vinden?\"\nhelp_informal = \"Wat jij ziet.\"\n";
    let own = "anchors_informal = [\"Nee.\", \"Soms.\", \"Deels.\", \"Ja.\", \"Zoals bij 3, en beter.\"]";
    let with = |words: &str| Definition::fixture().with(QUESTIONS, ANCHORS, &format!("{ANCHORS}\n{words}"));
    let sound = with(&format!("{words}{own}")).check();
    assert!(!sound.stderr.contains("BES-01"), "{}", sound.stderr);

    with(words).question_is(
        "BES-01",
        "V03 'anchors_informal' ontbreekt in vraag 'BES-01'. Voeg een regel 'anchors_informal = …' toe.",
    );
    with(&format!(
        "{}{own}",
        words.replace("help_informal = \"Wat jij ziet.\"\n", "")
    ))
    .question_is(
        "BES-01",
        "V03 'help_informal' ontbreekt in vraag 'BES-01'. Voeg een regel 'help_informal = …' toe.",
    );
    with(&format!("{words}anchors_informal = [\"Nee.\"]")).question_has(
        "BES-01",
        "anchors_informal",
        "V11 een niveauvraag heeft vijf ankers, hier staat er 1. Beschrijf de niveaus 0 tot en met 4, elk met één zin.",
    );
    with(&format!("{words}{own}").replace("sleutelfiguur", "veilig-thuis")).question_has(
        "BES-01",
        "text_informal",
        "V28 deze vraag heeft eigen woorden voor informele perspectieven, maar bij 'ask' staat er geen. Noem bij 'ask' een perspectief van de groep informal, of haal de velden op '_informal' weg.",
    );
    Definition::fixture()
        .with(QUESTIONS, SHORT, &format!("{SHORT}\n{words}{own}"))
        .question_has(
            "BES-02",
            own,
            "V10 'anchors_informal' hoort niet bij een vraag van soort 'yes_no'. Haal 'anchors_informal' weg of kies een andere soort.",
        );
}

#[test]
fn practices_without_rows_of_their_own_are_refused() {
    Definition::fixture()
        .with(QUESTIONS, SHORT, &format!("{SHORT}\npractices = [\"vgv\"]"))
        .question_has(
            "BES-02",
            "practices",
            "V29 'practices' hoort alleen bij een vraag per verschijningsvorm. Zet 'per_practice = true' of haal 'practices' weg.",
        );
}
