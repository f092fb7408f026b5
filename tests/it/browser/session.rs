//! Every job through the session of the page, next to the command line.

use ketenscan_testing::package::typed;
use ketenscan_web::session::Session;
use serde_json::{Value, json};

use super::{DAY, Files, below, command, command_of, demo, year};

/// The page without its page: a session, asked as the worker asks it.
struct Page(Session);

impl Page {
    /// A page on which these files were chosen.
    fn with(files: &Files) -> Self {
        let mut page = Self(Session::new());
        let names: Vec<&String> = files.keys().collect();
        let chosen: Vec<Value> = names
            .iter()
            .map(|path| json!({ "path": path, "named": false }))
            .collect();
        let (arranged, _) = page.ask(&json!({ "job": "arrange", "files": chosen }), b"");
        for place in arranged["files"].as_array().unwrap() {
            let index = place["index"].as_u64().unwrap() as usize;
            let order = json!({ "job": "read", "label": place["label"], "named": false });
            page.ask(&order, &files[names[index]]);
        }
        page
    }

    /// The answer to an order, and the files that it made, without the zip of them all.
    fn ask(&mut self, order: &Value, body: &[u8]) -> (Value, Files) {
        let reply = self.0.call(order.to_string().as_bytes(), body);
        assert_eq!(reply.head.get("refused"), None, "{order}");
        let mut outputs = reply.outputs;
        let zip = outputs.pop();
        assert!(zip.is_none_or(|zip| zip.bytes.starts_with(b"PK")));
        let files = outputs.into_iter().map(|output| (output.name, output.bytes));
        (reply.head, files.collect())
    }

    /// The files that a job made with these wishes.
    fn made(&mut self, job: &str, wishes: Value) -> Files {
        let (head, files) = self.done(job, wishes);
        assert_eq!(head["stopped"], Value::Null, "{job}");
        files
    }

    fn done(&mut self, job: &str, mut wishes: Value) -> (Value, Files) {
        wishes["job"] = json!(job);
        wishes["date"] = json!(DAY);
        self.ask(&wishes, b"")
    }
}

#[track_caller]
fn same(page: &Files, command_line: &Files) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(page), names(command_line));
    for (name, bytes) in page {
        assert!(bytes == &command_line[name], "{name} differs");
    }
}

