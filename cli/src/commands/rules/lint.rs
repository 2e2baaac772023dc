//! `sekisho rules lint`: mistakes in rule files, and what is doubtful in them.

use anyhow::Result;
use dsl::{Level, LineIndex};
use linter::pack::{self, Checked, PackError, Source};
use linter::report::SeverityView;
use linter::{inspect, mistake};
use schemars::JsonSchema;
use serde::Serialize;

use super::sources;
use crate::args::{Format, RulesLintArgs};
use crate::exit::Exit;
use crate::session::Session;
use crate::{diagnostics, output};

/// What `rules lint --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct RulesLintView {
    /// Rules that can be used.
    rules: usize,
    /// In the order of the files and of their text.
    diagnostics: Vec<DiagnosticView>,
}

/// Something in a rule file that should be mended.
#[derive(Debug, Serialize, JsonSchema)]
struct DiagnosticView {
    /// The file as given.
    path: String,
    /// A stable code.
    code: String,
    /// `error`: the rule cannot be used; `warning`: it can.
    severity: SeverityView,
    /// The line, from 1.
    line: u32,
    /// The column in characters, from 1.
    column: u32,
    /// Bytes of the file.
    span: std::ops::Range<usize>,
    /// What is wrong, rendered.
    message: String,
    /// What to do, rendered.
    help: Option<String>,
}

pub(super) fn run(args: &RulesLintArgs, session: Session) -> Result<Exit> {
    let Some(given) = sources::load(&args.files, session) else { return Ok(Exit::Unusable) };
    let Checked { pack, mut errors } = pack::load(given.all);
    errors.retain(|error| error.file < given.count || error.error.level == Level::Error);
    errors.extend(inspect::all(&pack, given.count));
    errors.sort_by_key(|error| (error.file, error.error.span));
    let rules = pack.rules.rules.iter().filter(|rule| (rule.place.file as usize) < given.count).count();
    let mistakes = errors.iter().filter(|error| error.error.level == Level::Error).count();
    output::print(&match args.format {
        Format::Json => output::json(&view(rules, &errors, &pack.sources, session))?,
        Format::Text => {
            let counts = [rules, mistakes, errors.len() - mistakes].map(|count| count.to_string());
            let [rules, mistakes, doubts] = counts.each_ref().map(String::as_str);
            let counts = [("rules", rules), ("mistakes", mistakes), ("doubts", doubts)];
            let summary = session.say("cli-rules-lint-summary", &counts);
            format!("{}{summary}\n", diagnostics::render(&errors, &pack.sources, session))
        }
    })?;
    Ok(match (mistakes, errors.len()) {
        (0, 0) => Exit::Clean,
        (0, _) => Exit::Findings,
        _ => Exit::Unusable,
    })
}

fn view(rules: usize, errors: &[PackError], sources: &[Source], session: Session) -> RulesLintView {
    let found = errors.iter().filter_map(|error| Some((error, sources.get(error.file)?)));
    RulesLintView { rules, diagnostics: found.map(|(error, source)| one(error, source, session)).collect() }
}

fn one(mistake: &PackError, source: &Source, session: Session) -> DiagnosticView {
    let words = mistake::words(&mistake.error.kind, session.lang);
    let code = mistake.error.kind.code();
    let position = LineIndex::new(&source.text).position(mistake.error.span.start);
    DiagnosticView {
        path: source.path.clone(),
        code: code.to_owned(),
        severity: match mistake.error.level {
            Level::Error => SeverityView::Error,
            Level::Warning => SeverityView::Warning,
        },
        line: position.line,
        column: position.column,
        span: mistake.error.span.range(),
        message: words.message,
        help: words.help,
    }
}
