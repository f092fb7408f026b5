//! Every part of a report and a comparison is in its workbook, and on the page, on paper and in the shared edition only as
//! far as it belongs there.

use ketenscan::answers::{Region, assemble};
use ketenscan::plan::WrittenPlan;
use ketenscan::questionnaire::{Questionnaire, builtin};
use ketenscan::report::outline::Outline;
use ketenscan::report::sharing::{Audience, DisclosedYear, disclose, disclose_comparison, disclose_year};
use ketenscan::report::{comparison, excel, html, region};
use ketenscan::scoring::Weighting;
use ketenscan_testing::demo;
use ketenscan_testing::extremes::DATE;
use ketenscan_testing::package::unpack;

/// What becomes of a part.
struct Place {
    sheet: &'static str,
    page: Page,
    is_printed: bool,
    is_shared: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Whole,
    Named,
    Absent,
}

const fn place(sheet: &'static str, page: Page, is_printed: bool, is_shared: bool) -> Place {
    Place {
        sheet,
        page,
        is_printed,
        is_shared,
    }
}

const OF_A_REPORT: [Place; 14] = [
    place("Samenvatting", Page::Whole, true, true),
    place("Stappen", Page::Whole, true, true),
    place("Thema's", Page::Whole, true, true),
    place("Matrix", Page::Whole, true, true),
    place("Verschijningsvormen", Page::Whole, true, true),
    place("Gemeenten", Page::Named, true, false),
    place("Gespreksagenda", Page::Named, true, true),
    place("Verbeterplan", Page::Named, true, true),
    place("Vragen", Page::Named, false, true),
    place("Routekaart", Page::Named, false, true),
    place("Datakwaliteit", Page::Named, true, false),
    place("Herkomst", Page::Named, false, false),
    place("Controle", Page::Absent, false, false),
    place("Verantwoording", Page::Whole, true, true),
];

const OF_A_COMPARISON: [Place; 8] = [
    place("Overzicht", Page::Whole, true, true),
    place("Samenvatting", Page::Whole, true, true),
    place("Ontwikkeling", Page::Whole, true, true),
    place("Verandering", Page::Whole, true, true),
    place("Verbeterplan", Page::Whole, true, false),
    place("Spiegel", Page::Whole, true, true),
    place("Vergelijkbaarheid", Page::Named, true, true),
    place("Verantwoording", Page::Whole, true, true),
];

fn regions() -> Vec<Region> {
    assemble(demo::submissions("map"), Vec::new()).value
}

fn report(asked: &Questionnaire, region: &Region, audience: Audience) -> Outline {
    let disclosed = disclose(audience, asked, region, Weighting::Equal).expect("nobody is weighed");
    region::outline(&disclosed.report(), &[], &WrittenPlan::default())
}

/// The sheets of a workbook that people see, in order, each with its print area.
fn sheets(outline: &Outline) -> Vec<(String, Option<String>)> {
    let parts = unpack(&excel::write(outline, DATE).expect("a workbook"));
    let (_, book) = parts
        .iter()
        .find(|(name, _)| name == "xl/workbook.xml")
        .expect("a workbook");
    let book = String::from_utf8(book.clone()).expect("XML");
    let sheets = book
        .split("<sheet ")
        .skip(1)
        .filter(|tag| !tag.contains("state=\"veryHidden\""));
    let name = |tag: &str| tag.split('"').nth(1).expect("a name").replace("&apos;", "'");
    let area = |index: usize| {
        let start = format!("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"{index}\">");
        let (_, rest) = book.split_once(&start)?;
        let (area, _) = rest.split_once("</definedName>")?;
        Some(area.rsplit('!').next()?.to_owned())
    };
    sheets
        .enumerate()
        .map(|(index, tag)| (name(tag), area(index)))
        .collect()
}

#[track_caller]
fn expect_sheets(outline: &Outline, places: &[Place], audience: Audience) {
    let places = places
        .iter()
        .filter(|place| place.is_shared || audience == Audience::Region);
    let places: Vec<&Place> = places.collect();
    let sheets = sheets(outline);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let expected: Vec<&str> = places.iter().map(|place| place.sheet).collect();
    assert_eq!(names, expected);
    for (place, (_, area)) in places.iter().zip(&sheets) {
        let only_the_heading = area
            .as_ref()
            .is_some_and(|area| area.starts_with("$A$1:") && area.ends_with("$2"));
        assert_eq!(only_the_heading, !place.is_printed, "{}: {area:?}", place.sheet);
    }
}

#[test]
fn every_part_of_a_report_is_where_it_belongs() {
    let (asked, regions) = (builtin(), regions());
    for audience in [Audience::Region, Audience::Anyone] {
        let outline = report(&asked, &regions[0], audience);
        expect_sheets(&outline, &OF_A_REPORT, audience);
        expect_on_page(&outline, &OF_A_REPORT, audience);
    }
}

fn expect_on_page(outline: &Outline, places: &[Place], audience: Audience) {
    let page = html::write(outline, DATE).expect("a page");
    let (whole, elsewhere) = page.split_once("id=\"werkboek\"").expect("what the workbook has");
    for place in places {
        let is_in_outline = place.is_shared || audience == Audience::Region;
        let heading = format!("<section class=\"part{{}}\" aria-labelledby=\"{}\">", slug(place.sheet));
        let is_whole = ["", " part--wide"]
            .iter()
            .any(|wide| whole.contains(&heading.replace("{}", wide)));
        let is_named = elsewhere.contains(place.sheet);
        assert_eq!(is_whole, is_in_outline && place.page == Page::Whole, "{}", place.sheet);
        assert_eq!(is_named, is_in_outline && place.page == Page::Named, "{}", place.sheet);
    }
}

fn slug(sheet: &str) -> String {
    sheet.to_lowercase().replace('\'', "")
}

#[test]
fn every_part_of_a_comparison_is_where_it_belongs() {
    let (asked, regions) = (builtin(), regions());
    for audience in [Audience::Region, Audience::Anyone] {
        let years = regions.iter().map(|region| disclose_year(audience, &asked, region));
        let years: Vec<DisclosedYear> = years.collect();
        let known = asked.clone().into();
        let compared = disclose_comparison(audience, &years, |_| &[], &known).expect("one questionnaire");
        let outline = comparison::outline(&compared);
        expect_sheets(&outline, &OF_A_COMPARISON, audience);
        expect_on_page(&outline, &OF_A_COMPARISON, audience);
    }
}
