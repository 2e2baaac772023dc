//! `cargo xtask peers`: the same checks by another policy engine. Not part of `test`: it builds that engine and measures.

use anyhow::Result;

use crate::tools::{self, cargo};

/// Builds the comparison and runs it.
///
/// # Errors
/// It does not build, or the two engines disagree.
pub(crate) fn run() -> Result<()> {
    tools::run(&mut cargo(&["run", "--release", "--manifest-path", "tests/peers/Cargo.toml"]))
}
