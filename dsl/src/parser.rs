//! Tokens → tree, with nom combinators over the token list.
//!
//! Mistakes are noted in the sink and reading goes on at the next recovery point (see `recovery`), so one run yields all
//! mistakes of a file. Names are not looked at here; that is the checker's work.

mod expressions;
mod facts;
mod input;
mod items;
mod members;
mod patterns;
mod primitives;
mod recovery;

use nom::Parser;
use nom::combinator::opt;
use nom::multi::many0;
use nom::sequence::preceded;

use self::input::{Context, Parsed, Tokens};
use self::primitives::{keyword, word};
use self::recovery::{next_item, or_skip};
use crate::ast::File;
use crate::error::DslErrorKind;
use crate::limits;
use crate::sink::ErrorSink;
use crate::span::{Span, Spanned};
use crate::token::Token;

/// The language version this parser reads.
const VERSION: &str = "1";

/// Reads the tokens of one file into a tree; mistakes go to the sink.
pub(crate) fn file(tokens: &[Token], sink: &ErrorSink) -> File {
    let context = Context::new(sink, tokens);
    let start = Tokens::new(tokens, &context);
    let parsed = (version, many0(or_skip(items::item, next_item))).parse(start);
    let Ok((_, (version, items))) = parsed else { return File::default() };
    let mut items: Vec<_> = items.into_iter().flatten().collect();
    if let Some(surplus) = items.get(limits::ITEMS) {
        let kind = DslErrorKind::TooManyItems { limit: limits::ITEMS };
        sink.report(kind, surplus.name().span);
        items.truncate(limits::ITEMS);
    }
    File { version, items, broken: sink.reported() > 0 }
}

/// `seki 1`
fn version(input: Tokens<'_>) -> Parsed<'_, Option<Spanned<u32>>> {
    let (rest, number) = opt(preceded(keyword("seki"), opt(word))).parse(input)?;
    let version = match number.flatten() {
        None => {
            input.report(DslErrorKind::MissingVersion, input.first_span());
            None
        }
        Some((number, span)) => supported(number, span, input),
    };
    Ok((rest, version))
}

fn supported(number: &str, span: Span, input: Tokens<'_>) -> Option<Spanned<u32>> {
    if number != VERSION {
        input.report(DslErrorKind::UnsupportedVersion { found: number.to_owned() }, span);
    }
    number.parse().ok().map(|number| Spanned::new(number, span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ast::Item;

    fn read(source: &str) -> (File, Vec<&'static str>) {
        let sink = ErrorSink::default();
        let tokens = crate::lexer::tokens(source, &sink);
        let file = file(&tokens, &sink);
        (file, sink.into_sorted().iter().map(|error| error.kind.code()).collect())
    }

    #[test]
    fn all_items_are_read_after_a_mistake() {
        let (file, errors) =
            read("seki 1\nconcept = \"返却\"\nconcept 消去 = \"消去\"\nextend x\nrule a/b {}");
        assert_eq!(errors, ["dsl-expected", "dsl-expected"]);
        assert!(matches!(file.items.as_slice(), [Item::Concept(_), Item::Rule(_)]));
    }

    #[test]
    fn the_version_is_required_and_known() {
        assert_eq!(read("concept a = \"返却\"").1, ["dsl-missing-version"]);
        assert_eq!(read("seki 2").1, ["dsl-unsupported-version"]);
        assert_eq!(read("seki 1").1, [""; 0]);
    }

    #[test]
    fn the_number_of_items_is_limited() {
        let source = "seki 1\n".to_owned() + &"concept a = \"返却\"\n".repeat(limits::ITEMS + 5);
        let (file, errors) = read(&source);
        assert_eq!((file.items.len(), errors), (limits::ITEMS, vec!["dsl-too-many-items"]));
    }
}
