//! Which files are read, and how answers may be spelled.

use super::*;

#[test]
fn folders_are_searched_and_hidden_and_lock_files_skipped() {
    let folder = Folder::with(&[
        ("post/a/diep/duinstad.xlsx", all_kinds()),
        ("post/.verborgen.xlsx", b"geen werkboek".to_vec()),
        ("post/.map/duinstad.xlsx", all_kinds()),
        ("post/~$duinstad.xlsx", b"geen werkboek".to_vec()),
        ("post/.~lock.duinstad.xlsx#", b"geen werkboek".to_vec()),
    ]);
    let run = folder.run_fixture("controleer post");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    assert_eq!(
        run.stdout,
        "post/a/diep/duinstad.xlsx: beantwoord 4 van 5, 1 keer 'weet ik niet'\n\n\
         Klopt dit? Flevoland 2030\n  \
         wie                vanuit    ingevuld door  beantwoord  bestand\n  \
         Flevoland (regio)                           nog niets\n  \
         Duinstad           Gemeente                 4 van 5     post/a/diep/duinstad.xlsx\n  \
         1 gemeente, en die stuurde iets in. Of dat ze allemaal zijn, is niet te zien: een lijst van de regio is er niet.\n"
    );
}

#[test]
fn a_file_named_twice_is_read_once() {
    let folder = Folder::with(&[("post/duinstad.xlsx", all_kinds())]);
    let run = folder.run_fixture("controleer post post/duinstad.xlsx ./post");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    assert_eq!(run.stdout.matches(": beantwoord").count(), 1, "{}", run.stdout);
}

#[test]
fn files_are_recognised_by_their_contents_and_not_by_their_name() {
    let folder = Folder::with(&[("antwoord.pdf", all_kinds())]);
    let run = folder.run_fixture("controleer antwoord.pdf");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
}

/// The report on these answers, without the details of their files.
fn report(book: Vec<u8>) -> Value {
    let folder = Folder::with(&[("duinstad.xlsx", book)]);
    let run = folder.run_fixture("rapport duinstad.xlsx --json");
    assert_eq!((run.status, run.stderr.contains("fout")), (0, false), "{}", run.stderr);
    let mut report: Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
    report["inputs"][0].as_object_mut().expect("an input").remove("sha256");
    report
}

#[test]
fn all_accepted_spellings_of_an_answer_are_the_same_answer() {
    let kinds = [
        (
            "BES-01",
            "3 – Geregeld",
            vec![
                "3",
                "\"3\"",
                "\"3,0\"",
                "3 - geregeld",
                "3 — GEREGELD",
                "\" \u{a0}3 –  Geregeld\u{a0}\"",
                "geregeld",
            ],
        ),
        (
            "BES-02",
            "Deels",
            vec!["deels", "DEELS", "\"  Deels \"", "\"\u{a0}deels\""],
        ),
        (
            "BES-05",
            "2.5",
            vec!["\"2,5\"", "\"2.5\"", "\" 2,5\u{a0}\"", "\"2,50\""],
        ),
        (
            "BES-01",
            "Weet ik niet",
            vec![
                "weet ik niet",
                "WEET\u{a0}IK NIET",
                "weet niet",
                "Onbekend",
                "?",
                "\" ? \"",
            ],
        ),
        (
            "BES-05",
            "Niet van toepassing",
            vec!["niet van toepassing", "n.v.t.", "N.V.T.", "nvt", "\"NVT \""],
        ),
        ("BES-04", "Weet ik niet", vec!["onbekend", "?"]),
    ];
    for (id, plain, spellings) in kinds {
        let expected = report(filled(&format!("| {id} | {plain} |")));
        for spelling in spellings {
            assert_eq!(
                report(filled(&format!("| {id} | {spelling} |"))),
                expected,
                "{id}: {spelling}"
            );
        }
    }
    let expected = report(filled("| BES-03 | | 2.5 | 10 |"));
    for row in [
        "| | \"2,5\" | 10 |",
        "| | \"2.5\" | \"10\" |",
        "| | \" 2,5 \" | \"10,0\" |",
    ] {
        assert_eq!(report(filled(&format!("| BES-03 {row}"))), expected, "{row}");
    }
}

#[test]
fn different_answers_are_distinguished() {
    let given = |answer: &str| report(filled(&format!("| BES-01 | {answer} |\n| BES-02 | Ja |"))).to_string();
    let all: BTreeSet<String> = ["0", "1", "2", "3", "4", "?", "nvt", ""]
        .into_iter()
        .map(given)
        .collect();
    // A question nobody answered and one nobody knows differ in what is counted.
    assert_eq!(all.len(), 8);
}

#[test]
fn composed_and_decomposed_accents_name_the_same_region_and_municipality() {
    let from = |region: &str, municipality: &str, perspective: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Gegevens\n| Regio | {region} |\n| Gemeente | {municipality} |\n| Jaar | 2030 |\n| Perspectief | {perspective} |"
        ))
    };
    let folder = Folder::with(&[
        ("a.xlsx", from("Fryslân", "Súdwest", "Gemeente")),
        ("b.xlsx", from("\" FRYSLA\u{302}N \"", "su\u{301}dwest", "veilig-thuis")),
    ]);
    let run = folder.run_fixture("controleer a.xlsx b.xlsx --stil");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    assert_eq!(run.stdout.matches("Klopt dit?").count(), 1, "{}", run.stdout);
    let municipality = |line: &&str| line.trim_start().starts_with("Súdwest ") && line.contains(" 1 van 5");
    assert_eq!(run.stdout.lines().filter(municipality).count(), 2, "{}", run.stdout);
}
