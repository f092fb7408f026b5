//! The page for the browser: it makes what the command line makes, byte for byte, and is sound as a page.
//!
//! `cargo test --test it browser:: -- --ignored` needs the page, `target/ketenscan.html` (run `web/build`, or name another
//! in `KETENSCAN_PAGE`), what the room `page` needs, and Firefox (`KETENSCAN_FIREFOX`, or else /usr/bin/firefox-esr).

mod faults;
mod page;
mod session;

use std::collections::{BTreeMap, BTreeSet};

use ketenscan::jobs::demo::Demo;
use ketenscan::questionnaire::builtin;

use crate::folder::Folder;
use crate::programs::{ketenscan, run};

/// Noon on 26 November 2026, as `SOURCE_DATE_EPOCH` and as the day of the page.
const EPOCH: &str = "1795694400";
const DAY: [u16; 3] = [2026, 11, 26];

/// A folder with the demo of the command line, made on [`DAY`].
fn demo() -> Folder {
    let folder = Folder::new();
    command(&folder, "--stil demo -o .");
    folder
}

/// Runs the program in a folder on [`DAY`]; arguments are separated by spaces. Returns standard output.
fn command(folder: &Folder, arguments: &str) -> String {
    command_of(folder, arguments.split_whitespace())
}

/// The same with arguments that may contain spaces.
fn command_of<'a>(folder: &Folder, arguments: impl IntoIterator<Item = &'a str>) -> String {
    let mut command = ketenscan(arguments);
    command.current_dir(folder.path("")).env("SOURCE_DATE_EPOCH", EPOCH);
    let (status, stdout, stderr) = run(&mut command);
    assert_eq!(status, Some(0), "{command:?}: {stderr}");
    stdout
}

/// Files by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// A folder with some of the filled-in workbooks of an invented story or country, and those as a browser names them.
fn books(demo: &Demo, wanted: &BTreeSet<String>) -> (Folder, Files) {
    let (folder, questionnaire) = (Folder::new(), builtin());
    let wanted = demo.books().into_iter().filter(|book| wanted.contains(&book.name()));
    let mut files = Files::new();
    for book in wanted.map(|book| book.make(&questionnaire).expect("a workbook")) {
        let name = book.name.trim_start_matches("ingevuld/").to_owned();
        folder.put(&name, &book.bytes);
        files.insert(name, book.bytes);
    }
    (folder, files)
}

/// Those of one region's year, in the folder `voorbeeldland-2026`.
fn year() -> (Folder, Files) {
    let demo = Demo::story();
    let names = demo.books().into_iter().map(|book| book.name());
    books(
        &demo,
        &names.filter(|name| name.contains("/voorbeeldland-2026/")).collect(),
    )
}

/// The files below a folder, by the names that they have from there.
fn below(folder: &Folder, name: &str) -> Files {
    let inside = format!("{name}/");
    let files = folder.contents().into_iter();
    files
        .filter_map(|(path, bytes)| Some((path.strip_prefix(&inside)?.to_owned(), bytes)))
        .collect()
}
