//! Takes a zip package: counts its entries before listing them, and unpacks each of them completely, within bounds.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use flate2::{Crc, Decompress, FlushDecompress, Status};
use memchr::memmem;
use zip::{CompressionMethod, ZipArchive};

use super::{Bound, Damage, Refusal};

/// The entries of a package.
pub(crate) struct Entries<'b> {
    bytes: &'b [u8],
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Shared by all entries: creating one takes longer than unpacking a small part.
    inflate: Decompress,
    /// In lower case, with `/` as separator, in the order of the central directory.
    pub(crate) names: Vec<String>,
    /// Total size once unpacked, according to the central directory.
    pub(crate) unpacked: u64,
    /// Whether any entry is encrypted.
    pub(crate) encrypted: bool,
    /// Names of entries that occur more than once with different contents.
    ambiguous: BTreeSet<String>,
}

impl<'b> Entries<'b> {
    /// Lists the entries of a package, without unpacking any.
    pub(crate) fn of(bytes: &'b [u8]) -> Result<Self, Refusal> {
        // Checked before anything is allocated: there cannot be more entries than headers.
        Bound::Entries.hold(headers(bytes).count())?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged(Damage::Contents))?;
        let mut entries = Self {
            bytes,
            archive,
            inflate: Decompress::new(false),
            names: Vec::new(),
            unpacked: 0,
            encrypted: false,
            ambiguous: BTreeSet::new(),
        };
        entries.list()?;
        Ok(entries)
    }

    fn list(&mut self) -> Result<(), Refusal> {
        Bound::Entries.hold(self.archive.len())?;
        for index in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(index).map_err(|_| UNREADABLE)?;
            self.unpacked = self.unpacked.saturating_add(entry.size());
            self.encrypted |= entry.encrypted();
            let name = entry.name().map_err(|_| UNREADABLE)?;
            self.names.push(plain_name(&name));
        }
        let different: BTreeSet<&String> = self.names.iter().collect();
        if self.archive.has_duplicate_names() || different.len() < self.names.len() {
            self.ambiguous = ambiguous(self.bytes);
        }
        Bound::Unpacked.hold(usize::try_from(self.unpacked).unwrap_or(usize::MAX))?;
        Ok(())
    }

    /// The index of the entry with this name, in lower case.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|listed| listed == name)
    }

    /// The size once unpacked that the entry with this name, in lower case, declares.
    pub(crate) fn size(&mut self, name: &str) -> Option<u64> {
        let place = self.place(name)?;
        self.archive.by_index_raw(place).ok().map(|entry| entry.size())
    }

    /// Whether there is an entry with this name, in lower case.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Unpacks the entry with this name, in lower case.
    pub(crate) fn unpack_named(&mut self, name: &str, part: &mut Vec<u8>) -> Result<(), Refusal> {
        if self.ambiguous.contains(name) {
            return Err(Refusal::Damaged(Damage::DuplicatePart));
        }
        let place = self.place(name).ok_or(Refusal::Damaged(Damage::MissingPart))?;
        self.unpack(place, part)
    }

    /// Unpacks one entry, which must have exactly the size and the checksum that it declares.
    pub(crate) fn unpack(&mut self, place: usize, part: &mut Vec<u8>) -> Result<(), Refusal> {
        let entry = self.archive.by_index_raw(place).map_err(|_| UNREADABLE)?;
        let size = Bound::Part.hold(usize::try_from(entry.size()).unwrap_or(usize::MAX))?;
        let packed = entry
            .data_start()
            .and_then(|start| self.bytes.get(usize::try_from(start).ok()?..))
            .and_then(|from| from.get(..usize::try_from(entry.compressed_size()).ok()?))
            .ok_or(UNREADABLE)?;
        part.clear();
        match entry.compression() {
            CompressionMethod::Stored => part.extend_from_slice(packed),
            CompressionMethod::Deflated => {
                // One byte extra, so that an entry longer than declared is noticed.
                part.reserve(size + 1);
                self.inflate.reset(false);
                let status = self.inflate.decompress_vec(packed, part, FlushDecompress::Finish);
                if !matches!(status, Ok(Status::StreamEnd)) {
                    return Err(UNREADABLE);
                }
            }
            _ => return Err(UNREADABLE),
        }
        if part.len() != size {
            return Err(UNREADABLE);
        }
        let mut sum = Crc::new();
        sum.update(part);
        if sum.sum() != entry.crc32() {
            return Err(Refusal::Damaged(Damage::Checksum));
        }
        Ok(())
    }
}

/// Every offset at which a header of the central directory may begin. Some may be false positives; none is missed.
fn headers(bytes: &[u8]) -> impl Iterator<Item = usize> {
    memmem::find_iter(bytes, b"PK\x01\x02")
}

/// The total size that the entries declare. Never too low; too high only if other bytes look like a header, or if a
/// size does not fit its field and is kept elsewhere.
pub(crate) fn declared(bytes: &[u8]) -> u64 {
    headers(bytes)
        .filter_map(|header| bytes.get(header + 24..)?.first_chunk())
        .map(|size| u64::from(u32::from_le_bytes(*size)))
        .sum()
}

/// The name of an entry in the form in which parts are looked up.
fn plain_name(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}

