//! The joint perspective: there is one, and it is not asked anything of its own.

use super::*;

const ASK: &str = "ask = [\"gemeente\", \"veilig-thuis\"]";
const HANDOVER: &str = "handover = { from = \"gemeente\", to = \"veilig-thuis\" }";

#[test]
fn a_second_joint_perspective_is_refused() {
    let definition = Definition::fixture().with(
        MAIN,
        "[[perspective]]\nkey = \"gemeente\"",
        "[[perspective]]\nkey = \"samen\"\nname = \"Samen\"\ngroup = \"joint\"\n\n[[perspective]]\nkey = \"gemeente\"",
    );
    // The second is further down in the file.
    let line = definition.line(MAIN, "name = \"Gezamenlijk\"") + 1;
    definition.finds(
        MAIN,
        line,
        "",
        "V34 'samen' en 'gezamenlijk' zijn allebei van de groep joint. Houd er één over: wat iedereen samen vindt, is één perspectief.",
    );
}

#[test]
fn no_question_is_put_to_the_joint_perspective() {
    let ask = ASK.replace(']', ", \"gezamenlijk\"]");
    Definition::fixture().with(QUESTIONS, ASK, &ask).question_has(
        "BES-07",
        "\"gezamenlijk\"",
        "V35 'ask' noemt het gezamenlijke perspectief 'gezamenlijk'. Haal het weg: een gezamenlijk antwoord komt pas na de antwoorden van elk.",
    );
}

#[test]
fn the_joint_perspective_is_no_side_of_a_handover() {
    for side in ["gemeente", "veilig-thuis"] {
        let handover = HANDOVER.replace(side, "gezamenlijk");
        Definition::fixture().with(QUESTIONS, HANDOVER, &handover).question_has(
            "BES-07",
            "\"gezamenlijk\"",
            "V36 'handover' noemt het gezamenlijke perspectief 'gezamenlijk'. Noem de twee perspectieven die elkaar de casus overdragen.",
        );
    }
}
