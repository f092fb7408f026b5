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
        !run.stderr.contains("stap '5 Beschermen'"),
        "seven are enough: {}",
        run.stderr
    );
}

#[test]
fn too_many_rows_for_a_municipality_are_reported() {
    let questions = (50..90)
        .map(|number| {
            format!(
                "[[question]]\nid = \"BES-{number}\"\ntext = \"t\"\nhelp = \"h\"\ntheme = \"regie\"\nrole = \"gemeente\"\nkind = \"yes_no\"\norganise = \"lokaal\"\nrecommendations = []\naction = \"a\"\n"
            )
        })
        .collect::<Vec<_>>()
        .concat();
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
