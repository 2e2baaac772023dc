//! Finds references in the folded text of a unit.

use std::ops::Range;
use std::sync::OnceLock;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use super::names::{self, DOCUMENTS, Name, SETTLES};
use super::parse::{self, APPENDICES, Level, Path};
use super::{Reference, ReferenceForm, ReferenceMode, Target};
use crate::document::Document;
use crate::language::units::{Unit, UnitKind};

/// What a reference can begin with, other than names.
const STARTS: &[&str] = &[
    "第", "前条", "前項", "前号", "前各", "前章", "前節", "前2", "前3", "前4", "前5", "前6", "前7", "前8",
    "前9", "前1", "前二", "前三", "前四", "前五", "前六", "前七", "次条", "次項", "次号", "次章", "同条",
    "同項", "同号", "本条", "本項", "本号", "本章", "本節", "本則", "各号", "附則",
];

/// What joins references to a list.
const JOINTS: &[&str] = &["及び", "又は", "並びに", "若しくは", "、", "・", "と"];
/// Bytes before a reference in which its name is looked for.
const LONGEST_HEAD: usize = 700;
/// Characters behind a reference in which the verb that applies it may stand.
const REACH: usize = 80;

/// The references in the unit's own text, in order; their targets are not resolved yet.
pub(super) fn references(document: &Document, unit: &Unit, index: u32) -> Vec<Reference> {
    let text = unit.text.as_str();
    let mut found: Vec<Reference> = Vec::new();
    let mut done = unit.own_start;
    if unit.kind == UnitKind::Title {
        return found;
    }
    let own = text.get(unit.own_start..).unwrap_or_default();
    for hit in triggers().leftmost_find_iter(own) {
        let (start, end) = (hit.start() + unit.own_start, hit.end() + unit.own_start);
        if start < done {
            continue;
        }
        let raw = if hit.value() == 0 { numbered(document, unit, start) } else { whole(document, unit, end) };
        let Some(mut raw) = raw else { continue };
        if raw.range.start < done || is_denied(text, raw.range.end) {
            continue;
        }
        let before = found.last().filter(|before| joined(text, before.range.end, raw.range.start));
        if let Some(before) = before.filter(|_| raw.name.is_none() && raw.path.appendix.is_none()) {
            raw.path.under(&before.path);
            raw.name.clone_from(&before.name);
            if matches!(before.form, ReferenceForm::Law | ReferenceForm::Document) {
                raw.form = before.form;
            }
        }
        done = raw.range.end;
        found.push(Reference {
            span: unit.span(raw.range.clone()),
            node: unit.node,
            unit: index,
            mode: mode(text, &raw.range),
            range: raw.range,
            form: raw.form,
            name: raw.name,
            path: raw.path,
            target: Target::Unresolved,
        });
    }
    found
}

/// 「別紙ではない」 names the appendix only to say that it is not meant.
fn is_denied(text: &str, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    ["ではない", "でない", "ではありません", "ではなく", "でなく"].iter().any(|word| after.starts_with(word))
}

/// A reference before its place in the document is known.
struct Raw {
    range: Range<usize>,
    form: ReferenceForm,
    name: Option<String>,
    path: Path,
}

/// 第5条, 前項, 別紙1 …, with the name of the document before it.
fn numbered(document: &Document, unit: &Unit, start: usize) -> Option<Raw> {
    let text = unit.text.as_str();
    let (path, length) = parse::path(text.get(start..)?)?;
    let head = text.get(..start)?;
    let near = head.get(gap_before(document, unit, start)..)?;
    let alone = path.appendix.is_some() || is_relative(&path);
    let own = if alone { None } else { names::before(near, has_gap(document, unit, start)) };
    if own.is_some() && path.outermost() == Some(Level::Item) {
        // 規程第110号, 平成15年法律第57号: the number of the text itself.
        return None;
    }
    let (form, name, from) = match own {
        Some(Name::Law(name)) => (ReferenceForm::Law, Some(name), true),
        Some(Name::Document(name)) => (ReferenceForm::Document, Some(name), true),
        Some(Name::Own) | None => (form_of(&path), None, false),
    };
    let begin = match (&name, from) {
        (Some(name), true) => head.rfind(name.as_str()).unwrap_or(start),
        _ => start,
    };
    Some(Raw { range: begin..start + length, form, name, path })
}

