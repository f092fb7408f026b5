//! The demo shows what it is meant to show: one region really improves, one only seems to, one falls back; and in the
//! region shown first one practice holds, one is in doubt and two stall.

use calamine::{Reader, Xlsx, open_workbook};
use ketenscan::answers::{Region, Submission, assemble};
use ketenscan::comparison::{Parts, RegionYears, Year, compare};
use ketenscan::demo;
use ketenscan::questionnaire::{Editions, Questionnaire, STEPS, builtin};
use ketenscan::report::comparison::change_sentences;
use ketenscan::scoring::lenses::settled::{Moved, Settled};
use ketenscan::scoring::{self, RegionScore, Weighting};
use ketenscan::workbook::read::read_filled_plan;

use crate::folder::Folder;

/// The five regions in their three years, assembled from the demo's workbooks.
fn scored(questionnaire: &Questionnaire) -> Vec<(Region, RegionScore)> {
    let story = demo::story();
    let filled: Vec<Submission> = story
        .iter()
        .flat_map(demo::books)
        .map(|book| book.order(questionnaire).filled.unwrap())
        .collect();
    let regions = assemble(filled, Vec::new()).value;
    assert_eq!(regions.len(), 15);
    let score = |region: &Region| scoring::score(questionnaire, region, Weighting::Equal).unwrap();
    regions
        .into_iter()
        .map(|region| {
            let score = score(&region);
            (region, score)
        })
        .collect()
}

/// The parts of the change of each step, and all sentences about them, for both changes of a region.
fn printed(name: &str) -> Vec<(Vec<Parts>, String)> {
    let questionnaire = builtin();
    let scored = scored(&questionnaire);
    let years = scored.iter().map(|(region, score)| Year {
        questionnaire: &questionnaire,
        region,
        score,
        plan: &[],
        response: region.response(),
    });
    let comparison = compare(years.collect(), &questionnaire.clone().into()).unwrap();
    let region: &RegionYears = comparison.regions.iter().find(|region| region.name == name).unwrap();
    assert_eq!(region.changes.len(), 2);
    let changes = region.changes.iter().map(|change| {
        let parts = change.steps.iter().map(|step| step.parts.unwrap());
        (parts.collect(), change_sentences(region, change).join("\n"))
    });
    changes.collect()
}

fn number(parts: &[Parts], holds: impl Fn(&Parts) -> bool) -> usize {
    assert_eq!(parts.len(), STEPS);
    parts.iter().filter(|parts| holds(parts)).count()
}

#[test]
fn voorbeeldland_really_improves() {
    let changes = printed("Voorbeeldland");
    let really = |parts: &Parts| {
        let apparent = parts.apparent.unwrap();
        let others = [apparent.availability, apparent.respondents, apparent.questions];
        parts.real > 0.0 && others.iter().all(|other| other.abs() < parts.real)
    };
    // The number of steps in which the real change outweighs everything else: six, then all.
    let outweighs: Vec<usize> = changes.iter().map(|(parts, _)| number(parts, really)).collect();
    assert_eq!(outweighs, [6, STEPS]);
    for (_, sentences) in changes {
        assert!(sentences.contains("De keten als geheel steeg"), "{sentences}");
        assert!(sentences.contains("dat is echte verbetering"), "{sentences}");
    }
}

#[test]
fn fabelstreek_only_seems_to() {
    let changes = printed("Fabelstreek");
    for (parts, sentences) in &changes {
        assert_eq!(number(parts, |parts| parts.real.abs() <= 2.0), STEPS, "{parts:?}");
        assert!(
            sentences.starts_with("De keten als geheel steeg")
                && sentences.contains("maar echte verbetering is dat niet"),
            "{sentences}"
        );
    }
    // The number of steps in which the score nevertheless rises by more than five points.
    let rises: Vec<usize> = changes
        .iter()
        .map(|(parts, _)| number(parts, |parts| parts.total() > 5.0))
        .collect();
    assert_eq!(rises, [2, 4]);
    assert!(
        changes[0].1.contains("doordat Wolkendam nu meedoet"),
        "{}",
        changes[0].1
    );
    assert!(
        changes[1].1.contains("doordat Dromerveen niet meer meedoet"),
        "{}",
        changes[1].1
    );
    // Shortcomings turned into "weet ik niet".
    let (parts, sentences) = &changes[1];
    assert_eq!(
        number(parts, |parts| parts.apparent.unwrap().availability > 3.0),
        3,
        "{parts:?}"
    );
    assert!(
        sentences.contains("dezelfde deelnemers andere vragen beantwoordden"),
        "{sentences}"
    );
}

