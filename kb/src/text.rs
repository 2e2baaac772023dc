//! What of an entry is searched: its own words, field by field, and for a clause the words of what is tied to it.

use std::collections::BTreeMap;

use crate::load::Catalogue;
use crate::model::{EntryData, Tie};

/// Title, keywords, gist, details, heading: what is indexed of an entry.
pub(crate) fn indexed(entry: EntryData<'_>) -> [String; 5] {
    let head = entry.head();
    let (mut keywords, mut details) = (head.keywords.to_vec(), head.details.to_vec());
    let mut heading: Vec<&str> = Vec::new();
    match entry {
        EntryData::Clause { clause, chapter } => {
            let section = chapter.section(&clause.section).and_then(|section| section.label());
            heading.extend([chapter.title.as_str(), section.unwrap_or_default()]);
            heading.extend([clause.group.as_deref().unwrap_or_default(), &clause.actor]);
            heading.extend(clause.counterpart.iter().map(String::as_str));
        }
        EntryData::Control(control) => {
            details.extend(control.evidence.iter().chain(&control.drift).cloned());
            heading.extend(control.number.as_deref());
        }
        EntryData::Checklist(item) => {
            details.extend(item.label.clone());
            heading.extend(
                [Some(item.number.as_str()), item.group.as_deref(), item.scope.as_deref()].iter().flatten(),
            );
        }
        EntryData::Agreement(item) => {
            heading.extend([Some(item.number.as_str()), item.group.as_deref()].iter().flatten());
        }
        EntryData::Comment(comment) => {
            details.push(comment.reply.clone());
            heading.push(&comment.chapter);
        }
        EntryData::Change { change, .. } => {
            heading.extend(change.before.iter().chain(&change.after).map(String::as_str));
        }
        EntryData::Reference(reference) => {
            keywords.extend(reference.reading.clone());
            heading.push(&reference.issuer);
        }
        EntryData::Term(term) => {
            keywords.push(term.reading.clone());
            keywords.extend(term.english.iter().chain(&term.synonyms).chain(&term.colloquial).cloned());
        }
        EntryData::Audience(audience) => heading.push(&audience.role),
        EntryData::Practice { practice, set } => {
            heading.push(&set.set_title);
            heading.extend(practice.audience.iter().map(String::as_str));
        }
        EntryData::Form(form) => details.extend(form.columns.iter().chain(&form.rules).cloned()),
    }
    [head.title.to_owned(), keywords.join("、"), head.gist.to_owned(), details.join("、"), heading.join("、")]
}

/// Clause id → the words of measures, questions and terms that are tied to it.
///
/// People type concrete words (USBメモリ, ルーター) where a clause speaks in general ones.
pub(crate) fn expansions(catalogue: &Catalogue) -> BTreeMap<String, String> {
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in catalogue.order().into_iter().filter_map(|position| catalogue.at(position)) {
        let Some(text) = lent(entry) else { continue };
        for link in entry.head().links.iter().filter(|link| link.confidence <= Tie::Medium) {
            words.entry(link.to.clone()).or_default().push(text.clone());
        }
    }
    words.into_iter().map(|(clause, texts)| (clause, texts.join("、"))).collect()
}

/// What an entry lends to the clauses it is tied to.
fn lent(entry: EntryData<'_>) -> Option<String> {
    let head = entry.head();
    let mut texts = vec![head.title.to_owned()];
    texts.extend(head.keywords.iter().cloned());
    match entry {
        EntryData::Control(_) | EntryData::Checklist(_) | EntryData::Agreement(_) => {
            texts.push(head.gist.to_owned())
        }
        EntryData::Term(term) => texts.extend(term.synonyms.iter().chain(&term.colloquial).cloned()),
        EntryData::Practice { .. } | EntryData::Reference(_) | EntryData::Comment(_) => {}
        _ => return None,
    }
    Some(texts.join("、"))
}
