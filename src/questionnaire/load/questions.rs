//! Reads a file of `steps/`: the questions of one step.

use std::collections::{BTreeMap, BTreeSet};

use super::dimensions::Vocabulary;
use super::document::{At, Document, value_of};
use super::fields::Fields;
use super::known::Known;
use super::perspectives::{read_asked, read_handover};
use super::{LONGEST_ACTION, LONGEST_HELP, LONGEST_NAME, LONGEST_TEXT, MOST_ENTRIES, base_name, informal};
use crate::list::List;
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::questionnaire::{
    ColleagueIndex, Kind, Perspective, PerspectiveIndex, Question, Questionnaire, Role, STEPS, Scale,
};

/// More colleagues would not be asked.
const MOST_COLLEAGUES: usize = 3;

/// What is known about ids across all files.
#[derive(Default)]
pub(super) struct Ids {
    /// Each id, and the place where it was first seen.
    seen: BTreeMap<String, String>,
    /// Each short name, and the id of the question that was the first to have it.
    short: BTreeMap<String, String>,
    /// Ids of questions with a fault, whose rows may be incorrect.
    faulty: BTreeSet<String>,
    /// Ids of earlier editions that have been replaced.
    replaced: Vec<(String, Place)>,
    /// Whether there may be questions whose id could not be read.
    incomplete: bool,
}

impl Ids {
    /// Faults about replaced ids that are still in use.
    pub(super) fn replaced_in_use(&self) -> Vec<Problem> {
        self.replaced
            .iter()
            .filter(|(id, _)| self.seen.contains_key(id))
            .map(|(id, place)| F::ReplacesInUse { id: id.clone() }.at(place.clone()))
            .collect()
    }

    /// Whether all ids could be read.
    pub(super) fn complete(&self) -> bool {
        !self.incomplete
    }

    /// Whether a row belongs to a question with a fault.
    pub(super) fn is_faulty(&self, row: &str) -> bool {
        row.split('.')
            .next()
            .is_some_and(|question| self.faulty.contains(question))
    }
}

/// Reads the questions of a file into the questionnaire. Questions with a fault are included as far as they could be
/// read, so that references to them are not reported as faults too.
pub(super) fn read(document: &Document, known: &Vocabulary, questionnaire: &mut Questionnaire, ids: &mut Ids) {
    let Some(root) = document.root() else {
        ids.incomplete = true;
        return;
    };
    let file = base_name(document.name);
    let step = file.split('-').next().and_then(|number| number.parse::<usize>().ok());
    let step = step.filter(|step| *step < STEPS);
    if step.is_none() {
        document.note(1, F::NoStep);
    }
    let fields = Fields::of_file(document, &root, file);
    let entries = fields.tables("question", "deze vraag");
    let listed = entries.is_some();
    let entries = entries.unwrap_or_default();
    ids.incomplete |= entries.len() > MOST_ENTRIES;
    for mut entry in fields.at_most(MOST_ENTRIES, entries, ("vraag", "vragen")) {
        let (before, entry_line) = (document.faults(), entry.line);
        let reader = Reader {
            document,
            known,
            perspectives: &questionnaire.perspectives,
            default_norm: questionnaire.thresholds.default_norm,
            step: step.unwrap_or_default(),
            // If the list of steps is incomplete, the prefix is unknown.
            prefix: step.and_then(|step| Some(questionnaire.steps.get(step)?.prefix.as_str())),
        };
        let question = reader.question(&mut entry, ids);
        entry.finish();
        if document.faults() > before {
            ids.faulty.insert(question.id.clone());
        }
        let place = Place::line(document.name, entry_line);
        questionnaire.source.questions.insert(question.id.clone(), place);
        questionnaire.questions.push(question);
    }
    fields.finish();
    // If there is no list but there is a fault, the list may be there under a misspelt name.
    ids.incomplete |= !listed && document.faults() > 0;
}

struct Reader<'r, 'a> {
    document: &'r Document<'a>,
    known: &'r Vocabulary,
    perspectives: &'r List<PerspectiveIndex, Perspective>,
    default_norm: f64,
    step: usize,
    prefix: Option<&'r str>,
}

