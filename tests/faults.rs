//! Output is whole or not at all, whatever happens while it is written: a kill, a full or read-only disk, a name that
//! is too long, a second run at the same time.
//!
//! Tests that mount a disk of their own or run as another user are left out by `cargo test`;
//! `cargo test --test faults -- --ignored` runs them as root, and fails where it cannot set them up.

#![cfg(all(feature = "cli", target_os = "linux"))]

#[path = "support/demo.rs"]
mod demo_books;
#[path = "support/programs.rs"]
mod programs;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ketenscan::questionnaire::builtin;
use ketenscan::workbook::template;
use programs::{files_in, is_unfinished, ketenscan, run, succeed};
use tempfile::TempDir;

const NAME: &str = "voorbeeldland-2026.xlsx";
/// Two days of writing, so that reports on the same input differ.
const DAYS: [&str; 2] = ["1767225600", "1783000000"];
/// What a set-up that does not work ends with.
const NOT_SET_UP: i32 = 99;

/// The demo's filled-in workbooks of one region and year, in `ingevuld` of a new folder.
fn demo() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let input = folder.path().join("ingevuld");
    fs::create_dir(&input).expect("a folder");
    let questionnaire = builtin();
    for (name, order) in demo_books::orders(&questionnaire) {
        let bytes = template::write(&questionnaire, &order).expect("a workbook");
        fs::write(input.join(name), bytes).expect("a workbook written");
    }
    folder
}

/// A report on the workbooks of this folder, written on a day.
fn report(folder: &TempDir, output: &Path, day: &str) -> Command {
    let mut command = ketenscan(["rapport", "--stil", "-o"]);
    command.arg(output).arg(folder.path().join("ingevuld"));
    command.env("SOURCE_DATE_EPOCH", day);
    command
}

/// The report as it is on each of the days.
fn reports(folder: &TempDir) -> [Vec<u8>; 2] {
    DAYS.map(|day| {
        let output = folder.path().join(day);
        succeed(&mut report(folder, &output, day));
        fs::read(output.join(NAME)).expect("a report")
    })
}

