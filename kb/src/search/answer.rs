//! The answer to a query, as people see it.

use super::engine::{Engine, Part};
use super::rank::{Found, Need, Plan, Ranks};
use super::snippet::snippet;
use super::{Expanded, Filter, Hit, Other, SearchOptions, SearchResult, fuse, grammar, suggest};
use crate::entry::Entry;
use crate::error::KbError;
use crate::knowledge::Kb;
use crate::model::{ContentStatus, EntryKind};
use crate::synonyms::Closeness;
use crate::words::fold_word;

/// The score of an entry whose number was typed.
const NUMBER_SCORE: f32 = 1000.0;
/// What is left of the score of a clause whose text is not known.
const UNKNOWN_CONTENT: f32 = 0.8;
/// How much of the query an entry of another kind must have to be worth a mention.
const WORTH_MENTIONING: f32 = 0.6;
/// What is told of a word, the most telling first, and how much of it.
const SHOWN: [Closeness; 3] = [Closeness::Same, Closeness::Colloquial, Closeness::Spelling];
const MAX_SHOWN: usize = 4;

/// Asks, sorts and shows.
pub(super) fn answer(
    kb: &Kb,
    engine: &Engine,
    query: &str,
    options: &SearchOptions,
) -> Result<SearchResult, KbError> {
    let Filter { kinds, .. } = &options.filter;
    let mut result = SearchResult { query: query.to_owned(), ..SearchResult::default() };
    let question = grammar::parse(query);
    let plan = Plan::new(&question, &engine.lexicon);
    let shower = Shower { kb, options, needles: plan.needs.iter().flat_map(Need::needles).collect() };
    if plan.is_empty() {
        if options.filter != Filter::default() && query.trim().is_empty() {
            let (hits, total) = shower.everything();
            result.hits = hits;
            result.total = Some(total);
        }
        return Ok(result);
    }
    let numbered = kb.numbered(query);
    let first = |part: &&Part| {
        if kinds.is_empty() { part.kind == EntryKind::Clause } else { kinds.contains(&part.kind) }
    };
    let mut ranks = Ranks::new(&plan, query);
    let mut found: Vec<Found> = Vec::new();
    for part in engine.parts().filter(first) {
        let ranked = if part.kind == EntryKind::Clause {
            fuse::clauses(kb, engine, part, &mut ranks)?
        } else {
            ranks.of(part)?.found.clone()
        };
        found.extend(shower.admitted(ranked));
    }
    found.iter_mut().for_each(|found| found.score *= certainty(kb, *found));
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    result.hits = shower.hits(&numbered, &found);
    if kinds.is_empty() && numbered.is_empty() {
        shower.add_others(engine, &mut ranks, &mut result)?;
    }
    result.term = term(kb, engine, query)
        .filter(|entry| options.filter.admits(*entry))
        .map(|entry| shower.hit(entry, 0.0));
    result.expanded = expanded(&plan, engine);
    result.suggestions = suggest::mended(query, &plan.mistakes, &engine.lexicon).into_iter().collect();
    Ok(result)
}

fn certainty(kb: &Kb, found: Found) -> f32 {
    let unknown = kb
        .entry(found.ordinal)
        .and_then(Entry::as_clause)
        .is_some_and(|clause| clause.clause().verification.content == ContentStatus::None);
    if unknown { UNKNOWN_CONTENT } else { 1.0 }
}

/// The entry of the glossary whose name the whole query is.
fn term<'a>(kb: &'a Kb, engine: &Engine, query: &str) -> Option<Entry<'a>> {
    let name = fold_word(query);
    if name.is_empty() { None } else { kb.entry(engine.lexicon.term(&name)?) }
}

