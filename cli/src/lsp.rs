//! The language server: JSON-RPC over standard input and output, for editors.
//!
//! What is said of rule files and documents comes from `linter::editor`; here it is mapped to the protocol. One thread
//! reads, the main thread answers in the order of the messages; diagnostics are published when nothing waits to be
//! answered, so that fast typing is checked once.

mod answers;
mod convert;
mod documents;
mod frames;
mod lifecycle;
mod notices;
mod position;
mod rules;
mod server;
mod uri;

use std::io::{self, BufReader, ErrorKind, stdin};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

use anyhow::Result;
use linter::message::Lang;

use frames::{Incoming, Writer};
use server::{Server, Turn};

/// Messages that may wait before the reader does.
const WAITING: usize = 256;

/// Serves one client until it leaves. True where it did so as the protocol wants: `shutdown`, then `exit`.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn serve(lang: Lang) -> Result<bool> {
    let (sender, receiver) = sync_channel(WAITING);
    // The thread ends with the program: it may wait for input that never comes.
    std::thread::spawn(move || {
        let mut input = BufReader::new(stdin());
        while let Ok(Some(incoming)) = frames::read(&mut input) {
            if sender.send(incoming).is_err() {
                break;
            }
        }
    });
    match converse(&receiver, &mut Server::new(lang, Writer::stdout())) {
        // A client that is gone is no error of ours, but it did not take its leave either.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        ended => Ok(ended?),
    }
}

fn converse(receiver: &Receiver<Incoming>, server: &mut Server) -> io::Result<bool> {
    while let Some(incoming) = next(receiver, server)? {
        if let Turn::Leave { in_order } = server.take(incoming)? {
            return Ok(in_order);
        }
    }
    Ok(false)
}

/// The next message; before it waits, the server publishes what has become due.
fn next(receiver: &Receiver<Incoming>, server: &mut Server) -> io::Result<Option<Incoming>> {
    match receiver.try_recv() {
        Ok(incoming) => Ok(Some(incoming)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            server.publish_due()?;
            Ok(receiver.recv().ok())
        }
    }
}
