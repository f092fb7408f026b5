//! Pages of the region and its municipalities: their form, size and figures.

use ketenscan::report::html;
use ketenscan::report::outline::{Outline, Part, RegionPart};
use ketenscan::report::region::municipality;
use ketenscan_testing::extremes::DATE;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::{AT_NORM, all};

#[test]
fn inhabitants_are_formatted_as_people_write_them() {
    let page = html::write(
        &Outline {
            title: "Gemeenten".to_owned(),
            facts: Vec::new(),
            parts: vec![Part {
                key: RegionPart::Summary.into(),
                ..AT_NORM.part("Gemeenten").clone()
            }],
        },
        DATE,
    );
    let page = page.expect("a page");
    assert!(page.contains(">52.300</td>"));
    assert!(page.contains(">900</td>"));
}

#[test]
fn every_page_is_well_formed_and_names_what_only_the_workbook_has() {
    for made in all() {
        let page = made.case.page();
        well_formed(&page);
        assert!(
            page.contains("ook de bladen Gemeenten, Gespreksagenda, Verbeterplan,"),
            "{}",
            made.name
        );
        for id in ["samenvatting", "stappen", "themas", "verantwoording"] {
            assert!(page.contains(&format!("id=\"{id}\"")), "{}: {id}", made.name);
        }
        // The maximum size of a page of figures, including its style sheet and six pictures.
        assert!(page.len() < 180_000, "{}: {} bytes", made.name, page.len());
        for index in made.case.region.entities.indices() {
            if let Some(own) = municipality(&made.case.report(), index, &[]) {
                well_formed(&html::write(&own, DATE).expect("a page"));
            }
        }
    }
}

/// Asserts that all elements of a page are closed in order, and all ids are unique.
fn well_formed(page: &str) {
    const VOID: [&str; 2] = ["meta", "link"];
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    let mut ids = Vec::new();
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}"));
        match event {
            Event::Eof => break,
            Event::Start(start) => {
                if let Some(id) = start.try_get_attribute("id").expect("attributes") {
                    ids.push(id.value.into_owned());
                }
                let name = start.name().as_ref().to_owned();
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Event::End(end) => assert_eq!(open.pop().as_deref(), Some(end.name().as_ref())),
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
}
