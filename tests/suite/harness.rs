//! Runs the real binary at the root of the repository and gives back what a shell would see.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// A day for reports whose bytes are compared.
pub(crate) const TODAY: &str = "2026-11-22";

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// Standard output of a run that must end with this status.
    pub(crate) fn expect(self, status: i32) -> String {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self.stdout
    }
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Runs `sekisho` with these arguments.
pub(crate) fn sekisho(args: &[&str]) -> Run {
    sekisho_in(&root(), args)
}

/// Runs `sekisho` in a folder.
pub(crate) fn sekisho_in(folder: &Path, args: &[&str]) -> Run {
    let output = command().args(args).current_dir(folder).output().unwrap();
    seen(&output)
}

/// Runs `sekisho` with these bytes on standard input.
pub(crate) fn sekisho_fed(bytes: &[u8], args: &[&str]) -> Run {
    let mut child = command()
        .args(args)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it: that is no failure of the test.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    seen(&child.wait_with_output().unwrap())
}

/// The program without what the person who runs the tests has set or imported.
fn command() -> Command {
    let mut command = Command::new(binary());
    command.env_remove("NO_COLOR").env("SEKISHO_DATA_DIR", root().join("tests/fixtures/no-data"));
    command
}

pub(crate) fn seen(output: &Output) -> Run {
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout.clone()).unwrap(),
        stderr: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// The binary: `SEKISHO_BIN` where `cargo xtask test` has built it, else built here. Cargo hands a binary's path only
/// to the tests of its own package.
pub(crate) fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| match std::env::var_os("SEKISHO_BIN") {
        Some(path) => PathBuf::from(path),
        None => build(),
    })
}

fn build() -> PathBuf {
    let done = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "cli"])
        .current_dir(root())
        .status();
    assert!(done.unwrap().success(), "the binary does not build");
    // target/debug/deps/suite-… → target/debug/sekisho
    let own = std::env::current_exe().unwrap();
    let folder = own.ancestors().nth(2).unwrap();
    folder.join(format!("sekisho{}", std::env::consts::EXE_SUFFIX))
}

/// Snapshot settings that hide what changes with every release and every edit of rules or data.
pub(crate) fn stable(check: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.add_filter(r#""version": "[0-9.]+""#, r#""version": "[VERSION]""#);
    settings.add_filter(r#""(kb_version|rules_hash)": "[0-9a-f]+""#, r#""$1": "[HASH]""#);
    // The head of the closing words, wherever its lines break.
    settings.add_filter(r"(?s)sekisho\s[0-9.]+(?:、規則|, rules).*?\)", "sekisho [VERSION])");
    settings.add_filter(r"知識ベース [0-9a-f]{12}", "知識ベース [HASH]");
    settings.bind(check);
}

/// The sample contracts, in both forms.
pub(crate) const EXAMPLES: &[&str] = &["karte-hoshu-keiyaku", "cloud-riyou-keiyaku"];

/// The path of a sample contract.
pub(crate) fn example(name: &str, extension: &str) -> String {
    format!("examples/{name}.{extension}")
}
