//! The plan that the project leader of [`SHOWN`](super::SHOWN) filled in in the report of [`PLANNED`].

use super::YEARS;
use crate::plan::{FIELDS, PlanEntry};

/// The year of that report: the last but one, so that the comparison shows what came of the plan.
pub const PLANNED: u16 = YEARS[YEARS.len() - 2];

/// Per point its ID, and what is filled in in each of [`FIELDS`].
const POINTS: [(&str, [&str; FIELDS.len()]); 10] = [
    (
        "BES-05",
        [
            "In de werkinstructie van de toegang zetten dat een lopende aanvraag geen reden is om te weigeren",
            "Centrumgemeente, opvang, lokale teams",
            "Iemand die de verblijfsregels kent",
            "Niemand wacht meer op een besluit voordat er een plek is",
            "Beleidsadviseur centrumgemeente",
            "1 juli 2026",
            "Loopt",
        ],
    ),
    (
        "ADV-07",
        [
            "Op de website en in het telefoonscript zetten dat advies anoniem kan",
            "Veilig Thuis, gemeenten",
            "",
            "Een proefbeller krijgt altijd anoniem advies",
            "Manager Veilig Thuis",
            "1 maart 2026",
            "Gereed",
        ],
    ),
    (
        "ADV-06",
        [
            "De meldcode als vast punt in de jaarverantwoording opnemen",
            "Inkoop, lokale teams",
            "Contractbeheer van de kleinere gemeenten",
            "Elke organisatie met een contract liet zien dat zij de meldcode gebruikt",
            "Coördinator inkoop",
            "eind 2026",
            "Loopt",
        ],
    ),
    (
        "BES-01",
        [
            "Het aantal plekken en de begeleiding in de nieuwe opdracht aan de opvang zetten",
            "Centrumgemeente, opvang, Veilig Thuis",
            "",
            "De opdracht noemt het aantal plekken en de eisen eraan",
            "Beleidsadviseur centrumgemeente",
            "1 januari 2026",
            "Gereed",
        ],
    ),
    (
        "ADV-08",
        [
            "Met sleutelfiguren één verbetering kiezen",
            "Veilig Thuis, sleutelfiguren",
            "Ervaringsdeskundigen",
            "Sleutelfiguren verwijzen zelf naar Veilig Thuis",
            "Projectleider ketenaanpak",
            "najaar 2026",
            "Niet gestart",
        ],
    ),
    (
        "MON-01",
        [
            "Beide momenten als vaste taak in het dossier zetten",
            "Veilig Thuis",
            "",
            "Elke gevolgde casus is na 3 en na 12 maanden bekeken",
            "Manager Veilig Thuis",
            "1 juli 2026",
            "Loopt",
        ],
    ),
    (
        "BES-17",
        [
            "Eén rooster maken voor crisisteam, Veilig Thuis en politie",
            "Crisisteam, Veilig Thuis, politie",
            "",
            "Ook in de nacht neemt een aandachtsfunctionaris op",
            "Coördinator crisisteam",
            "1 februari 2026",
            "Gereed",
        ],
    ),
    (
        "ADV-02.achterlating",
        [
            "Afspreken wie bij deze vorm als eerste wordt gebeld",
            "Veilig Thuis",
            "Het landelijk knooppunt",
            "De sociale kaart noemt een deskundige",
            "Projectleider ketenaanpak",
            "najaar 2026",
            "Niet gestart",
        ],
    ),
    (
        "PRE-04",
        [
            "Eén regeling maken voor training, intervisie en vergoeding",
            "GGD, sleutelfiguren, gemeenten",
            "Jonge sleutelfiguren",
            "Sleutelfiguren zeggen zelf dat zij toegerust zijn",
            "Programmamanager GGD",
            "1 april 2026",
            "Gereed",
        ],
    ),
    (
        "RVW-05",
        [
            "Wacht op de nieuwe regiovisie",
            "Centrumgemeente",
            "",
            "De regiovisie heeft een eigen passage met een doel",
            "Beleidsadviseur centrumgemeente",
            "",
            "Vervallen",
        ],
    ),
];

/// The points that are filled in.
#[must_use]
pub fn plan() -> Vec<PlanEntry> {
    let entry = |(id, fields): (&str, [&str; FIELDS.len()])| PlanEntry {
        id: id.to_owned(),
        fields: fields.map(str::to_owned),
    };
    POINTS.into_iter().map(entry).collect()
}
