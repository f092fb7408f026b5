//! The blank workbooks to hand out are those that `sjabloon` writes, and columns about an earlier year do no harm.

use std::path::Path;

use calamine::{Reader, Xlsx};
use ketenscan::answers::{Answer, Choice, Context, Earlier, EarlierSteps, PlanNote, Previous, Rows, Submission, Value};
use ketenscan::list::Index as _;
use ketenscan::plan::Status;
use ketenscan::questionnaire::{Editions, Kind, PerspectiveIndex, Questionnaire, Role, builtin, regions};
use ketenscan::workbook::read::{Content, read};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::grid::grids;
use ketenscan_testing::package::unpack;

use crate::stored::every_kind;

fn blank(role: Role) -> Vec<u8> {
    blank_of(&builtin(), role)
}

fn blank_of(questionnaire: &Questionnaire, role: Role) -> Vec<u8> {
    let order = Order {
        regions: regions().into_iter().map(|region| region.name).collect(),
        ..Order::blank(role)
    };
    template::write(questionnaire, &order).unwrap()
}

#[test]
fn the_workbooks_to_hand_out_are_up_to_date() {
    for questionnaire in Editions::builtin().iter() {
        let edition = questionnaire.edition;
        for role in [Role::Municipality, Role::Region] {
            let folder = format!("questionnaires/{edition}");
            let path = format!("{folder}/ketenscan-{edition}-{}.xlsx", role.key());
            let kept = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap_or_default();
            assert!(
                kept == blank_of(questionnaire, role),
                "{path} is not what the tool writes now; run: \
                 cargo run -- sjabloon --vragenlijst {folder} -o {folder} --overschrijf"
            );
        }
    }
}

#[test]
fn a_function_can_be_chosen_and_another_can_be_typed() {
    for (role, cell, function) in [
        (Role::Municipality, "B7", "Wijkagent"),
        (Role::Region, "B6", "Procesregisseur Zorg- en Veiligheidshuis"),
    ] {
        let parts = unpack(&blank(role));
        let text = |name: &str| {
            let (_, part) = parts.iter().find(|(part, _)| part == name).expect("a part");
            String::from_utf8(part.clone()).expect("UTF-8")
        };
        let sheet = text("xl/worksheets/sheet3.xml");
        let rule = sheet
            .split("<dataValidation ")
            .find(|rule| rule.contains(&format!("sqref=\"{cell}\"")));
        let rule = rule.expect("a rule for the cell");
        assert!(
            rule.contains("type=\"list\"") && rule.contains("errorStyle=\"information\""),
            "{rule}"
        );
        assert!(
            text("xl/sharedStrings.xml").contains(&format!("<t>{function}</t>")),
            "{function}"
        );
    }
}

