//! Composite fonts: bytes of a string → codes, CIDs and characters.
//!
//! A predefined CMap of Unicode or Shift_JIS says the character by itself; the way over the CID is taken only where it
//! does not, since a CID can stand for several characters.

use super::budget::guarded;
use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use std::rc::Rc;

/// One code of a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) value: u32,
    /// Bytes, 1 to 4.
    pub(super) length: u8,
}

/// How bytes fall into codes, and what the codes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    /// Two bytes, meaning nothing by themselves.
    Pairs,
    /// UTF-16, without surrogates in the older CMaps.
    Utf16,
    Utf32,
    Utf8,
    ShiftJis,
    EucJp,
    /// As the CMap has them.
    Mapped,
}

/// An encoding of a composite font.
#[derive(Debug, Clone)]
pub(super) struct Encoding {
    scheme: Scheme,
    cmap: Option<Rc<CMap>>,
    /// Whether it sets text in columns.
    pub(super) vertical: bool,
}

impl Encoding {
    /// A predefined encoding, by its name.
    pub(super) fn predefined(name: &[u8]) -> Self {
        let text = String::from_utf8_lossy(name);
        let scheme = match &*text {
            "Identity-H" | "Identity-V" | "H" | "V" => Scheme::Pairs,
            name if name.contains("UCS2") || name.contains("UTF16") => Scheme::Utf16,
            name if name.contains("UTF32") => Scheme::Utf32,
            name if name.contains("UTF8") => Scheme::Utf8,
            name if name.contains("RKSJ") => Scheme::ShiftJis,
            "EUC-H" | "EUC-V" => Scheme::EucJp,
            _ => Scheme::Mapped,
        };
        Self { scheme, cmap: load(CMapName::from_bytes(name)), vertical: text.ends_with("-V") || text == "V" }
    }

    /// An encoding that the file brings along.
    pub(super) fn embedded(bytes: &[u8], vertical: bool) -> Self {
        let cmap = parse(bytes).map(Rc::new);
        let upright = |cmap: &Rc<CMap>| cmap.metadata().writing_mode == Some(WritingMode::Vertical);
        let vertical = vertical || cmap.as_ref().is_some_and(upright);
        Self { scheme: Scheme::Mapped, cmap, vertical }
    }

    /// The first code of some bytes; none at the end.
    pub(super) fn next(&self, bytes: &[u8]) -> Option<Code> {
        let first = *bytes.first()?;
        let length = match self.scheme {
            Scheme::Pairs => 2,
            Scheme::Utf16 if (0xd8..0xdc).contains(&first) => 4,
            Scheme::Utf16 => 2,
            Scheme::Utf32 => 4,
            Scheme::Utf8 => match first {
                0..=0xbf => 1,
                0xc0..=0xdf => 2,
                0xe0..=0xef => 3,
                _ => 4,
            },
            Scheme::ShiftJis if matches!(first, 0x81..=0x9f | 0xe0..=0xfc) => 2,
            Scheme::ShiftJis => 1,
            Scheme::EucJp => match first {
                0..=0x7f => 1,
                0x8f => 3,
                _ => 2,
            },
            Scheme::Mapped => self.mapped_length(bytes),
        };
        Some(code(bytes, length))
    }

    /// The shortest code that the CMap knows; two bytes where it knows none.
    fn mapped_length(&self, bytes: &[u8]) -> usize {
        let known = |length: &usize| {
            let code = code(bytes, *length);
            usize::from(code.length) == *length && self.cid(code).is_some()
        };
        (1..=4).find(known).unwrap_or(2)
    }

    /// The CID of a code.
    pub(super) fn cid(&self, code: Code) -> Option<u32> {
        match &self.cmap {
            Some(cmap) => cmap.lookup_cid_code(code.value, code.length),
            None => Some(code.value),
        }
    }

    /// The character, where the encoding itself says it.
    pub(super) fn character(&self, code: Code) -> Option<char> {
        let bytes = code.value.to_be_bytes();
        let bytes = bytes.get(4_usize.checked_sub(usize::from(code.length))?..)?;
        let decoded = match self.scheme {
            Scheme::Utf32 => return char::from_u32(code.value),
            Scheme::Utf8 => encoding_rs::UTF_8.decode_without_bom_handling_and_without_replacement(bytes)?,
            Scheme::Utf16 => {
                encoding_rs::UTF_16BE.decode_without_bom_handling_and_without_replacement(bytes)?
            }
            Scheme::ShiftJis => {
                encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes)?
            }
            Scheme::EucJp => {
                encoding_rs::EUC_JP.decode_without_bom_handling_and_without_replacement(bytes)?
            }
            Scheme::Pairs | Scheme::Mapped => return None,
        };
        decoded.chars().next()
    }

    /// The character collection that the encoding belongs to.
    pub(super) fn family(&self) -> Option<CidFamily> {
        Some(self.cmap.as_ref()?.metadata().character_collection.as_ref()?.family.clone())
    }
}

