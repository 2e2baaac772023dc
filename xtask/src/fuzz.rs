//! `cargo xtask fuzz`: libFuzzer on every door of the program, from the fixtures as seeds. Not part of `test`: it takes
//! as long as it is given.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::root;
use crate::tools::{self, program, succeeds};

/// Folders whose files are seeds for every target.
const SEEDS: &[&str] = &[
    "dsl/tests/cases",
    "dsl/tests/formats",
    "examples",
    "linter/rules",
    "linter/rules/contract",
    "linter/tests/documents",
    "tests/fixtures/contracts",
    "tests/fixtures/docx",
    "tests/fixtures/html",
    "tests/fixtures/pdf",
    "tests/fixtures/xlsx",
];
/// Larger files slow the fuzzer down more than they teach it.
const LARGEST_SEED: u64 = 64 * 1024;

#[derive(Debug, Args)]
pub(crate) struct Options {
    #[arg(help = "対象(省略するとすべて)")]
    targets: Vec<String>,
    #[arg(long, default_value_t = 60, help = "対象ごとの秒数")]
    seconds: u32,
    #[arg(long, help = "cargo-fuzz がなければ先に入れる")]
    install: bool,
}

/// Builds the targets once and runs each of them for its time.
///
/// # Errors
/// `cargo fuzz` is missing, does not build, or a target found something.
pub(crate) fn run(options: &Options) -> Result<()> {
    provide(options.install)?;
    let targets = chosen(&options.targets)?;
    tools::run(&mut fuzz(&["build"]))?;
    let mut found = Vec::new();
    for target in &targets {
        match one(target, options.seconds) {
            Ok(executions) => {
                println!("{target}: {executions} executions in {} s, nothing found", options.seconds)
            }
            Err(error) => {
                println!("{target}: {error:#}");
                found.push(target.as_str());
            }
        }
    }
    if !found.is_empty() {
        bail!("found something in {}; see tests/fuzz/artifacts", found.join(", "));
    }
    Ok(())
}

fn provide(install: bool) -> Result<()> {
    let present = || succeeds(&mut program("cargo", &["fuzz", "--version"]));
    if !present() && install {
        tools::run(&mut program("cargo", &["install", "--locked", "cargo-fuzz"]))?;
    }
    if !present() {
        bail!("cargo-fuzz がありません: cargo xtask fuzz --install");
    }
    Ok(())
}

/// `cargo fuzz` on our folder. Without a sanitiser the stable compiler will do: there is no unsafe code of ours to watch.
fn fuzz(words: &[&str]) -> std::process::Command {
    let (verb, rest) = words.split_first().map_or(("list", words), |(verb, rest)| (*verb, rest));
    let fixed: &[&str] = if verb == "list" { &[] } else { &["--sanitizer", "none"] };
    program("cargo", &[&["fuzz", verb, "--fuzz-dir", "tests/fuzz"], fixed, rest].concat())
}

fn chosen(named: &[String]) -> Result<Vec<String>> {
    let known: Vec<String> =
        tools::output_of(&mut fuzz(&["list"])).lines().map(|line| line.trim().to_owned()).collect();
    if let Some(unknown) = named.iter().find(|name| !known.contains(name)) {
        bail!("{unknown} という対象はありません: {}", known.join(", "));
    }
    Ok(if named.is_empty() { known } else { named.to_vec() })
}

/// Runs one target and gives back how often it was executed.
fn one(target: &str, seconds: u32) -> Result<u64> {
    let corpus = corpus(target)?;
    let limit = format!("-max_total_time={seconds}");
    let corpus = corpus.display().to_string();
    let words =
        ["run", target, &corpus, "--", &limit, "-print_final_stats=1", "-timeout=10", "-rss_limit_mb=4096"];
    let mut command = fuzz(&words);
    let output = command.output().with_context(|| format!("{target} cannot be started"))?;
    let log = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        let told = |line: &&str| {
            ["panicked at", "ERROR: libFuzzer", "Test unit written", "error"]
                .iter()
                .any(|word| line.contains(word))
        };
        // What a panic says stands in the line after it; inputs are printed byte by byte, which nobody reads.
        let mut lines = log.lines().filter(|line| line.len() < 400).peekable();
        let mut shown = Vec::new();
        while let Some(line) = lines.next() {
            if told(&line) {
                shown.push(line);
                shown.extend(lines.peek().copied());
            }
        }
        bail!("{}", shown.join("\n"));
    }
    let executed = log.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    Ok(executed.and_then(|count| count.trim().parse().ok()).unwrap_or(0))
}

/// The corpus of a target, with all seeds in it: it grows from run to run and is not checked in.
fn corpus(target: &str) -> Result<PathBuf> {
    let corpus = root().join("tests/fuzz/corpus").join(target);
    std::fs::create_dir_all(&corpus)?;
    let own = format!("tests/fuzz/finds/{target}");
    for folder in SEEDS.iter().copied().chain([own.as_str()]) {
        let Ok(entries) = std::fs::read_dir(root().join(folder)) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_file() && entry.metadata().is_ok_and(|data| data.len() <= LARGEST_SEED) {
                std::fs::copy(&path, corpus.join(seed_name(folder, &path)))?;
            }
        }
    }
    Ok(corpus)
}

fn seed_name(folder: &str, path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    format!("{}-{name}", folder.replace('/', "-"))
}
