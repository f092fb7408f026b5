//! Editions without faults that ask too little or too much.

use super::*;

fn edition() -> Definition {
    Definition::copy(BUILTIN)
}

/// Like [`Definition::has`], for an edition that loads: the check also prints its contents.
#[track_caller]
fn lacks(definition: &Definition, stderr: &str) {
    let run = definition.check();
    assert_eq!(run.stderr, stderr);
    assert_eq!(run.status, 1);
    assert!(
        run.stdout.starts_with("ketenscan-schadelijke-praktijken editie 2026: "),
        "{}",
        run.stdout
    );
}

#[test]
fn the_built_in_edition_is_complete() {
    let run = edition().check();
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
}

#[test]
fn a_recommendation_without_questions_is_reported() {
    let more =
        "[[recommendation]] # nieuw\nid = \"R99\"\ntext = \"t\"\nsource = \"s\"\nchapter = \"c\"\nsection = \"d\"\n";
    let definition = edition().adding(RECOMMENDATIONS, more);
    let number = definition.line(RECOMMENDATIONS, "# nieuw");
    lacks(
        &definition,
        &format!(
            "editie/{RECOMMENDATIONS}\n  fout V20  regel {number}: geen vraag gaat over aanbeveling R99. Noem de aanbeveling bij een vraag, of maak er een vraag voor.\n1 fout.\n"
        ),
    );
}

#[test]
fn a_core_theme_with_too_few_questions_is_reported() {
    let definition = edition().adding(MAIN, "[[theme]]\nkey = \"nieuw\"\nname = \"Nieuw\"\ncore = true\n");
    let number = definition.line(MAIN, "key = \"nieuw\"") - 1;
    // The numbers are the edition's own.
    let definition = definition.with(MAIN, "core_theme_rows = 8", "core_theme_rows = 1");
    let thin = |what: &str| {
        format!(
            "  fout V21  regel {number}: het kernthema 'Nieuw' heeft {what}. Voeg vragen toe: ten minste vier stappen en één regel, waarvan twee voor gemeenten.\n"
        )
    };
    lacks(
        &definition,
        &format!(
            "editie/{MAIN}\n{}{}{}3 fouten.\n",
            thin("vragen in maar 0 stappen"),
            thin("maar 0 regels"),
            thin("maar 0 regels voor gemeenten")
        ),
    );
}

#[test]
fn a_step_with_few_questions_is_reported() {
    let definition = Definition::fixture();
    let number = definition.line(MAIN, "key = \"preventie\"") - 2;
    let run = definition.check();
    let said =
        format!("  fout V22  regel {number}: stap '1 Preventie' heeft 0 vragen. Een stap telt ten minste 6 vragen.\n");
    assert!(run.stderr.contains(&said), "{}", run.stderr);
    assert!(
        !run.stderr.contains("stap '5 Beschermen' heeft 7 vragen"),
        "seven are enough: {}",
        run.stderr
    );
}

#[test]
fn a_colleague_whom_no_question_names_is_reported() {
    let definition = edition().adding(
        MAIN,
        "[[colleague]] # nieuw\nkey = \"nieuw\"\nname = \"Nieuwe collega\"\n",
    );
    let number = definition.line(MAIN, "# nieuw");
    lacks(
        &definition,
        &format!(
            "editie/{MAIN}\n  fout V30  regel {number}: geen vraag noemt de collega 'Nieuwe collega'. Noem de collega bij 'ask_colleague' van een vraag, of haal die uit de lijst.\n1 fout.\n"
        ),
    );
}

#[test]
fn a_heavy_share_that_the_law_does_not_require_is_reported() {
    let share = more(50, "role = \"gemeente\"\nkind = \"share\"\nnorm = 100\nweight = 3");
    let definition = edition().adding(QUESTIONS, &share);
    let number = definition.line(QUESTIONS, "BES-50") - 1;
    lacks(
        &definition,
        &format!(
            "editie/{QUESTIONS}\n  fout V32  regel {number} (BES-50): een aandeel met norm 100 heeft gewicht 3, maar is niet wettelijk. Verlaag de norm of het gewicht; alleen wat de wet vraagt, mag zo zwaar tellen.\n1 fout.\n"
        ),
    );
    let legal = more(
        50,
        "role = \"gemeente\"\nkind = \"share\"\nnorm = 100\nweight = 3\nlegal = true",
    );
    assert_eq!(edition().adding(QUESTIONS, &legal).check().stderr, "");
}

