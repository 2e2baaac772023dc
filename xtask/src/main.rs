//! `cargo xtask`: what people and CI run. `test` is the one command that CI calls; `score`, `census`, `tidy` and `bench`
//! are for people who work on the rules and the engine.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod bench;
mod census;
mod fuzz;
mod peers;
mod score;
mod test;
mod tidy;
mod tools;
mod trestle;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "開発のための作業をまとめて行います")]
enum Task {
    #[command(about = "整形、静的検査、文書、試験。CI はこれを呼びます")]
    Test {
        #[arg(long, help = "足りない道具を先に入れる")]
        install: bool,
    },
    #[command(about = "正解の付いた文書に対する判定の成績")]
    Score(score::Options),
    #[command(about = "文書の木を数え、目で数えた結果と比べる")]
    Census(census::Options),
    #[command(about = "モジュールの説明、Markdown のパス、機械に固有のパスを調べる")]
    Tidy,
    #[command(about = "起動の速さ、又は検索の当たり具合(bench search)を測る")]
    Bench(bench::Options),
    #[command(about = "でたらめな入力で読み取りと判定を試す(libFuzzer)")]
    Fuzz(fuzz::Options),
    #[command(about = "同じ検査を別の規則エンジン(regorus)と比べる")]
    Peers,
}

fn main() -> ExitCode {
    let done = match Task::parse() {
        Task::Test { install } => test::run(install),
        Task::Score(options) => score::run(&options),
        Task::Census(options) => census::run(&options),
        Task::Tidy => tidy::run(),
        Task::Bench(options) => bench::run(&options),
        Task::Fuzz(options) => fuzz::run(&options),
        Task::Peers => peers::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).unwrap_or_default()
}
