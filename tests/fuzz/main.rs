//! libFuzzer calls the target that the binary is named after.
#![no_main]
#![allow(missing_docs, reason = "a program")]

#[path = "../../linter/tests/invariants/mod.rs"]
mod invariants;
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let name = env!("CARGO_BIN_NAME");
    let (_, target) =
        targets::TARGETS.iter().find(|(known, _)| *known == name).expect("a target for each binary");
    target(data);
});
