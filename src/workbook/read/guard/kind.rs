//! Names what a file is that is no workbook, with what its sender can do about it.

use super::FileFinding;

const SEND_WORKBOOK: &str = "Vraag de afzender om het ingevulde werkboek zelf (xlsx, ods, xlsm, xlsb of xls).";
const OPEN_AND_SAVE: &str = "Open het in Excel of LibreOffice en sla het op als .xlsx; \
    gaan er bladen verloren, vraag dan om het ingevulde werkboek zelf.";
const COPY_ANSWERS: &str = "Neem de antwoorden over in het werkboek dat is uitgezet.";
const UNPACK: &str = "Pak het eerst uit en wijs de werkboeken aan die erin zitten.";

/// A file of this kind, which cannot be read.
pub(super) const fn not_a_workbook(what: &'static str, remedy: &'static str) -> FileFinding {
    FileFinding::NotAWorkbook { what, remedy }
}

/// A package (zip) that holds no workbook, by the names in it (lower case) and its declared type.
pub(super) fn of_package(holds: impl Fn(&str) -> bool, mimetype: &str) -> FileFinding {
    let (what, remedy) = if holds("word/document.xml") {
        ("een Word-document", COPY_ANSWERS)
    } else if holds("ppt/presentation.xml") {
        ("een PowerPoint-presentatie", COPY_ANSWERS)
    } else if mimetype.starts_with("application/vnd.oasis.opendocument.text") {
        ("een tekstdocument van LibreOffice", COPY_ANSWERS)
    } else if mimetype.starts_with("application/vnd.oasis.opendocument") {
        ("een presentatie of tekening van LibreOffice", COPY_ANSWERS)
    } else if holds("index/document.iwa") || holds("index.zip") {
        (
            "een bestand van Apple Numbers",
            "Open het in Numbers en exporteer het als Excel-bestand.",
        )
    } else if mimetype == "application/epub+zip" {
        ("een e-boek", SEND_WORKBOOK)
    } else {
        ("een zip-bestand", UNPACK)
    };
    not_a_workbook(what, remedy)
}

/// A compound file that holds no workbook, by the names of its streams (lower case).
pub(super) fn of_compound(holds: impl Fn(&str) -> bool) -> FileFinding {
    let (what, remedy) = if holds("worddocument") {
        ("een Word-document", COPY_ANSWERS)
    } else if holds("powerpoint document") {
        ("een PowerPoint-presentatie", COPY_ANSWERS)
    } else if holds("__properties_version1.0") {
        (
            "een e-mailbericht",
            "Open het bericht en sla de bijlage op als los bestand.",
        )
    } else {
        ("een bestand van een ander kantoorprogramma", SEND_WORKBOOK)
    };
    not_a_workbook(what, remedy)
}

/// A file that is neither a package nor a compound file, by how it begins.
pub(super) fn of_other(bytes: &[u8]) -> FileFinding {
    if bytes.iter().all(|&byte| byte == 0) {
        return FileFinding::Placeholder;
    }
    let starts = [
        (&b"%PDF"[..], "een pdf", COPY_ANSWERS),
        (b"{\\rtf", "een tekstdocument (rtf)", COPY_ANSWERS),
        (b"\x89PNG", "een afbeelding", COPY_ANSWERS),
        (b"\xff\xd8\xff", "een afbeelding", COPY_ANSWERS),
        (b"GIF8", "een afbeelding", COPY_ANSWERS),
        (b"7z\xbc\xaf", "een ingepakt bestand (7z)", UNPACK),
        (b"Rar!", "een ingepakt bestand (rar)", UNPACK),
        (b"\x1f\x8b", "een ingepakt bestand (gz)", UNPACK),
        (b"SQLite format 3", "een database", SEND_WORKBOOK),
        (b"PAR1", "een Parquet-bestand", SEND_WORKBOOK),
        (b"MZ", "een programma", SEND_WORKBOOK),
    ];
    let known = starts.into_iter().find(|(start, ..)| bytes.starts_with(start));
    let (what, remedy) = match known {
        Some((_, what, remedy)) => (what, remedy),
        None => of_text(&start_of_text(bytes)),
    };
    not_a_workbook(what, remedy)
}

