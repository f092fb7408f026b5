//! The sheets of the region's workbook only: its municipalities, its ambition, its key figures.

use rust_xlsxwriter::{DataValidation, DataValidationRule, Worksheet, XlsxError};

use super::Order;
use super::style::{Style, mark_fill_in, set_up};
use super::validation::{amount, with_messages};
use crate::answers::{EarlierSteps, Merger, Previous};
use crate::office::fitting;
use crate::questionnaire::Questionnaire;
use crate::scoring::precision::shown;
use crate::workbook::layout::{
    AMBITION, KEY_FIGURES, MUNICIPALITIES, earlier_ambition_header, earlier_score_header, header,
};

/// Rows left free for municipalities not known beforehand.
const FREE_ROWS: usize = 20;
const LEAST_ROWS: usize = 30;

const HEADER_ROW: u32 = 3;

fn heading(
    sheet: &mut Worksheet,
    name: &str,
    lead: &str,
    headers: &[&str],
    to_fill_in: &[&str],
    style: &Style,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    set_up(sheet, Some(HEADER_ROW))?;
    sheet.write_string_with_format(0, 0, name, &style.title)?;
    sheet.write_string_with_format(1, 0, lead, &style.quiet.clone().unset_text_wrap())?;
    for (column, header) in (0..).zip(headers) {
        sheet.write_string_with_format(HEADER_ROW, column, *header, &style.header)?;
        mark_fill_in(
            sheet,
            HEADER_ROW - 1,
            to_fill_in.contains(header).then_some(column),
            style,
        )?;
    }
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?;
    Ok(())
}

/// Writes a number that is already filled in, or a cell for one.
fn write_number(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    known: Option<f64>,
    style: &Style,
) -> Result<(), XlsxError> {
    match known {
        Some(number) => sheet.write_number_with_format(row, column, number, &style.entry)?,
        None => sheet.write_blank(row, column, &style.entry)?,
    };
    Ok(())
}

pub(super) fn municipalities(sheet: &mut Worksheet, order: &Order, style: &Style) -> Result<(), XlsxError> {
    let expected = &order.municipalities;
    let mergers: &[Merger] = order
        .filled
        .as_ref()
        .map_or(&order.mergers, |filled| &filled.context.mergers);
    // Former names only matter if there is an earlier year to compare with.
    let with_formerly = order.previous != Previous::default() || !mergers.is_empty();
    let lead = "Alle gemeenten van de regio, ook die niet meedoen; zo blijft zichtbaar waar het beeld ontbreekt.";
    let headers = [header::MUNICIPALITY, header::INHABITANTS, header::FORMERLY];
    let headers = if with_formerly { &headers[..] } else { &headers[..2] };
    heading(sheet, MUNICIPALITIES, lead, headers, headers, style)?;
    sheet.set_column_width(0, 40)?.set_column_width(1, 16)?;
    if with_formerly {
        sheet.set_column_width(2, 60)?;
    }
    let rows = (expected.len() + FREE_ROWS).max(LEAST_ROWS);
    for index in 0..rows {
        let row = HEADER_ROW + 1 + index as u32;
        match expected.get(index) {
            Some(known) => sheet.write_string_with_format(row, 0, &known.name, &style.entry_text)?,
            None => sheet.write_blank(row, 0, &style.entry_text)?,
        };
        write_number(
            sheet,
            row,
            1,
            expected.get(index).and_then(|known| known.inhabitants),
            style,
        )?;
        if with_formerly {
            let known = expected.get(index).and_then(|known| {
                let mut mergers = mergers.iter();
                mergers.find(|merger| merger.name == known.name)
            });
            match known {
                Some(merger) => {
                    sheet.write_string_with_format(row, 2, fitting(&merger.formerly.join(", ")), &style.entry_text)?
                }
                None => sheet.write_blank(row, 2, &style.entry_text)?,
            };
        }
    }
    if with_formerly {
        let message = "Alleen na een fusie of een nieuwe naam: de vroegere namen, met komma's ertussen. Anders leeg.";
        let rule = with_messages(DataValidation::new().allow_any_value(), "Voorheen", message)?;
        sheet.add_data_validation(HEADER_ROW + 1, 2, HEADER_ROW + rows as u32, 2, &rule)?;
    }
    let rule = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThan(0));
    let message = "Vul een heel getal in zonder punten, bijvoorbeeld 48250. Niet bekend: laat leeg.";
    let rule = with_messages(rule, "Aantal inwoners", message)?;
    sheet.add_data_validation(HEADER_ROW + 1, 1, HEADER_ROW + rows as u32, 1, &rule)?;
    Ok(())
}

