//! Ctrl-C ends a run in an orderly way: a message to the user, nothing incomplete, and the next run does everything.
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::programs::ketenscan;

/// All files under a folder, including hidden ones; none if the folder does not exist.
fn files_under(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            names.extend(files_under(&path));
        } else {
            names.push(path.to_string_lossy().into_owned());
        }
    }
    names
}

fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.expect("kill runs").success());
}

#[test]
fn ctrl_c_leaves_complete_files_and_a_message() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("demo");
    let demo = || {
        let mut command = ketenscan(["demo", "-o"]);
        command.arg(&output).args(["--kleur", "nooit"]);
        command
    };
    let child = demo()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a run");
    let started = Instant::now();
    while files_under(&output).len() < 2 {
        assert!(started.elapsed() < Duration::from_secs(60), "nothing is written");
        std::thread::sleep(Duration::from_millis(1));
    }
    interrupt(&child);
    let ended = child.wait_with_output().expect("an end");
    let printed = String::from_utf8_lossy(&ended.stderr);

    assert_eq!(ended.status.code(), Some(130), "{printed}");
    assert!(printed.contains("Afgebroken."), "{printed}");
    let left = files_under(&output);
    assert!(left.len() >= 2);
    for file in &left {
        assert!(!file.contains("/.ketenscan-"), "half a file is left: {file}");
    }
    let check = ketenscan(["controleer"]).arg(&output).output();
    assert_eq!(
        check.expect("a check").status.code(),
        Some(0),
        "what was written can be read"
    );

    let again = demo().arg("--overschrijf").output().expect("a second run");
    assert!(again.status.success());
    assert!(files_under(&output).len() > left.len());
}
