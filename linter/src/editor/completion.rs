//! What can be written at a place of a rule file.

use dsl::keyword;
use dsl::token::{Token, TokenKind};
use dsl::vocabulary::MEASURES;

use super::places::{Expected, Reader, Role, after};
use super::{Span, Workspace, clauses, words};
use crate::message::{self, Lang};

/// What may be chosen at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    /// The word that is being written: what is chosen replaces it.
    pub replaces: Span,
    /// The choices, the likeliest first.
    pub choices: Vec<Choice>,
    /// Whether other choices may come up when more is typed.
    pub is_search: bool,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is written, if it is plain text.
    pub label: String,
    /// What it is.
    pub role: Role,
    /// One line beside it.
    pub detail: String,
    /// More of it, in Markdown.
    pub markdown: Option<String>,
    /// A text with `${1:places}` to fill, in the notation of editors, where more than the label is written.
    pub snippet: Option<String>,
}

/// Names that a template of `advice` may use.
const VARIABLES: &[&str] = &["n", "vendor", "hospital"];

/// The choices at a place; none inside texts and comments, and where something new has to be written.
pub fn at(workspace: &Workspace, file: usize, offset: u32, lang: Lang) -> Option<Completions> {
    let source = workspace.source(file)?;
    let head = source.text.get(..offset as usize)?;
    let start = head.trim_end_matches(is_word_char).len();
    // A word begins with no joint: `/` may open a regular expression.
    let start = head.len() - head.get(start..)?.trim_start_matches(JOINTS).len();
    let (before_word, typed) = head.split_at_checked(start)?;
    let replaces = super::span(start, head.len());
    let tokens = workspace.tokens(file);
    let before = tokens.get(..tokens.partition_point(|token| token.span.end as usize <= start))?;
    let reaching = tokens.get(before.len()).filter(|token| (token.span.start as usize) < start);
    let open = before.last().filter(|last| is_open_text(last, start, &source.text));
    if let Some(around) = reaching.or(open) {
        let choices = inside(around, before_word, lang);
        return (!choices.is_empty()).then_some(Completions { replaces, choices, is_search: false });
    }
    let line = before_word.rsplit('\n').next().unwrap_or_default();
    if is_comment(before, before_word) {
        return None;
    }
    let reader = after(before);
    let expected = reader.expected(line.trim().is_empty());
    let choices = choices(workspace, file, &reader, expected, typed, lang);
    let is_search = expected == Expected::Name(Role::Clause);
    (!choices.is_empty()).then_some(Completions { replaces, choices, is_search })
}

/// Signs that join two parts of a word.
const JOINTS: [char; 4] = ['-', '/', '@', '.'];

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || "_・".contains(c) || JOINTS.contains(&c)
}

/// Between the last token and the cursor stands the beginning of a comment.
fn is_comment(before: &[Token], head: &str) -> bool {
    let end = before.last().map_or(0, |token| token.span.end as usize);
    let gap = head.get(end..).unwrap_or_default();
    gap.rsplit('\n').next().is_some_and(|line| line.contains("//"))
}

/// The place lies at the end of a text that was not closed.
fn is_open_text(last: &Token, place: usize, text: &str) -> bool {
    if last.span.end as usize != place {
        return false;
    }
    let written = text.get(last.span.range()).unwrap_or_default();
    let closes = |quote: &str| written.len() >= 2 * quote.len() && written.ends_with(quote);
    match last.kind {
        TokenKind::Text(_) => !closes("\""),
        TokenKind::Block(_) => !closes("\"\"\""),
        TokenKind::Regex(_) => !closes("/"),
        _ => false,
    }
}

/// Inside a text nothing is offered, but for the variables of a template.
fn inside(around: &Token, head: &str, lang: Lang) -> Vec<Choice> {
    let open = head.rsplit("}}").next().is_some_and(|rest| rest.contains("{{"));
    if !matches!(around.kind, TokenKind::Block(_)) || !open {
        return Vec::new();
    }
    VARIABLES
        .iter()
        .map(|name| plain(name, Role::Value, say(lang, &format!("editor-variable-{name}"))))
        .collect()
}

fn choices(
    workspace: &Workspace,
    file: usize,
    reader: &Reader,
    expected: Expected,
    typed: &str,
    lang: Lang,
) -> Vec<Choice> {
    let keywords = |words: &[&str]| words.iter().map(|word| keyword_choice(word, lang)).collect::<Vec<_>>();
    match expected {
        Expected::Item => keywords(keyword::ITEMS),
        Expected::Concept => keywords(&["concept"]),
        Expected::Member => keywords(keyword::MEMBERS),
        Expected::Head => keywords(&["basis", "reference", "at"]),
        Expected::AfterKinds => keywords(&["when"]),
        Expected::AfterFact => keywords(&["and", "or"]),
        Expected::AfterFails => keywords(&["as"]),
        Expected::Operator { in_concept: true, .. } => keywords(&["except"]),
        Expected::Operator { in_act: true, .. } => keywords(&["of", "when", "within", "and", "or", "except"]),
        Expected::Operator { .. } => keywords(&["and", "or", "except"]),
        Expected::Name(role) => names(workspace, file, reader, role, typed, lang),
        Expected::Pattern => {
            let mut all = concepts(workspace, lang);
            all.extend(keywords(&["word"]));
            all
        }
        Expected::Predicate => predicates(workspace, lang),
        Expected::Nothing => Vec::new(),
    }
}

