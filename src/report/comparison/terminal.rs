//! Takes a comparison; returns plain text of 80 columns, for whoever runs the command.

use super::figures::Figures;
use super::sentences::{change_sentences, scope, single_year};
use crate::comparison::RegionYears;
use crate::questionnaire::STEPS;
use crate::report::plain_text::{line, paragraph, title};
use crate::report::sharing::{AT_A_GLANCE, Audience, ComparisonReport};
use crate::wording::count;

/// The number of years that fit next to the names of the steps.
const MOST_YEARS: usize = 8;

/// For each region the scores over the years, and what changed from year to year and why.
#[must_use]
pub fn write(report: &ComparisonReport) -> String {
    let comparison = &report.comparison;
    let mut text = String::new();
    paragraph(&mut text, "", &scope(comparison));
    if report.audience() == Audience::Anyone {
        paragraph(&mut text, "", AT_A_GLANCE);
    }
    for region in &comparison.regions {
        text.push('\n');
        title(&mut text, region.name);
        scores(&mut text, region, Figures::of(report.audience()));
        if region.changes.is_empty() {
            text.push('\n');
            paragraph(&mut text, "", &single_year(region));
        }
        for change in &region.changes {
            let (from, to) = region.years_of(change);
            text.push('\n');
            line(&mut text, &format!("Van {from} naar {to}"));
            for sentence in change_sentences(region, change) {
                paragraph(&mut text, "  ", &sentence);
            }
        }
    }
    text
}

fn scores(text: &mut String, region: &RegionYears, shown: Figures) {
    let earlier = region.years.len().saturating_sub(MOST_YEARS);
    let years = &region.years[earlier..];
    let row = |name: &str, figures: Vec<String>| {
        let figures: Vec<String> = figures.iter().map(|figure| format!("{figure:>7}")).collect();
        format!("{name:<24}{}", figures.concat())
    };
    let numbers = years.iter().map(|year| year.region.year.to_string());
    line(text, &row("Stap", numbers.collect()));
    let Some(newest) = years.last() else { return };
    for step in 0..STEPS {
        let scores = years.iter().map(|year| shown.or_dash(year.score.steps[step].score));
        line(text, &row(&newest.questionnaire.step_title(step), scores.collect()));
    }
    let chain = years.iter().map(|year| shown.or_dash(year.score.chain.score));
    line(text, &row("Keten", chain.collect()));
    if earlier > 0 {
        let number = count(earlier, "eerder jaar staat", "eerdere jaren staan");
        paragraph(text, "", &format!("({number} in de JSON en het werkboek.)"));
    }
}
