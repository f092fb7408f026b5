//! Words near a name that show whether it belongs to a person or to something else.

/// Titles before a name; they are redacted with it.
pub(super) const TITLES: &[&str] = &[
    "mevrouw", "mevr", "mevrouwen", "mw", "mej", "mejuffrouw", "meneer", "mijnheer", "dhr", "heer", "heren", "dames", "mr",
    "mrs", "ms", "drs", "dr", "ir", "ing", "prof", "professor", "ds", "fam", "familie", "gezin", "echtpaar", "msc", "bsc",
    "em", "hr", "mvr", "sir",
];

/// Titles after which even a lower-case word may be a name.
pub(super) const FORMAL: &[&str] = &[
    "mevrouw", "mevr", "mw", "mej", "meneer", "mijnheer", "dhr", "heer", "fam", "familie", "gezin", "mvr", "hr", "drs",
];

/// Relationships to other people, before a name; these words are kept.
pub(super) const RELATIVES: &[&str] = &[
    "zuster", "broeder", "pater", "pastor", "dokter", "imam", "pastoor", "dominee", "rabbijn", "hoca", "sjeik", "oom", "tante", "opa", "oma",
    "juf", "meester", "leerling", "leerlinge", "cliënt", "cliënte", "client", "slachtoffer", "patiënt", "patiënte",
    "moeder", "vader", "dochter", "dochters", "zoon", "zoons", "zonen", "meisje", "meisjes", "jongen", "jongens", "zus",
    "zusje", "zusjes", "zussen", "broer", "broers", "broertje", "broertjes", "nicht", "nichtje", "neef", "neefje",
    "vriend", "vriendin", "echtgenoot", "echtgenote", "vrouw", "man", "ex-partner", "buurvrouw", "buurman", "collega",
    "collega's", "kind", "baby", "peuter", "kleuter", "bruid", "bruidegom", "verloofde", "schoonmoeder", "schoonvader",
    "stiefvader", "stiefmoeder", "pleegmoeder", "pleegvader", "grootmoeder", "grootvader", "student", "studente",
    "scholiere", "dader", "pleger", "verdachte", "stiefzus", "stiefbroer", "halfzus", "halfbroer", "schoonzus", "schoonzusje",
    "zwager", "kleindochter", "kleinzoon", "kleinkind", "pleegdochter", "pleegzoon", "pleegkind", "ex-man", "ex-vriend",
    "oud-collega", "ouderling", "diaken", "priester", "predikant", "voorganger", "tweeling", "tweelingzus", "tweelingbroer",
];

/// Occupations, before a name; these words are kept as well.
pub(super) const FUNCTIONS: &[&str] = &[
    "chef", "officier", "commissaris", "wethouder", "burgemeester", "raadslid", "rechter", "advocaat", "huisarts", "arts", "jeugdarts", "wijkagent", "agent",
    "jeugdagent", "brigadier", "inspecteur", "hoofdagent", "rechercheur", "coach", "psycholoog", "tolk",
    "verpleegkundige", "verloskundige", "docent", "docente", "leraar", "lerares", "leerkracht", "mentor",
    "contactpersoon", "aanspreekpunt", "sleutelfiguur", "sleutelpersoon", "aandachtsfunctionaris", "beleidsmedewerker",
    "beleidsadviseur", "adviseur", "casemanager", "casusregisseur", "gezinscoach", "jongerenwerker", "werker",
    "jeugdwerker", "vrijwilliger", "vrijwilligster", "ervaringsdeskundige", "voorzitter", "secretaris", "directeur",
    "teamleider", "teammanager", "projectleider", "coördinator", "procesregisseur", "leerplichtambtenaar",
    "vertrouwensarts", "vertrouwenspersoon", "voogd", "gezinsvoogd", "stagiaire", "gids", "trainer", "notulist",
    "hulpverlener", "hulpverleenster", "begeleider", "begeleidster", "behandelaar", "therapeut", "orthopedagoog",
    "gynaecoloog", "kinderarts", "gemeentesecretaris", "griffier", "consulent", "klantmanager", "onderzoeker", "rector",
    "decaan", "conciërge", "koster", "bestuurslid", "politieagent", "wijkverpleegkundige", "praktijkondersteuner",
    "opbouwwerker", "buurtwerker", "wijkregisseur", "kwartiermaker", "afdelingshoofd", "jurist", "trekker", "kartrekker",
    "portefeuillehouder", "vervanger", "vervangster", "gespreksleider", "dagvoorzitter", "procesbegeleider", "politieman",
    "politievrouw",
];

