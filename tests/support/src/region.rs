//! Makes a scored region from a questionnaire in a few lines and workbooks filled in by hand.

use ketenscan::answers::{self, Answer, Choice, Context, EntityIndex, Expected, Region, Rows, Submission, Value};
use ketenscan::list::Index as _;
use ketenscan::privacy::Written;
use ketenscan::problem::any_error;
use ketenscan::questionnaire::{self, PerspectiveIndex, Questionnaire, Role, RowIndex, STEPS, SourceFile, ThemeIndex};
use ketenscan::scoring::lenses::white_spots::WhiteSpot;
use ketenscan::scoring::{self, MatrixCell, RegionScore, RowScore, Total, Weighting};

pub const REGION: &str = "Proefregio";
pub const YEAR: u16 = 2026;

const PREFIXES: [&str; STEPS] = ["RVW", "PRE", "VRO", "ADV", "MEL", "BES", "HUL", "MON"];
const THEMES: [(&str, bool); 5] = [
    ("aandacht", true),
    ("expertise", true),
    ("opvang", true),
    ("netwerken", true),
    ("regie", false),
];
const PRACTICES: [&str; 4] = ["vgv", "huwelijksdwang", "achterlating", "eer"];
pub const PERSPECTIVES: [&str; 5] = ["gemeente", "veilig-thuis", "opvang", "regio", JOINT];
/// The perspective of all together.
pub const JOINT: &str = "gezamenlijk";

const KEY_FIGURES: &str = "key_figures = ['Adviesvragen aan Veilig Thuis', 'Meldingen bij Veilig Thuis']";

/// The fields of a question, unless a test gives others.
const DEFAULTS: [(&str, &str); 8] = [
    ("text", "'Wat is er geregeld?'"),
    ("help", "'Het gaat om wat er nu is.'"),
    ("theme", "'regie'"),
    ("role", "'gemeente'"),
    ("kind", "'level'"),
    ("organise", "'regionaal'"),
    ("recommendations", "[]"),
    ("action", "'Regel het.'"),
];
const ANCHORS: &str = "anchors = ['niets', 'soms', 'deels', 'geregeld', 'geborgd']\n";

/// A questionnaire with these questions, each given as its id and its TOML fields, separated by `;`. By default a
/// question is a level for municipalities on theme `regie`, with norm 75 and weight 1.
pub fn asking(questions: &[(&str, &str)]) -> Questionnaire {
    asking_with("", questions, "")
}

/// The same with other thresholds and with consistency rules, both in TOML.
pub fn asking_with(thresholds: &str, questions: &[(&str, &str)], rules: &str) -> Questionnaire {
    let file = |name: &str, text: String| SourceFile {
        name: format!("proef/{name}"),
        text,
    };
    let mut files = vec![
        file("questionnaire.toml", dimensions(thresholds)),
        file("consistency.toml", rules.to_owned()),
    ];
    for (step, prefix) in PREFIXES.iter().enumerate() {
        let own = questions.iter().filter(|(id, _)| id.starts_with(prefix));
        let text = own.map(|(id, fields)| question(id, fields)).collect();
        files.push(file(&format!("steps/{step}-stap.toml"), text));
    }
    let checked = questionnaire::load(&files);
    checked
        .value
        .unwrap_or_else(|| panic!("the questionnaire does not load: {:#?}", checked.problems))
}

fn dimensions(thresholds: &str) -> String {
    let mut text =
        format!("id = 'proef'\nedition = 2026\ndate = 2026-11-01\ntitle = 'Proef'\n{thresholds}\n{KEY_FIGURES}\n");
    for (number, prefix) in PREFIXES.iter().enumerate() {
        text += &format!(
            "[[step]]\nnumber = {number}\nkey = 'stap-{number}'\nname = 'Stap {number}'\nprefix = '{prefix}'\nintro = 'Stap.'\n"
        );
    }
    for (key, core) in THEMES {
        text += &format!("[[theme]]\nkey = '{key}'\nname = 'Thema {key}'\ncore = {core}\n");
    }
    for key in PRACTICES {
        text += &format!("[[practice]]\nkey = '{key}'\nname = 'Vorm {key}'\n");
    }
    for key in PERSPECTIVES {
        let group = if key == JOINT { "joint" } else { "professional" };
        text += &format!("[[perspective]]\nkey = '{key}'\nname = 'Kant {key}'\ngroup = '{group}'\n");
    }
    for value in 0..5 {
        text += &format!("[[level]]\nvalue = {value}\nlabel = 'Niveau {value}'\ndescription = 'Niveau.'\n");
    }
    text
}

