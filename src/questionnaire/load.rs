//! The definition's files become a `Questionnaire`, or the list of all that is wrong with them.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::fields::{At, Document, Fields};
use super::findings::DefinitionFinding as F;
use super::{
    Kind, Level, Named, Perspective, Question, Questionnaire, Recommendation, Role, Row, Rule, STEPS, Scale, Step,
    Theme, Thresholds, rows,
};
use crate::problem::{Checked, Finding, Place, Problem};

/// One file of a definition. `name` is its path with `/`; files are told apart by how it ends.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path with `/`, as in `2026/steps/5-beschermen.toml`.
    pub name: String,
    /// What it holds.
    pub text: String,
}

// What fits a cell of the workbook in full sight: a row is at most 409 points high.
const LONGEST_TEXT: usize = 240;
const LONGEST_HELP: usize = 450;
const LONGEST_ANCHOR: usize = 170;
const LONGEST_ACTION: usize = 400;
const LONGEST_NAME: usize = 60;
const LONGEST_INTRO: usize = 600;

/// Reads a definition: `questionnaire.toml`, `recommendations.toml`, `consistency.toml` and every
/// file in `steps/`. All faults are reported at once, each with file and line; there is a
/// questionnaire only when there are none.
#[must_use]
pub fn load(files: &[SourceFile]) -> Checked<Option<Questionnaire>> {
    let mut files: Vec<&SourceFile> = files.iter().collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let named = |wanted: &str| files.iter().copied().find(|file| base_name(&file.name) == wanted);

    let Some(main) = named("questionnaire.toml") else {
        let folder = files.first().map_or("", |file| file.name.as_str());
        return Checked {
            value: None,
            problems: vec![F::NoMainFile.at(Place::file(folder))],
        };
    };
    let mut problems = Vec::new();

    let document = Document::new(&main.name, &main.text);
    let mut questionnaire = read_main(&document);
    problems.append(&mut document.problems.borrow_mut());

    if let Some(file) = named("recommendations.toml") {
        let document = Document::new(&file.name, &file.text);
        questionnaire.recommendations = read_recommendations(&document);
        problems.append(&mut document.problems.borrow_mut());
    }

    let mut ids = Ids::default();
    for file in files.iter().filter(|file| file.name.contains("steps/")) {
        let document = Document::new(&file.name, &file.text);
        read_questions(&document, &mut questionnaire, &mut ids);
        problems.append(&mut document.problems.borrow_mut());
    }
    problems.append(&mut ids.replaced_in_use());
    questionnaire.questions.sort_by_key(|question| question.step);
    questionnaire.rows = rows::spell_out(&questionnaire.questions, &questionnaire.practices);

    if let Some(file) = named("consistency.toml") {
        let document = Document::new(&file.name, &file.text);
        questionnaire.rules = read_rules(&document, &questionnaire);
        problems.append(&mut document.problems.borrow_mut());
    }

    questionnaire.sha256 = hash(&files);
    Checked {
        value: problems.is_empty().then_some(questionnaire),
        problems,
    }
}

fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Over names (without the leading folder) and contents, so that the same edition gives the same hash anywhere.
fn hash(files: &[&SourceFile]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        let start = file
            .name
            .rfind("steps/")
            .unwrap_or(file.name.len() - base_name(&file.name).len());
        let text = file.text.replace("\r\n", "\n");
        hasher.update(format!("{}\n{}\n", &file.name[start..], text.len()));
        hasher.update(text);
    }
    hasher
        .finalize()
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// Ids seen so far with the place of each, and those that earlier editions gave up.
#[derive(Default)]
struct Ids {
    seen: BTreeMap<String, String>,
    replaced: Vec<(String, Place)>,
}

impl Ids {
    fn replaced_in_use(&self) -> Vec<Problem> {
        self.replaced
            .iter()
            .filter(|(id, _)| self.seen.contains_key(id))
            .map(|(id, place)| F::ReplacesInUse { id: id.clone() }.at(place.clone()))
            .collect()
    }
}

