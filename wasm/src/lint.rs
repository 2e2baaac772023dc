//! Documents through the rules: the report of the command line, byte for byte, and what a page shows beside it.

use std::sync::OnceLock;

use linter::document::ReadIssue;
use linter::lint::{Options, understand};
use linter::meaning::kind::{ANY_CONTRACT, Kind};
use linter::message::{self, Lang};
use linter::outcome::Status;
use linter::pack::{self, RulePack};
use linter::profile::{FACTS, Profile};
use linter::read::{ReadOptions, read_document};
use linter::report::{DocumentReport, EvidenceRole, OutcomeView, Report, SeverityView};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::answer::{CallError, Outcome, of};
use crate::utf16;

/// The language of what is said.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LangName {
    #[default]
    Ja,
    En,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Ja => Self::Ja,
            LangName::En => Self::En,
        }
    }
}

/// What a document is asked with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    /// The file's name: its ending says what it is.
    name: String,
    /// The kind, where it is stated.
    kind: Option<String>,
    #[serde(default)]
    profile: Facts,
    /// The day of the report, YYYY-MM-DD.
    today: String,
    #[serde(default)]
    lang: LangName,
}

/// What is known of the institution.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    #[serde(rename = "type")]
    pattern: Option<String>,
    #[serde(default)]
    facts: std::collections::BTreeMap<String, bool>,
}

/// A report and what a page shows of it.
#[derive(Debug, Serialize)]
struct Linted {
    /// What `sekisho lint --format json` prints.
    report: String,
    view: View,
}

/// The document with its findings; offsets are UTF-16 code units of `text`.
#[derive(Debug, Serialize)]
struct View {
    text: String,
    kind: Kind,
    kind_title: String,
    kind_recognised: bool,
    hospital: String,
    vendor: String,
    unread: Vec<ReadIssue>,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Finding {
    rule: String,
    title: String,
    status: Status,
    status_title: String,
    severity: Option<SeverityView>,
    message: String,
    basis: Vec<Basis>,
    advice: Option<String>,
    insert_after: Option<String>,
    question: Option<String>,
    passages: Vec<Passage>,
}

#[derive(Debug, Serialize)]
struct Basis {
    id: String,
    title: Option<String>,
    /// 未確認
    is_unverified: bool,
}

#[derive(Debug, Serialize)]
struct Passage {
    start: usize,
    end: usize,
    article: String,
    role: EvidenceRole,
}

/// The rules, made ready once.
fn rules() -> &'static RulePack {
    static RULES: OnceLock<RulePack> = OnceLock::new();
    RULES.get_or_init(pack::shipped)
}

/// Judges the first file.
pub(crate) fn lint(question: &Question, files: &[Vec<u8>]) -> Outcome {
    let lang = question.lang.into();
    let report = judge(question, files)?;
    let view = report.documents.first().map(|document| view(document, lang));
    let Some(view) = view else { return Err(CallError::internal("no document")) };
    of(&Linted { report: report.json().map_err(CallError::internal)?, view })
}

fn judge(question: &Question, files: &[Vec<u8>]) -> Result<Report, CallError> {
    let lang = question.lang.into();
    let bytes = files.first().ok_or_else(|| CallError::question("no file"))?;
    if !linter::day::is_day(&question.today) {
        return Err(CallError::question("no day"));
    }
    let document = read_document(bytes, &question.name, &ReadOptions::default()).map_err(|error| {
        let args = error.args();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        CallError {
            code: error.code().to_owned(),
            message: message::text(lang, error.code(), &args),
            help: message::help(lang, error.code(), &args),
        }
    })?;
    let kind = match question.kind.as_deref() {
        None => None,
        Some(ANY_CONTRACT) => Some(understand(&document, None).kind.as_contract()),
        Some(name) => Some(Kind::from_name(name).ok_or_else(|| CallError::question("unknown kind"))?),
    };
    let options = Options { kind, profile: profile(&question.profile)?, lang, edition: None };
    let pack = rules();
    let judged = linter::lint::lint(&document, bytes, &question.name, pack, &options);
    Ok(Report::new(pack, None, question.today.clone(), vec![judged], Vec::new()))
}

