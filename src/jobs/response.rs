//! Takes an input; returns who answered what, and from whom nothing came, for each region and year.

use std::collections::{BTreeMap, BTreeSet};

use super::input::{FileSummary, Input};
use super::open;
use crate::answers::{BlankWorkbook, Region, Submission, Tally};
use crate::privacy::Written;
use crate::questionnaire::{Editions, Perspective, Questionnaire, Role, RowIndex};
use crate::spelling::fold;
use crate::wording::{all_of, count, grouped};

/// The longest that a function is shown.
const LONGEST: usize = 30;

/// One region and year.
pub(super) struct Group<'a> {
    pub(super) region: &'a Region,
    questionnaire: &'a Questionnaire,
    /// Whether its name or year is probably a mistake.
    pub(super) is_stray: bool,
    pub(super) lines: Vec<Line<'a>>,
}

/// One workbook, or somebody from whom nothing came.
pub(super) struct Line<'a> {
    pub(super) entity: &'a str,
    pub(super) role: Role,
    pub(super) perspective: Option<&'a Perspective>,
    /// The workbook that came.
    pub(super) submission: Option<&'a Submission>,
    pub(super) tally: Tally,
    /// The rows that it leaves blank and another part of the same workbook answers.
    pub(super) elsewhere: &'a [RowIndex],
    /// The number of rows that it has, or would have.
    pub(super) questions: usize,
    pub(super) mark: Option<&'static str>,
}

impl Line<'_> {
    /// Whether it is the workbook in which all agreed on an answer.
    pub(super) fn is_joint(&self) -> bool {
        self.perspective.is_some_and(|perspective| perspective.joint)
    }

    /// Whether anything is answered, if only that it is not known.
    pub(super) fn has_answers(&self) -> bool {
        self.tally.has_answers()
    }
}

/// The lines of every region and year: of each entity the workbooks that came, then what was expected and did not come.
pub(super) fn groups<'a>(input: &'a Input, known: &'a Editions) -> Vec<Group<'a>> {
    let problems = || input.problems.iter();
    let strays = problems().filter(|problem| problem.code == "W68");
    let set_aside = problems().filter_map(|problem| {
        let (_, why) = SET_ASIDE.iter().find(|(code, _)| *code == problem.code)?;
        Some((problem.place.file.as_str(), *why))
    });
    let remarkable = Remarkable {
        strays: strays.map(|problem| problem.place.file.as_str()).collect(),
        set_aside: set_aside.collect(),
    };
    let regions = input.regions.iter();
    let found = regions.filter_map(|region| {
        Some(group(
            input,
            region,
            known.of(&region.questionnaire)?,
            known,
            &remarkable,
        ))
    });
    found.collect()
}

/// Files about which there is something to say beside their line.
struct Remarkable<'a> {
    strays: BTreeSet<&'a str>,
    /// Those that do not count, with the reason.
    set_aside: BTreeMap<&'a str, &'static str>,
}

/// Why a filled-in workbook does not count, by the code of its problem.
const SET_ASIDE: [(&str, &str); 4] = [
    ("R01", "telt niet mee: spreekt een ander werkboek tegen"),
    ("R05", "telt niet mee: van een andere vragenlijst of editie"),
    ("R13", "telt niet mee: er is nog een gezamenlijk werkboek"),
    ("R17", "telt niet mee: dezelfde antwoorden als een ander werkboek"),
];

