//! Takes a compound file; finds its streams without trusting any chain, and packs the workbook stream into a new one.

mod biff;

use crate::little_endian::{u16_at, u32_at};
use crate::{Admitted, Damage, Format, Refusal, kind};

/// The signature with which every compound file begins.
pub(crate) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Numbers from here on are markers, not sectors.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const FAT: u32 = 0xFFFF_FFFD;
const MINI_SECTOR: usize = 64;
/// Streams shorter than this are kept in mini sectors.
const MINI_CUTOFF: usize = 4096;
const ENTRY: usize = 128;

/// Checks a compound file against the bounds and makes its clean copy.
pub(crate) fn admit(bytes: &[u8]) -> Result<Admitted, Refusal> {
    let broken = || Refusal::Damaged(Damage::Contents);
    let file = Compound::open(bytes).ok_or_else(broken)?;
    let entries = file.entries().ok_or_else(broken)?;
    let find = |name: &str| entries.iter().find(|entry| entry.name == name);
    if find("encryptedpackage").is_some() {
        return Err(Refusal::Protected);
    }
    let Some(entry) = find("workbook").or_else(|| find("book")) else {
        return Err(kind::of_compound(|name| find(name).is_some()));
    };
    let mut stream = file.stream(entry, entries.first()).ok_or_else(broken)?;
    let (mut unreadable, mut looks) = (Vec::new(), Vec::new());
    biff::clean(&mut stream, &mut unreadable, &mut looks)?;
    Ok(Admitted {
        saved: None,
        format: Format::Xls,
        clean: pack(&stream, entry.name == "workbook"),
        results: false,
        unreadable,
        looks,
    })
}

struct Compound<'b> {
    /// Everything after the header.
    sectors: &'b [u8],
    sector_size: usize,
    fat: Vec<u32>,
    first_directory_sector: u32,
    first_mini_fat_sector: u32,
}

struct Entry {
    /// In lower case.
    name: String,
    start: u32,
    length: usize,
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .chunks_exact(4)
        .map(|number| u32::from_le_bytes([number[0], number[1], number[2], number[3]]))
}

impl<'b> Compound<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector_size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self {
            sectors: bytes.get(sector_size..)?,
            sector_size,
            fat: Vec::new(),
            first_directory_sector: u32_at(bytes, 48)?,
            first_mini_fat_sector: u32_at(bytes, 60)?,
        };
        // The sectors of the allocation table are listed in the header and, if there are many, in a chain of further
        // sectors.
        let mut listed: Vec<u32> = numbers(bytes.get(76..512)?).collect();
        let mut next = u32_at(bytes, 68)?;
        let most = file.sectors.len() / sector_size + 1;
        while next < FIRST_MARK {
            listed.extend(numbers(file.sector(next)?));
            next = listed.pop()?;
            if listed.len() > most + 109 + sector_size {
                return None;
            }
        }
        for sector in listed.into_iter().filter(|&sector| sector < FIRST_MARK) {
            let numbers = numbers(file.sector(sector)?).collect::<Vec<_>>();
            file.fat.extend(numbers);
            if file.fat.len() > most + sector_size {
                return None;
            }
        }
        Some(file)
    }

    /// A sector; the last one of a file may be short.
    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_mul(self.sector_size)?;
        let end = start.checked_add(self.sector_size)?.min(self.sectors.len());
        self.sectors.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The contents of a chain of sectors, up to `length` bytes; `None` if the chain loops.
    fn chain(&self, start: u32, length: Option<usize>) -> Option<Vec<u8>> {
        let mut chain = Vec::new();
        let mut next = start;
        let mut seen = vec![false; self.fat.len()];
        while next < FIRST_MARK && length.is_none_or(|length| chain.len() < length) {
            if std::mem::replace(seen.get_mut(next as usize)?, true) {
                return None;
            }
            chain.extend_from_slice(self.sector(next)?);
            next = self.fat[next as usize];
        }
        if let Some(length) = length {
            if chain.len() < length {
                return None;
            }
            chain.truncate(length);
        }
        Some(chain)
    }

    fn entries(&self) -> Option<Vec<Entry>> {
        let directory = self.chain(self.first_directory_sector, None)?;
        directory
            .chunks_exact(ENTRY)
            .map(|entry| {
                let units: Vec<u16> = entry[..64]
                    .chunks_exact(2)
                    .map(|unit| u16::from_le_bytes([unit[0], unit[1]]))
                    .take_while(|&unit| unit != 0)
                    .collect();
                Some(Entry {
                    name: String::from_utf16_lossy(&units).to_lowercase(),
                    start: u32_at(entry, 116)?,
                    length: u32_at(entry, 120)? as usize,
                })
            })
            .collect()
    }

    fn stream(&self, entry: &Entry, root: Option<&Entry>) -> Option<Vec<u8>> {
        if entry.length >= MINI_CUTOFF {
            return self.chain(entry.start, Some(entry.length));
        }
        let root = root?;
        let store = self.chain(root.start, Some(root.length))?;
        let mini_fat: Vec<u32> = numbers(&self.chain(self.first_mini_fat_sector, None)?).collect();
        let mut stream = Vec::new();
        let mut next = entry.start;
        while stream.len() < entry.length {
            let start = (next as usize).checked_mul(MINI_SECTOR)?;
            stream.extend_from_slice(store.get(start..start + MINI_SECTOR)?);
            next = *mini_fat.get(next as usize)?;
        }
        stream.truncate(entry.length);
        Some(stream)
    }
}

