//! Takes the relationships of a part; returns which parts of the package it uses, and as what.

use super::entries::Entries;
use super::unreadable::{Reason, Unreadable, note_sheet};
use super::xml::{Element, Visitor, decode, walk};
use super::{Bound, Refusal};

/// A relationship: one part used by another.
#[derive(Debug, PartialEq)]
pub(crate) struct Relation {
    /// The id by which the using part refers to it.
    pub(crate) id: String,
    /// What it is used as, such as `worksheet`: the last segment of the relationship's type.
    pub(crate) kind: String,
    /// The name of its entry in the package, in lower case.
    pub(crate) target: String,
}

/// The parts that a part of the package uses. The package itself is the part with an empty name.
pub(crate) fn of(entries: &mut Entries, part: &str) -> Result<Vec<Relation>, Refusal> {
    let (folder, file) = part.split_at(part.rfind('/').map_or(0, |slash| slash + 1));
    let name = format!("{folder}_rels/{file}.rels");
    let mut relations = Relations {
        folder,
        found: Vec::new(),
    };
    if let Some(place) = entries.place(&name) {
        let mut bytes = Vec::new();
        entries.unpack(place, &mut bytes)?;
        walk(&decode(&bytes)?, &mut relations)?;
    }
    Ok(relations.found)
}

/// The name of the part that the main part uses as `kind`; if no relationship says so, the usual name.
pub(crate) fn part_used_as(
    entries: &Entries,
    relations: &[Relation],
    main: &str,
    kind: &str,
    usual: &str,
) -> Option<String> {
    if let Some(relation) = relations.iter().find(|relation| relation.kind == kind) {
        return Some(relation.target.clone());
    }
    let folder = main.rfind('/').map_or("", |slash| &main[..=slash]);
    Some(format!("{folder}{usual}")).filter(|name| entries.holds(name))
}

/// The part with the cells of the sheet that a relationship leads to, unless the sheet has no cells. Records a sheet that
/// cannot be read.
pub(crate) fn cells_of<'r>(
    entries: &Entries,
    relations: &'r [Relation],
    (sheet, id): (&str, &str),
    unreadable: &mut Vec<Unreadable>,
) -> Option<&'r str> {
    let relation = relations.iter().find(|relation| relation.id == id);
    let reason = match relation {
        None => Reason::MissingPart,
        Some(relation) => match relation.kind.as_str() {
            "worksheet" if entries.holds(&relation.target) => return Some(&relation.target),
            "worksheet" => Reason::MissingPart,
            // A single chart, or a dialogue: no cells.
            "chartsheet" | "dialogsheet" => return None,
            "xlMacrosheet" | "xlIntlMacrosheet" => Reason::MacroSheet,
            _ => Reason::UnknownSheet,
        },
    };
    note_sheet(unreadable, sheet, reason);
    None
}

struct Relations<'p> {
    folder: &'p str,
    found: Vec<Relation>,
}

impl Visitor for Relations<'_> {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        if element.local() != "Relationship" {
            return Ok(());
        }
        let [id, kind, target, mode] = element.values(["Id", "Type", "Target", "TargetMode"])?;
        if mode.as_deref() == Some("External") {
            return Ok(());
        }
        Bound::Entries.hold(self.found.len() + 1)?;
        self.found.push(Relation {
            id: id.unwrap_or_default().into_owned(),
            kind: kind
                .unwrap_or_default()
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned(),
            target: resolved(self.folder, &target.unwrap_or_default()),
        });
        Ok(())
    }
}

/// The name of an entry, from a target relative to a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/").to_lowercase();
    let from = if target.starts_with('/') { "" } else { folder };
    let mut names: Vec<&str> = Vec::new();
    for name in from.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_from_any_folder() {
        for (folder, target, name) in [
            ("xl/", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/", "/xl/worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/", "../xl/./sheet1.xml", "xl/sheet1.xml"),
            ("", "xl\\workbook.xml", "xl/workbook.xml"),
            ("", "../../x.xml", "x.xml"),
        ] {
            assert_eq!(resolved(folder, target), name);
        }
    }
}
