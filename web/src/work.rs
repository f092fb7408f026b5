//! One function for each job: takes the files that were read and the wishes of the user; returns what the job found and made.

use std::collections::{BTreeMap, BTreeSet};

use ketenscan::jobs::reading::ReportPolicy;
use ketenscan::jobs::report::{Audience, PendingReport, Reports, SharedReport, name, name_of, read_shared_report};
use ketenscan::jobs::{Error, Output, catalogue, check as checking, compare as comparing, consensus as agreeing};
use ketenscan::jobs::{demo as inventing, export as exporting, letters, progress as following, templates as making};
use ketenscan::problem::Problem;

use crate::books::{Books, Report};
use crate::done::{Done, Stop};
use crate::order::{Wishes, Workbooks};
use crate::pasted::municipalities;
use crate::remedy::{self, LEAVE_OUT};

/// What is in each workbook, what is wrong with it, and who has not answered yet.
pub(crate) fn check(books: &Books, wishes: &Wishes) -> Done {
    Done::by(|done| {
        let mut input = books.input(ReportPolicy::CheckPlan, done)?;
        input.look_back(books.known());
        done.problems(&input.problems);
        done.response(checking::response(&input, books.known()));
        let letters = wishes.letters.then(|| letters::letters(&input, books.known()));
        input.problems = input
            .problems
            .iter()
            .map(|problem| remedy::worded(problem).into_owned())
            .collect();
        let findings = checking::findings(&input, books.known(), &input.problems);
        done.outputs([output("bevindingen.txt", findings)]);
        if wishes.json {
            let document = checking::json(&input, books.known())? + "\n";
            done.outputs([output("bevindingen.json", document)]);
        }
        done.outputs(letters.into_iter().flatten().map(|letter| Output {
            name: format!("berichten/{}", letter.name),
            ..letter
        }));
        Ok(())
    })
}

/// The workbooks in which people agree on an answer, in a folder for each region and year.
pub(crate) fn consensus(books: &Books) -> Done {
    Done::by(|done| {
        let input = books.input(ReportPolicy::Refuse, done)?;
        done.problems(&input.problems);
        let pending = agreeing::pending(&input, books.known())?;
        let mut taken = BTreeSet::new();
        for workbook in &pending.workbooks {
            let made = workbook.make()?;
            let name = format!("{}/{}", name(workbook.region, workbook.year), made.name);
            if !taken.insert(name.clone()) {
                return Err(Error::SameJointWorkbook { name }.into());
            }
            done.outputs([Output { name, ..made }]);
        }
        if let Some(alone) = &pending.alone {
            done.note(alone);
        }
        Ok(())
    })
}

/// The report of every region and year, or of the one that was chosen.
pub(crate) fn report(books: &Books, wishes: &Wishes) -> Done {
    let mut faulty = false;
    let mut done = Done::by(|done| {
        let options = wishes.of_reports();
        options.check()?;
        let input = books.input(ReportPolicy::Refuse, done)?;
        let reports = Reports::new(&input, books.known(), &options);
        let mut problems = reports.problems();
        let pending = reports.pending();
        faulty = matches!(pending, Err(Error::Faulty)) && !options.skip_errors;
        if pending.is_err() {
            done.problems(&problems);
        }
        let mut pending = pending?;
        match options.audience {
            Audience::Region => {
                let earlier = own_reports(books);
                for report in &mut pending {
                    if let Some(of_the_same) = earlier.get(report.name()) {
                        problems.extend(take_over(of_the_same, &reports, report, done)?);
                    }
                }
            }
            Audience::Anyone => {
                let earlier = shared_reports(books);
                problems.extend(pending.iter().flat_map(|report| reports.beside(report, &earlier)));
            }
        }
        done.problems(&problems);
        for report in &pending {
            let (made, drawings) = reports.make_with_drawings(report, wishes.today())?;
            done.summary(made.text, drawings);
            done.outputs(made.outputs);
        }
        Ok(())
    });
    if faulty {
        done.advise(LEAVE_OUT);
    }
    done
}

/// The reports among the files that are not for sharing, by the name that a report of the same region and year gets.
fn own_reports(books: &Books) -> BTreeMap<String, Vec<&Report>> {
    let mut named: BTreeMap<String, Vec<&Report>> = BTreeMap::new();
    for report in books.reports() {
        if let Some(name) = name_of(&report.bytes, books.known()) {
            named.entry(name).or_default().push(report);
        }
    }
    named
}

/// Carries over what people filled in in the first of the reports of the same region and year.
fn take_over(
    earlier: &[&Report],
    reports: &Reports,
    pending: &mut PendingReport,
    done: &mut Done,
) -> Result<Vec<Problem>, Stop> {
    let Some((first, others)) = earlier.split_first() else {
        return Ok(Vec::new());
    };
    let taken_over = reports
        .replace(pending, &first.label, &first.bytes)
        .map_err(|mut error| {
            if let Error::Irreplaceable { name, .. } = &mut error {
                name.clone_from(&first.label);
            }
            error
        })?;
    if let Some(words) = taken_over.words() {
        done.note(&format!("{words} uit {}", first.label));
    }
    for other in others {
        done.note(&format!(
            "Van hetzelfde rapport is ook {} gekozen; daarvan is niets overgenomen",
            other.label
        ));
    }
    Ok(taken_over.problems)
}

