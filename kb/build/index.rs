//! Chapters → the files of a search index, the same bytes in every build.
//!
//! Documents are added in the order of the catalogue, so that the number of a document is the ordinal of its entry and
//! nothing has to be stored. The engine names its one segment at random; it is renamed, so that builds can be compared.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tantivy::directory::{Directory as _, RamDirectory};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexSettings, SingleSegmentIndexWriter, TantivyDocument};

use crate::fields::{schema, weighted_fields};
use crate::load::Catalogue;
use crate::model::{Chapter, Clause};
use crate::words::grams;

const SEGMENT: &str = "00000000000000000000000000000001";
const MEMORY: usize = 32 << 20;

/// Name and content of each file, in order of their names.
pub(crate) fn build(catalogue: &Catalogue) -> tantivy::Result<Vec<(String, Vec<u8>)>> {
    let directory = RamDirectory::create();
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let builder = Index::builder().schema(schema()).settings(settings);
    let mut writer: SingleSegmentIndexWriter<TantivyDocument> =
        builder.single_segment_index_writer(directory.clone(), MEMORY)?;
    for chapter in &catalogue.chapters {
        for clause in &chapter.clauses {
            writer.add_document(document(chapter, clause)?)?;
        }
    }
    files(&writer.finalize()?, &directory)
}

fn document(chapter: &Chapter, clause: &Clause) -> tantivy::Result<TantivyDocument> {
    let section = chapter.section(&clause.section).and_then(|section| section.label()).unwrap_or_default();
    let group = clause.group.as_deref().unwrap_or_default();
    let texts = [
        clause.title.clone(),
        clause.keywords.join("、"),
        clause.gist.clone(),
        clause.details.join("、"),
        format!("{}、{section}、{group}、{}、{}", chapter.title, clause.actor, clause.counterpart.join("、")),
    ];
    let mut document = TantivyDocument::new();
    for (weighted, text) in weighted_fields(&schema())?.into_iter().zip(texts) {
        document.add_pre_tokenized_text(weighted.field, pre_tokenized(text));
    }
    Ok(document)
}

fn pre_tokenized(text: String) -> PreTokenizedString {
    let token =
        |gram: crate::words::Gram| Token { position: gram.position, text: gram.text, ..Token::default() };
    PreTokenizedString { tokens: grams(&text).into_iter().map(token).collect(), text }
}

fn files(index: &Index, directory: &RamDirectory) -> tantivy::Result<Vec<(String, Vec<u8>)>> {
    let paths: BTreeSet<PathBuf> = index.directory().list_managed_files().into_iter().collect();
    let ids = index.searchable_segment_ids()?;
    let random = ids.first().map(|id| id.uuid_string()).unwrap_or_default();
    let mut files = Vec::new();
    for path in paths {
        let mut bytes = directory.atomic_read(&path)?;
        if path == Path::new("meta.json") {
            let text = String::from_utf8_lossy(&bytes).replace(&hyphenated(&random), &hyphenated(SEGMENT));
            bytes = text.into_bytes();
        }
        files.push((path.to_string_lossy().replace(&random, SEGMENT), bytes));
    }
    files.sort();
    Ok(files)
}

/// `meta.json` writes ids with hyphens, file names without.
fn hyphenated(id: &str) -> String {
    let pieces = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)];
    let pieces: Vec<&str> = pieces.iter().filter_map(|(start, end)| id.get(*start..*end)).collect();
    pieces.join("-")
}
