//! Takes the guard's reason for refusing a file; returns the Dutch message and hint.

use workbook_guard::{Bound, Damage, Kind, Reason, Refusal, Unreadable};

use super::words::quote;
use crate::problem::{Description, Finding, Place, Severity};
use crate::wording::grouped;

pub(super) const SAVE_AGAIN: &str =
    "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.";

const SEND_WORKBOOK: &str = "Vraag de afzender om het ingevulde werkboek zelf (xlsx, ods, xlsm, xlsb of xls).";
const OPEN_AND_SAVE: &str = "Open het in Excel of LibreOffice en sla het op als .xlsx; \
    gaan er bladen verloren, vraag dan om het ingevulde werkboek zelf.";
const COPY_ANSWERS: &str = "Neem de antwoorden over in het werkboek dat is uitgezet.";
const UNPACK: &str = "Pak het eerst uit en wijs de werkboeken aan die erin zitten.";
const SAVE_ATTACHMENT: &str = "Open het bericht en sla de bijlage op als los bestand.";
const EXPORT_FROM_NUMBERS: &str = "Open het in Numbers en exporteer het als Excel-bestand.";
const DOWNLOAD_FROM_GOOGLE: &str =
    "Kies in Google Spreadsheets Bestand, Downloaden, Microsoft Excel (.xlsx) en gebruik dat bestand.";

/// Why the guard refuses a file, and what the user can do about it.
pub(super) fn describe(refusal: &Refusal) -> Description {
    let (code, message, hint) = match refusal {
        Refusal::Empty => (
            "W01",
            "het bestand is leeg".to_owned(),
            "Vraag de afzender het werkboek opnieuw te sturen.",
        ),
        Refusal::Zeros => (
            "W01",
            "in het bestand staan alleen nullen".to_owned(),
            "Het is nog niet van de cloudopslag gehaald: open het daar eerst, of haal het opnieuw op.",
        ),
        Refusal::NotAWorkbook(kind) => {
            let (what, remedy) = self::kind(*kind);
            ("W02", format!("dit is geen werkboek maar {what}"), remedy)
        }
        Refusal::Protected => (
            "W03",
            "het werkboek is versleuteld, met een wachtwoord of door een beveiliging van Excel".to_owned(),
            "Open het in Excel of LibreOffice, haal de beveiliging eraf en sla het opnieuw op als .xlsx.",
        ),
        Refusal::Damaged(damage) => return damaged(self::damage(*damage)),
        Refusal::TooLarge(bound) => (
            "W05",
            format!("het werkboek is te groot: meer dan {}", self::bound(*bound)),
            "Haal weg wat er niet in hoort (afbeeldingen, bladen, opmaak), \
             of neem de antwoorden over in een nieuw, leeg werkboek.",
        ),
        Refusal::OffTheGrid { sheet } => (
            "W06",
            match sheet {
                Some(sheet) => format!(
                    "op blad '{}' staat een cel buiten het raster van een werkblad",
                    quote(sheet)
                ),
                None => "er staat een cel buiten het raster van een werkblad".to_owned(),
            },
            SAVE_AGAIN,
        ),
    };
    Description {
        code,
        severity: Severity::Error,
        message,
        hint: hint.to_owned(),
    }
}

/// A damaged file. The parser's own message is not used: it is not in Dutch.
pub(super) fn damaged(how: &str) -> Description {
    Description {
        code: "W04",
        severity: Severity::Error,
        message: format!("het werkboek is beschadigd of onvolledig ({how})"),
        hint: SAVE_AGAIN.to_owned(),
    }
}

/// The location of something that cannot be read.
pub(super) fn place(unreadable: &Unreadable, file: &str) -> Place {
    Place {
        sheet: Some(quote(&unreadable.sheet)),
        cell: unreadable.cell.clone(),
        ..Place::file(file)
    }
}

impl Finding for Unreadable {
    fn describe(&self) -> Description {
        let cell = |how: &str| Description {
            code: "W14",
            severity: Severity::Error,
            message: format!("wat in deze cel staat, is niet te lezen ({how})"),
            hint: "Open het werkboek in Excel of LibreOffice, kijk of het antwoord er nog staat en sla het opnieuw op."
                .to_owned(),
        };
        let sheet = |how: &str| Description {
            code: "W15",
            severity: Severity::Warning,
            message: format!("dit blad is niet gelezen ({how})"),
            hint: "Kijk of er antwoorden op staan, en neem die over in een nieuw werkboek.".to_owned(),
        };
        match self.reason {
            Reason::NoSuchString => cell("de cel verwijst naar een tekst die niet in het bestand staat"),
            Reason::NotANumber => cell("er hoort een getal te staan"),
            Reason::NotABoolean => cell("er hoort waar of onwaar te staan"),
            Reason::UnknownType => cell("de cel is van een onbekend soort"),
            Reason::MissingPart => sheet("het ontbreekt in het bestand"),
            Reason::MacroSheet => sheet("het is een blad met macro's"),
            Reason::UnknownSheet => sheet("het is van een onbekend soort"),
        }
    }
}

