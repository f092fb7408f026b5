//! The report for programs: the JSON that `docs/contract` promises, its keys in that order.

use serde::Serialize;

use super::{GENERATED_BY, Report};
use crate::questionnaire::Role;
use crate::scoring::lenses::handover::Handover;
use crate::scoring::{Status, Total, Weighting};

/// The report as JSON, with two spaces a level and a line end.
///
/// # Errors
/// None in practice: every value has a form in JSON.
pub fn write(report: &Report) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&document(report))?;
    text.push('\n');
    Ok(text)
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    generated_by: &'static str,
    questionnaire: Edition<'a>,
    region: &'a str,
    year: u16,
    weighting: &'static str,
    municipalities: Vec<Municipality<'a>>,
    inputs: Vec<Input<'a>>,
    chain: Chain,
    steps: Vec<Step<'a>>,
    themes: Vec<Theme<'a>>,
    matrix: Vec<Cell<'a>>,
    practices: Vec<Practice<'a>>,
    questions: Vec<Question<'a>>,
    perspectives: Vec<Perspective<'a>>,
    agenda: Vec<AgendaPoint<'a>>,
    handovers: Vec<HandoverRow<'a>>,
    contradictions: Vec<Contradiction<'a>>,
    white_spots: Vec<WhiteSpot<'a>>,
    legal: Vec<Legal<'a>>,
    plan: Vec<&'a str>,
}

#[derive(Serialize)]
struct Edition<'a> {
    id: &'a str,
    edition: u16,
    sha256: &'a str,
}

#[derive(Serialize)]
struct StepScore {
    number: usize,
    score: Option<f64>,
}

#[derive(Serialize)]
struct Municipality<'a> {
    name: &'a str,
    inhabitants: Option<f64>,
    responded: bool,
    steps: Vec<StepScore>,
}

#[derive(Serialize)]
struct Input<'a> {
    file: &'a str,
    sha256: &'a str,
    role: &'static str,
    municipality: Option<&'a str>,
    perspective: &'a str,
    answered: usize,
    unknown: usize,
    not_applicable: usize,
    missing: usize,
}

#[derive(Serialize)]
struct Chain {
    score: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    weakest_step: Option<usize>,
    steps_at_norm: usize,
}

#[derive(Serialize)]
struct Figures {
    score: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    norm: Option<f64>,
    gap: Option<f64>,
    coverage: Option<f64>,
    #[serde(serialize_with = "status_key")]
    status: Status,
}

#[derive(Serialize)]
struct Step<'a> {
    number: usize,
    key: &'a str,
    name: &'a str,
    #[serde(flatten)]
    figures: Figures,
    ambition: Option<f64>,
}

#[derive(Serialize)]
struct Theme<'a> {
    key: &'a str,
    name: &'a str,
    core: bool,
    #[serde(flatten)]
    figures: Figures,
    votes: Option<f64>,
}

#[derive(Serialize)]
struct Cell<'a> {
    step: usize,
    theme: &'a str,
    score: Option<f64>,
    questions: usize,
}

#[derive(Serialize)]
struct Practice<'a> {
    key: &'a str,
    steps: Vec<StepScore>,
    unbroken: usize,
    stalls_at: Option<usize>,
    unknown_at: Option<usize>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    step: usize,
    theme: &'a str,
    role: &'static str,
    practice: Option<&'a str>,
    weight: f64,
    norm: f64,
    legal: bool,
    score: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    coverage: Option<f64>,
    gap: Option<f64>,
    spread: Option<f64>,
}

#[derive(Serialize)]
struct Perspective<'a> {
    key: &'a str,
    steps: Vec<StepScore>,
}

#[derive(Serialize)]
struct AgendaPoint<'a> {
    question: &'a str,
    disagreement: f64,
    means: Vec<Mean<'a>>,
}

#[derive(Serialize)]
struct Mean<'a> {
    perspective: &'a str,
    mean: f64,
}

#[derive(Serialize)]
struct HandoverRow<'a> {
    question: &'a str,
    from: &'a str,
    to: &'a str,
    from_score: Option<f64>,
    to_score: Option<f64>,
    mismatch: bool,
}

#[derive(Serialize)]
struct Contradiction<'a> {
    role: &'static str,
    entity: &'a str,
    claim: &'a str,
    fact: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct WhiteSpot<'a> {
    theme: &'a str,
    municipalities: Vec<&'a str>,
    unknown: Vec<&'a str>,
    share_inhabitants: Option<f64>,
}

#[derive(Serialize)]
struct Legal<'a> {
    question: &'a str,
    role: &'static str,
    entities: Vec<&'a str>,
}

// serde hands a reference to whatever a field holds.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn status_key<S: serde::Serializer>(status: &Status, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(status.key())
}

fn figures(total: &Total) -> Figures {
    Figures {
        score: total.score,
        low: total.low,
        high: total.high,
        norm: total.norm,
        gap: total.gap,
        coverage: total.coverage,
        status: total.status,
    }
}

/// Scores of consecutive steps, the first with this number.
fn step_scores(first: usize, scores: &[Option<f64>]) -> Vec<StepScore> {
    (first..)
        .zip(scores)
        .map(|(number, &score)| StepScore { number, score })
        .collect()
}

