//! An outline as plain text, for people to read and compare.

use ketenscan::report::outline::{Block, Cell, Chart, ChartKind, HeatCell, Look, Outline, Picture, Table};
use ketenscan::wording::{grouped, one_decimal, percentage, whole};

/// Parts, sentences, tables and charts, one per line; charts with the values they draw.
pub fn text(outline: &Outline) -> String {
    let mut lines = vec![format!("# {}", outline.title)];
    for part in &outline.parts {
        lines.push(format!("\n## {} – {}", part.name(), part.title));
        for block in &part.blocks {
            lines.push(String::new());
            match block {
                Block::Text(sentences) => lines.extend(sentences.iter().cloned()),
                Block::Table(table) => of_table(table, &mut lines),
            }
        }
    }
    lines.join("\n") + "\n"
}

fn of_table(table: &Table, lines: &mut Vec<String>) {
    lines.push(format!("### {} [{:?}]", table.heading, table.usage));
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    lines.push(headers.join(" | "));
    lines.extend(
        table
            .rows
            .iter()
            .map(|row| row.iter().map(words).collect::<Vec<_>>().join(" | ")),
    );
    for chart in &table.charts {
        of_chart(chart, table, lines);
    }
}

fn of_chart(chart: &Chart, table: &Table, lines: &mut Vec<String>) {
    let kind = chart.native.as_ref().map(|native| native.kind);
    let kind = kind.map_or("alleen als beeld".to_owned(), |kind| format!("{kind:?}"));
    lines.push(format!("Grafiek ({kind}): {}", chart.title));
    lines.push(format!("  Alternatief: {}", chart.alternative));
    for series in chart.native.iter().flat_map(|native| &native.series) {
        let (name, values): (&str, Vec<String>) = match (chart.native.as_ref().map(|native| native.kind), series.look) {
            (Some(ChartKind::Marks { columns }), Look::One(row)) => {
                let first = table.position(series.column).expect("the table has what is drawn");
                let cells = table.columns[first..first + columns]
                    .iter()
                    .zip(&table.rows[row][first..]);
                let values = cells.map(|(column, value)| format!("{} {}", column.header, words(value)));
                let name = match &table.rows[row][0] {
                    Cell::Text(name) => name.as_str(),
                    _ => "",
                };
                (name, values.collect())
            }
            _ => {
                let names = chart.native.as_ref().expect("a native chart").names;
                let cells = table.cells(names).zip(table.cells(series.column));
                let name = table.position(series.column).expect("the table has what is drawn");
                let values = cells.map(|(name, value)| format!("{} {}", words(name), words(value)));
                (table.columns[name].header.as_str(), values.collect())
            }
        };
        lines.push(format!("  {name} ({:?}): {}", series.look, values.join(", ")));
    }
    if let Some(picture) = &chart.picture {
        lines.push(format!(
            "  Beeld: {}. Onderschrift: {}",
            of_picture(picture),
            chart.caption
        ));
    }
}

/// What a picture shows, with its figures as they are read.
fn of_picture(picture: &Picture) -> String {
    let shown = |figure: Option<f64>| figure.map_or("–".to_owned(), whole);
    let range = |range: Option<(f64, f64)>| {
        range.map_or(String::new(), |(low, high)| format!(" {}–{}", whole(low), whole(high)))
    };
    let rows: Vec<String> = match picture {
        Picture::Chain(chain) => {
            let rows = chain.practices.iter().map(|(name, links)| {
                let links = links
                    .iter()
                    .map(|link| format!("{:?} {} {}", link.state, link.range, link.part));
                format!("{name}: {}", links.collect::<Vec<_>>().join(", "))
            });
            rows.collect()
        }
        Picture::Ranges(bars) => {
            let rows = bars.iter().map(|bar| {
                let [score, norm, ambition] = [bar.score, bar.norm, bar.ambition].map(shown);
                format!(
                    "{} {score}{} norm {norm} ambitie {ambition} {:?} {}",
                    bar.name,
                    range(bar.range),
                    bar.verdict,
                    bar.words
                )
            });
            rows.collect()
        }
        Picture::Dumbbells(dumbbells) => {
            let rows = dumbbells.rows.iter().map(|row| {
                let scores = dumbbells
                    .who
                    .iter()
                    .zip(&row.scores)
                    .map(|(who, seen)| format!("{who} {}{}", shown(seen.score), range(seen.range)));
                format!(
                    "{} norm {}: {}",
                    row.name,
                    shown(row.norm),
                    scores.collect::<Vec<_>>().join(", ")
                )
            });
            rows.collect()
        }
        Picture::Heat(heat) => {
            let rows = heat.rows.iter().map(|(name, cells)| {
                let cells = cells.iter().map(|cell| words(&Cell::Heat(*cell)));
                format!("{name}: {}", cells.collect::<Vec<_>>().join(", "))
            });
            rows.collect()
        }
        Picture::Multiples(multiples) => {
            let rows = multiples.panels.iter().map(|panel| {
                let points = panel
                    .points
                    .iter()
                    .map(|point| format!("{}{}", shown(point.score), range(point.range)));
                format!("{}: {}", panel.name, points.collect::<Vec<_>>().join(", "))
            });
            rows.collect()
        }
        Picture::Strips(strips) => {
            let rows = strips.rows.iter().map(|strip| {
                let others = strip.others.iter().map(|score| whole(*score));
                format!(
                    "{} {}{}: {}",
                    strip.name,
                    shown(strip.own.score),
                    range(strip.own.range),
                    others.collect::<Vec<_>>().join(", ")
                )
            });
            rows.collect()
        }
        Picture::Bars(bars) => {
            let rows = bars.rows.iter().map(|bar| {
                let parts = bar.parts.iter().map(|part| whole(*part));
                format!(
                    "{} {}: {}",
                    bar.name,
                    shown(bar.total),
                    parts.collect::<Vec<_>>().join(", ")
                )
            });
            rows.collect()
        }
    };
    rows.join(" | ")
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Entry(text) | Cell::PlanStatus(text) => text.replace('\n', "⏎"),
        Cell::Score(Some(figure)) | Cell::Points(Some(figure)) => whole(*figure),
        Cell::FineScore(Some(figure)) | Cell::FinePoints(Some(figure)) => one_decimal(*figure),
        Cell::Share(Some(share)) => percentage(*share),
        Cell::Score(None) | Cell::FineScore(None) | Cell::Points(None) | Cell::FinePoints(None) | Cell::Share(None) => {
            "–".to_owned()
        }
        Cell::Heat(HeatCell::Score { score, short }) => format!("{} (-{})", whole(*score), whole(*short)),
        Cell::Heat(HeatCell::TooFew) => "te weinig".to_owned(),
        Cell::Heat(HeatCell::Nothing) => String::new(),
        Cell::Number(number) => grouped(*number),
        Cell::Verdict(verdict) => verdict.words.to_owned(),
    }
}
