//! A workbook that was cut in parts over colleagues comes together, and says whom to ask about what is still open.

use ketenscan::answers::{Answer, Choice, Submission, Value};
use ketenscan::questionnaire::{Kind, Questionnaire, Role, builtin};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::region::{REGION, Workbook, YEAR};
use serde_json::Value as Json;

use crate::folder::{Folder, Run};

/// Duinstad's workbook in which the rows are answered of which the step (or else the id) is in `answered`.
pub fn part<'q>(asked: &'q Questionnaire, by: &str, answered: impl Fn(usize, &str) -> bool) -> Workbook<'q> {
    let mut book = Workbook::of_municipality(asked, "Duinstad");
    if !by.is_empty() {
        book = book.filled_in_by(by);
    }
    for row in asked.rows_of(Role::Municipality) {
        let question = asked.question_of(row);
        let id = &asked.rows[row].id;
        if answered(question.step, id) {
            let value = match &question.kind {
                Kind::Level { .. } => Value::Level(3),
                Kind::YesNo => Value::Choice(Choice::Yes),
                Kind::Count { .. } => Value::Count(2.0),
                Kind::Share { .. } | Kind::Capacity => Value::Pair { part: 3.0, whole: 4.0 },
            };
            book = book.says(id, Answer::Answered(value));
        }
    }
    book
}

pub fn written(asked: &Questionnaire, book: Workbook) -> Vec<u8> {
    let filled: Submission = book.handed_in();
    let order = Order {
        region: Some(REGION.to_owned()),
        municipality: filled.municipality.clone(),
        year: Some(YEAR),
        filled: Some(filled),
        ..Order::blank(Role::Municipality)
    };
    template::write(asked, &order).unwrap()
}

/// What `controleer` says of these parts of Duinstad's workbook.
fn checked(asked: &Questionnaire, parts: Vec<(&str, Workbook)>) -> (Folder, Run) {
    let folder = Folder::new();
    for (name, book) in parts {
        folder.put(&format!("post/{name}.xlsx"), written(asked, book));
    }
    let run = folder.run("controleer post --stil");
    (folder, run)
}

/// The lines below the table that begin with this and those indented below it.
fn said<'r>(run: &'r Run, who: &str) -> Vec<&'r str> {
    let mut lines = run
        .stdout
        .lines()
        .skip_while(|line| !line.trim_start().starts_with(who));
    let first = lines.next().into_iter();
    first.chain(lines.take_while(|line| line.starts_with("    "))).collect()
}

#[test]
fn parts_of_one_workbook_are_complete_together() {
    let asked = builtin();
    // The steps 0 to 5 have 4 + 9 + 7 + 1 + 1 + 1 = 23 rows, the steps 6 and 7 the other 7 + 5 = 12.
    for (one, other) in [
        ("adviseur zorg", "teamleider"),
        ("", ""),
        ("adviseur zorg", "adviseur zorg"),
    ] {
        let (folder, run) = checked(
            &asked,
            vec![
                ("a", part(&asked, one, |step, _| step <= 5)),
                ("b", part(&asked, other, |step, _| step > 5)),
            ],
        );
        assert_eq!(
            (run.status, run.stderr.contains("W69"), run.stderr.contains("R01")),
            (0, false, false)
        );
        assert_eq!(
            said(&run, "Duinstad, Gemeente:"),
            ["  Duinstad, Gemeente: 2 delen, samen 0 leeg"]
        );
        for line in [
            "post/a.xlsx: beantwoord 23 van 35, 12 keer in een ander deel\n",
            "post/b.xlsx: beantwoord 12 van 35, 23 keer in een ander deel\n",
            "23 van 35, 12 in een ander deel",
            "12 van 35, 23 in een ander deel",
        ] {
            assert!(run.stdout.contains(line), "{line}: {}", run.stdout);
        }
        // The figures are those of the same answers in one workbook.
        folder.put("heel/c.xlsx", written(&asked, part(&asked, one, |_, _| true)));
        let report = |place: &str| -> Json {
            let run = folder.run(&format!("rapport {place} --json --stil -o {place}-uit"));
            assert_eq!(run.status, 0, "{}", run.stderr);
            serde_json::from_str(&folder.text(&format!("{place}-uit/proefregio-2026.json"))).unwrap()
        };
        let (parts, whole) = (report("post"), report("heel"));
        for key in ["chain", "steps", "themes", "questions", "practices"] {
            assert_eq!(parts[key], whole[key], "{key}");
        }
    }
}

