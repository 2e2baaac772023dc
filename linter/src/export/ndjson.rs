//! One line of JSON for each entry, and the configuration of the index that Quickwit builds of them.
//!
//! Lines are flat: a search engine has no use for nested records. Japanese has no spaces, so texts are cut into single
//! characters and pairs, as in our own index. All pairs of a query must be there; positions mean nothing to such tokens
//! and are not recorded.

use kb::{Chapter, Entry, EntryData, Kb, Relation, Target};
use serde::Serialize;

use super::ExportError;
use super::row::link;
use crate::entry;
use crate::message::Lang;

/// The name of the index, and of nothing else.
pub const INDEX_ID: &str = "sekisho-kb";

/// How a field is stored and found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    /// One name or number in letters, found as a whole, counted and filtered.
    Name,
    /// Several of them.
    Names,
    /// Running text.
    Text,
    /// Several texts.
    Texts,
    Bool,
    Number,
}

/// The fields of [`Line`], in its order. A test holds both to each other.
const FIELDS: &[(&str, Field)] = &[
    ("id", Field::Name),
    ("kind", Field::Name),
    ("edition", Field::Name),
    ("part", Field::Name),
    ("chapter", Field::Number),
    ("chapter_title", Field::Text),
    ("citation", Field::Text),
    ("title", Field::Text),
    ("gist", Field::Text),
    ("text", Field::Text),
    ("keywords", Field::Texts),
    ("nature", Field::Name),
    ("owner", Field::Name),
    ("strength", Field::Name),
    ("types", Field::Names),
    ("document", Field::Name),
    ("sources", Field::Texts),
    ("own", Field::Bool),
    ("verification", Field::Name),
    ("numbering", Field::Name),
    ("seen_in", Field::Name),
    ("confirmed", Field::Bool),
    ("linked", Field::Names),
    ("links", Field::Names),
];

/// What is searched where a query names no field.
const DEFAULT_FIELDS: &[&str] = &["title", "gist", "text", "keywords", "citation"];

/// One entry.
#[derive(Debug, Serialize)]
struct Line<'a> {
    id: &'a str,
    kind: &'a str,
    edition: Option<&'a str>,
    part: Option<&'a str>,
    chapter: Option<u16>,
    chapter_title: Option<&'a str>,
    citation: String,
    title: &'a str,
    gist: &'a str,
    text: String,
    keywords: &'a [String],
    nature: Option<&'a str>,
    owner: Option<&'a str>,
    strength: Option<&'a str>,
    types: Vec<&'a str>,
    document: Option<&'a str>,
    sources: &'a [String],
    own: bool,
    verification: &'a str,
    numbering: &'a str,
    seen_in: Option<&'a str>,
    confirmed: bool,
    linked: Vec<String>,
    links: Vec<String>,
}

/// All entries, one on each line.
///
/// # Errors
/// A value that has no form in JSON, which none of ours is.
pub fn lines(kb: &Kb, lang: Lang) -> Result<String, ExportError> {
    let mut out = String::new();
    for entry in kb.entries() {
        out.push_str(&serde_json::to_string(&line(entry, lang)).map_err(ExportError::new)?);
        out.push('\n');
    }
    Ok(out)
}

