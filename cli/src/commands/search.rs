//! `sekisho search`: entries of the knowledge base, and the shipped rules, by words.

mod page;
mod rules;

use ::kb::search::{Filter, SearchOptions, SearchResult, only_excludes};
use ::kb::{EntryKind, Kb, Owner, Part, Strength};
use anyhow::Result;
use schemars::JsonSchema;
use serde::Serialize;

use crate::args::{Format, RULE, SearchArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{minus, output};

/// What `search --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SearchView {
    #[serde(flatten)]
    result: SearchResult,
    /// The shipped rules, where `--kind rule` asks for them.
    rules: Vec<rules::RuleHit>,
}

pub(crate) fn run(args: &SearchArgs, session: Session) -> Result<Exit> {
    let options = SearchOptions { filter: filter(args), limit: args.limit };
    let query = args.words.iter().map(|word| minus::typed(word)).collect::<Vec<_>>().join(" ");
    if query.trim().is_empty() && options.filter == Filter::default() && args.kind.is_empty() {
        return Err(Failure::new("cli-search-empty", &[]).into());
    }
    if only_excludes(&query) {
        return Err(Failure::new("cli-search-only-excludes", &[]).with("query", query).into());
    }
    let only_rules = !args.kind.is_empty() && options.filter.kinds.is_empty();
    let result = if only_rules {
        SearchResult { query, ..SearchResult::default() }
    } else {
        Kb::embedded()?.search(&query, &options)?
    };
    let found = if args.kind.iter().any(|kind| kind == RULE) {
        rules::find(&result.query, args.limit)
    } else {
        Vec::new()
    };
    let text = match args.format {
        Format::Json => output::json(&SearchView { result, rules: found })?,
        Format::Text => page::Page { session, result: &result, rules: &found }.write()?,
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

fn filter(args: &SearchArgs) -> Filter {
    let named = |text: &Option<String>| text.clone();
    Filter {
        kinds: args.kind.iter().filter_map(|kind| EntryKind::from_name(kind)).collect(),
        part: args.part.as_deref().and_then(part),
        system_type: args.system_type,
        actor: named(&args.actor),
        owner: Owner::ALL.iter().copied().find(|owner| Some(owner.as_str()) == args.owner.as_deref()),
        nature: named(&args.nature),
        strength: Strength::ALL
            .iter()
            .copied()
            .find(|strength| Some(strength.as_str()) == args.strength.as_deref()),
        document: named(&args.document),
        confirmed: args.confirmed,
    }
}

fn part(name: &str) -> Option<Part> {
    let letter = name.chars().next().map(|letter| letter.to_ascii_uppercase());
    Part::ALL.into_iter().find(|part| Some(part.letter()) == letter || part.title() == name)
}
