//! What a shared report shows and what it leaves out, by hand.

use super::Shared;
use ketenscan::answers::Choice::{self, No, Partly, Yes};
use ketenscan::answers::{Answer, KeyFigure, Submission};
use ketenscan::list::Index as _;
use ketenscan::questionnaire::{PracticeIndex, Questionnaire};
use ketenscan_testing::region::{Workbook, asking, asking_with, choice, level};
use serde_json::json;

const NAMES: [&str; 7] = ["Aa", "Bee", "Cee", "Dee", "Ee", "Ef", "Gee"];

/// A workbook of the first municipality, the second and so on, each with one answer to each of these rows.
fn municipalities(asked: &Questionnaire, rows: &[(&str, &[Answer])]) -> Vec<Submission> {
    let number = rows.iter().map(|(_, answers)| answers.len()).max().unwrap_or(0);
    let book = |place: usize| {
        let book = Workbook::of_municipality(asked, NAMES[place]);
        let said = rows
            .iter()
            .filter_map(|(row, answers)| Some((row, *answers.get(place)?)));
        said.fold(book, |book, (row, answer)| book.says(row, answer))
            .handed_in()
    };
    (0..number).map(book).collect()
}

fn levels(levels: &[u8]) -> Vec<Answer> {
    levels.iter().map(|&given| level(given)).collect()
}

#[test]
fn a_municipal_row_counts_from_five_municipalities_that_differ_whoever_is_taken_out() {
    let ids = ["PRE-01", "PRE-02", "PRE-03", "PRE-04", "PRE-05"];
    let asked = asking(&ids.map(|id| (id, "")));
    let answers = [
        levels(&[0, 1, 2, 3]),
        levels(&[2, 2, 2, 2, 2]),
        levels(&[2, 2, 2, 2, 3]),
        levels(&[2, 2, 2, 3, 3]),
        levels(&[1, 2, 2, 3, 4, 4]),
    ];
    let rows: Vec<(&str, &[Answer])> = ids.into_iter().zip(answers.iter().map(Vec::as_slice)).collect();
    let shared = Shared::from(&asked, municipalities(&asked, &rows));
    assert_eq!(shared.withheld(), ["PRE-01", "PRE-02", "PRE-03"]);
    // 300/5 = 60, and 400/6 = 66.7 rounded to 65.
    assert_eq!(
        ids.map(|id| shared.score(id)),
        [None, None, None, Some(60.0), Some(65.0)]
    );
    // 60 and 66.67 with equal weights; one of six did not answer PRE-04: (5/6 + 1)/2 = 0.9167.
    let step = shared.step(1);
    assert_eq!((&step["score"], &step["coverage"]), (&json!(63.0), &json!(0.92)));
    // L = (50 + 66.67)/2 = 58.3, U = (66.67 + 66.67)/2 = 66.7; the norm is 75.
    assert_eq!(
        (&step["low"], &step["high"], &step["gap"]),
        (&json!(58.0), &json!(67.0), &json!(12.0))
    );
    let question = shared.question("PRE-05");
    for key in ["low", "high", "coverage", "spread"] {
        assert!(question[key].is_null(), "{key}");
    }
    assert_eq!(question["gap"], json!(10.0));
    let expected = json!({"minimum": 5, "expected": 6, "responded": 6, "withheld": ["PRE-01", "PRE-02", "PRE-03"]});
    assert_eq!(shared.json["sharing"], expected);
}

#[test]
fn the_region_speaks_for_itself_and_partners_from_five_workbooks_on() {
    let asked = asking(&[("PRE-01", "role = 'regio'")]);
    let own = || Workbook::of_region(&asked).says("PRE-01", level(4)).handed_in();
    let partners = |levels: &[u8]| -> Vec<Submission> {
        let book = |(number, &given): (usize, &u8)| {
            let book = Workbook::of_region(&asked).seen_from("opvang");
            book.filled_in_by(&number.to_string())
                .says("PRE-01", level(given))
                .handed_in()
        };
        levels.iter().enumerate().map(book).collect()
    };
    let score = |levels: &[u8]| {
        let mut submissions = partners(levels);
        submissions.push(own());
        Shared::from(&asked, submissions).score("PRE-01")
    };
    assert_eq!(score(&[0, 1, 2, 3]), Some(100.0));
    // (100 + 50)/2.
    assert_eq!(score(&[0, 1, 2, 3, 4]), Some(75.0));
    assert_eq!(score(&[0, 0, 0, 0, 4]), Some(100.0));
    assert_eq!(Shared::from(&asked, partners(&[0, 1, 2, 3])).score("PRE-01"), None);
}

