//! `sekisho schema`: the JSON Schemas of what the other subcommands print.

use anyhow::Result;
use schemars::schema_for;
use serde::Serialize;

use crate::args::{SchemaArgs, SchemaName};
use crate::exit::Exit;
use crate::output;
use crate::session::Session;

pub(crate) fn run(args: &SchemaArgs, session: Session) -> Result<Exit> {
    let schema = match args.name {
        // Made from the table of keys, with the words of the message catalogue.
        SchemaName::Config => return print(&linter::config::schema(session.lang)),
        SchemaName::Report => linter::report::schema(),
        SchemaName::Jsonl => linter::report::jsonl::schema(),
        SchemaName::Diff => linter::compare::report::schema(),
        SchemaName::Search => schema_for!(crate::commands::search::SearchView),
        SchemaName::Tree => schema_for!(linter::tree_view::TreeView),
        SchemaName::Evidence => schema_for!(crate::commands::evidence::LocateView),
        SchemaName::Explain => linter::explain::schema(),
        SchemaName::Coverage => linter::coverage::schema(),
        SchemaName::Trace => schema_for!(linter::trace::Trace),
        SchemaName::RulesLint => schema_for!(crate::commands::rules::lint::RulesLintView),
        SchemaName::Mutate => schema_for!(crate::commands::rules::mutate::MutateView),
        SchemaName::Import => schema_for!(linter::official::report::ImportReport),
        SchemaName::Matrix => linter::matrix::schema(),
        SchemaName::Decisions => schema_for!(linter::matrix::import::Imported),
        SchemaName::Checklist => schema_for!(linter::checklist::Filled),
        SchemaName::ChecklistCheck => schema_for!(linter::checklist::check::Checked),
        SchemaName::Kb => ::kb::export_schema(),
        SchemaName::KbData => ::kb::schema(),
        SchemaName::KbDiff => schema_for!(::kb::diff::DiffView),
        SchemaName::Baseline => schema_for!(linter::baseline::Baseline),
        SchemaName::Waivers => schema_for!(crate::commands::waiver::WaiversView),
    };
    print(&schema)
}

fn print(schema: &impl Serialize) -> Result<Exit> {
    output::print(&output::json(schema)?)?;
    Ok(Exit::Clean)
}