/// Concepts come behind what a predicate usually begins with.
fn predicates(workspace: &Workspace, lang: Lang) -> Vec<Choice> {
    let between = ["and", "or", "of", "when", "except", "at", "as", "word"];
    let heads = keyword::OPERATORS.iter().filter(|word| !between.contains(word));
    let mut all: Vec<Choice> = heads.map(|word| keyword_choice(word, lang)).collect();
    all.extend(scopes(lang));
    all.extend(MEASURES.iter().map(|measure| closed(Role::Measure, measure, lang)));
    all.extend(concepts(workspace, lang));
    all
}

fn scopes(lang: Lang) -> Vec<Choice> {
    let braces = |scope: &str| Some(format!("{scope} {{ $0 }}"));
    let scopes = words::all(Role::Scope).into_iter();
    scopes.map(|scope| Choice { snippet: braces(scope), ..closed(Role::Scope, scope, lang) }).collect()
}

fn names(
    workspace: &Workspace,
    file: usize,
    reader: &Reader,
    role: Role,
    typed: &str,
    lang: Lang,
) -> Vec<Choice> {
    match role {
        Role::Clause => clauses::search(typed).into_iter().map(|entry| clause(entry, lang)).collect(),
        Role::ConceptExtension => concepts(workspace, lang),
        Role::Requirement => {
            let own = workspace.names().filter(|name| {
                name.file == file && name.rule == reader.rule() && name.role == Role::RequirementDefinition
            });
            own.map(|name| plain(&name.text, role, String::new())).collect()
        }
        Role::Strength => words::all(role)
            .into_iter()
            .map(|strength| Choice {
                snippet: Some(format!("{strength}(${{1:vendor}}) $0")),
                ..closed(role, strength, lang)
            })
            .collect(),
        Role::Scope => scopes(lang).into_iter().chain([keyword_choice("column", lang)]).collect(),
        Role::Fact => {
            let facts = words::all(role).into_iter().map(|fact| closed(role, fact, lang));
            facts.chain([keyword_choice("not", lang)]).collect()
        }
        _ => words::all(role).into_iter().map(|word| closed(role, word, lang)).collect(),
    }
}

fn clause(entry: kb::Entry<'_>, lang: Lang) -> Choice {
    Choice {
        label: entry.id().to_owned(),
        role: Role::Clause,
        detail: format!("{}{}", entry.title(), clauses::unverified(entry, lang)),
        markdown: Some(clauses::markdown(entry, lang)),
        snippet: None,
    }
}

/// All concepts, each once, those of the person's own files first.
fn concepts(workspace: &Workspace, lang: Lang) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    for name in workspace.names().filter(|name| name.role == Role::ConceptDefinition) {
        if all.iter().all(|known| known.label != name.text) {
            let doc = workspace.concept_doc(name);
            let first = doc.and_then(|doc| doc.lines().next()).unwrap_or_default();
            let detail = if first.is_empty() { say(lang, "editor-role-concept") } else { first.to_owned() };
            all.push(plain(&name.text, Role::Concept, detail));
        }
    }
    all
}

fn plain(label: &str, role: Role, detail: String) -> Choice {
    Choice { label: label.to_owned(), role, detail, markdown: None, snippet: None }
}

fn closed(role: Role, word: &str, lang: Lang) -> Choice {
    plain(word, role, words::meaning(role, word, lang).unwrap_or_default())
}

fn keyword_choice(word: &str, lang: Lang) -> Choice {
    Choice { snippet: snippet(word, lang), ..closed(Role::Keyword, word, lang) }
}

/// What is written after a keyword more often than not.
fn snippet(word: &str, lang: Lang) -> Option<String> {
    let title = say(lang, "editor-snippet-title");
    let example = say(lang, "editor-snippet-example");
    let block = |head: &str| format!("{head} \"${{2:{title}}}\" \"\"\"\n  ${{0:{example}}}\n\"\"\"");
    Some(match word {
        "rule" => format!(
            "rule ${{1:pack/name}} \"${{2:{title}}}\" {{\n  ${{3|topic,theme|}} $4\n  editions 6.0, 7.0\n  applies ${{5:contract}}\n  severity ${{6|error,warning,info|}}\n  basis $7\n\n  $0\n}}"
        ),
        "concept" => "concept ${1} = \"$0\"".to_owned(),
        "extend" => "extend concept ${1} = \"$0\"".to_owned(),
        "require" | "forbid" | "recommend" => format!("{word} ${{1:name}} \"${{2:{title}}}\" {{ $0 }}"),
        "act" => "act ${1|must,should,may,must_not,any|}(${2|vendor,hospital,both,any|}) $0".to_owned(),
        "by" => "by(${1|vendor,hospital,both,any|})".to_owned(),
        "one_of" => "one_of { $1, $2 }".to_owned(),
        "column" => "column(\"$1\") { $0 }".to_owned(),
        "count" => "count($1) >= $0".to_owned(),
        "pass" => block("pass").replace("${2:", "${1:"),
        "fail" => block("fail ${1:name}"),
        "advice" => "advice \"\"\"\n  $0\n\"\"\"".to_owned(),
        _ => return None,
    })
}

fn say(lang: Lang, code: &str) -> String {
    message::text(lang, code, &[])
}