fn group<'a>(
    input: &'a Input,
    region: &'a Region,
    own: &'a Questionnaire,
    known: &'a Editions,
    remarkable: &Remarkable,
) -> Group<'a> {
    let has_list = region.municipalities().iter().any(|entity| entity.is_listed);
    let mut aside: BTreeMap<Key, Vec<&Submission>> = BTreeMap::new();
    for book in &region.set_aside {
        aside
            .entry(key(book.role, book.municipality.as_deref()))
            .or_default()
            .push(book);
    }
    let mut blank: BTreeMap<Key, Vec<&BlankWorkbook>> = BTreeMap::new();
    for book in &region.blank_books {
        blank
            .entry(key(book.role, book.municipality.as_deref()))
            .or_default()
            .push(book);
    }
    let mut lines = Vec::new();
    for entity in &region.entities {
        let key = key(entity.role, Some(&entity.name));
        let counted = entity.submissions.iter().map(|&index| &*region.submissions[index]);
        let counted = counted.map(|book| (book, true));
        let aside = aside
            .remove(&key)
            .unwrap_or_default()
            .into_iter()
            .map(|book| (book, false));
        let mut answered = BTreeSet::new();
        let first = lines.len();
        for (submission, counts) in counted.chain(aside) {
            let questionnaire = known.of(&submission.questionnaire);
            let perspective = questionnaire.and_then(|known| known.perspectives.get(submission.perspective));
            answered.extend(perspective.map(|perspective| perspective.key.as_str()));
            let tally = submission.tally();
            let file = submission.file.as_str();
            let mark = if !counts {
                remarkable.set_aside.get(file).copied()
            } else if remarkable.strays.contains(file) {
                Some("hoort misschien ergens anders bij")
            } else if has_list && !entity.is_listed {
                Some("staat niet op de lijst van de regio")
            } else {
                None
            };
            lines.push(Line {
                entity: &entity.name,
                role: entity.role,
                perspective,
                submission: Some(submission),
                tally,
                elsewhere: input.elsewhere(&submission.file),
                questions: tally.rows(),
                mark,
            });
        }
        // Those for whom a blank workbook was made; and everyone, from their own perspective.
        let blank = blank.remove(&key).unwrap_or_default().into_iter();
        let blank = blank.map(|book| (book.perspective.or(own.own_perspective(book.role)), book.questions));
        let everyone = (own.own_perspective(entity.role), own.rows_of(entity.role).count());
        for (perspective, questions) in blank.chain([everyone]) {
            let perspective = perspective.and_then(|index| own.perspectives.get(index));
            let is_new = match perspective {
                Some(perspective) => answered.insert(&perspective.key),
                None => lines.len() == first,
            };
            if is_new {
                lines.push(Line {
                    entity: &entity.name,
                    role: entity.role,
                    perspective,
                    submission: None,
                    tally: Tally::default(),
                    elsewhere: &[],
                    questions,
                    mark: None,
                });
            }
        }
    }
    let files = files(region);
    Group {
        region,
        questionnaire: own,
        is_stray: files.iter().any(|file| remarkable.strays.contains(file)),
        lines,
    }
}

/// An entity; the region itself has no name here, as its workbooks may spell it differently.
type Key = (Role, String);

fn key(role: Role, municipality: Option<&str>) -> Key {
    match role {
        Role::Municipality => (role, fold(municipality.unwrap_or_default())),
        Role::Region => (role, String::new()),
    }
}

/// The files of a region and year.
fn files(region: &Region) -> BTreeSet<&str> {
    let filled = region.submissions.iter().chain(&region.set_aside);
    let filled = filled.map(|book| book.file.as_str());
    filled
        .chain(region.blank_books.iter().map(|book| book.file.as_str()))
        .collect()
}

/// The files of ours that belong to no region and year.
pub(super) fn elsewhere<'a>(input: &'a Input, groups: &[Group]) -> impl Iterator<Item = &'a FileSummary> {
    let placed: BTreeSet<String> = groups
        .iter()
        .flat_map(|group| files(group.region))
        .map(str::to_owned)
        .collect();
    input
        .files
        .iter()
        .filter(move |file| file.is_ours && !placed.contains(&file.file))
}

/// Who answered what, and from whom nothing came, for people to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// One table for every region and year.
    pub tables: Vec<ResponseTable>,
    /// The files that belong to no region and year, a line each.
    pub elsewhere: Vec<String>,
}

/// The table "Klopt dit?" of one region and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseTable {
    /// Name of the region.
    pub region: String,
    /// The year.
    pub year: u16,
    /// A row for every workbook, and for everyone from whom nothing came; see [`HEADER`].
    pub rows: Vec<[String; COLUMNS]>,
    /// How many municipalities answered, and from which nothing came.
    pub summary: String,
    /// What is open or answered differently, in whole lines.
    pub open: String,
}

const COLUMNS: usize = 5;
/// The headers of the columns.
pub const HEADER: [&str; COLUMNS] = ["wie", "vanuit", "ingevuld door", "beantwoord", "bestand"];

/// The number of files that get a line each without a region.
const MOST_ELSEWHERE: usize = 20;

