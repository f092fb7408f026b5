//! Takes a report; returns JSON for programs as described by `docs/schema`, with the keys in a fixed order.

pub(in crate::report) mod form;

use self::form::{
    AgendaPoint, Cell, Chain, Contradiction, Document, Edition, Figures, HandoverRow, Input, Legal, Link, Mean,
    Municipality, Perspective, Practice, Question, Sharing, Step, StepScore, Theme, WhiteSpot,
};
use crate::answers::EntityIndex;
use crate::questionnaire::{PerspectiveIndex, Role, RowIndex};
use crate::report::{GENERATED_BY, Report};
use crate::scoring::{self, LinkPart, Total, Weighting};

/// The report as JSON, indented by two spaces and ending in a line feed.
///
/// # Errors
/// None in practice: every value can be represented in JSON.
pub fn write(report: &Report) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&document(report))?;
    text.push('\n');
    Ok(text)
}

fn figures(total: &Total) -> Figures {
    Figures {
        score: total.score,
        low: total.low,
        high: total.high,
        norm: total.norm,
        gap: total.gap,
        coverage: total.coverage,
        applicable: total.applicable,
        status: total.status,
    }
}

/// Scores of the steps, from step 0 on.
fn step_scores(scores: &[Option<f64>]) -> Vec<StepScore> {
    (0..)
        .zip(scores)
        .map(|(number, &score)| StepScore { number, score })
        .collect()
}

fn document<'a>(report: &Report<'a>) -> Document<'a> {
    let (questionnaire, region, score) = (report.questionnaire, report.region, report.score);
    Document {
        format: "ketenscan-report/1",
        generated_by: GENERATED_BY,
        questionnaire: Edition {
            id: &questionnaire.id,
            year: questionnaire.edition,
            sha256: &questionnaire.sha256,
        },
        region: &region.name,
        year: region.year,
        weighting: match score.weighting {
            Weighting::Equal => "equal",
            Weighting::Inhabitants => "inhabitants",
        },
        municipalities: municipalities(report),
        inputs: inputs(report),
        chain: Chain::from(&score.chain),
        steps: steps(report),
        themes: themes(report),
        matrix: matrix(report),
        practices: practices(report),
        questions: questions(report),
        perspectives: perspectives(report),
        agenda: agenda(report),
        handovers: handovers(report),
        contradictions: contradictions(report),
        white_spots: white_spots(report),
        legal: legal(report),
        plan: score.plan.iter().map(|&row| row_id(report, row)).collect(),
        own: [],
        sharing: report.sharing.map(|sharing| Sharing {
            minimum: sharing.minimum,
            expected: sharing.response.expected,
            responded: sharing.response.responded,
            withheld: sharing.withheld.iter().map(|&row| row_id(report, row)).collect(),
        }),
    }
}

fn row_id<'a>(report: &Report<'a>, row: RowIndex) -> &'a str {
    &report.questionnaire.rows[row].id
}

fn role_key(report: &Report, row: RowIndex) -> &'static str {
    report.questionnaire.question_of(row).role.key()
}

fn perspective_key<'a>(report: &Report<'a>, perspective: PerspectiveIndex) -> &'a str {
    &report.questionnaire.perspectives[perspective].key
}

fn names<'a>(report: &Report<'a>, entities: &[EntityIndex]) -> Vec<&'a str> {
    let name = |&entity: &EntityIndex| report.region.entities[entity].name.as_str();
    entities.iter().map(name).collect()
}

fn municipalities<'a>(report: &Report<'a>) -> Vec<Municipality<'a>> {
    let municipalities = report.region.municipalities().iter().zip(&report.score.municipalities);
    municipalities
        .map(|(entity, own)| Municipality {
            name: &entity.name,
            inhabitants: entity.inhabitants,
            responded: !entity.submissions.is_empty(),
            steps: step_scores(&own.steps.iter().map(|total| total.score).collect::<Vec<_>>()),
        })
        .collect()
}

fn steps<'a>(report: &Report<'a>) -> Vec<Step<'a>> {
    let steps = report.questionnaire.steps.iter().zip(&report.score.steps);
    steps
        .enumerate()
        .map(|(number, (step, total))| Step {
            number,
            key: &step.key,
            name: &step.name,
            figures: figures(total),
            ambition: report.region.ambitions[number],
        })
        .collect()
}

