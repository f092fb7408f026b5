//! Reads the small workbook as ods with the parts of the input in place of its own.

#![no_main]

use std::sync::LazyLock;

use ketenscan_fuzz::{Package, expect_sound, let_the_parser_panic};
use libfuzzer_sys::fuzz_target;

static BASE: LazyLock<Package> = LazyLock::new(Package::ods);

fuzz_target!(
    init: let_the_parser_panic(),
    |input: &[u8]| expect_sound(&BASE.with(input))
);
