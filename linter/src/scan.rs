//! One automaton for all literals of all rules, and one pass over the text.
//!
//! [`Matcher::compile`] collects the literals of a rule set; [`Matcher::scan`] finds where they stand in the units of
//! a document. Patterns are then answered from these hits alone: a requirement without hits costs a look at one bit.

mod wakers;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;
use std::rc::Rc;
use std::sync::OnceLock;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use dsl::checked::{ConceptId, Expr, Gap, Pattern, RuleSet};
use indexmap::IndexMap;
use regex::Regex;
use rustc_hash::FxHasher;

use crate::language::fold::fold_literal;
use crate::language::units::Units;
use wakers::{Bits, Wakers};

/// The literals of a rule set, ready to be looked for.
pub struct Matcher {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// Folded literals: what the automaton looks for.
    literals: BTreeMap<String, u32>,
    /// Literals as the rules write them, so that nothing is folded twice. Asked for every literal of every pattern: a tree
    /// of strings took a third of the time of a lint.
    written: IndexMap<String, u32, BuildHasherDefault<FxHasher>>,
    /// Compiled when a document first holds the literal of one: all of them took half the time of a short lint.
    regexes: BTreeMap<String, OnceLock<Option<Regex>>>,
    concepts: Vec<Concept>,
    wakers: Wakers,
}

/// The pattern of a concept, taken apart: concepts are long lists of words, and a unit holds few of them. So a concept is
/// asked which of the unit's hits are its own, not each of its words whether the unit holds it.
#[derive(Default)]
struct Concept {
    /// Literals that match by themselves, ascending.
    words: Vec<u32>,
    /// What else it may be.
    others: Vec<Pattern>,
}

impl Concept {
    fn has(&self, literal: u32) -> bool {
        self.words.binary_search(&literal).is_ok()
    }
}

/// Where one literal stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    literal: u32,
    start: u32,
    end: u32,
}

/// Matches by concept and unit.
type Answers = BTreeMap<(u32, u32), Vec<Range<usize>>>;

/// The literals found in each unit of one document.
pub struct Hits<'a> {
    matcher: &'a Matcher,
    units: &'a Units,
    by_unit: Vec<Vec<Hit>>,
    by_literal: BTreeMap<u32, Vec<u32>>,
    /// Concepts already answered: many requirements ask for the same ones.
    answered: RefCell<Answers>,
    /// The units in which a concept may match, once asked for.
    sought: RefCell<BTreeMap<u32, Rc<[u32]>>>,
    /// The requirements that some literal of the document concerns.
    awake: Bits,
}

impl Matcher {
    /// Collects the literals of all patterns of a rule set and builds the automaton.
    pub fn compile(rules: &RuleSet) -> Self {
        let mut matcher = Self {
            automaton: None,
            literals: BTreeMap::new(),
            written: IndexMap::default(),
            regexes: BTreeMap::new(),
            concepts: Vec::new(),
            wakers: Wakers::default(),
        };
        for concept in &rules.concepts {
            matcher.collect(&concept.pattern);
        }
        for requirement in rules.rules.iter().flat_map(|rule| &rule.requirements) {
            matcher.collect_expr(&requirement.expr);
        }
        matcher.concepts =
            rules.concepts.iter().map(|concept| matcher.take_apart(&concept.pattern)).collect();
        let patterns: Vec<(&str, u32)> =
            matcher.literals.iter().map(|(text, id)| (text.as_str(), *id)).collect();
        matcher.automaton = CharwiseDoubleArrayAhoCorasickBuilder::new().build_with_values(patterns).ok();
        matcher.wakers = Wakers::new(rules, matcher.literals.len(), |text| matcher.id(text));
        matcher
    }

