//! `sekisho tree`: the document as it was read.

use anyhow::Result;
use linter::lint::understand;
use linter::meaning::kind::Kind;
use linter::report::text::kind_reasons;
use linter::tree_view::{meaning, outline, tree_view};

use crate::args::{ANY_CONTRACT, Format, TreeArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{guard, input, output};

/// Columns that numbers and indentation take in the outline.
const MARGIN: usize = 30;

pub(crate) fn run(args: &TreeArgs, session: Session) -> Result<Exit> {
    let shown = input::shown(&args.file);
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
    if !input::is_stdin(&args.file) && !args.file.exists() {
        return Err(Failure::new("cli-file-missing", &[]));
    }
    let (document, _) = input::document(&args.file, args.revisions.map(Into::into))?;
    let understood = match args.kind.as_deref() {
        Some(ANY_CONTRACT) | None => understand(&document, None),
        Some(name) => understand(&document, Kind::from_name(name)),
    };
    if args.format == Format::Text {
        // A full-width character takes two columns.
        let width = session.width.saturating_sub(MARGIN).max(20) / 2;
        let view = tree_view(&document, &understood);
        let kind = session.say(&format!("kind-{}", view.kind.replace('_', "-")), &[]);
        let why = kind_reasons(session.lang, &view.kind_reasons, view.kind_runner_up);
        let mut text = outline(&document, width);
        text.push_str(&meaning::summary(&view, session.lang, width, &format!("{kind} ({why})")));
        return Ok(Ok(text));
    }
    Ok(output::json(&tree_view(&document, &understood)))
}
