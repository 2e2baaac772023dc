//! Mappings: what became of items from one edition to the next, and which clauses the questions of forms ask for.

use kb::{
    Change, Direction, Entry, EntryData, EntryKind, KB_VERSION, Kb, Relation, Step, Target, Transition,
};

use super::model::{
    Confidence, Gap, Map, MapItem, Mapping, MappingCollection, MappingFile, MappingResource, Prop,
    Provenance, Unmapped,
};
use super::names::{self, NAMESPACE};
use super::{CATALOG, Resources, catalog_name, editions, metadata};
use crate::message::{self, Lang};

/// The mapping collection; none where nothing is mapped.
pub(super) fn document(kb: &Kb, lang: Lang) -> Option<MappingFile> {
    let mut resources = Resources::default();
    let mut mappings: Vec<Mapping> =
        kb.transitions().filter_map(|transition| between(kb, transition, lang, &mut resources)).collect();
    for form in kb.entries_of(EntryKind::Form) {
        mappings.extend(of_form(kb, form, lang, &mut resources));
    }
    (!mappings.is_empty()).then(|| MappingFile {
        mapping_collection: MappingCollection {
            uuid: names::uuid("mapping-collection", &format!("{KB_VERSION} {}", lang.name())),
            metadata: metadata(kb, message::text(lang, "export-oscal-mapping", &[]), lang),
            provenance: Provenance {
                method: "hybrid",
                matching_rationale: "semantic",
                status: "draft",
                mapping_description: message::text(lang, "export-oscal-provenance", &[]),
            },
            mappings,
            back_matter: resources.back_matter(),
        },
    })
}

/// From one edition to the next. Changes with one side only are gaps.
fn between(kb: &Kb, transition: &Transition, lang: Lang, resources: &mut Resources) -> Option<Mapping> {
    let (from, to) = (transition.from.as_str(), transition.to.as_str());
    let name = format!("{from} {to}");
    let mut maps = Vec::new();
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    for entry in kb.entries_of(EntryKind::Change) {
        let EntryData::Change { change, transition: own } = entry.data() else { continue };
        if own != transition {
            continue;
        }
        match (change.before.as_slice(), change.after.as_slice()) {
            ([], after) => new.extend(after.iter().map(|item| names::token(item))),
            (before, []) => gone.extend(before.iter().map(|item| names::token(item))),
            _ => maps.push(map(kb, entry, change, transition)),
        }
    }
    // What one change leaves without counterpart another may map.
    gone.retain(|id| !maps.iter().flat_map(|map| &map.sources).any(|item| item.id_ref == *id));
    new.retain(|id| !maps.iter().flat_map(|map| &map.targets).any(|item| item.id_ref == *id));
    let args = [("from", from), ("to", to)];
    (!maps.is_empty()).then(|| Mapping {
        uuid: names::uuid("mapping", &name),
        source_resource: edition(kb, from, resources),
        target_resource: edition(kb, to, resources),
        maps,
        props: [Prop::own("from", from), Prop::own("to", to)].into_iter().flatten().collect(),
        mapping_description: message::text(lang, "export-oscal-step", &args),
        source_gap_summary: gap("source-gap", &name, gone),
        target_gap_summary: gap("target-gap", &name, new),
    })
}

fn gap(sort: &str, name: &str, mut with_ids: Vec<String>) -> Option<Gap> {
    with_ids.sort_unstable();
    with_ids.dedup();
    let unmapped_controls = vec![Unmapped { with_ids }];
    let is_empty = unmapped_controls.iter().all(|unmapped| unmapped.with_ids.is_empty());
    (!is_empty).then(|| Gap { uuid: names::uuid(sort, name), unmapped_controls })
}

