//! What a person sees of a sheet: texts with the space available to them, rows and charts in pixels.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// Advance widths in Calibri from space to tilde, in 2048ths of an em. Carlito, which LibreOffice substitutes for it,
/// has the same.
const CALIBRI: [u16; 95] = [
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038, 1038, 1038,
    1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114, 1092, 1260, 1000, 941, 1292, 1276,
    516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941, 998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628,
    1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714,
    801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020,
];
/// Width of any other character.
const OTHER: u16 = 1060;
/// Pixels per em of our text, 11 points at 96 pixels per inch.
const EM: f64 = 11.0 * 96.0 / 72.0;
/// How much wider bold text is.
const BOLD: f64 = 1.04;
/// Pixels of a row with default height, of a column with default width, and of a line of text.
const ROW: f64 = 20.0;
const COLUMN: f64 = 64.0;
const LINE: f64 = 20.0;
/// The maximum height of a row, 409 points.
const HIGHEST: f64 = 409.0 * 96.0 / 72.0;
/// English Metric Units per pixel.
const UNITS: f64 = 9525.0;

/// A cell with text that wraps.
#[derive(Clone, Debug)]
pub struct Wrapped {
    pub address: String,
    pub row: usize,
    pub text: String,
    bold: bool,
    /// Pixels available for text in its column or columns.
    room: f64,
}

/// The position of a chart, from the top left corner of the sheet.
#[derive(Clone, Debug)]
pub struct Anchored {
    pub name: String,
    pub alternative: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    pub texts: BTreeMap<(usize, usize), String>,
    pub wrapped: Vec<Wrapped>,
    pub charts: Vec<Anchored>,
    widths: BTreeMap<usize, f64>,
    heights: BTreeMap<usize, f64>,
}

impl Grid {
    /// Pixels from the top of the sheet to the top of a row, counted from 0.
    pub fn top_of(&self, row: usize) -> f64 {
        (0..row).map(|row| self.height(row)).sum()
    }

    /// Pixels from the left side of the sheet to that of a column.
    pub fn left_of(&self, column: usize) -> f64 {
        (0..column).map(|column| self.width(column)).sum()
    }

    fn height(&self, row: usize) -> f64 {
        self.heights.get(&row).copied().unwrap_or(ROW)
    }

    fn width(&self, column: usize) -> f64 {
        self.widths.get(&column).copied().unwrap_or(COLUMN)
    }

    /// The row of the first cell with this text.
    pub fn row_of(&self, text: &str) -> Option<usize> {
        let mut texts = self.texts.iter();
        texts.find(|(_, found)| *found == text).map(|((row, _), _)| *row)
    }

    /// Texts that do not fit in the height of their row, with the number of lines needed and available.
    pub fn cut_off(&self) -> Vec<String> {
        let cut = self.wrapped.iter().filter_map(|cell| {
            let height = self.height(cell.row);
            let lines = lines(&cell.text, cell.room, cell.bold);
            // A row of the maximum height shows as much as is possible.
            let fits = lines as f64 * LINE <= height + 1.0 || height >= HIGHEST - 1.0;
            (!fits).then(|| format!("{}: {lines} lines in {height:.0} pixels: {}", cell.address, cell.text))
        });
        cut.collect()
    }
}

/// The number of lines that a text takes at this width, broken between words and after hyphens; long words are broken
/// anywhere.
fn lines(text: &str, room: f64, bold: bool) -> usize {
    let width = |text: &str| {
        let units = text.chars().map(|letter| match (letter as usize).checked_sub(32) {
            Some(index) if index < CALIBRI.len() => CALIBRI[index],
            _ => OTHER,
        });
        units.map(f64::from).sum::<f64>() / 2048.0 * EM * if bold { BOLD } else { 1.0 }
    };
    let mut count = 0;
    for paragraph in text.split('\n') {
        count += 1;
        let mut used = 0.0;
        for word in paragraph.split_inclusive([' ', '-']) {
            let long = width(word.trim_end());
            if used > 0.0 && used + long > room {
                count += 1;
                used = 0.0;
            }
            used += long;
            while used > room {
                count += 1;
                used -= room;
            }
            used += width(word) - long;
        }
    }
    count
}