fn start(command: &mut Command) -> Child {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// What a run says that could not be carried out: one sentence in Dutch, then what the system said.
fn refused(command: &mut Command) -> String {
    let (status, _, told) = run(command);
    assert_ne!(status, Some(NOT_SET_UP), "not set up: {told}");
    assert_eq!(status, Some(2), "{told}");
    let mut lines = told.trim_end().lines();
    let sentence = lines.next().expect("a sentence").to_owned();
    assert!(lines.all(|line| line.starts_with("  Oorzaak: ")), "{told}");
    assert!(
        sentence.starts_with("Gestopt: ") && sentence.ends_with(['.', '?']),
        "{told}"
    );
    for foreign in ["os error", "No such", "denied", "?."] {
        assert!(!sentence.contains(foreign), "'{foreign}' in: {sentence}");
    }
    sentence
}

#[test]
fn a_report_survives_a_kill_while_it_is_overwritten() {
    let folder = demo();
    let whole = reports(&folder);
    // Under the input, so that what a kill leaves behind is in the way of the next run.
    let output = folder.path().join("ingevuld/reports");
    let path = output.join(NAME);
    let usual = Instant::now();
    succeed(&mut report(&folder, &output, DAYS[0]));
    let usual = usual.elapsed();
    let before = succeed(ketenscan(["controleer", "--json"]).arg(folder.path().join("ingevuld")));

    let (mut killed, mut changed) = (0, 0);
    let mut current = 0;
    for round in 0..60_u32 {
        let unfinished = || files_in(&output).iter().filter(|path| is_unfinished(path)).count();
        let (known, started) = (unfinished(), Instant::now());
        let mut child = start(report(&folder, &output, DAYS[1 - current]).arg("--overschrijf"));
        if round % 2 == 0 {
            // Anywhere in the run.
            std::thread::sleep(usual * (round * 7 % 64) / 60);
        } else {
            // As it starts to write, and some moments on.
            while unfinished() == known && child.try_wait().expect("a state").is_none() {
                assert!(started.elapsed() < Duration::from_secs(60), "the run does not end");
            }
            std::thread::sleep(Duration::from_micros(u64::from(round) * 40));
        }
        child.kill().expect("a kill");
        let status = child.wait().expect("an end");
        killed += u32::from(status.signal().is_some());
        let found = fs::read(&path).expect("a report");
        let which = whole.iter().position(|whole| *whole == found);
        let which = which.unwrap_or_else(|| panic!("round {round}: the report is neither the old nor the new one"));
        assert!(
            status.signal().is_some() || which != current,
            "round {round}: done, but not written"
        );
        changed += u32::from(which != current);
        current = which;
    }
    let left = files_in(&output).iter().filter(|path| is_unfinished(path)).count();
    assert!(
        killed > 20 && left > 0,
        "killed {killed} times, {left} unfinished files"
    );

    let after = succeed(ketenscan(["controleer", "--json"]).arg(folder.path().join("ingevuld")));
    assert_eq!(before, after, "{changed} times changed, {left} unfinished files");
    succeed(report(&folder, &output, DAYS[1 - current]).arg("--overschrijf"));
    assert!(
        fs::read(&path).expect("a report") == whole[1 - current],
        "the next run is disturbed"
    );
}

#[test]
fn a_report_survives_an_end_after_any_number_of_bytes() {
    let folder = demo();
    let whole = reports(&folder);
    let output = folder.path().join("reports");
    let path = output.join(NAME);
    succeed(&mut report(&folder, &output, DAYS[0]));
    let blocks = whole[1].len() / 512;
    for limit in (0..=blocks).step_by(blocks / 12) {
        // The system ends a program that writes past the limit on the size of a file.
        let mut limited = Command::new("sh");
        limited.args(["-c", "ulimit -c 0 && ulimit -f \"$0\" && exec \"$@\""]);
        limited.arg(limit.to_string());
        let mut inner = report(&folder, &output, DAYS[1]);
        inner.arg("--overschrijf");
        limited.arg(inner.get_program()).args(inner.get_args());
        limited.env("SOURCE_DATE_EPOCH", DAYS[1]);
        let status = start(&mut limited).wait().expect("an end");
        assert!(!status.success(), "nothing stops at {limit} blocks");
        assert!(
            fs::read(&path).expect("a report") == whole[0],
            "{limit} blocks: the old report is gone"
        );
    }
    let left = files_in(&output).iter().filter(|path| is_unfinished(path)).count();
    assert!(left >= 12, "{left} unfinished files");
}

#[test]
fn an_unfinished_file_is_no_input() {
    let folder = demo();
    let input = folder.path().join("ingevuld");
    let before = succeed(ketenscan(["controleer", "--json"]).arg(&input));
    // Whole as it is, it would be a second answer of the same respondent.
    fs::copy(input.join("duinstad-gemeente.xlsx"), input.join(".ketenscan-a1B2c3")).expect("a copy");
    fs::write(input.join(".ketenscan-d4E5f6"), b"PK\x03\x04").expect("a beginning");
    let after = succeed(ketenscan(["controleer", "--json"]).arg(&input));
    assert_eq!(before, after);
    succeed(&mut report(&folder, &folder.path().join("reports"), DAYS[0]));
}

/// Both runs on one output, as nearly at once as can be; who is done, and what the other says.
fn two_at_once(folder: &TempDir, output: &Path, overwrite: bool) -> Vec<(Option<i32>, String)> {
    let children: Vec<Child> = DAYS
        .iter()
        .map(|day| {
            let mut command = report(folder, output, day);
            if overwrite {
                command.arg("--overschrijf");
            }
            let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
            command.spawn().expect("the program starts")
        })
        .collect();
    let ends = children.into_iter().map(|child| {
        let output = child.wait_with_output().expect("an end");
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!told.contains("panicked"), "{told}");
        (output.status.code(), told)
    });
    ends.collect()
}