/// The catalogue of an edition, or its name where it is not held.
fn edition(kb: &Kb, id: &str, resources: &mut Resources) -> MappingResource {
    let held = editions(kb).iter().any(|held| held == id);
    let href = if held { catalog_name(kb, id) } else { resources.edition(kb, id) };
    MappingResource { r#type: "catalog", href }
}

fn map(kb: &Kb, entry: Entry<'_>, change: &Change, transition: &Transition) -> Map {
    let (ns, relationship) = relationship(change.relation);
    let items = |labels: &[String], edition: &str| {
        labels.iter().map(|label| item(kb, label, edition)).collect::<Vec<_>>()
    };
    let mut props = names::provenance(entry);
    props.extend(Prop::own("title", entry.title()));
    props.extend(
        change.document_targets.iter().filter_map(|target| Prop::own("document-target", target.as_str())),
    );
    Map {
        uuid: names::uuid("map", entry.id()),
        ns,
        relationship: relationship.to_owned(),
        sources: items(&change.before, &transition.from),
        targets: items(&change.after, &transition.to),
        confidence_score: None,
        props,
        remarks: entry.gist().to_owned(),
    }
}

/// What OSCAL calls it, or our own name. OSCAL says what the older is to the newer; our `subset` says that the newer asks
/// less, so that the older holds it. Split, merged and moved items say nothing of how much is asked.
fn relationship(step: Step) -> (Option<&'static str>, &'static str) {
    match step {
        Step::Equal => (None, "equivalent-to"),
        Step::Subset => (None, "superset-of"),
        Step::Superset => (None, "subset-of"),
        Step::Intersects => (None, "intersects-with"),
        _ => (Some(NAMESPACE), step.as_str()),
    }
}

/// A clause, a chapter or section, or the label of an item that is not held.
fn item(kb: &Kb, label: &str, edition: &str) -> MapItem {
    let key = if edition == kb.base() { label.to_owned() } else { format!("{label}@{edition}") };
    if kb.clause(&key).is_some() {
        return MapItem { r#type: "control", id_ref: names::token(label) };
    }
    if let Some(place) = kb.place(label).filter(|_| edition == kb.base()) {
        return MapItem { r#type: "group", id_ref: names::group(place) };
    }
    MapItem { r#type: "label", id_ref: names::line(label) }
}

/// The questions of a form and the clauses they ask for.
fn of_form(kb: &Kb, form: Entry<'_>, lang: Lang, resources: &mut Resources) -> Option<Mapping> {
    let questions = kb.entries_of(EntryKind::Checklist).chain(kb.entries_of(EntryKind::Agreement));
    let maps: Vec<Map> =
        questions.filter(|question| question.form() == Some(form.id())).flat_map(asked).collect();
    (!maps.is_empty()).then(|| Mapping {
        uuid: names::uuid("mapping", form.id()),
        source_resource: MappingResource { r#type: "catalog", href: resources.entry(form) },
        target_resource: MappingResource { r#type: "catalog", href: CATALOG.to_owned() },
        maps,
        props: names::provenance(form),
        mapping_description: message::text(lang, "export-oscal-form", &[("form", form.title())]),
        source_gap_summary: None,
        target_gap_summary: None,
    })
}

fn asked(question: Entry<'_>) -> Vec<Map> {
    let links = question.links();
    let asks = links
        .iter()
        .filter(|link| link.relation == Relation::AsksFor && link.direction != Direction::Incoming);
    asks.map(|link| {
        let target = link.target.id();
        let (r#type, id_ref) = match link.target {
            Target::Place(place) => ("group", names::group(place)),
            Target::Entry(entry) => ("control", names::token(entry.id())),
        };
        let mut props = names::provenance(question);
        props.extend(Prop::own("title", question.title()));
        Map {
            uuid: names::uuid("map", &format!("{} {target}", question.id())),
            ns: Some(NAMESPACE),
            relationship: "asks-for".to_owned(),
            sources: vec![MapItem { r#type: "control", id_ref: names::token(question.id()) }],
            targets: vec![MapItem { r#type, id_ref }],
            confidence_score: Some(Confidence { category: link.tie.as_str() }),
            props,
            remarks: link.note.unwrap_or(question.gist()).to_owned(),
        }
    })
    .collect()
}
