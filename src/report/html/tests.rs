//! Checks that the page is accessible: headings, tables, alternative texts, escaping, contrast.

use super::look::hex;
use super::*;
use crate::palette;
use crate::report::outline::{Cell, Column, Header, Picture, RegionPart, TableKey, Usage, columns};
use crate::scoring::Status;

const DATE: Date = Date {
    year: 2026,
    month: 3,
    day: 1,
};

fn table(heading: &str) -> Table {
    Table {
        key: TableKey::Steps,
        heading: heading.to_owned(),
        columns: columns([Header::Step, Header::Score, Header::Norm, Header::Status].map(|header| (header, 20))),
        rows: vec![
            vec![
                Cell::Text("1 <Preventie>".to_owned()),
                Cell::Score(Some(41.4)),
                Cell::Score(Some(75.0)),
                Cell::verdict(Status::BelowNorm),
            ],
            vec![
                Cell::Text("2 Advies".to_owned()),
                Cell::Score(None),
                Cell::Score(Some(75.0)),
                Cell::verdict(Status::Insufficient),
            ],
        ],
        charts: vec![Chart {
            key: ChartKey::Steps,
            of: None,
            title: "Stap \"1\" blijft 34 punten onder de norm".to_owned(),
            alternative: "Kolommen. Scores: 1 <Preventie> 41.".to_owned(),
            caption: "Voorbeeldland 2026.".to_owned(),
            picture: Some(Picture::Ranges(Vec::new())),
            native: None,
        }],
        usage: Usage::Read,
    }
}

fn part(key: RegionPart, title: &str, blocks: Vec<Block>) -> Part {
    Part {
        key: key.into(),
        title: title.to_owned(),
        blocks,
    }
}

fn outline() -> Outline {
    let plan = Table {
        key: TableKey::Plan,
        usage: Usage::FillIn,
        charts: Vec::new(),
        columns: columns([(Header::Id, 20)])
            .into_iter()
            .chain(Column::fields(20).take(1))
            .chain(Column::fields(20).last())
            .collect(),
        rows: vec![vec![
            Cell::Text("A-01".to_owned()),
            Cell::Entry("met <b>naam</b>".to_owned()),
            Cell::PlanStatus("Loopt".to_owned()),
        ]],
        heading: "Punten".to_owned(),
    };
    let none = Table {
        rows: Vec::new(),
        charts: Vec::new(),
        ..table("Overdrachten: geen")
    };
    let opening = Block::Text(vec!["Jansen & <i>Zonen</i>".to_owned()]);
    Outline {
        title: "Ketenscan <A> 2026".to_owned(),
        facts: Vec::new(),
        parts: vec![
            part(
                RegionPart::Summary,
                "Ketenscan",
                vec![opening, Block::Table(table("Eén"))],
            ),
            part(
                RegionPart::Steps,
                "De stappen",
                vec![Block::Table(table("Twee")), Block::Table(none)],
            ),
            part(RegionPart::Plan, "Verbeterplan", vec![Block::Table(plan)]),
            part(
                RegionPart::Provenance,
                "Herkomst",
                vec![Block::Table(table("Alle antwoorden"))],
            ),
        ],
    }
}

fn page() -> String {
    write(&outline(), DATE).unwrap()
}

/// The body: user text appears there, not in the style sheet.
fn body(page: &str) -> &str {
    page.split_once("<body").unwrap().1
}

fn count(page: &str, what: &str) -> usize {
    page.matches(what).count()
}

#[test]
fn text_never_becomes_markup() {
    let page = page();
    let body = body(&page);
    assert!(page.contains("<title>Ketenscan &lt;A&gt; 2026</title>"));
    assert!(body.contains("Jansen &amp; &lt;i&gt;Zonen&lt;/i&gt;"));
    assert!(body.contains("<th scope=\"row\" role=\"rowheader\">1 &lt;Preventie&gt;</th>"));
    for markup in ["<i>", "<A>", "<Preventie>", "\"1\" blijft"] {
        assert!(!body.contains(markup), "{markup}");
    }
}

#[test]
fn headings_never_skip_a_level_and_landmarks_are_unique() {
    let page = page();
    let mut level = 0;
    for (at, _) in page.match_indices("<h") {
        let Some(next) = page[at + 2..].chars().next().and_then(|digit| digit.to_digit(10)) else {
            continue;
        };
        assert!(next <= level + 1, "h{next} after h{level}");
        level = next;
    }
    assert_eq!(count(&page, "<h1"), 1);
    for landmark in ["<header", "<nav", "<main", "<footer"] {
        assert_eq!(count(body(&page), landmark), 1, "{landmark}");
    }
    assert!(page.starts_with("<!doctype html>\n<html lang=\"nl\">"));
    assert!(!body(&page).contains("<script"));
}

