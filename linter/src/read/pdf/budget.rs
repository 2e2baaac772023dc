//! What reading one PDF may cost, counted: expanded bytes, instructions and characters.

use crate::read::ReadError;
use crate::source::Limits;
use lopdf::{DecompressError, Error, Stream};

/// Runs code of the libraries. They refuse damaged files with errors; a panic would be a fault of theirs, and one odd
/// file must not end the program, so that it counts as an error here. Nothing that was touched is used afterwards.
pub(super) fn guarded<T>(run: impl FnOnce() -> T) -> Option<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).ok()
}

/// What is left of the limits.
#[derive(Debug)]
pub(super) struct Budget {
    limits: Limits,
    bytes: u64,
    steps: u64,
    characters: u64,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            limits: *limits,
            bytes: limits.max_total_bytes,
            steps: limits.max_pdf_steps,
            characters: limits.max_pdf_characters,
        }
    }

    /// Counts one instruction or one look-up.
    pub(super) fn step(&mut self) -> Result<(), ReadError> {
        self.steps(1)
    }

    /// Counts many.
    pub(super) fn steps(&mut self, count: usize) -> Result<(), ReadError> {
        self.steps = self
            .steps
            .checked_sub(count as u64)
            .ok_or(ReadError::PdfSteps { limit: self.limits.max_pdf_steps })?;
        Ok(())
    }

    /// Counts one character.
    pub(super) fn character(&mut self) -> Result<(), ReadError> {
        self.characters = self
            .characters
            .checked_sub(1)
            .ok_or(ReadError::PdfCharacters { limit: self.limits.max_pdf_characters })?;
        self.step()
    }

    /// The bytes of a stream with its filters undone; none where they cannot be undone.
    pub(super) fn expand(&mut self, stream: &Stream) -> Result<Option<Vec<u8>>, ReadError> {
        let most = self.bytes.min(self.limits.max_entry_bytes);
        let expanded =
            guarded(|| stream.get_plain_content_with_limit(usize::try_from(most).unwrap_or(usize::MAX)));
        match expanded {
            Some(Ok(bytes)) => {
                self.bytes = self.bytes.saturating_sub(bytes.len() as u64);
                Ok(Some(bytes))
            }
            Some(Err(error)) if is_too_large(&error) => Err(self.too_large()),
            _ => Ok(None),
        }
    }

    /// The error of a file that expands too far.
    pub(super) fn too_large(&self) -> ReadError {
        ReadError::PdfTooLarge { limit: self.limits.max_total_bytes.min(self.limits.max_entry_bytes) }
    }
}

/// Whether a library stopped at the limit it was given.
pub(super) fn is_too_large(error: &Error) -> bool {
    matches!(
        error,
        Error::Decompress(
            DecompressError::MemoryLimitExceeded { .. } | DecompressError::TooManyFilters { .. }
        )
    )
}
