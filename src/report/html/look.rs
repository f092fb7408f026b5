//! The style sheet of the page: components and tokens of NL Design System in the colours of the palette.

use crate::palette;

/// Components of NL Design System and the tokens they need (EUPL-1.2, see that folder).
const COMPONENTS: &str = include_str!("../../../assets/css/nl-design-system.css");
const OWN: &str = include_str!("../../../assets/css/report.css");

/// How many columns of a table have their header in the style of the table; of the columns after those, each cell has it.
pub(super) const MOST_LABELLED: usize = 16;

/// The colours as custom properties, then the components, then our own rules.
#[must_use]
pub fn style() -> String {
    let colours = [
        ("accent", palette::ACCENT),
        ("text", palette::TEXT),
        ("quiet-text", palette::QUIET_TEXT),
        ("warning", palette::WARNING),
        ("line", palette::LINE),
        ("band", palette::BAND),
        ("paper", palette::PAPER),
    ];
    let mut style = ":root{".to_owned();
    for (name, colour) in colours {
        style.push_str("--ketenscan-");
        style.push_str(name);
        style.push(':');
        style.push_str(&hex(colour));
        style.push(';');
    }
    style.push_str("}\n");
    style.push_str(COMPONENTS);
    style.push_str(OWN);
    style.push_str("@media screen and (max-width: 48rem) {\n");
    for column in 2..=MOST_LABELLED {
        style.push_str(&format!("td:nth-child({column})::before{{content:var(--c{column})}}\n"));
    }
    style.push_str("}\n");
    style
}

/// A colour in CSS notation.
pub(super) fn hex(colour: u32) -> String {
    format!("#{colour:06x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_is_small_and_loads_nothing_external() {
        let style = style();
        assert!(style.len() < 60_000, "{} bytes", style.len());
        for outside in ["url(", "@import", "http:", "https:", "</style"] {
            assert!(!style.contains(outside), "{outside}");
        }
    }
}
