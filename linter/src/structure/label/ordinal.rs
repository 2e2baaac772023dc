//! `第5条の2`, `第3章`: labels with 第, and where the same words are a reference and no label.

use super::{Label, LabelKind, closing_bracket};
use crate::structure::number::{BranchNumber, is_numeral, numeral};

/// 第N編 … 第N条の2.
pub(super) fn ordinal(line: &str) -> Option<Label> {
    let rest = line.strip_prefix('第')?;
    let digits = rest.find(|c| !is_numeral(c))?;
    let base = numeral(rest.get(..digits)?)?;
    let unit = rest.get(digits..)?.chars().next()?;
    let kind = match unit {
        '編' => LabelKind::Part,
        '章' => LabelKind::Chapter,
        '節' => LabelKind::Section,
        '款' => LabelKind::Subsection,
        '条' => LabelKind::Article,
        // 「第1　基本的事項」: annexes to public contracts number their provisions without 条.
        ' ' => LabelKind::Article,
        _ => return None,
    };
    let unit_length = if unit == ' ' { 0 } else { unit.len_utf8() };
    let mut end = '第'.len_utf8() + digits + unit_length;
    let mut branches = Vec::new();
    while let Some((branch, length)) = branch(line.get(end..)?) {
        branches.push(branch);
        end += length;
    }
    let number = BranchNumber { base, branches };
    if kind == LabelKind::Article
        && let Some((length, _)) = deleted_range(line.get(end..)?)
    {
        return Some(Label::new(kind, number.to_string(), Some(base), end + length));
    }
    if is_reference(line.get(end..)?) {
        return None;
    }
    Some(Label::new(kind, number.to_string(), Some(base), end))
}

fn branch(rest: &str) -> Option<(u32, usize)> {
    let digits = rest.strip_prefix('の')?;
    let length = digits.find(|c| !is_numeral(c)).unwrap_or(digits.len());
    Some((numeral(digits.get(..length)?)?, length + 'の'.len_utf8()))
}

/// The rest of `第7条及び第8条 削除` behind its first number: bytes up to the word 削除, and the last number.
pub(crate) fn deleted_range(rest: &str) -> Option<(usize, u32)> {
    let joint = ["及び", "から", "・", "、", "~", "-"].into_iter().find(|joint| rest.starts_with(joint))?;
    let last = rest.get(joint.len()..)?.strip_prefix('第')?;
    let digits = last.find(|c| !is_numeral(c))?;
    let value = numeral(last.get(..digits)?)?;
    let behind = last.get(digits..)?.strip_prefix('条')?;
    let behind = behind.strip_prefix("まで").unwrap_or(behind);
    let word = behind.trim_start().trim_start_matches(['(', '〔', '[']);
    (word.starts_with("削除") && word.chars().count() <= 40).then(|| (rest.len() - behind.len(), value))
}

/// Whether the text behind `第5条` goes on as a sentence about 第5条.
fn is_reference(rest: &str) -> bool {
    const AFTER: [&str; 41] = [
        "の",
        "に",
        "第",
        "から",
        "及び",
        "および",
        "又は",
        "または",
        "を",
        "は",
        "で",
        "と",
        "、",
        ",",
        "。",
        "・",
        "各",
        "若しくは",
        "もしくは",
        "ただし",
        "但し",
        "本文",
        "前段",
        "後段",
        "~",
        "-",
        "―",
        "ないし",
        "乃至",
        "並びに",
        "ならびに",
        "以下",
        "以降",
        "以外",
        "中「",
        "関係)",
        "違反し",
        "違反す",
        "等",
        "参照",
        "に基づ",
    ];
    if AFTER.iter().any(|after| rest.starts_with(after)) {
        return true;
    }
    if [" の", " に", " を", " から", " 及び", " 又は"].iter().any(|after| rest.starts_with(after)) {
        return true;
    }
    // 第5条(第3項を除く。)の規定: a bracket, and then the sentence goes on.
    let Some(inner) = rest.trim_start().strip_prefix('(') else { return false };
    let Some(close) = closing_bracket(inner) else { return false };
    let after = inner.get(close + 1..).unwrap_or_default();
    AFTER.iter().any(|word| after.starts_with(word))
}
