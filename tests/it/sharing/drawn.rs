//! Regions drawn at random as they are hardest to hide in: answers that agree or nearly do, few who answered, and partners
//! who are alone in their perspective.

use std::sync::LazyLock;

use ketenscan::answers::{Answer, Choice, KeyFigure, Submission};
use ketenscan::list::Index as _;
use ketenscan::questionnaire::{Kind, PracticeIndex, Questionnaire, Role, RowIndex, ThemeIndex};
use ketenscan_testing::region::{Workbook, asking_with, choice, level, number, of};

/// The municipalities that can take part.
pub(super) const NAMES: [&str; 12] = [
    "Aardvoort",
    "Bokkum",
    "Cubaard",
    "Doldrecht",
    "Eemslo",
    "Fochtwoud",
    "Gorredam",
    "Haskerzijl",
    "Iezum",
    "Joldelo",
    "Kwadijn",
    "Lutjevliet",
];

/// Questions of every kind, some alone in their step or theme, and a few that only the region answers.
const QUESTIONS: [(&str, &str); 12] = [
    (
        "RVW-01",
        "theme = 'aandacht'; legal = true; norm = 100; kind = 'yes_no'",
    ),
    ("RVW-02", "role = 'regio'; theme = 'aandacht'; weight = 3"),
    ("PRE-01", "theme = 'aandacht'; legal = true; norm = 100"),
    ("VRO-01", "theme = 'expertise'; weight = 2"),
    ("VRO-02", "theme = 'expertise'; kind = 'share'; target = 0.8"),
    (
        "ADV-01",
        "theme = 'opvang'; per_practice = true; practices = ['eer', 'vgv']; norm = 60",
    ),
    ("MEL-01", "theme = 'netwerken'; kind = 'capacity'"),
    (
        "MEL-02",
        "role = 'regio'; ask = ['veilig-thuis', 'opvang']; handover = { from = 'veilig-thuis', to = 'opvang' }",
    ),
    ("BES-01", "kind = 'count'; full_at = 6; zero_at = 1"),
    ("HUL-01", "kind = 'yes_no'"),
    ("HUL-02", "role = 'regio'; legal = true; norm = 100"),
    ("MON-01", ""),
];

/// What is asked, with the smallest number of contributors that is usual.
pub(super) static ASKED: LazyLock<Questionnaire> = LazyLock::new(|| asking_with("", &QUESTIONS, ""));
/// The same with the smallest number that is allowed.
pub(super) static ASKED_THREE: LazyLock<Questionnaire> =
    LazyLock::new(|| asking_with("sharing_minimum = 3", &QUESTIONS, ""));

/// Numbers that look random and are the same every time.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x2545_F491_4F6C_DD1D)
    }

    pub(super) fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    /// Whether something happens that does so in so many of a hundred cases.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// An answer that scores so many quarters of the way.
pub(super) fn quarters(kind: &Kind, along: u64) -> Answer {
    match kind {
        Kind::Level { .. } => level(along as u8),
        Kind::YesNo => choice([Choice::No, Choice::No, Choice::Partly, Choice::Partly, Choice::Yes][along as usize]),
        Kind::Share { .. } => of((along * 5) as f64, 20.0),
        Kind::Capacity => of(along as f64, 4.0),
        Kind::Count { .. } => number(1.0 + 1.25 * along as f64),
    }
}

/// How the answers to a row go together.
#[derive(Clone, Copy)]
enum Agreement {
    /// All the same.
    Same(u64),
    /// All the same but one.
    AllButOne(u64, u64),
    /// One of two.
    Either(u64, u64),
    /// Anything.
    Any,
}

impl Agreement {
    fn drawn(dice: &mut Dice) -> Self {
        let (one, other) = (dice.below(5), dice.below(5));
        match dice.below(6) {
            0 => Self::Same(one),
            1 => Self::AllButOne(one, other),
            2 => Self::Either(one, other),
            _ => Self::Any,
        }
    }

    fn answer(self, dice: &mut Dice, place: usize) -> u64 {
        match self {
            Self::Same(one) => one,
            Self::AllButOne(one, other) => [other, one][usize::from(place > 0)],
            Self::Either(one, other) => [one, other][dice.below(2) as usize],
            Self::Any => dice.below(5),
        }
    }
}