#[test]
fn every_job_makes_what_the_command_line_makes() {
    let folder = demo();
    let mut books = below(&folder, "ingevuld");
    books = books
        .into_iter()
        .map(|(name, bytes)| (format!("ingevuld/{name}"), bytes))
        .collect();
    let mut all = Page::with(&books);
    let year = books.iter().filter(|(name, _)| name.contains("/voorbeeldland-2026/"));
    let mut one = Page::with(&year.map(|(name, bytes)| (name.clone(), bytes.clone())).collect());

    same(&all.ask(&json!({ "job": "demo" }), b"").1, &books);

    command(
        &folder,
        "controleer ingevuld/voorbeeldland-2026 --json -o c/bevindingen.json --berichten c/berichten",
    );
    command(&folder, "controleer ingevuld/voorbeeldland-2026 -o c/bevindingen.txt");
    same(
        &one.made("check", json!({ "json": true, "letters": true })),
        &below(&folder, "c"),
    );

    command(
        &folder,
        "rapport ingevuld/voorbeeldland-2026 --json --html --grafieken --raadsbrief -o r",
    );
    let everything = json!({ "json": true, "html": true, "pictures": true, "letter": true });
    same(&one.made("report", everything.clone()), &below(&folder, "r"));
    let mut selected = everything.clone();
    selected["region"] = json!("Voorbeeldland");
    selected["year"] = json!(2026);
    assert_eq!(all.made("report", selected).len(), below(&folder, "r").len());

    // The page carries over the plan of a report among the files; the command line, that of the one that it replaces.
    let planned = "voorbeeldland-2025.xlsx";
    folder.put(
        &format!("w/{planned}"),
        &books[&format!("ingevuld/voorbeeldland-2025/{planned}")],
    );
    command(&folder, "rapport ingevuld --weging inwoners -o w --overschrijf");
    same(
        &all.made("report", json!({ "by_inhabitants": true })),
        &below(&folder, "w"),
    );
    command(&folder, "rapport ingevuld --delen --html --raadsbrief -o d");
    same(
        &all.made("report", json!({ "share": true, "html": true, "letter": true })),
        &below(&folder, "d"),
    );

    command(&folder, "overleg ingevuld/voorbeeldland-2026 -o o/voorbeeldland-2026");
    let (answer, made) = one.done("consensus", json!({}));
    same(&made, &below(&folder, "o"));
    assert_eq!(
        answer["notes"],
        json!(["Heuveldam en Rietmeer antwoordden vanuit één perspectief; daar valt niets af te spreken."])
    );
    // Municipalities answer every year; each year has its own folder.
    let joint = "duinstad-gemeente-gezamenlijk.xlsx";
    let (answer, of_all) = all.done("consensus", json!({}));
    let note = answer["notes"][0].as_str().unwrap();
    assert!(
        note.starts_with("Luchtwijk (2024), Nevelhoek (2024), Luchtwijk (2025), "),
        "{note}"
    );
    assert!(of_all[&format!("voorbeeldland-2026/{joint}")] == made[&format!("voorbeeldland-2026/{joint}")]);
    assert!(of_all.contains_key(&format!("voorbeeldland-2025/{joint}")));

    command(&folder, "vergelijk ingevuld --json --html --grafieken -o v");
    same(&all.made("compare", everything), &below(&folder, "v"));
    command(&folder, "vergelijk ingevuld --delen -o vd");
    same(&all.made("compare", json!({ "share": true })), &below(&folder, "vd"));

    // The report of last year, in which the plan is filled in, and what moved since another copy of it.
    let kept = "voorbeeldland-2025 (vorige 2025-11-03).xlsx";
    let report = &books[&format!("ingevuld/voorbeeldland-2025/{planned}")];
    folder.put(kept, typed(report, "Verbeterplan", "J7", "Niet gestart"));
    let order = "voortgang --datum 2026-07-01 --json --html --agenda -o p ingevuld";
    let words = command_of(&folder, order.split(' ').chain([kept]));
    all.ask(
        &json!({ "job": "read", "label": kept, "named": true }),
        &folder.read(kept),
    );
    let order = json!({ "job": "progress", "date": [2026, 7, 1], "json": true, "html": true, "calendar": true });
    let (answer, made) = all.ask(&order, b"");
    same(&made, &below(&folder, "p"));
    assert_eq!(answer["summaries"][0]["text"], words);
    assert!(
        words.contains("Veranderd sinds voorbeeldland-2025 (vorige 2025-11-03).xlsx"),
        "{words}"
    );

    command(&folder, "exporteer ingevuld --formaat csv -o e");
    same(&all.made("export", json!({})), &below(&folder, "e"));

    let words = command(&folder, "vragenlijst toon --rol gemeente");
    let (answer, _) = one.ask(&json!({ "job": "questions", "role": "gemeente" }), b"");
    assert_eq!(answer["summaries"][0]["text"], words);
}

#[test]
fn workbooks_are_those_of_the_command_line_with_last_year_beside_the_questions() {
    let (folder, files) = year();
    command(&folder, "sjabloon -o leeg");
    let mut page = Page::with(&Files::new());
    same(
        &page.made("templates", json!({ "region": "", "year": "2026" })),
        &below(&folder, "leeg"),
    );

    command(
        &folder,
        "sjabloon --regio Voorbeeldland --jaar 2027 --gemeente Duinstad=152000 --gemeente Rietmeer --perspectief politie-justitie \
         --vorige voorbeeldland-2026 -o s",
    );
    let mut page = Page::with(&files);
    let wanted = json!({
        "region": "Voorbeeldland", "year": " 2027 ", "municipalities": "Duinstad\t152000\nRietmeer",
        "perspectives": ["politie-justitie"], "previous": true,
    });
    same(&page.made("templates", wanted), &below(&folder, "s"));
}

#[test]
fn a_report_among_the_files_gives_its_plan_to_the_new_one() {
    let (folder, mut files) = year();
    command(&folder, "rapport voorbeeldland-2026 -o r");
    let report = typed(
        &folder.read("r/voorbeeldland-2026.xlsx"),
        "Verbeterplan",
        "D7",
        "Plekken inkopen",
    );
    folder.put("r/voorbeeldland-2026.xlsx", &report);
    files.insert("voorbeeldland-2026/rapport van maart.xlsx".to_owned(), report.clone());
    let mut page = Page::with(&files);

    let (answer, made) = page.done("report", json!({}));
    assert_eq!(
        answer["notes"],
        json!(["1 ingevuld punt van het verbeterplan overgenomen uit voorbeeldland-2026/rapport van maart.xlsx."])
    );
    command(&folder, "rapport voorbeeldland-2026 -o r --overschrijf");
    assert!(made["voorbeeldland-2026.xlsx"] == folder.read("r/voorbeeldland-2026.xlsx"));

    // It is no error among the workbooks, and in an edition for sharing there is no room for a plan.
    let (answer, _) = page.done("check", json!({}));
    assert_eq!(answer["counted"], Value::Null);
    page.made("report", json!({ "share": true }));

    // Of two, the first counts.
    files.insert("voorbeeldland-2026/z.xlsx".to_owned(), report);
    let (answer, _) = Page::with(&files).done("report", json!({}));
    assert_eq!(
        answer["notes"][1],
        "Van hetzelfde rapport is ook voorbeeldland-2026/z.xlsx gekozen; daarvan is niets overgenomen."
    );
}

