//! Converts one of our workbooks to xlsb for the seeds, as no free program does.

use std::{env, fs};

fn main() {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [from, to] = paths.as_slice() else {
        panic!("from which file, and to which?");
    };
    let workbook = fs::read(from).expect("a workbook");
    fs::write(to, ketenscan_fuzz::as_xlsb(&workbook)).expect("room for it");
}
