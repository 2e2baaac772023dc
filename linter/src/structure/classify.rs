//! One line → what it looks like on its own. What it means among its neighbours is decided by [`super::build`].

use crate::document::TextSpan;
use crate::read::raw::Hints;
use crate::structure::label::{Label, LabelKind, closing_bracket, scan};
use crate::structure::place::points_down;

/// What a line looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Look {
    /// 第N編, 章, 節, 款, 条, or a numbered line.
    Labelled(Label),
    /// A whole line in brackets that can be the caption of what follows.
    Caption,
    /// 附則
    Supplementary,
    /// 別表, 別紙, 様式
    Appendix,
    /// 目次
    Toc,
    /// ※, (注), an amendment note, a date or number of enactment in brackets, a footnote
    Note,
    /// Marked as a heading by the format, or by ■ and 【】
    Heading,
    /// Anything else
    Text,
}

/// A line of the normalised text with its look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Where it stands.
    pub(crate) span: TextSpan,
    /// What it looks like.
    pub(crate) look: Look,
    /// What the format said.
    pub(crate) hints: Hints,
    /// Characters.
    pub(crate) length: usize,
    /// Ends or contains a sentence end.
    pub(crate) has_sentence: bool,
    /// Caption (inside the brackets or marks) or, for labelled lines, nothing yet.
    pub(crate) inner: TextSpan,
}

impl Shape {
    /// The label, if there is one.
    pub(crate) fn label(&self) -> Option<&Label> {
        if let Look::Labelled(label) = &self.look { Some(label) } else { None }
    }

    /// The kind of its label.
    pub(crate) fn kind(&self) -> Option<LabelKind> {
        self.label().map(|label| label.kind)
    }

    /// Whether it is the line of a 条.
    pub(crate) fn is_article(&self) -> bool {
        self.kind() == Some(LabelKind::Article)
    }

    /// The text behind the label, or all of it.
    pub(crate) fn rest(&self) -> TextSpan {
        let skip = self.label().map_or(0, |label| label.rest as u32);
        TextSpan::new((self.span.start + skip).min(self.span.end), self.span.end)
    }

    /// The label itself.
    pub(crate) fn label_span(&self) -> Option<TextSpan> {
        self.label().map(|label| TextSpan::new(self.span.start, self.span.start + label.end as u32))
    }
}

/// Longest caption, heading or title, in characters.
pub(crate) const HEADING_MAX: usize = 60;

/// Classifies one line.
pub(crate) fn classify(text: &str, span: TextSpan, hints: Hints) -> Shape {
    let line = text.get(span.range()).unwrap_or_default();
    let length = line.chars().count();
    let has_sentence = line.contains('。');
    let (look, inner) = look(line, length, has_sentence, hints);
    let inner = TextSpan::new(span.start + inner.0 as u32, span.start + inner.1 as u32);
    Shape { span, look, hints, length, has_sentence, inner }
}

fn look(line: &str, length: usize, has_sentence: bool, hints: Hints) -> (Look, (usize, usize)) {
    let whole = (0, line.len());
    if hints.note || is_note(line) {
        return (Look::Note, whole);
    }
    if let Some(inner) = framed(line) {
        return framed_look(line, inner, hints);
    }
    if let Some(inner) = bracketed(line) {
        let content = line.get(inner.0..inner.1).unwrap_or_default();
        if scan(line).is_none() {
            // A date in a bracket that announces a list is no history.
            let look = match is_amendment(content) {
                true if points_down(content) => Look::Text,
                true => Look::Note,
                // (案), (写)
                false if content.chars().count() == 1 => Look::Note,
                false => Look::Caption,
            };
            let fits = length <= 42 && !has_sentence;
            return if fits || look == Look::Note { (look, inner) } else { (Look::Text, whole) };
        }
    }
    if let Some(found) = end_matter(line).filter(|_| !has_sentence && length <= HEADING_MAX) {
        return found;
    }
    if let Some(label) = scan(line) {
        let marked = label.kind == LabelKind::Bullet && is_marked_heading(line, length, has_sentence);
        let rest = (label.rest, line.trim_end_matches([' ', '■', '◆', '●', '□', '◇']).len().max(label.rest));
        return if marked { (Look::Heading, rest) } else { (Look::Labelled(label), whole) };
    }
    let heading = hints.heading.is_some() || hints.bold && !has_sentence && length <= 40;
    (if heading && !has_sentence && length <= 80 { Look::Heading } else { Look::Text }, whole)
}

/// ■ and ◆ before a short line without a sentence.
fn is_marked_heading(line: &str, length: usize, has_sentence: bool) -> bool {
    line.starts_with(['■', '◆', '□', '◇']) && !has_sentence && (2..=40).contains(&length)
}

