//! `sekisho schema`: the JSON Schemas of what the other subcommands print.

use anyhow::Result;
use schemars::schema_for;

use crate::args::{SchemaArgs, SchemaName};
use crate::exit::Exit;
use crate::output;

pub(crate) fn run(args: &SchemaArgs) -> Result<Exit> {
    let schema = match args.name {
        SchemaName::Report => linter::report::schema(),
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
        SchemaName::Kb => ::kb::export_schema(),
        SchemaName::KbData => ::kb::schema(),
        SchemaName::KbDiff => schema_for!(::kb::diff::DiffView),
    };
    output::print(&output::json(&schema)?)?;
    Ok(Exit::Clean)
}