/// Only two workbooks, so that two runs often meet.
fn two_workbooks() -> TempDir {
    let folder = demo();
    for path in files_in(&folder.path().join("ingevuld")) {
        if !path.ends_with("duinstad-gemeente.xlsx") && !path.ends_with("voorbeeldland-regio.xlsx") {
            fs::remove_file(path).expect("it goes");
        }
    }
    folder
}

#[test]
fn of_two_runs_at_once_one_wins_and_the_other_says_it_is_there() {
    let folder = two_workbooks();
    let whole = reports(&folder);
    for round in 0..12 {
        let output = folder.path().join(format!("round-{round}"));
        let ends = two_at_once(&folder, &output, false);
        let winner = ends
            .iter()
            .position(|(status, _)| *status == Some(0))
            .expect("a winner");
        let (status, told) = &ends[1 - winner];
        assert_eq!(*status, Some(2), "{told}");
        assert!(told.contains(NAME) && told.contains("bestaat al"), "{told}");
        let path = output.join(NAME);
        assert_eq!(files_in(&output), [path.as_path()]);
        assert!(fs::read(path).expect("a report") == whole[winner], "not the winner's");
    }
}

#[test]
fn a_report_that_appeared_while_another_was_written_stays() {
    let folder = two_workbooks();
    let whole = reports(&folder);
    let mut met = 0;
    for round in 0..40 {
        let output = folder.path().join(format!("round-{round}"));
        let mut slow = start(&mut report(&folder, &output, DAYS[0]));
        while !files_in(&output).iter().any(|path| is_unfinished(path)) && slow.try_wait().expect("a state").is_none() {
        }
        let id = slow.id();
        let signal = |name: &str| {
            let mut kill = Command::new("sh");
            kill.args(["-c", &format!("kill -{name} {id}")]);
            kill.stderr(Stdio::null()).status().expect("sh runs");
        };
        // Held while it writes; the other one is done before it goes on.
        signal("STOP");
        // Stopped, or ended before that.
        let stat = format!("/proc/{id}/stat");
        while fs::read_to_string(&stat).is_ok_and(|stat| !stat.contains(") T ") && !stat.contains(") Z ")) {}
        if !output.join(NAME).exists() {
            let (status, _, told) = run(&mut report(&folder, &output, DAYS[1]));
            assert_eq!(status, Some(0), "{told}");
            signal("CONT");
            assert_eq!(slow.wait().expect("an end").code(), Some(2));
            assert!(
                fs::read(output.join(NAME)).expect("a report") == whole[1],
                "not the first one's"
            );
            met += 1;
        }
        signal("CONT");
        slow.wait().expect("an end");
        assert_eq!(files_in(&output), [output.join(NAME)]);
    }
    assert!(met > 0, "the runs never met");
}

#[test]
fn two_runs_that_overwrite_both_succeed_and_leave_one_whole_report() {
    let folder = two_workbooks();
    let whole = reports(&folder);
    let output = folder.path().join("reports");
    for _ in 0..12 {
        let ends = two_at_once(&folder, &output, true);
        assert!(ends.iter().all(|(status, _)| *status == Some(0)), "{ends:?}");
        let path = output.join(NAME);
        assert_eq!(files_in(&output), [path.as_path()]);
        let found = fs::read(path).expect("a report");
        assert!(whole.contains(&found), "a mixture");
    }
}