/// `【…】`, `《…》` around the whole line.
fn framed(line: &str) -> Option<(usize, usize)> {
    [('【', '】'), ('《', '》'), ('〈', '〉'), ('≪', '≫')].into_iter().find_map(|(open, close)| {
        let inner = line.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.trim().is_empty() && !inner.contains(close) && inner.chars().count() <= 40)
            .then(|| (open.len_utf8(), open.len_utf8() + inner.len()))
    })
}

fn framed_look(line: &str, inner: (usize, usize), hints: Hints) -> (Look, (usize, usize)) {
    let content = line.get(inner.0..inner.1).unwrap_or_default();
    match scan(content) {
        Some(label) if label.kind <= LabelKind::Article => {
            // The frame belongs to the label in front and is cut off behind.
            let shifted = Label { end: label.end + inner.0, rest: label.rest + inner.0, ..label };
            (Look::Labelled(shifted), inner)
        }
        _ if hints.note => (Look::Note, inner),
        _ => match end_matter(content) {
            Some((look, _)) => (look, inner),
            None => (Look::Heading, inner),
        },
    }
}

/// `(…)` around the whole line; an unclosed bracket of a short line counts too.
fn bracketed(line: &str) -> Option<(usize, usize)> {
    let inner = line.strip_prefix('(')?;
    match closing_bracket(inner) {
        Some(close) if close + 1 == inner.len() && close > 0 => Some((1, 1 + close)),
        None if inner.chars().count() <= 20 && !inner.is_empty() => Some((1, line.len())),
        _ => None,
    }
}

/// What stands in brackets on its own line and is no caption: amendment history, dates, numbers.
fn is_amendment(content: &str) -> bool {
    const WORDS: [&str; 17] = [
        "改正",
        "追加",
        "全改",
        "繰上",
        "繰下",
        "削除)",
        "制定",
        "訓令第",
        "規程第",
        "規則第",
        "条例第",
        "告示第",
        "施行)",
        "旧第",
        "年法律",
        "抄",
        "関係)",
    ];
    let edition = content.starts_with('第') && content.ends_with('版');
    let dated =
        content.contains('年') && content.contains('月') && content.chars().any(|c| c.is_ascii_digit());
    edition
        || dated
        || WORDS.iter().any(|word| {
            content.contains(word.trim_end_matches(')'))
                && (!word.ends_with(')')
                    || content.ends_with(word.trim_end_matches(')')) && content.chars().count() > 4)
        }) && !content.ends_with("制定等")
}

fn is_note(line: &str) -> bool {
    ["※", "(注", "注)", "注:", "備考", "(備考", "注 ", "注1", "注2"].iter().any(|mark| line.starts_with(mark))
}

/// 附則, 別表, 目次.
fn end_matter(line: &str) -> Option<(Look, (usize, usize))> {
    let starts = |words: &[&str]| words.iter().find_map(|word| line.strip_prefix(word));
    let supplementary =
        starts(&["附則", "付則"]).filter(|rest| rest.is_empty() || rest.starts_with(['(', ' ']));
    if let Some(rest) = supplementary.map(str::trim_start) {
        let close = rest.strip_prefix('(').and_then(closing_bracket);
        let from = line.len() - rest.len() + 1;
        return Some((
            Look::Supplementary,
            close.map_or((line.len() - rest.len(), line.len()), |close| (from, from + close)),
        ));
    }
    let plain = line.trim_matches(|c: char| c == ' ' || c == '-' || c == '#');
    if matches!(plain, "目次" | "もくじ" | "目 次" | "コンテンツ" | "CONTENTS" | "Contents") {
        return Some((Look::Toc, (0, line.len())));
    }
    appendix_label_end(line).map(|_| (Look::Appendix, (0, line.len())))
}

/// The end of `別紙1`, `別表第二`, `様式第3号`; the line must not go on as a sentence.
pub(crate) fn appendix_label_end(line: &str) -> Option<usize> {
    let word = ["別表", "別紙", "別添", "別記様式", "別記", "様式", "付表", "付属書", "附属書", "添付資料"]
        .into_iter()
        .find(|word| line.starts_with(word))?;
    let rest = line.get(word.len()..)?;
    let mark = rest
        .find(|c: char| !(c.is_ascii_digit() || "第号-一二三四五六七八九十 ①②③④⑤".contains(c)))
        .unwrap_or(rest.len());
    let end = word.len() + rest.get(..mark)?.trim_end().len();
    let after = line.get(end..)?.trim_start();
    let continues = after
        .starts_with(['の', 'に', 'を', 'で', 'と', 'は', 'が', 'も', '、', '及', '又', '参'])
        || ["のとおり", "とおり", "による", "参照"].iter().any(|word| after.ends_with(word));
    (!continues).then_some(end)
}
