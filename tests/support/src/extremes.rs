//! Extreme regions: hardly any answers, forty municipalities, stalled everywhere, at the norm everywhere.

use ketenscan::answers::{Answer, Choice, Expected, Region, Spot, Submission, Value, assemble};
use ketenscan::list::Index as _;
use ketenscan::plan::PlanEntry;
use ketenscan::problem::{Place, Problem, Severity, any_error};
use ketenscan::questionnaire::{Date, Kind, PerspectiveIndex, Questionnaire, Role, RowIndex, builtin};
use ketenscan::report::outline::Outline;
use ketenscan::report::region::outline;
use ketenscan::report::{Report, excel, html};
use ketenscan::scoring::{self, RegionScore, Weighting};

use crate::region::Workbook;

/// The date of reports in tests.
pub const DATE: Date = Date {
    year: 2026,
    month: 11,
    day: 1,
};

/// The visible sheets of a report, in order.
pub const SHEETS: [&str; 14] = [
    "Samenvatting",
    "Stappen",
    "Thema's",
    "Matrix",
    "Verschijningsvormen",
    "Gemeenten",
    "Gespreksagenda",
    "Verbeterplan",
    "Vragen",
    "Routekaart",
    "Datakwaliteit",
    "Herkomst",
    "Controle",
    "Verantwoording",
];
/// The length of the longest names that are expected, in characters.
pub const LONG: usize = 60;
/// A region's name of that length.
pub const LONG_REGION: &str = "Samenwerkingsregio Noord, Oost en Zuid langs het Grote Water";
/// A municipality's name of that length without any place to wrap.
const UNBROKEN: &str = "Zuidveenwaterlandpolderdijkdorpenbuitengebiedgemeentehuisdam";

/// A region with its figures and the problems in its workbooks.
pub struct Case {
    pub asked: Questionnaire,
    pub region: Region,
    pub score: RegionScore,
    pub problems: Vec<Problem>,
}

impl Case {
    fn of(asked: Questionnaire, submissions: Vec<Submission>, problems: Vec<Problem>) -> Self {
        let checked = assemble(submissions, Vec::new());
        assert!(!any_error(&checked.problems), "{:?}", checked.problems);
        let [region] = <[Region; 1]>::try_from(checked.value).expect("the workbooks are of one region and year");
        let score = scoring::score(&asked, &region, Weighting::Equal).expect("every municipality weighs the same");
        Self {
            asked,
            region,
            score,
            problems,
        }
    }

    pub fn report(&self) -> Report<'_> {
        Report {
            questionnaire: &self.asked,
            region: &self.region,
            score: &self.score,
            sharing: None,
        }
    }

    pub fn outline(&self) -> Outline {
        self.outline_with(&[])
    }

    pub fn outline_with(&self, filled: &[PlanEntry]) -> Outline {
        outline(&self.report(), &self.problems, &filled.to_vec().into())
    }

    pub fn workbook(&self) -> Vec<u8> {
        excel::write(&self.outline(), DATE).expect("a workbook")
    }

    pub fn page(&self) -> String {
        html::write(&self.outline(), DATE).expect("a page")
    }
}

/// One municipality, one workbook, three answers.
pub fn tiny() -> Case {
    let asked = builtin();
    let mut workbook = Workbook::of_municipality(&asked, "Duinstad").of_region_named("Kleinland");
    for (row, level) in asked.rows_of(Role::Municipality).zip([1, 2, 4]) {
        workbook = workbook.says(&asked.rows[row].id, at_level(&asked, row, level));
    }
    let submissions = vec![kept_as(workbook.handed_in(), &asked, "duinstad-gemeente.xlsx")];
    Case::of(asked, submissions, Vec::new())
}

