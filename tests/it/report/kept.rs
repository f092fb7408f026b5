//! What `rapport` keeps, replaces and leaves out, run as a user would.

use crate::folder::Folder;
use ketenscan_testing::markdown::{municipal, regional};
use ketenscan_testing::package::{pack, unpack};

use ketenscan::plan::FIELDS;
use ketenscan::workbook::read::read_plan;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const REPORT: &str = "reports/flevoland-2030.xlsx";

fn filled_in() -> Folder {
    let answers = "# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n| BES-01 | 1 | Eigen woorden |";
    Folder::with(&[
        ("boeken/duinstad.xlsx", municipal(answers)),
        ("boeken/regio.xlsx", regional("")),
    ])
}

/// The plan part of one of our reports, with this text filled in for this row.
fn report_with_plan(id: &str, to_do: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let plan = book.add_worksheet();
    plan.write_row(0, 0, ["ID"].into_iter().chain(FIELDS)).unwrap();
    plan.write_row(1, 0, [id, to_do]).unwrap();
    let date = ExcelDateTime::from_ymd(2027, 3, 9).unwrap();
    let format = Format::new().set_num_format("dd-mm-yyyy");
    plan.write_datetime_with_format(1, 6, &date, &format).unwrap();
    let meta = book.add_worksheet().set_name("_meta").unwrap();
    for (row, (key, value)) in (0..).zip([("format", "ketenscan/1"), ("kind", "rapport")]) {
        meta.write_row(row, 0, [key, value]).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_plan_that_people_filled_in_survives_the_next_report() {
    let folder = filled_in();
    folder.put(REPORT, report_with_plan("BES-01", "Plekken inkopen"));
    let run = folder.run_fixture("rapport boeken");
    assert_eq!(run.status, 2, "nothing is overwritten unasked: {}", run.stderr);
    let run = folder.run_fixture("rapport boeken --overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let printed = format!("1 ingevuld punt van het verbeterplan overgenomen uit {REPORT}\n");
    assert!(run.stderr.contains(&printed), "{}", run.stderr);
    let plan = read_plan(&folder.read(REPORT)).unwrap();
    let kept: Vec<(&str, &str)> = plan
        .iter()
        .map(|entry| (entry.id.as_str(), entry.fields[0].as_str()))
        .collect();
    assert_eq!(kept, [("BES-01", "Plekken inkopen")]);
    assert_eq!(plan[0].fields[5], "09-03-2027", "a date typed as Gereed op is kept");
}

#[test]
fn what_is_shown_in_a_plan_is_carried_over_and_what_is_not_is_named() {
    let mut book = Workbook::new();
    let plan = book.add_worksheet().set_name("Verbeterplan").unwrap();
    plan.write_row(0, 0, ["ID"].into_iter().chain(FIELDS)).unwrap();
    let percentage = Format::new().set_num_format("0%");
    let strikes = Format::new().set_font_strikethrough();
    plan.write(1, 0, "BES-01").unwrap();
    plan.write_with_format(1, 1, 0.8, &percentage).unwrap();
    plan.write_with_format(1, 2, "Afgevallen", &strikes).unwrap();
    plan.merge_range(1, 3, 2, 3, "Beide", &Format::new()).unwrap();
    plan.write_rich_string(1, 4, &[(&strikes, "Oud"), (&Format::new(), " Nieuw")])
        .unwrap();
    plan.write(2, 0, "BES-02").unwrap();
    plan.write(2, 1, 2027).unwrap();
    let meta = book.add_worksheet().set_name("_meta").unwrap();
    for (row, (key, value)) in (0..).zip([("format", "ketenscan/1"), ("kind", "rapport")]) {
        meta.write_row(row, 0, [key, value]).unwrap();
    }
    let folder = filled_in();
    folder.put(REPORT, book.save_to_buffer().unwrap());
    let run = folder.run_fixture("rapport boeken --overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let warning =
        "let op W17  blad 'Verbeterplan', cel C2 (BES-01): wat in deze cel staat, is doorgehaald; het is niet gelezen.";
    assert!(run.stderr.contains(warning), "{}", run.stderr);
    let plan = read_plan(&folder.read(REPORT)).unwrap();
    let kept: Vec<&[String]> = plan.iter().map(|entry| &entry.fields[..4]).collect();
    assert_eq!(kept, [["80%", "", "Beide", "Nieuw"], ["2027", "", "Beide", ""]]);
}

#[test]
fn personal_data_in_a_plan_is_redacted_when_carried_over() {
    let folder = filled_in();
    folder.put(
        REPORT,
        report_with_plan("BES-01", "Bellen met mevrouw Voorbeeld, 06-12345678"),
    );
    let run = folder.run_fixture("rapport boeken --overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let printed = format!(
        "{REPORT}\n  let op W60  blad 'Sheet1', cel B2 (BES-01): hier staat wat lijkt op een telefoonnummer en een naam van een persoon. Noem liever een functie of organisatie. Wordt het plan overgenomen, dan komt op die plek •••.\n1 waarschuwing.\n"
    );
    assert!(run.stderr.contains(&printed), "{}", run.stderr);
    let plan = read_plan(&folder.read(REPORT)).unwrap();
    assert_eq!(plan[0].fields[0], "Bellen met •••, •••");
    assert_eq!(
        plan[0].fields[5], "09-03-2027",
        "a date typed as Gereed op is no date of birth"
    );
}

#[test]
fn a_workbook_that_may_be_a_damaged_report_is_not_overwritten_even_when_asked() {
    let folder = filled_in();
    folder.put(REPORT, "PK afgebroken");
    let run = folder.run_fixture("rapport boeken --overschrijf");
    let expected = format!(
        "Gestopt: '{REPORT}' is geen rapport van ketenscan dat gelezen kan worden; verplaats het, of kies met -o een andere map.\n"
    );
    assert_eq!(run.status, 2);
    assert!(run.stderr.ends_with(&expected), "{}", run.stderr);
    assert_eq!(folder.text(REPORT), "PK afgebroken");
}

#[test]
fn a_plan_with_a_cell_that_cannot_be_read_is_not_overwritten_even_when_asked() {
    let folder = filled_in();
    let mut parts = unpack(&report_with_plan("BES-01", "Plekken inkopen"));
    let (_, sheet) = parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
    let text = String::from_utf8(sheet.clone()).unwrap();
    let (before, rest) = text.split_once("<c r=\"B2\"").unwrap();
    let (_, after) = rest.split_once("</c>").unwrap();
    *sheet = format!("{before}<c r=\"B2\" t=\"s\"><v>-1</v></c>{after}").into_bytes();
    let before = pack(&parts);
    folder.put(REPORT, &before);
    let run = folder.run_fixture("rapport boeken --overschrijf");
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(folder.read(REPORT) == before);
}

#[test]
fn a_report_for_sharing_never_replaces_a_filled_in_plan() {
    let folder = filled_in();
    let before = report_with_plan("BES-01", "Plekken inkopen");
    folder.put(REPORT, &before);
    let run = folder.run_fixture("rapport boeken --delen --overschrijf");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("kies met -o een andere map voor de uitgave om te delen"),
        "{}",
        run.stderr
    );
    assert!(folder.read(REPORT) == before);
}

#[test]
fn a_report_for_sharing_replaces_another_one_but_no_ordinary_report() {
    let folder = filled_in();
    let made = folder.run_fixture("rapport boeken");
    assert_eq!(made.status, 0, "{}", made.stderr);
    let before = folder.read(REPORT);
    let run = folder.run_fixture("rapport boeken --delen --overschrijf");
    let expected = format!(
        "Gestopt: '{REPORT}' is een gewoon rapport, met namen en herkomst; kies met -o een andere map voor de uitgave om te delen.\n"
    );
    assert_eq!(run.status, 2);
    assert!(run.stderr.ends_with(&expected), "{}", run.stderr);
    assert!(folder.read(REPORT) == before);

    for arguments in [
        "rapport boeken --delen -o delen",
        "rapport boeken --delen -o delen --overschrijf",
    ] {
        let run = folder.run_fixture(arguments);
        assert_eq!(run.status, 0, "{arguments}: {}", run.stderr);
    }
}

#[test]
fn a_report_for_sharing_names_no_municipality() {
    let folder = filled_in();
    let run = folder.run_fixture("rapport boeken --delen --json --stil -o delen");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let json = folder.text("delen/flevoland-2030.json");
    assert!(
        !json.contains("Duinstad") && json.contains("\"municipalities\": []"),
        "{json}"
    );
    assert!(!run.stdout.contains("Duinstad"), "{}", run.stdout);
}

#[test]
fn a_workbook_with_answers_is_never_lost_to_a_blank_one() {
    let folder = Folder::new();
    folder.put(
        "flevoland-2030/duinstad-gemeente.xlsx",
        municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |"),
    );
    let before = folder.read("flevoland-2030/duinstad-gemeente.xlsx");
    let run = folder.run_fixture("sjabloon --regio Flevoland --jaar 2030 --gemeente Duinstad --overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let kept = folder.names().into_iter().find(|name| name.contains(" (vorige "));
    assert!(folder.read(&kept.expect("it is kept")) == before, "{}", run.stderr);
    assert!(
        folder
            .names()
            .contains(&"flevoland-2030/flevoland-regio.xlsx".to_owned())
    );
}