fn document<'a>(report: &Report<'a>) -> Document<'a> {
    let (questionnaire, region, score) = (report.questionnaire, report.region, report.score);
    let row_id = |row: usize| questionnaire.rows[row].id.as_str();
    let theme_key = |theme: usize| questionnaire.themes[theme].key.as_str();
    let perspective_key = |perspective: usize| questionnaire.perspectives[perspective].key.as_str();
    let entity_name = |entity: usize| region.entities[entity].name.as_str();
    let names = |entities: &[usize]| entities.iter().map(|&entity| entity_name(entity)).collect();
    let role_of = |row: usize| questionnaire.question_of(row).role.key();
    Document {
        format: "ketenscan-report/1",
        generated_by: GENERATED_BY,
        questionnaire: Edition {
            id: &questionnaire.id,
            edition: questionnaire.edition,
            sha256: &questionnaire.sha256,
        },
        region: &region.name,
        year: region.year,
        weighting: match score.weighting {
            Weighting::Equal => "equal",
            Weighting::Inhabitants => "inhabitants",
        },
        municipalities: region
            .municipalities()
            .iter()
            .zip(&score.municipalities)
            .map(|(entity, steps)| Municipality {
                name: &entity.name,
                inhabitants: entity.inhabitants,
                responded: !entity.submissions.is_empty(),
                steps: step_scores(0, steps),
            })
            .collect(),
        inputs: inputs(report),
        chain: Chain {
            score: score.chain.score,
            low: score.chain.low,
            high: score.chain.high,
            weakest_step: score.chain.weakest_step,
            steps_at_norm: score.chain.steps_at_norm,
        },
        steps: questionnaire
            .steps
            .iter()
            .zip(&score.steps)
            .enumerate()
            .map(|(number, (step, total))| Step {
                number,
                key: &step.key,
                name: &step.name,
                figures: figures(total),
                ambition: region.ambitions[number],
            })
            .collect(),
        themes: questionnaire
            .themes
            .iter()
            .zip(&score.themes)
            .zip(&score.votes)
            .map(|((theme, total), &votes)| Theme {
                key: &theme.key,
                name: &theme.name,
                core: theme.core,
                figures: figures(total),
                votes,
            })
            .collect(),
        matrix: score
            .matrix
            .iter()
            .map(|cell| Cell {
                step: cell.step,
                theme: theme_key(cell.theme),
                score: cell.score,
                questions: cell.scored,
            })
            .collect(),
        practices: questionnaire
            .practices
            .iter()
            .zip(&score.practices)
            .map(|(practice, found)| Practice {
                key: &practice.key,
                steps: step_scores(1, &found.steps),
                unbroken: found.unbroken,
                stalls_at: found.stalls_at,
                unknown_at: found.unknown_at,
            })
            .collect(),
        questions: questions(report),
        perspectives: score
            .perspectives
            .iter()
            .map(|(perspective, steps)| Perspective {
                key: perspective_key(*perspective),
                steps: step_scores(0, steps),
            })
            .collect(),
        agenda: score
            .agenda
            .iter()
            .map(|point| AgendaPoint {
                question: row_id(point.row),
                disagreement: point.disagreement,
                means: point
                    .means
                    .iter()
                    .map(|&(perspective, mean)| Mean {
                        perspective: perspective_key(perspective),
                        mean,
                    })
                    .collect(),
            })
            .collect(),
        handovers: score
            .handovers
            .iter()
            .map(|handover: &Handover| HandoverRow {
                question: row_id(handover.row),
                from: perspective_key(handover.from),
                to: perspective_key(handover.to),
                from_score: handover.from_score,
                to_score: handover.to_score,
                mismatch: handover.mismatch,
            })
            .collect(),
        contradictions: score
            .contradictions
            .iter()
            .map(|found| {
                let rule = &questionnaire.rules[found.rule];
                Contradiction {
                    role: role_of(rule.claim),
                    entity: entity_name(found.entity),
                    claim: row_id(rule.claim),
                    fact: row_id(rule.fact),
                    message: &rule.message,
                }
            })
            .collect(),
        white_spots: score
            .white_spots
            .iter()
            .map(|spot| WhiteSpot {
                theme: theme_key(spot.theme),
                municipalities: names(&spot.municipalities),
                unknown: names(&spot.unknown),
                share_inhabitants: spot.share_inhabitants,
            })
            .collect(),
        legal: score
            .legal
            .iter()
            .map(|point| Legal {
                question: row_id(point.row),
                role: role_of(point.row),
                entities: names(&point.entities),
            })
            .collect(),
        plan: score.plan.iter().map(|&row| row_id(row)).collect(),
    }
}

/// The workbooks, by path.
fn inputs<'a>(report: &Report<'a>) -> Vec<Input<'a>> {
    let mut inputs: Vec<Input> = report
        .region
        .submissions
        .iter()
        .map(|submission| {
            let tally = submission.tally();
            Input {
                file: &submission.file,
                sha256: &submission.sha256,
                role: submission.role.key(),
                municipality: match submission.role {
                    Role::Municipality => submission.municipality.as_deref(),
                    Role::Region => None,
                },
                perspective: &report.questionnaire.perspectives[submission.perspective].key,
                answered: tally.answered,
                unknown: tally.unknown,
                not_applicable: tally.not_applicable,
                missing: tally.missing,
            }
        })
        .collect();
    inputs.sort_by(|a, b| a.file.cmp(b.file));
    inputs
}

fn questions<'a>(report: &Report<'a>) -> Vec<Question<'a>> {
    let questionnaire = report.questionnaire;
    questionnaire
        .rows
        .iter()
        .zip(&report.score.rows)
        .map(|(row, figures)| {
            let question = &questionnaire.questions[row.question];
            Question {
                id: &row.id,
                step: question.step,
                theme: &questionnaire.themes[question.theme].key,
                role: question.role.key(),
                practice: row
                    .practice
                    .map(|practice| questionnaire.practices[practice].key.as_str()),
                weight: row.weight,
                norm: question.norm,
                legal: question.legal,
                score: figures.score,
                low: figures.low,
                high: figures.high,
                coverage: figures.coverage,
                gap: figures.gap,
                spread: figures.spread,
            }
        })
        .collect()
}
