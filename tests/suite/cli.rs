//! The command line: help, lookups, exit statuses, and one clear error for every kind of bad input.

use std::path::Path;

use insta::assert_snapshot;

use crate::harness::{TODAY, example, sekisho, sekisho_in, stable};

#[test]
fn help_in_both_languages() {
    for lang in ["ja", "en"] {
        for command in [
            "",
            "lint",
            "matrix",
            "matrix import",
            "checklist",
            "checklist fill",
            "checklist check",
            "tree",
            "search",
            "show",
            "explain",
            "evidence",
            "rules",
            "rules fmt",
            "kb",
            "kb verify",
            "kb diff",
            "kb applies",
            "kb export",
            "schema",
            "lsp",
            "completions",
        ] {
            let mut args = vec!["--lang", lang, "--help"];
            args.splice(0..0, command.split_whitespace());
            let text = sekisho(&args).expect(0);
            let name = format!("help-{lang}-sekisho-{}", command.replace(' ', "-"));
            stable(|| assert_snapshot!(name.trim_end_matches('-'), text));
        }
    }
}

#[test]
fn lookups() {
    for (name, args) in [
        ("show-clause", &["show", "C-8-5"][..]),
        ("show-chapter", &["show", "C-18章"]),
        ("search-text", &["search", "バックアップ 世代", "--limit", "3"]),
        ("search-nothing", &["search", "ぬるぽぬるぽ"]),
        ("explain", &["explain", "contract/access-log"]),
        ("rules-list", &["rules", "list"]),
        ("kb-verify", &["kb", "verify"]),
    ] {
        let text = sekisho(args).expect(0);
        stable(|| assert_snapshot!(name, text));
    }
}

#[test]
fn search_prints_the_promised_json() {
    let found = sekisho(&["search", "退職者のID", "--kind", "clause", "--limit", "5", "--format", "json"]);
    let json = found.json();
    assert_eq!(json["query"], "退職者のID");
    let hits = json["hits"].as_array().unwrap();
    assert!((1..=5).contains(&hits.len()));
    for field in ["id", "kind", "title", "score", "snippet"] {
        assert!(hits[0].get(field).is_some(), "{field}");
    }
}

#[test]
fn exit_statuses() {
    let (karte, cloud) = (example("karte-hoshu-keiyaku", "docx"), example("cloud-riyou-keiyaku", "md"));
    let table: &[(i32, &[&str])] = &[
        (0, &["--help"]),
        (0, &["--version"]),
        (2, &[]),
        (1, &["lint", &karte]),
        (1, &["lint", &karte, "--fail-on", "warning"]),
        (0, &["lint", &karte, "--fail-on", "never"]),
        (1, &["lint", &karte, &cloud]),
        (2, &["lint", &karte, "nowhere.docx"]),
        (2, &["lint", &karte, "nowhere.docx", "--fail-on", "never"]),
        (2, &["lint"]),
        (2, &["lint", &karte, "--format", "yaml"]),
        (2, &["lint", &karte, "--kind", "novel"]),
        (2, &["lint", &karte, "--today", "2026-02-30"]),
        (2, &["lint", &karte, "--quiet", "--verbose"]),
        (2, &["lint", "--nothing", &karte]),
        (0, &["tree", &karte]),
        (2, &["tree", "nowhere.docx"]),
        (0, &["show", "c-8-5"]),
        (2, &["show", "Z-99"]),
        (2, &["explain", "contract/nothing"]),
        (2, &["schema", "nothing"]),
        (0, &["completions", "bash"]),
        (0, &["kb", "verify"]),
    ];
    for (status, args) in table {
        let run = sekisho(args);
        assert_eq!(run.status, *status, "{args:?}\n{}\n{}", run.stdout, run.stderr);
    }
}

#[test]
fn mistakes_on_the_command_line_are_told_in_japanese() {
    let karte = example("karte-hoshu-keiyaku", "docx");
    let cases: &[(&str, &[&str])] = &[
        ("command", &["lnt", &karte]),
        ("option", &["lint", "--qiet", &karte]),
        ("value", &["lint", &karte, "--format", "jsn"]),
        ("kind", &["lint", &karte, "--kind", "contract_sas"]),
        ("missing", &["lint"]),
        ("no-value", &["lint", &karte, "--kind"]),
        ("conflict", &["lint", &karte, "--quiet", "--verbose"]),
        ("number", &["search", "x", "--limit", "many"]),
        ("rule", &["explain", "contract/acess-log"]),
        ("id", &["show", "C-8-55"]),
        ("english", &["--lang", "en", "lint", "--qiet", &karte]),
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|(name, args)| {
            let run = sekisho(args);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}");
            format!("{name}:\n{}", run.stderr)
        })
        .collect();
    stable(|| assert_snapshot!("usage-mistakes", told.join("\n")));
}