impl Reader<'_, '_> {
    fn question(&self, entry: &mut Fields, ids: &mut Ids) -> Question {
        let known = self.known;
        let id = entry.required_text("id", 20);
        match &id {
            Some(id) => {
                entry.call(format!("vraag '{}'", id.value));
                self.check_id(entry, id, ids);
            }
            None => ids.incomplete = true,
        }
        let short = entry.text("short");
        if let Some(short) = &short {
            entry.within("short", short, LONGEST_NAME);
            check_short(entry, short, id.as_ref(), ids);
        }
        let text = entry.required_text("text", LONGEST_TEXT);
        let help = entry.required_text("help", LONGEST_HELP);
        let theme = entry.one_of("theme", &known.themes);
        let roles = [Role::Municipality, Role::Region];
        let known_roles: Known = Known::all(roles.map(Role::key));
        let role = entry.one_of("role", &known_roles);
        let role = role.map(|found| roles[found.value]);
        let kind = Kind::read(entry);
        let largest = read_largest(entry, kind.as_ref());
        let per_practice = entry.flag("per_practice");
        let practices = entry.some_of("practices", &known.practices);
        let misplaced = practices.is_some() && !per_practice;
        if let Some(line) = entry.line_of("practices").filter(|_| misplaced) {
            entry.note(line, F::PracticesNotSplit);
        }
        let ask = read_asked(entry, &known.perspectives, self.perspectives);
        let ask_colleague = read_colleagues(entry, &known.colleagues);
        let informal = informal::read(entry, kind.as_ref(), ask.as_deref(), self.perspectives);
        let norm = entry.score("norm");
        let weight = entry.number_in("weight", "1, 2 of 3", |n| [1.0, 2.0, 3.0].contains(&n));
        let legal = entry.flag("legal");
        let norm = match norm {
            Some(found) => Some(found.value),
            None => (!entry.has("norm")).then_some(self.default_norm),
        };
        if legal && norm.is_some_and(|norm| norm < 100.0) {
            entry.note(entry.line, F::LegalNorm);
        }
        let scales = [Scale::Local, Scale::Regional, Scale::National];
        let known_scales: Known = Known::all(scales.map(Scale::key));
        let organise = entry.one_of("organise", &known_scales);
        let recommendations = value_of(entry.required_texts("recommendations"));
        for item in &recommendations {
            entry.index_in("recommendations", item, &known.recommendations);
        }
        let action = entry.required_text("action", LONGEST_ACTION);
        let partners = value_of(entry.texts("partners"));
        let handover = read_handover(entry, &known.perspectives, self.perspectives, ask.as_deref(), role);
        let replaces = value_of(entry.texts("replaces"));
        for old in &replaces {
            let place = Place::line(self.document.name, old.line);
            ids.replaced.push((old.value.clone(), place));
        }

        let values = |list: Vec<At<String>>| list.into_iter().map(|item| item.value).collect();
        Question {
            id: value_of(id),
            // Questionnaires from before there were short names have none.
            short: short.map_or_else(
                || first_words(text.as_ref().map_or("", |text| &text.value)),
                |short| short.value,
            ),
            text: value_of(text),
            help: value_of(help),
            step: self.step,
            theme: value_of(theme),
            role: role.unwrap_or(Role::Municipality),
            kind: kind.unwrap_or(Kind::YesNo),
            largest,
            per_practice,
            practices: practices.unwrap_or_default(),
            ask: ask.unwrap_or_default(),
            ask_colleague,
            informal,
            norm: norm.unwrap_or(self.default_norm),
            weight: weight.map_or(1.0, |found| found.value),
            legal,
            organise: scales[value_of(organise)],
            recommendations: values(recommendations),
            action: value_of(action),
            partners: values(partners),
            handover,
            replaces: values(replaces),
        }
    }

    fn check_id(&self, entry: &Fields, id: &At<String>, ids: &mut Ids) {
        if let Some(prefix) = self.prefix {
            let number = id.value.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
            if !number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())) {
                let (id, prefix, line) = (id.value.clone(), prefix.to_owned(), id.line);
                entry.note(line, F::Prefix { id, prefix });
            }
        }
        let here = format!("{}, regel {}", self.document.name, id.line);
        if let Some(first) = ids.seen.get(&id.value) {
            let (id, first, line) = (id.value.clone(), first.clone(), id.line);
            entry.note(line, F::DuplicateId { id, first });
        } else {
            ids.seen.insert(id.value.clone(), here);
        }
    }
}

/// The beginning of a question, in place of a short name.
fn first_words(text: &str) -> String {
    let text = text.trim_end_matches('?');
    if text.chars().count() <= LONGEST_NAME {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(LONGEST_NAME - 1).collect();
    let words = beginning.rsplit_once(' ').map_or(&*beginning, |(words, _)| words);
    format!("{words}…")
}

/// A short name that another question has already is a fault.
fn check_short(entry: &Fields, short: &At<String>, id: Option<&At<String>>, ids: &mut Ids) {
    if let Some(first) = ids.short.get(&short.value) {
        let (short, first, line) = (short.value.clone(), first.clone(), short.line);
        entry.note(line, F::SameShort { short, first });
    } else if let Some(id) = id {
        ids.short.insert(short.value.clone(), id.value.clone());
    }
}

/// Who knows the answer.
fn read_colleagues(entry: &Fields, known: &Known<ColleagueIndex>) -> Vec<ColleagueIndex> {
    let colleagues = entry.some_of("ask_colleague", known).unwrap_or_default();
    let found = colleagues.len();
    if let Some(line) = entry.line_of("ask_colleague").filter(|_| found > MOST_COLLEAGUES) {
        let most = MOST_COLLEAGUES;
        entry.note(line, F::TooManyColleagues { found, most });
    }
    colleagues
}

/// The number above which an answer is asked about, of a kind whose answers are numbers.
fn read_largest(entry: &Fields, kind: Option<&Kind>) -> Option<f64> {
    let found = entry.number_in("largest", "een getal boven 0", |number| number > 0.0)?;
    match kind {
        Some(kind @ (Kind::Level { .. } | Kind::YesNo)) => {
            let (key, kind) = ("largest".to_owned(), kind.key().to_owned());
            entry.note(found.line, F::OtherKind { key, kind });
            None
        }
        Some(Kind::Count { full_at, zero_at, .. }) if found.value < full_at.max(*zero_at) => {
            let least = full_at.max(*zero_at);
            entry.note(found.line, F::LargestLow { least });
            None
        }
        Some(Kind::Share { .. } | Kind::Capacity | Kind::Count { .. }) | None => Some(found.value),
    }
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn a_question_is_called_by_its_first_words() {
        assert_eq!(first_words("Is er een vast nummer?"), "Is er een vast nummer");
        // 60 characters at most, and whole words.
        let long = "Is er een vast nummer dat dag en nacht bereikbaar is voor wie zich zorgen maakt?";
        assert_eq!(
            first_words(long),
            "Is er een vast nummer dat dag en nacht bereikbaar is voor…"
        );
    }
}
