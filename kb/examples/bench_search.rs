//! Measures search on judged queries: `cargo run -p kb --release --example bench_search -- queries.jsonl [-v]`.
//!
//! Each line is `{"id", "query", "relevant": {"C-8-5": 2, …}}` with grades 1 and 2. Prints nDCG@10 (gain 2^grade − 1), the
//! share of queries whose first hit has the top grade or any grade, and how long things take.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a tool for developers prints and stops at the first problem"
)]

use std::collections::BTreeMap;
use std::time::Instant;

use kb::Kb;
use kb::search::SearchOptions;

#[derive(serde::Deserialize)]
struct Judged {
    id: String,
    query: String,
    relevant: BTreeMap<String, u32>,
}

fn gain(grades: &[u32]) -> f64 {
    let gains = grades
        .iter()
        .zip(2_u32..)
        .map(|(grade, rank)| (f64::from(1_u32 << grade) - 1.0) / f64::from(rank).log2());
    gains.sum()
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("usage: bench_search QUERIES.jsonl [-v]");
    let verbose = arguments.next().is_some();
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let judged: Vec<Judged> =
        text.lines().map(|line| serde_json::from_str(line).expect("a line is a judged query")).collect();
    let start = Instant::now();
    let kb = Kb::embedded().expect("the embedded data is sound");
    println!("{} µs to decode", start.elapsed().as_micros());
    let start = Instant::now();
    kb.search("鍵", &SearchOptions::default()).expect("the index is sound");
    println!("{} µs to open the index and ask the first query", start.elapsed().as_micros());
    let (mut total, mut first_best, mut first_any) = (0.0, 0, 0);
    for case in &judged {
        let hits = kb.search(&case.query, &SearchOptions::default()).expect("the index is sound");
        let grades: Vec<u32> =
            hits.iter().map(|hit| case.relevant.get(&hit.id).copied().unwrap_or(0)).collect();
        let mut ideal: Vec<u32> = case.relevant.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        ideal.truncate(10);
        let ndcg = gain(&grades) / gain(&ideal);
        total += ndcg;
        let first = grades.first().copied().unwrap_or(0);
        first_any += u32::from(first > 0);
        first_best += u32::from(Some(&first) == ideal.first());
        if verbose {
            println!("{} {ndcg:.3} {}", case.id, case.query);
            for (hit, grade) in hits.iter().zip(&grades) {
                println!("    {grade} {:7.2} {:8} {} | {}", hit.score, hit.id, hit.title, hit.snippet);
            }
        }
    }
    let count = judged.len() as f64;
    println!("nDCG@10 {:.3}", total / count);
    println!(
        "first hit has the top grade {:.3}, any grade {:.3}",
        f64::from(first_best) / count,
        f64::from(first_any) / count
    );
    let start = Instant::now();
    let rounds = 50;
    for _ in 0..rounds {
        for case in &judged {
            let _ = kb.search(&case.query, &SearchOptions::default());
        }
    }
    println!("{:.0} µs a query", start.elapsed().as_micros() as f64 / f64::from(rounds) / count);
}
