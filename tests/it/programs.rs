//! Runs the binary, and scripts of ours in Python and LibreOffice. What is missing fails the test.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The binary as it is built for the tests.
pub const KETENSCAN: &str = env!("CARGO_BIN_EXE_ketenscan");

/// The binary, with these arguments.
pub fn ketenscan<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(KETENSCAN);
    command.args(arguments);
    command
}

/// How a run ended: its exit status, standard output and standard error. A panic fails the test.
pub fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
    let (stdout, stderr) = (text(stdout), text(stderr));
    assert!(!stderr.contains("panicked"), "{command:?}: {stderr}");
    (status.code(), stdout, stderr)
}

/// What a run prints that is to succeed.
pub fn succeed(command: &mut Command) -> String {
    let (status, stdout, stderr) = run(command);
    assert_eq!(status, Some(0), "{command:?}: {stderr}");
    stdout
}

/// A script of `tests/`, run with this interpreter on a job.
pub fn script(python: impl AsRef<OsStr>, name: &str, job: &Value) -> Value {
    let python = python.as_ref();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(name);
    let mut child = Command::new(python)
        .arg("-B")
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{} does not start: {error}", python.display()));
    let mut input = child.stdin.take().expect("a pipe");
    // A script that ends before it reads its job tells why on standard error.
    let _ = input.write_all(job.to_string().as_bytes());
    drop(input);
    let output = child.wait_with_output().expect("the script ends");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} ended with {}:\n{told}", output.status);
    serde_json::from_slice(&output.stdout).expect("the script prints JSON")
}

/// The same with the Python that has LibreOffice's module `uno`.
pub fn libreoffice(name: &str, job: &Value) -> Value {
    let python = std::env::var_os("KETENSCAN_UNO_PYTHON").unwrap_or_else(|| "/usr/bin/python3".into());
    script(python, name, job)
}

/// The files in a folder, by name; none where there is no folder.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// Whether a file is one that a run had not finished writing.
pub fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().expect("a name").to_string_lossy();
    name.starts_with(".ketenscan-")
}
