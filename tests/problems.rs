//! Every problem that input can cause: the whole message, the exit status, and nothing written.
#![cfg(feature = "cli")]

mod support;

use std::fs;
use std::io::{Cursor, Read, Write};

use calamine::{Reader, Xlsx};
use ketenscan::answers::{Context, KeyFigure, Untouched, assemble};
use ketenscan::questionnaire::Role;
use support::{FIXTURE, Folder, exactly, municipal, regional};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const NOTHING_WRITTEN: &str = "Er is niets geschreven. Herstel de fouten, of laat ze weg met --sla-fouten-over.\n";

/// How a problem to know of but not to mend is introduced.
const NOTE: &str = "ter info";

/// `rapport` on this one file lists one error, which is all it says, and writes nothing.
fn refused(file: Vec<u8>, error: &str) {
    refused_all(
        &[("duinstad.xlsx", file)],
        &format!("duinstad.xlsx\n  fout {error}\n"),
        1,
    );
}

/// `rapport` on these files lists these errors and writes nothing.
fn refused_all(files: &[(&str, Vec<u8>)], errors: &str, count: usize) {
    let folder = Folder::with(files);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let run = folder.run_fixture(&format!("rapport --stil {}", names.join(" ")));
    let counted = if count == 1 {
        "1 fout".to_owned()
    } else {
        format!("{count} fouten")
    };
    assert_eq!(run.stderr, format!("{errors}{counted}.\n"));
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert_eq!(folder.names(), names, "nothing is written");
}

/// `controleer` on this one file lists one warning, which stops nobody.
fn warned(file: Vec<u8>, warning: &str) {
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    let expected = format!("duinstad.xlsx\n  let op {warning}\n1 waarschuwing.\n");
    assert_eq!((run.stderr, run.status), (expected, 0));
    let run = folder.run_fixture("rapport duinstad.xlsx");
    assert_eq!(run.status, 0, "a warning does not stop a report: {}", run.stderr);
}

/// Nothing is wrong with this one file.
fn accepted(file: Vec<u8>) {
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
}

/// Duinstad's workbook with this answer to BES-01, a level.
fn level(answer: &str) -> Vec<u8> {
    municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | {answer} |"))
}

/// Duinstad's workbook with these cells for BES-03, a share, or another row.
fn pair(id: &str, answer: &str, part: &str, whole: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n| {id} | {answer} | {part} | {whole} |"
    ))
}

/// Duinstad's workbook with this number for BES-05, in days.
fn days(answer: &str) -> Vec<u8> {
    municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-05 | {answer} |"))
}

/// Duinstad's workbook with one answer and these particulars.
fn particulars(rows: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Gegevens\n{rows}"
    ))
}

/// A workbook that says it is this.
fn meta(format: &str, kind: &str, questionnaire: &str, edition: &str, sha256: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# _meta\n| format | {format} |\n| kind | {kind} |\n\
         | questionnaire | {questionnaire} |\n| edition | \"{edition}\" |\n| sha256 | \"{sha256}\" |"
    ))
}

