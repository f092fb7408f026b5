//! Takes an SVG as plotters writes it; returns the same picture in fewer bytes.

/// Leaves out what goes without saying, and makes one path of consecutive lines that look the same, as of a hatching.
pub(super) fn compact(svg: &str, of_font: &str) -> String {
    let svg = svg
        .replace(" stroke=\"none\" stroke-width=\"1\"", "")
        .replace(" stroke=\"none\"", "")
        .replace(" opacity=\"1\"", "")
        .replace(" text-anchor=\"start\"", "")
        .replace(of_font, "");
    let mut compact = String::with_capacity(svg.len());
    let mut path = None;
    // Texts are on lines of their own, and have no markup.
    for line in svg.lines() {
        let stroke = line
            .strip_prefix("<polyline ")
            .and_then(|line| line.strip_suffix("\"/>"));
        match stroke.and_then(|stroke| stroke.split_once(" points=\"")) {
            Some((look, points)) => {
                if path != Some(look) {
                    if path.is_some() {
                        compact.push_str("\"/>\n");
                    }
                    compact.push_str("<path ");
                    compact.push_str(look);
                    compact.push_str(" d=\"");
                    path = Some(look);
                }
                compact.push('M');
                compact.push_str(points.trim_end());
            }
            None => {
                if path.take().is_some() {
                    compact.push_str("\"/>\n");
                }
                compact.push_str(line);
                compact.push('\n');
            }
        }
    }
    compact
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_look_the_same_become_one_path() {
        let line = |colour: &str, points: &str| {
            format!("<polyline fill=\"none\" opacity=\"1\" stroke=\"{colour}\" points=\"{points} \"/>\n")
        };
        let dot = "<circle r=\"1\" fill=\"#1\" stroke=\"none\" stroke-width=\"1\"/>\n";
        let text = "<text x=\"1\" font-family=\"Serif\">\nopacity=&quot;1&quot;\n</text>\n";
        let drawn = [
            "<svg>\n",
            &line("#1", "1,2 3,4"),
            &line("#1", "5,6 7,8"),
            &line("#2", "1,1 2,2"),
            dot,
            text,
            "</svg>\n",
        ];
        let expected = "<svg>\n<path fill=\"none\" stroke=\"#1\" d=\"M1,2 3,4M5,6 7,8\"/>\n\
            <path fill=\"none\" stroke=\"#2\" d=\"M1,1 2,2\"/>\n<circle r=\"1\" fill=\"#1\"/>\n<text x=\"1\">\nopacity=&quot;1&quot;\n</text>\n</svg>\n";
        assert_eq!(compact(&drawn.concat(), " font-family=\"Serif\""), expected);
    }
}
