//! Checks that a document is what a word processor expects: its parts, its language, and pictures with their words.

use std::io::{Cursor, Read};

use super::*;
use crate::report::outline::{
    Bars, Block, Cell, Chart, ChartKey, Column, Header, LetterPart, Part, Picture, Table, TableKey,
};

const DAY: Date = Date {
    year: 2026,
    month: 3,
    day: 9,
};

fn outline(charts: Vec<Chart>) -> Outline {
    let columns = vec![
        Column::named(Header::Step, 20),
        Column::named(Header::Score, 9),
        Column::named(Header::Norm, 9),
    ];
    let row = vec![Cell::text("1 A & B"), Cell::Score(Some(50.0)), Cell::Score(Some(75.0))];
    let table = Table {
        charts,
        ..Table::to_read(TableKey::Steps, "Score <per stap>", columns, vec![row])
    };
    let part = |key: LetterPart, block| Part {
        key: key.into(),
        title: key.name().to_owned(),
        blocks: vec![block],
    };
    Outline {
        title: "Rietmeer & omstreken".to_owned(),
        facts: Vec::new(),
        parts: vec![
            part(
                LetterPart::Findings,
                Block::Text(vec!["Eén.".to_owned(), "Twee.".to_owned()]),
            ),
            part(LetterPart::Chain, Block::Table(table)),
            part(LetterPart::Decisions, Block::Text(vec!["Drie.".to_owned()])),
        ],
    }
}

fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut contents = Vec::new();
    let mut part = package.by_name(name).expect("the part");
    part.read_to_end(&mut contents).expect("its contents");
    contents
}

fn text(bytes: &[u8], name: &str) -> String {
    String::from_utf8(part(bytes, name)).expect("text")
}

#[test]
fn the_same_outline_and_date_give_the_same_bytes() {
    let made = write(&outline(Vec::new()), DAY).unwrap();
    assert!(made == write(&outline(Vec::new()), DAY).unwrap());
    assert!(crate::office::is_as_made(&made));
    let core = text(&made, "docProps/core.xml");
    assert!(core.contains("<dc:title>Rietmeer &amp; omstreken</dc:title>"), "{core}");
    assert!(core.contains(">2026-03-09T00:00:00Z</dcterms:created>"), "{core}");
}

#[test]
fn headings_lists_and_tables_are_what_they_look_like() {
    let made = write(&outline(Vec::new()), DAY).unwrap();
    let document = text(&made, "word/document.xml");
    assert_eq!(document.matches("<w:pStyle w:val=\"Heading1\"/>").count(), 3);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    // Each list begins at 1.
    assert_eq!(document.matches("<w:numId w:val=\"1\"/>").count(), 2);
    assert_eq!(document.matches("<w:numId w:val=\"2\"/>").count(), 1);
    assert!(document.contains("<w:tblCaption w:val=\"Score &lt;per stap&gt;\"/>"));
    assert!(text(&made, "word/styles.xml").contains("<w:lang w:val=\"nl-NL\""));
}

#[test]
fn a_picture_comes_with_its_alternative_text() {
    let chart = Chart {
        key: ChartKey::Steps,
        of: None,
        title: "Stap 1 blijft onder de norm".to_owned(),
        alternative: "Kolommen met score \"50\" en norm 75.".to_owned(),
        caption: "Rietmeer 2026.".to_owned(),
        picture: Some(Picture::Bars(Bars {
            parts: vec!["Score".to_owned()],
            rows: Vec::new(),
        })),
        native: None,
    };
    let made = write(&outline(vec![chart]), DAY).unwrap();
    let document = text(&made, "word/document.xml");
    assert!(document.contains("descr=\"Kolommen met score &quot;50&quot; en norm 75.\" title=\"Stap 1 blijft"));
    assert!(document.contains("r:embed=\"rId5\""));
    let relations = text(&made, "word/_rels/document.xml.rels");
    assert!(relations.contains("Id=\"rId5\"") && relations.contains("Target=\"media/image1.png\""));
    assert!(part(&made, "word/media/image1.png").starts_with(b"\x89PNG"));
    assert!(!document.contains("<w:tbl>"), "a picture takes the place of its table");
}