/// Forty municipalities with the longest possible names, of which twelve sent nothing and the others two workbooks
/// each; a region with partners; evidence that looks like formulas; and a long list of problems.
pub fn huge() -> Case {
    let asked = builtin();
    let names = long_names();
    let mut submissions = Vec::new();
    for (place, name) in names.iter().enumerate().filter(|(place, _)| place % 10 < 7) {
        for (side, perspective) in ["gemeente", "lokaal-team"].into_iter().enumerate() {
            let workbook = Workbook::of_municipality(&asked, name)
                .of_region_named(LONG_REGION)
                .seen_from("gemeente");
            let mut submission = varied(workbook.handed_in(), &asked, 13 * place + 29 * side);
            submission.perspective = perspective_called(&asked, perspective);
            let file = format!("Uitvraag 2026, teruggestuurd/{name} - {perspective} (definitief).xlsx");
            submissions.push(kept_as(submission, &asked, &file));
        }
    }
    for (number, perspective) in ["regio", "veilig-thuis", "opvang-hulp", "ervaringsdeskundige"]
        .into_iter()
        .enumerate()
    {
        let mut workbook = Workbook::of_region(&asked).of_region_named(LONG_REGION);
        if perspective == "regio" {
            for (place, name) in names.iter().enumerate() {
                workbook = workbook.expects(name, Some(12_345.0 + 10_000.0 * place as f64));
            }
            workbook = workbook.aims_at(1, 80.0).aims_at(5, 100.0);
        }
        let mut submission = varied(workbook.handed_in(), &asked, 101 * (number + 1));
        submission.perspective = perspective_called(&asked, perspective);
        let file = format!("Uitvraag 2026, teruggestuurd/{LONG_REGION} - {perspective}.xlsx");
        submissions.push(kept_as(submission, &asked, &file));
    }
    let problems = findings(&submissions);
    Case::of(asked, submissions, problems)
}

/// Three municipalities and the region, with nothing organised anywhere.
pub fn stalled() -> Case {
    uniform("Stilland", 0)
}

/// Three municipalities and the region, with everything organised everywhere.
pub fn at_norm() -> Case {
    uniform("Goedland", 4)
}

fn uniform(region: &str, level: u8) -> Case {
    let asked = builtin();
    let everywhere = |mut submission: Submission| {
        for (row, answer) in submission.answers.iter_mut() {
            *answer = at_level(&asked, row, level);
        }
        submission
    };
    let mut submissions = Vec::new();
    for name in ["Duinstad", "Heuveldam", "Klaverbeek"] {
        let workbook = Workbook::of_municipality(&asked, name).of_region_named(region);
        let file = format!("{}-gemeente.xlsx", name.to_lowercase());
        submissions.push(kept_as(everywhere(workbook.handed_in()), &asked, &file));
    }
    let mut of_region = everywhere(Workbook::of_region(&asked).of_region_named(region).handed_in());
    of_region.perspective = perspective_called(&asked, "regio");
    of_region.context.municipalities = [("Duinstad", 52_300.0), ("Heuveldam", 61_300.0), ("Klaverbeek", 900.0)]
        .map(|(name, inhabitants)| Expected {
            name: name.to_owned(),
            inhabitants: Some(inhabitants),
        })
        .to_vec();
    submissions.push(kept_as(of_region, &asked, "regio.xlsx"));
    Case::of(asked, submissions, Vec::new())
}

/// The answer to a row that scores 25 × level, for level 0 to 4; a choice only scores 0, 50 or 100.
pub fn at_level(asked: &Questionnaire, row: RowIndex, level: u8) -> Answer {
    let share = f64::from(level) / 4.0;
    Answer::Answered(match &asked.question_of(row).kind {
        Kind::Level { .. } => Value::Level(level),
        Kind::YesNo => Value::Choice(match level {
            0 | 1 => Choice::No,
            2 | 3 => Choice::Partly,
            _ => Choice::Yes,
        }),
        Kind::Share { .. } | Kind::Capacity => Value::Pair {
            part: 20.0 * share,
            whole: 20.0,
        },
        Kind::Count { full_at, zero_at, .. } => Value::Count(zero_at + (full_at - zero_at) * share),
    })
}

