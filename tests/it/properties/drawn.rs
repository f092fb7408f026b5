//! Random regions: what is asked, and what the workbooks say.

use super::*;

const NAMES: [&str; 6] = ["Aa", "Bergen", "Cadzand", "Dam", "Ede", "Proefregio"];

/// Questions of every kind and both roles, a few per step; their order varies.
pub(super) const QUESTIONS: [(&str, &str); 14] = [
    ("RVW-01", "theme = 'aandacht'; legal = true; norm = 100"),
    ("PRE-01", "theme = 'aandacht'; weight = 3"),
    ("PRE-02", "theme = 'aandacht'; kind = 'yes_no'; norm = 50"),
    ("PRE-03", "theme = 'expertise'; per_practice = true; weight = 2"),
    ("VRO-01", "theme = 'expertise'; kind = 'share'; target = 0.8"),
    (
        "VRO-02",
        "role = 'regio'; theme = 'expertise'; legal = true; norm = 100",
    ),
    ("ADV-01", "theme = 'opvang'; kind = 'capacity'; norm = 100"),
    (
        "ADV-02",
        "role = 'regio'; theme = 'opvang'; kind = 'capacity'; weight = 2",
    ),
    (
        "MEL-01",
        "theme = 'netwerken'; kind = 'count'; full_at = 2; zero_at = 14",
    ),
    (
        "MEL-02",
        "role = 'regio'; ask = ['gemeente', 'opvang']; handover = { from = 'gemeente', to = 'opvang' }",
    ),
    ("BES-01", "kind = 'count'; full_at = 6; zero_at = 1; norm = 0"),
    (
        "HUL-01",
        "per_practice = true; practices = ['eer', 'vgv', 'achterlating']; norm = 60",
    ),
    ("MON-01", ""),
    ("MON-02", "kind = 'share'; weight = 3"),
];

const RULES: &str =
    "[[rule]]\nclaim = 'PRE-01'\nclaim_at_least = 75\nfact = 'VRO-01'\nfact_below = 50\nmessage = 'Kijk.'";

pub(super) static ASKED: LazyLock<Questionnaire> = LazyLock::new(|| questionnaire(&QUESTIONS));

pub(super) fn questionnaire(questions: &[(&str, &str)]) -> Questionnaire {
    asking_with("", questions, RULES)
}

/// What a workbook says about a row, before it is known what the row asks.
#[derive(Clone, Copy, Debug)]
enum Said {
    /// A position on the scale: 0 is worst and 1 best.
    Answered(f64),
    NothingNeeded,
    NotApplicable,
    Unknown,
    Missing,
    LeftOut,
}

/// A workbook before it is known which questionnaire it answers: what it says by row id.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// `None` for a workbook of the region.
    pub(super) municipality: Option<&'static str>,
    pub(super) perspective: usize,
    pub(super) respondent: usize,
    said: BTreeMap<String, Said>,
    pub(super) priorities: Vec<usize>,
}

/// A region before it is known which questionnaire it answers.
#[derive(Clone, Debug)]
pub(super) struct Drafts {
    pub(super) workbooks: Vec<Draft>,
    pub(super) expected: Vec<&'static str>,
    pub(super) weighting: Weighting,
}

fn said() -> impl Strategy<Value = Said> {
    let quarters = (0_u8..=4).prop_map(|quarter| f64::from(quarter) / 4.0);
    prop_oneof![
        6 => prop_oneof![quarters, 0.0..=1.0].prop_map(Said::Answered),
        2 => Just(Said::Unknown),
        1 => Just(Said::NotApplicable),
        1 => Just(Said::NothingNeeded),
        1 => Just(Said::Missing),
        1 => Just(Said::LeftOut),
    ]
}

fn draft(asked: &Questionnaire) -> impl Strategy<Value = Draft> + use<> {
    let ids: Vec<String> = asked.rows.iter().map(|row| row.id.clone()).collect();
    let municipality = proptest::option::weighted(0.75, proptest::sample::select(&NAMES[..]));
    let said = proptest::collection::vec(said(), ids.len());
    let priorities = proptest::sample::subsequence(vec![0, 1, 2, 3, 4], 0..=3);
    (municipality, 0..3_usize, 0..2_usize, said, priorities).prop_map(
        move |(municipality, perspective, respondent, said, priorities)| Draft {
            municipality,
            perspective,
            respondent,
            said: ids.iter().cloned().zip(said).collect(),
            priorities,
        },
    )
}

