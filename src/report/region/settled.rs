//! What people agreed on together: which questions, how the answers moved, and how many lie above every separate one.

use super::phrases::point_name;
use crate::plan::AGREED;
use crate::questionnaire::PerspectiveIndex;
use crate::report::Report;
use crate::report::outline::Cell;
use crate::scoring::answer::State;
use crate::scoring::lenses::settled::{Moved, Settled};
use crate::scoring::precision::shown;
use crate::wording::{all_of, count, whole};

/// "Samen afgesproken: 5 antwoorden, waarvan 2 hoger dan elk apart antwoord, 1 lager en 2 ertussen of gelijk. …".
pub(super) fn sentence(report: &Report) -> Option<String> {
    let settled = &report.score.settled;
    let groups = [
        (Group::Above, "hoger dan elk apart antwoord"),
        (Group::Below, "lager dan elk apart antwoord"),
        (Group::Within, "ertussen of gelijk"),
        (Group::NotApplicable, "niet van toepassing"),
        (Group::New, "waar apart geen antwoord was"),
    ];
    let groups = groups.map(|(group, words)| (number(settled, group), words));
    let groups = groups.iter().filter(|(number, _)| *number > 0);
    let groups: Vec<String> = groups.map(|(number, words)| format!("{number} {words}")).collect();
    let start = match number(settled, Group::Above) {
        0 => String::new(),
        number => format!(
            " Een groep die samen antwoordt, schat zichzelf vaak hoger in. Bespreek daarom {}; {} eerst in de tabel '{AGREED}'.",
            if number == 1 {
                "dat ene antwoord"
            } else {
                "die hogere antwoorden"
            },
            if number == 1 { "het staat" } else { "zij staan" },
        ),
    };
    (!settled.is_empty()).then(|| {
        let all = count(settled.len(), "antwoord", "antwoorden");
        format!("{AGREED}: {all}, waarvan {}.{start}", all_of(&groups))
    })
}

/// "2 van de 5 samen afgesproken antwoorden zijn hoger dan elk apart antwoord (Gespreksagenda).", if there are any.
pub(super) fn above_all_sentence(report: &Report) -> Option<String> {
    let settled = &report.score.settled;
    let what = match (number(settled, Group::Above), settled.len()) {
        (0, _) => return None,
        (1, 1) => "Het ene samen afgesproken antwoord is".to_owned(),
        (1, all) => format!("1 van de {all} samen afgesproken antwoorden is"),
        (number, all) => format!("{number} van de {all} samen afgesproken antwoorden zijn"),
    };
    Some(format!("{what} hoger dan elk apart antwoord (Gespreksagenda)."))
}

/// How many joint answers are higher than every separate one.
pub(super) fn higher(report: &Report) -> usize {
    number(&report.score.settled, Group::Above)
}

/// A row of the table for every question on which people agreed; first those above every separate answer.
pub(super) fn rows(report: &Report) -> Vec<Vec<Cell>> {
    let settled = || report.score.settled.iter();
    let is_above = |found: &&Settled| group(found) == Group::Above;
    let in_order = settled()
        .filter(is_above)
        .chain(settled().filter(|found| !is_above(found)));
    in_order.map(|found| cells(report, found)).collect()
}

fn cells(report: &Report, found: &Settled) -> Vec<Cell> {
    let joint = match found.joint {
        State::Answered(score) => Cell::Score(Some(score)),
        _ => Cell::text("n.v.t."),
    };
    vec![
        Cell::text(point_name(report.questionnaire, found.row)),
        Cell::text(words(report, found)),
        joint,
        Cell::text(&report.questionnaire.question_of(found.row).text),
        Cell::text(&report.region.entities[found.entity].name),
    ]
}

/// "25 punten hoger dan elk apart antwoord: waar rust dat op? Gemeente: 50; Veilig Thuis: 25."
fn words(report: &Report, found: &Settled) -> String {
    let name = |perspective: PerspectiveIndex| &report.questionnaire.perspectives[perspective].name;
    let views = found.separate.iter().map(|&(perspective, state)| match state {
        State::Answered(score) => format!("{}: {}", name(perspective), whole(score)),
        State::NotApplicable => format!("{}: niet van toepassing", name(perspective)),
        State::Unknown | State::Blank => format!("{}: niet bekend", name(perspective)),
    });
    let views: Vec<String> = views.collect();
    let moved = match found.joint {
        State::Answered(score) => moved(score, found.moved),
        _ => format!("Afgesproken: niet van toepassing{}", without_score(found.moved)),
    };
    if views.is_empty() {
        moved
    } else {
        format!("{moved} {}.", views.join("; "))
    }
}

/// How the answers moved to a joint score.
fn moved(joint: f64, moved: Moved) -> String {
    let apart = |points: f64, side: &str| match points as usize {
        0 => format!("Net {side} dan elk apart antwoord"),
        points => format!("{} {side} dan elk apart antwoord", count(points, "punt", "punten")),
    };
    match moved {
        Moved::AboveAll(highest) => format!("{}: waar rust dat op?", apart(shown(joint) - shown(highest), "hoger")),
        Moved::BelowAll(lowest) => format!("{}.", apart(shown(lowest) - shown(joint), "lager")),
        Moved::ToHighest => "Zoals het hoogste antwoord.".to_owned(),
        Moved::ToLowest => "Zoals het laagste antwoord.".to_owned(),
        Moved::Same => "Zoals apart geantwoord.".to_owned(),
        Moved::New => "Apart was er geen antwoord.".to_owned(),
        Moved::Between | Moved::NoLongerApplies => "Tussen de antwoorden in.".to_owned(),
    }
}

/// How the answers moved to none.
fn without_score(moved: Moved) -> &'static str {
    match moved {
        Moved::Same => ", zoals apart geantwoord.",
        Moved::New => "; apart was er geen antwoord.",
        _ => "; de vraag telt niet meer mee.",
    }
}

/// How a joint answer counts in a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Above,
    Below,
    Within,
    NotApplicable,
    New,
}

fn group(found: &Settled) -> Group {
    match (found.joint, found.moved) {
        (State::NotApplicable, _) => Group::NotApplicable,
        (_, Moved::AboveAll(_)) => Group::Above,
        (_, Moved::BelowAll(_)) => Group::Below,
        (_, Moved::New) => Group::New,
        _ => Group::Within,
    }
}

fn number(settled: &[Settled], group_of: Group) -> usize {
    settled.iter().filter(|found| group(found) == group_of).count()
}
