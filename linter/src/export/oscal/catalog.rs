//! The clauses of an edition as a catalogue: parts, chapters, sections, controls.

use kb::{
    Chapter, ClauseEntry, Direction, Entry, EntryKind, KB_VERSION, Kb, Part as GuidelinePart, Relation,
};

use super::model::{Catalog, CatalogFile, Control, Group, Link, Part, Prop};
use super::names::{self, NAMESPACE};
use super::{Resources, metadata};
use crate::message::{self, Lang};

/// The catalogue of an edition.
pub(super) fn document(kb: &Kb, edition: &str, lang: Lang) -> CatalogFile {
    let mut writer = Writer { kb, edition, lang, resources: Resources::default() };
    let groups = GuidelinePart::ALL.into_iter().filter_map(|part| writer.part(part)).collect();
    for reference in kb.entries_of(EntryKind::Reference) {
        writer.resources.entry(reference);
    }
    let title = message::text(lang, "export-title", &[("edition", edition)]);
    let about = message::text(lang, "export-oscal-catalog", &[]);
    let mut metadata = metadata(kb, title, lang);
    metadata.remarks = format!("{about}\n\n{}", metadata.remarks);
    let catalog = Catalog {
        uuid: names::uuid("catalog", &format!("{edition} {KB_VERSION} {}", lang.name())),
        metadata,
        groups,
        back_matter: writer.resources.back_matter(),
    };
    CatalogFile { catalog }
}

struct Writer<'a> {
    kb: &'a Kb,
    edition: &'a str,
    lang: Lang,
    resources: Resources,
}

impl<'a> Writer<'a> {
    fn part(&mut self, part: GuidelinePart) -> Option<Group> {
        let chapters: Vec<&Chapter> =
            self.kb.chapters_of_edition(self.edition).filter(|chapter| chapter.part == part).collect();
        let groups: Vec<Group> = chapters.into_iter().map(|chapter| self.chapter(chapter)).collect();
        (!groups.is_empty()).then(|| Group {
            id: part.as_str().to_owned(),
            class: "part",
            title: part.title().to_owned(),
            props: Vec::new(),
            parts: Vec::new(),
            groups,
            controls: Vec::new(),
        })
    }

    /// A chapter holds its clauses itself, or sections that do. Where it is both, the clauses of the whole chapter stand
    /// in a group of their own, since OSCAL does not mix them.
    fn chapter(&mut self, chapter: &Chapter) -> Group {
        let id = format!("{}-{}", chapter.part.letter(), chapter.chapter);
        let whole = self.controls(chapter, None);
        let sections = self.sections(chapter, &id);
        let divided = sections.iter().any(|section| !section.controls.is_empty());
        let mut group = Group {
            id: names::token(&id),
            class: "chapter",
            title: names::line(&chapter.title),
            props: [Prop::known("label", &chapter.chapter.to_string()), Prop::own("sekisho-id", &id)]
                .into_iter()
                .flatten()
                .chain(applies(&chapter.applies_to))
                .collect(),
            parts: Vec::new(),
            groups: Vec::new(),
            controls: Vec::new(),
        };
        group.parts.extend(chapter.applies_reason.as_deref().map(|reason| note("applies-reason", reason)));
        if !divided {
            group.parts.extend(sections.into_iter().map(heading));
            group.controls = whole;
            return group;
        }
        if !whole.is_empty() {
            group.groups.push(Group {
                id: format!("{}.whole", names::token(&id)),
                class: "section",
                title: names::line(&chapter.title),
                props: Vec::new(),
                parts: Vec::new(),
                groups: Vec::new(),
                controls: whole,
            });
        }
        group.groups.extend(sections);
        group
    }

    /// The headings of a chapter, in order, and those that only clauses name.
    fn sections(&mut self, chapter: &Chapter, id: &str) -> Vec<Group> {
        let mut numbers: Vec<&str> = chapter.sections.iter().map(|section| section.number.as_str()).collect();
        for clause in &chapter.clauses {
            if clause.section != chapter.chapter.to_string() && !numbers.contains(&clause.section.as_str()) {
                numbers.push(&clause.section);
            }
        }
        let mut groups = Vec::new();
        for number in numbers {
            let id = format!("{}-{number}", id.split('-').next().unwrap_or_default());
            let title = chapter.section(number).and_then(|section| section.label()).unwrap_or(number);
            groups.push(Group {
                id: names::token(&id),
                class: "section",
                title: names::line(title),
                props: [Prop::known("label", number), Prop::own("sekisho-id", &id)]
                    .into_iter()
                    .flatten()
                    .collect(),
                parts: Vec::new(),
                groups: Vec::new(),
                controls: self.controls(chapter, Some(number)),
            });
        }
        groups
    }

