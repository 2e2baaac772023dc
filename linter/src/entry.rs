//! Entries of the knowledge base in words: what a person reads of a clause, a control, a question, a term.
//!
//! The command line, the editor and the site show the same facts in the same words; how they are laid out is theirs.

use kb::{
    Agreement, Audience, Change, Checklist, ClauseEntry, Comment, Control, Direction, Entry, EntryData,
    EntryKind, Form, Link, Practice, Reference, Relation, Term, Tie,
};

use crate::editor::clauses;
use crate::message::{self, Lang};

/// A property with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Code of the label.
    pub code: &'static str,
    /// What it is.
    pub label: String,
    /// Its value; several where it is a list.
    pub values: Vec<String>,
}

/// Links of one sort, under one heading.
#[derive(Debug)]
pub struct LinkGroup<'a> {
    /// The heading.
    pub label: String,
    /// The links, surer ones first.
    pub links: Vec<Link<'a>>,
}

/// The name of a kind.
pub fn kind(kind: EntryKind, lang: Lang) -> String {
    named("kind", kind.as_str(), lang)
}

/// 「【未確認】」 or 「【自作】」 where it is due, or nothing.
pub fn mark(entry: Entry<'_>, lang: Lang) -> String {
    let own = if entry.is_own() { message::text(lang, "entry-own", &[]) } else { String::new() };
    own + &clauses::unverified(entry, lang)
}

/// How sure a link is; nothing where a source states it.
pub fn tie(tie: Tie, lang: Lang) -> Option<String> {
    (tie != Tie::Stated).then(|| named("tie", tie.as_str(), lang))
}

/// Everything about an entry but its title, text and links, in the order in which it is read.
pub fn facts(entry: Entry<'_>, lang: Lang) -> Vec<Fact> {
    let mut facts = Facts { lang, facts: Vec::new() };
    match entry.data() {
        EntryData::Clause { .. } => {
            if let Some(clause) = entry.as_clause() {
                facts.clause(clause);
            }
        }
        EntryData::Control(control) => facts.control(control),
        EntryData::Checklist(item) => facts.checklist(item),
        EntryData::Agreement(item) => facts.agreement(item),
        EntryData::Comment(comment) => facts.comment(comment),
        EntryData::Change { change, .. } => facts.change(change),
        EntryData::Reference(reference) => facts.reference(reference),
        EntryData::Term(term) => facts.term(term),
        EntryData::Audience(audience) => facts.audience(audience),
        EntryData::Practice { practice, .. } => facts.practice(practice),
        EntryData::Form(form) => facts.form(form),
        _ => {}
    }
    facts.provenance(entry);
    facts.facts
}

