//! Takes the bytes of a file that is not a workbook; returns whether one of the commands made it.

use crate::office::is_as_made;

/// How a file with findings begins.
pub(super) const FINDINGS: &str = "Bevindingen van ketenscan";

/// How a letter begins.
pub(super) const LETTER: &str = "Onderwerp: Ketenscan";

/// How exported tables begin as CSV, in either dialect. Columns are only ever added at their end.
const TABLES: [&str; 9] = [
    "region,year,edition,municipality,perspective,question,practice,",
    "region,year,level,key,score,low,high,",
    "region,year,questionnaire,edition,step,ambition",
    "region,year,questionnaire,edition,rank,question,",
    "questionnaire,edition,question,base_question,",
    "questionnaire,edition,step,key,name,",
    "questionnaire,edition,theme,name,",
    "questionnaire,edition,practice,name",
    "questionnaire,edition,perspective,name,",
];

/// How far from its beginning, or its end, a file says what made it.
const NEAR: usize = 1_000;

/// Whether one of the commands made this file: findings, a message, figures, a page, a picture, a table, or a letter in
/// which nobody worked. Its contents say so; its name never matters.
pub(super) fn is_made_by_us(bytes: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(NEAR)];
    let end = &bytes[bytes.len().saturating_sub(NEAR)..];
    let text = String::from_utf8_lossy(beginning);
    let header = text.trim_start_matches('\u{feff}').replace(';', ",");
    [FINDINGS, LETTER].iter().any(|start| text.starts_with(start))
        || TABLES.iter().any(|start| header.starts_with(start))
        || text.starts_with('{') && text.contains("\"format\": \"ketenscan-")
        || text.contains("<meta name=\"generator\" content=\"ketenscan")
        || text.starts_with("<svg data-generator=\"ketenscan")
        || text.starts_with("BEGIN:VCALENDAR") && text.contains("PRODID:-//ketenscan//")
        || beginning.starts_with(b"\x89PNG") && contains(beginning, b"tEXtSoftware\0ketenscan")
        || beginning.starts_with(b"PK") && is_as_made(bytes)
        || beginning.starts_with(b"PAR1") && contains(end, b"ketenscan version ")
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}
