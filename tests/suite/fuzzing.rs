//! The fuzz targets over their seeds and over everything that was ever found: they compile and hold in every run.

use std::path::{Path, PathBuf};

use crate::harness::root;

#[path = "../../linter/tests/invariants/mod.rs"]
mod invariants;
#[path = "../fuzz/targets.rs"]
mod targets;

/// Files of a folder, in order; none where there is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// Rule files, for the targets that read them.
const RULES: &[&str] = &["dsl/tests/cases", "dsl/tests/formats", "linter/rules", "linter/rules/contract"];

#[test]
fn targets_hold_for_every_seed_and_every_old_find() {
    let seeds = [
        "examples",
        "tests/fixtures/contracts",
        "tests/fixtures/docx",
        "tests/fixtures/html",
        "tests/fixtures/xlsx",
        "linter/tests/documents",
    ];
    let seeds: Vec<PathBuf> = seeds.iter().flat_map(|folder| files(&root().join(folder))).collect();
    assert!(seeds.len() > 20, "{seeds:?}");
    for (name, target) in targets::TARGETS {
        let own = RULES
            .iter()
            .filter(|_| matches!(*name, "rules" | "editor"))
            .flat_map(|folder| files(&root().join(folder)))
            // Every file that ships is checked elsewhere.
            .step_by(9);
        let finds = files(&root().join("tests/fuzz/finds").join(name));
        for path in seeds.iter().cloned().chain(own).chain(finds) {
            let data = std::fs::read(&path).unwrap();
            // Where the target does not take whole files, a part of one is as good a seed as any.
            target(data.get(..data.len().min(8_000)).unwrap());
        }
    }
}

/// `tests/fuzz/Cargo.toml` lists a binary for each target, and no other.
#[test]
fn every_target_has_its_binary() {
    let manifest = std::fs::read_to_string(root().join("tests/fuzz/Cargo.toml")).unwrap();
    let bins: Vec<&str> = manifest.split("[[bin]]").skip(1).filter_map(|bin| bin.split('"').nth(1)).collect();
    let targets: Vec<&str> = targets::TARGETS.iter().map(|(name, _)| *name).collect();
    assert_eq!(bins, targets);
}
