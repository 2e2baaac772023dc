//! `sekisho tree`: the document as it was read.

use anyhow::Result;
use linter::lint::understand;
use linter::meaning::kind::Kind;
use linter::tree_view::{PartyView, outline, tree_view};

use crate::args::{ANY_CONTRACT, Format, TreeArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{guard, input, output};

/// Columns that numbers and indentation take in the outline.
const MARGIN: usize = 30;

pub(crate) fn run(args: &TreeArgs, session: Session) -> Result<Exit> {
    let shown = args.file.display().to_string();
    match guard::catch(|| text(args, session)) {
        Ok(Ok(text)) => {
            output::print(&text?)?;
            Ok(Exit::Clean)
        }
        Ok(Err(failure)) => Ok(refuse(&failure, &shown, session)),
        Err(detail) => Ok(refuse(&Failure::new("cli-internal", &[]).with("detail", detail), &shown, session)),
    }
}

fn refuse(failure: &Failure, path: &str, session: Session) -> Exit {
    session.complain_of_file(&failure.for_file(path, session.lang));
    Exit::Unusable
}

fn text(args: &TreeArgs, session: Session) -> Result<Result<String>, Failure> {
    if !args.file.exists() {
        return Err(Failure::new("cli-file-missing", &[]));
    }
    let (document, _) = input::document(&args.file)?;
    if args.format == Format::Text {
        // A full-width character takes two columns.
        return Ok(Ok(outline(&document, session.width.saturating_sub(MARGIN).max(20) / 2)));
    }
    let stated = args.kind.as_deref().filter(|name| *name != ANY_CONTRACT).and_then(Kind::from_name);
    let understood = understand(&document, stated);
    let party = |name: &str, role: &str| PartyView { name: name.to_owned(), role: role.to_owned() };
    let parties =
        vec![party(&understood.parties.hospital, "hospital"), party(&understood.parties.vendor, "vendor")];
    Ok(output::json(&tree_view(&document, understood.kind.name(), parties)))
}
