//! `sekisho rules new`: what it makes passes `rules test` as it stands; what it refuses, it explains.

use insta::assert_snapshot;

use crate::harness::{sekisho, sekisho_in, stable};

#[test]
fn skeletons_pass_their_own_test() {
    let folder = tempfile::tempdir().unwrap();
    let table: &[&[&str]] = &[
        &[],
        &["--title", "控えの取得"],
        &["--basis", "C-10-3"],
        &["--basis", "運用10③,企画8⑪", "--title", "保守作業の\"記録\""],
        &["--kind", "operating_rules", "--theme", "hygiene", "--basis", "C-8-5"],
        &["--kind", "contract,nda,sla", "--topic", "backup_recovery"],
        &["--kind", "bcp", "--lang", "en"],
    ];
    for (index, options) in table.iter().enumerate() {
        let (id, file) = (format!("own/new-{index}"), format!("new-{index}.seki"));
        let mut args = vec!["rules", "new", &id, "-o", &file];
        args.extend_from_slice(options);
        let made = sekisho_in(folder.path(), &args);
        assert_eq!(made.status, 0, "{options:?}: {}", made.stderr);
        assert!(made.stdout.contains(&file));
        let tested = sekisho_in(folder.path(), &["rules", "test", &file]);
        assert_eq!(tested.status, 0, "{options:?}: {}", tested.stdout);
        let looked_at = sekisho_in(folder.path(), &["rules", "lint", &file]);
        assert_eq!(looked_at.status, 0, "{options:?}: {}", looked_at.stdout);
    }
    // Together they are a pack.
    let tested = sekisho_in(folder.path(), &["rules", "test", "."]);
    assert_eq!(tested.status, 0, "{}", tested.stdout);
    let unformatted = sekisho_in(folder.path(), &["rules", "fmt", "--check", "."]);
    assert_eq!(unformatted.status, 0, "{}", unformatted.stdout);
}

#[test]
fn a_skeleton() {
    let printed = sekisho(&["rules", "new", "own/remote", "--basis", "C-10-4"]).expect(0);
    stable(|| assert_snapshot!("rules-new", printed));
}

#[test]
fn what_is_not_known_is_told_with_what_is_near() {
    let cases: &[(&str, &[&str])] = &[
        ("id", &["backup"]),
        ("taken", &["contract/access-log"]),
        ("clause", &["own/a", "--basis", "C-8-55"]),
        ("chapter", &["own/a", "--basis", "経営4章"]),
        ("no text", &["own/a", "--basis", "M-2-6"]),
        ("topic", &["own/a", "--topic", "acces_log"]),
        ("kind", &["own/a", "--kind", "contract_sas"]),
        ("both", &["own/a", "--topic", "bcp", "--theme", "x"]),
        ("short", &["own/a", "--title", "印"]),
        ("nothing", &[]),
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|(name, args)| {
            let run = sekisho(&[&["rules", "new"], *args].concat());
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}");
            format!("{name}:\n{}", run.stderr)
        })
        .collect();
    stable(|| assert_snapshot!("rules-new-mistakes", told.join("\n")));
}

#[test]
fn no_file_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.seki");
    std::fs::write(&path, "// 手で書いたもの\n").unwrap();
    let run = sekisho_in(folder.path(), &["rules", "new", "own/a", "-o", "a.seki"]);
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert!(run.stderr.contains("a.seki"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "// 手で書いたもの\n");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
