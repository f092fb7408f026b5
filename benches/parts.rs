//! Measures each part of the pipeline separately, on the demo: reading a workbook, scoring a region, writing its
//! report.
//!
//! `cargo bench -p ketenscan-benches`. `benches/measure` measures whole commands and their alternatives.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ketenscan::answers::{Submission, assemble};
use ketenscan::demo;
use ketenscan::plan::WrittenPlan;
use ketenscan::questionnaire::{Date, Questionnaire, builtin};
use ketenscan::report::region::{json, outline};
use ketenscan::report::{Report, excel};
use ketenscan::scoring::{self, Weighting};
use ketenscan::workbook::read::{Content, read};
use ketenscan::workbook::template;

fn workbooks(questionnaire: &Questionnaire) -> Vec<(String, Vec<u8>)> {
    let regions = demo::story();
    let books = regions
        .iter()
        .filter(|region| region.name == demo::SHOWN)
        .flat_map(demo::books);
    books
        .filter(|book| book.year == demo::LAST_YEAR)
        .map(|book| (book.file(), book.order(questionnaire)))
        .map(|(name, order)| (name, template::write(questionnaire, &order).expect("a workbook")))
        .collect()
}

fn submission(questionnaire: &Questionnaire, name: &str, bytes: &[u8]) -> Submission {
    match read(bytes, name, &questionnaire.clone().into()).value {
        Some(Content::Submission(submission)) => *submission,
        other => panic!("{name} is {other:?}"),
    }
}

fn parts(criterion: &mut Criterion) {
    let questionnaire = builtin();
    criterion.bench_function("load the questionnaire", |bench| bench.iter(builtin));

    let workbooks = workbooks(&questionnaire);
    for (what, ending) in [("a municipality's", "-gemeente.xlsx"), ("the region's", "-regio.xlsx")] {
        let (name, bytes) = workbooks
            .iter()
            .find(|(name, _)| name.ends_with(ending))
            .expect("a workbook");
        criterion.bench_function(&format!("read {what} workbook"), |bench| {
            bench.iter(|| submission(&questionnaire, name, black_box(bytes)));
        });
    }

    let submissions: Vec<Submission> = workbooks
        .iter()
        .map(|(name, bytes)| submission(&questionnaire, name, bytes))
        .collect();
    let region = assemble(submissions, Vec::new()).value.remove(0);
    criterion.bench_function("score a region", |bench| {
        bench.iter(|| scoring::score(&questionnaire, black_box(&region), Weighting::Equal));
    });

    let score = scoring::score(&questionnaire, &region, Weighting::Equal).expect("scores");
    let report = Report {
        questionnaire: &questionnaire,
        region: &region,
        score: &score,
        sharing: None,
    };
    criterion.bench_function("write the report as JSON", |bench| {
        bench.iter(|| json::write(black_box(&report)));
    });
    criterion.bench_function("write the report as a workbook", |bench| {
        let date = Date {
            year: 2026,
            month: 11,
            day: 1,
        };
        bench.iter(|| {
            let outline = outline(black_box(&report), &[], &WrittenPlan::default());
            excel::write(&outline, date)
        });
    });
}

criterion_group!(benches, parts);
criterion_main!(benches);
