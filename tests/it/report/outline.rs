//! Everything in the report of a small, fixed region, compared with a stored text that people read when it changes.

use ketenscan::answers::Choice;
use ketenscan::plan::PlanEntry;
use ketenscan::questionnaire::Questionnaire;
use ketenscan::report::region::outline;
use ketenscan::report::{GENERATED_BY, Report};
use ketenscan_testing::outline_text;
use ketenscan_testing::region::{Scored, Workbook, asking, choice, level, number, of, scored};

/// Every kind of question in three steps, including a legal requirement, a practice and a handover.
fn asked() -> Questionnaire {
    asking(&[
        (
            "PRE-01",
            "theme = 'aandacht'; weight = 2; kind = 'level'; anchors = ['niets', 'soms', 'deels', 'geregeld', 'geborgd']",
        ),
        (
            "PRE-02",
            "theme = 'netwerken'; kind = 'yes_no'; legal = true; norm = 100",
        ),
        ("ADV-01", "theme = 'expertise'; kind = 'share'; target = 0.8"),
        ("BES-01", "theme = 'opvang'; per_practice = true; kind = 'yes_no'"),
        ("BES-02", "theme = 'opvang'; role = 'regio'; kind = 'capacity'"),
        (
            "MON-01",
            "theme = 'regie'; role = 'regio'; kind = 'count'; unit = 'keer'; full_at = 4; zero_at = 0",
        ),
    ])
}

/// Two of three municipalities answered, one of them from two perspectives; and the region answered.
fn small(asked: &Questionnaire) -> Scored<'_> {
    let duinstad = Workbook::of_municipality(asked, "Duinstad")
        .says("PRE-01", level(3))
        .says("PRE-02", choice(Choice::Partly))
        .says("ADV-01", of(3.0, 10.0))
        .says("BES-01.vgv", choice(Choice::Yes))
        .says("BES-01.eer", choice(Choice::No))
        .puts_first("opvang");
    let shelter = Workbook::of_municipality(asked, "Duinstad")
        .seen_from("opvang")
        .says("PRE-01", level(1));
    let veenwold = Workbook::of_municipality(asked, "Veenwold")
        .says("PRE-01", level(4))
        .says("PRE-02", choice(Choice::Yes))
        .says("BES-01.huwelijksdwang", choice(Choice::Partly));
    let region = Workbook::of_region(asked)
        .expects("Duinstad", Some(52_300.0))
        .expects("Veenwold", Some(31_000.0))
        .expects("Zandoever", Some(900.0))
        .aims_at(5, 60.0)
        .says("BES-02", of(2.0, 8.0))
        .says("MON-01", number(3.0));
    scored(asked, [duinstad, shelter, veenwold, region])
}

#[test]
fn the_outline_is_as_stored() {
    let asked = asked();
    let small = small(&asked);
    let report = Report {
        questionnaire: &asked,
        region: &small.region,
        score: &small.score,
        sharing: None,
    };
    let mut filled = PlanEntry {
        id: "BES-02".to_owned(),
        ..PlanEntry::default()
    };
    filled.fields[0] = "Plekken inkopen".to_owned();
    // The hash of the definition and the version of the program change for other reasons.
    let found = outline_text::text(&outline(&report, &[], &vec![filled].into()))
        .replace(&asked.sha256[..12], "…")
        .replace(GENERATED_BY, "ketenscan …");
    insta::assert_snapshot!(found);
}
