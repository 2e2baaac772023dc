//! compliance-trestle, which holds the OSCAL export to its models. It brings many packages of its own, so it lives in a
//! virtual environment below the build folder and not beside the other Python packages.

use std::path::PathBuf;

use crate::tools::{program, succeeds, target};

/// The Python of the environment, whether it is there or not. Tests get its path and go without where it is missing.
pub(crate) fn python() -> PathBuf {
    environment().join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

fn environment() -> PathBuf {
    target().join("trestle")
}

/// Makes the environment if asked to. What cannot be had is told, not fatal.
pub(crate) fn provide(install: bool) {
    let (environment, python) = (environment().display().to_string(), python().display().to_string());
    if succeeds(&mut program(&python, &["-c", "import trestle.oscal.mapping"])) {
        return;
    }
    println!("compliance-trestle がありません");
    let steps: [(&str, &[&str]); 2] = [
        ("python3", &["-m", "venv", &environment]),
        (&python, &["-m", "pip", "install", "--quiet", "compliance-trestle>=5.2,<6", "openpyxl"]),
    ];
    let done = install
        && steps.iter().all(|(name, args)| {
            println!("  $ {name} {}", args.join(" "));
            succeeds(&mut program(name, args))
        });
    if !done {
        println!("  kb export の oscal を trestle で確かめる検査を省きます");
    }
}
