//! How the figures of a comparison were computed, in words.

use crate::comparison::Comparison;
use crate::comparison::mirror::FEWEST_REGIONS;
use crate::questionnaire::Questionnaire;
use crate::report::GENERATED_BY;
use crate::report::outline::{Block, Cell, ComparisonPart, Header, Part, Table, TableKey, columns};
use crate::report::sharing::{Audience, ComparisonReport};

pub(super) fn part(report: &ComparisonReport) -> Part {
    Part {
        key: ComparisonPart::Methodology.into(),
        title: "Verantwoording".to_owned(),
        blocks: vec![
            Block::Text(explanation(report)),
            Block::Table(editions(&report.comparison)),
        ],
    }
}

fn explanation(report: &ComparisonReport) -> Vec<String> {
    let of_region = report.audience() == Audience::Region;
    let mut paragraphs = vec![
        "Elk jaar is gescoord met de editie van de vragenlijst waarmee het is ingevuld; elke gemeente telt even zwaar. Vragen van twee edities zijn dezelfde als hun nummer hetzelfde is, of als de latere editie zegt dat de ene de andere vervangt. Zo'n vraag telt in beide jaren mee bij de stap en met het gewicht van de latere editie. Een vraag die van soort of schaal veranderde, geldt als een andere vraag.",
        "Het verschil tussen twee jaren bestaat uit vier delen. Eerst tellen alleen antwoorden die er in beide jaren zijn, van dezelfde deelnemer op dezelfde vraag: het verschil daartussen is echt. Daarna komen erbij: de overige antwoorden van wie in beide jaren meedeed, dan die van wie alleen in het ene jaar meedeed, en ten slotte de vragen die maar in één editie staan, of die van stap of gewicht veranderden. Wat het verschil bij elke uitbreiding verschuift, is een deel. De vier samen zijn precies het totaal. Een verschil dat hier staat, is dat tussen de scores zoals ze hier staan.",
    ];
    if of_region {
        paragraphs.push("Cijfers staan hier met één decimaal. De vier delen van een verschil zijn eerst naar beneden afgerond op tienden; de tienden die dan aan het verschil ontbreken, gaan naar de delen die het meest verloren. Zo telt op wat er staat. De JSON heeft alle decimalen.");
        paragraphs.push("Gemeenten die samengingen tellen in het eerdere jaar als één: per vraag het gewone gemiddelde van hun scores, ook in het totaal. Die gemeente deed in het eerdere jaar mee als een van haar voorgangers een werkboek stuurde.");
    }
    paragraphs.push("Een stap is niet vergelijkbaar als geen enkele deelnemer in beide jaren dezelfde vraag van die stap beantwoordde. Vergeleken wordt elk jaar met het vorige jaar in de invoer, ook als daar een jaar tussen ontbreekt. De verandering van de keten is het gewone gemiddelde van de veranderingen van stap 1 tot en met 7, als die alle zeven vergelijkbaar zijn. In zinnen staan delen vanaf een punt, zoals het hier staat; wat kleiner is, staat er samen als kleine verschuivingen. Verschilt het geheel minder dan een punt, dan heet het vrijwel gelijk.");
    if of_region {
        paragraphs.push("Het blad Verbeterplan legt elk punt dat in het rapport van het eerdere jaar is ingevuld, naast de echte verandering van zijn vraag: het verschil tussen de antwoorden van dezelfde deelnemers op die vraag in beide jaren. Beter of slechter is een verschil vanaf een punt. Werd de vraag in een latere editie vervangen, dan telt de vervanger; werden het er meer, dan hun gewogen gemiddelde. Van wat mensen in het plan schreven, staan hier alleen de status en de datum.");
    }
    let mirror = format!(
        "De spiegel toont per stap het laagste, het hoogste en de kwartielen van de scores van alle regio's in de invoer, met lineaire interpolatie tussen de geordende scores (type 7), vanaf {FEWEST_REGIONS} regio's. Er zijn geen rangnummers."
    );
    let paragraphs = paragraphs.into_iter().map(str::to_owned);
    paragraphs
        .chain([mirror, format!("Gemaakt met {GENERATED_BY}.")])
        .chain(report.note())
        .collect()
}

fn editions(comparison: &Comparison) -> Table {
    let years = comparison.regions.iter().flat_map(|region| &region.years);
    let mut used: Vec<&Questionnaire> = years.map(|year| year.questionnaire).collect();
    used.sort_by_key(|questionnaire| questionnaire.edition);
    used.dedup_by_key(|questionnaire| questionnaire.edition);
    let rows = used.into_iter().map(|questionnaire| {
        vec![
            Cell::text(&questionnaire.title),
            Cell::text(format!("{}, editie {}", questionnaire.id, questionnaire.edition)),
            Cell::text(&questionnaire.sha256),
        ]
    });
    let columns = columns([(Header::Questionnaire, 44), (Header::Edition, 30), (Header::Hash, 70)]);
    Table::to_read(TableKey::Editions, "De edities", columns, rows.collect())
}