#[test]
fn perspectives_agenda_and_handovers_need_five_workbooks_on_each_side() {
    let handover =
        "role = 'regio'; ask = ['veilig-thuis', 'opvang']; handover = { from = 'veilig-thuis', to = 'opvang' }";
    let asked = asking(&[("PRE-01", handover)]);
    let books = |perspective: &str, levels: &[u8]| -> Vec<Submission> {
        let book = |(number, &given): (usize, &u8)| {
            let book = Workbook::of_region(&asked).seen_from(perspective);
            book.filled_in_by(&number.to_string())
                .says("PRE-01", level(given))
                .handed_in()
        };
        levels.iter().enumerate().map(book).collect()
    };
    let shared = |others: &[u8]| {
        let mut submissions = books("veilig-thuis", &[4, 4, 4, 3, 3, 2]);
        submissions.extend(books("opvang", others));
        Shared::from(&asked, submissions)
    };
    let both = shared(&[0, 0, 0, 1, 1]);
    // 500/6 = 83.3 and 10: shown as 85 and 10, which are 75 apart.
    let means = json!([{"perspective": "veilig-thuis", "mean": 85.0}, {"perspective": "opvang", "mean": 10.0}]);
    assert_eq!(
        both.json["agenda"],
        json!([{"question": "PRE-01", "disagreement": 75.0, "means": means}])
    );
    let handover = &both.json["handovers"][0];
    assert_eq!(
        (&handover["from_score"], &handover["to_score"], &handover["mismatch"]),
        (&json!(85.0), &json!(10.0), &json!(true))
    );
    let steps = both.json["perspectives"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| &found["steps"][1]["score"]);
    assert_eq!(steps.collect::<Vec<_>>(), [&json!(85.0), &json!(10.0)]);

    let one = shared(&[0, 0, 0, 1]);
    assert_eq!((&one.json["agenda"], &one.json["handovers"]), (&json!([]), &json!([])));
    assert_eq!(one.json["perspectives"].as_array().unwrap().len(), 1);
    assert!(
        one.says
            .contains("Waar perspectieven verschillen: niets dat in deze uitgave getoond kan worden")
    );
}

#[test]
fn votes_need_five_voters_who_do_not_all_agree() {
    let asked = asking(&[("PRE-01", "")]);
    let votes = |themes: &[&[&str]]| {
        let books = themes.iter().zip(NAMES).map(|(themes, name)| {
            let book = Workbook::of_municipality(&asked, name).says("PRE-01", level(1));
            themes
                .iter()
                .fold(book, |book, theme| book.puts_first(theme))
                .handed_in()
        });
        let shared = Shared::from(&asked, books.collect());
        let themes = shared.json["themes"].as_array().unwrap().iter();
        themes.map(|theme| theme["votes"].as_f64()).collect::<Vec<_>>()
    };
    let four: [&[&str]; 4] = [&["opvang"], &["opvang"], &["regie"], &["regie"]];
    assert_eq!(votes(&four), [None; 5]);
    // Of six, two put shelter first, which is 33 %, one the networks, and five who is in charge.
    let six: [&[&str]; 6] = [
        &["opvang", "regie"],
        &["opvang"],
        &["regie"],
        &["regie", "netwerken"],
        &["regie"],
        &["regie"],
    ];
    assert_eq!(votes(&six), [None, None, Some(0.35), None, None]);
}

