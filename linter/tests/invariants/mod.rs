//! What must be true of a document, whatever it was read from. The properties here and the fuzz targets share it.

use linter::document::{Document, TextSpan};

/// Everything that must be true of a document, whatever it was read from.
pub(crate) fn check(document: &Document) {
    let whole = TextSpan::new(0, document.text.len() as u32);
    let sound = |span: TextSpan| {
        assert!(span.start <= span.end && whole.contains(span), "{span:?}");
        assert!(document.text.get(span.range()).is_some(), "{span:?} is not on character boundaries");
    };
    if let Some(title) = document.title {
        sound(title);
    }
    for (id, node) in document.nodes() {
        sound(node.span);
        for span in node.text.iter().copied().chain(node.label).chain(node.caption) {
            sound(span);
            assert!(node.span.contains(span), "{id:?} {node:?}");
        }
        let mut end = node.span.start;
        for child in &node.children {
            let child_node = document.node(*child).unwrap();
            assert!(*child > id && child_node.parent == Some(id));
            assert!(node.span.contains(child_node.span), "{node:?} {child_node:?}");
            assert!(child_node.span.start >= end, "siblings overlap: {child_node:?}");
            end = child_node.span.end;
        }
    }
    let segments = &document.source_map.segments;
    assert!(segments.windows(2).all(|pair| pair[0].text_start < pair[1].text_start));
    assert!(document.text.is_empty() || segments.first().is_some_and(|first| first.text_start == 0));
    nothing_dropped(document);
}

/// Every line of the text belongs to the title or to a node.
fn nothing_dropped(document: &Document) {
    let mut owned: Vec<TextSpan> = document.title.into_iter().collect();
    for node in &document.nodes {
        owned.extend(node.text.iter().copied().chain(node.label).chain(node.caption));
    }
    owned.sort_unstable();
    let mut start = 0_u32;
    // A document that is all pictures has no line at all.
    for line in document.text.split('\n').filter(|_| !document.text.is_empty()) {
        let end = start + line.len() as u32;
        // Spans never cross a line: the last one that starts before the end of the line is in it or nobody is.
        let last = owned.partition_point(|span| span.start < end).checked_sub(1).map(|at| owned[at]);
        assert!(last.is_some_and(|span| start < span.end), "nobody owns {line:?}");
        start = end + 1;
    }
}