fn themes<'a>(report: &Report<'a>) -> Vec<Theme<'a>> {
    let themes = report.questionnaire.themes.iter().zip(&report.score.themes);
    themes
        .zip(&report.score.votes)
        .map(|((theme, total), &votes)| Theme {
            key: &theme.key,
            name: &theme.name,
            core: theme.core,
            figures: figures(total),
            votes,
        })
        .collect()
}

fn matrix<'a>(report: &Report<'a>) -> Vec<Cell<'a>> {
    let cells = report.score.matrix.iter();
    cells
        .map(|cell| Cell {
            step: cell.step,
            theme: &report.questionnaire.themes[cell.theme].key,
            score: cell.score,
            questions: cell.scored,
        })
        .collect()
}

fn practices<'a>(report: &Report<'a>) -> Vec<Practice<'a>> {
    let practices = report.questionnaire.practices.iter().zip(&report.score.practices);
    practices
        .map(|(practice, found)| Practice {
            key: &practice.key,
            steps: (1..).zip(&found.steps).map(link).collect(),
            unbroken: found.unbroken,
            stalls_at: found.stalls_at,
            uncertain_at: found.uncertain_at,
        })
        .collect()
}

fn link((number, link): (usize, &scoring::Link)) -> Link {
    Link {
        number,
        score: link.score,
        low: link.low,
        high: link.high,
        state: link.state.key(),
        weakest: link.weakest.map(LinkPart::key),
    }
}

fn perspectives<'a>(report: &Report<'a>) -> Vec<Perspective<'a>> {
    let perspectives = report.score.perspectives.iter();
    perspectives
        .map(|(perspective, steps)| Perspective {
            key: perspective_key(report, *perspective),
            steps: step_scores(steps),
        })
        .collect()
}

fn agenda<'a>(report: &Report<'a>) -> Vec<AgendaPoint<'a>> {
    let mean = |&(perspective, mean): &(PerspectiveIndex, f64)| Mean {
        perspective: perspective_key(report, perspective),
        mean,
    };
    let points = report.score.agenda.iter();
    points
        .map(|point| AgendaPoint {
            question: row_id(report, point.row),
            disagreement: point.disagreement,
            means: point.means.iter().map(mean).collect(),
        })
        .collect()
}

fn handovers<'a>(report: &Report<'a>) -> Vec<HandoverRow<'a>> {
    let handovers = report.score.handovers.iter();
    handovers
        .map(|handover| HandoverRow {
            question: row_id(report, handover.row),
            from: perspective_key(report, handover.from),
            to: perspective_key(report, handover.to),
            from_score: handover.from_score,
            to_score: handover.to_score,
            mismatch: handover.mismatch,
        })
        .collect()
}

fn contradictions<'a>(report: &Report<'a>) -> Vec<Contradiction<'a>> {
    let contradictions = report.score.contradictions.iter();
    contradictions
        .map(|found| {
            let rule = &report.questionnaire.rules[found.rule];
            Contradiction {
                role: role_key(report, rule.claim),
                entity: &report.region.entities[found.entity].name,
                claim: row_id(report, rule.claim),
                fact: row_id(report, rule.fact),
                message: &rule.message,
            }
        })
        .collect()
}

fn white_spots<'a>(report: &Report<'a>) -> Vec<WhiteSpot<'a>> {
    let spots = report.score.white_spots.iter();
    spots
        .map(|spot| WhiteSpot {
            theme: &report.questionnaire.themes[spot.theme].key,
            municipalities: names(report, &spot.municipalities),
            uncertain: names(report, &spot.uncertain),
            unknown: names(report, &spot.unknown),
            share_inhabitants: spot.share_inhabitants,
        })
        .collect()
}

fn legal<'a>(report: &Report<'a>) -> Vec<Legal<'a>> {
    let points = report.score.legal.iter();
    points
        .map(|point| Legal {
            question: row_id(report, point.row),
            role: role_key(report, point.row),
            entities: names(report, &point.entities),
        })
        .collect()
}

/// The workbooks, sorted by path.
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