#[test]
fn no_text_is_cut_off() {
    let questionnaire = builtin();
    let mut workbooks = vec![blank(Role::Municipality), blank(Role::Region)];
    workbooks.push(template::write(&questionnaire, &with_an_earlier_year(&questionnaire)).unwrap());
    let perspectives = questionnaire.perspectives.iter();
    let asked = perspectives.filter(|perspective| perspective.key != "regio" && !perspective.joint);
    workbooks.extend(asked.map(|perspective| short(&perspective.key)));
    let mut cut = Vec::new();
    for workbook in &workbooks {
        for (sheet, grid) in grids(workbook) {
            cut.extend(grid.cut_off().into_iter().map(|cell| format!("{sheet}!{cell}")));
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

/// Pixels that an office program shows of a sheet on a laptop's screen of 1366 by 768: below its ribbon, and beside its row
/// numbers.
const SCREEN: (f64, f64) = (1320.0, 560.0);

#[test]
fn a_question_takes_at_most_half_a_screen_and_its_answer_is_on_it() {
    let mut rows = 0;
    for (name, workbook) in every_kind() {
        for (sheet, grid) in grids(&workbook) {
            let Some((&(header, answer), _)) = grid.texts.iter().find(|(_, text)| *text == "Antwoord") else {
                continue;
            };
            let across = grid.left_of(answer + 1);
            assert!(across <= SCREEN.0, "{name}, {sheet}: {across} pixels up to the answer");
            // What each answered separately may take more.
            if grid.texts.values().any(|text| text == "Wat ieder apart antwoordde") {
                continue;
            }
            let last = grid.texts.keys().map(|(row, _)| *row).max().unwrap_or(header);
            for row in header + 1..=last {
                let height = grid.top_of(row + 1) - grid.top_of(row);
                assert!(
                    height <= SCREEN.1 / 2.0,
                    "{name}, {sheet}, row {}: {height} pixels",
                    row + 1
                );
                rows += 1;
            }
        }
    }
    assert!(rows > 400, "{rows}");
}

#[test]
fn how_far_it_is_comes_first() {
    let questionnaire = builtin();
    let mut filled = with_an_earlier_year(&questionnaire);
    let answers = &mut filled.filled.as_mut().unwrap().answers;
    let heard = questionnaire.rows_of(Role::Municipality).next().unwrap();
    answers.set(heard, Answer::Unknown);
    for (order, progress) in [
        (
            Order::blank(Role::Municipality),
            "0 van de 35 antwoorden zijn klaar. Het blad Overzicht laat per stap zien wat nog open is.",
        ),
        (
            filled,
            "1 van de 35 antwoorden zijn klaar. Het blad Overzicht laat per stap zien wat nog open is.",
        ),
    ] {
        let bytes = template::write(&questionnaire, &order).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
        assert_eq!(book.sheet_names()[..3], ["Toelichting", "Overzicht", "Gegevens"]);
        let [explanation, _] = texts(&bytes);
        assert!(explanation.contains(progress), "{explanation}");
        let step = book.worksheet_range("1 Preventie").unwrap();
        let states = step.rows().skip(2).map(|row| row[0].to_string());
        let states: Vec<String> = states.collect();
        assert_eq!(states[0], "Stand");
        // Headings of questions per practice have one too, so that they stay when what is open is filtered.
        assert!(states[1..].iter().all(|state| state == "open"), "{states:?}");
    }
}

#[test]
fn an_ambition_is_filled_in_beside_the_norm_and_last_year() {
    let questionnaire = builtin();
    let mut order = Order::blank(Role::Region);
    let ambitions = |order: &Order| {
        let bytes = template::write(&questionnaire, order).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
        let sheet = book.worksheet_range("Ambitie").unwrap();
        let rows = sheet.rows().skip(3);
        rows.map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let blank = ambitions(&order);
    assert_eq!(blank[0], ["Stap", "Norm", "Ambitie"]);
    let norms = blank[1..].iter().map(|row| row[1].parse::<f64>().unwrap());
    assert!(norms.clone().count() == 8 && norms.into_iter().all(|norm| (50.0..=100.0).contains(&norm)));

    order.previous.steps = Some(EarlierSteps {
        year: 2026,
        scores: [None, Some(48.0), None, None, None, None, None, None],
        ambitions: [None, Some(65.0), None, None, None, None, None, None],
    });
    let shown = ambitions(&order);
    assert_eq!(
        shown[0],
        ["Stap", "Norm", "Score in 2026", "Ambitie in 2026", "Ambitie"]
    );
    assert_eq!(shown[1][2..], ["te weinig antwoorden", "niet ingevuld", ""]);
    assert_eq!(shown[2][2..], ["48", "65", ""]);
    // None of it is read back as an ambition.
    let back = read(
        &template::write(&questionnaire, &order).unwrap(),
        "regio.xlsx",
        &questionnaire.clone().into(),
    );
    assert!(matches!(back.value, Some(Content::Blank(_))), "{back:?}");
    assert!(back.problems.is_empty(), "{:?}", back.problems);
}

/// The short workbook for a perspective.
fn short(key: &str) -> Vec<u8> {
    let questionnaire = builtin();
    let perspective = questionnaire.perspectives.position(|known| known.key == key);
    let order = Order {
        perspective: Some(perspective.unwrap()),
        ..Order::blank(Role::Region)
    };
    template::write(&questionnaire, &order).unwrap()
}

/// All texts on the sheet `Toelichting`, and of the questions on the sheet of step 0.
fn texts(bytes: &[u8]) -> [String; 2] {
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    ["Toelichting", "0 Randvoorwaarden"].map(|name| {
        let sheet = book.worksheet_range(name).unwrap();
        let cells = sheet.rows().flatten().map(ToString::to_string);
        cells.collect::<Vec<_>>().join("\n")
    })
}

#[test]
fn each_reader_has_an_explanation_and_columns_of_their_own() {
    let rule = "Kies het hoogste niveau waarvan de hele zin klopt.";
    let general = "Een algemene afspraak of werkwijze in stap 4 tot en met 7 is 2.";
    for (role, title) in [
        (Role::Municipality, "Vragenlijst voor de gemeente, editie 2026"),
        (Role::Region, "Vragenlijst voor de regio, editie 2026"),
    ] {
        let [explanation, step] = texts(&blank(role));
        for said in [title, "ongeveer twee uur", rule, general, "De kolom 'Vraag na bij'"] {
            assert!(explanation.contains(said), "{said}: {explanation}");
        }
        assert!(step.contains("Vraag na bij"), "{step}");
    }

    let [explanation, step] = texts(&short("veilig-thuis"));
    for said in [
        "Korte vragenlijst – Veilig Thuis, editie 2026",
        "ongeveer een uur",
        "waar uw organisatie iets van ziet",
        "Raakt een vraag u, in het werk of zelf? Sla die over, en praat met een collega of iemand die u vertrouwt.",
        "Plak dan alleen de waarden (Plakken speciaal → Waarden).",
        rule,
        general,
    ] {
        assert!(explanation.contains(said), "{said}: {explanation}");
    }
    assert!(!explanation.contains("Vraag na bij") && !step.contains("Vraag na bij"));

    // What the edition leaves out has no heading either.
    let heading = "Alleen algemeen?";
    let bare = Questionnaire {
        what_counts: None,
        ..builtin()
    };
    let [bare, _] = texts(&template::write(&bare, &Order::blank(Role::Region)).unwrap());
    assert!(explanation.contains(heading) && !bare.contains(heading), "{bare}");

    let [explanation, step] = texts(&short("sleutelfiguur"));
    for said in [
        "Korte vragenlijst – Sleutelfiguur, editie 2026",
        "Antwoord over wat jij zelf ziet. Weet je niet of iets op papier staat of betaald wordt? Kies Weet ik niet.",
        "Raakt een vraag je te veel, sla hem over en praat met iemand die je vertrouwt.",
        "Kies dan Plakken speciaal en dan Waarden.",
    ] {
        assert!(explanation.contains(said), "{said}: {explanation}");
    }
    let questionnaire = builtin();
    let asked = questionnaire
        .questions
        .iter()
        .find(|question| question.id == "RVW-08")
        .unwrap();
    let own = asked.informal.as_ref().unwrap();
    assert!(step.contains(&format!("{}\n{}", own.text, own.help)) && step.contains(&format!("0: {}", own.anchors[0])));
    assert!(!step.contains(&asked.text) && !step.contains("Vraag na bij"), "{step}");
}

#[test]
fn a_step_of_a_full_workbook_can_be_filtered_by_who_knows_the_answer() {
    let bytes = blank(Role::Municipality);
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
    let sheet = book.worksheet_range("0 Randvoorwaarden").unwrap();
    let headers = sheet.rows().nth(2).unwrap();
    let column = headers.iter().position(|header| *header == "Vraag na bij");
    assert_eq!(column, Some(9), "J, between A and K");
    let parts = unpack(&bytes);
    let (_, part) = parts
        .iter()
        .find(|(name, _)| name == "xl/worksheets/sheet4.xml")
        .unwrap();
    let text = String::from_utf8_lossy(part);
    assert!(text.contains("<autoFilter ref=\"A3:K7\"/>"), "{text}");
    // Locked cells can be filtered, too.
    let protection = text.split("<sheetProtection ").nth(1).unwrap();
    let protection = protection.split('>').next().unwrap();
    assert!(protection.contains("autoFilter=\"0\""), "{protection}");
}

/// An order for Duinstad in 2027, with its answers in 2026, what was planned, and what is filled in now.
fn with_an_earlier_year(questionnaire: &Questionnaire) -> Order {
    let mut answers = Rows::default();
    let mut earlier = questionnaire.rows.map(|_| Vec::new());
    let mut plan = questionnaire.rows.map(|_| None);
    for row in questionnaire.rows_of(Role::Municipality) {
        answers.set(row, Answer::Missing);
        earlier[row] = match &questionnaire.question_of(row).kind {
            Kind::Level { .. } => vec![Answer::Answered(Value::Level(3))],
            Kind::YesNo => vec![Answer::Answered(Value::Choice(Choice::Partly))],
            Kind::Count { .. } => vec![Answer::Answered(Value::Count(2.5))],
            _ => vec![Answer::Answered(Value::Pair { part: 5.0, whole: 8.0 })],
        };
        plan[row] = Some(PlanNote {
            status: Some(Status::Busy),
            ready_by: Some("1 juli 2027".to_owned()),
        });
    }
    Order {
        region: Some("Flevoland".to_owned()),
        municipality: Some("Duinstad".to_owned()),
        year: Some(2027),
        previous: Previous {
            answers: Some(Earlier {
                year: 2026,
                rows: earlier,
            }),
            plan: Some(Earlier { year: 2026, rows: plan }),
            steps: None,
        },
        filled: Some(Submission {
            file: String::new(),
            sha256: String::new(),
            is_invented: false,
            role: Role::Municipality,
            questionnaire: questionnaire.identity(),
            region: String::new(),
            municipality: None,
            year: 2027,
            perspective: PerspectiveIndex::default(),
            is_joint: false,
            respondent: None,
            date: None,
            saved: None,
            answers,
            spots: Rows::default(),
            sheets: Vec::new(),
            evidence: Vec::new(),
            priorities: Vec::new(),
            context: Context::default(),
        }),
        ..Order::blank(Role::Municipality)
    }
}

fn submission(bytes: &[u8]) -> Submission {
    let read = read(bytes, "duinstad.xlsx", &builtin().into());
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    match read.value {
        Some(Content::Submission(submission)) => *submission,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_earlier_year_is_shown_next_to_the_answer_and_never_read_as_one() {
    let questionnaire = builtin();
    let mut order = with_an_earlier_year(&questionnaire);
    let bytes = template::write(&questionnaire, &order).unwrap();
    let [explanation, _] = texts(&bytes);
    let said = "wat hier over 2026 is geantwoord of samen afgesproken en wat het verbeterplan van 2026 erover zegt";
    assert!(explanation.contains(said), "{explanation}");
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
    let sheet = book.worksheet_range("1 Preventie").unwrap();
    let header: Vec<String> = sheet.rows().nth(2).unwrap().iter().map(ToString::to_string).collect();
    let expected = [
        "Stand",
        "ID",
        "Vraag",
        "Toelichting",
        "Antwoord in 2026",
        "Verbeterplan 2026",
        "Antwoord",
        "Teller",
        "Noemer",
    ];
    assert_eq!(header[..9], expected);
    let shown: Vec<String> = sheet.rows().skip(3).map(|row| row[4].to_string()).collect();
    assert!(shown.contains(&"3 – Geregeld".to_owned()) && shown.contains(&"5 van 8".to_owned()));
    assert_eq!(
        sheet.rows().nth(3).unwrap()[5].to_string(),
        "Loopt (gereed op: 1 juli 2027)"
    );
    // If nothing is filled in, the earlier answers next to it are not read as answers.
    let back = read(&bytes, "duinstad.xlsx", &questionnaire.clone().into()).value;
    assert!(matches!(back, Some(Content::Blank(_))), "{back:?}");

    // Once filled in, every answer is read from its own column.
    let filled = order.filled.as_mut().unwrap();
    for row in questionnaire.rows_of(Role::Municipality) {
        let answer = match &questionnaire.question_of(row).kind {
            Kind::Level { .. } => Answer::Answered(Value::Level(1)),
            Kind::YesNo if row.number().is_multiple_of(2) => Answer::NotApplicable,
            Kind::YesNo => Answer::Unknown,
            Kind::Count { .. } => Answer::Answered(Value::Count(7.0)),
            _ => Answer::Answered(Value::Pair { part: 1.0, whole: 4.0 }),
        };
        filled.answers.set(row, answer);
        filled
            .evidence
            .push((row, format!("Regiovisie, hoofdstuk {}", row.number())));
    }
    let back = submission(&template::write(&questionnaire, &order).unwrap());
    let filled = order.filled.as_ref().unwrap();
    assert_eq!(back.answers, filled.answers);
    assert_eq!(back.evidence, filled.evidence);
}
