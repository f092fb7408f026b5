//! Names and years that do not match the rest of the input, and workbooks that are averaged.

use super::*;

/// A workbook of this municipality, region and year with one answer.
fn book(region: &str, municipality: &str, year: u16) -> Vec<u8> {
    particulars(&format!(
        "| Regio | {region} |\n| Gemeente | {municipality} |\n| Jaar | {year} |\n| Perspectief | Gemeente |"
    ))
}

/// The workbook of the region Flevoland with this list.
fn list(names: &[&str]) -> Vec<u8> {
    let rows: String = names
        .iter()
        .fold(String::new(), |rows, name| rows + &format!("| {name} | 52000 |\n"));
    beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n{rows}"))
}

/// What `controleer` reports about these files.
fn reported(files: &[(&str, Vec<u8>)]) -> String {
    let folder = Folder::with(files);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    folder
        .run_fixture(&format!("controleer --stil {}", names.join(" ")))
        .stderr
}

#[test]
fn a_municipality_that_is_not_listed_gets_a_warning_with_the_nearest_name() {
    for (sent, listed) in [
        ("Zandveen", "'t Zandveen"),
        ("Sudwald", "Súdwâld"),
        ("Duinsatd", "Duinstad"),
    ] {
        let files = [
            ("a.xlsx", book("Flevoland", sent, 2030)),
            ("regio.xlsx", list(&[listed, "Veenwold"])),
        ];
        assert_eq!(
            reported(&files),
            format!(
                "a.xlsx\n  let op R08  gemeente '{sent}' staat niet op de lijst van de regio; nu telt zij als een gemeente apart. Bedoelde u '{listed}'? Verbeter dan de naam op het blad Gegevens.\n1 waarschuwing.\n"
            )
        );
    }
    assert_eq!(
        reported(&[
            ("a.xlsx", book("Flevoland", "Rietmeer", 2030)),
            ("regio.xlsx", list(&["Duinstad"]))
        ]),
        "a.xlsx\n  let op R08  gemeente 'Rietmeer' staat niet op de lijst van de regio; nu telt zij als een gemeente apart. Verbeter de naam op het blad Gegevens, of zet haar op het blad Gemeenten van het werkboek van de regio.\n1 waarschuwing.\n"
    );
}

#[test]
fn a_word_before_a_name_is_dropped_where_that_makes_it_match() {
    let files = [
        ("a.xlsx", book("Flevoland", "Gemeente Aldervoort", 2030)),
        ("b.xlsx", book("Regio Flevoland", "Duinstad", 2030)),
        ("regio.xlsx", list(&["Aldervoort", "Duinstad"])),
    ];
    assert_eq!(
        reported(&files),
        "a.xlsx\n  let op W62  'Gemeente Aldervoort' is gelezen als 'Aldervoort'. Schrijf op het blad Gegevens alleen 'Aldervoort', of een andere naam als het niet dezelfde is.\n\
         b.xlsx\n  let op W62  'Regio Flevoland' is gelezen als 'Flevoland'. Schrijf op het blad Gegevens alleen 'Flevoland', of een andere naam als het niet dezelfde is.\n2 waarschuwingen.\n"
    );
    // Nobody knows the name without it.
    let alone = [("a.xlsx", book("Flevoland", "Gemeente Aldervoort", 2030))];
    assert_eq!(reported(&alone), "");
}

#[test]
fn a_single_workbook_beside_a_group_gets_a_warning() {
    let group = |odd: Vec<u8>| {
        let mut files = vec![
            ("a.xlsx", odd),
            ("regio.xlsx", list(&["Duinstad", "Veenwold", "Rietmeer"])),
        ];
        files.push(("b.xlsx", book("Flevoland", "Duinstad", 2030)));
        files.push(("c.xlsx", book("Flevoland", "Veenwold", 2030)));
        reported(&files)
    };
    assert_eq!(
        group(book("Flevoland", "Rietmeer", 2029)),
        "a.xlsx\n  let op W68  dit is het enige werkboek van Flevoland over 2029; over 2030 zijn er 3. Vul bij Jaar 2030 in als het daarbij hoort; nu telt dit werkboek daar niet mee.\n1 waarschuwing.\n"
    );
    assert_eq!(
        group(book("Flevolant", "Rietmeer", 2030)),
        "a.xlsx\n  let op W68  bij Regio staat 'Flevolant'; dat lijkt op 'Flevoland', waarvan er 3 werkboeken zijn. Vul bij Regio 'Flevoland' in als het dezelfde regio is; nu telt dit werkboek daar niet mee.\n1 waarschuwing.\n"
    );
    assert_eq!(
        group(book("Rietmeer", "Rietmeer", 2030)),
        "a.xlsx\n  let op W68  bij Regio staat 'Rietmeer', maar dat is een gemeente van Flevoland. Vul bij Regio 'Flevoland' in; nu telt dit werkboek daar niet mee.\n1 waarschuwing.\n"
    );
    // Another region is nobody's mistake.
    assert_eq!(group(book("Drenthe", "Rietmeer", 2030)), "");
}