#[test]
fn oefengouw_falls_back_and_partly_hides_it() {
    let changes = printed("Oefengouw");
    for (parts, sentences) in &changes {
        assert_eq!(number(parts, |parts| parts.real < 0.0), STEPS, "{parts:?}");
        assert!(sentences.contains("echte achteruitgang"), "{sentences}");
    }
    let (parts, sentences) = &changes[1];
    assert_eq!(
        number(parts, |parts| parts.real < parts.total() && parts.total() < 0.0),
        STEPS
    );
    assert!(
        sentences.contains("erbij doordat Vlinderdaal nu meedoet"),
        "{sentences}"
    );
}

#[test]
fn in_voorbeeldland_one_practice_holds_one_is_in_doubt_and_two_stall() {
    let questionnaire = builtin();
    let scored = scored(&questionnaire);
    let (_, score) = scored
        .iter()
        .find(|(region, _)| region.name == demo::SHOWN && region.year == demo::LAST_YEAR)
        .unwrap();
    let found = score.practices.indexed().map(|(practice, found)| {
        let key = questionnaire.practices[practice].key.as_str();
        (key, found.unbroken, found.uncertain_at, found.stalls_at)
    });
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            // One team from advice to follow-up.
            ("vgv", 7, None, None),
            // Nobody knows whether the shelter suits.
            ("huwelijksdwang", 4, Some(5), None),
            // Nobody was appointed to ask for advice.
            ("achterlating", 2, None, Some(3)),
            // Nobody keeps track afterwards.
            ("eergerelateerd-geweld", 6, None, Some(7)),
        ]
    );
}

#[test]
fn duinstad_answers_jointly_every_year_and_nobody_else_does() {
    let questionnaire = builtin();
    let story = demo::story();
    let books = story
        .iter()
        .flat_map(demo::books)
        .map(|book| book.order(&questionnaire));
    let joint = books
        .map(|order| order.filled.unwrap())
        .filter(|filled| filled.is_joint);
    let joint = joint.map(|filled| (filled.year, filled.file));
    let file = || "duinstad-gemeente-gezamenlijk.xlsx".to_owned();
    assert_eq!(joint.collect::<Vec<_>>(), demo::YEARS.map(|year| (year, file())));
}