#[test]
fn a_practice_with_too_few_rows_of_its_own_is_reported_per_step() {
    let definition = Definition::fixture();
    let number = definition.line(MAIN, "key = \"beschermen\"") - 2;
    let run = definition.check();
    let said = "stap '5 Beschermen' heeft 1 eigen regel voor Huwelijksdwang. Voeg vragen per verschijningsvorm toe, tot het er ten minste 2 zijn.\n";
    let line = format!("  fout V33  regel {number}: {said}");
    assert!(run.stderr.contains(&line), "{}", run.stderr);
    let foundation = "stap '0 Randvoorwaarden' heeft 0 eigen regels";
    assert!(!run.stderr.contains(foundation), "no case passes it: {}", run.stderr);
}

#[test]
fn where_municipalities_do_the_work_each_practice_has_a_row_of_theirs() {
    let definition = Definition::fixture();
    let missing = "geen eigen regel voor gemeenten";
    assert!(
        !definition.check().stderr.contains(missing),
        "only where the edition says so"
    );
    let definition = definition.with(MAIN, "prefix = \"VRO\"", "prefix = \"VRO\"\nmunicipal = true");
    let number = definition.line(MAIN, "key = \"vroegsignalering\"") - 2;
    let run = definition.check();
    let said = "stap '2 Vroegsignalering' heeft geen eigen regel voor gemeenten over Huwelijksdwang. Voeg een vraag per verschijningsvorm met 'role = \"gemeente\"' toe.\n";
    let line = format!("  fout V37  regel {number}: {said}");
    assert!(run.stderr.contains(&line), "{}", run.stderr);
    let advice = "stap '3 Advies' heeft geen eigen regel voor gemeenten";
    assert!(!run.stderr.contains(advice), "Veilig Thuis advises: {}", run.stderr);
}

#[test]
fn a_short_workbook_stays_short_and_in_the_words_of_its_readers() {
    let asks = |perspective: &str, rows: std::ops::Range<usize>| -> String {
        let fields = format!("role = \"regio\"\nkind = \"yes_no\"\nask = [\"{perspective}\"]");
        rows.map(|number| more(number, &fields)).collect()
    };
    let definition = edition().adding(QUESTIONS, &asks("veilig-thuis", 50..52));
    lacks(
        &definition,
        &format!(
            "editie/{MAIN}\n  fout V23  het werkboek voor Veilig Thuis telt 46 regels. Breng dat terug tot ten hoogste 45.\n1 fout.\n"
        ),
    );
    let police = edition().adding(QUESTIONS, &asks("politie-justitie", 50..99));
    assert_eq!(police.check().stderr, "", "only the perspective asked most has a limit");
    let definition = edition().adding(QUESTIONS, &asks("sleutelfiguur", 50..55));
    lacks(
        &definition,
        &format!(
            "editie/{MAIN}\n  fout V23  het werkboek voor Sleutelfiguur telt 18 regels. Breng dat terug tot ten hoogste 15.\n  fout V31  het werkboek voor Sleutelfiguur heeft 5 regels zonder eigen woorden. Schrijf 'text_informal' tot het er ten hoogste 4 zijn.\n2 fouten.\n"
        ),
    );
}

/// Another question, with a number from 50, that lacks these fields only.
fn more(number: usize, fields: &str) -> String {
    format!(
        "[[question]]\nid = \"BES-{number}\"\nshort = \"{number}\"\ntext = \"t\"\nhelp = \"h\"\ntheme = \"regie\"\norganise = \"lokaal\"\nrecommendations = []\naction = \"a\"\n{fields}\n"
    )
}

#[test]
fn too_many_rows_for_a_municipality_are_reported() {
    let questions: String = (50..90)
        .map(|number| more(number, "role = \"gemeente\"\nkind = \"yes_no\""))
        .collect();
    let counted = |definition: &Definition| -> usize {
        let run = definition.check();
        let rest = run
            .stdout
            .split("werkboek gemeente ")
            .nth(1)
            .expect("the rows of a municipality")
            .to_owned();
        rest.split(' ')
            .next()
            .and_then(|number| number.parse().ok())
            .expect("a number")
    };
    let rows = counted(&edition()) + 40;
    let definition = edition().adding(QUESTIONS, &questions);
    lacks(
        &definition,
        &format!(
            "editie/{MAIN}\n  fout V23  het werkboek van een gemeente telt {rows} regels. Breng dat terug tot ten hoogste 48.\n1 fout.\n"
        ),
    );
}