/// Other names, terms that were meant, other spellings; what the guideline only may say about a word is not shown.
fn expanded(plan: &Plan, engine: &Engine) -> Vec<Expanded> {
    let shown = |text: &str| engine.lexicon.shown(text).to_owned();
    let mut expanded = Vec::new();
    for unit in plan.units() {
        let mut means: Vec<&(String, Closeness)> =
            unit.alternatives.iter().filter(|(_, closeness)| SHOWN.contains(closeness)).collect();
        means.sort_by_key(|(_, closeness)| SHOWN.iter().position(|shown| shown == closeness));
        let means = means.iter().map(|(text, _)| shown(text)).filter(|text| text.chars().count() >= 2);
        let means: Vec<String> = means.take(MAX_SHOWN).collect();
        if !means.is_empty() {
            expanded.push(Expanded { word: shown(&unit.text), means });
        }
    }
    expanded
}

/// Turns ranked entries into hits.
struct Shower<'a> {
    kb: &'a Kb,
    options: &'a SearchOptions,
    needles: Vec<(String, f32)>,
}

impl<'a> Shower<'a> {
    /// What the filter admits, in the order of the data, up to the limit; and how many there are.
    fn everything(&self) -> (Vec<Hit>, usize) {
        let admitted: Vec<Entry<'a>> =
            self.kb.entries().filter(|entry| self.options.filter.admits(*entry)).collect();
        let hits = admitted.iter().take(self.options.limit).map(|entry| self.hit(*entry, 0.0));
        (hits.collect(), admitted.len())
    }

    fn admitted(&self, mut found: Vec<Found>) -> Vec<Found> {
        if !self.options.filter.is_open() {
            let filter = &self.options.filter;
            found.retain(|found| self.kb.entry(found.ordinal).is_some_and(|entry| filter.admits(entry)));
        }
        found
    }

    fn hits(&self, numbered: &[Entry<'a>], found: &[Found]) -> Vec<Hit> {
        let numbered = numbered.iter().filter(|entry| self.options.filter.admits(**entry));
        let mut entries: Vec<(Entry<'a>, f32)> = numbered.map(|entry| (*entry, NUMBER_SCORE)).collect();
        for found in found {
            if entries.len() >= self.options.limit {
                break;
            }
            let Some(entry) = self.kb.entry(found.ordinal) else { continue };
            if entries.iter().all(|(known, _)| *known != entry) {
                entries.push((entry, found.score));
            }
        }
        entries.truncate(self.options.limit);
        entries.into_iter().map(|(entry, score)| self.hit(entry, score)).collect()
    }

    /// What there is beside clauses; the best of it where places are left.
    fn add_others(
        &self,
        engine: &Engine,
        ranks: &mut Ranks<'_>,
        result: &mut SearchResult,
    ) -> Result<(), KbError> {
        let mut rest: Vec<Found> = Vec::new();
        for part in engine.parts().filter(|part| part.kind != EntryKind::Clause) {
            let mut found = self.admitted(ranks.of(part)?.found.clone());
            found.retain(|found| found.covered >= WORTH_MENTIONING);
            let best =
                found.first().and_then(|best| Some(self.hit(self.kb.entry(best.ordinal)?, best.score)));
            if let Some(best) = best {
                result.others.push(Other { kind: part.kind, count: found.len(), best });
            }
            rest.extend(found);
        }
        rest.sort_by(|a, b| b.score.total_cmp(&a.score));
        let places = self.options.limit.saturating_sub(result.hits.len());
        let rest =
            rest.iter().take(places).filter_map(|found| Some((self.kb.entry(found.ordinal)?, found.score)));
        result.hits.extend(rest.map(|(entry, score)| self.hit(entry, score)));
        Ok(())
    }

    fn hit(&self, entry: Entry<'_>, score: f32) -> Hit {
        let shown = snippet(entry.gist(), &self.needles);
        Hit {
            id: entry.id().to_owned(),
            kind: entry.kind(),
            title: entry.title().to_owned(),
            score,
            snippet: shown.text,
            highlights: shown.highlights,
            citation: entry.citation(),
            confirmed: entry.is_confirmed(),
        }
    }
}
