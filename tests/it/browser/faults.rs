//! What goes wrong on the page costs as little as it can, and is said.

use std::fs;

use serde_json::json;

use super::page::{built, driven, names};
use super::year;

/// Ends the module.
const END: &str = "wasm.ketenscan_call(-64, 64, -64, 64);";

/// The page, with a fault in its worker: a script that runs before every order. `is` says whether it is that job, about a
/// file whose name ends so.
fn faulty(script: &str) -> String {
    let is = "const is = (job, ending = \"\") => order.job === job && (order.label ?? \"\").endsWith(ending);";
    changed("function call(order, body) {", &format!("{is}\n{script}"))
}

/// The page with a script after a line of it.
fn changed(line: &str, script: &str) -> String {
    let page = fs::read_to_string(built()).unwrap();
    assert_eq!(page.matches(line).count(), 1, "{line}");
    page.replace(line, &format!("{line}\n{script}"))
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn a_file_that_ends_or_hangs_the_module_costs_that_file_alone() {
    let (home, _) = year();
    // Before and between the others.
    home.put("voorbeeldland-2026/a-val.xlsx", "PK");
    home.put("voorbeeldland-2026/h-hang.xlsx", "PK");
    home.put(
        "pagina.html",
        faulty(&format!(
            "if (is(\"read\", \"-val.xlsx\")) {END}\nif (is(\"read\", \"-hang.xlsx\")) for (;;);"
        )),
    );

    let found = driven(
        json!({ "page": home.path("pagina.html"), "scenario": "faults", "folder": home.path("voorbeeldland-2026") }),
    );
    let printed: Vec<&str> = found["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|printed| printed.as_str().unwrap())
        .collect();
    let contradictory = "W04 fout W04 het werkboek is beschadigd (de inhoud spreekt zichzelf tegen). Open het in Excel of \
                         LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.";
    // And of the first workbook that the region is not a real one.
    assert_eq!(
        (printed.len(), &printed[..2], &printed[2][..3]),
        (3, &[contradictory; 2][..], "R07")
    );
    assert_eq!(found["rows"].as_u64().unwrap() as usize, 16);
    assert_eq!(names(&found["outputs"]), ["voorbeeldland-2026.xlsx", "rapport.zip"]);
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn what_an_ended_worker_still_says_is_heard_by_nobody() {
    let (home, _) = year();
    home.put("voorbeeldland-2026/b-traag.xlsx", "PK");
    let slow = "if (is(\"read\", \"b-traag.xlsx\")) for (const until = Date.now() + 4000; Date.now() < until;);";
    home.put("pagina.html", faulty(slow));
    let found = driven(
        json!({ "page": home.path("pagina.html"), "scenario": "late", "folder": home.path("voorbeeldland-2026") }),
    );
    assert!(found["problems"][0].as_str().unwrap().starts_with("W04"), "{found}");
    assert_eq!(found["rows"], 15);
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn a_file_whose_bytes_come_in_late_is_read_all_the_same() {
    let (home, _) = year();
    // Wherever the page fetches them.
    let slow = "const own = Blob.prototype.arrayBuffer;\n\
                Blob.prototype.arrayBuffer = async function () {\n\
                  await new Promise((resolve) => setTimeout(resolve, 3000));\n\
                  return own.call(this);\n\
                };";
    home.put("pagina.html", changed("let wasm;", slow));
    let file = home.path("voorbeeldland-2026/duinstad-gemeente.xlsx");
    let found = driven(json!({ "page": home.path("pagina.html"), "scenario": "slow", "file": file }));
    let problems = found["problems"].as_array().unwrap();
    assert!(
        problems
            .iter()
            .all(|printed| !printed.as_str().unwrap().starts_with("W04")),
        "{problems:?}"
    );
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn a_job_that_ends_or_is_stopped_leaves_the_page_as_it_was() {
    let (home, _) = year();
    home.put("hang.xlsx", "PK");
    let faults = format!("if (is(\"report\")) {END}\nif (is(\"compare\") || is(\"read\", \"hang.xlsx\")) for (;;);");
    // A module that fell often leaves no room for another in the same worker.
    let page = faulty(&faults).replace(
        "function start(module) {",
        "function start(module) {\nif (wasm) throw new Error();",
    );
    home.put("pagina.html", page);
    let found = driven(json!({
        "page": home.path("pagina.html"), "scenario": "stopping",
        "folder": home.path("voorbeeldland-2026"), "hanging": home.path("hang.xlsx"),
    }));
    assert_eq!(
        found["ended"],
        "Dit liep vast, en er is niets gemaakt. Probeer het met minder bestanden."
    );
    assert_eq!(
        found["stopped"],
        json!(["Dat lukte niet", "Gestopt. Er is niets gemaakt en niets veranderd."])
    );
    assert_eq!(found["rows"], json!([16, 16]));
    assert_eq!(found["chosen"], "Gekozen: 15 bestanden");
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn a_failure_of_the_page_is_said_and_holds_up_nothing_after_it() {
    let found = driven(json!({ "page": built(), "scenario": "failing" }));
    assert_eq!(
        found["failed"],
        "Er ging iets mis in de browser (NotFoundError), en er is niets gemaakt. Probeer het nog eens. Blijft het misgaan, \
         laad de pagina dan opnieuw."
    );
    let refused = found["refused"][1].as_str().unwrap();
    assert!(
        refused.starts_with("Er is niets gemaakt: er zit een fout in deze pagina. Meld die aan wie u de pagina gaf: "),
        "{refused}"
    );
    assert_eq!(
        (&found["refused"][0], &found["refused"][2]),
        (&json!("Dat lukte niet"), &found["refused"][1])
    );
    assert!(found["rows"].as_u64().unwrap() > 16);
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn files_of_the_same_name_never_replace_each_other_unsaid() {
    let (home, _) = year();
    let name = "duinstad-gemeente.xlsx";
    let one = home.path("voorbeeldland-2026").join(name);
    home.put(
        "elders/duinstad-gemeente.xlsx",
        home.read("voorbeeldland-2026/veenwold-gemeente.xlsx"),
    );
    let found = driven(json!({
        "page": built(), "scenario": "names",
        "one": one, "other": home.path("elders").join(name), "folder": home.path("voorbeeldland-2026"),
    }));
    let otherwise = "Zijn het andere bestanden met dezelfde naam? Geef ze dan een andere naam, of kies de map waarin hun \
                     mappen staan.";
    assert_eq!(
        found["notes"],
        json!([
            [],
            [format!(
                "Opnieuw gekozen, en alleen het nieuwe telt: {name}. {otherwise}"
            )],
            [format!(
                "In een map en los gekozen, en allebei tellen ze: voorbeeldland-2026/{name}. Is het één de verbetering van \
                 het ander? Haal dan het oude weg, bij 'Gekozen'."
            )],
            [
                format!(
                    "Opnieuw gekozen, en alleen het nieuwe telt: voorbeeldland-2026/duinstad-gemeente-gezamenlijk.xlsx, \
                     voorbeeldland-2026/duinstad-gemeente.xlsx, voorbeeldland-2026/duinstad-lokaal-team.xlsx, \
                     voorbeeldland-2026/heuveldam-gemeente.xlsx, voorbeeldland-2026/klaverbeek-gemeente.xlsx en nog 10. \
                     {otherwise}"
                ),
                format!(
                    "In een map en los gekozen, en allebei tellen ze: voorbeeldland-2026/{name}. Is het één de verbetering \
                     van het ander? Haal dan het oude weg, bij 'Gekozen'."
                ),
            ],
        ])
    );
    assert_eq!(
        found["chosen"],
        json!([
            "Gekozen: 1 bestand",
            "Gekozen: 1 bestand",
            "Gekozen: 16 bestanden",
            "Gekozen: 16 bestanden"
        ])
    );
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn what_is_not_saved_stays_on_the_page_until_it_is() {
    let (home, _) = year();
    let found = driven(json!({
        "page": built(), "scenario": "unsaved", "folder": home.path("voorbeeldland-2026"), "zip": home.path("alles.zip"),
    }));
    assert_eq!(
        found["kept"],
        json!([
            "Het rapport: Alles in één keer: rapport.zip",
            "Het rapport om te delen: Alles in één keer: rapport.zip",
            "De tabellen: Alles in één keer: tabellen.zip"
        ])
    );
    assert_eq!(found["asks"], json!([[true, true], [true, true], [false, false]]));
    // The report is saved, and the tables were made again.
    assert_eq!(
        found["keptAfter"],
        json!(["Het rapport om te delen: Alles in één keer: rapport.zip"])
    );
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn dragged_text_is_no_file() {
    let found = driven(json!({ "page": built(), "scenario": "text" }));
    assert_eq!(
        (&found["typed"], &found["title"]),
        (&json!("Duinstad"), &json!("De vragen"))
    );
}
