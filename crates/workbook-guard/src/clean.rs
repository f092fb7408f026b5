//! Takes parts one by one; returns an uncompressed package that holds them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::entries::UNREADABLE;
use super::{Bound, Refusal};

/// A package being written. It is not compressed, as it only lives until it is parsed.
pub(crate) struct Clean {
    package: ZipWriter<Cursor<Vec<u8>>>,
    written: usize,
}

impl Clean {
    /// Reserves memory for a package of this size: growing bit by bit would copy it over and over, and memory that is
    /// reserved but never touched costs nothing.
    pub(crate) fn of(unpacked: u64) -> Self {
        let room = usize::try_from(unpacked).map_or(0, |unpacked| unpacked.min(Bound::Read.most()));
        Self {
            package: ZipWriter::new(Cursor::new(Vec::with_capacity(room))),
            written: 0,
        }
    }

    /// Adds a part, given in pieces.
    pub(crate) fn add(&mut self, name: &str, pieces: &[&[u8]]) -> Result<(), Refusal> {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.package.start_file(name, stored).map_err(|_| UNREADABLE)?;
        for piece in pieces {
            Bound::Read.add(&mut self.written, piece.len())?;
            self.package.write_all(piece).map_err(|_| UNREADABLE)?;
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<Vec<u8>, Refusal> {
        Ok(self.package.finish().map_err(|_| UNREADABLE)?.into_inner())
    }
}
