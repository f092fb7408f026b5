//! The page of a municipality: judged by the norms of its own questions, with the region over the same questions beside
//! it.

use ketenscan::answers::{Choice, EntityIndex, Region};
use ketenscan::questionnaire::Questionnaire;
use ketenscan::report::Report;
use ketenscan::report::outline::{Block, Cell, Header, Outline, Table, TableKey};
use ketenscan::report::region::{EarlierYear, municipality};
use ketenscan_testing::outline_text;
use ketenscan_testing::region::{Scored, Workbook, asking, choice, level, region_of, scored};

/// Two steps. Those of the region itself have a higher norm than what municipalities are asked.
fn asked() -> Questionnaire {
    asking(&[
        (
            "PRE-01",
            "theme = 'aandacht'; weight = 2; text = 'Hoe ver is het plan?'",
        ),
        ("PRE-02", "theme = 'aandacht'; norm = 50; kind = 'yes_no'"),
        ("PRE-03", "theme = 'aandacht'; role = 'regio'; norm = 100"),
        ("BES-01", "theme = 'opvang'"),
        ("BES-02", "theme = 'opvang'"),
        ("BES-03", "theme = 'opvang'; role = 'regio'; norm = 100"),
    ])
}

fn at_norm<'q>(asked: &'q Questionnaire, name: &str) -> Workbook<'q> {
    Workbook::of_municipality(asked, name)
        .says("PRE-01", level(3))
        .says("PRE-02", choice(Choice::Partly))
        .says("BES-01", level(3))
        .says("BES-02", level(3))
}

fn page(scored: &Scored, name: &str, earlier: &[EarlierYear]) -> Outline {
    let report = Report {
        questionnaire: scored.asked,
        region: &scored.region,
        score: &scored.score,
        sharing: None,
    };
    let index = scored.region.entities.position(|entity| entity.name == name);
    let index: EntityIndex = index.expect("a municipality");
    municipality(&report, index, earlier).expect("it answered")
}

fn table(page: &Outline, key: TableKey) -> Table {
    let blocks = page.parts.iter().flat_map(|part| &part.blocks);
    let mut tables = blocks.filter_map(|block| match block {
        Block::Table(table) if table.key == key => Some(table.clone()),
        _ => None,
    });
    tables.next().expect("the table is there")
}

