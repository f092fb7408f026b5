//! Values for the rows that a workbook contains, without using memory for all others.

use crate::questionnaire::RowIndex;

/// Values for some rows of a questionnaire, in the order of their indices. Only those rows take up memory: a
/// municipality is asked a quarter of all rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<T> {
    /// Kept separate from the values, so that no memory is lost to alignment.
    rows: Vec<RowIndex>,
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
    pub fn get(&self, row: RowIndex) -> Option<&T> {
        self.place(row).ok().map(|place| &self.values[place])
    }

    /// Sets the value of a row, replacing any previous one.
    pub fn set(&mut self, row: RowIndex, value: T) {
        match self.place(row) {
            Ok(place) => self.values[place] = value,
            Err(place) => {
                self.rows.insert(place, row);
                self.values.insert(place, value);
            }
        }
    }

    /// Removes the value of a row.
    pub fn remove(&mut self, row: RowIndex) {
        if let Ok(place) = self.place(row) {
            self.rows.remove(place);
            self.values.remove(place);
        }
    }

    /// Removes all values.
    pub fn clear(&mut self) {
        self.rows.clear();
        self.values.clear();
    }

    /// The number of rows that have a value.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that have a value, with their values.
    pub fn iter(&self) -> impl Iterator<Item = (RowIndex, &T)> {
        self.rows.iter().copied().zip(&self.values)
    }

    /// The same, with mutable values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (RowIndex, &mut T)> {
        self.rows.iter().copied().zip(&mut self.values)
    }

    /// Releases memory reserved for more rows.
    pub(crate) fn shrink(mut self) -> Self {
        self.rows.shrink_to_fit();
        self.values.shrink_to_fit();
        self
    }

    /// The position of a row, or where it would be inserted.
    fn place(&self, row: RowIndex) -> Result<usize, usize> {
        self.rows.binary_search(&row)
    }
}

impl<T> FromIterator<(RowIndex, T)> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = (RowIndex, T)>>(values: I) -> Self {
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
    use crate::list::Index;

    #[test]
    fn a_row_keeps_the_last_value_in_whatever_order_rows_are_set() {
        let [two, three, seven] = [2, 3, 7].map(RowIndex::at);
        let mut rows: Rows<char> = [(seven, 'a'), (two, 'b'), (seven, 'c')].into_iter().collect();
        assert_eq!(rows.iter().collect::<Vec<_>>(), [(two, &'b'), (seven, &'c')]);
        assert_eq!((rows.get(seven), rows.get(three)), (Some(&'c'), None));
        rows.remove(two);
        rows.remove(three);
        assert_eq!(rows.len(), 1);
    }
}
