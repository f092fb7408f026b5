//! Takes files; returns a zip with all of them.

use std::io::{Cursor, Write};

use ketenscan::jobs::Output;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The files that are packed already: workbooks, letters and pictures.
const PACKED: [&str; 3] = [".xlsx", ".docx", ".png"];

/// A zip with these files, under their own names. The same files give the same bytes.
pub(crate) fn zipped(outputs: &[Output]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for output in outputs {
        let is_packed = PACKED.iter().any(|ending| output.name.ends_with(ending));
        let method = if is_packed {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        zip.start_file(&*output.name, SimpleFileOptions::DEFAULT.compression_method(method))?;
        zip.write_all(&output.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
