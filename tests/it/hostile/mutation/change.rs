//! Seeded changes to the structure of a workbook: elements, records, and occasionally plain bytes.

use ketenscan_testing::package::Parts;

/// xorshift64*: the same seed gives the same changes on every machine.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() >> 16) as usize % most.max(1)
    }

    fn one_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

/// Values with a meaning to spreadsheet parsers.
const VALUES: [&str; 34] = [
    "",
    "0",
    "-1",
    "1",
    "3",
    "255",
    "256",
    "65535",
    "65536",
    "16384",
    "16385",
    "1048576",
    "1048577",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "99999999999999999999",
    "1e308",
    "-0.0",
    "NaN",
    "INF",
    "true",
    "A1",
    "XFD1048576",
    "XFE1",
    "AAAA1",
    "A0",
    "#SPILL!",
    "s",
    "str",
    "inlineStr",
    "e",
    "&#0;",
    "&a;",
];
const NUMBERS: [u32; 12] = [
    0,
    1,
    2,
    0x7F,
    0xFF,
    0x100,
    0x7FFF,
    0xFFFF,
    0x1_0000,
    0x7FFF_FFFF,
    0xFFFF_FFFE,
    0xFFFF_FFFF,
];

/// Positions of the tags in a part.
fn tags(part: &[u8]) -> Vec<(usize, usize)> {
    let mut tags = Vec::new();
    let mut open = None;
    for (at, byte) in part.iter().enumerate() {
        match byte {
            b'<' => open = Some(at),
            b'>' => tags.extend(open.take().map(|start| (start, at + 1))),
            _ => {}
        }
    }
    tags
}

fn splice(part: &mut Vec<u8>, (start, end): (usize, usize), with: &[u8]) {
    part.splice(start..end, with.iter().copied());
}

/// Changes the XML of a part in one place.
fn change_xml(part: &mut Vec<u8>, chance: &mut Chance) {
    let tags = tags(part);
    if tags.is_empty() {
        return change_bytes(part, chance);
    }
    let tag = tags[chance.below(tags.len())];
    let other = tags[chance.below(tags.len())];
    let text = part[tag.0..tag.1].to_vec();
    match chance.below(12) {
        0..=3 => {
            // Give an attribute another value.
            let quotes: Vec<usize> = (tag.0..tag.1).filter(|&at| part[at] == b'"').collect();
            if let Some(first) = (quotes.len() > 1).then(|| chance.below(quotes.len() / 2) * 2) {
                let value = chance.one_of(&VALUES).as_bytes().to_vec();
                splice(part, (quotes[first] + 1, quotes[first + 1]), &value);
            }
        }
        4 | 5 => {
            // Replace the text after a tag.
            let end = part[tag.1..]
                .iter()
                .position(|&byte| byte == b'<')
                .map_or(part.len(), |at| tag.1 + at);
            let value = chance.one_of(&VALUES).as_bytes().to_vec();
            splice(part, (tag.1, end), &value);
        }
        6 => splice(part, tag, b""),
        7 => splice(part, (tag.1, tag.1), &text),
        8 => {
            // Repeat a stretch of elements somewhere else.
            let (start, end) = (tag.0.min(other.0), tag.0.max(other.0));
            let stretch = part[start..end.min(start + 20_000)].to_vec();
            splice(part, (other.0, other.0), &stretch.repeat(1 + chance.below(3)));
        }
        9 => {
            let (start, end) = (tag.0.min(other.0), tag.0.max(other.0));
            splice(part, (start, end), b"");
        }
        10 => {
            // Add an attribute of another tag.
            let borrowed = part[other.0..other.1].to_vec();
            if let Some(space) = borrowed.iter().position(|&byte| byte == b' ') {
                let attributes = borrowed[space..].split(|&byte| byte == b'>').next().unwrap_or_default();
                let attributes = attributes.strip_suffix(b"/").unwrap_or(attributes).to_vec();
                let end = tag.1 - if text.ends_with(b"/>") { 2 } else { 1 };
                splice(part, (end, end), &attributes);
            }
        }
        _ => {
            let instead = part[other.0..other.1].to_vec();
            splice(part, tag, &instead);
        }
    }
}

