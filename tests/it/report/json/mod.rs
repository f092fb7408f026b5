//! The JSON that other programs rely on: its keys, their order and their possible values.

mod check;
mod progress;

use ketenscan::answers::Answer::Unknown;
use ketenscan::questionnaire::{Questionnaire, builtin};
use ketenscan::report::Report;
use ketenscan::report::region::json;
use ketenscan::report::sharing::{Audience, disclose};
use ketenscan::scoring::Weighting;
use ketenscan_testing::region::{Scored, Workbook, asking, asking_with, level, number, of, scored_by};
use ketenscan_testing::schema::{Json, Shape, shortcomings, violations};

/// `rapport --json`, according to the contract.
const REPORT: &str = r#"
{ "format": "ketenscan-report/1", "generated_by": "ketenscan X.Y.Z",
  "questionnaire": {"id", "edition", "sha256"}, "region", "year", "weighting": "equal"|"inhabitants",
  "municipalities": [{"name", "inhabitants", "responded", "steps": [{"number", "score"}]}],
  "inputs": [{"file", "sha256", "role", "municipality", "perspective", "answered", "unknown", "not_applicable", "missing"}],
  "chain": {"score", "low", "high", "weakest_step", "steps_at_norm"},
  "steps":  [{"number", "key", "name", "score", "low", "high", "norm", "gap", "coverage", "applicable", "status", "ambition"}],
  "themes": [{"key", "name", "core", "score", "low", "high", "norm", "gap", "coverage", "applicable", "status", "votes"}],
  "matrix": [{"step", "theme", "score", "questions"}],
  "practices": [{"key", "steps": [{"number", "score", "low", "high", "state", "weakest"}], "unbroken", "stalls_at", "uncertain_at"}],
  "questions": [{"id", "step", "theme", "role", "practice", "weight", "norm", "legal", "score", "low", "high", "coverage", "gap", "spread"}],
  "perspectives": [{"key", "steps": [{"number", "score"}]}],
  "agenda": [{"question", "disagreement", "means": [{"perspective", "mean"}]}],
  "handovers": [{"question", "from", "to", "from_score", "to_score", "mismatch"}],
  "contradictions": [{"role", "entity", "claim", "fact", "message"}],
  "white_spots": [{"theme", "municipalities", "uncertain", "unknown", "share_inhabitants"}],
  "legal": [{"question", "role", "entities"}],
  "plan": ["id", …],
  "own": [],
  "sharing": null | {"minimum", "expected", "responded", "withheld": ["id", …]} }"#;

/// `vergelijk --json`; its `chain` is the object of `rapport`.
const COMPARISON: &str = r#"
{ "format": "ketenscan-comparison/1", "generated_by",
  "regions": [{"region", "years": [{"year", "edition", "chain": {"score", "low", "high", "weakest_step", "steps_at_norm"}, "steps": [{"number", "score", "low", "high"}]}],
     "changes": [{"from", "to", "steps": [{"number", "total", "real", "availability", "respondents", "questions", "matched_pairs", "became_not_applicable", "not_comparable"}]}]}],
  "mirror": [{"year", "steps": [{"number", "n", "min", "q1", "median", "q3", "max"}]}] }"#;

const REPORT_SCHEMA: &str = include_str!("../../../../docs/schema/ketenscan-report-1.schema.json");
const COMPARISON_SCHEMA: &str = include_str!("../../../../docs/schema/ketenscan-comparison-1.schema.json");

fn written(found: &Scored) -> String {
    let report = Report {
        questionnaire: found.asked,
        region: &found.region,
        score: &found.score,
        sharing: None,
    };
    json::write(&report).unwrap()
}

#[track_caller]
fn assert_keeps_the_contract(text: &str, contract: &str, schema: &str) -> Json {
    let document = Json::parse(text);
    assert_eq!(Shape::parse(contract).differences(&document, "$"), [""; 0]);
    assert_eq!(violations(&Json::parse(schema), &document), [""; 0]);
    document
}

