//! Checks that charts show what they must, whatever the names and however many.

use super::*;
use crate::report::outline::{Block, ChartKey, Header, Outline, Part, RegionPart, Series, TableKey, columns};

fn chart(kind: ChartKind, title: &str) -> Chart {
    let key = match kind {
        ChartKind::Radar => ChartKey::CoreThemes,
        _ => ChartKey::Steps,
    };
    Chart {
        key,
        kind,
        title: title.to_owned(),
        alternative: "Kolommen & lijn.".to_owned(),
        names: Header::Step.into(),
        series: Series::against_norm(Header::Score),
    }
}

fn table(rows: &[(&str, Option<f64>)]) -> Table {
    let cells = |&(name, score): &(&str, Option<f64>)| {
        vec![Cell::Text(name.to_owned()), Cell::Score(score), Cell::Score(Some(75.0))]
    };
    let columns = columns([Header::Step, Header::Score, Header::Norm].map(|header| (header, 10)));
    Table::to_read(
        TableKey::Steps,
        "Score per stap",
        columns,
        rows.iter().map(cells).collect(),
    )
}

fn example() -> Table {
    table(&[
        ("1 <Preventie>", Some(41.4)),
        ("2 Advies", None),
        ("3 Melden", Some(100.0)),
    ])
}

#[test]
fn an_svg_has_its_alternative_text_and_figures() {
    let svg = svg(&chart(ChartKind::Columns, "Stap 1 blijft achter"), &example()).unwrap();
    let beginning = format!("<svg data-generator=\"{GENERATED_BY}\" ");
    assert!(svg.starts_with(&beginning), "{svg}");
    assert!(svg[beginning.len()..].starts_with(
        "role=\"img\" aria-label=\"Stap 1 blijft achter. Kolommen &amp; lijn.\" width=\"960\" height=\"540\""
    ));
    assert!(svg.contains("<title>Stap 1 blijft achter</title>"));
    assert!(svg.contains("1 &lt;Preventie&gt;"));
    for words in ["\n41\n", "\n–\n", "\n100\n", "\nNorm\n"] {
        assert!(svg.contains(words), "{words:?} in {svg}");
    }
    assert_eq!(svg.matches("<svg").count(), 1);
}

#[test]
fn a_png_has_double_resolution_and_is_reproducible() {
    let chart = chart(ChartKind::Radar, "Radar");
    let first = png(&chart, &example()).unwrap();
    assert_eq!(first, png(&chart, &example()).unwrap());
    assert_eq!(decoded(&first).0, (1920, 1080));
}

/// The width and height of a picture, and its pixels.
fn decoded(png: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    (reader.info().size(), pixels)
}

#[test]
fn the_height_of_a_column_is_proportional_to_its_score() {
    let colour_of = |score| {
        let rows = table(&[("1 Preventie", Some(score))]);
        let (_, pixels) = decoded(&png(&chart(ChartKind::Columns, "Een stap"), &rows).unwrap());
        let [_, red, green, blue] = palette::ACCENT.to_be_bytes();
        pixels.chunks(3).filter(|pixel| **pixel == [red, green, blue]).count()
    };
    let [low, middle, high] = [20.0, 40.0, 60.0].map(colour_of);
    let (lower, upper) = (middle - low, high - middle);
    // One row of pixels of tolerance, out of some 160.
    assert!(lower.abs_diff(upper) * 100 < lower, "{low}, {middle}, {high}");
}

#[test]
fn any_number_of_names_can_be_drawn() {
    let long = "Een naam van zestig tekens die nergens helemaal op past, echt";
    for number in [0_u8, 1, 2, 8, 40] {
        let rows: Vec<(&str, Option<f64>)> = (0..number).map(|index| (long, Some(f64::from(index) * 9.0))).collect();
        for kind in [ChartKind::Columns, ChartKind::Radar] {
            let svg = svg(&chart(kind, long), &table(&rows)).unwrap();
            assert!(!svg.contains("NaN"), "{number} names");
        }
    }
}

#[test]
fn scaling_down_takes_the_mean() {
    // Two by two pixels with red values 0, 100, 200 and 100: the mean is 100.
    let large = [0, 8, 8, 100, 8, 8, 200, 8, 8, 100, 8, 8];
    assert_eq!(scaled_down(&large, 2, 2), [100, 8, 8]);
}

#[test]
fn a_gallery_has_each_chart_once_with_a_stable_name() {
    let with = |charts: Vec<Chart>| Block::Table(Table { charts, ..example() });
    let part = |key: RegionPart, block| Part {
        key: key.into(),
        title: String::new(),
        blocks: vec![block],
    };
    let steps = || chart(ChartKind::Columns, "Stap 1");
    let gaps = || Chart {
        key: ChartKey::StepGaps,
        ..steps()
    };
    let own = || Chart {
        key: ChartKey::OwnSteps,
        ..steps()
    };
    let outline = Outline {
        title: String::new(),
        facts: Vec::new(),
        parts: vec![
            part(RegionPart::Summary, with(vec![steps()])),
            part(RegionPart::Steps, with(vec![steps(), gaps(), own()])),
            part(RegionPart::Themes, with(vec![chart(ChartKind::Radar, "Thema")])),
        ],
    };
    let names: Vec<&str> = gallery(&outline).into_iter().map(|picture| picture.name).collect();
    assert_eq!(names, ["stappen-score", "stappen-tekort", "themas-score"]);
}
