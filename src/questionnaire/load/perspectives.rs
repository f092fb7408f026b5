//! Reads the perspectives, and where a question names them. The joint one is that of all together: there is one, and it
//! is not asked anything of its own.

use super::fields::Fields;
use super::known::Known;
use super::lists::read_list;
use crate::list::List;
use crate::questionnaire::findings::{DefinitionFinding as F, HandoverFault};
use crate::questionnaire::{Perspective, PerspectiveIndex, Role};

type Perspectives = List<PerspectiveIndex, Perspective>;

pub(super) fn read(fields: &Fields) -> (Perspectives, Known<PerspectiveIndex>) {
    let groups: Known = Known::all(["professional", "informal", "joint"]);
    let what = ("dit perspectief", ("perspectief", "perspectieven"));
    let mut first_joint: Option<String> = None;
    read_list(fields, "perspective", what, |entry, named| {
        let group = entry.one_of("group", &groups);
        let is_number = |number: f64| (1.0..=1000.0).contains(&number) && number.fract() == 0.0;
        let most_rows = entry.number_in("most_rows", "een heel getal van 1 tot en met 1000", is_number);
        let joint = group.as_ref().filter(|group| group.value == 2);
        if let Some(group) = joint {
            match &first_joint {
                Some(first) => {
                    let (first, second) = (first.clone(), named.key.clone());
                    entry.note(group.line, F::TwoJoint { first, second });
                }
                None => first_joint = Some(named.key.clone()),
            }
        }
        Perspective {
            key: named.key,
            name: named.name,
            informal: group.as_ref().is_some_and(|group| group.value == 1),
            joint: joint.is_some(),
            most_rows: most_rows.map(|found| found.value as usize),
        }
    })
}

/// The perspectives that a question asks; `None` if one of them is not known.
pub(super) fn read_asked(
    entry: &Fields,
    known: &Known<PerspectiveIndex>,
    perspectives: &Perspectives,
) -> Option<Vec<PerspectiveIndex>> {
    let asked = entry.some_of("ask", known)?;
    let joint = asked.iter().find(|&&asked| perspectives[asked].joint);
    if let (Some(&joint), Some(line)) = (joint, entry.line_of("ask")) {
        let key = perspectives[joint].key.clone();
        entry.note(line, F::JointAsked { key });
    }
    Some(asked)
}

/// The two sides of a handover. If `ask` or the role is unknown, the handover is not checked against it.
pub(super) fn read_handover(
    entry: &Fields,
    known: &Known<PerspectiveIndex>,
    perspectives: &Perspectives,
    ask: Option<&[PerspectiveIndex]>,
    role: Option<Role>,
) -> Option<(PerspectiveIndex, PerspectiveIndex)> {
    let sides = entry.table("handover", "deze overdracht")?;
    let from = sides.one_of("from", known);
    let to = sides.one_of("to", known);
    let line = sides.line;
    sides.finish();
    let (from, to) = (from?.value, to?.value);
    if let Some(joint) = [from, to].into_iter().find(|&side| perspectives[side].joint) {
        let key = perspectives[joint].key.clone();
        entry.note(line, F::JointHandover { key });
        return None;
    }
    let why = if role == Some(Role::Municipality) {
        HandoverFault::Municipal
    } else if from == to {
        HandoverFault::SameSides
    } else if ask.is_some_and(|ask| !(ask.contains(&from) && ask.contains(&to))) {
        HandoverFault::SideNotAsked
    } else {
        return Some((from, to));
    };
    entry.note(line, F::Handover { why });
    None
}
