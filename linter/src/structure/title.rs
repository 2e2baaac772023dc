//! The title of a document, and the lines around it that are no provisions.

use super::Item;
use crate::structure::classify::{HEADING_MAX, Look, Shape};
use crate::structure::label::LabelKind;

/// Words that end the title of a rule or a contract.
const ENDINGS: [&str; 46] = [
    "規程",
    "規則",
    "規定",
    "要綱",
    "要領",
    "基準",
    "方針",
    "方針書",
    "ポリシー",
    "契約書",
    "契約",
    "約款",
    "規約",
    "合意書",
    "覚書",
    "仕様書",
    "手順書",
    "手順",
    "マニュアル",
    "計画",
    "計画書",
    "誓約書",
    "協定書",
    "特約",
    "分界表",
    "内規",
    "指針",
    "細則",
    "心得",
    "規範",
    "協定",
    "ガイドライン",
    "要項",
    "条件",
    "条項",
    "定款",
    "会則",
    "規準",
    "特記事項",
    "同意書",
    "確認書",
    "一覧",
    "SLA",
    "Runbook",
    "runbook",
    "体制",
];

/// The index of the line that is the title, if there is one before the first provision.
pub(crate) fn find_title(text: &str, items: &[Item]) -> Option<usize> {
    let strays = stray_provisions(text, items);
    let head = head_length(items.get(strays..).unwrap_or_default()) + strays;
    let line_text = |shape: &Shape| text.get(shape.span.range()).unwrap_or_default();
    let lines = || {
        items.iter().take(head).enumerate().skip(strays).filter_map(|(index, item)| match item {
            Item::Line(shape) if !is_stamp(line_text(shape)) => Some((index, shape)),
            _ => None,
        })
    };
    let marked = lines().find(|(_, shape)| shape.hints.title);
    let starred = || {
        lines()
            .take(12)
            .find(|(_, shape)| line_text(shape).starts_with(['○', '◎']) && ends_like_title(line_text(shape)))
    };
    let top = lines().find(|(_, shape)| shape.hints.heading.is_some()).filter(|(_, shape)| {
        let line = line_text(shape);
        shape.hints.heading == Some(1)
            && shape.label().is_none()
            && !is_dateline(line)
            && shape.look != Look::Toc
    });
    let worded = || {
        let found = || {
            lines().take(40).filter(|(_, shape)| {
                let line = line_text(shape);
                plain(shape) && !shape.has_sentence && ends_like_title(line) && line.chars().count() >= 4
            })
        };
        // A short one may be an entry of a menu.
        found().find(|(_, shape)| shape.length >= 7).or_else(|| found().next())
    };
    if let Some(index) = repeated_with_number(text, items) {
        return Some(index);
    }
    marked
        .or_else(starred)
        .or(top)
        .or_else(worded)
        .or_else(|| {
            let first = lines().find(|(_, shape)| plain(shape) && !is_dateline(line_text(shape)))?;
            // A document that starts with its text has no title.
            let alone =
                !first.1.has_sentence && first.1.length <= 40 && first.0 + 1 < items.len() && first.0 < 3;
            let spaced = !line_text(first.1).contains(['>', '|', ':']);
            (alone && spaced && first.1.length >= 3).then_some(first)
        })
        .map(|(index, _)| index)
}

/// A title that bears a number of its own, told by its standing there twice: `1. 運用方針` and again `1. 運用方針`.
fn repeated_with_number(text: &str, items: &[Item]) -> Option<usize> {
    let line = |index: usize| match items.get(index) {
        Some(Item::Line(shape)) => Some((shape, text.get(shape.span.range()).unwrap_or_default())),
        _ => None,
    };
    (0..3).find_map(|first| {
        let (shape, words) = line(first)?;
        let titled = shape.label().is_some_and(|label| label.kind > LabelKind::Article)
            && !shape.has_sentence
            && ends_like_title(words);
        (first + 1..first + 4).find(|again| titled && line(*again).is_some_and(|(_, other)| other == words))
    })
}

/// Sentences of later provisions that a stored page shows before the title.
fn stray_provisions(text: &str, items: &[Item]) -> usize {
    let sentence =
        |item: &&Item| matches!(item, Item::Line(shape) if shape.label().is_some() && shape.has_sentence);
    let strays = items.iter().take(3).take_while(sentence).count();
    let titled = items.iter().skip(strays).take(3).any(|item| match item {
        Item::Line(shape) => {
            plain(shape) && ends_like_title(text.get(shape.span.range()).unwrap_or_default())
        }
        Item::Table(_) => false,
    });
    if strays > 0 && titled { strays } else { 0 }
}

