//! Takes the workbook stream of an xls file; counts its cells and texts, and blanks every record that is not read.

mod list;
mod record;
mod styles;

use std::collections::BTreeMap;

use self::list::{Text, texts};
use self::record::{
    BEGIN, END, FONT, FORMAT, FORMULA, FORMULA_TEXT, MERGED, NUMBERS, PASSWORD, PLAIN, RICH_TEXT, Record,
    SEVERAL_NUMBERS, SHARED_TEXT, SHEET, STRINGS, STYLE, TEXT, cut, make_void,
};
use self::styles::Styles;
use crate::bounds::Bound;
use crate::little_endian::u16_at;
use crate::looks::{Area, Looks, Runs};
use crate::tally::{Extent, Tally};
use crate::unreadable::{Reason, Unreadable, note_cell};
use crate::{Damage, Refusal};

/// Checks a stream against the bounds and leaves in it only what is read; records the cells that cannot be read, and how
/// sheets look.
pub(crate) fn clean(
    stream: &mut Vec<u8>,
    unreadable: &mut Vec<Unreadable>,
    looks: &mut Vec<Looks>,
) -> Result<(), Refusal> {
    let records = cut(stream)?;
    let Some(first) = records.first().filter(|record| record.kind == BEGIN) else {
        return Err(Refusal::Damaged(Damage::WorkbookStart));
    };
    let length = |record: &Record| record.end - record.start;
    if length(first) < 4 {
        return Err(short());
    }
    let globals = records.iter().take_while(|record| record.kind != END).count();
    let recent = stream[first.start + 1] >= 6;
    let (mut strings, mut styles) = (None, Styles::default());
    let (mut sheets, mut style_count) = (BTreeMap::new(), 0);
    for record in &records[..globals] {
        let data = &stream[record.start..record.end];
        match record.kind {
            PASSWORD => return Err(Refusal::Protected),
            SHEET => {
                let place = data
                    .first_chunk()
                    .map(|place| u32::from_le_bytes(*place))
                    .ok_or_else(short)?;
                if data.len() < 8 {
                    return Err(short());
                }
                if sheets.insert(place as usize, sheet_name(data, recent)).is_some() {
                    return Err(Refusal::Damaged(Damage::SheetTwice));
                }
                Bound::Sheets.hold(sheets.len())?;
            }
            STYLE => {
                Bound::Styles.add(&mut style_count, 1)?;
                styles.cell_format(data);
            }
            FONT => {
                Bound::Styles.add(&mut style_count, 1)?;
                styles.font(data);
            }
            FORMAT => styles.number_format(data, recent),
            STRINGS => strings = Some(record),
            _ => {}
        }
    }
    let strings = match strings {
        Some(record) => texts(stream, record, |font| styles.strikes(font)).ok_or(Refusal::Damaged(Damage::Strings))?,
        None => Vec::new(),
    };
    let mut counted = Counted {
        tally: Tally::new(),
        area: 0,
        unreadable,
        styles: &styles,
        strings: &strings,
    };
    for (place, name) in sheets {
        let start = records.partition_point(|record| record.start < place + 4);
        let sheet = records[start..].first().filter(|record| record.start == place + 4);
        if sheet.is_none_or(|record| record.kind != BEGIN) {
            return Err(Refusal::Damaged(Damage::SheetStart));
        }
        let mut seen = Looks::of(&name);
        counted.sheet(&mut seen, stream, &records[start..])?;
        seen.keep_in(looks);
    }
    for record in &records {
        make_void(stream, record);
    }
    Ok(())
}

fn short() -> Refusal {
    Refusal::Damaged(Damage::ShortRecord)
}

/// The name of a sheet as listed. In older files it is in some code page, of which only the ASCII part is certain.
fn sheet_name(listed: &[u8], recent: bool) -> String {
    let length = usize::from(listed.get(6).copied().unwrap_or_default());
    let rest = listed.get(7..).unwrap_or_default();
    match rest.split_first() {
        Some((flags, wide)) if recent && flags & 1 != 0 => {
            let units: Vec<u16> = wide
                .as_chunks()
                .0
                .iter()
                .map(|unit| u16::from_le_bytes(*unit))
                .collect();
            String::from_utf16_lossy(&units[..units.len().min(length)])
        }
        Some((_, narrow)) if recent => narrow.iter().take(length).copied().map(char::from).collect(),
        _ => rest.iter().take(length).copied().map(char::from).collect(),
    }
}

