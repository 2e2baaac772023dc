//! Search on judged queries: what is committed in `tests/search` must not get worse.

use std::collections::BTreeMap;

use kb::search::SearchOptions;
use kb::{EntryKind, Kb};

#[derive(serde::Deserialize)]
struct Judged {
    query: String,
    relevant: BTreeMap<String, u32>,
}

/// The figure of this commit, less a little: other data move it by as much.
const FLOOR: f64 = 0.91;

fn gain(grades: &[u32]) -> f64 {
    let gains = grades.iter().zip(2_u32..);
    gains.map(|(grade, rank)| (f64::from(1_u32 << grade) - 1.0) / f64::from(rank).log2()).sum()
}

fn ndcg(judged: &Judged) -> f64 {
    let options = SearchOptions::of_kind(EntryKind::Clause, 10);
    let hits = Kb::embedded().unwrap().search(&judged.query, &options).unwrap().hits;
    let grades: Vec<u32> =
        hits.iter().map(|hit| judged.relevant.get(&hit.id).copied().unwrap_or(0)).collect();
    let mut ideal: Vec<u32> = judged.relevant.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    ideal.truncate(10);
    gain(&grades) / gain(&ideal)
}

#[test]
fn clauses_are_found_by_what_people_type() {
    let text = include_str!("../../../tests/search/queries.jsonl");
    let judged: Vec<Judged> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mean = judged.iter().map(ndcg).sum::<f64>() / judged.len() as f64;
    assert!(mean >= FLOOR, "nDCG@10 is {mean:.3}, the floor {FLOOR}");
}
