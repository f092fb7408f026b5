//! The first sheet: what it says in words, and on the first screen.

use ketenscan::report::outline::{Cell, TableKey};
use ketenscan::wording::whole;
use ketenscan_testing::extremes::{LONG, LONG_REGION};

use super::{AT_NORM, HUGE, STALLED, TINY, all, headings, tables, text};

/// Pixels of cells that a laptop with a screen of 1366 × 768 shows at once, with row numbers, scroll bar, formula bar,
/// sheet tabs and a collapsed ribbon.
const SCREEN: (f64, f64) = (1320.0, 560.0);

#[test]
fn the_summary_of_a_region_with_hardly_any_answers_claims_nothing() {
    // Three answers, all in step 0: no step of the chain has any.
    assert_eq!(
        TINY.opening(),
        [
            "Dit beeld rust op 1 werkboek. Er deed 1 gemeente mee; een lijst van alle gemeenten van de regio is er niet.",
            "Voor een score van de hele keten zijn er te weinig antwoorden (bereik 0–100).",
            "Niet zeker: elke verschijningsvorm (bij 1 Preventie).",
        ]
    );
    let summary = TINY.part("Samenvatting");
    let headings = headings(summary);
    assert_eq!(headings[0], "Waar een casus vastloopt: nog te weinig antwoorden");
    assert_eq!(headings[2], "De stappen: nog te weinig antwoorden voor een score");
    assert!(TINY.chart_titles("Samenvatting").is_empty(), "nothing to draw");
}

#[test]
fn the_summary_of_a_large_region_counts_what_it_cannot_name() {
    let opening = HUGE.opening();
    assert_eq!(
        opening[0],
        "Dit beeld rust op 60 werkboeken. 28 van de 40 gemeenten deden mee; van 12 gemeenten is er niets."
    );
    let chain = &HUGE.case.score.chain;
    let [score, low, high] = [chain.score, chain.low, chain.high].map(|figure| whole(figure.expect("a figure")));
    let weakest = HUGE.case.asked.step_title(chain.weakest_step.expect("a step"));
    let sentence = format!(
        "De keten scoort {score} van 100; het bereik {low}–{high} laat zien wat nog onbekend is. De laagste score heeft stap {weakest}."
    );
    assert_eq!(opening[1], sentence);
    // Legal requirements first: two points of weight 2, then the one of weight 1 with the largest gap.
    assert_eq!(
        opening[3],
        "5 wettelijke punten zijn nog niet overal op orde; zij staan vooraan in het verbeterplan."
    );
    for (index, paragraph) in opening.into_iter().enumerate() {
        // Where cases stall is said of every practice, with the step and what it is on.
        let most = if index == 2 { 280 } else { 240 };
        for sentence in paragraph.split(". ") {
            assert!(sentence.chars().count() <= most, "{sentence}");
        }
    }
    // The table says which they are: below the region it has the full name of every municipality.
    let table = tables(HUGE.part("Gemeenten")).next().expect("a table");
    let names = table.rows[1..].iter().map(|row| text(&row[0]));
    let names: Vec<(&str, bool)> = names
        .map(|name| {
            let silent = name.strip_suffix(" (geen antwoorden)");
            (silent.unwrap_or(name), silent.is_some())
        })
        .collect();
    assert_eq!(names.len(), 40);
    assert_eq!(names.iter().filter(|(_, is_silent)| *is_silent).count(), 12);
    assert!(names.iter().all(|(name, _)| name.chars().count() == LONG), "{names:?}");
    assert_eq!(LONG_REGION.chars().count(), LONG);
}

#[test]
fn the_summary_of_a_region_stalled_everywhere_says_where_and_what_first() {
    assert_eq!(
        STALLED.opening(),
        [
            "Dit beeld rust op 4 werkboeken. Alle 3 gemeenten deden mee.",
            "De keten scoort 0 van 100. Geen stap scoort lager dan de andere.",
            "Loopt vast op wat voor alle vormen geldt: elke verschijningsvorm (bij 1 Preventie).",
            "5 wettelijke punten zijn nog niet overal op orde; zij staan vooraan in het verbeterplan.",
        ]
    );
    // If every score is 0, the gap of a step is its norm.
    let norms = STALLED.case.score.steps.iter().map(|total| total.norm.expect("a norm"));
    let title = format!(
        "Stap 5 Beschermen blijft {} punten onder de norm",
        whole(norms.fold(0.0, f64::max))
    );
    assert_eq!(STALLED.chart_titles("Stappen")[0], title);
    let words = tables(STALLED.part("Verschijningsvormen")).next().expect("a table");
    for row in &words.rows {
        assert_eq!(
            text(&row[1]),
            "▼ loopt vast bij 1 Preventie, op wat voor alle vormen geldt"
        );
    }
}

