//! `cargo xtask tidy`: cheap truths that prose does not hold. Every module says what it is for, no path of one machine
//! is in the repository, paths that Markdown names exist, nothing is left "to do".

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::root;
use crate::tools::{output_of, program};

/// Text files that are looked at.
const TEXT: &[&str] = &["rs", "md", "toml", "ftl", "seki", "py", "json", "yml", "yaml"];
/// Beginnings of paths that exist on one machine only; put together here so that this file does not hold them.
const MACHINE: &[&str] = &["work", "tmp", "root", "home"];
/// Folders of the repository that Markdown may name.
const FOLDERS: &[&str] =
    &["cli/", "dsl/", "kb/", "linter/", "tests/", "xtask/", "examples/", "docs/", ".ci/"];

/// Prints every offence.
///
/// # Errors
/// There are some.
pub(crate) fn run() -> Result<()> {
    let mut offences = Vec::new();
    for path in files() {
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else { continue };
        check(&path, &text, &mut offences);
    }
    for offence in &offences {
        println!("{offence}");
    }
    if !offences.is_empty() {
        bail!("tidy: {} offences", offences.len());
    }
    println!("tidy: ok");
    Ok(())
}

/// Files that git knows or would take, as far as they are text.
fn files() -> Vec<PathBuf> {
    let listed =
        output_of(&mut program("git", &["ls-files", "--cached", "--others", "--exclude-standard", "-z"]));
    let paths = listed.split('\0').filter(|path| !path.is_empty()).map(PathBuf::from);
    paths
        .filter(|path| path.extension().is_some_and(|found| TEXT.iter().any(|known| found == *known)))
        .collect()
}

fn check(path: &Path, text: &str, offences: &mut Vec<String>) {
    let shown = path.display();
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if extension == "rs" && !text.trim_start().starts_with("//!") {
        offences.push(format!("{shown}: no //! at its head"));
    }
    let fixture = path.starts_with("tests/fixtures");
    for (number, line) in text.lines().enumerate() {
        let place = format!("{shown}:{}", number + 1);
        if !fixture && let Some(found) = machine_path(line) {
            offences.push(format!("{place}: path of one machine: {found}"));
        }
        if extension == "rs" && is_left_to_do(line) {
            offences.push(format!("{place}: left to do"));
        }
        if extension == "md" {
            offences.extend(dead_paths(path, line).map(|dead| format!("{place}: no such path: {dead}")));
        }
    }
}

/// An absolute path into one of the folders of [`MACHINE`]; a relative path or an address may hold such a name.
fn machine_path(line: &str) -> Option<String> {
    MACHINE.iter().find_map(|folder| {
        let wanted = format!("/{folder}/");
        let at = line.find(&wanted)?;
        let before = line.get(..at)?.chars().next_back();
        let starts =
            before.is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '}')));
        starts.then_some(wanted)
    })
}

fn is_left_to_do(line: &str) -> bool {
    // Spelled apart, so that this line does not find itself.
    [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")].iter().any(|word| line.contains(word))
}

/// Paths between backquotes or in links that begin with a folder of the repository and do not exist.
fn dead_paths<'a>(file: &'a Path, line: &'a str) -> impl Iterator<Item = String> + 'a {
    let quoted = line.split('`').skip(1).step_by(2);
    let linked = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let folder = file.parent().map(Path::to_owned).unwrap_or_default();
    let from_root = quoted.filter(|text| FOLDERS.iter().any(|folder| text.starts_with(folder)));
    let from_root = from_root.map(|text| (text, PathBuf::new()));
    let from_here = linked
        .filter(|link| !link.contains(':') && !link.starts_with('#'))
        .map(move |link| (link, folder.clone()));
    from_root.chain(from_here).filter_map(|(text, base)| {
        let plain = text.split(['#', ' ', '*', '<', '{', '…']).next().unwrap_or_default();
        let exists = root().join(base).join(plain.trim_end_matches('/')).exists();
        (!exists && !plain.is_empty()).then(|| text.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_one_machine() {
        let machine = format!("see /{}/x", "work");
        assert!(machine_path(&machine).is_some());
        assert_eq!(machine_path("https://example.org/work/x"), None);
        assert_eq!(machine_path("the framework/tmp folder"), None);
    }

    #[test]
    fn paths_in_markdown() {
        let dead: Vec<_> = dead_paths(
            Path::new("README.md"),
            "see `cli/nowhere.rs`, `xtask/src/tidy.rs` and [x](xtask/none.md)",
        )
        .collect();
        assert_eq!(dead, ["cli/nowhere.rs", "xtask/none.md"]);
    }
}
