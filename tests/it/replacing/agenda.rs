//! What people concluded on the agenda of a report: carried over to the same point, or reported with its cell.

use std::io::Cursor;

use super::*;
use calamine::{Reader, Xlsx};
use ketenscan_testing::package::typed;

const AGENDA: &str = "Gespreksagenda";
const AGAIN: &str = "rapport boeken --overschrijf";

/// What Duinstad answers from a perspective: rows of `ID`, `Antwoord`.
fn seen_from(perspective: &str, rows: &str) -> Vec<u8> {
    municipal(&format!(
        "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
         # 5 Beschermen\n| ID | Antwoord |\n{rows}"
    ))
}

/// A folder with a report on whose agenda BES-01 and BES-02 are seen differently, and BES-03 is little known.
fn differing() -> Folder {
    let folder = Folder::with(&[
        (
            "boeken/duinstad.xlsx",
            seen_from(
                "Gemeente",
                "| BES-01 | 4 |\n| BES-02 | Ja |\n| BES-03 | Weet ik niet |\n| BES-05 | 3 |",
            ),
        ),
        (
            "boeken/veilig-thuis.xlsx",
            seen_from(
                "Veilig Thuis",
                "| BES-01 | 1 |\n| BES-02 | Nee |\n| BES-03 | Weet ik niet |\n| BES-05 | 3 |",
            ),
        ),
    ]);
    done(&folder, "rapport boeken");
    folder
}

/// The rows of the agenda, counted from 1, with their first cell and their conclusion.
fn points(report: &[u8]) -> Vec<(usize, String, String)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(report)).unwrap();
    let range = book.worksheet_range(AGENDA).unwrap();
    let rows = range.rows().zip(1..);
    rows.map(|(row, number)| (number, row[0].to_string(), row[4].to_string()))
        .filter(|(_, point, _)| point.contains(", BES-"))
        .collect()
}

/// The cell for the conclusion about the first point of this row of the questionnaire.
fn cell(report: &[u8], id: &str) -> String {
    let points = points(report);
    let (row, ..) = points
        .iter()
        .find(|(_, point, _)| point.ends_with(id))
        .expect("the point");
    format!("E{row}")
}

fn conclusion(report: &[u8], id: &str) -> String {
    let mut points = points(report).into_iter();
    points.find(|(_, point, _)| point.ends_with(id)).expect("the point").2
}

#[test]
fn a_conclusion_goes_along_to_the_same_point_again_and_again() {
    let folder = differing();
    let report = folder.read(REPORT);
    let (first, second) = (cell(&report, "BES-01"), cell(&report, "BES-02"));
    let report = typed(&report, AGENDA, &first, "=SOM(1) Samen navragen");
    let report = typed(&report, AGENDA, &second, "Bel mevrouw Zwobbel, 06-12345678");
    folder.put(REPORT, &report);
    for round in 1..=2 {
        // The figures beside it may change.
        let answer = if round == 1 { "| BES-01 | 0 |" } else { "| BES-01 | 1 |" };
        let rows = format!("{answer}\n| BES-02 | Nee |\n| BES-03 | Weet ik niet |\n| BES-05 | 3 |");
        folder.put("boeken/veilig-thuis.xlsx", seen_from("Veilig Thuis", &rows));
        let printed = done(&folder, AGAIN);
        let expected = format!("2 conclusies van de gespreksagenda overgenomen uit {REPORT}\n");
        assert!(printed.contains(&expected) && !printed.contains("W75"), "{printed}");
        let warned = format!("W60  blad '{AGENDA}', cel {second} (BES-02): hier staat wat lijkt op");
        assert_eq!(printed.contains(&warned), round == 1, "{printed}");
        let report = folder.read(REPORT);
        assert_eq!(conclusion(&report, "BES-01"), "=SOM(1) Samen navragen");
        let redacted = conclusion(&report, "BES-02");
        assert!(redacted.contains("•••") && !redacted.contains("0612"), "{redacted}");
        assert!(
            !redacted.contains("Zwobbel") && !redacted.contains("06-12345678"),
            "{redacted}"
        );
        // Saved again by the user, so that it is read again.
        let other = cell(&report, "BES-01");
        folder.put(REPORT, typed(&report, AGENDA, &other, "=SOM(1) Samen navragen"));
    }
}

