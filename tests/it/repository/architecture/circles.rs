//! Takes all source files; returns which of them use each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::is_of;
use super::source::Source;

/// Every use of one file by another that leads back to the first. Unit tests do not count; nor does use between a module
/// and the modules in it, as its own file introduces those.
pub fn circles(sources: &[Source]) -> Vec<String> {
    let files: BTreeMap<String, Source> = sources
        .iter()
        .filter(|source| !source.path.ends_with("/tests.rs") && !source.path.ends_with("src/main.rs"))
        .map(|source| (source.module(), source.without_tests()))
        .collect();
    let passed_on: BTreeMap<String, String> = files.values().flat_map(Source::passed_on).collect();
    let mut uses: Vec<(&str, &str)> = Vec::new();
    for (user, source) in &files {
        let paths = source.paths();
        let used = paths.iter().filter_map(|path| file_of(path, &files, &passed_on));
        uses.extend(
            used.filter(|used| !is_of(user, used) && !is_of(used, user))
                .map(|used| (user.as_str(), used)),
        );
    }
    uses.sort_unstable();
    uses.dedup();
    let circular = uses.iter().filter(|(user, used)| leads(&uses, used, user));
    circular.map(|(user, used)| format!("{user} uses {used}")).collect()
}

/// Whether one file uses another, itself or through others.
fn leads(uses: &[(&str, &str)], from: &str, to: &str) -> bool {
    let mut reached = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(user) = open.pop() {
        let next = uses.iter().filter(|(own, _)| *own == user).map(|(_, used)| *used);
        open.extend(next.filter(|used| reached.insert(used)));
    }
    reached.contains(to)
}

/// The module whose file holds what this path leads to, past modules that only pass it on.
fn file_of<'f>(
    path: &str,
    files: &'f BTreeMap<String, Source>,
    passed_on: &BTreeMap<String, String>,
) -> Option<&'f str> {
    let starts = path.match_indices("::").map(|(at, _)| at).chain([path.len()]);
    let mut within = None;
    for (start, rest) in starts.map(|end| path.split_at(end)) {
        if let Some((module, _)) = files.get_key_value(start) {
            within = Some(module.as_str());
        } else if let Some(target) = passed_on.get(start) {
            return file_of(&(target.clone() + rest), files, passed_on);
        }
    }
    within
}
