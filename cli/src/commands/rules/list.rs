//! `sekisho rules list`: one line for each rule.

use anyhow::Result;
use dsl::checked::Rule;
use linter::pack;
use linter::report::SeverityView;
use linter::report::text::layout;

use crate::exit::Exit;
use crate::output;
use crate::session::Session;

/// Id, severity, what it decides, title: one line for each rule.
pub(super) fn run(session: Session) -> Result<Exit> {
    let pack = pack::load(pack::shipped_sources()).pack;
    let widest = |text: fn(&Rule) -> &str| {
        pack.rules.rules.iter().map(|rule| layout::width(text(rule))).max().unwrap_or(0)
    };
    let topic =
        |rule: &Rule| -> String { rule.topic.as_ref().or(rule.theme.as_ref()).cloned().unwrap_or_default() };
    let topics = pack.rules.rules.iter().map(|rule| layout::width(&topic(rule))).max().unwrap_or(0);
    let ids = widest(|rule| &rule.id);
    let mut out = String::new();
    for rule in &pack.rules.rules {
        let severity = SeverityView::from(rule.severity);
        let word = session.say(&format!("severity-{}", severity.name()), &[]);
        let word = session.paint().severity(severity, &layout::padded(&word, 7));
        let (id, topic) = (layout::padded(&rule.id, ids), layout::padded(&topic(rule), topics));
        out.push_str(&format!("{id}  {word}  {topic}  {}\n", rule.title));
    }
    output::print(&out)?;
    Ok(Exit::Clean)
}