#[test]
fn errors_stop_a_report_with_words_of_the_page_until_they_are_left_out() {
    let (folder, mut files) = year();
    let whole = &files["voorbeeldland-2026/duinstad-gemeente.xlsx"];
    let half = whole[..whole.len() / 2].to_vec();
    folder.put("voorbeeldland-2026/kapot.xlsx", &half);
    files.insert("voorbeeldland-2026/kapot.xlsx".to_owned(), half);
    let mut page = Page::with(&files);
    let (answer, made) = page.done("report", json!({ "html": true }));
    assert!(made.is_empty());
    assert_eq!(
        answer["stopped"],
        "Er is niets gemaakt: in de werkboeken staan fouten. Ze staan hieronder, met wat eraan te doen is. Of kies \
         'Antwoorden met fouten weglaten', en maak het rapport opnieuw."
    );
    let mut shown = answer["problems"].as_array().unwrap().iter();
    let broken = shown
        .find(|shown| shown["file"] == "voorbeeldland-2026/kapot.xlsx")
        .unwrap();
    assert_eq!(broken["problems"][0]["code"], "W04");
    let (answer, _) = page.done("compare", json!({}));
    assert_eq!(
        answer["stopped"],
        "Er is niets gemaakt: in de werkboeken staan fouten. Ze staan hieronder, met wat eraan te doen is."
    );

    command(&folder, "rapport voorbeeldland-2026 --sla-fouten-over -o r");
    same(
        &page.made("report", json!({ "skip_errors": true })),
        &below(&folder, "r"),
    );
}

#[test]
fn a_file_on_which_the_module_ended_is_reported_as_the_library_reports_it() {
    let mut page = Page::with(&year().1);
    page.ask(&json!({ "job": "unreadable", "label": "val.xlsx" }), b"");
    page.ask(&json!({ "job": "closed", "label": "open.xlsx" }), b"");
    let (answer, _) = page.done("check", json!({}));
    assert_eq!(answer["counted"], "2 fouten.");
    let shown = |file: usize| &answer["problems"][file]["problems"][0];
    assert_eq!(
        (&shown(0)["code"], &shown(0)["account"]),
        (
            &json!("W13"),
            &json!(
                "het bestand kan niet gelezen worden: de browser krijgt het niet te zien. Sluit het in andere programma's, \
                 kijk of het er nog staat, en kies het opnieuw."
            )
        )
    );
    assert_eq!(
        (&shown(1)["code"], &shown(1)["account"]),
        (
            &json!("W04"),
            &json!(
                "het werkboek is beschadigd (de inhoud spreekt zichzelf tegen). Open het in Excel of LibreOffice, sla het \
                 opnieuw op als .xlsx en probeer het nog eens."
            )
        )
    );
    assert_eq!(answer["response"][0]["rows"].as_array().unwrap().len(), 16);
}

#[test]
fn what_cannot_be_done_is_said_in_words_of_the_page() {
    let mut page = Page::with(&Files::new());
    let stopped = |page: &mut Page, job: &str, wishes: Value| page.done(job, wishes).0["stopped"].clone();
    assert_eq!(
        stopped(&mut page, "report", json!({})),
        "Kies eerst bestanden, bij 'Nakijken'."
    );
    let wanted = json!({ "region": "Voorbeeldland", "year": "26" });
    assert_eq!(
        stopped(&mut page, "templates", wanted),
        "Kies bij 'Jaar' een jaar van 2000 tot en met 2100."
    );
    let wanted = json!({ "region": " ", "municipalities": "Duinstad" });
    assert_eq!(stopped(&mut page, "templates", wanted), "Vul de naam van de regio in.");
    let mut page = Page::with(&Files::from([("map/notulen.txt".to_owned(), b"notulen".to_vec())]));
    assert_eq!(
        stopped(&mut page, "check", json!({})),
        "Tussen deze bestanden staat geen werkboek van ketenscan. Kies de ingevulde werkboeken, of de map waarin ze staan."
    );
    let both = json!({ "share": true, "by_inhabitants": true });
    let words = stopped(&mut page, "report", both);
    assert!(
        words
            .as_str()
            .unwrap()
            .ends_with("zet 'Gemeenten tellen naar inwoners' uit."),
        "{words}"
    );
}