fn line(entry: Entry<'_>, lang: Lang) -> Line<'_> {
    let chapter = chapter(entry);
    let verification = entry.verification();
    let links = entry.links();
    Line {
        id: entry.id(),
        kind: entry.kind().as_str(),
        edition: entry.edition(),
        part: chapter.map(|chapter| chapter.part.as_str()),
        chapter: chapter.map(|chapter| chapter.chapter),
        chapter_title: chapter.map(|chapter| chapter.title.as_str()),
        citation: entry.citation(),
        title: entry.title(),
        gist: entry.gist(),
        text: text(entry, lang),
        keywords: entry.keywords(),
        nature: entry.nature(),
        owner: entry.owner().map(|owner| owner.as_str()),
        strength: entry.strength().map(|strength| strength.as_str()),
        types: types(entry),
        document: entry.document().map(|document| document.id()),
        sources: entry.sources(),
        own: entry.is_own(),
        verification: verification.content.as_str(),
        numbering: verification.numbering.as_str(),
        seen_in: verification.seen_in.map(|seen_in| seen_in.as_str()),
        confirmed: entry.is_confirmed(),
        linked: links.iter().map(|link| link.target.id().into_owned()).collect(),
        links: links.iter().map(link).collect(),
    }
}

/// The chapter of a clause; of what carries out or asks for one, the chapter of the first.
fn chapter(entry: Entry<'_>) -> Option<&Chapter> {
    if let Some(clause) = entry.as_clause() {
        return Some(clause.chapter());
    }
    let wanted = |relation| matches!(relation, Relation::Implements | Relation::AsksFor);
    entry.links().iter().filter(|link| wanted(link.relation)).find_map(|link| match link.target {
        Target::Entry(entry) => entry.as_clause().map(|clause| clause.chapter()),
        Target::Place(place) => Some(place.chapter),
    })
}

fn types(entry: Entry<'_>) -> Vec<&'static str> {
    let types = match (entry.as_clause(), entry.data()) {
        (Some(clause), _) => clause.applies_to(),
        (None, EntryData::Audience(audience)) => &audience.types,
        _ => &[],
    };
    types.iter().map(|pattern| pattern.numeral()).collect()
}

/// Everything else that is said of an entry, as one text.
fn text(entry: Entry<'_>, lang: Lang) -> String {
    let facts = entry::facts(entry, lang);
    let told = facts.iter().map(|fact| format!("{}: {}", fact.label, fact.values.join(" / ")));
    entry.details().iter().cloned().chain(told).collect::<Vec<_>>().join("\n")
}

/// The configuration of the index.
pub fn index_config() -> String {
    let mut out = String::from(HEAD);
    for (name, field) in FIELDS {
        out.push_str(&format!("    - name: {name}\n{}", mapping(*field)));
    }
    out.push_str("  tag_fields: [kind, part]\nsearch_settings:\n  default_search_fields: [");
    out.push_str(&DEFAULT_FIELDS.join(", "));
    out.push_str("]\n");
    out
}

const HEAD: &str = "\
# The index of the lines in entries.ndjson, for Quickwit 0.7 and later:
#   quickwit index create --index-config index-config.yaml
#   quickwit tool local-ingest --index sekisho-kb --input-path entries.ndjson
# Texts are cut into characters and pairs, because Japanese has no spaces. Such tokens have no positions:
# a query finds the entries that have all of its pairs.
version: 0.7
index_id: sekisho-kb
doc_mapping:
  mode: strict
  tokenizers:
    - name: japanese_pairs
      type: ngram
      min_gram: 1
      max_gram: 2
      prefix_only: false
      filters: [lower_caser]
  field_mappings:
";

fn mapping(field: Field) -> &'static str {
    match field {
        Field::Name => "      type: text\n      tokenizer: raw\n      fast: true\n",
        Field::Names => "      type: array<text>\n      tokenizer: raw\n      fast: true\n",
        Field::Text => {
            "      type: text\n      tokenizer: japanese_pairs\n      record: freq\n      fieldnorms: true\n"
        }
        Field::Texts => {
            "      type: array<text>\n      tokenizer: japanese_pairs\n      record: freq\n      fieldnorms: true\n"
        }
        Field::Bool => "      type: bool\n      fast: true\n",
        Field::Number => "      type: u64\n      fast: true\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn fits(field: Field, value: &Value) -> bool {
        let strings = || value.as_array().is_some_and(|list| list.iter().all(Value::is_string));
        match field {
            _ if value.is_null() => matches!(field, Field::Name | Field::Text | Field::Number),
            Field::Name | Field::Text => value.is_string(),
            Field::Names | Field::Texts => strings(),
            Field::Bool => value.is_boolean(),
            Field::Number => value.is_u64(),
        }
    }

    #[test]
    fn every_line_has_the_fields_of_the_index_in_their_types() {
        let kb = Kb::embedded().unwrap();
        let text = lines(kb, Lang::Ja).unwrap();
        assert_eq!(text.lines().count(), kb.entries().count());
        let wanted: std::collections::BTreeSet<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
        for line in text.lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            let record = value.as_object().unwrap();
            assert_eq!(record.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(), wanted);
            for (name, field) in FIELDS {
                assert!(fits(*field, &record[*name]), "{name}: {line}");
            }
        }
    }

    #[test]
    fn the_configuration_names_the_fields_that_are_written() {
        let config = index_config();
        let named: Vec<&str> =
            config.lines().filter_map(|line| line.strip_prefix("    - name: ")).skip(1).collect();
        assert_eq!(named, FIELDS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        assert!(DEFAULT_FIELDS.iter().all(|name| named.contains(name)));
        assert!(config.contains(&format!("index_id: {INDEX_ID}\n")));
    }
}
