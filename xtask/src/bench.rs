//! `cargo xtask bench`: how long a person waits for `sekisho` on one contract, for one clause and for a search; and
//! `bench search`: how good the answers of search are.

mod search;

use std::time::Instant;

use anyhow::{Context as _, Result};
use clap::{Args, Subcommand};

use crate::root;
use crate::tools::{self, cargo, program, succeeds};

const COMMANDS: &[&[&str]] =
    &[&["lint", "examples/karte-hoshu-keiyaku.docx"], &["show", "C-8-5"], &["search", "二要素認証"]];
const WARMUP: usize = 3;
const RUNS: usize = 30;

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "検索の当たり具合を、ほかの検索エンジンと比べる")]
    Search(search::Options),
}

/// Measures what was asked for.
///
/// # Errors
/// Something cannot be built or started.
pub(crate) fn run(options: &Options) -> Result<()> {
    match &options.what {
        Some(What::Search(options)) => search::run(options),
        None => speed(),
    }
}

/// Builds the release binary and measures it, with hyperfine where there is one.
///
/// # Errors
/// The build fails or the binary cannot be started.
fn speed() -> Result<()> {
    tools::run(&mut cargo(&["build", "--release", "--package", "cli"]))?;
    let target = std::env::var("CARGO_TARGET_DIR")
        .map_or_else(|_| root().join("target"), |folder| root().join(folder));
    let binary = target.join("release").join(format!("sekisho{}", std::env::consts::EXE_SUFFIX));
    let binary = binary.display().to_string();
    if succeeds(&mut program("hyperfine", &["--version"])) {
        let lines: Vec<String> =
            COMMANDS.iter().map(|words| format!("{binary} {}", words.join(" "))).collect();
        let mut args = vec!["--shell=none", "--ignore-failure", "--warmup", "3"];
        args.extend(lines.iter().map(String::as_str));
        return tools::run(&mut program("hyperfine", &args));
    }
    for words in COMMANDS {
        measure(&binary, words)?;
    }
    Ok(())
}

fn measure(binary: &str, words: &[&str]) -> Result<()> {
    let mut times = Vec::new();
    for round in 0..WARMUP + RUNS {
        let since = Instant::now();
        program(binary, words).output().with_context(|| format!("`{binary}` cannot be started"))?;
        if round >= WARMUP {
            times.push(since.elapsed().as_secs_f64() * 1000.0);
        }
    }
    let mean = times.iter().sum::<f64>() / RUNS as f64;
    let variance = times.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / RUNS as f64;
    println!("sekisho {}: mean {mean:.1} ms, σ {:.1} ms ({RUNS} runs)", words.join(" "), variance.sqrt());
    Ok(())
}