/// The tables of every region and year, and the files that belong to none.
pub(super) fn response(input: &Input, known: &Editions) -> Response {
    let groups = groups(input, known);
    let unplaced: Vec<&FileSummary> = elsewhere(input, &groups).collect();
    let why = |file: &FileSummary| {
        if file.is_read() {
            "van wie en waarover is niet te zien"
        } else {
            "niet gelezen"
        }
    };
    let named = unplaced.iter().take(MOST_ELSEWHERE);
    let mut elsewhere: Vec<String> = named.map(|file| format!("{}: {}", file.file, why(file))).collect();
    if unplaced.len() > MOST_ELSEWHERE {
        let rest = grouped((unplaced.len() - MOST_ELSEWHERE) as f64);
        elsewhere.push(format!("en nog {rest} bestanden"));
    }
    let table = |group: &Group| ResponseTable {
        region: group.region.name.clone(),
        year: group.region.year,
        rows: group.lines.iter().map(cells).collect(),
        summary: summary(group),
        open: open::text(group.region, group.questionnaire),
    };
    Response {
        tables: groups.iter().map(table).collect(),
        elsewhere,
    }
}

impl Response {
    /// The same as text, in whole lines.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for table in &self.tables {
            text += &format!("\nKlopt dit? {} {}\n", table.region, table.year);
            text += &aligned(&table.rows);
            text += &format!("  {}\n", table.summary);
            text += &table.open;
        }
        if !self.elsewhere.is_empty() {
            text += "\nNergens bij geteld\n";
        }
        for line in &self.elsewhere {
            text += &format!("  {line}\n");
        }
        text
    }
}

fn aligned(rows: &[[String; COLUMNS]]) -> String {
    let header = HEADER.map(str::to_owned);
    let rows: Vec<&[String; COLUMNS]> = [&header].into_iter().chain(rows).collect();
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(*row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        text += &format!("  {}\n", line.trim_end());
    }
    text
}

fn cells(line: &Line) -> [String; COLUMNS] {
    let who = match line.role {
        Role::Municipality => line.entity.to_owned(),
        Role::Region => format!("{} (regio)", line.entity),
    };
    let by = line
        .submission
        .and_then(|book| book.respondent.as_ref())
        .map_or_else(String::new, function);
    let file = line.submission.map_or("", |book| &book.file);
    [
        who,
        line.perspective
            .map_or_else(String::new, |perspective| perspective.name.clone()),
        by,
        answered(line),
        match line.mark {
            Some(mark) => format!("{file} ({mark})"),
            None => file.to_owned(),
        },
    ]
}

/// "27 van 29", "24 van 29, 3 leeg", "0 van 29, wel iets ingevuld" or "nog niets". Of a workbook for all
/// together, "12 afgesproken" or "nog niets afgesproken": what they saw alike they may leave open.
fn answered(line: &Line) -> String {
    if line.submission.is_none() {
        return if line.is_joint() {
            "nog niets afgesproken"
        } else {
            "nog niets"
        }
        .to_owned();
    }
    if !line.has_answers() {
        // Only a remark, for example, or an answer that cannot be used.
        return format!("0 van {}, wel iets ingevuld", line.questions);
    }
    if line.is_joint() {
        return format!("{} afgesproken", line.tally.answered + line.tally.not_applicable);
    }
    let elsewhere = line.elsewhere.len();
    let mut text = format!("{} van {}", line.tally.answered, line.questions);
    for (rows, what) in [
        (elsewhere, "in een ander deel"),
        (line.tally.missing.saturating_sub(elsewhere), "leeg"),
    ] {
        if rows > 0 {
            text += &format!(", {rows} {what}");
        }
    }
    text
}

/// The function of whoever filled in a workbook, shortened.
pub(super) fn function(respondent: &Written) -> String {
    let clean = respondent.shown();
    if clean.chars().count() <= LONGEST {
        return clean.to_owned();
    }
    clean.chars().take(LONGEST).chain(['…']).collect()
}

/// How many municipalities answered, and from which nothing came.
fn summary(group: &Group) -> String {
    let municipalities = group.region.municipalities();
    let answered = group
        .lines
        .iter()
        .filter(|line| line.role == Role::Municipality && line.has_answers());
    let answered: BTreeSet<&str> = answered.map(|line| line.entity).collect();
    let silent: Vec<&str> = municipalities
        .iter()
        .map(|entity| entity.name.as_str())
        .filter(|name| !answered.contains(name))
        .collect();
    let number = count(municipalities.len(), "gemeente", "gemeenten");
    let answered = match silent.as_slice() {
        _ if municipalities.is_empty() => "Van gemeenten is er nog niets.".to_owned(),
        [] if municipalities.len() == 1 => format!("{number}, en die stuurde iets in."),
        [] => format!("{number}, en van elke is er iets."),
        silent => format!("{number}; nog geen antwoorden van {}.", all_of(silent)),
    };
    if municipalities.iter().any(|entity| entity.is_listed) {
        answered
    } else {
        format!("{answered} Of dat ze allemaal zijn, is niet te zien: een lijst van de regio is er niet.")
    }
}
