//! `sekisho rules fmt` through the real program: what it shows, what it changes, and what it leaves alone.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use crate::harness::{sekisho, sekisho_fed, sekisho_in, stable};

const UNTIDY: &str = "seki 1\n// 返すこと\nconcept 返却=(\"返却\")|\"返還\" // 還付を除く\n";
const TIDY: &str = "seki 1\n\n// 返すこと\nconcept 返却 = \"返却\" | \"返還\" // 還付を除く\n";
const BROKEN: &str = "seki 1\nconcept 返却 = \"返却\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn shipped_rules_are_in_canonical_form() {
    let changed = sekisho(&["rules", "fmt", "--check", "linter/rules"]).expect(0);
    assert_eq!(changed, "");
}

#[test]
fn one_file_or_standard_input_is_shown() {
    let folder = folder(&[("a.seki", UNTIDY)]);
    assert_eq!(sekisho_in(folder.path(), &["rules", "fmt", "a.seki"]).expect(0), TIDY);
    assert_eq!(sekisho_in(folder.path(), &["rules", "fmt", "."]).expect(0), TIDY, "a folder with one file");
    assert_eq!(sekisho_fed(UNTIDY.as_bytes(), &["rules", "fmt", "-"]).expect(0), TIDY);
    assert_eq!(text(folder.path(), "a.seki"), UNTIDY, "nothing is written unasked");
}

#[test]
fn check_lists_what_would_change_and_changes_nothing() {
    let folder = folder(&[("a.seki", UNTIDY), ("b.seki", TIDY), ("c.seki", "seki 1")]);
    let listed =
        sekisho_in(folder.path(), &["rules", "fmt", "--check", "a.seki", "b.seki", "c.seki"]).expect(1);
    assert_eq!(listed, "a.seki\nc.seki\n");
    assert_eq!(text(folder.path(), "a.seki"), UNTIDY);
    assert_eq!(sekisho_in(folder.path(), &["rules", "fmt", "--check", "b.seki"]).expect(0), "");
    assert_eq!(sekisho_fed(UNTIDY.as_bytes(), &["rules", "fmt", "--check", "-"]).expect(1), "<stdin>\n");
}

#[test]
fn write_changes_what_it_can_and_tells_about_the_rest() {
    let folder = folder(&[("a.seki", UNTIDY), ("b.seki", BROKEN), ("c.seki", UNTIDY), ("d.seki", TIDY)]);
    let changed = || fs::metadata(folder.path().join("d.seki")).unwrap().modified().unwrap();
    let before = changed();
    let run = sekisho_in(folder.path(), &["rules", "fmt", "--write", "a.seki", "b.seki", "c.seki", "d.seki"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, "a.seki\nc.seki\n"));
    stable(|| assert_snapshot!("rules-fmt-broken", run.stderr));
    assert_eq!(text(folder.path(), "a.seki"), TIDY);
    assert_eq!(text(folder.path(), "b.seki"), BROKEN);
    assert_eq!(text(folder.path(), "c.seki"), TIDY);
    assert_eq!(changed(), before, "a file that is in order is not written");
    assert_eq!(names(folder.path()), ["a.seki", "b.seki", "c.seki", "d.seki"], "nothing is left behind");
    let again = sekisho_in(folder.path(), &["rules", "fmt", "--write", "a.seki"]).expect(0);
    assert_eq!(again, "");
}

#[test]
fn line_ends_stay_and_a_byte_order_mark_goes() {
    let windows = UNTIDY.replace('\n', "\r\n");
    let marked = format!("\u{feff}{TIDY}");
    let folder = folder(&[("windows.seki", &windows), ("marked.seki", &marked)]);
    let listed =
        sekisho_in(folder.path(), &["rules", "fmt", "--write", "marked.seki", "windows.seki"]).expect(0);
    assert_eq!(listed, "marked.seki\nwindows.seki\n");
    assert_eq!(text(folder.path(), "windows.seki"), TIDY.replace('\n', "\r\n"));
    assert_eq!(text(folder.path(), "marked.seki"), TIDY);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.seki", UNTIDY), ("kept.seki", UNTIDY)]);
    let path = |name: &str| folder.path().join(name);
    let mode = |name: &str| fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(path("a.seki"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::set_permissions(path("kept.seki"), fs::Permissions::from_mode(0o440)).unwrap();
    std::os::unix::fs::symlink("a.seki", path("link.seki")).unwrap();
    let run = sekisho_in(folder.path(), &["rules", "fmt", "--write", "link.seki", "kept.seki"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, "link.seki\n"), "{}", run.stderr);
    assert_eq!((text(folder.path(), "a.seki").as_str(), mode("a.seki")), (TIDY, 0o640));
    assert_eq!((text(folder.path(), "kept.seki").as_str(), mode("kept.seki")), (UNTIDY, 0o440));
    assert!(fs::symlink_metadata(path("link.seki")).unwrap().is_symlink());
}

#[test]
fn what_makes_no_sense_is_refused() {
    let folder = folder(&[("a.seki", UNTIDY), ("b.seki", UNTIDY), ("c.seki", "")]);
    for (status, args) in [
        (2, &["a.seki", "b.seki"][..]),
        (2, &["--check", "--write", "a.seki"]),
        (2, &["--write", "-"]),
        (2, &["--check", "nowhere.seki"]),
        (2, &["c.seki"]),
        (2, &[]),
    ] {
        let args: Vec<&str> = ["rules", "fmt"].into_iter().chain(args.iter().copied()).collect();
        let run = sekisho_in(folder.path(), &args);
        assert_eq!((run.status, run.stdout.as_str()), (status, ""), "{args:?}: {}", run.stderr);
        assert!(!run.stderr.is_empty(), "{args:?}");
    }
    let two = sekisho_in(folder.path(), &["rules", "fmt", "a.seki", "b.seki"]);
    stable(|| assert_snapshot!("rules-fmt-two-files", two.stderr));
    assert_eq!(text(folder.path(), "a.seki"), UNTIDY);
}
