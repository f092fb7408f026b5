//! Takes the workbooks of a region; returns the ambitions, key figures, mergers and inhabitants on which they agree.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::RegionFinding;
use super::{Context, KeyFigure, Merger};
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{PracticeIndex, STEPS};
use crate::spelling::fold;

/// What the region's workbooks must agree on.
pub(super) struct Agreed<'p> {
    pub(super) problems: &'p mut Vec<Problem>,
}

impl Agreed<'_> {
    pub(super) fn ambitions(&mut self, contexts: &[(&str, &Context)]) -> [Option<f64>; STEPS] {
        let mut agreed = [None; STEPS];
        for (step, slot) in agreed.iter_mut().enumerate() {
            let mut first: Option<(&str, f64)> = None;
            let mut differs = false;
            for (file, context) in contexts {
                let Some(here) = context.ambitions[step] else { continue };
                match first {
                    Some((first, there)) if there != here => {
                        let first = first.to_owned();
                        let finding = RegionFinding::AmbitionsDiffer {
                            step,
                            here,
                            there,
                            first,
                        };
                        self.problems.push(finding.at(Place::file(file)));
                        differs = true;
                    }
                    Some(_) => {}
                    None => first = Some((file, here)),
                }
            }
            // Neither of two that contradict each other counts.
            *slot = first.filter(|_| !differs).map(|(_, value)| value);
        }
        agreed
    }

    pub(super) fn key_figures(&mut self, contexts: &[(&str, &Context)]) -> Vec<KeyFigure> {
        let mut agreed: Vec<(&str, &KeyFigure)> = Vec::new();
        // Index among the agreed figures, by practice and folded name of what is counted.
        let mut known: BTreeMap<(PracticeIndex, String), usize> = BTreeMap::new();
        for (file, context) in contexts {
            for here in &context.key_figures {
                let index = *known.entry((here.practice, fold(&here.figure))).or_insert(agreed.len());
                match agreed.get(index) {
                    Some((first, there)) if there.number != here.number => {
                        let finding = RegionFinding::FiguresDiffer {
                            figure: here.figure.clone(),
                            practice: here.practice_name.clone(),
                            here: here.number,
                            there: there.number,
                            first: (*first).to_owned(),
                        };
                        self.problems.push(finding.at(Place::file(file)));
                    }
                    Some(_) => {}
                    None => agreed.push((file, here)),
                }
            }
        }
        agreed.into_iter().map(|(_, figure)| figure.clone()).collect()
    }

    pub(super) fn mergers(&mut self, contexts: &[(&str, &Context)]) -> Vec<Merger> {
        let folded = |merger: &Merger| -> BTreeSet<String> { merger.formerly.iter().map(|name| fold(name)).collect() };
        let mut agreed: Vec<(&str, Merger)> = Vec::new();
        // Index among the agreed mergers, by folded present name and by each folded former name.
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for (file, context) in contexts {
            for here in &context.mergers {
                if let Some(&index) = known.get(&fold(&here.name)) {
                    let (first, there) = &agreed[index];
                    if folded(there) != folded(here) {
                        let finding = RegionFinding::MergersDiffer {
                            name: here.name.clone(),
                            first: (*first).to_owned(),
                        };
                        self.problems.push(finding.at(Place::file(file)));
                    }
                    continue;
                }
                let (free, twice): (Vec<&String>, Vec<&String>) =
                    here.formerly.iter().partition(|name| !taken.contains_key(&fold(name)));
                if let Some(&former) = twice.first() {
                    let finding = RegionFinding::FormerTwice {
                        former: former.clone(),
                        name: here.name.clone(),
                        other: agreed[taken[&fold(former)]].1.name.clone(),
                    };
                    self.problems.push(finding.at(Place::file(file)));
                }
                if !free.is_empty() {
                    known.insert(fold(&here.name), agreed.len());
                    taken.extend(free.iter().map(|name| (fold(name), agreed.len())));
                    let name = here.name.clone();
                    let formerly = free.into_iter().cloned().collect();
                    agreed.push((file, Merger { name, formerly }));
                }
            }
        }
        agreed.into_iter().map(|(_, merger)| merger).collect()
    }

    pub(super) fn inhabitants(&mut self, contexts: &[(&str, &Context)]) -> Vec<(String, Option<f64>)> {
        // By folded name: the name, and the first file that gives its inhabitants, with their number.
        let mut agreed: BTreeMap<_, (String, Option<(&str, f64)>)> = BTreeMap::new();
        // Neither of two numbers that contradict each other counts.
        let mut contradicted = BTreeSet::new();
        for (file, context) in contexts {
            for expected in &context.municipalities {
                let slot = agreed
                    .entry(fold(&expected.name))
                    .or_insert_with(|| (expected.name.clone(), None));
                if expected.name < slot.0 {
                    slot.0.clone_from(&expected.name);
                }
                let Some(here) = expected.inhabitants else { continue };
                match slot.1 {
                    Some((first, there)) if there != here => {
                        let finding = RegionFinding::InhabitantsDiffer {
                            name: expected.name.clone(),
                            here,
                            there,
                            first: first.to_owned(),
                        };
                        self.problems.push(finding.at(Place::file(file)));
                        contradicted.insert(fold(&expected.name));
                    }
                    Some(_) => {}
                    None => slot.1 = Some((file, here)),
                }
            }
        }
        agreed
            .into_iter()
            .map(|(folded, (name, found))| {
                let number = found.map(|(_, number)| number);
                (name, number.filter(|_| !contradicted.contains(&folded)))
            })
            .collect()
    }
}
