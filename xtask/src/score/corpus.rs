//! Documents with labels: `dev.jsonl` beside a folder `dev`, or `*.labels.json` beside `*.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// A document and what a careful reader says of it.
pub(super) struct Labelled {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) labels: BTreeMap<String, Label>,
}

/// The label of one topic.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Label {
    pub(super) status: String,
    #[serde(rename = "where")]
    pub(super) place: Option<String>,
    pub(super) evidence: Option<String>,
    pub(super) note: Option<String>,
}

/// A line of `dev.jsonl`, or a `.labels.json`.
#[derive(Debug, Deserialize)]
struct Entry {
    doc_id: Option<String>,
    split: Option<String>,
    kind: String,
    source: Option<Source>,
    /// None for documents that serve other purposes.
    labels: Option<BTreeMap<String, Label>>,
}

#[derive(Debug, Deserialize)]
struct Source {
    repo: Option<String>,
}

/// All labelled documents of a folder, sorted as they are listed.
///
/// # Errors
/// A file cannot be read, or a document is on the list of those kept for judging.
pub(super) fn load(folder: &Path) -> Result<Vec<Labelled>> {
    let kept = kept_for_judging(folder)?;
    let list = folder.join("dev.jsonl");
    let entries = if list.is_file() { from_list(folder, &list)? } else { from_label_files(folder)? };
    if entries.is_empty() {
        bail!("no labelled documents in {}", folder.display());
    }
    let mut documents = Vec::new();
    for (id, entry, path) in entries {
        refuse_kept(&id, &entry, &kept)?;
        let Some(labels) = entry.labels else { continue };
        if !path.is_file() {
            println!("{id}: the text is not here, left out");
            continue;
        }
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        documents.push(Labelled { id, kind: entry.kind, text, labels });
    }
    Ok(documents)
}

fn from_list(folder: &Path, list: &Path) -> Result<Vec<(String, Entry, PathBuf)>> {
    let mut entries = Vec::new();
    for (number, line) in std::fs::read_to_string(list)?.lines().enumerate() {
        let entry: Entry =
            serde_json::from_str(line).with_context(|| format!("{}:{}", list.display(), number + 1))?;
        let id = entry.doc_id.clone().unwrap_or_default();
        let split = entry.split.clone().unwrap_or_else(|| "dev".to_owned());
        let path = folder.join(split).join(format!("{id}.txt"));
        entries.push((id, entry, path));
    }
    Ok(entries)
}

fn from_label_files(folder: &Path) -> Result<Vec<(String, Entry, PathBuf)>> {
    let mut entries = Vec::new();
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(id) = name.strip_suffix(".labels.json") else { continue };
        let text = std::fs::read_to_string(&path)?;
        let entry = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
        entries.push((id.to_owned(), entry, folder.join(format!("{id}.txt"))));
    }
    Ok(entries)
}

fn kept_for_judging(folder: &Path) -> Result<BTreeSet<String>> {
    let list = folder.join("exclude.sha256");
    if !list.is_file() {
        return Ok(BTreeSet::new());
    }
    Ok(std::fs::read_to_string(list)?.lines().map(|line| line.trim().to_owned()).collect())
}

/// Rules must not be written with a view to the documents that judge them.
fn refuse_kept(id: &str, entry: &Entry, kept: &BTreeSet<String>) -> Result<()> {
    let Some(repository) = entry.source.as_ref().and_then(|source| source.repo.as_ref()) else {
        return Ok(());
    };
    let hash = linter::digest::hex(&Sha256::digest(repository.to_lowercase()));
    if kept.contains(&hash) {
        bail!("{id} comes from a source that is kept for judging; take it out of the corpus");
    }
    Ok(())
}
