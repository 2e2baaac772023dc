//! The state of the conversation, and who answers what.

use std::io;

use dsl::limits::SOURCE_BYTES;
use linter::editor::{Diagnostic, diagnostics, doubts, findings};
use linter::message::{self, Arg, Lang};
use linter::pack::{self, RulePack};
use linter::read::Limits;
use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{Notification as _, PublishDiagnostics};
use lsp_types::{InitializeParams, PublishDiagnosticsParams, Uri};
use serde_json::Value;

use super::documents::{Documents, Sort, too_large};
use super::frames::{Broken, Detail, Incoming, LARGEST, Writer};
use super::lifecycle::Client;
use super::rules::{Checked, RuleFiles, scope};
use super::{answers, convert, notices};
use crate::guard;

/// Whether the conversation goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It does.
    Stay,
    /// The client left.
    Leave {
        /// After `shutdown`.
        in_order: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Before,
    Running,
    ShutDown,
}

/// Why a request gets no result.
pub(super) struct Fault {
    pub(super) code: ErrorCode,
    pub(super) message: String,
}

/// The server.
pub(super) struct Server {
    pub(super) client: Client,
    pub(super) documents: Documents,
    pub(super) rules: RuleFiles,
    pack: Option<RulePack>,
    phase: Phase,
    out: Writer,
}

impl Server {
    pub(super) fn new(lang: Lang, out: Writer) -> Self {
        Self {
            client: Client::unknown(lang),
            documents: Documents::new(),
            rules: RuleFiles::default(),
            pack: None,
            phase: Phase::Before,
            out,
        }
    }