fn asked_of_everything() -> Questionnaire {
    asking_with(
        "",
        &[
            ("PRE-01", "theme = 'opvang'"),
            (
                "PRE-02",
                "theme = 'opvang'; per_practice = true; practices = ['vgv', 'eer', 'achterlating']; weight = 2",
            ),
            ("PRE-03", "kind = 'share'; legal = true; norm = 100"),
            (
                "MEL-01",
                "role = 'regio'; kind = 'count'; full_at = 100; zero_at = 0; ask = ['opvang', 'regio']; \
                 handover = { from = 'regio', to = 'opvang' }",
            ),
        ],
        "[[rule]]\nclaim = 'PRE-01'\nclaim_at_least = 75\nfact = 'PRE-02.eer'\nfact_below = 50\nmessage = 'Kijk samen.'",
    )
}

/// A region for which no list in the report is empty.
fn everything(asked: &Questionnaire) -> Scored<'_> {
    let workbooks = [
        Workbook::of_region(asked)
            .expects("Stil", Some(1000.0))
            .expects("Aan Zee", Some(3000.0))
            .aims_at(1, 80.0)
            .puts_first("opvang")
            .says("MEL-01", number(90.0)),
        Workbook::of_region(asked)
            .seen_from("opvang")
            .says("MEL-01", number(10.0)),
        Workbook::of_municipality(asked, "aan zee")
            .says("PRE-01", level(3))
            .says("PRE-02.vgv", level(0))
            .says("PRE-02.eer", level(0))
            .says("PRE-02.achterlating", Unknown)
            .says("PRE-03", of(1.0, 3.0)),
    ];
    scored_by(Weighting::Inhabitants, asked, workbooks)
}

