//! Hashes as reports print them.

use sha2::{Digest as _, Sha256};

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What tells two sets of files apart, by path and text: 16 hexadecimal digits.
pub fn of_files<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut hasher = Sha256::new();
    for part in files.flat_map(|(path, text)| [path, text]) {
        hasher.update(part);
        hasher.update([0]);
    }
    hex(&hasher.finalize()).chars().take(16).collect()
}
