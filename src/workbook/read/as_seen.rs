//! Takes the cells of a sheet and how the sheet looks; leaves in them what people see.

use std::collections::BTreeMap;

use workbook_guard::{Area, Look, Looks, Shown, Struck};

use super::cells::{Cell, Content};
use super::rounding::rounded;
use super::words::shown;
use crate::office::as_shown;

/// Removes cells that are hidden under a merged cell, and changes those whose value is not what people see. The cells
/// are in order.
pub(super) fn as_seen(cells: &mut Vec<Cell>, looks: &Looks) {
    if !looks.merged.is_empty() {
        let mut hidden = Hidden::by(&looks.merged);
        cells.retain(|cell| !hidden.hides(cell.row, cell.column));
    }
    for &(row, column, look) in &looks.cells {
        if let Ok(place) = cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column)) {
            let cell = &mut cells[place];
            change(&mut cell.content, look);
            if rounded(&cell.content, look.rounding).is_some() {
                cell.rounding = look.rounding;
            }
        }
    }
}

fn change(content: &mut Content, look: Look) {
    match (&*content, look) {
        (
            Content::Number(number),
            Look {
                number: Shown::Percentage,
                ..
            },
        ) => {
            *content = Content::Percentage(as_shown(*number * 100.0));
        }
        (
            Content::Number(_),
            Look {
                number: Shown::Otherwise,
                ..
            },
        )
        | (Content::Text(_), Look { hides_text: true, .. }) => {
            *content = Content::ShownOtherwise(shown(content).unwrap_or_default());
        }
        _ => {}
    }
    if look.struck != Struck::No {
        *content = Content::Struck {
            text: shown(content).unwrap_or_default(),
            partly: look.struck == Struck::Partly,
        };
    }
}

/// Merged areas, passed from the top of the sheet to the bottom.
struct Hidden<'a> {
    /// Those not reached yet, the topmost last.
    below: Vec<&'a Area>,
    /// Those reached and not found to have ended, by their first column.
    reached: BTreeMap<u32, &'a Area>,
}

impl<'a> Hidden<'a> {
    fn by(merged: &'a [Area]) -> Self {
        let mut below: Vec<&Area> = merged.iter().collect();
        below.sort_by_key(|area| std::cmp::Reverse(area.top));
        Self {
            below,
            reached: BTreeMap::new(),
        }
    }

    /// Whether an area hides this cell. Cells are asked about in order.
    fn hides(&mut self, row: u32, column: u32) -> bool {
        while let Some(area) = self.below.pop_if(|area| area.top <= row) {
            self.reached.insert(area.left, area);
        }
        while let Some((&left, area)) = self.reached.range(..=column).next_back() {
            if row <= area.bottom {
                return column <= area.right && (row, column) != (area.top, area.left);
            }
            self.reached.remove(&left);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use workbook_guard::Rounding;

    fn cell(row: u32, column: u32, content: Content<'_>) -> Cell<'_> {
        Cell {
            row,
            column,
            content,
            rounding: Rounding::None,
        }
    }

    #[test]
    fn what_a_merged_cell_hides_is_gone_and_nothing_else() {
        let area = |top, left, bottom, right| Area {
            top,
            left,
            bottom,
            right,
        };
        let looks = Looks {
            merged: vec![area(5, 0, 5, 9), area(1, 1, 3, 2), area(2, 4, 2, 5)],
            ..Looks::default()
        };
        let mut cells: Vec<Cell> = (0..7)
            .flat_map(|row| (0..7).map(move |column| cell(row, column, Content::Bool(true))))
            .collect();
        as_seen(&mut cells, &looks);
        let left = |row: u32| -> Vec<u32> {
            cells
                .iter()
                .filter(|cell| cell.row == row)
                .map(|cell| cell.column)
                .collect()
        };
        let all: Vec<u32> = (0..7).collect();
        assert_eq!((left(0), left(4), left(6)), (all.clone(), all.clone(), all));
        assert_eq!(left(1), [0, 1, 3, 4, 5, 6]);
        assert_eq!(left(2), [0, 3, 4, 6]);
        assert_eq!(left(3), [0, 3, 4, 5, 6]);
        assert_eq!(left(5), [0]);
    }

    #[test]
    fn numbers_and_struck_text_become_what_they_look_like() {
        let look = |number, struck| Look {
            number,
            struck,
            ..Look::default()
        };
        let whole = |number| Look {
            number,
            rounding: Rounding::Decimals(0),
            ..Look::default()
        };
        let looks = Looks {
            cells: vec![
                (0, 0, look(Shown::Percentage, Struck::No)),
                (0, 1, look(Shown::Otherwise, Struck::No)),
                (0, 2, look(Shown::Percentage, Struck::No)),
                (0, 3, look(Shown::Plain, Struck::Wholly)),
                (0, 4, look(Shown::Plain, Struck::Partly)),
                (
                    0,
                    5,
                    Look {
                        hides_text: true,
                        ..Look::default()
                    },
                ),
                (0, 6, whole(Shown::Plain)),
                (0, 7, whole(Shown::Plain)),
                (0, 8, whole(Shown::Percentage)),
                (9, 9, look(Shown::Plain, Struck::Wholly)),
            ],
            ..Looks::default()
        };
        let mut cells = vec![
            cell(0, 0, Content::Number(0.07)),
            cell(0, 1, Content::Number(24_000.0)),
            cell(0, 2, Content::Text("75".into())),
            cell(0, 3, Content::Number(2.5)),
            cell(0, 4, Content::Text("2 of 3".into())),
            cell(0, 5, Content::Text("3".into())),
            cell(0, 6, Content::Number(0.604)),
            cell(0, 7, Content::Number(24_000.0)),
            cell(0, 8, Content::Number(0.756)),
        ];
        as_seen(&mut cells, &looks);
        let struck = |text: &str, partly| Content::Struck {
            text: text.to_owned(),
            partly,
        };
        let is_rounded = |cell: &Cell| cell.rounding != Rounding::None;
        let rounded: Vec<u32> = cells
            .iter()
            .filter(|cell| is_rounded(cell))
            .map(|cell| cell.column)
            .collect();
        assert_eq!(rounded, [6, 8]);
        let contents: Vec<Content> = cells.into_iter().map(|cell| cell.content).collect();
        assert_eq!(
            contents,
            [
                Content::Percentage(7.0),
                Content::ShownOtherwise("24000".to_owned()),
                Content::Text("75".into()),
                struck("2,5", false),
                struck("2 of 3", true),
                Content::ShownOtherwise("3".to_owned()),
                Content::Number(0.604),
                Content::Number(24_000.0),
                Content::Percentage(75.6),
            ]
        );
    }
}
