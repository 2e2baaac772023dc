//! `cargo xtask score`: verdicts by topic against the labels of careful readers.
//!
//! A document comes with a label for each topic: present, partial, absent or not_applicable. The verdict on a topic is
//! derived from the outcomes of the rules that name it ([`verdict`]); [`tally`] counts, [`mod@print`] shows. Every
//! disagreement is listed: that list is what rules and engine are improved by.

mod corpus;
mod print;
mod tally;
mod verdict;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use linter::lint::{self, understand};
use linter::meaning::kind::Kind;
use linter::pack::{self, RulePack, Source};
use linter::read::{ReadOptions, read_document};
use serde::Serialize;

use corpus::Labelled;
use verdict::Verdict;

/// How to score.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[arg(
        long,
        value_name = "DIR",
        help = "dev.jsonl のあるフォルダー、又は *.labels.json と *.txt のフォルダー"
    )]
    corpus: PathBuf,
    #[arg(long, value_name = "DIR", help = "組み込みの規則に代えて、このフォルダーの規則で測る")]
    rules: Option<PathBuf>,
    #[arg(long, help = "契約と秘密保持契約のほかの文書も含める")]
    all_kinds: bool,
    #[arg(long, help = "種別を文書から判定する(ふだんは正解に書かれた種別)")]
    recognise: bool,
    #[arg(long, value_enum, default_value_t = Format::Text, help = "出力の形")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// One document after linting.
#[derive(Debug, Serialize)]
struct Scored {
    document: String,
    stated: String,
    recognised: String,
    articles: usize,
    /// Why it has no verdicts, if it has none.
    error: Option<String>,
    #[serde(skip)]
    verdicts: Vec<(String, Verdict)>,
}

/// A topic of a document with both answers.
#[derive(Debug, Clone, Serialize)]
struct Pair {
    document: String,
    topic: String,
    label: String,
    verdict: String,
    /// Where the rules looked or found something.
    places: Vec<String>,
    /// Reasons of the rules.
    reasons: Vec<String>,
    /// Where the reader of the document found it, and the words of the reader.
    labelled_where: Option<String>,
    note: Option<String>,
    /// True where nothing could be said: unreadable, or no rule speaks about such a document.
    silent: bool,
}

/// Scores a corpus and prints the result.
///
/// # Errors
/// The corpus cannot be read, or holds a document that is kept for judging.
pub(crate) fn run(options: &Options) -> Result<()> {
    let documents = corpus::load(&options.corpus)?;
    let sources = options.rules.as_deref().map_or_else(|| Ok(pack::shipped_sources()), sources_in)?;
    let checked = pack::load(sources);
    if let Some(error) = checked.errors.iter().find(|error| error.error.level == dsl::Level::Error) {
        bail!("a rule is broken: {}", error.error);
    }
    let topics = topics(&checked.pack);
    let chosen = documents.iter().filter(|document| options.all_kinds || is_contractual(&document.kind));
    let mut scored = Vec::new();
    let mut pairs = Vec::new();
    for document in chosen {
        let result = judge(document, &checked.pack, &topics, options.recognise);
        pairs.extend(compare(document, &result, &topics));
        scored.push(result);
    }
    let tally = tally::Tally::of(&pairs, &topics);
    match options.format {
        Format::Text => print::text(&scored, &tally, &pairs),
        Format::Json => print::json(&scored, &tally, &pairs)?,
    }
    Ok(())
}

/// The rule files of a folder and of the folders in it, sorted by path.
fn sources_in(folder: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            sources.extend(sources_in(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "seki") {
            let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            sources.push(Source { path: path.display().to_string(), text });
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

/// Topics that some rule decides.
fn topics(pack: &RulePack) -> Vec<String> {
    let named = |topic: &&str| pack.rules.rules.iter().any(|rule| rule.topic.as_deref() == Some(topic));
    pack::TOPICS.iter().copied().filter(named).map(str::to_owned).collect()
}

fn is_contractual(kind: &str) -> bool {
    Kind::from_name(kind).is_some_and(|kind| kind.is_contract() || kind == Kind::Nda)
}

fn judge(document: &Labelled, pack: &RulePack, topics: &[String], recognise: bool) -> Scored {
    let mut scored = Scored {
        document: document.id.clone(),
        stated: document.kind.clone(),
        recognised: String::new(),
        articles: 0,
        error: None,
        verdicts: Vec::new(),
    };
    match read_document(document.text.as_bytes(), &document.id, &ReadOptions::default()) {
        Err(error) => scored.error = Some(error.to_string()),
        Ok(read) => {
            let stated = Kind::from_name(&document.kind).filter(|_| !recognise);
            let options = lint::Options { kind: stated, ..lint::Options::default() };
            let report = lint::lint(&read, document.text.as_bytes(), &document.id, pack, &options);
            scored.recognised = understand(&read, None).kind.name().to_owned();
            scored.articles = report.articles;
            scored.verdicts =
                topics.iter().map(|topic| (topic.clone(), verdict::of(topic, &report.outcomes))).collect();
        }
    }
    scored
}

/// Both answers for every topic that the reader judged; a document without verdicts counts as absent throughout.
fn compare(document: &Labelled, scored: &Scored, topics: &[String]) -> Vec<Pair> {
    let judged = topics.iter().filter_map(|topic| Some((topic, document.labels.get(topic)?)));
    let judged = judged.filter(|(_, label)| label.status != "not_applicable");
    judged
        .map(|(topic, label)| {
            let found =
                scored.verdicts.iter().find(|(name, _)| name == topic).map(|(_, verdict)| verdict.clone());
            let verdict = found.unwrap_or_else(Verdict::silent);
            Pair {
                document: document.id.clone(),
                topic: topic.clone(),
                label: label.status.clone(),
                verdict: verdict.level.name().to_owned(),
                places: verdict.places,
                reasons: verdict.reasons,
                labelled_where: label.place.clone(),
                note: label.note.clone().or_else(|| label.evidence.clone()),
                silent: verdict.silent,
            }
        })
        .collect()
}
