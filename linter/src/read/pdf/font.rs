//! Fonts: bytes of a string → characters with their advances. Outlines are never looked at.

use super::budget::Budget;
use super::codes::{Code, Encoding, ToUnicode, family};
use super::file::{File, number};
use super::names;
use crate::read::ReadError;
use lopdf::{Dictionary, Object};
use std::collections::BTreeMap;

/// What stands for a character that the file does not tell.
pub(super) const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// A shown code. Lengths are in units of the font size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// Its characters: several for a ligature.
    pub(super) text: String,
    /// Width.
    pub(super) width: f64,
    /// True for the single byte 32, which word spacing stretches.
    pub(super) is_space: bool,
}

/// A font that text is shown with.
#[derive(Debug)]
pub(super) struct Font {
    kind: Kind,
    to_unicode: Option<ToUnicode>,
    /// Sets text in columns.
    pub(super) vertical: bool,
}

#[derive(Debug)]
enum Kind {
    Simple { characters: Vec<Option<char>>, widths: Vec<f64>, missing: f64 },
    Composite { encoding: Encoding, collection: Option<ToUnicode>, widths: Widths },
}

/// Widths by CID.
#[derive(Debug, Default)]
struct Widths {
    /// First CID → last CID and the width of all between.
    ranges: BTreeMap<u32, (u32, f64)>,
    default: f64,
}

impl Font {
    /// Reads a font dictionary.
    pub(super) fn read(file: &File, font: &Dictionary, budget: &mut Budget) -> Result<Self, ReadError> {
        let to_unicode = match file.get(font, b"ToUnicode") {
            Some(Object::Stream(stream)) => {
                budget.expand(stream)?.and_then(|bytes| ToUnicode::embedded(&bytes))
            }
            _ => None,
        };
        let kind = match file.get(font, b"Subtype").and_then(|kind| kind.as_name().ok()) {
            Some(b"Type0") => composite(file, font, budget)?,
            kind => simple(file, font, kind == Some(b"Type3")),
        };
        let vertical = matches!(&kind, Kind::Composite { encoding, .. } if encoding.vertical);
        Ok(Self { kind, to_unicode, vertical })
    }

    /// The codes of a string, each shown.
    pub(super) fn show(
        &self,
        bytes: &[u8],
        mut each: impl FnMut(Shown) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut rest = bytes;
        while let Some(code) = self.next(rest) {
            rest = rest.get(usize::from(code.length.max(1))..).unwrap_or_default();
            let text = self.text(code);
            each(Shown { text, width: self.width(code), is_space: code == Code { value: 32, length: 1 } })?;
        }
        Ok(())
    }

    fn next(&self, bytes: &[u8]) -> Option<Code> {
        match &self.kind {
            Kind::Simple { .. } => bytes.first().map(|byte| Code { value: u32::from(*byte), length: 1 }),
            Kind::Composite { encoding, .. } => encoding.next(bytes),
        }
    }

    fn text(&self, code: Code) -> String {
        if let Some(text) = self.to_unicode.as_ref().and_then(|map| map.get(code.value)) {
            return text;
        }
        let found = match &self.kind {
            Kind::Simple { characters, .. } => {
                characters.get(code.value as usize).copied().flatten().map(String::from)
            }
            Kind::Composite { encoding, collection, .. } => {
                let by_cid = || collection.as_ref()?.get(encoding.cid(code)?);
                encoding.character(code).map(String::from).or_else(by_cid)
            }
        };
        found.unwrap_or_else(|| UNKNOWN.to_string())
    }

    fn width(&self, code: Code) -> f64 {
        match &self.kind {
            Kind::Simple { widths, missing, .. } => {
                widths.get(code.value as usize).copied().filter(|width| *width > 0.0).unwrap_or(*missing)
            }
            Kind::Composite { encoding, widths, .. } => widths.of(encoding.cid(code).unwrap_or(0)),
        }
    }
}

impl Widths {
    fn of(&self, cid: u32) -> f64 {
        let below = self.ranges.range(..=cid).next_back();
        below.filter(|(_, (last, _))| cid <= *last).map_or(self.default, |(_, (_, width))| *width)
    }