/// The demo's workbooks with another name for the region.
fn renamed_region(name: &str) -> TempDir {
    let folder = demo();
    for path in files_in(&folder.path().join("ingevuld")) {
        let mut book = zip::ZipArchive::new(File::open(&path).expect("a workbook")).expect("a zip");
        let mut written = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for index in 0..book.len() {
            let mut entry = book.by_index(index).expect("an entry");
            let entry_name = entry.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("its bytes");
            if entry_name == "xl/sharedStrings.xml" {
                let text = String::from_utf8(bytes).expect("UTF-8");
                assert!(text.contains("<t>Voorbeeldland</t>"), "{}", path.display());
                let renamed = text.replace("<t>Voorbeeldland</t>", &format!("<t>{name}</t>"));
                bytes = renamed.into_bytes();
            }
            let options = zip::write::SimpleFileOptions::default();
            written.start_file(entry_name, options).expect("an entry");
            written.write_all(&bytes).expect("its bytes");
        }
        fs::write(&path, written.finish().expect("a zip").into_inner()).expect("a workbook");
    }
    folder
}

#[test]
fn a_regions_long_name_is_cut_in_the_name_of_its_files() {
    let name = "Langedijkerland ".repeat(19).trim_end().to_owned();
    assert!(name.len() >= 300);
    let folder = renamed_region(&name);
    let output = folder.path().join("reports");
    let told = succeed(report(&folder, &output, DAYS[0]).arg("--json"));
    assert!(told.starts_with("Ketenscan Langedijkerland Langedijkerland"), "{told}");
    let names: Vec<String> = files_in(&output)
        .iter()
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    for (name, ending) in names.iter().zip(["-2026.json", "-2026.xlsx"]) {
        assert!(
            name.starts_with("langedijkerland-langedijkerland-") && name.ends_with(ending),
            "{name}"
        );
        assert!(name.len() < 255, "{name}");
    }

    let templates = folder.path().join("sjablonen");
    let (region, municipality) = (format!("--regio={name}"), format!("--gemeente={name}"));
    succeed(ketenscan(["sjabloon", "--stil", "--jaar=2026", &region, &municipality, "-o"]).arg(&templates));
    let made = files_in(&templates);
    assert_eq!(made.len(), 1, "{made:?}");
    assert_eq!(files_in(&made[0]).len(), 2);
}

#[test]
fn a_path_that_the_system_does_not_take_is_told_as_such() {
    let folder = two_workbooks();
    let long_name = folder.path().join("n".repeat(300));
    let long_path = folder.path().join("map/".repeat(1500));
    for output in [&long_name, &long_path] {
        let told = refused(&mut report(&folder, output, DAYS[0]));
        assert!(told.contains("te lang"), "{told}");
        let told = refused(ketenscan(["sjabloon", "--regio=Proefland", "--jaar=2026", "-o"]).arg(output));
        assert!(told.contains("te lang"), "{told}");
        let told = refused(ketenscan(["controleer"]).arg(output));
        assert!(
            told.contains("te lang") || told.contains("bestaat niet"),
            "{}",
            &told[told.len().saturating_sub(120)..]
        );
    }
    assert_eq!(files_in(folder.path()), [folder.path().join("ingevuld")]);
}

#[test]
fn a_folder_where_a_file_belongs_and_the_other_way_round_are_told_as_such() {
    let folder = two_workbooks();
    let output = folder.path().join("reports");
    fs::create_dir_all(output.join(NAME)).expect("a folder");
    let told = refused(&mut report(&folder, &output, DAYS[0]));
    assert!(told.contains("bestaat al") || told.contains("map"), "{told}");
    let told = refused(report(&folder, &output, DAYS[0]).arg("--overschrijf"));
    assert!(told.contains("map waar een bestand hoort"), "{told}");
    assert_eq!(files_in(&output), [output.join(NAME)]);

    let file = folder.path().join("bestand");
    fs::write(&file, "tekst").expect("a file");
    let told = refused(&mut report(&folder, &file, DAYS[0]));
    assert!(told.contains("map"), "{told}");
    assert_eq!(fs::read(&file).expect("a file"), b"tekst");
}

