//! Figures of small regions, worked by hand.

use ketenscan::answers::Answer::{Missing, NotApplicable, Unknown};
use ketenscan::answers::{Choice, EntityIndex};
use ketenscan::list::Index as _;
use ketenscan::questionnaire::{PerspectiveIndex, Questionnaire, Role};
use ketenscan::scoring::{self, MatrixCell, RowScore, Status, Weighting};
use ketenscan_testing::region;
use ketenscan_testing::region::{
    Workbook, asking, asking_with, assert_near, choice, level, number, of, scored, scored_by,
};

/// Ids of one question for every step of the chain.
const CHAIN: [&str; 7] = ["PRE-01", "VRO-01", "ADV-01", "MEL-01", "BES-01", "HUL-01", "MON-01"];

fn chain_of_levels() -> Questionnaire {
    asking(&CHAIN.map(|id| (id, "")))
}

mod answers;
mod chain;
mod entities;
mod lenses;
mod totals;
