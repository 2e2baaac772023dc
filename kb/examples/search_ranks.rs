//! What search finds, for `cargo xtask bench search`, which scores it beside other engines.
//!
//! `search_ranks entries` prints the clauses as JSON lines, one document each; `search_ranks ranks QUERIES.jsonl` reads
//! lines with `id`, `query` and, where it is not about clauses, `kind`, and prints for each the ids of the first ten hits,
//! of that kind and of all kinds.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a tool for developers prints and stops at the first problem"
)]

use std::time::Instant;

use kb::search::SearchOptions;
use kb::{EntryKind, Kb};
use serde_json::json;

#[derive(serde::Deserialize)]
struct Query {
    id: String,
    query: String,
    #[serde(default)]
    kind: Option<String>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let kb = Kb::embedded().expect("the embedded data is sound");
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["entries"] => entries(kb),
        ["ranks", path] => ranks(kb, path),
        _ => println!("usage: search_ranks entries | ranks QUERIES.jsonl"),
    }
}

fn entries(kb: &Kb) {
    for clause in kb.clauses() {
        let line = json!({
            "id": clause.id(),
            "title": clause.title(),
            "gist": clause.gist(),
            "details": clause.details().join("\n"),
            "keywords": clause.keywords().join("\n"),
        });
        println!("{line}");
    }
}

fn ranks(kb: &Kb, path: &str) {
    let text = std::fs::read_to_string(path).expect("the file can be read");
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let query: Query = serde_json::from_str(line).expect("a line is a query");
        let kind = query.kind.as_deref().map_or(Some(EntryKind::Clause), EntryKind::from_name);
        let options = SearchOptions::of_kind(kind.expect("a kind of entry"), 10);
        let since = Instant::now();
        let found = kb.search(&query.query, &options).expect("the index is sound");
        let micros = since.elapsed().as_micros();
        let mixed = kb.search(&query.query, &SearchOptions::default()).expect("the index is sound");
        let ids = |hits: &[kb::search::Hit]| hits.iter().map(|hit| hit.id.clone()).collect::<Vec<_>>();
        let line = json!({
            "id": query.id,
            "ids": ids(&found.hits),
            "mixed": ids(&mixed.hits),
            "micros": u64::try_from(micros).unwrap_or(u64::MAX),
        });
        println!("{line}");
    }
}
