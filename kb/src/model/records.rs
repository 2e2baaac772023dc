//! The kinds of entries beside clauses. What all have in common is added by the `records` macro.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DocumentTarget, Head, LinkData, Part, SystemType, Verification};

/// Declares an enumeration of names used in data files, JSON and on the command line.
macro_rules! names {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name used in data files and JSON.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    )*};
}

names! {
    /// By what means a control works.
    pub enum ControlNature {
        /// Settings, equipment, software.
        Technical = "technical",
        /// What people do day by day.
        Operational = "operational",
        /// Roles, decisions, agreements.
        Organisational = "organisational",
    }

    /// Who carries something out.
    pub enum Owner {
        /// The medical institution.
        Hospital = "hospital",
        /// Its vendor.
        Vendor = "vendor",
        /// Both together.
        Both = "both",
    }

    /// How strongly something is asked for.
    pub enum Strength {
        /// It has to be.
        Must = "must",
        /// It is desirable.
        Recommended = "recommended",
    }

    /// What became of a public comment.
    pub enum Outcome {
        /// The text was changed.
        Revised = "revised",
        /// It was taken as a reference for later.
        Noted = "noted",
        /// The ministry explained why the text stays.
        Explained = "explained",
    }

    /// What sort of document a reference is.
    pub enum DocumentType {
        /// An act, ordinance or article of one.
        Law = "law",
        /// A guideline of a ministry or authority.
        Guideline = "guideline",
        /// A standard of a standards body or an industry association.
        Standard = "standard",
        /// A notice to authorities or institutions.
        Notice = "notice",
        /// A form with its manual.
        Form = "form",
        /// A report, column or web page.
        Report = "report",
        /// Slides of a talk.
        Slides = "slides",
    }

    /// Whether a document is in force.
    pub enum Standing {
        /// In force as far as is known.
        Current = "current",
        /// Replaced by a later one.
        Superseded = "superseded",
        /// A draft.
        Draft = "draft",
        /// Not known.
        Unknown = "unknown",
    }

    /// What sort of point a practice is.
    pub enum PracticeRole {
        /// A principle to keep in mind.
        Principle = "principle",
        /// A rule for a procedure.
        Rule = "rule",
        /// A step of a sequence.
        Step = "step",
        /// To be done.
        Do = "do",
        /// Not to be done.
        Dont = "dont",
        /// A question to ask or discuss.
        Question = "question",
        /// A column of a ledger or table.
        Column = "column",
        /// An example, good or bad.
        Example = "example",
        /// A duty of a party.
        Duty = "duty",
        /// One of several ways.
        Choice = "option",
        /// A row of a table.
        Row = "row",
        /// A remark about the document itself.
        Note = "note",
    }

    /// What an item of one edition is to the items of the next.
    pub enum Step {
        /// They ask the same.
        Equal = "equal",
        /// The newer asks less.
        Subset = "subset",
        /// The newer asks more.
        Superset = "superset",
        /// They overlap.
        Intersects = "intersects",
        /// One became several.
        Split = "split",
        /// Several became one.
        Merged = "merged",
        /// It stands elsewhere now.
        Moved = "moved",
        /// It is new.
        Added = "added",
        /// It is gone.
        Removed = "removed",
        /// Its content changed.
        Changed = "changed",
        /// Only the numbers are known to belong together.
        Unknown = "unknown",
    }

    /// How much of a part somebody reads.
    pub enum Extent {
        /// Everything.
        All = "all",
        /// The places that are named.
        Selected = "selected",
        /// Nothing of it.
        None = "none",
    }
}

