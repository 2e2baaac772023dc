//! `sekisho rules new`: the skeleton of a rule, sound as it stands.

use ::kb::{ContentStatus, Entry, Kb, Match};
use anyhow::Result;
use linter::pack;
use linter::skeleton::{self, SkeletonError, Subject, Wish};

use crate::args::RulesNewArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;

pub(super) fn run(args: &RulesNewArgs, session: Session) -> Result<Exit> {
    if pack::shipped_rules().rules.iter().any(|rule| rule.id == args.id) {
        return Err(Failure::new("cli-rules-new-taken", &[]).with("rule", args.id.as_str()).into());
    }
    let kb = Kb::embedded()?;
    let basis = args.basis.iter().map(|query| clause(kb, query)).collect::<Result<Vec<_>>>()?;
    let pack_name = args.id.split_once('/').map_or(args.id.as_str(), |(pack, _)| pack);
    let subject = match (&args.topic, &args.theme) {
        (Some(topic), _) => Subject::Topic(topic),
        (None, Some(theme)) => Subject::Theme(theme),
        (None, None) => Subject::Theme(pack_name),
    };
    let title = args.title.as_deref();
    let wish = Wish { id: &args.id, title, kinds: &args.kind, subject, basis: &basis, lang: session.lang };
    let text = match skeleton::skeleton(&wish) {
        Ok(text) => text,
        Err(error) => return Ok(refuse(&error, session)),
    };
    match &args.output {
        None => output::print(&text)?,
        Some(path) => {
            output::create(path, &text)?;
            let shown = path.display().to_string();
            output::print(&(session.say("cli-rules-new-written", &[("path", &shown)]) + "\n"))?;
        }
    }
    Ok(Exit::Clean)
}

/// The clause that goes by any spelling of its number.
fn clause<'a>(kb: &'a Kb, query: &str) -> Result<Entry<'a>> {
    let matches = kb.resolve(query)?;
    let (entry, others) = match matches.first() {
        Some(Match::Entry { entry, .. }) => (entry.as_clause(), Vec::new()),
        Some(Match::Section { clauses, .. } | Match::Chapter { clauses, .. }) => (None, clauses.clone()),
        None => (None, Vec::new()),
    };
    let Some(entry) = entry.map(|clause| clause.entry()) else {
        let ids: Vec<&str> = others.iter().map(|entry| entry.id()).collect();
        let failure = Failure::new("cli-rules-new-not-a-clause", &[]).with("query", query);
        return Err(failure.with("clauses", ids.join(", ")).into());
    };
    if entry.verification().content == ContentStatus::None {
        let failure = Failure::new("cli-rules-new-no-text", &[]).with("id", entry.id());
        return Err(failure.with("title", entry.title()).into());
    }
    Ok(entry)
}

/// Tells what is wrong with the names that were given.
fn refuse(error: &SkeletonError, session: Session) -> Exit {
    match error {
        SkeletonError::Title => session.complain(&Failure::new("cli-rules-new-title", &[])),
        SkeletonError::Mistakes(mistakes) => {
            for mistake in mistakes {
                let mut failure = Failure::new(mistake.error.kind.code(), &[]);
                for (name, value) in mistake.error.kind.args() {
                    failure = failure.with(name, value);
                }
                session.complain(&failure);
            }
        }
    }
    Exit::Unusable
}
