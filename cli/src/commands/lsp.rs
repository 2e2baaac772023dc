//! `sekisho lsp`: the language server for editors.

use anyhow::Result;

use crate::exit::Exit;
use crate::lsp;
use crate::session::Session;

/// The protocol wants 1 where the client leaves without `shutdown`.
pub(crate) fn run(session: Session) -> Result<Exit> {
    let in_order = lsp::serve(session.lang)?;
    Ok(if in_order { Exit::Clean } else { Exit::Findings })
}
