//! What `voortgang` cannot follow, and what other commands say of it.

use ketenscan_testing::markdown::municipal;
use serde_json::json as value;

use super::*;

fn workbook() -> Vec<u8> {
    municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3,5 |")
}

fn last_line(run: &Run) -> &str {
    run.stderr.trim_end().rsplit('\n').next().unwrap_or_default()
}

#[test]
fn only_a_report_has_a_plan() {
    let folder = Folder::with(&[
        ("boeken/duinstad.xlsx", workbook()),
        ("boeken/notulen.txt", b"notulen".to_vec()),
    ]);
    let run = follow(&folder, "boeken/duinstad.xlsx");
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stderr,
        "boeken/duinstad.xlsx\n  fout R21  dit is geen rapport, en dus zonder verbeterplan. Wijs het rapport aan waarin het \
         verbeterplan is ingevuld, of de map waarin het staat.\n1 fout.\n"
    );
    let run = follow(&folder, "boeken");
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert_eq!(
        last_line(&run),
        "Gestopt: in de invoer staat geen rapport met een verbeterplan; noem het rapport, bijvoorbeeld \
         reports/voorbeeldland-2026.xlsx."
    );
    // Faulty workbooks beside a report do not matter.
    folder.put("boeken/rapport.xlsx", report());
    folder.put("boeken/kapot.xlsx", &report()[..2_000]);
    let run = follow(&folder, "boeken");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("kapot.xlsx\n  let op W04"), "{}", run.stderr);
}

#[test]
fn a_column_without_its_header_is_not_taken_for_empty() {
    let plan = filled(
        &report(),
        [
            ("H6", "Wie"),
            ("I6", "Klaar op"),
            ("D7", "Plekken inkopen"),
            ("I7", "1-7-2027"),
        ],
    );
    let folder = Folder::with(&[(REPORT, plan)]);
    let run = follow(&folder, REPORT);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert!(
        run.stderr.contains(
            "fout W84  blad 'Verbeterplan', cel A6: boven geen kolom van het verbeterplan staat 'Eigenaar (functie)' en 'Gereed op'."
        ),
        "{}",
        run.stderr
    );
    assert!(!run.stdout.contains("Nog geen datum"), "{}", run.stdout);
}

#[test]
fn who_is_not_known_yet_is_no_owner() {
    let plan = filled(
        &report(),
        [
            ("D7", "Plekken inkopen"),
            ("H7", "n.t.b."),
            ("D8", "Bellen"),
            ("H8", "-"),
        ],
    );
    let folder = Folder::with(&[(REPORT, plan)]);
    let (found, _) = json(&folder, REPORT);
    let owners: Vec<_> = found["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| &point["owner"])
        .collect();
    assert_eq!(owners, [&value!(null), &value!(null)], "{found}");
}

#[test]
fn nothing_is_overwritten_unless_asked_for() {
    let folder = Folder::with(&[
        (REPORT, report()),
        ("reports/voorbeeldland-2026-voortgang.html", b"van ons".to_vec()),
    ]);
    let before = folder.contents();
    let run = follow(&folder, &format!("{REPORT}|--html|--json"));
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(folder.contents() == before);
    let run = follow(&folder, &format!("{REPORT}|--json"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        last_line(&run)
            .starts_with("Van een eerdere keer, en nu niet vernieuwd: reports/voorbeeldland-2026-voortgang.html."),
        "{}",
        run.stderr
    );
    assert_eq!(follow(&folder, &format!("{REPORT}|--html|--overschrijf")).status, 0);
    assert!(folder.read(REPORT) == report());
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let folder = Folder::with(&[(REPORT, report())]);
    for day in ["2027-02-29", "1-4-2027", "2027-4-1", "vandaag"] {
        let run = folder.run_with(&["voortgang", REPORT, "--datum", day]);
        assert_eq!(run.status, 2, "{day}");
        assert!(run.stderr.contains("schrijf een dag als 2027-04-01"), "{}", run.stderr);
    }
    // No questionnaire is needed.
    let run = folder.run_fixture(&format!("voortgang {REPORT}"));
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("'voortgang' leest alleen het verbeterplan in een rapport"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_comparison_of_a_report_alone_points_here() {
    let folder = Folder::with(&[(REPORT, report())]);
    let run = folder.run(&format!("vergelijk {REPORT}"));
    assert_eq!(run.status, 2);
    assert_eq!(
        last_line(&run),
        "Gestopt: in de invoer staat geen ingevuld werkboek, alleen een rapport. Hoe ver het verbeterplan van een rapport is, \
         toont 'ketenscan voortgang'."
    );
}
