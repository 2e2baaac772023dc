//! Prints the outline of documents as they were read: `cargo run -p linter --example tree -- FILE…`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use linter::read::{ReadOptions, read_document};
use linter::tree_view::outline;

fn main() {
    for path in std::env::args().skip(1) {
        println!("=== {path}");
        match std::fs::read(&path) {
            Ok(bytes) => match read_document(&bytes, &path, &ReadOptions::default()) {
                Ok(document) => println!("{}", outline(&document, 40)),
                Err(error) => eprintln!("{}: {error}", error.code()),
            },
            Err(error) => eprintln!("{error}"),
        }
    }
}