/// Endings that only occupations have: `teamchef`, `gebiedsregisseur`.
const OCCUPATIONS: &[&str] = &[
    "adviseur", "agent", "ambtenaar", "begeleider", "behandelaar", "chef", "coach", "consulent", "coördinator", "docent", "functionaris",
    "kundige", "leider", "manager", "medewerker", "mentor", "rechercheur", "regisseur", "specialist", "therapeut",
    "swerker", "nwerker", "dwerker", "wwerker",
];

pub(super) fn is_role(low: &str) -> bool {
    RELATIVES.contains(&low) || is_occupation(low)
}

fn is_occupation(low: &str) -> bool {
    FUNCTIONS.contains(&low) || OCCUPATIONS.iter().any(|ending| low.ends_with(ending))
}

/// Words within a sentence after which an unknown word is rather a person than an organisation.
const JOINING: &[&str] = &[
    "aan", "als", "behalve", "bij", "dat", "door", "en", "met", "namens", "of", "omdat", "over", "rond", "rondom", "tegen",
    "terwijl", "toen", "totdat", "van", "via", "voor", "want", "zoals", "zodat", "zonder",
];

pub(super) fn joins(low: &str) -> bool {
    JOINING.contains(&low)
}

/// Whether these are several people: `broers`, `ervaringsdeskundigen`, `sleutelpersonen`.
pub(super) fn are_roles(low: &str) -> bool {
    ["s", "n", "en", "sen"]
        .iter()
        .any(|ending| low.strip_suffix(ending).is_some_and(is_role))
        || low.strip_suffix("onen").is_some_and(|stem| is_role(&format!("{stem}oon")))
}

/// Words right before a name, nearest first: `dochter van`, `gesproken met`. Empty if there is only one.
const INTRODUCTIONS: &[(&str, &str)] = &[
    ("met", "besproken"), ("met", "gesproken"), ("met", "gesprek"), ("met", "gebeld"), ("met", "overlegd"), ("met", "gemaild"),
    ("met", "overleg"), ("met", "afgestemd"), ("met", "afgesproken"), ("met", "afspraak"), ("met", "gehad"), ("met", "verloofd"),
    ("met", "getrouwd"), ("met", "trouwen"), ("met", "trouwt"), ("met", "contact"), ("met", "praten"), ("met", "kennisgemaakt"),
    ("aan", "uitgehuwelijkt"), ("aan", "gevraagd"), ("aan", "vragen"), ("het", "vraag"), ("aan", "het"), ("aan", "vraag"), ("aan", "gekoppeld"),
    ("naar", "vraag"), ("naar", "vragen"), ("naar", "gevraagd"), ("door", "gebeld"), ("door", "ingevuld"),
    ("door", "aangemeld"), ("door", "gemeld"), ("door", "meegenomen"), ("door", "bedreigd"), ("door", "opgesteld"),
    ("door", "geschreven"), ("door", "mishandeld"), ("naar", "bel"), ("naar", "mail"), ("van", "dochter"), ("van", "dochters"), ("van", "zoon"), ("van", "zus"), ("van", "zusje"),
    ("van", "broer"), ("van", "moeder"), ("van", "vader"), ("van", "ouders"), ("van", "vrouw"), ("van", "man"), ("van", "kind"),
    ("van", "kinderen"), ("van", "nicht"), ("van", "neef"), ("van", "tante"), ("van", "vriendin"), ("van", "verhaal"), ("van", "bsn"),
    ("over", "gaat"), ("over", "ging"), ("aan", "dank"),
];

