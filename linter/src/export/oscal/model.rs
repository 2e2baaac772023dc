//! The shapes of OSCAL documents, as far as they are written. Lists that may not be empty are left out where they are.

use serde::Serialize;

use super::names::{NAMESPACE, line};

/// Declares shapes: names with hyphens, nothing that is empty.
macro_rules! shapes {
    ($($(#[$meta:meta])* struct $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub(super) struct $name {
            $($(#[$field_meta])* #[serde(skip_serializing_if = "Absent::is_absent")] pub(super) $field: $type,)*
        }
    )*};
}

/// What is left out of a document.
trait Absent {
    fn is_absent(&self) -> bool;
}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// What has to be there is written even if it says nothing.
macro_rules! required {
    ($($type:ty),*) => {$(
        impl Absent for $type {
            fn is_absent(&self) -> bool {
                false
            }
        }
    )*};
}

required!(
    String,
    &'static str,
    Metadata,
    Provenance,
    MappingResource,
    Catalog,
    ComponentDefinition,
    MappingCollection
);

shapes! {
    /// A file with a catalogue.
    struct CatalogFile { catalog: Catalog, }

    struct Catalog {
        uuid: String,
        metadata: Metadata,
        groups: Vec<Group>,
        back_matter: Option<BackMatter>,
    }

    struct Metadata {
        title: String,
        last_modified: String,
        version: String,
        oscal_version: &'static str,
        remarks: String,
    }

    /// Holds groups or controls, never both.
    struct Group {
        id: String,
        class: &'static str,
        title: String,
        props: Vec<Prop>,
        parts: Vec<Part>,
        groups: Vec<Group>,
        controls: Vec<Control>,
    }

    struct Control {
        id: String,
        class: &'static str,
        title: String,
        props: Vec<Prop>,
        links: Vec<Link>,
        parts: Vec<Part>,
    }

    struct Prop {
        name: &'static str,
        ns: Option<&'static str>,
        value: String,
    }

    struct Link {
        href: String,
        rel: String,
        text: Option<String>,
    }

    struct Part {
        id: Option<String>,
        name: &'static str,
        ns: Option<&'static str>,
        title: Option<String>,
        prose: Option<String>,
    }

    struct BackMatter { resources: Vec<Resource>, }

    struct Resource {
        uuid: String,
        title: Option<String>,
        description: Option<String>,
        props: Vec<Prop>,
        citation: Option<Citation>,
    }

    struct Citation { text: String, }

    /// A file with measures.
    struct ComponentFile { component_definition: ComponentDefinition, }

    struct ComponentDefinition {
        uuid: String,
        metadata: Metadata,
        components: Vec<Component>,
        back_matter: Option<BackMatter>,
    }

    struct Component {
        uuid: String,
        r#type: &'static str,
        title: String,
        description: String,
        control_implementations: Vec<Implementation>,
    }

    struct Implementation {
        uuid: String,
        source: &'static str,
        description: String,
        links: Vec<Link>,
        implemented_requirements: Vec<Requirement>,
    }

    struct Requirement {
        uuid: String,
        control_id: String,
        description: String,
        props: Vec<Prop>,
        links: Vec<Link>,
        remarks: Option<String>,
    }

    /// A file with mappings.
    struct MappingFile { mapping_collection: MappingCollection, }

    struct MappingCollection {
        uuid: String,
        metadata: Metadata,
        provenance: Provenance,
        mappings: Vec<Mapping>,
        back_matter: Option<BackMatter>,
    }

    struct Provenance {
        method: &'static str,
        matching_rationale: &'static str,
        status: &'static str,
        mapping_description: String,
    }

    struct Mapping {
        uuid: String,
        source_resource: MappingResource,
        target_resource: MappingResource,
        maps: Vec<Map>,
        props: Vec<Prop>,
        mapping_description: String,
        source_gap_summary: Option<Gap>,
        target_gap_summary: Option<Gap>,
    }

    struct MappingResource {
        r#type: &'static str,
        href: String,
    }

    struct Map {
        uuid: String,
        ns: Option<&'static str>,
        relationship: String,
        sources: Vec<MapItem>,
        targets: Vec<MapItem>,
        confidence_score: Option<Confidence>,
        props: Vec<Prop>,
        remarks: String,
    }

    struct MapItem {
        r#type: &'static str,
        id_ref: String,
    }

    struct Confidence { category: &'static str, }

    struct Gap {
        uuid: String,
        unmapped_controls: Vec<Unmapped>,
    }

    struct Unmapped { with_ids: Vec<String>, }
}

impl Prop {
    /// A property of our namespace; none where it says nothing.
    pub(super) fn own(name: &'static str, value: &str) -> Option<Self> {
        let value = line(value);
        (!value.is_empty()).then_some(Self { name, ns: Some(NAMESPACE), value })
    }

    /// A property that OSCAL itself knows.
    pub(super) fn known(name: &'static str, value: &str) -> Option<Self> {
        let value = line(value);
        (!value.is_empty()).then_some(Self { name, ns: None, value })
    }
}
