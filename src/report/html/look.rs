//! The style sheet of the page: components and tokens of NL Design System in the colours of the palette.

use crate::palette;

/// Components of NL Design System and the tokens they need (EUPL-1.2, see that folder).
const COMPONENTS: &str = include_str!("../../../assets/css/nl-design-system.css");
const OWN: &str = include_str!("../../../assets/css/report.css");

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
    style
}

/// A colour in CSS notation.
pub(super) fn hex(colour: u32) -> String {
    format!("#{colour:06x}")
}

/// The background of a score in a heat map: paper at 0, darkest at 100.
pub(super) fn heat(score: f64) -> u32 {
    let share = (score / 100.0).clamp(0.0, 1.0);
    let (from, to) = (palette::PAPER.to_be_bytes(), palette::HEAT.to_be_bytes());
    let mut mixed = [0; 4];
    for (channel, mixed) in mixed.iter_mut().enumerate() {
        let (from, to) = (f64::from(from[channel]), f64::from(to[channel]));
        *mixed = (from + (to - from) * share).round() as u8;
    }
    u32::from_be_bytes(mixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_ranges_from_paper_to_the_darkest() {
        assert_eq!(heat(0.0), palette::PAPER);
        assert_eq!(heat(100.0), palette::HEAT);
        // Halfway from FFFFFF to 85B6D6: (255 + 133) / 2 = 194, (255 + 182) / 2 = 218.5, (255 + 214) / 2 = 234.5.
        assert_eq!(heat(50.0), 0x00C2_DBEB);
    }

    #[test]
    fn the_style_sheet_is_small_and_loads_nothing_external() {
        let style = style();
        assert!(style.len() < 60_000, "{} bytes", style.len());
        for outside in ["url(", "@import", "http:", "https:", "</style"] {
            assert!(!style.contains(outside), "{outside}");
        }
    }
}
