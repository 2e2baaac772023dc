//! The matrix narrowed down: to some clauses, or to what one article is evidence for.

use kb::{Kb, KbError, Match};

use super::build::part_of;
use super::{Matrix, Passage};

impl Matrix {
    /// Only the clauses with these ids; findings stay those that rest on one of them.
    pub fn only(&mut self, ids: &[String]) {
        self.clauses.retain(|clause| ids.contains(&clause.id));
        let rests = |basis: &String| ids.iter().any(|id| id == crate::pack::entry_id(basis));
        self.findings.retain(|finding| finding.basis.iter().any(rests));
        self.count_again();
    }

    /// Only what a passage in this article speaks for: 「第12条」 takes 第12条第2項 and leaves 第120条 and 第12条の2.
    pub fn in_article(&mut self, article: &str) {
        let inside = |passage: &Passage| is_inside(&passage.article, article);
        for clause in &mut self.clauses {
            clause.cells.retain(|cell| cell.passages.iter().any(inside));
            for cell in &mut clause.cells {
                cell.passages.retain(inside);
                let passages = &cell.passages;
                cell.requirements.retain(|found| {
                    let speaks = |passage: &Passage| {
                        passage.rule == found.rule
                            && found.requirement.as_ref().is_none_or(|name| *name == passage.requirement)
                    };
                    passages.iter().any(speaks)
                });
            }
        }
        self.clauses.retain(|clause| !clause.cells.is_empty());
        self.findings.retain(|finding| finding.passages.iter().any(inside));
        self.count_again();
    }

    fn count_again(&mut self) {
        for part in &mut self.parts {
            *part = part_of(part.part, &self.clauses, &self.documents);
        }
    }
}

fn is_inside(place: &str, article: &str) -> bool {
    let rest = place.split_once(article).map(|(_, rest)| rest);
    rest.is_some_and(|rest| !rest.starts_with(['の', 'ー', '-']))
}

/// The ids of the clauses that a person names in any spelling: `C-8-5`, 「運用8⑤」, a chapter, a section.
///
/// # Errors
/// Those of [`Kb::resolve`].
pub fn clauses_named(kb: &Kb, name: &str) -> Result<Vec<String>, KbError> {
    let mut ids = Vec::new();
    for found in kb.resolve(name)? {
        match found {
            Match::Entry { entry, .. } => ids.extend(entry.as_clause().map(|clause| clause.id().to_owned())),
            Match::Section { clauses, .. } | Match::Chapter { clauses, .. } => {
                ids.extend(clauses.iter().map(|clause| clause.id().to_owned()));
            }
        }
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_no_mere_beginnings() {
        for (place, inside) in [
            ("第12条", true),
            ("第12条第2項", true),
            ("別紙1第12条", true),
            ("第120条", false),
            ("第12条の2", false),
            ("第1条", false),
        ] {
            assert_eq!(is_inside(place, "第12条"), inside, "{place}");
        }
    }

    #[test]
    fn clauses_in_any_spelling() {
        let kb = Kb::embedded().unwrap();
        assert_eq!(clauses_named(kb, "運用8⑤").unwrap(), ["C-8-5"]);
        assert!(clauses_named(kb, "C-8").unwrap().contains(&"C-8-5".to_owned()));
        assert!(clauses_named(kb, "C-99-1").is_err());
    }
}
