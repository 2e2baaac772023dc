//! Errors for names that a list does not hold, with the nearest name that it does.

use strsim::damerau_levenshtein;

use crate::error::{DslErrorKind, NameKind};
use crate::token::shortened;

/// Lists up to this length are shown whole.
const SHORT_LIST: usize = 16;

/// Names longer than this, in characters, get no suggestion.
const LONGEST_NAME: usize = 64;

/// The error for a name that is not among `known`.
pub(crate) fn unknown<'a>(
    what: NameKind,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> DslErrorKind {
    let short = what.is_closed() && known.clone().nth(SHORT_LIST).is_none();
    let choices = short.then(|| known.clone().collect::<Vec<_>>().join(", ")).filter(|list| !list.is_empty());
    DslErrorKind::Unknown { what, name: shortened(name), closest: closest(name, known), choices }
}

/// True of a word that is probably meant to be one of these.
pub(crate) fn is_near(word: &str, known: &[&str]) -> bool {
    closest(word, known.iter().copied()).is_some()
}

/// The nearest of the known names, if one is near enough to be meant: a third of the characters may differ, at least one.
pub fn closest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = name.chars().count();
    if length > LONGEST_NAME {
        return None;
    }
    let farthest = (length / 3).max(1);
    known
        .map(|candidate| (damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= farthest && *distance < candidate.chars().count().max(length)
        })
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(name: &str, known: &[&str]) -> Option<String> {
        closest(name, known.iter().copied())
    }

    #[test]
    fn a_near_name_is_suggested() {
        assert_eq!(nearest("消却", &["返却", "消去", "契約終了"]), Some("消去".to_owned()));
        assert_eq!(nearest("outsourcing.clod", &["outsourcing.cloud"]), Some("outsourcing.cloud".to_owned()));
    }

    #[test]
    fn a_far_name_is_not() {
        assert_eq!(nearest("監査", &["返却", "消去"]), None);
        assert_eq!(nearest("x", &["y"]), None, "nothing in common");
    }
}
