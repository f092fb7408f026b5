//! `licenties`: under which licence this program may be used and passed on, and those of what others made.

use std::fmt::Write;

use crate::cli::messages;

const OWN: &str = include_str!("../../../LICENSES/EUPL-1.2.txt");
/// Made by `release/notices` from the dependencies in `Cargo.lock`.
const PACKAGES: &str = include_str!("../../../assets/licences/packages.txt");
/// What is built in besides packages, and the text of its licence, which begins with whose it is.
const BUILT_IN: [(&str, &str); 3] = [
    (
        "Lettertype Noto Sans, voor de grafieken in afbeeldingen",
        include_str!("../../../LICENSES/OFL-1.1.txt"),
    ),
    (
        "Lijst van Nederlandse woorden, om namen te herkennen",
        include_str!("../../../LICENSES/BSD-3-Clause.txt"),
    ),
    (
        "Standaardbibliotheken",
        include_str!("../../../assets/licences/runtime.txt"),
    ),
];
const RULE: &str = "================================================================================";

/// Prints all licences.
pub fn run() {
    messages::text(&text());
}

fn text() -> String {
    let mut text = format!(
        "Ketenscan is vrije software, copyright 2026 de auteurs van ketenscan, onder de European Union Public Licence
(EUPL), versie 1.2. U mag het programma gebruiken, veranderen en verspreiden zoals die licentie zegt. Zij geldt ook in
het Nederlands: https://eupl.eu/1.2/nl/. De stijl van de pagina's komt uit NL Design System en heeft dezelfde licentie;
copyright 2020-2024 Frameless B.V., 2021-2024 Gemeente Utrecht, 2021 NL Design System Community.

Hieronder staan de tekst van de EUPL, en daarna de licenties van wat anderen maakten en in dit programma zit.

{RULE}
EUPL-1.2

{OWN}"
    );
    for (what, licence) in BUILT_IN {
        let _ = write!(text, "\n{RULE}\n{what}\n\n{licence}");
    }
    let _ = write!(text, "\n{PACKAGES}");
    text
}
