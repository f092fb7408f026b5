//! The error values of a cell: what a file stores, and what office programs show in Dutch.

/// A value that is not available.
pub(crate) const NOT_AVAILABLE: &str = "#N/A";
/// A number that is too large to store.
pub(crate) const NO_NUMBER: &str = "#NUM!";

const IN_DUTCH: [(&str, &str); 7] = [
    (NOT_AVAILABLE, "#N/B"),
    ("#DIV/0!", "#DEEL/0!"),
    ("#NAME?", "#NAAM?"),
    ("#NULL!", "#LEEG!"),
    (NO_NUMBER, "#GETAL!"),
    ("#REF!", "#VERW!"),
    ("#VALUE!", "#WAARDE!"),
];

/// The error value that a text is, stored or shown, as it is stored.
pub(crate) fn error_value(text: &str) -> Option<&'static str> {
    let named = |(stored, shown): &&(&str, &str)| *stored == text || *shown == text;
    IN_DUTCH.iter().find(named).map(|(stored, _)| *stored)
}

/// How an error value is shown in Dutch.
pub(crate) fn in_dutch(stored: &'static str) -> &'static str {
    let named = IN_DUTCH.iter().find(|(error, _)| *error == stored);
    named.map_or(stored, |(_, shown)| shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_value_is_known_as_stored_and_as_shown() {
        for (stored, shown) in IN_DUTCH {
            assert_eq!((error_value(stored), error_value(shown)), (Some(stored), Some(stored)));
            assert_eq!(in_dutch(stored), shown);
        }
        assert_eq!(error_value("REF"), None);
    }
}