    /// `W`: `c [w1 w2 …]` and `first last w`.
    fn read(file: &File, font: &Dictionary) -> Self {
        let default = file.number(font, b"DW").unwrap_or(1000.0) / 1000.0;
        let mut widths = Self { ranges: BTreeMap::new(), default };
        let Some(array) = file.get(font, b"W").and_then(|array| array.as_array().ok()) else { return widths };
        let mut items = array.iter().filter_map(|item| file.resolve(item));
        while let (Some(first), Some(second)) = (items.next().and_then(number), items.next()) {
            let first = first as u32;
            match second {
                Object::Array(list) => {
                    let list = list.iter().filter_map(|item| file.resolve(item)).filter_map(number);
                    for (cid, width) in (first..).zip(list) {
                        widths.ranges.insert(cid, (cid, width / 1000.0));
                    }
                }
                last => {
                    let (Some(last), Some(width)) = (number(last), items.next().and_then(number)) else {
                        break;
                    };
                    widths.ranges.insert(first, (last as u32, width / 1000.0));
                }
            }
        }
        widths
    }
}

fn composite(file: &File, font: &Dictionary, budget: &mut Budget) -> Result<Kind, ReadError> {
    let encoding = match file.get(font, b"Encoding") {
        Some(Object::Name(name)) => Encoding::predefined(name),
        Some(Object::Stream(stream)) => {
            let vertical = file.number(&stream.dict, b"WMode") == Some(1.0);
            Encoding::embedded(&budget.expand(stream)?.unwrap_or_default(), vertical)
        }
        _ => Encoding::predefined(b"Identity-H"),
    };
    let descendant = file
        .get(font, b"DescendantFonts")
        .and_then(|fonts| fonts.as_array().ok()?.first())
        .and_then(|font| file.resolve(font)?.as_dict().ok());
    let Some(descendant) = descendant else {
        return Ok(Kind::Composite {
            encoding,
            collection: None,
            widths: Widths { default: 1.0, ..Widths::default() },
        });
    };
    let info = file.dictionary(descendant, b"CIDSystemInfo").and_then(|info| {
        let text = |key: &[u8]| file.get(info, key)?.as_str().ok();
        Some(family(text(b"Registry")?, text(b"Ordering")?))
    });
    let of = |family| ToUnicode::of_collection(&family);
    let collection = info.and_then(of).or_else(|| encoding.family().and_then(of));
    Ok(Kind::Composite { encoding, collection, widths: Widths::read(file, descendant) })
}

/// Codes of a simple font.
const CODES: usize = 256;

fn simple(file: &File, font: &Dictionary, type3: bool) -> Kind {
    let unit = match file.numbers(font, b"FontMatrix").as_deref() {
        Some([a, ..]) if type3 => a.abs(),
        _ => 0.001,
    };
    let first = file.number(font, b"FirstChar").unwrap_or(0.0).clamp(0.0, 255.0) as usize;
    let listed = file.numbers(font, b"Widths").unwrap_or_default();
    let mut widths = vec![0.0; first];
    widths.extend(listed.iter().take(CODES).map(|width| width * unit));
    let missing = file
        .dictionary(font, b"FontDescriptor")
        .and_then(|descriptor| file.number(descriptor, b"MissingWidth"))
        .filter(|width| *width > 0.0)
        .map_or(0.5, |width| width / 1000.0);
    let encoding = file.get(font, b"Encoding");
    let named = encoding.and_then(|encoding| encoding.as_name().ok());
    let dictionary = encoding.and_then(|encoding| encoding.as_dict().ok());
    let base = dictionary.and_then(|encoding| file.get(encoding, b"BaseEncoding")?.as_name().ok());
    let base = named.or(base);
    let mut characters: Vec<Option<char>> = (0..=255).map(|code| names::by_encoding(base, code)).collect();
    if type3 && base.is_none() {
        characters.fill(None);
    }
    let differences = dictionary.and_then(|encoding| file.get(encoding, b"Differences")?.as_array().ok());
    let mut code = 0_usize;
    for item in differences.into_iter().flatten().filter_map(|item| file.resolve(item)) {
        match item {
            Object::Name(name) => {
                if let Some(slot) = characters.get_mut(code) {
                    *slot = names::character(name);
                }
                code = code.saturating_add(1);
            }
            other => code = number(other).map_or(code, |number| number.max(0.0) as usize),
        }
    }
    Kind::Simple { characters, widths, missing }
}