struct Counted<'u> {
    unreadable: &'u mut Vec<Unreadable>,
    styles: &'u Styles,
    strings: &'u [Text],
    tally: Tally,
    area: usize,
}

impl Counted<'_> {
    /// Counts the cells of one sheet, from its BOF record to its end, and records how they look.
    fn sheet(&mut self, looks: &mut Looks, stream: &[u8], records: &[Record]) -> Result<(), Refusal> {
        let mut extent = Extent::default();
        // An embedded chart has a BOF and an end record of its own.
        let mut depth = 0usize;
        let mut formula = (0, 0);
        for record in records {
            let data = &stream[record.start..record.end];
            match record.kind {
                BEGIN => depth += 1,
                END => {
                    depth -= 1;
                    if depth == 0 {
                        return Bound::Area.add(&mut self.area, extent.area());
                    }
                }
                _ if depth > 1 => {}
                MERGED => merge(data, looks)?,
                FORMULA_TEXT => {
                    extent.take_in(formula.0, formula.1);
                    self.cells(1, data.len())?;
                }
                kind => {
                    let Some(&[row, row_more, column, column_more]) = data.first_chunk() else {
                        continue;
                    };
                    let row = usize::from(u16::from_le_bytes([row, row_more]));
                    let column = usize::from(u16::from_le_bytes([column, column_more]));
                    let style = |at: usize| u16_at(data, at).unwrap_or_default();
                    let mut runs = Runs::OfTheCell;
                    match kind {
                        FORMULA => {
                            formula = (row, column);
                            // The value, then the length of the formula itself, which is blanked.
                            if data.len() < 22 {
                                return Err(short());
                            }
                            self.cells(1, 0)?;
                        }
                        SEVERAL_NUMBERS => {
                            let numbers = (data.len().saturating_sub(6)) / 6;
                            if numbers == 0 || data.len() != 6 + 6 * numbers || column + numbers > 1 << 16 {
                                return Err(short());
                            }
                            self.cells(numbers, 0)?;
                            extent.take_in(row, column + numbers - 1);
                            for number in 0..numbers {
                                let look = self.styles.look(style(4 + 6 * number));
                                looks.cell((row as u32, (column + number) as u32), look);
                            }
                            continue;
                        }
                        SHARED_TEXT => {
                            let index = data.get(6..).and_then(|rest| rest.first_chunk()).ok_or_else(short)?;
                            let text = self.strings.get(u32::from_le_bytes(*index) as usize);
                            self.cells(1, text.map_or(0, |text| text.length))?;
                            match text {
                                Some(text) => runs = text.runs,
                                // The parser skips it.
                                None => {
                                    let (place, reason) = ((row as u32, column as u32), Reason::NoSuchString);
                                    note_cell(self.unreadable, &looks.sheet, place, reason)?;
                                }
                            }
                        }
                        TEXT | RICH_TEXT => self.cells(1, data.len())?,
                        kind if PLAIN.contains(&kind) => self.cells(1, 0)?,
                        _ => continue,
                    }
                    extent.take_in(row, column);
                    let look = runs.on(self.styles.look(style(4)));
                    let is_number = kind == FORMULA || NUMBERS.contains(&kind);
                    let look = if is_number { look } else { look.on_no_number() };
                    looks.cell((row as u32, column as u32), look);
                }
            }
        }
        Err(Refusal::Damaged(Damage::SheetEnd))
    }

    fn cells(&mut self, cells: usize, text: usize) -> Result<(), Refusal> {
        self.tally.admit_cells(cells)?;
        Bound::CellText.hold(text)?;
        self.tally.admit_all_text(text)
    }
}

/// Adds the merged areas listed in a record.
fn merge(record: &[u8], looks: &mut Looks) -> Result<(), Refusal> {
    for area in record.get(2..).unwrap_or_default().as_chunks::<8>().0 {
        let number = |at: usize| u32::from(u16::from_le_bytes([area[at], area[at + 1]]));
        looks.merge(Area {
            top: number(0),
            bottom: number(2),
            left: number(4),
            right: number(6),
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