    fn collect_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::And(parts) | Expr::Or(parts) | Expr::OneOf(parts) => {
                parts.iter().for_each(|part| self.collect_expr(part))
            }
            Expr::Not(part) | Expr::Scope(_, part) => self.collect_expr(part),
            Expr::Act(act) => {
                let optional = [&act.object, &act.condition].into_iter().flatten();
                std::iter::once(&act.action).chain(optional).for_each(|pattern| self.collect(pattern));
            }
            Expr::Column(heading, part) => {
                self.collect(heading);
                self.collect_expr(part);
            }
            Expr::Count(count) => self.collect(&count.pattern),
            Expr::Defines(pattern) | Expr::Refers(pattern) | Expr::Pattern(pattern) => self.collect(pattern),
            Expr::Disagree(parts) => self.collect_expr(&parts.among),
            Expr::By(_) | Expr::Quantity(_) | Expr::Defect(_) => {}
        }
    }

    fn collect(&mut self, pattern: &Pattern) {
        match pattern {
            Pattern::Literal(text) | Pattern::Word(text) => self.add_literal(text),
            Pattern::Regex { source, literal } => {
                self.add_literal(literal);
                self.regexes.entry(source.clone()).or_default();
            }
            Pattern::Concept(_) => {}
            Pattern::Any(parts) => parts.iter().for_each(|part| self.collect(part)),
            Pattern::Sequence(first, rest) => {
                self.collect(first);
                rest.iter().for_each(|(_, part)| self.collect(part));
            }
            Pattern::Except(pattern, exception) => {
                self.collect(pattern);
                self.collect(exception);
            }
        }
    }

    fn add_literal(&mut self, text: &str) {
        if self.written.contains_key(text) {
            return;
        }
        let folded = fold_literal(text);
        if !folded.is_empty() {
            let next = self.literals.len() as u32;
            let id = *self.literals.entry(folded).or_insert(next);
            self.written.insert(text.to_owned(), id);
        }
    }

    fn take_apart(&self, pattern: &Pattern) -> Concept {
        let mut concept = Concept::default();
        let mut open = vec![pattern];
        while let Some(pattern) = open.pop() {
            match pattern {
                Pattern::Literal(text) => concept.words.extend(self.id(text)),
                Pattern::Any(parts) => open.extend(parts),
                other => concept.others.push(other.clone()),
            }
        }
        concept.words.sort_unstable();
        concept.words.dedup();
        concept
    }

    fn regex(&self, source: &str) -> Option<&Regex> {
        self.regexes.get(source)?.get_or_init(|| Regex::new(source).ok()).as_ref()
    }

    fn id(&self, text: &str) -> Option<u32> {
        self.written.get(text).copied()
    }

    /// Finds all literals in all units: the one pass over the text.
    pub fn scan<'a>(&'a self, units: &'a Units) -> Hits<'a> {
        let mut hits = Hits {
            matcher: self,
            units,
            by_unit: vec![Vec::new(); units.list.len()],
            by_literal: BTreeMap::new(),
            answered: RefCell::default(),
            sought: RefCell::default(),
            awake: self.wakers.asleep(),
        };
        let mut seen = Bits::with_room_for(self.literals.len());
        let Some(automaton) = &self.automaton else { return hits };
        for (index, (unit, found)) in units.list.iter().zip(&mut hits.by_unit).enumerate() {
            found.extend(automaton.find_overlapping_iter(&unit.text).map(|hit| Hit {
                literal: hit.value(),
                start: hit.start() as u32,
                end: hit.end() as u32,
            }));
            found.sort();
            let mut last = None;
            for hit in found.iter() {
                if last != Some(hit.literal) {
                    hits.by_literal.entry(hit.literal).or_default().push(index as u32);
                    last = Some(hit.literal);
                    if seen.insert(hit.literal) {
                        self.wakers.wake(hit.literal, &mut hits.awake);
                    }
                }
            }
        }
        hits
    }
}

