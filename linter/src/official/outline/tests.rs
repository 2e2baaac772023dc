//! Layouts that make it hard to say where a box ends and what is an item. The sentences are made up.

use super::*;

/// Lines of one page: a leading `>` is a step to the right, `|` a drawn frame, `=N` the next page.
fn lines(text: &str) -> Vec<PageLine> {
    let mut page = 1;
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(number) = line.strip_prefix('=') {
            page = number.parse().unwrap();
            continue;
        }
        let (framed, rest) = line.strip_prefix('|').map_or((false, line), |rest| (true, rest));
        let (steps, text) = rest.strip_prefix('>').map_or((0, rest), |rest| (1, rest));
        let left = 720 + steps * 210;
        lines.push(PageLine { page, text: text.to_owned(), left, framed, ..PageLine::default() });
    }
    lines
}

fn items(text: &str) -> Vec<String> {
    let volume = read(&lines(text));
    volume.items.iter().map(|item| format!("{} {} {}", item.section, item.label(), item.text)).collect()
}

#[test]
fn the_explanation_behind_a_box_is_no_item() {
    for frame in ["", "|"] {
        let text = format!(
            "1. 札の章\n{frame}【遵守事項】\n{frame}① 札を数えること。\n{frame}② 箱へ戻すこと。\nこの章では札を扱う。\n② は青い。\n③ は赤い。"
        );
        assert_eq!(items(&text), ["1 ① 札を数えること。", "1 ② 箱へ戻すこと。"], "{frame}");
    }
}

#[test]
fn broken_lines_and_particulars_stay_with_their_item() {
    let text = "1. 札の章\n【遵守事項】\n① 札を数え、合わないときは\n>①と②の札を比べること。\n>・赤い札\n>・青い札\n② 箱へ戻すこと。";
    assert_eq!(
        items(text),
        ["1 ① 札を数え、合わないときは①と②の札を比べること。\n・赤い札\n・青い札", "1 ② 箱へ戻すこと。"]
    );
}

#[test]
fn a_frame_goes_on_behind_a_footnote() {
    let text = "1. 札の章\n|【遵守事項】\n|① 札を数えること。\n1 札とは、木の札をいう。\n=2\n|② 箱へ戻すこと。\n説明である。\n|① 別の枠の文である。";
    assert_eq!(items(text), ["1 ① 札を数えること。", "1 ② 箱へ戻すこと。"]);
    // Another frame on the same page is another box.
    let text = "1. 札の章\n|【遵守事項】\n|① 札を数えること。\n説明である。\n|② 例の枠の文である。";
    assert_eq!(items(text), ["1 ① 札を数えること。"]);
}

#[test]
fn a_number_that_was_lost_leaves_the_others() {
    let text = "1. 札の章\n【遵守事項】\n① 札を数えること。\n③ 箱へ戻すこと。\n⑨ 遠い番号の文。";
    assert_eq!(items(text), ["1 ① 札を数えること。", "1 ③ 箱へ戻すこと。"]);
}

#[test]
fn the_contents_say_what_is_a_heading() {
    let text = "目次\n1. 札の章 ........ 3\n1.1 札の数え方 ........ 3\n2. 箱の章 ........ 4\n=3\n1. 札の章\n1.1 札の数え方\n2. 札を返す\n【遵守事項】\n① 箱を拭くこと。\n2. 箱の章";
    let volume = read(&lines(text));
    let headings: Vec<_> = volume.headings.iter().map(|heading| heading.title.as_str()).collect();
    assert_eq!(headings, ["札の章", "札の数え方", "箱の章"]);
    assert_eq!(volume.items.first().map(|item| item.section.as_str()), Some("1.1"));
}

#[test]
fn without_contents_a_chapter_follows_a_chapter() {
    let volume =
        read(&lines("1. 札の章\n1.1 数え方\n1.1.1 赤い札\n1.2 返し方\n5. 一覧の五番目\n2. 箱の章\n1.1 引用"));
    let numbers: Vec<_> = volume.headings.iter().map(|heading| heading.number.as_str()).collect();
    assert_eq!(numbers, ["1", "1.1", "1.1.1", "1.2", "2"]);
}
