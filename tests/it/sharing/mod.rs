//! What leaves the region with `--delen` lets nobody learn what one municipality, partner or expert answered: written as
//! someone would who tries.

mod alone;
mod drawn;
mod editions;
mod figures;
mod files;
mod participant;
mod swapped;
mod three_years;
mod years;

use ketenscan::answers::{Region, Submission};
use ketenscan::plan::WrittenPlan;
use ketenscan::questionnaire::Questionnaire;
use ketenscan::report::region::{json, letter, outline, terminal};
use ketenscan::report::sharing::{Audience, disclose};
use ketenscan::scoring::Weighting;
use ketenscan_testing::region::region_of;
use serde_json::Value;

/// A shared report as an attacker holds it.
struct Shared {
    /// Everything it says: its JSON, its summary, and the outlines from which workbook, page, pictures and letter are made.
    says: String,
    /// Its JSON.
    json: Value,
    /// Per legal row, how many municipalities fall short, where it says so.
    legal: Vec<(String, usize)>,
}

impl Shared {
    fn of(asked: &Questionnaire, region: &Region) -> Self {
        let disclosed = disclose(Audience::Anyone, asked, region, Weighting::Equal).expect("nobody is weighed");
        let report = disclosed.report();
        let text = json::write(&report).expect("JSON");
        let counted = report.sharing.expect("a shared report").legal.iter();
        let legal = counted.filter_map(|&(row, number)| Some((asked.rows[row].id.clone(), number.ok()?)));
        Self {
            json: serde_json::from_str(&text).expect("JSON"),
            legal: legal.collect(),
            says: format!(
                "{text}{}{:?}{:?}",
                terminal::write(&report),
                outline(&report, &[], &WrittenPlan::default()),
                letter(&report)
            ),
        }
    }

    fn from(asked: &Questionnaire, submissions: Vec<Submission>) -> Self {
        Self::of(asked, &region_of(submissions))
    }

    fn question(&self, id: &str) -> &Value {
        let questions = self.json["questions"].as_array().expect("questions");
        let found = questions.iter().find(|question| question["id"] == id);
        found.unwrap_or_else(|| panic!("no question '{id}'"))
    }

    fn score(&self, id: &str) -> Option<f64> {
        self.question(id)["score"].as_f64()
    }

    fn step(&self, step: usize) -> &Value {
        &self.json["steps"][step]
    }

    fn withheld(&self) -> Vec<&str> {
        let withheld = self.json["sharing"]["withheld"].as_array().expect("a list");
        withheld.iter().map(|id| id.as_str().expect("an id")).collect()
    }
}

/// How many random regions are attacked; `PROPTEST_CASES` asks for more.
fn cases(few: u64) -> u64 {
    let asked = std::env::var("PROPTEST_CASES");
    asked.map_or(few, |cases| cases.parse().expect("a number of cases"))
}
