//! Takes an outline; returns it as one self-contained page without scripts or external resources, for screen, paper and
//! screen readers.
//!
//! Whatever needs a spreadsheet (to filter, fill in or look up) is left out, and the page says where it is. A chart
//! that appears in several parts is drawn once, in the first of them.

mod look;
mod table;

pub use self::look::style;
use super::chart_image::{self, svg};
use super::markup::escaped;
use super::outline::{Block, Chart, ChartKey, OnPage, Outline, Part, Table};
use super::{GENERATED_BY, made_on, markup};
use crate::questionnaire::Date;
use crate::spelling::slug;
use crate::wording::all_of;

/// Tables with at least this many columns take the whole width, with their charts below.
const MANY_COLUMNS: usize = 6;
/// Tables with at least this many columns are printed in landscape, and set closer on a screen.
const WIDE: usize = 9;

/// Writes the page, dated `date`. The same outline and date give the same page.
///
/// # Errors
/// If a chart cannot be drawn; no content causes that.
pub fn write(outline: &Outline, date: Date) -> Result<String, chart_image::Error> {
    write_with_foot(outline, &made_on(date, "Dit rapport"))
}

/// The same with another line at its foot, for what is not about the day on which it was made.
///
/// # Errors
/// If a chart cannot be drawn; no content causes that.
pub fn write_with_foot(outline: &Outline, foot: &str) -> Result<String, chart_image::Error> {
    let parts = |on_page| -> Vec<&Part> {
        let parts = outline.parts.iter();
        parts.filter(|part| part.key.on_page() == on_page).collect()
    };
    let (elsewhere, parts) = (parts(OnPage::Named), parts(OnPage::Whole));
    let mut page = Page {
        html: String::new(),
        drawn: Vec::new(),
    };
    page.head(&outline.title, &style());
    page.contents(&parts);
    for (index, part) in parts.iter().enumerate() {
        page.part(part, heading(part, index, parts.len()))?;
    }
    page.elsewhere(&elsewhere);
    page.foot(foot);
    Ok(page.html)
}

/// The title of a page already names the first of several parts.
fn heading(part: &Part, index: usize, parts: usize) -> &str {
    if index == 0 && parts > 1 {
        part.name()
    } else {
        &part.title
    }
}

/// A page being written.
struct Page {
    html: String,
    /// Charts that are already on the page.
    drawn: Vec<ChartKey>,
}

impl Page {
    fn line(&mut self, html: &str) {
        self.html.push_str(html);
        self.html.push('\n');
    }

    fn head(&mut self, title: &str, style: &str) {
        let title = escaped(title);
        self.line("<!doctype html>");
        self.line("<html lang=\"nl\">");
        self.line("<head>");
        self.line("<meta charset=\"utf-8\">");
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        self.line(&format!("<meta name=\"generator\" content=\"{GENERATED_BY}\">"));
        // Browsers request an icon unless the page says that there is none.
        self.line("<link rel=\"icon\" href=\"data:,\">");
        self.line(&format!("<title>{title}</title>"));
        self.line(&format!("<style>\n{style}</style>"));
        self.line("</head>");
        self.line("<body class=\"utrecht-body utrecht-document utrecht-document--surface\">");
        self.line("<a class=\"utrecht-skip-link utrecht-skip-link--visible-on-focus\" href=\"#hoofdinhoud\">Naar de hoofdinhoud</a>");
        self.line("<header class=\"utrecht-page-header\"><div class=\"utrecht-page-header__content\">");
        self.line(&format!("<h1 class=\"utrecht-heading-1\">{title}</h1>"));
        self.line("</div></header>");
        self.line("<div class=\"utrecht-page-body\"><div class=\"utrecht-page-body__content\">");
    }

