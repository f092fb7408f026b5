//! Files that are not a workbook, an incomplete one, or not one of ours.

use super::*;

#[test]
fn an_empty_file_is_refused() {
    refused(
        Vec::new(),
        "W01  het bestand is leeg. Vraag de afzender het werkboek opnieuw te sturen.",
    );
}

#[test]
fn files_that_are_not_workbooks_are_named_for_what_they_are() {
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
fn a_workbook_with_a_password_is_refused() {
    refused(
        zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            (
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
            ),
            ("content.xml", "versleuteld"),
        ]),
        "W03  het werkboek is versleuteld, met een wachtwoord of door een beveiliging van Excel. Open het in Excel of LibreOffice, haal de beveiliging eraf en sla het opnieuw op als .xlsx.",
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
fn a_part_in_another_encoding_is_refused_with_those_that_are_read() {
    let bytes = rewritten(&level("3"), "xl/workbook.xml", |book| {
        book.replacen("UTF-8", "windows-1252", 1)
    });
    refused(
        bytes,
        "W04  het werkboek is beschadigd of onvolledig (een onderdeel is niet in UTF-8 of UTF-16 geschreven). Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.",
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
fn a_cell_outside_the_grid_is_refused() {
    let bytes = rewritten(&level("3"), "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("r=\"B2\"", "r=\"XFE2\"")
    });
    refused(
        bytes,
        "W06  op blad '5 Beschermen' staat een cel buiten het raster van een werkblad. Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.",
    );
}

#[test]
fn a_cell_that_cannot_be_read_is_named_and_never_mistaken_for_another() {
    let answer = |cell: &str| {
        let cell = cell.to_owned();
        rewritten(&level("3"), "xl/worksheets/sheet1.xml", move |sheet| {
            let (before, rest) = sheet.split_once("<c r=\"B2\"").expect("the answer");
            format!("{before}{cell}{}", rest.split_once("</c>").expect("its end").1)
        })
    };
    let message = |why: &str| {
        format!(
            "W14  blad '5 Beschermen', cel B2: wat in deze cel staat, is niet te lezen ({why}). Open het werkboek in Excel of LibreOffice, kijk of het antwoord er nog staat en sla het opnieuw op."
        )
    };
    for (cell, why) in [
        (
            "<c r=\"B2\" t=\"s\"><v>-1</v></c>",
            "de cel verwijst naar een tekst die niet in het bestand staat",
        ),
        ("<c r=\"B2\" t=\"n\"><v>drie</v></c>", "er hoort een getal te staan"),
        ("<c r=\"B2\" t=\"b\"><v>3</v></c>", "er hoort waar of onwaar te staan"),
        ("<c r=\"B2\" t=\"x\"><v>3</v></c>", "de cel is van een onbekend soort"),
    ] {
        refused(answer(cell), &message(why));
    }
    for cell in [
        "<c r=\"B2\"><v> 3 </v></c>",
        "<c r=\"B2\"><v><![CDATA[3]]></v></c>",
        "<c r=\"B2\"><v>&#51;</v></c>",
    ] {
        let folder = Folder::with(&[("duinstad.xlsx", answer(cell))]);
        let run = folder.run_fixture("controleer duinstad.xlsx");
        assert!(
            run.stdout.starts_with("duinstad.xlsx: beantwoord 1 van"),
            "{cell}: {}",
            run.stdout
        );
        accepted(answer(cell));
    }
}

#[test]
fn a_sheet_that_cannot_be_read_is_named_and_the_rest_is_read() {
    let listed = |relation: &str| {
        let sheet = format!("<sheet name=\"Blad9\" sheetId=\"9\" r:id=\"{relation}\"/></sheets>");
        rewritten(&level("3"), "xl/workbook.xml", |book| book.replace("</sheets>", &sheet))
    };
    warned(
        listed("rId99"),
        "W15  blad 'Blad9': dit blad is niet gelezen (het ontbreekt in het bestand). Kijk of er antwoorden op staan, en neem die over in een nieuw werkboek.",
    );
    let macros = rewritten(&listed("rId99"), "xl/_rels/workbook.xml.rels", |relations| {
        let relation = "<Relationship Id=\"rId99\" Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\" Target=\"macrosheets/sheet1.xml\"/></Relationships>";
        relations.replace("</Relationships>", relation)
    });
    warned(
        macros,
        "W15  blad 'Blad9': dit blad is niet gelezen (het is een blad met macro's). Kijk of er antwoorden op staan, en neem die over in een nieuw werkboek.",
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
fn a_definition_changed_since_the_workbook_was_made_gets_a_warning() {
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
fn foreign_files_in_a_folder_are_named_and_skipped() {
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
fn a_report_in_a_folder_is_skipped_silently() {
    let folder = Folder::with(&[("post/duinstad.xlsx", level("3"))]);
    assert_eq!(folder.run_fixture("rapport post -o post").status, 0);
    let run = folder.run_fixture("rapport post --stil");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
}

#[test]
fn what_other_programs_open_all_the_same_is_read() {
    let file = level("3");
    for before in [&b"\xef\xbb\xbf"[..], b"\r\n"] {
        accepted([before, &file].concat());
    }
    let twice = |name: &str, text: &[u8]| {
        let mut archive = ZipWriter::new_append(Cursor::new(file.clone())).expect("a zip file");
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("an entry");
        archive.write_all(text).expect("written");
        archive.finish().expect("a zip file").into_inner()
    };
    accepted(twice("DocProps/App.xml", b"<other/>"));
    refused(
        twice("XL/Workbook.xml", b"<workbook/>"),
        "W04  het werkboek is beschadigd of onvolledig (een onderdeel komt twee keer voor). Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.",
    );
}
