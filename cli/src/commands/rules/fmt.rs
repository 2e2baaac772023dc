//! `sekisho rules fmt`: rule files in their canonical form, shown, compared or written back.

use std::path::Path;

use anyhow::Result;
use linter::pack::{PackError, Source};

use super::sources;
use crate::args::RulesFmtArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{self, Found};
use crate::session::Session;
use crate::{diagnostics, failure, output};

pub(super) fn run(args: &RulesFmtArgs, session: Session) -> Result<Exit> {
    let found = input::expand(&args.files, input::Wanted::Rules);
    if args.write && found.iter().flatten().any(|path| input::is_stdin(path)) {
        return Err(Failure::new("cli-rules-fmt-stdin", &[]).into());
    }
    if !args.check && !args.write && found.len() > 1 {
        let count = found.len().to_string();
        return Err(Failure::new("cli-rules-fmt-one", &[]).with("count", count).into());
    }
    Ok(found.iter().map(|file| one(file, args, session)).max().unwrap_or(Exit::Clean))
}

/// One file. What is wrong with it is told, and the others are still done.
fn one(file: &Found, args: &RulesFmtArgs, session: Session) -> Exit {
    let (Ok(path) | Err((path, _))) = file;
    let done = match file {
        Ok(path) => format(path, args, session),
        Err((_, failure)) => Err(failure.clone().into()),
    };
    done.unwrap_or_else(|error| {
        let failure = failure::of_error(&error);
        session.complain_of_file(&failure.for_file(&input::shown(path), session.lang));
        Exit::Unusable
    })
}

fn format(path: &Path, args: &RulesFmtArgs, session: Session) -> Result<Exit> {
    let text = sources::text(path)?;
    let formatted = match dsl::format(sources::without_mark(&text)) {
        Ok(formatted) => formatted,
        Err(errors) => return refuse(path, &text, errors, session),
    };
    if !args.check && !args.write {
        output::print(&formatted)?;
        return Ok(Exit::Clean);
    }
    if formatted == text {
        return Ok(Exit::Clean);
    }
    if args.write {
        output::rewrite(path, &formatted)?;
    }
    output::print(&format!("{}\n", input::shown(path)))?;
    Ok(if args.check { Exit::Findings } else { Exit::Clean })
}

fn refuse(path: &Path, text: &str, errors: Vec<dsl::DslError>, session: Session) -> Result<Exit> {
    let source = Source { path: input::shown(path), text: sources::without_mark(text).to_owned() };
    let errors: Vec<PackError> = errors.into_iter().map(|error| PackError { file: 0, error }).collect();
    diagnostics::complain(&errors, &[source], session)?;
    Ok(Exit::Unusable)
}
