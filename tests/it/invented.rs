//! What the demo invented is used on its own, or by whoever adds to it: never beside what people filled in elsewhere.

use ketenscan::questionnaire::{Questionnaire, builtin};
use ketenscan::workbook::template;
use ketenscan_testing::demo;

use crate::folder::Folder;
use crate::parts::{part, written};

/// Workbooks of the demo in this folder of `reports`.
fn invent(folder: &Folder, asked: &Questionnaire, place: &str) {
    for (name, order) in demo::orders(asked).into_iter().take(2) {
        folder.put(
            &format!("reports/{place}/{name}"),
            template::write(asked, &order).unwrap(),
        );
    }
}

#[test]
fn workbooks_and_reports_of_the_demo_are_passed_over_beside_others() {
    let asked = builtin();
    let folder = Folder::new();
    invent(&folder, &asked, "demo");
    let alone = folder.run("rapport reports/demo -o reports");
    assert_eq!(
        (alone.status, alone.stderr.contains("W83")),
        (0, false),
        "{}",
        alone.stderr
    );
    assert!(folder.path("reports/voorbeeldland-2026.xlsx").exists());

    folder.put(
        "post/duinstad.xlsx",
        written(&asked, part(&asked, "adviseur", |_, _| true)),
    );
    let run = folder.run("exporteer post reports -o uit --formaat csv");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let note = "reports/demo/duinstad-gemeente.xlsx\n  ter info W83  wat de demo verzon, is overgeslagen: 2 werkboeken en 1 rapport (2 in 'reports/demo' en 1 in 'reports'). Wilt u oefenen met de demo, kies dan alleen bestanden van de demo.\n";
    assert!(run.stderr.contains(note), "{}", run.stderr);
    assert_eq!(run.stderr.matches("W83").count(), 1);
    assert!(
        folder
            .names()
            .iter()
            .filter(|name| name.starts_with("uit/"))
            .all(|name| name.contains("Proefregio"))
    );
    let run = folder.run("controleer post reports");
    assert!(!run.stdout.contains("reports/"), "{}", run.stdout);
}

#[test]
fn two_demos_beside_a_report_do_not_stop_what_looks_back() {
    let asked = builtin();
    let folder = Folder::with(&[(
        "post/duinstad.xlsx",
        written(&asked, part(&asked, "adviseur", |_, _| true)),
    )]);
    assert_eq!(folder.run("rapport post").status, 0);
    invent(&folder, &asked, "demo");
    invent(&folder, &asked, "oefening");
    let run = folder.run("sjabloon --regio Proefregio --jaar 2027 --gemeente Duinstad --vorige post --vorige reports");
    assert_eq!((run.status, run.stderr.contains("fout ")), (0, false), "{}", run.stderr);
    let run = folder.run("sjabloon --regio Proefregio --jaar 2028 --gemeente Duinstad --vorige reports");
    assert_eq!((run.status, run.stderr.contains("fout ")), (0, false), "{}", run.stderr);
}

#[test]
fn who_adds_a_workbook_to_the_demo_keeps_all_of_it() {
    let asked = builtin();
    let folder = Folder::new();
    invent(&folder, &asked, "demo");
    let made = folder.run("sjabloon --regio Voorbeeldland --jaar 2027 --gemeente Duinstad -o reports/demo");
    assert_eq!(made.status, 0, "{}", made.stderr);
    let run = folder.run("controleer reports/demo");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let note = "ter info W83  wat de demo verzon, telt mee naast andere werkboeken van dezelfde regio: 2 werkboeken (2 in 'reports/demo'). Is dit geen oefening, haal dan weg wat van de demo is.\n";
    assert!(run.stderr.contains(note), "{}", run.stderr);
    assert!(run.stdout.contains("duinstad-gemeente.xlsx"), "{}", run.stdout);
}
