//! Finds names of people in a text, with or without a title, of any origin.
//!
//! It does not use a list of names, except of those that are also words. A title or initials introduce a name. Otherwise
//! a word is a name if it is written like one, is not a known word, place or organisation, and is used like a person's
//! name: before something that only people do, after "besproken met", or next to another such word.

mod announced;
mod bare;
mod brackets;
// Long lists: one word per line would take pages.
#[rustfmt::skip]
mod cues;
mod extent;
mod namesakes;
mod oneself;
mod things;
mod tokens;

use std::collections::BTreeSet;
use std::ops::Range;

use super::Kind;
use super::folded::Folded;
use super::found::Found;
use extent::LONGEST;
use tokens::{Shape, Token, tokens};

pub(super) fn find(text: &Folded, found: &mut Found) {
    let tokens = tokens(text);
    let names = Names { text, tokens: &tokens };
    let mut passages: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if found.covers(tokens[at].start) {
            at += 1;
            continue;
        }
        match names.at(at) {
            Some(name) => {
                at = name.end.max(at + 1);
                passages.push(name);
            }
            None => at += 1,
        }
    }
    names.spread(&mut passages);
    for passage in passages {
        let (first, last) = (&tokens[passage.start], &tokens[passage.end - 1]);
        let dot = last.shape == Shape::Initial && text.after(last.end) == Some('.');
        found.add(Kind::Name, first.start..last.end + usize::from(dot));
    }
}

/// Whether anybody is named in a text.
pub(super) fn is_anybody_in(text: &Folded) -> bool {
    let mut found = Found::new(text.text.len());
    find(text, &mut found);
    !found.finished().1.is_empty()
}

struct Names<'a> {
    text: &'a Folded,
    tokens: &'a [Token<'a>],
}

impl<'a> Names<'a> {
    /// The name that begins with this word, including its title.
    fn at(&self, at: usize) -> Option<Range<usize>> {
        self.titled(at)
            .or_else(|| self.with_role(at))
            .or_else(|| self.with_initials(at))
            .or_else(|| self.initials_alone(at))
            .or_else(|| self.called(at))
            .or_else(|| self.case_of(at))
            .or_else(|| self.introduced(at))
            .or_else(|| self.namesake(at))
            .or_else(|| self.bare(at))
            .or_else(|| self.in_brackets(at))
            .or_else(|| self.in_lower_case_of_an_office(at))
            .filter(|name| !self.is_in_a_title(at, name.end))
    }

    fn get(&self, at: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(at)
    }

