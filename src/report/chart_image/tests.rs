//! Checks that pictures show what they must, whatever the names and however many.

use super::*;
use crate::questionnaire::builtin;
use crate::report::outline::{
    Bar, Bars, Block, Chain, ChainLink, ChartKey, Column, DumbbellRow, Dumbbells, Header, Heat, HeatCell, Multiples,
    Outline, Panel, Part, RangeBar, Ranged, RegionPart, Sign, Strip, Strips, Table, TableKey,
};

const LONG: &str = "Een naam van zestig tekens die nergens helemaal op past, echt";

fn chart(title: &str, shown: Shown) -> Chart {
    Chart {
        key: ChartKey::Steps,
        of: None,
        title: title.to_owned(),
        alternative: "Balken & streepjes.".to_owned(),
        caption: "Voorbeeldland 2026. Antwoorden van 5 van de 6 gemeenten.".to_owned(),
        picture: Some(shown),
        native: None,
    }
}

fn range_bar(name: &str, score: Option<f64>) -> RangeBar {
    RangeBar {
        name: name.to_owned(),
        score,
        range: score.map(|score| (score - 4.0, score + 6.0)),
        norm: Some(75.0),
        ambition: Some(60.0),
        verdict: score.map_or(Sign::Unknown, |_| Sign::Short),
        words: score.map_or("te weinig antwoorden", |_| "34 onder de norm").to_owned(),
    }
}

fn ranges(scores: &[(&str, Option<f64>)]) -> Shown {
    Shown::Ranges(scores.iter().map(|(name, score)| range_bar(name, *score)).collect())
}

/// A picture of each kind, with so many rows of these names.
fn every_kind(name: &str, number: usize) -> Vec<Shown> {
    let names = || (0..number).map(|_| name.to_owned());
    let score = |row: usize| (!row.is_multiple_of(5)).then_some((row * 17 % 101) as f64);
    let signs = [Sign::Good, Sign::Uncertain, Sign::Short, Sign::Unknown];
    let link = |step: usize| ChainLink {
        state: signs[step % signs.len()],
        range: if step % signs.len() == 3 {
            String::new()
        } else {
            "45–50".to_owned()
        },
        part: ["", "algemeen", "eigen", ""][step % signs.len()],
    };
    let cells = [
        HeatCell::Nothing,
        HeatCell::TooFew,
        HeatCell::Score {
            score: 80.0,
            short: 0.0,
        },
        HeatCell::Score {
            score: 36.0,
            short: 47.0,
        },
    ];
    vec![
        Shown::Chain(Chain {
            steps: (1..8).map(|step| format!("{step} {name}")).collect(),
            practices: names().map(|name| (name, (0..7).map(link).collect())).collect(),
            threshold: 50.0,
        }),
        Shown::Ranges((0..number).map(|row| range_bar(name, score(row))).collect()),
        Shown::Dumbbells(Dumbbells {
            who: (0..12).map(|_| name.to_owned()).collect(),
            rows: (0..number)
                .map(|row| DumbbellRow {
                    name: name.to_owned(),
                    norm: Some(75.0),
                    scores: (0..12).map(|who| score(row + who).into()).collect(),
                })
                .collect(),
        }),
        Shown::Heat(Heat {
            columns: (0..8).map(|_| name.to_owned()).collect(),
            rows: names()
                .map(|name| (name, (0..8).map(|cell| cells[cell % cells.len()]).collect()))
                .collect(),
        }),
        Shown::Multiples(Multiples {
            years: vec![2025, 2026, 2027],
            changed: vec![2026],
            panels: names()
                .map(|name| Panel {
                    name,
                    norm: Some(75.0),
                    points: vec![
                        Ranged {
                            score: Some(10.0),
                            range: Some((5.0, 12.0)),
                        },
                        Ranged::default(),
                        Ranged {
                            score: Some(100.0),
                            range: Some((90.0, 100.0)),
                        },
                    ],
                })
                .collect(),
        }),
        Shown::Strips(Strips {
            who: name.to_owned(),
            rows: names()
                .map(|name| Strip {
                    name,
                    own: Ranged {
                        score: Some(44.0),
                        range: Some((42.0, 49.0)),
                    },
                    others: vec![40.0, 40.0, 41.0, 60.0],
                    middle: Some((40.0, 60.0)),
                })
                .collect(),
        }),
        Shown::Bars(Bars {
            parts: (0..4).map(|_| name.to_owned()).collect(),
            rows: names()
                .map(|name| Bar {
                    name,
                    parts: vec![-12.0, 3.0, 0.0, 20.0],
                    total: Some(11.0),
                })
                .collect(),
        }),
    ]
}

#[test]
fn an_svg_has_its_alternative_text_and_figures() {
    let shown = ranges(&[
        ("1 <Preventie>", Some(41.4)),
        ("2 Advies", None),
        ("3 Melden", Some(94.0)),
    ]);
    let svg = svg(&chart("Stap 1 blijft achter", shown)).unwrap();
    let beginning = format!("<svg data-generator=\"{GENERATED_BY}\" ");
    assert!(svg.starts_with(&beginning), "{svg}");
    assert!(svg[beginning.len()..].starts_with(
        "role=\"img\" aria-label=\"Stap 1 blijft achter. Balken &amp; streepjes.\" lang=\"nl-NL\" width=\"960\" height=\"540\" viewBox=\"0 0 3840 2160\""
    ));
    assert!(svg.contains("<title>Stap 1 blijft achter</title>"));
    assert!(svg.contains("1 &lt;Preventie&gt;"));
    for words in ["41", "te weinig antwoorden", "94", "norm", "34 onder de norm"] {
        assert!(svg.contains(&format!(">{words}<")), "{words:?} in {svg}");
    }
    assert!(svg.contains("Voorbeeldland 2026. Antwoorden van 5 van de 6 gemeenten."));
    assert_eq!(svg.matches("<svg").count(), 1);
}

