//! Two runs at the same time.

use super::*;

/// Two runs with the same output, started as simultaneously as possible: exit status and messages of each.
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
        let printed = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!printed.contains("panicked"), "{printed}");
        (output.status.code(), printed)
    });
    ends.collect()
}

#[test]
fn one_of_two_simultaneous_runs_wins_and_the_other_says_the_file_exists() {
    let folder = two_workbooks();
    let whole = reports(&folder);
    for round in 0..12 {
        let output = folder.path().join(format!("round-{round}"));
        let ends = two_at_once(&folder, &output, false);
        let winner = ends
            .iter()
            .position(|(status, _)| *status == Some(0))
            .expect("a winner");
        let (status, printed) = &ends[1 - winner];
        assert_eq!(*status, Some(2), "{printed}");
        assert!(printed.contains(NAME) && printed.contains("bestaat al"), "{printed}");
        let path = output.join(NAME);
        assert_eq!(files_in(&output), [path.as_path()]);
        assert!(fs::read(path).expect("a report") == whole[winner], "not the winner's");
    }
}

#[test]
fn a_report_that_appears_during_a_run_stays() {
    let folder = two_workbooks();
    let whole = reports(&folder);
    // Usually they coincide in every round, but a busy machine may be too late to stop the first run.
    let (mut met, mut round) = (0, 0);
    while met < 10 {
        round += 1;
        assert!(round <= 60, "the runs met {met} times");
        let output = folder.path().join(format!("round-{round}"));
        let mut slow = start(&mut report(&folder, &output, DAYS[0]));
        while !files_in(&output).iter().any(|path| is_unfinished(path)) && slow.try_wait().expect("a state").is_none() {
            std::thread::sleep(MOMENT);
        }
        let id = slow.id();
        let signal = |name: &str| {
            let mut kill = Command::new("sh");
            kill.args(["-c", &format!("kill -{name} {id}")]);
            kill.stderr(Stdio::null()).status().expect("sh runs");
        };
        // Stopped while it writes; the other one finishes before it continues.
        signal("STOP");
        // Stopped, or already ended.
        let stat = format!("/proc/{id}/stat");
        while fs::read_to_string(&stat).is_ok_and(|stat| !stat.contains(") T ") && !stat.contains(") Z ")) {
            std::thread::sleep(MOMENT);
        }
        if !output.join(NAME).exists() {
            let (status, _, printed) = run(&mut report(&folder, &output, DAYS[1]));
            assert_eq!(status, Some(0), "{printed}");
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
}

#[test]
fn two_overwriting_runs_both_succeed_and_leave_one_complete_report() {
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
