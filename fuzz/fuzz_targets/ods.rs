//! Reads the small ods workbook with parts replaced by the input.

#![no_main]

use std::sync::LazyLock;

use ketenscan_fuzz::{Package, expect_sound, let_the_parser_panic};
use libfuzzer_sys::fuzz_target;

static BASE: LazyLock<Package> = LazyLock::new(Package::ods);

fuzz_target!(
    init: let_the_parser_panic(),
    |input: &[u8]| expect_sound(&BASE.with(input))
);
