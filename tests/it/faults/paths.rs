//! Names and locations at which a file cannot be written.

use super::*;

/// The demo's workbooks with another name for the region.
fn renamed_region(name: &str) -> TempDir {
    let folder = demo();
    for path in files_in(&folder.path().join("ingevuld")) {
        let mut book = zip::ZipArchive::new(File::open(&path).expect("a workbook")).expect("a zip");
        let mut written = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for index in 0..book.len() {
            let mut entry = book.by_index(index).expect("an entry");
            let entry_name = entry.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("its bytes");
            if entry_name == "xl/sharedStrings.xml" {
                let text = String::from_utf8(bytes).expect("UTF-8");
                assert!(text.contains("<t>Voorbeeldland</t>"), "{}", path.display());
                let renamed = text.replace("<t>Voorbeeldland</t>", &format!("<t>{name}</t>"));
                bytes = renamed.into_bytes();
            }
            let options = zip::write::SimpleFileOptions::default();
            written.start_file(entry_name, options).expect("an entry");
            written.write_all(&bytes).expect("its bytes");
        }
        fs::write(&path, written.finish().expect("a zip").into_inner()).expect("a workbook");
    }
    folder
}

#[test]
fn a_long_region_name_is_cut_in_file_names() {
    let name = "Langedijkerland ".repeat(19).trim_end().to_owned();
    assert!(name.len() >= 300);
    let folder = renamed_region(&name);
    let output = folder.path().join("reports");
    let printed = succeed(report(&folder, &output, DAYS[0]).arg("--json"));
    assert!(
        printed.starts_with("Ketenscan Langedijkerland Langedijkerland"),
        "{printed}"
    );
    let names: Vec<String> = files_in(&output)
        .iter()
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    for (name, ending) in names.iter().zip(["-2026.json", "-2026.xlsx"]) {
        assert!(
            name.starts_with("langedijkerland-langedijkerland-") && name.ends_with(ending),
            "{name}"
        );
        assert!(name.len() < 255, "{name}");
    }

    let templates = folder.path().join("sjablonen");
    let (region, municipality) = (format!("--regio={name}"), format!("--gemeente={name}"));
    succeed(ketenscan(["sjabloon", "--stil", "--jaar=2026", &region, &municipality, "-o"]).arg(&templates));
    let made = files_in(&templates);
    assert_eq!(made.len(), 1, "{made:?}");
    assert_eq!(files_in(&made[0]).len(), 2);
}

#[test]
fn a_path_that_the_system_rejects_is_reported_as_such() {
    let folder = two_workbooks();
    let long_name = folder.path().join("n".repeat(300));
    let long_path = folder.path().join("map/".repeat(1500));
    for output in [&long_name, &long_path] {
        let printed = refused(&mut report(&folder, output, DAYS[0]));
        assert!(printed.contains("te lang"), "{printed}");
        let printed = refused(ketenscan(["sjabloon", "--regio=Proefland", "--jaar=2026", "-o"]).arg(output));
        assert!(printed.contains("te lang"), "{printed}");
        let printed = refused(ketenscan(["controleer"]).arg(output));
        assert!(
            printed.contains("te lang") || printed.contains("bestaat niet"),
            "{}",
            &printed[printed.len().saturating_sub(120)..]
        );
    }
    assert_eq!(files_in(folder.path()), [folder.path().join("ingevuld")]);
}

#[test]
fn a_folder_instead_of_a_file_or_vice_versa_is_reported_as_such() {
    let folder = two_workbooks();
    let output = folder.path().join("reports");
    fs::create_dir_all(output.join(NAME)).expect("a folder");
    let printed = refused(&mut report(&folder, &output, DAYS[0]));
    assert!(printed.contains("bestaat al") || printed.contains("map"), "{printed}");
    let printed = refused(report(&folder, &output, DAYS[0]).arg("--overschrijf"));
    assert!(
        printed.ends_with("er staat een map waar een bestand hoort, of andersom; kies een andere map met -o."),
        "{printed}"
    );
    assert_eq!(files_in(&output), [output.join(NAME)]);

    let file = folder.path().join("bestand");
    fs::write(&file, "tekst").expect("a file");
    let printed = refused(&mut report(&folder, &file, DAYS[0]));
    assert!(printed.contains("map"), "{printed}");
    assert_eq!(fs::read(&file).expect("a file"), b"tekst");
}
