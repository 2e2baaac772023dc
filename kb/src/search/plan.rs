//! A word → a query of the engine.
//!
//! Each word is scored by the best of the fields.

use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, PhraseQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::fields::WeightedField;
use crate::words::whole_word;

/// How much the second best field adds.
const TIE: f32 = 0.3;

/// Any one or two characters, wherever they stand; a whole word is better than letters inside another.
pub(super) fn exact(gram: &str, fields: &[WeightedField]) -> Box<dyn Query> {
    let anywhere = best_field(fields, |field| term(field, gram));
    let whole = best_field(fields, |field| term(field, &whole_word(gram)));
    Box::new(BooleanQuery::union(vec![anywhere, whole]))
}

/// The word as it is, in the best field.
pub(super) fn whole(text: &str, fields: &[WeightedField]) -> Box<dyn Query> {
    best_field(fields, |field| phrase(field, text))
}

/// Any pairs of neighbouring characters of the word.
pub(super) fn pieces(text: &str, fields: &[WeightedField]) -> Box<dyn Query> {
    let pairs = pairs(text).into_iter().map(|pair| best_field(fields, |field| term(field, &pair)));
    Box::new(BooleanQuery::union(pairs.collect()))
}

fn best_field(fields: &[WeightedField], query: impl Fn(&WeightedField) -> Box<dyn Query>) -> Box<dyn Query> {
    let queries = fields.iter().map(|field| boost(query(field), field.weight)).collect();
    Box::new(DisjunctionMaxQuery::with_tie_breaker(queries, TIE))
}

fn phrase(field: &WeightedField, text: &str) -> Box<dyn Query> {
    if text.chars().all(|c| c.is_ascii_alphanumeric()) {
        return term(field, &whole_word(text));
    }
    let pairs = pairs(text);
    match pairs.as_slice() {
        [] => term(field, text),
        [pair] => term(field, pair),
        pairs => {
            let terms: Vec<Term> =
                pairs.iter().map(|pair| Term::from_field_text(field.field, pair)).collect();
            // A phrase is scored like the sum of its pairs, which overlap: a long word would outweigh three short ones.
            let overlap = (pairs.len() as f32).sqrt().recip();
            boost(Box::new(PhraseQuery::new(terms)), overlap)
        }
    }
}

fn term(field: &WeightedField, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field.field, text), IndexRecordOption::WithFreqs))
}

fn boost(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

/// All neighbours in a word.
pub(super) fn pairs(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).map(|pair| pair.iter().collect()).collect()
}