    fn low(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.low)
    }

    fn low_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.low(at))
    }

    /// Adds names listed next to one that was found (`Voorbeeld en A. Voorbeelden`), and repetitions of the same name.
    fn spread(&self, passages: &mut Vec<Range<usize>>) {
        let mut more: Vec<Range<usize>> = Vec::new();
        for name in passages.iter() {
            let mut at = name.start;
            while at >= 2
                && name.start - at < LONGEST
                && self.low(at - 1) == "en"
                && self.tokens[at - 2].is_unknown()
                && self.tokens[at].gap == " "
            {
                more.push(at - 2..at - 1);
                at -= 2;
            }
            while at >= 1
                && name.start - at < LONGEST
                && self.tokens[at].gap == ", "
                && self.tokens[at - 1].is_unknown()
            {
                more.push(at - 1..at);
                at -= 1;
            }
            // `Contactpersoon: Voorbeeld, Voornaam`.
            let first = self
                .get(name.end)
                .filter(|first| first.gap == ", " && first.is_unknown());
            if first.is_some()
                && name.len() == 1
                && self
                    .get(name.end + 1)
                    .is_none_or(|next| !matches!(next.gap, " " | ", "))
            {
                more.push(name.end..name.end + 1);
            }
            let mut end = name.end;
            while end - name.end < LONGEST
                && self.low(end) == "en"
                && self
                    .get(end + 1)
                    .is_some_and(|next| next.is_adjacent() && next.is_unknown())
            {
                let last = self.surname(end + 2);
                more.push(end + 1..last);
                end = last;
            }
        }
        passages.append(&mut more);
        let known: BTreeSet<&str> = passages
            .iter()
            .flat_map(|name| &self.tokens[name.clone()])
            .filter(|token| token.is_unknown())
            .map(|token| token.low)
            .collect();
        if known.is_empty() {
            return;
        }
        let again = self
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| known.contains(token.low));
        passages.extend(again.map(|(at, _)| at..at + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn a_name_is_redacted_completely() {
        for (text, left) in [
            (
                "Volgens mevrouw A.B. van der Proefman is het zo",
                "Volgens ••• is het zo",
            ),
            (
                "Besproken met Qirna Zobbelman, zij weet het",
                "Besproken met •••, zij weet het",
            ),
            ("imam Qirnan El Zobbel geeft les", "imam ••• geeft les"),
            ("de dochter van Qirna", "de dochter van •••"),
            (
                "Qirna en Zobbel zijn onze sleutelpersonen",
                "••• zijn onze sleutelpersonen",
            ),
            ("Met dank aan Qirna en Zobbel", "Met dank aan ••• en •••"),
            ("Dit is van M. 't Hart", "Dit is van •••"),
            ("Vraag het mevr. s. zobbel nog", "Vraag het ••• nog"),
            ("Zodra Qirna terug is", "Zodra ••• terug is"),
            ("qirna zobbel van de moskee belt", "••• van de moskee belt"),
            ("Bel mevrouw Van der Meer morgen", "Bel ••• morgen"),
            ("Navragen bij J.P. van der Laan, Jeugd", "Navragen bij •••, Jeugd"),
            ("Navragen bij K. de Meer", "Navragen bij •••"),
            ("gemaakt door W. van de Beek", "gemaakt door •••"),
            ("mevrouw van der meer schreef het", "••• schreef het"),
            ("Meneer pinas belt morgen", "••• belt morgen"),
            ("meneer pinas van de moskee", "••• van de moskee"),
            ("Trekker: Qirna", "Trekker: •••"),
            ("Trekker: Zobbelman, Qirna", "Trekker: •••, •••"),
            ("Zobbelman, Qirna (wijkagent)", "••• (wijkagent)"),
            ("Veldman, Qirna van der (jurist)", "••• (jurist)"),
            ("dit weet Qirna (jurist)", "dit weet ••• (jurist)"),
            ("Bel J. Brug en mevrouw Park", "Bel ••• en •••"),
            ("wijkagent Qirna Brug", "wijkagent •••"),
            ("Huisarts Dijkgraaf wil dat niet", "Huisarts ••• wil dat niet"),
            ("Wethouder Zobbelman-Bos was er", "Wethouder ••• was er"),
            ("casus van Qirna", "casus van •••"),
            ("Zaak Qirna: te laat gemeld", "Zaak •••: te laat gemeld"),
            ("de zaak-Qirna en de Zobbel-casus", "de ••• en de •••"),
            (
                "In het dossier van Qirna stond niets",
                "In het dossier van ••• stond niets",
            ),
            ("Volgens Qirna is het zo", "Volgens ••• is het zo"),
            ("Qirna is de trekker", "••• is de trekker"),
            ("Zobbelman, Q.A. (GGD)", "••• (GGD)"),
            ("Trekkers zijn Qirna en Zobbel", "Trekkers zijn ••• en •••"),
            ("Mail gestuurd aan Qirna", "Mail gestuurd aan •••"),
            ("Qirna is projectleider", "••• is projectleider"),
            ("de 16-jarige Qirna kwam terug", "de 16-jarige ••• kwam terug"),
            ("Qirna en haar zus", "••• en haar zus"),
            ("Gezien door K. Wijngaarden", "Gezien door •••"),
            (
                "Qirna van het Zorg- en Veiligheidshuis weet het",
                "••• van het Zorg- en Veiligheidshuis weet het",
            ),
            ("Qirna regelt de zaal", "••• regelt de zaal"),
            ("Afspraak: Wouter pakt dit op", "Afspraak: ••• pakt dit op"),
            ("Qirna neemt hierover contact op", "••• neemt hierover contact op"),
            ("Trekker is Qirna", "Trekker is •••"),
            ("de melding van oma Ketelaar", "de melding van oma •••"),
            (
                "De tweeling Qirna en Zobbel is terug",
                "De tweeling ••• en ••• is terug",
            ),
            ("Casus: S. el B., 17 jaar", "Casus: •••, 17 jaar"),
            ("Casus: M.K., 16 jaar", "Casus: •••, 16 jaar"),
            ("slachtoffer N.S. (17)", "slachtoffer ••• (17)"),
            ("Zoals Van Dongen al zei", "Zoals ••• al zei"),
            ("Met dank aan Van Dongen van het team", "Met dank aan ••• van het team"),
            ("besproken met qirna el zobbel", "besproken met •••"),
            ("Zobbelman, Qirna: gemeld in maart", "•••: gemeld in maart"),
            ("Zobbelman, Qirna - niet gezien", "••• - niet gezien"),
            ("We hebben Qirna al-Zobbel gehoord", "We hebben ••• gehoord"),
            ("Wie: Qirna (politie) met de school", "Wie: ••• (politie) met de school"),
            ("Wie: Qirna en de wijkagent", "Wie: ••• en de wijkagent"),
            (
                "Sinds Qirna met pensioen is, ligt het stil",
                "Sinds ••• met pensioen is, ligt het stil",
            ),
            ("Nu Qirna ziek thuis zit", "Nu ••• ziek thuis zit"),
            (
                "In zaken is D. Verhagen het aanspreekpunt",
                "In zaken is ••• het aanspreekpunt",
            ),
            ("qirna zobbel van de gemeente belt", "••• van de gemeente belt"),
            (
                "Qirna heeft zelf gebeld. Later kwam Qirna terug.",
                "••• heeft zelf gebeld. Later kwam ••• terug.",
            ),
        ] {
            assert_eq!(redacted(text), (left.to_owned(), vec![Kind::Name]), "{text}");
        }
    }

    #[test]
    fn a_lone_name_within_a_sentence_is_redacted() {
        for (text, left) in [
            ("Dit loopt via Qirna van het team", "Dit loopt via ••• van het team"),
            (
                "Het stopt als Qirna en Zobbel weg zijn",
                "Het stopt als ••• en ••• weg zijn",
            ),
            ("Gisteren heeft Qirna dit gemeld", "Gisteren heeft ••• dit gemeld"),
            ("overgenomen van Dekkers, die stopt", "overgenomen van •••, die stopt"),
            ("Qirna en Zobbel zijn tegengehouden", "••• zijn tegengehouden"),
            ("Qirna heeft als mentor de signalen", "••• heeft als mentor de signalen"),
            ("Overleg met teamchef Mulder", "Overleg met teamchef •••"),
            ("gebiedsregisseur Qirna was er", "gebiedsregisseur ••• was er"),
            ("Zonder dokter Al-Zobbel", "Zonder dokter •••"),
            ("de moeder van qirna durft niet", "de moeder van ••• durft niet"),
            ("Bij de Roma-familie Zobbel", "Bij de •••"),
            ("Plek voor Li Na Zobbel en haar zoon", "Plek voor ••• en haar zoon"),
            ("dit wil Denise zelf", "dit wil ••• zelf"),
            ("gevraagd aan collega Koning Zobbel", "gevraagd aan collega •••"),
            ("'Zus van Qirna' zei zij", "'•••' zei zij"),
        ] {
            assert_eq!(redacted(text), (left.to_owned(), vec![Kind::Name]), "{text}");
        }
    }

    #[test]
    fn organisations_and_headings_are_not_names() {
        for text in [
            "Stichting Qirna Zobbel",
            "Qirna neemt deel aan het overleg",
            "Moviera is de trekker",
            "dossier van Veilig Thuis",
            "Casus Ruinerwold",
            "Prins Qirnawijk en de Koningin Zobbelbuurt",
            "Prins Qirna en Qirna Zobbelpark",
            "de Qirna Zobbel-kazerne",
            "Museum Van Zobbel",
            "Bibliotheek Qirna M.G. Zobbel heeft folders",
            "Theater Qirna en sporthal Jan Zobbel",
            "het Qirna Zobbel Museum",
            "Qirna Zobbel Court",
            "Dr. Zobbelpark",
            "In het Qirna Zobbel kan dat",
            "Convenant met Qirna Zobbel",
            "JJI Qirna Zobbel",
            "Vo-school Qirna Zobbel",
            "zaak van Qirnawold",
            "Bijeenkomst Qirna in Zobbelveld",
            "Qirnawold regelt de opvang",
            "Qirna Zorg",
            "Regionaal Plan Schadelijke Praktijken",
            "bijlage B. Begroting",
            "dhr. wethouder en directeur",
            "Qirna en Zobbel zijn aangesloten",
            "De theorie van Qirna",
            "Schaal van Qirna",
            "ZorgSaam, Emergis en Qirna doen mee",
            "Nog geen afspraken met Qirna en de GGD",
            "Roma- en Qirna hebben weinig vertrouwen",
            "bij Qirnawold en via Zobbel Zorg",
            "via 'Qirna'",
            "de Afghaanse en Syrische niet",
            "Helaas is de trekker met pensioen",
            "Scholengemeenschap Jan Zobbel doet mee",
            "de familie en het gezin",
            "Bijlage B. de Meeste rollen",
            "Mevrouw ziet dat anders",
            "als mevrouw ziek is",
            "Mevrouw zelf heeft het gevraagd",
            "Trekker: gemeente Oss",
            "oma en opa",
            "In de Van der Zobbelweg en de Van Zobbellaan",
            "Van Dongen tot Oss",
            "zoals Dongen al zei",
            "een artikel Van Rechtswege kent de wet niet",
            "open voor A.M.V., 16 jaar en ouder",
            "het bureau Van Dongen vroeg dit",
            "contract met de B.V., 16 jaar",
            "Zobbelveld, Qirnawold: gemeld in maart",
            "Wie: Qirna, GGD en de gemeente",
            "Sinds Qirna dit doet, gaat het beter",
            "D. Verhagen",
            "Dit staat onder A. Preventie en B. Signaleren",
            "De score is C. Verbeteren kan nog",
            "qirna zobbel van alles",
            "Dr. Zobbelmanhuis is de nieuwe locatie",
            "In het Dr. Qirna Zobbelhuis is plek",
            "de voorstelling 'Dochters van Eva'",
            "het toneelstuk 'De zussen van Roos'",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
