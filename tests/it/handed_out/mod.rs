//! What is handed out: the program for Windows, what the program says of itself, and the site with the documents.

mod itself;
#[cfg(target_os = "linux")]
mod opened;
mod site;
mod windows;

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// What a command prints at a terminal. Of each pair in the dialogue, the second is typed, and Enter, once the first is
/// shown.
fn at_a_terminal(command: &str, folder: &Path, dialogue: &[(&str, &str)]) -> String {
    // A `timeout` inside the terminal would put the command in the background of some shells, where it may not read.
    let mut child = Command::new("timeout")
        .args(["--foreground", "300", "script"])
        .args(["--quiet", "--return", "--command", command, "/dev/null"])
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1793491200")
        .env("WINEDEBUG", "-all")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script of util-linux");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = child.stdout.take().expect("a pipe");
    let mut shown = Vec::new();
    let mut dialogue = dialogue.iter().peekable();
    let mut part = [0; 4096];
    let mut typed = false;
    while let Ok(length @ 1..) = output.read(&mut part) {
        shown.extend_from_slice(&part[..length]);
        let text = String::from_utf8_lossy(&shown);
        if let Some((question, answer)) = dialogue.peek()
            && let Some((_, after)) = text.split_once(question)
        {
            // Wine loses what is typed before the program reads, and an Enter that comes along with a letter. So nobody
            // types at once, and the letter must be shown first.
            sleep(Duration::from_secs(1));
            if answer.is_empty() || typed && after.contains(answer) {
                input.write_all(b"\r").expect("typed");
                dialogue.next();
                typed = false;
            } else if !typed {
                input.write_all(answer.as_bytes()).expect("typed");
                typed = true;
            }
        }
    }
    child.wait().expect("the command ends");
    let shown = String::from_utf8_lossy(&shown).replace('\r', "");
    assert_eq!(dialogue.next(), None, "never asked in:\n{shown}");
    assert!(!shown.contains("panicked"), "{shown}");
    shown
}
