//! Reads `questionnaire.toml`: the name of the edition, its thresholds, and the lists that questions refer to.

use std::collections::BTreeMap;

use super::document::{Document, value_of};
use super::fields::Fields;
use super::known::Known;
use super::lists::{read_list, read_texts};
use super::perspectives;
use super::{LONGEST_HELP, LONGEST_INTRO, LONGEST_NAME, MAIN};
use crate::list::List;
use crate::problem::Place;
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::questionnaire::{
    ColleagueIndex, CoreThemeMinimum, Date, Guideline, Level, PerspectiveIndex, PracticeIndex, Questionnaire, Role,
    STEPS, Source, Step, Theme, ThemeIndex, Thresholds,
};

/// A dropdown with more entries is not read.
const MOST_FUNCTIONS: usize = 30;
/// More key figures are not read: the region's sheet has a row for each of them and each practice.
const MOST_KEY_FIGURES: usize = 10;

/// The keys that questions and rules may refer to.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) themes: Known<ThemeIndex>,
    pub(super) practices: Known<PracticeIndex>,
    pub(super) perspectives: Known<PerspectiveIndex>,
    pub(super) colleagues: Known<ColleagueIndex>,
    pub(super) recommendations: Known,
}

/// Reads the main file into a questionnaire without questions. Entries with a fault are included as far as they could
/// be read, so that references to them are not reported as faults too.
pub(super) fn read(document: &Document) -> (Questionnaire, Vocabulary) {
    let mut questionnaire = empty();
    questionnaire.source.main = Place::file(document.name);
    let mut known = Vocabulary {
        colleagues: Known::all([]),
        recommendations: Known::all([]),
        ..Vocabulary::default()
    };
    let Some(root) = document.root() else {
        return (questionnaire, known);
    };
    let fields = Fields::of_file(document, &root, MAIN);
    if let Some(found) = fields.required_text("id", LONGEST_NAME) {
        questionnaire.id = found.value;
    }
    let is_year = |number: f64| (1.0..=9999.0).contains(&number) && number.fract() == 0.0;
    if let Some(found) = fields.required_number_in("edition", "een jaartal", is_year) {
        questionnaire.edition = found.value as u16;
    }
    if let Some(found) = fields.required_date("date") {
        questionnaire.date = found.value;
    }
    if let Some(found) = fields.required_text("title", LONGEST_NAME) {
        questionnaire.title = found.value;
    }
    if fields.has("what_counts") {
        questionnaire.what_counts = fields
            .required_text("what_counts", LONGEST_INTRO)
            .map(|found| found.value);
    }
    questionnaire.guideline = read_guideline(&fields);
    read_thresholds(&fields, &mut questionnaire.thresholds);
    read_steps(document, &fields, &mut questionnaire);
    let source = &mut questionnaire.source;
    (questionnaire.themes, known.themes) =
        read_list(&fields, "theme", ("dit thema", ("thema", "thema's")), |entry, named| {
            source.themes.push(Place::line(document.name, entry.line));
            Theme {
                key: named.key,
                name: named.name,
                core: entry.flag("core"),
            }
        });
    (questionnaire.practices, known.practices) = read_list(
        &fields,
        "practice",
        ("deze verschijningsvorm", ("verschijningsvorm", "verschijningsvormen")),
        |_, named| named,
    );
    (questionnaire.perspectives, known.perspectives) = perspectives::read(&fields);
    if fields.has("colleague") {
        let what = ("deze collega", ("collega", "collega's"));
        (questionnaire.colleagues, known.colleagues) = read_list(&fields, "colleague", what, |entry, named| {
            let place = Place::line(document.name, entry.line);
            questionnaire.source.colleagues.push(place);
            named
        });
    }
    if fields.has("role") {
        // The roles are fixed; the file may name them, and the functions that people have in them.
        let roles = ("deze rol", ("rol", "rollen"));
        read_list::<usize, _>(&fields, "role", roles, |entry, named| {
            let functions = read_texts(entry, "functions", ("functie", "functies"), MOST_FUNCTIONS);
            if let Some(role) = Role::from_key(&named.key) {
                questionnaire.functions.insert(role, functions);
            }
        });
    }
    questionnaire.key_figures = read_texts(&fields, "key_figures", ("kerncijfer", "kerncijfers"), MOST_KEY_FIGURES);
    questionnaire.levels = read_levels(document, &fields);
    fields.finish();
    (questionnaire, known)
}