/// The links of an entry under their headings: what it comes from and leads to first.
pub fn link_groups(links: Vec<Link<'_>>, lang: Lang) -> Vec<LinkGroup<'_>> {
    let mut groups: Vec<((Relation, bool), LinkGroup<'_>)> = Vec::new();
    for link in links {
        let both_ways = matches!(link.relation, Relation::Related | Relation::See | Relation::Contrasts);
        let incoming = link.direction == Direction::Incoming && !both_ways;
        let key = (link.relation, incoming);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.links.push(link),
            None => {
                let way = if incoming { "in" } else { "out" };
                let label = named(&format!("link-{}", link.relation.as_str()), way, lang);
                groups.push((key, LinkGroup { label, links: vec![link] }));
            }
        }
    }
    groups.sort_by_key(|((relation, incoming), _)| (place(*relation), *incoming));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The order of headings: history of the entry, what carries it out and checks it, then what is around it.
fn place(relation: Relation) -> u8 {
    match relation {
        Relation::After => 0,
        Relation::Before => 1,
        Relation::Implements => 2,
        Relation::Compensates => 3,
        Relation::AsksFor => 4,
        Relation::Related => 5,
        Relation::Continues => 6,
        Relation::Contrasts => 7,
        Relation::Grounds => 8,
        Relation::Concerns => 9,
        Relation::See => 10,
    }
}

fn named(group: &str, name: &str, lang: Lang) -> String {
    message::text(lang, &format!("entry-{group}-{name}").replace('_', "-"), &[])
}

struct Facts {
    lang: Lang,
    facts: Vec<Fact>,
}

impl Facts {
    fn add(&mut self, code: &'static str, value: impl Into<String>) {
        self.list(code, vec![value.into()]);
    }

    fn maybe(&mut self, code: &'static str, value: Option<&String>) {
        if let Some(value) = value {
            self.add(code, value);
        }
    }

    /// One value with commas.
    fn joined(&mut self, code: &'static str, values: &[String]) {
        if !values.is_empty() {
            self.add(code, values.join(&message::text(self.lang, "report-comma", &[])));
        }
    }

    fn list(&mut self, code: &'static str, values: Vec<String>) {
        if values.iter().any(|value| !value.is_empty()) {
            self.facts.push(Fact { code, label: message::text(self.lang, code, &[]), values });
        }
    }

    fn clause(&mut self, entry: ClauseEntry<'_>) {
        let clause = entry.clause();
        self.add("cli-show-actor", entry.actor());
        self.joined("cli-show-counterpart", entry.counterpart());
        if let Some(nature) = clause.nature {
            self.add("entry-fact-nature", named("nature", nature.as_str(), self.lang));
        }
        if let Some(strength) = clause.strength {
            self.add("entry-fact-strength", named("strength", strength.as_str(), self.lang));
        }
        let types: Vec<String> =
            entry.applies_to().iter().map(|pattern| pattern.numeral().to_owned()).collect();
        self.joined("cli-show-applies", &types);
        if !entry.has_own_applicability() {
            self.maybe("entry-fact-applies-reason", entry.chapter().applies_reason.as_ref());
        }
        self.maybe("cli-show-simplification", entry.simplification().map(|found| &found.condition));
        for transition in entry.silent_transitions() {
            let (code, edition) = if transition.to == entry.kb().base() {
                ("entry-fact-no-origin", &transition.from)
            } else {
                ("entry-fact-no-fate", &transition.to)
            };
            let label = message::text(self.lang, "entry-fact-edition", &[("edition", edition)]);
            let values = vec![message::text(self.lang, code, &[])];
            self.facts.push(Fact { code: "entry-fact-edition", label, values });
        }
    }

    fn control(&mut self, control: &Control) {
        self.maybe("entry-fact-number", control.number.as_ref());
        self.add("entry-fact-nature", named("nature", control.nature.as_str(), self.lang));
        self.add("entry-fact-owner", named("owner", control.owner.as_str(), self.lang));
        self.add("entry-fact-strength", named("strength", control.strength.as_str(), self.lang));
        self.list("entry-fact-evidence", control.evidence.clone());
        self.maybe("entry-fact-drift", control.drift.as_ref());
        if control.recommend_to_hospital {
            self.add("entry-fact-recommended", message::text(self.lang, "entry-fact-recommended-yes", &[]));
        }
    }

    fn checklist(&mut self, item: &Checklist) {
        self.maybe("entry-fact-group", item.group.as_ref());
        self.maybe("entry-fact-scope", item.scope.as_ref());
        self.maybe("entry-fact-label", item.label.as_ref());
        self.maybe("entry-fact-deadline", item.deadline.as_ref());
        self.maybe("entry-fact-condition", item.condition.as_ref());
    }

    fn agreement(&mut self, item: &Agreement) {
        self.maybe("entry-fact-group", item.group.as_ref());
    }

    fn comment(&mut self, comment: &Comment) {
        self.add("entry-fact-reply", &comment.reply);
        self.add("entry-fact-outcome", named("outcome", comment.outcome.as_str(), self.lang));
        let page = comment
            .draft_page
            .as_deref()
            .map(|page| format!(" {}", message::text(self.lang, "entry-fact-draft-page", &[("page", page)])));
        let place = format!("{} {}{}", comment.part, comment.chapter, page.unwrap_or_default());
        self.add("entry-fact-draft-place", place);
    }

    fn change(&mut self, change: &Change) {
        self.add("entry-fact-step", named("step", change.relation.as_str(), self.lang));
        self.joined("entry-fact-before", &change.before);
        self.joined("entry-fact-after", &change.after);
        let targets: Vec<String> = change
            .document_targets
            .iter()
            .map(|target| {
                message::text(
                    self.lang,
                    &format!("coverage-target-{}", target.as_str().replace('_', "-")),
                    &[],
                )
            })
            .collect();
        self.joined("entry-fact-targets", &targets);
    }

    fn reference(&mut self, reference: &Reference) {
        self.add("entry-fact-type", named("type", reference.r#type.as_str(), self.lang));
        self.add("entry-fact-issuer", &reference.issuer);
        self.maybe("entry-fact-issued", reference.issued.as_ref());
        self.maybe("entry-fact-in-force", reference.in_force.as_ref());
        self.add("entry-fact-standing", named("standing", reference.status.as_str(), self.lang));
    }

    fn term(&mut self, term: &Term) {
        self.add("entry-fact-reading", &term.reading);
        self.maybe("entry-fact-english", term.english.as_ref());
        self.joined("entry-fact-synonyms", &term.synonyms);
        self.joined("entry-fact-colloquial", &term.colloquial);
    }

    fn audience(&mut self, audience: &Audience) {
        self.add("entry-fact-role", &audience.role);
        let types: Vec<String> = audience.types.iter().map(|pattern| pattern.numeral().to_owned()).collect();
        self.joined("entry-fact-types", &types);
        let comma = message::text(self.lang, "report-comma", &[]);
        for reading in &audience.reads {
            let mut value = named("extent", reading.extent.as_str(), self.lang);
            if !reading.places.is_empty() {
                value.push_str(&format!(" ({})", reading.places.join(&comma)));
            }
            if let Some(reason) = &reading.reason {
                value.push_str(&format!(" {reason}"));
            }
            let label = reading.part.title().to_owned();
            self.facts.push(Fact { code: "entry-fact-reads", label, values: vec![value] });
        }
    }

    fn practice(&mut self, practice: &Practice) {
        self.add("entry-fact-type", named("role", practice.role.as_str(), self.lang));
        self.joined("entry-fact-audience", &practice.audience);
        if let Some(owner) = practice.owner {
            self.add("entry-fact-owner", named("owner", owner.as_str(), self.lang));
        }
    }

    fn form(&mut self, form: &Form) {
        self.maybe("entry-fact-year", form.year.as_ref());
        self.list("entry-fact-columns", form.columns.clone());
        self.list("entry-fact-rules", form.rules.clone());
        if !form.obtained {
            self.add("cli-show-note", message::text(self.lang, "entry-fact-not-obtained", &[]));
        }
    }

    fn provenance(&mut self, entry: Entry<'_>) {
        if let Some(document) = entry.document() {
            self.add("entry-fact-document", format!("{} {}", document.id(), document.title()));
        }
        self.add("cli-show-verification", clauses::verification(entry.verification(), self.lang));
        if entry.is_own() {
            self.add("cli-show-note", message::text(self.lang, "entry-own-meaning", &[]));
        }
        self.joined("cli-show-sources", entry.sources());
        if let Some(note) = entry.note() {
            self.add("cli-show-note", note);
        }
    }
}
