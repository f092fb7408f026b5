//! One step's questions: what is asked on the left, what is filled in beside it, its score out of sight.

use std::fmt::Write;

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Order;
use super::style::{Style, set_up};
use super::validation::{self, Lists};
use crate::answers::{Answer, Previous, Value};
use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::typesetting::row_height;
use crate::workbook::layout::{
    YES_PARTLY_NO, address, answer_words, earlier_answer_header, earlier_plan_header, header, level_label, plan_words,
};

/// The rows of a step's table, for the formulas of the overview.
pub(super) struct StepRange {
    pub(super) title: String,
    columns: Columns,
    first: u32,
    last: u32,
    first_answer: u32,
}

/// Columns of the table. What an earlier year says stands right before the answer.
#[derive(Clone, Copy)]
struct Columns {
    earlier_answer: Option<u16>,
    earlier_plan: Option<u16>,
    answer: u16,
    part: u16,
    whole: u16,
    evidence: u16,
    remark: u16,
    for_whom: u16,
    state: u16,
    score: u16,
    weight: u16,
    points: u16,
}

/// The columns that every table begins with.
mod column {
    pub const ID: u16 = 0;
    pub const QUESTION: u16 = 1;
    pub const HELP: u16 = 2;
}

impl Columns {
    fn new(previous: &Previous) -> Self {
        let mut next = column::HELP;
        let mut one_more = || {
            next += 1;
            next
        };
        Self {
            earlier_answer: previous.answers.as_ref().map(|_| one_more()),
            earlier_plan: previous.plan.as_ref().map(|_| one_more()),
            answer: one_more(),
            part: one_more(),
            whole: one_more(),
            evidence: one_more(),
            remark: one_more(),
            for_whom: one_more(),
            state: one_more(),
            score: one_more(),
            weight: one_more(),
            points: one_more(),
        }
    }

    /// Each column in sight with its width.
    fn widths(&self) -> Vec<(u16, f64)> {
        let fixed = [
            (column::ID, 15.0),
            (column::QUESTION, QUESTION_WIDTH),
            (column::HELP, HELP_WIDTH),
        ];
        let earlier = [self.earlier_answer, self.earlier_plan];
        let filled_in = [
            (self.answer, 21.0),
            (self.part, 9.0),
            (self.whole, 9.0),
            (self.evidence, 27.0),
            (self.remark, 22.0),
            (self.for_whom, FOR_WHOM_WIDTH),
            (self.state, 10.0),
        ];
        let earlier = earlier.into_iter().flatten().map(|column| (column, EARLIER_WIDTH));
        fixed.into_iter().chain(earlier).chain(filled_in).collect()
    }
}

const QUESTION_WIDTH: f64 = 34.0;
const HELP_WIDTH: f64 = 58.0;
const FOR_WHOM_WIDTH: f64 = 18.0;
const EARLIER_WIDTH: f64 = 20.0;

const HEADER_ROW: u32 = 2;

/// Words of the column that tells what is left to do.
pub(super) const OPEN: &str = "open";
pub(super) const HALF: &str = "half";
pub(super) const WRONG: &str = "klopt niet";
pub(super) const DONE: &str = "klaar";

impl StepRange {
    fn range(&self, column: u16) -> String {
        let letters = address(0, u32::from(column));
        let letters = letters.trim_end_matches('1');
        let sheet = self.title.replace('\'', "''");
        format!("'{sheet}'!${letters}${}:${letters}${}", self.first + 1, self.last + 1)
    }

    /// The cells that tell whether a row is open.
    pub(super) fn states(&self) -> String {
        self.range(self.columns.state)
    }

    /// Where filling in begins, as a link.
    pub(super) fn link(&self) -> String {
        let sheet = self.title.replace('\'', "''");
        format!(
            "internal:'{sheet}'!{}",
            address(self.first_answer, u32::from(self.columns.answer))
        )
    }

    /// The answers as chosen or typed.
    pub(super) fn answers(&self) -> String {
        self.range(self.columns.answer)
    }

