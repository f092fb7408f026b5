//! Lists whose indices have a type of their own, so that an index of one list cannot be used for another.

use std::fmt;
use std::marker::PhantomData;
use std::ops;
use std::slice;
use std::vec;

/// An index into one kind of list.
pub trait Index: Copy {
    /// The index with this number, counted from 0.
    fn at(number: usize) -> Self;
    /// Its number, counted from 0.
    fn number(self) -> usize;
}

/// For lists that nothing else refers to.
impl Index for usize {
    fn at(number: usize) -> Self {
        number
    }

    fn number(self) -> usize {
        self
    }
}

/// Declares an index type: its documentation, name and integer type.
macro_rules! index {
    ($(#[$documentation:meta])* $name:ident: $number:ty) => {
        $(#[$documentation])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name($number);

        impl $crate::list::Index for $name {
            fn at(number: usize) -> Self {
                Self(number as $number)
            }

            fn number(self) -> usize {
                self.0 as usize
            }
        }
    };
}
pub(crate) use index;

/// A list with indices of type `I`. Lists with the same type of index belong together: a score for each row is a
/// `List<RowIndex, Score>`.
pub struct List<I, T> {
    items: Vec<T>,
    index: PhantomData<fn(I) -> I>,
}

impl<I: Index, T> List<I, T> {
    /// An empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            items: Vec::new(),
            index: PhantomData,
        }
    }

    /// Adds an item and returns its index.
    pub fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::at(self.items.len() - 1)
    }

    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item with this index, if there is one.
    #[must_use]
    pub fn get(&self, index: I) -> Option<&T> {
        self.items.get(index.number())
    }

    /// The index of every item, in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.items.len()).map(I::at)
    }

    /// Every item with its index, in order.
    #[must_use]
    pub fn indexed(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        let items = self.items.iter().enumerate();
        items.map(|(number, item)| (I::at(number), item))
    }

    /// The index of the first item for which `is_it` holds.
    pub fn position(&self, is_it: impl FnMut(&T) -> bool) -> Option<I> {
        self.items.iter().position(is_it).map(I::at)
    }

    /// Every item, in order.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Every item, in order, mutably.
    pub fn iter_mut(&mut self) -> slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// The items as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// The items as a mutable slice, to reorder them.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.items
    }

    /// Applies a function to every item, keeping the indices.
    pub fn map<U>(&self, make: impl FnMut(&T) -> U) -> List<I, U> {
        self.items.iter().map(make).collect()
    }

    /// Makes a list with the same indices by applying a function to each index.
    pub fn of_each<U>(&self, make: impl FnMut(I) -> U) -> List<I, U> {
        self.indices().map(make).collect()
    }
}

impl<I: Index, T> Default for List<I, T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I, T: Clone> Clone for List<I, T> {
    fn clone(&self) -> Self {
        Self {
            items: self.items.clone(),
            index: PhantomData,
        }
    }
}

impl<I, T: fmt::Debug> fmt::Debug for List<I, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.items.fmt(formatter)
    }
}

impl<I, T: PartialEq> PartialEq for List<I, T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<I: Index, T> ops::Index<I> for List<I, T> {
    type Output = T;

    fn index(&self, index: I) -> &T {
        &self.items[index.number()]
    }
}

impl<I: Index, T> ops::IndexMut<I> for List<I, T> {
    fn index_mut(&mut self, index: I) -> &mut T {
        &mut self.items[index.number()]
    }
}

impl<I, T> From<Vec<T>> for List<I, T> {
    fn from(items: Vec<T>) -> Self {
        Self {
            items,
            index: PhantomData,
        }
    }
}

impl<I, T> FromIterator<T> for List<I, T> {
    fn from_iter<Items: IntoIterator<Item = T>>(items: Items) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<I, T> IntoIterator for List<I, T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'l, I, T> IntoIterator for &'l List<I, T> {
    type Item = &'l T;
    type IntoIter = slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'l, I, T> IntoIterator for &'l mut List<I, T> {
    type Item = &'l mut T;
    type IntoIter = slice::IterMut<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    index! {
        /// An index into letters.
        Letter: u8
    }

    #[test]
    fn lists_with_the_same_index_type_belong_together() {
        let mut letters: List<Letter, char> = ['a', 'b'].into_iter().collect();
        let last = letters.push('c');
        let capitals = letters.map(char::to_ascii_uppercase);
        assert_eq!((letters[last], capitals[last]), ('c', 'C'));
        assert_eq!(letters.position(|letter| *letter == 'b'), letters.indices().nth(1));
        assert!(
            letters
                .indexed()
                .all(|(at, letter)| capitals[at].to_ascii_lowercase() == *letter)
        );
        assert_eq!((letters.len(), letters.get(Letter::at(3))), (3, None));
    }
}
