//! The lists of municipalities that `sjabloon --gemeenten` takes.

use super::templates::last_year;
use super::*;

#[test]
fn municipalities_come_from_a_list_in_csv_or_in_a_workbook_of_anybody() {
    let folder = last_year();
    folder.put(
        "lijst.csv",
        "\u{feff}Code;Gemeente;Inwoners\r\n1;Duinstad;152000\r\n2;Klein, Hoog en Laag;\r\n",
    );
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (name, number)) in (2..).zip([("Duinstad", 152_000), ("Klein, Hoog en Laag", 0)]) {
        sheet.write(row, 1, name).unwrap();
        if number > 0 {
            sheet.write(row, 3, number).unwrap();
        }
    }
    sheet.write(1, 1, "Gemeente").unwrap().write(1, 3, "Inwoners").unwrap();
    folder.put("lijst.xlsx", book.save_to_buffer().unwrap());
    for list in ["lijst.csv", "lijst.xlsx"] {
        let run = folder.run(&format!(
            "sjabloon --regio Voorbeeldland --jaar 2028 --gemeente Rietmeer --gemeenten {list} -o {list}-uit --stil"
        ));
        assert_eq!(run.status, 0, "{list}: {}", run.stderr);
        let made = [
            "duinstad-gemeente",
            "klein-hoog-en-laag-gemeente",
            "rietmeer-gemeente",
            "voorbeeldland-regio",
        ];
        let made = made.map(|name| format!("{list}-uit/voorbeeldland-2028/{name}.xlsx"));
        assert_eq!(run.stdout.lines().collect::<Vec<_>>(), made, "{list}");
    }
    let of_csv = folder.read("lijst.csv-uit/voorbeeldland-2028/voorbeeldland-regio.xlsx");
    assert!(of_csv == folder.read("lijst.xlsx-uit/voorbeeldland-2028/voorbeeldland-regio.xlsx"));

    folder.put("zonder.csv", "Duinstad;152000\r\n");
    folder.put("oud.csv", b"Gemeente;Inwoners\r\nS\xfadwest;9000\r\n");
    folder.put(
        "tweemaal.csv",
        "Gemeente;Inwoners\nDuinstad;9000\nGemeente Duinstad;8000\n",
    );
    let names = (0..100_000).map(|number| format!("Duinstad {number}"));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_column(
            0,
            0,
            ["Gemeente".to_owned()].into_iter().chain(names.clone().take(10_000)),
        )
        .unwrap();
    sheet.write(0, 1, "Inwoners").unwrap();
    folder.put("lang.xlsx", book.save_to_buffer().unwrap());
    folder.put(
        "lang.csv",
        format!("Gemeente\n{}", names.collect::<Vec<_>>().join("\n")),
    );
    for (list, said) in [
        ("zonder.csv", "zet 'Gemeente' en 'Inwoners' boven de kolommen"),
        ("oud.csv", "CSV UTF-8"),
        (
            "lang.csv",
            "er staan meer dan 1000 regels in; laat alleen de gemeenten van de regio staan",
        ),
        (
            "lang.xlsx",
            "er staan meer dan 1000 regels in; laat alleen de gemeenten van de regio staan",
        ),
        (
            "tweemaal.csv",
            "Duinstad staat er twee keer in, met en zonder 'Gemeente' ervoor",
        ),
        ("is-er-niet.csv", "bestaat niet"),
        (
            "vorig/veilig-thuis.xlsx",
            "zet 'Gemeente' en 'Inwoners' boven de kolommen",
        ),
    ] {
        let run = folder.run(&format!(
            "sjabloon --regio Proef --jaar 2028 --gemeenten {list} -o fout"
        ));
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{list}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{list}: {}", run.stderr);
    }
}

#[test]
fn a_list_in_csv_is_checked_like_one_in_a_workbook() {
    let folder = Folder::new();
    let rows = [
        ("Gemeente", "Inwoners"),
        ("Gemeente Duinstad", "900"),
        ("Mevrouw Zwobbel, 06-12345678", ""),
        ("Totaal", "152000"),
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (name, number)) in (0..).zip(rows) {
        sheet.write(row, 0, name).unwrap();
        match number.parse::<u32>() {
            Ok(number) => sheet.write(row, 1, number).unwrap(),
            Err(_) => sheet.write(row, 1, number).unwrap(),
        };
    }
    folder.put("lijst.xlsx", book.save_to_buffer().unwrap());
    folder.put(
        "lijst.csv",
        rows.map(|(name, number)| format!("\"{name}\";{number}")).join("\r\n"),
    );
    for (list, places) in [
        ("lijst.csv", ["regel 2", "regel 3", "regel 4"]),
        (
            "lijst.xlsx",
            [
                "blad 'Sheet1', cel B2",
                "blad 'Sheet1', cel A3",
                "blad 'Sheet1', cel A4",
            ],
        ),
    ] {
        let run = folder.run(&format!(
            "sjabloon --regio Proef --jaar 2028 --gemeenten {list} -o {list}-uit --stil"
        ));
        assert_eq!(run.status, 0, "{list}: {}", run.stderr);
        for (code, (place, said)) in ["W65", "W60", "W64"].into_iter().zip(places.into_iter().zip([
            "900 inwoners is ongewoon voor een gemeente",
            "hier staat wat lijkt op een telefoonnummer",
            "'Totaal' lijkt geen gemeente",
        ])) {
            let warned = format!("  let op {code}  {place}: {said}");
            assert!(run.stderr.contains(&warned), "{list}, {warned}: {}", run.stderr);
        }
        let made = ["duinstad-gemeente", "proef-regio", "totaal-gemeente"];
        let made = made.map(|name| format!("{list}-uit/proef-2028/{name}.xlsx"));
        assert_eq!(run.stdout.lines().collect::<Vec<_>>(), made, "{list}");
        assert!(
            !format!("{}{}", run.stdout, run.stderr)
                .to_lowercase()
                .contains("zwobbel")
        );
    }
    for (rows, said) in [
        (
            "Duinstad;152.000",
            "fout W54  regel 2: '152.000' is geen aantal inwoners.",
        ),
        (
            "Duinstad;9000\nduinstad;8000",
            "fout W55  regel 3: gemeente duinstad staat twee keer in de lijst",
        ),
    ] {
        folder.put("fout.csv", format!("Gemeente;Inwoners\n{rows}\n"));
        let run = folder.run("sjabloon --regio Proef --jaar 2028 --gemeenten fout.csv -o fout");
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{rows}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{rows}: {}", run.stderr);
    }
}
