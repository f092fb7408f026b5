//! `vragenlijst`: the questionnaire itself, checked, shown, or held beside another edition.

use crate::cli::messages::say;
use std::path::{Path, PathBuf};

use serde::Serialize;

use ketenscan::questionnaire::difference::{Change, difference as differences};
use ketenscan::questionnaire::{Editions, Kind, Question, Questionnaire, Role, check_complete, counts};
use ketenscan::spelling::nearest;
use ketenscan::wording::{count, number, one_of};

use crate::cli::args::ShowArgs;
use crate::cli::error::Error;
use crate::cli::messages::Messages;
use crate::cli::{Outcome, input};

/// Every fault of the definition at once.
pub fn check(folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let mut problems = Vec::new();
    let mut sound = Vec::new();
    if folders.is_empty() {
        sound.extend(Editions::builtin().iter().cloned());
    }
    for folder in folders {
        let mut checked = input::definition(folder)?;
        problems.append(&mut checked.problems);
        sound.extend(checked.value);
    }
    for questionnaire in &sound {
        problems.append(&mut check_complete(questionnaire));
    }
    messages.problems(&problems);
    for questionnaire in &sound {
        let counts = counts(questionnaire);
        say!(
            "{} editie {}: {}; werkboek gemeente {}, werkboek regio {}.",
            questionnaire.id,
            questionnaire.edition,
            count(counts.questions, "vraag", "vragen"),
            count(counts.municipal_rows, "regel", "regels"),
            count(counts.regional_rows, "regel", "regels")
        );
    }
    Ok(if problems.is_empty() {
        Outcome::Done
    } else {
        Outcome::Faulty
    })
}

/// The questions, filtered, as text or JSON; or the recommendations with their questions.
pub fn show(args: &ShowArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let known = match input::questionnaires(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(outcome),
    };
    let questionnaire = known.newest();
    let chosen = choose(args, questionnaire)?;
    if args.json {
        let shown: Vec<Shown> = chosen.iter().map(|question| shown(question, questionnaire)).collect();
        say!("{}", serde_json::to_string_pretty(&shown)?);
    } else if args.recommendations {
        print_recommendations(questionnaire, &chosen);
    } else {
        print_questions(questionnaire, &chosen);
    }
    Ok(Outcome::Done)
}

fn choose<'q>(args: &ShowArgs, questionnaire: &'q Questionnaire) -> Result<Vec<&'q Question>, Error> {
    if let Some(step) = args.step
        && step >= questionnaire.steps.len()
    {
        return Err(Error::Usage(format!("stap {step} bestaat niet; kies 0 tot en met 7")));
    }
    let theme = match &args.theme {
        None => None,
        Some(given) => {
            let keys: Vec<&str> = questionnaire.themes.iter().map(|theme| theme.key.as_str()).collect();
            Some(keys.iter().position(|key| key == given).ok_or_else(|| {
                let advice = nearest(given, keys.iter().copied()).map_or_else(
                    || format!("kies uit {}", one_of(&keys)),
                    |near| format!("bedoelde u '{near}'?"),
                );
                Error::Usage(format!("'{given}' is geen thema; {advice}"))
            })?)
        }
    };
    let role = match &args.role {
        None => None,
        Some(given) => Some(
            Role::from_key(given)
                .ok_or_else(|| Error::Usage(format!("'{given}' is geen rol; kies gemeente of regio")))?,
        ),
    };
    Ok(questionnaire
        .questions
        .iter()
        .filter(|question| args.step.is_none_or(|step| question.step == step))
        .filter(|question| theme.is_none_or(|theme| question.theme == theme))
        .filter(|question| role.is_none_or(|role| question.role == role))
        .collect())
}

fn print_questions(questionnaire: &Questionnaire, questions: &[&Question]) {
    let mut step = None;
    for question in questions {
        if step != Some(question.step) {
            let title = questionnaire.step_title(question.step);
            say!("\n{title}\n{}", "=".repeat(title.chars().count()));
            step = Some(question.step);
        }
        let mut facts = vec![
            questionnaire.themes[question.theme].name.clone(),
            question.role.key().to_owned(),
            kind_words(&question.kind),
            format!("norm {}", number(question.norm)),
            format!("gewicht {}", number(question.weight)),
        ];
        if question.per_practice {
            facts.push("per verschijningsvorm".to_owned());
        }
        if question.legal {
            facts.push("wettelijk".to_owned());
        }
        say!("\n{}  {}", question.id, question.text);
        say!("        [{}]", facts.join("; "));
        say!("        {}", question.help);
        for (level, anchor) in question.kind.anchors().iter().enumerate() {
            say!("        {level}: {anchor}");
        }
        say!("        Eerste stap: {}", question.action);
    }
}

