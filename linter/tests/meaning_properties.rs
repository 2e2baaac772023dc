//! Whatever a document says of itself, what is found points into its text, and work stays proportional to it.

use linter::document::Document;
use linter::lint::understand;
use linter::read::read_document;
use linter::tree_view::{SpanView, TargetView, tree_view};
use proptest::prelude::*;

fn check(document: &Document) {
    let view = tree_view(document, &understand(document, None));
    let length = view.text.chars().count();
    let inside =
        |span: SpanView| assert!(span.start <= span.end && span.end <= length, "{span:?} of {length}");
    for one in &view.definitions {
        inside(one.span);
        one.meaning_span.into_iter().chain(one.uses.iter().copied()).for_each(inside);
        let printed: String =
            view.text.chars().skip(one.span.start).take(one.span.end - one.span.start).collect();
        assert!(printed.contains(one.term.trim()), "{} in {printed}", one.term);
    }
    for one in &view.references {
        inside(one.span);
        if let TargetView::Inside { places } = &one.target {
            places.iter().for_each(|place| inside(place.span));
        }
    }
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "第1条 ",
        "第2条の2(定義) ",
        "2 ",
        "(1) ",
        "別紙1\n",
        "附則\n",
        "前項",
        "前2条",
        "同条第3項",
        "各号",
        "第3条から第9条まで",
        "個人情報保護法第27条",
        "基本契約第5条",
        "この規程",
        "(以下「甲」という。)",
        "「障害」とは、",
        "をいう。",
        "を準用する。",
        "別紙2のとおり",
        "次の用語の意義は、",
        "サーバー",
        "及び",
        "、",
        "。",
        "\n",
        " ",
        "(",
        ")",
        "「",
        "」",
        "第",
        "の",
        "様式第3号",
        "SLAに定める。",
        "乙は、",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_lies_in_the_text(pieces in prop::collection::vec(piece(), 1..60)) {
        let text = pieces.concat();
        if let Ok(document) = read_document(text.as_bytes(), "a.txt", &Default::default()) {
            check(&document);
        }
    }
}

#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    let pieces = [
        "前項",
        "第1条",
        "第1条から第9条まで",
        "各号",
        "「",
        "(以下「",
        "「甲」とは、",
        ")",
        "別紙1に定め",
        "乙は",
        "契約に定め",
        "後任の",
        "第1条を準用し",
        "甲は乙に",
        "第1条。",
        "「甲」という",
        "法第1条",
    ];
    for piece in pieces {
        let text = format!("契約書\n第1条 {}\n第2条 する。\n", piece.repeat(20_000 / piece.len()));
        let document = read_document(text.as_bytes(), "a.txt", &Default::default()).expect("a text");
        check(&document);
    }
}
