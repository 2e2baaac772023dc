//! OSCAL, the format in which tools for security compliance exchange catalogues: the clauses as a catalogue, the measures
//! as component definition, editions and forms as mappings.
//!
//! Identifiers of OSCAL are tokens, and ours are not always: `names::token` makes them so, and every object keeps the
//! original in the property `sekisho-id`. Universal identifiers are made of names (version 5), and the date is that of
//! the edition, so that the same data give the same bytes. What OSCAL has no name for stands in our own namespace.

mod catalog;
mod components;
mod mapping;
mod model;
mod names;

use std::collections::BTreeMap;

use kb::{KB_VERSION, Kb};

use super::{ExportError, File, about, json};
use crate::message::Lang;
use model::{BackMatter, Citation, Metadata, Prop, Resource};

/// The version of OSCAL that is written; the first with mappings.
pub const OSCAL_VERSION: &str = "1.2.0";

/// The catalogue of the base edition.
const CATALOG: &str = "catalog.json";

/// All documents: the catalogue, one for each other edition whose clauses are held, measures and mappings where there are any.
///
/// # Errors
/// A value that has no form in JSON, which none of ours is.
pub fn files(kb: &Kb, lang: Lang) -> Result<Vec<File>, ExportError> {
    let mut files = Vec::new();
    for edition in editions(kb) {
        let text = json(&catalog::document(kb, &edition, lang))?;
        files.push(File { name: catalog_name(kb, &edition), text });
    }
    if let Some(document) = components::document(kb, lang) {
        files.push(File { name: "component-definition.json".to_owned(), text: json(&document)? });
    }
    if let Some(document) = mapping::document(kb, lang) {
        files.push(File { name: "mapping-collection.json".to_owned(), text: json(&document)? });
    }
    Ok(files)
}

/// The editions whose clauses are held, the base first.
fn editions(kb: &Kb) -> Vec<String> {
    let others = kb.editions().map(|edition| edition.id.clone()).filter(|id| id != kb.base());
    let held = others.filter(|id| kb.chapters_of_edition(id).next().is_some());
    std::iter::once(kb.base().to_owned()).chain(held).collect()
}

fn catalog_name(kb: &Kb, edition: &str) -> String {
    if edition == kb.base() { CATALOG.to_owned() } else { format!("catalog-{edition}.json") }
}

/// The head of a document.
fn metadata(kb: &Kb, title: String, lang: Lang) -> Metadata {
    let day = about::day(kb);
    Metadata {
        title,
        last_modified: format!("{:04}-{:02}-{:02}T00:00:00+09:00", day.year, day.month, day.day),
        version: KB_VERSION.to_owned(),
        oscal_version: OSCAL_VERSION,
        remarks: about::legend(kb, lang).join("\n\n"),
    }
}

/// The resources that a document refers to, by what they are known by.
#[derive(Default)]
struct Resources {
    found: BTreeMap<String, Resource>,
}

impl Resources {
    /// A place in a document, as an entry cites it; gives back how to refer to it.
    fn source(&mut self, text: &str) -> String {
        let uuid = names::uuid("source", text);
        let text = names::line(text);
        let resource = Resource {
            uuid: uuid.clone(),
            title: None,
            description: None,
            props: Vec::new(),
            citation: Some(Citation { text }),
        };
        self.add(format!("source {uuid}"), resource)
    }

    /// An entry that is a document: a reference or a form.
    fn entry(&mut self, entry: kb::Entry<'_>) -> String {
        let citation = format!("{} {}", entry.title(), entry.citation());
        let mut props = names::provenance(entry);
        if let kb::EntryData::Reference(reference) = entry.data() {
            props.extend(Prop::own("type", reference.r#type.as_str()));
            props.extend(Prop::own("status", reference.status.as_str()));
            props.extend(Prop::own("in-force", reference.in_force.as_deref().unwrap_or_default()));
        }
        let resource = Resource {
            uuid: names::uuid("entry", entry.id()),
            title: Some(names::line(entry.title())),
            description: Some(entry.gist().to_owned()),
            props,
            citation: Some(Citation { text: names::line(&citation) }),
        };
        self.add(format!("entry {}", entry.id()), resource)
    }

    /// An edition of the guideline that is not held as a catalogue.
    fn edition(&mut self, kb: &Kb, id: &str) -> String {
        let known = kb.editions().find(|edition| edition.id == id);
        let resource = Resource {
            uuid: names::uuid("edition", id),
            title: Some(names::line(known.map_or(id, |edition| &edition.title))),
            description: None,
            props: Prop::own("edition", id).into_iter().collect(),
            citation: None,
        };
        self.add(format!("edition {id}"), resource)
    }

    fn add(&mut self, key: String, resource: Resource) -> String {
        let href = format!("#{}", resource.uuid);
        self.found.entry(key).or_insert(resource);
        href
    }

    fn back_matter(self) -> Option<BackMatter> {
        let resources: Vec<Resource> = self.found.into_values().collect();
        (!resources.is_empty()).then_some(BackMatter { resources })
    }
}
