//! `cargo xtask bench search`: how good the answers are, beside three other engines over the same clauses.
//!
//! SQLite FTS5 with trigrams, MiniSearch and Pagefind, each set up as its documentation says for Japanese, get the same
//! title, gist, details and keywords of each clause and the same queries. nDCG@10 is computed with gain 2^grade − 1.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Args;
use serde::Deserialize;

use crate::root;
use crate::tools::{self, cargo, program};

const QUERIES: &str = "tests/search/queries.jsonl";
const KINDS: &str = "tests/search/kinds.jsonl";
const DEPTH: usize = 10;
const SCRIPTS: [(&str, &str); 3] = [
    ("fts5.py", include_str!("peers/fts5.py")),
    ("minisearch.mjs", include_str!("peers/minisearch.mjs")),
    ("pagefind.mjs", include_str!("peers/pagefind.mjs")),
];
const PACKAGES: [&str; 2] = ["minisearch@7.2.0", "pagefind@1.6.0"];

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[arg(long, value_name = "FILE", help = "ほかの問いの組(queries.jsonl と同じ形)も量る")]
    queries: Vec<PathBuf>,
    #[arg(long, help = "うまくいかなかった問いを1件ずつ表示する")]
    verbose: bool,
    #[arg(long, help = "ほかの検索エンジンと比べない")]
    alone: bool,
}

/// A judged query.
#[derive(Debug, Clone, Deserialize)]
struct Query {
    id: String,
    query: String,
    #[serde(default)]
    set: Option<String>,
    relevant: Grades,
}

/// Entries with their grades, or all of grade 1.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Grades {
    Graded(BTreeMap<String, u32>),
    Plain(Vec<String>),
}

impl Grades {
    fn of(&self, id: &str) -> u32 {
        match self {
            Self::Graded(grades) => grades.get(id).copied().unwrap_or_default(),
            Self::Plain(ids) => u32::from(ids.iter().any(|known| known == id)),
        }
    }

    fn all(&self) -> Vec<u32> {
        match self {
            Self::Graded(grades) => grades.values().copied().collect(),
            Self::Plain(ids) => vec![1; ids.len()],
        }
    }
}

/// What an engine found: query → ids, best first.
type Ranks = BTreeMap<String, Vec<String>>;

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    ids: Vec<String>,
    #[serde(default)]
    mixed: Vec<String>,
}

/// Asks every engine and prints a table.
///
/// # Errors
/// A query file cannot be read, or an engine cannot be built or started.
pub(crate) fn run(options: &Options) -> Result<()> {
    let bench = Bench::prepare(options)?;
    let mut files = vec![root().join(QUERIES)];
    files.extend(options.queries.iter().cloned());
    println!("| 問いの組 | 検索 | 件数 | nDCG@10 | 1位が当たり |\n|---|---|---:|---:|---:|");
    for file in &files {
        let queries = read(file)?;
        let mut engines = bench.ours(file)?;
        if !options.alone {
            engines.extend(bench.peers(file)?);
        }
        for set in sets(&queries) {
            for (name, ranks) in &engines {
                print_score(&set, name, &of_set(&queries, &set), ranks);
            }
        }
        if let (true, Some((_, ranks))) = (options.verbose, engines.first()) {
            print_failures(&queries, ranks);
        }
    }
    let kinds = root().join(KINDS);
    let (queries, engines) = (read(&kinds)?, bench.ours(&kinds)?);
    if let Some((name, ranks)) = engines.first() {
        print_score("kinds", name, &queries, ranks);
    }
    Ok(())
}

/// The scratch folder with everything in place.
struct Bench {
    folder: PathBuf,
    example: PathBuf,
}

