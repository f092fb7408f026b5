//! The sheet Overzicht: every region of the demo in one row, in alphabetical order, with what really changed.

use ketenscan::answers::{Region, Submission, assemble};
use ketenscan::demo;
use ketenscan::questionnaire::{Editions, STEPS, builtin};
use ketenscan::report::comparison::outline;
use ketenscan::report::outline::{Block, Cell, ColumnKey, ComparisonPart, Header, HeatCell, Table};
use ketenscan::report::sharing::{Audience, DisclosedYear, disclose_comparison, disclose_year};

fn overview(audience: Audience) -> Table {
    let questionnaire = builtin();
    let story = demo::story();
    let books = story.iter().flat_map(demo::books);
    let filled: Vec<Submission> = books.map(|book| book.order(&questionnaire).filled.unwrap()).collect();
    let regions: Vec<Region> = assemble(filled, Vec::new()).value;
    let years: Vec<DisclosedYear> = regions
        .iter()
        .map(|region| disclose_year(audience, &questionnaire, region))
        .collect();
    let known: Editions = questionnaire.clone().into();
    let outline = outline(&disclose_comparison(audience, &years, |_| &[], &known).unwrap());
    // It is what a reader sees first.
    assert_eq!(outline.parts[0].key, ComparisonPart::Overview.into());
    let tables = outline.parts[0].blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.clone()),
        Block::Text(_) => None,
    });
    let [table] = tables.collect::<Vec<_>>().try_into().expect("one table");
    table
}

fn words(cell: &Cell) -> &str {
    match cell {
        Cell::Text(words) => words,
        other => panic!("{other:?} is no text"),
    }
}

fn points(cell: &Cell) -> f64 {
    match cell {
        Cell::FinePoints(Some(points)) | Cell::Points(Some(points)) => *points,
        other => panic!("{other:?} is no difference"),
    }
}

#[test]
fn every_region_has_one_row_in_alphabetical_order() {
    for audience in [Audience::Region, Audience::Anyone] {
        let table = overview(audience);
        let names: Vec<&str> = table.rows.iter().map(|row| words(&row[0])).collect();
        let expected = ["Droomdelta", "Fabelstreek", "Oefengouw", "Spiegelmark", "Voorbeeldland"];
        assert_eq!(names, expected, "whatever their scores");
        assert!(table.cells(Header::Years).all(|cell| words(cell) == "2025 en 2026"));
    }
}

#[test]
fn what_is_real_and_what_only_seems_so_add_up_to_the_difference() {
    let table = overview(Audience::Region);
    let columns = [Header::Difference, Header::Real, Header::Apparent].map(|header| table.position(header).unwrap());
    for row in &table.rows {
        let [difference, real, apparent] = columns.map(|column| points(&row[column]));
        assert!((real + apparent - difference).abs() < 1e-9, "{row:?}");
        let said = words(&row[table.position(Header::InWords).unwrap()]);
        let expected = match (real, difference) {
            (2.0.., _) => "echte verbetering",
            (1.0.., _) => "kleine echte verbetering",
            (..=-2.0, _) => "echte achteruitgang",
            (..=-1.0, _) => "kleine echte achteruitgang",
            (_, 1.0..) => "hoger, maar niet echt verbeterd",
            (_, ..=-1.0) => "lager, maar niet echt verslechterd",
            _ => "vrijwel gelijk",
        };
        assert_eq!(said, expected, "{row:?}");
    }
    // The story of the demo: one really improves, one only seems to, one falls back.
    let said = |name: &str| {
        let row = table.rows.iter().find(|row| words(&row[0]) == name).unwrap();
        words(&row[table.position(Header::InWords).unwrap()]).to_owned()
    };
    assert_eq!(said("Voorbeeldland"), "echte verbetering");
    assert_eq!(said("Fabelstreek"), "hoger, maar niet echt verbeterd");
    assert_eq!(said("Oefengouw"), "echte achteruitgang");
    // Where the parts are not shared, nothing is said to be apparent.
    assert_eq!(overview(Audience::Anyone).position(Header::Apparent), None);
}

#[test]
fn each_step_is_darker_the_further_it_is_below_its_norm() {
    let table = overview(Audience::Region);
    let first = table.position(ColumnKey::Step(0)).unwrap();
    for row in &table.rows {
        assert_eq!(row.len(), first + STEPS);
        for cell in &row[first..] {
            let Cell::Heat(HeatCell::Score { score, short }) = cell else {
                panic!("{cell:?} is no score");
            };
            // No norm is above 100.
            assert!(*short == short.round() && *short <= 100.0 - score.round(), "{cell:?}");
        }
    }
}
