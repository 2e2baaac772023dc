//! The data files of this repository, and further ones beside them, for tests of loading.

use std::path::Path;

use kb::{Kb, LoadError, SourceFile, load};

/// Path and text of every data file but those for search alone.
pub(crate) fn shipped() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            if name.ends_with(".toml") && !name.starts_with("search/") {
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// A knowledge base of these files.
pub(crate) fn kb_of(files: &[(String, String)]) -> Result<Kb, Vec<LoadError>> {
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
    load(&sources).map(Kb::new)
}

/// A file for [`kb_of`].
pub(crate) fn file(path: &str, text: &str) -> (String, String) {
    (path.to_owned(), text.to_owned())
}
