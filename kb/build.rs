//! Loads and checks `data/` with the crate's own loader, and packs it for `include_bytes!`.
//!
//! A mistake in a data file stops the build with `file:line:column: message`.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "modules of the crate are compiled in as they are; only some of them are used"
)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a build script reports by failing"
)]

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

#[cfg(feature = "search")]
#[path = "src/fields.rs"]
mod fields;
#[path = "src/fold.rs"]
mod fold;
#[cfg(feature = "search")]
#[path = "build/index.rs"]
mod index;
#[cfg(feature = "search")]
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "src/load.rs"]
mod load;
#[allow(unused_imports, reason = "the library exports what the build script does not use")]
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/number.rs"]
mod number;
#[cfg(feature = "search")]
#[path = "build/phrases.rs"]
mod pack_phrases;
#[cfg(feature = "search")]
#[path = "src/phrases.rs"]
mod phrases;
#[path = "src/shelf.rs"]
mod shelf;
#[cfg(feature = "search")]
#[path = "src/synonyms.rs"]
mod synonyms;
#[cfg(feature = "search")]
#[path = "src/text.rs"]
mod text;
#[path = "src/validate/mod.rs"]
mod validate;
#[path = "src/vocabulary.rs"]
mod vocabulary;
#[cfg(feature = "search")]
#[path = "src/words.rs"]
mod words;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=build");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let files = read_tree(&data);
    let sources = files.iter().map(|(path, text)| load::SourceFile { path, text });
    let (words, sources): (Vec<_>, Vec<_>) =
        sources.partition(|source| source.path.starts_with(vocabulary::FOLDER));
    let catalogue = load::load(&sources).unwrap_or_else(|errors| panic!("{}", describe(&sources, &errors)));
    let vocabulary = vocabulary::Vocabulary::load(&catalogue, &words);
    let vocabulary = vocabulary.unwrap_or_else(|errors| panic!("{}", describe(&words, &errors)));
    write("catalogue.bin", &shelf::pack(&catalogue).expect("plain data can be encoded"));
    write_search(&catalogue, &vocabulary);
    println!("cargo::rustc-env=KB_VERSION={}", version(&files));
    println!("cargo::rustc-env=KB_EDITION={}", catalogue.base);
}

#[cfg(not(feature = "search"))]
fn write_search(_: &load::Catalogue, _: &vocabulary::Vocabulary) {}

#[cfg(feature = "search")]
fn write_search(catalogue: &load::Catalogue, vocabulary: &vocabulary::Vocabulary) {
    let words = lexicon::Words::gather(catalogue, vocabulary).expect("plain data can be encoded");
    write("lexicon.bin", &postcard::to_stdvec(&words.lexicon()).expect("plain data can be encoded"));
    let asked = vocabulary.asked.iter().map(|(clause, words)| (clause.clone(), words.join("、"))).collect();
    write("phrases.bin", &pack_phrases::packed(&vocabulary.asked).expect("there are fewer than 65536"));
    write("asked.bin", &postcard::to_stdvec(&asked).expect("plain data can be encoded"));
    let index = index::build(catalogue, &asked).expect("the index can be built in memory");
    write("index.bin", &postcard::to_stdvec(&index).expect("plain data can be encoded"));
}

/// All files below `root` as (path with `/`, text), in order of their paths.
fn read_tree(root: &Path) -> Vec<(String, String)> {
    let mut folders = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("data folder can be listed") {
            let path = entry.expect("data folder can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let text = std::fs::read_to_string(&path)
                    .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
                files.push((relative(root, &path), text.replace("\r\n", "\n")));
            }
        }
    }
    files.sort();
    files
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).expect("listed below the root");
    path.components().map(|piece| piece.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn describe(files: &[load::SourceFile<'_>], errors: &[load::LoadError]) -> String {
    let mut text = String::from("the knowledge base has mistakes:\n");
    for error in errors {
        let source = files.iter().find(|file| file.path == error.path).map_or("", |file| file.text);
        let before = source.get(..error.span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        text.push_str(&format!("  kb/data/{}:{line}:{column}: {error}\n", error.path));
    }
    text
}

/// The first twelve hexadecimal digits of a hash over names and contents.
fn version(files: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    for (path, text) in files {
        for piece in [path, text] {
            hash.update((piece.len() as u64).to_le_bytes());
            hash.update(piece);
        }
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn write(name: &str, bytes: &[u8]) {
    let out: PathBuf = std::env::var_os("OUT_DIR").expect("cargo sets it").into();
    std::fs::write(out.join(name), bytes).expect("the output folder can be written");
}
