//! A rule to start from: small, complete, and doing what its examples say before anybody has touched it.
//!
//! The skeleton is about the first clause it rests on. Comments tell what to replace; they come from the message
//! catalogue, the example sentences are Japanese in any case.

use kb::{ContentStatus, Entry};

use crate::advice;
use crate::examples;
use crate::meaning::kind::{ANY_CONTRACT, Kind};
use crate::message::{self, Lang};
use crate::pack::{self, PackError, Source};

/// What the rule is to be.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// `own/backup`.
    pub id: &'a str,
    /// Its title; that of the first clause where there is none.
    pub title: Option<&'a str>,
    /// Kinds of document; never empty.
    pub kinds: &'a [String],
    /// What it is filed under.
    pub subject: Subject<'a>,
    /// Clauses it rests on.
    pub basis: &'a [Entry<'a>],
    /// Language of the comments.
    pub lang: Lang,
}

/// A topic or a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// One of the topics that documents are scored by.
    Topic(&'a str),
    /// Anything else.
    Theme(&'a str),
}

/// Why no skeleton can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SkeletonError {
    /// A name or text that was wished for is none that the language accepts.
    #[error("{} mistakes in the skeleton", .0.len())]
    Mistakes(Vec<PackError>),
    /// The words of the title keep the examples from doing what they say.
    #[error("the examples do not do what they say")]
    Title,
}

/// The text of a rule file that holds one rule, sound as it stands.
///
/// # Errors
/// A name that is none, or a title with which no example can be written.
pub fn skeleton(wish: &Wish<'_>) -> Result<String, SkeletonError> {
    let written = Writer { wish }.file();
    // What cannot be formatted has mistakes, which are listed below.
    let text = dsl::format(&written).unwrap_or(written);
    let checked = pack::load(vec![Source { path: String::new(), text: text.clone() }]);
    if !checked.errors.is_empty() {
        return Err(SkeletonError::Mistakes(checked.errors));
    }
    let sound = checked.pack.rules.rules.first().is_some_and(|rule| {
        examples::run(&checked.pack, rule, wish.lang).iter().all(examples::ExampleResult::is_as_expected)
            && advice::fill(rule, &advice::Names::usual()).is_ok()
    });
    if sound { Ok(text) } else { Err(SkeletonError::Title) }
}

struct Writer<'a> {
    wish: &'a Wish<'a>,
}

