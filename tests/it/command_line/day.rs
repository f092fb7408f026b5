//! The date of reports: the user's own, or a fixed one.

use std::process::Command;

use crate::programs::KETENSCAN;
use ketenscan_testing::package::unpack;

use super::*;

/// The date in the properties of a report made with these environment variables.
fn day_with(variables: &[(&str, &str)]) -> String {
    let folder = Folder::with(&[("duinstad.xlsx", filled("| BES-01 | 3 |"))]);
    let output = run_with(&folder, variables);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let parts = unpack(&folder.read("reports/flevoland-2030.xlsx"));
    let properties = parts.iter().find(|(name, _)| name == "docProps/core.xml").unwrap();
    let properties = String::from_utf8_lossy(&properties.1);
    let (_, created) = properties
        .split_once("<dcterms:created xsi:type=\"dcterms:W3CDTF\">")
        .unwrap();
    created[..10].to_owned()
}

fn run_with(folder: &Folder, variables: &[(&str, &str)]) -> std::process::Output {
    Command::new(KETENSCAN)
        .args(["--vragenlijst", FIXTURE, "rapport", "duinstad.xlsx"])
        .current_dir(folder.path(""))
        .env_remove("SOURCE_DATE_EPOCH")
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

// Time zones in POSIX notation, which need no database; Windows has its own.
#[cfg(unix)]
#[test]
fn a_report_carries_the_local_date() {
    // These two are 26 hours apart: never the same date.
    let (east, west) = (day_with(&[("TZ", "OOST-14")]), day_with(&[("TZ", "WEST+12")]));
    assert!(west < east, "{west} and {east}");
}

#[test]
fn a_fixed_date_overrides_the_clock_in_any_time_zone() {
    for zone in ["OOST-14", "WEST+12"] {
        // The last second of 28 February 2020.
        let day = day_with(&[("SOURCE_DATE_EPOCH", "1582934399"), ("TZ", zone)]);
        assert_eq!(day, "2020-02-28");
    }
}

#[test]
fn an_invalid_fixed_date_is_refused() {
    for given in ["", "2026-11-26", "-1", "4294967296", "99999999999999999999"] {
        let folder = Folder::with(&[("duinstad.xlsx", filled("| BES-01 | 3 |"))]);
        let output = run_with(&folder, &[("SOURCE_DATE_EPOCH", given)]);
        assert_eq!(
            String::from_utf8_lossy(&output.stderr),
            format!(
                "Gestopt: de omgevingsvariabele SOURCE_DATE_EPOCH is '{given}'; maak er een geheel aantal seconden sinds 1970 van, van 0 tot en met 4294967295, of haal haar weg.\n"
            )
        );
        assert_eq!(
            (output.status.code(), folder.names()),
            (Some(2), vec!["duinstad.xlsx".to_owned()])
        );
    }
}
