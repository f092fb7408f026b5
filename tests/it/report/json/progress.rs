//! `voortgang --json` on a plan with everything.

use ketenscan::plan::{Point, Standing, Status};
use ketenscan::progress::Progress;
use ketenscan::questionnaire::Date;
use ketenscan::report::progress;

use super::*;

/// `voortgang --json`.
pub(super) const PROGRESS: &str = r#"
{ "format": "ketenscan-progress/1", "generated_by", "region", "year", "file", "day",
  "points": [{"number", "id", "name", "step", "to_do", "owner", "ready_by", "due", "status"}],
  "untouched", "overdue": ["number", …], "without_owner": ["number", …], "without_date": ["number", …],
  "not_started": ["number", …], "under_way": ["number", …], "done": ["number", …], "dropped": ["number", …], "without_status": ["number", …],
  "owners": [{"name", "points": ["number", …]}], "steps": [{"name", "points": ["number", …]}],
  "since": null | {"file", "moves": [{"point", "id", "name", "kind": "new"|"changed"|"gone", "status": null | {"from", "to"}, "ready_by": null | {"from", "to"}, "owner": null | {"from", "to"}}]} }"#;

pub(super) const PROGRESS_SCHEMA: &str = include_str!("../../../../docs/schema/ketenscan-progress-1.schema.json");

#[test]
fn the_progress_of_a_plan_with_everything_keeps_the_contract() {
    let point = |id: &str, to_do: &str, owner: &str, ready_by: &str, status: &str| Point {
        id: id.to_owned(),
        name: String::new(),
        step: Some("5 Beschermen".to_owned()).filter(|_| !id.is_empty()),
        to_do: to_do.to_owned(),
        owner: owner.into(),
        ready_by: ready_by.to_owned(),
        status: Status::from_words(status),
    };
    let plan = |points: Vec<Point>| Standing {
        file: "rapport.xlsx".to_owned(),
        region: "Proefregio".to_owned(),
        year: 2026,
        points,
        untouched: 3,
    };
    let earlier = plan(vec![
        point("BES-01", "inkopen", "Jurist", "2026", "Niet gestart"),
        point("BES-03", "gaat weg", "", "", ""),
    ]);
    let later = plan(vec![
        point("BES-01", "inkopen", "", "ooit", "Loopt"),
        point("BES-02", "nieuw", "Jurist", "1-1-2027", "Gereed"),
        point("BES-04", "", "Jurist", "1-1-2027", "Vervallen"),
        point("", "eigen", "Jurist", "1-1-2027", ""),
        point("BES-05", "dralen", "Jurist", "1-1-2027", "Niet gestart"),
    ]);
    let day = Date::new(2027, 4, 1).unwrap();
    for earlier in [None, Some(&earlier)] {
        let text = progress::json::write(&Progress::new(&later, earlier, day)).unwrap();
        let document = assert_keeps_the_contract(&text, PROGRESS, PROGRESS_SCHEMA);
        assert!(text.ends_with("}\n"));
        assert_eq!(*document.at("day"), "2027-04-01".into());
        for (key, value) in document.entries() {
            let unchecked = *value == Json::List(Vec::new());
            assert!(!unchecked, "nothing in '{key}', so that its keys go unchecked");
        }
        assert_eq!(document.at("since") == &Json::Null, earlier.is_none());
    }
}