#[test]
fn a_conclusion_about_a_point_that_is_gone_is_reported_with_its_cell() {
    let folder = differing();
    let report = folder.read(REPORT);
    let (gone, kept) = (cell(&report, "BES-02"), cell(&report, "BES-01"));
    let report = typed(&typed(&report, AGENDA, &gone, "Afgesproken"), AGENDA, &kept, "Blijft");
    folder.put(REPORT, typed(&report, AGENDA, "E2", "Los van de tabellen"));
    let rows = "| BES-01 | 1 |\n| BES-02 | Ja |\n| BES-03 | Weet ik niet |\n| BES-05 | 3 |";
    folder.put("boeken/veilig-thuis.xlsx", seen_from("Veilig Thuis", rows));
    let printed = done(&folder, AGAIN);
    for said in [
        format!(
            "  let op W48  blad '{AGENDA}', cel {gone} (BES-02): het punt staat niet op de nieuwe gespreksagenda; deze conclusie \
             is niet overgenomen. Kijk in de vorige versie, en zet in het Verbeterplan wat u nodig hebt.\n"
        ),
        format!("  let op W75  blad '{AGENDA}', cel "),
        format!("1 conclusie van de gespreksagenda overgenomen uit {REPORT}\n"),
    ] {
        assert!(printed.contains(&said), "{said}: {printed}");
    }
    let report = folder.read(REPORT);
    assert_eq!(conclusion(&report, "BES-01"), "Blijft");
    assert!(points(&report).iter().all(|(.., text)| text != "Afgesproken"));
}

#[test]
fn nothing_that_was_concluded_is_in_an_edition_to_share() {
    let folder = differing();
    let report = folder.read(REPORT);
    let cell = cell(&report, "BES-01");
    folder.put(REPORT, typed(&report, AGENDA, &cell, "Onder ons"));
    let shared = format!("delen/{NAME}.xlsx");
    let texts = || {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(folder.read(&shared))).unwrap();
        let sheets = book.worksheets().into_iter();
        let cells = sheets.flat_map(|(_, sheet)| {
            let texts = sheet.used_cells().map(|(_, _, cell)| cell.to_string());
            texts.collect::<Vec<_>>()
        });
        cells.collect::<Vec<_>>().join("\n")
    };
    done(&folder, "rapport boeken --delen -o delen");
    assert!(texts().contains(AGENDA) && !texts().contains("Onder ons"));
    // What is typed in a shared edition itself is not carried over either, but named.
    folder.put(&shared, typed(&folder.read(&shared), AGENDA, "E2", "Ook onder ons"));
    let printed = done(&folder, "rapport boeken --delen -o delen --overschrijf");
    assert!(printed.contains(&format!("W75  blad '{AGENDA}', cel ")), "{printed}");
    assert!(
        !printed.contains("conclusie") && !texts().contains("onder ons"),
        "{printed}"
    );
}

/// The row of the agenda, counted from 1, with the point about this row of the questionnaire.
fn row(report: &[u8], id: &str) -> usize {
    let mut points = points(report).into_iter();
    points.find(|(_, point, _)| point.ends_with(id)).expect("the point").0
}

#[test]
fn a_table_whose_heading_or_header_was_changed_keeps_its_own_conclusions() {
    let folder = differing();
    let made = folder.read(REPORT);
    let row = row(&made, "BES-03");
    let (heading, header) = (row - 2, row - 1);
    for changed in [
        &[(format!("A{header}"), "Onderwerp")][..],
        &[(format!("E{header}"), "Onze conclusie")],
        &[(format!("A{heading}"), "Wat het minst bekend is (eerst!)")],
        &[(format!("A{heading}"), "Wat wij niet weten")],
        &[
            (format!("A{heading}"), "Wat wij niet weten"),
            (format!("A{header}"), "Onderwerp"),
        ],
    ] {
        let mut report = typed(&made, AGENDA, &format!("E{row}"), "Navragen");
        for (cell, text) in changed {
            report = typed(&report, AGENDA, cell, text);
        }
        folder.put(REPORT, report);
        let printed = done(&folder, AGAIN);
        assert!(
            printed.contains(&format!("W75  blad '{AGENDA}', cel A")),
            "{changed:?}: {printed}"
        );
        assert!(
            !printed.contains("W48") && !printed.contains("W49"),
            "{changed:?}: {printed}"
        );
        assert_eq!(conclusion(&folder.read(REPORT), "BES-03"), "Navragen", "{changed:?}");
    }
}