#[test]
fn a_png_has_double_resolution_and_is_reproducible() {
    let chart = chart("Stappen", ranges(&[("1 Preventie", Some(41.4))]));
    let first = png(&chart).unwrap();
    assert_eq!(first, png(&chart).unwrap());
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
fn the_length_of_a_bar_is_proportional_to_its_figure() {
    let colour_of = |points| {
        let row = |name: &str, points| Bar {
            name: name.to_owned(),
            parts: vec![points],
            total: None,
        };
        // The second row keeps the axis the same.
        let bars = Bars {
            parts: vec!["tekort".to_owned()],
            rows: vec![row("1 Preventie", points), row("2 Advies", 60.0)],
        };
        let (_, pixels) = decoded(&png(&chart("Een stap", Shown::Bars(bars))).unwrap());
        let [_, red, green, blue] = palette::WARNING.to_be_bytes();
        pixels.chunks(3).filter(|pixel| **pixel == [red, green, blue]).count()
    };
    let [low, middle, high] = [20.0, 40.0, 60.0].map(colour_of);
    let (lower, upper) = (middle - low, high - middle);
    // One column of pixels of tolerance, out of some hundreds.
    assert!(lower.abs_diff(upper) * 100 < lower, "{low}, {middle}, {high}");
}

#[test]
fn any_number_of_names_can_be_drawn() {
    for number in [0, 1, 2, 8, 40] {
        for shown in every_kind(LONG, number) {
            let svg = svg(&chart(LONG, shown)).unwrap();
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{number} names");
        }
    }
}

/// The texts of a picture.
fn texts(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1).filter_map(|text| text.split_once('>'));
    texts
        .filter_map(|(_, text)| text.split_once('<'))
        .map(|(text, _)| text)
        .collect()
}

#[test]
fn the_font_has_every_character_of_a_picture() {
    let typeface = Typeface::embedded().unwrap();
    let asked = builtin();
    let mut names: Vec<String> = (0..asked.steps.len()).map(|step| asked.step_title(step)).collect();
    names.extend(asked.themes.iter().map(|theme| theme.name.clone()));
    names.extend(asked.practices.iter().map(|practice| practice.name.clone()));
    names.extend(asked.perspectives.iter().map(|perspective| perspective.name.clone()));
    names.push("’s-Gravenhage, Súdwest-Fryslân, Hoeksche Waard – “oud” … ▲".replace('▲', ""));
    for name in &names {
        for shown in every_kind(name, 2) {
            let texts = texts(&svg(&chart(name, shown)).unwrap());
            assert!(texts.len() > 50, "{texts}");
            let lacking = typeface.lacking(&texts.replace('\n', " "));
            assert!(lacking.is_empty(), "{lacking:?} in {texts}");
        }
    }
    // A sign is a shape: the font lacks it.
    assert_eq!(typeface.lacking("a▲◆▼é"), ['▲', '◆', '▼']);
}

#[test]
fn a_pixel_is_the_mean_of_four_points() {
    // Two squares beside each other and one below. Red is 0, 100, 200 and 100 in the first: the mean is 100.
    #[rustfmt::skip]
    let drawn = [
        0, 8, 8, 100, 8, 8,   4, 0, 1, 4, 0, 2,
        200, 8, 8, 100, 8, 8, 4, 0, 3, 4, 0, 4,
        9, 9, 9, 9, 9, 9,     7, 7, 7, 7, 7, 7,
        9, 9, 9, 9, 9, 9,     7, 7, 7, 7, 7, 7,
    ];
    assert_eq!(halved(&drawn, 4), [100, 8, 8, 4, 0, 2, 9, 9, 9, 7, 7, 7]);
}

#[test]
fn a_gallery_has_each_chart_once_with_a_stable_name() {
    let of = |key: ChartKey| Chart {
        key,
        ..chart("Stap 1", ranges(&[]))
    };
    let only_native = Chart {
        key: ChartKey::CoreThemes,
        picture: None,
        ..of(ChartKey::Steps)
    };
    let of_region = |region: usize, name: &str| Chart {
        of: Some(name.to_owned()),
        ..of(ChartKey::Years { region })
    };
    let with = |charts: Vec<Chart>| {
        let columns = vec![Column::named(Header::Step, 10)];
        Block::Table(Table {
            charts,
            ..Table::to_read(TableKey::Steps, "Score per stap", columns, Vec::new())
        })
    };
    let part = |key: RegionPart, block| Part {
        key: key.into(),
        title: String::new(),
        blocks: vec![block],
    };
    let outline = Outline {
        title: String::new(),
        facts: Vec::new(),
        parts: vec![
            part(RegionPart::Summary, with(vec![of(ChartKey::Steps)])),
            part(
                RegionPart::Steps,
                with(vec![of(ChartKey::Steps), of(ChartKey::StepGaps), only_native]),
            ),
            part(
                RegionPart::Themes,
                with(vec![of_region(0, "Hoge Veen"), of_region(1, "Hoge-veen")]),
            ),
        ],
    };
    let pictures = gallery(&outline);
    let names: Vec<&str> = pictures.iter().map(|picture| picture.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "stappen-score",
            "stappen-tekort",
            "hoge-veen-stappen-over-de-jaren",
            "hoge-veen-stappen-over-de-jaren-2"
        ]
    );
}