/// Changes plain bytes in one place.
fn change_bytes(part: &mut Vec<u8>, chance: &mut Chance) {
    if part.is_empty() {
        return;
    }
    let at = chance.below(part.len());
    match chance.below(5) {
        0 => part[at] ^= 1 << chance.below(8),
        1 => part[at] = chance.next() as u8,
        2 => part.truncate(at),
        3 => {
            let number = chance.one_of(&NUMBERS).to_le_bytes();
            let end = (at + 4).min(part.len());
            part[at..end].copy_from_slice(&number[..end - at]);
        }
        _ => {
            let end = (at + chance.below(64)).min(part.len());
            splice(part, (at, end), b"");
        }
    }
}

/// Changes a binary part of an xlsb package in one place: a whole record, or its bytes.
fn change_records(part: &mut Vec<u8>, chance: &mut Chance) {
    let mut records = vec![0];
    let mut at = 0;
    while at + 2 < part.len() {
        let kind = if part[at] & 0x80 == 0 { 1 } else { 2 };
        let (mut length, mut size) = (0usize, 0);
        while let Some(&byte) = part.get(at + kind + size) {
            length |= usize::from(byte & 0x7F) << (7 * size);
            size += 1;
            if byte & 0x80 == 0 || size == 4 {
                break;
            }
        }
        at += kind + size + length;
        records.push(at.min(part.len()));
    }
    let one = chance.below(records.len().saturating_sub(1));
    let Some(&end) = records.get(one + 1) else { return };
    let start = records[one];
    match chance.below(4) {
        0 => splice(part, (start, end), b""),
        1 => {
            let record = part[start..end].to_vec();
            splice(part, (end, end), &record);
        }
        2 if start < end => {
            // Change only the inside of the record, so that the others keep their place.
            let at = start + chance.below(end - start);
            part[at] = *chance.one_of(&[0, 1, 5, 6, 7, 0x13, 0x7F, 0xFF]);
        }
        _ => change_bytes(part, chance),
    }
}

pub fn change_package(parts: &mut Parts, chance: &mut Chance) {
    // Pictures and properties are not read.
    let read: Vec<usize> = (0..parts.len())
        .filter(|&index| {
            !["docProps", "theme", "Pictures", "Thumbnails", "drawing", "chart"]
                .iter()
                .any(|name| parts[index].0.contains(name))
        })
        .collect();
    for _ in 0..=chance.below(4) {
        let index = read[chance.below(read.len())];
        let other = read[chance.below(read.len())];
        match chance.below(40) {
            0 => parts[index].1.clear(),
            1 => {
                let part = parts[other].1.clone();
                parts[index].1 = part;
            }
            2 => parts[index].0 = parts[other].0.to_uppercase(),
            3 => change_bytes(&mut parts[index].1, chance),
            _ if parts[index].0.contains(".bin") => change_records(&mut parts[index].1, chance),
            _ => change_xml(&mut parts[index].1, chance),
        }
    }
}

/// Changes an xls file: its records, found by the start of the workbook stream, or any bytes.
pub fn change_compound(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let begin = bytes
        .windows(8)
        .position(|window| window == [0x09, 0x08, 0x10, 0, 0, 6, 5, 0]);
    let mut records = Vec::new();
    let mut at = begin.unwrap_or(bytes.len());
    while let Some(&[_, _, length, more]) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let end = at + 4 + usize::from(u16::from_le_bytes([length, more]));
        if end > bytes.len() {
            break;
        }
        records.push((at, end));
        at = end;
    }
    for _ in 0..=chance.below(4) {
        let Some(&(start, end)) = records.get(chance.below(records.len())) else {
            return change_bytes(bytes, chance);
        };
        let (other, _) = records[chance.below(records.len())];
        match chance.below(10) {
            0 | 1 => bytes.copy_within(other..other + 2, start),
            2 => bytes[start + 2] = bytes[start + 2].wrapping_add(chance.next() as u8 % 5).wrapping_sub(2),
            3..=7 if end > start + 5 => {
                let at = start + 4 + chance.below(end - start - 4);
                let number = chance.one_of(&NUMBERS).to_le_bytes();
                let until = (at + 1 + chance.below(4)).min(end);
                bytes[at..until].copy_from_slice(&number[..until - at]);
            }
            8 => {
                // The header, the sector table and the directory.
                let at = chance.below(bytes.len().min(2048));
                bytes[at] = chance.next() as u8;
            }
            9 => {
                let at = bytes.len() - 1 - chance.below(bytes.len().min(4096));
                let number = chance.one_of(&NUMBERS).to_le_bytes();
                let until = (at + 4).min(bytes.len());
                bytes[at..until].copy_from_slice(&number[..until - at]);
            }
            _ => {}
        }
    }
}
