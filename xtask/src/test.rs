//! `cargo xtask test`: what CI runs. The closing line of the test runner is the last thing it prints.

use anyhow::Result;

use crate::tools::{self, cargo, output_of, program, succeeds};
use crate::{tidy, trestle};

const WASM: &str = "wasm32-unknown-unknown";
/// Crates that the browser runs: they must do without files, clock and threads.
///
/// The search index is left out: its engine needs settings of its own there, which come with the browser build.
const PURE: &[&str] = &["-p", "dsl", "-p", "kb", "-p", "linter", "--no-default-features"];

/// Something the checks use, how to see that it is there, and how to get it.
struct Need {
    name: &'static str,
    check: &'static [&'static str],
    install: &'static [&'static str],
    without: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
        name: "cargo-nextest",
        check: &["cargo", "nextest", "--version"],
        install: &["cargo", "install", "--locked", "cargo-nextest"],
        without: "cargo test が代わりを務めます",
    },
    Need {
        name: "python-docx",
        check: &["python3", "-c", "import docx"],
        install: &["python3", "-m", "pip", "install", "--quiet", "python-docx"],
        without: "見本の .docx と .md の突き合わせ(examples/make_docx.py --check)を省きます",
    },
    Need {
        name: "openpyxl",
        check: &["python3", "-c", "import openpyxl"],
        install: &["python3", "-m", "pip", "install", "--quiet", "openpyxl"],
        without: "kb export の xlsx を読み戻す検査を省きます",
    },
];

/// Installs if asked to, then checks everything.
///
/// # Errors
/// The first check that fails.
pub(crate) fn run(install: bool) -> Result<()> {
    provide(install);
    trestle::provide(install);
    tools::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    tools::run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    clippy_for_the_browser()?;
    tidy::run()?;
    let docs = &["doc", "--workspace", "--no-deps"];
    tools::run(cargo(docs).env("RUSTDOCFLAGS", "-D warnings"))?;
    if present(&["python3", "-c", "import docx"]) {
        tools::run(&mut program("python3", &["examples/make_docx.py", "--check"]))?;
    }
    tests(install)
}

fn present(words: &[&str]) -> bool {
    words.split_first().is_some_and(|(name, args)| succeeds(&mut program(name, args)))
}

/// Lists what is missing and fetches it by the ordinary clients. What cannot be had is told, not fatal.
fn provide(install: bool) {
    for need in NEEDS {
        if present(need.check) {
            continue;
        }
        println!("{} がありません", need.name);
        if let Some((name, args)) = need.install.split_first().filter(|_| install)
            && run_quietly(name, args)
        {
            continue;
        }
        println!("  {}", need.without);
    }
    if !has_wasm() {
        println!("rustup の target {WASM} がありません");
        if !(install && run_quietly("rustup", &["target", "add", WASM])) {
            println!("  後のブラウザー版の作成に要ります。ここでは省きます");
        }
    }
}

fn run_quietly(name: &str, args: &[&str]) -> bool {
    println!("  $ {name} {}", args.join(" "));
    succeeds(&mut program(name, args))
}

fn has_wasm() -> bool {
    output_of(&mut program("rustup", &["target", "list", "--installed"]))
        .lines()
        .any(|line| line.trim() == WASM)
}

fn clippy_for_the_browser() -> Result<()> {
    if !has_wasm() {
        println!("clippy for {WASM}: skipped, the target is not installed");
        return Ok(());
    }
    println!("clippy for {WASM}");
    let args = [&["clippy"], PURE, &["--target", WASM, "--", "-D", "warnings"]].concat();
    tools::run(&mut cargo(&args))
}

/// Doc tests first: the log ends with the summary of the runner that holds nearly all tests.
///
/// The binary is built together with the tests, so that both share one set of features and nothing is built twice.
fn tests(all_tools: bool) -> Result<()> {
    tools::run(&mut cargo(&["build", "--workspace", "--all-targets"]))?;
    let binary = binary();
    let trestle = trestle::python().display().to_string();
    let mut env = vec![
        ("CI", "1"),
        ("INSTA_UPDATE", "no"),
        ("SEKISHO_BIN", binary.as_str()),
        ("SEKISHO_TRESTLE", trestle.as_str()),
    ];
    if all_tools {
        // What was installed has to be there: a check that needs it is not left out.
        env.push(("SEKISHO_ALL_TOOLS", "1"));
    }
    tools::run(cargo(&["test", "--workspace", "--doc", "--quiet"]).envs(env.clone()))?;
    if present(&["cargo", "nextest", "--version"]) {
        return tools::run(cargo(&["nextest", "run", "--workspace"]).envs(env.clone()));
    }
    tools::run(cargo(&["test", "--workspace", "--all-targets"]).envs(env.clone()))
}

/// The binary just built.
fn binary() -> String {
    let name = format!("sekisho{}", std::env::consts::EXE_SUFFIX);
    tools::target().join("debug").join(name).display().to_string()
}
