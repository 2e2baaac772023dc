//! `sekisho explain`: what a rule asks, why, on which clauses it rests, and what it does with its examples.

use ::kb::Kb;
use anyhow::Result;
use dsl::ast::RequirementKind;
use dsl::checked::{BasisRef, Rule};
use linter::examples::{self, ExampleResult};
use linter::outcome::Status;
use linter::pack::{self, RulePack};
use linter::report::text::layout;
use linter::report::{OutcomeView, SeverityView};

use crate::args::ExplainArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;

pub(crate) fn run(args: &ExplainArgs, session: Session) -> Result<Exit> {
    let pack = pack::load(pack::shipped_sources()).pack;
    let rule = find(&pack, &args.rule, session)?;
    let page = Page { session, pack: &pack, rule };
    output::print(&page.write()?)?;
    Ok(Exit::Clean)
}

/// By its id; the part after the pack is enough where it is unique.
fn find<'a>(pack: &'a RulePack, name: &str, session: Session) -> Result<&'a Rule, Failure> {
    if let Some(rule) = pack.rule(name) {
        return Ok(rule);
    }
    let short = |rule: &&Rule| rule.id.rsplit_once('/').is_some_and(|(_, last)| last == name);
    let mut by_short_name = pack.rules.rules.iter().filter(short);
    if let (Some(rule), None) = (by_short_name.next(), by_short_name.next()) {
        return Ok(rule);
    }
    let closeness = |rule: &&Rule| {
        let last = rule.id.rsplit_once('/').map_or(rule.id.as_str(), |(_, last)| last);
        (strsim::jaro_winkler(&rule.id, name).max(strsim::jaro_winkler(last, name)) * 1000.0) as u32
    };
    let mut failure = Failure::new("cli-unknown-rule", &[]).with("rule", name);
    if let Some(nearest) = pack.rules.rules.iter().max_by_key(closeness).filter(|rule| closeness(rule) > 700)
    {
        let tip = linter::message::text(session.lang, "cli-usage-nearest", &[("value", nearest.id.as_str())]);
        failure = failure.with("tip", tip);
    }
    Err(failure)
}

struct Page<'a> {
    session: Session,
    pack: &'a RulePack,
    rule: &'a Rule,
}

