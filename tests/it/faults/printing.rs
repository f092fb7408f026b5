//! Standard output that ends before the tool does.

use super::*;

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
