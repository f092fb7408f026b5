//! The letter for council and aldermen: one sheet with what the scan is, what it shows, what to decide and where to get
//! help. It names no municipality.

use super::charts;
use super::phrases::{
    Finding, chain_score, furthest_short, norm_line, point_name, response, response_without_names, under_norm,
};
use super::summary::{legal_sentence, nothing_short, stall_sentence};
use crate::questionnaire::STEPS;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, ColumnKey, Header, LetterPart, Outline, Part, Table, TableKey};
use crate::scoring::{LinkState, Status, Total, short};
use crate::wording::{all_of, count, count_in_words, whole};

/// How many decisions the letter asks for.
const MOST: usize = 3;
/// The statement in a letter to share.
const TO_SHARE: &str = "Deze brief hoort bij een uitgave om te delen: zonder gemeenten, zonder teksten en zonder cijfers die op weinig deelnemers rusten.";

/// Makes the outline of the letter.
#[must_use]
pub fn outline(report: &Report) -> Outline {
    let parts = LetterPart::ALL
        .iter()
        .filter(|part| report.audience().gets(part.audience()));
    let parts = parts.map(|&part| Part {
        key: part.into(),
        title: part.name().to_owned(),
        blocks: vec![block(part, report)],
    });
    Outline {
        title: format!(
            "{} {} {}: voor college en raad",
            report.questionnaire.title, report.region.name, report.region.year
        ),
        // The letter is for people only.
        facts: Vec::new(),
        parts: parts.collect(),
    }
}

fn block(part: LetterPart, report: &Report) -> Block {
    match part {
        LetterPart::About => Block::Text(about(report)),
        LetterPart::Findings => Block::Text(findings(report)),
        LetterPart::Chain => Block::Table(chain(report)),
        LetterPart::Decisions => Block::Text(decisions(report)),
        LetterPart::Unknown => Block::Text(vec![unknown(report)]),
        LetterPart::Help => Block::Text(vec![
            "Is er direct gevaar? Bel 112. Advies of hulp nodig, voor uzelf of een ander, of een vermoeden? Bel Veilig Thuis: 0800-2000, gratis, dag en nacht.".to_owned(),
            "Het hele rapport, met alle cijfers en het verbeterplan, heeft de projectleider van de regio.".to_owned(),
        ]),
    }
}

fn about(report: &Report) -> Vec<String> {
    let questionnaire = report.questionnaire;
    let names: Vec<&str> = questionnaire
        .practices
        .iter()
        .map(|practice| practice.name.as_str())
        .collect();
    let step = |number: usize| questionnaire.steps[number].name.to_lowercase();
    let what = format!(
        "Met deze scan gaan gemeenten en hun partners samen na of hun keten een casus vasthoudt, van {} tot {}. Het gaat om {}: {}.",
        step(1),
        step(STEPS - 1),
        count_in_words(names.len(), "verschijningsvorm", "verschijningsvormen"),
        all_of(&names)
    );
    let mut paragraphs = vec![format!(
        "{what} Het is een zelfbeoordeling: een begin van een gesprek, en geen oordeel over een gemeente of een gemeenschap. {}",
        response_without_names(report)
    )];
    paragraphs.extend(report.sharing.map(|_| TO_SHARE.to_owned()));
    paragraphs
}