    /// The score over the scored rows: S of the design's section 4, for this workbook alone.
    pub(super) fn score(&self) -> String {
        let (scores, weights, points) = (
            self.range(self.columns.score),
            self.range(self.columns.weight),
            self.range(self.columns.points),
        );
        format!("=IF(COUNT({scores})=0,\"\",SUM({points})/SUMIF({scores},\">=0\",{weights}))")
    }
}

/// A sheet to write.
pub(super) struct StepSheet<'a> {
    questionnaire: &'a Questionnaire,
    order: &'a Order,
    step: usize,
    rows: &'a [usize],
    style: &'a Style,
    columns: Columns,
}

impl<'a> StepSheet<'a> {
    pub(super) fn new(
        questionnaire: &'a Questionnaire,
        order: &'a Order,
        step: usize,
        rows: &'a [usize],
        style: &'a Style,
    ) -> Self {
        Self {
            questionnaire,
            order,
            step,
            rows,
            style,
            columns: Columns::new(&order.previous),
        }
    }

    pub(super) fn write(&self, sheet: &mut Worksheet, title: &str, lists: &mut Lists) -> Result<StepRange, XlsxError> {
        let style = self.style;
        sheet.set_name(title)?;
        set_up(sheet, Some(HEADER_ROW))?;
        self.set_columns(sheet)?;
        sheet.write_string_with_format(0, 0, title, &style.title)?;
        let intro = &self.questionnaire.steps[self.step].intro;
        sheet.merge_range(1, column::ID, 1, self.columns.answer, intro, &style.lead)?;
        let widths = self.columns.widths().into_iter();
        let across: f64 = widths
            .filter(|(column, _)| *column <= self.columns.answer)
            .map(|(_, width)| width)
            .sum();
        sheet.set_row_height(1, row_height([(intro.as_str(), across * 0.92)]) + 4.0)?;
        self.write_headers(sheet)?;

        let first = HEADER_ROW + 1;
        let mut line = first;
        let mut heading: Option<usize> = None;
        for &row in self.rows {
            let index = self.questionnaire.rows[row].question;
            if self.questionnaire.questions[index].per_practice && heading != Some(index) {
                self.write_heading(sheet, line, index)?;
                heading = Some(index);
                line += 1;
            }
            self.write_row(sheet, line, row, lists)?;
            line += 1;
        }
        let last = line - 1;
        sheet.autofilter(HEADER_ROW, column::ID, last, self.columns.state)?;
        // On paper, where nothing is filtered, the columns to the right only cost size.
        sheet.set_print_area(0, column::ID, last, self.columns.remark)?;
        sheet.set_freeze_panes(first, 2)?;
        sheet.set_selection(first, self.columns.answer, first, self.columns.answer)?;
        let first_answer = match self.rows.first() {
            Some(&row) if self.questionnaire.question_of(row).per_practice => first + 1,
            _ => first,
        };
        Ok(StepRange {
            title: title.to_owned(),
            columns: self.columns,
            first,
            last,
            first_answer,
        })
    }

    fn write_headers(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let previous = &self.order.previous;
        let earlier_answer = previous
            .answers
            .as_ref()
            .map(|earlier| earlier_answer_header(earlier.year));
        let earlier_plan = previous.plan.as_ref().map(|earlier| earlier_plan_header(earlier.year));
        let asked = [header::ID, header::QUESTION, "Toelichting"].map(str::to_owned);
        let filled_in = [
            header::ANSWER,
            header::PART,
            header::WHOLE,
            header::EVIDENCE,
            header::REMARK,
            "Voor wie",
            "Stand",
            "Score",
            "Gewicht",
            "Punten",
        ];
        let headers = asked
            .into_iter()
            .chain(earlier_answer)
            .chain(earlier_plan)
            .chain(filled_in.map(str::to_owned));
        for (column, header) in (0..).zip(headers) {
            sheet.write_string_with_format(HEADER_ROW, column, header, &self.style.header)?;
        }
        Ok(())
    }