pub(super) fn ambition(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    order: &Order,
    titles: &[String],
    style: &Style,
) -> Result<(), XlsxError> {
    let earlier = order.previous.steps;
    let lead = match earlier {
        None => "Welke score wil de regio per stap halen, van 0 tot en met 100? Leeg laten mag. Ernaast staat de norm."
            .to_owned(),
        Some(EarlierSteps { year, .. }) => format!(
            "Welke score wil de regio per stap halen, van 0 tot en met 100? Leeg laten mag. Ernaast staan de norm en hoe het in {year} was; gemeenten tellen daarin even zwaar. Wat al is ingevuld, mag u wijzigen."
        ),
    };
    let of_earlier = earlier.map(|earlier| {
        [
            earlier_score_header(earlier.year),
            earlier_ambition_header(earlier.year),
        ]
    });
    let of_earlier = of_earlier.iter().flatten().map(String::as_str);
    let headers: Vec<&str> = [header::STEP, header::NORM]
        .into_iter()
        .chain(of_earlier)
        .chain([header::AMBITION])
        .collect();
    heading(sheet, AMBITION, &lead, &headers, &[header::AMBITION], style)?;
    let own = headers.len() as u16 - 1;
    sheet.set_column_width(0, 40)?.set_column_range_width(1, own, 20)?;
    for (step, title) in titles.iter().enumerate() {
        let row = HEADER_ROW + 1 + step as u32;
        sheet.write_string_with_format(row, 0, title, &style.locked_bold)?;
        if let Some(norm) = norm(questionnaire, step) {
            sheet.write_number_with_format(row, 1, shown(norm), &style.score)?;
        }
        if let Some(earlier) = earlier {
            for (column, figure, without) in [
                (2, earlier.scores[step], "te weinig antwoorden"),
                (3, earlier.ambitions[step], "niet ingevuld"),
            ] {
                match figure {
                    Some(figure) => sheet.write_number_with_format(row, column, figure, &style.score)?,
                    None => sheet.write_string_with_format(row, column, without, &style.earlier)?,
                };
            }
        }
        let filled = order.filled.as_ref();
        let known = filled.map_or(&order.ambitions, |filled| &filled.context.ambitions)[step];
        write_number(sheet, row, own, known, style)?;
    }
    let rule = DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 100.0));
    let rule = with_messages(
        rule,
        "Ambitie",
        "Vul een score van 0 tot en met 100 in, of laat de cel leeg.",
    )?;
    sheet.add_data_validation(HEADER_ROW + 1, own, HEADER_ROW + titles.len() as u32, own, &rule)?;
    Ok(())
}

/// The norm of a step that is answered in full.
fn norm(questionnaire: &Questionnaire, step: usize) -> Option<f64> {
    let rows = questionnaire.rows.indices();
    let own = rows.filter(|&row| questionnaire.question_of(row).step == step);
    let (norms, weights) = own.fold((0.0, 0.0), |(norms, weights), row| {
        let weight = questionnaire.rows[row].weight;
        (norms + weight * questionnaire.question_of(row).norm, weights + weight)
    });
    (weights > 0.0).then(|| norms / weights)
}

pub(super) fn key_figures(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    order: &Order,
    style: &Style,
) -> Result<(), XlsxError> {
    let lead =
        "Ter achtergrond, niet verplicht en nooit meegeteld. Weinig meldingen betekent niet dat er weinig speelt.";
    let headers = [header::FIGURE, header::PRACTICE, header::NUMBER];
    heading(sheet, KEY_FIGURES, lead, &headers, &[header::NUMBER], style)?;
    sheet
        .set_column_width(0, 40)?
        .set_column_width(1, 40)?
        .set_column_width(2, 16)?;
    let mut row = HEADER_ROW;
    for figure in &questionnaire.key_figures {
        for (index, practice) in questionnaire.practices.indexed() {
            row += 1;
            let known = order.filled.iter().flat_map(|filled| &filled.context.key_figures);
            let mut known = known.filter(|known| known.practice == index && known.figure == *figure);
            sheet.write_string_with_format(row, 0, figure, &style.locked)?;
            sheet.write_string_with_format(row, 1, &practice.name, &style.locked)?;
            write_number(sheet, row, 2, known.next().map(|known| known.number), style)?;
        }
    }
    let rule = amount(
        "Aantal",
        "Vul een getal van 0 of meer in: het afgelopen kalenderjaar. Niet bekend: laat leeg.",
    )?;
    if row > HEADER_ROW {
        sheet.add_data_validation(HEADER_ROW + 1, 2, row, 2, &rule)?;
    }
    Ok(())
}
