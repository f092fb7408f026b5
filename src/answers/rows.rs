//! What a workbook holds for the rows that it asks, and nothing for all others.

/// A value for some rows of a questionnaire, in the order of their indices. Takes room for those
/// alone: a municipality is asked a quarter of all rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<T> {
    /// Apart from their values, so that no room is lost to alignment between the two.
    rows: Vec<u16>,
    values: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl<T> Rows<T> {
    /// The value of a row, if it has one.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&T> {
        self.place(row).ok().map(|place| &self.values[place])
    }

    /// Gives a row its value, in the stead of any that it had.
    pub fn set(&mut self, row: usize, value: T) {
        match self.place(row) {
            Ok(place) => self.values[place] = value,
            Err(place) => {
                self.rows.insert(place, row as u16);
                self.values.insert(place, value);
            }
        }
    }

    /// Takes away a row's value.
    pub fn remove(&mut self, row: usize) {
        if let Ok(place) = self.place(row) {
            self.rows.remove(place);
            self.values.remove(place);
        }
    }

    /// Takes away all values.
    pub fn clear(&mut self) {
        self.rows.clear();
        self.values.clear();
    }

    /// How many rows have a value.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that have a value, each with it.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.rows.iter().copied().map(usize::from).zip(&self.values)
    }

    /// The same, to change the values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (usize, &mut T)> {
        self.rows.iter().copied().map(usize::from).zip(&mut self.values)
    }

    /// Gives back room that was kept for more rows.
    pub(crate) fn shrink(mut self) -> Self {
        self.rows.shrink_to_fit();
        self.values.shrink_to_fit();
        self
    }

    /// Where a row stands, or would stand.
    fn place(&self, row: usize) -> Result<usize, usize> {
        self.rows.binary_search_by_key(&row, |row| usize::from(*row))
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