/// Writes the bad files of the table below.
fn bad_files(folder: &Path) {
    let docx = std::fs::read(crate::harness::root().join(example("karte-hoshu-keiyaku", "docx"))).unwrap();
    let noise: Vec<u8> = (0..20_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    write("truncated.docx", &docx[..docx.len() / 2]);
    write("long-line.txt", "乙は、".repeat(10 * 1024 * 1024 / 9).as_bytes());
    write("noise.txt", &noise);
    write("unknown.xyz", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    write("empty.txt", b"");
    write("blank.md", " \n\n".as_bytes());
    write("paper.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n");
    write("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest");
    std::fs::create_dir(folder.join("folder")).unwrap();
    write("folder/picture.png", b"\x89PNG");
}

#[test]
fn bad_input_gives_one_clear_error_each() {
    let folder = tempfile::tempdir().unwrap();
    bad_files(folder.path());
    let mut told = String::new();
    for name in [
        "truncated.docx",
        "long-line.txt",
        "noise.txt",
        "unknown.xyz",
        "empty.txt",
        "blank.md",
        "paper.pdf",
        "old.doc",
        "missing.docx",
        "folder",
    ] {
        let run = sekisho_in(folder.path(), &["lint", name, "--format", "json", "--today", TODAY]);
        assert_eq!(run.status, 2, "{name}: {}", run.stderr);
        let json = run.json();
        assert_eq!(json["documents"], serde_json::json!([]), "{name}");
        assert_eq!(json["errors"].as_array().unwrap().len(), 1, "{name}");
        assert_eq!(json["errors"][0]["path"], name);
        assert!(!run.stderr.contains("panicked"), "{name}");
        told.push_str(&run.stderr);
        let text = sekisho_in(folder.path(), &["lint", name]);
        assert_eq!((text.status, text.stdout.as_str()), (2, ""), "{name}");
        let tree = sekisho_in(folder.path(), &["tree", name]);
        assert_eq!((tree.status, tree.stdout.as_str()), (2, ""), "{name}");
    }
    stable(|| assert_snapshot!("bad-input", told));
}

#[test]
fn one_bad_file_leaves_the_others_alone() {
    let folder = tempfile::tempdir().unwrap();
    bad_files(folder.path());
    let bad = folder.path().join("noise.txt");
    let run =
        sekisho(&["lint", &example("karte-hoshu-keiyaku", "md"), bad.to_str().unwrap(), "--format", "json"]);
    assert_eq!(run.status, 2);
    let json = run.json();
    assert_eq!(
        (json["documents"].as_array().unwrap().len(), json["errors"].as_array().unwrap().len()),
        (1, 1)
    );
}

#[test]
fn output_files_are_whole_and_never_an_input() {
    let folder = tempfile::tempdir().unwrap();
    let contract = folder.path().join("contract.md");
    std::fs::copy(crate::harness::root().join(example("karte-hoshu-keiyaku", "md")), &contract).unwrap();
    let before = std::fs::read(&contract).unwrap();
    let run = sekisho_in(folder.path(), &["lint", "contract.md", "-o", "./contract.md"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert_eq!(std::fs::read(&contract).unwrap(), before);
    let run = sekisho_in(folder.path(), &["lint", "contract.md", "--format", "json", "-o", "report.json"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    let report = std::fs::read_to_string(folder.path().join("report.json")).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&report).is_ok());
    let run = sekisho_in(folder.path(), &["lint", "contract.md", "-o", "no/such/folder/report.txt"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::{Command, Stdio};
    for (status, args) in [(0, &["kb", "export", "--format", "json"][..]), (1, &["lint", "examples"])] {
        let mut child = Command::new(crate::harness::binary())
            .args(args)
            .current_dir(crate::harness::root())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(status), &b""[..]), "{args:?}");
    }
}

#[test]
fn the_same_bytes_whatever_the_number_of_threads() {
    let args = |jobs| {
        ["lint", "examples", "tests/fixtures/contracts", "--format", "json", "--today", TODAY, "-j", jobs]
    };
    let one = sekisho(&args("1")).stdout;
    assert!(one.len() > 1000);
    for jobs in ["4", "1"] {
        assert!(sekisho(&args(jobs)).stdout == one, "differs with -j {jobs}");
    }
}
