//! The workbooks of a small region: what is filled in, and the scores worked by hand.

use super::*;

/// The templates of a small region: two municipalities, the region, and two partners' short workbooks.
pub(super) fn small_templates(folder: &Path) -> PathBuf {
    ketenscan_small([
        "sjabloon",
        "--regio=Proefland",
        "--jaar=2026",
        "--gemeente=Duinstad=52000",
        "--gemeente=Veenwold=31000",
        "--perspectief=lokaal-team",
        "--perspectief=veilig-thuis",
        "-o",
        &folder.to_string_lossy(),
    ]);
    folder.join("proefland-2026")
}

/// The entries of each workbook of the small region: file name, particulars, answers, figures. `as_text` is the prefix
/// of numbers that should stay text, such as the apostrophe for somebody who types.
pub(super) fn small_entries(as_text: &str) -> Vec<(&'static str, Value)> {
    vec![
        (
            "duinstad-gemeente",
            json!({
                "beside": {"Perspectief": "Gemeente", "Ingevuld door (functie)": "Beleidsadviseur",
                    "Speerpunt 1": "Opvangcapaciteit"},
                "answers": {
                    "PRE-01": {"Antwoord": "3 – Geregeld", "Onderbouwing": "Werkafspraak 2025", "Opmerking": "=A1"},
                    "PRE-02": {"Antwoord": "Deels"},
                    "PRE-03": {"Teller": "3", "Noemer": "10"},
                    "PRE-04": {"Antwoord": "3,5"},
                    "BES-01.vgv": {"Antwoord": "4 – Geborgd"},
                    "BES-01.huwelijksdwang": {"Antwoord": "Weet ik niet"},
                    "BES-01.achterlating": {"Antwoord": "1 – Ad hoc"},
                    "BES-02": {"Teller": "1,5", "Noemer": "4"},
                },
            }),
        ),
        (
            "veenwold-gemeente",
            json!({
                "beside": {"Perspectief": "Gemeente", "Speerpunt 2": "Samenwerking"},
                "answers": {
                    "PRE-01": {"Antwoord": "1 – Ad hoc"},
                    "PRE-02": {"Antwoord": "Ja"},
                    "PRE-03": {"Antwoord": "Niet van toepassing"},
                    "PRE-04": {"Antwoord": format!("{as_text}10,5")},
                    "BES-01.vgv": {"Antwoord": "0 – Niets geregeld"},
                    "BES-01.huwelijksdwang": {"Antwoord": "2 – In ontwikkeling"},
                    "BES-02": {"Teller": format!("{as_text}2,5"), "Noemer": format!("{as_text}2")},
                },
            }),
        ),
        (
            "proefland-regio",
            json!({
                "beside": {"Perspectief": "Regio"},
                "answers": {
                    "PRE-05": {"Teller": "3", "Noemer": "4"},
                    "BES-03": {"Antwoord": "Ja"},
                    "BES-04": {"Teller": "2", "Noemer": "8"},
                    "MON-01": {"Antwoord": "2 – In ontwikkeling"},
                    "MON-02": {"Antwoord": "3,4"},
                },
                "figures": [
                    ["Stap", "1 Preventie", "Ambitie", "72,5"],
                    ["Verschijningsvorm", "Achterlating", "Aantal", "12"],
                ],
            }),
        ),
        (
            "proefland-lokaal-team",
            json!({"answers": {"BES-03": {"Antwoord": "Ja"}}}),
        ),
        (
            "proefland-veilig-thuis",
            json!({"answers": {"BES-03": {"Antwoord": "Nee"}}}),
        ),
    ]
}

