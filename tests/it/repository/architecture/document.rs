//! The rules of `docs/architecture.md`: its tables of modules, dependencies and the standard library.

use std::fs;
use std::path::Path;

/// Names with the only places where they may be used; or a module with all that it may use.
#[derive(Debug)]
pub struct Rule {
    pub names: Vec<String>,
    pub places: Vec<String>,
}

/// The rules in the document.
pub struct Document {
    /// For each module, the other modules it may use.
    pub modules: Vec<Rule>,
    /// For each dependency, the places that may use it.
    pub dependencies: Vec<Rule>,
    /// For each group of names in the standard library, the places that may use them.
    pub standard: Vec<Rule>,
    /// Names of options, with the places that may mention them.
    pub options: Vec<Rule>,
}

pub fn document() -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let text = fs::read_to_string(path).expect("the document");
    let table = |header: &str, places: usize| rows(&text, header, places);
    Document {
        modules: table("| module | may use |", 1),
        dependencies: table("| crate | what for | licence | released | used in |", 4),
        standard: table("| of the standard library | used in |", 1),
        options: table("| words | used in |", 1),
    }
}

/// The rows of every table with this header: the quoted names in the first cell and in the cell with places.
fn rows(text: &str, header: &str, places: usize) -> Vec<Rule> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while lines.any(|line| line == header) {
        let rows = lines.by_ref().skip(1).take_while(|line| line.starts_with('|'));
        for row in rows {
            let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
            found.push(Rule {
                names: quoted(cells[0]),
                places: quoted(cells[places]),
            });
        }
    }
    assert!(!found.is_empty(), "the document has no table '{header}'");
    found
}

/// The texts between backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
