//! A client of the language server that writes down what is said.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::binary;

/// Nobody waits longer for an answer. Far more than any answer takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Characters of a text that the transcript shows.
const LONGEST: usize = 240;

/// Entries of a list that the transcript shows.
const MOST: usize = 4;

pub(super) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    folder: String,
    next_id: i32,
    shown: Option<&'static [&'static str]>,
    transcript: String,
}

impl Client {
    pub(super) fn start(folder: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(binary())
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let (sender, output) = channel();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let input = child.stdin.take();
        let folder = format!("file://{}", folder.display());
        Self { child, input, output, folder, next_id: 1, shown: None, transcript: String::new() }
    }

    pub(super) fn uri(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }

    /// A heading of the transcript.
    pub(super) fn say(&mut self, words: &str) {
        self.transcript.push_str(&format!("\n== {words}\n"));
    }

    /// From now on the transcript shows diagnostics and actions of these rules only.
    pub(super) fn show_only(&mut self, codes: &'static [&'static str]) {
        self.shown = Some(codes);
    }

    pub(super) fn send_raw(&mut self, text: &str) {
        self.transcript.push_str(&format!("→ {text:?}\n"));
        self.write(text);
    }

    fn write(&mut self, text: &str) {
        let input = self.input.as_mut().unwrap();
        input.write_all(text.as_bytes()).unwrap();
        input.flush().unwrap();
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.write(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    pub(super) fn notify(&mut self, method: &str, params: Value) {
        self.note("→", method, &params);
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and gives back its result, or its error.
    pub(super) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.next_id;
        self.next_id += 1;
        let mut shown = params.clone();
        // The client repeats what the server has told it.
        shown
            .as_object_mut()
            .and_then(|fields| fields.get_mut("context")?.as_object_mut()?.remove("diagnostics"));
        self.note("→", method, &shown);
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let answer = self.wait(|message| message["id"] == id);
        match answer.get("error") {
            Some(error) => {
                self.note("← error", "", error);
                error.clone()
            }
            None => {
                self.note("←", "", &answer["result"]);
                answer["result"].clone()
            }
        }
    }

    /// What is published next about a document.
    pub(super) fn diagnostics(&mut self, uri: &str) -> Value {
        let published = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
        });
        self.note("←", "textDocument/publishDiagnostics", &published["params"]);
        published["params"]["diagnostics"].clone()
    }

    /// What comes next must be the refusal of a message whose id nobody knows.
    pub(super) fn refusal(&mut self) {
        let message = self.wait(|message| message.get("id") == Some(&Value::Null));
        self.note("← error", "", &message["error"]);
    }

    /// The next message that is wanted; nothing else may come before it.
    fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        match self.output.recv_timeout(PATIENCE) {
            Ok(message) if wanted(&message) => message,
            Ok(message) => panic!("not waited for: {message:#}\n{}", self.transcript),
            Err(error) => panic!("{error}\n{}", self.transcript),
        }
    }

    /// Closes the input, waits for the program to end, and gives back its status and what was said.
    pub(super) fn end(mut self) -> (i32, String) {
        drop(self.input.take());
        while let Ok(message) = self.output.recv_timeout(PATIENCE) {
            self.note("← (unasked)", "", &message);
        }
        let status = self.child.wait().unwrap().code().unwrap_or(-1);
        self.transcript.push_str(&format!("\n== exit {status}\n"));
        (status, std::mem::take(&mut self.transcript))
    }

    fn note(&mut self, arrow: &str, method: &str, value: &Value) {
        let shown = self.essential(value).map_or_else(String::new, |value| {
            format!("{value:#}").replace(&self.folder, "file:///WORKSPACE")
        });
        self.transcript.push_str(format!("{arrow} {method} {shown}").trim_end());
        self.transcript.push('\n');
    }

    /// The value as a person wants to read it: long texts and lists cut, with a mark where.
    fn essential(&self, value: &Value) -> Option<Value> {
        match value {
            Value::Null => None,
            // What an action mends was published before.
            Value::Object(fields) if fields.contains_key("edit") => {
                let mut fields = fields.clone();
                fields.remove("diagnostics");
                let kept =
                    fields.iter().filter_map(|(name, value)| Some((name.clone(), self.essential(value)?)));
                Some(Value::Object(kept.collect()))
            }
            Value::String(text) if text.chars().count() > LONGEST => {
                let head: String = text.chars().take(LONGEST).collect();
                Some(json!(format!("{head}…(全{}字)", text.chars().count())))
            }
            Value::Array(list) => Some(self.list(list)),
            Value::Object(fields) if is(fields, ["start", "end"]) => {
                Some(json!(format!("{}–{}", place(&value["start"]), place(&value["end"]))))
            }
            Value::Object(fields) if is(fields, ["line", "character"]) => Some(json!(place(value))),
            Value::Object(fields) => {
                let kept =
                    fields.iter().filter_map(|(name, value)| Some((name.clone(), self.essential(value)?)));
                Some(Value::Object(kept.collect()))
            }
            other => Some(other.clone()),
        }
    }

    fn list(&self, list: &[Value]) -> Value {
        let is_shown = |one: &&Value| {
            let code = one["code"].as_str().or_else(|| one["diagnostics"][0]["code"].as_str());
            self.shown.is_none_or(|shown| code.is_none_or(|code| shown.contains(&code)))
        };
        let shown: Vec<&Value> = list.iter().filter(is_shown).collect();
        let mut kept: Vec<Value> = shown.iter().take(MOST).filter_map(|one| self.essential(one)).collect();
        if self.shown.is_some() && shown.len() < list.len() {
            kept.push(json!("…(ほかは省く)"));
        } else if shown.len() > MOST {
            kept.push(json!("…(続く)"));
        }
        Value::Array(kept)
    }
}

fn is(fields: &serde_json::Map<String, Value>, names: [&str; 2]) -> bool {
    fields.len() == names.len() && names.iter().all(|name| fields.contains_key(*name))
}

/// `9:40`: line and column, counted from 0 as in the protocol.
fn place(value: &Value) -> String {
    format!("{}:{}", value["line"], value["character"])
}

impl Drop for Client {
    fn drop(&mut self) {
        // A test that stopped leaves no program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", count)) => length = Some(count.parse::<usize>().unwrap()),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length.unwrap()];
    output.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).unwrap())
}

/// Parameters of `initialize`, as an editor with all it takes sends them.
pub(super) fn parameters(folder: &Path, options: Value) -> Value {
    json!({
        "processId": null,
        "capabilities": {
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": true}},
                "publishDiagnostics": {"relatedInformation": true},
            },
        },
        "workspaceFolders": [{"uri": format!("file://{}", folder.display()), "name": "workspace"}],
        "initializationOptions": options,
    })
}

pub(super) fn opened(uri: &str, language: &str, version: i32, text: &str) -> Value {
    json!({"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}})
}

pub(super) fn at(uri: &str, position: Value) -> Value {
    json!({"textDocument": {"uri": uri}, "position": position})
}

/// The position behind the first occurrence of some words, in UTF-16 units.
pub(super) fn after(text: &str, words: &str) -> Value {
    let end = text.find(words).unwrap() + words.len();
    let head = text.get(..end).unwrap();
    let line = head.rsplit('\n').next().unwrap();
    json!({"line": head.matches('\n').count(), "character": line.encode_utf16().count()})
}