    fn contents(&mut self, parts: &[&Part]) {
        if parts.len() > 1 {
            self.line("<nav class=\"utrecht-table-of-contents contents\" aria-label=\"Inhoud\">");
            self.line("<ul class=\"utrecht-table-of-contents__list\" role=\"list\">");
            for (index, part) in parts.iter().enumerate() {
                self.line(&format!(
                    "<li class=\"utrecht-table-of-contents__list-item\"><a class=\"utrecht-link utrecht-link--html-a\" href=\"#{}\">{}</a></li>",
                    slug(part.name()),
                    escaped(heading(part, index, parts.len()))
                ));
            }
            self.line("</ul>");
            self.line("</nav>");
        }
        self.line("<main id=\"hoofdinhoud\" tabindex=\"-1\">");
    }

    fn part(&mut self, part: &Part, heading: &str) -> Result<(), chart_image::Error> {
        let tables = part.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.columns.len()),
            Block::Text(_) => None,
        });
        let wide = tables.max().is_some_and(|columns| columns >= WIDE);
        let id = slug(part.name());
        self.line(&format!(
            "<section class=\"part{}\" aria-labelledby=\"{id}\">",
            if wide { " part--wide" } else { "" }
        ));
        self.line(&format!(
            "<h2 class=\"utrecht-heading-2\" id=\"{id}\">{}</h2>",
            escaped(heading)
        ));
        for block in &part.blocks {
            match block {
                Block::Text(paragraphs) => self.prose(paragraphs),
                Block::Table(table) => self.figures(table, heading)?,
            }
        }
        self.line("</section>");
        Ok(())
    }

    /// Says where to find what the page leaves out.
    fn elsewhere(&mut self, parts: &[&Part]) {
        if parts.is_empty() {
            return;
        }
        let names: Vec<&str> = parts.iter().map(|part| part.name()).collect();
        self.line("<section class=\"part\" aria-labelledby=\"werkboek\">");
        self.line("<h2 class=\"utrecht-heading-2\" id=\"werkboek\">Meer in het werkboek</h2>");
        self.prose(&[format!(
            "Deze pagina is een samenvatting. Het werkboek (xlsx) met dezelfde naam heeft ook de bladen {}.",
            all_of(&names)
        )]);
        self.line("</section>");
    }

    fn prose(&mut self, paragraphs: &[String]) {
        self.line("<div class=\"prose\">");
        for paragraph in paragraphs {
            let words = escaped(paragraph);
            self.line(&format!("<p class=\"utrecht-paragraph\">{words}</p>"));
        }
        self.line("</div>");
    }

    /// A table with its charts: next to it if it is narrow, otherwise below.
    fn figures(&mut self, table: &Table, part: &str) -> Result<(), chart_image::Error> {
        let mut charts: Vec<&Chart> = Vec::new();
        for chart in table.charts.iter().filter(|chart| chart.picture.is_some()) {
            if !self.drawn.contains(&chart.key) {
                self.drawn.push(chart.key);
                charts.push(chart);
            }
        }
        let arrangement = match (charts.len(), table.columns.len() < MANY_COLUMNS) {
            (0, _) => "",
            (_, true) => " figures--beside",
            (_, false) => " figures--two",
        };
        self.line(&format!("<div class=\"figures{arrangement}\">"));
        table::write(table, part, &mut self.html);
        for chart in charts {
            self.line(&format!(
                "<figure class=\"utrecht-figure chart\" tabindex=\"0\" aria-label=\"Grafiek: {}\">",
                markup::escaped(&chart.title)
            ));
            self.html.push_str(&svg(chart)?);
            self.line("</figure>");
        }
        self.line("</div>");
        Ok(())
    }

    fn foot(&mut self, foot: &str) {
        self.line("</main>");
        self.line("</div></div>");
        self.line("<footer class=\"utrecht-page-footer\"><div class=\"utrecht-page-footer__content\">");
        self.line(&format!(
            "<p class=\"utrecht-paragraph utrecht-paragraph--small\">{}</p>",
            escaped(foot)
        ));
        self.line("</div></footer>");
        self.line("</body>");
        self.line("</html>");
    }
}

#[cfg(test)]
mod tests;
