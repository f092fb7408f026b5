//! Reads the input as a compound file, or as the records of a workbook packed into one.

#![no_main]

use std::io::{Cursor, Write as _};

use ketenscan_fuzz::{expect_sound, let_the_parser_panic};
use libfuzzer_sys::fuzz_target;

fn packed(records: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    let mut stream = file.create_stream("/Workbook").expect("a stream");
    stream.write_all(records).expect("a stream");
    drop(stream);
    file.into_inner().into_inner()
}

fuzz_target!(
    init: let_the_parser_panic(),
    |input: &[u8]| {
        if input.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            expect_sound(input);
        } else {
            expect_sound(&packed(input));
        }
    }
);
