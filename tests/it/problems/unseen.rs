//! What nobody sees in a cell, such as invisible characters and digits after the fifteenth, changes no answer and no
//! name.

use super::*;

/// Characters that come with text pasted from a page, a document or a chat.
const UNSEEN: [&str; 8] = [
    "\u{ad}", "\u{200b}", "\u{200d}", "\u{200f}", "\u{202a}", "\u{2060}", "\u{feff}", "\u{fe0f}",
];

/// A text with an invisible character before, inside and after it.
fn with_unseen(text: &str, unseen: &str) -> String {
    let (first, rest) = text.split_at(text.char_indices().nth(1).expect("two letters").0);
    format!("{unseen}{first}{unseen}{rest}{unseen}")
}

#[test]
fn invisible_characters_change_nothing_and_are_not_kept() {
    let book = |unseen: &dyn Fn(&str) -> String| {
        exactly(&format!(
            "# {}\n| {} | {} | {} | {} |\n| {} | {} | | |\n| {} | | {} | 3 |\n\
             # {}\n| {} | {} |\n| {} | {} |\n| {} | {} |\n| {} | {} |\n\
             # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | \"2030\" |",
            unseen("5 Beschermen"),
            unseen("ID"),
            unseen("Antwoord"),
            unseen("Teller"),
            unseen("Noemer"),
            unseen("BES-01"),
            unseen("3 – Geregeld"),
            unseen("BES-03"),
            unseen("\"1,5\"").replace('"', ""),
            unseen("Gegevens"),
            unseen("Regio"),
            unseen("Flevoland"),
            unseen("Gemeente"),
            unseen("Duinstad"),
            unseen("Jaar"),
            unseen("2030"),
            unseen("Perspectief"),
            unseen("Veilig Thuis"),
        ))
    };
    let found = |unseen: &dyn Fn(&str) -> String| {
        let folder = Folder::with(&[("duinstad.xlsx", book(unseen))]);
        let run = folder.run_fixture("controleer --json duinstad.xlsx");
        assert_eq!(run.status, 0, "{}", run.stdout);
        run.stdout
    };
    let plain = found(&str::to_owned);
    assert!(
        plain.contains("\"answered\": 2") && plain.contains("\"municipality\": \"Duinstad\""),
        "{plain}"
    );
    for unseen in UNSEEN {
        assert_eq!(found(&|text| with_unseen(text, unseen)), plain, "{unseen:?}");
    }
}

#[test]
fn one_region_written_with_and_without_invisible_characters_is_one() {
    let of = |region: &str, municipality: &str| {
        particulars(&format!(
            "| Regio | {region} |\n| Gemeente | {municipality} |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
        ))
    };
    let folder = Folder::with(&[
        ("a.xlsx", of("Flevo\u{ad}land", "Duin\u{200b}stad")),
        ("b.xlsx", of("Flevoland", "Veenwold")),
    ]);
    let run = folder.run_fixture("rapport --html a.xlsx b.xlsx");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let written = folder.names();
    assert!(
        written.contains(&"reports/flevoland-2030-gemeenten/duinstad.html".to_owned()),
        "{written:?}"
    );
    let page = folder.text("reports/flevoland-2030-gemeenten/duinstad.html");
    assert!(page.contains("Duinstad") && !page.contains('\u{200b}'));
}

#[test]
fn a_cell_with_only_invisible_characters_is_empty() {
    accepted(level("\u{200b}"));
}

#[test]
fn digits_that_no_office_program_shows_do_not_count() {
    accepted(level("2.9999999999999996"));
    accepted(pair("BES-03", "", "3.0000000000000004", "3"));
    accepted(beside(
        "# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 51999.99999999999 |",
    ));
}