#[test]
fn averaged_workbooks_are_reported_with_what_differs_and_which_is_newest() {
    let by = |who: &str, day: &str, answers: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n{answers}\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n| Ingevuld door (functie) | {who} |\n| Datum | {day} |"
        ))
    };
    let first = by(
        "adviseur",
        "2030-11-02",
        "| BES-01 | 3 |\n| BES-02 | Ja |\n| BES-05 | 3 |",
    );
    let second = by("beleid", "\"12-10-2030\"", "| BES-01 | 3 |\n| BES-02 | Nee |");
    assert_eq!(
        reported(&[("a.xlsx", first.clone()), ("b.xlsx", second.clone())]),
        "b.xlsx\n  let op W69  van Duinstad zijn er 2 werkboeken vanuit 'Gemeente', dit en a.xlsx; het gemiddelde telt. 1 vraag is gelijk beantwoord, 1 verschillend; a.xlsx is het nieuwst (2-11-2030). Is het ene een nieuwe versie van het andere, laat dan alleen het nieuwste staan.\n1 waarschuwing.\n"
    );
    let undated = by("beleid", "eind oktober", "| BES-01 | 3 |\n| BES-02 | Ja |");
    let said = reported(&[("a.xlsx", first.clone()), ("b.xlsx", undated.clone())]);
    assert!(
        said.contains("2 vragen zijn gelijk beantwoord, 0 verschillend; welk nieuwer is, staat er niet in."),
        "{said}"
    );

    // Otherwise by when the files were saved, and by both where they differ.
    let saved = |book: &[u8], moment: &str| {
        rewritten(book, "docProps/core.xml", |core| {
            core.replace("2030-01-01T00:00:00Z", moment)
        })
    };
    let newest = |first: Vec<u8>, second: Vec<u8>| {
        let said = reported(&[("a.xlsx", first), ("b.xlsx", second)]);
        let words = said
            .split("verschillend; ")
            .nth(1)
            .and_then(|rest| rest.split(". ").next());
        words.expect("the newest").to_owned()
    };
    let later = saved(&undated, "2030-10-13T09:00:01Z");
    assert_eq!(
        newest(saved(&first, "2030-10-13T09:00:00Z"), later.clone()),
        "dit is het laatst opgeslagen (13-10-2030)"
    );
    assert_eq!(
        newest(first.clone(), saved(&second, "2030-12-01T09:00:00Z")),
        "volgens Datum is a.xlsx het nieuwst (2-11-2030), maar dit is het laatst opgeslagen (1-12-2030)"
    );
    assert_eq!(
        newest(saved(&first, "2030-12-01T09:00:00Z"), second),
        "a.xlsx is het nieuwst (2-11-2030)"
    );
    // Another clock: nobody knows which was earlier.
    assert_eq!(
        newest(saved(&first, "2030-10-13T09:00:00"), later),
        "welk nieuwer is, staat er niet in"
    );
}

#[test]
fn of_two_workbooks_that_contradict_each_other_neither_counts() {
    let folder = Folder::with(&[
        ("a.xlsx", level("3")),
        ("b.xlsx", level("4")),
        ("c.xlsx", book("Flevoland", "Veenwold", 2030)),
    ]);
    let run = folder.run_fixture("rapport a.xlsx b.xlsx c.xlsx --sla-fouten-over --json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
    let files: Vec<&str> = report["inputs"]
        .as_array()
        .expect("inputs")
        .iter()
        .filter_map(|input| input["file"].as_str())
        .collect();
    assert_eq!(files, ["c.xlsx"]);
    let names: Vec<&str> = report["municipalities"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|known| known["name"].as_str())
        .collect();
    assert_eq!(names, ["Duinstad", "Veenwold"], "they did send something");
    let table = folder.run_fixture("controleer a.xlsx b.xlsx c.xlsx").stdout;
    assert!(
        table.contains("a.xlsx (telt niet mee: spreekt een ander werkboek tegen)"),
        "{table}"
    );
}

#[test]
fn of_two_ambitions_that_contradict_each_other_neither_counts() {
    let with = |perspective: &str, ambition: u32| {
        beside(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
             # Ambitie\n| Stap | Ambitie |\n| 4 Melden | {ambition} |"
        ))
    };
    let folder = Folder::with(&[("a.xlsx", with("Gemeente", 80)), ("b.xlsx", with("Veilig Thuis", 90))]);
    let run = folder.run_fixture("rapport a.xlsx b.xlsx --sla-fouten-over --json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
    assert_eq!(report["steps"][4]["ambition"], serde_json::Value::Null);
}

#[test]
fn the_questionnaire_of_most_workbooks_is_that_of_the_region() {
    let of_2031 = || {
        municipal(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | Aldervoort |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
             # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | 2031 |",
        )
    };
    let folder = Folder::new();
    for name in [
        "questionnaire.toml",
        "recommendations.toml",
        "consistency.toml",
        "steps/5-beschermen.toml",
    ] {
        let text = fs::read_to_string(format!("{FIXTURE}/{name}")).expect("the fixture");
        folder.put(
            &format!("2031/{name}"),
            text.replace("edition = 2030", "edition = 2031"),
        );
    }
    folder.put("a.xlsx", of_2031());
    folder.put("b.xlsx", book("Flevoland", "Duinstad", 2030));
    folder.put("c.xlsx", book("Flevoland", "Veenwold", 2030));
    let run = folder.run_fixture("--vragenlijst 2031 controleer --stil a.xlsx b.xlsx c.xlsx");
    assert_eq!(
        run.stderr,
        "a.xlsx\n  fout R05  dit werkboek is van editie 2031 van de vragenlijst, b.xlsx van editie 2030. Gebruik binnen één regio en jaar werkboeken van één editie.\n1 fout.\n"
    );
}