fn read_main(document: &Document) -> Questionnaire {
    let root = document.root();
    let fields = Fields::new(document, root.get_ref(), 1, "questionnaire.toml");
    let of_hundred = |key| fields.number_in(key, "een getal van 0 tot en met 100", |n| (0.0..=100.0).contains(&n));
    let hundred = |key, default| of_hundred(key).map_or(default, |found| found.value);

    let id = fields.required_text("id", LONGEST_NAME);
    let edition = fields.required_number("edition").and_then(|found| {
        let fits = (1.0..=9999.0).contains(&found.value) && found.value.fract() == 0.0;
        if !fits {
            fields.note(
                found.line,
                F::OutOfRange {
                    key: "edition".into(),
                    range: "een jaartal".into(),
                },
            );
        }
        fits.then_some(found.value as u16)
    });
    let date = fields.required_date("date");
    let title = fields.required_text("title", LONGEST_NAME);
    let thresholds = Thresholds {
        default_norm: hundred("default_norm", 75.0),
        minimum_coverage: fields
            .number_in("minimum_coverage", "een getal van 0 tot en met 1", |n| {
                (0.0..=1.0).contains(&n)
            })
            .map_or(0.5, |found| found.value),
        continuity: hundred("continuity_threshold", 50.0),
        white_spot: hundred("white_spot_threshold", 50.0),
        handover_difference: hundred("handover_difference", 50.0),
    };
    let steps = read_steps(document, &fields);
    let themes = read_list(&fields, "theme", "dit thema", |entry, named| Theme {
        key: named.key,
        name: named.name,
        core: entry.flag("core"),
    });
    let practices = read_list(&fields, "practice", "deze verschijningsvorm", |_, named| named);
    let perspectives = read_list(&fields, "perspective", "dit perspectief", |entry, named| Perspective {
        key: named.key,
        name: named.name,
        informal: entry
            .one_of("group", ["professional", "informal"])
            .is_some_and(|found| found.value == 1),
    });
    // The roles are fixed; the file may give them for its readers.
    read_list(&fields, "role", "deze rol", |_, named| named);
    let levels = read_levels(document, &fields);
    fields.finish();

    Questionnaire {
        id: id.map_or_else(String::new, |found| found.value),
        edition: edition.unwrap_or_default(),
        date: date.map_or(
            super::Date {
                year: 0,
                month: 1,
                day: 1,
            },
            |found| found.value,
        ),
        title: title.map_or_else(String::new, |found| found.value),
        thresholds,
        steps,
        themes,
        practices,
        perspectives,
        levels,
        recommendations: Vec::new(),
        questions: Vec::new(),
        rows: Vec::new(),
        rules: Vec::new(),
        sha256: String::new(),
    }
}

fn read_steps(document: &Document, fields: &Fields) -> Vec<Step> {
    let mut numbers = Vec::new();
    let mut steps = Vec::new();
    for entry in fields.tables("step", "deze stap") {
        numbers.extend(entry.required_number("number").map(|found| found.value));
        let key = entry.required_text("key", LONGEST_NAME);
        let name = entry.required_text("name", LONGEST_NAME);
        let short = entry.text("short").or_else(|| name.clone());
        if let Some(short) = &short {
            // A sheet's name holds 31 characters, number and space included.
            entry.within("short", short, 29);
        }
        let prefix = entry.required_text("prefix", 5);
        let intro = entry.required_text("intro", LONGEST_INTRO);
        entry.finish();
        let text = |found: Option<At<String>>| found.map_or_else(String::new, |found| found.value);
        steps.push(Step {
            key: text(key),
            name: text(name),
            short: text(short),
            prefix: text(prefix),
            intro: text(intro),
        });
    }
    if !numbers.iter().copied().eq((0..STEPS).map(|number| number as f64)) {
        let wanted = "de stappen 0 tot en met 7";
        document.note(1, F::Order { list: "step", wanted });
        steps.clear();
    }
    steps
}