/// Two sentences as one paragraph, if there is any.
fn words(one: Option<String>, other: Option<String>) -> Option<String> {
    let sentences: Vec<String> = one.into_iter().chain(other).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn findings(report: &Report) -> Vec<String> {
    let found = [
        Some(format!("{} {}", chain_score(report), steps(report))),
        Some(stall_sentence(report)),
        words(legal_sentence(report), themes(report)),
    ];
    found.into_iter().flatten().collect()
}

/// "2 van de 7 stappen in de keten zijn op de norm. Het verst eronder blijft 5 Beschermen: …".
fn steps(report: &Report) -> String {
    let of_chain = report.score.steps.len() - 1;
    let at_norm = report.score.chain.steps_at_norm;
    let names = (0..report.score.steps.len()).map(|step| report.questionnaire.step_title(step));
    let names: Vec<String> = names.collect();
    let totals = names.iter().map(String::as_str).zip(&report.score.steps);
    let furthest = match furthest_short(totals.clone()) {
        Finding::NoScores => return "Voor een score per stap zijn er nog te weinig antwoorden.".to_owned(),
        Finding::NoneShort => "Geen stap met een score blijft eronder.".to_owned(),
        Finding::Short { name, .. } => {
            let total = totals.clone().find(|(candidate, _)| *candidate == name);
            format!(
                "Het verst eronder blijft stap {name}: {}.",
                total.map_or_else(String::new, |(_, total)| line(report, total))
            )
        }
    };
    let are = match at_norm {
        0 => "is er geen".to_owned(),
        1 => "is er 1".to_owned(),
        more => format!("zijn er {more}"),
    };
    format!("Van de {of_chain} stappen {are} op de norm. {furthest}")
}

/// "31 punten onder de norm (score 44, norm 75)".
fn line(report: &Report, total: &Total) -> String {
    let figures = total.score.zip(total.norm).map_or_else(String::new, |(score, norm)| {
        format!(" (score {}, norm {})", whole(score), whole(norm))
    });
    format!("{}{figures}", norm_line(report, total))
}

fn themes(report: &Report) -> Option<String> {
    let themes = report.questionnaire.themes.iter().zip(&report.score.themes);
    let core = themes
        .filter(|(theme, _)| theme.core)
        .map(|(theme, total)| (theme.name.as_str(), total));
    match furthest_short(core.clone()) {
        Finding::NoScores => None,
        Finding::NoneShort => Some("Geen kernthema met een score blijft onder de norm.".to_owned()),
        Finding::Short { name, .. } => {
            let (_, total) = core.clone().find(|(candidate, _)| *candidate == name)?;
            Some(format!(
                "Van de kernthema's blijft {name} het verst achter: {}.",
                line(report, total)
            ))
        }
    }
}

/// The links of each practice: a picture, or in words if there is nothing to draw.
fn chain(report: &Report) -> Table {
    let questionnaire = report.questionnaire;
    let mut columns = vec![Column::named(Header::Step, 26)];
    columns.extend(
        questionnaire
            .practices
            .indexed()
            .map(|(index, practice)| Column::new(ColumnKey::Practice(index), &practice.name, 24)),
    );
    let rows = (1..questionnaire.steps.len()).map(|step| {
        let mut cells = vec![Cell::text(questionnaire.step_title(step))];
        let practices = report.score.practices.iter();
        cells.extend(practices.map(|found| {
            let state = found.steps.get(step - 1).map_or(LinkState::Unknown, |link| link.state);
            Cell::verdict(state)
        }));
        cells
    });
    let heading = format!(
        "Houdt elke stap een casus vast? {}, {}",
        report.region.name, report.region.year
    );
    Table {
        charts: charts::chain(report).into_iter().collect(),
        ..Table::to_read(TableKey::LetterChain, heading, columns, rows.collect())
    }
}

/// The first points of the plan: what is wrong, and then what to do.
fn decisions(report: &Report) -> Vec<String> {
    let points = report.score.plan.iter().take(MOST).map(|&row| {
        let question = report.questionnaire.question_of(row);
        let score = report.score.rows[row].score;
        let points = score.and_then(|score| short(question.norm, score));
        let legal = if question.legal { "wettelijk, " } else { "" };
        format!(
            "{} ({legal}{}). {}",
            point_name(report.questionnaire, row),
            under_norm(points.unwrap_or_default()),
            question.action
        )
    });
    let points: Vec<String> = points.collect();
    if points.is_empty() {
        vec![format!("Nu {}.", nothing_short(report))]
    } else {
        points
    }
}

/// What the scan does not show: silent municipalities, steps without a score, what is not certain.
fn unknown(report: &Report) -> String {
    let titles = |status: Status| {
        let steps = report.score.steps.iter().enumerate();
        let steps = steps.filter(move |(_, total)| total.status == status);
        steps
            .map(|(step, _)| report.questionnaire.step_title(step))
            .collect::<Vec<_>>()
    };
    let (without, uncertain) = (titles(Status::Insufficient), titles(Status::Uncertain));
    let mut unknown = Vec::new();
    let response = response(report);
    if response.responded < response.expected {
        unknown.push(format!(
            "Van {} is er nog niets.",
            count(response.expected - response.responded, "gemeente", "gemeenten")
        ));
    }
    if without.len() == report.score.steps.len() {
        unknown.push("Van geen enkele stap zijn er genoeg antwoorden voor een score.".to_owned());
    } else if !without.is_empty() {
        unknown.push(format!("Te weinig antwoorden voor een score: {}.", all_of(&without)));
    }
    if !uncertain.is_empty() {
        unknown.push(format!(
            "Of deze stappen de norm halen, hangt af van wat nog onbekend is: {}.",
            all_of(&uncertain)
        ));
    }
    let links = || report.score.practices.iter().flat_map(|found| &found.steps);
    if links().any(|link| link.state == LinkState::Uncertain) {
        unknown.push("Waar hierboven ◆ staat, kan het nog beide kanten op.".to_owned());
    }
    if unknown.is_empty() {
        unknown.push("Van elke stap staat vast of zij de norm haalt en of zij een casus vasthoudt.".to_owned());
    }
    unknown.push(
        "De scan laat zien wat er volgens de invullers geregeld is. Hoe vaak iets voorkomt, laat zij niet zien."
            .to_owned(),
    );
    unknown.join(" ")
}
