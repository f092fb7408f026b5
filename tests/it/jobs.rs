//! Jobs on bytes alone: they need no files, and make what the command line writes.

use ketenscan::jobs::demo::{COMPARISON, Demo};
use ketenscan::jobs::input::Input;
use ketenscan::jobs::reading::{InputFile, ReportPolicy, read};
use ketenscan::jobs::report::{Audience, Options, PendingReport, Reports};
use ketenscan::jobs::templates::{self, Wanted};
use ketenscan::jobs::{Error, Irreplaceable, Made, Output, catalogue, check, compare, export};
use ketenscan::problem::{Problem, Remedy, Severity};
use ketenscan::questionnaire::{Date, Editions, Questionnaire, builtin};

use crate::folder::Folder;
use crate::programs::{ketenscan, succeed};

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 1,
};

/// The demo's workbooks and its report with a plan in these folders, in the order in which they would be found.
fn books(demo: &Demo, folders: &[String]) -> Vec<Output> {
    let planned = demo.planned_report(&Editions::builtin()).unwrap().unwrap();
    let mut books = Vec::new();
    for folder in folders {
        let within = demo.books().into_iter().filter(|book| book.name().starts_with(folder));
        let made = within.map(|book| book.make(&builtin()).unwrap());
        let mut made: Vec<Output> = made.collect();
        made.extend(planned.name.starts_with(folder).then(|| planned.clone()));
        made.sort_by(|a, b| a.name.cmp(&b.name));
        books.append(&mut made);
    }
    books
}

/// Files as if found in a folder with this name, gathered into an input.
fn gather(folder: &str, files: &[Output], reports: ReportPolicy, known: &Editions) -> Input {
    let readings = files.iter().map(|file| {
        let given = InputFile {
            label: &format!("{folder}{}", file.name),
            bytes: &file.bytes,
            named: false,
        };
        read(&given, known, reports)
    });
    Input::gather(readings.collect(), known)
}

fn voorbeeldland(known: &Editions) -> Input {
    let folder = "ingevuld/voorbeeldland-2026".to_owned();
    gather("", &books(&Demo::story(), &[folder]), ReportPolicy::Refuse, known)
}

fn only<'a>(reports: &Reports<'a>) -> PendingReport<'a> {
    let mut pending = reports.pending().unwrap();
    assert_eq!(pending.len(), 1);
    pending.remove(0)
}

fn for_anyone() -> Options {
    Options {
        audience: Audience::Anyone,
        ..Options::default()
    }
}

#[test]
fn a_report_replaces_only_its_own_kind_and_no_filled_in_plan_gets_lost() {
    let known = Editions::builtin();
    let input = voorbeeldland(&known);
    let (own, shared) = (Options::default(), for_anyone());
    let own = Reports::new(&input, &known, &own);
    let shared = Reports::new(&input, &known, &shared);
    let ordinary = own.make(&only(&own), TODAY).unwrap().outputs.remove(0);
    let passed_on = shared.make(&only(&shared), TODAY).unwrap().outputs.remove(0);

    let taken_over = own.replace(&mut only(&own), "eerder.xlsx", &ordinary.bytes).unwrap();
    assert_eq!((taken_over.points, taken_over.problems.len()), (0, 0));
    shared
        .replace(&mut only(&shared), "eerder.xlsx", &passed_on.bytes)
        .unwrap();
    own.replace(&mut only(&own), "eerder.xlsx", b"eigen werk").unwrap();

    let refused = |reports: &Reports, bytes: &[u8]| {
        let error = reports.replace(&mut only(reports), "eerder.xlsx", bytes).unwrap_err();
        let Error::Irreplaceable { name, why } = error else {
            panic!("{error}");
        };
        assert_eq!(name, "voorbeeldland-2026.xlsx");
        why
    };
    assert_eq!(refused(&shared, &ordinary.bytes), Irreplaceable::OrdinaryReport);
    assert_eq!(refused(&own, &passed_on.bytes), Irreplaceable::ForSharing);
    for bytes in [&b"PK damaged"[..], b"\xd0\xcf\x11\xe0 secret"] {
        assert_eq!(refused(&own, bytes), Irreplaceable::NoReport);
    }
}

#[test]
fn a_foreign_file_stops_a_job_only_if_the_user_named_it() {
    let known = Editions::builtin();
    let reading = |named| {
        let file = InputFile {
            label: "verslag.txt",
            bytes: b"notulen",
            named,
        };
        read(&file, &known, ReportPolicy::Refuse)
    };
    let severity = |problems: &[Problem]| problems.iter().map(|problem| problem.severity).collect::<Vec<_>>();
    assert_eq!(severity(&reading(true).problems), [Severity::Error]);
    assert_eq!(severity(&reading(false).problems), [Severity::Note]);

    let named = Input::gather(vec![reading(true)], &known);
    assert!(!named.is_useless(), "there is an error to tell");
    assert!(matches!(
        compare::compare(&named, &known, COMPARISON, TODAY),
        Err(Error::Faulty)
    ));
    let found = Input::gather(vec![reading(false)], &known);
    assert!(found.is_useless());
    assert!(matches!(
        export::pending(&found, &known, export::Format::Csv),
        Err(Error::NothingFilledIn)
    ));
}