/// The region's workbook with one answer and this sheet.
fn beside(sheet: &str) -> Vec<u8> {
    regional(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-07 | Ja |\n{sheet}"))
}

/// A zip file with one of its parts rewritten.
fn rewritten(bytes: &[u8], part: &str, rewrite: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let name = entry.name().expect("a name").to_string();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("text");
        let text = if name == part { rewrite(&text) } else { text };
        writer.start_file(name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("a zip file").into_inner()
}

/// A zip file with these entries.
fn zipped(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("an entry");
        writer.write_all(text.as_bytes()).expect("its content");
    }
    writer.finish().expect("a zip file").into_inner()
}

mod files {
    use super::*;

    #[test]
    fn an_empty_file_is_refused() {
        refused(
            Vec::new(),
            "W01  het bestand is leeg. Vraag de afzender het werkboek opnieuw te sturen.",
        );
    }

    #[test]
    fn what_is_no_workbook_is_named_for_what_it_is() {
        let send = "Vraag de afzender om het ingevulde werkboek zelf (xlsx, ods, xlsm, xlsb of xls).";
        let copy = "Neem de antwoorden over in het werkboek dat is uitgezet.";
        let unpack = "Pak het eerst uit en wijs de werkboeken aan die erin zitten.";
        for (bytes, what, remedy) in [
            (b"ID;Antwoord\nBES-01;3\n".to_vec(), "een csv-bestand", send),
            (b"%PDF-1.7\n".to_vec(), "een pdf", copy),
            (b"{\\rtf1 tekst}".to_vec(), "een tekstdocument (rtf)", copy),
            (zipped(&[("word/document.xml", "")]), "een Word-document", copy),
            (zipped(&[("foto.jpg", "")]), "een zip-bestand", unpack),
            (vec![0, 1, 2, 3], "een onbekend soort bestand", send),
        ] {
            refused(bytes, &format!("W02  dit is geen werkboek maar {what}. {remedy}"));
        }
    }

    #[test]
    fn a_workbook_behind_a_password_is_refused() {
        refused(
            zipped(&[
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                (
                    "META-INF/manifest.xml",
                    "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
                ),
                ("content.xml", "versleuteld"),
            ]),
            "W03  het werkboek is met een wachtwoord beveiligd. Open het in Excel of LibreOffice, haal het wachtwoord eraf en sla het opnieuw op.",
        );
    }

    #[test]
    fn a_workbook_cut_short_is_refused_in_dutch() {
        let mut bytes = level("3");
        bytes.truncate(bytes.len() / 2);
        refused(
            bytes,
            "W04  het werkboek is beschadigd of onvolledig (het bestand is afgebroken of de inhoudsopgave klopt niet). Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.",
        );
    }

    #[test]
    fn a_file_larger_than_any_workbook_is_refused() {
        let mut bytes = level("3");
        bytes.resize((20 << 20) + 1, 0);
        refused(
            bytes,
            "W05  het werkboek is te groot: meer dan 20 MB. Haal weg wat er niet in hoort (afbeeldingen, bladen, opmaak), of neem de antwoorden over in een nieuw, leeg werkboek.",
        );
    }

    #[test]
    fn a_cell_that_no_sheet_has_room_for_is_refused() {
        let bytes = rewritten(&level("3"), "xl/worksheets/sheet1.xml", |sheet| {
            sheet.replace("r=\"B2\"", "r=\"XFE2\"")
        });
        refused(
            bytes,
            "W06  op blad '5 Beschermen' staat een cel buiten het raster van een werkblad. Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.",
        );
    }

    #[test]
    fn a_workbook_of_a_later_format_is_refused() {
        refused(
            meta("ketenscan/2", "gemeente", "proef", "2030", ""),
            "W07  het werkboek heeft de indeling 'ketenscan/2', die deze versie niet kent. Gebruik een nieuwere versie van ketenscan.",
        );
    }

    #[test]
    fn a_workbook_of_another_questionnaire_is_refused() {
        refused(
            meta("ketenscan/1", "gemeente", "buurtscan", "2030", ""),
            "W08  het werkboek hoort bij een andere vragenlijst: 'buurtscan'. Deze run leest 'proef'; wijs een andere vragenlijst aan met --vragenlijst.",
        );
    }

    #[test]
    fn a_workbook_of_an_unknown_edition_is_refused() {
        refused(
            meta("ketenscan/1", "gemeente", "proef", "2029", ""),
            "W09  het werkboek hoort bij editie 2029 van de vragenlijst, en die is hier niet bekend. Bekend is: editie 2030. Wijs de map met die editie aan met --vragenlijst.",
        );
    }

    #[test]
    fn a_definition_changed_since_the_workbook_was_made_is_warned_of() {
        warned(
            meta("ketenscan/1", "gemeente", "proef", "2030", "0123"),
            "W10  het werkboek is gemaakt met een andere versie van deze editie van de vragenlijst. De antwoorden zijn per id gelezen; kijk of de vragen nog hetzelfde vragen.",
        );
    }

    #[test]
    fn a_foreign_workbook_named_directly_is_refused() {
        refused(
            exactly("# Begroting\n| Post | Bedrag |\n| Opvang | 12 |"),
            "W11  dit werkboek is niet van ketenscan. Controleer de naam, of vraag de afzender om het werkboek dat is uitgezet.",
        );
    }

    #[test]
    fn foreign_files_in_a_folder_are_named_and_passed_over() {
        let folder = Folder::with(&[
            ("post/begroting.xlsx", exactly("# Begroting\n| Post | Bedrag |")),
            ("post/duinstad.xlsx", level("3")),
            ("post/leesmij.txt", b"Hallo\n".to_vec()),
        ]);
        let run = folder.run_fixture("controleer post");
        assert_eq!(
            run.stderr,
            format!(
                "3 bestanden lezen …\n\
                 post/begroting.xlsx\n  {NOTE} W11  dit werkboek is niet van ketenscan. Het is overgeslagen.\n\
                 post/leesmij.txt\n  {NOTE} W02  dit is geen werkboek maar een tekstbestand. Het is overgeslagen.\n"
            )
        );
        assert_eq!(
            run.stdout.lines().next(),
            Some("post/duinstad.xlsx: beantwoord 1 van 5, 4 keer leeg")
        );
        assert_eq!(run.status, 0);
    }

    #[test]
    fn a_report_or_comparison_named_directly_is_refused() {
        for (kind, what) in [("rapport", "een rapport"), ("vergelijking", "een vergelijking")] {
            refused(
                meta("ketenscan/1", kind, "proef", "2030", ""),
                &format!(
                    "W12  dit is {what} van ketenscan, geen ingevulde vragenlijst. Wijs de ingevulde werkboeken aan, of de map waarin ze staan."
                ),
            );
        }
    }

    #[test]
    fn a_report_in_a_folder_is_passed_over_without_a_word() {
        let folder = Folder::with(&[("post/duinstad.xlsx", level("3"))]);
        assert_eq!(folder.run_fixture("rapport post -o post").status, 0);
        let run = folder.run_fixture("rapport post --stil");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    }
}

mod surroundings {
    use super::*;

    fn stopped(folder: &Folder, arguments: &str, stderr: &str) {
        let before = folder.contents();
        let run = folder.run_fixture(arguments);
        assert_eq!((run.stderr.as_str(), run.stdout.as_str(), run.status), (stderr, "", 2));
        assert_eq!(folder.contents(), before, "nothing is written");
    }

    #[test]
    fn a_path_that_does_not_exist_stops_the_run() {
        let said = "Gestopt: 'duinstad.xlsx' bestaat niet; controleer de naam en de map.\n";
        for command in ["controleer", "rapport"] {
            stopped(&Folder::new(), &format!("{command} duinstad.xlsx"), said);
        }
    }

    #[test]
    fn a_folder_without_our_workbooks_stops_the_run() {
        let folder = Folder::new();
        fs::create_dir(folder.path("post")).expect("a folder");
        let said =
            "Gestopt: in 'post' staat geen werkboek van ketenscan; wijs de map aan met de ingevulde werkboeken.\n";
        for command in ["controleer", "rapport"] {
            stopped(&folder, &format!("{command} post"), said);
        }
    }

    #[test]
    fn a_report_without_any_answer_stops_the_run() {
        let blank = municipal("# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |");
        stopped(
            &Folder::with(&[("duinstad.xlsx", blank)]),
            "rapport duinstad.xlsx",
            "Gestopt: van 1 regio is nog geen werkboek ingevuld; zie 'ketenscan controleer'.\n",
        );
        stopped(
            &Folder::with(&[("duinstad.xlsx", level("3"))]),
            "rapport duinstad.xlsx --jaar 2031",
            "Gestopt: in de invoer staat geen ingevuld werkboek van die regio of dat jaar.\n",
        );
    }

    /// Makes `name` a file that cannot be read, also by root, and gives what the tool says of it.
    #[cfg(target_os = "linux")]
    fn unreadable(folder: &Folder, name: &str) -> &'static str {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let path = folder.path(name);
        folder.put(name, level("3"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("its mode changed");
        if fs::File::open(&path).is_err() {
            return "er is geen toestemming; is het bestand open in Excel?\n  Oorzaak: Permission denied (os error 13)\n";
        }
        // Root may read anything but memory that is not there.
        fs::remove_file(&path).expect("removed");
        symlink("/proc/self/mem", &path).expect("a link");
        "het systeem weigert; probeer het bestand opnieuw op te halen.\n  Oorzaak: Input/output error (os error 5)\n"
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn an_unreadable_file_stops_the_run_with_the_reason_and_a_remedy() {
        let folder = Folder::new();
        let reason = unreadable(&folder, "duinstad.xlsx");
        let said = format!("Gestopt: 'duinstad.xlsx' kan niet gelezen worden: {reason}");
        stopped(&folder, "rapport duinstad.xlsx", &said);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn an_unreadable_file_in_a_folder_does_not_keep_the_others_from_being_checked() {
        let folder = Folder::with(&[("post/veenwold.xlsx", level("3"))]);
        unreadable(&folder, "post/duinstad.xlsx");
        let run = folder.run_fixture("controleer post");
        assert_eq!(run.status, 1, "an error in the input, not of the run: {}", run.stderr);
        assert!(
            run.stdout.contains("post/veenwold.xlsx: beantwoord 1 van 5"),
            "{}",
            run.stdout
        );
        assert!(
            run.stderr
                .contains("post/duinstad.xlsx\n  fout W13  het bestand kan niet gelezen worden")
        );
    }

    #[test]
    fn nothing_is_overwritten_without_overschrijf() {
        let folder = Folder::with(&[
            ("duinstad.xlsx", level("3")),
            ("reports/flevoland-2030.xlsx", b"van vorig jaar".to_vec()),
        ]);
        stopped(
            &folder,
            "rapport duinstad.xlsx",
            "Gestopt: 'reports/flevoland-2030.xlsx' bestaat al; kies een andere map met -o, of geef --overschrijf mee.\n",
        );
        let run = folder.run_fixture("rapport duinstad.xlsx --overschrijf");
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(folder.read("reports/flevoland-2030.xlsx").starts_with(b"PK"));
    }

    #[test]
    fn one_output_that_is_there_already_keeps_all_from_being_written() {
        let folder = Folder::with(&[
            ("duinstad.xlsx", level("3")),
            ("reports/flevoland-2030.json", b"{}".to_vec()),
        ]);
        stopped(
            &folder,
            "rapport duinstad.xlsx --json",
            "Gestopt: 'reports/flevoland-2030.json' bestaat al; kies een andere map met -o, of geef --overschrijf mee.\n",
        );
    }

    #[test]
    fn an_output_that_cannot_be_put_in_place_leaves_nothing_behind() {
        let folder = Folder::with(&[("duinstad.xlsx", level("3"))]);
        fs::create_dir_all(folder.path("reports/flevoland-2030.xlsx")).expect("a folder");
        let before = folder.contents();
        let run = folder.run_fixture("rapport duinstad.xlsx --overschrijf");
        assert_eq!(
            run.stderr.lines().next(),
            Some(
                "Gestopt: 'reports/flevoland-2030.xlsx' kan niet geschreven worden: er staat een map waar een bestand hoort, of andersom."
            )
        );
        assert_eq!((run.stdout.as_str(), run.status), ("", 2));
        assert_eq!(folder.contents(), before, "no part of a file is left");
    }

    #[test]
    fn a_file_where_the_output_folder_should_be_is_named() {
        let folder = Folder::with(&[("duinstad.xlsx", level("3")), ("reports", b"geen map".to_vec())]);
        let before = folder.contents();
        let run = folder.run_fixture("rapport duinstad.xlsx");
        assert_eq!(
            run.stderr.lines().next(),
            Some(
                "Gestopt: 'reports/flevoland-2030.xlsx' kan niet geschreven worden: er staat een map waar een bestand hoort, of andersom."
            )
        );
        assert_eq!((run.status, folder.contents()), (2, before));
    }
}

mod particulars {
    use super::*;

    #[test]
    fn a_missing_region_municipality_year_or_perspective_is_asked_for() {
        let rows = [
            "| Regio | Flevoland |",
            "| Gemeente | Duinstad |",
            "| Jaar | 2030 |",
            "| Perspectief | Gemeente |",
        ];
        for (absent, label) in ["Regio", "Gemeente", "Jaar", "Perspectief"].iter().enumerate() {
            let mut rows = rows.map(str::to_owned);
            rows[absent] = format!("| {label} | |");
            refused(
                particulars(&rows.join("\n")),
                &format!(
                    "W20  blad 'Gegevens': '{label}' is niet ingevuld. Vul '{label}' in op het blad Gegevens, in de kolom naast het label."
                ),
            );
        }
    }

    #[test]
    fn an_unknown_perspective_is_refused_with_the_one_that_was_meant() {
        let with = |perspective: &str| {
            particulars(&format!(
                "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | {perspective} |"
            ))
        };
        refused(
            with("Veilig Tuis"),
            "W21  blad 'Gegevens', cel B4: 'Veilig Tuis' is geen bekend perspectief. Bedoelde u 'Veilig Thuis'?",
        );
        refused(
            with("Brandweer"),
            "W21  blad 'Gegevens', cel B4: 'Brandweer' is geen bekend perspectief. Kies uit de lijst: Gemeente, Veilig Thuis of Sleutelfiguur.",
        );
    }

    #[test]
    fn what_is_not_a_year_is_refused() {
        let with = |year: &str| {
            particulars(&format!(
                "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | {year} |\n| Perspectief | Gemeente |"
            ))
        };
        let refusal = |shown: &str| {
            format!(
                "W22  blad 'Gegevens', cel B3: {shown} is geen jaar waar de scan over kan gaan. Vul een jaar van 2000 tot en met 2100 in, met vier cijfers."
            )
        };
        refused(with("2029/2030"), &refusal("'2029/2030'"));
        refused(with("30"), &refusal("'30'"));
        refused(with("1999"), &refusal("'1999'"));
        refused(with("2101"), &refusal("'2101'"));
        accepted(with("2000"));
        accepted(with("2100"));
        refused(with("2030-01-01"), &refusal("een datum"));
    }

    #[test]
    fn an_error_value_is_never_taken_for_a_name() {
        refused(
            particulars("| Regio | #N/A |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"),
            "W41  blad 'Gegevens', cel B1: hier staat een foutwaarde in plaats van een antwoord. Maak de cel leeg en vul het antwoord opnieuw in.",
        );
        refused(
            beside("# Gemeenten\n| Gemeente | Inwoners |\n| #REF! | 52000 |"),
            "W41  blad 'Gemeenten', cel A2: hier staat een foutwaarde in plaats van een antwoord. Maak de cel leeg en vul het antwoord opnieuw in.",
        );
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_passed_on_from_names_and_facts() {
        let foreign = meta("ketenscan/1", "gemeente", "proeX", "2030", "");
        refused(
            rewritten(&foreign, "xl/sharedStrings.xml", |xml| {
                xml.replace("proeX", "proe&#27;[2J")
            }),
            "W08  het werkboek hoort bij een andere vragenlijst: 'proe[2J'. Deze run leest 'proef'; wijs een andere vragenlijst aan met --vragenlijst.",
        );
        refused(
            rewritten(&level("7"), "xl/workbook.xml", |xml| {
                xml.replace("5 Beschermen", "5&#27;[2J")
            }),
            "W31  blad '5[2J', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.",
        );
        let folder = Folder::with(&[("a\u{1b}[2J.xlsx", level("7"))]);
        let run = folder.run_fixture("controleer .");
        assert!(
            !run.stderr.contains('\u{1b}') && !run.stdout.contains('\u{1b}'),
            "{}",
            run.stderr
        );
        assert_eq!(run.status, 1);
    }

    #[test]
    fn a_long_name_is_kept_whole() {
        let region = "Samenwerkingsverband Noordelijke Duinstreek en Zuidelijke Veenkoloniën";
        let folder = Folder::with(&[(
            "duinstad.xlsx",
            particulars(&format!(
                "| Regio | {region} |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
            )),
        )]);
        let run = folder.run_fixture("controleer duinstad.xlsx");
        assert!(
            run.stdout.contains(&format!("Respons {region} 2030\n")),
            "{}",
            run.stdout
        );
    }
}

mod rows {
    use super::*;

    #[test]
    fn the_same_id_twice_is_refused_with_both_places() {
        refused(
            municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Kopie\n| ID | Antwoord |\n| bes-01 | 4 |"),
            "W23  blad 'Kopie', cel A2 (BES-01): vraag BES-01 staat twee keer in het werkboek; de eerste staat op blad '5 Beschermen', cel A2. Haal de kopie weg, ook als die op een gekopieerd blad staat.",
        );
    }

    #[test]
    fn an_unknown_id_is_passed_over_with_the_one_that_was_meant() {
        warned(
            municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| BES-0I | 4 |"),
            "W24  blad '5 Beschermen', cel A3: 'BES-0I' is geen vraag van dit werkboek; de regel is niet gelezen. Bedoelde u 'BES-01'?",
        );
        warned(
            municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| Totaal | 4 |"),
            "W24  blad '5 Beschermen', cel A3: 'Totaal' is geen vraag van dit werkboek; de regel is niet gelezen. Laat de kolom ID zoals die was, of haal de regel weg.",
        );
    }

    /// What is said of a sheet with an answer to `BES-01` and this many rows like `row` after it.
    fn said_of_rows(times: usize, row: &str) -> Vec<String> {
        let sheet = format!(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n{}",
            row.repeat(times)
        );
        let folder = Folder::with(&[("duinstad.xlsx", municipal(&sheet))]);
        let run = folder.run_fixture("controleer duinstad.xlsx");
        run.stderr.lines().map(str::to_owned).collect()
    }

    #[test]
    fn what_recurs_all_over_a_sheet_is_told_a_few_times_and_then_counted() {
        let copies = said_of_rows(9, "| BES-01 | 4 |\n");
        let copied = |cell: &str| {
            format!(
                "  fout W23  blad '5 Beschermen', cel {cell} (BES-01): vraag BES-01 staat twee keer in het werkboek; de eerste staat op blad '5 Beschermen', cel A2. Haal de kopie weg, ook als die op een gekopieerd blad staat."
            )
        };
        let mut expected = vec!["duinstad.xlsx".to_owned()];
        expected.extend(["A3", "A4", "A5", "A6", "A7"].map(copied));
        expected.push("  fout W23  blad '5 Beschermen': nog 4 cellen hebben deze melding: A8, A9, A10 en A11. Begin bij de vorige meldingen: vaak is het overal dezelfde vergissing.".to_owned());
        expected.push("6 fouten.".to_owned());
        assert_eq!(copies, expected);

        let unknown = said_of_rows(2_000, "| Totaal | 4 |\n");
        assert_eq!(unknown.len(), 8, "{}", unknown.join("\n"));
        assert!(
            unknown[6].contains("nog 1995 cellen hebben deze melding: A8, A9, ")
                && unknown[6].contains("A26, A27 en 1975 andere. "),
            "{}",
            unknown[6]
        );
    }

    fn bare(rows: &str) -> Vec<u8> {
        exactly(&format!(
            "{rows}\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
             # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | 2030 |"
        ))
    }

    #[test]
    fn rows_that_are_gone_are_warned_of() {
        warned(
            bare("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| BES-02 | Ja |\n| BES-03 | |\n| BES-05 | 3 |"),
            "W25  vraag BES-04 staat niet in het werkboek. De vraag telt als onbekend; neem het antwoord zo nodig over in een nieuw werkboek.",
        );
        warned(
            bare("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| BES-02 | Ja |\n| BES-05 | 3 |"),
            "W25  2 vragen staan niet in het werkboek: BES-03 en BES-04. Ze tellen als onbekend; neem de antwoorden zo nodig over in een nieuw werkboek.",
        );
    }

    #[test]
    fn a_workbook_without_any_table_of_questions_is_refused() {
        refused(
            bare("# 5 Beschermen\n| Nummer | Antwoord |\n| BES-01 | 3 |"),
            "W26  in dit werkboek staat geen enkele vragentabel. Laat op elk vragenblad de kopregel met ID en Antwoord staan.",
        );
    }
}

mod answers {
    use super::*;

    #[test]
    fn a_level_written_out_is_refused_with_the_label_that_was_meant() {
        refused(
            level("drie"),
            "W30  blad '5 Beschermen', cel B2 (BES-01): 'drie' is hier geen geldig antwoord. Bedoelde u '3 – Geregeld'?",
        );
        refused(
            level("Gerregeld"),
            "W30  blad '5 Beschermen', cel B2 (BES-01): 'Gerregeld' is hier geen geldig antwoord. Bedoelde u '3 – Geregeld'?",
        );
    }

    #[test]
    fn an_answer_outside_its_list_is_refused_with_the_list() {
        refused(
            level("Matig"),
            "W30  blad '5 Beschermen', cel B2 (BES-01): 'Matig' is hier geen geldig antwoord. Kies uit 0 – Niets geregeld, 1 – Ad hoc, 2 – In ontwikkeling, 3 – Geregeld, 4 – Geborgd, Weet ik niet of Niet van toepassing.",
        );
        let yes_no = |answer: &str| municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-02 | {answer} |"));
        refused(
            yes_no("Soms"),
            "W30  blad '5 Beschermen', cel B2 (BES-02): 'Soms' is hier geen geldig antwoord. Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.",
        );
        refused(
            yes_no("Weet ik nit"),
            "W30  blad '5 Beschermen', cel B2 (BES-02): 'Weet ik nit' is hier geen geldig antwoord. Bedoelde u 'Weet ik niet'?",
        );
        refused(
            yes_no("WAAR"),
            "W30  blad '5 Beschermen', cel B2 (BES-02): 'WAAR' is hier geen geldig antwoord. Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.",
        );
    }

    #[test]
    fn a_level_between_or_beyond_the_five_is_refused() {
        for (typed, shown) in [
            ("3.5", "3,5"),
            ("\"3,5\"", "3,5"),
            ("5", "5"),
            ("-1", "-1"),
            ("WAAR", "WAAR"),
        ] {
            refused(
                level(typed),
                &format!(
                    "W31  blad '5 Beschermen', cel B2 (BES-01): '{shown}' is geen niveau. Kies een heel niveau van 0 tot en met 4."
                ),
            );
        }
    }

    #[test]
    fn a_word_beside_numbers_counts_and_is_warned_of() {
        warned(
            pair("BES-03", "Weet ik niet", "3", "4"),
            "W32  blad '5 Beschermen', cel B2 (BES-03): naast het antwoord in woorden staan ook getallen; het woord telt. Haal het woord of de getallen weg.",
        );
    }

    #[test]
    fn half_a_pair_is_warned_of() {
        warned(
            pair("BES-03", "", "3", ""),
            "W33  blad '5 Beschermen', cel D2 (BES-03): 'Noemer' is niet ingevuld; de vraag telt als niet ingevuld. Vul 'Noemer' in, of kies 'Weet ik niet' in de kolom Antwoord.",
        );
        warned(
            pair("BES-04", "", "", "4"),
            "W33  blad '5 Beschermen', cel C2 (BES-04): 'Teller' is niet ingevuld; de vraag telt als niet ingevuld. Vul 'Teller' in, of kies 'Weet ik niet' in de kolom Antwoord.",
        );
    }

    #[test]
    fn a_share_of_nothing_is_refused_and_a_capacity_of_nothing_is_not() {
        refused(
            pair("BES-03", "", "0", "0"),
            "W34  blad '5 Beschermen', cel D2 (BES-03): de noemer is 0. Vul het totaal in; is er niets om te tellen, kies dan 'Niet van toepassing'.",
        );
        accepted(pair("BES-04", "", "0", "0"));
    }

    #[test]
    fn a_part_above_its_whole_is_refused_and_more_places_than_needed_are_not() {
        refused(
            pair("BES-03", "", "5", "\"2,5\""),
            "W35  blad '5 Beschermen', cel C2 (BES-03): de teller (5) is groter dan de noemer (2,5). De teller is een deel van de noemer; kijk of ze verwisseld zijn.",
        );
        accepted(pair("BES-04", "", "5", "4"));
    }

    #[test]
    fn a_number_below_nothing_is_refused() {
        refused(
            days("-2.5"),
            "W36  blad '5 Beschermen', cel B2 (BES-05): -2,5 is kleiner dan 0. Vul een getal van 0 of meer in.",
        );
        refused(
            pair("BES-04", "", "\"-1\"", "4"),
            "W36  blad '5 Beschermen', cel C2 (BES-04): -1 is kleiner dan 0. Vul een getal van 0 of meer in.",
        );
    }

    #[test]
    fn text_where_a_number_belongs_is_refused() {
        refused(
            pair("BES-03", "", "drie", "4"),
            "W37  blad '5 Beschermen', cel C2 (BES-03): 'drie' is geen getal. Vul alleen een getal in, bijvoorbeeld 12 of 2,5; toelichting hoort bij Opmerking.",
        );
        refused(
            days("12 dagen"),
            "W37  blad '5 Beschermen', cel B2 (BES-05): '12 dagen' is geen getal. Vul alleen een getal in, bijvoorbeeld 12 of 2,5; toelichting hoort bij Opmerking.",
        );
        refused(
            days("Weet ik nit"),
            "W30  blad '5 Beschermen', cel B2 (BES-05): 'Weet ik nit' is hier geen geldig antwoord. Bedoelde u 'Weet ik niet'?",
        );
    }

    #[test]
    fn a_number_in_the_answer_of_a_pair_is_refused_with_where_it_belongs() {
        refused(
            pair("BES-04", "3", "", ""),
            "W38  blad '5 Beschermen', cel B2 (BES-04): '3' staat in de kolom Antwoord, maar deze vraag vraagt twee getallen. Zet de getallen bij Teller en Noemer; in Antwoord passen alleen 'Weet ik niet' en 'Niet van toepassing'.",
        );
    }

    #[test]
    fn a_point_that_may_mean_thousands_is_asked_about() {
        refused(
            days("\"1.000\""),
            "W39  blad '5 Beschermen', cel B2 (BES-05): '1.000' kan twee dingen betekenen. Schrijf 1000 of 1,000.",
        );
        refused(
            days("\"12.500.000\""),
            "W39  blad '5 Beschermen', cel B2 (BES-05): '12.500.000' staat met punten. Schrijf 12500000.",
        );
    }

    #[test]
    fn a_date_or_an_error_value_is_refused_wherever_it_stands() {
        let date = "W40  blad '5 Beschermen', cel {}: hier staat een datum in plaats van een antwoord. Een invoer als 1/2 wordt in een rekenprogramma een datum; vul het antwoord opnieuw in.";
        let error = "W41  blad '5 Beschermen', cel {}: hier staat een foutwaarde in plaats van een antwoord. Maak de cel leeg en vul het antwoord opnieuw in.";
        for (cell, said) in [("2030-02-01", date), ("#DIV/0!", error)] {
            refused(level(cell), &said.replace("{}", "B2 (BES-01)"));
            refused(days(cell), &said.replace("{}", "B2 (BES-05)"));
            refused(pair("BES-03", cell, "", ""), &said.replace("{}", "B2 (BES-03)"));
            refused(pair("BES-03", "", cell, "4"), &said.replace("{}", "C2 (BES-03)"));
            let yes_no = municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-02 | {cell} |"));
            refused(yes_no, &said.replace("{}", "B2 (BES-02)"));
        }
    }

    #[test]
    fn an_answer_typed_beside_its_cell_is_warned_of() {
        let beside = |id: &str, cells: &str| {
            municipal(&format!(
                "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer | Onderbouwing | Opmerking |\n| {id} | {cells} |"
            ))
        };
        let said = |place: &str, typed: &str| {
            format!(
                "W43  blad '5 Beschermen', cel {place}: '{typed}' staat naast de cel voor het antwoord. Zet het in de kolom Antwoord."
            )
        };
        for (id, cells, place, typed) in [
            ("BES-01", "| 3 – Geregeld | | |", "C2 (BES-01)", "3 – Geregeld"),
            ("BES-01", "| | | 3 – Geregeld |", "E2 (BES-01)", "3 – Geregeld"),
            ("BES-02", "| | Ja | |", "D2 (BES-02)", "Ja"),
            ("BES-02", "| | | | weet niet", "F2 (BES-02)", "weet niet"),
            ("BES-03", "| | | Weet ik niet |", "E2 (BES-03)", "Weet ik niet"),
            ("BES-05", "| | | 12 |", "E2 (BES-05)", "12"),
        ] {
            warned(beside(id, cells), &said(place, typed));
        }
    }

    #[test]
    fn what_could_lead_to_a_person_is_warned_of_and_not_repeated() {
        let free = |id: &str, evidence: &str, remark: &str| {
            municipal(&format!(
                "# 5 Beschermen\n| ID | Antwoord | Onderbouwing | Opmerking |\n| {id} | 3 | {evidence} | {remark} |"
            ))
        };
        let said = |place: &str, what: &str| {
            format!(
                "W60  blad '5 Beschermen', cel {place} (BES-01): hier staat wat lijkt op {what}. Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over."
            )
        };
        warned(
            free("BES-01", "Opgenomen in de Voorbeeldstraat 12", "-"),
            &said("C2", "een adres"),
        );
        warned(
            free("BES-01", "-", "Navragen bij A.B. de Proef, 06-12345678"),
            &said("D2", "een telefoonnummer en een naam van een persoon"),
        );
        let folder = Folder::with(&[(
            "duinstad.xlsx",
            free("BES-01", "Volgens mevrouw Voorbeeld geregeld", "-"),
        )]);
        assert_eq!(folder.run_fixture("rapport duinstad.xlsx --json").status, 0);
        let report: Vec<u8> = folder.read("reports/flevoland-2030.xlsx");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(report)).unwrap();
        for name in book.sheet_names() {
            let sheet = book.worksheet_range(&name).unwrap();
            for (_, _, cell) in sheet.used_cells() {
                assert!(!cell.to_string().contains("Voorbeeld "), "{name}: {cell}");
            }
        }
    }

    #[test]
    fn a_name_for_a_function_is_warned_of_and_still_tells_workbooks_apart() {
        let by = |respondent: &str| {
            particulars(&format!(
                "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n| Ingevuld door (functie) | {respondent} |"
            ))
        };
        accepted(by("Beleidsadviseur zorg en veiligheid"));
        let folder = Folder::with(&[
            ("a.xlsx", by("Mevrouw Voorbeeld")),
            ("b.xlsx", by("Meneer Proef, 06-12345678")),
        ]);
        let run = folder.run_fixture("controleer a.xlsx b.xlsx --stil");
        let said = |what: &str| {
            format!(
                "  let op W60  blad 'Gegevens', cel B5: hier staat wat lijkt op {what}. Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over.\n"
            )
        };
        assert_eq!(
            run.stderr,
            format!(
                "a.xlsx\n{}b.xlsx\n{}2 waarschuwingen.\n",
                said("een naam van een persoon"),
                said("een telefoonnummer en een naam van een persoon")
            )
        );
        assert_eq!(run.status, 0);
    }

    #[test]
    fn words_beside_an_answer_or_that_are_none_are_left_alone() {
        for row in [
            "| BES-01 | 3 | | | 2 – In ontwikkeling | Ja |",
            "| BES-02 | | | | Ja, sinds 2024 | Navragen |",
            "| BES-03 | | 3 | 4 | Weet ik niet | |",
            "| BES-05 | | | | 12 dagen | |",
        ] {
            accepted(municipal(&format!(
                "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer | Onderbouwing | Opmerking |\n{row}"
            )));
        }
    }

    /// Duinstad's workbook in which a formula answers BES-01, with this stored as its outcome.
    fn formula(outcome: &str) -> Vec<u8> {
        rewritten(&level("=F1"), "xl/worksheets/sheet1.xml", |sheet| {
            let cell = "<c r=\"B2\"><f>F1</f><v>0</v></c>";
            assert!(sheet.contains(cell), "{sheet}");
            sheet.replace(cell, outcome)
        })
    }

    #[test]
    fn a_formula_without_its_outcome_is_refused() {
        refused(
            formula("<c r=\"B2\"><f>F1</f></c>"),
            "W42  blad '5 Beschermen', cel B2 (BES-01): hier staat een formule waarvan de uitkomst niet in het bestand staat. Open het werkboek in Excel of LibreOffice, sla het op en probeer het nog eens.",
        );
    }

    #[test]
    fn a_formula_counts_as_its_outcome_and_is_blank_where_that_is_empty() {
        accepted(formula("<c r=\"B2\"><f>F1</f><v>3</v></c>"));
        accepted(formula("<c r=\"B2\" t=\"str\"><f>F1</f><v>3 – Geregeld</v></c>"));
        accepted(formula("<c r=\"B2\" t=\"str\"><f>F1</f><v></v></c>"));
    }

    #[test]
    fn all_problems_of_all_files_are_told_at_once() {
        refused_all(
            &[
                (
                    "duinstad.xlsx",
                    municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 7 |\n| BES-02 | Soms |"),
                ),
                ("leeg.xlsx", Vec::new()),
            ],
            "duinstad.xlsx\n\
             \x20 fout W31  blad '5 Beschermen', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.\n\
             \x20 fout W30  blad '5 Beschermen', cel B3 (BES-02): 'Soms' is hier geen geldig antwoord. Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.\n\
             leeg.xlsx\n\
             \x20 fout W01  het bestand is leeg. Vraag de afzender het werkboek opnieuw te sturen.\n",
            3,
        );
    }
}

mod beside_the_questions {
    use super::*;

    #[test]
    fn a_priority_that_is_no_theme_is_refused() {
        refused(
            beside("# Speerpunten\n| Speerpunt 1 | Regi |"),
            "W50  blad 'Speerpunten', cel B1: 'Regi' is geen thema van de scan. Bedoelde u 'Regie'?",
        );
        refused(
            beside("# Speerpunten\n| Speerpunt 1 | Geld |"),
            "W50  blad 'Speerpunten', cel B1: 'Geld' is geen thema van de scan. Kies een thema uit de lijst.",
        );
    }

    #[test]
    fn a_priority_named_twice_counts_once() {
        warned(
            beside("# Speerpunten\n| Speerpunt 1 | Regie |\n| Speerpunt 2 | regie |"),
            "W51  blad 'Speerpunten', cel B2: 'Regie' is twee keer als speerpunt genoemd; het telt één keer. Kies een ander thema of laat de regel leeg.",
        );
    }

    #[test]
    fn an_ambition_for_an_unknown_step_is_refused() {
        refused(
            beside("# Ambitie\n| Stap | Ambitie |\n| 4 Meldenn | 80 |"),
            "W52  blad 'Ambitie', cel A2: '4 Meldenn' is geen stap van de keten. Bedoelde u '4 Melden'?",
        );
        refused(
            beside("# Ambitie\n| Stap | Ambitie |\n| Nazorg | 80 |"),
            "W52  blad 'Ambitie', cel A2: 'Nazorg' is geen stap van de keten. Laat de kolom Stap zoals die was.",
        );
    }

    #[test]
    fn an_ambition_off_the_scale_is_refused() {
        for (typed, shown) in [("120", "120"), ("hoog", "hoog"), ("-1", "-1")] {
            refused(
                beside(&format!("# Ambitie\n| Stap | Ambitie |\n| 4 Melden | {typed} |")),
                &format!(
                    "W53  blad 'Ambitie', cel B2: '{shown}' is geen ambitie. Vul een score van 0 tot en met 100 in, of laat de cel leeg."
                ),
            );
        }
    }

    #[test]
    fn inhabitants_that_are_no_number_are_refused() {
        for (typed, shown) in [("\"52.000\"", "52.000"), ("0", "0"), ("veel", "veel"), ("3.5", "3,5")] {
            refused(
                beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | {typed} |")),
                &format!(
                    "W54  blad 'Gemeenten', cel B2: '{shown}' is geen aantal inwoners. Vul een heel getal boven 0 in zonder punten, of laat de cel leeg."
                ),
            );
        }
    }

    #[test]
    fn a_municipality_listed_twice_is_refused_with_both_places() {
        refused(
            beside("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 52000 |\n| duinstad | 52000 |"),
            "W55  blad 'Gemeenten', cel A3: gemeente duinstad staat twee keer in de lijst; de eerste staat in cel A2. Laat één regel staan.",
        );
    }

    #[test]
    fn a_key_figure_of_an_unknown_practice_is_refused() {
        let with = |practice: &str| {
            beside(&format!(
                "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | {practice} | 3 |"
            ))
        };
        refused(
            with("Huwelijkdwang"),
            "W56  blad 'Kerncijfers', cel B2: 'Huwelijkdwang' is geen verschijningsvorm van de scan. Bedoelde u 'Huwelijksdwang'?",
        );
        refused(
            with("Stalking"),
            "W56  blad 'Kerncijfers', cel B2: 'Stalking' is geen verschijningsvorm van de scan. Laat de kolom Verschijningsvorm zoals die was.",
        );
    }

    #[test]
    fn a_key_figure_that_is_no_number_is_refused_without_advice_for_another_sheet() {
        refused(
            beside(
                "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | Huwelijksdwang | veel |",
            ),
            "W37  blad 'Kerncijfers', cel C2: 'veel' is geen getal. Vul alleen een getal in, bijvoorbeeld 12 of 2,5.",
        );
    }
}

mod between_workbooks {
    use super::*;

    #[test]
    fn two_workbooks_of_the_same_people_are_refused_with_both_names() {
        refused_all(
            &[("a.xlsx", level("3")), ("b.xlsx", level("4"))],
            "b.xlsx\n  fout R01  dit werkboek is van dezelfde gemeente, hetzelfde jaar, perspectief en dezelfde invuller als a.xlsx. Laat er één staan, of vul bij 'Ingevuld door (functie)' in wie het verschil maakt.\n",
            1,
        );
        refused_all(
            &[("a.xlsx", beside("")), ("b.xlsx", beside(""))],
            "b.xlsx\n  fout R01  dit werkboek is van dezelfde regio, hetzelfde jaar, perspectief en dezelfde invuller als a.xlsx. Laat er één staan, of vul bij 'Ingevuld door (functie)' in wie het verschil maakt.\n",
            1,
        );
    }

    #[test]
    fn two_workbooks_of_different_people_are_both_read() {
        let by = |respondent: &str| {
            particulars(&format!(
                "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n| Ingevuld door (functie) | {respondent} |"
            ))
        };
        let long = "Beleidsmedewerker zorg, jeugd en veiligheid van de samenwerkende gemeenten";
        let folder = Folder::with(&[
            ("a.xlsx", by(&format!("{long}, team noord"))),
            ("b.xlsx", by(&format!("{long}, team zuid"))),
        ]);
        let run = folder.run_fixture("controleer --stil a.xlsx b.xlsx");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    }

    #[test]
    fn different_inhabitants_are_refused_with_both_names() {
        let with = |perspective: &str, inhabitants: u32| {
            beside(&format!(
                "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
                 # Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | {inhabitants} |"
            ))
        };
        refused_all(
            &[
                ("a.xlsx", with("Gemeente", 52000)),
                ("b.xlsx", with("Veilig Thuis", 53000)),
            ],
            "b.xlsx\n  fout R02  het aantal inwoners van Duinstad verschilt: hier 53000, in a.xlsx 52000. Maak de werkboeken van de regio gelijk.\n",
            1,
        );
    }

    #[test]
    fn different_ambitions_are_refused_with_both_names() {
        let with = |perspective: &str, ambition: u32| {
            beside(&format!(
                "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
                 # Ambitie\n| Stap | Ambitie |\n| 4 Melden | {ambition} |"
            ))
        };
        refused_all(
            &[("a.xlsx", with("Gemeente", 80)), ("b.xlsx", with("Veilig Thuis", 90))],
            "b.xlsx\n  fout R03  de ambitie voor stap 4 verschilt: hier 90, in a.xlsx 80. Maak de werkboeken van de regio gelijk.\n",
            1,
        );
    }

    #[test]
    fn different_key_figures_are_warned_of() {
        let with = |perspective: &str, number: u32| {
            beside(&format!(
                "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
                 # Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen | Huwelijksdwang | {number} |"
            ))
        };
        let folder = Folder::with(&[("a.xlsx", with("Gemeente", 3)), ("b.xlsx", with("Veilig Thuis", 4))]);
        let run = folder.run_fixture("controleer --stil a.xlsx b.xlsx");
        assert_eq!(
            run.stderr,
            "b.xlsx\n  let op R04  het kerncijfer 'Meldingen' verschilt voor Huwelijksdwang: hier 4, in a.xlsx 3. Het getal uit a.xlsx wordt getoond; maak de werkboeken van de regio gelijk.\n1 waarschuwing.\n"
        );
        assert_eq!(run.status, 0);
    }

    #[test]
    fn two_editions_in_one_region_and_year_are_refused() {
        let folder = Folder::new();
        for name in [
            "questionnaire.toml",
            "recommendations.toml",
            "consistency.toml",
            "steps/5-beschermen.toml",
        ] {
            let text = fs::read_to_string(format!("{FIXTURE}/{name}")).expect("the fixture");
            folder.put(
                &format!("2031/{name}"),
                text.replace("edition = 2030", "edition = 2031"),
            );
        }
        folder.put("a.xlsx", level("3"));
        folder.put("b.xlsx", {
            let veenwold = "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Veenwold |\n| Jaar | 2030 |\n| Perspectief | Gemeente |";
            municipal(&format!(
                "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n{veenwold}\n# _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | 2031 |"
            ))
        });
        let before = folder.contents();
        let run = folder.run_fixture("--vragenlijst 2031 rapport --stil a.xlsx b.xlsx");
        assert_eq!(
            run.stderr,
            "b.xlsx\n  fout R05  dit werkboek is van editie 2031 van de vragenlijst, a.xlsx van editie 2030. Gebruik binnen één regio en jaar werkboeken van één editie.\n1 fout.\n"
        );
        assert_eq!((run.status, folder.contents()), (1, before));
    }

    #[test]
    fn as_many_key_figures_as_a_workbook_can_hold_are_settled() {
        let saying = |file: &str, number: f64| Untouched {
            file: file.to_owned(),
            role: Role::Region,
            region: Some("Flevoland".to_owned()),
            municipality: None,
            year: Some(2030),
            edition: 2030,
            questions: 0,
            context: Context {
                // Three cells each, of the 50,000 that a workbook may have.
                key_figures: (0..16_000)
                    .map(|figure| KeyFigure {
                        figure: format!("Cijfer {figure}"),
                        practice: 0,
                        practice_name: "Huwelijksdwang".to_owned(),
                        number,
                    })
                    .collect(),
                ..Context::default()
            },
        };
        // Held against one another, they would take minutes.
        let assembled = assemble(Vec::new(), vec![saying("a", 3.0), saying("b", 4.0)]);
        let figures = &assembled.value[0].key_figures;
        assert_eq!((figures.len(), assembled.problems.len()), (16_000, 16_000));
        assert!(figures.iter().all(|figure| figure.number == 3.0), "the first to say it");
    }

    #[test]
    fn a_list_of_all_places_is_no_list_of_municipalities() {
        let rows =
            |most: usize| (1..=most).fold(String::new(), |rows, number| rows + &format!("| G{number} | 1000 |\n"));
        accepted(beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n{}", rows(500))));
        refused(
            beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n{}", rows(501))),
            "W57  blad 'Gemeenten', cel A502: in de lijst staan meer dan 500 gemeenten; deze telt niet mee. Haal weg wat er niet in hoort: in de lijst staan alleen de gemeenten van de regio.",
        );
    }

    #[test]
    fn weighing_by_unknown_inhabitants_is_refused_at_the_workbook_that_should_hold_them() {
        let folder = Folder::with(&[
            ("duinstad.xlsx", level("3")),
            (
                "regio.xlsx",
                beside("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | |\n| Veenwold | 31000 |"),
            ),
        ]);
        let run = folder.run_fixture("rapport --stil duinstad.xlsx regio.xlsx --weging inwoners");
        assert_eq!(
            run.stderr,
            "regio.xlsx\n  fout R06  voor wegen naar inwoners ontbreekt in Flevoland het aantal inwoners van Duinstad. Vul het aan op het blad Gemeenten van het werkboek van de regio, of kies --weging gelijk.\n1 fout.\n"
        );
        assert_eq!((run.status, folder.names().len()), (1, 2));
    }

    #[test]
    fn a_name_of_its_own_is_worth_a_note() {
        let from = |region: &str| {
            particulars(&format!(
                "| Regio | {region} |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
            ))
        };
        for (region, advice) in [
            ("Voorbeeldland", "Een eigen naam mag."),
            ("Flevolant", "Bedoelde u Flevoland? Een eigen naam mag."),
        ] {
            let folder = Folder::with(&[("duinstad.xlsx", from(region))]);
            let run = folder.run_fixture("controleer duinstad.xlsx");
            assert_eq!(
                run.stderr,
                format!("duinstad.xlsx\n  {NOTE} R07  '{region}' staat niet in de lijst van GHNT-regio's. {advice}\n")
            );
            assert_eq!(
                run.stdout.lines().next(),
                Some("duinstad.xlsx: beantwoord 1 van 5, 4 keer leeg"),
                "a note is no finding to look into"
            );
            assert_eq!(run.status, 0);
        }
    }

    #[test]
    fn an_error_that_cannot_be_left_out_is_not_answered_with_the_option_already_given() {
        let folder = Folder::with(&[("duinstad.xlsx", level("3"))]);
        let run = folder.run_fixture("rapport duinstad.xlsx --weging inwoners --sla-fouten-over");
        assert_eq!(
            run.stderr.lines().last(),
            Some("Er is niets geschreven. Herstel de fouten.")
        );
        assert_eq!((run.status, folder.names().len()), (1, 1));
    }
}

mod leaving_out {
    use super::*;

    #[test]
    fn errors_stop_a_report_and_the_way_on_is_told() {
        let folder = Folder::with(&[("duinstad.xlsx", level("7"))]);
        let run = folder.run_fixture("rapport duinstad.xlsx");
        assert_eq!(
            run.stderr,
            format!(
                "duinstad.xlsx\n  fout W31  blad '5 Beschermen', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.\n1 fout.\n{NOTHING_WRITTEN}"
            )
        );
        assert_eq!((run.status, folder.names()), (1, vec!["duinstad.xlsx".to_owned()]));
    }

    /// A workbook of Duinstad in this region, with this answer to BES-01.
    fn of(region: &str, answer: &str) -> Vec<u8> {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | {answer} |\n# Gegevens\n| Regio | {region} |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
        ))
    }

    #[test]
    fn errors_in_a_region_that_was_not_chosen_stop_nobody() {
        let folder = Folder::with(&[
            ("drenthe.xlsx", of("Drenthe", "7")),
            ("flevoland.xlsx", of("Flevoland", "3")),
        ]);
        let run = folder.run_fixture("rapport drenthe.xlsx flevoland.xlsx --regio flevoland --stil");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
        assert!(folder.path("reports/flevoland-2030.xlsx").exists());
        let run = folder.run_fixture("rapport drenthe.xlsx flevoland.xlsx --regio Drenthe --stil");
        assert!(run.stderr.contains("drenthe.xlsx\n  fout W31"), "{}", run.stderr);
        assert_eq!(run.status, 1);
    }

    #[test]
    fn a_report_names_what_it_left_out_and_not_what_another_did() {
        let folder = Folder::with(&[
            ("drenthe.xlsx", of("Drenthe", "7")),
            ("flevoland.xlsx", of("Flevoland", "8")),
            ("leeg.xlsx", Vec::new()),
        ]);
        let run = folder.run_fixture("rapport drenthe.xlsx flevoland.xlsx leeg.xlsx --sla-fouten-over");
        assert_eq!(run.status, 0, "{}", run.stderr);
        for (region, other) in [("drenthe", "flevoland"), ("flevoland", "drenthe")] {
            let mut report: Xlsx<_> =
                Xlsx::new(Cursor::new(folder.read(&format!("reports/{region}-2030.xlsx")))).expect("a report");
            let sheet = report
                .worksheet_range("Datakwaliteit")
                .expect("its sheet Datakwaliteit");
            let files: Vec<String> = sheet.rows().map(|row| row[0].to_string()).collect();
            for file in [format!("{region}.xlsx"), "leeg.xlsx".to_owned()] {
                assert!(files.contains(&file), "{file} is not in {files:?}");
            }
            assert!(!files.contains(&format!("{other}.xlsx")), "{files:?}");
        }
    }

    #[test]
    fn what_is_left_out_is_named_in_the_report() {
        let folder = Folder::with(&[
            (
                "duinstad.xlsx",
                municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 7 |\n| BES-02 | Ja |"),
            ),
            ("leeg.xlsx", Vec::new()),
        ]);
        let run = folder.run_fixture("rapport duinstad.xlsx leeg.xlsx --sla-fouten-over --json");
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(run.stderr.contains("2 fouten.\n"), "{}", run.stderr);

        let mut report: Xlsx<_> = Xlsx::new(Cursor::new(folder.read("reports/flevoland-2030.xlsx"))).expect("a report");
        let sheet = report
            .worksheet_range("Datakwaliteit")
            .expect("its sheet Datakwaliteit");
        let rows: Vec<Vec<String>> = sheet
            .rows()
            .map(|row| row.iter().map(ToString::to_string).take(4).collect())
            .collect();
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        for expected in [
            row([
                "duinstad.xlsx",
                "5 Beschermen, B2",
                "W31",
                "'7' is geen niveau. Kies een heel niveau van 0 tot en met 4.",
            ]),
            row([
                "leeg.xlsx",
                "",
                "W01",
                "het bestand is leeg. Vraag de afzender het werkboek opnieuw te sturen.",
            ]),
        ] {
            assert!(rows.contains(&expected), "{expected:?} is not in {rows:#?}");
        }

        let json: serde_json::Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
        let input = &json["inputs"][0];
        assert_eq!(
            (&input["file"], &input["answered"], &input["missing"]),
            (&"duinstad.xlsx".into(), &1.into(), &4.into()),
            "the faulty answer counts as missing"
        );
        assert_eq!(json["inputs"].as_array().map(Vec::len), Some(1));
    }
}
