//! Shared by the targets: a small workbook in every format, ways to replace its parts, and checks on reading.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};
use std::panic;
use std::sync::LazyLock;

use ketenscan::problem::any_error;
use ketenscan::questionnaire::{Editions, SourceFile, load};
use ketenscan::workbook::read::{read, read_plan};
use workbook_guard::{Refusal, admit};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Names and contents.
pub type Parts = Vec<(String, Vec<u8>)>;

/// Separates the parts of an input.
const SEPARATOR: &[u8] = b"----";

// Made by `make_seeds.py`.
const XLSX: &[u8] = include_bytes!("../base/small.xlsx");
const XLSB: &[u8] = include_bytes!("../base/small.xlsb");
const ODS: &[u8] = include_bytes!("../base/small.ods");

/// A zip package in which an input replaces parts, so that fuzzing reaches the readers and not just the unzipping.
pub struct Package(Parts);

impl Package {
    /// The small workbook as xlsx.
    pub fn xlsx() -> Self {
        Self(unpack(XLSX))
    }

    /// The small workbook as xlsb.
    pub fn xlsb() -> Self {
        Self(unpack(XLSB))
    }

    /// The small workbook as ods.
    pub fn ods() -> Self {
        Self(unpack(ODS))
    }

    /// The package with the parts of an input; the first byte of each part says which entry it replaces.
    pub fn with(&self, input: &[u8]) -> Vec<u8> {
        let mut parts = self.0.clone();
        let mut rest = Some(input);
        while let Some(input) = rest {
            let end = input.windows(SEPARATOR.len()).position(|window| window == SEPARATOR);
            if let Some((&which, part)) = input[..end.unwrap_or(input.len())].split_first() {
                let index = usize::from(which) % parts.len();
                parts[index].1 = part.to_vec();
            }
            rest = end.map(|end| &input[end + SEPARATOR.len()..]);
        }
        pack(&parts)
    }

    /// The package with other contents for the named entries.
    pub fn replaced(&self, contents: &[(&str, &str)]) -> Vec<u8> {
        let mut parts = self.0.clone();
        for (name, content) in contents {
            let part = parts.iter_mut().find(|(known, _)| known == name);
            part.expect("an entry of the small workbook").1 = content.as_bytes().to_vec();
        }
        pack(&parts)
    }
}

/// One of our workbooks as xlsb.
pub fn as_xlsb(xlsx: &[u8]) -> Vec<u8> {
    ketenscan_testing::xlsb::as_xlsb(&unpack(xlsx))
}

/// The entries of a package, by name.
fn unpack(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts: Parts = (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).expect("an entry");
            let name = entry.name().expect("a name").into_owned();
            let mut part = Vec::new();
            entry.read_to_end(&mut part).expect("an entry");
            (name, part)
        })
        .collect();
    parts.sort();
    parts
}

fn pack(parts: &Parts) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names = BTreeSet::new();
    for (name, part) in parts.iter().filter(|(name, _)| names.insert(name)) {
        writer.start_file(name, stored).expect("an entry");
        writer.write_all(part).expect("an entry");
    }
    writer.finish().expect("a package").into_inner()
}

/// The small questionnaire that the small workbook answers.
static EDITIONS: LazyLock<Editions> = LazyLock::new(|| {
    macro_rules! source {
        ($name:literal) => {
            SourceFile {
                name: $name.to_owned(),
                text: include_str!(concat!("../../tests/fixtures/questionnaire-problems/", $name)).to_owned(),
            }
        };
    }
    let files = [
        source!("questionnaire.toml"),
        source!("recommendations.toml"),
        source!("consistency.toml"),
        source!("steps/5-beschermen.toml"),
    ];
    load(&files).value.expect("the fixture loads").into()
});

/// The reader catches a panic of the parser, which then costs one file. Any other panic is a finding.
pub fn let_the_parser_panic() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |told| {
        let parser = told.location().is_some_and(|place| place.file().contains("/calamine-"));
        if !parser {
            before(told);
        }
    }));
}

/// Has a file admitted and checks what the guard promises: a clean copy is its own clean copy.
pub fn expect_canonical(bytes: &[u8]) {
    let Ok(admitted) = admit(bytes) else { return };
    match admit(&admitted.clean) {
        Ok(again) => {
            assert!(
                again.clean == admitted.clean,
                "a clean copy changes when it is cleaned again"
            );
            assert_eq!(again.format, admitted.format);
            assert_eq!(again.unreadable, [], "what cannot be read is left out");
        }
        // Escaped text may be longer than the original.
        Err(Refusal::TooLarge(_)) => {}
        Err(refusal) => panic!("a clean copy is refused: {refusal}"),
    }
}

/// Reads a file and checks what the reader promises.
pub fn expect_sound(bytes: &[u8]) {
    let checked = read(bytes, "x", &EDITIONS);
    assert!(
        checked.value.is_some() || any_error(&checked.problems),
        "neither content nor an error"
    );
    for problem in &checked.problems {
        for said in [&problem.message, &problem.hint] {
            assert!(!said.is_empty(), "{problem:?}");
            assert!(!said.contains(char::is_control), "{problem:?}");
            assert!(said.chars().count() < 1_500, "{problem:?}");
        }
        let sheet = problem.place.sheet.as_deref().unwrap_or_default();
        assert!(!sheet.contains(char::is_control), "{problem:?}");
    }
    let _ = read_plan(bytes);
}
