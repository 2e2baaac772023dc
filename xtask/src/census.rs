//! `cargo xtask census`: what the trees of a folder of documents hold, and how that compares with counts by eye.
//!
//! Prints counts and printed numbers by document, no text. With `--counts` each field is compared with what a reader
//! counted; every difference is listed together with the reader's note, since a text may have two defensible readings.

mod count;
mod eye;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use linter::read::{ReadOptions, read_document};

use count::Census;
use eye::Counted;

/// What to count.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[arg(long, value_name = "DIR", help = "文書のフォルダー(下のフォルダーも見ます)")]
    corpus: PathBuf,
    #[arg(long, value_name = "FILE", help = "目で数えた結果(1 行 1 文書の JSON)")]
    counts: Option<PathBuf>,
}

/// Counts a corpus and prints the table.
///
/// # Errors
/// The folder or the file of counts cannot be read.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut paths = Vec::new();
    collect(&options.corpus, &mut paths)?;
    if paths.is_empty() {
        bail!("no documents in {}", options.corpus.display());
    }
    let mut found = Vec::new();
    for path in &paths {
        let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
        let name = path.to_string_lossy();
        let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match read_document(&bytes, &name, &ReadOptions::default()) {
            Ok(document) => found.push((id, count::census(&document))),
            Err(error) => println!("{id}: {error}"),
        }
    }
    table(&found);
    if let Some(file) = &options.counts {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        compare(&found, &eye::parse(&text)?);
    }
    Ok(())
}

/// Documents below a folder, sorted by path.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "docx") {
            paths.push(path);
        }
    }
    Ok(())
}

fn table(found: &[(String, Census)]) {
    println!(
        "{:<42}title  chap  art  para  item   sub table suppl  app  toc head  printed article numbers",
        ""
    );
    for (id, census) in found {
        let Census { title, chapters, paragraphs, items, subitems, tables, .. } = census;
        println!(
            "{id:<42}{:>5} {chapters:>5}{:>5} {paragraphs:>5} {items:>5} {subitems:>5} {tables:>5} {:>5} {:>4} {:>4} {:>4}  {}{}",
            yes(*title),
            census.articles.len(),
            census.supplementary,
            census.appendices,
            yes(census.toc),
            census.headings,
            census.articles.join(" "),
            if census.incomplete { "  (incomplete)" } else { "" },
        );
    }
}

fn yes(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

fn compare(found: &[(String, Census)], counted: &[Counted]) {
    println!("\ndifferences from the counts by eye");
    let (mut documents, mut on_articles, mut on_all) = (0, 0, 0);
    let mut fields: Vec<(&str, usize)> = Vec::new();
    for (id, census) in found {
        let Some(eye) = counted.iter().find(|counted| counted.id == *id) else { continue };
        documents += 1;
        let differences = eye.differences(census);
        on_articles += usize::from(eye.articles == census.articles);
        on_all += usize::from(differences.is_empty());
        for difference in &differences {
            println!("  {id}: {} {} (by eye {})", difference.field, difference.found, difference.counted);
            match fields.iter_mut().find(|(field, _)| *field == difference.field) {
                Some((_, count)) => *count += 1,
                None => fields.push((difference.field, 1)),
            }
        }
        if !differences.is_empty() && !eye.notes.is_empty() {
            println!("      reader: {}", eye.notes);
        }
    }
    println!("\n{documents} documents: {on_articles} equal on articles, {on_all} equal on all fields");
    let fields: Vec<String> = fields.iter().map(|(field, count)| format!("{field} {count}")).collect();
    println!("differing documents by field: {}", fields.join(", "));
}
