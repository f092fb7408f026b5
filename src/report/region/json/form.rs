//! The structure of the JSON of `rapport`: its keys, in their order, as described by `docs/schema`.

use serde::Serialize;

use crate::scoring::{self, Status};

#[derive(Serialize)]
pub(in crate::report) struct Document<'a> {
    pub(in crate::report) format: &'static str,
    pub(in crate::report) generated_by: &'static str,
    pub(in crate::report) questionnaire: Edition<'a>,
    pub(in crate::report) region: &'a str,
    pub(in crate::report) year: u16,
    pub(in crate::report) weighting: &'static str,
    pub(in crate::report) municipalities: Vec<Municipality<'a>>,
    pub(in crate::report) inputs: Vec<Input<'a>>,
    pub(in crate::report) chain: Chain,
    pub(in crate::report) steps: Vec<Step<'a>>,
    pub(in crate::report) themes: Vec<Theme<'a>>,
    pub(in crate::report) matrix: Vec<Cell<'a>>,
    pub(in crate::report) practices: Vec<Practice<'a>>,
    pub(in crate::report) questions: Vec<Question<'a>>,
    pub(in crate::report) perspectives: Vec<Perspective<'a>>,
    pub(in crate::report) agenda: Vec<AgendaPoint<'a>>,
    pub(in crate::report) handovers: Vec<HandoverRow<'a>>,
    pub(in crate::report) contradictions: Vec<Contradiction<'a>>,
    pub(in crate::report) white_spots: Vec<WhiteSpot<'a>>,
    pub(in crate::report) legal: Vec<Legal<'a>>,
    pub(in crate::report) plan: Vec<&'a str>,
    /// Questions of the region's own; always empty so far.
    pub(in crate::report) own: [(); 0],
    pub(in crate::report) sharing: Option<Sharing<'a>>,
}

#[derive(Serialize)]
pub(in crate::report) struct Edition<'a> {
    pub(in crate::report) id: &'a str,
    #[serde(rename = "edition")]
    pub(in crate::report) year: u16,
    pub(in crate::report) sha256: &'a str,
}

#[derive(Serialize)]
pub(in crate::report) struct StepScore {
    pub(in crate::report) number: usize,
    pub(in crate::report) score: Option<f64>,
}

#[derive(Serialize)]
pub(in crate::report) struct Municipality<'a> {
    pub(in crate::report) name: &'a str,
    pub(in crate::report) inhabitants: Option<f64>,
    pub(in crate::report) responded: bool,
    pub(in crate::report) steps: Vec<StepScore>,
}

#[derive(Serialize)]
pub(in crate::report) struct Input<'a> {
    pub(in crate::report) file: &'a str,
    pub(in crate::report) sha256: &'a str,
    pub(in crate::report) role: &'static str,
    pub(in crate::report) municipality: Option<&'a str>,
    pub(in crate::report) perspective: &'a str,
    pub(in crate::report) answered: usize,
    pub(in crate::report) unknown: usize,
    pub(in crate::report) not_applicable: usize,
    pub(in crate::report) missing: usize,
}

/// The chain, in the same form in all our JSON documents.
#[derive(Serialize)]
pub(in crate::report) struct Chain {
    pub(in crate::report) score: Option<f64>,
    pub(in crate::report) low: Option<f64>,
    pub(in crate::report) high: Option<f64>,
    pub(in crate::report) weakest_step: Option<usize>,
    pub(in crate::report) steps_at_norm: usize,
}

impl From<&scoring::Chain> for Chain {
    fn from(chain: &scoring::Chain) -> Self {
        Self {
            score: chain.score,
            low: chain.low,
            high: chain.high,
            weakest_step: chain.weakest_step,
            steps_at_norm: chain.steps_at_norm,
        }
    }
}

#[derive(Serialize)]
pub(in crate::report) struct Figures {
    pub(in crate::report) score: Option<f64>,
    pub(in crate::report) low: Option<f64>,
    pub(in crate::report) high: Option<f64>,
    pub(in crate::report) norm: Option<f64>,
    pub(in crate::report) gap: Option<f64>,
    pub(in crate::report) coverage: Option<f64>,
    pub(in crate::report) applicable: Option<f64>,
    #[serde(serialize_with = "status_key")]
    pub(in crate::report) status: Status,
}

#[derive(Serialize)]
pub(in crate::report) struct Step<'a> {
    pub(in crate::report) number: usize,
    pub(in crate::report) key: &'a str,
    pub(in crate::report) name: &'a str,
    #[serde(flatten)]
    pub(in crate::report) figures: Figures,
    pub(in crate::report) ambition: Option<f64>,
}

