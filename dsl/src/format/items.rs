//! Files, concepts and the heads of rules.

use super::members;
use super::patterns::{Place, pattern};
use super::pieces::{Gap, Piece, Writer};
use super::spelling;
use crate::ast::{Concept, File, Item, Rule};

/// Columns by which the rest of a head stands further in, where a comment breaks it.
pub(super) const HEAD: usize = 4;

/// The pieces of a whole file.
pub(super) fn file(file: &File) -> Vec<Piece> {
    let mut out = Writer::default();
    out.word("seki");
    // Without a version there is no file that can be read; the only one there is will do.
    out.token(file.version.as_ref().map_or(1, |version| version.node).to_string());
    for item in &file.items {
        out.gap(Gap::BlankLine);
        write_item(item, &mut out);
    }
    // Comments at the end of the file stand before this.
    out.gap(Gap::KeptBlankLine);
    out.token("");
    out.into_pieces()
}

fn write_item(item: &Item, out: &mut Writer) {
    match item {
        Item::Concept(written) => concept(&["concept"], written, out),
        Item::Extend(written) => concept(&["extend", "concept"], written, out),
        Item::Rule(written) => rule(written, out),
    }
}

fn docs(doc: Option<&str>, out: &mut Writer) {
    for line in doc.into_iter().flat_map(|doc| doc.split('\n')) {
        out.token(spelling::doc(line));
        out.gap(Gap::Break);
    }
}

fn concept(words: &[&str], concept: &Concept, out: &mut Writer) {
    docs(concept.doc.as_deref(), out);
    out.together(2, |out| {
        words.iter().for_each(|word| out.word(word));
        out.word(&concept.name.node);
        out.word("=");
        pattern(&concept.pattern, Place::Whole, out);
    });
}

fn rule(rule: &Rule, out: &mut Writer) {
    docs(rule.doc.as_deref(), out);
    out.together(HEAD, |out| {
        out.word("rule");
        out.word(&rule.id.node);
        if let Some(title) = &rule.title {
            out.word(&spelling::text(&title.node));
        }
        out.token("{");
    });
    out.nested(2, |out| members::all(&rule.members, out));
    out.gap(Gap::Break);
    out.token("}");
}