#[test]
fn the_summary_of_a_region_at_its_norm_says_there_is_nothing_to_do() {
    assert_eq!(
        AT_NORM.opening(),
        [
            "Dit beeld rust op 4 werkboeken. Alle 3 gemeenten deden mee.",
            "De keten scoort 100 van 100. Geen stap scoort lager dan de andere.",
            "Houdt overal vast: elke verschijningsvorm.",
        ]
    );
    // There is no chart of gaps without gaps.
    assert_eq!(
        AT_NORM.chart_titles("Stappen"),
        [
            "Alle stappen met een score halen de norm",
            "De perspectieven zien elke stap gelijk"
        ]
    );
    assert_eq!(
        AT_NORM.chart_titles("Thema's"),
        [
            "Alle kernthema's met een score halen de norm",
            "Alle thema's met een score halen de norm"
        ]
    );
    assert_eq!(headings(AT_NORM.part("Verbeterplan")), ["Punten van het plan: geen"]);
    let agenda = headings(AT_NORM.part("Gespreksagenda"));
    assert_eq!(agenda.len(), 4);
    assert!(agenda.iter().all(|heading| heading.ends_with(": geen")), "{agenda:?}");
}

#[test]
fn the_first_screen_says_how_where_and_what_first() {
    for made in all() {
        let grid = made.grid("Samenvatting");
        let (across, down) = SCREEN;
        for sentence in made.opening() {
            let row = grid.row_of(sentence).expect("the sentence stands there");
            assert!(
                grid.top_of(row + 1) <= 200.0,
                "{}: {}: {sentence}",
                made.name,
                grid.top_of(row + 1)
            );
        }
        // The chain and the first actions; the figures and their charts are below.
        let summary = made.part("Samenvatting");
        for key in [TableKey::SummaryChain, TableKey::SummaryPlan] {
            let table = tables(summary).find(|table| table.key == key).expect("the table");
            let last = table.rows.last().map_or(table.heading.as_str(), |row| text(&row[0]));
            let last = grid.row_of(last).expect("a row");
            assert!(
                grid.top_of(last + 1) <= down,
                "{}, {key:?}: {}",
                made.name,
                grid.top_of(last + 1)
            );
        }
        assert!(grid.left_of(9) <= across, "{}", made.name);
        for chart in &grid.charts {
            assert!(chart.right <= across, "{}: {chart:?}", made.name);
        }
    }
}

#[test]
fn the_chain_on_the_first_sheet_says_in_words_what_each_step_does_for_each_practice() {
    for (made, words) in [
        (&*STALLED, "▼ loopt vast"),
        (&*AT_NORM, "▲ houdt vast"),
        (&*TINY, "◆ niet zeker"),
    ] {
        let chain = tables(made.part("Samenvatting"))
            .find(|table| table.key == TableKey::SummaryChain)
            .expect("the chain");
        assert_eq!(chain.rows.len(), made.case.asked.practices.len(), "{}", made.name);
        for (row, practice) in chain.rows.iter().zip(&made.case.asked.practices) {
            assert_eq!(text(&row[0]), practice.name);
            let said = row[1..].iter().map(|cell| match cell {
                Cell::Verdict(verdict) => verdict.words,
                other => panic!("{other:?} is no verdict"),
            });
            let said: Vec<&str> = said.collect();
            assert_eq!(said, [words; 7], "{}", made.name);
            // They are in the cells of the workbook too, whatever their tint.
            let grid = made.grid("Samenvatting");
            let line = grid.row_of(&practice.name).expect("a row");
            for column in 1..=7 {
                let cell = grid.texts.get(&(line, column)).map(String::as_str);
                assert_eq!(cell, Some(words), "{}", made.name);
            }
        }
    }
}
