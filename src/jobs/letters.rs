//! `controleer --berichten`: takes an input; returns a text for everyone who sent a workbook, and for everyone who did not.

use std::collections::{BTreeMap, BTreeSet};

use super::Output;
use super::input::Input;
use super::own_files::LETTER;
use super::report;
use super::response::{self, Line};
use crate::answers::{Answer, Submission};
use crate::problem::{Problem, Severity};
use crate::questionnaire::{Editions, Questionnaire, Role, RowIndex};
use crate::spelling::FileNames;
use crate::wording::{count, sentence};

/// With more open questions than this, they are counted by sheet.
const MOST_OPEN: usize = 12;
/// With more findings than this, the rest are counted.
const MOST_FINDINGS: usize = 20;
/// Findings that only the project leader can do something about.
const NOT_FOR_SENDERS: [&str; 2] = ["W10", "W69"];
/// Findings between workbooks that a sender can do something about: the name of the municipality, and workbooks that
/// contradict or repeat each other.
const FOR_SENDERS: [&str; 4] = ["R01", "R08", "R13", "R17"];
/// The folder of texts about files of which it is unknown to which region they belong.
const ELSEWHERE: &str = "overig";

/// The texts, each ready for a mail.
#[must_use]
pub fn letters(input: &Input, known: &Editions) -> Vec<Output> {
    let mut problems: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in input.problems.iter().filter(|problem| is_for_sender(problem)) {
        problems.entry(&problem.place.file).or_default().push(problem);
    }
    let mut outputs = Vec::new();
    let groups = response::groups(input, known);
    for group in &groups {
        let folder = report::name(&group.region.name, group.region.year);
        let about = format!("{} {}", group.region.name, group.region.year);
        let mut names = FileNames::default();
        // Nothing is expected in the name of a region that was only typed by mistake; nor of all together, who are
        // asked to meet and not to send something.
        let expected = |line: &&Line| line.submission.is_some() || !(group.is_stray || line.is_joint());
        for line in group.lines.iter().filter(expected) {
            let perspective = line.perspective.map_or("", |perspective| perspective.key.as_str());
            let name = names.give(&format!("{} {perspective}", line.entity), "bericht", 2);
            let text = match line.submission {
                Some(submission) => {
                    let own = problems.get(submission.file.as_str()).map_or(&[][..], Vec::as_slice);
                    answer(&about, line, submission, own, known)
                }
                None => reminder(&about, line),
            };
            outputs.push(Output::new(format!("{folder}/{name}.txt"), text));
        }
    }
    let mut names = FileNames::default();
    for file in response::elsewhere(input, &groups) {
        let own = problems.get(file.file.as_str()).map_or(&[][..], Vec::as_slice);
        if own.is_empty() {
            continue;
        }
        let label = file_name(&file.file);
        let name = names.give(label.rsplit_once('.').map_or(label, |(stem, _)| stem), "bericht", 2);
        outputs.push(Output::new(format!("{ELSEWHERE}/{name}.txt"), unusable(label, own)));
    }
    outputs
}

/// A text about a file that cannot be used as it is.
fn unusable(label: &str, problems: &[&Problem]) -> String {
    format!(
        "{LETTER}: wij kunnen uw werkboek nog niet gebruiken\n\n\
         Beste collega,\n\n\
         Dank u wel voor het bestand '{label}'. Wij kunnen het zo nog niet gebruiken:\n\
         {}\n\
         Wilt u het aanpassen en opnieuw sturen? Bel of mail gerust als iets niet duidelijk is.\n\n\
         Met vriendelijke groet\n",
        findings(problems)
    )
}

fn is_for_sender(problem: &Problem) -> bool {
    let is_about_file = problem.code.starts_with('W') && !NOT_FOR_SENDERS.contains(&problem.code);
    problem.severity != Severity::Note && (is_about_file || FOR_SENDERS.contains(&problem.code))
}

/// "Duinstad (perspectief Gemeente)".
fn whose(line: &Line) -> String {
    let who = match line.role {
        Role::Municipality => format!("gemeente {}", line.entity),
        Role::Region => format!("regio {}", line.entity),
    };
    match line.perspective {
        Some(perspective) => format!("{who}, ingevuld vanuit '{}'", perspective.name),
        None => who,
    }
}

