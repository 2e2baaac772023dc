//! The words of a reference as a path: 第5条第2項第3号, 前条第2項, 前2項, 前各号, 別紙1第2項.

use crate::structure::number::{is_numeral, numeral};

/// What a reference asks for, from the outside to the inside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// 別紙1, 別表第2: the word and the number.
    pub appendix: Option<(String, Option<String>)>,
    /// 附則.
    pub supplementary: bool,
    /// 章 or 節.
    pub chapter: Option<Step>,
    /// 条.
    pub article: Option<Step>,
    /// 項.
    pub paragraph: Option<Step>,
    /// 号.
    pub item: Option<Step>,
    /// The other end of 「第5条から第7条まで」; only its own steps are filled in.
    pub until: Option<Box<Path>>,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// By its number: `5`, `3の2`.
    Number(String),
    /// The ones before: 前条 is 1, 前2項 is 2.
    Before(u32),
    /// All before: 前各号.
    AllBefore,
    /// The next one.
    Next,
    /// The one spoken of last: 同条.
    Same,
    /// The one it stands in: 本条.
    This,
    /// All: 各号.
    All,
}

/// The levels of 章, 条, 項, 号 in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// 章, 節
    Chapter,
    /// 条
    Article,
    /// 項
    Paragraph,
    /// 号
    Item,
}

const LEVELS: &[(&str, Level)] = &[
    ("章", Level::Chapter),
    ("節", Level::Chapter),
    ("条", Level::Article),
    ("項", Level::Paragraph),
    ("号", Level::Item),
];
/// Words that a level begins: 条件, 条例, 条約, 項目, 号機.
const NO_LEVEL: &[&str] =
    &["条件", "条例", "条約", "条文", "項目", "号機", "号室", "号線", "節電", "節約", "章典"];

/// Words of appendices, longest first.
pub(super) const APPENDICES: &[&str] =
    &["別記様式", "添付資料", "付属書", "附属書", "別表", "別紙", "別添", "別記", "様式", "付表"];

impl Path {
    /// The step of a level.
    pub(super) fn step(&self, level: Level) -> Option<&Step> {
        match level {
            Level::Chapter => self.chapter.as_ref(),
            Level::Article => self.article.as_ref(),
            Level::Paragraph => self.paragraph.as_ref(),
            Level::Item => self.item.as_ref(),
        }
    }

    fn set(&mut self, level: Level, step: Step) {
        let slot = match level {
            Level::Chapter => &mut self.chapter,
            Level::Article => &mut self.article,
            Level::Paragraph => &mut self.paragraph,
            Level::Item => &mut self.item,
        };
        *slot = Some(step);
    }

    /// The innermost level that is named.
    pub(super) fn innermost(&self) -> Option<Level> {
        [Level::Item, Level::Paragraph, Level::Article, Level::Chapter]
            .into_iter()
            .find(|level| self.step(*level).is_some())
    }

    /// The outermost level that is named.
    pub(super) fn outermost(&self) -> Option<Level> {
        [Level::Chapter, Level::Article, Level::Paragraph, Level::Item]
            .into_iter()
            .find(|level| self.step(*level).is_some())
    }

    /// Takes over from `before` what stands above its own outermost step: 「第5条第2項及び第3項」.
    pub(super) fn under(&mut self, before: &Self) {
        let Some(own) = self.outermost() else { return };
        if self.appendix.is_none() {
            self.appendix.clone_from(&before.appendix);
        }
        self.supplementary |= before.supplementary;
        for level in [Level::Article, Level::Paragraph] {
            if level < own
                && let Some(step) = before.step(level)
            {
                self.set(level, step.clone());
            }
        }
    }
}

/// Reads a path at the beginning of a folded text; gives it with its length in bytes.
pub(super) fn path(text: &str) -> Option<(Path, usize)> {
    let mut path = Path::default();
    let mut at = 0;
    if let Some((appendix, length)) = appendix(text) {
        path.appendix = Some(appendix);
        at = length;
    } else if text.starts_with("附則") || text.starts_with("本則") {
        path.supplementary = text.starts_with("附則");
        at = "附則".len();
        if !path.supplementary && absolute(text.get(at..)?).is_none() {
            return None;
        }
    } else {
        let (level, step, length) = absolute(text).or_else(|| relative(text))?;
        path.set(level, step);
        at += length;
    }
    steps_below(text, &mut path, &mut at);
    if let Some((until, length)) = range_end(text.get(at..)?, path.innermost()) {
        path.until = Some(Box::new(until));
        at += length;
    }
    Some((path, at))
}