#[test]
fn a_full_disk_under_what_is_printed_is_no_panic() {
    let folder = two_workbooks();
    let input = folder.path().join("ingevuld");
    let full = || File::options().write(true).open("/dev/full").expect("/dev/full");
    for printing in [
        &["controleer"][..],
        &["controleer", "--json"],
        &["rapport", "--overschrijf"],
    ] {
        for (what, stdout, stderr) in [
            ("standard output", Stdio::from(full()), Stdio::piped()),
            ("standard error", Stdio::piped(), Stdio::from(full())),
        ] {
            let mut command = ketenscan(printing);
            command.arg(&input).current_dir(folder.path());
            let child = command.stdout(stdout).stderr(stderr).spawn().expect("it starts");
            let output = child.wait_with_output().expect("an end");
            let told = String::from_utf8_lossy(&output.stderr);
            // Results that nobody can read are a run that could not be carried out; messages may go missing.
            let wanted: &[i32] = if what == "standard output" { &[2] } else { &[0, 2] };
            assert!(
                output.status.code().is_some_and(|status| wanted.contains(&status)) && !told.contains("panicked"),
                "{printing:?}, {what} full: {}, {told}",
                output.status
            );
        }
    }
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let folder = two_workbooks();
    let mut command = ketenscan(["controleer", "--json"]);
    command.arg(folder.path().join("ingevuld"));
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // As `| head -0` does.
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("an end");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        !told.contains("panicked") && output.status.code() != Some(101),
        "{told}"
    );
}

/// A run that may overwrite, on a disk of its own that a set-up makes, with what the disk holds in the end.
struct OnDisk {
    command: Command,
    left: PathBuf,
}

/// Mounts a disk of this size, copies a report onto it where there is one, and does `then` before the run.
fn on_disk(folder: &TempDir, size: usize, old: Option<&[u8]>, then: &str) -> OnDisk {
    const SCRIPT: &str = r#"
        mount -t tmpfs -o "size=$SIZE" none "$DISK" || exit 99
        if [ -e "$OLD" ]; then cp "$OLD" "$DISK/$NAME" || exit 99; fi
        eval "$THEN" || exit 99
        "$@"
        status=$?
        cp -r "$DISK/." "$LEFT" || exit 99
        exit $status"#;
    let place = |name: &str| folder.path().join(name);
    let (disk, left) = (place("disk"), place("left"));
    for folder in [&disk, &left] {
        fs::create_dir_all(folder).expect("a folder");
    }
    match old {
        Some(old) => fs::write(place("old"), old).expect("a report"),
        None => assert!(!place("old").exists(), "an old report"),
    }
    let mut inner = report(folder, &disk, DAYS[1]);
    inner.arg("--overschrijf");
    let mut command = Command::new("unshare");
    command.args(["--mount", "--propagation", "private", "sh", "-c", SCRIPT, "sh"]);
    command.arg(inner.get_program()).args(inner.get_args());
    command.env("SOURCE_DATE_EPOCH", DAYS[1]).env("SIZE", size.to_string());
    command.env("DISK", disk).env("OLD", place("old")).env("LEFT", &left);
    command.env("NAME", NAME).env("THEN", then);
    OnDisk { command, left }
}

#[test]
#[ignore = "needs root"]
fn on_a_disk_that_is_full_nothing_appears() {
    let folder = demo();
    let mut disk = on_disk(&folder, 64 * 1024, None, "true");
    let told = refused(&mut disk.command);
    assert!(told.contains("de schijf is vol") && told.contains(NAME), "{told}");
    assert_eq!(files_in(&disk.left), [] as [PathBuf; 0]);
}

#[test]
#[ignore = "needs root"]
fn on_a_disk_that_is_full_the_old_report_stays() {
    let folder = demo();
    let [old, new] = reports(&folder);
    // The old report and a third of the new one.
    let size = old.len() + new.len() / 3;
    let mut disk = on_disk(&folder, size.next_multiple_of(4096), Some(&old), "true");
    let told = refused(&mut disk.command);
    assert!(told.contains("de schijf is vol") && told.contains(NAME), "{told}");
    assert_eq!(files_in(&disk.left), [disk.left.join(NAME)]);
    assert!(fs::read(disk.left.join(NAME)).expect("a report") == old);
    // With room, the same set-up does overwrite.
    let mut disk = on_disk(&folder, 4 << 20, Some(&old), "true");
    let (status, _, told) = run(&mut disk.command);
    assert_eq!(status, Some(0), "{told}");
    assert!(fs::read(disk.left.join(NAME)).expect("a report") == new);
}

