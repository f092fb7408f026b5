//! Full or read-only disks, and folders that belong to somebody else; these tests run as root.

use super::*;
use ketenscan_testing::package::{pack, unpack};

/// A run with `--overschrijf` on a disk made for it, and the final contents of that disk.
struct OnDisk {
    command: Command,
    left: PathBuf,
}

/// Mounts a disk of this size, copies a report onto it if there is one, and runs `then` before the run.
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
fn nothing_appears_on_a_full_disk() {
    let folder = demo();
    let mut disk = on_disk(&folder, 64 * 1024, None, "true");
    let printed = refused(&mut disk.command);
    assert!(
        printed.contains("de schijf is vol") && printed.contains(NAME),
        "{printed}"
    );
    assert_eq!(files_in(&disk.left), [] as [PathBuf; 0]);
}

#[test]
#[ignore = "needs root"]
fn the_old_report_stays_on_a_full_disk() {
    let folder = demo();
    let [old, new] = reports(&folder);
    // The old report and a third of the new one fit.
    let size = old.len() + new.len() / 3;
    let mut disk = on_disk(&folder, size.next_multiple_of(4096), Some(&old), "true");
    let printed = refused(&mut disk.command);
    assert!(
        printed.contains("de schijf is vol") && printed.contains(NAME),
        "{printed}"
    );
    assert_eq!(files_in(&disk.left), [disk.left.join(NAME)]);
    assert!(fs::read(disk.left.join(NAME)).expect("a report") == old);
    // Nor is a report in which people worked kept twice, or not at all.
    let worked_in = pack(&unpack(&old));
    let size = worked_in.len() + new.len() / 3;
    let mut disk = on_disk(&folder, size.next_multiple_of(4096), Some(&worked_in), "true");
    refused(&mut disk.command);
    assert_eq!(files_in(&disk.left), [disk.left.join(NAME)]);
    assert!(fs::read(disk.left.join(NAME)).expect("a report") == worked_in);
    // With enough space, the same set-up does overwrite.
    let mut disk = on_disk(&folder, 4 << 20, Some(&old), "true");
    let (status, _, printed) = run(&mut disk.command);
    assert_eq!(status, Some(0), "{printed}");
    assert!(fs::read(disk.left.join(NAME)).expect("a report") == new);
}

#[test]
#[ignore = "needs root"]
fn the_old_report_stays_on_a_read_only_disk() {
    let folder = demo();
    let [old, _] = reports(&folder);
    let mut disk = on_disk(&folder, 4 << 20, Some(&old), "mount -o remount,ro \"$DISK\"");
    let printed = refused(&mut disk.command);
    assert!(printed.contains("alleen-lezen") && printed.contains(NAME), "{printed}");
    assert_eq!(files_in(&disk.left), [disk.left.join(NAME)]);
    assert!(fs::read(disk.left.join(NAME)).expect("a report") == old);
}

/// A copy of the program that anyone may run, and a command that runs it as user nobody.
fn as_nobody(folder: &TempDir, arguments: &[&str]) -> Command {
    let program = folder.path().join("ketenscan");
    if !program.exists() {
        // The binary is copied because its folder may be inaccessible.
        fs::copy(KETENSCAN, &program).expect("a copy");
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
fn an_inaccessible_subfolder_does_not_keep_others_from_being_read() {
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
        others.len() == files_in(&input).len() - 1 && others.iter().all(|file| file["kind"].is_string()),
        "{document}"
    );

    let printed = refused(&mut as_nobody(&folder, &["controleer", &closed.to_string_lossy()]));
    assert!(
        printed.contains("geen toestemming"),
        "what is named itself must be there: {printed}"
    );
}

#[test]
#[ignore = "needs root"]
fn the_old_report_stays_in_somebody_elses_folder() {
    let folder = demo();
    let [old, _] = reports(&folder);
    let output = folder.path().join("reports");
    fs::create_dir(&output).expect("a folder");
    fs::write(output.join(NAME), &old).expect("a report");
    // Everyone may read, and nobody but root may write.
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
        let printed = refused(&mut command);
        assert!(
            printed.contains("geen toestemming") && printed.contains(NAME),
            "{printed}"
        );
    }
    assert_eq!(files_in(&output), [output.join(NAME)]);
    assert!(fs::read(output.join(NAME)).expect("a report") == old);
    assert!(!folder.path().join("nieuw").exists());
}
