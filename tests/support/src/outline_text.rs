//! An outline as plain text, for people to read and compare.

use ketenscan::report::outline::{Block, Cell, Chart, Outline, Table};
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
    lines.push(format!("Grafiek ({:?}): {}", chart.kind, chart.title));
    lines.push(format!("  Alternatief: {}", chart.alternative));
    for series in &chart.series {
        let cells = table.cells(chart.names).zip(table.cells(series.column));
        let values = cells.map(|(name, value)| format!("{} {}", words(name), words(value)));
        let name = table.position(series.column).expect("the table has what is drawn");
        let name = &table.columns[name].header;
        let values: Vec<String> = values.collect();
        lines.push(format!("  {name} ({:?}): {}", series.look, values.join(", ")));
    }
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
        Cell::Number(number) => grouped(*number),
        Cell::Verdict(verdict) => verdict.words.to_owned(),
    }
}
