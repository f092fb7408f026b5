//! Ten points of which it is known beforehand in which lists they belong.

use serde_json::{Value, json};

use super::*;

/// The columns of a plan.
const COLUMNS: [&str; 6] = ["A", "B", "D", "H", "I", "J"];

/// What is typed for each of ten points: ID or question if people add them, what to do, owner, date, status. The first eight
/// belong to the first eight questions, the ninth is a second action for the second, and the tenth is people's own.
const POINTS: [[&str; 5]; 10] = [
    [
        "",
        "Plekken inkopen",
        "Beleidsadviseur centrumgemeente",
        "1 maart 2027",
        "Loopt",
    ],
    ["", "Lijst maken", "Coördinator inkoop", "31-03-2027", "Niet gestart"],
    ["", "Website aanpassen", "Manager Veilig Thuis", "1 april 2027", "Loopt"],
    ["", "Rooster maken", "", "Q2 2027", "Loopt"],
    ["", "", "Programmamanager GGD", "", "Niet gestart"],
    ["", "Opdracht geven", "Manager Veilig Thuis", "eind 2026", "Gereed"],
    ["", "Wacht op de visie", "", "", "Vervallen"],
    ["", "Bespreken", "coördinator inkoop", "na de zomer", "Bezig"],
    ["", "Tweede actie", "mw. Voorbeeld", "juli 2027", ""],
    ["Hoe bereiken we jongeren?", "Vragen", "GGD", "1-1-2027", "Loopt"],
];

/// The cells to type the points in, with what is typed.
pub(super) fn cells(report: &[u8]) -> Vec<(String, String)> {
    let ids = ids(report);
    let last = FIRST + ids.len() - 1;
    let mut cells = Vec::new();
    for (index, [about, rest @ ..]) in POINTS.iter().enumerate() {
        let row = if index < 8 { FIRST + index } else { last + index - 7 };
        let id = if index == 8 { ids[1].as_str() } else { "" };
        let texts = [id, about].into_iter().chain(rest.iter().copied());
        let texts = COLUMNS.iter().zip(texts).filter(|(_, text)| !text.is_empty());
        cells.extend(texts.map(|(column, text)| (format!("{column}{row}"), text.to_owned())));
    }
    cells
}

/// What is expected of the ten points on 1 April 2027.
#[track_caller]
pub(super) fn expect(found: &Value, ids: &[String]) {
    let lists = [
        ("overdue", vec![10, 1, 2]),
        ("without_owner", vec![4]),
        ("without_date", vec![5, 8]),
        ("not_started", vec![2, 5]),
        ("under_way", vec![1, 3, 4, 10]),
        ("done", vec![6]),
        ("dropped", vec![7]),
        ("without_status", vec![8, 9]),
    ];
    for (list, numbers) in lists {
        assert_eq!(found[list], json!(numbers), "{list}");
    }
    assert_eq!(
        found["owners"],
        json!([
            {"name": "Beleidsadviseur centrumgemeente", "points": [1]},
            {"name": "Coördinator inkoop", "points": [2, 8]},
            {"name": "GGD", "points": [10]},
            {"name": "Manager Veilig Thuis", "points": [3, 6]},
            {"name": "Programmamanager GGD", "points": [5]},
            {"name": "•••", "points": [9]},
            {"name": null, "points": [4, 7]},
        ])
    );
    let steps = found["steps"].as_array().unwrap();
    let in_steps: usize = steps.iter().map(|step| step["points"].as_array().unwrap().len()).sum();
    assert_eq!(in_steps, 10);
    assert_eq!(*steps.last().unwrap(), json!({"name": null, "points": [10]}));
    let points = found["points"].as_array().unwrap();
    let of: Vec<&Value> = points.iter().map(|point| &point["id"]).collect();
    let mut expected: Vec<Value> = ids[..8].iter().map(|id| json!(id)).collect();
    expected.extend([json!(ids[1]), Value::Null]);
    assert_eq!(of, expected.iter().collect::<Vec<_>>());
    assert_eq!(points[8]["name"], points[1]["name"], "two actions of one question");
    let due: Vec<&Value> = points.iter().map(|point| &point["due"]).collect();
    let day = |text: &str| json!(text);
    let expected = [
        day("2027-03-01"),
        day("2027-03-31"),
        day("2027-04-01"),
        day("2027-06-30"),
        Value::Null,
        day("2026-12-31"),
        Value::Null,
        Value::Null,
        day("2027-07-31"),
        day("2027-01-01"),
    ];
    assert_eq!(due, expected.iter().collect::<Vec<_>>());
    assert_eq!(found["untouched"], json!(ids.len() - 8));
    assert_eq!(found["since"], Value::Null);
}

