//! Real workbooks with structural changes by a seeded generator: reading them always ends, and reports what was found.
//!
//! Where cargo-fuzz changes bytes, this changes records and elements inside a valid container, so that the changes get
//! past checksums and reach the readers. `KETENSCAN_MUTATIONS` is the number per workbook, `KETENSCAN_MUTATION_SECONDS`
//! the total time, `KETENSCAN_MUTATION_SEED` the first seed, and `KETENSCAN_SEEDS` a folder with more workbooks.

mod change;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Instant;

use ketenscan::questionnaire::Editions;
use ketenscan::workbook::read::read;
use ketenscan_testing::package::{Parts, pack, unpack};
use ketenscan_testing::xlsb::as_xlsb;

use self::change::{Chance, change_compound, change_package};
use crate::programs::ketenscan;

const MOST_SECONDS: f64 = if cfg!(debug_assertions) { 30.0 } else { 5.0 };

/// The initial workbooks: filled in, as made here and as saved by LibreOffice.
fn seeds(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let run = |command: &mut Command| {
        let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        assert!(output.status.success(), "{command:?}");
    };
    run(ketenscan(["demo", "--stil", "-o"]).arg(folder));
    let mut seeds = Vec::new();
    for name in ["duinstad-gemeente", "voorbeeldland-regio"] {
        let own = folder
            .join("ingevuld/voorbeeldland-2026")
            .join(name)
            .with_extension("xlsx");
        seeds.push((format!("{name}.xlsx"), fs::read(&own).unwrap()));
        seeds.push((format!("{name}.xlsb"), as_xlsb(&unpack(&seeds.last().unwrap().1))));
        for format in ["ods", "xls", "xlsx"] {
            let saved = folder.join(format!("{format}-saved"));
            let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
            run(Command::new("soffice")
                .args([&profile, "--headless", "--convert-to", format, "--outdir"])
                .arg(&saved)
                .arg(&own));
            seeds.push((
                format!("{name}-saved.{format}"),
                fs::read(saved.join(name).with_extension(format)).unwrap(),
            ));
        }
    }
    if let Ok(more) = std::env::var("KETENSCAN_SEEDS") {
        let mut paths: Vec<PathBuf> = fs::read_dir(more).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        seeds.extend(
            paths
                .iter()
                .map(|path| (path.display().to_string(), fs::read(path).unwrap())),
        );
    }
    seeds
}

/// Panics caught while reading, by the location where they began.
static PANICS: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |value| value.parse().unwrap())
}

/// The outcome for one file: read, or the code of the problem.
fn outcome(bytes: &[u8], editions: &Editions) -> String {
    let checked = read(bytes, "x", editions);
    match (&checked.value, checked.problems.first()) {
        (Some(content), _) => format!("{content:?}")
            .split(['(', ' '])
            .next()
            .unwrap_or_default()
            .to_owned(),
        (None, Some(problem)) => problem.code.to_owned(),
        (None, None) => panic!("neither content nor a problem"),
    }
}

#[test]
#[ignore = "needs LibreOffice, and minutes"]
fn changed_workbooks_are_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let seeds = seeds(folder.path());
    let editions = Editions::builtin();
    let (most, seconds) = (
        setting("KETENSCAN_MUTATIONS", 400),
        setting("KETENSCAN_MUTATION_SECONDS", 3600),
    );
    let first = setting("KETENSCAN_MUTATION_SEED", 1);

    let before = panic::take_hook();
    let before = Arc::new(before);
    let (others, here) = (Arc::clone(&before), thread::current().id());
    panic::set_hook(Box::new(move |printed| {
        // Other tests run at the same time.
        if thread::current().id() != here {
            return others(printed);
        }
        let place = printed.location().map(ToString::to_string).unwrap_or_default();
        let place = place.rsplit("/src/index").next().unwrap_or_default().to_owned();
        *PANICS.lock().unwrap().entry(place).or_default() += 1;
    }));
    let started = Instant::now();
    let mut outcomes: BTreeMap<(String, String), usize> = BTreeMap::new();
    let (mut wrong, mut done, mut slowest) = (String::new(), 0usize, 0f64);
    let unpacked: Vec<Option<Parts>> = seeds
        .iter()
        .map(|(_, bytes)| bytes.starts_with(b"PK").then(|| unpack(bytes)))
        .collect();
    'all: for round in first..first + most {
        for (which, (name, bytes)) in seeds.iter().enumerate() {
            if started.elapsed().as_secs() >= seconds {
                break 'all;
            }
            let mut chance = Chance::new(round * 1000 + which as u64);
            let changed = match &unpacked[which] {
                Some(parts) => {
                    let mut parts = parts.clone();
                    change_package(&mut parts, &mut chance);
                    pack(&parts)
                }
                None => {
                    let mut changed = bytes.clone();
                    change_compound(&mut changed, &mut chance);
                    changed
                }
            };
            let now = Instant::now();
            let ended = catch_unwind(AssertUnwindSafe(|| outcome(&changed, &editions)));
            let took = now.elapsed().as_secs_f64();
            slowest = slowest.max(took);
            done += 1;
            if took > MOST_SECONDS || ended.is_err() {
                let _ = writeln!(wrong, "{name}, round {round}: {took:.1} s, ended {ended:?}");
                if let Ok(keep) = std::env::var("KETENSCAN_MUTATION_KEEP") {
                    fs::write(Path::new(&keep).join(format!("{round}-{which}")), &changed).unwrap();
                }
            }
            let format = name.rsplit('.').next().unwrap_or_default().to_owned();
            *outcomes.entry((format, ended.unwrap_or_default())).or_default() += 1;
        }
    }
    panic::set_hook(Box::new(move |printed| before(printed)));
    println!(
        "{done} changed workbooks in {:.0} s, slowest {slowest:.2} s",
        started.elapsed().as_secs_f64()
    );
    for (place, times) in PANICS.lock().unwrap().iter() {
        println!("panic caught {times} times: {place}");
    }
    for ((format, outcome), times) in outcomes {
        println!("{format:5} {outcome:12} {times}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}