impl Hits<'_> {
    /// Whether the document holds anything that a requirement asks about, by the places of its rule in the rule set and
    /// of itself in the rule. If not, its predicate is missing, without anything near it.
    pub fn is_awake(&self, rule: usize, requirement: usize) -> bool {
        self.matcher.wakers.number(rule, requirement).is_none_or(|number| self.awake.contains(number))
    }

    /// Units in which the pattern may match, ascending: those that hold a literal it needs.
    pub fn candidates(&self, pattern: &Pattern) -> Vec<u32> {
        let mut units = Vec::new();
        self.collect_candidates(pattern, &mut units);
        units.sort_unstable();
        units.dedup();
        units
    }

    fn collect_candidates(&self, pattern: &Pattern, units: &mut Vec<u32>) {
        match pattern {
            Pattern::Literal(text) | Pattern::Word(text) | Pattern::Regex { literal: text, .. } => {
                let found = self.matcher.id(text).and_then(|id| self.by_literal.get(&id));
                units.extend(found.into_iter().flatten());
            }
            Pattern::Concept(id) => units.extend(self.concept_candidates(*id).iter()),
            Pattern::Any(parts) => parts.iter().for_each(|part| self.collect_candidates(part, units)),
            Pattern::Sequence(first, _) => self.collect_candidates(first, units),
            Pattern::Except(pattern, _) => self.collect_candidates(pattern, units),
        }
    }

    fn concept_candidates(&self, id: ConceptId) -> Rc<[u32]> {
        if let Some(known) = self.sought.borrow().get(&id.0) {
            return Rc::clone(known);
        }
        let mut units = Vec::new();
        if let Some(concept) = self.concept(id) {
            let words = self.by_literal.iter().filter(|(literal, _)| concept.has(**literal));
            words.for_each(|(_, held)| units.extend(held));
            concept.others.iter().for_each(|pattern| self.collect_candidates(pattern, &mut units));
        }
        units.sort_unstable();
        units.dedup();
        let found: Rc<[u32]> = units.into();
        self.sought.borrow_mut().insert(id.0, Rc::clone(&found));
        found
    }

    /// Where the pattern matches in one unit, as byte ranges of its folded text, ascending.
    pub fn matches(&self, pattern: &Pattern, unit: u32) -> Vec<Range<usize>> {
        let mut found = self.raw_matches(pattern, unit);
        found.sort_by_key(|range| (range.start, range.end));
        found.dedup();
        found
    }

    fn raw_matches(&self, pattern: &Pattern, unit: u32) -> Vec<Range<usize>> {
        match pattern {
            Pattern::Literal(text) => self.literal(text, unit),
            Pattern::Word(text) => {
                let held = self.units.get(unit).map_or("", |unit| unit.text.as_str());
                self.literal(text, unit).into_iter().filter(|range| is_whole_word(held, range)).collect()
            }
            Pattern::Regex { source, literal } => self.regex(source, literal, unit),
            Pattern::Concept(id) => self.concept_matches(*id, unit),
            Pattern::Any(parts) => parts.iter().flat_map(|part| self.raw_matches(part, unit)).collect(),
            Pattern::Sequence(first, rest) => self.sequence(first, rest, unit),
            Pattern::Except(pattern, exception) => {
                let cut = self.matches(exception, unit);
                let mut kept = self.raw_matches(pattern, unit);
                kept.retain(|range| !cut.iter().any(|cut| cut.start < range.end && range.start < cut.end));
                kept
            }
        }
    }

    fn concept_matches(&self, id: ConceptId, unit: u32) -> Vec<Range<usize>> {
        let key = (id.0, unit);
        if let Some(known) = self.answered.borrow().get(&key) {
            return known.clone();
        }
        let mut found = Vec::new();
        if let Some(concept) = self.concept(id) {
            let hits = self.by_unit.get(unit as usize).into_iter().flatten();
            let own = hits.filter(|hit| concept.has(hit.literal));
            found.extend(own.map(|hit| hit.start as usize..hit.end as usize));
            found.extend(concept.others.iter().flat_map(|pattern| self.raw_matches(pattern, unit)));
        }
        found.sort_by_key(|range: &Range<usize>| (range.start, range.end));
        found.dedup();
        self.answered.borrow_mut().insert(key, found.clone());
        found
    }

    fn concept(&self, id: ConceptId) -> Option<&Concept> {
        self.matcher.concepts.get(id.0 as usize)
    }

    fn literal(&self, text: &str, unit: u32) -> Vec<Range<usize>> {
        let (Some(id), Some(hits)) = (self.matcher.id(text), self.by_unit.get(unit as usize)) else {
            return Vec::new();
        };
        let first = hits.partition_point(|hit| hit.literal < id);
        hits.iter()
            .skip(first)
            .take_while(|hit| hit.literal == id)
            .map(|hit| hit.start as usize..hit.end as usize)
            .collect()
    }

    fn regex(&self, source: &str, literal: &str, unit: u32) -> Vec<Range<usize>> {
        if self.literal(literal, unit).is_empty() {
            return Vec::new();
        }
        let (Some(regex), Some(unit)) = (self.matcher.regex(source), self.units.get(unit)) else {
            return Vec::new();
        };
        regex.find_iter(&unit.text).map(|found| found.range()).collect()
    }

    fn sequence(&self, first: &Pattern, rest: &[(Gap, Pattern)], unit: u32) -> Vec<Range<usize>> {
        let held = self.units.get(unit).map_or("", |unit| unit.text.as_str());
        let mut chains = self.matches(first, unit);
        for (gap, part) in rest {
            if chains.is_empty() {
                return chains;
            }
            // Of several beginnings the nearest one is enough: as many chains as endings, never their product.
            chains.sort_by_key(|chain| (chain.end, chain.start));
            chains = self
                .matches(part, unit)
                .into_iter()
                .filter_map(|range| {
                    let before = chains.partition_point(|chain| chain.end <= range.start);
                    let chain = chains.get(before.checked_sub(1)?)?;
                    fits(held, chain.end..range.start, *gap).then_some(chain.start..range.end)
                })
                .collect();
        }
        chains
    }
}

fn fits(held: &str, between: Range<usize>, gap: Gap) -> bool {
    match gap {
        Gap::Anywhere => true,
        Gap::Within(most) => held.get(between).is_some_and(|text| text.chars().count() <= most as usize),
    }
}

/// Whether the characters before and after are of another script than the word's own ends.
fn is_whole_word(held: &str, range: &Range<usize>) -> bool {
    let word = held.get(range.clone()).unwrap_or_default();
    let before = held.get(..range.start).and_then(|text| text.chars().next_back());
    let after = held.get(range.end..).and_then(|text| text.chars().next());
    let joins =
        |a: Option<char>, b: Option<char>| matches!((a, b), (Some(a), Some(b)) if script(a) == script(b));
    !joins(before, word.chars().next()) && !joins(word.chars().next_back(), after)
}

/// Whether a word may go on from one character to the other.
pub(crate) fn same_script(one: char, other: char) -> bool {
    script(one) == script(other)
}

fn script(character: char) -> u8 {
    match character {
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '々' => 1,
        'ァ'..='ヺ' | 'ー' => 2,
        'ぁ'..='ゖ' => 3,
        'a'..='z' | 'A'..='Z' | '0'..='9' => 4,
        other => 5u8.saturating_add(u8::from(other.is_alphanumeric())),
    }
}