/// The sheets of one of our workbooks, by name and in order.
pub fn grids(workbook: &[u8]) -> Vec<(String, Grid)> {
    let mut package = ZipArchive::new(Cursor::new(workbook)).expect("a package");
    let mut part = |name: &str| {
        let mut text = String::new();
        let found = package.by_name(name).ok();
        found.map(|mut file| {
            file.read_to_string(&mut text).expect("text");
            text
        })
    };
    let names = attributes(&part("xl/workbook.xml").expect("a workbook"), "sheet", "name");
    let shared = shared_strings(&part("xl/sharedStrings.xml").expect("texts"));
    let looks = looks(&part("xl/styles.xml").expect("formats"));
    let sheets = names.into_iter().zip(1..);
    sheets
        .map(|(name, number)| {
            let mut grid = sheet(
                &part(&format!("xl/worksheets/sheet{number}.xml")).expect("a sheet"),
                &shared,
                &looks,
            );
            if let Some(relations) = part(&format!("xl/worksheets/_rels/sheet{number}.xml.rels")) {
                for target in attributes(&relations, "Relationship", "Target") {
                    if let Some(drawing) = target.strip_prefix("../drawings/") {
                        let drawing = part(&format!("xl/drawings/{drawing}")).expect("a drawing");
                        grid.charts = charts(&drawing, &grid);
                    }
                }
            }
            (name, grid)
        })
        .collect()
}

/// Calls `seen` for every element with its text.
fn walk(xml: &str, mut seen: impl FnMut(&str, Option<&BytesStart>, &str)) {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return,
            Event::Start(start) => {
                text.clear();
                seen(start.local_name().as_ref(), Some(&start), "");
            }
            Event::Empty(start) => {
                let name = start.local_name().as_ref().to_owned();
                seen(&name, Some(&start), "");
                seen(&name, None, "");
            }
            Event::Text(found) => text.push_str(&found),
            Event::GeneralRef(entity) => text.push_str(match &*entity {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ => "\n",
            }),
            Event::End(end) => seen(end.local_name().as_ref(), None, &text),
            _ => {}
        }
    }
}

fn attribute(start: &BytesStart, key: &str) -> Option<String> {
    let found = start.try_get_attribute(key).expect("attributes");
    found.map(|found| quick_xml::escape::unescape(&found.value).expect("text").into_owned())
}

fn attributes(xml: &str, element: &str, key: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(xml, |name, start, _| {
        if name == element
            && let Some(value) = start.and_then(|start| attribute(start, key))
        {
            found.push(value);
        }
    });
    found
}

fn shared_strings(xml: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(xml, |name, start, text| match (name, start) {
        ("si", Some(_)) => found.push(String::new()),
        ("t", None) => found.last_mut().expect("an item").push_str(text),
        _ => {}
    });
    found
}

/// The aspects of a cell's format that matter here.
#[derive(Clone, Copy, Default)]
struct Look {
    wraps: bool,
    bold: bool,
    indent: f64,
}

fn looks(xml: &str) -> Vec<Look> {
    let (mut bold, mut looks) = (Vec::new(), Vec::<Look>::new());
    let (mut in_fonts, mut in_cells) = (false, false);
    walk(xml, |name, start, _| match (name, start) {
        ("fonts", start) => in_fonts = start.is_some(),
        ("cellXfs", start) => in_cells = start.is_some(),
        ("font", Some(_)) if in_fonts => bold.push(false),
        ("b", Some(_)) if in_fonts => *bold.last_mut().expect("a font") = true,
        ("xf", Some(start)) if in_cells => {
            let font: usize = attribute(start, "fontId").and_then(|id| id.parse().ok()).unwrap_or(0);
            looks.push(Look {
                bold: bold[font],
                ..Look::default()
            });
        }
        ("alignment", Some(start)) if in_cells => {
            let look = looks.last_mut().expect("a format");
            look.wraps = attribute(start, "wrapText").is_some();
            // An indent is three spaces wide.
            look.indent = if attribute(start, "indent").is_some() { 9.0 } else { 0.0 };
        }
        _ => {}
    });
    looks
}

