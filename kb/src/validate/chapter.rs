//! What must hold in a chapter of the guideline: numbers, headings, applicability, verification, related clauses.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ids, check_verification};
use crate::load::{LoadError, LoadErrorKind as Kind, SourceFile, Step, error_at};
use crate::model::{Chapter, Clause, ContentStatus, Part, SystemType};
use crate::number::{ClauseId, circled, clause_id, section_path};

/// All mistakes in one chapter; links only if `ids` are given.
pub(super) fn check(
    file: &SourceFile<'_>,
    chapter: &Chapter,
    ids: Option<&Ids<'_>>,
    errors: &mut Vec<LoadError>,
) {
    let mut checker = Checker { file, chapter, errors };
    checker.check_head();
    checker.check_sections();
    checker.check_clauses();
    if let Some(ids) = ids {
        checker.check_links(ids);
    }
}

fn clause_place(index: usize, field: &'static str) -> [Step; 3] {
    [Step::Key("clause"), Step::At(index), Step::Key(field)]
}

struct Checker<'a, 'e> {
    file: &'a SourceFile<'a>,
    chapter: &'a Chapter,
    errors: &'e mut Vec<LoadError>,
}

impl Checker<'_, '_> {
    fn report(&mut self, steps: &[Step], kind: Kind) {
        self.errors.push(error_at(self.file, steps, kind));
    }

    fn check_head(&mut self) {
        let chapter = self.chapter;
        if let Some(folder) = self.file.path.rsplit('/').nth(1) {
            let known = Part::ALL.iter().any(|part| part.as_str() == folder);
            if known && folder != chapter.part.as_str() {
                let (part, folder) = (chapter.part.as_str().to_owned(), folder.to_owned());
                self.report(&[Step::Key("part")], Kind::WrongFolder { part, folder });
            }
        }
        if chapter.title.trim().is_empty() {
            self.report(&[Step::Key("title")], Kind::Empty { field: "title" });
        }
        if !is_pattern_list(&chapter.applies_to) {
            self.report(&[Step::Key("applies_to")], Kind::AppliesTo);
        }
        self.check_simplification();
    }

    fn check_simplification(&mut self) {
        const KEY: Step = Step::Key("simplification");
        let Some(simplification) = &self.chapter.simplification else { return };
        if !is_pattern_list(&simplification.applies_to) {
            self.report(&[KEY, Step::Key("applies_to")], Kind::AppliesTo);
        }
        for (at, number) in simplification.sections.iter().enumerate() {
            if self.chapter.section(number).is_none() {
                let kind = Kind::UnknownSection { section: number.clone() };
                self.report(&[KEY, Step::Key("sections"), Step::At(at)], kind);
            }
        }
        for (field, text) in
            [("condition", Some(&simplification.condition)), ("sources", simplification.sources.first())]
        {
            if text.is_none_or(|text| text.trim().is_empty()) {
                self.report(&[KEY, Step::Key(field)], Kind::Empty { field });
            }
        }
        let place = [KEY, Step::Key("verification")];
        check_verification(self.file, &simplification.verification, &place, self.errors);
    }

    fn check_sections(&mut self) {
        let mut seen = BTreeSet::new();
        for (index, section) in self.chapter.sections.iter().enumerate() {
            let place = [Step::Key("section"), Step::At(index), Step::Key("number")];
            let path = section_path(&section.number);
            if path.is_none_or(|path| path.len() < 2 || path.first() != Some(&self.chapter.chapter)) {
                self.report(&place, Kind::UnknownSection { section: section.number.clone() });
            }
            if !seen.insert(section.number.as_str()) {
                self.report(&place, Kind::DuplicateSection { section: section.number.clone() });
            }
        }
    }

    fn check_clauses(&mut self) {
        let mut counts: BTreeMap<(&str, Option<&str>), u16> = BTreeMap::new();
        for (index, clause) in self.chapter.clauses.iter().enumerate() {
            self.check_id(index, clause);
            let count = counts.entry((&clause.section, clause.group.as_deref())).or_default();
            *count += 1;
            self.check_official_number(index, clause, *count);
            self.check_texts(index, clause);
            self.check_clause_patterns(index, clause);
            self.check_nature(index, clause);
            let place = clause_place(index, "verification");
            check_verification(self.file, &clause.verification, &place, self.errors);
        }
    }

