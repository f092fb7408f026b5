//! All figures of a region by name, and how two sets of figures are compared.

use super::*;

/// Figures by name; `None` if withheld.
pub(super) type Figures = BTreeMap<String, Option<f64>>;

/// All figures of rows, steps, themes, the matrix and the chain.
pub(super) fn figures(asked: &Questionnaire, region: &Region, score: &RegionScore) -> Figures {
    let mut figures = Figures::new();
    let mut add = |of: String, names: &[&str], values: &[Option<f64>]| {
        for (name, value) in names.iter().zip(values) {
            figures.insert(format!("{of} {name}"), *value);
        }
    };
    for (row, found) in asked.rows.iter().zip(&score.rows) {
        let values = [
            found.score,
            found.low,
            found.high,
            found.coverage,
            found.gap,
            found.spread,
        ];
        add(
            row.id.clone(),
            &["score", "low", "high", "coverage", "gap", "spread"],
            &values,
        );
    }
    let steps = score
        .steps
        .iter()
        .enumerate()
        .map(|(step, total)| (format!("step {step}"), total));
    let themes = asked.themes.iter().map(|theme| theme.key.clone()).zip(&score.themes);
    for (of, total) in steps.chain(themes) {
        let scored = Some(total.scored as f64);
        let status = Some(f64::from(total.status as u8));
        add(
            of,
            &[
                "score",
                "low",
                "high",
                "norm",
                "gap",
                "coverage",
                "applicable",
                "scored",
                "status",
            ],
            &[
                total.score,
                total.low,
                total.high,
                total.norm,
                total.gap,
                total.coverage,
                total.applicable,
                scored,
                status,
            ],
        );
    }
    for cell in &score.matrix {
        let values = [cell.score, Some(cell.scored as f64)];
        add(
            format!("cell {} {}", cell.step, asked.themes[cell.theme].key),
            &["score", "scored"],
            &values,
        );
    }
    let chain = score.chain;
    let weakest = chain.weakest_step.map(|step| step as f64);
    add(
        "chain".to_owned(),
        &["score", "low", "high", "weakest", "at norm"],
        &[
            chain.score,
            chain.low,
            chain.high,
            weakest,
            Some(chain.steps_at_norm as f64),
        ],
    );
    links(asked, score, &mut add);
    for (entity, steps) in region.municipalities().iter().zip(&score.municipalities) {
        add(
            entity.name.clone(),
            &["0", "1", "2", "3", "4", "5", "6", "7"],
            &steps.steps.iter().map(|total| total.score).collect::<Vec<_>>(),
        );
    }
    figures
}

/// The links of each practice, and where a case stops.
fn links(asked: &Questionnaire, score: &RegionScore, add: &mut impl FnMut(String, &[&str], &[Option<f64>])) {
    for (practice, found) in asked.practices.iter().zip(&score.practices) {
        let stops = [found.stalls_at, found.uncertain_at].map(|step| step.map(|step| step as f64));
        for (step, link) in (1..).zip(&found.steps) {
            let state = Some(f64::from(link.state as u8));
            let weakest = link.weakest.map(|part| f64::from(part as u8));
            add(
                format!("{} {step}", practice.key),
                &["score", "low", "high", "state", "weakest"],
                &[link.score, link.low, link.high, state, weakest],
            );
        }
        add(
            practice.key.clone(),
            &["stalls", "uncertain", "unbroken"],
            &[stops[0], stops[1], Some(found.unbroken as f64)],
        );
    }
}

pub(super) fn assert_same(found: &Figures, expected: &Figures) -> Result<(), TestCaseError> {
    prop_assert!(found.keys().eq(expected.keys()));
    for (of, expected) in expected {
        let same = match (found[of], expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
            (found, expected) => found == *expected,
        };
        prop_assert!(same, "{}: {:?} is not {:?}", of, found[of], expected);
    }
    Ok(())
}

pub(super) fn nearly(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// Every range, as a name with its lower and upper end.
pub(super) fn ranges(asked: &Questionnaire, score: &RegionScore) -> Vec<(String, Option<f64>, Option<f64>)> {
    let rows = asked
        .rows
        .iter()
        .zip(&score.rows)
        .map(|(row, found)| (row.id.clone(), found.low, found.high));
    let steps = score
        .steps
        .iter()
        .enumerate()
        .map(|(step, found)| (format!("step {step}"), found.low, found.high));
    let themes = asked
        .themes
        .iter()
        .zip(&score.themes)
        .map(|(theme, found)| (theme.key.clone(), found.low, found.high));
    let chain = ("chain".to_owned(), score.chain.low, score.chain.high);
    rows.chain(steps).chain(themes).chain([chain]).collect()
}
