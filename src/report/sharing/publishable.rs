//! Takes a region's answers; returns those on which shared figures may be based, and which figures those may be.
//!
//! Every shared figure is a sum over contributors. It says nothing about one of them as long as two others who gave
//! different answers could have swapped them; see [`Crowd`]. The same must hold for every difference between two
//! figures: if one is based on some contributors and another on all of them, the rest can be computed.

use std::collections::BTreeMap;

use super::crowd::{Crowd, is_mixed};
use crate::answers::{Context, EntityIndex, Region};
use crate::list::List;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, Role, RowIndex, ThemeIndex};
use crate::scoring::answer::{State, state};
use crate::scoring::{Scope, stated};

/// The key of the perspective from which a region speaks about itself.
const REGION_ITSELF: &str = "regio";

/// What may be shared of a region.
#[derive(Clone, Debug)]
pub(super) struct Publishable {
    /// The answers that count, without anything that people wrote. Municipalities keep their names, so that years can
    /// be matched.
    pub(super) region: Region,
    /// The figures that may be computed from them.
    pub(super) scope: Scope,
    /// Per row, the number of municipalities that answered it.
    pub(super) answered: List<RowIndex, usize>,
    /// Rows that were left out.
    pub(super) withheld: Vec<RowIndex>,
}

/// Chooses what counts, before any figure is computed.
pub(super) fn publishable(questionnaire: &Questionnaire, region: &Region) -> Publishable {
    let crowd = Crowd {
        minimum: questionnaire.thresholds.sharing_minimum,
    };
    let of_municipalities = municipal_scores(questionnaire, region);
    let rows = questionnaire.rows.of_each(|row| {
        let question = questionnaire.question_of(row);
        question.role == Role::Region || crowd.hides(&question.kind, &of_municipalities[row])
    });
    let said = Said::new(questionnaire, region);
    let views = questionnaire
        .rows
        .of_each(|row| match questionnaire.question_of(row).role {
            _ if !rows[row] => Vec::new(),
            Role::Region => said.crowds(crowd, row),
            Role::Municipality => said.views_of_municipalities(crowd, row),
        });
    let views = questionnaire
        .perspectives
        .of_each(|perspective| views.map(|seen| seen.contains(&perspective)));
    let counts = |perspective: PerspectiveIndex, row: RowIndex| match questionnaire.question_of(row).role {
        Role::Municipality => rows[row],
        Role::Region => {
            let side = &questionnaire.perspectives[perspective];
            side.key == REGION_ITSELF || side.joint || views[perspective][row]
        }
    };
    Publishable {
        region: stripped(region, counts),
        withheld: rows.indices().filter(|&row| !rows[row]).collect(),
        answered: of_municipalities.map(Vec::len),
        scope: Scope {
            votes: votes(questionnaire, region, crowd),
            rows,
            views,
        },
    }
}

/// Per row of role municipality, the score of each municipality that answered it.
fn municipal_scores(questionnaire: &Questionnaire, region: &Region) -> List<RowIndex, Vec<f64>> {
    let mut scores: List<RowIndex, Vec<f64>> = questionnaire.rows.map(|_| Vec::new());
    for found in stated(questionnaire, region) {
        if questionnaire.question_of(found.row).role == Role::Municipality
            && let State::Answered(score) = found.state
        {
            scores[found.row].push(score);
        }
    }
    scores
}

/// The region with only the answers that count; everything else in its workbooks is removed.
fn stripped(region: &Region, counts: impl Fn(PerspectiveIndex, RowIndex) -> bool) -> Region {
    let mut region = region.clone();
    for submission in &mut region.submissions {
        let perspective = submission.perspective;
        let answers = submission.answers.iter();
        let kept = answers.filter(|(row, _)| counts(perspective, *row));
        submission.answers = kept.map(|(row, answer)| (row, *answer)).collect();
        submission.spots.clear();
        submission.sheets.clear();
        submission.file.clear();
        submission.sha256.clear();
        submission.respondent = None;
        submission.date = None;
        submission.evidence.clear();
        submission.context = Context::default();
    }
    for entity in &mut region.entities {
        entity.inhabitants = None;
    }
    region.blank_books.clear();
    region.set_aside.clear();
    region.repeated.clear();
    // The figures of a merged municipality in an earlier year would be based on the two or three it consists of.
    region.mergers.clear();
    region
}

/// The themes whose votes may be shared.
fn votes(questionnaire: &Questionnaire, region: &Region, crowd: Crowd) -> List<ThemeIndex, bool> {
    let books = region.submissions.iter().filter(|book| !book.is_joint);
    let voters: Vec<_> = books.filter(|book| !book.priorities.is_empty()).collect();
    questionnaire.themes.of_each(|theme| {
        let named = voters.iter().filter(|book| book.priorities.contains(&theme)).count();
        voters.len() >= crowd.minimum && is_mixed(named, voters.len())
    })
}

/// The scores of workbooks, by perspective.
type Scores = BTreeMap<PerspectiveIndex, Vec<f64>>;

/// The scores of all workbooks, by row, entity and perspective.
struct Said<'q> {
    questionnaire: &'q Questionnaire,
    /// Per row, by entity and perspective: the score of each workbook that answered the row.
    rows: List<RowIndex, BTreeMap<EntityIndex, Scores>>,
}

impl<'q> Said<'q> {
    fn new(questionnaire: &'q Questionnaire, region: &Region) -> Self {
        let mut rows = questionnaire.rows.map(|_| BTreeMap::new());
        for (index, entity) in region.entities.indexed() {
            for &book in &entity.submissions {
                let book = &region.submissions[book];
                for (row, &answer) in book.answers.iter() {
                    let question = questionnaire.question_of(row);
                    if question.role == entity.role
                        && let State::Answered(score) = state(&question.kind, answer)
                    {
                        let own: &mut Scores = rows[row].entry(index).or_default();
                        own.entry(book.perspective).or_default().push(score);
                    }
                }
            }
        }
        Self { questionnaire, rows }
    }

    /// The perspectives whose workbooks on a row hide each other.
    fn crowds(&self, crowd: Crowd, row: RowIndex) -> Vec<PerspectiveIndex> {
        let kind = &self.questionnaire.question_of(row).kind;
        let mut scores = Scores::new();
        for (&perspective, own) in self.rows[row].values().flatten() {
            scores.entry(perspective).or_default().extend(own);
        }
        let crowds = scores.iter().filter(|(_, scores)| crowd.hides(kind, scores));
        crowds.map(|(&perspective, _)| perspective).collect()
    }

    /// The same for a municipal row, provided that every group of municipalities that answered from the same
    /// perspectives hides its members. Otherwise the figures of a perspective, subtracted from those of all, would
    /// reveal the few that differ in this.
    fn views_of_municipalities(&self, crowd: Crowd, row: RowIndex) -> Vec<PerspectiveIndex> {
        let kind = &self.questionnaire.question_of(row).kind;
        let mut alike: BTreeMap<Vec<(PerspectiveIndex, usize)>, Scores> = BTreeMap::new();
        for own in self.rows[row].values() {
            let from = own.iter().map(|(&perspective, scores)| (perspective, scores.len()));
            let scores = alike.entry(from.collect()).or_default();
            for (&perspective, own) in own {
                let mean = own.iter().sum::<f64>() / own.len() as f64;
                scores.entry(perspective).or_default().push(mean);
            }
        }
        let mut scores = alike.values().flat_map(BTreeMap::values);
        if scores.all(|scores| crowd.hides(kind, scores)) {
            self.crowds(crowd, row)
        } else {
            Vec::new()
        }
    }
}
