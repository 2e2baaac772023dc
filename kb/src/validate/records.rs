//! What must hold in the records beside chapters: texts, sources, verification, links.

use std::collections::BTreeSet;

use super::{Ids, check_verification};
use crate::load::{LoadError, LoadErrorKind as Kind, SourceFile, Step, error_at};
use crate::model::{Content, ContentStatus, EntryData, EntryKind, LinkData, Placed, Relation, Transition};

/// All mistakes in one file; links only if `ids` are given.
pub(super) fn check(
    file: &SourceFile<'_>,
    content: &Content,
    ids: Option<&Ids<'_>>,
    errors: &mut Vec<LoadError>,
) {
    for placed in content.entries() {
        let mut checker = Checker { file, placed, errors };
        checker.check_texts();
        if let Some(ids) = ids {
            checker.check_links(ids);
            checker.check_names(ids);
        }
    }
}

struct Checker<'a, 'e> {
    file: &'a SourceFile<'a>,
    placed: Placed<'a>,
    errors: &'e mut Vec<LoadError>,
}

impl Checker<'_, '_> {
    fn report(&mut self, steps: &[Step], kind: Kind) {
        let mut place = vec![Step::Key(self.placed.array), Step::At(self.placed.index)];
        place.extend_from_slice(steps);
        self.errors.push(error_at(self.file, &place, kind));
    }

    fn check_texts(&mut self) {
        let head = self.placed.data.head();
        if !is_key(head.id) {
            self.report(&[Step::Key("id")], Kind::MalformedId { id: head.id.to_owned() });
        }
        for (field, text) in [("title", head.title), ("gist", head.gist)] {
            if text.trim().is_empty() {
                self.report(&[Step::Key(field)], Kind::Empty { field });
            }
        }
        let mut lists =
            vec![("details", head.details), ("keywords", head.keywords), ("sources", head.sources)];
        if let EntryData::Control(control) = self.placed.data {
            lists.push(("evidence", &control.evidence));
        }
        for (field, texts) in lists {
            let needed = match field {
                "evidence" => true,
                "sources" => head.verification.is_some(),
                _ => false,
            };
            if needed && texts.is_empty() || texts.iter().any(|text| text.trim().is_empty()) {
                self.report(&[Step::Key(field)], Kind::Empty { field });
            }
        }
        match head.verification {
            Some(verification) => {
                let mut place = vec![Step::Key(self.placed.array), Step::At(self.placed.index)];
                place.push(Step::Key("verification"));
                check_verification(self.file, &verification, &place, self.errors);
            }
            // Only what is our own and rests on clauses may go without.
            None if head.document.is_none() && matches!(self.placed.data, EntryData::Control(_)) => {}
            None => self.report(&[Step::Key("verification")], Kind::Empty { field: "verification" }),
        }
    }

    fn check_links(&mut self, ids: &Ids<'_>) {
        let head = self.placed.data.head();
        let mut seen: BTreeSet<(&str, Relation)> = BTreeSet::new();
        for (at, link) in head.links.iter().enumerate() {
            if let Some(kind) = self.mistake(link, ids) {
                self.report(&[Step::Key("links"), Step::At(at), Step::Key("to")], kind);
            } else if link.to == head.id || !seen.insert((&link.to, link.relation)) {
                let kind = Kind::RepeatedLink { id: link.to.clone() };
                self.report(&[Step::Key("links"), Step::At(at), Step::Key("to")], kind);
            }
        }
    }

    fn mistake(&self, link: &LinkData, ids: &Ids<'_>) -> Option<Kind> {
        let from = self.placed.data.kind();
        let Ok(to) = ids.kind(&link.to) else { return Some(Kind::UnknownTarget { id: link.to.clone() }) };
        if !link.relation.joins(from, to) {
            let (relation, from) = (link.relation.as_str().to_owned(), from.as_str().to_owned());
            return Some(Kind::WrongRelation { relation, from, id: link.to.clone() });
        }
        let without_text = ids.get(&link.to).and_then(|data| data.head().verification);
        let is_empty = without_text.is_some_and(|verification| verification.content == ContentStatus::None);
        let is_clause = to == Some(EntryKind::Clause);
        (link.relation == Relation::Implements && is_clause && is_empty)
            .then(|| Kind::WithoutText { id: link.to.clone() })
    }

    /// Documents, forms, places and items of editions that are named.
    fn check_names(&mut self, ids: &Ids<'_>) {
        if let Some(document) = self.placed.data.head().document
            && ids.kind(document) != Ok(Some(EntryKind::Reference))
        {
            self.errors.push(error_at(
                self.file,
                &[Step::Key("document")],
                Kind::UnknownTarget { id: document.to_owned() },
            ));
        }
        let form = match self.placed.data {
            EntryData::Checklist(item) => Some(&item.form),
            EntryData::Agreement(item) => Some(&item.form),
            _ => None,
        };
        if let Some(form) = form.filter(|form| ids.kind(form) != Ok(Some(EntryKind::Form))) {
            self.report(&[Step::Key("form")], Kind::UnknownTarget { id: form.clone() });
        }
        match self.placed.data {
            EntryData::Audience(audience) => {
                for (at, reading) in audience.reads.iter().enumerate() {
                    for place in reading.places.iter().filter(|place| ids.kind(place).is_err()) {
                        let steps = [Step::Key("reads"), Step::At(at), Step::Key("places")];
                        self.report(&steps, Kind::UnknownTarget { id: place.clone() });
                    }
                }
            }
            EntryData::Change { change, transition } => {
                self.check_items(ids, transition, [("before", &change.before), ("after", &change.after)]);
            }
            _ => {}
        }
    }

    /// Ids of the base have to exist. What is not shaped like an id is a label: items of editions that are not held, forms,
    /// and what could not be read.
    fn check_items(
        &mut self,
        ids: &Ids<'_>,
        transition: &Transition,
        lists: [(&'static str, &Vec<String>); 2],
    ) {
        for (edition, (field, items)) in [&transition.from, &transition.to].into_iter().zip(lists) {
            for (at, item) in items.iter().enumerate() {
                if ids.holds(edition) && is_key(item) && ids.kind(item).is_err() {
                    self.report(&[Step::Key(field), Step::At(at)], Kind::UnknownTarget { id: item.clone() });
                }
            }
        }
    }
}

/// Letters, digits, dots, hyphens: what can be typed, put into an address and told from the words around it.
fn is_key(id: &str) -> bool {
    !id.is_empty()
        && id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
}
