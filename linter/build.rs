//! Embeds the rule files: every `.seki` file under `rules/` is found by itself, none is listed by hand.
//!
//! They are embedded twice: as text, for whoever reads, tests or extends rules, and parsed, so that a lint need not read
//! a megabyte of text first. Names and bases are checked when the text is loaded, by the tests and by `rules test`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "src/digest.rs"]
#[allow(unreachable_pub, reason = "the library, which this module belongs to, exports it")]
mod digest;

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("rules");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut table = String::from(
        "/// Path and text of each shipped rule file, sorted by path.\nconst SHIPPED: &[(&str, &str)] = &[\n",
    );
    let name = |file: &PathBuf| file.strip_prefix(&root).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let texts: Vec<(String, String)> =
        files.iter().filter_map(|file| Some((name(file), std::fs::read_to_string(file).ok()?))).collect();
    if texts.len() != files.len() {
        println!("cargo::error=a rule file cannot be read: {} of {}", texts.len(), files.len());
        return;
    }
    for (file, (name, _)) in files.iter().zip(&texts) {
        let _ = writeln!(table, "    ({name:?}, include_str!({:?})),", file.display());
    }
    let hash = digest::of_files(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let _ = write!(table, "];\n/// Hash over all of them.\nconst SHIPPED_HASH: &str = {hash:?};\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let written = std::fs::write(out.join("shipped_rules.rs"), table)
        .and_then(|()| std::fs::write(out.join("shipped_rules.bin"), parsed(&texts)));
    if let Err(error) = written {
        println!("cargo::error=the rules cannot be embedded: {error}");
    }
}

/// The checked rules without their examples, or nothing where a file has a mistake: the text is loaded then, and tells.
fn parsed(files: &[(String, String)]) -> Vec<u8> {
    let parsed: Vec<_> = files.iter().map(|(_, text)| dsl::parse(text)).collect();
    let trees: Vec<&dsl::ast::File> = parsed.iter().map(|parsed| &parsed.file).collect();
    let mut checked = dsl::check(&trees, &dsl::Vocabulary::default());
    let is_mistake = |error: &dsl::DslError| error.level == dsl::Level::Error;
    let has_mistakes = parsed.iter().flat_map(|parsed| &parsed.errors).any(is_mistake)
        || checked.errors.iter().any(|(_, error)| is_mistake(error));
    if has_mistakes {
        return Vec::new();
    }
    checked.rules.rules.iter_mut().for_each(|rule| rule.examples.clear());
    postcard::to_allocvec(&checked.rules).unwrap_or_default()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "seki") {
            files.push(path);
        }
    }
}