#[test]
fn what_is_open_is_listed_by_the_colleague_who_knows_it() {
    let asked = builtin();
    let open = ["RVW-04", "VRO-06.huwelijksdwang", "ADV-06", "HUL-08", "HUL-12.vgv"];
    let (folder, run) = checked(&asked, vec![("a", part(&asked, "", |_, id| !open.contains(&id)))]);
    let lines = [
        "  Duinstad, Gemeente: 5 leeg",
        "    vraag na bij Bestuurssecretariaat of griffie: RVW-04",
        "    vraag na bij Burgerzaken: VRO-06.huwelijksdwang",
        "    vraag na bij Inkoop, subsidies en contractbeheer: ADV-06, HUL-08, HUL-12.vgv",
        "    vraag na bij Lokaal team: HUL-12.vgv",
    ];
    assert_eq!(said(&run, "Duinstad, Gemeente:"), lines);

    // A colleague sends what she knows in a part of her own, and it is no longer open.
    folder.put(
        "post/b.xlsx",
        written(
            &asked,
            part(&asked, "inkoper", |_, id| ["ADV-06", "HUL-08"].contains(&id)),
        ),
    );
    let run = folder.run("controleer post --stil");
    let left = [
        "  Duinstad, Gemeente: 2 delen, samen 3 leeg",
        lines[1],
        lines[2],
        "    vraag na bij Inkoop, subsidies en contractbeheer: HUL-12.vgv",
        lines[4],
    ];
    assert_eq!(said(&run, "Duinstad, Gemeente:"), left);
    assert!(
        run.stdout.contains("30 van 35, 2 in een ander deel, 3 leeg"),
        "{}",
        run.stdout
    );

    let run = folder.run("controleer post --stil --berichten brieven");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let letter = folder.text("brieven/proefregio-2026/duinstad-gemeente.txt");
    assert!(letter.contains("nog 3 vragen open"), "{letter}");
    assert!(
        letter.contains("(VRO-06.huwelijksdwang)") && !letter.contains("ADV-06"),
        "{letter}"
    );
}