#[test]
fn the_report_of_a_region_with_everything_keeps_the_contract() {
    let asked = asked_of_everything();
    let text = written(&everything(&asked));
    assert!(text.starts_with("{\n  \"format\": \"ketenscan-report/1\",\n") && text.ends_with("}\n"));
    let document = assert_keeps_the_contract(&text, REPORT, REPORT_SCHEMA);
    for (key, value) in document.entries().iter().filter(|(key, _)| key != "own") {
        assert!(
            *value != Json::List(Vec::new()),
            "nothing in '{key}', so that its keys go unchecked"
        );
    }
    let names = |path: &str, key: &str| -> Vec<String> {
        let items = document.at(path).items().iter();
        items
            .map(|item| item.at(key).text().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(names("municipalities", "name"), ["Aan Zee", "Stil"]);
    assert_eq!(*document.at("municipalities/1/responded"), Json::Bool(false));
    assert_eq!(*document.at("municipalities/1/steps/1/score"), Json::Null);
    assert_eq!(names("inputs", "role"), ["gemeente", "regio", "regio"]);
    assert_eq!(names("inputs", "municipality"), ["aan zee", "", ""]);
    assert_eq!(
        names("questions", "id"),
        [
            "PRE-01",
            "PRE-02.vgv",
            "PRE-02.eer",
            "PRE-02.achterlating",
            "PRE-03",
            "MEL-01"
        ]
    );
    assert_eq!(
        names("questions", "practice"),
        ["", "vgv", "eer", "achterlating", "", ""]
    );
    // Unrounded: a weight of 2 divided over three practices, and a share of one in three.
    assert!(text.contains("\"weight\": 0.6666666666666666,"));
    assert!(text.contains("\"score\": 33.33333333333333"));
    assert_eq!(*document.at("weighting"), "inhabitants".into());
    assert_eq!(*document.at("steps/1/ambition"), 80.0.into());
    assert_eq!(*document.at("themes/2/votes"), 1.0.into());
    assert_eq!(names("perspectives", "key"), ["gemeente", "opvang", "regio"]);
    assert_eq!(*document.at("handovers/0/mismatch"), Json::Bool(true));
    assert_eq!(*document.at("contradictions/0/entity"), "Aan Zee".into());
    assert_eq!(
        names("white_spots", "theme"),
        ["aandacht", "expertise", "opvang", "netwerken"]
    );
    assert_eq!(
        *document.at("white_spots/2/municipalities"),
        Json::List(vec!["Aan Zee".into()])
    );
    assert_eq!(*document.at("white_spots/2/share_inhabitants"), 0.75.into());
    assert_eq!(*document.at("legal/0/entities"), Json::List(vec!["Aan Zee".into()]));
    // PRE-03 because of the law; then twice 2/3·75 = 50, by id, and 75 - 50 = 25.
    let plan: Vec<_> = document.at("plan").items().iter().filter_map(Json::text).collect();
    assert_eq!(plan, ["PRE-03", "PRE-02.eer", "PRE-02.vgv", "MEL-01"]);
    // The matrix: three scored rows in step 1 on opvang; a single one on regie is too few.
    assert_eq!(*document.at("matrix/0/questions"), 3.0.into());
    assert_eq!(*document.at("matrix/1/score"), Json::Null);
    assert_eq!(document.at("practices/0/steps").items().len(), 7);
    assert_eq!(*document.at("practices/0/steps/0/number"), 1.0.into());
    assert_eq!(*document.at("perspectives/0/steps/0/number"), 0.0.into());
}

#[test]
fn a_shared_report_keeps_the_contract() {
    let asked = asked_of_everything();
    let found = everything(&asked);
    let disclosed = disclose(Audience::Anyone, &asked, &found.region, Weighting::Equal).unwrap();
    let text = json::write(&disclosed.report()).unwrap();
    let document = assert_keeps_the_contract(&text, REPORT, REPORT_SCHEMA);
    for list in [
        "municipalities",
        "inputs",
        "contradictions",
        "perspectives",
        "handovers",
    ] {
        assert_eq!(*document.at(list), Json::List(Vec::new()), "{list}");
    }
    assert_eq!(document.entries().last().unwrap().0, "sharing");
    assert_eq!(*document.at("sharing/withheld/0"), Json::from("PRE-01"));
}

#[test]
fn the_report_of_an_almost_empty_region_keeps_the_contract() {
    let asked = builtin();
    let empty = scored_by(Weighting::Equal, &asked, [Workbook::of_municipality(&asked, "Alleen")]);
    let document = assert_keeps_the_contract(&written(&empty), REPORT, REPORT_SCHEMA);
    for key in ["agenda", "contradictions", "legal", "plan"] {
        assert_eq!(*document.at(key), Json::List(Vec::new()), "{key} is empty, not absent");
    }
    assert_eq!(*document.at("chain/score"), Json::Null);
    assert_eq!(*document.at("chain/weakest_step"), Json::Null);
    assert_eq!(*document.at("steps/1/score"), Json::Null);
    assert_eq!(*document.at("steps/1/status"), "insufficient".into());
    assert_eq!(*document.at("themes/0/votes"), Json::Null);
    assert_eq!(*document.at("municipalities/0/inhabitants"), Json::Null);
    assert_eq!(*document.at("weighting"), "equal".into());
}

#[test]
fn a_question_that_applies_to_nobody_keeps_its_row_with_null_figures() {
    let asked = asking(&[("PRE-01", "kind = 'capacity'")]);
    let book = Workbook::of_municipality(&asked, "A").says("PRE-01", of(0.0, 0.0));
    let document = assert_keeps_the_contract(
        &written(&scored_by(Weighting::Equal, &asked, [book])),
        REPORT,
        REPORT_SCHEMA,
    );
    for figure in ["score", "low", "high", "coverage", "gap", "spread"] {
        assert_eq!(*document.at(&format!("questions/0/{figure}")), Json::Null);
    }
    assert_eq!(*document.at("questions/0/norm"), 75.0.into());
    assert_eq!(*document.at("inputs/0/not_applicable"), 1.0.into());
}

#[test]
fn the_schemas_describe_exactly_what_the_contract_names() {
    for (schema, contract) in [
        (REPORT_SCHEMA, REPORT),
        (COMPARISON_SCHEMA, COMPARISON),
        (check::CHECK_SCHEMA, check::CHECK),
        (progress::PROGRESS_SCHEMA, progress::PROGRESS),
    ] {
        let schema = Json::parse(schema);
        assert_eq!(shortcomings(&schema, "$"), [""; 0]);
        let (described, named) = (Shape::of_schema(&schema), Shape::parse(contract));
        assert!(described.agrees_with(&named), "{described:#?}\nis not\n{named:#?}");
        assert_eq!(
            *schema.at("$schema"),
            "https://json-schema.org/draft/2020-12/schema".into()
        );
        let format = schema.at("properties/format/const").text().unwrap();
        assert!(contract.contains(&format!("\"format\": \"{format}\"")));
    }
}

#[test]
fn the_chain_of_a_comparison_is_the_chain_of_a_report() {
    let (report, comparison) = (Json::parse(REPORT_SCHEMA), Json::parse(COMPARISON_SCHEMA));
    let there = comparison.at("properties/regions/items/properties/years/items/properties/chain");
    assert_eq!(report.at("properties/chain"), there);
}

#[test]
fn a_comparison_according_to_the_contract_fits_its_schema() {
    let steps = |step: &dyn Fn(usize) -> String| (0..8).map(step).collect::<Vec<_>>().join(",");
    let scores = steps(&|step| format!(r#"{{"number":{step},"score":null,"low":0,"high":100}}"#));
    let chain = r#"{"score":null,"low":0,"high":100,"weakest_step":null,"steps_at_norm":0}"#;
    let changes = steps(&|step| {
        format!(
            r#"{{"number":{step},"total":-2.5,"real":1,"availability":-3.5,"respondents":0,"questions":0,"matched_pairs":4,"became_not_applicable":1,"not_comparable":null}}"#
        )
    });
    let mirror =
        steps(&|step| format!(r#"{{"number":{step},"n":2,"min":null,"q1":null,"median":null,"q3":null,"max":null}}"#));
    let text = format!(
        r#"{{"format":"ketenscan-comparison/1","generated_by":"ketenscan 0.1.0","regions":[{{"region":"Proef",
        "years":[{{"year":2026,"edition":2026,"chain":{chain},"steps":[{scores}]}}],
        "changes":[{{"from":2026,"to":2028,"steps":[{changes}]}}]}}],"mirror":[{{"year":2026,"steps":[{mirror}]}}]}}"#
    );
    assert_keeps_the_contract(&text, COMPARISON, COMPARISON_SCHEMA);
}

#[test]
fn a_document_that_violates_a_schema_is_detected() {
    let schema = Json::parse(REPORT_SCHEMA);
    let good = written(&everything(&asked_of_everything()));
    let broken = |from: &str, to: &str| {
        assert!(good.contains(from), "no {from}");
        violations(&schema, &Json::parse(&good.replacen(from, to, 1))).len()
    };
    assert_eq!(broken("\"year\"", "\"jaar\""), 2, "one key too many and one too few");
    assert_eq!(broken("\"year\": 2026", "\"year\": 2026.5"), 1);
    assert_eq!(broken("\"weighting\": \"inhabitants\"", "\"weighting\": \"other\""), 1);
    assert_eq!(broken("\"ambition\": 80.0", "\"ambition\": 180.0"), 1);
    assert_eq!(broken("\"responded\": true", "\"responded\": null"), 1);
    let swapped = Json::parse(
        &good
            .replacen("\"name\"", "\"x\"", 1)
            .replacen("\"inhabitants\":", "\"name\":", 1),
    );
    assert_eq!(Shape::parse(REPORT).differences(&swapped, "$").len(), 1);
}
