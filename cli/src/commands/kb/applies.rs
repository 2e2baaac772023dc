//! `sekisho kb applies`: which chapters and clauses concern an institution of one pattern, and why.

use anyhow::Result;
use kb::Kb;
use kb::applies::{Applicability, ChapterUse};
use linter::report::text::layout;

use crate::args::{Format, KbAppliesArgs};
use crate::exit::Exit;
use crate::output;
use crate::session::Session;

pub(super) fn run(args: &KbAppliesArgs, session: Session) -> Result<Exit> {
    let found = Kb::embedded()?.applicability(args.pattern);
    let text = match args.format {
        Format::Json => output::json(&found)?,
        Format::Text => describe(&found, session),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

fn describe(found: &Applicability, session: Session) -> String {
    let (applies, all) = found.chapters.iter().fold((0, 0), |(applies, all), chapter| {
        (applies + chapter.applies.len(), all + chapter.applies.len() + chapter.left_out.len())
    });
    let (applies, all) = (applies.to_string(), all.to_string());
    let args = [("type", found.r#type.numeral()), ("applies", applies.as_str()), ("all", all.as_str())];
    let mut out = layout::hanging("", &session.say("cli-kb-applies-head", &args), session.width);
    let mut part = None;
    for chapter in &found.chapters {
        if part != Some(chapter.part) {
            part = Some(chapter.part);
            let letter = chapter.part.letter().to_string();
            let args = [("part", chapter.part.title()), ("letter", letter.as_str())];
            out.push_str(&format!(
                "\n{}\n",
                session.paint().bold(&session.say("cli-kb-applies-part", &args))
            ));
        }
        out.push_str(&describe_chapter(chapter, session));
    }
    out
}

fn describe_chapter(chapter: &ChapterUse, session: Session) -> String {
    let count = |ids: &[String]| ids.len().to_string();
    let mark = if chapter.confirmed { String::new() } else { format!(" {}", session.say("unverified", &[])) };
    let (applies, left_out) = (count(&chapter.applies), count(&chapter.left_out));
    let code = match (chapter.applies.is_empty(), chapter.left_out.is_empty()) {
        (_, true) => "cli-kb-applies-all",
        (true, false) => "cli-kb-applies-none",
        (false, false) => "cli-kb-applies-some",
    };
    let extent = session.say(code, &[("applies", &applies), ("left", &left_out)]);
    let number = chapter.chapter.to_string();
    let title = session.say("cli-kb-applies-chapter", &[("chapter", &number), ("title", &chapter.title)]);
    let mut out = layout::hanging("  ", &format!("{title}: {extent}{mark}"), session.width);
    if !chapter.left_out.is_empty() && !chapter.applies.is_empty() {
        out.push_str(&layout::hanging("      ", &chapter.left_out.join(" "), session.width));
    }
    if let Some(reason) = &chapter.reason {
        out.push_str(&layout::hanging("      ", reason, session.width));
    }
    if let Some(found) = &chapter.simplification {
        let comma = session.say("report-comma", &[]);
        let items =
            found.items.iter().map(|item| format!("{}-{}-{item}", chapter.part.letter(), chapter.chapter));
        let places: Vec<String> = found.sections.iter().cloned().chain(items).collect();
        let mark =
            if found.verification.is_confirmed() { String::new() } else { session.say("unverified", &[]) };
        let (places, sources) = (places.join(&comma), found.sources.join(&comma));
        let args = [
            ("extent", if places.is_empty() { "whole" } else { "places" }),
            ("places", places.as_str()),
            ("condition", found.condition.as_str()),
            ("sources", sources.as_str()),
            ("mark", mark.as_str()),
        ];
        out.push_str(&layout::hanging(
            "      ",
            &session.say("cli-kb-applies-simpler", &args),
            session.width,
        ));
    }
    out
}
