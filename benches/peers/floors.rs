//! Lower bounds of the time that reading takes: `floors inflate|calamine|read FOLDER` goes through every workbook in a
//! folder, in parallel, and prints how much it saw.
//!
//! `inflate` unpacks every entry; `calamine` streams the cells of every sheet, without the guard; `read` is ketenscan's
//! own reading, with guard and checks.

use std::fs::{self, File};
use std::io::{BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use calamine::{DataRef, Reader, Xlsx};
use ketenscan::questionnaire::{Questionnaire, builtin};
use ketenscan::workbook::read::{Content, read};
use rayon::prelude::*;

type Seen = Result<usize, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mode, folder] = arguments.as_slice() else {
        eprintln!("floors inflate|calamine|read FOLDER");
        return ExitCode::from(2);
    };
    let mut workbooks = Vec::new();
    search(Path::new(folder), &mut workbooks);
    let questionnaire = builtin();
    let seen: Seen = workbooks
        .par_iter()
        .map(|path| match mode.as_str() {
            "inflate" => inflate(path),
            "calamine" => stream(path),
            _ => answers(path, &questionnaire),
        })
        .try_reduce(|| 0, |one, other| Ok(one + other));
    match seen {
        Ok(seen) => {
            println!("{} workbooks, {seen}", workbooks.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn search(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            search(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "xlsx") {
            found.push(path);
        }
    }
}

/// Bytes unpacked.
fn inflate(path: &Path) -> Seen {
    let mut archive = zip::ZipArchive::new(BufReader::new(File::open(path)?))?;
    let (mut part, mut bytes) = (Vec::new(), 0);
    for index in 0..archive.len() {
        part.clear();
        bytes += archive.by_index(index)?.read_to_end(&mut part)?;
    }
    Ok(bytes)
}

/// Non-empty cells.
fn stream(path: &Path) -> Seen {
    let mut book = Xlsx::new(Cursor::new(fs::read(path)?))?;
    let mut cells = 0;
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name)?;
        while let Some(cell) = reader.next_cell()? {
            cells += usize::from(!matches!(cell.get_value(), DataRef::Empty));
        }
    }
    Ok(cells)
}

/// Rows of the questionnaire found.
fn answers(path: &Path, questionnaire: &Questionnaire) -> Seen {
    let checked = read(&fs::read(path)?, &path.to_string_lossy(), &questionnaire.clone().into());
    Ok(match checked.value {
        Some(Content::Submission(book)) => book.tally().rows(),
        _ => 0,
    })
}