/// Names that the table of contents lists more than once, with another checksum or size. Programs differ in which of
/// those entries they use.
fn ambiguous(bytes: &[u8]) -> BTreeSet<String> {
    /// Longer than the name of any part.
    const LONGEST: usize = 4_096;
    let (mut known, mut ambiguous) = (BTreeMap::new(), BTreeSet::new());
    for header in headers(bytes).filter_map(|header| bytes.get(header..)) {
        let Some(length) = header.get(28..).and_then(|rest| rest.first_chunk()) else {
            continue;
        };
        let length = usize::from(u16::from_le_bytes(*length));
        let (Some(name), Some(sum), Some(size)) = (
            header.get(46..46 + length.min(LONGEST)),
            header.get(16..20),
            header.get(24..28),
        ) else {
            continue;
        };
        let name = plain_name(&String::from_utf8_lossy(name));
        if known.get(&name).is_some_and(|first| *first != (sum, size)) {
            ambiguous.insert(name);
        } else {
            known.insert(name, (sum, size));
        }
    }
    ambiguous
}

pub(crate) const UNREADABLE: Refusal = Refusal::Damaged(Damage::Unpacking);

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const TEXT: &[u8] = b"Meldcode, meldcode, meldcode: wie meldt, en bij wie?";
    /// Offsets of the checksum and the unpacked size in a local header.
    const SUM: [usize; 2] = [14, 16];
    const SIZE: [usize; 2] = [22, 24];

    fn package(method: CompressionMethod) -> Vec<u8> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["Eerste.xml", "map\\Leeg.xml", "tweede.xml"] {
            let options = SimpleFileOptions::default().compression_method(method);
            package.start_file(name, options).unwrap();
            package
                .write_all(if name.contains("Leeg") { b"" } else { TEXT })
                .unwrap();
        }
        package.finish().unwrap().into_inner()
    }

    /// The same package, with four bytes changed in both headers of its last entry.
    fn lying(mut bytes: Vec<u8>, fields: [usize; 2], to: u32) -> Vec<u8> {
        for (signature, field) in [b"PK\x03\x04", b"PK\x01\x02"].into_iter().zip(fields) {
            let header = memmem::rfind(&bytes, signature).unwrap();
            bytes[header + field..][..4].copy_from_slice(&to.to_le_bytes());
        }
        bytes
    }

    fn last(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
        let mut part = vec![1, 2, 3];
        Entries::of(bytes)?.unpack(2, &mut part)?;
        Ok(part)
    }

    #[test]
    fn entries_are_unpacked_completely_one_after_another() {
        for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
            let bytes = package(method);
            let mut entries = Entries::of(&bytes).unwrap();
            assert_eq!(entries.names, ["eerste.xml", "map/leeg.xml", "tweede.xml"]);
            assert_eq!(entries.unpacked, 2 * TEXT.len() as u64);
            assert!(entries.holds("map/leeg.xml") && !entries.holds("derde.xml"));
            let mut part = Vec::new();
            for (place, expected) in [(2, TEXT), (1, b"".as_slice()), (0, TEXT)] {
                entries.unpack(place, &mut part).unwrap();
                assert_eq!(part, expected, "{method:?}");
            }
        }
    }

    #[test]
    fn an_entry_must_hold_exactly_what_it_declares() {
        let length = TEXT.len() as u32;
        for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
            assert_eq!(last(&lying(package(method), SIZE, length)).unwrap(), TEXT);
            for size in [0, 1, length - 1, length + 1, 1 << 20] {
                let bytes = lying(package(method), SIZE, size);
                assert!(matches!(last(&bytes), Err(Refusal::Damaged(_))), "{size}");
            }
            let huge = lying(package(method), SIZE, 17 << 20);
            assert!(matches!(last(&huge), Err(Refusal::TooLarge(_))));
            let other_sum = lying(package(method), SUM, 0x0bad_0bad);
            assert_eq!(last(&other_sum), Err(Refusal::Damaged(Damage::Checksum)));
        }
    }

    #[test]
    fn the_declared_size_is_known_before_a_package_is_opened() {
        let bytes = package(CompressionMethod::Deflated);
        assert_eq!(declared(&bytes), 2 * TEXT.len() as u64);
        assert_eq!(
            declared(&lying(bytes, SIZE, u32::MAX)),
            u64::from(u32::MAX) + TEXT.len() as u64
        );
        assert_eq!(declared(b"PK\x01\x02 cut off"), 0);
    }

    #[test]
    fn a_second_entry_with_a_name_matters_only_if_it_is_needed_and_different() {
        let renamed = |mut bytes: Vec<u8>, from: &[u8], to: &[u8]| {
            for place in memmem::find_iter(&bytes.clone(), from) {
                bytes[place..][..from.len()].copy_from_slice(to);
            }
            bytes
        };
        let unpacked = |bytes: &[u8], name: &str| {
            let mut part = Vec::new();
            Entries::of(bytes).unwrap().unpack_named(name, &mut part).map(|()| part)
        };
        let twice = Err(Refusal::Damaged(Damage::DuplicatePart));
        for second in [b"Eerste", b"EERSTE"] {
            let same = renamed(package(CompressionMethod::Stored), b"tweede", second);
            assert_eq!(unpacked(&same, "eerste.xml").unwrap(), TEXT);
            let other = lying(same, SUM, 0x0bad_0bad);
            assert_eq!(unpacked(&other, "eerste.xml"), twice);
            assert_eq!(unpacked(&other, "map/leeg.xml").unwrap(), b"");
        }
    }
}
