//! Two shared reports laid beside each other show what whoever came in between answered. That cannot be taken back, so
//! it is said before the second is written.

use crate::folder::Folder;
use ketenscan::questionnaire::builtin;
use ketenscan::workbook::template;
use ketenscan_testing::demo;

/// The demo's workbooks; those of `left_out` in a folder of their own.
fn folder(left_out: &str) -> Folder {
    let questionnaire = builtin();
    let folder = Folder::new();
    let mut orders = demo::orders(&questionnaire);
    orders.retain(|(name, _)| name.ends_with("gemeente.xlsx") || name.ends_with("regio.xlsx"));
    for (name, order) in orders {
        let place = if name.contains(left_out) { "later" } else { "boeken" };
        let name = name.rsplit('/').next().expect("a name");
        folder.put(
            &format!("{place}/{name}"),
            template::write(&questionnaire, &order).expect("a workbook"),
        );
    }
    folder
}

#[test]
fn another_response_than_in_an_earlier_shared_report_is_said() {
    let folder = folder("veenwold");
    let first = folder.run("rapport boeken --delen -o delen");
    assert_eq!(first.status, 0, "{}", first.stderr);
    assert!(!first.stderr.contains("R20"), "{}", first.stderr);
    std::fs::rename(
        folder.path("delen/voorbeeldland-2026.xlsx"),
        folder.path("delen/mei.xlsx"),
    )
    .expect("renamed");

    let same = folder.run("rapport boeken --delen -o delen");
    assert!(same.status == 0 && !same.stderr.contains("R20"), "{}", same.stderr);

    let other = folder.run("rapport boeken later --delen -o delen --overschrijf");
    assert_eq!(other.status, 0, "{}", other.stderr);
    let said = "R20  dit is een eerdere uitgave om te delen van Voorbeeldland 2026, met 4 van de 6 gemeenten; de nieuwe heeft er 5 van de 6 gemeenten. Deel er maar één van: wie ze naast elkaar legt, kan zien wat iemand antwoordde die erbij kwam, wegviel of een antwoord veranderde.";
    for file in ["delen/mei.xlsx", "delen/voorbeeldland-2026.xlsx"] {
        assert!(
            other.stderr.contains(&format!("{file}\n  let op {said}")),
            "{}",
            other.stderr
        );
    }
    let warned = other.stderr.find("R20").expect("a warning");
    assert!(
        other.stderr.find("Geschreven").expect("a report") > warned,
        "{}",
        other.stderr
    );
}

#[test]
fn other_figures_of_as_many_municipalities_are_said_too() {
    let folder = folder("geen");
    let questionnaire = builtin();
    let partner = |votes: bool| {
        let mut orders = demo::orders(&questionnaire).into_iter();
        let wanted = orders.find(|(name, _)| name.ends_with("veilig-thuis.xlsx"));
        let (_, mut order) = wanted.expect("an order");
        let filled = order.filled.as_mut().expect("answers");
        assert!(!filled.priorities.is_empty());
        filled.priorities.retain(|_| votes);
        folder.put(
            "boeken/partner.xlsx",
            template::write(&questionnaire, &order).expect("a workbook"),
        );
    };
    assert_eq!(folder.run("rapport boeken --delen -o delen").status, 0);

    // The answers of a single partner show nowhere: there is nothing to see between the two.
    partner(false);
    let same = folder.run("rapport boeken --delen -o delen --overschrijf");
    assert!(same.status == 0 && !same.stderr.contains("R20"), "{}", same.stderr);

    // What it votes for is counted with the others' votes, and shows as the difference.
    partner(true);
    let other = folder.run("rapport boeken --delen -o delen --overschrijf");
    assert_eq!(other.status, 0, "{}", other.stderr);
    let said = "delen/voorbeeldland-2026.xlsx\n  let op R20  dit is een eerdere uitgave om te delen van Voorbeeldland 2026, en wat erin staat is niet gelijk aan de nieuwe. Deel er maar één van: wie ze naast elkaar legt, kan zien wat iemand antwoordde die erbij kwam, wegviel of een antwoord veranderde.\n";
    assert!(other.stderr.contains(said), "{}", other.stderr);
}

#[test]
fn municipalities_cannot_be_weighed_by_inhabitants() {
    let folder = folder("geen");
    let run = folder.run("rapport boeken --delen --weging inwoners -o delen");
    assert_eq!(run.status, 2, "{}", run.stderr);
    let said = "in een uitgave om te delen telt elke gemeente even zwaar: tellen zij naar inwoners, dan verraden dekking en bereik hoeveel inwoners een gemeente heeft, en daarmee welke gemeente het is; laat --weging inwoners weg";
    assert!(run.stderr.contains(said), "{}", run.stderr);
    assert!(!folder.path("delen").exists());
}