fn folder() -> (Folder, Vec<String>) {
    let report = report();
    let cells = cells(&report);
    let cells = cells.iter().map(|(cell, text)| (cell.as_str(), text.as_str()));
    (Folder::with(&[(REPORT, filled(&report, cells))]), ids(&report))
}

#[test]
fn ten_points_are_in_the_lists_where_they_belong() {
    let (folder, ids) = folder();
    let before = folder.read(REPORT);
    let (found, run) = json(&folder, REPORT);
    expect(&found, &ids);
    assert!(folder.read(REPORT) == before, "the report is never touched");
    let last = FIRST + ids.len() - 1;
    let (eighth, second) = (&ids[7], &ids[1]);
    assert_eq!(
        run.stderr,
        format!(
            "{REPORT}
  let op W80  blad 'Verbeterplan', cel I14 ({eighth}): 'na de zomer' is geen datum die te lezen is; het punt is gelezen zonder datum. Typ een dag of een tijd met een jaartal, zoals 1-7-2027, 'juli 2027', 'Q3 2027' of 'eind 2027'.
  let op W71  blad 'Verbeterplan', cel J14 ({eighth}): 'Bezig' is geen status van het verbeterplan; het punt is gelezen zonder status. Kies 'Niet gestart', 'Loopt', 'Gereed' of 'Vervallen'.
  let op W60  blad 'Verbeterplan', cel H{} ({second}): hier staat wat lijkt op een naam van een persoon. Noem liever een functie of organisatie. Wordt het plan overgenomen, dan komt op die plek •••.
3 waarschuwingen.
Geschreven: reports/voorbeeldland-2026-voortgang.json
",
            last + 1
        )
    );
}

#[test]
fn the_terminal_shows_the_lists_with_everything_that_was_agreed_on() {
    let (folder, ids) = folder();
    let run = follow(&folder, REPORT);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(folder.names(), [REPORT], "nothing is written unless asked for");
    let text = run.stdout;
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Voortgang van het verbeterplan: Voorbeeldland 2026 =",
        "Stand op 1 april 2027, volgens reports/voorbeeldland-2026.xlsx.",
        "In het plan staan 10 ingevulde punten: 1 gereed, 4 lopend, 2 niet gestart, 2 zonder status en 1 vervallen.",
        "Van 3 open punten is de datum voorbij, 1 open punt heeft nog geen eigenaar en 2 open punten hebben nog geen datum.",
        &format!("Bij {} andere vragen van het plan is niets ingevuld.", ids.len() - 8),
        "Datum voorbij (3) - Hoe bereiken we jongeren? – Vragen (GGD; 1-1-2027; Loopt) - ",
        "Afspraken per eigenaar Beleidsadviseur centrumgemeente: - ",
        "– Tweede actie (•••; juli 2027)",
    ] {
        assert!(words.contains(said), "{said}\n{text}");
    }
    assert!(!text.contains("Voorbeeld)") && !text.contains("mw."), "{text}");
}