/// What is drawn.
pub(super) struct Drawing<'q> {
    pub(super) asked: &'q Questionnaire,
    dice: Dice,
    agreements: Vec<Agreement>,
}

impl<'q> Drawing<'q> {
    pub(super) fn new(asked: &'q Questionnaire, seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let agreements = asked.rows.iter().map(|_| Agreement::drawn(&mut dice)).collect();
        Self {
            asked,
            dice,
            agreements,
        }
    }

    /// A whole region of so many municipalities that answered; some more may have been asked.
    pub(super) fn region(&mut self, municipalities: usize) -> Vec<Submission> {
        let mut submissions = Vec::new();
        // In most regions every municipality sends one workbook; in the others a few or all have a second.
        let (second, all) = (self.dice.chance(30), self.dice.chance(40));
        for (place, name) in NAMES[..municipalities].iter().enumerate() {
            submissions.push(self.municipality(name, "gemeente", place));
            if second && (all || self.dice.chance(25)) {
                submissions.push(self.municipality(name, "opvang", place));
            }
        }
        let asked = (municipalities + self.dice.below(3) as usize).min(NAMES.len());
        submissions.push(self.of_the_region(&NAMES[..asked]));
        for (perspective, most) in [("veilig-thuis", 7), ("opvang", 8)] {
            for place in 0..self.dice.below(most) as usize {
                let book = Workbook::of_region(self.asked)
                    .seen_from(perspective)
                    .filled_in_by(&format!("medewerker {place}"));
                submissions.push(self.filled(book.handed_in(), place));
            }
        }
        submissions
    }

    pub(super) fn municipality(&mut self, name: &str, perspective: &str, place: usize) -> Submission {
        let book = Workbook::of_municipality(self.asked, name).seen_from(perspective);
        self.filled(book.handed_in(), place)
    }

    /// The region's own workbook, which expects these municipalities.
    pub(super) fn of_the_region(&mut self, expected: &[&str]) -> Submission {
        let mut book = Workbook::of_region(self.asked);
        for name in expected {
            book = book.expects(name, Some((1000 * (1 + self.dice.below(90))) as f64));
        }
        let mut book = self.filled(book.handed_in(), 1);
        let practice = PracticeIndex::at(0);
        for figure in ["Meldingen bij Veilig Thuis", "Zaken van wijkteam Noord"] {
            book.context.key_figures.push(KeyFigure {
                figure: figure.to_owned(),
                practice,
                practice_name: self.asked.practices[practice].name.clone(),
                number: (3 + self.dice.below(20)) as f64,
            });
        }
        book
    }

    /// Fills in a workbook; `place` is its place among those of its kind.
    fn filled(&mut self, mut book: Submission, place: usize) -> Submission {
        let rows: Vec<RowIndex> = book.answers.iter().map(|(row, _)| row).collect();
        for row in rows {
            let along = self.agreements[row.number()].answer(&mut self.dice, place);
            let answer = match self.dice.below(20) {
                0 | 1 => Answer::Unknown,
                2 => Answer::NotApplicable,
                _ => quarters(&self.asked.question_of(row).kind, along),
            };
            book.answers.set(row, answer);
            if self.dice.chance(30) {
                book.evidence
                    .push((row, format!("Zie notitie {}", self.dice.below(1000))));
            }
        }
        let themes = [self.dice.below(5) as usize, self.dice.below(5) as usize];
        book.priorities = themes[..self.dice.below(3) as usize]
            .iter()
            .map(|&theme| ThemeIndex::at(theme))
            .collect();
        book.priorities.dedup();
        book
    }
}

/// Names other than those in the workbooks: each municipality takes the name that `renamed` gives it.
pub(super) fn renamed(submissions: &[Submission], renamed: impl Fn(&str) -> String) -> Vec<Submission> {
    let mut submissions = submissions.to_vec();
    for book in &mut submissions {
        book.municipality = book.municipality.as_deref().map(&renamed);
        for expected in &mut book.context.municipalities {
            expected.name = renamed(&expected.name);
        }
    }
    submissions
}

/// Rows of one role, by id.
pub(super) fn ids(asked: &Questionnaire, role: Role) -> Vec<(RowIndex, &str)> {
    asked
        .rows_of(role)
        .map(|row| (row, asked.rows[row].id.as_str()))
        .collect()
}
