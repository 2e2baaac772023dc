//! Messages as they travel: a header with the length, a body of JSON.
//!
//! `lsp_server` ends the conversation at the first message it cannot read, and reserves as much memory as a header asks
//! for; here such a message is answered as JSON-RPC wants, and the next one is read.

use std::io::{self, BufRead, Read as _, Stdout, Write as _};

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// Bytes of one message: a document of the size that readers accept, escaped.
pub(super) const LARGEST: u64 = 256 * 1024 * 1024;

/// Bytes of one line of a header.
const LONGEST_LINE: u64 = 64 * 1024;

const LENGTH: &[u8] = b"content-length:";

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// Something that is none.
    Broken(Broken),
}

/// A message that could not be read.
#[derive(Debug, PartialEq)]
pub(super) struct Broken {
    /// `ParseError` or `InvalidRequest`.
    pub(super) code: ErrorNumber,
    /// The id of the request, as far as it could be read.
    pub(super) id: Value,
    /// Why.
    pub(super) detail: Detail,
}

/// A number of JSON-RPC.
pub(super) type ErrorNumber = i32;

/// Why a message could not be read.
#[derive(Debug, PartialEq)]
pub(super) enum Detail {
    /// In the words of the JSON reader.
    Json(String),
    /// Its length.
    TooLarge(u64),
}

/// Reads one message; none at the end of the input. What stands before a header that can be read is passed over, and
/// answered once.
///
/// # Errors
/// The input cannot be read.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        let line = line.trim_ascii();
        if let Some(found) = content_length(line) {
            length = Some(found);
        } else if line.is_empty() {
            return match length {
                Some(length) => body(input, length).map(Some),
                None => Ok(Some(broken(ErrorCode::ParseError, Value::Null, "no Content-Length"))),
            };
        }
    }
}

/// The length that a line of a header gives. The rest of a broken message may stand before it on the line.
fn content_length(line: &[u8]) -> Option<u64> {
    let lower = line.to_ascii_lowercase();
    let start = lower.windows(LENGTH.len()).rposition(|part| part == LENGTH)?;
    let digits = line.get(start + LENGTH.len()..)?.trim_ascii();
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn body(input: &mut impl BufRead, length: u64) -> io::Result<Incoming> {
    let mut part = input.by_ref().take(length);
    if length > LARGEST {
        io::copy(&mut part, &mut io::sink())?;
        let detail = Detail::TooLarge(length);
        return Ok(Incoming::Broken(Broken {
            code: ErrorCode::InvalidRequest as i32,
            id: Value::Null,
            detail,
        }));
    }
    let mut bytes = Vec::new();
    part.read_to_end(&mut bytes)?;
    let value: Value = match serde_json::from_slice(&bytes) {
        Ok(value) => value,
        Err(error) => return Ok(broken(ErrorCode::ParseError, Value::Null, &error.to_string())),
    };
    let id = value.get("id").cloned();
    let is_notice = id.is_none();
    let id = id.filter(|id| id.is_number() || id.is_string()).unwrap_or_default();
    Ok(match serde_json::from_value(value) {
        // With an id of another sort it would pass for a notice, and nobody would answer.
        Ok(Message::Notification(_)) if !is_notice => {
            broken(ErrorCode::InvalidRequest, id, "the id is neither a 32-bit number nor a text")
        }
        Ok(message) => Incoming::Message(message),
        Err(error) => broken(ErrorCode::InvalidRequest, id, &error.to_string()),
    })
}

fn broken(code: ErrorCode, id: Value, detail: &str) -> Incoming {
    Incoming::Broken(Broken { code: code as i32, id, detail: Detail::Json(detail.to_owned()) })
}

/// Where answers go.
pub(super) struct Writer(Stdout);

impl Writer {
    /// Standard output.
    pub(super) fn stdout() -> Self {
        Self(io::stdout())
    }

    /// Sends one message.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub(super) fn send(&mut self, message: &Message) -> io::Result<()> {
        message.write(&mut self.0.lock())
    }

    /// Answers a message that has no id that could be read. The `lsp_server` knows no such answer.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub(super) fn refuse(&mut self, id: &Value, code: ErrorNumber, message: &str) -> io::Result<()> {
        let body =
            json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}}).to_string();
        let mut out = self.0.lock();
        write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<String> {
        let mut input = bytes;
        let mut found = Vec::new();
        while let Some(incoming) = read(&mut input).unwrap() {
            found.push(match incoming {
                Incoming::Message(Message::Request(request)) => format!("request {}", request.method),
                Incoming::Message(Message::Notification(notice)) => format!("notice {}", notice.method),
                Incoming::Message(Message::Response(answer)) => format!("answer {}", answer.id),
                Incoming::Broken(broken) => format!("{} {}", broken.code, broken.id),
            });
        }
        found
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_next_message_is_read() {
        let exit = framed(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        for (bad, told) in [
            (framed("{\"id\": 1, "), "-32700 null"),
            (framed("\u{feff}"), "-32700 null"),
            (framed("[]"), "-32600 null"),
            (framed(r#"{"id": "x"}"#), "-32600 \"x\""),
            (framed(r#"{"id": 1.5, "method": "a"}"#), "-32600 1.5"),
            ("Content-Type: x\r\n\r\n".to_owned(), "-32700 null"),
            ("{\"method\":\"a\"}\n\n".to_owned(), "-32700 null"),
        ] {
            assert_eq!(all(format!("{bad}{exit}").as_bytes()), [told, "notice exit"], "{bad}");
        }
        assert_eq!(all(format!("garbage{exit}").as_bytes()), ["notice exit"]);
        assert_eq!(all(format!("Content-Length: x\r\n{exit}").as_bytes()), ["notice exit"]);
        assert_eq!(all(b"Content-Length: 99999999999999\r\n\r\n{}"), ["-32600 null"]);
        assert_eq!(all(b"Content-Length: 9"), [""; 0]);
        assert_eq!(all(framed(r#"{"id":1,"method":"shutdown"}"#).as_bytes()), ["request shutdown"]);
    }
}