#[test]
fn the_page_and_the_calendar_have_the_same_points() {
    let (folder, ids) = folder();
    let run = follow(&folder, &format!("{REPORT}|--html|--agenda"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = folder.text("reports/voorbeeldland-2026-voortgang.html");
    assert!(page.contains("Stand op 1 april 2027, gemaakt met ketenscan"));
    for heading in [
        "Stand van het plan",
        "Om te bespreken",
        "Datum voorbij",
        "Nog geen eigenaar",
        "Nog geen datum",
        "Afspraken per eigenaar",
        "Alle punten",
        "Zonder status",
    ] {
        assert!(page.contains(&format!(">{heading}<")), "{heading}");
    }
    assert!(!page.contains("mw. Voorbeeld") && page.contains("•••"));

    let calendar = folder
        .text("reports/voorbeeldland-2026-voortgang.ics")
        .replace("\r\n ", "");
    let starts: Vec<&str> = calendar
        .lines()
        .filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:"))
        .collect();
    // The open points with a date, in the order of their dates.
    assert_eq!(
        starts,
        ["20270101", "20270301", "20270331", "20270401", "20270630", "20270731"]
    );
    // Of two actions for one question, what is to be done tells them apart.
    let second = ids[1].to_lowercase().replace('.', "-");
    let uids: Vec<&str> = calendar.lines().filter_map(|line| line.strip_prefix("UID:")).collect();
    assert_eq!(
        uids[0],
        "voorbeeldland-2026-voortgang-hoe-bereiken-we-jongeren-1@ketenscan"
    );
    let beginning = format!("voorbeeldland-2026-voortgang-{second}-");
    assert!(
        uids[2].starts_with(&beginning) && uids[5].starts_with(&beginning),
        "{uids:?}"
    );
    assert_ne!(uids[2], uids[5]);
    assert!(calendar.contains("DTSTAMP:20270401T000000Z\r\n") && !calendar.contains("mw. Voorbeeld"));
    // A folder with what was made can be checked without a word about it.
    let check = folder.run("controleer reports");
    assert!(!check.stderr.contains("voortgang"), "{}", check.stderr);
}

#[test]
fn an_event_is_the_same_in_whatever_order_points_are() {
    let last = FIRST + ids(&report()).len() - 1;
    let events = |actions: [&str; 3]| {
        let rows = actions.iter().enumerate();
        let cells = rows.flat_map(|(index, action)| {
            let row = last + 1 + index;
            [("B", "Eigen punt"), ("D", *action), ("I", "1-7-2027")]
                .map(|(column, text)| (format!("{column}{row}"), text))
        });
        let cells: Vec<(String, &str)> = cells.collect();
        let plan = filled(&report(), cells.iter().map(|(cell, text)| (cell.as_str(), *text)));
        let folder = Folder::with(&[(REPORT, plan)]);
        assert_eq!(follow(&folder, &format!("{REPORT}|--agenda")).status, 0);
        let calendar = folder
            .text("reports/voorbeeldland-2026-voortgang.ics")
            .replace("\r\n ", "");
        let parts: Vec<String> = calendar.split("BEGIN:VEVENT").skip(1).map(str::to_owned).collect();
        actions.map(|action| {
            let event = parts.iter().find(|part| part.contains(action)).expect("an event");
            let uid = event.lines().find_map(|line| line.strip_prefix("UID:")).expect("a UID");
            uid.to_owned()
        })
    };
    let [call, write, visit] = events(["Bellen", "Schrijven", "Langsgaan"]);
    assert_eq!(
        events(["Langsgaan", "Bellen", "Schrijven"]),
        [visit.clone(), call.clone(), write.clone()]
    );
    assert!(call != write && write != visit && call != visit);
}

#[test]
fn the_same_plan_and_day_give_the_same_bytes() {
    let (folder, _) = folder();
    let all = format!("{REPORT}|--html|--agenda|--json");
    for place in ["een", "twee"] {
        assert_eq!(follow(&folder, &format!("{all}|-o|{place}")).status, 0);
    }
    let files = folder.contents();
    for ending in ["html", "ics", "json"] {
        let of = |place: &str| &files[&format!("{place}/voorbeeldland-2026-voortgang.{ending}")];
        assert!(of("een") == of("twee"), "{ending}");
    }
}

#[test]
fn nothing_filled_in_is_said_kindly_and_is_no_error() {
    let folder = Folder::with(&[(REPORT, report())]);
    let run = follow(&folder, &format!("{REPORT}|--html|--agenda|--json"));
    assert_eq!(
        (run.status, run.stderr.contains("let op")),
        (0, false),
        "{}",
        run.stderr
    );
    let words = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("In het verbeterplan is nog niets ingevuld. Kies samen een paar punten"),
        "{words}"
    );
    assert!(
        words.ends_with("Er is geen agenda gemaakt: geen enkel open punt heeft een datum."),
        "{words}"
    );
    assert_eq!(
        folder.names(),
        [
            "reports/voorbeeldland-2026-voortgang.html",
            "reports/voorbeeldland-2026-voortgang.json",
            REPORT
        ]
    );
}

#[test]
fn what_cannot_be_read_of_a_point_is_named_with_its_cell() {
    let report = filled(&report(), [("D7", "Plekken inkopen"), ("D8", "Bellen")]);
    let report = ketenscan_testing::package::with_cell(&report, PLAN, "H7", "t=\"e\"><v>#REF!</v>");
    let report = ketenscan_testing::package::with_cell(&report, PLAN, "I7", "><f>A1&amp;\"\"</f>");
    // A name alone says as much as a name with a title.
    let report = filled(&report, [("H8", "Qirna")]);
    let folder = Folder::with(&[(REPORT, report)]);
    let (found, run) = json(&folder, REPORT);
    for said in [
        "let op W72  blad 'Verbeterplan', cel H7",
        "hier staat de foutwaarde #VERW!; dat is niet gelezen.",
        "let op W72  blad 'Verbeterplan', cel I7",
        "hier staat een formule zonder uitkomst; dat is niet gelezen.",
        "let op W60  blad 'Verbeterplan', cel H8",
    ] {
        assert!(run.stderr.contains(said), "{said}\n{}", run.stderr);
    }
    assert_eq!(found["without_owner"], json!([1]));
    assert_eq!(found["points"][1]["owner"], "•••");
}