/// What a file that is not a workbook is, and what the user can do about it.
const fn kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::WordDocument => ("een Word-document", COPY_ANSWERS),
        Kind::Presentation => ("een PowerPoint-presentatie", COPY_ANSWERS),
        Kind::OpenDocumentText => ("een tekstdocument van LibreOffice", COPY_ANSWERS),
        Kind::OpenDocumentDrawing => ("een presentatie of tekening van LibreOffice", COPY_ANSWERS),
        Kind::Numbers => ("een bestand van Apple Numbers", EXPORT_FROM_NUMBERS),
        Kind::EBook => ("een e-boek", SEND_WORKBOOK),
        Kind::Zip => ("een zip-bestand", UNPACK),
        Kind::EMail => ("een e-mailbericht", SAVE_ATTACHMENT),
        Kind::OtherOffice => ("een bestand van een ander kantoorprogramma", SEND_WORKBOOK),
        Kind::Pdf => ("een pdf", COPY_ANSWERS),
        Kind::RichText => ("een tekstdocument (rtf)", COPY_ANSWERS),
        Kind::Picture => ("een afbeelding", COPY_ANSWERS),
        Kind::SevenZip => ("een ingepakt bestand (7z)", UNPACK),
        Kind::Rar => ("een ingepakt bestand (rar)", UNPACK),
        Kind::Gzip => ("een ingepakt bestand (gz)", UNPACK),
        Kind::Database => ("een database", SEND_WORKBOOK),
        Kind::Parquet => ("een Parquet-bestand", SEND_WORKBOOK),
        Kind::Program => ("een programma", SEND_WORKBOOK),
        Kind::Excel2003 => ("een XML-werkblad van Excel 2003", OPEN_AND_SAVE),
        Kind::FlatOpenDocument => ("een plat OpenDocument-bestand", OPEN_AND_SAVE),
        Kind::WebPage => ("een webpagina", OPEN_AND_SAVE),
        Kind::GoogleLink => ("een verwijzing naar Google Spreadsheets", DOWNLOAD_FROM_GOOGLE),
        Kind::Xml => ("een XML-bestand", SEND_WORKBOOK),
        Kind::Csv => ("een csv-bestand", SEND_WORKBOOK),
        Kind::EmptyText => ("een leeg tekstbestand", SEND_WORKBOOK),
        Kind::Text => ("een tekstbestand", SEND_WORKBOOK),
        Kind::Unknown => ("een onbekend soort bestand", SEND_WORKBOOK),
    }
}

/// How a file contradicts its own format.
const fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Contents => "het bestand is afgebroken of de inhoudsopgave klopt niet",
        Damage::DuplicatePart => "een onderdeel komt twee keer voor",
        Damage::MissingPart => "een onderdeel ontbreekt",
        Damage::Unpacking => "een onderdeel is niet uit te pakken",
        Damage::Checksum => "de controlesom van een onderdeel klopt niet",
        Damage::Encoding => "een onderdeel is niet in UTF-8 of UTF-16 geschreven",
        Damage::IllFormed => "een onderdeel is niet af of niet goed gevormd",
        Damage::DocumentType => "een onderdeel bevat een documenttype",
        Damage::NestedCell => "een cel staat binnen een andere cel",
        Damage::NestedTable => "een tabel staat binnen een cel",
        Damage::MixedTable => "tabellen, rijen en cellen staan door elkaar",
        Damage::PromisedStrings => "de tekstenlijst belooft meer teksten dan erin passen",
        Damage::PromisedText => "de tekstenlijst belooft meer tekst dan er staat",
        Damage::Strings => "de tekstenlijst klopt niet",
        Damage::Records => "een onderdeel bestaat niet uit hele records",
        Damage::ShortRecord => "een record is te kort",
        Damage::LongRecord => "een record bestaat uit te veel stukken",
        Damage::WorkbookStart => "het werkboek begint niet waar het hoort te beginnen",
        Damage::SheetStart => "een blad begint niet waar het hoort te beginnen",
        Damage::SheetEnd => "een blad is afgebroken",
        Damage::SheetTwice => "twee bladen staan op dezelfde plaats",
    }
}

/// A bound, with its unit.
fn bound(bound: Bound) -> String {
    let megabytes = || bound.most() >> 20;
    let number = || grouped(bound.most() as f64);
    match bound {
        Bound::FileSize => format!("{} MB", megabytes()),
        Bound::Entries => format!("{} onderdelen", number()),
        Bound::Unpacked => format!("{} MB uitgepakt", megabytes()),
        Bound::Part => format!("{} MB in één onderdeel", megabytes()),
        Bound::Read => format!("{} MB aan bladen en teksten", megabytes()),
        Bound::Sheets => format!("{} bladen", number()),
        Bound::SheetsTimesPart => format!("{} MB over alle bladen", megabytes()),
        Bound::Cells => format!("{} gevulde cellen", number()),
        Bound::Area => format!("{} cellen tussen de eerste en de laatste gevulde", number()),
        Bound::Text => format!("{} MB tekst", megabytes()),
        Bound::CellText => format!("{} kB tekst in één cel", bound.most() >> 10),
        Bound::Strings => format!("{} verschillende teksten", number()),
        Bound::Styles => format!("{} celopmaken", number()),
        Bound::StyleTag => format!("{} tekens in één opmaak", number()),
        Bound::Names => format!("{} gedefinieerde namen", number()),
        Bound::Depth => format!("{} geneste lagen", number()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_named_with_its_value() {
        for (passed, said) in [
            (Bound::FileSize, "20 MB"),
            (Bound::Entries, "2.000 onderdelen"),
            (Bound::Read, "32 MB aan bladen en teksten"),
            (Bound::Area, "500.000 cellen tussen de eerste en de laatste gevulde"),
            (Bound::CellText, "128 kB tekst in één cel"),
            (Bound::StyleTag, "2.048 tekens in één opmaak"),
        ] {
            assert_eq!(bound(passed), said);
        }
    }
}
