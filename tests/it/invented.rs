//! What the demo invented is recognised among what people filled in.

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
fn workbooks_and_reports_of_the_demo_among_others_are_named() {
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
    let warning = "reports/demo/duinstad-gemeente.xlsx\n  let op W83  naast andere bestanden staat hier ook wat de demo verzon, en dat telt mee: 2 werkboeken en 1 rapport (2 in 'reports/demo' en 1 in 'reports'). Oefent u niet met de demo, haal dan weg wat daarvan is, of wijs andere mappen aan.\n";
    assert!(run.stderr.contains(warning), "{}", run.stderr);
    assert_eq!(run.stderr.matches("W83").count(), 1);
    let written = folder.names();
    for region in ["proefregio", "voorbeeldland"] {
        assert!(
            written
                .iter()
                .any(|name| name.starts_with("uit/") && name.contains(region)),
            "{written:?}"
        );
    }
}