/// Single words that introduce a person.
const INTRODUCING: &[&str] = &[
    "heet", "heette", "genaamd", "genoemd", "groet", "groeten", "groetjes", "gr", "mvg", "tav", "contact", "contactpersoon", "naam", "belde",
    "sprak", "vertelde", "zei", "ken", "aanspreekpunt", "vroeg", "ondertekend",
    "bel",
];

/// Words right before a name that organisations follow too, nearest first: only an unknown word is then a name. Empty if
/// there is only one.
const HINTS: &[(&str, &str)] = &[
    ("casus", ""), ("zaak", ""), ("dossier", ""), ("volgens", ""), ("weet", ""), ("mail", ""), ("vervanger", ""),
    ("van", "casus"), ("van", "zaak"), ("van", "dossier"), ("rond", "casus"), ("rond", "zaak"), ("rondom", "casus"),
    ("rondom", "zaak"), ("van", "vervanger"), ("van", "vervangster"), ("van", "opvolger"), ("van", "mail"),
    ("dank", ""), ("notulen", ""), ("aanwezig", ""), ("afwezig", ""),
    ("actie", ""), ("actiehouder", ""), ("eigenaar", ""),
];

/// Words before a colon, where a form asks who does something.
const LABELS: &[&str] = &[
    "actie", "actiehouders", "bespreker", "door", "invuller", "namens", "uitvoerder", "uitvoering", "verantwoordelijk",
    "verantwoordelijke", "wie",
];

/// What people are, when they are missed at work.
pub(super) const ABSENT: &[&str] = &[
    "afwezig", "overleden", "pensioen", "terug", "thuis", "uitgevallen", "vakantie", "verlof", "vertrokken", "weg", "ziek", "ziekgemeld",
    "ziekteverlof", "zwanger", "zwangerschapsverlof",
];

/// Roles that an organisation may have, so that `Voorbeeld (trekker)` need not be a person.
const SHARED_ROLES: &[&str] = &[
    "aanspreekpunt", "adviseur", "contactpersoon", "gids", "kartrekker", "portefeuillehouder", "secretaris", "trainer",
    "trekker", "voorzitter",
];

/// What people do at work, as a verb right after their name and the words that must follow within the sentence.
const WORKS: &[(&str, &[&str])] = &[
    ("regelt", &[]), ("regelde", &[]), ("vervangt", &[]), ("pakt", &["op"]), ("pakte", &["op"]), ("neemt", &["contact", "op"]),
    ("nam", &["contact", "op"]), ("zoekt", &["uit"]), ("zocht", &["uit"]), ("vraagt", &["na"]), ("komt", &["terug"]),
];

/// Verbs for what people do, right after their name.
pub(super) const DOES: &[&str] = &[
    "belde", "belt", "vertelde", "vertelt", "woont", "woonde", "durft", "durfde", "huilde", "huilt", "mailde", "mailt",
    "appte", "appt", "trouwde", "vluchtte", "zei", "zegt", "verblijft", "logeert", "slaapt", "heet", "weigert", "weigerde",
    "studeert", "werd", "bevestigt", "bevestigde", "vertaalde", "schrok", "liep", "verdween", "vroeg", "kreeg", "weet", "kent",
    "spreekt",
];

/// Verbs for what anything can do; the rest of the sentence then decides.
pub(super) const IS: &[&str] = &[
    "heeft", "had", "is", "was", "wil", "wilde", "moet", "moest", "gaat", "ging", "mag", "mocht", "wordt", "kan", "komt", "kwam", "zou",
    "doet", "deed", "gaf", "geeft", "neemt", "nam", "sluit", "werkt", "werkte", "zit", "zat", "staat",
];

