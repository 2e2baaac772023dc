//! What `kb import` says: as JSON and as text.

use kb::{KB_VERSION, Kb};
use schemars::JsonSchema;
use serde::Serialize;

use super::compare::{Finding, FindingKind};
use super::cover::Booklet;
use super::import::{Import, Recognised};
use crate::message::{self, Arg, Lang};
use crate::report::FileError;
use crate::report::text::layout;
use crate::report::text::paint::Paint;

/// What `kb import --format json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportReport {
    /// The edition of the guideline.
    pub edition: String,
    /// Hash of the data it was compared with.
    pub kb_version: String,
    /// Whether the knowledge base and a document disagree anywhere.
    pub differs: bool,
    /// The booklets, in the order of the guideline.
    pub booklets: Vec<BookletReport>,
    /// Booklets that no file was.
    pub absent: Vec<Booklet>,
    /// Files that are not used, and why.
    pub refused: Vec<FileError>,
    /// Where the wording was stored; nothing if it was not.
    pub stored: Option<String>,
}

/// A booklet inside [`ImportReport`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BookletReport {
    /// Which one.
    pub booklet: Booklet,
    /// The official Japanese name.
    pub title: String,
    /// The file as given.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Headings that were read.
    pub headings: usize,
    /// Items that were read.
    pub items: usize,
    /// Pages that show something of which no text could be read.
    pub unread: Vec<u32>,
    /// Whether the knowledge base disagrees with it.
    pub differs: bool,
    /// What the comparison found.
    pub findings: Vec<Finding>,
}

impl ImportReport {
    /// The report on an import; where it was stored is set by whoever stores it.
    pub fn new(import: &Import, kb: &Kb, lang: Lang) -> Self {
        let findings = import.compare(kb);
        let booklets: Vec<BookletReport> = import
            .booklets
            .iter()
            .zip(findings)
            .map(|((path, one), findings)| BookletReport::new(path, one, findings))
            .collect();
        let given = |booklet: &Booklet| booklets.iter().any(|known| known.booklet == *booklet);
        Self {
            edition: kb.base().to_owned(),
            kb_version: KB_VERSION.to_owned(),
            differs: booklets.iter().any(|booklet| booklet.differs),
            absent: Booklet::ALL.into_iter().filter(|booklet| !given(booklet)).collect(),
            refused: import
                .refused
                .iter()
                .map(|(path, problem)| {
                    let owned = problem.args();
                    let args: Vec<Arg<'_>> =
                        owned.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    FileError {
                        path: path.clone(),
                        code: problem.code().to_owned(),
                        message: message::text(lang, problem.code(), &args),
                        help: message::help(lang, problem.code(), &args),
                    }
                })
                .collect(),
            booklets,
            stored: None,
        }
    }
}

impl BookletReport {
    fn new(path: &str, one: &Recognised, findings: Vec<Finding>) -> Self {
        Self {
            booklet: one.booklet,
            title: one.booklet.title().to_owned(),
            path: path.to_owned(),
            sha256: one.sha256.clone(),
            headings: one.volume.headings.len(),
            items: one.volume.items.len(),
            unread: one.unread.clone(),
            differs: findings.iter().any(|finding| finding.differs),
            findings,
        }
    }
}

/// How the text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextOptions {
    /// Language of everything the tool says.
    pub lang: Lang,
    /// Columns of the page.
    pub width: usize,
    /// Colours, or none.
    pub paint: Paint,
}

/// Writes the report. The result ends with a line break.
pub fn text(report: &ImportReport, options: TextOptions) -> String {
    let page = Page { options };
    let mut out =
        format!("{}\n", options.paint.bold(&page.say("official-title", &[("edition", &report.edition)])));
    for booklet in &report.booklets {
        page.booklet(booklet, &mut out);
    }
    if !report.refused.is_empty() {
        out.push_str(&format!("\n{}\n", options.paint.bold(&page.say("official-refused", &[]))));
    }
    for file in &report.refused {
        page.hanging("  ", &format!("{}: {}", file.path, file.message), &mut out);
        if let Some(help) = &file.help {
            page.hanging("      ", help, &mut out);
        }
    }
    out.push('\n');
    page.closing(report, &mut out);
    out
}

struct Page {
    options: TextOptions,
}

impl Page {
    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.options.lang, code, args)
    }

    fn hanging(&self, label: &str, text: &str, out: &mut String) {
        out.push_str(&layout::hanging(label, text, self.options.width));
    }

    fn booklet(&self, booklet: &BookletReport, out: &mut String) {
        out.push_str(&format!("\n{} {}\n", self.options.paint.bold(&booklet.title), booklet.path));
        let (headings, items) = (booklet.headings.to_string(), booklet.items.to_string());
        let code =
            if booklet.booklet.part().is_some() { "official-counts" } else { "official-counts-overview" };
        self.hanging("  ", &self.say(code, &[("headings", &headings), ("items", &items)]), out);
        if !booklet.unread.is_empty() {
            let pages: Vec<String> = booklet.unread.iter().map(u32::to_string).collect();
            self.hanging("  ", &self.say("official-unread", &[("pages", &pages.join(", "))]), out);
        }
        for kind in FindingKind::ALL {
            let found: Vec<&Finding> = booklet.findings.iter().filter(|one| one.kind == kind).collect();
            if !found.is_empty() {
                self.group(kind, &found, out);
            }
        }
        if booklet.booklet.part().is_some() && !booklet.differs {
            self.hanging("  ", &self.say("official-agrees", &[]), out);
        }
    }

    fn group(&self, kind: FindingKind, found: &[&Finding], out: &mut String) {
        let count = found.len().to_string();
        let code = format!("official-kind-{}", kind.as_str().replace('_', "-"));
        let head = self.say(&code, &[("count", &count)]);
        let head = if kind.differs() { self.options.paint.bold(&head) } else { head };
        out.push_str(&format!("  {head}\n"));
        if matches!(kind, FindingKind::NumberConfirmed | FindingKind::NumberOpen | FindingKind::TextGiven) {
            let ids: Vec<&str> = found.iter().filter_map(|one| one.id.as_deref()).collect();
            self.hanging("    ", &ids.join(" "), out);
            return;
        }
        for finding in found {
            self.finding(finding, out);
        }
    }

    fn finding(&self, finding: &Finding, out: &mut String) {
        let id = finding.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        self.hanging("    ", &format!("{}{id}", finding.place), out);
        if let Some(ours) = &finding.ours {
            let label = format!("      {} ", self.say("official-ours", &[]));
            self.hanging(&label, ours, out);
        }
        if let Some(theirs) = &finding.theirs {
            let page = finding.page.map(|page| page.to_string()).unwrap_or_default();
            let label = format!("      {} ", self.say("official-theirs", &[("page", &page)]));
            let theirs = match finding.kind {
                FindingKind::NumberRefuted => self.say("official-fits", &[("number", theirs)]),
                _ => theirs.replace('\n', " "),
            };
            self.hanging(&label, &theirs, out);
        }
    }

    fn closing(&self, report: &ImportReport, out: &mut String) {
        let absent: Vec<&str> = report.absent.iter().map(|booklet| booklet.title()).collect();
        if !absent.is_empty() && !report.booklets.is_empty() {
            let comma = self.say("report-comma", &[]);
            self.hanging("", &self.say("official-absent", &[("parts", &absent.join(&comma))]), out);
        }
        if let Some(path) = &report.stored {
            self.hanging("", &self.say("official-stored", &[("path", path)]), out);
        }
        self.hanging("", &self.say("official-limits", &[]), out);
    }
}