#[test]
fn numbers_of_municipalities_are_told_only_where_they_point_to_nobody() {
    let asked = asking(&[("PRE-01", "legal = true; norm = 100; kind = 'yes_no'; theme = 'opvang'")]);
    let says = |answers: &[Choice]| {
        let answers: Vec<Answer> = answers.iter().map(|&given| choice(given)).collect();
        Shared::from(&asked, municipalities(&asked, &[("PRE-01", &answers)])).says
    };
    let two = says(&[Yes, Yes, Yes, No, No, Yes]);
    assert!(
        two.contains("PRE-01 (2 gemeenten)") && two.contains("Thema opvang – 2 gemeenten."),
        "{two}"
    );
    // All fall short of the law; nobody is below 50.
    let all = says(&[Partly, Partly, No, No, Partly, Partly]);
    assert!(
        all.contains("PRE-01 (niet getoond: het zou naar één gemeente kunnen wijzen)"),
        "{all}"
    );
    let none = says(&[Partly, Partly, Yes, Yes, Yes]);
    assert!(
        none.contains("Thema opvang – niet getoond: het zou naar één gemeente kunnen wijzen."),
        "{none}"
    );
    let few = says(&[Yes, Yes, No, No]);
    assert!(
        few.contains("Thema opvang – niet getoond: te weinig gemeenten."),
        "{few}"
    );
    assert!(
        few.contains("niet te zeggen: er is niets dat in deze uitgave getoond kan worden"),
        "{few}"
    );
    // A number could determine what the one municipality that sent two workbooks answered.
    let answers = [Yes, Yes, Yes, No, No, Yes].map(choice);
    let mut submissions = municipalities(&asked, &[("PRE-01", &answers)]);
    let second = Workbook::of_municipality(&asked, NAMES[5]).filled_in_by("een ander");
    submissions.push(second.says("PRE-01", choice(Partly)).handed_in());
    let several = Shared::from(&asked, submissions).says;
    assert!(
        several.contains("PRE-01 (niet getoond: het zou naar één gemeente kunnen wijzen)")
            && several.contains("Thema opvang – niet getoond: het zou naar één gemeente kunnen wijzen."),
        "{several}"
    );
    // Six answered, but nobody this question: at the theme nobody is left.
    let unknown = [Answer::Unknown; 6];
    let nobody = Shared::from(&asked, municipalities(&asked, &[("PRE-01", &unknown)])).says;
    assert!(
        nobody.contains("Thema opvang – niet getoond: te weinig gemeenten."),
        "{nobody}"
    );
    // Each theme has a reason of its own: nobody answered about one, all do well at the other.
    let asked = asking(&[("PRE-01", "theme = 'opvang'"), ("PRE-02", "theme = 'netwerken'")]);
    let answers = [
        ("PRE-01", &[Answer::Unknown; 6][..]),
        ("PRE-02", &levels(&[3, 3, 3, 4, 4, 4])),
    ];
    let both = Shared::from(&asked, municipalities(&asked, &answers)).says;
    for sentence in [
        "Thema opvang – niet getoond: te weinig gemeenten.",
        "Thema netwerken – niet getoond: het zou naar één gemeente kunnen wijzen.",
    ] {
        assert!(both.contains(sentence), "{sentence}: {both}");
    }
    for said in [two, all, none, few, several, nobody, both] {
        assert!(!said.contains("geen witte vlekken"), "{said}");
    }
}

#[test]
fn what_a_report_without_municipal_answers_rests_on_is_said() {
    // At step 1 the region's own question holds, and what is its own for one practice is the municipalities'.
    let asked = asking(&[
        ("PRE-01", "role = 'regio'"),
        ("PRE-02", "per_practice = true; practices = ['eer']"),
    ]);
    let says = |given: &[u8]| {
        let mut submissions = municipalities(&asked, &[("PRE-02.eer", &levels(given))]);
        submissions.push(Workbook::of_region(&asked).says("PRE-01", level(4)).handed_in());
        Shared::from(&asked, submissions).says
    };
    let rests = "Dit beeld rust alleen op de vragen aan de regio: wat gemeenten antwoordden, kan in deze uitgave niet getoond worden.";
    let (few, enough) = (says(&[4, 4, 3]), says(&[4, 4, 4, 3, 3]));
    assert!(
        few.contains(&format!("Alle 3 gemeenten die bekend zijn, deden mee. {rests}")),
        "{few}"
    );
    assert!(
        enough.contains("Alle 5 gemeenten die bekend zijn, deden mee.") && !enough.contains(rests),
        "{enough}"
    );
    // The link lacks a part that was asked, but may not be shown.
    let why = "of een van de delen wordt niet gevraagd, geldt niet of kan hier niet getoond worden";
    assert!(few.contains(why), "{few}");
    assert!(
        few.contains("Niet zeker op wat eigen is aan deze vorm: ") && !few.contains("overal vast"),
        "{few}"
    );
}

#[test]
fn key_figures_are_called_as_the_templates_call_them_or_left_out() {
    let asked = asking(&[("PRE-01", "role = 'regio'")]);
    let mut book = Workbook::of_region(&asked).says("PRE-01", level(2)).handed_in();
    let practice = PracticeIndex::at(0);
    for (figure, number) in [
        ("MELDINGEN bij Veilig Thuis", 31.0),
        ("Adviesvragen aan Veilig Thuis", 4.0),
        ("Wijkteam Noord", 12.0),
    ] {
        book.context.key_figures.push(KeyFigure {
            figure: figure.to_owned(),
            practice,
            practice_name: "Vorm vgv".to_owned(),
            number,
        });
    }
    let said = Shared::from(&asked, vec![book]).says;
    assert!(
        said.contains("Meldingen bij Veilig Thuis") && said.contains("\"31\""),
        "{said}"
    );
    assert!(
        said.contains("minder dan 10") && !said.contains("Wijkteam Noord"),
        "{said}"
    );
}

#[test]
fn a_definition_can_ask_for_three_or_for_more() {
    for (minimum, shown) in [(3, true), (4, false)] {
        let asked = asking_with(&format!("sharing_minimum = {minimum}"), &[("PRE-01", "")], "");
        let shared = Shared::from(&asked, municipalities(&asked, &[("PRE-01", &levels(&[1, 2, 3]))]));
        assert_eq!(shared.score("PRE-01").is_some(), shown);
        assert!(
            shared.says.contains(&format!("minstens {minimum} gemeenten")),
            "{}",
            shared.says
        );
    }
}
