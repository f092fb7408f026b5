//! JSON that keeps the order of its keys, checked against a JSON Schema and against the notation of the contract.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value whose objects keep the order of their keys.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_else(|error| panic!("no JSON: {error}\n{text}"))
    }

    /// The value under a key of an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        let entries = self.entries();
        entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The value at a path of keys and list indices, such as `steps/1/score`.
    pub fn at(&self, path: &str) -> &Json {
        path.split('/').fold(self, |value, part| {
            let found = match value {
                Json::List(items) => part.parse().ok().and_then(|index: usize| items.get(index)),
                value => value.get(part),
            };
            found.unwrap_or_else(|| panic!("no '{part}' of '{path}'"))
        })
    }

    pub fn items(&self) -> &[Json] {
        match self {
            Json::List(items) => items,
            _ => &[],
        }
    }

    pub fn entries(&self) -> &[(String, Json)] {
        match self {
            Json::Object(entries) => entries,
            _ => &[],
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    fn keys(&self) -> Vec<&str> {
        self.entries().iter().map(|(key, _)| key.as_str()).collect()
    }

    fn number(&self) -> f64 {
        match self {
            Json::Number(number) => *number,
            other => panic!("{other:?} is no number"),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Json::Text(text.to_owned())
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Self {
        Json::Number(number)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = object.next_entry()? {
            entries.push(entry);
        }
        Ok(Json::Object(entries))
    }
}

/// The violations of a schema by a value. Only the keywords that our schemas use are supported; any other is reported
/// as a fault of the schema, so that no rule goes unchecked.
pub fn violations(schema: &Json, value: &Json) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, value, "$", &mut found);
    found
}

fn check(schema: &Json, value: &Json, path: &str, found: &mut Vec<String>) {
    for (keyword, rule) in schema.entries() {
        let holds = match (keyword.as_str(), value) {
            ("$schema" | "$id" | "title" | "description" | "additionalProperties", _) => true,
            ("const", value) => value == rule,
            ("enum", value) => rule.items().contains(value),
            ("type", value) => is_of_type(rule, value),
            ("minimum", Json::Number(number)) => *number >= rule.number(),
            ("maximum", Json::Number(number)) => *number <= rule.number(),
            ("exclusiveMinimum", Json::Number(number)) => *number > rule.number(),
            ("minLength", Json::Text(text)) => text.chars().count() as f64 >= rule.number(),
            ("maxLength", Json::Text(text)) => text.chars().count() as f64 <= rule.number(),
            ("minItems", Json::List(items)) => items.len() as f64 >= rule.number(),
            ("maxItems", Json::List(items)) => items.len() as f64 <= rule.number(),
            ("items", Json::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    check(rule, item, &format!("{path}/{index}"), found);
                }
                true
            }
            ("required", Json::Object(_)) => rule
                .items()
                .iter()
                .filter_map(Json::text)
                .all(|key| value.get(key).is_some()),
            ("properties", Json::Object(entries)) => {
                for (key, value) in entries {
                    match rule.get(key) {
                        Some(rule) => check(rule, value, &format!("{path}/{key}"), found),
                        None => found.push(format!("{path}: '{key}' is not in the schema")),
                    }
                }
                true
            }
            (
                "minimum" | "maximum" | "exclusiveMinimum" | "minLength" | "maxLength" | "minItems" | "maxItems"
                | "items" | "required" | "properties",
                _,
            ) => true,
            (other, _) => panic!("{path}: the schema uses '{other}', which is not checked here"),
        };
        if !holds {
            found.push(format!("{path}: {value:?} breaks '{keyword}': {rule:?}"));
        }
    }
}

fn is_of_type(rule: &Json, value: &Json) -> bool {
    let is = |name: &str| match (name, value) {
        ("null", Json::Null) | ("boolean", Json::Bool(_)) | ("number", Json::Number(_)) => true,
        ("string", Json::Text(_)) | ("array", Json::List(_)) | ("object", Json::Object(_)) => true,
        ("integer", Json::Number(number)) => number.fract() == 0.0,
        _ => false,
    };
    match rule {
        Json::List(names) => names.iter().filter_map(Json::text).any(is),
        name => name.text().is_some_and(is),
    }
}

/// The faults of the schema itself: each object must describe its fields, require all of them and allow no others.
pub fn shortcomings(schema: &Json, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(properties) = schema.get("properties") {
        let required: Vec<&str> = schema.at("required").items().iter().filter_map(Json::text).collect();
        if required != properties.keys() {
            found.push(format!("{path}: not all fields are required, in their order"));
        }
        if schema.get("additionalProperties") != Some(&Json::Bool(false)) {
            found.push(format!("{path}: other fields are allowed"));
        }
        for (key, field) in properties.entries() {
            let path = format!("{path}/{key}");
            if field
                .get("description")
                .and_then(Json::text)
                .is_none_or(|text| !text.ends_with('.'))
            {
                found.push(format!("{path}: no description"));
            }
            found.extend(shortcomings(field, &path));
        }
    }
    if let Some(items) = schema.get("items") {
        found.extend(shortcomings(items, &format!("{path}[]")));
    }
    found
}

