//! Takes the module in WebAssembly and the parts in `web/page/`; writes them as one HTML file. The same parts give the same
//! bytes. Run by `web/build`, with the paths of the module and of the page.

use std::error::Error;
use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use ketenscan::report::html::style;
use sha2::{Digest, Sha256};

const PAGE: &str = include_str!("../../page/page.html");
const STYLE: &str = include_str!("../../page/style.css");
const WORKER: &str = include_str!("../../page/worker.js");
/// The scripts of the page, in the order in which they run.
const SCRIPTS: [&str; 4] = [
    include_str!("../../page/engine.js"),
    include_str!("../../page/files.js"),
    include_str!("../../page/show.js"),
    include_str!("../../page/page.js"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(module), Some(page)) = (arguments.next(), arguments.next()) else {
        return Err("usage: ketenscan-web-assemble MODULE PAGE".into());
    };
    fs::write(page, assembled(&fs::read(module)?)?)?;
    Ok(())
}

/// The page with this module.
fn assembled(module: &[u8]) -> Result<String, Box<dyn Error>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(module)?;
    let script = SCRIPTS.concat();
    let style = style() + STYLE;
    let parts = [
        ("@policy@", policy(&script, &style)),
        ("@style@", style),
        ("@worker@", WORKER.to_owned()),
        ("@module@", base85(&packed.finish()?)),
        ("@script@", script),
    ];
    // Each mark is on the page once; what is put in its place is never searched again.
    let (mut page, mut rest) = (String::new(), PAGE);
    for (mark, part) in parts {
        let (before, after) = rest.split_once(mark).ok_or_else(|| format!("{mark} is missing"))?;
        page += before;
        page += &part;
        rest = after;
    }
    Ok(page + rest)
}

/// What the page may do: run its own script and module, and show pictures that it made itself. Nothing else, and no
/// request of any kind.
fn policy(script: &str, style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; worker-src blob:; style-src {}; img-src data: blob:; \
         base-uri 'none'; form-action 'none'",
        hash(script),
        hash(style)
    )
}

/// The bytes in base 85, a sixteenth smaller than in base 64: each four as five digits, the last with one more digit than it
/// has bytes. The digits are the visible characters of ASCII, but those that mean something in HTML or in an address. The
/// page reads it back (`engine.js`).
fn base85(bytes: &[u8]) -> String {
    let digits: Vec<u8> = (b'!'..=b'~').filter(|digit| !br#""&'(:<=\`"#.contains(digit)).collect();
    let mut text = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for four in bytes.chunks(4) {
        let at = |index: usize| u32::from(four.get(index).copied().unwrap_or_default());
        let value = at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3);
        let powers = [85_u32.pow(4), 85_u32.pow(3), 85_u32.pow(2), 85, 1];
        let coded = powers.iter().take(four.len() + 1);
        text.extend(coded.map(|power| char::from(digits[(value / power % 85) as usize])));
    }
    text
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            if digit <= three.len() {
                text.push(char::from(DIGITS[(bits >> (18 - 6 * digit)) as usize & 63]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_as_in_the_standard() {
        // RFC 4648, section 10.
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn base85_has_five_digits_for_four_bytes_and_none_that_html_reads() {
        // By hand: 85 is the digits 1 and 0, and 0xFFFFFFFF is 82, 23, 54, 12 and 0.
        for (plain, coded) in [
            (&b""[..], ""),
            (&[0; 4], "!!!!!"),
            (&[0, 0, 0, 85], "!!!#!"),
            (&[255; 4], "|?_1!"),
            (&[0], "!!"),
            (&[0, 0, 0], "!!!!"),
        ] {
            assert_eq!(base85(plain), coded);
        }
        let all: Vec<u8> = (0..=255).flat_map(|byte: u8| [byte, 255 - byte, byte, 7]).collect();
        let coded = base85(&all);
        assert_eq!(coded.len(), all.len() / 4 * 5);
        assert!(
            coded
                .bytes()
                .all(|digit| digit.is_ascii_graphic() && !br#""&'(:<=\`"#.contains(&digit))
        );
    }

    #[test]
    fn the_page_holds_every_part_and_refers_to_nothing_outside() {
        let page = assembled(b"module").unwrap();
        assert!(!page.contains("@module@") && page.contains("data-job=\"report\""));
        for outside in [" src=", "url(", "@import", "http:", "https:", " style=\"", " onclick="] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
