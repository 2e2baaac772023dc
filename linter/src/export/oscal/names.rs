//! Tokens, universal identifiers and the properties that all objects share.

use kb::{Entry, Link, Place};
use uuid::Uuid;

use super::model::Prop;
use crate::entry;
use crate::message::Lang;

/// The namespace of names that OSCAL does not know.
pub(super) const NAMESPACE: &str = "urn:x-sekisho:oscal";
/// The root of all universal identifiers; it never changes.
const ROOT: Uuid = Uuid::from_u128(0x6f1d_3c52_9b0e_4b7a_8a55_2d84_c09e_71f3);

/// The universal identifier of the thing of this sort with this name: always the same.
pub(super) fn uuid(sort: &str, name: &str) -> String {
    Uuid::new_v5(&ROOT, format!("{sort}:{name}").as_bytes()).to_string()
}

/// An identifier that OSCAL accepts: begins with a letter or `_`, then letters, digits, `.`, `-`, `_`. What does not fit
/// is written by its number, so that two ids never become one.
pub(super) fn token(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    if !id.starts_with(|first: char| first.is_ascii_alphabetic()) {
        out.push('_');
    }
    for piece in id.chars() {
        match piece {
            piece if piece.is_ascii_alphanumeric() || matches!(piece, '.' | '-') => out.push(piece),
            piece => out.push_str(&format!("_{:x}_", u32::from(piece))),
        }
    }
    out
}

/// The group of the catalogue that holds a chapter or section: sections are groups only in chapters whose clauses stand in
/// sections, elsewhere they are headings of the chapter.
pub(super) fn group(place: Place<'_>) -> String {
    let whole = place.chapter.chapter.to_string();
    let divided = place.chapter.clauses.iter().any(|clause| clause.section != whole);
    token(&if divided { place.id() } else { Place { number: None, ..place }.id() })
}

/// A text on one line without space around it, as titles and values have to be.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The original id and how far the entry was checked.
pub(super) fn provenance(entry: Entry<'_>) -> Vec<Prop> {
    let verification = entry.verification();
    let content = verification.content.as_str().replace('_', "-");
    let yes_no = |yes: bool| if yes { "yes" } else { "no" };
    [
        ("sekisho-id", entry.id()),
        ("verification-content", content.as_str()),
        ("verification-numbering", verification.numbering.as_str()),
        ("verification-seen-in", verification.seen_in.map_or("", |seen_in| seen_in.as_str())),
        ("confirmed", yes_no(entry.is_confirmed())),
        ("own", yes_no(entry.is_own())),
    ]
    .into_iter()
    .filter_map(|(name, value)| Prop::own(name, value))
    .collect()
}

/// What a link says besides its relation: the other end, and how sure it is.
pub(super) fn link_text(link: &Link<'_>, lang: Lang) -> String {
    let tie = entry::tie(link.tie, lang).map(|tie| format!(" ({tie})")).unwrap_or_default();
    line(&format!("{} {}{tie}", link.target.id(), link.target.title()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_tokens_and_stay_different() {
        for (id, wanted) in [
            ("C-8-5", "C-8-5"),
            ("G-1.2.1-1", "G-1.2.1-1"),
            ("C-14-5@7.0", "C-14-5_40_7.0"),
            ("9P-1", "_9P-1"),
            ("a_b", "a_5f_b"),
            ("6.5章", "_6.5_7ae0_"),
        ] {
            assert_eq!(token(id), wanted);
        }
        assert_ne!(token("a@b"), token("a_40_b"));
    }

    #[test]
    fn the_same_name_has_the_same_identifier() {
        assert_eq!(uuid("entry", "C-8-5"), uuid("entry", "C-8-5"));
        assert_ne!(uuid("entry", "C-8-5"), uuid("source", "C-8-5"));
        assert_eq!(uuid("entry", "C-8-5").as_bytes().get(14), Some(&b'5'));
    }
}