/// 第2項第3号 behind what was read, and 各号, ただし書 and their like.
fn steps_below(text: &str, path: &mut Path, at: &mut usize) {
    loop {
        let rest = text.get(*at..).unwrap_or_default();
        let deepest = path.innermost();
        if let Some((level, step, length)) = absolute(rest)
            && deepest.is_none_or(|deepest| level > deepest)
        {
            path.set(level, step);
            *at += length;
        } else if rest.starts_with("各号") && deepest.is_none_or(|deepest| deepest < Level::Item) {
            path.set(Level::Item, Step::All);
            *at += "各号".len();
        } else if rest.starts_with("各項") && deepest == Some(Level::Article) {
            path.set(Level::Paragraph, Step::All);
            *at += "各項".len();
        } else {
            break;
        }
    }
    for part in ["ただし書", "但書", "本文", "前段", "後段", "柱書"] {
        if text.get(*at..).is_some_and(|rest| rest.starts_with(part)) {
            *at += part.len();
        }
    }
}

/// 「から第7条まで」; the other end has the level of the first.
fn range_end(rest: &str, level: Option<Level>) -> Option<(Path, usize)> {
    let joint = ["から", "乃至", "ないし", "〜", "~"].into_iter().find(|joint| rest.starts_with(joint))?;
    let behind = rest.get(joint.len()..)?;
    let (found, step, length) = absolute(behind).or_else(|| relative(behind))?;
    let mut until = Path::default();
    until.set(found, step);
    let mut at = joint.len() + length;
    if level.is_some_and(|level| found < level) {
        let mut inner = length;
        steps_below(behind, &mut until, &mut inner);
        at = joint.len() + inner;
    }
    if rest.get(at..).is_some_and(|rest| rest.starts_with("まで")) {
        at += "まで".len();
    } else if joint == "から" {
        return None;
    }
    Some((until, at))
}

/// 第5条, 第三条の二: level, number and length.
fn absolute(text: &str) -> Option<(Level, Step, usize)> {
    let rest = text.strip_prefix('第')?;
    let digits = numeral_length(rest);
    let value = numeral(rest.get(..digits)?)?;
    let behind = rest.get(digits..)?;
    let (word, level) = level(behind)?;
    let mut number = value.to_string();
    let mut length = '第'.len_utf8() + digits + word.len();
    while let Some((branch, more)) = branch(text.get(length..).unwrap_or_default()) {
        number.push_str(&format!("の{branch}"));
        length += more;
    }
    Some((level, Step::Number(number), length))
}

fn level(text: &str) -> Option<(&'static str, Level)> {
    if NO_LEVEL.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    LEVELS.iter().find(|(word, _)| text.starts_with(word)).copied()
}

/// の2 of 第3条の2; 「第3条の2つの」 is none.
fn branch(text: &str) -> Option<(u32, usize)> {
    let rest = text.strip_prefix('の')?;
    let digits = numeral_length(rest);
    let value = numeral(rest.get(..digits)?)?;
    let after = rest.get(digits..)?;
    let counted =
        ["つ", "か", "者", "日", "年", "月", "回", "人", "点", "件", "%", "名", "種", "社", "部", "以"];
    (!counted.iter().any(|word| after.starts_with(word))).then_some((value, 'の'.len_utf8() + digits))
}

fn numeral_length(text: &str) -> usize {
    text.find(|c: char| !is_numeral(c)).unwrap_or(text.len())
}

/// 前条, 前2項, 前各号, 次項, 同条, 本章, 各号: level, step and length.
fn relative(text: &str) -> Option<(Level, Step, usize)> {
    if text.starts_with("各号") && level(text.get("各".len()..)?).is_some() {
        return Some((Level::Item, Step::All, "各号".len()));
    }
    for (word, step) in [("前", Step::Before(1)), ("次", Step::Next), ("同", Step::Same), ("本", Step::This)]
    {
        let Some(rest) = text.strip_prefix(word) else { continue };
        if let Some((level_word, level)) = level(rest) {
            return Some((level, step, word.len() + level_word.len()));
        }
        if word != "前" {
            continue;
        }
        if let Some((level_word, level)) = rest.strip_prefix('各').and_then(self::level) {
            return Some((level, Step::AllBefore, "前各".len() + level_word.len()));
        }
        let digits = numeral_length(rest);
        if let (Some(count), Some((level_word, level))) =
            (rest.get(..digits).and_then(numeral), rest.get(digits..).and_then(self::level))
        {
            return Some((level, Step::Before(count), word.len() + digits + level_word.len()));
        }
    }
    None
}

