//! The statements in a shared report or comparison about how it was made.

/// The statement on its first sheet, in one line.
pub(in crate::report) const AT_A_GLANCE: &str = "Dit is een uitgave om te delen: zonder gemeenten, zonder teksten en zonder cijfers die op weinig deelnemers rusten. Wat er is weggelaten en waarom, staat bij Verantwoording.";

/// The statement in a region's report. Every figure is based on at least `minimum` contributors; `withheld` of the
/// municipal questions were left out.
pub(super) fn of_region(minimum: usize, withheld: usize, municipal: usize) -> Vec<String> {
    vec![
        format!(
            "Dit is een uitgave om te delen. Wie haar leest, kan er niet uit afleiden wat één gemeente, organisatie of ervaringsdeskundige antwoordde. Eerst is gekozen welke antwoorden mee mogen tellen, daarna pas is er gerekend. Een vraag aan gemeenten telt alleen mee als minstens {minimum} gemeenten haar beantwoordden en hun antwoorden genoeg verschillen: ook wie haar eigen antwoord eraf trekt, houdt verschillende antwoorden over. Alle andere vragen aan gemeenten zijn weggelaten, alsof ze niet waren gesteld: {withheld} van de {municipal}. Wat de regio over zichzelf zegt, telt mee; een ander perspectief alleen bij vragen die minstens {minimum} van zijn werkboeken beantwoordden."
        ),
        format!(
            "Namen, lijsten en cijfers van gemeenten, witte vlekken per gemeente, teksten die mensen schreven, tegenspraken en de herkomst van antwoorden zijn weggelaten. Het beeld van één perspectief, de overdrachten en de speerpunten rusten op minstens {minimum} werkboeken. Een aantal gemeenten staat er alleen als het niet naar een of enkele gemeenten wijst; anders staat er: niet getoond. Dat is nooit hetzelfde als: geen."
        ),
        "De cijfers zijn grof: stappen, thema's, verschijningsvormen en de keten in hele punten, vragen, de matrix, perspectieven en speerpunten in veelvouden van vijf. Een tekort is hier de norm min de score zoals die er staat. Elke gemeente telt even zwaar.".to_owned(),
    ]
}

/// The statement in a comparison.
pub(super) fn of_comparison(minimum: usize) -> Vec<String> {
    vec![
        format!(
            "Dit is een uitgave om te delen. Elk jaar telt alleen mee wat ook in de uitgave om te delen van dat jaar staat. In 'Echt' telt een vraag aan gemeenten alleen als dezelfde gemeenten haar in beide jaren beantwoordden, en dat er minstens {minimum} zijn. Antwoordde er in een van beide jaren ook maar één meer of minder, dan telt de vraag daar niet mee: anders is uit te rekenen wat die ene antwoordde. Wat de regio over zichzelf zegt, telt altijd mee. Vroegere namen van gemeenten tellen hier niet: wie samenging, geldt als nieuw."
        ),
        "Weggelaten zijn de namen van gemeenten, het verbeterplan, de andere delen van een verschil en wie bij wie kan kijken. Alle cijfers staan in hele punten.".to_owned(),
    ]
}