    /// The clauses of a section, or those of the whole chapter.
    fn controls(&mut self, chapter: &Chapter, section: Option<&str>) -> Vec<Control> {
        let whole = chapter.chapter.to_string();
        let wanted = section.unwrap_or(&whole);
        let clauses: Vec<ClauseEntry<'a>> = self
            .kb
            .clauses_of_edition(self.edition)
            .filter(|clause| clause.chapter() == chapter && clause.clause().section == wanted)
            .collect();
        clauses.into_iter().map(|clause| self.control(clause)).collect()
    }

    fn control(&mut self, entry: ClauseEntry<'a>) -> Control {
        let clause = entry.clause();
        let mut props: Vec<Prop> = Prop::known("label", &entry.citation()).into_iter().collect();
        props.extend(names::provenance(entry.entry()));
        props.extend(clause.nature.and_then(|nature| Prop::own("nature", nature.as_str())));
        props.extend(clause.strength.and_then(|strength| Prop::own("strength", strength.as_str())));
        props.extend(Prop::own("actor", entry.actor()));
        props.extend(applies(entry.applies_to()));
        props.extend(
            entry
                .document_targets()
                .iter()
                .filter_map(|target| Prop::own("document-target", target.as_str())),
        );
        Control {
            id: names::token(&clause.id),
            class: "clause",
            title: names::line(entry.title()),
            props,
            links: self.links(entry.entry()),
            parts: parts(entry),
        }
    }

    /// Clauses beside it, the laws behind it, and where it was read.
    fn links(&mut self, entry: Entry<'a>) -> Vec<Link> {
        let mut links = Vec::new();
        for link in entry.links() {
            let Some(other) = link.target.entry() else { continue };
            let href = match (link.relation, other.as_clause()) {
                (Relation::Related, Some(clause)) if clause.chapter().edition == self.edition => {
                    format!("#{}", names::token(&clause.clause().id))
                }
                (Relation::Grounds, None) if link.direction == Direction::Incoming => {
                    self.resources.entry(other)
                }
                _ => continue,
            };
            let rel = link.relation.as_str().replace('_', "-");
            links.push(Link { href, rel, text: Some(names::link_text(&link, self.lang)) });
        }
        for source in entry.sources() {
            let href = self.resources.source(source);
            links.push(Link { href, rel: "reference".to_owned(), text: Some(names::line(source)) });
        }
        links
    }
}

/// The gist as statement, particulars as guidance, remarks behind them.
fn parts(entry: ClauseEntry<'_>) -> Vec<Part> {
    let id = names::token(&entry.clause().id);
    let part = |suffix: &str, name: &'static str, prose: String| Part {
        id: Some(format!("{id}_{suffix}")),
        name,
        ns: None,
        title: None,
        prose: Some(prose),
    };
    let mut parts = vec![part("smt", "statement", entry.gist().to_owned())];
    if !entry.details().is_empty() {
        let lines = entry.details().iter().map(|detail| format!("- {}\n", names::line(detail)));
        parts.push(part("gdn", "guidance", lines.collect::<String>().trim_end().to_owned()));
    }
    parts.extend(entry.simplification().map(|found| note("simplification", &found.condition)));
    parts.extend(entry.note().map(|text| note("note", text)));
    parts
}

fn note(name: &'static str, prose: &str) -> Part {
    Part { id: None, name, ns: Some(NAMESPACE), title: None, prose: Some(prose.to_owned()) }
}

/// A heading without clauses of its own.
fn heading(section: Group) -> Part {
    Part {
        id: Some(section.id),
        name: "section",
        ns: Some(NAMESPACE),
        title: Some(section.title),
        prose: None,
    }
}

fn applies(types: &[kb::SystemType]) -> Vec<Prop> {
    types.iter().filter_map(|pattern| Prop::own("applies-to", pattern.numeral())).collect()
}
