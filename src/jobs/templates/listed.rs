//! Takes a file with a list of municipalities, a workbook or CSV; returns them with their inhabitants.

use super::Wanted;
use crate::answers::Expected;
use crate::jobs::Error;
use crate::problem::Checked;
use crate::questionnaire::Questionnaire;
use crate::spelling::{fold, spells};
use crate::wording::number;
use crate::workbook::layout::header::MUNICIPALITY;
use crate::workbook::read::{MOST_LISTED, TextRow, municipalities_in_rows, read_municipalities};

/// How workbooks begin: those that are zip packages, and older ones.
const WORKBOOKS: [&[u8]; 2] = [b"PK", b"\xd0\xcf\x11\xe0"];
/// What may separate the columns of CSV, the least likely in a name first.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];
const NO_HEADERS: &str = "zet 'Gemeente' en 'Inwoners' boven de kolommen";
const NO_UTF8: &str = "de tekens zijn niet te lezen; bewaar het als 'CSV UTF-8', of als werkboek";

/// The word that people put before the name of a municipality.
const WORD: &str = "gemeente ";

/// The municipalities in a file, in their order: below the headers `Gemeente` and `Inwoners`, whatever else there is. `name`
/// is that of the file in messages. What is wrong in the list comes with it, as problems.
///
/// # Errors
/// If there is no such list, or it is longer than any list of municipalities.
pub fn listed(bytes: &[u8], name: &str, questionnaire: &Questionnaire) -> Result<Checked<Vec<Expected>>, Error> {
    let no_list = |why: &str| Error::NoList {
        name: name.to_owned(),
        why: why.to_owned(),
    };
    let Checked { value, problems } = if WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
        read_municipalities(bytes, name, questionnaire)
    } else {
        let text = std::str::from_utf8(bytes).map_err(|_| no_list(NO_UTF8))?;
        let rows = rows_of(text.trim_start_matches('\u{feff}')).map_err(|why| no_list(&why))?;
        municipalities_in_rows(&rows, name, questionnaire)
    };
    let Some(list) = value else {
        return Ok(Checked {
            value: Vec::new(),
            problems,
        });
    };
    if list.is_too_long {
        let most = number(MOST_LISTED as f64);
        return Err(no_list(&format!(
            "er staan meer dan {most} regels in; laat alleen de gemeenten van de regio staan"
        )));
    }
    if !list.is_found {
        return Err(no_list(NO_HEADERS));
    }
    let value = without_word(list.municipalities).map_err(|twice| {
        no_list(&format!(
            "{twice} staat er twee keer in, met en zonder 'Gemeente' ervoor; laat één regel staan"
        ))
    })?;
    Ok(Checked { value, problems })
}

/// The same without the word `Gemeente` before a name, or the name that is then there twice.
fn without_word(list: Vec<Expected>) -> Result<Vec<Expected>, String> {
    let mut bare: Vec<Expected> = Vec::with_capacity(list.len());
    for mut listed in list {
        if fold(&listed.name).starts_with(WORD)
            && let Some((_, name)) = listed.name.split_once(char::is_whitespace)
        {
            listed.name = name.trim_start().into();
        }
        if bare.iter().any(|known| spells(&known.name, &listed.name)) {
            return Err(listed.name);
        }
        bare.push(listed);
    }
    Ok(bare)
}

impl Wanted {
    /// Adds the municipalities of a list, but for those that are wanted already.
    pub fn also(&mut self, list: Vec<Expected>) {
        for listed in list {
            if !self
                .municipalities
                .iter()
                .any(|wanted| spells(&wanted.name, &listed.name))
            {
                self.municipalities.push(listed);
            }
        }
    }
}

/// The rows of CSV, no more than show that there are too many, or why they cannot be read.
fn rows_of(text: &str) -> Result<Vec<TextRow>, String> {
    let separated = |line: &str, separator: &u8| {
        let mut cells = line.split(char::from(*separator));
        cells.any(|cell| spells(cell.trim_matches('"'), MUNICIPALITY))
    };
    let is_used = |separator: &u8| {
        text.lines()
            .next()
            .is_some_and(|line| line.as_bytes().contains(separator))
    };
    let mut lines = text.lines().take(MOST_LISTED);
    let used = lines.find_map(|line| {
        SEPARATORS
            .into_iter()
            .find(|separator| separated(line, separator) && line.as_bytes().contains(separator))
    });
    let used = used.or_else(|| SEPARATORS.into_iter().find(is_used));
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader
        .delimiter(used.unwrap_or(b';'))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let (mut at, mut line) = (0, 1);
    let records = reader.into_records().take(MOST_LISTED + 1);
    let rows = records.map(|record| {
        let record = record.map_err(|_| format!("na regel {line} is iets niet te lezen"))?;
        let start = start_of(&record, text);
        line += line_ends(&text.as_bytes()[at..start]);
        at = start;
        Ok((line, record.iter().map(str::to_owned).collect()))
    });
    rows.collect()
}

/// Where the first cell of a record is in the text. What the reader calls its position is before any blank lines.
fn start_of(record: &csv::StringRecord, text: &str) -> usize {
    let position = record.position().map_or(0, csv::Position::byte);
    let start = usize::try_from(position).unwrap_or(text.len()).min(text.len());
    let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
    start + text.as_bytes()[start..].iter().take_while(is_end).count()
}

/// How many lines end in these bytes, whatever system wrote them.
fn line_ends(bytes: &[u8]) -> u32 {
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    ends.count().try_into().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<TextRow> {
        rows_of(text).unwrap()
    }

    #[test]
    fn cells_are_the_same_whatever_separates_them() {
        let row = |line, cells: [&str; 2]| (line, cells.map(str::to_owned).to_vec());
        let expected = [
            row(1, ["Gemeente", "Inwoners"]),
            row(2, ["Duinstad", "152000"]),
            row(4, ["Klein, Hoog en Laag", ""]),
        ];
        for text in [
            "Gemeente;Inwoners\rDuinstad;152000\r\rKlein, Hoog en Laag;",
            "Gemeente;Inwoners\r\nDuinstad;152000\r\n\r\nKlein, Hoog en Laag;\r\n",
            "Gemeente,Inwoners\nDuinstad,\"152000\"\n\n\"Klein, Hoog en Laag\",\n",
            "Gemeente\tInwoners\nDuinstad\t 152000\n\nKlein, Hoog en Laag\t",
        ] {
            assert_eq!(cells(text), expected, "{text}");
        }
        let below = "Bron: CBS, 2026\nGemeente;Inwoners\nDuinstad;1";
        assert_eq!(cells(below)[2].1, ["Duinstad", "1"]);
        assert_eq!(cells(""), []);
    }

    #[test]
    fn no_more_is_read_than_shows_that_there_is_too_much() {
        assert_eq!(cells(&"Duinstad;1\n".repeat(5_000)).len(), MOST_LISTED + 1);
    }

    #[test]
    fn a_word_before_a_name_is_left_out() {
        let list = |names: &[&str]| {
            let named = names.iter().map(|name| Expected {
                name: (*name).to_owned(),
                inhabitants: None,
            });
            let bare = without_word(named.collect());
            bare.map(|list| list.into_iter().map(|listed| listed.name).collect::<Vec<_>>())
        };
        assert_eq!(
            list(&["Gemeente Duinstad", "Rietmeer"]),
            Ok(vec!["Duinstad".to_owned(), "Rietmeer".to_owned()])
        );
        assert_eq!(list(&["Duinstad", "gemeente DUINSTAD"]), Err("DUINSTAD".to_owned()));
    }
}