fn read_levels(document: &Document, fields: &Fields) -> Vec<Level> {
    let mut values = Vec::new();
    let mut levels = Vec::new();
    for entry in fields.tables("level", "dit niveau") {
        values.extend(entry.required_number("value").map(|found| found.value));
        let label = entry.required_text("label", 30);
        let description = entry.required_text("description", LONGEST_HELP);
        entry.finish();
        levels.push(Level {
            label: label.map_or_else(String::new, |found| found.value),
            description: description.map_or_else(String::new, |found| found.value),
        });
    }
    if values != [0.0, 1.0, 2.0, 3.0, 4.0] {
        let wanted = "de niveaus 0 tot en met 4";
        document.note(1, F::Order { list: "level", wanted });
    }
    levels
}

/// A list of things with a key and a name; keys are unique.
fn read_list<T>(fields: &Fields, key: &'static str, what: &str, make: impl Fn(&Fields, Named) -> T) -> Vec<T> {
    let mut seen: Vec<String> = Vec::new();
    let mut list = Vec::new();
    for entry in fields.tables(key, what) {
        let key = entry.required_text("key", LONGEST_NAME);
        let name = entry.required_text("name", LONGEST_NAME);
        if let (Some(key), Some(name)) = (key, name) {
            if seen.contains(&key.value) {
                let finding = F::DuplicateId {
                    id: key.value.clone(),
                    first: "dezelfde lijst".into(),
                };
                entry.note(key.line, finding);
            }
            seen.push(key.value.clone());
            let named = Named {
                key: key.value,
                name: name.value,
            };
            list.push(make(&entry, named));
        }
        entry.finish();
    }
    list
}

fn read_recommendations(document: &Document) -> Vec<Recommendation> {
    let root = document.root();
    let fields = Fields::new(document, root.get_ref(), 1, "recommendations.toml");
    let mut list: Vec<Recommendation> = Vec::new();
    for entry in fields.tables("recommendation", "deze aanbeveling") {
        let id = entry.required_text("id", 10);
        let text = entry.required_text("text", LONGEST_HELP);
        let source = entry.required_text("source", 120);
        let chapter = entry.required_text("chapter", 120);
        let section = entry.required_text("section", 120);
        if let Some(id) = &id
            && list.iter().any(|earlier| earlier.id == id.value)
        {
            let (id, first) = (id.value.clone(), document.name.to_owned());
            entry.note(entry.line, F::DuplicateId { id, first });
        }
        if let (Some(id), Some(text), Some(source), Some(chapter), Some(section)) = (id, text, source, chapter, section)
        {
            list.push(Recommendation {
                id: id.value,
                text: text.value,
                source: source.value,
                chapter: chapter.value,
                section: section.value,
            });
        }
        entry.finish();
    }
    fields.finish();
    list
}

fn read_questions(document: &Document, questionnaire: &mut Questionnaire, ids: &mut Ids) {
    let root = document.root();
    let fields = Fields::new(document, root.get_ref(), 1, base_name(document.name));
    let step = base_name(document.name)
        .split('-')
        .next()
        .and_then(|number| number.parse::<usize>().ok())
        .filter(|step| *step < questionnaire.steps.len());
    let Some(step) = step else {
        let wanted = "bestanden als 5-beschermen.toml, met het nummer van een stap vooraan";
        document.note(1, F::Order { list: "steps", wanted });
        return;
    };
    for mut entry in fields.tables("question", "deze vraag") {
        if let Some(question) = read_question(document, &mut entry, step, questionnaire, ids) {
            questionnaire.questions.push(question);
        }
        entry.finish();
    }
    fields.finish();
}