impl Bench {
    fn prepare(options: &Options) -> Result<Self> {
        let example =
            ["build", "--release", "--package", "kb", "--features", "search", "--example", "search_ranks"];
        tools::run(&mut cargo(&example))?;
        let target = std::env::var("CARGO_TARGET_DIR")
            .map_or_else(|_| root().join("target"), |folder| root().join(folder));
        let folder = target.join("bench-search");
        std::fs::create_dir_all(&folder)?;
        let name = format!("search_ranks{}", std::env::consts::EXE_SUFFIX);
        let bench = Self { folder, example: target.join("release/examples").join(name) };
        std::fs::write(bench.path("entries.jsonl"), bench.ask(&["entries"])?)?;
        for (name, text) in SCRIPTS {
            std::fs::write(bench.path(name), text)?;
        }
        if !options.alone {
            std::fs::write(bench.path("package.json"), r#"{"private": true, "type": "module"}"#)?;
            let args = ["install", "--silent", "--no-audit", "--no-fund", PACKAGES[0], PACKAGES[1]];
            tools::run(program("npm", &args).current_dir(&bench.folder))?;
        }
        Ok(bench)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn ask(&self, args: &[&str]) -> Result<String> {
        output(&self.example.display().to_string(), args, &self.folder)
    }

    /// Search among clauses alone, and as it is without a kind.
    fn ours(&self, queries: &Path) -> Result<Vec<(&'static str, Ranks)>> {
        let lines = lines(&self.ask(&["ranks", &queries.display().to_string()])?)?;
        let alone = lines.iter().map(|line| (line.id.clone(), line.ids.clone())).collect();
        let mixed = lines.into_iter().map(|line| (line.id, line.mixed)).collect();
        Ok(vec![("Sekisho", alone), ("Sekisho(種類を問わない)", mixed)])
    }

    fn peers(&self, queries: &Path) -> Result<Vec<(&'static str, Ranks)>> {
        let queries = queries.display().to_string();
        let site = self.path("site").display().to_string();
        let peers = [
            ("SQLite FTS5 trigram", "python3", vec!["fts5.py", "entries.jsonl", &queries]),
            ("MiniSearch", "node", vec!["minisearch.mjs", "entries.jsonl", &queries]),
            ("Pagefind", "node", vec!["pagefind.mjs", "entries.jsonl", &queries, &site]),
        ];
        let ask = |(name, engine, args): (&'static str, &str, Vec<&str>)| {
            let found = lines(&output(engine, &args, &self.folder)?)?;
            Ok((name, found.into_iter().map(|line| (line.id, line.ids)).collect()))
        };
        peers.into_iter().map(ask).collect()
    }
}

fn output(name: &str, args: &[&str], folder: &Path) -> Result<String> {
    let output = program(name, args).current_dir(folder).output();
    let output = output.with_context(|| format!("`{name}` cannot be started"))?;
    anyhow::ensure!(output.status.success(), "`{name}`: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn lines(text: &str) -> Result<Vec<Line>> {
    let lines = text.lines().filter(|line| line.starts_with('{'));
    lines.map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn read(path: &Path) -> Result<Vec<Query>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn sets(queries: &[Query]) -> Vec<String> {
    let mut sets: Vec<String> = queries.iter().map(set_of).collect();
    sets.sort();
    sets.dedup();
    sets
}

fn set_of(query: &Query) -> String {
    query.set.clone().unwrap_or_else(|| "-".to_owned())
}

fn of_set(queries: &[Query], set: &str) -> Vec<Query> {
    queries.iter().filter(|query| set_of(query) == set).cloned().collect()
}

fn print_score(set: &str, name: &str, queries: &[Query], ranks: &Ranks) {
    let count = queries.len().max(1) as f64;
    let ndcg = queries.iter().map(|query| ndcg(query, ranks)).sum::<f64>() / count;
    let first = queries.iter().filter(|query| grades(query, ranks).first().is_some_and(|grade| *grade > 0));
    println!("| {set} | {name} | {} | {ndcg:.3} | {:.3} |", queries.len(), first.count() as f64 / count);
}

fn print_failures(queries: &[Query], ranks: &Ranks) {
    println!();
    for query in queries.iter().filter(|query| ndcg(query, ranks) < 0.9) {
        let found = ranks.get(&query.id).map(|ids| ids.join(" ")).unwrap_or_default();
        println!("- {} {} {:.3}: {found}", query.id, query.query, ndcg(query, ranks));
    }
    println!();
}

fn grades(query: &Query, ranks: &Ranks) -> Vec<u32> {
    let ids = ranks.get(&query.id).map(Vec::as_slice).unwrap_or_default();
    ids.iter().take(DEPTH).map(|id| query.relevant.of(id)).collect()
}

fn ndcg(query: &Query, ranks: &Ranks) -> f64 {
    let mut ideal = query.relevant.all();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    ideal.truncate(DEPTH);
    gain(&grades(query, ranks)) / gain(&ideal).max(f64::MIN_POSITIVE)
}

fn gain(grades: &[u32]) -> f64 {
    let discounted = |(grade, rank): (&u32, u32)| (f64::from(1_u32 << grade) - 1.0) / f64::from(rank).log2();
    grades.iter().zip(2..).map(discounted).sum()
}
