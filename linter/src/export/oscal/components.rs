//! The measures as component definition: what the hospital does and what its vendor does, clause by clause.

use std::collections::BTreeMap;

use kb::{
    ClauseEntry, Control, Direction, Entry, EntryData, EntryKind, KB_VERSION, Kb, Owner, Relation, Target,
};

use super::model::{Component, ComponentDefinition, ComponentFile, Implementation, Link, Prop, Requirement};
use super::{CATALOG, Resources, metadata, names};
use crate::message::{self, Lang};

/// The component definition; none where no measure carries out a clause.
pub(super) fn document(kb: &Kb, lang: Lang) -> Option<ComponentFile> {
    let mut resources = Resources::default();
    let sides = [(Owner::Hospital, "hospital", "process-procedure"), (Owner::Vendor, "vendor", "service")];
    let mut components = Vec::new();
    for (owner, name, r#type) in sides {
        let control_implementations = implementations(kb, owner, lang, &mut resources);
        if control_implementations.is_empty() {
            continue;
        }
        components.push(Component {
            uuid: names::uuid("component", name),
            r#type,
            title: message::text(lang, &format!("export-oscal-{name}"), &[]),
            description: message::text(lang, &format!("export-oscal-{name}-about"), &[]),
            control_implementations,
        });
    }
    let title = message::text(lang, "export-oscal-components", &[]);
    (!components.is_empty()).then(|| ComponentFile {
        component_definition: ComponentDefinition {
            uuid: names::uuid("component-definition", &format!("{KB_VERSION} {}", lang.name())),
            metadata: metadata(kb, title, lang),
            components,
            back_matter: resources.back_matter(),
        },
    })
}

/// One set of measures for each document they were taken from, our own first.
fn implementations(kb: &Kb, owner: Owner, lang: Lang, resources: &mut Resources) -> Vec<Implementation> {
    let mut sets: BTreeMap<&str, Vec<Requirement>> = BTreeMap::new();
    for entry in kb.entries_of(EntryKind::Control) {
        let EntryData::Control(control) = entry.data() else { continue };
        if control.owner != owner && control.owner != Owner::Both {
            continue;
        }
        let document = entry.document().map_or("", |document| document.id());
        let requirements = sets.entry(document).or_default();
        requirements.extend(requirements_of(kb, entry, control, owner, resources));
    }
    let sets = sets.into_iter().filter(|(_, requirements)| !requirements.is_empty());
    sets.map(|(document, implemented_requirements)| {
        let known = kb.get(document);
        let description = match known {
            Some(document) => {
                message::text(lang, "export-oscal-document-set", &[("title", document.title())])
            }
            None => message::text(lang, "export-oscal-own-set", &[]),
        };
        let links = known.map(|document| Link {
            href: resources.entry(document),
            rel: "reference".to_owned(),
            text: Some(names::line(document.title())),
        });
        Implementation {
            uuid: names::uuid("implementation", &format!("{} {document}", owner.as_str())),
            source: CATALOG,
            description,
            links: links.into_iter().collect(),
            implemented_requirements,
        }
    })
    .collect()
}

/// One requirement for each clause that the measure carries out. A measure that names a chapter or section is listed
/// with each of its clauses, and says so.
fn requirements_of(
    kb: &Kb,
    entry: Entry<'_>,
    control: &Control,
    owner: Owner,
    resources: &mut Resources,
) -> Vec<Requirement> {
    let mut requirements: Vec<Requirement> = Vec::new();
    for link in entry.links() {
        if link.relation != Relation::Implements || link.direction == Direction::Incoming {
            continue;
        }
        for clause in clauses(kb, link.target) {
            let control_id = names::token(&clause.clause().id);
            if requirements.iter().any(|known| known.control_id == control_id) {
                continue;
            }
            let mut props = properties(entry, control);
            props.extend(Prop::own("confidence", link.tie.as_str()));
            if let Target::Place(place) = link.target {
                props.extend(Prop::own("named-place", &place.id()));
            }
            requirements.push(Requirement {
                uuid: names::uuid(
                    "requirement",
                    &format!("{} {} {}", owner.as_str(), entry.id(), clause.id()),
                ),
                control_id,
                description: description(entry),
                props,
                links: sources(entry, resources),
                remarks: link.note.or(entry.note()).map(str::to_owned),
            });
        }
    }
    requirements
}

/// The clause, or the clauses of the chapter or section whose text was obtained.
fn clauses<'a>(kb: &'a Kb, target: Target<'a>) -> Vec<ClauseEntry<'a>> {
    match target {
        Target::Entry(entry) => entry.as_clause().into_iter().collect(),
        Target::Place(place) => kb
            .clauses()
            .filter(|clause| clause.chapter() == place.chapter)
            .filter(|clause| place.number.is_none_or(|number| clause.clause().section == number))
            .filter(|clause| clause.verification().content != kb::ContentStatus::None)
            .collect(),
    }
}

fn properties(entry: Entry<'_>, control: &Control) -> Vec<Prop> {
    let mut props = names::provenance(entry);
    props.extend(Prop::own("title", entry.title()));
    props.extend(control.number.as_deref().and_then(|number| Prop::own("number", number)));
    props.extend(Prop::own("nature", control.nature.as_str()));
    props.extend(Prop::own("owner", control.owner.as_str()));
    props.extend(Prop::own("strength", control.strength.as_str()));
    props.extend(control.evidence.iter().filter_map(|evidence| Prop::own("evidence", evidence)));
    props.extend(control.drift.as_deref().and_then(|drift| Prop::own("drift", drift)));
    if control.recommend_to_hospital {
        props.extend(Prop::own("recommend-to-hospital", "yes"));
    }
    props
}

fn description(entry: Entry<'_>) -> String {
    let details = entry.details().iter().map(|detail| format!("\n- {}", names::line(detail)));
    format!("{}: {}{}", entry.title(), entry.gist(), details.collect::<String>())
}

fn sources(entry: Entry<'_>, resources: &mut Resources) -> Vec<Link> {
    let link = |source: &String| Link {
        href: resources.source(source),
        rel: "reference".to_owned(),
        text: Some(names::line(source)),
    };
    entry.sources().iter().map(link).collect()
}
