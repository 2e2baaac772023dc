//! `sekisho rules test`: runs the examples of rules through the real reader and engine.

use anyhow::Result;
use dsl::checked::Rule;
use linter::examples::{self, ExampleResult};
use linter::outcome::Status;
use linter::pack::{self, Checked};
use linter::report::text::layout;

use super::sources::{self, Given};
use crate::args::RulesTestArgs;
use crate::exit::Exit;
use crate::session::Session;
use crate::{diagnostics, output};

pub(super) fn run(args: &RulesTestArgs, session: Session) -> Result<Exit> {
    let Some(Given { count: given, all }) = sources::load(&args.files, session) else {
        return Ok(Exit::Unusable);
    };
    let Checked { pack, mut errors } = pack::load(all);
    // Concepts that ship with the program may well be unused by the files of a user.
    errors.retain(|error| error.file < given || error.error.level == dsl::Level::Error);
    let mut out = diagnostics::render(&errors, &pack.sources, session);
    let mut exit = Exit::Clean;
    let mistakes = errors.iter().filter(|error| error.error.level == dsl::Level::Error).count();
    if mistakes > 0 {
        exit = Exit::Unusable;
    }
    let mut counts = Counts::default();
    for rule in pack.rules.rules.iter().filter(|rule| (rule.place.file as usize) < given) {
        let results = examples::run(&pack, rule, session.lang);
        counts.add(&results);
        describe(rule, &results, args.verbose, session, &mut out);
    }
    if counts.mismatches > 0 {
        exit = exit.max(Exit::Findings);
    }
    out.push_str(&counts.summary(mistakes, errors.len() - mistakes, session));
    output::print(&out)?;
    Ok(exit)
}

#[derive(Default)]
struct Counts {
    rules: usize,
    examples: usize,
    mismatches: usize,
}

impl Counts {
    fn add(&mut self, results: &[ExampleResult]) {
        self.rules += 1;
        self.examples += results.len();
        self.mismatches += results.iter().filter(|result| !result.is_as_expected()).count();
    }

    fn summary(&self, mistakes: usize, warnings: usize, session: Session) -> String {
        let counts = [
            ("rules", self.rules.to_string()),
            ("examples", self.examples.to_string()),
            ("mismatches", self.mismatches.to_string()),
            ("mistakes", mistakes.to_string()),
            ("warnings", warnings.to_string()),
        ];
        let counts: Vec<(&str, &str)> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
        session.say("cli-rules-summary", &counts) + "\n"
    }
}

/// A rule whose examples all come out as they say takes one line; of others, each example that does not is shown.
fn describe(rule: &Rule, results: &[ExampleResult], verbose: bool, session: Session, out: &mut String) {
    let failing = results.iter().filter(|result| !result.is_as_expected()).count();
    let paint = session.paint();
    let mark = if failing == 0 { paint.good("✓") } else { paint.bad("✗") };
    let counts = [("count", results.len().to_string()), ("failing", failing.to_string())];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
    let code = if failing == 0 { "cli-rules-passed" } else { "cli-rules-failed" };
    out.push_str(&format!("{mark} {} {}\n", rule.id, session.say(code, &counts)));
    for result in results.iter().filter(|result| verbose || !result.is_as_expected()) {
        example(result, session, out);
    }
}

/// What was expected of an example and what each requirement saw.
fn example(result: &ExampleResult, session: Session, out: &mut String) {
    let code = if result.fails.is_empty() { "cli-explain-pass" } else { "cli-explain-fail" };
    let names = result.fails.join(", ");
    let head = session.say(code, &[("title", &result.title), ("names", &names)]);
    out.push_str(&layout::hanging("    ", &head, session.width));
    for mismatch in &result.mismatches {
        out.push_str(&layout::hanging("      ", &result.words(mismatch, session.lang), session.width));
    }
    let Some(outcome) = result.outcome() else { return };
    for requirement in &outcome.requirements {
        let status = status(requirement.status, session);
        let reason = requirement.reason.map(|reason| session.say(&format!("reason-{}", reason.name()), &[]));
        let line =
            format!("{} ({}) {status} {}", requirement.title, requirement.name, reason.unwrap_or_default());
        out.push_str(&layout::hanging("      - ", line.trim_end(), session.width));
        for passage in outcome.evidence.iter().filter(|passage| passage.requirement == requirement.name) {
            let place =
                session.say("cli-rules-saw", &[("article", &passage.article), ("quote", &passage.quote)]);
            out.push_str(&layout::hanging("          ", &place, session.width));
        }
    }
}

fn status(status: Status, session: Session) -> String {
    session.say(&format!("status-{}", status.name().replace('_', "-")), &[])
}
