//! The JSON Schema of `sekisho.toml`, made from the table of keys: editors complete and check the file by it.

use serde_json::{Map, Value, json};

use super::{Form, KEYS, SETTINGS, TABLES};
use crate::meaning::kind::{ANY_CONTRACT, Kind};
use crate::message::{self, Lang};
use crate::profile::FACTS;

/// The schema (draft 2020-12), with descriptions in one language.
pub fn schema(lang: Lang) -> Value {
    let tables: Map<String, Value> =
        TABLES.iter().map(|name| ((*name).to_owned(), table(name, lang))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": super::FILE_NAME,
        "description": message::text(lang, "config-about", &[]),
        "type": "object",
        "additionalProperties": false,
        "properties": tables,
    })
}

fn table(name: &str, lang: Lang) -> Value {
    let description = message::text(lang, &format!("config-about-{name}"), &[]);
    let mut schema = match name {
        "profile" => profile(lang),
        "rules" => json!({ "type": "object", "additionalProperties": { "enum": SETTINGS } }),
        "lint" => entry(name, lang),
        _ => json!({ "type": "array", "items": entry(name, lang) }),
    };
    if let Some(object) = schema.as_object_mut() {
        object.insert("description".to_owned(), Value::String(description));
    }
    schema
}

fn entry(table: &str, lang: Lang) -> Value {
    let keys = || KEYS.iter().filter(|key| key.table == table);
    let properties: Map<String, Value> = keys()
        .map(|key| {
            let mut schema = form(key.form);
            let code = format!("config-about-{table}-{}", key.name.replace('_', "-"));
            if let Some(object) = schema.as_object_mut() {
                object.insert("description".to_owned(), Value::String(message::text(lang, &code, &[])));
            }
            (key.name.to_owned(), schema)
        })
        .collect();
    let required: Vec<&str> = keys().filter(|key| key.required).map(|key| key.name).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "required": required,
    })
}

fn form(form: Form) -> Value {
    match form {
        Form::Text => json!({ "type": "string", "minLength": 1 }),
        Form::Texts => json!({ "type": "array", "items": { "type": "string", "minLength": 1 } }),
        Form::Day => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        Form::OneOf(names) => json!({ "enum": names }),
        Form::Kind => {
            let kinds = std::iter::once(ANY_CONTRACT).chain(Kind::ALL.iter().map(|kind| kind.name()));
            json!({ "enum": kinds.collect::<Vec<_>>() })
        }
    }
}

/// Facts stand under their dotted names: `outsourcing.cloud` is `cloud` of the table `outsourcing`.
fn profile(lang: Lang) -> Value {
    let mut properties = Map::new();
    properties.insert("name".to_owned(), json!({ "type": "string" }));
    properties.insert(
        "type".to_owned(),
        json!({ "enum": ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "I", "II", "III", "IV", "1", "2", "3", "4", 1, 2, 3, 4] }),
    );
    properties.insert("beds".to_owned(), json!({ "type": "integer", "minimum": 0 }));
    properties.insert(
        "system".to_owned(),
        json!({ "type": "array", "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": { "name": { "type": "string" }, "hosting": { "enum": ["cloud", "on_premises"] } },
        } }),
    );
    for fact in FACTS {
        let code = format!("fact-{}", fact.replace(['.', '_'], "-"));
        let flag = json!({ "type": "boolean", "description": message::text(lang, &code, &[]) });
        match fact.split_once('.') {
            None => {
                properties.insert((*fact).to_owned(), flag);
            }
            Some((group, name)) => {
                let table = properties.entry(group).or_insert_with(
                    || json!({ "type": "object", "additionalProperties": false, "properties": {} }),
                );
                if let Some(inner) = table.pointer_mut("/properties").and_then(Value::as_object_mut) {
                    inner.insert(name.to_owned(), flag);
                }
            }
        }
    }
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}
