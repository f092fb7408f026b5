//! Opened with folders or files instead of called, at a terminal.

use super::at_a_terminal;
use crate::folder::Folder;
use crate::programs::KETENSCAN;

fn demo() -> Folder {
    let folder = Folder::new();
    let run = folder.run("demo --stil -o demo");
    assert_eq!(run.status, 0, "{}", run.stderr);
    folder
}

#[test]
#[ignore = "needs `script` of util-linux"]
fn a_folder_is_checked_and_the_report_made_if_somebody_says_yes() {
    let folder = demo();
    let dropped = "demo/ingevuld/voorbeeldland-2026";
    let open = |answer| {
        at_a_terminal(
            &format!("{KETENSCAN} {dropped}"),
            &folder.path(""),
            &[("op Enter.", answer)],
        )
    };
    let made = "demo/ingevuld/reports/voorbeeldland-2026.xlsx";

    let shown = open("");
    assert!(shown.contains("Klopt dit? Voorbeeldland 2026"), "{shown}");
    let place = folder.path("demo/ingevuld/reports");
    let question = format!("Het rapport maken in de map {}?", place.display());
    assert!(shown.contains(&question), "{shown}");
    assert!(!folder.path(made).exists(), "nobody said yes");

    // The second time, the report that is there is replaced.
    for _ in 0..2 {
        let shown = open("j");
        assert!(shown.contains("Geschreven: ") && folder.path(made).exists(), "{shown}");
    }
}

#[test]
#[ignore = "needs `script` of util-linux"]
fn no_report_is_offered_if_something_is_wrong() {
    let folder = Folder::with(&[("post/brief.txt", b"Hallo".to_vec())]);
    let shown = at_a_terminal(&format!("{KETENSCAN} post"), &folder.path(""), &[]);
    assert!(shown.contains("geen werkboek van ketenscan"), "{shown}");
    for said in ["Herstel wat hierboven fout heet", "Het rapport maken"] {
        assert!(!shown.contains(said), "there is no workbook: {shown}");
    }
    folder.put("post/stuk.xlsx", b"PK");
    let shown = at_a_terminal(&format!("{KETENSCAN} post/stuk.xlsx"), &folder.path(""), &[]);
    assert!(shown.contains("Herstel wat hierboven fout heet"), "{shown}");
    assert!(!shown.contains("Het rapport maken"), "{shown}");
}

#[test]
#[ignore = "needs `script` of util-linux"]
fn of_a_report_the_plan_is_followed() {
    let folder = demo();
    let run = folder.run("rapport demo/ingevuld/voorbeeldland-2026 --stil -o reports");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for dropped in ["reports", "reports/voorbeeldland-2026.xlsx"] {
        let shown = at_a_terminal(&format!("{KETENSCAN} {dropped}"), &folder.path(""), &[]);
        assert!(shown.contains("Dit is een rapport, geen ingevuld werkboek."), "{shown}");
        assert!(
            shown.contains("Voorbeeldland 2026") && !shown.contains("Gestopt"),
            "{shown}"
        );
        assert!(!shown.contains("Het rapport maken"), "{shown}");
    }
}

#[test]
fn without_a_terminal_a_folder_is_no_command() {
    let folder = Folder::with(&[("post/brief.txt", b"Hallo".to_vec())]);
    let run = folder.run("post");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.starts_with("'post' is geen bekende opdracht."),
        "{}",
        run.stderr
    );
}
