//! Takes a comparison; returns what an audience may see of it.

use super::{Audience, ENOUGH};
use crate::comparison::{Change, Comparison, Merged, Participant, Point, Unmatched};
use crate::questionnaire::{Questionnaire, Role};

/// The statement in a shared comparison about what it leaves out.
const NOTE: &str = "Deze uitgave is gemaakt om te delen: gemeenten staan er zonder naam in, en er staat niet in welke regio's de norm halen waar een andere dat niet doet.";

/// A comparison, limited to what an audience may see.
#[derive(Clone, Debug)]
pub struct ComparisonReport<'a> {
    /// The comparison.
    pub comparison: Comparison<'a>,
    audience: Audience,
}

impl ComparisonReport<'_> {
    /// The audience.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// The statement about what is left out, if anything is.
    pub(in crate::report) fn note(&self) -> Option<&'static str> {
        match self.audience {
            Audience::Region => None,
            Audience::Anyone => Some(NOTE),
        }
    }
}

/// Removes from a comparison what its audience may not see.
#[must_use]
pub fn disclose_comparison(audience: Audience, mut comparison: Comparison) -> ComparisonReport {
    if audience == Audience::Anyone {
        for region in &mut comparison.regions {
            for change in &mut region.changes {
                withhold(change, region.years[change.from].questionnaire);
            }
        }
        for year in &mut comparison.mirror {
            // It refers regions to one another by name.
            year.learning.clear();
        }
    }
    ComparisonReport { comparison, audience }
}

/// Removes from a change the names of participants, and figures that reveal the answers of one or two municipalities.
/// `earlier` is the edition of the earlier year.
fn withhold(change: &mut Change, earlier: &Questionnaire) {
    for merged in &mut change.mergers {
        *merged = Merged::Unnamed(merged.municipalities());
    }
    let turnouts = change.steps.iter_mut().map(|step| &mut step.turnout);
    for turnout in turnouts.chain([&mut change.entities]) {
        let lists = [&mut turnout.stayed, &mut turnout.joined, &mut turnout.left];
        lists.into_iter().flatten().for_each(unname);
    }
    for point in &mut change.plan {
        if !shows_nobody(earlier, point) {
            point.before = None;
            point.after = None;
            point.real = Err(Unmatched::TooFew { least: ENOUGH });
        }
    }
}

fn unname(participant: &mut Participant) {
    participant.name = None;
}

/// Whether the figures of a point reveal nobody's answers.
fn shows_nobody(earlier: &Questionnaire, point: &Point) -> bool {
    let municipal = |row| earlier.question_of(row).role == Role::Municipality;
    !point.row.is_some_and(municipal) || point.rests_on >= ENOUGH
}
