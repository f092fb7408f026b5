//! The blank workbooks that `sjabloon` writes.

use super::*;
use ketenscan::answers::{Choice, Merger};
use ketenscan::questionnaire::{Editions, builtin};
use ketenscan::workbook::read::{self, Content};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::package::with_cell;
use ketenscan_testing::region::{Workbook, choice, level};

const ORDER: &str = "sjabloon --regio Voorbeeldland --jaar 2026 --gemeente Duinstad=52000 --gemeente Veenwold --perspectief veilig-thuis";
const WRITTEN: [&str; 4] = [
    "voorbeeldland-2026/duinstad-gemeente.xlsx",
    "voorbeeldland-2026/veenwold-gemeente.xlsx",
    "voorbeeldland-2026/voorbeeldland-regio.xlsx",
    "voorbeeldland-2026/voorbeeldland-veilig-thuis.xlsx",
];

#[test]
fn a_region_gets_workbooks_for_its_municipalities_perspectives_and_itself() {
    let folder = Folder::new();
    let run = folder.run(ORDER);
    assert_eq!((run.stderr.as_str(), run.status), ("4 werkboeken gemaakt.\n", 0));
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), WRITTEN);
    assert_eq!(folder.names(), WRITTEN);
}

#[test]
fn without_a_region_there_are_two_blank_workbooks() {
    let folder = Folder::new();
    let run = folder.run("sjabloon -o blanco");
    assert_eq!(
        run.stdout,
        "blanco/ketenscan-2026-gemeente.xlsx\nblanco/ketenscan-2026-regio.xlsx\n"
    );
    assert_eq!(run.status, 0);
    assert_eq!(
        folder.names(),
        [
            "blanco/ketenscan-2026-gemeente.xlsx",
            "blanco/ketenscan-2026-regio.xlsx"
        ]
    );
}

#[test]
fn existing_workbooks_are_kept_and_listed_and_the_rest_is_written() {
    let folder = Folder::with(&[(WRITTEN[1], b"al ingevuld".to_vec())]);
    let run = folder.run(&format!("{ORDER} -o ."));
    assert_eq!(
        run.stderr,
        format!(
            "Bestaat al en is zo gelaten: ./{}\n3 werkboeken gemaakt. Wat er al staat, vervangt u met --overschrijf; wat iemand heeft ingevuld, blijft dan bewaard.\n",
            WRITTEN[1]
        )
    );
    assert_eq!(run.status, 0);
    assert_eq!(folder.names(), WRITTEN);
    assert_eq!(folder.read(WRITTEN[1]), b"al ingevuld");

    assert_eq!(folder.run(&format!("{ORDER} --overschrijf")).status, 0);
    assert!(folder.read(WRITTEN[1]).starts_with(b"PK"), "--overschrijf replaces it");
}

#[test]
fn existing_workbooks_are_listed_even_in_a_quiet_run() {
    let folder = Folder::with(&[(WRITTEN[1], b"al ingevuld".to_vec())]);
    let run = folder.run(&format!("{ORDER} --stil"));
    assert!(
        run.stderr.contains(WRITTEN[1]),
        "which workbook is not a blank one: {:?}",
        run.stderr
    );
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let (one, other) = (Folder::new(), Folder::new());
    for folder in [&one, &other] {
        folder.run(ORDER);
        folder.run("sjabloon");
    }
    assert_eq!(one.names().len(), 6);
    assert!(one.contents() == other.contents(), "workbooks differ between two runs");
}

#[test]
fn a_misspelt_known_region_gets_a_message() {
    let run = Folder::new().run("sjabloon --regio Flevolant --jaar 2026");
    assert_eq!(
        run.stderr,
        "Bedoelde u Flevoland? De naam 'Flevolant' is gebruikt zoals die is gegeven.\n1 werkboek gemaakt.\n"
    );
    assert_eq!(run.status, 0);
}

#[test]
fn blank_workbooks_are_named_as_such_and_are_not_an_error() {
    let folder = Folder::new();
    folder.run(ORDER);
    let run = folder.run("controleer voorbeeldland-2026 --stil");
    let untouched: String = WRITTEN.map(|name| format!("{name}: nog niet ingevuld\n")).concat();
    assert_eq!(
        run.stdout,
        format!(
            "{untouched}\nKlopt dit? Voorbeeldland 2026\n  \
             wie                    vanuit        ingevuld door  beantwoord  bestand\n  \
             Voorbeeldland (regio)  Regio                        nog niets\n  \
             Voorbeeldland (regio)  Veilig Thuis                 nog niets\n  \
             Duinstad               Gemeente                     nog niets\n  \
             Veenwold               Gemeente                     nog niets\n  \
             2 gemeenten; nog geen antwoorden van Duinstad en Veenwold.\n"
        )
    );
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
}

