//! Concepts that take the place of those that ship with the program.

use dsl::Doubt;
use dsl::ast::Item;

use super::{Files, Found};
use crate::pack;

/// A concept defined anew is used by the other shipped concepts, too: better said than found out.
pub(super) fn redefined(files: &Files<'_>, found: &mut Found) {
    let given = files.pack.sources.get(..files.given).unwrap_or_default();
    let names = pack::redefined(given);
    for (file, item) in files.items() {
        let name = item.name();
        if matches!(item, Item::Concept(_)) && names.contains(&name.node) {
            found.add(file, name.span, Doubt::ConceptRedefined, &[("name", &name.node)]);
        }
    }
}