pub(super) fn drafts() -> impl Strategy<Value = Drafts> {
    let workbooks = proptest::collection::vec(draft(&ASKED), 1..9);
    let expected = proptest::sample::subsequence(&NAMES[..], 0..=NAMES.len());
    let weighting = prop_oneof![Just(Weighting::Equal), Just(Weighting::Inhabitants)];
    (workbooks, expected, weighting).prop_map(|(mut workbooks, expected, weighting)| {
        let mut seen = Vec::new();
        workbooks.retain(|book| {
            let identity = (book.municipality, book.perspective, book.respondent);
            let new = !seen.contains(&identity);
            seen.push(identity);
            new
        });
        Drafts {
            workbooks,
            expected,
            weighting,
        }
    })
}

/// An answer with a score of `along` times 100.
pub(super) fn answered(kind: &Kind, along: f64) -> Answer {
    match kind {
        Kind::Level { .. } => level((along * 4.0).floor() as u8),
        Kind::YesNo if along < 0.5 => choice(Choice::No),
        Kind::YesNo if along < 1.0 => choice(Choice::Partly),
        Kind::YesNo => choice(Choice::Yes),
        Kind::Share { .. } => of((along * 30.0).floor(), 30.0),
        Kind::Capacity => of((along * 8.0).floor(), 7.0),
        Kind::Count { full_at, zero_at, .. } => number((zero_at + along * (full_at - zero_at) * 1.2).max(0.0)),
    }
}

fn answer(kind: &Kind, said: Said) -> Option<Answer> {
    Some(match said {
        Said::Answered(along) => answered(kind, along),
        Said::NothingNeeded if *kind == Kind::Capacity => of(1.0, 0.0),
        Said::NothingNeeded | Said::NotApplicable => Answer::NotApplicable,
        Said::Unknown => Answer::Unknown,
        Said::Missing => Answer::Missing,
        Said::LeftOut => return None,
    })
}

impl Draft {
    pub(super) fn submission(&self, asked: &Questionnaire) -> Submission {
        let book = match self.municipality {
            Some(name) => Workbook::of_municipality(asked, name),
            None => Workbook::of_region(asked),
        };
        let mut submission = book
            .seen_from(region::PERSPECTIVES[self.perspective])
            .filled_in_by(["adviseur", "jurist"][self.respondent])
            .handed_in();
        let held: Vec<RowIndex> = submission.answers.iter().map(|(row, _)| row).collect();
        for row in held {
            match answer(&asked.question_of(row).kind, self.said[&asked.rows[row].id]) {
                Some(answer) => submission.answers.set(row, answer),
                None => submission.answers.remove(row),
            }
        }
        submission.priorities = self.priorities.iter().map(|&theme| ThemeIndex::at(theme)).collect();
        submission
    }
}

impl Drafts {
    /// The workbooks. One is that of the region, which lists the municipalities with their inhabitants.
    pub(super) fn submissions(&self, asked: &Questionnaire) -> Vec<Submission> {
        let rows = asked.rows_of(Role::Region).map(|row| asked.rows[row].id.as_str());
        let list = Workbook::of_region(asked).filled_in_by("projectleider");
        let mut list = rows.fold(list, Workbook::leaves_out);
        for (name, inhabitants) in NAMES.iter().zip([1000.0, 20_000.0, 3.0, 4567.0, 1e6, 70_000.0]) {
            let sent = self.workbooks.iter().any(|book| book.municipality == Some(name));
            if sent || self.expected.contains(name) {
                list = list.expects(name, Some(inhabitants));
            }
        }
        let mut submissions: Vec<Submission> = self.workbooks.iter().map(|book| book.submission(asked)).collect();
        submissions.push(list.handed_in());
        submissions
    }

    pub(super) fn scored(&self, asked: &Questionnaire) -> (Region, RegionScore) {
        scored(asked, self.submissions(asked), self.weighting)
    }
}

pub(super) fn scored(
    asked: &Questionnaire,
    submissions: Vec<Submission>,
    weighting: Weighting,
) -> (Region, RegionScore) {
    let region = region::region_of(submissions);
    let score = scoring::score(asked, &region, weighting).expect("all inhabitants are known");
    (region, score)
}
