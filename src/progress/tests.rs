//! A small plan, followed by hand.

use super::*;
use crate::privacy::Written;

/// ID, what is to be done, owner, date, status, step.
type Row<'a> = [&'a str; 6];

fn plan(rows: &[Row]) -> Standing {
    let point = |[id, to_do, owner, ready_by, status, step]: &Row| Point {
        id: (*id).to_owned(),
        name: String::new(),
        step: Some((*step).to_owned()).filter(|step| !step.is_empty()),
        to_do: (*to_do).to_owned(),
        owner: Written::new(owner),
        ready_by: (*ready_by).to_owned(),
        status: Status::from_words(status),
    };
    Standing {
        file: "rapport.xlsx".to_owned(),
        region: "Voorbeeldland".to_owned(),
        year: 2026,
        points: rows.iter().map(point).collect(),
        untouched: 0,
    }
}

const DAY: Date = Date {
    year: 2027,
    month: 4,
    day: 1,
};

fn titles(points: &[&Point]) -> Vec<String> {
    points.iter().map(|point| point.title().to_owned()).collect()
}

#[test]
fn a_point_is_overdue_from_the_day_after_its_date_until_it_is_closed() {
    let plan = plan(&[
        ["A-1", "van vandaag", "Jurist", "1 april 2027", "Loopt", ""],
        ["A-2", "van gisteren", "Jurist", "31-3-2027", "", ""],
        ["A-3", "van eerder", "Jurist", "eind 2026", "Niet gestart", ""],
        ["A-4", "gereed", "Jurist", "1-1-2027", "Gereed", ""],
        ["A-5", "vervallen", "", "", "Vervallen", ""],
        ["A-6", "ooit", "", "ooit", "Loopt", ""],
    ]);
    let progress = Progress::new(&plan, None, DAY);
    assert_eq!(titles(&progress.overdue()), ["van eerder", "van gisteren"]);
    assert_eq!(titles(&progress.without_owner()), ["ooit"]);
    assert_eq!(titles(&progress.without_date()), ["ooit"]);
    assert_eq!(titles(&progress.with_status(None)), ["van gisteren"]);
    assert_eq!(
        titles(&progress.with_status(Some(Status::Busy))),
        ["van vandaag", "ooit"]
    );
    let dated: Vec<&str> = progress.dated().iter().map(|(_, point)| point.title()).collect();
    assert_eq!(dated, ["van eerder", "van gisteren", "van vandaag"]);
}

#[test]
fn owners_and_steps_are_lists_in_a_fixed_order() {
    let plan = plan(&[
        ["A-1", "een", "wethouder", "2028", "", "5 Beschermen"],
        ["A-2", "twee", "", "", "", "1 Preventie"],
        ["A-3", "drie", "Jurist", "2027", "Gereed", "5 Beschermen"],
        ["A-4", "vier", "Wethouder ", "2027", "", ""],
        ["A-5", "vijf", "jurist", "", "", "5 Beschermen"],
    ]);
    let progress = Progress::new(&plan, None, DAY);
    let lists = |groups: Vec<Group>| -> Vec<(String, Vec<String>)> {
        let list = |group: Group| (group.name.unwrap_or("–").to_owned(), titles(&group.points));
        groups.into_iter().map(list).collect()
    };
    let list = |name: &str, titles: &[&str]| (name.to_owned(), titles.iter().map(ToString::to_string).collect());
    assert_eq!(
        lists(progress.owners()),
        [
            list("Jurist", &["vijf", "drie"]),
            list("wethouder", &["vier", "een"]),
            list("–", &["twee"]),
        ]
    );
    assert_eq!(
        lists(progress.steps()),
        [
            list("1 Preventie", &["twee"]),
            list("5 Beschermen", &["een", "vijf", "drie"]),
            list("–", &["vier"]),
        ]
    );
}

#[test]
fn what_moved_is_found_point_by_point() {
    let earlier = plan(&[
        ["A-1", "een", "Jurist", "1-7-2027", "Niet gestart", ""],
        ["A-2", "bellen", "", "", "Loopt", ""],
        ["A-2", "schrijven", "", "", "Niet gestart", ""],
        ["", "eigen", "Jurist", "", "", ""],
        ["A-4", "weg", "", "", "", ""],
    ]);
    let later = plan(&[
        ["a-1 ", "een", "Jurist", "1 juli 2027", "Loopt", ""],
        ["A-2", "schrijven en sturen", "", "", "Gereed", ""],
        ["A-2", "bellen", "Wethouder", "maart 2027", "Loopt", ""],
        ["", "eigen", "Jurist", "ooit", "", ""],
        ["A-3", "nieuw", "", "", "", ""],
    ]);
    let since = Since::new(&earlier, &later);
    let moved: Vec<(&str, String)> = since
        .moves
        .iter()
        .map(|moved| (moved.point.title(), format!("{:?}", moved.what)))
        .collect();
    let expected = [
        ("een", "[Status(Some(NotStarted), Some(Busy))]"),
        ("schrijven en sturen", "[Status(Some(NotStarted), Some(Done))]"),
        ("bellen", "[ReadyBy(\"\", \"maart 2027\"), Owner(\"\", \"Wethouder\")]"),
        ("eigen", "[ReadyBy(\"\", \"ooit\")]"),
        ("nieuw", "[New]"),
        ("weg", "[Gone]"),
    ];
    assert_eq!(moved, expected.map(|(title, what)| (title, what.to_owned())));
    assert_eq!(Since::new(&later, &later).moves, []);
}
