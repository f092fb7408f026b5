//! Takes an invented region; returns its workbooks: who fills in which, and what they contain besides the answers.

use super::answering::{self, Writer};
use super::chance::chance;
use super::{Partner, Region, YEARS, Year};
use crate::answers::{Answer, Context, Expected, KeyFigure, Rows, Submission};
use crate::list::{Index, List};
use crate::questionnaire::{PerspectiveIndex, Questionnaire, Role, RowIndex, ThemeIndex};
use crate::spelling::slug;
use crate::workbook::template::Order;

const EVIDENCE: [&str; 6] = [
    "Regiovisie, hoofdstuk 4",
    "Werkafspraak vastgesteld in het ketenoverleg",
    "Jaarverslag van de organisatie",
    "Opdracht aan de opvang, bijlage 2",
    "Verslag van het netwerk van aandachtsfunctionarissen",
    "Scholingsplan lokale teams",
];
/// The yearly number of each key figure of the edition per 100,000 inhabitants, by practice.
const PER_100_000: [[f64; 4]; 2] = [[4.1, 6.2, 1.2, 9.7], [1.8, 2.6, 0.6, 5.3]];
/// The leader of a region rates it higher than it is, by this many levels.
const LEADER: Partner = Partner {
    perspective: "regio",
    along: 0.1,
};
/// How many levels higher a local team rates its municipality than the municipality itself does.
const LOCAL_TEAM: f64 = -0.6;
/// The perspective of what they agree on.
const JOINTLY: &str = "gezamenlijk";

/// A workbook to be made as if it had come back.
#[derive(Clone, Debug)]
pub struct Book<'a> {
    /// The year it is about.
    pub year: u16,
    writer: Writer<'a>,
    /// In a joint workbook, those who answered separately.
    separately: Vec<Writer<'a>>,
}

/// The workbooks of an invented region in all its years.
#[must_use]
pub fn books(region: &Region) -> Vec<Book<'_>> {
    let mut books = Vec::new();
    for (number, year) in YEARS.into_iter().zip(&region.years) {
        books.extend(books_of(region, number, year));
    }
    books
}

fn books_of<'a>(region: &'a Region, number: u16, year: &'a Year) -> Vec<Book<'a>> {
    let book = |writer, separately| Book {
        year: number,
        writer,
        separately,
    };
    let mut books = Vec::new();
    let answering = region.municipalities.iter();
    for municipality in answering.filter(|municipality| municipality.answers_in.contains(&number)) {
        let own = Writer {
            region,
            number,
            year,
            role: Role::Municipality,
            municipality: Some(&municipality.name),
            perspective: "gemeente",
            short: false,
            along: municipality.along,
            unknown: municipality.unknown,
        };
        let local_team = Writer {
            perspective: "lokaal-team",
            along: municipality.along + LOCAL_TEAM,
            ..own
        };
        let mut separately = vec![own];
        separately.extend(municipality.has_local_team.then_some(local_team));
        books.extend(separately.iter().map(|&writer| book(writer, Vec::new())));
        if municipality.has_joint {
            let all = Writer {
                perspective: JOINTLY,
                ..own
            };
            books.push(book(all, separately));
        }
    }
    let leader = Writer {
        region,
        number,
        year,
        role: Role::Region,
        municipality: None,
        perspective: LEADER.perspective,
        short: false,
        along: LEADER.along,
        unknown: 0.05,
    };
    books.push(book(leader, Vec::new()));
    let partners = region.partners.iter().map(|partner| Writer {
        perspective: partner.perspective,
        short: true,
        along: partner.along,
        unknown: 0.12,
        ..leader
    });
    books.extend(partners.map(|partner| book(partner, Vec::new())));
    books
}

