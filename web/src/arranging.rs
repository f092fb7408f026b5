//! Takes the files that a user chose; returns which are read, in what order and under which names.

use ketenscan::jobs::keeping::is_kept;
use ketenscan::jobs::reading::{is_passed_over, label, tell_apart};
use serde::Serialize;

use crate::order::Chosen;

/// The files to read, in order.
#[derive(Debug, Serialize)]
pub(crate) struct Arranged {
    files: Vec<Place>,
    /// How many kept versions of replaced files there are: most jobs skip them.
    kept: usize,
}

/// A file to read.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Place {
    /// Its place among the files that the user chose.
    index: usize,
    /// Its name in messages.
    label: String,
}

/// Puts files in the order in which the command line finds them, folder by folder. Hidden files, lock files of office
/// programs are skipped, and kept versions that the user did not choose themselves.
pub(crate) fn arrange(chosen: &[Chosen]) -> Arranged {
    let mut found: Vec<(usize, Vec<&str>)> = chosen
        .iter()
        .enumerate()
        .map(|(index, file)| (index, file.path.split('/').collect::<Vec<_>>()))
        .filter(|(index, path)| {
            // The folder that the user chose may have any name.
            let inside = if chosen[*index].named { path.len() - 1 } else { 1 };
            !path.iter().skip(inside).any(|name| is_passed_over(name))
        })
        .collect();
    let is_kept = |path: &[&str]| path.last().is_some_and(|name| is_kept(name));
    let kept = found.iter().filter(|(_, path)| is_kept(path)).count();
    found.retain(|(index, path)| chosen[*index].named || !is_kept(path));
    found.sort_by(|(_, one), (_, other)| one.cmp(other));
    let place = |(index, _): (usize, _)| Place {
        index,
        label: label(&chosen[index].path),
    };
    let mut files: Vec<Place> = found.into_iter().map(place).collect();
    tell_apart(files.iter_mut().map(|file| &mut file.label));
    Arranged { files, kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_ordered_by_folder_and_only_those_to_read_are_left() {
        let chosen = [
            ("map/b.xlsx", false),
            ("map-2/a.xlsx", false),
            ("map/a/z.xlsx", false),
            (".map/a.xlsx", false),
            ("map/.oud/a.xlsx", false),
            ("map/~$b.xlsx", false),
            ("~$los.xlsx", true),
            ("map/rapport (vorige 2026-03-09).xlsx", false),
            ("rapport (vorige 2026-03-09).xlsx", true),
            ("los.xlsx", true),
            ("los.xlsx", true),
        ];
        let chosen = chosen.map(|(path, named)| Chosen {
            path: path.to_owned(),
            named,
        });
        let arranged = arrange(&chosen);
        let files: Vec<(usize, &str)> = arranged
            .files
            .iter()
            .map(|file| (file.index, file.label.as_str()))
            .collect();
        assert_eq!(
            files,
            [
                (3, ".map/a.xlsx"),
                (9, "los.xlsx"),
                (10, "los.xlsx (2)"),
                (2, "map/a/z.xlsx"),
                (0, "map/b.xlsx"),
                (1, "map-2/a.xlsx"),
                (8, "rapport (vorige 2026-03-09).xlsx"),
            ]
        );
        assert_eq!(arranged.kept, 2);
    }
}