#[test]
fn a_missing_region_or_year_is_distinguished_from_a_blank_one() {
    let known = Editions::builtin();
    let input = voorbeeldland(&known);
    let chosen = Options {
        region: Some("Fabelstreek".to_owned()),
        ..Options::default()
    };
    let none = Reports::new(&input, &known, &chosen);
    assert!(matches!(none.pending(), Err(Error::NothingChosen(_))));

    let wanted = Wanted {
        region: Some(("Duinland".to_owned(), 2027)),
        ..Wanted::default()
    };
    let blank: Vec<Output> = templates::pending(&wanted, known.newest())
        .unwrap()
        .iter()
        .map(|workbook| workbook.make(known.newest()).unwrap())
        .collect();
    assert!(templates::may_replace(&blank[0].bytes, "leeg.xlsx", &known));
    let blank = gather("", &blank, ReportPolicy::Refuse, &known);
    let all = Options::default();
    assert!(matches!(
        Reports::new(&blank, &known, &all).pending(),
        Err(Error::AllBlank(1))
    ));
}

#[test]
fn hints_say_what_to_choose_without_naming_an_option() {
    let other = Editions::from(Questionnaire {
        id: "anders".to_owned(),
        ..builtin()
    });
    let input = voorbeeldland(&other);
    let problem = &input.problems[0];
    assert_eq!(problem.code, "W08");
    assert_eq!(
        problem.hint,
        "Deze run leest 'anders'; wijs een andere vragenlijst aan."
    );
    let ours = vec!["anders".to_owned()];
    assert_eq!(problem.remedy, Some(Remedy::OtherQuestionnaire { ours }));
}

/// The output of the command line, run in a folder on [`TODAY`].
fn printed(folder: &Folder, arguments: &str) -> String {
    let mut command = ketenscan(arguments.split(' '));
    succeed(
        command
            .env("SOURCE_DATE_EPOCH", "1793491200")
            .current_dir(folder.path("")),
    )
}

fn assert_written(made: &[Output], folder: &Folder, within: &str) {
    for output in made {
        let name = format!("{within}{}", output.name);
        assert!(
            folder.read(&name) == output.bytes,
            "{name} is written as something else"
        );
    }
}

#[test]
fn workbooks_reports_comparison_and_tables_are_those_of_the_command_line() {
    let folder = Folder::new();
    printed(&folder, "demo --stil -o demo");

    let known = Editions::builtin();
    let demo = Demo::story();
    let all = books(&demo, &demo.folders());
    assert_written(&all, &folder, "demo/");

    let written = folder.names();
    for invented in demo.reports() {
        let folders: Vec<String> = invented.names.iter().map(|name| format!("ingevuld/{name}")).collect();
        let input = gather("demo/", &books(&demo, &folders), ReportPolicy::Refuse, &known);
        let reports = Reports::new(&input, &known, &invented.options);
        let made = reports.make(&only(&reports), TODAY).unwrap();
        assert_written(&made.outputs, &folder, "demo/");
        let mut names: Vec<String> = made
            .outputs
            .iter()
            .map(|output| format!("demo/{}", output.name))
            .collect();
        names.sort();
        let start = format!("demo/{}", invented.names[0]);
        let own = written.iter().filter(|name| name.starts_with(&start));
        assert_eq!(names, own.cloned().collect::<Vec<_>>());
    }

    let input = gather("demo/", &all, ReportPolicy::ReadPlan, &known);
    let Made { outputs, text } = compare::compare(&input, &known, COMPARISON, TODAY).unwrap();
    assert_written(&outputs, &folder, "demo/");
    assert_eq!(printed(&folder, "vergelijk demo/ingevuld --stil -o nogmaals"), text);

    let text = printed(&folder, "exporteer demo/ingevuld --stil -o tabellen --formaat csv");
    let mut account = export::Account::new(export::Format::Csv);
    for tables in export::pending(&input, &known, export::Format::Csv).unwrap() {
        assert_written(&tables.make(&mut account).unwrap(), &folder, "tabellen/");
    }
    assert_written(&[account.data_package().unwrap()], &folder, "tabellen/");
    assert_eq!(text, account.text() + "\n");

    let text = printed(&folder, "controleer demo/ingevuld --stil");
    assert_eq!(text, check::text(&input) + &check::response_text(&input, &known));
    let text = printed(&folder, "controleer demo/ingevuld --stil --json");
    assert_eq!(text, check::json(&input, &known).unwrap() + "\n");
}

#[test]
fn blank_workbooks_and_the_list_of_questions_are_those_of_the_command_line() {
    let folder = Folder::new();
    let text = printed(
        &folder,
        "sjabloon --stil --regio Duinland --jaar 2027 --gemeente Duinstad=52000 --perspectief veilig-thuis",
    );
    let wanted = Wanted {
        region: Some(("Duinland".to_owned(), 2027)),
        municipalities: vec![templates::municipality("Duinstad=52000").unwrap()],
        perspectives: vec!["veilig-thuis".to_owned()],
        ..Wanted::default()
    };
    let known = builtin();
    let pending = templates::pending(&wanted, &known).unwrap();
    let names: Vec<&str> = pending.iter().map(|workbook| workbook.name.as_str()).collect();
    assert_eq!(text.lines().collect::<Vec<_>>(), names);
    let made = pending.iter().map(|workbook| workbook.make(&known).unwrap());
    assert_written(&made.collect::<Vec<_>>(), &folder, "");

    let questions = catalogue::Choice::default().of(&known).unwrap();
    let text = printed(&folder, "vragenlijst toon");
    assert_eq!(text, catalogue::text(&known, &questions));
}
