//! The names a rule may use: those told from outside, and those of the language itself.

use crate::checked::{Comparison, Party, Scope, Severity, Strength};

/// What the checker is told about the world. The crate itself knows nothing of documents or the guideline. `None`: names of
/// that sort are taken as they are, for sources that were checked before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Vocabulary<'a> {
    /// Document kinds, also those that stand for several (`contract`).
    pub kinds: Option<&'a [&'a str]>,
    /// Profile facts by their dotted names: `outsourcing.cloud`.
    pub facts: Option<&'a [&'a str]>,
    /// The topics by which documents are scored.
    pub topics: Option<&'a [&'a str]>,
    /// Editions of the guideline: `6.0`.
    pub editions: Option<&'a [&'a str]>,
    /// Defects that a document may have: `dangling_reference`.
    pub defects: Option<&'a [&'a str]>,
    /// Statuses that an example may state: `weak`, `partial`.
    pub statuses: Option<&'a [&'a str]>,
    /// Ids that `basis` may name. `None`: they are not checked.
    pub basis: Option<&'a [String]>,
}

/// The words for what a quantity measures.
pub const MEASURES: &[&str] = &["number", "duration", "period"];

/// What sentences may disagree on beside the measures: who acts.
pub const PARTY: &str = "party";

const DAY: u64 = 24 * 60 * 60;

/// The units of a length of time, and how many seconds each has: a month counts as 30 days, a year, and so twelve months,
/// as 365.
pub const TIME_UNITS: &[(&str, u64)] =
    &[("m", 60), ("h", 60 * 60), ("d", DAY), ("w", 7 * DAY), ("mo", 30 * DAY), ("y", 365 * DAY)];

/// The unit of business days (営業日), which are no fixed time.
pub const BUSINESS_DAYS: &str = "bd";

pub use crate::keyword::{ITEMS, MEMBERS, OPERATORS};

/// The smallest set of functions for an enum of the language: all its names, and the way from a name to the value.
macro_rules! named {
    ($kind:ident, $($name:literal => $variant:ident),+ $(,)?) => {
        impl $kind {
            /// All values with the names by which rules know them.
            pub const ALL: &[(&'static str, Self)] = &[$(($name, Self::$variant)),+];

            /// The value of a name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The name by which rules know this value.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

named!(Scope,
    "unit" => Unit, "paragraph" => Paragraph, "article" => Article, "chapter" => Chapter, "document" => Document,
    "title" => Title, "caption" => Caption, "table" => Table, "row" => Row, "cell" => Cell,
);
named!(Strength, "must" => Must, "should" => Should, "may" => May, "must_not" => MustNot, "any" => Any);
named!(Party, "vendor" => Vendor, "hospital" => Hospital, "both" => Both, "any" => Any);
named!(Severity, "info" => Info, "warning" => Warning, "error" => Error);
named!(Comparison,
    "<" => Less, "<=" => LessOrEqual, "==" => Equal, ">=" => GreaterOrEqual, ">" => Greater,
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_values() {
        for (name, scope) in Scope::ALL {
            assert_eq!(Scope::from_name(name), Some(*scope));
            assert_eq!(scope.name(), *name);
        }
        assert_eq!(Strength::from_name("must_not"), Some(Strength::MustNot));
        assert_eq!(Party::from_name("乙"), None);
    }
}
