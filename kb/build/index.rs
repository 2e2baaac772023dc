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
use crate::model::EntryData;
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
    for entry in catalogue.order().into_iter().filter_map(|position| catalogue.at(position)) {
        writer.add_document(document(entry)?)?;
    }
    files(&writer.finalize()?, &directory)
}

fn document(entry: EntryData<'_>) -> tantivy::Result<TantivyDocument> {
    let texts = texts(entry);
    let mut document = TantivyDocument::new();
    for (weighted, text) in weighted_fields(&schema())?.into_iter().zip(texts) {
        document.add_pre_tokenized_text(weighted.field, pre_tokenized(text));
    }
    Ok(document)
}

/// Title, keywords, gist, details, heading: what is indexed of an entry.
fn texts(entry: EntryData<'_>) -> [String; 5] {
    let head = entry.head();
    let (mut keywords, mut details) = (head.keywords.to_vec(), head.details.to_vec());
    let mut heading: Vec<&str> = Vec::new();
    match entry {
        EntryData::Clause { clause, chapter } => {
            let section = chapter.section(&clause.section).and_then(|section| section.label());
            heading.extend([chapter.title.as_str(), section.unwrap_or_default()]);
            heading.extend([clause.group.as_deref().unwrap_or_default(), &clause.actor]);
            heading.extend(clause.counterpart.iter().map(String::as_str));
        }
        EntryData::Control(control) => {
            details.extend(control.evidence.iter().chain(&control.drift).cloned());
            heading.extend(control.number.as_deref());
        }
        EntryData::Checklist(item) => {
            details.extend(item.label.clone());
            heading.extend(
                [Some(item.number.as_str()), item.group.as_deref(), item.scope.as_deref()].iter().flatten(),
            );
        }
        EntryData::Agreement(item) => {
            heading.extend([Some(item.number.as_str()), item.group.as_deref()].iter().flatten());
        }
        EntryData::Comment(comment) => {
            details.push(comment.reply.clone());
            heading.push(&comment.chapter);
        }
        EntryData::Change { change, .. } => {
            heading.extend(change.before.iter().chain(&change.after).map(String::as_str));
        }
        EntryData::Reference(reference) => {
            keywords.extend(reference.reading.clone());
            heading.push(&reference.issuer);
        }
        EntryData::Term(term) => {
            keywords.push(term.reading.clone());
            keywords.extend(term.english.iter().chain(&term.synonyms).chain(&term.colloquial).cloned());
        }
        EntryData::Audience(audience) => heading.push(&audience.role),
        EntryData::Practice { practice, set } => {
            heading.push(&set.set_title);
            heading.extend(practice.audience.iter().map(String::as_str));
        }
        EntryData::Form(form) => details.extend(form.columns.iter().chain(&form.rules).cloned()),
    }
    [head.title.to_owned(), keywords.join("、"), head.gist.to_owned(), details.join("、"), heading.join("、")]
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