/// Which workbook it is, for whoever sent several: "bestand 'deel1.xlsx', functie: beleidsadviseur".
fn which(submission: &Submission) -> String {
    let file = format!("bestand '{}'", file_name(&submission.file));
    // What looks like a name is no function.
    let function = submission.respondent.as_ref().filter(|typed| typed.kinds().is_empty());
    match function.map(response::function) {
        Some(function) => format!("{file}, functie: {function}"),
        None => file,
    }
}

/// The name of a file without its folder.
fn file_name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

fn reminder(about: &str, line: &Line) -> String {
    let who = match (line.role, line.perspective) {
        (Role::Municipality, Some(perspective)) if perspective.key != Role::Municipality.key() => {
            format!("van gemeente {}, vanuit '{}'", line.entity, perspective.name)
        }
        (Role::Municipality, _) => format!("van gemeente {}", line.entity),
        (Role::Region, Some(perspective)) => format!("vanuit '{}'", perspective.name),
        (Role::Region, None) => format!("van de regio {}", line.entity),
    };
    format!(
        "{LETTER} {about}: wilt u het werkboek nog invullen?\n\n\
         Beste collega,\n\n\
         Voor de ketenscan {about} kregen wij nog geen ingevuld werkboek {who}. Wilt u het invullen en terugsturen? Het \
         zijn {}. Weet u een antwoord niet, kies dan 'Weet ik niet': dat is ook een antwoord.\n\n\
         Bent u het werkboek kwijt, laat het weten. Dan sturen wij het opnieuw.\n\n\
         Met vriendelijke groet\n",
        count(line.questions, "vraag", "vragen")
    )
}