#[test]
fn rows_that_parts_answer_differently_are_named_with_both_cells() {
    let asked = builtin();
    let no = Answer::Answered(Value::Choice(Choice::No));
    let both = |one: &str, other: &str| {
        checked(
            &asked,
            vec![
                ("a", part(&asked, one, |step, _| step <= 5)),
                (
                    "b",
                    part(&asked, other, |step, id| step > 5 || id == "RVW-07").says("RVW-04", no),
                ),
            ],
        )
    };
    let lines = [
        "  Duinstad, Gemeente: 2 werkboeken, samen 0 leeg",
        "    verschillend: RVW-04 is 'Ja' in post/a.xlsx (blad '0 Randvoorwaarden', cel E4) en 'Nee' in post/b.xlsx (blad '0 Randvoorwaarden', cel E4)",
    ];
    let (folder, run) = both("adviseur", "teamleider");
    assert_eq!((said(&run, "Duinstad, Gemeente:"), run.status), (lines.to_vec(), 0));
    // Two opinions are no parts: what one leaves blank is open. a answers steps 0 to 5, 23 of 35 rows; b the other 12,
    // and two of step 0.
    for line in [
        "post/a.xlsx: beantwoord 23 van 35, 12 keer leeg",
        "post/b.xlsx: beantwoord 14 van 35, 21 keer leeg",
        "23 van 35, 12 leeg",
        "14 van 35, 21 leeg",
    ] {
        assert!(run.stdout.contains(line), "{line}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("in een ander deel"), "{}", run.stdout);
    let letters = folder.run("controleer post --stil --berichten brieven");
    assert_eq!(letters.status, 0, "{}", letters.stderr);
    let contents = folder.contents();
    let letters = contents
        .iter()
        .filter(|(name, _)| name.starts_with("brieven/proefregio-2026/"));
    let letters: String = letters.map(|(_, text)| String::from_utf8_lossy(text)).collect();
    for open in ["nog 12 vragen open", "nog 21 vragen open"] {
        assert!(letters.contains(open), "{letters}");
    }
    assert!(
        run.stderr.contains("1 vraag is gelijk beantwoord, 1 verschillend;"),
        "{}",
        run.stderr
    );
    // One person cannot mean both.
    let (_, run) = both("adviseur", "adviseur");
    assert_eq!((said(&run, "Duinstad, Gemeente:"), run.status), (lines.to_vec(), 1));
    let one = "  fout R01  blad '0 Randvoorwaarden', cel E4 (RVW-04): dezelfde invuller antwoordde in een ander werkboek anders op 1 vraag: RVW-04 is hier 'Ja', en 'Nee' in post/b.xlsx (blad '0 Randvoorwaarden', cel E4). Maak de";
    assert!(run.stderr.contains(one), "{}", run.stderr);
}

#[test]
fn rows_answered_in_both_alike_are_no_average_of_two_opinions() {
    let asked = builtin();
    // The adviser answered step 0, and then sent a copy to each of two colleagues.
    let parts = || {
        vec![
            ("a", part(&asked, "adviseur", |step, _| step <= 4)),
            ("b", part(&asked, "teamleider", |step, _| step == 0 || step > 4)),
        ]
    };
    let (_, run) = checked(&asked, parts());
    assert_eq!(
        said(&run, "Duinstad, Gemeente:"),
        ["  Duinstad, Gemeente: 2 delen, samen 0 leeg"]
    );
    assert!(!run.stderr.contains("W69"), "{}", run.stderr);
    // A copy of which nothing is new may be an older version.
    let (_, run) = checked(
        &asked,
        vec![
            ("a", part(&asked, "adviseur", |_, _| true)),
            ("b", part(&asked, "teamleider", |step, _| step == 0)),
        ],
    );
    assert!(run.stderr.contains("W69"), "{}", run.stderr);
}

/// The files that a report rests on, with the number of their answers.
fn rests_on(folder: &Folder) -> Vec<(String, u64)> {
    let run = folder.run("rapport post --json --stil --sla-fouten-over -o uit --overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report: Json = serde_json::from_str(&folder.text("uit/proefregio-2026.json")).unwrap();
    let inputs = report["inputs"].as_array().unwrap().iter();
    inputs
        .map(|input| {
            (
                input["file"].as_str().unwrap().to_owned(),
                input["answered"].as_u64().unwrap(),
            )
        })
        .collect()
}

#[test]
fn parts_of_one_respondent_that_only_agree_are_no_contradiction() {
    let asked = builtin();
    let (folder, run) = checked(
        &asked,
        vec![
            ("a", part(&asked, "adviseur", |step, _| step <= 2)),
            // Step 2 has 7 rows, the first of which she answered twice.
            (
                "b",
                part(&asked, "adviseur", |step, id| id == "VRO-01" || (3..=5).contains(&step)),
            ),
            ("c", part(&asked, "adviseur", |step, _| step > 5)),
        ],
    );
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(
        said(&run, "Duinstad, Gemeente:"),
        ["  Duinstad, Gemeente: 3 delen, samen 0 leeg"]
    );
    let run = folder.run("controleer post");
    let note = "post/b.xlsx\n  ter info R18  blad '2 Vroegsignalering', cel F4 (VRO-01): dezelfde invuller gaf in een ander deel al hetzelfde antwoord op 1 vraag; dat telt één keer: VRO-01 in post/a.xlsx (blad '2 Vroegsignalering', cel F4). U hoeft niets te doen.\n";
    assert!(run.stderr.contains(note), "{}", run.stderr);
    // 4 + 9 + 7 rows, 1 + 1 + 1, and 7 + 5: the row counts in the first part only.
    let files = [("post/a.xlsx", 20), ("post/b.xlsx", 3), ("post/c.xlsx", 12)];
    assert_eq!(
        rests_on(&folder),
        files.map(|(file, answered)| (file.to_owned(), answered))
    );
    for (file, answered) in files {
        let line = format!(
            "{file}: beantwoord {answered} van 35, {} keer in een ander deel",
            35 - answered
        );
        assert!(run.stdout.contains(&line), "{line}: {}", run.stdout);
    }
}

#[test]
fn a_part_without_answers_contradicts_nothing() {
    let asked = builtin();
    let (folder, run) = checked(
        &asked,
        vec![
            ("a", part(&asked, "adviseur", |step, _| step <= 5)),
            ("b", part(&asked, "adviseur", |_, _| false)),
            ("c", part(&asked, "teamleider", |_, _| false)),
        ],
    );
    assert_eq!((run.status, run.stderr.contains("W69")), (0, false), "{}", run.stderr);
    assert_eq!(
        said(&run, "Duinstad, Gemeente:")[0],
        "  Duinstad, Gemeente: 3 delen, samen 12 leeg"
    );
    assert_eq!(rests_on(&folder)[0], ("post/a.xlsx".to_owned(), 23));
}

#[test]
fn what_contradicts_nothing_counts_beside_parts_that_contradict_each_other() {
    let asked = builtin();
    let no = Answer::Answered(Value::Choice(Choice::No));
    let (folder, run) = checked(
        &asked,
        vec![
            ("a", part(&asked, "adviseur", |step, _| step <= 2)),
            (
                "b",
                part(&asked, "adviseur", |step, _| (3..=5).contains(&step)).says("RVW-04", no),
            ),
            ("c", part(&asked, "adviseur", |step, _| step > 5)),
        ],
    );
    let errors: Vec<&str> = run.stderr.lines().filter(|line| line.starts_with("post/")).collect();
    assert_eq!(
        (run.status, errors),
        (1, vec!["post/a.xlsx", "post/b.xlsx"]),
        "{}",
        run.stderr
    );
    assert_eq!(rests_on(&folder), [("post/c.xlsx".to_owned(), 12)]);
}

#[test]
fn a_copy_is_left_out_and_the_answers_count() {
    let asked = builtin();
    let whole = || part(&asked, "adviseur", |_, _| true);
    let (folder, run) = checked(&asked, vec![("a", whole()), ("b", whole())]);
    assert!(run.stderr.contains("  fout R17  "), "{}", run.stderr);
    let mark = "post/b.xlsx (telt niet mee: dezelfde antwoorden als een ander werkboek)";
    assert!(run.stdout.contains(mark), "{}", run.stdout);
    assert_eq!(rests_on(&folder), [("post/a.xlsx".to_owned(), 35)]);
}

#[test]
fn only_workbooks_that_answer_the_same_rows_are_said_to_be_averaged() {
    let asked = builtin();
    let no = Answer::Answered(Value::Choice(Choice::No));
    let (_, run) = checked(
        &asked,
        vec![
            ("a", part(&asked, "adviseur", |step, _| step <= 2)),
            (
                "b",
                part(&asked, "teamleider", |step, _| (3..=5).contains(&step)).says("RVW-04", no),
            ),
            ("c", part(&asked, "inkoper", |step, _| step > 5)),
        ],
    );
    let warning = "post/b.xlsx\n  let op W69  van Duinstad beantwoorden 2 van de 3 werkboeken vanuit 'Gemeente' dezelfde vragen, dit en post/a.xlsx; het gemiddelde telt. 0 vragen zijn gelijk beantwoord, 1 verschillend;";
    assert!(
        run.stderr.contains(warning) && !run.stderr.contains("c.xlsx"),
        "{}",
        run.stderr
    );
}

#[test]
fn every_sender_of_a_part_reads_which_part_it_is_and_what_is_wrong_with_it() {
    let asked = builtin();
    let no = Answer::Answered(Value::Choice(Choice::No));
    let (folder, _) = checked(
        &asked,
        vec![
            ("deel1", part(&asked, "adviseur", |step, _| step <= 5)),
            ("deel2", part(&asked, "teamleider", |step, _| step > 5)),
        ],
    );
    folder.run("controleer post --stil --berichten brieven");
    let letter = folder.text("brieven/proefregio-2026/duinstad-gemeente-2.txt");
    for said in [
        "(bestand 'deel2.xlsx', functie: teamleider). 12 van de 35 vragen zijn beantwoord.\n",
        "In een ander deel zijn 23 vragen beantwoord die u leeg liet.\n",
        "Samen met de andere delen is alles ingevuld. U hoeft niets meer te doen.\n",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    let contradicting = part(&asked, "adviseur", |step, _| step > 5).says("RVW-04", no);
    folder.put("post/deel2.xlsx", written(&asked, contradicting));
    folder.run("controleer post --stil --berichten brieven --overschrijf");
    let letter = folder.text("brieven/proefregio-2026/duinstad-gemeente.txt");
    let said = "- blad '0 Randvoorwaarden', cel E4: in een ander werkboek vanuit dezelfde kant en van dezelfde invuller staat hier een ander antwoord. Vulde u ze allebei in, zeg ons dan welk werkboek klopt. Was de ander iemand anders, vul dan bij 'Ingevuld door (functie)' uw eigen functie in.\n";
    // It may have been somebody else after all, whose answers are nobody's business.
    assert!(letter.contains(said) && !letter.contains("Nee"), "{letter}");
}
