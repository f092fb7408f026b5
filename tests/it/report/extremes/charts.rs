//! Charts: where they stand, what they say in words, and that they show something.

use ketenscan::report::chart_image::svg;
use ketenscan::report::outline::{Cell, ChartKey, ChartKind, Look};
use ketenscan::wording::whole;

use super::{all, tables, text};

#[test]
fn charts_overlap_neither_cells_nor_one_another() {
    for made in all() {
        for (sheet, grid) in &made.grids {
            for (index, chart) in grid.charts.iter().enumerate() {
                for ((row, column), words) in &grid.texts {
                    let (top, left) = (grid.top_of(*row), grid.left_of(*column));
                    let inside =
                        left >= chart.left - 1.0 && left < chart.right && top >= chart.top && top < chart.bottom;
                    assert!(!inside, "{}, {sheet}: '{words}' is under {}", made.name, chart.name);
                }
                for other in &grid.charts[index + 1..] {
                    let apart = chart.right <= other.left || chart.bottom <= other.top || other.bottom <= chart.top;
                    assert!(apart, "{}, {sheet}: {} and {}", made.name, chart.name, other.name);
                }
            }
        }
    }
}

#[test]
fn every_chart_says_in_words_what_it_draws() {
    for made in all() {
        for part in &made.outline.parts {
            let drawn =
                tables(part).flat_map(|table| table.native_charts().map(move |(chart, native)| (chart, native, table)));
            let mut said = Vec::new();
            for (chart, native, table) in drawn {
                if !matches!(native.kind, ChartKind::Marks { .. }) {
                    let named = table.cells(native.names).zip(table.cells(native.series[0].column));
                    for (name, figure) in named {
                        let printed = match figure {
                            Cell::Score(Some(figure)) | Cell::Points(Some(figure)) => {
                                format!("{} {}", text(name), whole(*figure))
                            }
                            _ => format!("{} –", text(name)),
                        };
                        assert!(
                            chart.alternative.contains(&printed),
                            "{}: {printed} in {}",
                            made.name,
                            chart.alternative
                        );
                    }
                }
                said.push((chart.title.as_str(), chart.alternative.as_str()));
            }
            // What only a picture shows; pictures have no name of their own.
            let pictures = tables(part).flat_map(|table| &table.charts);
            let pictures = pictures.filter(|chart| chart.key == ChartKey::Disagreements);
            said.extend(pictures.map(|chart| ("Picture 1", chart.alternative.as_str())));
            let charts = &made.grid(part.name()).charts;
            assert_eq!(charts.len(), said.len(), "{}", made.name);
            for (chart, (title, alternative)) in charts.iter().zip(said) {
                assert_eq!(chart.name, title, "{}", made.name);
                // What does not fit is cut after a sentence or a part of one, never within a figure.
                let kept = chart.alternative.trim_end_matches(" …");
                let rest = alternative.strip_prefix(kept).expect("the beginning");
                assert!(
                    rest.is_empty() || rest.starts_with([',', ';', ' ']),
                    "{}: {}",
                    made.name,
                    chart.alternative
                );
                assert!(chart.alternative.chars().count() <= 255);
            }
        }
    }
}

#[test]
fn no_chart_is_empty() {
    for made in all() {
        for part in &made.outline.parts {
            for table in tables(part) {
                for (chart, native) in table.native_charts() {
                    let printed = native.series.iter().filter(|series| series.look != Look::Norm);
                    let mut figures = printed.flat_map(|series| table.cells(series.column));
                    let any = figures.any(|cell| matches!(cell, Cell::Score(Some(_))));
                    assert!(any, "{}, {}: {}", made.name, part.name(), chart.title);
                }
                for chart in table.charts.iter().filter(|chart| chart.picture.is_some()) {
                    let picture = svg(chart).expect("a picture");
                    let subject = &made.case.region.name;
                    assert!(
                        chart.caption.starts_with(subject.as_str()),
                        "{}: {}",
                        made.name,
                        chart.caption
                    );
                    assert!(!picture.contains("NaN"), "{}: {}", made.name, chart.title);
                }
            }
        }
    }
}
