//! `sekisho lint`: documents in, one report out.

mod annotate;
mod baseline;
mod since;

use std::path::PathBuf;

use anyhow::Result;
use linter::config::FailOn;
use linter::report::text::{self, Detail, TextOptions};
use linter::report::{Report, SeverityView, github, html, jsonl, junit, sarif};

use crate::args::{LintArgs, ReportFormat, When};
use crate::exit::Exit;
use crate::judging::judged;
use crate::output;
use crate::session::Session;

pub(crate) fn run(args: &LintArgs, session: Session, color: When) -> Result<Exit> {
    let Some(mut judged) = judged(&args.judged, session)? else { return Ok(Exit::Unusable) };
    baseline::settle(&mut judged, args, session)?;
    if let Some(older) = &args.since
        && !since::mark(older, &mut judged, session)?
    {
        return Ok(Exit::Unusable);
    }
    let fail_on = args.fail_on.map(Into::into).or(judged.asked.settings.config.lint.fail_on);
    let exit = exit(&judged.report, fail_on.unwrap_or(FailOn::Severity(SeverityView::Error)));
    deliver(args, &judged.report, &judged.inputs(), session, color)?;
    let written = annotate::write(args, &judged, session)?;
    Ok(exit.max(written))
}

fn exit(report: &Report, fail_on: FailOn) -> Exit {
    let outcomes = report.documents.iter().flat_map(|document| &document.outcomes);
    let mut open = outcomes.filter(|outcome| outcome.is_open()).filter_map(|outcome| outcome.severity);
    let is_failure = match fail_on {
        FailOn::Severity(least) => open.any(|severity| severity >= least),
        FailOn::Never => false,
    };
    if !report.errors.is_empty() {
        Exit::Unusable
    } else if is_failure {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

fn deliver(
    args: &LintArgs,
    report: &Report,
    inputs: &[PathBuf],
    session: Session,
    color: When,
) -> Result<()> {
    let session = if args.output.is_some() { session.for_file(color) } else { session };
    let text = match args.format {
        ReportFormat::Json => report.json()?,
        ReportFormat::Jsonl => output::json_lines(jsonl::lines(report))?,
        ReportFormat::Sarif => output::json(&sarif::render(report, session.lang))?,
        ReportFormat::Html => html::render(report, session.lang)?,
        ReportFormat::Junit => junit::render(report, session.lang),
        ReportFormat::Github => github::render(report, session.lang),
        // Nothing could be read: the errors have said so already.
        ReportFormat::Text if report.documents.is_empty() => String::new(),
        ReportFormat::Text => text::render(report, &text_options(args, session)),
    };
    match &args.output {
        Some(path) => output::write(path, &text, inputs),
        None => output::print(&text),
    }
}

fn text_options(args: &LintArgs, session: Session) -> TextOptions {
    let detail = match (args.quiet, args.verbose) {
        (true, _) => Detail::Quiet,
        (_, true) => Detail::Verbose,
        _ => Detail::Normal,
    };
    TextOptions { lang: session.lang, width: session.width, color: session.color, detail }
}

#[cfg(test)]
mod tests {
    use super::*;
    use linter::lint::{Options, lint};
    use linter::pack;
    use linter::read::{ReadOptions, read_document};
    use linter::report::{FileError, WaiverView};

    fn contract() -> Report {
        let text = "保守契約書\n第1条(再委託)\n乙は、甲の承諾なく再委託することができる。\n";
        let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
        let documents =
            vec![lint(&document, text.as_bytes(), "a.txt", &pack::shipped(), &Options::default())];
        Report::new(&pack::shipped(), None, "2026-11-22".to_owned(), documents, Vec::new())
    }

    /// What was accepted and what was there before is no reason to stop; a file that could not be read is.
    #[test]
    fn only_open_findings_count() {
        let waiver = WaiverView {
            reason: "r".to_owned(),
            approver: "a".to_owned(),
            expires: "2027-03-31".to_owned(),
            source: "s".to_owned(),
            lapsed: None,
        };
        let all = contract();
        let mut waived = contract();
        waived.documents[0].outcomes.iter_mut().for_each(|outcome| outcome.waiver = Some(waiver.clone()));
        let mut known = contract();
        known.documents[0].outcomes.iter_mut().for_each(|outcome| outcome.in_baseline = true);
        let mut unread = waived.clone();
        let (path, code) = ("x.pdf".to_owned(), "c".to_owned());
        unread.errors.push(FileError { path, code, message: String::new(), help: None });
        let (error, info) = (FailOn::Severity(SeverityView::Error), FailOn::Severity(SeverityView::Info));
        for (report, fail_on, expected) in [
            (&all, error, Exit::Findings),
            (&all, info, Exit::Findings),
            (&all, FailOn::Never, Exit::Clean),
            (&waived, info, Exit::Clean),
            (&known, info, Exit::Clean),
            (&unread, FailOn::Never, Exit::Unusable),
        ] {
            assert_eq!(exit(report, fail_on), expected, "{fail_on:?}");
        }
    }
}