/// 別紙1, 別表第2, 様式第3号, 第3号様式: word, number and length.
pub(super) fn appendix(text: &str) -> Option<((String, Option<String>), usize)> {
    if let Some(rest) = text.strip_prefix('第') {
        let digits = numeral_length(rest);
        let value = numeral(rest.get(..digits)?)?;
        rest.get(digits..)?.strip_prefix("号様式")?;
        let length = '第'.len_utf8() + digits + "号様式".len();
        return Some((("様式".to_owned(), Some(value.to_string())), length));
    }
    let word = APPENDICES.iter().find(|word| text.starts_with(**word))?;
    let mut at = word.len();
    let rest = text.get(at..)?;
    let bare = rest.strip_prefix('第').or_else(|| rest.strip_prefix('-')).unwrap_or(rest);
    let digits = numeral_length(bare);
    let number = bare.get(..digits).and_then(numeral);
    // 別紙第1項 is a paragraph of the only 別紙; 別表第1 is one of several.
    let after = bare.get(digits..).unwrap_or_default();
    let is_step = rest.starts_with('第') && level(after).is_some_and(|(word, _)| word != "号");
    let is_item_of_form = rest.starts_with('第') && after.starts_with('号') && !word.ends_with("様式");
    let number = number.filter(|_| !is_step && !is_item_of_form);
    if number.is_some() {
        at += rest.len() - bare.len() + digits;
        if after.starts_with('号') {
            at += '号'.len_utf8();
        }
    }
    Some((((*word).to_owned(), number.map(|value| value.to_string())), at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let Some((found, length)) = path(text) else { return "none".to_owned() };
        let step = |step: &Step| match step {
            Step::Number(number) => number.clone(),
            other => format!("{other:?}"),
        };
        let mut parts = Vec::new();
        if let Some((word, number)) = &found.appendix {
            parts.push(format!("{word}{}", number.clone().unwrap_or_default()));
        }
        if found.supplementary {
            parts.push("附則".to_owned());
        }
        for (level, name) in
            [(Level::Chapter, "章"), (Level::Article, "条"), (Level::Paragraph, "項"), (Level::Item, "号")]
        {
            parts.extend(found.step(level).map(|found| format!("{}{name}", step(found))));
        }
        if let Some(until) = &found.until {
            parts.push(format!("..{:?}", until.step(until.innermost().unwrap_or(Level::Article))));
        }
        format!("{} / {}", parts.join(" "), text.get(length..).unwrap_or_default())
    }

    #[test]
    fn paths() {
        let cases = [
            ("第5条の規定", "5条 / の規定"),
            ("第五条第二項第三号に", "5条 2項 3号 / に"),
            ("第3条の2第1項", "3の2条 1項 / "),
            ("第3条の2つの方法", "3条 / の2つの方法"),
            ("前条第2項ただし書の", "Before(1)条 2項 / の"),
            ("前2項", "Before(2)項 / "),
            ("前二項の", "Before(2)項 / の"),
            ("前各号の", "AllBefore号 / の"),
            ("前項各号に", "Before(1)項 All号 / に"),
            ("第2項第1号", "2項 1号 / "),
            ("同項第1号", "Same項 1号 / "),
            ("各号に", "All号 / に"),
            ("本章の", "This章 / の"),
            ("第5条から第7条までの", "5条 ..Some(Number(\"7\")) / の"),
            ("第1号から第3号まで", "1号 ..Some(Number(\"3\")) / "),
            ("第5条第1項から第3項まで", "5条 1項 ..Some(Number(\"3\")) / "),
            ("附則第2項", "附則 2項 / "),
            ("別表第1に", "別表1 / に"),
            ("別紙2のとおり", "別紙2 / のとおり"),
            ("別紙第2項", "別紙 2項 / "),
            ("別紙1第3項", "別紙1 3項 / "),
            ("様式第1号により", "様式1 / により"),
            ("第1号様式", "様式1 / "),
            ("第三者に", "none"),
            ("前条件", "none"),
            ("本条例", "none"),
            ("同項目", "none"),
            ("第2条約", "none"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
