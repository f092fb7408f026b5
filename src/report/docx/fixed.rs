//! The parts of a document that are the same in all of ours: styles, numbering, language, and what refers to what.

use super::super::markup::escaped;
use crate::palette;

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespace of the words of a document.
pub(super) const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The name by which a document refers to one of its pictures, counted from 1.
pub(super) fn picture_id(number: usize) -> String {
    format!("rId{}", OWN.len() + number)
}

/// What every document refers to, in the order of the identifiers rId1, rId2, …
const OWN: [(&str, &str); 4] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("footer", "footer1.xml"),
];
/// The identifier of the footer among them.
pub(super) const FOOTER: &str = "rId4";

/// The fixed parts of a document with this many pictures.
pub(super) fn parts(pictures: usize) -> Vec<(String, String)> {
    let part = |name: &str, xml: String| (name.to_owned(), format!("{DECLARATION}{xml}"));
    vec![
        part("[Content_Types].xml", content_types()),
        part(
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"{PACKAGE}/core-properties\" Target=\"docProps/core.xml\"/><Relationship Id=\"rId3\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
            ),
        ),
        part(
            "docProps/app.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>ketenscan</Application></Properties>".to_owned(),
        ),
        part("word/_rels/document.xml.rels", relations(pictures)),
        part("word/styles.xml", styles()),
        part("word/numbering.xml", numbering()),
        part(
            "word/settings.xml",
            format!("<w:settings {MAIN}><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"nl-NL\"/></w:settings>"),
        ),
    ]
}

/// The line at the foot of the page.
pub(super) fn footer(words: &str) -> String {
    format!(
        "{DECLARATION}<w:ftr {MAIN}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:ftr>",
        escaped(words)
    )
}

fn content_types() -> String {
    let mut xml = format!(
        "<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/>"
    );
    for (kind, file) in OWN {
        xml.push_str(&format!(
            "<Override PartName=\"/word/{file}\" ContentType=\"{WORD}.{kind}+xml\"/>"
        ));
    }
    xml.push_str("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>");
    xml
}

fn relations(pictures: usize) -> String {
    let mut xml = format!("<Relationships xmlns=\"{RELATIONS}\">");
    for (number, (kind, file)) in (1..).zip(OWN) {
        xml.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{kind}\" Target=\"{file}\"/>"
        ));
    }
    for number in 1..=pictures {
        xml.push_str(&format!(
            "<Relationship Id=\"{}\" Type=\"{OFFICE}/image\" Target=\"media/image{number}.png\"/>",
            picture_id(number)
        ));
    }
    xml.push_str("</Relationships>");
    xml
}

/// The styles that word processors know by name, so that people can change them in one place.
fn styles() -> String {
    let accent = palette::ACCENT;
    let quiet = palette::QUIET_TEXT;
    let text = palette::TEXT;
    let style = |id: &str, name: &str, next: &str, paragraph: &str, run: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let coloured = |colour: u32, half_points: u32| {
        format!("<w:b/><w:color w:val=\"{colour:06X}\"/><w:sz w:val=\"{half_points}\"/>")
    };
    [
        format!("<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:color w:val=\"{text:06X}\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/><w:lang w:val=\"nl-NL\" w:eastAsia=\"nl-NL\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"60\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"),
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>".to_owned(),
        style("Title", "Title", "Normal", "<w:keepNext/><w:spacing w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>", &coloured(accent, 32)),
        style("Heading1", "heading 1", "Normal", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"140\" w:after=\"40\"/><w:outlineLvl w:val=\"0\"/>", &coloured(accent, 23)),
        style("ListNumber", "List Number", "ListNumber", "<w:spacing w:after=\"40\"/>", ""),
        style("Caption", "caption", "Normal", "<w:keepNext/><w:spacing w:after=\"40\"/>", "<w:b/>"),
        style("Footer", "footer", "Footer", "<w:spacing w:after=\"0\"/>", &format!("<w:color w:val=\"{quiet:06X}\"/><w:sz w:val=\"15\"/>")),
        "</w:styles>".to_owned(),
    ]
    .concat()
}

/// How many lists a document can have, each of which begins at 1.
pub(super) const MOST_LISTS: usize = 4;

fn numbering() -> String {
    let mut xml = format!(
        "<w:numbering {MAIN}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"340\" w:hanging=\"340\"/></w:pPr></w:lvl></w:abstractNum>"
    );
    for number in 1..=MOST_LISTS {
        xml.push_str(&format!(
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        ));
    }
    xml.push_str("</w:numbering>");
    xml
}
