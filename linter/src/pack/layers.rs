//! Rule files of a user over those that ship with the program: what both define, the user's files decide.

use std::collections::BTreeSet;

use dsl::ast::Item;
use dsl::token::{Token, TokenKind};

use super::{Source, shipped_sources};

/// The concepts that ship with the program, for rule files that come without their own.
pub fn concepts_beneath(given: &[Source]) -> Vec<Source> {
    let is_rule = |item: &Item| matches!(item, Item::Rule(_));
    let holds_rules = |source: &Source| dsl::parse(&source.text).file.items.iter().any(is_rule);
    beneath(given, shipped_sources().into_iter().filter(|source| !holds_rules(source)).collect())
}

/// All rules and concepts that ship with the program, for those who add their own to them.
pub fn rules_beneath(given: &[Source]) -> Vec<Source> {
    beneath(given, shipped_sources())
}

/// The names of shipped concepts that given files define anew, where other concepts of the same shipped file stay.
pub fn redefined(given: &[Source]) -> BTreeSet<String> {
    let own = names(given);
    let mut redefined = BTreeSet::new();
    for source in shipped_sources() {
        let shipped = names(std::slice::from_ref(&source));
        if !shipped.is_subset(&own) {
            redefined.extend(shipped.intersection(&own).filter(|name| !name.contains('/')).cloned());
        }
    }
    redefined
}

/// Sources without the concepts and rules that `given` defines. Blanks stand in their place, so that all else keeps its
/// place in the file; a file of which nothing is left is left out.
fn beneath(given: &[Source], base: Vec<Source>) -> Vec<Source> {
    if given.is_empty() {
        return base;
    }
    let own = names(given);
    let mut left = Vec::new();
    for source in base {
        let defined = names(std::slice::from_ref(&source));
        if !defined.is_empty() && defined.is_subset(&own) {
            continue;
        }
        let text = if defined.is_disjoint(&own) { source.text } else { without(&source.text, &own) };
        left.push(Source { text, ..source });
    }
    left
}

/// The names of concepts and the ids of rules; extensions define nothing.
fn names(sources: &[Source]) -> BTreeSet<String> {
    let items = sources.iter().flat_map(|source| dsl::parse(&source.text).file.items);
    let defining = items.filter(|item| !matches!(item, Item::Extend(_)));
    defining.map(|item| item.name().node.clone()).collect()
}

/// A text with these items blanked out, byte for byte.
fn without(text: &str, names: &BTreeSet<String>) -> String {
    let tokens = dsl::tokens(text);
    let items = dsl::parse(text).file.items;
    let starts: Vec<usize> = items.iter().map(|item| start_of(item, &tokens)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for ((item, start), end) in items.iter().zip(&starts).zip(ends) {
        let is_replaced = !matches!(item, Item::Extend(_)) && names.contains(&item.name().node);
        if let (true, Some(kept), Some(cut)) = (is_replaced, text.get(done..*start), text.get(*start..end)) {
            out.push_str(kept);
            out.extend(cut.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            done = end;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The first byte of an item: of the `///` lines before it, if there are any.
fn start_of(item: &Item, tokens: &[Token]) -> usize {
    let name = item.name().span;
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    let is_head = |token: &&Token| match &token.kind {
        TokenKind::Doc(_) => true,
        TokenKind::Word(word) => dsl::vocabulary::ITEMS.contains(&word.as_str()),
        _ => false,
    };
    before.take_while(is_head).last().map_or(name.start, |token| token.span.start) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source { path: "a.seki".to_owned(), text: text.to_owned() }
    }

    #[test]
    fn what_is_defined_above_is_blanked_beneath() {
        let base = source("seki 1\n/// 返す\nconcept 返却 = \"返却\"\n\n/// 消す\nconcept 消去 = \"消去\"\n");
        let given = [source("seki 1\nconcept 返却 = \"返還\"\n")];
        let left = beneath(&given, vec![base.clone()]);
        assert_eq!(left[0].text.len(), base.text.len());
        assert_eq!(
            left[0].text.split_whitespace().collect::<Vec<_>>().join(" "),
            "seki 1 /// 消す concept 消去 = \"消去\""
        );
        let all = [given[0].clone(), source("seki 1\nconcept 消去 = \"廃棄\"\n")];
        assert_eq!(beneath(&all, vec![base.clone()]), []);
        assert_eq!(beneath(&[], vec![base.clone()]), [base]);
    }

    #[test]
    fn shipped_concepts_that_are_defined_anew_are_named() {
        let given = [source("seki 1\nconcept 返却 = \"返還\"\nconcept 自院の語 = \"当院\"\n")];
        assert_eq!(redefined(&given).into_iter().collect::<Vec<_>>(), ["返却"]);
        assert_eq!(redefined(&shipped_sources()), BTreeSet::new(), "the shipped files themselves");
    }
}
