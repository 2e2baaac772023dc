//! The fields of the search index, as the build script writes them and the engine reads them.

use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Name and weight of each field. The order is that of the schema.
const FIELDS: [(&str, f32); 5] =
    [("title", 2.4), ("keywords", 2.2), ("gist", 1.3), ("details", 0.6), ("heading", 0.7)];

/// A field and how much a hit in it counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WeightedField {
    pub(crate) field: Field,
    pub(crate) weight: f32,
}

/// The schema. Texts arrive cut into grams, so no tokeniser is registered anywhere.
pub(crate) fn schema() -> Schema {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing);
    let mut builder = Schema::builder();
    for (name, _) in FIELDS {
        builder.add_text_field(name, options.clone());
    }
    builder.build()
}

/// The fields of a schema made by [`schema`].
pub(crate) fn weighted_fields(schema: &Schema) -> tantivy::Result<[WeightedField; 5]> {
    let mut fields = [WeightedField { field: Field::from_field_id(0), weight: 0.0 }; 5];
    for (slot, (name, weight)) in fields.iter_mut().zip(FIELDS) {
        *slot = WeightedField { field: schema.get_field(name)?, weight };
    }
    Ok(fields)
}
