//! Takes an outline; returns a document for a word processor, in which headings, lists, tables and pictures are what they
//! look like, so that people can edit it and screen readers can read it.

mod body;
mod fixed;

use zip::result::ZipError;

use self::body::Body;
use super::chart_image;
use super::markup::escaped;
use super::outline::Outline;
use crate::office;
use crate::questionnaire::Date;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A picture could not be drawn.
    #[error(transparent)]
    Picture(#[from] chart_image::Error),
    /// The package could not be written.
    #[error("het document kon niet gemaakt worden")]
    Package(#[from] ZipError),
}

/// Makes the document of an outline, dated `date`. The same outline and date give the same bytes.
///
/// # Errors
/// If a picture cannot be drawn or the document is too large; no content causes that.
pub fn write(outline: &Outline, date: Date) -> Result<Vec<u8>, Error> {
    let body = Body::of(outline)?;
    let mut parts = fixed::parts(body.pictures.len());
    parts.push(("docProps/core.xml".to_owned(), properties(&outline.title, date)));
    parts.push((
        "word/footer1.xml".to_owned(),
        fixed::footer(&super::made_on(date, "Deze brief")),
    ));
    parts.push(("word/document.xml".to_owned(), body.document()));
    let mut parts: Vec<(String, Vec<u8>)> = parts
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    let pictures = (1..).zip(body.pictures);
    parts.extend(pictures.map(|(number, picture)| (format!("word/media/image{number}.png"), picture)));
    Ok(office::pack(&parts)?)
}

fn properties(title: &str, date: Date) -> String {
    let day = format!("{}T00:00:00Z", date.iso());
    format!(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>ketenscan</dc:creator><cp:lastModifiedBy>ketenscan</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified><dc:language>nl-NL</dc:language></cp:coreProperties>",
        fixed::DECLARATION,
        escaped(title),
    )
}

#[cfg(test)]
mod tests;