impl Book<'_> {
    /// The folder for its region and year: `voorbeeldland-2026`.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("{}-{}", slug(&self.writer.region.name), self.year)
    }

    /// The name of its file: `duinstad-gemeente.xlsx`, and `duinstad-gemeente-gezamenlijk.xlsx` if it is a joint one.
    #[must_use]
    pub fn file(&self) -> String {
        let whose = self.writer.municipality.unwrap_or(&self.writer.region.name);
        let joint = if self.writer.perspective == JOINTLY {
            "gemeente-"
        } else {
            ""
        };
        format!("{}-{joint}{}.xlsx", slug(whose), self.writer.perspective)
    }

    /// The order for the filled-in workbook.
    ///
    /// # Panics
    /// If the questionnaire lacks a perspective or theme that the demo names: the demo belongs to the built-in
    /// questionnaire, and must not silently invent less.
    #[must_use]
    pub fn order(&self, questionnaire: &Questionnaire) -> Order {
        let writer = &self.writer;
        let perspective = place(writer.perspective, &questionnaire.perspectives, |known| &known.key);
        let is_leader = writer.role == Role::Region && !writer.short;
        let (answers, evidence) = self.filled_in(questionnaire, perspective);
        let municipalities = if is_leader { expected(writer.region) } else { Vec::new() };
        let filled = Submission {
            file: self.file(),
            sha256: String::new(),
            is_invented: true,
            role: writer.role,
            questionnaire: questionnaire.identity(),
            region: writer.region.name.clone(),
            municipality: writer.municipality.map(str::to_owned),
            year: self.year,
            perspective,
            is_joint: questionnaire.perspectives[perspective].joint,
            respondent: None,
            date: None,
            saved: None,
            answers,
            spots: Rows::default(),
            sheets: Vec::new(),
            evidence,
            priorities: priorities(questionnaire, writer),
            context: if is_leader {
                context(questionnaire, writer.region)
            } else {
                Context::default()
            },
        };
        Order {
            region: Some(filled.region.clone()),
            municipality: filled.municipality.clone(),
            year: Some(self.year),
            perspective: writer.short.then_some(perspective),
            municipalities,
            filled: Some(filled),
            ..Order::blank(writer.role)
        }
    }

    /// The answer to each row, and the evidence for it.
    fn filled_in(
        &self,
        questionnaire: &Questionnaire,
        perspective: PerspectiveIndex,
    ) -> (Rows<Answer>, Vec<(RowIndex, String)>) {
        let writer = &self.writer;
        let rows = questionnaire
            .rows_of(writer.role)
            .filter(|&row| !writer.short || questionnaire.question_of(row).ask.contains(&perspective));
        let mut answers = Rows::default();
        let mut evidence = Vec::new();
        for row in rows {
            let answer = if self.separately.is_empty() {
                answering::answer(questionnaire, row, writer)
            } else {
                answering::agreed(questionnaire, row, writer, &self.separately)
            };
            answers.set(row, answer);
            let chance = writer.chance(questionnaire, row, "evidence");
            if matches!(answer, Answer::Answered(_)) && chance < 0.25 {
                let pick = (chance * 4.0 * EVIDENCE.len() as f64) as usize;
                evidence.push((row, EVIDENCE[pick.min(EVIDENCE.len() - 1)].to_owned()));
            }
        }
        (answers, evidence)
    }
}

fn expected(region: &Region) -> Vec<Expected> {
    let municipalities = region.municipalities.iter();
    municipalities
        .map(|municipality| Expected {
            name: municipality.name.clone(),
            inhabitants: Some(municipality.inhabitants),
        })
        .collect()
}

fn context(questionnaire: &Questionnaire, region: &Region) -> Context {
    let mut key_figures = Vec::new();
    for (figure, rates) in questionnaire.key_figures.iter().zip(PER_100_000) {
        for ((practice, known), rate) in questionnaire.practices.indexed().zip(rates) {
            key_figures.push(KeyFigure {
                figure: figure.clone(),
                practice,
                practice_name: known.name.clone(),
                number: (rate * region.inhabitants() / 100_000.0).round(),
            });
        }
    }
    Context {
        municipalities: expected(region),
        ambitions: region.ambitions.map(Some),
        key_figures,
        ..Context::default()
    }
}

/// Two or three themes; many choose shelter.
fn priorities(questionnaire: &Questionnaire, writer: &Writer) -> Vec<ThemeIndex> {
    let mut keys = vec!["opvangcapaciteit", "informele-netwerken", "deskundigheid"];
    if writer.along > 0.1 {
        keys = vec!["expertise", "opvangcapaciteit"];
    } else if writer.unknown > 0.2 {
        keys = vec!["aandachtsfunctionarissen", "regie"];
    }
    let themes = &questionnaire.themes;
    keys.into_iter()
        .map(|key| place(key, themes, |theme| &theme.key))
        .collect()
}

/// The index of the item with this key in the questionnaire.
#[expect(clippy::panic, reason = "the demo's keys are part of the program; a test makes it")]
fn place<I: Index, T>(key: &str, known: &List<I, T>, key_of: impl Fn(&T) -> &str) -> I {
    known
        .position(|known| key_of(known) == key)
        .unwrap_or_else(|| panic!("the questionnaire has no '{key}', which the demo needs"))
}

impl Writer<'_> {
    /// A number from 0 up to but not including 1, the same every year, for one row and purpose.
    pub(super) fn chance(&self, questionnaire: &Questionnaire, row: RowIndex, purpose: &str) -> f64 {
        let who = self.municipality.unwrap_or(&self.region.name);
        chance(&[&questionnaire.rows[row].id, who, self.perspective, purpose])
    }
}
