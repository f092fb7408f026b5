//! The workbooks of the demo's region Voorbeeldland in its last year.

use ketenscan::answers::Submission;
use ketenscan::demo;
use ketenscan::questionnaire::{Editions, Questionnaire, builtin};
use ketenscan::workbook::read::{Content, read};
use ketenscan::workbook::template::{self, Order};

/// What is filled in, with file names.
pub fn orders(questionnaire: &Questionnaire) -> Vec<(String, Order)> {
    let story = demo::story();
    let shown = story.iter().find(|region| region.name == demo::SHOWN);
    let books = demo::books(shown.unwrap()).into_iter();
    books
        .filter(|book| book.year == demo::LAST_YEAR)
        .map(|book| (book.file(), book.order(questionnaire)))
        .collect()
}

/// The workbooks written and read back, as if found in this folder.
pub fn submissions(folder: &str) -> Vec<Submission> {
    let questionnaire = builtin();
    let editions = Editions::from(questionnaire.clone());
    let orders = orders(&questionnaire).into_iter();
    orders
        .map(|(name, order)| {
            let bytes = template::write(&questionnaire, &order).unwrap();
            match read(&bytes, &format!("{folder}/{name}"), &editions).value {
                Some(Content::Submission(submission)) => *submission,
                other => panic!("{name} is {other:?}"),
            }
        })
        .collect()
}