fn read_question(
    document: &Document,
    entry: &mut Fields,
    step: usize,
    questionnaire: &Questionnaire,
    ids: &mut Ids,
) -> Option<Question> {
    let keys = |list: &[Named]| list.iter().map(|named| named.key.clone()).collect::<Vec<_>>();
    let practice_keys = keys(&questionnaire.practices);
    let perspective_keys: Vec<&str> = questionnaire.perspectives.iter().map(|p| p.key.as_str()).collect();

    let id = entry.required_text("id", 20);
    if let Some(id) = &id {
        entry.call(format!("vraag '{}'", id.value));
        check_id(document, entry, id, &questionnaire.steps[step].prefix, ids);
    }
    let text = entry.required_text("text", LONGEST_TEXT);
    let help = entry.required_text("help", LONGEST_HELP);
    let theme = entry.one_of("theme", questionnaire.themes.iter().map(|theme| theme.key.as_str()));
    let role = entry.one_of("role", [Role::Municipality.key(), Role::Region.key()]);
    let kind = read_kind(entry);
    let per_practice = entry.flag("per_practice");
    let practice_keys: Vec<&str> = practice_keys.iter().map(String::as_str).collect();
    let practices = entry.some_of("practices", &practice_keys);
    let ask = entry.some_of("ask", &perspective_keys);
    let norm = entry
        .number_in("norm", "een getal van 0 tot en met 100", |n| (0.0..=100.0).contains(&n))
        .map_or(questionnaire.thresholds.default_norm, |found| found.value);
    let weight = entry
        .number_in("weight", "1, 2 of 3", |n| [1.0, 2.0, 3.0].contains(&n))
        .map_or(1.0, |found| found.value);
    let legal = entry.flag("legal");
    if legal && norm < 100.0 {
        entry.note(entry.line, F::LegalNorm);
    }
    let scales = [Scale::Local, Scale::Regional, Scale::National];
    let organise = entry.one_of("organise", scales.map(Scale::key));
    let known: Vec<&str> = questionnaire.recommendations.iter().map(|r| r.id.as_str()).collect();
    let recommendations = entry.required_texts("recommendations")?;
    for item in &recommendations.value {
        entry.index_in("recommendations", item, known.iter().copied());
    }
    let action = entry.required_text("action", LONGEST_ACTION);
    let partners = entry.texts("partners");
    let role = role.map(|found| {
        if found.value == 0 {
            Role::Municipality
        } else {
            Role::Region
        }
    });
    let handover = read_handover(entry, &perspective_keys, &ask, role);
    let replaces = entry.texts("replaces").map_or_else(Vec::new, |found| found.value);
    ids.replaced.extend(replaces.iter().map(|old| {
        let place = Place::line(document.name, old.line);
        (old.value.clone(), place)
    }));

    let values = |list: Vec<At<String>>| list.into_iter().map(|item| item.value).collect::<Vec<_>>();
    Some(Question {
        id: id?.value,
        text: text?.value,
        help: help?.value,
        step,
        theme: theme?.value,
        role: role?,
        kind: kind?,
        per_practice,
        practices,
        ask,
        norm,
        weight,
        legal,
        organise: scales[organise?.value],
        recommendations: values(recommendations.value),
        action: action?.value,
        partners: partners.map_or_else(Vec::new, |found| values(found.value)),
        handover,
        replaces: values(replaces),
    })
}

fn check_id(document: &Document, entry: &Fields, id: &At<String>, prefix: &str, ids: &mut Ids) {
    let number = id.value.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
    if !number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())) {
        let (id, prefix, line) = (id.value.clone(), prefix.to_owned(), id.line);
        entry.note(line, F::Prefix { id, prefix });
    }
    let here = format!("{}, regel {}", document.name, id.line);
    if let Some(first) = ids.seen.get(&id.value) {
        let (id, first, line) = (id.value.clone(), first.clone(), id.line);
        entry.note(line, F::DuplicateId { id, first });
    } else {
        ids.seen.insert(id.value.clone(), here);
    }
}

