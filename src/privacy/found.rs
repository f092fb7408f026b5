//! Collects passages and their kinds; returns the stretches of text that they cover.

use std::ops::Range;

use super::Kind;

/// What has been found in a text so far.
pub(super) struct Found {
    covered: Vec<bool>,
    kinds: Vec<Kind>,
}

impl Found {
    pub fn new(length: usize) -> Self {
        Self {
            covered: vec![false; length],
            kinds: Vec::new(),
        }
    }

    /// Adds a passage, unless it is part of one found earlier, which then determines the kind.
    pub fn add(&mut self, kind: Kind, range: Range<usize>) {
        if self.covered[range.clone()].iter().all(|&covered| covered) {
            return;
        }
        self.covered[range].fill(true);
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
    }

    pub fn covers(&self, at: usize) -> bool {
        self.covered.get(at) == Some(&true)
    }

    /// The covered stretches in order, and the kinds without duplicates.
    pub fn finished(mut self) -> (Vec<Range<usize>>, Vec<Kind>) {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for (at, _) in self.covered.iter().enumerate().filter(|&(_, &covered)| covered) {
            match stretches.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                _ => stretches.push(at..at + 1),
            }
        }
        self.kinds.sort_unstable();
        (stretches, self.kinds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_passages_are_merged() {
        let mut found = Found::new(20);
        found.add(Kind::Name, 12..15);
        found.add(Kind::Address, 2..8);
        found.add(Kind::Postcode, 6..10);
        found.add(Kind::Telephone, 3..5);
        assert!(found.covers(9) && !found.covers(10));
        let (stretches, kinds) = found.finished();
        assert_eq!(stretches, [2..10, 12..15]);
        assert_eq!(kinds, [Kind::Postcode, Kind::Address, Kind::Name]);
    }
}