#[test]
fn the_plan_of_voorbeeldland_is_filled_in_and_shows_next_year() {
    let folder = Folder::new();
    let done = |arguments: &str| {
        let run = folder.run(arguments);
        assert_eq!(run.status, 0, "{arguments}: {}", run.stderr);
        run
    };
    done("demo --stil -o demo");
    let name = "demo/ingevuld/voorbeeldland-2025/voorbeeldland-2025.xlsx";
    let checked = read_filled_plan(&folder.read(name), name, &Editions::builtin());
    assert!(checked.problems.is_empty(), "{:?}", checked.problems);
    let plan = checked.value.expect("a plan");
    // In the order of the plan, in which every point still falls short.
    assert_eq!(plan.entries, demo::plan());
    assert!(plan.entries.iter().all(|entry| entry.status().is_some()));
    let cells = |name: &str, sheet: &str| {
        let mut book: Xlsx<_> = open_workbook(folder.path(name)).expect("a workbook");
        let range = book.worksheet_range(sheet).expect("the sheet");
        let rows = range.rows().map(|row| row.iter().map(ToString::to_string).collect());
        rows.collect::<Vec<Vec<String>>>()
    };
    let plan = cells(name, "Verbeterplan");
    let short = |row: &&Vec<String>| {
        !row.iter()
            .any(|cell| cell == "niet meer onder de norm" || cell == "nu geen score")
    };
    assert_eq!(plan.iter().filter(short).count(), plan.len());

    // What came of it: by hand for one point of each kind.
    let outcomes = cells("demo/vergelijking.xlsx", "Verbeterplan");
    let outcome = |id: &str| {
        let row = outcomes.iter().find(|row| row[0].ends_with(id)).expect("the point");
        row[1].clone()
    };
    for (id, expected) in [
        ("ADV-07", "Gereed en verbeterd"),
        ("PRE-04", "Gereed, nog zonder effect"),
        ("BES-05", "Loopt, en al verbeterd"),
        ("ADV-02.achterlating", "Niet gestart, en gelijk gebleven"),
        ("RVW-05", "Vervallen; de vraag bleef gelijk"),
    ] {
        assert_eq!(outcome(id), expected, "{id}");
    }
    done("sjabloon --regio Voorbeeldland --jaar 2026 --vorige demo/ingevuld/voorbeeldland-2025 -o nieuw --stil");
    let advice = cells("nieuw/voorbeeldland-2026/voorbeeldland-regio.xlsx", "3 Advies");
    let point = advice.iter().find(|row| row[1] == "ADV-08").expect("the question");
    assert!(
        point.contains(&"Niet gestart (gereed op: najaar 2026)".to_owned()),
        "{point:?}"
    );
    // Beside the ambition: how the region stood, as its report says, and what it wanted to reach, which it may change.
    let ambitions = cells("nieuw/voorbeeldland-2026/voorbeeldland-regio.xlsx", "Ambitie");
    let headers = ["Stap", "Norm", "Score in 2025", "Ambitie in 2025", "Ambitie"];
    assert_eq!(ambitions[3], headers);
    let scored = scored(&builtin());
    let of_2025 = |(region, _): &&(Region, RegionScore)| region.name == demo::SHOWN && region.year == 2025;
    let (region, figures) = scored.iter().find(of_2025).expect("the year");
    for (step, row) in ambitions[4..].iter().enumerate() {
        let score = figures.steps[step].score.expect("a score").round();
        let wanted = region.ambitions[step].expect("an ambition");
        assert_eq!(
            row[2..],
            [score.to_string(), wanted.to_string(), wanted.to_string()],
            "step {step}"
        );
    }
}

#[test]
fn what_duinstad_agrees_on_is_mostly_what_somebody_answered_and_sometimes_flatters() {
    let questionnaire = builtin();
    let scored = scored(&questionnaire);
    let shown = scored.iter().filter(|(region, _)| region.name == demo::SHOWN);
    let numbers = shown.map(|(region, score)| {
        let above = |found: &&Settled| matches!(found.moved, Moved::AboveAll(_));
        let below = |found: &&Settled| matches!(found.moved, Moved::BelowAll(_));
        let number = |is: fn(&&Settled) -> bool| score.settled.iter().filter(is).count();
        (region.year, score.settled.len(), number(above), number(below))
    });
    assert_eq!(
        numbers.collect::<Vec<_>>(),
        [(2024, 22, 6, 0), (2025, 21, 6, 0), (2026, 20, 4, 0)]
    );
}

#[test]
fn the_national_example_is_a_country_of_2040_workbooks() {
    let regions = demo::national();
    assert_eq!(regions.len(), 28);
    let books: Vec<_> = regions.iter().flat_map(demo::books).collect();
    assert_eq!(books.len(), 2040);
    let mut paths: Vec<String> = books.iter().map(|book| book.folder() + "/" + &book.file()).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), books.len(), "each its own file");
    let questionnaire = builtin();
    let municipalities: usize = books
        .iter()
        .filter(|book| book.year == demo::LAST_YEAR)
        .map(|book| book.order(&questionnaire).municipalities.len())
        .sum();
    assert_eq!(municipalities, 342);
}
