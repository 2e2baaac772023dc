//! `sekisho lint --annotate` and `sekisho fix`: copies of documents, through the real binary.

use std::path::Path;

use crate::exports::script;
use crate::harness::{EXAMPLES, Run, TODAY, example, root, sekisho, sekisho_fed, sekisho_in};

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// A tree without what stands beside the text: the comments are there now.
fn without_asides(run: Run) -> serde_json::Value {
    let mut tree = run.json();
    tree["asides"].take();
    tree
}

#[test]
fn a_copy_has_the_comments_and_the_input_stays() {
    let folder = tempfile::tempdir().unwrap();
    for name in EXAMPLES {
        let input = example(name, "docx");
        let before = bytes(&root().join(&input));
        let plain = sekisho(&["lint", &input, "--today", TODAY]).expect(1);
        let copy = |name: &str, more: &[&str]| {
            let out = folder.path().join(name);
            let mut args = vec!["lint", &input, "--today", TODAY, "--annotate", out.to_str().unwrap()];
            args.extend(more);
            assert_eq!(sekisho(&args).expect(1), plain);
            bytes(&out)
        };
        let first = copy("a.docx", &[]);
        assert!(first == copy("b.docx", &[]) && first != before, "{name}");
        assert!(copy("c.docx", &["--suggest"]) != first, "{name}");
        assert!(before == bytes(&root().join(&input)), "{name}");
        let tree = |path: &str| without_asides(sekisho(&["tree", path, "--format", "json"]));
        assert_eq!(tree(&input), tree(folder.path().join("a.docx").to_str().unwrap()), "{name}");
    }
}

#[test]
fn python_docx_reads_comments_and_text() {
    let folder = tempfile::tempdir().unwrap();
    for name in EXAMPLES {
        let input = example(name, "docx");
        let told = |path: &Path| -> Option<serde_json::Value> {
            let (good, told) = script("python3", "docx", "check_docx.py", path)?;
            assert!(good, "{told}");
            Some(serde_json::from_str(&told).unwrap())
        };
        let Some(before) = told(&root().join(&input)) else { return };
        for more in [&[][..], &["--suggest"][..]] {
            let out = folder.path().join("out.docx");
            let mut args = vec!["lint", &input, "--today", TODAY, "--annotate", out.to_str().unwrap()];
            args.extend(more);
            sekisho(&args).expect(1);
            let after = told(&out).unwrap();
            let comments = after["comments"].as_array().unwrap();
            assert!(comments.len() > 20, "{}", comments.len());
            for comment in comments {
                assert_eq!(comment["author"], "Sekisho");
                assert!(comment["date"].as_str().unwrap().starts_with(&format!("{TODAY} 00:00:00")));
            }
            assert!(comments[0]["text"].as_str().unwrap().contains("これは法的助言ではありません"));
            let findings = |text: &str| text.matches("[sekisho ").count();
            let all: usize = comments.iter().map(|one| findings(one["text"].as_str().unwrap())).sum();
            assert!(all >= 45, "{all}");
            let lines = |value: &serde_json::Value| -> Vec<String> {
                let lines = value["text"].as_array().unwrap().iter();
                lines.map(|line| line.as_str().unwrap().to_owned()).filter(|line| !line.is_empty()).collect()
            };
            assert_eq!(lines(&before), lines(&after), "{name} {more:?}");
        }
    }
}

#[test]
fn what_cannot_be_annotated_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::copy(root().join(example("karte-hoshu-keiyaku", "docx")), at("a.docx")).unwrap();
    std::fs::copy(at("a.docx"), at("b.docx")).unwrap();
    std::fs::write(at("c.md"), "# 契約書\n\n## 第1条（目的）\n\n乙は、報告するよう努める。\n").unwrap();
    let run = |args: &[&str]| {
        let run = sekisho_in(folder.path(), &[&["lint", "--quiet", "--today", TODAY], args].concat());
        (run.status, run.stderr)
    };
    let refused = |args: &[&str], words: &str| {
        let (status, stderr) = run(args);
        assert!(status == 2 && stderr.contains(words), "{status} {stderr}");
    };
    let before = bytes(&at("a.docx"));
    refused(&["a.docx", "--annotate", "a.docx"], "上書きしません");
    refused(&["c.md", "--annotate", "out.docx"], "Word 文書(.docx)ではない");
    refused(&["a.docx", "b.docx", "--annotate", "out.docx"], "フォルダー");
    refused(&["a.docx", "--suggest"], "--annotate");
    refused(&["a.docx", "--annotate", "no/such/out.docx"], "書けません");
    let piped =
        sekisho_fed(&before, &["lint", "-", "--quiet", "--annotate", at("out.docx").to_str().unwrap()]);
    assert!(piped.status == 2 && piped.stderr.contains("標準入力"), "{}", piped.stderr);
    assert!(!at("out.docx").exists());
    std::fs::create_dir(at("out")).unwrap();
    assert_eq!(run(&["a.docx", "b.docx", "--annotate", "out"]).0, 1);
    assert!(bytes(&at("out/a.docx")) == bytes(&at("out/b.docx")));
    // One that takes no comments leaves the others alone.
    refused(&["a.docx", "c.md", "--annotate", "out"], "Word 文書(.docx)ではない");
    std::fs::create_dir(at("other")).unwrap();
    std::fs::copy(at("a.docx"), at("other/a.docx")).unwrap();
    refused(&["a.docx", "other/a.docx", "--annotate", "out"], "二つ");
    assert!(before == bytes(&at("a.docx")));
}