impl Writer<'_> {
    fn say(&self, code: &str) -> String {
        message::text(self.wish.lang, code, &[])
    }

    fn file(&self) -> String {
        let title = self.title();
        let quoted = quoted(&title);
        [
            "seki 1\n\n".to_owned(),
            comment("", &self.say("skeleton-head")),
            format!("\n/// {}\n", self.doc()),
            self.gist(),
            format!("rule {} {quoted} {{\n", self.wish.id),
            self.properties(),
            self.requirement(&quoted),
            self.texts(&title),
            "}\n".to_owned(),
        ]
        .concat()
    }

    fn title(&self) -> String {
        let of_clause = || self.wish.basis.first().map(|entry| entry.title().to_owned());
        let given = self.wish.title.map(str::to_owned);
        given.or_else(of_clause).unwrap_or_else(|| self.say("skeleton-title"))
    }

    /// What the example is about: the words of the clause, not those of the title that was chosen for the rule.
    fn about(&self) -> String {
        self.wish.basis.first().map_or_else(|| self.title(), |entry| entry.title().to_owned())
    }

    fn doc(&self) -> String {
        let about = self.about();
        one_line(&message::text(self.wish.lang, "skeleton-doc", &[("about", &about)]))
    }

    /// What each clause asks, and where it stands.
    fn gist(&self) -> String {
        let gists = self.wish.basis.iter().map(|entry| {
            let (gist, citation) = (one_line(entry.gist()), entry.citation());
            format!("/// {gist}({citation})\n")
        });
        let gists: String = gists.collect();
        if gists.is_empty() { gists } else { format!("///\n{gists}") }
    }

    fn properties(&self) -> String {
        let subject = match self.wish.subject {
            Subject::Topic(name) => format!("  topic     {name}\n"),
            Subject::Theme(name) => format!("  theme     {name}\n"),
        };
        let ids: Vec<&str> = self.wish.basis.iter().map(|entry| entry.id()).collect();
        let basis = if ids.is_empty() { String::new() } else { format!("  basis     {}\n", ids.join(", ")) };
        // Nothing graver than `info` rests on nothing, or on entries that nobody has compared with a source.
        let (severity, remark) = match (ids.is_empty(), self.has_source()) {
            (true, _) => ("info", "skeleton-severity-no-basis"),
            (false, false) => ("info", "skeleton-severity-recall"),
            (false, true) => ("warning", "skeleton-severity"),
        };
        [
            comment("  ", &self.say("skeleton-properties")),
            subject,
            format!("  editions  {}\n", kb::EDITION),
            format!("  applies   {}\n", self.wish.kinds.join(", ")),
            comment("  ", &self.say(remark)),
            format!("  severity  {severity}\n"),
            basis,
        ]
        .concat()
    }

    fn has_source(&self) -> bool {
        let known = |entry: &Entry<'_>| {
            !matches!(entry.verification().content, ContentStatus::Recall | ContentStatus::None)
        };
        self.wish.basis.iter().any(known)
    }

    /// Whether the documents bind a vendor. In the institution's own documents whoever is named acts.
    fn binds_vendor(&self) -> bool {
        let vendor = |name: &String| {
            name == ANY_CONTRACT
                || Kind::from_name(name)
                    .is_some_and(|kind| kind.is_contract() || matches!(kind, Kind::Nda | Kind::Sla))
        };
        self.wish.kinds.iter().all(vendor)
    }

    fn requirement(&self, title: &str) -> String {
        let party = if self.binds_vendor() { "vendor" } else { "any" };
        let about = quoted(&self.about());
        format!(
            "\n{}  require stated {title} {{\n    act must({party}) \"実施\" of {about}\n  }}\n",
            comment("  ", &self.say("skeleton-requirement"))
        )
    }

    fn texts(&self, title: &str) -> String {
        let about = self.about();
        let vendor = self.binds_vendor();
        let actor = if vendor { "乙" } else { "管理者" };
        // Rules are read with documents of both styles: names that stand for a role, and plain words for it.
        let other = if vendor { "受託者" } else { "当院の管理者" };
        let drafted = if vendor { "{{ vendor }}" } else { "{{ hospital }}の管理者" };
        let duty = format!("{about}について、必要な措置を実施しなければならない。");
        let caption = |n: &str| format!("第{n}条（{title}）");
        [
            format!("\n{}", comment("  ", &self.say("skeleton-advice"))),
            block("advice", &[&caption("{{ n }}"), &format!("{drafted}は、{duty}")]),
            format!("\n{}", comment("  ", &self.say("skeleton-examples"))),
            block("pass \"義務として定める\"", &[&caption("1"), &format!("{actor}は、{duty}")]),
            block(
                "pass \"号で並べる\"",
                &[
                    "第1条（責務）",
                    &format!("{other}は、次の事項を遵守しなければならない。"),
                    &format!("(1) {about}について、手順を定めて実施すること。"),
                ],
            ),
            block(
                "fail stated as weak \"努力にとどまる\"",
                &[&caption("1"), &format!("{actor}は、{about}について、必要な措置を実施するよう努める。")],
            ),
            block(
                "fail stated as missing \"定めがない\"",
                &["第1条（業務）", &format!("{actor}は、誠実に業務に当たらなければならない。")],
            ),
        ]
        .concat()
    }
}

/// Lines behind `//`.
fn comment(margin: &str, text: &str) -> String {
    text.lines().map(|line| format!("{margin}// {}\n", line.trim())).collect()
}

/// A text block of a rule.
fn block(head: &str, lines: &[&str]) -> String {
    let lines: String = lines.iter().map(|line| format!("    {}\n", one_line(line))).collect();
    format!("  {head} \"\"\"\n{lines}  \"\"\"\n")
}

fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).collect()
}

/// A string of the language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