fn code(bytes: &[u8], length: usize) -> Code {
    let taken = bytes.get(..length.min(bytes.len())).unwrap_or_default();
    let value = taken.iter().fold(0, |value: u32, byte| value << 8 | u32::from(*byte));
    Code { value, length: taken.len() as u8 }
}

/// Code or CID → characters.
#[derive(Debug, Clone)]
pub(super) struct ToUnicode(Rc<CMap>);

impl ToUnicode {
    /// A map that the file brings along.
    pub(super) fn embedded(bytes: &[u8]) -> Option<Self> {
        parse(bytes).map(|cmap| Self(Rc::new(cmap)))
    }

    /// The map of a known character collection.
    pub(super) fn of_collection(family: &CidFamily) -> Option<Self> {
        load(family.ucs2_cmap()?).map(Self)
    }

    /// The characters; none where the map has none or says that it does not know.
    pub(super) fn get(&self, code: u32) -> Option<String> {
        let text = match self.0.lookup_bf_string(code)? {
            BfString::Char(character) => character.to_string(),
            BfString::String(text) => text,
        };
        let empty = text.chars().all(|character| matches!(character, '\0' | '\u{fffd}' | '\u{feff}'));
        (!empty).then_some(text)
    }
}

/// The collection of a `CIDSystemInfo`.
pub(super) fn family(registry: &[u8], ordering: &[u8]) -> CidFamily {
    CidFamily::from_registry_ordering(registry, ordering)
}

fn load(name: CMapName<'_>) -> Option<Rc<CMap>> {
    match name {
        CMapName::IdentityH | CMapName::IdentityV => None,
        _ => parse(guarded(|| load_embedded(name))??).map(Rc::new),
    }
}

fn parse(bytes: &[u8]) -> Option<CMap> {
    guarded(|| CMap::parse(bytes, load_embedded))?
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CIDs, and the characters by the encoding and by the collection.
    fn shown(name: &str, bytes: &[u8]) -> String {
        let encoding = Encoding::predefined(name.as_bytes());
        let collection = ToUnicode::of_collection(&family(b"Adobe", b"Japan1")).unwrap();
        let mut rest = bytes;
        let mut out = String::new();
        while let Some(code) = encoding.next(rest) {
            rest = &rest[usize::from(code.length)..];
            let cid = encoding.cid(code).unwrap();
            let own = encoding.character(code).unwrap_or('-');
            out.push_str(&format!("{own}{}{cid} ", collection.get(cid).unwrap()));
        }
        out
    }

    #[test]
    fn predefined_encodings_agree_on_cid_and_character() {
        let wanted = "病病3508 院院1219 ";
        assert_eq!(shown("UniJIS-UCS2-H", b"\x75\xc5\x96\x62"), wanted);
        assert_eq!(shown("UniJIS-UTF16-H", b"\x75\xc5\x96\x62"), wanted);
        assert_eq!(shown("90ms-RKSJ-H", b"\x95\x61\x89\x40"), wanted);
        assert_eq!(shown("EUC-H", b"\xc9\xc2\xb1\xa1"), wanted);
        assert_eq!(shown("H", b"\x49\x42\x31\x21"), wanted.replace("病病", "-病").replace("院院", "-院"));
        assert_eq!(shown("90ms-RKSJ-H", b"A\xb1"), "AA264 ｱｱ343 ");
        assert_eq!(shown("UniJIS-UTF16-H", b"\xd8\x42\xdf\xb7").split(' ').next(), Some("𠮷𠮷13706"));
        assert!(Encoding::predefined(b"UniJIS-UTF16-V").vertical);
    }

    #[test]
    fn broken_maps_are_none_and_codes_end() {
        assert!(ToUnicode::embedded(b"1 beginbfchar <01> <").is_none_or(|map| map.get(1).is_none()));
        let encoding = Encoding::embedded(b"\xff\xff", false);
        assert_eq!(encoding.next(b"\x01"), Some(Code { value: 1, length: 1 }));
        assert_eq!(encoding.next(b""), None);
    }
}
