//! What a search costs once the knowledge base is open: `cargo bench -p kb --bench search`.

#![expect(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

use divan::{Bencher, black_box};
use kb::search::{Filter, SearchOptions};
use kb::{EntryKind, Kb};

const QUERIES: &[&str] = &[
    "鍵",
    "二要素認証",
    "退職者のIDを消す手順",
    "ベンダーがリモート保守で使う回線",
    "ばっくあっぷ",
    "二要素忍証",
];

fn main() {
    divan::main();
}

fn ask(query: &str, options: &SearchOptions) -> usize {
    let kb = Kb::embedded().expect("the embedded data are sound");
    kb.search(query, options).expect("the index is sound").hits.len()
}

/// Clauses alone.
#[divan::bench(args = QUERIES)]
fn clauses(bencher: Bencher<'_, '_>, query: &str) {
    let options = SearchOptions::of_kind(EntryKind::Clause, 10);
    ask(query, &options);
    bencher.bench(|| ask(black_box(query), &options));
}

/// Without a kind: clauses first, and what there is of other kinds.
#[divan::bench(args = QUERIES)]
fn everything(bencher: Bencher<'_, '_>, query: &str) {
    let options = SearchOptions::default();
    ask(query, &options);
    bencher.bench(|| ask(black_box(query), &options));
}

/// A filter without words.
#[divan::bench]
fn listing(bencher: Bencher<'_, '_>) {
    let filter = Filter {
        kinds: vec![EntryKind::Control],
        document: Some("JAHIS-09-001".to_owned()),
        ..Filter::default()
    };
    let options = SearchOptions { filter, limit: 200 };
    bencher.bench(|| ask("", &options));
}
