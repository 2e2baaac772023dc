//! A proposed clause taken apart: heading, paragraphs, items. Its own number is left behind.

use serde::Serialize;

/// An article as a rule proposes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Its caption without brackets.
    pub caption: String,
    /// Its 項, in order.
    pub paragraphs: Vec<Provision>,
}

/// A 項 with its 号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Provision {
    /// Its sentences, without a number.
    pub text: String,
    /// Its items, without their numbers.
    pub items: Vec<String>,
}

impl Clause {
    /// The article in the words of a rule: `第27条（監査）`, then lines `1　…`, `（1）…` or bare ones. Nothing where the
    /// words are no article (a table, a sentence).
    pub fn parse(advice: &str) -> Option<Self> {
        let mut lines = advice.lines().map(str::trim).filter(|line| !line.is_empty());
        let caption = caption(lines.next()?)?;
        let mut paragraphs: Vec<Provision> = Vec::new();
        for line in lines {
            if line.starts_with('|') {
                return None;
            }
            match (item(line), paragraphs.last_mut()) {
                (Some(text), Some(paragraph)) => paragraph.items.push(text.to_owned()),
                _ => {
                    let text = numbered(line).unwrap_or(line).to_owned();
                    paragraphs.push(Provision { text, items: Vec::new() });
                }
            }
        }
        (!paragraphs.is_empty()).then_some(Self { caption, paragraphs })
    }

    /// All its words, for comparing.
    pub(crate) fn words(&self) -> String {
        let mut words = self.caption.clone();
        for paragraph in &self.paragraphs {
            words.push_str(&paragraph.text);
            words.extend(paragraph.items.iter().map(String::as_str));
        }
        words
    }
}

/// 「監査」 of 「第27条（監査）」.
fn caption(line: &str) -> Option<String> {
    let rest = line.strip_prefix('第')?;
    let (_, rest) = rest.split_once('条')?;
    let inner = rest.trim().strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
    (!inner.trim().is_empty()).then(|| inner.trim().to_owned())
}

/// The text behind `2　`.
fn numbered(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < line.len()).then_some(rest)?.strip_prefix(['　', ' ', '.', '．']).map(str::trim_start)
}

/// The text behind `（2）`.
fn item(line: &str) -> Option<&str> {
    let (number, rest) = line.strip_prefix(['（', '('])?.split_once(['）', ')'])?;
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_has_paragraphs_and_items() {
        let clause = Clause::parse(
            "第9条（措置）\n1　乙は、次の措置を行う。\n(1)　施錠\n（2）記録\n2　甲は、確認する。\n",
        )
        .unwrap();
        assert_eq!(clause.caption, "措置");
        let texts: Vec<&str> = clause.paragraphs.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["乙は、次の措置を行う。", "甲は、確認する。"]);
        assert_eq!(clause.paragraphs[0].items, ["施錠", "記録"]);
    }

    #[test]
    fn what_is_no_article_is_none() {
        for advice in ["| 項目 | 記載 |\n| --- | --- |", "乙は、報告する。", "第9条（目的）", ""]
        {
            assert_eq!(Clause::parse(advice), None, "{advice}");
        }
    }

    #[test]
    fn a_single_paragraph_needs_no_number() {
        let clause = Clause::parse("第3条（更新）\n乙は、3年ごとに更新する。").unwrap();
        assert_eq!(clause.paragraphs[0].text, "乙は、3年ごとに更新する。");
    }
}
