//! `sekisho rules trace`: why a rule came to its verdict on a document.

use anyhow::Result;
use linter::lint::Options;
use linter::pack;
use linter::report::trace::{self, TraceOptions};

use super::sources;
use crate::args::{Format, RulesTraceArgs};
use crate::commands::explain;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::stated_kind;
use crate::session::Session;
use crate::{diagnostics, input, output};

pub(super) fn run(args: &RulesTraceArgs, session: Session) -> Result<Exit> {
    let Some(given) = sources::load(&args.rules, session) else { return Ok(Exit::Unusable) };
    let checked = pack::load(given.all);
    let pack = &checked.pack;
    let mut mistakes = checked.errors.clone();
    mistakes.retain(|error| error.error.level == dsl::Level::Error);
    diagnostics::complain(&mistakes, &pack.sources, session)?;
    let rule = explain::find(pack, &args.rule, session)?;
    if let Some(name) = &args.requirement {
        let names: Vec<&str> = rule.requirements.iter().map(|known| known.name.as_str()).collect();
        if !names.contains(&name.as_str()) {
            let failure = Failure::new("cli-unknown-requirement", &[]);
            return Err(failure.with("name", name).with("names", names.join(", ")).into());
        }
    }
    if !input::is_stdin(&args.file) && !args.file.exists() {
        let missing = Failure::new("cli-file-missing", &[]);
        session.complain_of_file(&missing.for_file(&input::shown(&args.file), session.lang));
        return Ok(Exit::Unusable);
    }
    let (document, bytes) = input::document(&args.file, None)?;
    let kind = stated_kind(args.kind.as_deref(), &document);
    let options = Options { kind, lang: session.lang, ..Options::default() };
    let path = input::shown(&args.file);
    let Some(mut trace) = linter::trace::trace(&document, &bytes, &path, pack, &rule.id, &options) else {
        return Err(Failure::new("cli-unknown-rule", &[]).with("rule", &args.rule).into());
    };
    if let (Format::Json, Some(name)) = (args.format, &args.requirement) {
        trace.requirements.retain(|requirement| requirement.name == *name);
    }
    output::print(&match args.format {
        Format::Json => output::json(&trace)?,
        Format::Text => trace::render(
            &trace,
            &TraceOptions {
                lang: session.lang,
                width: session.width,
                color: session.color,
                all: args.all,
                requirement: args.requirement.as_deref(),
            },
        ),
    })?;
    Ok(if mistakes.is_empty() { Exit::Clean } else { Exit::Unusable })
}
