//! Small workbooks as values, years and regions made of them, and the two small editions.

use std::path::{Path, PathBuf};

use ketenscan::answers::{Answer, Choice, Context, Region, Rows, Submission, Value, assemble};
use ketenscan::comparison::{Comparison, Year, compare};
use ketenscan::plan::{FIELDS, PlanEntry};
use ketenscan::questionnaire::{Editions, Questionnaire, Role, SourceFile, load};
use ketenscan::scoring::{RegionScore, Weighting, score};

/// Name of the region, if a test needs only one.
pub const REGION: &str = "Proefland";

pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn edition(name: &str) -> Questionnaire {
    let folder = folder(name);
    let mut files = Vec::new();
    for folder in [folder.clone(), folder.join("steps")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                files.push(SourceFile {
                    name: path.to_string_lossy().replace('\\', "/"),
                    text: std::fs::read_to_string(&path).unwrap(),
                });
            }
        }
    }
    let checked = load(&files);
    checked.value.unwrap_or_else(|| panic!("{:#?}", checked.problems))
}

/// Editions 2026 and 2027.
pub fn editions() -> Vec<Questionnaire> {
    vec![edition("questionnaire-small"), edition("questionnaire-small-2027")]
}

pub fn level(level: u8) -> Answer {
    Answer::Answered(Value::Level(level))
}

pub fn of(part: f64, whole: f64) -> Answer {
    Answer::Answered(Value::Pair { part, whole })
}

pub fn times(number: f64) -> Answer {
    Answer::Answered(Value::Count(number))
}

pub const YES: Answer = Answer::Answered(Value::Choice(Choice::Yes));
pub const PARTLY: Answer = Answer::Answered(Value::Choice(Choice::Partly));
pub const NO: Answer = Answer::Answered(Value::Choice(Choice::No));

/// A workbook of a municipality, or of the region itself (`None`); rows that are not named are left blank.
pub fn book(edition: &Questionnaire, year: u16, municipality: Option<&str>, answers: &[(&str, Answer)]) -> Submission {
    let role = municipality.map_or(Role::Region, |_| Role::Municipality);
    let perspective = edition.perspectives.position(|known| known.key == role.key());
    let mut rows: Rows<Answer> = edition.rows_of(role).map(|row| (row, Answer::Missing)).collect();
    for (id, answer) in answers {
        let row = edition.row(id).unwrap_or_else(|| panic!("no row {id}"));
        assert!(rows.get(row).is_some(), "{id} is not for a {}", role.key());
        rows.set(row, *answer);
    }
    Submission {
        file: format!("{year}-{}.xlsx", municipality.unwrap_or("regio")),
        sha256: String::new(),
        is_invented: false,
        role,
        questionnaire: edition.identity(),
        region: REGION.to_owned(),
        municipality: municipality.map(str::to_owned),
        year,
        perspective: perspective.unwrap(),
        is_joint: false,
        respondent: None,
        date: None,
        saved: None,
        answers: rows,
        spots: Rows::default(),
        sheets: Vec::new(),
        evidence: Vec::new(),
        priorities: Vec::new(),
        context: Context::default(),
    }
}

/// The same workbook for another region.
pub fn in_region(name: &str, book: Submission) -> Submission {
    Submission {
        region: name.to_owned(),
        ..book
    }
}

/// All of them as one collection.
pub fn together(known: &[Questionnaire]) -> Editions {
    let mut editions = Editions::from(known[0].clone());
    for other in &known[1..] {
        editions.add(other.clone()).unwrap();
    }
    editions
}

/// Workbooks, assembled and scored.
pub struct World {
    pub known: Editions,
    regions: Vec<Region>,
    scores: Vec<RegionScore>,
    plans: Vec<(u16, Vec<PlanEntry>)>,
}

impl World {
    pub fn new(known: &[Questionnaire], books: Vec<Submission>) -> Self {
        let regions = assemble(books, Vec::new()).value;
        let mut world = Self {
            known: together(known),
            regions,
            scores: Vec::new(),
            plans: Vec::new(),
        };
        world.scores = world
            .regions
            .iter()
            .map(|region| score(world.edition_of(region), region, Weighting::Equal).unwrap())
            .collect();
        world
    }

    /// Adds what was filled in in the plan of a year's report.
    pub fn with_plan(mut self, year: u16, points: &[(&str, &str)]) -> Self {
        let point = |&(id, status): &(&str, &str)| {
            let mut entry = PlanEntry {
                id: id.to_owned(),
                ..PlanEntry::default()
            };
            status.clone_into(&mut entry.fields[FIELDS.len() - 1]);
            entry
        };
        self.plans.push((year, points.iter().map(point).collect()));
        self
    }

    fn plan_of(&self, region: &Region) -> &[PlanEntry] {
        let found = self.plans.iter().find(|(year, _)| *year == region.year);
        found.map_or(&[], |(_, plan)| plan.as_slice())
    }

    fn edition_of(&self, region: &Region) -> &Questionnaire {
        self.known.of(&region.questionnaire).unwrap()
    }

    pub fn comparison(&self) -> Comparison<'_> {
        let years = self.regions.iter().zip(&self.scores).map(|(region, score)| Year {
            questionnaire: self.edition_of(region),
            region,
            score,
            plan: self.plan_of(region),
            response: region.response(),
        });
        compare(years.collect(), &self.known).unwrap()
    }
}
