//! Takes the tables that were written; returns a data package (<https://datapackage.org>): where they are, and what each
//! of their columns means.

use serde::Serialize;

use super::csv::Dialect;
use super::{FORMAT, GENERATED_BY, Table, Values};
use crate::questionnaire::Questionnaire;

/// The name that programs look for.
pub const NAME: &str = "datapackage.json";

/// What the files of the tables are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// Parquet.
    Parquet,
    /// CSV in this dialect.
    Csv(Dialect),
}

/// A data package, to which tables are added as they are written.
#[derive(Clone, Debug)]
pub struct DataPackage {
    files: Files,
    questionnaires: Vec<Followed>,
    resources: Vec<Resource>,
}

impl DataPackage {
    /// One without tables.
    #[must_use]
    pub fn new(files: Files) -> Self {
        Self {
            files,
            questionnaires: Vec::new(),
            resources: Vec::new(),
        }
    }

    /// Adds a questionnaire whose tables are among them.
    pub fn follow(&mut self, questionnaire: &Questionnaire) {
        self.questionnaires.push(Followed {
            id: questionnaire.id.clone(),
            edition: questionnaire.edition,
            sha256: questionnaire.sha256.clone(),
        });
    }

    /// Adds a file of a table. Files of one table are read as one.
    pub fn add(&mut self, table: &Table, path: String) {
        match self.resources.iter_mut().find(|own| own.name == table.name) {
            Some(resource) => resource.path.push(path),
            None => self.resources.push(Resource::of(table, path, self.files)),
        }
    }

    /// The package as JSON.
    ///
    /// # Errors
    /// If the JSON cannot be written.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&Descriptor {
            schema: "https://datapackage.org/profiles/2.0/datapackage.json",
            name: "ketenscan-export",
            format: FORMAT,
            generated_by: GENERATED_BY,
            title: "Antwoorden en scores van ketenscan",
            description: "Alle antwoorden en scores, met de vragen waarop ze rusten. Gemeenten staan er met hun naam in: deel \
                          de tabellen niet verder dan de werkboeken.",
            questionnaires: &self.questionnaires,
            resources: &self.resources,
        })
    }
}

#[derive(Serialize)]
struct Descriptor<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    format: &'static str,
    generated_by: &'static str,
    title: &'static str,
    description: &'static str,
    questionnaires: &'a [Followed],
    resources: &'a [Resource],
}

#[derive(Clone, Debug, Serialize)]
struct Followed {
    id: String,
    edition: u16,
    sha256: String,
}

#[derive(Clone, Debug, Serialize)]
struct Resource {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    path: Vec<String>,
    format: &'static str,
    mediatype: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<Separators>,
    schema: Schema,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Separators {
    delimiter: &'static str,
    line_terminator: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    true_values: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    false_values: Option<[&'static str; 1]>,
    constraints: Constraints,
}

#[derive(Clone, Debug, Serialize)]
struct Constraints {
    required: bool,
}

#[derive(Clone, Debug, Serialize)]
struct ForeignKey {
    fields: &'static [&'static str],
    reference: Target,
}

#[derive(Clone, Debug, Serialize)]
struct Target {
    resource: &'static str,
    fields: &'static [&'static str],
}

impl Resource {
    fn of(table: &Table, path: String, files: Files) -> Self {
        let dialect = match files {
            Files::Parquet => None,
            Files::Csv(dialect) => Some(dialect),
        };
        let foreign_keys = table.references.iter().map(|reference| ForeignKey {
            fields: reference.columns,
            reference: Target {
                resource: reference.table,
                fields: reference.columns,
            },
        });
        Self {
            name: table.name,
            kind: "table",
            description: table.meaning,
            path: vec![path],
            format: dialect.map_or("parquet", |_| "csv"),
            mediatype: dialect.map_or("application/vnd.apache.parquet", |_| "text/csv"),
            encoding: dialect.map(|_| "utf-8"),
            dialect: dialect.map(|dialect| Separators {
                delimiter: dialect.separator(),
                line_terminator: "\r\n",
            }),
            schema: Schema {
                fields: table.columns.iter().map(|column| Field::of(column, dialect)).collect(),
                primary_key: table.key,
                foreign_keys: foreign_keys.collect(),
            },
        }
    }
}

impl Field {
    fn of(column: &super::Column, dialect: Option<Dialect>) -> Self {
        let is_figure = matches!(column.values, Values::Figure(_));
        let flags = dialect.filter(|_| matches!(column.values, Values::Flag(_)));
        Self {
            name: column.name,
            kind: match column.values {
                Values::Text(_) => "string",
                Values::Whole(_) => "integer",
                Values::Figure(_) => "number",
                Values::Flag(_) => "boolean",
            },
            description: column.meaning,
            unit: column.unit,
            decimal_char: (is_figure && dialect == Some(Dialect::Dutch)).then_some(","),
            true_values: flags.map(|dialect| [dialect.flag(true)]),
            false_values: flags.map(|dialect| [dialect.flag(false)]),
            constraints: Constraints {
                required: !column.may_lack,
            },
        }
    }
}