/// Words for what only happens to people, or what only they are.
pub(super) const HUMAN: &[&str] = &[
    "aandachtsfunctionaris", "bang", "bedreigd", "besneden", "broer", "buurvrouw", "contactpersoon", "dochter", "gebeld",
    "gehuild", "geslagen", "getrouwd", "gevlucht", "huis", "imam", "jarig", "meegenomen", "mishandeld", "moeder",
    "neef", "nicht", "oma", "oom", "opa", "opgesloten", "ouders", "overleden", "pensioen", "school", "schoonmoeder",
    "sleutelfiguur", "sleutelpersoon", "tante", "teruggekeerd", "teruggekomen", "thuis", "trouwen", "uitgehuwelijkt",
    "vader", "vakantie", "hij", "hem", "vermist", "verhuisd", "verkracht", "verloofd", "verteld", "weggelopen", "ziek", "zij", "zelf", "zus",
    "zusje", "zwanger", "ziekteverlof", "achtergelaten", "ontvoerd", "gezegd", "collega", "politieman", "politievrouw", "wijkagent",
    "tegengehouden", "trekker", "kartrekker", "nagevraagd", "gemaild", "geappt", "uitgezocht", "ondergedoken", "gestalkt",
    "gechanteerd", "opgehaald", "opgepakt", "overgenomen", "herschreven", "ingevuld", "uitgelegd", "gesproken", "teruggevonden", "gevonden", "neven", "nichten", "zussen", "broers",
];

/// Words before the name of an organisation, document or place.
const OTHERS: &[&str] = &[
    "stichting", "vereniging", "organisatie", "organisaties", "zelforganisatie", "zelforganisaties", "project", "programma", "methode", "methodiek", "training",
    "trainingen", "cursus", "campagne", "platform", "netwerk", "school", "basisschool", "college", "centrum", "moskee", "kerk",
    "gemeente", "gemeenten", "regio", "provincie", "wijk", "wijkteam", "buurt", "bureau", "zorgboerderij", "film", "boek",
    "interventie", "instelling", "aanbieder", "aanbieders", "zorgaanbieder", "opvang", "huis", "team", "lokaal", "ggz", "ggd", "motie", "amendement",
    "commissie", "rapport", "wet", "kabinet", "minister", "staatssecretaris", "villa", "hotel", "theater", "landgoed",
    "kasteel", "zaal", "locatie", "gebouw", "buurthuis", "wijkcentrum", "jongerencentrum", "expertisecentrum",
    "kenniscentrum", "ziekenhuis", "kliniek", "instituut", "fonds", "coöperatie", "bv", "firma", "adviesbureau", "koepel",
    "federatie", "cao", "lex", "pilot", "app", "systeem", "applicatie", "software", "leverancier", "conferentie", "congres", "symposium", "podcast",
    "documentaire", "voorstelling", "theaterstuk", "toneelstuk", "musical", "theatervoorstelling", "boekje", "serie", "spel", "tool", "module", "e-learning", "platforms",
    "universiteit", "hogeschool", "lectoraat", "lyceum", "mbo", "vo", "roc", "wijken", "dorp", "dorpen", "stad", "kern", "kernen", "land",
    "landen", "eiland", "azc", "rechtbank", "inloophuis", "tehuis", "uitgeverij", "vrouwencentrum", "werkgroep", "routekaart", "convenant", "manifest", "cultuurhuis", "partners",
    "piramide", "ladder", "cirkel", "cyclus", "theorie", "matrix", "schijf", "huize", "zorggroep", "toolkit", "handboek",
    "wijkteams", "waterschap", "waterschappen", "model", "schaal",
];

/// Words before the names of things with which nobody speaks; they may have several: `project Voorbeeld en Proef`.
const THINGS: &[&str] = &[
    "project", "projecten", "programma", "locatie", "locaties", "gebouw", "gebouwen", "zaal", "zalen", "werkgroep", "werkgroepen",
    "dashboard", "dashboards", "chatbot", "chatbots", "app", "parochie", "parochies", "sint", "lespakket", "lespakketten",
    "lesmethode", "lesprogramma", "methode", "training", "trainingen", "cursus", "campagne", "film", "podcast", "boek",
    "voorstelling", "scholen", "basisscholen", "buurthuizen",
];

/// Nouns before `met` for what only organisations have.
const CONTRACTS: &[&str] = &["contract", "convenant", "overeenkomst", "samenwerking", "werkafspraken"];

/// Nouns before `met` for what organisations do together.
const JOINT: &[&str] = &["overleg", "samen", "afstemming", "samenwerking"];