#[test]
fn whatever_else_was_changed_in_its_row_a_conclusion_goes_along() {
    let folder = differing();
    let made = folder.read(REPORT);
    let row = row(&made, "BES-01");
    let (_, name, _) = points(&made).into_iter().find(|(number, ..)| *number == row).unwrap();
    for (cell, text) in [
        (format!("F{row}"), "Even nagaan".to_owned()),
        (format!("B{row}"), "Gemeente 100, Veilig Thuis 25 Klopt.".to_owned()),
        (format!("A{row}"), format!("1. {name}")),
        (format!("A{row}"), format!("{name} (eerst)")),
    ] {
        let report = typed(&made, AGENDA, &format!("E{row}"), "Samen nagaan");
        folder.put(REPORT, typed(&report, AGENDA, &cell, &text));
        let printed = done(&folder, AGAIN);
        let said = format!(
            "  let op W75  blad '{AGENDA}', cel A{row}: naast de conclusie is in deze rij iets veranderd of toegevoegd; dat is \
             niet overgenomen. "
        );
        assert_eq!(printed.matches("W75").count(), 1, "{text}: {printed}");
        assert!(printed.contains(&said), "{text}: {printed}");
        assert_eq!(conclusion(&folder.read(REPORT), "BES-01"), "Samen nagaan", "{text}");
    }
    let report = typed(&made, AGENDA, &format!("E{row}"), "Van wie?");
    folder.put(REPORT, typed(&report, AGENDA, &format!("A{row}"), "Opvang"));
    let printed = done(&folder, AGAIN);
    let said = format!(
        "  let op W49  blad '{AGENDA}', cel E{row}: bij deze conclusie is niet te lezen over welk punt zij gaat"
    );
    assert!(printed.contains(&said), "{printed}");
}

#[test]
fn a_conclusion_about_a_point_that_is_elsewhere_on_the_agenda_goes_there_and_that_is_said() {
    let folder = differing();
    let report = folder.read(REPORT);
    let moved = cell(&report, "BES-02");
    folder.put(REPORT, typed(&report, AGENDA, &moved, "Samen navragen"));
    let rows = "| BES-01 | 4 |\n| BES-02 | Weet ik niet |\n| BES-03 | Weet ik niet |\n| BES-05 | 3 |";
    folder.put("boeken/duinstad.xlsx", seen_from("Gemeente", rows));
    folder.put("boeken/veilig-thuis.xlsx", seen_from("Veilig Thuis", rows));
    let printed = done(&folder, AGAIN);
    let said = format!(
        "  let op W49  blad '{AGENDA}', cel {moved} (BES-02): dit punt staat nu onder 'Wat het minst bekend is'; daar is deze \
         conclusie overgenomen. Kijk of zij daar hoort.\n"
    );
    assert!(printed.contains(&said) && !printed.contains("W48"), "{printed}");
    assert_eq!(conclusion(&folder.read(REPORT), "BES-02"), "Samen navragen");
}

#[test]
fn conclusions_that_do_not_fit_in_one_cell_together_are_reported() {
    let folder = differing();
    let report = folder.read(REPORT);
    let (first, second) = (row(&report, "BES-01"), row(&report, "BES-02"));
    let (_, name, _) = points(&report)
        .into_iter()
        .find(|(number, ..)| *number == first)
        .unwrap();
    let last = first.max(second);
    let long = "Samen navragen. ".repeat(1_500);
    let report = typed(&report, AGENDA, &format!("E{first}"), &long);
    let report = typed(&report, AGENDA, &format!("E{second}"), &long);
    folder.put(REPORT, typed(&report, AGENDA, &format!("A{second}"), &name));
    let printed = done(&folder, AGAIN);
    let said = format!(
        "  let op W82  blad '{AGENDA}', cel E{last} (BES-01): wat bij dit punt is geconcludeerd, past samen niet in één cel; \
         het eind is niet overgenomen. Kijk in de vorige versie, en vat het samen.\n"
    );
    assert!(printed.contains(&said), "{printed}");
    assert_eq!(printed.matches("W82").count(), 1, "{printed}");
}