#[test]
fn parts_of_a_case_have_their_own_comments() {
    let folder = tempfile::tempdir().unwrap();
    let docx = root().join(example("karte-hoshu-keiyaku", "docx"));
    std::fs::copy(&docx, folder.path().join("契約書.docx")).unwrap();
    std::fs::copy(root().join("tests/fixtures/docx/notes.docx"), folder.path().join("別紙3.docx")).unwrap();
    std::fs::create_dir(folder.path().join("out")).unwrap();
    let args = ["lint", "--case", "契約書.docx", "別紙3.docx", "--today", TODAY, "--annotate", "out"];
    sekisho_in(folder.path(), &args).expect(1);
    let tree = |path: &str| without_asides(sekisho_in(folder.path(), &["tree", path, "--format", "json"]));
    assert_eq!(tree("契約書.docx"), tree("out/契約書.docx"));
    assert_eq!(tree("別紙3.docx"), tree("out/別紙3.docx"));
}

#[test]
fn fix_says_what_it_would_do_and_does_it() {
    let folder = tempfile::tempdir().unwrap();
    for ending in ["docx", "md"] {
        let input = example("karte-hoshu-keiyaku", ending);
        let before = bytes(&root().join(&input));
        let told = sekisho(&["fix", &input, "--dry-run"]).expect(0);
        assert!(told.contains("条文の例を入れられる指摘(") && told.contains("(監査)を、第16条の後に入れる"));
        assert!(
            told.contains("リモート保守の管理 [contract/remote-maintenance]: 反対の定めがある"),
            "{told}"
        );
        assert!(told.contains(&format!("--- {input}\n")) && told.contains("\n@@ "), "{told}");
        let (_, diff) = told.split_once("\n--- ").unwrap();
        let lines = |mark: char| diff.lines().filter(|line| line.starts_with(mark)).count();
        // Word counts the articles behind the new ones.
        assert!(lines('+') > 100 && (ending == "docx" || lines('-') == 0), "{diff}");
        let out = folder.path().join(format!("out.{ending}"));
        let out = out.to_str().unwrap();
        let done = sekisho(&["fix", &input, "-o", out]).expect(0);
        assert!(told.starts_with(done.trim_end()), "{done}");
        let left = sekisho(&["lint", out, "--format", "json", "--today", TODAY]).expect(1);
        assert!(
            !left.contains("\"status\": \"missing\"") || !left.contains("\"status\": \"weak\""),
            "{ending}"
        );
        assert!(before == bytes(&root().join(&input)));
    }
}

#[test]
fn fix_refuses_what_it_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("a.html"), "<html><body><h1>契約書</h1><p>第1条 乙は、報告する。</p></body></html>")
        .unwrap();
    std::fs::write(at("a.md"), "# 契約書\n\n## 第1条（目的）\n\n乙は、報告する。\n").unwrap();
    for (args, words) in [
        (&["a.html", "-o", "b.html"][..], "書き足せません"),
        (&["no.md", "-o", "b.md"], "見つかりません"),
        (&["a.md", "-o", "a.md"], "上書きしません"),
        (&["a.md"], "output"),
    ] {
        let run = sekisho_in(folder.path(), &[&["fix"], args].concat());
        assert!(run.status == 2 && run.stderr.contains(words), "{} {}", run.status, run.stderr);
    }
    assert!(!at("b.html").exists() && !at("b.md").exists());
}