/// Items before the first provision.
fn head_length(items: &[Item]) -> usize {
    let first = items.iter().position(|item| match item {
        Item::Line(shape) => {
            matches!(&shape.look, Look::Labelled(label) if label.number.is_some() && !shape.hints.title)
                || matches!(shape.look, Look::Caption | Look::Toc | Look::Supplementary)
        }
        Item::Table(_) => true,
    });
    first.unwrap_or(items.len().min(40)).min(60)
}

fn plain(shape: &Shape) -> bool {
    let bulleted = matches!(&shape.look, Look::Labelled(label) if label.number.is_none());
    (matches!(shape.look, Look::Text | Look::Heading) || bulleted) && shape.length <= HEADING_MAX
}

/// Whether the line ends as titles do; a version or a bracket behind the word does not matter.
pub(crate) fn ends_like_title(line: &str) -> bool {
    let mut core = line.trim();
    while let Some(open) = core.strip_suffix(')').and_then(|inner| inner.rfind('(')) {
        core = core.get(..open).unwrap_or_default().trim_end();
    }
    let version = core.rfind(' ').filter(|at| {
        core.get(at + 1..)
            .is_some_and(|word| word.starts_with('第') && word.ends_with('版') || word.starts_with("ver"))
    });
    let core = version.and_then(|at| core.get(..at)).unwrap_or(core);
    let core = core.trim_end_matches(['」', '』', '】', '案']);
    ENDINGS.iter().any(|ending| core.ends_with(ending)) && !core.contains(['>', '、'])
}

/// Whether a line can only be the first half of a title: it ends in a word that calls for more.
pub(crate) fn is_title_piece(line: &str) -> bool {
    const ENDS: [&str; 9] =
        ["に関する", "における", "に係る", "に対する", "及び", "並びに", "等の", "の", "・"];
    line.chars().count() >= 4
        && !line.contains(['。', '、', ':'])
        && !line.starts_with(['(', '※'])
        && ENDS.iter().any(|end| line.ends_with(end))
}

/// Whether a line is the name of a corporation and nothing else: who made the document, not what comes next.
pub(crate) fn is_corporation(line: &str) -> bool {
    const FORMS: [&str; 9] = [
        "株式会社",
        "有限会社",
        "合同会社",
        "医療法人",
        "社団法人",
        "財団法人",
        "社会福祉法人",
        "独立行政法人",
        "国立大学法人",
    ];
    line.chars().count() <= 24
        && FORMS.iter().any(|form| {
            line.starts_with(form) || line.ends_with(form) || line.contains(&format!("一般{form}"))
        })
        && !line.contains(['の', 'は', 'と', 'を', '、', '。', '及'])
}

/// A stamp above a title: 社外秘, 【取扱注意】, CONFIDENTIAL, 案.
fn is_stamp(line: &str) -> bool {
    const STAMPS: [&str; 15] = [
        "社外秘",
        "部外秘",
        "院外秘",
        "関係者外秘",
        "関係者限り",
        "取扱注意",
        "取扱厳重注意",
        "マル秘",
        "㊙",
        "秘",
        "極秘",
        "機密",
        "案",
        "confidential",
        "draft",
    ];
    let brackets = ['【', '】', '[', ']', '(', ')', '<', '>', '〈', '〉', '*', '※', ' '];
    let bare = line.trim_matches(brackets).to_lowercase();
    STAMPS.contains(&bare.as_str())
}

/// A date, a number of enactment, an address, a telephone: lines around a title.
pub(crate) fn is_dateline(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let era =
        ["令和", "平成", "昭和", "20", "19"].iter().any(|era| line.starts_with(era)) && line.contains('年');
    let number = line.chars().count() <= 30 && line.ends_with('号') && line.contains('第');
    let label = [
        "更新日",
        "制定",
        "改定",
        "改正",
        "施行",
        "版:",
        "版数",
        "バージョン",
        "Version",
        "作成日",
        "〒",
        "TEL",
        "FAX",
        "http",
        "最終",
    ]
    .iter()
    .any(|word| line.starts_with(word));
    let resolved =
        line.ends_with("決定") || line.ends_with("制定") || line.ends_with("施行") || line.ends_with("改正");
    let edition = line.starts_with('第') && line.ends_with('版') && line.chars().count() <= 8;
    (era && digits > 0 && line.chars().count() <= 30)
        || number
        || edition
        || label
        || (resolved && line.chars().count() <= 30)
}