/// A year of which the region's own workbook says who is in it, with an ambition for two steps and a merger.
pub(super) fn last_year() -> Folder {
    let asked = builtin();
    let folder = Folder::new();
    let municipal = Workbook::of_municipality(&asked, "Duinstad")
        .of_region_named("Voorbeeldland")
        .says("PRE-01", level(3));
    let regional = Workbook::of_region(&asked)
        .of_region_named("Voorbeeldland")
        .expects("Duinstad", Some(152_000.0))
        .expects("Veenwold", None)
        .aims_at(1, 80.0)
        .aims_at(5, 62.5)
        .says("PRE-05", level(2));
    let safe_home = Workbook::of_region(&asked)
        .of_region_named("Voorbeeldland")
        .seen_from("veilig-thuis")
        .says("ADV-07", choice(Choice::Yes));
    for (name, workbook) in [
        ("gemeente", municipal),
        ("regio", regional),
        ("veilig-thuis", safe_home),
    ] {
        let mut filled = workbook.handed_in();
        filled.year = 2026;
        if name == "regio" {
            filled.context.mergers.push(Merger {
                name: "Duinstad".to_owned(),
                formerly: vec!["Oud Duin".to_owned()],
            });
        }
        let order = Order {
            region: Some(filled.region.clone()),
            year: Some(2026),
            municipality: filled.municipality.clone(),
            municipalities: filled.context.municipalities.clone(),
            filled: Some(filled.clone()),
            ..Order::blank(filled.role)
        };
        folder.put(&format!("vorig/{name}.xlsx"), template::write(&asked, &order).unwrap());
    }
    folder
}

#[test]
fn without_names_the_workbooks_are_those_of_last_year() {
    let folder = last_year();
    let run = folder.run("sjabloon --jaar 2027 --vorige vorig -o nieuw");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let made = [
        "nieuw/voorbeeldland-2027/duinstad-gemeente.xlsx",
        "nieuw/voorbeeldland-2027/veenwold-gemeente.xlsx",
        "nieuw/voorbeeldland-2027/voorbeeldland-regio.xlsx",
        "nieuw/voorbeeldland-2027/voorbeeldland-veilig-thuis.xlsx",
    ];
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), made);
    assert!(
        run.stderr.contains(
            "Overgenomen van Voorbeeldland 2026: 2 gemeenten, een kort werkboek voor Veilig Thuis en de ambities.\n"
        ),
        "{}",
        run.stderr
    );
    // The region's workbook has its municipalities, their inhabitants and former names, and its ambitions, and passes for
    // blank all the same.
    let read = read::read(&folder.read(made[2]), made[2], &Editions::builtin());
    let Some(Content::Blank(blank)) = read.value else {
        panic!("{:?}", read.value);
    };
    let context = blank.context;
    let municipalities = context
        .municipalities
        .iter()
        .map(|known| (known.name.as_str(), known.inhabitants));
    assert_eq!(
        municipalities.collect::<Vec<_>>(),
        [("Duinstad", Some(152_000.0)), ("Veenwold", None)]
    );
    assert_eq!(context.mergers[0].formerly, ["Oud Duin"]);
    let ambitions = [None, Some(80.0), None, None, None, Some(62.5), None, None];
    assert_eq!(context.ambitions, ambitions);
    // One that somebody changed does not.
    let cell = |value: &str| with_cell(&folder.read(made[2]), "Ambitie", "E6", &format!("><v>{value}</v>"));
    let is_blank = |bytes: &[u8]| {
        let read = read::read(bytes, made[2], &Editions::builtin());
        matches!(read.value, Some(Content::Blank(_)))
    };
    assert!(is_blank(&cell("80")) && !is_blank(&cell("70")));
}

#[test]
fn names_that_are_given_go_before_those_of_last_year() {
    let folder = last_year();
    let run =
        folder.run("sjabloon --jaar 2027 --vorige vorig --gemeente Duinstad --gemeente Rietmeer=9000 -o nieuw --stil");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let region = "nieuw/voorbeeldland-2027/voorbeeldland-regio.xlsx";
    let municipal: Vec<&str> = run
        .stdout
        .lines()
        .filter(|name| name.ends_with("-gemeente.xlsx"))
        .collect();
    assert_eq!(municipal.len(), 2, "{municipal:?}");
    let read = read::read(&folder.read(region), region, &Editions::builtin());
    let Some(Content::Blank(blank)) = read.value else {
        panic!("{:?}", read.value);
    };
    let known = blank
        .context
        .municipalities
        .into_iter()
        .map(|known| (known.name, known.inhabitants));
    let expected = [
        ("Duinstad".to_owned(), Some(152_000.0)),
        ("Rietmeer".to_owned(), Some(9000.0)),
    ];
    assert_eq!(known.collect::<Vec<_>>(), expected);
}

#[test]
fn what_cannot_be_known_of_last_year_is_asked() {
    let folder = last_year();
    for (arguments, said) in [
        ("--jaar 2027", "er ontbreekt nog een regio"),
        ("--jaar 2026 --vorige vorig", "geen werkboek van een jaar vóór 2026"),
        ("--gemeente Duinstad", "--jaar"),
    ] {
        let run = folder.run(&format!("sjabloon {arguments} -o nieuw"));
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments}");
        assert!(run.stderr.contains(said), "{arguments}: {}", run.stderr);
    }
}
