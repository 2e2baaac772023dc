//! The fields of the search index, as the build script writes them and the engine reads them.

use crate::model::EntryKind;
use tantivy::schema::{Field, FieldEntry, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Name and weight of the fields of a clause: its own words, those that people type for it (`data/search`), and last
/// those lent from what is tied to it. The order is that of the schema.
const CLAUSE_FIELDS: [(&str, f32); 7] = [
    ("title", 1.8),
    ("keywords", 1.6),
    ("gist", 1.1),
    ("details", 0.6),
    ("heading", 0.7),
    (ASKED, 1.0),
    ("lent", 1.0),
];
const ASKED: &str = "asked";
/// Entries of other kinds are many, and there is one field for all their words: asking it takes a fifth of the time.
const OTHER_FIELDS: [(&str, f32); 1] = [("text", 1.6)];

fn fields_of(kind: EntryKind) -> &'static [(&'static str, f32)] {
    if kind == EntryKind::Clause { &CLAUSE_FIELDS } else { &OTHER_FIELDS }
}

/// A field and how much a hit in it counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WeightedField {
    pub(crate) field: Field,
    pub(crate) weight: f32,
}

/// The schema. Texts arrive cut into grams, so no tokeniser is registered anywhere.
pub(crate) fn schema(kind: EntryKind) -> Schema {
    let mut builder = Schema::builder();
    for (name, _) in fields_of(kind) {
        // Many phrases for a clause say nothing against any of them.
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_fieldnorms(*name != ASKED)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        builder.add_text_field(name, TextOptions::default().set_indexing_options(indexing));
    }
    builder.build()
}

/// The fields of a schema made by [`schema`], in order.
pub(crate) fn fields(schema: &Schema) -> Vec<Field> {
    schema.fields().map(|(field, _)| field).collect()
}

/// The fields with the words that count as an entry's own, how many of them hold its text, and the field with lent words,
/// where there is one.
pub(crate) fn weighted_fields(
    kind: EntryKind,
    schema: &Schema,
) -> (Vec<WeightedField>, usize, Option<WeightedField>) {
    let weighted = |((field, _), (_, weight)): ((Field, &FieldEntry), &(&str, f32))| WeightedField {
        field,
        weight: *weight,
    };
    let mut own: Vec<WeightedField> = schema.fields().zip(fields_of(kind)).map(weighted).collect();
    if kind != EntryKind::Clause {
        let stated = own.len();
        return (own, stated, None);
    }
    let lent = own.pop();
    let stated = own.len().saturating_sub(1);
    (own, stated, lent)
}
