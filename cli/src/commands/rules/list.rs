//! `sekisho rules list`: one line for each rule.

use anyhow::Result;
use dsl::checked::Rule;
use linter::meaning::kind::Kind;
use linter::pack;
use linter::report::SeverityView;
use linter::report::text::layout;

use crate::args::RulesListArgs;
use crate::exit::Exit;
use crate::output;
use crate::session::Session;

/// Id, severity, what it decides, title: one line for each rule; or only how many there are.
pub(super) fn run(args: &RulesListArgs, session: Session) -> Result<Exit> {
    let shipped = pack::shipped_rules();
    let rules: Vec<&Rule> = shipped.rules.iter().filter(|rule| is_wanted(rule, args)).collect();
    let out = if args.count { format!("{}\n", rules.len()) } else { lines(&rules, session) };
    output::print(&out)?;
    Ok(Exit::Clean)
}

/// Whether a rule belongs to the pack and speaks about the kind that were asked for.
fn is_wanted(rule: &Rule, args: &RulesListArgs) -> bool {
    let in_pack = |pack: &String| rule.id.split('/').next() == Some(pack);
    let speaks = |kind: &String| {
        let named =
            |name: &String| name == kind || Kind::from_name(kind).is_some_and(|kind| kind.answers_to(name));
        rule.applies.iter().any(|applies| applies.kinds.iter().any(named))
    };
    args.pack.as_ref().is_none_or(in_pack) && args.kind.as_ref().is_none_or(speaks)
}

fn lines(rules: &[&Rule], session: Session) -> String {
    let topic =
        |rule: &Rule| -> String { rule.topic.as_ref().or(rule.theme.as_ref()).cloned().unwrap_or_default() };
    let widest = |text: &dyn Fn(&Rule) -> String| {
        rules.iter().map(|rule| layout::width(&text(rule))).max().unwrap_or(0)
    };
    let (ids, topics) = (widest(&|rule| rule.id.clone()), widest(&topic));
    let mut out = String::new();
    for rule in rules {
        let severity = SeverityView::from(rule.severity);
        let word = session.say(&format!("severity-{}", severity.name()), &[]);
        let word = session.paint().severity(severity, &layout::padded(&word, 7));
        let (id, topic) = (layout::padded(&rule.id, ids), layout::padded(&topic(rule), topics));
        out.push_str(&format!("{id}  {word}  {topic}  {}\n", rule.title));
    }
    out
}