    pub(super) fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.client.lang, code, args)
    }

    /// Takes one message and answers it.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub(super) fn take(&mut self, incoming: Incoming) -> io::Result<Turn> {
        match incoming {
            Incoming::Message(Message::Request(request)) => self.request(request)?,
            Incoming::Message(Message::Notification(notice)) if notice.method == "exit" => {
                return Ok(Turn::Leave { in_order: self.phase == Phase::ShutDown });
            }
            Incoming::Message(Message::Notification(notice)) => self.notice(notice),
            // The server asks nothing, so that no answer is meant for it.
            Incoming::Message(Message::Response(_)) => {}
            Incoming::Broken(Broken { code, id, detail }) => {
                let words = match detail {
                    Detail::Json(detail) => self.say("editor-invalid-message", &[("detail", &detail)]),
                    Detail::TooLarge(length) => {
                        let (length, limit) = (length.to_string(), LARGEST.to_string());
                        self.say("editor-message-too-large", &[("length", &length), ("limit", &limit)])
                    }
                };
                self.out.refuse(&id, code, &words)?;
            }
        }
        Ok(Turn::Stay)
    }

    fn request(&mut self, request: Request) -> io::Result<()> {
        let Request { id, method, params } = request;
        let answer = match guard::catch(|| self.answer(&method, params)) {
            Ok(answer) => answer,
            // Nothing here panics on purpose; if something does, the other requests still get their answers.
            Err(detail) => {
                let message = self.say("cli-internal", &[("detail", &detail)]);
                Err(Fault { code: ErrorCode::InternalError, message })
            }
        };
        let answer = match answer {
            Ok(result) => Response { id, response_result: Ok(result) },
            Err(fault) => Response::new_err(id, fault.code as i32, fault.message),
        };
        self.out.send(&answer.into())
    }

    fn answer(&mut self, method: &str, params: Value) -> Result<Value, Fault> {
        let refuse = |code, message| Err(Fault { code, message });
        match (self.phase, method) {
            (Phase::Before, "initialize") => self.initialize(params),
            (Phase::Before, _) => refuse(
                ErrorCode::ServerNotInitialized,
                self.say("editor-not-initialized", &[("method", method)]),
            ),
            (Phase::ShutDown, _) => {
                refuse(ErrorCode::InvalidRequest, self.say("editor-shut-down", &[("method", method)]))
            }
            (Phase::Running, "initialize") => {
                refuse(ErrorCode::InvalidRequest, self.say("editor-initialized-twice", &[]))
            }
            (Phase::Running, "shutdown") => {
                self.phase = Phase::ShutDown;
                Ok(Value::Null)
            }
            (Phase::Running, _) => answers::answer(self, method, params),
        }
    }

    fn initialize(&mut self, params: Value) -> Result<Value, Fault> {
        let params: InitializeParams = self.params("initialize", params)?;
        self.client = Client::read(&params, self.client.lang);
        self.phase = Phase::Running;
        self.result(self.client.welcome())
    }

    /// The parameters of a method.
    pub(super) fn params<P: serde::de::DeserializeOwned>(
        &self,
        method: &str,
        params: Value,
    ) -> Result<P, Fault> {
        serde_json::from_value(params).map_err(|error| Fault {
            code: ErrorCode::InvalidParams,
            message: self.say("editor-invalid-params", &[("method", method), ("detail", &error.to_string())]),
        })
    }

    /// A result as JSON.
    pub(super) fn result(&self, result: impl serde::Serialize) -> Result<Value, Fault> {
        serde_json::to_value(result).map_err(|error| Fault {
            code: ErrorCode::InternalError,
            message: self.say("cli-internal", &[("detail", &error.to_string())]),
        })
    }

    fn notice(&mut self, notice: Notification) {
        if self.phase == Phase::Running {
            // A notice has no answer, not even one that it went wrong.
            let _ = guard::catch(|| notices::take(self, &notice.method, notice.params));
        }
    }

    /// The rule files that a document is seen together with, and its place among them.
    pub(super) fn checked(&mut self, uri: &Uri) -> Option<(&Checked, usize)> {
        let document = self.documents.get(uri.as_str()).filter(|document| document.sort == Sort::Rules)?;
        let scope = scope(document, &self.client.folders);
        let checked = self.rules.of(&scope, &self.documents, &self.client.folders);
        Some((checked, checked.file(uri)?))
    }

    /// The rules that documents are judged by.
    pub(super) fn pack(&mut self) -> &RulePack {
        self.pack.get_or_insert_with(pack::shipped)
    }

    /// Publishes what changed since the last time.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub(super) fn publish_due(&mut self) -> io::Result<()> {
        if self.documents.values().all(|document| !document.due) {
            return Ok(());
        }
        let rules_changed =
            self.documents.values().any(|document| document.due && document.sort == Sort::Rules);
        let concerned: Vec<Uri> = self
            .documents
            .values()
            .filter(|document| document.due || (rules_changed && document.sort == Sort::Rules))
            .map(|document| document.uri.clone())
            .collect();
        for uri in concerned {
            let found = guard::catch(|| self.look_at(&uri)).unwrap_or_default();
            self.publish(&uri, found)?;
        }
        Ok(())
    }

    /// All that is to be said of a document.
    fn look_at(&mut self, uri: &Uri) -> Vec<Diagnostic> {
        let lang = self.client.lang;
        let Some(document) = self.documents.get(uri.as_str()) else { return Vec::new() };
        let sort = document.sort;
        let limit = match sort {
            Sort::Rules => SOURCE_BYTES as u64,
            Sort::Text(_) => Limits::default().max_bytes,
        };
        if document.text.len() as u64 > limit {
            return vec![too_large(self.say("editor-too-large", &[("limit", &limit.to_string())]))];
        }
        match sort {
            Sort::Rules => {
                let known = document.doubts.clone();
                let Some((checked, file)) = self.checked(uri) else { return Vec::new() };
                let mut found = diagnostics::of_file(&checked.workspace, file, lang);
                let warnings = known.unwrap_or_else(|| doubts::of_file(&checked.workspace, file, lang));
                if let Some(document) = self.documents.get_mut(uri.as_str()) {
                    document.doubts = Some(warnings.clone());
                }
                found.extend(warnings);
                found
            }
            Sort::Text(markup) => {
                let text = document.text.clone();
                findings::of_text(&text, markup, self.pack(), lang)
            }
        }
    }

    /// What was published before is not published again, unless its document changed.
    fn publish(&mut self, uri: &Uri, found: Vec<Diagnostic>) -> io::Result<()> {
        let Some(document) = self.documents.get_mut(uri.as_str()) else { return Ok(()) };
        if !document.due && document.published.as_ref() == Some(&found) {
            return Ok(());
        }
        document.due = false;
        let lines = document.lines(self.client.encoding);
        let shown = uri_if(self.client.related, uri);
        let diagnostics = found.iter().map(|found| convert::diagnostic(found, &lines, shown)).collect();
        let version = Some(document.version);
        let params = PublishDiagnosticsParams { uri: uri.clone(), diagnostics, version };
        document.published = Some(found);
        self.tell(PublishDiagnostics::METHOD, params)
    }

    /// Takes back what was published about a document that was closed.
    pub(super) fn take_back(&mut self, uri: Uri) {
        let params = PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None };
        // A client that is gone needs no diagnostics taken back; the next answer will notice.
        let _ = self.tell(PublishDiagnostics::METHOD, params);
    }

    fn tell(&mut self, method: &str, params: impl serde::Serialize) -> io::Result<()> {
        let params = serde_json::to_value(params).unwrap_or_default();
        self.out.send(&Notification { method: method.to_owned(), params }.into())
    }
}

fn uri_if(wanted: bool, uri: &Uri) -> Option<&Uri> {
    wanted.then_some(uri)
}
