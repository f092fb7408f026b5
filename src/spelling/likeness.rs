//! Takes words and names; returns whether one may be a misspelling of another, and which of many is the nearest.

use super::fold;

/// One typing error in a name of seven letters. Different names such as Duinstad and Duindorp stay below this.
const LOOKS_ALIKE: f64 = 0.85;

/// Two edits in a word of five letters; below this, a suggestion would be a guess.
const CLOSE_ENOUGH: f64 = 0.6;

/// Longer than any name or word in the scan. Comparing two texts takes time proportional to the product of their
/// lengths; longer texts are alike only if they are equal.
const LONGEST: usize = 100;

/// The number of classes of letters that are counted before comparing letter by letter.
const SORTS: usize = 32;

/// A word or name prepared for comparison with many others.
#[derive(Clone, Debug)]
pub struct Likeness {
    folded: String,
    digits: String,
    length: usize,
    /// The number of letters in each class.
    letters: [u8; SORTS],
}

impl Likeness {
    /// Prepares a word.
    #[must_use]
    pub fn new(word: &str) -> Self {
        let folded = fold(word);
        let mut letters = [0_u8; SORTS];
        let mut length = 0;
        for c in folded.chars() {
            length += 1;
            let sort = &mut letters[c as usize % SORTS];
            *sort = sort.saturating_add(1);
        }
        Self {
            digits: word.chars().filter(char::is_ascii_digit).collect(),
            folded,
            length,
            letters,
        }
    }

    /// Whether two names are so similar that one may be a misspelling of the other. Names that differ in a number
    /// differ on purpose.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        self.digits == other.digits && self.to(other, LOOKS_ALIKE).is_some()
    }

    /// The similarity of the two words, from 0 to 1, if it is at least `least`.
    fn to(&self, other: &Self, least: f64) -> Option<f64> {
        if self.folded == other.folded {
            return Some(1.0);
        }
        let longer = self.length.max(other.length);
        // Each letter that the other word lacks takes an edit. That alone rules out nearly all pairs of words, so that
        // comparing many with many is cheap.
        let after = |edits: usize| 1.0 - edits as f64 / longer as f64;
        if longer > LONGEST || after(self.edits_at_least(other)) < least {
            return None;
        }
        let likeness = strsim::normalized_damerau_levenshtein(&self.folded, &other.folded);
        (likeness >= least).then_some(likeness)
    }

    /// A lower bound of the number of edits between the two words.
    fn edits_at_least(&self, other: &Self) -> usize {
        let (mut more, mut fewer) = (0_usize, 0_usize);
        for (own, others) in self.letters.iter().zip(other.letters) {
            more += usize::from(own.saturating_sub(others));
            fewer += usize::from(others.saturating_sub(*own));
        }
        more.max(fewer)
    }
}

/// Words prepared to look for the one that was meant, any number of times.
#[derive(Clone, Debug)]
pub struct Candidates<'a>(Vec<(&'a str, Likeness)>);

impl<'a> FromIterator<&'a str> for Candidates<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        Self(words.into_iter().map(|word| (word, Likeness::new(word))).collect())
    }
}

impl<'a> Candidates<'a> {
    /// The candidate most similar to `word`, if it is similar enough to have been meant.
    #[must_use]
    pub fn nearest(&self, word: &str) -> Option<&'a str> {
        let word = Likeness::new(word);
        if word.length > LONGEST {
            return None;
        }
        let mut best: Option<(f64, &str)> = None;
        for (candidate, prepared) in &self.0 {
            if let Some(likeness) = word.to(prepared, CLOSE_ENOUGH)
                && best.is_none_or(|(found, _)| likeness > found)
            {
                best = Some((likeness, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

/// The candidate most similar to `word`, if it is similar enough to have been meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates.into_iter().collect::<Candidates>().nearest(word)
}

/// Whether two names are so similar that one may be a misspelling of the other. Names that differ in a number differ on
/// purpose.
#[must_use]
pub fn look_alike(a: &str, b: &str) -> bool {
    Likeness::new(a).looks_like(&Likeness::new(b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_misspelling_gets_a_suggestion_and_a_guess_does_not() {
        let names = ["Flevoland", "Friesland"];
        assert_eq!(nearest("flevolant", names), Some("Flevoland"));
        assert_eq!(nearest("Zuid-Limburg", names), None);
    }

    #[test]
    fn a_misspelt_name_is_distinguished_from_another_name() {
        assert!(look_alike("Duinstad", "Duinsatd"));
        assert!(!look_alike("Duinstad", "Duindorp"));
        assert!(!look_alike("Proefgemeente 11", "Proefgemeente 12"));
    }

    #[test]
    fn texts_longer_than_any_name_are_alike_only_if_equal() {
        let long = "Duinstad".repeat(50);
        assert!(look_alike(&long, &long.to_uppercase()));
        assert!(!look_alike(&long, &format!("{long}!")));
        assert_eq!(nearest(&long, [format!("{long}!").as_str()]), None);
    }

    fn word() -> impl Strategy<Value = String> {
        let letter = prop::sample::select(vec!['a', 'b', 'c', 'D', 'é', ' ', '1']);
        prop::collection::vec(letter, 0..10).prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        /// Counting letters first may only change the time it takes.
        #[test]
        fn counting_letters_does_not_change_likeness(a in word(), b in word()) {
            let plain = strsim::normalized_damerau_levenshtein(&fold(&a), &fold(&b));
            for least in [CLOSE_ENOUGH, LOOKS_ALIKE] {
                let found = Likeness::new(&a).to(&Likeness::new(&b), least);
                prop_assert_eq!(found, (plain >= least).then_some(plain));
            }
        }
    }
}
