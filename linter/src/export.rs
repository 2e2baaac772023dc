//! The knowledge base in forms that other programs read: tables, a workbook, a document, lines for a search engine, OSCAL.
//!
//! Each form is one function: knowledge base in, bytes or texts out. The same data give the same bytes; where a form
//! wants a date it is that of the edition, never of the day. Every form carries 【未確認】 and 【自作】, the sources and the
//! credit of the ministry. Who writes files is the shell.

pub mod about;
pub mod csv;
pub mod markdown;
pub mod ndjson;
pub mod oscal;
mod row;
#[cfg(feature = "xlsx")]
pub mod xlsx;

/// A file of a form that consists of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// All of it.
    pub text: String,
}

/// A form could not be written, which means a broken build or data beyond what the form can hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the knowledge base cannot be exported: {detail}")]
pub struct ExportError {
    /// The words of the library that writes the form.
    pub detail: String,
}

impl ExportError {
    /// Every code of the catalogue that an export can end with.
    pub const CODES: &'static [&'static str] = &["export-failed"];

    /// The code of its message.
    pub fn code(&self) -> &'static str {
        "export-failed"
    }

    /// The arguments of its message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        vec![("detail", self.detail.clone())]
    }

    pub(crate) fn new(error: impl std::fmt::Display) -> Self {
        Self { detail: error.to_string() }
    }
}

/// One JSON value with a line break at its end.
fn json(value: &impl serde::Serialize) -> Result<String, ExportError> {
    Ok(serde_json::to_string_pretty(value).map_err(ExportError::new)? + "\n")
}