#[test]
fn every_table_has_a_caption_and_every_header_its_scope() {
    let page = page();
    assert_eq!(count(&page, "<table"), 2);
    assert_eq!(count(&page, "<caption>"), 2);
    assert_eq!(count(&page, "<th "), count(&page, "<th scope=\""));
    // Two tables with two rows each.
    assert_eq!(count(&page, "<th scope=\"row\""), 4);
    assert_eq!(count(&page, "<th>"), 0);
    assert_eq!(
        count(&page, "role=\"group\" tabindex=\"0\" aria-label=\"Tabel: "),
        2,
        "a table can be scrolled by keyboard"
    );
    // A table without rows consists of its heading only.
    assert!(page.contains(">Overdrachten: geen</h3>"));
}

#[test]
fn a_chart_is_drawn_once_with_its_alternative_text() {
    let page = page();
    assert_eq!(count(&page, "<svg "), 1);
    assert!(page.contains(
        " role=\"img\" aria-label=\"Stap &quot;1&quot; blijft 34 punten onder de norm. Kolommen. Scores: 1 &lt;Preventie&gt; 41.\""
    ));
    assert!(page.contains("<title>Stap &quot;1&quot; blijft"));
}

#[test]
fn the_page_leaves_out_parts_for_the_workbook_and_says_where_they_are() {
    let page = page();
    for absent in ["Alle antwoorden", "Nog te doen", "met &lt;b&gt;", "Loopt"] {
        assert!(!body(&page).contains(absent), "{absent}");
    }
    assert!(body(&page).contains("heeft ook de bladen Verbeterplan en Herkomst.</p>"));
    assert!(page.contains("Gemaakt op 1 maart 2026 met ketenscan"));
}

#[test]
fn a_score_reads_as_a_figure_and_a_status_as_a_word() {
    let page = page();
    // On a narrow screen the header stands beside the figure.
    assert!(page.contains(" style=\"--c2:&#39;Score&#39;;--c3:&#39;Norm&#39;;--c4:&#39;Stand&#39;;\">"));
    assert!(page.contains("class=\"number\">41</td>"));
    assert!(page.contains("<span class=\"unseen\">geen cijfer</span>"));
    assert!(page.contains("<span class=\"status below\">▼ onder de norm</span>"));
}

#[test]
fn the_same_outline_gives_the_same_page() {
    assert_eq!(page(), page());
}

#[test]
fn every_figure_of_a_wide_table_has_its_header_on_a_narrow_screen() {
    let wide = Table {
        columns: columns([(Header::Score, 20); 19]),
        rows: vec![vec![Cell::Score(Some(41.0)); 19]],
        ..table("Breed")
    };
    let mut page = String::new();
    super::table::write(&wide, "Deel", &mut page);
    // The first names the row; the style sheet has rules for fifteen more.
    assert_eq!(page.matches(":&#39;Score&#39;;").count(), 15);
    assert!(style().contains("td:nth-child(16)::before{content:var(--c16)}"));
    assert_eq!(page.matches(" data-label=\"Score\"").count(), 3);
    assert!(style().contains("td[data-label]::before { content: attr(data-label); }"));
}

/// Relative luminance and contrast as defined by WCAG 2.2.
fn contrast(one: u32, other: u32) -> f64 {
    let luminance = |colour: u32| {
        let [_, red, green, blue] = colour.to_be_bytes().map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_palette_is_legible() {
    // Black on white is 21 by definition.
    assert!((contrast(0, palette::PAPER) - 21.0).abs() < 1e-9);
    let texts = [
        (palette::TEXT, palette::PAPER),
        (palette::TEXT, palette::BAND),
        (palette::TEXT, palette::ENTRY),
        (palette::TEXT, palette::HEAT),
        (palette::QUIET_TEXT, palette::PAPER),
        (palette::QUIET_TEXT, palette::BAND),
        (palette::WARNING, palette::PAPER),
        (palette::ACCENT, palette::PAPER),
        // Table headers and the header of the page; figures in columns.
        (palette::PAPER, palette::ACCENT),
        (palette::PAPER, palette::WARNING),
    ];
    for (text, behind) in texts {
        let ratio = contrast(text, behind);
        assert!(ratio >= 4.5, "{} on {}: {ratio:.2}", hex(text), hex(behind));
    }
    for (from, _, behind) in palette::SHORTFALLS {
        let ratio = contrast(palette::on_shortfall(f64::from(from)), behind);
        assert!(ratio >= 4.5, "{from} points below the norm: {ratio:.2}");
    }
    // Marks and lines on paper. A norm across a track has an outline in the colour of paper.
    for graphic in [palette::ACCENT, palette::WARNING] {
        let ratio = contrast(graphic, palette::PAPER);
        assert!(ratio >= 3.0, "{}: {ratio:.2}", hex(graphic));
    }
}
