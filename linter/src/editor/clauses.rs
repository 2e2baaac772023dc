//! Clauses of the guideline as editors show them: in a hover, in a list to choose from, behind a finding.

use kb::{ContentStatus, Entry, Kb, Verification};

use crate::message::{self, Lang};

/// Title, citation, gist, particulars and how far it was checked, as Markdown.
pub fn markdown(entry: Entry<'_>, lang: Lang) -> String {
    let mut out = format!("**{}** {}{}\n\n", entry.id(), entry.title(), unverified(entry, lang));
    let chapter =
        entry.as_clause().map(|clause| format!(" ({})", clause.chapter().title)).unwrap_or_default();
    out.push_str(&format!("{}{chapter}\n\n{}\n", entry.citation(), entry.gist()));
    if !entry.details().is_empty() {
        out.push('\n');
    }
    for detail in entry.details() {
        out.push_str(&format!("- {detail}\n"));
    }
    let label = message::text(lang, "cli-show-verification", &[]);
    out.push_str(&format!("\n{label}: {}\n", verification(entry.verification(), lang)));
    out
}

/// One line: id, title, citation, 未確認 where it is due.
pub fn line(id: &str, lang: Lang) -> String {
    let entry = Kb::embedded().ok().and_then(|kb| kb.get(id));
    entry.map_or_else(
        || id.to_owned(),
        |entry| format!("{id} {} ({}){}", entry.title(), entry.citation(), unverified(entry, lang)),
    )
}

/// 「【未確認】」, or nothing.
pub fn unverified(entry: Entry<'_>, lang: Lang) -> String {
    if entry.verification().is_confirmed() { String::new() } else { message::text(lang, "unverified", &[]) }
}

/// How far the words and the number of an entry were checked, in words.
pub fn verification(verification: Verification, lang: Lang) -> String {
    let content = format!("content-{}", verification.content.as_str().replace('_', "-"));
    let numbering = format!("numbering-{}", verification.numbering.as_str());
    let seen_in = verification.seen_in.map(|seen_in| format!("seen-in-{}", seen_in.as_str()));
    let words: Vec<String> = [Some(content), Some(numbering), seen_in]
        .into_iter()
        .flatten()
        .map(|name| message::text(lang, &format!("cli-show-{name}"), &[]))
        .collect();
    words.join(&message::text(lang, "report-comma", &[]))
}

/// The clauses that a rule may rest on and that begin with what was typed (`M-8`), have it as their number in other words
/// (運用8⑤), or have all of its words in their title, gist or key words; in the order of the guideline.
pub fn search(typed: &str) -> Vec<Entry<'static>> {
    let Ok(kb) = Kb::embedded() else { return Vec::new() };
    let wanted = typed.to_uppercase();
    let usable = |entry: &Entry<'_>| entry.verification().content != ContentStatus::None;
    let by_id: Vec<Entry<'static>> = kb
        .clauses()
        .map(|clause| clause.entry())
        .filter(|entry| usable(entry) && entry.id().to_uppercase().starts_with(&wanted))
        .collect();
    if !by_id.is_empty() {
        return by_id;
    }
    let named = kb.resolve(typed).unwrap_or_default();
    let mut found: Vec<Entry<'static>> = named.into_iter().flat_map(entries).filter(usable).collect();
    let clauses = kb.clauses().map(|clause| clause.entry());
    for entry in clauses.filter(|entry| usable(entry) && mentions(entry, typed)) {
        if !found.contains(&entry) {
            found.push(entry);
        }
    }
    found
}

fn entries(found: kb::Match<'static>) -> Vec<Entry<'static>> {
    match found {
        kb::Match::Entry { entry, .. } => {
            entry.as_clause().map(|clause| clause.entry()).into_iter().collect()
        }
        kb::Match::Section { clauses, .. } | kb::Match::Chapter { clauses, .. } => {
            clauses.iter().map(|clause| clause.entry()).collect()
        }
    }
}

fn mentions(entry: &Entry<'_>, typed: &str) -> bool {
    let own = |text: &str| text.contains(typed);
    own(entry.title()) || own(entry.gist()) || entry.keywords().iter().any(|word| own(word))
}
