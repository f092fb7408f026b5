//! Runs the binary, and our scripts in Python and LibreOffice. A missing program fails the test.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The binary built for the tests.
pub const KETENSCAN: &str = env!("CARGO_BIN_EXE_ketenscan");

/// The binary with these arguments.
pub fn ketenscan<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(KETENSCAN);
    command.args(arguments);
    command
}

/// The exit status, standard output and standard error of a run. A panic fails the test.
pub fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
    let (stdout, stderr) = (text(stdout), text(stderr));
    assert!(!stderr.contains("panicked"), "{command:?}: {stderr}");
    (status.code(), stdout, stderr)
}

/// The output of a run that must succeed.
pub fn succeed(command: &mut Command) -> String {
    let (status, stdout, stderr) = run(command);
    assert_eq!(status, Some(0), "{command:?}: {stderr}");
    stdout
}

/// Runs a Python script in `tests/it/` on a job.
pub fn script(python: impl AsRef<OsStr>, name: &str, job: &Value) -> Value {
    run_on(Command::new(python.as_ref()).arg("-B"), name, job)
}

/// Runs a script for Node.js in `tests/it/` on a job.
pub fn node(name: &str, job: &Value) -> Value {
    run_on(&mut Command::new("node"), name, job)
}

fn run_on(interpreter: &mut Command, name: &str, job: &Value) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(name);
    let mut child = interpreter
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{} does not start: {error}", interpreter.get_program().display()));
    let mut input = child.stdin.take().expect("a pipe");
    // If the script ends before it reads its job, it says why on standard error.
    let _ = input.write_all(job.to_string().as_bytes());
    drop(input);
    let output = child.wait_with_output().expect("the script ends");
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{name} ended with {}:\n{printed}",
        output.status
    );
    serde_json::from_slice(&output.stdout).expect("the script prints JSON")
}

/// The same with a Python that has LibreOffice's module `uno`.
pub fn libreoffice(name: &str, job: &Value) -> Value {
    let python = std::env::var_os("KETENSCAN_UNO_PYTHON").unwrap_or_else(|| "/usr/bin/python3".into());
    script(python, name, job)
}

/// The files in a folder, by name; none if the folder does not exist.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// Whether a file was left by a run that had not finished writing it.
pub fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().expect("a name").to_string_lossy();
    name.starts_with(".ketenscan-")
}
