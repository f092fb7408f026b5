//! Has a small workbook admitted with the parts of the input in place of its own; the first byte says of which format.

#![no_main]

use std::sync::LazyLock;

use ketenscan_fuzz::{Package, expect_canonical};
use libfuzzer_sys::fuzz_target;

static BASES: LazyLock<[Package; 3]> = LazyLock::new(|| [Package::xlsx(), Package::xlsb(), Package::ods()]);

fuzz_target!(|input: &[u8]| {
    if let Some((&which, parts)) = input.split_first() {
        expect_canonical(&BASES[usize::from(which) % BASES.len()].with(parts));
    }
});
