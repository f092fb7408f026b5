//! The sheets for the respondent's particulars and for the themes to tackle first.

use rust_xlsxwriter::{DataValidation, DataValidationRule, Worksheet, XlsxError};

use super::Order;
use super::style::{Style, mark_fill_in, set_up};
use super::validation::{Lists, suggestion, with_messages};
use crate::answers::YEARS;
use crate::questionnaire::{Questionnaire, Role};
use crate::wording::in_words;
use crate::workbook::layout::{PARTICULARS, PRIORITIES, PRIORITY, PRIORITY_COUNT, label, whole_column};

const FIRST_ROW: u32 = 2;

pub(super) fn write(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    order: &Order,
    style: &Style,
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    sheet.set_name(PARTICULARS)?;
    set_up(sheet, None)?;
    sheet
        .set_column_width(0, 26)?
        .set_column_width(1, 40)?
        .set_column_width(2, 84)?;
    sheet.write_string_with_format(0, 0, "Gegevens", &style.title)?;
    mark_fill_in(sheet, FIRST_ROW - 1, [1], style)?;
    let mut row = FIRST_ROW;
    let mut line = |sheet: &mut Worksheet, name: &str, value: Option<&str>, hint: &str| -> Result<u32, XlsxError> {
        sheet.write_string_with_format(row, 0, name, &style.locked_bold)?;
        match value {
            Some(value) => sheet.write_string_with_format(row, 1, value, &style.entry_text)?,
            None => sheet.write_blank(row, 1, &style.entry_text)?,
        };
        sheet.write_string_with_format(row, 2, hint, &style.quiet)?;
        row += 1;
        Ok(row - 1)
    };

    let region = line(
        sheet,
        label::REGION,
        order.region.as_deref(),
        "De naam van de regio; een eigen naam mag.",
    )?;
    if order.region.is_none() && !order.regions.is_empty() {
        let rule = suggestion(
            lists.dropdown(&order.regions)?,
            "Kies de regio",
            "Kies de regio uit de lijst, of typ een eigen naam.",
        )?;
        sheet.add_data_validation(region, 1, region, 1, &rule)?;
    }
    if order.role == Role::Municipality {
        line(
            sheet,
            label::MUNICIPALITY,
            order.municipality.as_deref(),
            "De naam van de gemeente.",
        )?;
    }
    let year = line(
        sheet,
        label::YEAR,
        None,
        "Het jaar waarvoor de antwoorden gelden, met vier cijfers.",
    )?;
    match order.year {
        Some(number) => sheet.write_number_with_format(year, 1, f64::from(number), &style.entry)?,
        None => sheet.write_blank(year, 1, &style.entry)?,
    };
    let years = DataValidationRule::Between(i32::from(*YEARS.start()), i32::from(*YEARS.end()));
    let rule = DataValidation::new().allow_whole_number(years);
    let rule = with_messages(
        rule,
        "Vul het jaar in",
        "Vul het jaar in met vier cijfers, bijvoorbeeld 2026.",
    )?;
    sheet.add_data_validation(year, 1, year, 1, &rule)?;

    let chosen = order
        .perspective_filled(questionnaire)
        .map(|index| questionnaire.perspectives[index].name.as_str());
    let perspective = line(
        sheet,
        label::PERSPECTIVE,
        chosen,
        "Vanuit welk perspectief wordt deze lijst ingevuld? Eén werkboek per perspectief.",
    )?;
    let names: Vec<String> = questionnaire
        .perspectives
        .iter()
        .map(|known| known.name.clone())
        .collect();
    let rule = with_messages(
        lists.dropdown(names.as_slice())?,
        "Kies het perspectief",
        "Kies uit de lijst vanuit welk perspectief deze vragen worden beantwoord.",
    )?;
    sheet.add_data_validation(perspective, 1, perspective, 1, &rule)?;
    let respondent = line(
        sheet,
        label::RESPONDENT,
        order
            .filled
            .as_ref()
            .and_then(|filled| Some(filled.respondent.as_ref()?.shown())),
        "Alleen een functie, geen naam. Kies uit de lijst, of typ een andere functie.",
    )?;
    suggest_functions(sheet, respondent, questionnaire.functions.get(&order.role), lists)?;
    let date = line(
        sheet,
        label::DATE,
        None,
        "De dag van invullen, bijvoorbeeld 31-12-2026.",
    )?;
    sheet.write_blank(date, 1, &style.date)?;
    Ok(())
}

/// The particulars that a workbook cannot do without, each with a formula for what is filled in, and whether anything is
/// beforehand. The formula looks beside the label, as people may cut and drag what they filled in.
pub(super) fn required(questionnaire: &Questionnaire, order: &Order) -> Vec<(&'static str, String, bool)> {
    let all = [
        (label::REGION, order.region.is_some()),
        (label::MUNICIPALITY, order.municipality.is_some()),
        (label::YEAR, order.year.is_some()),
        (label::PERSPECTIVE, order.perspective_filled(questionnaire).is_some()),
    ];
    let own = all
        .into_iter()
        .filter(|(name, _)| *name != label::MUNICIPALITY || order.role == Role::Municipality);
    let (labels, values) = (whole_column(0), whole_column(1));
    own.map(|(name, is_known)| {
        let beside = format!("INDEX({PARTICULARS}!{values},MATCH(\"{name}\",{PARTICULARS}!{labels},0))");
        (name, beside, is_known)
    })
    .collect()
}

/// Offers functions, and accepts others.
fn suggest_functions(
    sheet: &mut Worksheet,
    row: u32,
    functions: Option<&Vec<String>>,
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    let Some(functions) = functions.filter(|functions| !functions.is_empty()) else {
        return Ok(());
    };
    let rule = suggestion(
        lists.dropdown(functions)?,
        "Kies een functie",
        "Kies een functie uit de lijst, of typ een andere functie. Vul geen naam in.",
    )?;
    sheet.add_data_validation(row, 1, row, 1, &rule)?;
    Ok(())
}

pub(super) fn write_priorities(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    order: &Order,
    style: &Style,
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    sheet.set_name(PRIORITIES)?;
    set_up(sheet, None)?;
    sheet.set_column_width(0, 26)?.set_column_width(1, 40)?;
    sheet.write_string_with_format(0, 0, "Speerpunten", &style.title)?;
    sheet.write_string_with_format(
        1,
        0,
        format!(
            "Wat moet als eerste beter? Kies ten hoogste {} thema's.",
            in_words(PRIORITY_COUNT)
        ),
        &style.quiet.clone().unset_text_wrap(),
    )?;
    mark_fill_in(sheet, 2, [1], style)?;
    let names = questionnaire.themes.map(|theme| theme.name.clone());
    let rule = with_messages(
        lists.dropdown(names.as_slice())?,
        "Kies een thema",
        "Kies een thema uit de lijst, of laat de cel leeg.",
    )?;
    for index in 0..PRIORITY_COUNT as u32 {
        let row = 3 + index;
        sheet.write_string_with_format(row, 0, format!("{PRIORITY} {}", index + 1), &style.locked_bold)?;
        let named = order
            .filled
            .as_ref()
            .and_then(|filled| filled.priorities.get(index as usize));
        match named {
            Some(&theme) => sheet.write_string_with_format(row, 1, &names[theme], &style.entry_text)?,
            None => sheet.write_blank(row, 1, &style.entry_text)?,
        };
        sheet.add_data_validation(row, 1, row, 1, &rule)?;
    }
    Ok(())
}