#[derive(Serialize)]
pub(in crate::report) struct Theme<'a> {
    pub(in crate::report) key: &'a str,
    pub(in crate::report) name: &'a str,
    pub(in crate::report) core: bool,
    #[serde(flatten)]
    pub(in crate::report) figures: Figures,
    pub(in crate::report) votes: Option<f64>,
}

#[derive(Serialize)]
pub(in crate::report) struct Cell<'a> {
    pub(in crate::report) step: usize,
    pub(in crate::report) theme: &'a str,
    pub(in crate::report) score: Option<f64>,
    pub(in crate::report) questions: usize,
}

#[derive(Serialize)]
pub(in crate::report) struct Practice<'a> {
    pub(in crate::report) key: &'a str,
    pub(in crate::report) steps: Vec<Link>,
    pub(in crate::report) unbroken: usize,
    pub(in crate::report) stalls_at: Option<usize>,
    pub(in crate::report) uncertain_at: Option<usize>,
}

#[derive(Serialize)]
pub(in crate::report) struct Link {
    pub(in crate::report) number: usize,
    pub(in crate::report) score: Option<f64>,
    pub(in crate::report) low: Option<f64>,
    pub(in crate::report) high: Option<f64>,
    pub(in crate::report) state: &'static str,
    pub(in crate::report) weakest: Option<&'static str>,
}

#[derive(Serialize)]
pub(in crate::report) struct Question<'a> {
    pub(in crate::report) id: &'a str,
    pub(in crate::report) step: usize,
    pub(in crate::report) theme: &'a str,
    pub(in crate::report) role: &'static str,
    pub(in crate::report) practice: Option<&'a str>,
    pub(in crate::report) weight: f64,
    pub(in crate::report) norm: f64,
    pub(in crate::report) legal: bool,
    pub(in crate::report) score: Option<f64>,
    pub(in crate::report) low: Option<f64>,
    pub(in crate::report) high: Option<f64>,
    pub(in crate::report) coverage: Option<f64>,
    pub(in crate::report) gap: Option<f64>,
    pub(in crate::report) spread: Option<f64>,
}

#[derive(Serialize)]
pub(in crate::report) struct Perspective<'a> {
    pub(in crate::report) key: &'a str,
    pub(in crate::report) steps: Vec<StepScore>,
}

#[derive(Serialize)]
pub(in crate::report) struct AgendaPoint<'a> {
    pub(in crate::report) question: &'a str,
    pub(in crate::report) disagreement: f64,
    pub(in crate::report) means: Vec<Mean<'a>>,
}

#[derive(Serialize)]
pub(in crate::report) struct Mean<'a> {
    pub(in crate::report) perspective: &'a str,
    pub(in crate::report) mean: f64,
}

#[derive(Serialize)]
pub(in crate::report) struct HandoverRow<'a> {
    pub(in crate::report) question: &'a str,
    pub(in crate::report) from: &'a str,
    pub(in crate::report) to: &'a str,
    pub(in crate::report) from_score: Option<f64>,
    pub(in crate::report) to_score: Option<f64>,
    pub(in crate::report) mismatch: bool,
}

#[derive(Serialize)]
pub(in crate::report) struct Contradiction<'a> {
    pub(in crate::report) role: &'static str,
    pub(in crate::report) entity: &'a str,
    pub(in crate::report) claim: &'a str,
    pub(in crate::report) fact: &'a str,
    pub(in crate::report) message: &'a str,
}

#[derive(Serialize)]
pub(in crate::report) struct WhiteSpot<'a> {
    pub(in crate::report) theme: &'a str,
    pub(in crate::report) municipalities: Vec<&'a str>,
    pub(in crate::report) uncertain: Vec<&'a str>,
    pub(in crate::report) unknown: Vec<&'a str>,
    pub(in crate::report) share_inhabitants: Option<f64>,
}

#[derive(Serialize)]
pub(in crate::report) struct Legal<'a> {
    pub(in crate::report) question: &'a str,
    pub(in crate::report) role: &'static str,
    pub(in crate::report) entities: Vec<&'a str>,
}

#[derive(Serialize)]
pub(in crate::report) struct Sharing<'a> {
    pub(in crate::report) minimum: usize,
    pub(in crate::report) expected: usize,
    pub(in crate::report) responded: usize,
    pub(in crate::report) withheld: Vec<&'a str>,
}

// serde passes a reference, whatever the type of the field.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn status_key<S: serde::Serializer>(status: &Status, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(status.key())
}
