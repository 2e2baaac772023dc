//! Words that a rule looks for: literals, concepts, gaps, exceptions.

use dsl::checked::{ConceptId, Gap, Pattern};

use super::{Sentence, Speaker};

/// Alternatives listed inside a sentence. Of a longer list the first few stand there, all of them below.
const MOST_INLINE: usize = 6;

/// Words given of a longer list.
const FIRST_WORDS: usize = 3;

/// A pattern inside a sentence.
pub(super) struct Phrase {
    /// The words.
    pub(super) text: String,
    /// Some alternatives are only counted: all of them have to be listed below.
    pub(super) cut: bool,
}

/// How much of a list may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Long lists are cut.
    Short,
    /// Nothing is left out.
    Full,
}

impl Speaker<'_> {
    /// A pattern as part of a sentence.
    pub(super) fn phrase(&mut self, pattern: &Pattern) -> Phrase {
        let mut cut = false;
        let text = self.inline(pattern, Detail::Short, &mut cut);
        Phrase { text, cut }
    }

    /// Everything that a pattern covers: the plain words in one sentence, each of the others in its own.
    pub(super) fn members(&mut self, pattern: &Pattern) -> Vec<Sentence> {
        let (plain, other): (Vec<_>, Vec<_>) =
            alternatives(pattern).into_iter().partition(|one| is_plain(one));
        let mut sentences = Vec::new();
        if !plain.is_empty() {
            let words: Vec<String> =
                plain.into_iter().map(|word| self.inline(word, Detail::Full, &mut false)).collect();
            sentences.push(Sentence::leaf(words.join(&self.say("verbalise-word-separator", &[]))));
        }
        sentences.extend(other.into_iter().map(|pattern| self.member(pattern)));
        sentences
    }

    /// One alternative that is more than a word. What a long exception excludes is listed below it.
    fn member(&mut self, pattern: &Pattern) -> Sentence {
        match pattern {
            Pattern::Except(base, excepted) if !is_short(excepted) => {
                let base = self.inline(base, Detail::Full, &mut false);
                let text = self.say("verbalise-except-these", &[("base", &base)]);
                Sentence::over(text, self.members(excepted))
            }
            other => Sentence::leaf(self.inline(other, Detail::Full, &mut false)),
        }
    }

    /// The full list of a pattern that was cut in its sentence, under a label.
    pub(super) fn listed(&mut self, label: &str, pattern: &Pattern) -> Sentence {
        Sentence::over(self.say(label, &[]), self.members(pattern))
    }

    fn inline(&mut self, pattern: &Pattern, detail: Detail, cut: &mut bool) -> String {
        match pattern {
            Pattern::Literal(text) => self.say("verbalise-literal", &[("text", text)]),
            Pattern::Word(text) => self.say("verbalise-word", &[("text", text)]),
            Pattern::Regex { source, .. } => self.say("verbalise-regex", &[("source", source)]),
            Pattern::Concept(id) => self.concept(*id),
            Pattern::Any(_) => self.any(&alternatives(pattern), detail, cut),
            Pattern::Sequence(..) => {
                let (first, rest) = sequence(pattern);
                let first = self.inline(first, detail, cut);
                let mut after = String::new();
                for (gap, next) in rest {
                    let next = self.inline(next, detail, cut);
                    after.push_str(&self.then(gap, &next));
                }
                self.say("verbalise-sequence", &[("first", &first), ("rest", &after)])
            }
            Pattern::Except(base, excepted) => {
                let base = self.inline(base, detail, cut);
                if detail == Detail::Short && !is_short(excepted) {
                    *cut = true;
                    return self.say("verbalise-except-some", &[("base", &base)]);
                }
                let excepted = self.inline(excepted, detail, cut);
                self.say("verbalise-except", &[("base", &base), ("except", &excepted)])
            }
        }
    }

    fn then(&self, gap: Gap, after: &str) -> String {
        match gap {
            Gap::Within(0) => self.say("verbalise-then-at-once", &[("after", after)]),
            Gap::Within(most) => {
                self.say("verbalise-then-within", &[("after", after), ("most", &most.to_string())])
            }
            Gap::Anywhere => self.say("verbalise-then-anywhere", &[("after", after)]),
        }
    }

    fn any(&mut self, parts: &[&Pattern], detail: Detail, cut: &mut bool) -> String {
        if detail == Detail::Short && parts.len() > MOST_INLINE {
            *cut = true;
            let (words, more) = self.first_words(parts);
            return self.say("verbalise-any-of-many", &[("words", &words), ("more", &more)]);
        }
        let separator =
            if parts.iter().all(|part| is_plain(part)) { "verbalise-word-separator" } else { "verbalise-or" };
        let separator = self.say(separator, &[]);
        let words: Vec<String> = parts.iter().map(|part| self.inline(part, detail, cut)).collect();
        match words.as_slice() {
            [only] => only.clone(),
            _ => self.say("verbalise-any-of", &[("words", &words.join(&separator))]),
        }
    }

    /// The name of a concept; at its first mention in a requirement with the words that make clear what is meant.
    fn concept(&mut self, id: ConceptId) -> String {
        let Some((name, pattern)) = self.concept_pattern(id) else { return String::new() };
        if !self.mentioned.contains(&id) {
            self.mentioned.push(id);
        }
        self.remarks.insert("verbalise-note-concept");
        if !self.introduced.insert(id) {
            return self.say("verbalise-concept", &[("name", name)]);
        }
        let parts = alternatives(pattern);
        let code =
            if parts.len() > FIRST_WORDS { "verbalise-concept-of-many" } else { "verbalise-concept-of" };
        let (words, more) = self.first_words(&parts);
        self.say(code, &[("name", name), ("words", &words), ("more", &more)])
    }

    /// The first words of a list, the short ones before all others, and how many there are besides.
    fn first_words(&self, parts: &[&Pattern]) -> (String, String) {
        let simple = parts.iter().filter(|part| is_simple(part));
        let other = parts.iter().filter(|part| !is_simple(part));
        let words: Vec<String> = simple.chain(other).take(FIRST_WORDS).map(|part| self.bare(part)).collect();
        let more = parts.len().saturating_sub(words.len()).to_string();
        (words.join(&self.say("verbalise-word-separator", &[])), more)
    }

    /// A member of a short list, without what lies behind it: a concept is named and no more.
    fn bare(&self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::Concept(id) => {
                let name = self.concept_pattern(*id).map(|(name, _)| name).unwrap_or_default();
                self.say("verbalise-concept", &[("name", name)])
            }
            Pattern::Literal(text) | Pattern::Word(text) => self.say("verbalise-literal", &[("text", text)]),
            Pattern::Regex { source, .. } => self.say("verbalise-regex", &[("source", source)]),
            Pattern::Except(base, _) => self.bare(base),
            Pattern::Any(_) => self.first_words(&alternatives(pattern)).0,
            Pattern::Sequence(..) => {
                let (first, rest) = sequence(pattern);
                let rest: String = rest.iter().map(|(gap, next)| self.then(*gap, &self.bare(next))).collect();
                self.say("verbalise-sequence", &[("first", &self.bare(first)), ("rest", &rest)])
            }
        }
    }
}

/// The alternatives of a pattern, those inside brackets included.
fn alternatives(pattern: &Pattern) -> Vec<&Pattern> {
    match pattern {
        Pattern::Any(parts) => parts.iter().flat_map(alternatives).collect(),
        other => vec![other],
    }
}

/// A sequence as its first part and all that follow, whichever way its brackets stand.
fn sequence(pattern: &Pattern) -> (&Pattern, Vec<(Gap, &Pattern)>) {
    match pattern {
        Pattern::Sequence(first, rest) => {
            let (first, mut parts) = sequence(first);
            parts.extend(rest.iter().map(|(gap, next)| (*gap, next)));
            (first, parts)
        }
        other => (other, Vec::new()),
    }
}

/// A few plain words, which have room in brackets.
fn is_short(pattern: &Pattern) -> bool {
    let parts = alternatives(pattern);
    parts.len() <= MOST_INLINE && parts.into_iter().all(is_plain)
}

/// A word or a name, which needs no sentence of its own.
fn is_plain(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::Literal(_) | Pattern::Concept(_))
}

/// A word or a name, whatever is excepted from it.
fn is_simple(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Except(base, _) => alternatives(base).into_iter().all(is_simple),
        Pattern::Word(_) => true,
        other => is_plain(other),
    }
}