/// The reports for sharing among the files, each with its name.
fn shared_reports(books: &Books) -> Vec<(String, SharedReport)> {
    let read = books
        .reports()
        .filter_map(|report| Some((report.label.clone(), read_shared_report(&report.bytes)?)));
    read.collect()
}

/// What changed over the years, and how regions differ.
pub(crate) fn compare(books: &Books, wishes: &Wishes) -> Done {
    Done::by(|done| {
        let input = books.input(ReportPolicy::ReadPlan, done)?;
        done.problems(&input.problems);
        let made = comparing::compare(&input, books.known(), wishes.of_comparison(), wishes.today());
        if let Err(Error::Incomparable(problems)) = &made {
            done.problems(problems);
        }
        let made = made?;
        done.summary(made.text, Vec::new());
        done.outputs(made.outputs);
        Ok(())
    })
}

/// How far the plan of every report among the files is.
pub(crate) fn progress(books: &Books, wishes: &Wishes) -> Done {
    Done::by(|done| {
        let plans = following::Plans::gather(books.plans());
        done.problems(&plans.problems);
        for pending in plans.on(wishes.today())? {
            let made = pending.make(wishes.of_progress())?;
            done.summary(made.text, Vec::new());
            done.outputs(made.outputs);
        }
        Ok(())
    })
}

/// All answers and figures as tables.
pub(crate) fn export(books: &Books) -> Done {
    Done::by(|done| {
        let input = books.input(ReportPolicy::Refuse, done)?;
        done.problems(&input.problems);
        let format = exporting::Format::Csv;
        let mut account = exporting::Account::new(format);
        for tables in exporting::pending(&input, books.known(), format)? {
            done.outputs(tables.make(&mut account)?);
        }
        done.outputs(vec![account.data_package()?]);
        done.note(&account.text());
        Ok(())
    })
}

/// Blank workbooks to hand out.
pub(crate) fn templates(books: &Books, wanted: &Workbooks) -> Done {
    Done::by(|done| {
        let known = books.known();
        let questionnaire = making::asked(known)?;
        let region = wanted.region.trim();
        let given = municipalities(&wanted.municipalities);
        let given = given.iter().map(|given| making::municipality(given));
        let mut order = making::Wanted {
            region: match (region, wanted.year.trim()) {
                ("", _) => None,
                (region, year) => Some((region.to_owned(), self::year(year)?)),
            },
            municipalities: given.collect::<Result<_, _>>()?,
            perspectives: wanted.perspectives.clone(),
            ..making::Wanted::default()
        };
        let names_no_region = region.is_empty() && !wanted.previous;
        if names_no_region && !(order.municipalities.is_empty() && order.perspectives.is_empty()) {
            return Err(Stop::Said("Vul de naam van de regio in.".to_owned()));
        }
        if let Some(words) = making::region_meant(region) {
            done.note(&words);
        }
        let mut earlier = None;
        if wanted.previous {
            let input = books.input(ReportPolicy::ReadPlan, done)?;
            done.problems(&input.problems);
            let year = self::year(wanted.year.trim())?;
            if let Some(found) = order.complete(year, &input, questionnaire, known)? {
                done.note(&found);
            }
            earlier = Some(input);
        }
        let mut pending = making::pending(&order, questionnaire)?;
        if let Some(input) = &earlier {
            let found = making::look_back(&mut pending, questionnaire, input, known)?;
            done.note(found.as_deref().unwrap_or(
                "Bij de gekozen bestanden staat niets van deze regio van een eerder jaar; de werkboeken zijn zonder \
                 gemaakt.",
            ));
        }
        for workbook in &pending {
            done.outputs([workbook.make(questionnaire)?]);
        }
        Ok(())
    })
}

fn year(typed: &str) -> Result<u16, Stop> {
    let year = typed.parse().ok().filter(|year| making::YEARS.contains(year));
    let (first, last) = (making::YEARS.start(), making::YEARS.end());
    year.ok_or_else(|| Stop::Said(format!("Kies bij 'Jaar' een jaar van {first} tot en met {last}.")))
}

/// The questions, to read.
pub(crate) fn questions(books: &Books, role: Option<String>) -> Done {
    Done::by(|done| {
        let questionnaire = books.known().newest();
        let choice = catalogue::Choice {
            role,
            ..catalogue::Choice::default()
        };
        let text = catalogue::text(questionnaire, &choice.of(questionnaire)?);
        done.outputs([output("vragenlijst.txt", text.clone())]);
        done.summary(text, Vec::new());
        Ok(())
    })
}

/// Filled-in workbooks of invented regions and a report with a filled-in plan, to try everything out with.
pub(crate) fn demo(books: &Books) -> Done {
    Done::by(|done| {
        let story = inventing::Demo::story();
        for book in story.books() {
            done.outputs([book.make(books.known().newest())?]);
        }
        done.outputs(story.planned_report(books.known())?);
        Ok(())
    })
}

fn output(name: &str, text: String) -> Output {
    Output {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    }
}
