//! Which number format each cell style has.

use super::format::built_in;
use crate::read::ReadError;
use crate::read::xml::{Step, Walker};
use crate::source::Limits;
use std::collections::BTreeMap;

/// Longest format code that is taken at its word.
const MAX_CODE: usize = 255;

/// Format codes by the index of the cell style.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<String>,
}

impl Styles {
    /// Reads `styles.xml`; an empty text gives no styles.
    pub(super) fn parse(xml: &str, limits: &Limits) -> Result<Self, ReadError> {
        let mut own: BTreeMap<u32, String> = BTreeMap::new();
        let mut ids = Vec::new();
        let mut in_cells = false;
        let mut walker = Walker::new(xml, "styles.xml", limits);
        loop {
            let element = match walker.step()? {
                Step::Open(element) => element,
                Step::End => break,
                _ => continue,
            };
            let id = || element.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
            match element.name() {
                "numFmt" => {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    own.insert(id(), code.chars().take(MAX_CODE).collect());
                }
                "cellXfs" => in_cells = true,
                "cellStyleXfs" | "cellStyles" | "dxfs" => in_cells = false,
                "xf" if in_cells => ids.push(id()),
                _ => {}
            }
        }
        let code =
            |id: u32| own.get(&id).cloned().or_else(|| built_in(id).map(str::to_owned)).unwrap_or_default();
        Ok(Self { formats: ids.into_iter().map(code).collect() })
    }

    /// The format code of a cell style; empty for the general one.
    pub(super) fn format(&self, style: Option<&str>) -> &str {
        let index = style.and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
        self.formats.get(index).map_or("", String::as_str)
    }
}