fn empty() -> Questionnaire {
    Questionnaire {
        id: String::new(),
        edition: 0,
        date: Date {
            year: 0,
            month: 1,
            day: 1,
        },
        title: String::new(),
        thresholds: Thresholds {
            default_norm: 75.0,
            minimum_coverage: 0.5,
            continuity: 50.0,
            white_spot: 50.0,
            handover_difference: 50.0,
            sharing_minimum: 5,
            core_theme: CoreThemeMinimum {
                steps: 4,
                rows: 8,
                municipal_rows: 2,
            },
        },
        steps: Vec::new(),
        themes: List::new(),
        practices: List::new(),
        perspectives: List::new(),
        functions: BTreeMap::new(),
        colleagues: List::new(),
        key_figures: Vec::new(),
        levels: Vec::new(),
        what_counts: None,
        guideline: None,
        recommendations: Vec::new(),
        questions: List::new(),
        rows: List::new(),
        rules: Vec::new(),
        source: Source::default(),
        sha256: String::new(),
    }
}

fn read_guideline(fields: &Fields) -> Option<Guideline> {
    let guideline = fields.table("guideline", "deze richtlijn")?;
    let name = guideline.required_text("name", LONGEST_NAME);
    let title = guideline.required_text("title", LONGEST_NAME);
    guideline.finish();
    Some(Guideline {
        name: name?.value,
        title: title?.value,
    })
}

fn read_thresholds(fields: &Fields, thresholds: &mut Thresholds) {
    let of_hundred = [
        ("default_norm", &mut thresholds.default_norm),
        ("continuity_threshold", &mut thresholds.continuity),
        ("white_spot_threshold", &mut thresholds.white_spot),
        ("handover_difference", &mut thresholds.handover_difference),
    ];
    for (key, threshold) in of_hundred {
        if let Some(found) = fields.score(key) {
            *threshold = found.value;
        }
    }
    let range = "een getal van 0 tot en met 1";
    if let Some(found) = fields.number_in("minimum_coverage", range, |n| (0.0..=1.0).contains(&n)) {
        thresholds.minimum_coverage = found.value;
    }
    // With two contributors, each can subtract their own answer.
    let few = "een heel getal van 3 tot en met 100";
    let is_crowd = |number: f64| (3.0..=100.0).contains(&number) && number.fract() == 0.0;
    if let Some(found) = fields.number_in("sharing_minimum", few, is_crowd) {
        thresholds.sharing_minimum = found.value as usize;
    }
    let least = &mut thresholds.core_theme;
    let counts = [
        ("core_theme_steps", &mut least.steps),
        ("core_theme_rows", &mut least.rows),
        ("core_theme_municipal_rows", &mut least.municipal_rows),
    ];
    let is_count = |number: f64| (0.0..=100.0).contains(&number) && number.fract() == 0.0;
    for (key, count) in counts {
        if let Some(found) = fields.number_in(key, "een heel getal van 0 tot en met 100", is_count) {
            *count = found.value as usize;
        }
    }
}

/// Reads the steps; none if they are not all there in order, since a step is identified by its position.
fn read_steps(document: &Document, fields: &Fields, questionnaire: &mut Questionnaire) {
    let mut numbers = Vec::new();
    let mut steps = Vec::new();
    let mut places = Vec::new();
    for entry in fields.tables("step", "deze stap").unwrap_or_default() {
        places.push(Place::line(document.name, entry.line));
        numbers.extend(entry.required_number("number").map(|found| found.value));
        let key = entry.required_text("key", LONGEST_NAME);
        let name = entry.required_text("name", LONGEST_NAME);
        let short = entry.text("short").or_else(|| name.clone());
        if let Some(short) = &short {
            // A sheet's name has at most 31 characters, including the number and a space.
            entry.within("short", short, 29);
        }
        let prefix = entry.required_text("prefix", 5);
        let intro = entry.required_text("intro", LONGEST_INTRO);
        let municipal = entry.flag("municipal");
        entry.finish();
        steps.push(Step {
            key: value_of(key),
            name: value_of(name),
            short: value_of(short),
            prefix: value_of(prefix),
            intro: value_of(intro),
            municipal,
        });
    }
    if numbers.iter().copied().eq((0..STEPS).map(|number| number as f64)) {
        questionnaire.steps = steps;
        questionnaire.source.steps = places;
    } else {
        let wanted = "de stappen 0 tot en met 7";
        document.note(1, F::Order { list: "step", wanted });
    }
}

fn read_levels(document: &Document, fields: &Fields) -> Vec<Level> {
    let mut values = Vec::new();
    let mut levels = Vec::new();
    for entry in fields.tables("level", "dit niveau").unwrap_or_default() {
        values.extend(entry.required_number("value").map(|found| found.value));
        let label = entry.required_text("label", 30);
        let description = entry.required_text("description", LONGEST_HELP);
        entry.finish();
        levels.push(Level {
            label: value_of(label),
            description: value_of(description),
        });
    }
    if values != [0.0, 1.0, 2.0, 3.0, 4.0] {
        let wanted = "de niveaus 0 tot en met 4";
        document.note(1, F::Order { list: "level", wanted });
    }
    levels
}