/// The start of a text file in lower case, and nothing for a file that is no text.
fn start_of_text(bytes: &[u8]) -> String {
    const ENOUGH: usize = 4096;
    let wide = |from_bytes: fn([u8; 2]) -> u16| {
        let pairs = bytes[2..].chunks_exact(2).take(ENOUGH);
        let units: Vec<u16> = pairs.map(|pair| from_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units).to_lowercase()
    };
    match bytes {
        [0xff, 0xfe, ..] => return wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => return wide(u16::from_be_bytes),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(ENOUGH)];
    if start
        .iter()
        .any(|&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c))
    {
        return String::new();
    }
    // Older text is in a one-byte encoding: only its shape matters here.
    String::from_utf8_lossy(start)
        .trim_start_matches('\u{feff}')
        .to_lowercase()
}

fn of_text(start: &str) -> (&'static str, &'static str) {
    let text = start.trim_start();
    let has = |word: &str| text.contains(word);
    if start.is_empty() {
        ("een onbekend soort bestand", SEND_WORKBOOK)
    } else if text.is_empty() {
        ("een leeg tekstbestand", SEND_WORKBOOK)
    } else if has("urn:schemas-microsoft-com:office:spreadsheet") {
        ("een XML-werkblad van Excel 2003", OPEN_AND_SAVE)
    } else if has("<office:document") {
        ("een plat OpenDocument-bestand", OPEN_AND_SAVE)
    } else if text.starts_with("<!doctype html") || text.starts_with("<html") || has("<table") || has("<body") {
        ("een webpagina", OPEN_AND_SAVE)
    } else if has("docs.google.com") {
        (
            "een verwijzing naar Google Spreadsheets",
            "Kies in Google Spreadsheets Bestand, Downloaden, Microsoft Excel (.xlsx) en gebruik dat bestand.",
        )
    } else if has("mime-version:") || (text.starts_with("from:") || text.starts_with("received:")) {
        (
            "een e-mailbericht",
            "Open het bericht en sla de bijlage op als los bestand.",
        )
    } else if text.starts_with("<?xml") {
        ("een XML-bestand", SEND_WORKBOOK)
    } else if separated(text) {
        ("een csv-bestand", SEND_WORKBOOK)
    } else {
        ("een tekstbestand", SEND_WORKBOOK)
    }
}

/// Whether the first lines hold the same separator equally often.
fn separated(text: &str) -> bool {
    // The last line may be cut off.
    let mut lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(4).collect();
    if lines.len() > 2 {
        lines.pop();
    }
    [';', '\t', ','].iter().any(|separator| {
        let mut counts = lines.iter().map(|line| line.matches(*separator).count());
        let first = counts.next().unwrap_or(0);
        first > 0 && counts.all(|count| count == first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_for_what_they_are() {
        let cases: [(&[u8], &str); 12] = [
            (b"id;antwoord\nA;3\nB;2\n", "een csv-bestand"),
            (b"\xff\xfei\0d\0\t\0x\0\n\0a\0\t\0b\0\n\0", "een csv-bestand"),
            (b"Beste collega,\nhierbij.\n", "een tekstbestand"),
            (b"%PDF-1.7 ...", "een pdf"),
            (b"{\\rtf1 ...}", "een tekstdocument (rtf)"),
            (b"<html><table><tr><td>3</td></tr></table></html>", "een webpagina"),
            (b"  <!DOCTYPE HTML>\n<p>", "een webpagina"),
            (
                b"{\"url\": \"https://docs.google.com/open?id=1\"}",
                "een verwijzing naar Google Spreadsheets",
            ),
            (
                b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
                "een XML-werkblad van Excel 2003",
            ),
            (b"\x89PNG\r\n\x1a\n", "een afbeelding"),
            (b"\x01\x02\x03\x04", "een onbekend soort bestand"),
            (b"PK is an abbreviation", "een tekstbestand"),
        ];
        for (bytes, expected) in cases {
            match of_other(bytes) {
                FileFinding::NotAWorkbook { what, .. } => assert_eq!(what, expected),
                other => panic!("{expected}: {other:?}"),
            }
        }
        assert!(matches!(of_other(&[0; 512]), FileFinding::Placeholder));
    }
}
