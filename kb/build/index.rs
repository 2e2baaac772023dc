//! Entries → the files of the search indexes, the same bytes in every build.
//!
//! Documents are added in the order of the catalogue, so that the number of a document and the ordinal of its entry differ by a
//! constant and nothing has to be stored. The engine names its one segment at random; it is renamed, so that builds can be compared.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tantivy::directory::{Directory as _, RamDirectory};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexSettings, SingleSegmentIndexWriter, TantivyDocument};

use crate::fields::{fields, schema};
use crate::load::Catalogue;
use crate::model::{EntryData, EntryKind};
use crate::text::{expansions, indexed};
use crate::words::grams;

const SEGMENT: &str = "00000000000000000000000000000001";
const MEMORY: usize = 32 << 20;

/// The index of one kind of entries: its kind, the ordinal of its first entry, and name and content of each file.
pub(crate) type Part = (EntryKind, usize, Vec<(String, Vec<u8>)>);

/// One index for each kind, so that how rare a word is among clauses does not depend on the hundreds of measures.
pub(crate) fn build(catalogue: &Catalogue, asked: &BTreeMap<String, String>) -> tantivy::Result<Vec<Part>> {
    let order = catalogue.order();
    let expansions = expansions(catalogue);
    let mut parts = Vec::new();
    let mut start = 0;
    for positions in order.chunk_by(|a, b| a.kind == b.kind) {
        let entries: Vec<EntryData<'_>> =
            positions.iter().filter_map(|position| catalogue.at(*position)).collect();
        if let Some(kind) = entries.first().map(EntryData::kind) {
            parts.push((kind, start, build_kind(kind, &entries, [asked, &expansions])?));
        }
        start += positions.len();
    }
    Ok(parts)
}

/// Name and content of each file, in order of their names.
fn build_kind(
    kind: EntryKind,
    entries: &[EntryData<'_>],
    added: [&BTreeMap<String, String>; 2],
) -> tantivy::Result<Vec<(String, Vec<u8>)>> {
    let directory = RamDirectory::create();
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let builder = Index::builder().schema(schema(kind)).settings(settings);
    let mut writer: SingleSegmentIndexWriter<TantivyDocument> =
        builder.single_segment_index_writer(directory.clone(), MEMORY)?;
    for entry in entries {
        let added = added.map(|texts| texts.get(entry.head().id).cloned().unwrap_or_default());
        writer.add_document(document(*entry, added))?;
    }
    files(&writer.finalize()?, &directory)
}

/// An entry with the words that people type for it and those lent by what is tied to it.
fn document(entry: EntryData<'_>, added: [String; 2]) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    let own = indexed(entry);
    let texts = match entry.kind() {
        EntryKind::Clause => own.into_iter().chain(added).collect(),
        _ => vec![together(own)],
    };
    for (field, text) in fields(&schema(entry.kind())).into_iter().zip(texts) {
        document.add_pre_tokenized_text(field, pre_tokenized(text));
    }
    document
}

/// All texts in one, title and keywords twice: they say more than the rest.
fn together([title, keywords, gist, details, heading]: [String; 5]) -> String {
    [&title, &keywords, &title, &keywords, &gist, &details, &heading].map(String::as_str).join("、")
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