    fn set_columns(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, width) in self.columns.widths() {
            sheet.set_column_width(column, width)?;
        }
        let pairs = self
            .rows
            .iter()
            .any(|&row| self.questionnaire.question_of(row).kind.is_pair());
        if !pairs {
            sheet
                .set_column_hidden(self.columns.part)?
                .set_column_hidden(self.columns.whole)?;
        }
        for column in [self.columns.score, self.columns.weight, self.columns.points] {
            sheet.set_column_hidden(column)?;
        }
        Ok(())
    }

    /// The question above its rows per practice.
    fn write_heading(&self, sheet: &mut Worksheet, line: u32, index: usize) -> Result<(), XlsxError> {
        let question = &self.questionnaire.questions[index];
        let band = &self.style.band;
        for column in [self.columns.earlier_answer, self.columns.earlier_plan]
            .into_iter()
            .flatten()
        {
            sheet.write_blank(line, column, band)?;
        }
        for column in [
            column::ID,
            self.columns.answer,
            self.columns.part,
            self.columns.whole,
            self.columns.evidence,
            self.columns.remark,
            self.columns.state,
        ] {
            sheet.write_blank(line, column, band)?;
        }
        let text = format!("{} Antwoord per verschijningsvorm.", question.text);
        let (help, for_whom) = (help(question), self.for_whom(question));
        fit(sheet, line, &text, &help, &for_whom, [""; 2])?;
        sheet.write_string_with_format(line, column::QUESTION, text, &band.clone().set_bold())?;
        sheet.write_string_with_format(line, column::HELP, help, band)?;
        sheet.write_string_with_format(line, self.columns.for_whom, for_whom, band)?;
        Ok(())
    }

    fn write_row(&self, sheet: &mut Worksheet, line: u32, row: usize, lists: &mut Lists) -> Result<(), XlsxError> {
        let style = self.style;
        let question = self.questionnaire.question_of(row);
        let spelled = &self.questionnaire.rows[row];
        sheet.write_string_with_format(line, column::ID, &spelled.id, &style.id)?;
        let (text, help) = match spelled.practice {
            Some(practice) => (
                format!("– {}", self.questionnaire.practices[practice].name),
                String::new(),
            ),
            None => (question.text.clone(), help(question)),
        };
        let for_whom = self.for_whom(question);
        let (answer, plan) = (self.earlier_answer(row), self.earlier_plan(row));
        fit(sheet, line, &text, &help, &for_whom, [&answer, &plan])?;
        sheet.write_string_with_format(line, column::QUESTION, text, &style.locked_bold)?;
        sheet.write_string_with_format(line, column::HELP, help, &style.locked)?;
        sheet.write_string_with_format(line, self.columns.for_whom, for_whom, &style.locked)?;
        for (column, text) in [(self.columns.earlier_answer, answer), (self.columns.earlier_plan, plan)] {
            if let Some(column) = column {
                sheet.write_string_with_format(line, column, text, &style.earlier)?;
            }
        }
        self.write_entry(sheet, line, question, lists)?;
        self.write_filled(sheet, line, row)?;
        self.write_formulas(sheet, line, question, spelled.weight)
    }

    /// What was answered in an earlier year.
    fn earlier_answer(&self, row: usize) -> String {
        let earlier = self.order.previous.answers.as_ref();
        let said = earlier.and_then(|earlier| earlier.rows.get(row));
        let words = |&answer: &Answer| answer_words(self.questionnaire, answer);
        let words: Vec<String> = said.into_iter().flatten().map(words).collect();
        words.join("; ")
    }

    /// What the plan of an earlier year says.
    fn earlier_plan(&self, row: usize) -> String {
        let earlier = self.order.previous.plan.as_ref();
        let note = earlier.and_then(|earlier| earlier.rows.get(row)?.as_ref());
        note.map_or_else(String::new, plan_words)
    }

    fn for_whom(&self, question: &Question) -> String {
        if question.ask.is_empty() {
            return match question.role {
                crate::questionnaire::Role::Municipality => "Gemeente".to_owned(),
                crate::questionnaire::Role::Region => "Regio".to_owned(),
            };
        }
        let names: Vec<&str> = question
            .ask
            .iter()
            .map(|&perspective| self.questionnaire.perspectives[perspective].name.as_str())
            .collect();
        names.join(", ")
    }

    fn write_entry(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        question: &Question,
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        let style = self.style;
        let cell = address(line, u32::from(self.columns.answer));
        let rule = validation::answer(self.questionnaire, &question.kind, &cell, lists)?;
        let answer = if matches!(question.kind, Kind::Count { .. }) {
            &style.number
        } else {
            &style.entry
        };
        sheet.write_blank(line, self.columns.answer, answer)?;
        sheet.add_data_validation(line, self.columns.answer, line, self.columns.answer, &rule)?;
        for column in [self.columns.evidence, self.columns.remark] {
            sheet.write_blank(line, column, &style.entry)?;
        }
        if !question.kind.is_pair() {
            sheet.write_blank(line, self.columns.part, &style.band)?;
            sheet.write_blank(line, self.columns.whole, &style.band)?;
            return Ok(());
        }
        let (part, whole) = match question.kind {
            Kind::Capacity => (
                "Teller: wat beschikbaar is. Een getal van 0 of meer.",
                "Noemer: wat nodig is. Een getal van 0 of meer; is er niets nodig, vul 0 in.",
            ),
            _ => (
                "Teller: het deel dat voldoet. Een getal van 0 of meer, niet groter dan de noemer.",
                "Noemer: het totaal. Een getal boven 0.",
            ),
        };
        for (column, title, message) in [
            (self.columns.part, header::PART, part),
            (self.columns.whole, header::WHOLE, whole),
        ] {
            sheet.write_blank(line, column, &style.number)?;
            let rule = validation::amount(title, message)?;
            sheet.add_data_validation(line, column, line, column, &rule)?;
        }
        Ok(())
    }

    /// What is filled in already.
    fn write_filled(&self, sheet: &mut Worksheet, line: u32, row: usize) -> Result<(), XlsxError> {
        let Style { entry, number, .. } = self.style;
        if let Some(evidence) = self.order.evidence(row) {
            sheet.write_string_with_format(line, self.columns.evidence, evidence, entry)?;
        }
        let Some(answer) = self.order.answer(row) else {
            return Ok(());
        };
        match answer {
            Answer::Missing => {}
            Answer::Answered(Value::Count(value)) => {
                sheet.write_number_with_format(line, self.columns.answer, value, number)?;
            }
            Answer::Answered(Value::Pair { part, whole }) => {
                sheet.write_number_with_format(line, self.columns.part, part, number)?;
                sheet.write_number_with_format(line, self.columns.whole, whole, number)?;
            }
            word => {
                let word = answer_words(self.questionnaire, word);
                sheet.write_string_with_format(line, self.columns.answer, word, entry)?;
            }
        }
        Ok(())
    }

    /// State, score, weight and points of a row. The score follows the design's section 1.
    fn write_formulas(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        question: &Question,
        weight: f64,
    ) -> Result<(), XlsxError> {
        let cell = |column: u16| address(line, u32::from(column));
        let (answer, part, whole) = (
            cell(self.columns.answer),
            cell(self.columns.part),
            cell(self.columns.whole),
        );
        let both = format!("AND({part}<>\"\",{whole}<>\"\")");
        let neither = format!("AND({part}=\"\",{whole}=\"\")");
        let state = match question.kind {
            // The reader refuses a part above its whole; say so while there is still time.
            Kind::Share { .. } => format!(
                "=IF(TRIM({answer})<>\"\",\"{DONE}\",IF({neither},\"{OPEN}\",IF({both},IF(AND(N({whole})>0,N({part})<=N({whole})),\"{DONE}\",\"{WRONG}\"),\"{HALF}\")))"
            ),
            Kind::Capacity => {
                format!("=IF(OR(TRIM({answer})<>\"\",{both}),\"{DONE}\",IF({neither},\"{OPEN}\",\"{HALF}\"))")
            }
            _ => format!("=IF(TRIM({answer})=\"\",\"{OPEN}\",\"{DONE}\")"),
        };
        let numbers = |holds: &str, score: &str| {
            format!(
                "=IF(OR(TRIM({answer})<>\"\",NOT(ISNUMBER({part})),NOT(ISNUMBER({whole}))),\"\",IF({holds},{score},\"\"))"
            )
        };
        let score = match &question.kind {
            Kind::Level { .. } => {
                let labels = (0..self.questionnaire.levels.len()).map(|level| level_label(self.questionnaire, level));
                let scores = labels.zip(["0", "25", "50", "75", "100"]);
                let number = format!("IF(ISNUMBER(MATCH({answer},{{0,1,2,3,4}},0)),25*{answer},\"\")");
                format!("=IF(ISNUMBER({answer}),{number},{})", chosen(&answer, scores))
            }
            Kind::YesNo => format!(
                "={}",
                chosen(
                    &answer,
                    YES_PARTLY_NO.map(str::to_owned).into_iter().zip(["100", "50", "0"])
                )
            ),
            Kind::Share { target } => numbers(
                &format!("AND({whole}>0,{part}>=0,{part}<={whole})"),
                &format!("100*MIN(1,{part}/{whole}/{target})"),
            ),
            Kind::Capacity => numbers(
                &format!("AND({whole}>0,{part}>=0)"),
                &format!("100*MIN(1,{part}/{whole})"),
            ),
            Kind::Count { full_at, zero_at, .. } => format!(
                "=IF(ISNUMBER({answer}),IF({answer}>=0,MAX(0,MIN(100,100*({answer}-{zero_at})/({full_at}-{zero_at}))),\"\"),\"\")"
            ),
        };
        let (scored, weighs) = (cell(self.columns.score), cell(self.columns.weight));
        let points = format!("=IF(ISNUMBER({scored}),{scored}*{weighs},0)");
        let style = &self.style.locked;
        sheet.write_formula_with_format(line, self.columns.state, Formula::new(state), style)?;
        sheet.write_formula_with_format(line, self.columns.score, Formula::new(score), style)?;
        sheet.write_number_with_format(line, self.columns.weight, weight, style)?;
        sheet.write_formula_with_format(line, self.columns.points, Formula::new(points), style)?;
        Ok(())
    }
}

