//! Whether all articles of a document are there: extracts, lost lines, a table of contents that names more.
//!
//! Numbers are looked at, never repaired. An article that was deleted is printed with the word 削除 and is no gap. What
//! is missing cannot be judged, so both issues make verdicts of absence `unknown`.

use crate::document::{Document, Node, NodeId, NodeType, ReadIssue};
use crate::read::raw::issue;
use crate::structure::label::deleted_range;
use crate::structure::number::{is_numeral, numeral};

/// Missing numbers that are named in a message; more are cut short.
const NAMED: usize = 12;

/// An extract or a gap, if the numbers of the articles show one.
pub(crate) fn missing_articles(document: &Document) -> Vec<ReadIssue> {
    let printed = printed_numbers(document);
    let (mut missing, mut present) = (Vec::new(), 0_usize);
    // A number 1 opens a document, or an annex, of its own.
    for run in printed.chunk_by(|_, next| next.start > 1) {
        present += run.len();
        missing.extend(gaps(run));
    }
    let said = says_extract(document);
    let in_contents = contents_beyond(document, &printed);
    if missing.is_empty() && !said && in_contents.is_none() {
        return Vec::new();
    }
    // A third of the numbers or more: nobody loses so many lines by accident.
    let extract = said || (missing.len() >= 2 && missing.len() * 2 >= present) || in_contents.is_some();
    let mut found = issue(if extract { "read-extract" } else { "read-article-gap" }, None, true);
    let mut named: Vec<String> = missing.iter().take(NAMED).map(|number| format!("第{number}条")).collect();
    if missing.len() > NAMED || missing.is_empty() {
        named.push("…".to_owned());
    }
    if let Some(last) = in_contents {
        named.push(format!("〜第{last}条"));
    }
    found.args.insert("articles".to_owned(), named.join("、"));
    vec![found]
}

/// The numbers that one label covers.
#[derive(Debug, Clone, Copy)]
struct Printed {
    start: u32,
    end: u32,
    /// 第3条の2: says nothing about what is missing where 第3条 is there.
    branch: bool,
}

/// Base numbers of the articles in order, those of a 附則 and stray ones in front of the title left out.
fn printed_numbers(document: &Document) -> Vec<Printed> {
    let title = document.title.map_or(0, |title| title.start);
    let articles = document.nodes().filter(|(id, node)| {
        node.node_type == NodeType::Article
            && node.span.start >= title
            && !is_below(document, *id, &[NodeType::Supplementary, NodeType::Toc])
    });
    articles.filter_map(|(_, node)| printed(document, node)).collect()
}

fn printed(document: &Document, node: &Node) -> Option<Printed> {
    let number = node.number.as_deref()?;
    let start: u32 = number.split('の').next()?.parse().ok()?;
    let label = node.label.map(|label| document.slice(label)).unwrap_or_default();
    // Only whole numbers count up: 1.2 and 3-1 start anew in each chapter.
    let range = label.find('条').and_then(|at| label.get(at + '条'.len_utf8()..)).unwrap_or_default();
    let deleted = format!("{range}削除");
    let end = deleted_range(&deleted).map_or(start, |(_, last)| last.max(start));
    Some(Printed { start, end, branch: number.contains('の') })
}

/// Numbers between 1 and the last one that a run of articles leaves out.
fn gaps(run: &[Printed]) -> Vec<u32> {
    let mut missing = Vec::new();
    let mut next = 1;
    let mut slips = 0;
    for (index, printed) in run.iter().enumerate() {
        if printed.branch && printed.start < next {
            continue;
        }
        // A number that goes back or repeats, or that the next one does not follow, is somebody's slip and no gap.
        let after = run.get(index + 1).map(|after| after.start);
        let ahead = printed.start > next && after.is_some_and(|after| (next..printed.start).contains(&after));
        if ahead || printed.start < next && printed.end < next {
            slips += 1;
            continue;
        }
        // An article with a wrong number stands where a right one is missing.
        let gap = printed.start - next.min(printed.start);
        if gap > 0 && gap <= slips {
            slips -= gap;
        } else {
            missing.extend((next..printed.start).take(200));
        }
        next = next.max(printed.end.saturating_add(1));
    }
    missing
}

/// 抜粋 or 抄 in the title, or in what stands above the first article.
fn says_extract(document: &Document) -> bool {
    let title = document.title.map(|title| document.slice(title)).unwrap_or_default();
    if ["(抄)", "(抜粋)", "抜粋"].iter().any(|word| title.ends_with(word)) {
        return true;
    }
    let above = document.nodes().take_while(|(_, node)| node.node_type != NodeType::Article).take(40);
    above
        .filter(|(_, node)| matches!(node.node_type, NodeType::Preamble | NodeType::Note))
        .flat_map(|(_, node)| node.text.iter())
        .any(|span| {
            let line = document.slice(*span);
            line.chars().count() <= 60 && (line.contains("抜粋") || line == "抄" || line == "(抄)")
        })
}

/// The last article that the table of contents names, where the text ends long before it.
fn contents_beyond(document: &Document, printed: &[Printed]) -> Option<u32> {
    let last = printed.iter().map(|printed| printed.end).max()?;
    let toc = document.nodes.iter().find(|node| node.node_type == NodeType::Toc)?;
    let named = toc.text.iter().flat_map(|span| article_numbers(document.slice(*span))).max()?;
    (named > last).then_some(named)
}

/// All N of 第N条 in a line.
fn article_numbers(line: &str) -> impl Iterator<Item = u32> + '_ {
    line.split('第').skip(1).filter_map(|part| {
        let end = part.find(|c| !is_numeral(c))?;
        part.get(end..)?.starts_with('条').then(|| part.get(..end).and_then(numeral)).flatten()
    })
}

fn is_below(document: &Document, id: NodeId, wanted: &[NodeType]) -> bool {
    let mut at = document.node(id).and_then(|node| node.parent);
    while let Some(node) = at.and_then(|id| document.node(id)) {
        if wanted.contains(&node.node_type) {
            return true;
        }
        at = node.parent;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(numbers: &[(u32, u32)]) -> Vec<u32> {
        gaps(
            &numbers
                .iter()
                .map(|(start, end)| Printed { start: *start, end: *end, branch: false })
                .collect::<Vec<_>>(),
        )
    }

    fn each(numbers: &[u32]) -> Vec<u32> {
        missing(&numbers.iter().map(|number| (*number, *number)).collect::<Vec<_>>())
    }

    #[test]
    fn gaps_are_told_from_slips() {
        for (numbers, wanted) in [
            (vec![1, 2, 3], vec![]),
            (vec![1, 3], vec![2]),
            (vec![2, 4], vec![1, 3]),
            // 第45条 between 36 and 38, of another rule's making.
            (vec![1, 2, 45, 4, 5], vec![]),
            (vec![1, 2, 3, 2], vec![]),
            (vec![1, 2, 2, 4], vec![]),
            (vec![1, 2, 2, 6], vec![3, 4, 5]),
        ] {
            assert_eq!(each(&numbers), wanted, "{numbers:?}");
        }
        assert_eq!(missing(&[(1, 1), (2, 4), (5, 5)]), Vec::<u32>::new());
    }
}
