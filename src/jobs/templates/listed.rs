//! Takes a file with a list of municipalities, a workbook or CSV; returns them with their inhabitants.

use super::Wanted;
use crate::answers::Expected;
use crate::jobs::Error;
use crate::problem::Checked;
use crate::questionnaire::Questionnaire;
use crate::spelling::{composed, spells};
use crate::workbook::layout::header::{INHABITANTS, MUNICIPALITY};
use crate::workbook::read::read_municipalities;

/// How workbooks begin: those that are zip packages, and older ones.
const WORKBOOKS: [&[u8]; 2] = [b"PK", b"\xd0\xcf\x11\xe0"];
/// What may separate the columns of CSV, the least likely in a name first.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];
const NO_HEADERS: &str = "zet 'Gemeente' en 'Inwoners' boven de kolommen";
const NO_UTF8: &str = "de tekens zijn niet te lezen; bewaar het als 'CSV UTF-8', of als werkboek";

/// The municipalities in a file, in their order: below the headers `Gemeente` and `Inwoners`, whatever else there is. `name`
/// is that of the file in messages.
///
/// # Errors
/// If there is no such list. What is wrong in a list in a workbook comes with it, as problems.
pub fn listed(bytes: &[u8], name: &str, questionnaire: &Questionnaire) -> Result<Checked<Vec<Expected>>, Error> {
    let no_list = |why: &str| Error::NoList {
        name: name.to_owned(),
        why: why.to_owned(),
    };
    let found = if WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
        let read = read_municipalities(bytes, name, questionnaire);
        let is_unreadable = read.value.is_none();
        let found = Checked {
            value: read.value.unwrap_or_default(),
            problems: read.problems,
        };
        if is_unreadable {
            return Ok(found);
        }
        found
    } else {
        let text = std::str::from_utf8(bytes).map_err(|_| no_list(NO_UTF8))?;
        let value = in_csv(text.trim_start_matches('\u{feff}')).map_err(|why| no_list(&why))?;
        Checked {
            value,
            problems: Vec::new(),
        }
    };
    if found.value.is_empty() {
        return Err(no_list(NO_HEADERS));
    }
    Ok(found)
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

/// The municipalities in CSV, or why there are none.
fn in_csv(text: &str) -> Result<Vec<Expected>, String> {
    let headers = text.lines().next().unwrap_or_default();
    let is_used = |separator: &&u8| headers.as_bytes().contains(separator);
    let separator = SEPARATORS.iter().find(is_used).copied().unwrap_or(b';');
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .delimiter(separator)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| NO_HEADERS)?;
    let column = |name: &str| headers.iter().position(|header| spells(header, name));
    let (names, inhabitants) = (column(MUNICIPALITY).ok_or(NO_HEADERS)?, column(INHABITANTS));
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("regel {} is niet te lezen", line(&error)))?;
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let (name, number) = (cell(names), inhabitants.map_or("", cell));
        if name.is_empty() {
            continue;
        }
        let whole = || number.parse::<u32>().ok().filter(|number| *number > 0);
        if !number.is_empty() && whole().is_none() {
            return Err(format!(
                "bij {name} is '{number}' geen aantal inwoners; schrijf een heel getal zonder punten"
            ));
        }
        found.push(Expected {
            name: composed(name),
            inhabitants: whole().map(f64::from),
        });
    }
    Ok(found)
}

fn line(error: &csv::Error) -> u64 {
    error.position().map_or(1, csv::Position::line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(String, Option<f64>)> {
        let found = in_csv(text).unwrap();
        found
            .into_iter()
            .map(|expected| (expected.name, expected.inhabitants))
            .collect()
    }

    #[test]
    fn columns_are_found_by_their_headers_whatever_separates_them() {
        let expected = [
            ("Duinstad".to_owned(), Some(152_000.0)),
            ("Klein, Hoog en Laag".to_owned(), None),
        ];
        assert_eq!(
            names("Gemeente;Inwoners\r\nDuinstad;152000\r\nKlein, Hoog en Laag;\r\n"),
            expected
        );
        assert_eq!(
            names("inwoners,gemeente\n152000,Duinstad\n,\"Klein, Hoog en Laag\"\n"),
            expected
        );
        assert_eq!(
            names("Code\tGEMEENTE\tInwoners\n1\tDuinstad\t 152000\n2\tKlein, Hoog en Laag\n"),
            expected
        );
        assert_eq!(names("Gemeente\nDuinstad\n\n"), [("Duinstad".to_owned(), None)]);
    }

    #[test]
    fn what_is_no_list_says_what_to_do() {
        assert_eq!(in_csv("Duinstad;152000\n"), Err(NO_HEADERS.to_owned()));
        assert_eq!(in_csv(""), Err(NO_HEADERS.to_owned()));
        let wrong = in_csv("Gemeente;Inwoners\nDuinstad;152.000\n").unwrap_err();
        assert!(wrong.contains("Duinstad") && wrong.contains("'152.000'"), "{wrong}");
    }
}