fn perspective_called(asked: &Questionnaire, key: &str) -> PerspectiveIndex {
    let found = asked.perspectives.position(|perspective| perspective.key == key);
    found.unwrap_or_else(|| panic!("no perspective '{key}'"))
}

/// Answers that vary by row and by writer, one in eleven unknown.
fn varied(mut submission: Submission, asked: &Questionnaire, seed: usize) -> Submission {
    for (row, answer) in submission.answers.iter_mut() {
        let number = row.number();
        let mixed = (number * 7 + seed) * 31 + number * number;
        if mixed.is_multiple_of(11) {
            *answer = Answer::Unknown;
            continue;
        }
        *answer = at_level(asked, row, (mixed % 5) as u8);
        if mixed.is_multiple_of(13) {
            let words = [
                "=HYPERLINK(\"https://voorbeeld.invalid\";\"klik\")",
                "Regiovisie, hoofdstuk 4, met de afspraken die de bestuurders in het voorjaar met elkaar hebben vastgesteld en die in het ketenoverleg twee keer per jaar langslopen",
                "+Werkafspraak\nmet een tweede regel",
            ];
            submission.evidence.push((row, words[mixed % words.len()].to_owned()));
        }
    }
    submission
}

/// The workbook as if read from this file.
fn kept_as(mut submission: Submission, asked: &Questionnaire, file: &str) -> Submission {
    file.clone_into(&mut submission.file);
    submission.sheets = (0..asked.steps.len()).map(|step| asked.step_title(step)).collect();
    let spot = |row: RowIndex| Spot {
        sheet: asked.question_of(row).step as u16,
        row: 3 + row.number() as u32,
        column: 3,
    };
    submission.spots = submission.answers.iter().map(|(row, _)| (row, spot(row))).collect();
    submission
}

/// Three problems for every workbook, one of them an error.
fn findings(submissions: &[Submission]) -> Vec<Problem> {
    let found = |file: &str, code, severity, message: &str, hint: &str| Problem {
        code,
        severity,
        place: Place {
            sheet: Some("5 Beschermen".to_owned()),
            cell: Some("D12".to_owned()),
            question: Some("BES-02".to_owned()),
            ..Place::file(file)
        },
        message: message.to_owned(),
        hint: hint.to_owned(),
        remedy: None,
    };
    let of_one = |submission: &Submission| {
        let file = &submission.file;
        [
            found(
                file,
                "W10",
                Severity::Error,
                "'3,5' is geen niveau: een niveau is een heel getal van 0 tot en met 4",
                "Kies een niveau uit de lijst, of 'Weet ik niet' als niemand het weet.",
            ),
            found(
                file,
                "W20",
                Severity::Warning,
                "bij BES-02 staat een woord naast de getallen; het woord telt",
                "Laat het woord weg als de getallen kloppen.",
            ),
            found(
                file,
                "W30",
                Severity::Note,
                "deze gemeente hoort volgens de lijst bij een andere regio",
                "Niets te doen als de regio zelf een andere indeling heeft.",
            ),
        ]
    };
    submissions.iter().flat_map(of_one).collect()
}

/// Forty names of [`LONG`] characters.
pub fn long_names() -> Vec<String> {
    let mut names = Vec::new();
    for direction in ["Noord", "Oost", "Zuid", "West", "Midden", "Nieuw", "Hoog", "Klein"] {
        for ground in ["duin", "heuvel", "klaver", "riet", "veen"] {
            let name = format!("{direction}{ground} aan het Grote Water en de Lange Dijk");
            let rest = match LONG - name.chars().count() {
                11 => " bij de Wei",
                12 => " bij het Bos",
                13 => " bij het Veld",
                14 => " bij de Polder",
                _ => " bij het Kanaal",
            };
            names.push(name + rest);
        }
    }
    UNBROKEN.clone_into(&mut names[14]);
    names
}