/// Row and column of an address, both counted from 0.
fn place(address: &str) -> (usize, usize) {
    let digits = address.find(|c: char| c.is_ascii_digit()).expect("a row");
    let column = address[..digits]
        .bytes()
        .fold(0, |sum, letter| 26 * sum + usize::from(letter - b'A') + 1);
    (address[digits..].parse::<usize>().expect("a row") - 1, column - 1)
}

fn sheet(xml: &str, shared: &[String], looks: &[Look]) -> Grid {
    let mut grid = Grid::default();
    let mut merged = BTreeMap::new();
    let mut strings = Vec::new();
    let mut current = None;
    walk(xml, |name, start, text| match (name, start) {
        ("col", Some(start)) => {
            let number = |key: &str| {
                attribute(start, key)
                    .expect("a number")
                    .parse::<f64>()
                    .expect("a number")
            };
            for column in number("min") as usize..=number("max") as usize {
                grid.widths.insert(column - 1, (number("width") * 7.0).trunc());
            }
        }
        ("row", Some(start)) => {
            let row: usize = attribute(start, "r").expect("a row").parse().expect("a row");
            if let Some(height) = attribute(start, "ht") {
                grid.heights
                    .insert(row - 1, height.parse::<f64>().expect("a height") * 96.0 / 72.0);
            }
        }
        ("c", Some(start)) => {
            let is_text = attribute(start, "t").is_some_and(|kind| kind == "s");
            let style: usize = attribute(start, "s").map_or(0, |style| style.parse().expect("a style"));
            current = is_text.then(|| (attribute(start, "r").expect("an address"), looks[style]));
        }
        ("v", None) => {
            if let Some((address, look)) = current.take() {
                strings.push((address, look, shared[text.parse::<usize>().expect("an index")].clone()));
            }
        }
        ("mergeCell", Some(start)) => {
            let range = attribute(start, "ref").expect("a range");
            let (from, to) = range.split_once(':').expect("two corners");
            merged.insert(from.to_owned(), place(to).1);
        }
        _ => {}
    });
    for (address, look, text) in strings {
        let (row, column) = place(&address);
        let last = merged.get(&address).copied().unwrap_or(column);
        let across: f64 = (column..=last).map(|column| grid.width(column)).sum();
        // Nobody sees what a hidden column contains.
        if look.wraps && across > 0.0 {
            grid.wrapped.push(Wrapped {
                row,
                text: text.clone(),
                bold: look.bold,
                // A cell keeps a few pixels on both sides free.
                room: across - 5.0 - look.indent,
                address,
            });
        }
        grid.texts.insert((row, column), text);
    }
    grid
}

fn charts(xml: &str, grid: &Grid) -> Vec<Anchored> {
    let mut charts = Vec::new();
    let mut numbers: Vec<f64> = Vec::new();
    walk(xml, |name, start, text| match (name, start) {
        ("twoCellAnchor", Some(_)) => numbers.clear(),
        // From and to, each: column, its offset, row, its offset.
        ("col" | "colOff" | "row" | "rowOff", None) => numbers.push(text.parse().expect("a number")),
        ("cNvPr", Some(start)) => {
            let across = |column: f64, offset: f64| grid.left_of(column as usize) + offset / UNITS;
            let down = |row: f64, offset: f64| grid.top_of(row as usize) + offset / UNITS;
            charts.push(Anchored {
                name: attribute(start, "name").unwrap_or_default(),
                alternative: attribute(start, "descr").unwrap_or_default(),
                left: across(numbers[0], numbers[1]),
                top: down(numbers[2], numbers[3]),
                right: across(numbers[4], numbers[5]),
                bottom: down(numbers[6], numbers[7]),
            });
        }
        _ => {}
    });
    charts
}