#[test]
#[ignore = "needs root"]
fn on_a_read_only_disk_the_old_report_stays() {
    let folder = demo();
    let [old, _] = reports(&folder);
    let mut disk = on_disk(&folder, 4 << 20, Some(&old), "mount -o remount,ro \"$DISK\"");
    let told = refused(&mut disk.command);
    assert!(told.contains("alleen-lezen") && told.contains(NAME), "{told}");
    assert_eq!(files_in(&disk.left), [disk.left.join(NAME)]);
    assert!(fs::read(disk.left.join(NAME)).expect("a report") == old);
}

/// A copy of the tool that anyone may run, and how to run it there as nobody.
fn as_nobody(folder: &TempDir, arguments: &[&str]) -> Command {
    let program = folder.path().join("ketenscan");
    if !program.exists() {
        // The binary comes along, since its folder may be closed.
        fs::copy(env!("CARGO_BIN_EXE_ketenscan"), &program).expect("a copy");
        for path in [folder.path(), &program] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("permissions");
        }
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command.arg(program).args(arguments);
    command
}

#[test]
#[ignore = "needs root"]
fn a_closed_folder_within_a_folder_keeps_nothing_else_from_being_read() {
    let folder = demo();
    let input = folder.path().join("ingevuld");
    let closed = input.join("archief");
    fs::create_dir(&closed).expect("a folder");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).expect("permissions");
    let named = input.to_string_lossy();
    let output = as_nobody(&folder, &["controleer", &named, "--json"])
        .output()
        .expect("the tool runs");
    assert_eq!(output.status.code(), Some(1));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let files = document["files"].as_array().expect("a list");
    let (archive, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| file["file"] == *closed.to_string_lossy());
    assert_eq!(archive.len(), 1);
    assert_eq!(archive[0]["problems"][0]["code"], "W13");
    assert_eq!(
        archive[0]["problems"][0]["message"],
        "de map kan niet gelezen worden: er is geen toestemming"
    );
    assert!(
        others.len() > 3 && others.iter().all(|file| file["kind"].is_string()),
        "{document}"
    );

    let told = refused(&mut as_nobody(&folder, &["controleer", &closed.to_string_lossy()]));
    assert!(
        told.contains("geen toestemming"),
        "what is named itself must be there: {told}"
    );
}

#[test]
#[ignore = "needs root"]
fn in_a_folder_of_someone_else_the_old_report_stays() {
    let folder = demo();
    let [old, _] = reports(&folder);
    let output = folder.path().join("reports");
    fs::create_dir(&output).expect("a folder");
    fs::write(output.join(NAME), &old).expect("a report");
    // Everyone may look and nobody but root may write.
    fs::set_permissions(&output, fs::Permissions::from_mode(0o755)).expect("permissions");
    let as_nobody = |arguments: &[&str], output: &Path| {
        let mut command = as_nobody(&folder, arguments);
        command.arg("-o").arg(output);
        command
    };
    let input = folder.path().join("ingevuld");
    let input = input.to_string_lossy();
    let existing = as_nobody(&["rapport", &input, "--overschrijf", "--stil"], &output);
    let absent = as_nobody(&["rapport", &input, "--stil"], &folder.path().join("nieuw"));
    for mut command in [existing, absent] {
        let told = refused(&mut command);
        assert!(told.contains("geen toestemming") && told.contains(NAME), "{told}");
    }
    assert_eq!(files_in(&output), [output.join(NAME)]);
    assert!(fs::read(output.join(NAME)).expect("a report") == old);
    assert!(!folder.path().join("nieuw").exists());
}
