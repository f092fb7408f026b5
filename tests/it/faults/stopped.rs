//! A run that ends prematurely: by being killed, or after any number of bytes.

use super::*;

#[test]
fn a_report_survives_a_kill_while_it_is_overwritten() {
    let folder = two_workbooks();
    let whole = reports(&folder);
    // In the input folder, so that what a killed run leaves behind is input of the next run.
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
            // At any moment of the run.
            std::thread::sleep(usual * (round * 7 % 64) / 60);
        } else {
            // When it starts to write, and shortly afterwards.
            while unfinished() == known && child.try_wait().expect("a state").is_none() {
                assert!(started.elapsed() < Duration::from_secs(60), "the run does not end");
                std::thread::sleep(MOMENT);
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
fn a_report_survives_an_interruption_after_any_number_of_bytes() {
    let folder = two_workbooks();
    let whole = reports(&folder);
    let output = folder.path().join("reports");
    let path = output.join(NAME);
    succeed(&mut report(&folder, &output, DAYS[0]));
    let blocks = whole[1].len() / 512;
    let limits = (0..=blocks).step_by(blocks / 12);
    for limit in limits.clone() {
        // The system kills a program that writes beyond the maximum file size.
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
    assert_eq!(left, limits.count(), "each leaves one");
}

#[test]
fn an_unfinished_file_is_not_input() {
    let folder = demo();
    let input = folder.path().join("ingevuld");
    let before = succeed(ketenscan(["controleer", "--json"]).arg(&input));
    // It is a complete workbook, and would be a second answer from the same respondent.
    fs::copy(input.join("duinstad-gemeente.xlsx"), input.join(".ketenscan-a1B2c3")).expect("a copy");
    fs::write(input.join(".ketenscan-d4E5f6"), b"PK\x03\x04").expect("a beginning");
    let after = succeed(ketenscan(["controleer", "--json"]).arg(&input));
    assert_eq!(before, after);
    succeed(&mut report(&folder, &folder.path().join("reports"), DAYS[0]));
}
