//! What a call gives back.

use serde::Serialize;
use serde_json::{Value, json};

/// An answer: JSON, and the file that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// `{"ok": …}` or `{"error": {"code", "message", "help"}}`.
    pub json: String,
    /// A document, workbook or page that was made.
    pub file: Option<Vec<u8>>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallError {
    /// A code of the message catalogue, or `call-…` where the question itself is wrong.
    pub code: String,
    /// The rendered message.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl CallError {
    /// A question that no page of ours asks: only whoever writes one sees it.
    pub(crate) fn question(detail: impl Into<String>) -> Self {
        Self { code: "call-question".to_owned(), message: detail.into(), help: None }
    }

    /// Something that our own code could not do.
    pub(crate) fn internal(detail: impl std::fmt::Display) -> Self {
        Self { code: "call-internal".to_owned(), message: detail.to_string(), help: None }
    }
}

/// What a call comes to before it is written down: a value, and perhaps a file.
pub(crate) type Outcome = Result<(Value, Option<Vec<u8>>), CallError>;

/// An outcome of a value alone.
pub(crate) fn of(value: &impl Serialize) -> Outcome {
    serde_json::to_value(value).map(|value| (value, None)).map_err(CallError::internal)
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        let (json, file) = match outcome {
            Ok((value, file)) => (json!({ "ok": value }), file),
            Err(CallError { code, message, help }) => {
                (json!({ "error": { "code": code, "message": message, "help": help } }), None)
            }
        };
        Self { json: json.to_string(), file }
    }
}