    fn check_id(&mut self, index: usize, clause: &Clause) {
        let place = clause_place(index, "id");
        let expected = clause_id(self.chapter.part, &clause.section, clause.item);
        if ClauseId::parse(&clause.id).is_none() {
            self.report(&place, Kind::MalformedId { id: clause.id.clone() });
        } else if clause.id != expected {
            self.report(&place, Kind::IdMismatch { id: clause.id.clone(), expected });
        }
        for (at, alias) in clause.aliases.iter().enumerate() {
            if ClauseId::parse(alias).is_none() || *alias == clause.id {
                let place = [Step::Key("clause"), Step::At(index), Step::Key("aliases"), Step::At(at)];
                self.report(&place, Kind::MalformedId { id: alias.clone() });
            }
        }
        let whole_chapter = clause.section == self.chapter.chapter.to_string();
        if !whole_chapter && self.chapter.section(&clause.section).is_none() {
            self.report(
                &clause_place(index, "section"),
                Kind::UnknownSection { section: clause.section.clone() },
            );
        }
    }

    /// Numbers run without gaps: from ① in the section, or in each of its groups.
    fn check_official_number(&mut self, index: usize, clause: &Clause, count: u16) {
        let value = if clause.group.is_some() { count } else { clause.item };
        let expected = circled(value).map(String::from).unwrap_or_default();
        if clause.official_number != expected {
            let kind = Kind::OfficialNumber { number: clause.official_number.clone(), expected };
            self.report(&clause_place(index, "official_number"), kind);
        }
    }

    fn check_texts(&mut self, index: usize, clause: &Clause) {
        for (field, text) in [("title", &clause.title), ("gist", &clause.gist), ("actor", &clause.actor)] {
            if text.trim().is_empty() {
                self.report(&clause_place(index, field), Kind::Empty { field });
            }
        }
        let lists = [
            ("details", &clause.details),
            ("counterpart", &clause.counterpart),
            ("keywords", &clause.keywords),
            ("sources", &clause.sources),
        ];
        for (field, texts) in lists {
            let seen = clause.verification.seen_in.is_some();
            let lacking = field == "sources" && texts.is_empty() && seen;
            if lacking || texts.iter().any(|text| text.trim().is_empty()) {
                self.report(&clause_place(index, field), Kind::Empty { field });
            }
        }
    }

    fn check_clause_patterns(&mut self, index: usize, clause: &Clause) {
        let Some(patterns) = &clause.applies_to else { return };
        if !is_pattern_list(patterns) || *patterns == self.chapter.applies_to {
            self.report(&clause_place(index, "applies_to"), Kind::AppliesTo);
        }
    }

    /// Nothing is said of a text that was not obtained.
    fn check_nature(&mut self, index: usize, clause: &Clause) {
        for (field, is_there) in
            [("nature", clause.nature.is_some()), ("strength", clause.strength.is_some())]
        {
            if is_there && clause.verification.content == ContentStatus::None {
                let kind = Kind::WithoutText { id: clause.id.clone() };
                self.report(&clause_place(index, field), kind);
            }
        }
    }

    fn check_links(&mut self, ids: &Ids<'_>) {
        for (index, clause) in self.chapter.clauses.iter().enumerate() {
            let mut seen = BTreeSet::from([clause.id.as_str()]);
            for (field, links) in
                [("related", &clause.related), ("related_inferred", &clause.related_inferred)]
            {
                for (at, id) in links.iter().enumerate() {
                    let place = [Step::Key("clause"), Step::At(index), Step::Key(field), Step::At(at)];
                    if !ids.has_clause(&self.chapter.edition, id) {
                        self.report(&place, Kind::UnknownRelated { id: id.clone() });
                    } else if !seen.insert(id) {
                        self.report(&place, Kind::RepeatedRelated { id: id.clone() });
                    }
                }
            }
        }
    }
}

fn is_pattern_list(patterns: &[SystemType]) -> bool {
    !patterns.is_empty() && patterns.is_sorted_by(|a, b| a < b)
}
