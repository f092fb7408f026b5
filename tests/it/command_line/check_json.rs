//! The JSON of `controleer`.

use super::*;

/// The keys of a JSON text at this indentation, in order.
fn keys(text: &str, indent: usize) -> Vec<String> {
    let start = format!("{}\"", " ".repeat(indent));
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix(&start)?.split_once("\": "));
    lines.map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn the_keys_are_those_of_the_contract_in_order() {
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        filled("| BES-01 | 7 |\n| BES-02 | Ja |\n| BES-05 | ? |"),
    )]);
    let run = folder.run_fixture("controleer --json duinstad.xlsx");
    assert_eq!((run.stderr.as_str(), run.status), ("", 1), "problems stand in the JSON");
    assert_eq!(keys(&run.stdout, 2), ["format", "files", "response"]);
    let own = keys(&run.stdout, 6);
    assert_eq!(
        own[..9],
        [
            "file",
            "kind",
            "region",
            "municipality",
            "year",
            "perspective",
            "answered",
            "questions",
            "problems"
        ]
    );
    let response = [
        "region",
        "year",
        "entity",
        "role",
        "perspective",
        "file",
        "answered",
        "questions",
    ];
    assert_eq!(own[9..17], response);
    assert_eq!(
        keys(&run.stdout, 10),
        ["code", "severity", "sheet", "cell", "question", "message", "hint"]
    );
    let document: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(
        document,
        serde_json::json!({
            "format": "ketenscan-check/1",
            "files": [{
                "file": "duinstad.xlsx",
                "kind": "gemeente",
                "region": "Flevoland",
                "municipality": "Duinstad",
                "year": 2030,
                "perspective": "gemeente",
                "answered": 1,
                "questions": 5,
                "problems": [{
                    "code": "W31",
                    "severity": "error",
                    "sheet": "5 Beschermen",
                    "cell": "B2",
                    "question": "BES-01",
                    "message": "'7' is geen niveau",
                    "hint": "Kies een heel niveau van 0 tot en met 4."
                }]
            }],
            "response": [{
                "region": "Flevoland",
                "year": 2030,
                "entity": "Flevoland",
                "role": "regio",
                "perspective": null,
                "file": null,
                "answered": 0,
                "questions": 3
            }, {
                "region": "Flevoland",
                "year": 2030,
                "entity": "Duinstad",
                "role": "gemeente",
                "perspective": "gemeente",
                "file": "duinstad.xlsx",
                "answered": 1,
                "questions": 5
            }]
        })
    );
}

#[test]
fn every_file_is_listed_with_its_problems_whatever_it_is() {
    let folder = Folder::with(&[
        ("post/a.txt", b"Hallo\n".to_vec()),
        ("post/b.xlsx", filled("| BES-03 | | 3 | |")),
        ("post/c.xlsx", Vec::new()),
        (
            "post/d.xlsx",
            regional("# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |"),
        ),
    ]);
    let run = folder.run_fixture("controleer --json --stil post");
    let document: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let printed: Vec<String> = document["files"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|file| {
            let problem = &file["problems"][0];
            format!(
                "{} {} {} {}",
                file["file"], file["kind"], problem["code"], problem["severity"]
            )
        })
        .collect();
    assert_eq!(
        printed,
        [
            "\"post/a.txt\" null \"W02\" \"note\"",
            "\"post/b.xlsx\" \"gemeente\" \"W33\" \"warning\"",
            "\"post/c.xlsx\" null \"W01\" \"error\"",
            "\"post/d.xlsx\" \"regio\" null null",
        ],
        "in the order of finding"
    );
    assert_eq!(run.status, 1);
}

#[test]
fn a_blank_workbook_shows_how_many_questions_it_has() {
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        municipal("# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |"),
    )]);
    let run = folder.run_fixture("controleer --json duinstad.xlsx");
    let document: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let file = &document["files"][0];
    assert_eq!((&file["answered"], &file["questions"]), (&0.into(), &5.into()));
    assert_eq!(run.status, 0);
}
