//! Whatever two years contain, the four parts of a change add up to it.

use ketenscan::answers::{Answer, Merger, Submission};
use ketenscan::list::Index as _;
use ketenscan::questionnaire::Questionnaire;
use proptest::prelude::*;

use super::books::*;

/// Those that may answer in either year; the region itself is last.
pub(super) const PLACES: [Option<&str>; 4] = [Some("Duinstad"), Some("Heuveldam"), Some("Veenwold"), None];

/// A workbook with answers derived from numbers, one per row.
pub(super) fn random_book(edition: &Questionnaire, year: u16, place: Option<&str>, numbers: &[u8]) -> Submission {
    let mut made = book(edition, year, place, &[]);
    for (row, answer) in made.answers.iter_mut() {
        let place = row.number();
        let number = numbers[place % numbers.len()]
            .wrapping_mul(31)
            .wrapping_add(place as u8 * 7);
        let amount = f64::from(number % 5);
        *answer = match number / 5 % 5 {
            0 => Answer::Missing,
            1 => Answer::Unknown,
            _ => match edition.question_of(row).kind.key() {
                "level" => level(number % 5),
                "yes_no" => [YES, PARTLY, NO][usize::from(number % 3)],
                "count" => times(amount),
                _ => of(amount, 4.0),
            },
        };
    }
    made
}

proptest! {
    #[test]
    fn the_four_parts_add_up_to_the_total(
        newer in prop::array::uniform2(any::<bool>()),
        sent in prop::array::uniform2(1u8..16),
        numbers in prop::collection::vec(any::<u8>(), 8..40),
        merged in any::<bool>(),
    ) {
        let known = editions();
        let mut books = Vec::new();
        for (index, year) in [2026, 2027].into_iter().enumerate() {
            let edition = &known[usize::from(newer[index])];
            for (number, &place) in PLACES.iter().enumerate() {
                if sent[index] >> number & 1 == 0 {
                    continue;
                }
                // Duinstad and Veenwold may have become Duinveen, but only a workbook of the region can say so.
                let merged = merged && year == 2027;
                let place = place.map(|name| if merged && name == "Duinstad" { "Duinveen" } else { name });
                let mut book = random_book(edition, year, place, &numbers[number + index..]);
                if merged {
                    book.context.mergers.push(Merger {
                        name: "Duinveen".to_owned(),
                        formerly: vec!["Duinstad".to_owned(), "Veenwold".to_owned()],
                    });
                }
                books.push(book);
            }
        }
        let world = World::new(&known, books);
        let comparison = world.comparison();
        for found in &comparison.regions[0].changes[0].steps {
            if let Ok(parts) = found.parts {
                let apparent = parts.apparent.unwrap();
                let sum = parts.real + apparent.availability + apparent.respondents + apparent.questions;
                prop_assert!((parts.total() - sum).abs() < 1e-9, "{parts:?}");
                prop_assert!(found.matched_pairs > Some(0));
            }
        }
    }
}
