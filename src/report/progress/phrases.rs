//! Sentences about how far a plan is: on the page and on the terminal alike.

use super::in_words;
use crate::plan::{Point, Status};
use crate::progress::{Move, Progress, What};
use crate::spelling::one_line;
use crate::wording::{all_of, count, upper_first};

/// "Voortgang van het verbeterplan: Voorbeeldland 2026".
pub(super) fn title(progress: &Progress) -> String {
    let plan = progress.plan;
    format!("Voortgang van het verbeterplan: {} {}", plan.region, plan.year)
}

/// A point by its name and ID.
pub(super) fn named(point: &Point) -> String {
    let title = one_line(point.title());
    if point.id.is_empty() {
        title
    } else {
        format!("{title}, {}", point.id)
    }
}

/// How far the plan is as a whole.
pub(super) fn summary(progress: &Progress) -> Vec<String> {
    let plan = progress.plan;
    let stand = format!("Stand op {}, volgens {}.", in_words(progress.day), plan.file);
    if plan.points.is_empty() {
        return vec![
            stand,
            "In het verbeterplan is nog niets ingevuld. Kies samen een paar punten om mee te beginnen. Vul bij elk op het \
             blad Verbeterplan in wat er te doen is, wie de eigenaar is (een functie), wanneer het gereed is, en de \
             status. Sla het rapport op: daarna staat hier hoe ver de punten zijn."
                .to_owned(),
        ];
    }
    let mut sentences = vec![stand, statuses(progress)];
    sentences.extend(attention(progress));
    if plan.untouched > 0 {
        let others = count(plan.untouched, "andere vraag", "andere vragen");
        sentences.push(format!("Bij {others} van het plan is niets ingevuld."));
    }
    sentences
}

/// "Van de 10 punten zijn er 4 gereed, …".
fn statuses(progress: &Progress) -> String {
    let parts = [
        (Some(Status::Done), "gereed"),
        (Some(Status::Busy), "lopend"),
        (Some(Status::NotStarted), "niet gestart"),
        (None, "zonder status"),
        (Some(Status::Dropped), "vervallen"),
    ];
    let parts = parts.map(|(status, words)| (progress.with_status(status).len(), words));
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, words)| format!("{number} {words}")).collect();
    let points = count(progress.plan.points.len(), "ingevuld punt", "ingevulde punten");
    format!("In het plan staan {points}: {}.", all_of(&parts)).replace("staan 1 ", "staat 1 ")
}

/// "Van 2 punten is de datum voorbij, 1 punt heeft nog geen eigenaar.", if there is anything to say.
fn attention(progress: &Progress) -> Option<String> {
    let points = |number: usize| count(number, "open punt", "open punten");
    let overdue = progress.overdue().len();
    let has = |number: usize| if number == 1 { "heeft" } else { "hebben" };
    let (no_owner, no_date) = (progress.without_owner().len(), progress.without_date().len());
    let parts = [
        (overdue, format!("van {} is de datum voorbij", points(overdue))),
        (
            no_owner,
            format!("{} {} nog geen eigenaar", points(no_owner), has(no_owner)),
        ),
        (no_date, format!("{} {} nog geen datum", points(no_date), has(no_date))),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, words)| words)
        .collect();
    (!parts.is_empty()).then(|| upper_first(&format!("{}.", all_of(&parts))))
}

/// What moved of a point.
pub(super) fn moved(found: &Move) -> String {
    let words = found.what.iter().map(|what| match what {
        What::New => "nieuw ingevuld".to_owned(),
        What::Gone => "niet meer ingevuld".to_owned(),
        What::Status(before, now) => changed("status", status(*before), status(*now)),
        What::ReadyBy(before, now) => changed("gereed op", before, now),
        What::Owner(before, now) => changed("eigenaar", before.shown(), now.shown()),
    });
    words.collect::<Vec<_>>().join("; ")
}

fn status(status: Option<Status>) -> &'static str {
    status.map_or("", Status::words)
}

/// "status: van Niet gestart naar Loopt".
fn changed(what: &str, before: &str, now: &str) -> String {
    let (before, now) = (one_line(before), one_line(now));
    match (before.is_empty(), now.is_empty()) {
        (true, _) => format!("{what}: nu {now}"),
        (_, true) => format!("{what}: was {before}, nu leeg"),
        _ => format!("{what}: van {before} naar {now}"),
    }
}

/// A point with all that is agreed on: "Opvang, BES-01 – plekken inkopen (beleidsadviseur; 1 juli 2027; Loopt)".
pub(super) fn whole(point: &Point) -> String {
    let agreed = agreed(point, &[&one_line(point.owner.shown())]);
    format!("{}{agreed}", with_to_do(point))
}

/// The same in a list of its owner: "Opvang, BES-01 – plekken inkopen (1 juli 2027; Loopt)".
pub(super) fn of_owner(point: &Point) -> String {
    format!("{}{}", with_to_do(point), agreed(point, &[]))
}

/// The same in few words: "Opvang, BES-01 (1 juli 2027; Loopt)".
pub(super) fn brief(point: &Point) -> String {
    format!("{}{}", named(point), agreed(point, &[]))
}

fn with_to_do(point: &Point) -> String {
    let to_do = one_line(&point.to_do);
    if to_do.is_empty() || point.name.is_empty() {
        named(point)
    } else {
        format!("{} – {to_do}", named(point))
    }
}

/// What comes `before`, the date and the status, as far as they are known: " (1 juli 2027; Loopt)".
fn agreed(point: &Point, before: &[&str]) -> String {
    let ready_by = one_line(&point.ready_by);
    let status = point.status.map_or("", Status::words);
    let known = before.iter().copied().chain([&*ready_by, status]);
    let known: Vec<&str> = known.filter(|text| !text.is_empty()).collect();
    if known.is_empty() {
        String::new()
    } else {
        format!(" ({})", known.join("; "))
    }
}