fn answer(about: &str, line: &Line, submission: &Submission, problems: &[&Problem], known: &Editions) -> String {
    let questionnaire = known.of(&submission.questionnaire);
    let of = |wanted: Severity| {
        let own = problems.iter().filter(move |problem| problem.severity == wanted);
        own.copied().collect::<Vec<_>>()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    // What is wrong counts as open, too, but is explained below.
    let explained: BTreeSet<&str> = problems
        .iter()
        .filter_map(|problem| problem.place.question.as_deref())
        .collect();
    // What was not agreed on counts as each answered.
    let questionnaire = questionnaire.filter(|_| !line.is_joint());
    let open = questionnaire.map_or_else(Vec::new, |questionnaire| {
        open(questionnaire, submission, line.elsewhere, &explained)
    });

    let subject = match (errors.len() + warnings.len(), open.len()) {
        (0, 0) => "dank u wel, alles is binnen".to_owned(),
        (0, open) => format!("nog {} open", count(open, "vraag", "vragen")),
        (wrong, 0) => format!("{} om na te kijken", count(wrong, "punt", "punten")),
        (wrong, open) => format!(
            "nog {} open en {} om na te kijken",
            count(open, "vraag", "vragen"),
            count(wrong, "punt", "punten")
        ),
    };
    let mut text = format!("{LETTER} {about}: {subject}\n\nBeste collega,\n\n");
    let which = which(submission);
    if line.has_answers() {
        text += &format!(
            "Dank u wel voor het werkboek van {} ({which}). {} van de {} zijn beantwoord.\n",
            whose(line),
            line.tally.answered,
            count(line.questions, "vraag", "vragen")
        );
    } else {
        text += &format!(
            "Wij kregen het werkboek van {} ({which}). Daarin is nog geen vraag beantwoord.\n",
            whose(line)
        );
    }
    if !line.elsewhere.is_empty() {
        let number = line.elsewhere.len();
        text += &format!(
            "In een ander deel {} beantwoord die u leeg liet.\n",
            if number == 1 {
                "is 1 vraag".to_owned()
            } else {
                format!("zijn {number} vragen")
            }
        );
    }
    if errors.is_empty() && warnings.is_empty() && open.is_empty() {
        text += if line.is_joint() {
            "Wat leeg bleef, telt zoals ieder het apart beantwoordde. U hoeft niets meer te doen."
        } else if !line.elsewhere.is_empty() {
            "Samen met de andere delen is alles ingevuld. U hoeft niets meer te doen."
        } else {
            "Er staat niets meer open: ook 'Weet ik niet' en 'Niet van toepassing' zijn antwoorden. U hoeft niets meer te doen."
        };
        text += "\n\nMet vriendelijke groet\n";
        return text;
    }
    if !errors.is_empty() {
        text += "\nDit klopt niet, en kan zo niet meetellen:\n";
        text += &findings(&errors);
    }
    if !warnings.is_empty() {
        text += "\nWilt u hier nog naar kijken?\n";
        text += &findings(&warnings);
    }
    if !open.is_empty() {
        text += "\nDit is nog open:\n";
        text += &open_questions(&open);
        text += "Weet u een antwoord niet, kies dan 'Weet ik niet': dat is ook een antwoord.\n";
    }
    text + "\nWilt u het werkboek aanpassen en opnieuw sturen? Bel of mail gerust als iets niet duidelijk is.\n\n\
            Met vriendelijke groet\n"
}

fn findings(problems: &[&Problem]) -> String {
    let mut text = String::new();
    for problem in problems.iter().take(MOST_FINDINGS) {
        let place = &problem.place;
        let spot = match (&place.sheet, &place.cell) {
            (Some(sheet), Some(cell)) => format!("blad '{sheet}', cel {cell}: "),
            (Some(sheet), None) => format!("blad '{sheet}': "),
            (None, _) => String::new(),
        };
        let line = format!("- {spot}{} {}", sentence(message(problem)), advice(problem));
        text += &format!("{}\n", line.trim_end());
    }
    if problems.len() > MOST_FINDINGS {
        text += &format!("- en nog {} zulke punten\n", problems.len() - MOST_FINDINGS);
    }
    text
}

/// What is wrong. The same function, or none, may be that of two people: neither is to read what the other answered.
fn message(problem: &Problem) -> &str {
    match problem.code {
        "R01" => "in een ander werkboek vanuit dezelfde kant en van dezelfde invuller staat hier een ander antwoord",
        "R17" => "er is nog een werkboek vanuit dezelfde kant en van dezelfde invuller",
        _ => &problem.message,
    }
}

/// What the sender can do. The hints about a file that is no workbook of ours, and about several workbooks, are meant for
/// whoever received them.
fn advice(problem: &Problem) -> &str {
    match problem.code {
        "W01" | "W02" | "W11" | "W12" => "Stuur het ingevulde werkboek zelf, als xlsx, ods, xlsm, xlsb of xls.",
        "W07" | "W08" | "W09" | "W13" => "",
        "R01" => {
            "Vulde u ze allebei in, zeg ons dan welk werkboek klopt. Was de ander iemand anders, vul dan bij \
             'Ingevuld door (functie)' uw eigen functie in."
        }
        "R13" => "Zeg ons in welk werkboek de laatste afspraken staan.",
        "R17" => {
            "Stuurde u het twee keer, dan hoeft u niets te doen. Was de ander iemand anders, vul dan bij \
             'Ingevuld door (functie)' uw eigen functie in."
        }
        _ => &problem.hint,
    }
}

/// A question that is still open.
struct Open<'a> {
    sheet: &'a str,
    row: u32,
    id: &'a str,
    question: &'a str,
}

/// The rows left blank that no other part answers, unless a finding explains them.
fn open<'a>(
    questionnaire: &'a Questionnaire,
    book: &'a Submission,
    elsewhere: &[RowIndex],
    explained: &BTreeSet<&str>,
) -> Vec<Open<'a>> {
    let blank = book.answers.iter().filter(|(_, answer)| **answer == Answer::Missing);
    let blank = blank.filter(|(row, _)| elsewhere.binary_search(row).is_err());
    let found = blank.filter_map(|(row, _)| {
        let id = questionnaire.rows[row].id.as_str();
        let spot = book.spots.get(row)?;
        (!explained.contains(id)).then_some(Open {
            sheet: &book.sheets[usize::from(spot.sheet)],
            row: spot.row + 1,
            id,
            question: &questionnaire.question_of(row).text,
        })
    });
    found.collect()
}

fn open_questions(open: &[Open]) -> String {
    if open.len() <= MOST_OPEN {
        let lines = open.iter().map(|open| {
            let Open {
                sheet,
                row,
                id,
                question,
            } = open;
            format!("- blad '{sheet}', regel {row} ({id}): {question}\n")
        });
        return lines.collect::<Vec<_>>().concat();
    }
    let sheets = open.chunk_by(|one, other| one.sheet == other.sheet);
    let lines = sheets.map(|own| {
        let number = count(own.len(), "vraag", "vragen");
        format!("- blad '{}': {number}\n", own[0].sheet)
    });
    lines.collect::<Vec<_>>().concat()
}
