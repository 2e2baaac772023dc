//! `sekisho fix`: a copy of a document with the proposed articles in it, or what it would be.

use std::path::Path;

use anyhow::Result;
use linter::annotate;
use linter::document::{Document, Origin};
use linter::mend::text::{self, apply, takes_lines, unified_diff};
use linter::mend::{Plan, plan};
use linter::read::{ReadOptions, Revisions, read_document};

use crate::args::FixArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::Asked;
use crate::session::Session;
use crate::{guard, input, output};

pub(crate) fn run(args: &FixArgs, session: Session) -> Result<Exit> {
    let Some(asked) = Asked::new(&args.asked, std::slice::from_ref(&args.file), session)? else {
        return Ok(Exit::Unusable);
    };
    let shown = input::shown(&args.file);
    let work = || -> Result<Fixed, Failure> {
        if !input::is_stdin(&args.file) && !args.file.exists() {
            return Err(Failure::new("cli-file-missing", &[]));
        }
        let (document, bytes) = input::document(&args.file, asked.revisions)?;
        let report = asked.judge(&args.file, &document, &bytes);
        fix(&args.file, asked.revisions, &document, &bytes, plan(&document, &report))
    };
    let fixed = guard::catch(work)
        .unwrap_or_else(|detail| Err(Failure::new("cli-internal", &[]).with("detail", detail)));
    let fixed = match fixed {
        Ok(fixed) => fixed,
        Err(failure) => {
            session.complain_of_file(&failure.for_file(&shown, session.lang));
            return Ok(Exit::Unusable);
        }
    };
    let mut told = fixed.plan.words(session.lang);
    if let Some(path) = &args.output {
        output::write_beside(path, &fixed.bytes, std::slice::from_ref(&args.file))?;
    } else {
        let new_name = format!("{shown} {}", session.say("mend-new-name", &[]));
        told.push_str(&format!("\n{}", unified_diff(&fixed.before, &fixed.after, &shown, &new_name)));
    }
    if fixed.recoded {
        told.push_str(&format!("{}\n", session.say("mend-recoded", &[])));
    }
    output::print(&told)?;
    Ok(Exit::Clean)
}

/// What became of a document.
struct Fixed {
    plan: Plan,
    before: String,
    after: String,
    bytes: Vec<u8>,
    recoded: bool,
}

fn fix(
    path: &Path,
    revisions: Option<Revisions>,
    document: &Document,
    bytes: &[u8],
    plan: Plan,
) -> Result<Fixed, Failure> {
    let is_word = document
        .source_map
        .segments
        .first()
        .is_some_and(|segment| matches!(segment.origin, Origin::Docx { .. }));
    if is_word { fix_word(revisions, document, bytes, plan) } else { fix_text(path, document, bytes, plan) }
}

fn fix_word(
    revisions: Option<Revisions>,
    document: &Document,
    bytes: &[u8],
    plan: Plan,
) -> Result<Fixed, Failure> {
    let reading = ReadOptions { revisions, ..ReadOptions::default() };
    let failed = |error: annotate::AnnotateError| Failure::from(&error);
    let plan = annotate::mendable(bytes, document, plan, &reading).map_err(failed)?;
    let new = annotate::mend(bytes, document, &plan, &reading).map_err(failed)?;
    let after = read_document(&new, "a.docx", &reading).map_err(|error| Failure::from(&error))?;
    let ended = |text: &str| format!("{text}\n");
    Ok(Fixed { plan, before: ended(&document.text), after: ended(&after.text), bytes: new, recoded: false })
}

fn fix_text(path: &Path, document: &Document, bytes: &[u8], plan: Plan) -> Result<Fixed, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !takes_lines(bytes, &name) {
        return Err(Failure::new("mend-unknown-form", &[]));
    }
    let text::Mended { before, after, bytes, recoded } =
        apply(bytes, document, &plan).map_err(|error| Failure::from(&error))?;
    Ok(Fixed { plan, before, after, bytes, recoded })
}
