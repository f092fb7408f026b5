//! Cells to fill in can be told from others without colour, and keep what is typed in them.

use ketenscan::questionnaire::Role;
use ketenscan::questionnaire::builtin;
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::grid::grids;
use ketenscan_testing::package::unpack;

/// The elements with this name between the start and the end of a list, as XML.
fn listed<'x>(xml: &'x str, list: &str, element: &str) -> Vec<&'x str> {
    let (_, rest) = xml.split_once(&format!("<{list} ")).expect("a list");
    let (inner, _) = rest.split_once(&format!("</{list}>")).expect("its end");
    let starts: Vec<&str> = inner.split(&format!("<{element}")).skip(1).collect();
    starts
        .into_iter()
        .filter(|start| start.starts_with([' ', '>', '/']))
        .collect()
}

fn attribute<'x>(xml: &'x str, name: &str) -> Option<&'x str> {
    let (_, rest) = xml.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// The relative luminance of WCAG 2.
fn luminance(rgb: u32) -> f64 {
    let part = |shift: u32| {
        let value = f64::from(rgb >> shift & 0xff) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colours in a piece of XML, without their opacity.
fn colours(xml: &str) -> Vec<u32> {
    let all = xml.split("rgb=\"FF").skip(1);
    all.map(|rest| u32::from_str_radix(&rest[..6], 16).expect("a colour"))
        .collect()
}

#[test]
fn a_cell_to_fill_in_has_a_border_that_contrasts_with_its_fill_and_with_paper() {
    // Black on white is 21, by definition.
    assert!((contrast(0, 0x00FF_FFFF) - 21.0).abs() < 1e-9);
    for role in [Role::Municipality, Role::Region] {
        let bytes = template::write(&builtin(), &Order::blank(role)).unwrap();
        let parts = unpack(&bytes);
        let (_, styles) = parts.iter().find(|(name, _)| name == "xl/styles.xml").unwrap();
        let styles = String::from_utf8_lossy(styles);
        let (borders, fills) = (listed(&styles, "borders", "border"), listed(&styles, "fills", "fill"));
        let number = |format: &str, name: &str| attribute(format, name).unwrap().parse::<usize>().unwrap();
        let formats = listed(&styles, "cellXfs", "xf");
        let unlocked: Vec<&&str> = formats
            .iter()
            .filter(|format| format.contains("locked=\"0\""))
            .collect();
        assert!(unlocked.len() >= 3, "text, other cells and dates");
        for format in unlocked {
            let border = borders[number(format, "borderId")];
            let lines = colours(border);
            assert_eq!(lines.len(), 4, "a line on each side: {border}");
            let fill = colours(fills[number(format, "fillId")])[0];
            for line in lines {
                for behind in [fill, 0x00FF_FFFF] {
                    assert!(contrast(line, behind) >= 3.0, "{line:06x} on {behind:06x}");
                }
            }
        }
    }
}

#[test]
fn what_is_to_be_filled_in_is_said_above_the_header() {
    let bytes = template::write(&builtin(), &Order::blank(Role::Region)).unwrap();
    let grids = grids(&bytes);
    for (sheet, columns) in [
        ("Gegevens", [1].as_slice()),
        ("1 Preventie", &[4, 5, 6, 7, 8]),
        ("Speerpunten", &[1]),
        ("Gemeenten", &[0, 1]),
        ("Ambitie", &[2]),
        ("Kerncijfers", &[2]),
    ] {
        let (_, grid) = grids.iter().find(|(name, _)| name == sheet).expect("the sheet");
        let said = grid.texts.iter().filter(|(_, text)| *text == "▼ vul in");
        let said: Vec<usize> = said.map(|((_, column), _)| *column).collect();
        assert_eq!(said, columns, "{sheet}");
    }
}

#[test]
fn texts_are_text_whatever_they_look_like() {
    let bytes = template::write(&builtin(), &Order::blank(Role::Municipality)).unwrap();
    let parts = unpack(&bytes);
    let part = |name: &str| {
        let (_, part) = parts.iter().find(|(part, _)| part == name).expect("a part");
        String::from_utf8(part.clone()).expect("UTF-8")
    };
    let styles = part("xl/styles.xml");
    let formats = listed(&styles, "cellXfs", "xf");
    // The format of text has number 49.
    for (sheet, cell, is_text) in [
        // Region, municipality, year, perspective, function and date.
        ("sheet3", "B3", true),
        ("sheet3", "B4", true),
        ("sheet3", "B5", false),
        ("sheet3", "B6", true),
        ("sheet3", "B7", true),
        ("sheet3", "B8", false),
        // An answer, its evidence and a remark.
        ("sheet4", "E4", false),
        ("sheet4", "H4", true),
        ("sheet4", "I4", true),
    ] {
        let sheet = part(&format!("xl/worksheets/{sheet}.xml"));
        let (_, rest) = sheet.split_once(&format!("<c r=\"{cell}\"")).expect("the cell");
        let style: usize = attribute(rest, "s").expect("a format").parse().expect("a number");
        let format = attribute(formats[style], "numFmtId") == Some("49");
        assert_eq!(format, is_text, "{cell}");
    }
}
