//! libFuzzer calls the target that the binary is named after.
#![no_main]
#![allow(missing_docs, reason = "a program")]

#[path = "../../linter/tests/invariants/mod.rs"]
mod invariants;
mod targets;

// libFuzzer's hook ends the program at any panic, also at one that the PDF reader catches at the border of a library.
// Without it a panic that nobody catches is still a find.
libfuzzer_sys::fuzz_target!(init: drop(std::panic::take_hook()), |data: &[u8]| {
    let name = env!("CARGO_BIN_NAME");
    let (_, target) =
        targets::TARGETS.iter().find(|(known, _)| *known == name).expect("a target for each binary");
    target(data);
});