/// The keys of a document and their order, in the notation of the contract. A value without details is a field or a
/// list of plain values.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Plain,
    List(Box<Shape>),
    Object(Vec<(String, Shape)>),
    /// Null, or of this shape.
    Optional(Box<Shape>),
}

impl Shape {
    /// Reads the notation: `{ "key": {"key", "key"}, "key": [{"key"}], "key": "one"|"other", "key": null | {"key"} }`.
    pub fn parse(notation: &str) -> Self {
        let mut rest = notation.trim_start();
        let shape = Self::value(&mut rest);
        assert_eq!(rest.trim(), "", "the notation goes on");
        shape
    }

    fn value(rest: &mut &str) -> Self {
        if let Some(after) = rest.strip_prefix("null") {
            *rest = after.trim_start();
            assert!(take(rest, '|'), "null alone: {rest}");
            return Shape::Optional(Box::new(Self::value(rest)));
        }
        if take(rest, '{') {
            let mut entries = Vec::new();
            while !take(rest, '}') {
                let key = quoted(rest);
                let shape = if take(rest, ':') {
                    Self::value(rest)
                } else {
                    Shape::Plain
                };
                entries.push((key, shape));
                take(rest, ',');
            }
            return Shape::Object(entries);
        }
        if take(rest, '[') {
            if take(rest, ']') {
                return Shape::List(Box::new(Shape::Plain));
            }
            let shape = Self::value(rest);
            take(rest, ',');
            take(rest, '…');
            assert!(take(rest, ']'), "a list of more than one thing: {rest}");
            return Shape::List(Box::new(shape));
        }
        quoted(rest);
        while take(rest, '|') {
            quoted(rest);
        }
        Shape::Plain
    }

    /// The keys of a document that differ, or are in another order.
    pub fn differences(&self, value: &Json, path: &str) -> Vec<String> {
        match (self, value) {
            (Shape::Plain, value) if value.entries().is_empty() => {
                let nested = value.items().iter().any(|item| !item.entries().is_empty());
                nested.then(|| format!("{path}: not plain")).into_iter().collect()
            }
            (Shape::Optional(_), Json::Null) => Vec::new(),
            (Shape::Optional(shape), value) => shape.differences(value, path),
            (Shape::List(shape), Json::List(items)) => {
                let items = items.iter().enumerate();
                items
                    .flat_map(|(index, item)| shape.differences(item, &format!("{path}/{index}")))
                    .collect()
            }
            (Shape::Object(entries), Json::Object(found)) => {
                let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
                if keys != value.keys() {
                    return vec![format!("{path}: {:?} instead of {keys:?}", value.keys())];
                }
                let both = entries.iter().zip(found);
                both.flat_map(|((key, shape), (_, value))| shape.differences(value, &format!("{path}/{key}")))
                    .collect()
            }
            _ => vec![format!("{path}: not of this shape: {value:?}")],
        }
    }

    /// The shape that a schema describes.
    pub fn of_schema(schema: &Json) -> Self {
        if let Some(properties) = schema.get("properties") {
            let entries = properties.entries().iter();
            let object = Shape::Object(
                entries
                    .map(|(key, field)| (key.clone(), Self::of_schema(field)))
                    .collect(),
            );
            let is_optional = schema
                .get("type")
                .is_some_and(|types| types.items().contains(&Json::from("null")));
            return if is_optional {
                Shape::Optional(Box::new(object))
            } else {
                object
            };
        }
        match schema.get("items") {
            Some(items) => Shape::List(Box::new(Self::of_schema(items))),
            None => Shape::Plain,
        }
    }

    /// Whether two shapes are the same; a value without details may be a list of plain values.
    pub fn agrees_with(&self, other: &Shape) -> bool {
        match (self, other) {
            (Shape::Plain, Shape::List(item)) | (Shape::List(item), Shape::Plain) => **item == Shape::Plain,
            (Shape::List(a), Shape::List(b)) | (Shape::Optional(a), Shape::Optional(b)) => a.agrees_with(b),
            (Shape::Object(a), Shape::Object(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && a.1.agrees_with(&b.1))
            }
            (a, b) => a == b,
        }
    }
}

fn take(rest: &mut &str, wanted: char) -> bool {
    let found = rest.strip_prefix(wanted);
    if let Some(after) = found {
        *rest = after.trim_start();
    }
    found.is_some()
}

fn quoted(rest: &mut &str) -> String {
    assert!(take(rest, '"'), "no quotation mark: {rest}");
    let (text, after) = rest.split_once('"').expect("the quotation ends");
    let text = text.to_owned();
    *rest = after.trim_start();
    text
}
