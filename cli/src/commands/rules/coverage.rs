//! `sekisho rules coverage`: clauses and rules, both ways.

use ::kb::Kb;
use anyhow::Result;
use linter::coverage::{self, TextOptions};
use linter::pack;

use super::sources::{self, Given};
use crate::args::{PageFormat, RulesCoverageArgs};
use crate::exit::Exit;
use crate::session::Session;
use crate::{diagnostics, input, output};

pub(super) fn run(args: &RulesCoverageArgs, session: Session) -> Result<Exit> {
    let Some(Given { count, all }) = sources::load(&args.files, session) else { return Ok(Exit::Unusable) };
    let checked = pack::load(all);
    let mistakes: Vec<_> =
        checked.errors.into_iter().filter(|mistake| mistake.error.level == dsl::Level::Error).collect();
    if !mistakes.is_empty() {
        // Clauses of a rule that cannot be used would be shown as uncovered.
        diagnostics::complain(&mistakes, &checked.pack.sources, session)?;
        return Ok(Exit::Unusable);
    }
    let coverage = coverage::coverage(Kb::embedded()?, &checked.pack, count, &args.edition);
    let text = match args.format {
        PageFormat::Json => output::json(&coverage)?,
        PageFormat::Html => coverage::html(&coverage, session.lang)?,
        PageFormat::Text => {
            let paint =
                if args.output.is_some() { Session { color: false, ..session } } else { session }.paint();
            coverage::text(&coverage, TextOptions { lang: session.lang, width: session.width, paint })
        }
    };
    match &args.output {
        Some(path) => {
            // A folder stands for the rule files in it.
            let inputs: Vec<_> =
                input::expand(&args.files, input::Wanted::Rules).into_iter().flatten().collect();
            output::write(path, &text, &inputs)?;
        }
        None => output::print(&text)?,
    }
    Ok(Exit::Clean)
}