/// Name, words, own score, range, norm and score of the region of each step.
fn steps(page: &Outline) -> Vec<String> {
    let text = outline_text::text(page);
    let from = text.split("### Eigen score per stap").nth(1).expect("the steps");
    let lines = from.lines().skip(2).take_while(|line| line.contains(" | "));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_municipality_with_every_answer_at_its_norm_reads_at_the_norm() {
    let asked = asked();
    let found = scored(
        &asked,
        [
            at_norm(&asked, "Duinstad"),
            at_norm(&asked, "Veenwold")
                .says("PRE-01", level(1))
                .says("BES-01", level(1)),
            Workbook::of_region(&asked)
                .says("PRE-03", level(0))
                .says("BES-03", level(0)),
        ],
    );
    // Step 1: (2·75 + 50) / 3 = 66.7 against (2·75 + 50) / 3. Region: PRE-01 (75 + 25) / 2 = 50, PRE-02 50, together 50;
    // PRE-03 is not asked of municipalities, so it is in neither. Step 5: region (50 + 75) / 2 = 62.5.
    assert_eq!(
        steps(&page(&found, "Duinstad", &[])),
        [
            "1 Stap 1 | ▲ op de norm | 67 | 67–67 | 67 | 50",
            "5 Stap 5 | ▲ op de norm | 75 | 75–75 | 75 | 63",
        ]
    );
    // Veenwold's step 1: (2·25 + 50) / 3 = 33.3; 67 − 33 = 34. Step 5: (25 + 75) / 2 = 50; 75 − 50 = 25.
    assert_eq!(
        steps(&page(&found, "Veenwold", &[])),
        [
            "1 Stap 1 | ▼ 34 punten onder de norm | 33 | 33–33 | 67 | 50",
            "5 Stap 5 | ▼ 25 punten onder de norm | 50 | 50–50 | 75 | 63",
        ]
    );
}

#[test]
fn the_region_beside_it_answers_the_same_questions_and_silence_is_not_below_the_norm() {
    let asked = asked();
    let found = scored(
        &asked,
        [
            Workbook::of_municipality(&asked, "Duinstad").says("BES-01", level(3)),
            at_norm(&asked, "Veenwold").says("BES-02", level(0)),
            at_norm(&asked, "Zandoever").says("BES-02", level(0)),
        ],
    );
    // Only BES-01 is answered by Duinstad: 75 everywhere. Range: (75 + 0) / 2 to (75 + 100) / 2.
    assert_eq!(
        steps(&page(&found, "Duinstad", &[])),
        [
            "1 Stap 1 | – niets beantwoord | – | 0–100 | 67 | –",
            "5 Stap 5 | ◆ niet zeker: 1 van de 2 vragen beantwoord | 75 | 38–88 | 75 | 75",
        ]
    );
    let overview = outline_text::text(&page(&found, "Duinstad", &[]));
    assert!(
        overview.contains("Nog niet zeker: 5 Stap 5. Geen score: 1 Stap 1."),
        "{overview}"
    );
    // Veenwold answers all; the region over BES-01 and BES-02: 75 and (0 + 0) / 2, together 37.5.
    assert_eq!(
        steps(&page(&found, "Veenwold", &[]))[1],
        "5 Stap 5 | ▼ 37 punten onder de norm | 38 | 38–38 | 75 | 38"
    );
}

#[test]
fn its_points_are_its_own_with_the_question_and_its_answer() {
    let asked = asked();
    // The region as a whole reaches the norm of PRE-01: (100 + 100 + 25) / 3 = 75.
    let found = scored(
        &asked,
        [
            at_norm(&asked, "Duinstad").says("PRE-01", level(1)),
            at_norm(&asked, "Veenwold").says("PRE-01", level(4)),
            at_norm(&asked, "Zandoever").says("PRE-01", level(4)),
        ],
    );
    assert!(!found.plan().contains(&"PRE-01"));
    let points = table(&page(&found, "Duinstad", &[]), TableKey::OwnPlan);
    assert_eq!(points.heading, "Wat eerst? 1 punt onder de norm");
    assert_eq!(
        points.rows[0][..3],
        [
            Cell::Text("PRE-01, PRE-01: Hoe ver is het plan?".to_owned()),
            Cell::Text("1 – Niveau 1".to_owned()),
            Cell::Score(Some(50.0)),
        ]
    );
    let answers = table(&page(&found, "Duinstad", &[]), TableKey::OwnAnswers);
    // Only what is put to municipalities.
    assert_eq!(answers.rows.len(), 4);
    let said: Vec<&Cell> = answers.cells(Header::OwnAnswer).collect();
    let text = |words: &str| Cell::Text(words.to_owned());
    assert_eq!(
        said,
        [
            &text("1 – Niveau 1"),
            &text("Deels"),
            &text("3 – Niveau 3"),
            &text("3 – Niveau 3")
        ]
    );
}

#[test]
fn what_was_agreed_on_together_is_its_answer() {
    let asked = asked();
    let found = scored(
        &asked,
        [
            at_norm(&asked, "Duinstad"),
            at_norm(&asked, "Duinstad").seen_from("opvang").says("BES-01", level(0)),
            Workbook::of_municipality(&asked, "Duinstad")
                .seen_from("gezamenlijk")
                .says("PRE-01", level(4)),
        ],
    );
    let answers = table(&page(&found, "Duinstad", &[]), TableKey::OwnAnswers);
    let said: Vec<&Cell> = answers.cells(Header::OwnAnswer).take(3).collect();
    let text = |words: &str| Cell::Text(words.to_owned());
    assert_eq!(
        said,
        [
            &text("4 – Niveau 4"),
            &text("Deels"),
            &text("3 – Niveau 3; 0 – Niveau 0"),
        ]
    );
}

#[test]
fn the_last_year_in_which_it_answered_stands_beside_this_one() {
    let asked = asked();
    let year = |year: u16, book: Workbook| -> Region {
        let mut submission = book.handed_in();
        submission.year = year;
        region_of(vec![submission])
    };
    let (before, long_ago) = (
        year(2025, at_norm(&asked, "Veenwold")),
        year(2024, at_norm(&asked, "duinstad").says("BES-02", level(1))),
    );
    let found = scored(&asked, [at_norm(&asked, "Duinstad")]);
    let own = page(&found, "Duinstad", &[(&asked, &before), (&asked, &long_ago)]);
    // In 2025 Duinstad sent nothing. In 2024: step 1 as now, step 5 (75 + 25) / 2.
    assert_eq!(
        steps(&own),
        [
            "1 Stap 1 | ▲ op de norm | 67 | 67–67 | 67 | 67 | 67",
            "5 Stap 5 | ▲ op de norm | 75 | 75–75 | 75 | 75 | 50",
        ]
    );
    let text = outline_text::text(&own);
    assert!(
        text.contains("Stap | In woorden | Eigen score | Bereik | Norm | Regio | 2024\n"),
        "{text}"
    );
    assert!(text.contains(" Onder 2024 staat de score van toen,"), "{text}");
}
