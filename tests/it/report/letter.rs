//! The letter for council and aldermen: what it says, that its figures add up, and that it names nobody.

use ketenscan::answers::{Answer, Choice};
use ketenscan::questionnaire::Questionnaire;
use ketenscan::report::Report;
use ketenscan::report::region::letter;
use ketenscan::report::sharing::{Audience, disclose};
use ketenscan::scoring::Weighting;
use ketenscan_testing::outline_text;
use ketenscan_testing::region::{Scored, Workbook, asking, choice, level, scored};

fn asked() -> Questionnaire {
    asking(&[
        ("PRE-01", "theme = 'aandacht'"),
        ("PRE-02", "theme = 'aandacht'"),
        (
            "BES-01",
            "theme = 'opvang'; kind = 'yes_no'; legal = true; norm = 100; short = 'Opvang die altijd kan'; action = 'Regel de opvang.'",
        ),
        ("BES-02", "theme = 'opvang'"),
    ])
}

/// One of two municipalities answered.
fn small(asked: &Questionnaire) -> Scored<'_> {
    scored(
        asked,
        [
            Workbook::of_municipality(asked, "Duinstad")
                .says("PRE-01", level(3))
                .says("PRE-02", level(3))
                .says("BES-01", choice(Choice::No))
                .says("BES-02", level(3)),
            Workbook::of_region(asked)
                .expects("Duinstad", None)
                .expects("Rietmeer", None),
        ],
    )
}

fn said(scored: &Scored) -> String {
    outline_text::text(&letter(&Report {
        questionnaire: scored.asked,
        region: &scored.region,
        score: &scored.score,
        sharing: None,
    }))
}

#[track_caller]
fn says(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.contains(sentence), "'{sentence}' is not in:\n{text}");
    }
}

#[test]
fn it_says_how_things_are_what_to_decide_and_what_is_not_known() {
    let asked = asked();
    let text = said(&small(&asked));
    // Step 5: (0 + 75) / 2 = 37.5 against (100 + 75) / 2 = 87.5, at most (50 + 87.5) / 2; shown as 38 and 88. Step 1: 75, but
    // it may become 37.5.
    says(
        &text,
        &[
            "# Proef Proefregio 2026: voor college en raad\n",
            "1 van de 2 gemeenten deed mee.\n",
            "Van de 7 stappen is er geen op de norm. Het verst eronder blijft stap 5 Stap 5: 50 punten onder de norm (score 38, norm 88).\n",
            "\n1 wettelijk punt is nog niet overal op orde; het staat vooraan in het verbeterplan. Van de kernthema's blijft Thema opvang het verst achter: 50 punten onder de norm (score 38, norm 88).\n",
            "\nOpvang die altijd kan, BES-01 (wettelijk, 100 punten onder de norm). Regel de opvang.\n",
            "\nVan 1 gemeente is er nog niets. Te weinig antwoorden voor een score: 0 Stap 0, 2 Stap 2,",
            " Of deze stappen de norm halen, hangt af van wat nog onbekend is: 1 Stap 1. Waar hierboven ◆ staat,",
            "Bel 112. ",
            "Veilig Thuis: 0800-2000",
        ],
    );
    for name in ["Duinstad", "Rietmeer"] {
        assert!(!text.contains(name), "{text}");
    }
}

#[test]
fn the_chain_is_a_table_of_words() {
    let asked = asked();
    let text = said(&small(&asked));
    // Nothing is asked about single practices, so no link holds. General rows of step 5: at most 68.75.
    says(
        &text,
        &[
            "### Houdt elke stap een casus vast? Proefregio, 2026 [Read]\nStap | Vorm vgv | Vorm huwelijksdwang | Vorm achterlating | Vorm eer\n",
            "\n1 Stap 1 | ◆ niet zeker | ◆ niet zeker | ◆ niet zeker | ◆ niet zeker\n",
            "\n2 Stap 2 | – onbekend | – onbekend | – onbekend | – onbekend\n",
        ],
    );
}

#[test]
fn silence_never_reads_as_nothing_to_do() {
    let asked = asked();
    let silent = Workbook::of_municipality(&asked, "Duinstad").says_everywhere(Answer::Unknown);
    let text = said(&scored(&asked, [silent]));
    says(
        &text,
        &[
            "Voor een score per stap zijn er nog te weinig antwoorden.",
            "\nNu nog niet te zeggen: er is niets beantwoord.\n",
            "Van geen enkele stap zijn er genoeg antwoorden voor een score.",
        ],
    );
}

#[test]
fn what_may_not_be_shared_is_not_in_a_letter_to_share() {
    let asked = asked();
    let small = small(&asked);
    let disclosed = disclose(Audience::Anyone, &asked, &small.region, Weighting::Equal).expect("nobody is weighed");
    let text = outline_text::text(&letter(&disclosed.report()));
    says(
        &text,
        &[
            "\nDeze brief hoort bij een uitgave om te delen:",
            "\nNu niet te zeggen: er is niets dat in deze uitgave getoond kan worden.\n",
        ],
    );
    for secret in ["BES-01", "Opvang die altijd kan", "Duinstad"] {
        assert!(!text.contains(secret), "{text}");
    }
}
