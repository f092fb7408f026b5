//! Has a small workbook admitted in which the input replaces parts; the first byte chooses the format.

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
