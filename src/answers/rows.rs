//! What a workbook holds for the rows that it asks, and nothing for all others.

/// A value for some rows of a questionnaire, in the order of their indices. Takes room for those
/// alone: a municipality is asked a quarter of all rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<T>(Vec<(u16, T)>);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Rows<T> {
    /// The value of a row, if it has one.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&T> {
        self.place(row).ok().map(|place| &self.0[place].1)
    }

    /// Gives a row its value, in the stead of any that it had.
    pub fn set(&mut self, row: usize, value: T) {
        match self.place(row) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (row as u16, value)),
        }
    }

    /// Takes away a row's value.
    pub fn remove(&mut self, row: usize) {
        if let Ok(place) = self.place(row) {
            self.0.remove(place);
        }
    }

    /// Takes away all values.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// How many rows have a value.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no row has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows that have a value, each with it.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().map(|(row, value)| (usize::from(*row), value))
    }

    /// The same, to change the values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (usize, &mut T)> {
        self.0.iter_mut().map(|(row, value)| (usize::from(*row), value))
    }

    /// Gives back room that was kept for more rows.
    pub(crate) fn shrink(mut self) -> Self {
        self.0.shrink_to_fit();
        self
    }

    /// Where a row stands, or would stand.
    fn place(&self, row: usize) -> Result<usize, usize> {
        self.0.binary_search_by_key(&row, |(row, _)| usize::from(*row))
    }
}

impl<T> FromIterator<(usize, T)> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = (usize, T)>>(values: I) -> Self {
        let mut rows = Self::default();
        for (row, value) in values {
            rows.set(row, value);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_the_last_value_it_was_given_whatever_the_order() {
        let mut rows: Rows<char> = [(7, 'a'), (2, 'b'), (7, 'c')].into_iter().collect();
        assert_eq!(rows.iter().collect::<Vec<_>>(), [(2, &'b'), (7, &'c')]);
        assert_eq!((rows.get(7), rows.get(3)), (Some(&'c'), None));
        rows.remove(2);
        rows.remove(3);
        assert_eq!(rows.len(), 1);
    }
}
