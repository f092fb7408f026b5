//! An earlier copy of the same report: which of two is earlier, and what moved in between.

use serde_json::json;

use super::*;

const KEPT: &str = "reports/voorbeeldland-2026 (vorige 2026-11-26).xlsx";

fn before() -> Vec<u8> {
    let typed = [
        ("D7", "Plekken inkopen"),
        ("H7", "Jurist"),
        ("J7", "Niet gestart"),
        ("D8", "Lijst maken"),
        ("I8", "1-3-2027"),
        ("J8", "Loopt"),
        ("D9", "Vervalt weer"),
        ("D10", "Blijft"),
    ];
    filled(&report(), typed)
}

fn now() -> Vec<u8> {
    let typed = [
        ("D7", "Plekken inkopen"),
        ("H7", "Wethouder"),
        ("J7", "Loopt"),
        ("D8", "Lijst maken en sturen"),
        ("I8", "1 juli 2027"),
        ("J8", "Loopt"),
        ("D10", "Blijft"),
        ("D11", "Nieuw"),
    ];
    filled(&report(), typed)
}

#[test]
fn a_kept_version_that_is_named_shows_what_moved() {
    let folder = Folder::with(&[(KEPT, before()), (REPORT, now())]);
    let ids = ids(&report());
    // In either order.
    for arguments in [format!("{REPORT}|{KEPT}"), format!("{KEPT}|{REPORT}")] {
        let (found, run) = json(&folder, &arguments);
        let since = &found["since"];
        assert_eq!(since["file"], KEPT);
        assert_eq!(found["file"], REPORT);
        let moves: Vec<_> = since["moves"]
            .as_array()
            .unwrap()
            .iter()
            .map(|moved| {
                json!([
                    moved["id"],
                    moved["kind"],
                    moved["status"],
                    moved["ready_by"],
                    moved["owner"]
                ])
            })
            .collect();
        assert_eq!(
            moves,
            [
                json!([ids[0], "changed", {"from": "not_started", "to": "under_way"}, null, {"from": "Jurist", "to": "Wethouder"}]),
                json!([ids[1], "changed", null, {"from": "1-3-2027", "to": "1 juli 2027"}, null]),
                json!([ids[4], "new", null, null, null]),
                json!([ids[2], "gone", null, null, null]),
            ]
        );
        let words = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, said) = words
            .split_once("Veranderd sinds reports/voorbeeldland-2026 (vorige 2026-11-26).xlsx ")
            .unwrap();
        assert!(
            said.contains("status: van Niet gestart naar Loopt; eigenaar: van Jurist naar Wethouder"),
            "{said}"
        );
        assert!(said.contains("gereed op: van 1-3-2027 naar 1 juli 2027"), "{said}");
    }
    // In a folder it is passed over, as everywhere.
    let (found, run) = json(&folder, "reports");
    assert_eq!(found["since"], serde_json::Value::Null);
    assert!(
        run.stderr.contains("1 bewaarde vorige versie overgeslagen."),
        "{}",
        run.stderr
    );
}

#[test]
fn of_two_copies_the_one_that_was_saved_last_counts() {
    let earlier = saved(&before(), "2026-12-01T10:00:00Z");
    let later = saved(&now(), "2027-03-01T10:00:00Z");
    let folder = Folder::with(&[("archief/z.xlsx", earlier), (REPORT, later)]);
    let (found, _) = json(&folder, "archief|reports");
    assert_eq!(
        (&found["file"], &found["since"]["file"]),
        (&json!(REPORT), &json!("archief/z.xlsx"))
    );
}

#[test]
fn a_report_as_made_is_not_before_what_was_saved_that_day() {
    let saved_by_somebody = saved(&before(), "2026-12-01T10:00:00Z");
    let made = saved(&now(), "2026-12-01T00:00:00Z");
    let folder = Folder::with(&[("kopie/a.xlsx", saved_by_somebody), (REPORT, made)]);
    let run = follow(&folder, "kopie|reports");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("fout R22"), "{}", run.stderr);
}

#[test]
fn copies_of_which_the_order_is_not_known_are_an_error_unless_they_are_equal() {
    let folder = Folder::with(&[("archief/a.xlsx", before()), (REPORT, now())]);
    let run = follow(&folder, "archief|reports");
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains(
            "fout R22  ook 'archief/a.xlsx' is het rapport van Voorbeeldland 2026, en nergens staat welk van de twee het laatst is bewaard."
        ),
        "{}",
        run.stderr
    );
    folder.put("archief/a.xlsx", now());
    let (found, _) = json(&folder, "archief|reports");
    assert_eq!(found["since"]["moves"], json!([]));
}

#[test]
fn a_third_copy_is_named_and_does_not_count() {
    let oldest = "reports/voorbeeldland-2026 (vorige 2026-11-03).xlsx";
    let folder = Folder::with(&[(oldest, report()), (KEPT, before()), (REPORT, now())]);
    let (found, run) = json(&folder, &format!("{oldest}|{REPORT}|{KEPT}"));
    assert_eq!(found["since"]["file"], KEPT);
    let said =
        format!("{oldest}\n  let op R23  '{REPORT}' is vergeleken met '{KEPT}'; deze nog oudere versie telt niet mee.");
    assert!(run.stderr.contains(&said), "{}", run.stderr);
}
