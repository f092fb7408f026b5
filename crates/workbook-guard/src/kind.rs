//! Takes the beginning or the entries of a file that is not a workbook; returns what it is instead.

use super::{Kind, Refusal};

/// What a package is according to the name of its main part (in lower case), if it is not a workbook.
pub(crate) fn of_main_part(name: &str) -> Option<Kind> {
    if name.starts_with("word/") {
        Some(Kind::WordDocument)
    } else if name.starts_with("ppt/") {
        Some(Kind::Presentation)
    } else {
        None
    }
}

/// What a zip package without a workbook is, according to the names of its entries (in lower case) and its declared
/// type.
pub(crate) fn of_package(holds: impl Fn(&str) -> bool, mimetype: &str) -> Refusal {
    Refusal::NotAWorkbook(if holds("word/document.xml") {
        Kind::WordDocument
    } else if holds("ppt/presentation.xml") {
        Kind::Presentation
    } else if mimetype.starts_with("application/vnd.oasis.opendocument.text") {
        Kind::OpenDocumentText
    } else if mimetype.starts_with("application/vnd.oasis.opendocument") {
        Kind::OpenDocumentDrawing
    } else if holds("index/document.iwa") || holds("index.zip") {
        Kind::Numbers
    } else if mimetype == "application/epub+zip" {
        Kind::EBook
    } else {
        Kind::Zip
    })
}

/// What a compound file without a workbook is, according to the names of its streams (in lower case).
pub(crate) fn of_compound(holds: impl Fn(&str) -> bool) -> Refusal {
    Refusal::NotAWorkbook(if holds("worddocument") {
        Kind::WordDocument
    } else if holds("powerpoint document") {
        Kind::Presentation
    } else if holds("__properties_version1.0") {
        Kind::EMail
    } else {
        Kind::OtherOffice
    })
}

/// What a file is that is neither a package nor a compound file, according to its first bytes.
pub(crate) fn of_other(bytes: &[u8]) -> Refusal {
    if bytes.iter().all(|&byte| byte == 0) {
        return Refusal::Zeros;
    }
    let starts = [
        (&b"%PDF"[..], Kind::Pdf),
        (b"{\\rtf", Kind::RichText),
        (b"\x89PNG", Kind::Picture),
        (b"\xff\xd8\xff", Kind::Picture),
        (b"GIF8", Kind::Picture),
        (b"7z\xbc\xaf", Kind::SevenZip),
        (b"Rar!", Kind::Rar),
        (b"\x1f\x8b", Kind::Gzip),
        (b"SQLite format 3", Kind::Database),
        (b"PAR1", Kind::Parquet),
        (b"MZ", Kind::Program),
    ];
    let known = starts.into_iter().find(|(start, _)| bytes.starts_with(start));
    Refusal::NotAWorkbook(match known {
        Some((_, kind)) => kind,
        None => of_text(&start_of_text(bytes)),
    })
}

/// The start of a text file in lower case; empty for a file that is not text.
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
    // Older text has a one-byte encoding; only its layout matters here.
    String::from_utf8_lossy(start)
        .trim_start_matches('\u{feff}')
        .to_lowercase()
}

fn of_text(start: &str) -> Kind {
    let text = start.trim_start();
    let has = |word: &str| text.contains(word);
    if start.is_empty() {
        Kind::Unknown
    } else if text.is_empty() {
        Kind::EmptyText
    } else if has("urn:schemas-microsoft-com:office:spreadsheet") {
        Kind::Excel2003
    } else if has("<office:document") {
        Kind::FlatOpenDocument
    } else if text.starts_with("<!doctype html") || text.starts_with("<html") || has("<table") || has("<body") {
        Kind::WebPage
    } else if has("docs.google.com") {
        Kind::GoogleLink
    } else if has("mime-version:") || (text.starts_with("from:") || text.starts_with("received:")) {
        Kind::EMail
    } else if text.starts_with("<?xml") {
        Kind::Xml
    } else if separated(text) {
        Kind::Csv
    } else {
        Kind::Text
    }
}

/// Whether the first lines contain the same separator equally often.
fn separated(text: &str) -> bool {
    // The last line may be incomplete.
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
    fn files_are_recognised_for_what_they_are() {
        let cases: [(&[u8], Kind); 12] = [
            (b"id;antwoord\nA;3\nB;2\n", Kind::Csv),
            (b"\xff\xfei\0d\0\t\0x\0\n\0a\0\t\0b\0\n\0", Kind::Csv),
            (b"Dear colleague,\nplease find attached.\n", Kind::Text),
            (b"%PDF-1.7 ...", Kind::Pdf),
            (b"{\\rtf1 ...}", Kind::RichText),
            (b"<html><table><tr><td>3</td></tr></table></html>", Kind::WebPage),
            (b"  <!DOCTYPE HTML>\n<p>", Kind::WebPage),
            (b"{\"url\": \"https://docs.google.com/open?id=1\"}", Kind::GoogleLink),
            (
                b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
                Kind::Excel2003,
            ),
            (b"\x89PNG\r\n\x1a\n", Kind::Picture),
            (b"\x01\x02\x03\x04", Kind::Unknown),
            (b"PK is an abbreviation", Kind::Text),
        ];
        for (bytes, expected) in cases {
            assert_eq!(of_other(bytes), Refusal::NotAWorkbook(expected));
        }
        assert_eq!(of_other(&[0; 512]), Refusal::Zeros);
    }
}
