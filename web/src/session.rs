//! Takes orders, one by one; passes them on to the job that is asked for, with the files that were read before.

use ketenscan::jobs::VERSION;
use ketenscan::jobs::reading::{InputFile, MOST_BYTES, Reading};
use ketenscan::questionnaire::{Role, regions};
use serde_json::json;

use crate::arranging::arrange;
use crate::books::Books;
use crate::order::{File, Order};
use crate::reply::Reply;
use crate::work;

/// What is asked one after another, about the same files.
#[derive(Debug)]
pub struct Session {
    books: Books,
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}

impl Session {
    /// A session without files.
    #[must_use]
    pub fn new() -> Self {
        Self { books: Books::new() }
    }

    /// Carries out an order, in JSON, with the bytes of the file that it is about, if any.
    pub fn call(&mut self, order: &[u8], body: &[u8]) -> Reply {
        match serde_json::from_slice(order) {
            Ok(order) => self.carry_out(order, body),
            Err(error) => Reply::of(&json!({ "refused": error.to_string() })),
        }
    }

    fn carry_out(&mut self, order: Order, body: &[u8]) -> Reply {
        match order {
            Order::Start => {
                self.books.clear();
                self.choices()
            }
            Order::Arrange { files } => Reply::of(&arrange(&files)),
            Order::Read(file) => self.read(&file, body),
            Order::Closed(File { label, .. }) => {
                let advice = "Sluit het in andere programma's, kijk of het er nog staat, en kies het opnieuw.";
                self.hold(Reading::closed_file(
                    &label,
                    "de browser krijgt het niet te zien",
                    advice,
                ))
            }
            Order::Unreadable(File { label, .. }) => self.hold(Reading::unreadable(&label)),
            Order::Check(wishes) => work::check(&self.books, &wishes).reply("nakijken.zip"),
            Order::Consensus => work::consensus(&self.books).reply("overleg.zip"),
            Order::Report(wishes) => work::report(&self.books, &wishes).reply("rapport.zip"),
            Order::Compare(wishes) => work::compare(&self.books, &wishes).reply("vergelijking.zip"),
            Order::Progress(wishes) => work::progress(&self.books, &wishes).reply("voortgang.zip"),
            Order::Export => work::export(&self.books).reply("tabellen.zip"),
            Order::Templates(wanted) => work::templates(&self.books, &wanted).reply("werkboeken.zip"),
            Order::Questions { role } => work::questions(&self.books, role).reply("vragenlijst.zip"),
            Order::Demo => work::demo(&self.books).reply("oefenen.zip"),
        }
    }

    /// What there is to choose from, and how much of a file is wanted.
    fn choices(&self) -> Reply {
        let newest = self.books.known().newest();
        // The usual perspective of a full workbook has the same key as its role, and needs no short one; what all agreed
        // on has a workbook of its own.
        let partners = newest
            .perspectives
            .iter()
            .filter(|known| !known.joint && Role::from_key(&known.key).is_none());
        let perspectives = partners.map(|known| json!({ "key": known.key, "name": known.name }));
        let regions = regions().into_iter().map(|region| region.name);
        Reply::of(&json!({
            // Of a larger file, one byte more is enough to refuse it.
            "most_bytes": MOST_BYTES + 1,
            "version": VERSION,
            "edition": newest.edition,
            "perspectives": perspectives.collect::<Vec<_>>(),
            "regions": regions.collect::<Vec<_>>(),
        }))
    }

    fn read(&mut self, File { label, named }: &File, bytes: &[u8]) -> Reply {
        self.books.read(&InputFile {
            label,
            bytes,
            named: *named,
        });
        Reply::of(&json!({}))
    }

    fn hold(&mut self, reading: Reading) -> Reply {
        self.books.hold(reading);
        Reply::of(&json!({}))
    }
}