/// Reads the workbooks in a folder with the program, and compares the results with the scores worked by hand.
pub(super) fn expect_small_scores(books: &Path) {
    let ending = books.file_name().expect("a name").to_string_lossy();

    let checked: Value = serde_json::from_str(&ketenscan_small([
        OsStr::new("controleer"),
        books.as_os_str(),
        OsStr::new("--json"),
    ]))
    .expect("JSON");
    let files = checked["files"].as_array().expect("files");
    let answered: Vec<(&str, u64, u64)> = files
        .iter()
        .map(|file| {
            let name = file["file"]
                .as_str()
                .expect("a name")
                .rsplit('/')
                .next()
                .expect("a name");
            let number = |key: &str| file[key].as_u64().expect("a number");
            (
                name.split('.').next().expect("a name"),
                number("answered"),
                number("questions"),
            )
        })
        .collect();
    let expected = [
        // BES-01.huwelijksdwang is unknown.
        ("duinstad-gemeente", 7, 8),
        ("proefland-lokaal-team", 1, 1),
        ("proefland-regio", 5, 5),
        ("proefland-veilig-thuis", 1, 1),
        // PRE-03 does not apply, and BES-01.achterlating was left open.
        ("veenwold-gemeente", 6, 8),
    ];
    assert_eq!(answered, expected, "{ending}");
    for file in files {
        assert_eq!(faults(file), json!([]), "{ending}: {}", file["file"]);
    }

    let reports = books.join("reports");
    ketenscan_small([
        OsStr::new("rapport"),
        books.as_os_str(),
        OsStr::new("--json"),
        OsStr::new("-o"),
        reports.as_os_str(),
    ]);
    let text = std::fs::read_to_string(reports.join("proefland-2026.json")).expect("a report");
    let report: Value = serde_json::from_str(&text).expect("JSON");
    let figure = |pointer: &str, expected: f64| {
        let found = report.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
        assert!(close(found, expected), "{ending}: {pointer} is {found}, not {expected}");
    };

    // Duinstad, step 1. PRE-01: level 3 is 75, weight 2. PRE-02: deels is 50. PRE-03: 3 of 10 against 0.8 is 37.5,
    // weight 3. PRE-04: 3.5 days, from 14 (0) to 0 (100), is 75. (2·75 + 50 + 3·37.5 + 75) / 7.
    figure("/municipalities/0/steps/1/score", 387.5 / 7.0);
    // Step 5. BES-01 weighs 2, a third for each practice: 100, unknown, 25. BES-02: 1.5 of 4 is 37.5.
    // (⅔·100 + ⅔·25 + 37.5) / (⅔ + ⅔ + 1), times three above and below.
    figure("/municipalities/0/steps/5/score", 362.5 / 7.0);
    // Veenwold, step 1: 25 (weight 2), 100, not applicable, and 10.5 days is 25. (50 + 100 + 25) / 4.
    figure("/municipalities/1/steps/1/score", 43.75);
    // Step 5: 0, 50, open; 2.5 of 2 is no more than 100. (⅔·0 + ⅔·50 + 100) / (⅔ + ⅔ + 1).
    figure("/municipalities/1/steps/5/score", 400.0 / 7.0);

    // The region, step 1: PRE-01 (75 + 25) / 2 = 50; PRE-02 75; PRE-03 37.5, Duinstad alone; PRE-04 50;
    // PRE-05 3 of 4 is 75. (2·50 + 75 + 3·37.5 + 50 + 75) / 8; nothing unknown.
    figure("/steps/1/score", 51.5625);
    figure("/steps/1/low", 51.5625);
    figure("/steps/1/coverage", 1.0);
    figure("/steps/1/ambition", 72.5);
    // Step 5: BES-01 vgv 50; huwelijksdwang 50, from Veenwold alone (range 25 to 75); achterlating 25, from Duinstad
    // alone (12.5 to 62.5); each weighs ⅔. BES-02 (37.5 + 100) / 2 = 68.75. BES-03 the mean of three perspectives,
    // (100 + 100 + 0) / 3 = 66⅔. BES-04 2 of 8 against 0.5 is 50, weight 2. Together they weigh 6.
    // Score (⅔·125 + 68.75 + 66⅔ + 100) / 6 = 318.75 / 6.
    figure("/steps/5/score", 53.125);
    // Low (⅔·87.5 + 68.75 + 66⅔ + 100) / 6 = 293.75 / 6; high (⅔·187.5 + …) / 6 = 360.41666… / 6.
    figure("/steps/5/low", 293.75 / 6.0);
    figure("/steps/5/high", 4325.0 / 72.0);
    // Coverage (⅔·(1 + ½ + ½) + 1 + 1 + 2) / 6.
    figure("/steps/5/coverage", 8.0 / 9.0);
    // Step 7: level 2 is 50; 3.4 times, from 1 (0) to 5 (100), is 60, weight 2. (50 + 120) / 3.
    figure("/steps/7/score", 170.0 / 3.0);
    assert_eq!(
        report["steps"][0]["score"],
        Value::Null,
        "{ending}: step 0 has no questions"
    );
    assert_eq!(report["chain"]["weakest_step"], json!(1), "{ending}");

    // Two workbooks name a theme.
    figure("/themes/0/votes", 0.5);
    figure("/themes/2/votes", 0.5);
    // The local team says yes, Veilig Thuis says no.
    let handover = json!([{"question": "BES-03", "from": "lokaal-team", "to": "veilig-thuis",
        "from_score": 100.0, "to_score": 0.0, "mismatch": true}]);
    assert_eq!(report["handovers"], handover, "{ending}");
    // Only Duinstad claims 75 with a fact of 37.5, and only Duinstad falls short of the law.
    let contradictions = report["contradictions"].as_array().expect("a list");
    assert_eq!(contradictions.len(), 1, "{ending}");
    assert_eq!(contradictions[0]["entity"], "Duinstad", "{ending}");
    let legal = json!([{"question": "PRE-02", "role": "gemeente", "entities": ["Duinstad"]}]);
    assert_eq!(report["legal"], legal, "{ending}");
    let inhabitants: Vec<&Value> = (0..2)
        .map(|index| &report["municipalities"][index]["inhabitants"])
        .collect();
    assert_eq!(inhabitants, [&json!(52000.0), &json!(31000.0)], "{ending}");
}
