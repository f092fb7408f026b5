//! What people wrote in the plan of a report, and elsewhere in it: carried over, or reported row by row.

use std::io::Cursor;

use super::*;
use calamine::{CellErrorType, Data, Reader, Xlsx};
use ketenscan_testing::package::{changed, pack, typed, unpack, with_cell};

const PLAN: &str = "Verbeterplan";
const AGAIN: &str = "rapport boeken --overschrijf";

/// The texts of a sheet, by row.
fn texts(report: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(report)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let text = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// The rows of the plan below its header, and the header.
fn plan(report: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut rows = texts(report, PLAN);
    let header = rows.iter().position(|row| row[0] == "ID").unwrap();
    let rest = rows.split_off(header + 1);
    (rows.pop().unwrap(), rest)
}

/// A folder with a report that people changed, and that report.
fn with_report(change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> (Folder, Vec<u8>) {
    let folder = filled_in();
    done(&folder, "rapport boeken");
    let report = change(folder.read(REPORT));
    folder.put(REPORT, &report);
    (folder, report)
}

/// What a run prints about the report before it: its findings, and what was carried over.
fn findings(printed: &str) -> String {
    let from = printed.find(&format!("{REPORT}\n")).unwrap_or(printed.len());
    let until = printed.find("Wat in ").expect("it is kept");
    printed[from.min(until)..until].to_owned()
}

#[test]
fn a_report_that_was_only_saved_has_nothing_to_report() {
    let (folder, _) = with_report(|report| pack(&unpack(&report)));
    let printed = done(&folder, AGAIN);
    assert!(
        !printed.contains("let op W7") && !printed.contains("overgenomen"),
        "{printed}"
    );
    let (folder, _) = with_report(|report| typed(&report, PLAN, "D7", "Plekken inkopen"));
    let printed = done(&folder, AGAIN);
    let expected = format!("1 ingevuld punt van het verbeterplan overgenomen uit {REPORT}\n");
    assert!(
        !printed.contains("let op W7") && printed.contains(&expected),
        "{printed}"
    );
}

#[test]
fn a_status_that_is_not_known_is_reported_as_soon_as_a_report_is_checked() {
    let (folder, _) = with_report(|report| typed(&report, PLAN, "J7", "Bezig"));
    let id = plan(&folder.read(REPORT)).1[0][0].clone();
    let warning = format!(
        "let op W71  blad 'Verbeterplan', cel J7 ({id}): 'Bezig' is geen status van het verbeterplan; het punt is \
         gelezen zonder status. Kies 'Niet gestart', 'Loopt', 'Gereed' of 'Vervallen'.\n"
    );
    let run = |arguments: &str| {
        let run = run(&folder, arguments);
        assert_eq!(run.status, 0, "{}", run.stderr);
        (run.stdout, run.stderr)
    };
    let (stdout, stderr) = run(&format!("controleer {REPORT}"));
    assert_eq!(stdout, format!("{REPORT}: rapport van ketenscan; 1 bevinding\n"));
    assert_eq!(stderr, format!("{REPORT}\n  {warning}1 waarschuwing.\n"));
    // In a folder as well, and by the command that reads it for its plan, even if nothing else was filled in.
    assert!(run("controleer boeken reports").1.contains(&warning));
    assert!(run("vergelijk boeken reports -o uit").1.contains(&warning));
}

#[test]
fn several_actions_own_rows_and_own_columns_are_carried_over_again_and_again() {
    // Row 6 is the header, row 7 the first point, and the last row of the table the last.
    let (folder, _) = with_report(|report| {
        let rows = plan(&report).1;
        let last = 6 + rows.len();
        let id = &rows[0][0];
        let mut report = report;
        for (cell, text) in [
            ("R6", "Geld nodig"),
            ("D7", "Plekken inkopen"),
            ("R7", "10.000 euro"),
            // A second action for the same point, and a row of their own, both at the end of the table.
            (&format!("A{}", last + 1), id),
            (&format!("D{}", last + 1), "Wachtlijst bijhouden"),
            (&format!("J{}", last + 1), "Loopt"),
            (&format!("B{}", last + 2), "Hoe bereiken we jongeren?"),
            (&format!("R{}", last + 2), "Nog niets"),
            (&format!("A{}", last + 3), "Besproken op 9 maart"),
        ] {
            report = typed(&report, PLAN, cell, text);
        }
        with_cell(&report, PLAN, &format!("C{}", last + 2), "t=\"e\"><v>#DIV/0!</v>")
    });
    for round in 1..=2 {
        let printed = done(&folder, AGAIN);
        let expected = format!(
            "2 ingevulde punten, 2 eigen rijen en 1 eigen kolom van het verbeterplan overgenomen uit {REPORT}\n"
        );
        assert!(printed.contains(&expected), "{round}: {printed}");
        let (header, rows) = plan(&folder.read(REPORT));
        assert_eq!(header[10], "Geld nodig");
        let filled = |row: &[String]| [&row[0], &row[1], &row[3], &row[9], &row[10]].map(String::clone);
        assert_eq!(filled(&rows[0])[2..], ["Plekken inkopen", "", "10.000 euro"]);
        assert_eq!(filled(&rows[1])[2..], ["Wachtlijst bijhouden", "Loopt", ""]);
        assert_eq!(rows[0][..3], rows[1][..3], "the same point");
        assert_eq!(rows[0][11..], rows[1][11..], "the same point");
        let [own, last] = &rows[rows.len() - 2..] else {
            panic!("{rows:?}")
        };
        assert_eq!(filled(own), ["", "Hoe bereiken we jongeren?", "", "", "Nog niets"]);
        assert_eq!(own[2], "#DIV/0!");
        assert_eq!(filled(last), ["Besproken op 9 maart", "", "", "", ""]);
        // Saved once more, so that it is read again.
        folder.put(REPORT, pack(&unpack(&folder.read(REPORT))));
    }
}

#[test]
fn a_row_that_people_added_stays_below_its_point() {
    let (folder, _) = with_report(|report| {
        // Between the first point and the next, as a program numbers rows that are inserted.
        changed(&report, PLAN, |xml| {
            let start = xml.find("<row r=\"8\"").unwrap();
            let (before, after) = xml.split_at(start);
            let mut rows = String::new();
            let mut rest = after;
            let mut number = 8;
            while let Some(found) = rest.find(&format!("<row r=\"{number}\"")) {
                rows.push_str(&rest[..found]);
                rest = &rest[found..];
                let tag = rest.find('>').unwrap();
                let end = if rest[..tag].ends_with('/') {
                    tag + 1
                } else {
                    rest.find("</row>").unwrap() + 6
                };
                rows.push_str(&renumbered(&rest[..end], number, number + 1));
                rest = &rest[end..];
                number += 1;
            }
            let added = "<row r=\"8\"><c r=\"K8\" t=\"inlineStr\"><is><t>Eerst dit</t></is></c></row>";
            *xml = format!("{before}{added}{rows}{rest}");
        })
    });
    let printed = done(&folder, AGAIN);
    assert!(
        printed.contains("1 eigen rij van het verbeterplan overgenomen"),
        "{printed}"
    );
    let (_, rows) = plan(&folder.read(REPORT));
    assert_eq!((rows[1][0].as_str(), rows[1][10].as_str()), ("", "Eerst dit"));
    assert!(!rows[2][0].is_empty());
}

fn renumbered(row: &str, from: usize, to: usize) -> String {
    let row = row.replace(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""));
    let cells = row.split("<c r=\"").map(|cell| match cell.split_once('"') {
        Some((address, rest)) if address.ends_with(&from.to_string()) && !address.contains(' ') => {
            let letters = address.trim_end_matches(|c: char| c.is_ascii_digit());
            format!("{letters}{to}\"{rest}")
        }
        _ => cell.to_owned(),
    });
    cells.collect::<Vec<_>>().join("<c r=\"")
}

#[test]
fn what_cannot_be_carried_over_is_reported_cell_by_cell() {
    let (folder, before) = with_report(|report| {
        let mut report = with_cell(&report, PLAN, "D7", "t=\"e\"><f>X!A1</f><v>#REF!</v>");
        report = with_cell(&report, PLAN, "E7", "><f>A1&amp;\" afronden\"</f>");
        report = with_cell(&report, PLAN, "F7", "t=\"e\"><v>#NUM!</v>");
        report = with_cell(&report, PLAN, "G7", "t=\"b\"><v>1</v>");
        report = with_cell(&report, PLAN, "J7", "t=\"e\"><v>#N/A</v>");
        // In a point of ours, in a column that we fill in.
        report = with_cell(&report, PLAN, "B8", "t=\"e\"><v>#NAME?</v>");
        for (sheet, cell, text) in [
            (PLAN, "T7", "Naast de tabel"),
            (PLAN, "O8", "Eigen organisatie"),
            (PLAN, "C1", "Boven de tabel"),
            ("Gespreksagenda", "H3", "Besproken"),
        ] {
            report = typed(&report, sheet, cell, text);
        }
        // A sheet of their own: one of ours of which nothing is left.
        changed(&report, "Matrix", |xml| {
            let (start, end) = (xml.find("<sheetData>").unwrap(), xml.find("</sheetData>").unwrap());
            xml.replace_range(
                start + 11..end,
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Acties</t></is></c></row>",
            );
        })
    });
    let ids: Vec<String> = plan(&before).1.into_iter().map(|row| row[0].clone()).collect();
    let (first, second) = (&ids[0], &ids[1]);
    let printed = done(&folder, AGAIN);
    let expected = format!("{REPORT}
  let op W72  blad 'Verbeterplan', cel D7 ({first}): hier staat de foutwaarde #VERW!; die is overgenomen zoals zij is. Typ in de cel wat er hoort te staan.
  let op W72  blad 'Verbeterplan', cel E7 ({first}): hier staat een formule zonder uitkomst; dat is niet overgenomen, en de cel is nu leeg. Typ in de cel wat er hoort te staan.
  let op W72  blad 'Verbeterplan', cel F7 ({first}): hier staat de foutwaarde #GETAL!; die is overgenomen zoals zij is. Typ in de cel wat er hoort te staan.
  let op W71  blad 'Verbeterplan', cel J7 ({first}): '#N/B' is geen status van het verbeterplan; het punt is gelezen zonder status. Kies 'Niet gestart', 'Loopt', 'Gereed' of 'Vervallen'.
  let op W73  blad 'Verbeterplan', cel T7 ({first}): deze cel staat in een kolom zonder kop; zij is niet overgenomen. Neem haar over uit de vorige versie, en geef de kolom een kop.
  let op W75  blad 'Verbeterplan', cel A1: deze rij is niet zoals ketenscan haar schreef; wat is veranderd of toegevoegd, is niet overgenomen. Kijk in de vorige versie, en neem over wat u nodig hebt.
  let op W75  blad 'Gespreksagenda', cel A3: deze rij is niet zoals ketenscan haar schreef; wat is veranderd of toegevoegd, is niet overgenomen. Kijk in de vorige versie, en neem over wat u nodig hebt.
  let op W76  blad 'Matrix': dit blad is toegevoegd; het is niet overgenomen. Kijk in de vorige versie, en neem over wat u nodig hebt.
  let op W74  blad 'Verbeterplan', cel A8 ({second}): de kolommen die ketenscan zelf vult, zijn hier veranderd; dat is niet overgenomen. Zet eigen tekst in een gele cel, of in een kolom die u toevoegt.
9 waarschuwingen.
1 ingevuld punt van het verbeterplan overgenomen uit {REPORT}
");
    assert_eq!(findings(&printed), expected);
    assert!(folder.read(KEPT) == before);
    let (_, rows) = plan(&folder.read(REPORT));
    assert_eq!(
        rows[0][3..10],
        ["#REF!", "", "#NUM!", "WAAR", "", "", "#N/A"].map(String::from)
    );
    // They are still error values, not texts that look like one.
    let mut report = Xlsx::new(Cursor::new(folder.read(REPORT))).unwrap();
    let cells = report.worksheet_range(PLAN).unwrap();
    for (column, error) in [(3, CellErrorType::Ref), (5, CellErrorType::Num), (9, CellErrorType::NA)] {
        assert_eq!(cells.get_value((6, column)), Some(&Data::Error(error)));
    }
}

#[test]
fn a_merged_cell_counts_for_every_point_that_it_covers() {
    let (folder, _) = with_report(|report| {
        let report = typed(&report, PLAN, "H7", "Beleidsadviseur");
        changed(&report, PLAN, |xml| {
            *xml = xml.replace("</mergeCells>", "<mergeCell ref=\"H7:H8\"/></mergeCells>");
        })
    });
    let printed = done(&folder, AGAIN);
    assert!(
        printed.contains("2 ingevulde punten") && !printed.contains("let op W7"),
        "{printed}"
    );
    let (_, rows) = plan(&folder.read(REPORT));
    assert_eq!([&rows[0][7], &rows[1][7]], ["Beleidsadviseur"; 2]);
}

#[test]
fn a_report_whose_plan_cannot_be_found_is_not_replaced() {
    let (folder, _) = with_report(|report| {
        let header = plan(&report).0;
        let columns = ["D", "E", "F", "G", "H", "I", "J"].iter().zip(&header[3..10]);
        columns.fold(report, |report, (column, header)| {
            typed(
                &report,
                PLAN,
                &format!("{column}6"),
                &header.replace(' ', "-").repeat(2),
            )
        })
    });
    assert_eq!(
        refused(&folder, AGAIN),
        format!(
            "Gestopt: in '{REPORT}' is het verbeterplan niet te vinden; verplaats het, of kies met -o een andere map."
        )
    );
}

#[test]
fn what_is_typed_in_a_comparison_is_reported() {
    let folder = filled_in();
    done(&folder, "vergelijk boeken");
    let place = "reports/vergelijking.xlsx";
    folder.put(place, typed(&folder.read(place), "Samenvatting", "Z3", "Besproken"));
    let printed = done(&folder, "vergelijk boeken --overschrijf");
    let expected = format!(
        "{place}\n  let op W75  blad 'Samenvatting', cel A3: deze rij is niet zoals ketenscan haar schreef; wat is veranderd of toegevoegd, is niet overgenomen. Kijk in de vorige versie, en neem over wat u nodig hebt.\n1 waarschuwing.\n"
    );
    assert!(printed.contains(&expected), "{printed}");
}

#[test]
fn what_people_call_a_column_of_their_own_names_nobody_and_is_never_shared() {
    let column = "Bellen met mevrouw Voorbeeld";
    let (folder, _) = with_report(|report| typed(&typed(&report, PLAN, "R6", column), PLAN, "R7", "Maandag"));
    let printed = done(&folder, AGAIN);
    let expected = format!("1 ingevuld punt en 1 eigen kolom van het verbeterplan overgenomen uit {REPORT}\n");
    assert!(printed.contains(&expected), "{printed}");
    assert_eq!(plan(&folder.read(REPORT)).0[10], "Bellen met •••");

    let folder = filled_in();
    done(&folder, "rapport boeken --delen");
    folder.put(REPORT, typed(&folder.read(REPORT), PLAN, "R6", column));
    // The plan of a shared report has no columns to fill in: what was typed is named and kept, and not carried over.
    let printed = done(&folder, "rapport boeken --delen --overschrijf");
    assert!(
        printed.contains("(vorige ") && printed.contains("niet overgenomen") && !printed.contains("overgenomen uit"),
        "{printed}"
    );
    let (plan, _) = plan(&folder.read(REPORT));
    assert!(!plan.iter().any(|header| header.contains("Bellen")), "{plan:?}");
}
