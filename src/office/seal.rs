//! Seals workbooks, so that it can be seen whether any program has saved them since they were made.
//!
//! The seal is a checksum of the rest of the file, in the comment at the end of the zip package. Office programs write
//! the package anew without the comment, whatever people changed: a cell, a note, the width of a column.

use crate::checksum::sha256;

/// The text before the checksum.
const BEGINNING: &str = "ketenscan sha256 ";
const LENGTH: usize = BEGINNING.len() + 64;

/// Seals a package without a comment.
pub(super) fn seal(package: &mut Vec<u8>) {
    let seal = format!("{BEGINNING}{}", sha256([&*package]));
    // The last two bytes of a package without a comment are the length of the comment.
    package.truncate(package.len().saturating_sub(2));
    package.extend((LENGTH as u16).to_le_bytes());
    package.extend(seal.as_bytes());
}

/// Whether these are the bytes of a workbook exactly as we made it.
pub(crate) fn is_as_made(bytes: &[u8]) -> bool {
    let Some((rest, seal)) = bytes.split_last_chunk::<LENGTH>() else {
        return false;
    };
    let Some((package, _)) = rest.split_last_chunk::<2>() else {
        return false;
    };
    let unsealed = sha256([package, &[0, 0]]);
    seal.strip_prefix(BEGINNING.as_bytes()) == Some(unsealed.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::save;
    use rust_xlsxwriter::Workbook;

    fn made() -> Vec<u8> {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, "Duinstad").unwrap();
        save(book).unwrap()
    }

    #[test]
    fn a_workbook_is_as_made_until_a_byte_of_it_changes() {
        let made = made();
        assert!(is_as_made(&made));
        for at in (0..made.len()).step_by(97).chain([made.len() - 1, made.len() - 70]) {
            let mut changed = made.clone();
            changed[at] ^= 1;
            assert!(!is_as_made(&changed), "byte {at}");
        }
        let without_seal = &made[..made.len() - LENGTH];
        assert!(!is_as_made(without_seal));
        assert!(!is_as_made(&[&made[..], b"\n"].concat()));
    }

    #[test]
    fn what_is_shorter_than_a_seal_is_not_as_made() {
        for bytes in [&b""[..], b"PK", BEGINNING.as_bytes(), &[0; LENGTH], &[0; LENGTH + 1]] {
            assert!(!is_as_made(bytes));
        }
    }
}