const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "'t", "t", "'s", "ter", "ten", "te", "el", "al", "ben", "bin", "bint", "ibn", "abd", "abu",
    "abou", "ait", "aït", "ould", "von", "da", "das", "dos", "do", "di", "du", "la", "le", "del", "della", "op", "in", "in't", "aan", "uit", "bou",
    "oulad", "ul", "ur", "ud", "as", "ash", "az", "st", "y", "vd", "v.d", "v/d",
];

/// Particles that a hyphen joins to a surname, in lower case as well.
const JOINED: &[&str] = &[
    "abd", "abu", "abou", "ad", "al", "an", "ar", "as", "ash", "at", "az", "ben", "bin", "bint", "bou", "ech", "ed", "el", "er",
    "es", "et", "ez", "ibn", "oul", "ould", "ul", "ur",
];

/// Capitalised particles with which only the names of people begin.
const BEGINNINGS: &[&str] = &[
    "el", "al", "ben", "bin", "bint", "ibn", "abd", "abu", "abou", "ait", "aït", "ould", "bou", "oulad", "van", "von",
];

pub(super) fn is_particle(low: &str) -> bool {
    PARTICLES.contains(&low)
}

pub(super) fn is_joined_particle(word: &str) -> bool {
    JOINED.contains(&word)
}

pub(super) fn begins_a_name(low: &str) -> bool {
    BEGINNINGS.contains(&low)
}

/// Whether a form has this word before a colon, where it asks who does something.
pub(super) fn is_label(word: &str) -> bool {
    LABELS.contains(&word)
}

/// Whether these words, nearest first, introduce a name.
pub(super) fn introduces(nearest: &str, second: &str, third: &str) -> bool {
    INTRODUCTIONS.contains(&(nearest, second))
        || INTRODUCING.contains(&nearest)
        || (nearest, second, third) == ("v", "a", "t")
        || (nearest, second) == ("van", "namens")
        || (nearest, second) == ("met", "samen") && matches!(third, "ingevuld" | "opgesteld" | "geschreven" | "besproken")
}

/// Whether an unknown word after these words, nearest first, is a name; also `de zestienjarige Voorbeeld`
/// and `trekkers zijn Voorbeeld en Proef`.
pub(super) fn hints(nearest: &str, second: &str) -> bool {
    HINTS
        .iter()
        .any(|&(one, other)| one == nearest && (other.is_empty() || other == second))
        || nearest.ends_with("jarige")
        || nearest == "zijn" && are_roles(second)
}

/// The words that must follow, in this order, after a verb for what people do at work.
pub(super) fn works(verb: &str) -> impl Iterator<Item = &'static [&'static str]> {
    WORKS.iter().filter(move |(work, _)| *work == verb).map(|&(_, rest)| rest)
}

/// Whether only a person has this role.
pub(super) fn is_own_role(low: &str) -> bool {
    is_role(low) && !SHARED_ROLES.contains(&low)
}

/// Whether this is an occupation that only a person has.
pub(super) fn is_own_function(low: &str) -> bool {
    is_occupation(low) && !SHARED_ROLES.contains(&low)
}

/// Whether a name follows this verb: `de zaal heet Voorbeeld`.
pub(super) fn calls(low: &str) -> bool {
    matches!(low, "heet" | "heette" | "genaamd" | "genoemd")
}

pub(super) fn is_of_something_else(word: &str) -> bool {
    // `Vo-school`.
    let noun = word.rsplit_once('-').map_or(word, |(_, noun)| noun);
    OTHERS.contains(&word) || OTHERS.contains(&noun) || is_of_a_thing(word)
}

pub(super) fn is_of_a_thing(word: &str) -> bool {
    THINGS.contains(&word)
}

/// Whether organisations do this together: `overleg`, before `met`.
pub(super) fn is_joint(word: &str) -> bool {
    JOINT.contains(&word)
}

/// Whether only organisations have this with each other: `convenant`, before `met`.
pub(super) fn is_of_organisations(word: &str) -> bool {
    CONTRACTS.contains(&word)
}
