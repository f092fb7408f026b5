//! Takes municipalities as typed or pasted from a spreadsheet; returns them as the job for templates takes them.

/// One municipality for each line, with its inhabitants if they are given: after a tab, a semicolon or an equals sign.
/// A line with headers is left out.
pub(crate) fn municipalities(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let split = lines.map(|line| {
        let mut cells = line.split(['\t', ';', '=']).map(str::trim);
        (cells.next().unwrap_or_default(), cells.find(|cell| !cell.is_empty()))
    });
    let is_header = |name: &str| ["gemeente", "gemeenten"].contains(&name.to_lowercase().as_str());
    split
        .filter(|(name, _)| !is_header(name))
        .map(|(name, inhabitants)| match inhabitants {
            Some(number) => format!("{name}={number}"),
            None => name.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_from_lines_however_they_were_pasted() {
        let text = "Gemeente\tInwoners\r\nDuinstad\t152000\r\n\r\nVeenwold;45200;\nKlein Klaverbeek=9000\n Rietmeer \n";
        let found = municipalities(text);
        assert_eq!(
            found,
            ["Duinstad=152000", "Veenwold=45200", "Klein Klaverbeek=9000", "Rietmeer"]
        );
    }

    #[test]
    fn nothing_is_made_of_nothing_and_a_number_stays_as_it_was_typed() {
        assert_eq!(municipalities(" \n\n"), Vec::<String>::new());
        assert_eq!(municipalities("Duinstad\t152.000"), ["Duinstad=152.000"]);
    }
}