fn kind_words(kind: &Kind) -> String {
    match kind {
        Kind::Level { .. } => "niveau 0–4".to_owned(),
        Kind::YesNo => "ja, deels of nee".to_owned(),
        Kind::Share { target } => format!("aandeel, {}% telt als 100", number(target * 100.0)),
        Kind::Capacity => "beschikbaar van nodig".to_owned(),
        Kind::Count { full_at, zero_at, unit } => {
            format!(
                "aantal {unit}, 100 bij {} en 0 bij {}",
                number(*full_at),
                number(*zero_at)
            )
        }
    }
}

fn print_recommendations(questionnaire: &Questionnaire, questions: &[&Question]) {
    for recommendation in &questionnaire.recommendations {
        let ids: Vec<&str> = questions
            .iter()
            .filter(|question| question.recommendations.contains(&recommendation.id))
            .map(|question| question.id.as_str())
            .collect();
        if ids.is_empty() && questions.len() < questionnaire.questions.len() {
            continue;
        }
        say!("{:<4} {}", recommendation.id, recommendation.text);
        say!(
            "     {}: {}, {}",
            recommendation.source,
            recommendation.chapter,
            recommendation.section
        );
        say!(
            "     → {}",
            if ids.is_empty() {
                "geen vraag".to_owned()
            } else {
                ids.join(", ")
            }
        );
    }
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    step: usize,
    theme: &'a str,
    role: &'a str,
    kind: &'a str,
    text: &'a str,
    help: &'a str,
    anchors: &'a [String],
    practices: Vec<&'a str>,
    per_practice: bool,
    ask: Vec<&'a str>,
    norm: f64,
    weight: f64,
    legal: bool,
    organise: &'a str,
    recommendations: &'a [String],
    action: &'a str,
    partners: &'a [String],
    replaces: &'a [String],
}

fn shown<'a>(question: &'a Question, questionnaire: &'a Questionnaire) -> Shown<'a> {
    Shown {
        id: &question.id,
        step: question.step,
        theme: &questionnaire.themes[question.theme].key,
        role: question.role.key(),
        kind: question.kind.key(),
        text: &question.text,
        help: &question.help,
        anchors: question.kind.anchors(),
        practices: question
            .practices
            .iter()
            .map(|&practice| questionnaire.practices[practice].key.as_str())
            .collect(),
        per_practice: question.per_practice,
        ask: question
            .ask
            .iter()
            .map(|&perspective| questionnaire.perspectives[perspective].key.as_str())
            .collect(),
        norm: question.norm,
        weight: question.weight,
        legal: question.legal,
        organise: question.organise.key(),
        recommendations: &question.recommendations,
        action: &question.action,
        partners: &question.partners,
        replaces: &question.replaces,
    }
}

/// What changed from one edition to another.
pub fn difference(earlier: &Path, later: &Path, messages: &Messages) -> Result<Outcome, Error> {
    let mut both = Vec::new();
    for folder in [earlier, later] {
        match input::questionnaires(&[folder.to_owned()], messages)? {
            Ok(one) => both.push(one),
            Err(outcome) => return Ok(outcome),
        }
    }
    let changes = differences(both[0].newest(), both[1].newest());
    for change in &changes {
        let told = match change {
            Change::Added { id, text } => format!("nieuw       {id}  {text}"),
            Change::Removed { id, text } => format!("vervallen   {id}  {text}"),
            Change::Replaced { old, id, text } => format!("vervangt    {old} → {id}  {text}"),
            Change::Reworded { id, before, after } => format!("verwoord    {id}  {before}\n              → {after}"),
            Change::Altered { id, what } => format!("gewijzigd   {id}  {}", what.join(", ")),
        };
        say!("{told}");
    }
    say!("{}.", count(changes.len(), "verschil", "verschillen"));
    Ok(Outcome::Done)
}
