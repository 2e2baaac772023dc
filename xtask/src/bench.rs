//! `cargo xtask bench`: how long a person waits for `sekisho` on one contract, and for one clause.

use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::root;
use crate::tools::{self, cargo, program, succeeds};

const COMMANDS: &[&[&str]] = &[&["lint", "examples/karte-hoshu-keiyaku.docx"], &["show", "C-8-5"]];
const WARMUP: usize = 3;
const RUNS: usize = 30;

/// Builds the release binary and measures it, with hyperfine where there is one.
///
/// # Errors
/// The build fails or the binary cannot be started.
pub(crate) fn run() -> Result<()> {
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
