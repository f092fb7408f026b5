//! What the first sheet says to each kind of reader: municipality, region, partner, and those who are not professionals.

use super::Order;
use crate::questionnaire::{Questionnaire, Role};
use crate::wording::count;

/// Who fills in the workbook.
#[derive(Clone, Copy)]
pub(super) enum Reader<'a> {
    Municipality,
    Region,
    /// All who answered for a municipality, or for the region, together.
    Joint(Role),
    /// A professional with a short workbook, by the name of the perspective.
    Partner(&'a str),
    /// A community leader or an expert by experience, by the name of the perspective.
    Informal(&'a str),
}

/// A heading and its text.
type Paragraph = (&'static str, String);

/// The rule that makes two people in the same situation choose the same level.
const LEVEL_RULE: &str = "Kies het hoogste niveau waarvan de hele zin klopt. Gebeurt het altijd, maar staat het niet op papier? Kies 2. Staat het op papier en was er aanleiding, maar gebeurde het niet, of niet bij alle gemeenten of teams die het aangaat? Kies ook 2. Wat verlopen is, telt niet meer als papier. Niveau 3 is altijd allebei: op papier én in de praktijk. Was er nog geen aanleiding, zoals een casus of een vraag? Kies 3 als het volledig op papier staat en bekend is bij wie ermee werkt, 0 als er niets op papier staat en het geen gewoonte is, en anders 2. Voor wat men zelf kan beginnen, zoals een overleg of training, is er altijd aanleiding.";

/// What professionals may not write down.
const NO_PERSONAL_DATA: &str = "Schrijf nergens iets over een persoon of een casus: geen namen, adressen, telefoonnummers of geboortedata, en nooit het adres van een opvang.";

/// For partners, who may not know the scan.
const WHAT_FOR_PARTNERS: &str = "De regio wil weten hoe goed organisaties samen helpen bij schadelijke praktijken, zoals huwelijksdwang of achterlating. Deze korte lijst heeft alleen de vragen waar uw organisatie iets van ziet. Het is geen toets en er komt geen ranglijst: verschil tussen antwoorden is het begin van een gesprek.";

/// Where partners find support.
const SUPPORT_FOR_PARTNERS: &str = "Is een vraag niet duidelijk, of twijfelt u of die voor u is? Vraag het degene van wie u dit werkboek kreeg. Raakt een vraag u, in het werk of zelf? Sla die over, en praat met een collega of iemand die u vertrouwt. Zorgen om iemand? Veilig Thuis geeft advies, dag en nacht. Is er nu gevaar, bel 112.";

/// At the top of each step for readers who are not professionals, for whom the questionnaire's own text is not meant.
pub(super) const INFORMAL_INTRO: &str =
    "Antwoord over wat jij zelf ziet. Weet je het niet? Kies Weet ik niet. Een vraag overslaan mag.";

impl<'a> Reader<'a> {
    pub(super) fn of(questionnaire: &'a Questionnaire, order: &Order) -> Self {
        let asked = order.perspective.map(|index| &questionnaire.perspectives[index]);
        if order.separate.is_some() {
            return Self::Joint(order.role);
        }
        match (asked, order.role) {
            (Some(perspective), _) if perspective.informal => Self::Informal(&perspective.name),
            (Some(perspective), _) => Self::Partner(&perspective.name),
            (None, Role::Municipality) => Self::Municipality,
            (None, Role::Region) => Self::Region,
        }
    }

    pub(super) fn is_informal(self) -> bool {
        matches!(self, Self::Informal(_))
    }

    pub(super) fn title(self) -> String {
        match self {
            Self::Municipality => "Vragenlijst voor de gemeente".to_owned(),
            Self::Region => "Vragenlijst voor de regio".to_owned(),
            Self::Joint(Role::Municipality) => "Gezamenlijk werkboek voor de gemeente".to_owned(),
            Self::Joint(Role::Region) => "Gezamenlijk werkboek voor de regio".to_owned(),
            Self::Partner(name) | Self::Informal(name) => format!("Korte vragenlijst – {name}"),
        }
    }

    /// The text of the sheet, for a workbook with this many rows that may say which colleague knows the answer.
    pub(super) fn paragraphs(self, rows: usize, asks_colleagues: bool, what_counts: Option<&String>) -> Vec<Paragraph> {
        let mut paragraphs = match self {
            Self::Informal(_) => return informal(rows),
            Self::Joint(_) => joint(),
            Self::Municipality | Self::Region | Self::Partner(_) => self.professional(rows, asks_colleagues),
        };
        if let (Some(text), Some(rule)) = (what_counts, paragraphs.iter().position(|(_, text)| text == LEVEL_RULE)) {
            paragraphs.insert(rule + 1, ("Alleen algemeen?", text.clone()));
        }
        paragraphs
    }

    fn professional(self, rows: usize, asks_colleagues: bool) -> Vec<Paragraph> {
        let how = format!(
            "{}, {}. Vul eerst het blad Gegevens in. Beantwoord daarna per stap de vragen: alleen de gele cellen met een donkere rand, onder ▼ vul in, kunnen worden ingevuld. Neemt u iets over van elders? Plak dan alleen de waarden (Plakken speciaal → Waarden). Knip en sleep liever niet: de lijsten gaan dan mee. Het blad Overzicht laat zien wat nog open is.{}",
            count(rows, "vraag", "vragen"),
            self.time(rows),
            match self {
                Self::Region => " De bladen Gemeenten, Ambitie en Kerncijfers horen er ook bij.",
                _ => "",
            }
        );
        let what = match self {
            Self::Partner(_) => WHAT_FOR_PARTNERS,
            _ => {
                "Een zelfscan: de regio brengt in beeld hoe sluitend de keten tegen schadelijke praktijken is, van preventie tot monitoring. Het is geen toets en er komt geen ranglijst. De uitkomst is het begin van een gesprek."
            }
        };
        let mut paragraphs = vec![
            ("Wat is dit?", what.to_owned()),
            ("Hoe werkt het?", how),
            ("Welk niveau?", LEVEL_RULE.to_owned()),
            ("Met wie?", self.with_whom(asks_colleagues)),
            (
                "Weet ik niet",
                "Niemand hoeft te gokken. 'Weet ik niet' is een eerlijk antwoord en telt nooit als 'nee'. Kies 'Niet van toepassing' alleen als de vraag hier echt niet aan de orde is. Schrijf dan bij Onderbouwing waarom.".to_owned(),
            ),
            ("Geen persoonsgegevens", NO_PERSONAL_DATA.to_owned()),
            (
                "Klaar?",
                match self {
                    Self::Region => "Sla het bestand op als werkboek (.xlsx of .ods) en bewaar het bij de werkboeken van gemeenten en partners.",
                    _ => "Sla het bestand op als werkboek (.xlsx of .ods) en stuur het naar de projectleider van de regio, die de scan uitzette.",
                }
                .to_owned(),
            ),
        ];
        if let Self::Partner(_) = self {
            let before_last = paragraphs.len() - 1;
            paragraphs.insert(before_last, ("Hulp nodig?", SUPPORT_FOR_PARTNERS.to_owned()));
        }
        paragraphs
    }

    /// How long it takes, looking things up included.
    fn time(self, rows: usize) -> &'static str {
        match (self, rows) {
            (Self::Partner(_), 0..=20) => "ongeveer een half uur",
            (Self::Partner(_), _) => "ongeveer een uur",
            _ => "ongeveer twee uur, navragen bij collega's meegerekend",
        }
    }

    fn with_whom(self, asks_colleagues: bool) -> String {
        let whose = match self {
            Self::Municipality => "Antwoord voor de eigen gemeente, samen met wie het weet.",
            Self::Region => {
                "Antwoord voor de regio als geheel, samen met wie het weet: gemeenten, Veilig Thuis en andere partners, sleutelfiguren en ervaringsdeskundigen."
            }
            Self::Partner(_) | Self::Informal(_) | Self::Joint(_) => {
                return "Antwoord vanuit de eigen organisatie, samen met collega's die het werk doen. Wat alleen anderen kunnen weten: kies 'Weet ik niet'.".to_owned();
            }
        };
        let colleague = " De kolom 'Vraag na bij' noemt per vraag wie het antwoord heeft; filter erop en vraag elke collega alles in één keer.";
        let partner = " De kolom 'Voor wie' laat zien welke partner een vraag ook kent.";
        format!("{whose}{}{partner}", if asks_colleagues { colleague } else { "" })
    }
}

/// How people who answered separately come to one answer.
fn joint() -> Vec<Paragraph> {
    let paragraphs = [
        (
            "Wat is dit?",
            "Iedereen beantwoordde de scan eerst apart. In dit werkboek komt per vraag één antwoord dat samen is afgesproken. Naast elke vraag staat wat ieder antwoordde, en waarop dat rust.",
        ),
        (
            "Hoe werkt het?",
            "Begin bij het blad Overleg: daar staan de vragen waarover de antwoorden het meest uiteenlopen, het grootste verschil eerst. Klik op een nummer en kies in de gele cel het antwoord. Schrijf bij Onderbouwing waarop het rust. Plak van elders alleen de waarden (Plakken speciaal → Waarden). Reken op twee uur.",
        ),
        (
            "Het gesprek",
            "Laat eerst vertellen wie het laagst antwoordde, dan wie het hoogst antwoordde: wat zien zij? Ervaringsdeskundigen en sleutelfiguren zien vaak iets wat anderen niet zien. Kies niet het midden, maar wat er nu is. Een groep die samen antwoordt, schat zichzelf vaak hoger in.",
        ),
        ("Welk niveau?", LEVEL_RULE),
        (
            "Komt u er niet uit?",
            "Laat de vraag dan leeg, of kies 'Weet ik niet'. Dan telt het gemiddelde van wat ieder apart antwoordde. Ook vragen waarover iedereen hetzelfde dacht, mogen leeg blijven.",
        ),
        (
            "Wat telt?",
            "Het afgesproken antwoord telt in de scores, ook als het 'Niet van toepassing' is. Wat ieder apart antwoordde, blijft in het rapport te zien.",
        ),
        ("Geen persoonsgegevens", NO_PERSONAL_DATA),
        (
            "Klaar?",
            "Sla het bestand op als werkboek (.xlsx of .ods) en bewaar het bij de andere werkboeken. Haal die niet weg.",
        ),
    ];
    paragraphs.map(|(heading, text)| (heading, text.to_owned())).to_vec()
}

/// Plain words, for readers who see no contracts and no budgets, and whom a question may hurt.
fn informal(rows: usize) -> Vec<Paragraph> {
    vec![
        (
            "Wat is dit?",
            format!(
                "{} over hulp bij schadelijke praktijken, zoals huwelijksdwang of achterlating. De regio wil weten wat goed gaat en wat beter kan. Jouw ervaring telt mee. Het duurt ongeveer een half uur. Samen invullen met iemand die de scan kent, mag.",
                count(rows, "vraag", "vragen")
            ),
        ),
        (
            "Wat vul je in?",
            "Antwoord over wat jij zelf ziet. Weet je niet of iets op papier staat of betaald wordt? Kies Weet ik niet. Er zijn geen foute antwoorden.".to_owned(),
        ),
        (
            "Als het je raakt",
            "Raakt een vraag je te veel, sla hem over en praat met iemand die je vertrouwt. Bellen kan ook, gratis, dag en nacht: Veilig Thuis, 0800 2000. Je hoeft niet te zeggen waarom je iets overslaat.".to_owned(),
        ),
        (
            "Hoe werkt het?",
            "Begin bij het blad Gegevens. Ga dan naar de bladen met een nummer. Klik op een gele cel en kies een antwoord uit de lijst. Alleen in gele cellen kun je iets invullen. Neem je tekst over van ergens anders? Kies dan Plakken speciaal en dan Waarden. Het blad Overzicht laat zien wat nog open is.".to_owned(),
        ),
        (
            "Welk cijfer?",
            "Bij elke vraag staat wat 0 tot en met 4 betekent. Lees van 0 naar 4. Kies het hoogste cijfer waarvan de hele zin klopt.".to_owned(),
        ),
        (
            "Geen namen",
            "Schrijf niets over een persoon: geen naam, adres, telefoonnummer of geboortedatum, ook niet van jezelf. Schrijf ook nooit waar een opvang is.".to_owned(),
        ),
        (
            "Klaar?",
            "Sla het bestand op en stuur het naar degene van wie je het kreeg.".to_owned(),
        ),
    ]
}