/// A compound file with one stream.
fn pack(stream: &[u8], recent: bool) -> Vec<u8> {
    // The largest sectors, so that the header alone has room to list those of the allocation table.
    const SECTOR: usize = 4096;
    const PER_SECTOR: usize = SECTOR / 4;
    let length = stream.len().max(MINI_CUTOFF);
    let data = length.div_ceil(SECTOR);
    let table = (data + 1).div_ceil(PER_SECTOR - 1);
    let directory = (data + table) as u32;

    let mut file = Vec::with_capacity((data + table + 2) * SECTOR);
    file.extend_from_slice(&SIGNATURE);
    file.extend_from_slice(&[0; 16]);
    for number in [0x3E_u16, 4, 0xFFFE, 12, 6, 0, 0, 0] {
        file.extend_from_slice(&number.to_le_bytes());
    }
    let facts = [
        1,
        table as u32,
        directory,
        0,
        MINI_CUTOFF as u32,
        END_OF_CHAIN,
        0,
        END_OF_CHAIN,
        0,
    ];
    let listed = (0..109).map(|index| if index < table { (data + index) as u32 } else { FREE });
    for number in facts.into_iter().chain(listed) {
        file.extend_from_slice(&number.to_le_bytes());
    }
    file.resize(SECTOR, 0);
    file.extend_from_slice(stream);
    file.resize(SECTOR * (1 + data), 0);
    for sector in 0..(table * PER_SECTOR) as u32 {
        let next = match sector as usize {
            sector if sector + 1 < data => sector as u32 + 1,
            sector if sector >= data && sector < data + table => FAT,
            sector if sector + 1 == data || sector == directory as usize => END_OF_CHAIN,
            _ => FREE,
        };
        file.extend_from_slice(&next.to_le_bytes());
    }
    let name = if recent { "Workbook" } else { "Book" };
    for (name, kind, length) in [("Root Entry", 5, 0), (name, 2, length)] {
        let entry = file.len();
        file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(entry + 64, 0);
        file.extend_from_slice(&((name.len() as u16 + 1) * 2).to_le_bytes());
        file.extend_from_slice(&[kind, 1]);
        // No siblings; the stream is the child of the root.
        for number in [FREE, FREE, if kind == 5 { 1 } else { FREE }] {
            file.extend_from_slice(&number.to_le_bytes());
        }
        file.resize(entry + 116, 0);
        file.extend_from_slice(&0u32.to_le_bytes());
        file.extend_from_slice(&(length as u64).to_le_bytes());
    }
    file.resize(SECTOR * (2 + data + table), 0);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_stream_is_found_again() {
        for length in [0, 10, 4096, 5000, 4096 * 1023, 5 << 20] {
            let stream: Vec<u8> = (0..length).map(|byte| (byte % 251) as u8).collect();
            let packed = pack(&stream, true);
            let file = Compound::open(&packed).unwrap();
            let entries = file.entries().unwrap();
            let entry = entries.iter().find(|entry| entry.name == "workbook").unwrap();
            let found = file.stream(entry, entries.first()).unwrap();
            assert!(found.starts_with(&stream) && found[length..].iter().all(|&byte| byte == 0));
        }
    }

    #[test]
    fn looping_chains_are_refused() {
        let packed = pack(&[0; 9000], true);
        let table = 4096 * 4;
        // Every sector of the stream and of the directory points back to itself.
        for sector in [0, 4] {
            let mut looped = packed.clone();
            looped[table + sector * 4..table + sector * 4 + 4].copy_from_slice(&(sector as u32).to_le_bytes());
            assert!(matches!(admit(&looped), Err(Refusal::Damaged(_))), "{sector}");
        }
        for cut in 0..packed.len() / 64 {
            assert!(admit(&packed[..cut * 64]).is_err());
        }
    }
}