fn profile(facts: &Facts) -> Result<Profile, CallError> {
    let mut profile = Profile::default();
    for (fact, value) in &facts.facts {
        if !FACTS.contains(&fact.as_str()) {
            return Err(CallError::question("unknown fact"));
        }
        profile.facts.state(fact, *value);
    }
    if let Some(name) = &facts.pattern {
        let pattern = kb::SystemType::from_name(name).ok_or_else(|| CallError::question("unknown type"))?;
        profile.state_pattern(pattern);
    }
    Ok(profile)
}

fn view(document: &DocumentReport, lang: Lang) -> View {
    let ends: Vec<usize> = document
        .outcomes
        .iter()
        .flat_map(|outcome| &outcome.evidence)
        .flat_map(|passage| [passage.bytes.start, passage.bytes.end])
        .collect();
    let mut places = utf16::places(&document.text, &ends).into_iter();
    let findings = document
        .outcomes
        .iter()
        .map(|outcome| {
            let passages = outcome
                .evidence
                .iter()
                .map(|passage| Passage {
                    start: places.next().unwrap_or_default(),
                    end: places.next().unwrap_or_default(),
                    article: passage.article.clone(),
                    role: passage.role,
                })
                .collect();
            finding(outcome, passages, lang)
        })
        .collect();
    View {
        text: document.text.clone(),
        kind: document.kind,
        kind_title: message::text(lang, &format!("kind-{}", document.kind.name().replace('_', "-")), &[]),
        kind_recognised: document.kind_recognised,
        hospital: document.parties.hospital.clone(),
        vendor: document.parties.vendor.clone(),
        unread: document.unread.clone(),
        findings,
    }
}

fn finding(outcome: &OutcomeView, passages: Vec<Passage>, lang: Lang) -> Finding {
    let kb = kb::Kb::embedded().ok();
    let title = |id: &str| kb?.get(id).map(|entry| entry.title().to_owned());
    Finding {
        rule: outcome.rule.clone(),
        title: outcome.title.clone(),
        status: outcome.status,
        status_title: message::text(
            lang,
            &format!("status-{}", outcome.status.name().replace('_', "-")),
            &[],
        ),
        severity: outcome.severity,
        message: outcome.message.clone(),
        basis: outcome
            .basis
            .iter()
            .map(|id| Basis {
                id: id.clone(),
                title: title(id),
                is_unverified: outcome.basis_unverified.contains(id),
            })
            .collect(),
        advice: outcome.advice.clone(),
        insert_after: outcome.insert_after.clone(),
        question: outcome.question.clone(),
        passages,
    }
}

/// What a form asks: kinds of documents, patterns and facts.
pub(crate) fn facts(lang: Lang) -> Outcome {
    let named = |prefix: &str, name: &str| {
        let code = format!("{prefix}-{}", name.replace(['.', '_'], "-"));
        json!({ "name": name, "title": message::text(lang, &code, &[]) })
    };
    let kinds: Vec<Value> = Kind::ALL.iter().map(|kind| named("kind", kind.name())).collect();
    let facts: Vec<Value> = FACTS.iter().map(|fact| named("fact", fact)).collect();
    let types: Vec<&str> = kb::SystemType::ALL.iter().map(|pattern| pattern.numeral()).collect();
    Ok((json!({ "kinds": kinds, "facts": facts, "types": types }), None))
}

/// What a rule asks, why, and what it does with its examples.
pub(crate) fn explain(rule: &str, lang: Lang) -> Outcome {
    static ALL: OnceLock<RulePack> = OnceLock::new();
    // With the examples, which a lint does without.
    let pack = ALL.get_or_init(|| pack::load(pack::shipped_sources()).pack);
    let rule = pack.rule(rule).ok_or_else(|| CallError::question("unknown rule"))?;
    of(&linter::explain::explain(pack, rule, lang).map_err(CallError::internal)?)
}
