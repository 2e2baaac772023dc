//! Passages beside questions: from the report, through the rules that rest on a question or on a clause that it asks for.

use kb::{Entry, EntryData, EntryKind, Kb, Link, Relation, Target, Tie};

use super::{Filled, FormDocument, FormView, Item, ItemEvidence, forms};
use crate::meaning::parties::Actor;
use crate::pack::entry_id;
use crate::report::{DocumentReport, EvidenceRole, EvidenceView, OutcomeView, Report, RequirementView, Tool};

/// How many forms back a question is followed: rules rest on the year in which they were written.
const MOST_YEARS: usize = 8;

/// A form without anything beside its questions; none where the knowledge base has no such form.
pub fn blank(kb: &Kb, form: &str, tool: Tool, date: &str) -> Option<Filled> {
    let found = forms(kb).find(|found| found.id == form)?;
    let own = |entry: &Entry<'_>| entry.form() == Some(form);
    let kinds = [EntryKind::Checklist, EntryKind::Agreement];
    let entries = kinds.into_iter().flat_map(|kind| kb.entries_of(kind)).filter(own);
    Some(Filled {
        tool,
        kb_version: kb::KB_VERSION.to_owned(),
        date: date.to_owned(),
        form: FormView {
            id: found.id.clone(),
            title: found.title.clone(),
            year: found.year.clone(),
            gist: found.gist.clone(),
            obtained: found.obtained,
            rules: found.rules.clone(),
            note: found.note.clone(),
            sources: found.sources.clone(),
        },
        documents: Vec::new(),
        errors: Vec::new(),
        items: entries.filter_map(item).collect(),
    })
}

/// The same with the passages of a report beside the questions. Nothing is answered.
pub fn fill(kb: &Kb, form: &str, report: &Report) -> Option<Filled> {
    let mut filled = blank(kb, form, report.tool.clone(), &report.date)?;
    filled.documents = report.documents.iter().map(document).collect();
    filled.errors = report.errors.clone();
    for item in &mut filled.items {
        let Some(entry) = kb.get(&item.id) else { continue };
        item.evidence = evidence(report, &earlier(entry), &item.clauses);
    }
    Some(filled)
}

fn document(report: &DocumentReport) -> FormDocument {
    FormDocument {
        path: report.path.clone(),
        title: report.title.clone(),
        kind: report.kind,
        sha256: report.sha256.clone(),
    }
}

fn item(entry: Entry<'_>) -> Option<Item> {
    let asked = match entry.data() {
        EntryData::Checklist(item) => Some(item),
        _ => None,
    };
    let (number, group) = match entry.data() {
        EntryData::Checklist(item) => (&item.number, &item.group),
        EntryData::Agreement(item) => (&item.number, &item.group),
        _ => return None,
    };
    Some(Item {
        id: entry.id().to_owned(),
        number: number.clone(),
        group: group.clone(),
        scope: asked.and_then(|item| item.scope.clone()),
        title: entry.title().to_owned(),
        label: asked.and_then(|item| item.label.clone()),
        gist: entry.gist().to_owned(),
        condition: asked.and_then(|item| item.condition.clone()),
        gate: asked.is_some_and(|item| item.gate),
        content: entry.verification().content,
        confirmed: entry.is_confirmed(),
        clauses: clauses(entry),
        evidence: Vec::new(),
    })
}

/// The clauses that a question asks for; those of a section where it names one. What is tied only loosely is left out.
fn clauses(entry: Entry<'_>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let asked = |link: &Link<'_>| link.relation == Relation::AsksFor && link.tie != Tie::Low;
    for link in entry.links().iter().filter(|link| asked(link)) {
        let found: Vec<String> = match link.target {
            Target::Entry(other) => {
                other.as_clause().map(|clause| clause.id().to_owned()).into_iter().collect()
            }
            Target::Place(place) => place
                .chapter
                .clauses
                .iter()
                .filter(|clause| place.number.is_none_or(|number| clause.section == number))
                .map(|clause| clause.id.clone())
                .collect(),
        };
        for id in found {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids
}

/// The question itself and what it continues, year by year.
fn earlier(entry: Entry<'_>) -> Vec<String> {
    let mut ids = vec![entry.id().to_owned()];
    let mut next = vec![entry];
    for _ in 0..MOST_YEARS {
        let mut before = Vec::new();
        for entry in next {
            for link in entry.links() {
                let Target::Entry(other) = link.target else { continue };
                let continues = link.relation == Relation::Continues
                    && link.direction != kb::Direction::Incoming
                    && link.tie != Tie::Low;
                if continues && other.form().is_some() && !ids.contains(&other.id().to_owned()) {
                    ids.push(other.id().to_owned());
                    before.push(other);
                }
            }
        }
        next = before;
    }
    ids
}

fn evidence(report: &Report, own: &[String], clauses: &[String]) -> Vec<ItemEvidence> {
    let mut direct: Vec<ItemEvidence> = Vec::new();
    let mut through: Vec<ItemEvidence> = Vec::new();
    for document in &report.documents {
        for (outcome, requirement) in requirements(document) {
            let tied = |ids: &[String]| -> Vec<String> {
                let rests = |id: &&String| requirement.basis.iter().any(|basis| entry_id(basis) == **id);
                ids.iter().filter(rests).cloned().collect()
            };
            let (itself, by_clause) = (tied(own), tied(clauses));
            let (list, ties) =
                if itself.is_empty() { (&mut through, by_clause) } else { (&mut direct, itself) };
            if ties.is_empty() {
                continue;
            }
            let speaks = |found: &&EvidenceView| {
                found.requirement == requirement.name && found.role != EvidenceRole::LookedHere
            };
            for found in outcome.evidence.iter().filter(speaks) {
                let known = list.iter_mut().find(|one| {
                    one.document == found.document && one.quote == found.quote && one.article == found.article
                });
                match known {
                    Some(one) => {
                        let new =
                            ties.iter().filter(|id| !one.through.contains(id)).cloned().collect::<Vec<_>>();
                        one.through.extend(new);
                    }
                    None => list.push(passage(report, outcome, requirement, found, &ties)),
                }
            }
        }
    }
    if !direct.is_empty() {
        // A clause is wider than the question: what rests on the question itself says more.
        return direct;
    }
    through.sort_by_key(|one| std::cmp::Reverse(one.through.len()));
    through
}

fn requirements(document: &DocumentReport) -> impl Iterator<Item = (&OutcomeView, &RequirementView)> {
    let outcomes = document.outcomes.iter();
    outcomes.flat_map(|outcome| outcome.requirements.iter().map(move |requirement| (outcome, requirement)))
}

fn passage(
    report: &Report,
    outcome: &OutcomeView,
    requirement: &RequirementView,
    found: &EvidenceView,
    ties: &[String],
) -> ItemEvidence {
    // The document that the passage stands in knows its parties by their names.
    let parties = report.documents.iter().find(|one| one.path == found.document).map(|one| &one.parties);
    let party = match (found.actor, parties) {
        (Some(Actor::Vendor), Some(parties)) => Some(parties.vendor.clone()),
        (Some(Actor::Hospital), Some(parties)) => Some(parties.hospital.clone()),
        _ => None,
    };
    ItemEvidence {
        document: found.document.clone(),
        article: found.article.clone(),
        quote: found.quote.clone(),
        role: found.role,
        actor: found.actor,
        party: party.filter(|name| !name.is_empty()),
        rule: outcome.rule.clone(),
        requirement: requirement.title.clone(),
        through: ties.to_vec(),
    }
}