fn question(id: &str, fields: &str) -> String {
    let given = |key: &str| {
        fields
            .split(';')
            .any(|field| field.split('=').next().is_some_and(|k| k.trim() == key))
    };
    let mut text = format!("[[question]]\nid = '{id}'\n{}\n", fields.replace(';', "\n"));
    for (key, value) in DEFAULTS {
        if !given(key) {
            text += &format!("{key} = {value}\n");
        }
    }
    if !given("short") {
        text += &format!("short = '{id}'\n");
    }
    if !given("kind") {
        text += ANCHORS;
    }
    text
}

pub fn level(level: u8) -> Answer {
    Answer::Answered(Value::Level(level))
}

pub fn choice(choice: Choice) -> Answer {
    Answer::Answered(Value::Choice(choice))
}

/// A share or a capacity: `part` of `whole`.
pub fn of(part: f64, whole: f64) -> Answer {
    Answer::Answered(Value::Pair { part, whole })
}

pub fn number(number: f64) -> Answer {
    Answer::Answered(Value::Count(number))
}

/// A workbook being filled in; at first, every row of its role is blank.
#[derive(Clone)]
pub struct Workbook<'q> {
    asked: &'q Questionnaire,
    submission: Submission,
}

impl<'q> Workbook<'q> {
    /// Of a municipality, from perspective `gemeente`.
    pub fn of_municipality(asked: &'q Questionnaire, name: &str) -> Self {
        Self::blank(asked, Role::Municipality, Some(name)).seen_from("gemeente")
    }

    /// Of the region, from perspective `regio`.
    pub fn of_region(asked: &'q Questionnaire) -> Self {
        Self::blank(asked, Role::Region, None).seen_from("regio")
    }

    fn blank(asked: &'q Questionnaire, role: Role, municipality: Option<&str>) -> Self {
        let submission = Submission {
            file: String::new(),
            sha256: "0".repeat(64),
            is_invented: false,
            role,
            questionnaire: asked.identity(),
            region: REGION.to_owned(),
            municipality: municipality.map(str::to_owned),
            year: YEAR,
            perspective: PerspectiveIndex::default(),
            is_joint: false,
            respondent: None,
            date: None,
            saved: None,
            answers: asked.rows_of(role).map(|row| (row, Answer::Missing)).collect(),
            spots: Rows::default(),
            sheets: Vec::new(),
            evidence: Vec::new(),
            priorities: Vec::new(),
            context: Context::default(),
        };
        Self { asked, submission }
    }

    pub fn of_region_named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.submission.region);
        self
    }

    pub fn seen_from(mut self, perspective: &str) -> Self {
        let found = perspective_called(self.asked, perspective);
        self.submission.perspective = found;
        self.submission.is_joint = self.asked.perspectives[found].joint;
        self
    }

    pub fn filled_in_by(mut self, respondent: &str) -> Self {
        self.submission.respondent = Some(respondent.into());
        self
    }

    pub fn says(mut self, row: &str, answer: Answer) -> Self {
        self.submission.answers.set(row_called(self.asked, row), answer);
        self
    }

    /// Gives the same answer to every row of the workbook.
    pub fn says_everywhere(mut self, answer: Answer) -> Self {
        for (_, slot) in self.submission.answers.iter_mut() {
            *slot = answer;
        }
        self
    }

    /// Removes a row, as in a partner's short workbook.
    pub fn leaves_out(mut self, row: &str) -> Self {
        self.submission.answers.remove(row_called(self.asked, row));
        self
    }

    pub fn puts_first(mut self, theme: &str) -> Self {
        self.submission.priorities.push(theme_called(self.asked, theme));
        self
    }

    pub fn expects(mut self, municipality: &str, inhabitants: Option<f64>) -> Self {
        let name = municipality.to_owned();
        self.submission
            .context
            .municipalities
            .push(Expected { name, inhabitants });
        self
    }

    pub fn aims_at(mut self, step: usize, score: f64) -> Self {
        self.submission.context.ambitions[step] = Some(score);
        self
    }

    /// The workbook as handed in, with a unique file name.
    pub fn handed_in(mut self) -> Submission {
        let submission = &self.submission;
        self.submission.file = format!(
            "{}/{}-{}-{}.xlsx",
            submission.role.key(),
            submission.municipality.as_deref().unwrap_or("regio"),
            PERSPECTIVES.get(submission.perspective.number()).unwrap_or(&"anders"),
            submission.respondent.as_ref().map_or("iemand", Written::shown),
        );
        self.submission
    }
}

fn row_called(asked: &Questionnaire, id: &str) -> RowIndex {
    asked.row(id).unwrap_or_else(|| panic!("no row '{id}'"))
}

