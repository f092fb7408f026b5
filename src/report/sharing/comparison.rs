//! A comparison in; the comparison as its audience may see it out.

use super::{Audience, ENOUGH};
use crate::comparison::{Change, Comparison, Merged, Participant, Point, Unmatched};
use crate::questionnaire::{Questionnaire, Role};

/// What a comparison that is passed on says of what it leaves out.
const NOTE: &str = "Deze uitgave is gemaakt om te delen: gemeenten staan er zonder naam in, en er staat niet in welke regio's de norm halen waar een andere dat niet doet.";

/// A comparison as its audience may see it.
#[derive(Clone, Debug)]
pub struct ComparisonReport<'a> {
    /// What there is to tell.
    pub comparison: Comparison<'a>,
    audience: Audience,
}

impl ComparisonReport<'_> {
    /// Whom it is made for.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// What it says of what it leaves out, if it leaves out anything.
    pub(in crate::report) fn note(&self) -> Option<&'static str> {
        match self.audience {
            Audience::Region => None,
            Audience::Anyone => Some(NOTE),
        }
    }
}

/// Leaves out of a comparison what its audience may not see.
#[must_use]
pub fn disclose_comparison(audience: Audience, mut comparison: Comparison) -> ComparisonReport {
    if audience == Audience::Anyone {
        for region in &mut comparison.regions {
            for change in &mut region.changes {
                withhold(change, region.years[change.from].questionnaire);
            }
        }
        for year in &mut comparison.mirror {
            // It points one region to another.
            year.learning.clear();
        }
    }
    ComparisonReport { comparison, audience }
}

/// Takes out of a change who took part, and what shows what one or two municipalities answered; `earlier` is the
/// edition of the earlier year.
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

/// Whether the figures of a point do not show what one or two municipalities answered.
fn shows_nobody(earlier: &Questionnaire, point: &Point) -> bool {
    let municipal = |row| earlier.question_of(row).role == Role::Municipality;
    !point.row.is_some_and(municipal) || point.rests_on >= ENOUGH
}