/// A formula for the score of the text chosen; an equal sign, unlike a look-up, takes no wildcards.
fn chosen<'s>(answer: &str, scores: impl DoubleEndedIterator<Item = (String, &'s str)>) -> String {
    scores.rev().fold("\"\"".to_owned(), |otherwise, (text, score)| {
        format!("IF(TRIM({answer})=\"{text}\",{score},{otherwise})")
    })
}

/// The help of a question, with what each level looks like here.
fn help(question: &Question) -> String {
    let mut help = question.help.clone();
    if let Kind::Level { anchors } = &question.kind {
        for (level, anchor) in anchors.iter().enumerate() {
            let _ = write!(help, "\n{level}: {anchor}");
        }
    }
    help
}

/// Makes a row high enough for its texts.
fn fit(
    sheet: &mut Worksheet,
    line: u32,
    text: &str,
    help: &str,
    for_whom: &str,
    earlier: [&str; 2],
) -> Result<(), XlsxError> {
    // The question is bold, which takes a little more room.
    let texts = [
        (text, QUESTION_WIDTH * 0.92),
        (help, HELP_WIDTH),
        (for_whom, FOR_WHOM_WIDTH),
    ];
    let earlier = earlier.map(|text| (text, EARLIER_WIDTH));
    let height = row_height(texts.into_iter().chain(earlier));
    sheet.set_row_height(line, height + 3.0)?;
    Ok(())
}
