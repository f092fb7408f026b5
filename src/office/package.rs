//! Takes a workbook, or the parts of another package; returns its bytes, which are the same on every system.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Workbook, XlsxError};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::seal::seal;

/// Saves a workbook as bytes, with a seal.
pub(crate) fn save(mut book: Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut bytes = book.save_to_buffer()?;
    as_made_on_unix(&mut bytes);
    seal(&mut bytes);
    Ok(bytes)
}

/// Packs parts with their names, in this order, as bytes with a seal.
pub(crate) fn pack(parts: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    let mut bytes = zip.finish()?.into_inner();
    as_made_on_unix(&mut bytes);
    seal(&mut bytes);
    Ok(bytes)
}

/// The code in a zip directory for an entry made on Unix.
const UNIX: u8 = 3;

/// Marks every entry of a zip package as made on Unix. The writer records the system it runs on, which is the only
/// difference between systems.
fn as_made_on_unix(package: &mut [u8]) {
    // The size of the end record of a zip file without a comment, as ours are until they are sealed.
    const CLOSING: usize = 22;
    const ENTRY: usize = 46;
    let Some(closing) = package.len().checked_sub(CLOSING) else {
        return;
    };
    let mut at = number(package, closing + 16, 4);
    while package.get(at..at + 4) == Some(b"PK\x01\x02") && at + ENTRY <= closing {
        package[at + 5] = UNIX;
        let texts: usize = [28, 30, 32].iter().map(|field| number(package, at + field, 2)).sum();
        at += ENTRY + texts;
    }
}

/// A little-endian number of this many bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> usize {
    let bytes = bytes[at..at + length].iter().rev();
    bytes.fold(0, |number, byte| number << 8 | usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The system recorded for each entry of a package.
    fn systems(package: &[u8]) -> Vec<u8> {
        let entries = (0..package.len()).filter(|&at| package[at..].starts_with(b"PK\x01\x02"));
        entries.map(|at| package[at + 5]).collect()
    }

    #[test]
    fn a_package_made_on_another_system_becomes_the_same() {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, "Duinstad").unwrap();
        let mut ours = book.save_to_buffer().unwrap();
        as_made_on_unix(&mut ours);
        assert!(!systems(&ours).is_empty() && systems(&ours).iter().all(|system| *system == UNIX));
        // The same package as written on Windows.
        let mut theirs = ours.clone();
        for at in 0..theirs.len() {
            if theirs[at..].starts_with(b"PK\x01\x02") {
                theirs[at + 5] = 0;
            }
        }
        assert!(systems(&theirs).iter().all(|system| *system == 0));
        as_made_on_unix(&mut theirs);
        assert!(theirs == ours);
    }

    #[test]
    fn anything_but_a_package_is_left_unchanged() {
        for bytes in [&b""[..], b"PK", &[0; 40], &[0xff; 40]] {
            let mut after = bytes.to_vec();
            as_made_on_unix(&mut after);
            assert_eq!(after, bytes);
        }
    }
}
