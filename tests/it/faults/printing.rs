//! Standard output that stops accepting data before the program ends.

use super::*;

#[test]
fn printing_to_a_full_disk_does_not_panic() {
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
            let printed = String::from_utf8_lossy(&output.stderr);
            // Results that nobody can read mean that the run failed; messages may get lost.
            let wanted: &[i32] = if what == "standard output" { &[2] } else { &[0, 2] };
            assert!(
                output.status.code().is_some_and(|status| wanted.contains(&status)) && !printed.contains("panicked"),
                "{printing:?}, {what} full: {}, {printed}",
                output.status
            );
            if what == "standard output" {
                let said = "Gestopt: de uitvoer kan niet geschreven worden: de schijf is vol; stuur haar ergens anders heen.\n";
                assert!(printed.ends_with(said), "{printed}");
            }
        }
    }
}

#[test]
fn a_reader_that_closes_early_causes_no_panic() {
    let folder = two_workbooks();
    let mut command = ketenscan(["controleer", "--json"]);
    command.arg(folder.path().join("ingevuld"));
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // Like `| head -0`.
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("an end");
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(
        !printed.contains("panicked") && output.status.code() != Some(101),
        "{printed}"
    );
}
