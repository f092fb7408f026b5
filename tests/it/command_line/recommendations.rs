//! `vragenlijst toon --routekaart`: which questions measure which recommendation, for people and programs.

use super::*;

fn shown(arguments: &str) -> Vec<Value> {
    let run = Folder::new().run(&format!("vragenlijst toon --routekaart --json {arguments}"));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    serde_json::from_str(&run.stdout).expect("JSON")
}

#[test]
fn recommendations_are_shown_as_json_with_their_questions() {
    let all = shown("");
    let questions: Value = serde_json::from_str(&Folder::new().run("vragenlijst toon --json").stdout).expect("JSON");
    for recommendation in &all {
        let id = &recommendation["id"];
        let own = questions.as_array().unwrap().iter().filter(|question| {
            let recommendations = question["recommendations"].as_array().unwrap();
            recommendations.contains(id)
        });
        let ids: Vec<&Value> = own.map(|question| &question["id"]).collect();
        assert_eq!(
            recommendation["questions"]
                .as_array()
                .unwrap()
                .iter()
                .collect::<Vec<_>>(),
            ids,
            "{id}"
        );
        for printed in ["text", "source", "chapter", "section"] {
            assert!(!recommendation[printed].as_str().unwrap().is_empty(), "{id}: {printed}");
        }
    }
    let text = Folder::new().run("vragenlijst toon --routekaart").stdout;
    assert_eq!(all.len(), text.matches("     → ").count());
}

#[test]
fn some_questions_show_only_their_recommendations() {
    let some = shown("--stap 5 --rol gemeente");
    assert!(some.len() < shown("").len());
    let ids = some
        .iter()
        .flat_map(|recommendation| recommendation["questions"].as_array().unwrap());
    for id in ids {
        assert!(id.as_str().unwrap().starts_with("BES-"), "{id}");
    }
}
