//! `sekisho rules mutate`: weakens rules bit by bit; their own examples must notice.

use anyhow::Result;
use dsl::checked::Rule;
use linter::mutate::{self, Change, Mutant, RuleMutation, Share};
use linter::pack::{self, RulePack};
use linter::report::text::layout;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::sources;
use crate::args::{Format, RulesMutateArgs};
use crate::bar::Bar;
use crate::commands::explain;
use crate::exit::Exit;
use crate::session::Session;
use crate::{diagnostics, output};

/// What `rules mutate --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct MutateView {
    /// Of 100 changes, how many were noticed, rounded down.
    percent: usize,
    /// Changes to what the rules ask.
    logic: Share,
    /// Single wordings left out.
    wordings: Share,
    /// One for each rule, by id.
    rules: Vec<RuleMutation>,
}

pub(super) fn run(args: &RulesMutateArgs, session: Session) -> Result<Exit> {
    let Some(given) = sources::load(&args.files, session) else { return Ok(Exit::Unusable) };
    let checked = pack::load(given.all);
    if checked.errors.iter().any(|error| error.error.level == dsl::Level::Error) {
        diagnostics::complain(&checked.errors, &checked.pack.sources, session)?;
        return Ok(Exit::Unusable);
    }
    let pack = &checked.pack;
    let rules: Vec<&Rule> = match &args.rule {
        Some(name) => vec![explain::find(pack, name, session)?],
        None => {
            let own = |rule: &&Rule| (rule.place.file as usize) < given.count;
            pack.rules.rules.iter().filter(own).collect()
        }
    };
    let view = view(&try_all(pack, &rules));
    output::print(&match args.format {
        Format::Json => output::json(&view)?,
        Format::Text => text(&view, session),
    })?;
    let unsound = view.rules.iter().any(|rule| !rule.is_sound);
    let short = args.at_least.is_some_and(|least| view.percent < least as usize);
    Ok(if unsound || short { Exit::Findings } else { Exit::Clean })
}

/// Every change to every rule, tried in parallel; results come in the order of rules and of their text.
fn try_all(pack: &RulePack, rules: &[&Rule]) -> Vec<RuleMutation> {
    let sound: Vec<bool> = rules.par_iter().map(|rule| mutate::passes(pack, rule)).collect();
    let tries: Vec<(usize, Mutant)> = rules
        .iter()
        .zip(&sound)
        .enumerate()
        .filter(|(_, (_, sound))| **sound)
        .flat_map(|(index, (rule, _))| {
            mutate::mutants(pack, rule).into_iter().map(move |mutant| (index, mutant))
        })
        .collect();
    let bar = Bar::new(tries.len());
    let results: Vec<(usize, Mutant, bool)> = tries
        .into_par_iter()
        .filter_map(|(index, mutant)| {
            let noticed = mutate::is_noticed(pack, rules.get(index)?, &mutant);
            bar.step();
            Some((index, mutant, noticed))
        })
        .collect();
    bar.finish();
    let mut by_rule: Vec<Vec<(Mutant, bool)>> = rules.iter().map(|_| Vec::new()).collect();
    for (index, mutant, noticed) in results {
        if let Some(list) = by_rule.get_mut(index) {
            list.push((mutant, noticed));
        }
    }
    let rules = rules.iter().zip(by_rule).zip(sound);
    rules.map(|((rule, results), sound)| RuleMutation::of(pack, rule, &results, sound)).collect()
}

fn view(rules: &[RuleMutation]) -> MutateView {
    let sum = |share: fn(&RuleMutation) -> Share| rules.iter().map(share).fold(Share::default(), Share::plus);
    let (logic, wordings) = (sum(|rule| rule.logic), sum(|rule| rule.wordings));
    MutateView { percent: logic.plus(wordings).percent(), logic, wordings, rules: rules.to_vec() }
}

fn text(view: &MutateView, session: Session) -> String {
    let paint = session.paint();
    let mut out = String::new();
    for rule in &view.rules {
        if !rule.is_sound {
            out.push_str(&format!("{} {}\n", paint.bad("✗"), rule.rule));
            out.push_str(&layout::hanging("    ", &session.say("mutate-unsound", &[]), session.width));
            continue;
        }
        let mark = if rule.survivors.is_empty() { paint.good("✓") } else { paint.attention("△") };
        let words = counted("mutate-rule", rule.logic, rule.wordings, session);
        out.push_str(&layout::hanging(&format!("{mark} "), &format!("{} {words}", rule.rule), session.width));
        for change in &rule.survivors {
            survivor(change, session, &mut out);
        }
    }
    out.push_str(&counted("mutate-summary", view.logic, view.wordings, session));
    out.push('\n');
    out.push_str(&layout::hanging("", &session.say("mutate-shared", &[]), session.width));
    out
}

/// What was changed, where, and which kind of example would notice.
fn survivor(change: &Change, session: Session, out: &mut String) {
    let code = format!("mutate-{}", change.kind.name());
    let line = change.line.to_string();
    let words = [
        ("before", change.before.as_str()),
        ("after", &change.after),
        ("inside", &change.inside),
        ("line", &line),
        ("sort", change.noticed_by.name()),
    ];
    let label = session.say("mutate-line", &[("line", &line)]);
    out.push_str(&layout::hanging(&format!("    {label} "), &session.say(&code, &words), session.width));
    if let Some(help) = linter::message::help(session.lang, &code, &words) {
        let arrow = format!("      {} ", session.say("cli-error-help", &[]));
        out.push_str(&layout::hanging(&arrow, &help, session.width));
    }
}

fn counted(code: &str, logic: Share, wordings: Share, session: Session) -> String {
    let shares = shares(logic, wordings);
    let args: Vec<(&str, &str)> = shares.iter().map(|(name, value)| (*name, value.as_str())).collect();
    session.say(code, &args)
}

/// Counts and percentages as arguments of a message.
fn shares(logic: Share, wordings: Share) -> Vec<(&'static str, String)> {
    let all = logic.plus(wordings);
    vec![
        ("noticed", all.noticed.to_string()),
        ("mutants", all.mutants.to_string()),
        ("percent", all.percent().to_string()),
        ("logic", logic.percent().to_string()),
        ("logic_noticed", logic.noticed.to_string()),
        ("logic_mutants", logic.mutants.to_string()),
        ("wordings_noticed", wordings.noticed.to_string()),
        ("wordings_mutants", wordings.mutants.to_string()),
    ]
}
