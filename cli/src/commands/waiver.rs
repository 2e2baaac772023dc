//! `sekisho waiver lint`: how the waivers of `sekisho.toml` stand.

use anyhow::Result;
use linter::waiver::{Standing, Waiver, standing};
use schemars::JsonSchema;
use serde::Serialize;

use crate::args::{Format, WaiverCommand, WaiverLintArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::judged;
use crate::output;
use crate::session::Session;
use crate::settings::Settings;

/// What `waiver lint --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct WaiversView {
    /// The file of settings.
    path: String,
    /// One for each waiver, in the order of the file.
    waivers: Vec<WaiverView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct WaiverView {
    /// Where it is written.
    source: String,
    /// How it stands.
    standing: Standing,
    /// The rule.
    rule: String,
    /// The document.
    document: String,
    /// Why the finding is accepted.
    reason: String,
    /// Who approved it.
    approver: String,
    /// The last day it holds, YYYY-MM-DD.
    expires: String,
}

pub(crate) fn run(command: &WaiverCommand, session: Session) -> Result<Exit> {
    match command {
        WaiverCommand::Lint(args) => lint(args, session),
    }
}

fn lint(args: &WaiverLintArgs, session: Session) -> Result<Exit> {
    let settings = Settings::find(&args.judged.asked.config, &args.judged.files, session)?;
    if settings.path.is_none() {
        return Err(Failure::new("config-none", &[]).into());
    }
    let waivers = &settings.config.waivers;
    let (standings, exit) =
        if waivers.is_empty() { (Vec::new(), Exit::Clean) } else { standings(args, waivers, session)? };
    let lines = waivers.iter().zip(&standings).map(|(waiver, standing)| view(waiver, *standing, &settings));
    let view = WaiversView { path: settings.shown(), waivers: lines.collect() };
    let text = match args.format {
        Format::Json => output::json(&view)?,
        Format::Text => page(&view, session),
    };
    output::print(&text)?;
    Ok(exit)
}

/// How each waiver stands with the documents as they are.
fn standings(args: &WaiverLintArgs, waivers: &[Waiver], session: Session) -> Result<(Vec<Standing>, Exit)> {
    let Some(judged) = judged(&args.judged, session)? else { return Ok((Vec::new(), Exit::Unusable)) };
    let (report, names) = (&judged.report, judged.names());
    let used = waivers.iter().zip(&judged.used);
    let standings: Vec<Standing> =
        used.map(|(waiver, used)| standing(waiver, *used, &report.documents, &names, &report.date)).collect();
    let exit = if !report.errors.is_empty() {
        Exit::Unusable
    } else if standings.iter().any(|standing| standing.is_finding()) {
        Exit::Findings
    } else {
        Exit::Clean
    };
    Ok((standings, exit))
}

fn view(waiver: &Waiver, standing: Standing, settings: &Settings) -> WaiverView {
    WaiverView {
        source: settings.source_of(waiver),
        standing,
        rule: waiver.rule.clone(),
        document: waiver.document.clone(),
        reason: waiver.reason.clone(),
        approver: waiver.approver.clone(),
        expires: waiver.expires.clone(),
    }
}

fn page(view: &WaiversView, session: Session) -> String {
    let count = view.waivers.len().to_string();
    let code = if view.waivers.is_empty() { "waiver-lint-none" } else { "waiver-lint-heading" };
    let mut page = session.say(code, &[("count", &count), ("path", &view.path)]) + "\n";
    for waiver in &view.waivers {
        let word = session.say(&format!("waiver-standing-{}", waiver.standing.name()), &[]);
        let word = if waiver.standing.is_finding() { session.paint().bad(&word) } else { word };
        let line = [
            ("place", waiver.source.as_str()),
            ("standing", &word),
            ("rule", &waiver.rule),
            ("document", &waiver.document),
        ];
        page.push_str(&session.say("waiver-lint-line", &line));
        let detail = [
            ("reason", waiver.reason.as_str()),
            ("approver", &waiver.approver),
            ("expires", &waiver.expires),
        ];
        page.push_str(&format!("\n    {}\n", session.say("waiver-lint-detail", &detail)));
    }
    page
}