fn theme_called(asked: &Questionnaire, key: &str) -> ThemeIndex {
    let found = asked.themes.position(|theme| theme.key == key);
    found.unwrap_or_else(|| panic!("no theme '{key}'"))
}

fn perspective_called(asked: &Questionnaire, key: &str) -> PerspectiveIndex {
    let found = asked.perspectives.position(|perspective| perspective.key == key);
    found.unwrap_or_else(|| panic!("no perspective '{key}'"))
}

/// The only region in these workbooks, which have no problems.
pub fn region_of(submissions: Vec<Submission>) -> Region {
    let checked = answers::assemble(submissions, Vec::new());
    let problems = checked.problems;
    assert!(
        !any_error(&problems),
        "the workbooks contradict each other: {problems:#?}"
    );
    let [region] = <[Region; 1]>::try_from(checked.value).expect("the workbooks are of one region and year");
    region
}

/// A region with its figures, found by the names people use.
pub struct Scored<'q> {
    pub asked: &'q Questionnaire,
    pub region: Region,
    pub score: RegionScore,
}

/// Scores these workbooks with equal weights.
pub fn scored<'q>(asked: &'q Questionnaire, workbooks: impl IntoIterator<Item = Workbook<'q>>) -> Scored<'q> {
    scored_by(Weighting::Equal, asked, workbooks)
}

pub fn scored_by<'q>(
    weighting: Weighting,
    asked: &'q Questionnaire,
    workbooks: impl IntoIterator<Item = Workbook<'q>>,
) -> Scored<'q> {
    let region = region_of(workbooks.into_iter().map(Workbook::handed_in).collect());
    let score = scoring::score(asked, &region, weighting).expect("the inhabitants that weigh are known");
    Scored { asked, region, score }
}

impl Scored<'_> {
    pub fn row(&self, id: &str) -> RowScore {
        self.score.rows[row_called(self.asked, id)]
    }

    pub fn step(&self, step: usize) -> Total {
        self.score.steps[step]
    }

    pub fn theme(&self, key: &str) -> Total {
        self.score.themes[theme_called(self.asked, key)]
    }

    pub fn votes(&self, theme: &str) -> Option<f64> {
        self.score.votes[theme_called(self.asked, theme)]
    }

    pub fn cell(&self, step: usize, theme: &str) -> Option<MatrixCell> {
        let theme = theme_called(self.asked, theme);
        let mut cells = self.score.matrix.iter().copied();
        cells.find(|cell| (cell.step, cell.theme) == (step, theme))
    }

    pub fn practice(&self, key: &str) -> scoring::Continuity {
        let found = self.asked.practices.position(|practice| practice.key == key);
        self.score.practices[found.unwrap_or_else(|| panic!("no practice '{key}'"))].clone()
    }

    pub fn white_spot(&self, theme: &str) -> WhiteSpot {
        let theme = theme_called(self.asked, theme);
        let found = self.score.white_spots.iter().find(|spot| spot.theme == theme);
        found
            .cloned()
            .unwrap_or_else(|| panic!("that theme is not a core theme"))
    }

    /// The score of a municipality by itself for a step.
    pub fn own_score(&self, municipality: &str, step: usize) -> Option<f64> {
        let mut municipalities = self.region.municipalities().iter().zip(&self.score.municipalities);
        let found = municipalities.find(|(entity, _)| entity.name == municipality);
        found
            .unwrap_or_else(|| panic!("no municipality '{municipality}'"))
            .1
            .steps[step]
            .score
    }

    /// Keys of the perspectives with a workbook, and the score of each for a step.
    pub fn perspectives(&self, step: usize) -> Vec<(&str, Option<f64>)> {
        let key = |perspective: PerspectiveIndex| self.asked.perspectives[perspective].key.as_str();
        let found = self.score.perspectives.iter();
        found
            .map(|(perspective, steps)| (key(*perspective), steps[step]))
            .collect()
    }

    /// Row ids of the plan, in order.
    pub fn plan(&self) -> Vec<&str> {
        self.score.plan.iter().map(|&row| self.id(row)).collect()
    }

    pub fn id(&self, row: RowIndex) -> &str {
        &self.asked.rows[row].id
    }

    pub fn names(&self, entities: &[EntityIndex]) -> Vec<&str> {
        let name = |&entity: &EntityIndex| self.region.entities[entity].name.as_str();
        entities.iter().map(name).collect()
    }
}

/// Asserts that a figure is equal to nine decimals.
#[track_caller]
pub fn assert_near(found: impl Into<Option<f64>>, expected: f64) {
    let found = found.into();
    assert!(
        found.is_some_and(|found| (found - expected).abs() < 1e-9),
        "expected {expected}, found {found:?}"
    );
}