records! {
    /// A concrete measure that carries out clauses.
    pub struct Control {
        /// By what means it works.
        pub nature: ControlNature,
        /// Who carries it out.
        pub owner: Owner,
        /// How strongly it is asked for.
        pub strength: Strength,
        /// How to show it: documents, settings, records or acts that can be looked at.
        pub evidence: Vec<String>,
        /// Its number in the document it was taken from.
        #[serde(default)]
        pub number: Option<String>,
        /// What the guideline asks differently today, where the document is older.
        #[serde(default)]
        pub drift: Option<String>,
        /// Whether the document asks vendors to recommend it to the institution.
        #[serde(default)]
        pub recommend_to_hospital: bool,
    }

    /// A form: what its questions have in common.
    pub struct Form {
        /// Business year (`r7`), where it is a yearly form.
        #[serde(default)]
        pub year: Option<String>,
        /// Who fills it in.
        pub audience: String,
        /// The columns to fill.
        #[serde(default)]
        pub columns: Vec<String>,
        /// How it is filled in, in own words.
        #[serde(default)]
        pub rules: Vec<String>,
        /// Whether the form itself was obtained. If not, only items that other sources tell of are there, often none.
        pub obtained: bool,
    }

    /// A question of a checklist.
    pub struct Checklist {
        /// Id of its form.
        pub form: String,
        /// As printed (`2(7)`).
        pub number: String,
        /// The heading it stands under.
        #[serde(default)]
        pub group: Option<String>,
        /// What it is asked for (サーバ, 端末PC), where the form splits.
        #[serde(default)]
        pub scope: Option<String>,
        /// The official wording, where it was seen.
        #[serde(default)]
        pub label: Option<String>,
        /// The year by which 「はい」 is aimed at.
        #[serde(default)]
        pub deadline: Option<String>,
        /// When it need not be answered.
        #[serde(default)]
        pub condition: Option<String>,
        /// Whether it only asks if the rest has to be answered; such a question checks no clause.
        #[serde(default)]
        pub gate: bool,
    }

    /// An item of the 確認表 about the division of roles in a contract.
    pub struct Agreement {
        /// Id of its form.
        pub form: String,
        /// As printed.
        pub number: String,
        /// The heading it stands under.
        #[serde(default)]
        pub group: Option<String>,
    }

    /// A public comment on the draft of an edition.
    pub struct Comment {
        /// Its number in the ministry's list.
        pub number: u16,
        /// The part it is about, as printed in the draft.
        pub part: String,
        /// The chapter as printed in the draft.
        pub chapter: String,
        /// The page of the draft; not that of the final text.
        #[serde(default)]
        pub draft_page: Option<String>,
        /// What the ministry replied, in own words.
        pub reply: String,
        /// What became of it.
        pub outcome: Outcome,
    }

    /// A law, guideline, standard or other document.
    pub struct Reference {
        /// What sort of document.
        pub r#type: DocumentType,
        /// Who issued it.
        pub issuer: String,
        /// When, as exactly as is known (`2023-05`).
        #[serde(default)]
        pub issued: Option<String>,
        /// Since when it is in force.
        #[serde(default)]
        pub in_force: Option<String>,
        /// Whether it is in force.
        pub status: Standing,
        /// How it is read aloud.
        #[serde(default)]
        pub reading: Option<String>,
    }

    /// A word and what it means.
    pub struct Term {
        /// In hiragana.
        pub reading: String,
        /// In English.
        #[serde(default)]
        pub english: Option<String>,
        /// The same thing in other words or spellings.
        #[serde(default)]
        pub synonyms: Vec<String>,
        /// What people type who do not know the word.
        #[serde(default)]
        pub colloquial: Vec<String>,
    }

    /// Which parts of the guideline a reader needs.
    pub struct Audience {
        /// Who reads.
        pub role: String,
        /// In institutions of which patterns.
        pub types: Vec<SystemType>,
        /// What of each part.
        pub reads: Vec<Reading>,
    }

    /// A point of a document that people work with: a principle, a step, a question, a column.
    pub struct Practice {
        /// What sort of point.
        pub role: PracticeRole,
        /// Its place in the set.
        #[serde(default)]
        pub order: u16,
        /// Whom it is for.
        #[serde(default)]
        pub audience: Vec<String>,
        /// Who carries it out.
        #[serde(default)]
        pub owner: Option<Owner>,
    }

    /// What became of items from one edition to the next.
    pub struct Change {
        /// What the older is to the newer.
        pub relation: Step,
        /// Items of the older edition: ids of entries, or labels where the edition is not held.
        #[serde(default)]
        pub before: Vec<String>,
        /// Items of the newer edition.
        #[serde(default)]
        pub after: Vec<String>,
        /// Which documents of the institution it touches.
        #[serde(default)]
        pub document_targets: Vec<DocumentTarget>,
    }
}

/// What somebody reads of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The part.
    pub part: Part,
    /// How much of it.
    pub extent: Extent,
    /// The chapters and sections, where not all of it.
    #[serde(default)]
    pub places: Vec<String>,
    /// Why, or under which condition.
    #[serde(default)]
    pub reason: Option<String>,
}