/// Whether folding took a space or a line break out before this byte: the words on both sides are no compound.
fn has_gap(document: &Document, unit: &Unit, at: usize) -> bool {
    let origin = unit.origin.get(at).copied().unwrap_or_default();
    at > unit.own_start
        && document.text.get(..origin as usize).is_some_and(|head| head.ends_with(char::is_whitespace))
}

/// The last gap before a byte, no further back than a name reaches.
fn gap_before(document: &Document, unit: &Unit, at: usize) -> usize {
    let least = at.saturating_sub(LONGEST_HEAD).max(unit.own_start);
    let is_gap = |index: &usize| {
        *index > least && unit.text.is_char_boundary(*index) && has_gap(document, unit, *index)
    };
    let start = (least..at).rev().find(is_gap).unwrap_or(least);
    (start..=at).find(|index| unit.text.is_char_boundary(*index)).unwrap_or(at)
}

/// Paths that begin with 前, 次, 同 or 本 stand alone.
fn is_relative(path: &Path) -> bool {
    let first = path.outermost().and_then(|level| path.step(level));
    !matches!(first, Some(parse::Step::Number(_)) | None)
}

fn form_of(path: &Path) -> ReferenceForm {
    if path.appendix.is_some() {
        return ReferenceForm::Appendix;
    }
    if path.supplementary {
        return ReferenceForm::Supplementary;
    }
    match path.innermost() {
        Some(Level::Item) => ReferenceForm::Item,
        Some(Level::Paragraph) => ReferenceForm::Paragraph,
        Some(Level::Chapter) => ReferenceForm::Chapter,
        Some(Level::Article) | None => ReferenceForm::Article,
    }
}

/// 基本契約による, SLAに定める: a document as a whole.
fn whole(document: &Document, unit: &Unit, end: usize) -> Option<Raw> {
    let (start, name) = names::whole(&unit.text, gap_before(document, unit, end), end)?;
    let (form, name) = match name {
        Name::Law(name) => (ReferenceForm::Law, name),
        Name::Document(name) => (ReferenceForm::Document, name),
        Name::Own => return None,
    };
    Some(Raw { range: start..end, form, name: Some(name), path: Path::default() })
}

/// Nothing but a joint stands between the two.
fn joined(text: &str, end: usize, start: usize) -> bool {
    let between = text.get(end..start).unwrap_or("?");
    JOINTS.contains(&between) || ["の規定及び", "の規定又は", "の規定並びに"].contains(&between)
}

/// What the rest of the sentence does with a reference.
fn mode(text: &str, range: &Range<usize>) -> ReferenceMode {
    let rest = text.get(range.end..).unwrap_or_default();
    let end = rest.char_indices().nth(REACH).map_or(rest.len(), |(at, _)| at);
    let rest = rest.get(..end).and_then(|rest| rest.split('。').next()).unwrap_or_default();
    if ["の規定にかかわらず", "にかかわらず", "の定めにかかわらず"]
        .iter()
        .any(|words| rest.starts_with(words))
    {
        ReferenceMode::Overrides
    } else if rest.contains("準用") {
        ReferenceMode::Applies
    } else if rest.contains("読み替え") || rest.contains("読替え") {
        ReferenceMode::Replaces
    } else if SETTLES.iter().any(|words| rest.trim_start_matches('」').starts_with(words)) {
        ReferenceMode::Settles
    } else {
        ReferenceMode::Mentions
    }
}

fn triggers() -> &'static CharwiseDoubleArrayAhoCorasick<u32> {
    static AUTOMATON: OnceLock<CharwiseDoubleArrayAhoCorasick<u32>> = OnceLock::new();
    AUTOMATON.get_or_init(|| {
        let numbered = STARTS.iter().chain(APPENDICES).map(|word| (*word, 0));
        let patterns = numbered.chain(DOCUMENTS.iter().map(|word| (*word, 1)));
        #[expect(clippy::expect_used, reason = "the tables are constant, and every test builds them")]
        CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(patterns)
            .expect("the tables hold no word twice")
    })
}
