//! Takes a text; returns its groups of digits, and the numbers that adjacent groups form together.

use std::ops::Range;

use super::folded::Folded;
use super::found::Found;

/// More characters than people put between two groups of a number, as in `) - `.
const WIDEST_GAP: usize = 4;

/// A run of digits.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub start: usize,
    pub end: usize,
    /// Whether the next group may belong to the same number.
    pub goes_on: bool,
}

impl Group {
    pub fn len(&self) -> usize {
        self.end - self.start
    }
}

/// The groups that are not part of a passage found earlier.
pub(super) fn groups(text: &Folded, found: &Found) -> Vec<Group> {
    let bytes = text.low.as_bytes();
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || found.covers(at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() && !found.covers(at) {
            at += 1;
        }
        if let Some(last) = groups.last_mut() {
            last.goes_on = joins(&bytes[last.start..last.end], &bytes[last.end..start]);
        }
        groups.push(Group {
            start,
            end: at,
            goes_on: false,
        });
    }
    groups
}

fn joins(group: &[u8], gap: &[u8]) -> bool {
    // Only telephone numbers begin like this, whatever follows.
    if group == b"06" && matches!(gap, b"," | b"=" | b"~" | b"*" | b", ") {
        return true;
    }
    gap.len() <= WIDEST_GAP && gap.iter().all(|byte| b" .-/()[]_+:".contains(byte)) && !gap.starts_with(b": ")
}

/// Adjacent groups, read as one number.
pub(super) struct Number<'a> {
    pub range: Range<usize>,
    pub groups: &'a [Group],
    pub digits: String,
}

/// The numbers that begin with the first of these groups, shortest first, of at most `most` digits.
pub(super) fn numbers<'a>(text: &'a Folded, groups: &'a [Group], most: usize) -> impl Iterator<Item = Number<'a>> {
    let mut digits = String::new();
    let mut open = true;
    groups.iter().enumerate().map_while(move |(at, group)| {
        if !open {
            return None;
        }
        open = group.goes_on;
        digits.push_str(&text.low[group.start..group.end]);
        (digits.len() <= most).then(|| Number {
            range: groups[0].start..group.end,
            groups: &groups[..=at],
            digits: digits.clone(),
        })
    })
}

impl Number<'_> {
    /// Whether it begins with a date, in any order of day, month and year.
    pub fn begins_with_a_date(&self, text: &Folded) -> bool {
        let [first, second, third, ..] = self.groups else {
            let compact = &self.digits;
            return self.groups.len() == 1
                && compact.len() == 8
                && (is_year(&compact[..4]) && compact[4..6] <= *"12"
                    || is_year(&compact[4..]) && compact[2..4] <= *"12");
        };
        let gap = |one: &Group, next: &Group| &text.low[one.end..next.start];
        let same = gap(first, second) == gap(second, third) && ["-", "/", ".", " - "].contains(&gap(first, second));
        let year = |group: &Group| is_year(&text.low[group.start..group.end]);
        same && (first.len() <= 2 && second.len() <= 2 && year(third)
            || year(first) && second.len() <= 2 && third.len() <= 2)
    }

    /// Whether one of its groups looks like a present-day year, as in `2024-2028`.
    pub fn holds_a_year(&self, text: &Folded) -> bool {
        self.groups.len() > 1
            && self
                .groups
                .iter()
                .any(|group| is_year(&text.low[group.start..group.end]))
    }

    pub fn lengths(&self) -> Vec<usize> {
        self.groups.iter().map(Group::len).collect()
    }
}

pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || ("2000"..="2059").contains(&digits))
}