impl Page<'_> {
    fn write(&self) -> Result<String> {
        let (rule, paint) = (self.rule, self.session.paint());
        let mut out = format!("{} {}\n\n", paint.bold(&rule.title), paint.dim(&format!("({})", rule.id)));
        out.push_str(&layout::indented("  ", rule.doc.trim(), self.session.width));
        self.properties(&mut out);
        self.requirements(&mut out);
        self.clauses(&mut out);
        self.examples(&mut out);
        self.heading("cli-explain-advice", &mut out);
        out.push_str(&layout::indented(
            "    ",
            linter::advice::fill(self.rule, 1, "乙", "甲")?.trim_matches('\n'),
            self.session.width,
        ));
        Ok(out)
    }

    fn heading(&self, code: &str, out: &mut String) {
        out.push_str(&format!("\n{}\n", self.session.paint().bold(&self.session.say(code, &[]))));
    }

    fn properties(&self, out: &mut String) {
        let rule = self.rule;
        let comma = self.session.say("report-comma", &[]);
        let kinds = rule.applies.iter().flat_map(|applies| &applies.kinds);
        let kinds: Vec<String> =
            kinds.map(|kind| self.session.say(&format!("kind-{}", kind.replace('_', "-")), &[])).collect();
        let severity =
            self.session.say(&format!("severity-{}", SeverityView::from(rule.severity).name()), &[]);
        let group = rule.topic.as_ref().or(rule.theme.as_ref()).cloned().unwrap_or_default();
        let lines = [
            ("cli-explain-severity", severity),
            ("cli-explain-applies", kinds.join(&comma)),
            ("cli-explain-topic", group),
            ("cli-explain-editions", rule.editions.join(&comma)),
        ];
        out.push('\n');
        for (label, value) in lines {
            let label = format!("  {}", layout::padded(&self.session.say(label, &[]), 12));
            out.push_str(&layout::hanging(&label, &value, self.session.width));
        }
    }

    fn requirements(&self, out: &mut String) {
        self.heading("cli-explain-requirements", out);
        for requirement in &self.rule.requirements {
            let kind = match requirement.kind {
                RequirementKind::Require => "cli-explain-require",
                RequirementKind::Forbid => "cli-explain-forbid",
                RequirementKind::Recommend => "cli-explain-recommend",
            };
            let kind = self.session.say(kind, &[]);
            let severity = SeverityView::from(requirement.severity).name();
            let severity = self.session.say(&format!("severity-{severity}"), &[]);
            let mut basis: Vec<&str> = requirement.basis.iter().map(|basis| basis.id.as_str()).collect();
            basis.extend(requirement.reference.as_deref());
            let line =
                format!("{} ({}, {severity}) {}", requirement.title, requirement.name, basis.join(", "));
            let label = format!("  {} ", layout::padded(&kind, 8));
            out.push_str(&layout::hanging(&label, line.trim_end(), self.session.width));
        }
    }

    fn clauses(&self, out: &mut String) {
        let own = self.rule.requirements.iter().flat_map(|requirement| &requirement.basis);
        let mut ids: Vec<&BasisRef> = Vec::new();
        for basis in self.rule.basis.iter().chain(own) {
            if ids.iter().all(|known| known.id != basis.id) {
                ids.push(basis);
            }
        }
        if ids.is_empty() {
            return;
        }
        self.heading("cli-explain-clauses", out);
        let kb = Kb::embedded().ok();
        for basis in ids {
            let entry = kb.and_then(|kb| kb.get(&basis.id));
            let title =
                entry.map(|entry| format!("{} ({})", entry.title(), entry.citation())).unwrap_or_default();
            let mark = if self.pack.is_confirmed(&basis.id) {
                String::new()
            } else {
                self.session.say("unverified", &[])
            };
            let label = format!("  {} ", layout::padded(&basis.id, 10));
            out.push_str(&layout::hanging(&label, &format!("{title} {mark}"), self.session.width));
        }
    }

    fn examples(&self, out: &mut String) {
        self.heading("cli-explain-example-heading", out);
        for result in examples::run(self.pack, self.rule, self.session.lang) {
            self.example(&result, out);
        }
    }

    /// The text of an example, and what the engine made of it.
    fn example(&self, result: &ExampleResult, out: &mut String) {
        let sort = if result.fails.is_empty() { "cli-explain-pass" } else { "cli-explain-fail" };
        let sort = self.session.say(sort, &[("title", &result.title), ("names", &result.fails.join(", "))]);
        out.push_str(&layout::hanging("  ", &sort, self.session.width));
        out.push_str(&layout::indented("      ", result.text.trim_matches('\n'), self.session.width));
        let Some(outcome) = result.outcome() else { return };
        let status = self.session.say(&format!("status-{}", outcome.status.name().replace('_', "-")), &[]);
        let painted = self.session.paint().status(outcome.status, &status);
        let label = format!("    → {painted}: ");
        // The label is measured without its colours.
        let plain = layout::width(&format!("    → {status}: "));
        let message = layout::hanging(&" ".repeat(plain), &self.words(outcome), self.session.width);
        out.push_str(&format!("{label}{}", message.trim_start()));
    }

    /// What is unmet; where all that is required is met, what is suggested beyond it.
    fn words(&self, outcome: &OutcomeView) -> String {
        let open = outcome.open_recommendations().join(&self.session.say("report-comma", &[]));
        match outcome.status {
            Status::Satisfied if open.is_empty() => outcome.message.clone(),
            Status::Satisfied => self.session.say("report-recommended", &[("list", &open)]),
            _ => outcome.message.clone(),
        }
    }
}
