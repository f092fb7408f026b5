//! Figures of small regions, worked by hand.

use ketenscan::answers::Answer::{Missing, NotApplicable, Unknown};
use ketenscan::answers::{Answer, Choice, EntityIndex};
use ketenscan::list::Index as _;
use ketenscan::questionnaire::{PerspectiveIndex, Questionnaire, Role};
use ketenscan::scoring::{self, LinkPart, LinkState, MatrixCell, RowScore, Status, Weighting};
use ketenscan_testing::region;
use ketenscan_testing::region::{
    JOINT, Workbook, asking, asking_with, assert_near, choice, level, number, of, scored, scored_by,
};

/// Ids of one question for every step of the chain.
const CHAIN: [&str; 7] = ["PRE-01", "VRO-01", "ADV-01", "MEL-01", "BES-01", "HUL-01", "MON-01"];
/// Ids of another.
const SECOND: [&str; 7] = ["PRE-02", "VRO-02", "ADV-02", "MEL-02", "BES-02", "HUL-02", "MON-02"];

fn chain_of_levels() -> Questionnaire {
    asking(&[CHAIN, SECOND].concat().iter().map(|&id| (id, "")).collect::<Vec<_>>())
}

/// The workbook with these levels for the steps of the chain, each on both its questions.
fn levels_of_steps(mut workbook: Workbook, levels: [u8; 7]) -> Workbook {
    for ((first, second), given) in CHAIN.iter().zip(SECOND).zip(levels) {
        workbook = workbook.says(first, level(given)).says(second, level(given));
    }
    workbook
}

/// The figures of a row that applies to nobody.
fn nobody() -> RowScore {
    RowScore {
        applicable: Some(0.0),
        ..RowScore::default()
    }
}

mod answers;
mod chain;
mod entities;
mod lenses;
mod priorities;
mod settled;
mod totals;