/// The kind with its own fields; fields of another kind are faults.
fn read_kind(entry: &Fields) -> Option<Kind> {
    const KINDS: [(&str, &[&str]); 5] = [
        ("level", &["anchors"]),
        ("yes_no", &[]),
        ("share", &["target"]),
        ("capacity", &[]),
        ("count", &["full_at", "zero_at", "unit"]),
    ];
    let found = entry.one_of("kind", KINDS.map(|(key, _)| key))?;
    let (kind, own) = KINDS[found.value];
    for key in ["anchors", "target", "full_at", "zero_at", "unit"] {
        if entry.has(key) && !own.contains(&key) {
            let (key, kind) = (key.to_owned(), kind.to_owned());
            entry.note(found.line, F::OtherKind { key, kind });
        }
    }
    match kind {
        "level" => {
            let anchors = entry.required_texts("anchors")?;
            for anchor in &anchors.value {
                entry.within("anchors", anchor, LONGEST_ANCHOR);
            }
            let texts: Vec<String> = anchors.value.into_iter().map(|anchor| anchor.value).collect();
            match <[String; 5]>::try_from(texts) {
                Ok(anchors) => Some(Kind::Level { anchors }),
                Err(texts) => {
                    let found = texts.len();
                    entry.note(anchors.line, F::Anchors { found });
                    None
                }
            }
        }
        "yes_no" => Some(Kind::YesNo),
        "capacity" => Some(Kind::Capacity),
        "share" => {
            let range = "een getal boven 0 en ten hoogste 1";
            let target = entry.number_in("target", range, |n| n > 0.0 && n <= 1.0);
            let absent = !entry.has("target");
            target
                .map(|found| found.value)
                .or(absent.then_some(1.0))
                .map(|target| Kind::Share { target })
        }
        _ => {
            let full_at = entry.required_number("full_at")?;
            let zero_at = entry.required_number("zero_at")?;
            for (key, end) in [("full_at", full_at), ("zero_at", zero_at)] {
                if end.value < 0.0 {
                    let (key, range) = (key.to_owned(), "een getal van 0 of meer".to_owned());
                    entry.note(end.line, F::OutOfRange { key, range });
                }
            }
            if (full_at.value - zero_at.value).abs() < f64::EPSILON {
                entry.note(full_at.line, F::SameEnds);
            }
            let unit = entry.text("unit").map_or_else(String::new, |found| found.value);
            Some(Kind::Count {
                full_at: full_at.value,
                zero_at: zero_at.value,
                unit,
            })
        }
    }
}

fn read_handover(entry: &Fields, perspectives: &[&str], ask: &[usize], role: Option<Role>) -> Option<(usize, usize)> {
    let sides = entry.table("handover", "deze overdracht")?;
    let from = sides.one_of("from", perspectives.iter().copied());
    let to = sides.one_of("to", perspectives.iter().copied());
    let line = sides.line;
    sides.finish();
    let (from, to) = (from?.value, to?.value);
    let why = if role == Some(Role::Municipality) {
        "de vraag heeft de rol gemeente"
    } else if from == to {
        "zender en ontvanger zijn gelijk"
    } else if !(ask.contains(&from) && ask.contains(&to)) {
        "zender en ontvanger staan niet allebei bij 'ask'"
    } else {
        return Some((from, to));
    };
    entry.note(line, F::Handover { why });
    None
}

fn read_rules(document: &Document, questionnaire: &Questionnaire) -> Vec<Rule> {
    let root = document.root();
    let fields = Fields::new(document, root.get_ref(), 1, "consistency.toml");
    let ids = || questionnaire.rows.iter().map(|row: &Row| row.id.as_str());
    let mut rules = Vec::new();
    for entry in fields.tables("rule", "deze regel") {
        let threshold = |key| {
            let found = entry.number_in(key, "een getal van 0 tot en met 100", |n| (0.0..=100.0).contains(&n));
            if !entry.has(key) {
                let (key, of) = (String::from(key), "deze regel".to_owned());
                entry.note(entry.line, F::MissingKey { key, of });
            }
            found.map(|found| found.value)
        };
        let claim = entry.one_of("claim", ids());
        let claim_at_least = threshold("claim_at_least");
        let fact = entry.one_of("fact", ids());
        let fact_below = threshold("fact_below");
        let message = entry.required_text("message", LONGEST_ACTION);
        if let (Some(claim), Some(claim_at_least), Some(fact), Some(fact_below), Some(message)) =
            (claim, claim_at_least, fact, fact_below, message)
        {
            let (claim, fact) = (claim.value, fact.value);
            if questionnaire.question_of(claim).role != questionnaire.question_of(fact).role {
                let (claim, fact) = (
                    questionnaire.rows[claim].id.clone(),
                    questionnaire.rows[fact].id.clone(),
                );
                entry.note(entry.line, F::RuleRoles { claim, fact });
            }
            rules.push(Rule {
                claim,
                claim_at_least,
                fact,
                fact_below,
                message: message.value,
            });
        }
        entry.finish();
    }
    fields.finish();
    rules
}
