//! Predicates over the document: the part between the braces of a requirement.
//!
//! `or` binds weaker than `and`, `and` weaker than `not`. A `|` joins patterns only: beside `and`, `or`, `not` or inside
//! `act` it needs parentheses, so that nobody has to know which binds first.

use nom::branch::alt;
use nom::combinator::{cut, map, opt, peek};
use nom::multi::{many0, separated_list1};
use nom::sequence::{delimited, preceded, terminated};
use nom::{Input, Parser};

use super::input::{Mistake, Parsed, Tokens};
use super::patterns::{alternatives, alternatives_from, pattern as whole_pattern, simple};
use super::primitives::{
    TokenParser, closing, comparison, free_name, keyword, labelled, name, select, symbol, text, value,
    word_if,
};
use super::recovery::{braced, nested, or_note};
use crate::ast::{Act, Count, Disagree, Expr, Pattern, Quantity};
use crate::checked::Strength;
use crate::error::{DslErrorKind, Expectation};
use crate::names::is_near;
use crate::span::{Span, Spanned};
use crate::token::Token;
use crate::vocabulary::MEASURES;

/// A predicate, and the place of a `|` in it that no parentheses enclose.
///
/// Boxed: predicates nest, and the stack holds one of these for every level.
struct Draft {
    expr: Box<Expr>,
    bar: Option<Span>,
}

impl Draft {
    fn closed(expr: Expr) -> Self {
        Self { expr: Box::new(expr), bar: None }
    }

    /// The predicate as part of a larger one, where an open `|` is a mistake.
    fn into_part(self, at: Tokens<'_>) -> Expr {
        note_bar(self.bar, at);
        *self.expr
    }
}

fn note_bar(bar: Option<Span>, at: Tokens<'_>) {
    if let Some(bar) = bar {
        at.report(DslErrorKind::BarNeedsParentheses, bar);
    }
}

fn hole() -> Expr {
    Expr::Pattern(Pattern::HOLE)
}

/// A whole predicate.
pub(super) fn expression(input: Tokens<'_>) -> Parsed<'_, Box<Expr>> {
    map(disjunction, |draft| draft.expr).parse(input)
}

fn disjunction(input: Tokens<'_>) -> Parsed<'_, Draft> {
    joined("or", conjunction, Expr::Or).parse(input)
}

fn conjunction(input: Tokens<'_>) -> Parsed<'_, Draft> {
    joined("and", unary, Expr::And).parse(input)
}

fn joined<'a>(
    operator: &'static str,
    part: fn(Tokens<'a>) -> Parsed<'a, Draft>,
    join: fn(Vec<Expr>) -> Expr,
) -> impl TokenParser<'a, Draft> {
    move |input: Tokens<'a>| {
        let (rest, first) = part(input)?;
        let (rest, others) = many0(preceded(keyword(operator), cut(part))).parse(rest)?;
        if others.is_empty() {
            return Ok((rest, first));
        }
        let parts = std::iter::once(first).chain(others).map(|draft| draft.into_part(input)).collect();
        Ok((rest, Draft::closed(join(parts))))
    }
}

fn unary(input: Tokens<'_>) -> Parsed<'_, Draft> {
    labelled(Expectation::Expression, alt((negation, atom))).parse(input)
}

fn negation(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, draft) = preceded(keyword("not"), cut(nested(unary))).parse(input)?;
    let expr = Expr::Not(Box::new(draft.into_part(input)), input.span_until(rest));
    Ok((rest, Draft::closed(expr)))
}

fn atom(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let of_words = alt((act, misspelt_act, by, count, defines, refers, defect, disagree));
    alt((column, scope, group, of_words, one_of, quantity, pattern)).parse(input)
}

/// Parentheses around a predicate, or around the beginning of a pattern.
fn group(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let parentheses = delimited(symbol("("), cut(nested(disjunction)), cut(closing(")")));
    let (rest, draft) = { parentheses }.parse(input)?;
    match *draft.expr {
        Expr::Pattern(first) => pattern_from(first, rest),
        expr => Ok((rest, Draft::closed(expr))),
    }
}

fn pattern(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, first) = simple(input)?;
    pattern_from(first, rest)
}

fn pattern_from(first: Pattern, input: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, (pattern, bar)) = alternatives_from(first, input)?;
    Ok((rest, Draft { expr: Box::new(Expr::Pattern(pattern)), bar }))
}

fn one_of(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let list = terminated(separated_list1(symbol(","), expression), opt(symbol(",")));
    let (rest, parts) = preceded(keyword("one_of"), cut(braced(list))).parse(input)?;
    let parts = parts.map_or_else(|| vec![hole()], |parts| parts.into_iter().map(|part| *part).collect());
    Ok((rest, Draft::closed(Expr::OneOf(parts, input.span_until(rest)))))
}

fn by(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let party = preceded(keyword("by"), cut(in_parentheses(name)));
    map(party, |party| Draft::closed(Expr::By(party))).parse(input)
}

/// A missing `)` is noted, and what stands before it is kept.
fn in_parentheses<'a, O>(part: impl TokenParser<'a, O>) -> impl TokenParser<'a, O> {
    delimited(symbol("("), part, or_note(symbol(")")))
}

/// `within article { … }` or `article { … }`. Any name before a brace is taken for a scope; the checker knows better.
fn scope(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let marked = preceded(keyword("within"), cut(name));
    let bare = terminated(free_name, peek(symbol("{")));
    let (rest, name) = alt((marked, bare)).parse(input)?;
    let (rest, inner) = cut(braced(expression)).parse(rest)?;
    let inner = inner.unwrap_or_else(|| Box::new(hole()));
    Ok((rest, Draft::closed(Expr::Scope(name, inner))))
}

/// `within column("担当" | "責任者") { … }` or `column("担当") { … }`.
fn column(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let head = preceded(opt(keyword("within")), keyword("column"));
    let (rest, heading) = preceded(head, cut(in_parentheses(whole_pattern))).parse(input)?;
    let (rest, inner) = cut(braced(expression)).parse(rest)?;
    let inner = inner.unwrap_or_else(|| Box::new(hole()));
    Ok((rest, Draft::closed(Expr::Column(heading, inner, input.span_until(rest)))))
}

/// `count(再委託) >= 2`
fn count(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let counted = preceded(keyword("count"), cut(in_parentheses(whole_pattern)));
    let (rest, (pattern, (comparison, value))) = (counted, cut((comparison, value))).parse(input)?;
    let count = Count { pattern, comparison, value, span: input.span_until(rest) };
    Ok((rest, Draft::closed(Expr::Count(Box::new(count)))))
}

/// `defines 預託情報`
fn defines(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, pattern) = preceded(keyword("defines"), cut(act_part)).parse(input)?;
    Ok((rest, Draft::closed(Expr::Defines(pattern, input.span_until(rest)))))
}

/// `refers "別紙"`
fn refers(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let (rest, pattern) = preceded(keyword("refers"), cut(act_part)).parse(input)?;
    Ok((rest, Draft::closed(Expr::Refers(pattern, input.span_until(rest)))))
}

/// `defect dangling_reference`
fn defect(input: Tokens<'_>) -> Parsed<'_, Draft> {
    map(preceded(keyword("defect"), cut(name)), |name| Draft::closed(Expr::Defect(name))).parse(input)
}

/// `disagree duration { … }`, `disagree number("世代") { … }`, `disagree party { … }`
fn disagree(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let head = preceded(keyword("disagree"), cut((name, opt(in_parentheses(text)))));
    let (rest, (measure, unit)) = { head }.parse(input)?;
    let (rest, among) = cut(braced(expression)).parse(rest)?;
    let among = among.map_or_else(hole, |among| *among);
    let disagree = Disagree { measure, unit, among, span: input.span_until(rest) };
    Ok((rest, Draft::closed(Expr::Disagree(Box::new(disagree)))))
}

/// `number("文字") >= 13`, `duration <= 24h`. Any name before a comparison is taken for a measure.
fn quantity(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let known = select(Expectation::Expression, |token| word_if(token, |word| MEASURES.contains(&word)));
    let known = (known, opt(in_parentheses(text)));
    let unknown = terminated((free_name, opt(in_parentheses(text))), peek(comparison));
    let (rest, (measure, unit)) = alt((known, unknown)).parse(input)?;
    let (rest, (comparison, value)) = cut((comparison, value)).parse(rest)?;
    Ok((rest, Draft::closed(Expr::Quantity(Quantity { measure, unit, comparison, value }))))
}

/// `act must(vendor) 返却 of 預託情報 when 契約終了 within 30d`
fn act(input: Tokens<'_>) -> Parsed<'_, Draft> {
    preceded(keyword("act"), cut(act_after_keyword)).parse(input)
}

/// `akt must(vendor) …`, or an act without its keyword: noted, and read as `act`.
fn misspelt_act(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let strength = || select(Expectation::Act, |token| word_if(token, is_strength));
    let misspelt = select(Expectation::Act, |token| word_if(token, |word| is_near(word, &["act"])));
    let (_, (wrong, _, _)) = (opt(misspelt), strength(), symbol("(")).parse(input)?;
    let found = input.peek().map(Token::shown).unwrap_or_default();
    input.report(DslErrorKind::Expected { expected: Expectation::Act, found }, input.first_span());
    let rest = if wrong.is_some() { input.take_from(1) } else { input };
    cut(act_after_keyword).parse(rest)
}

fn is_strength(word: &str) -> bool {
    Strength::from_name(word).is_some()
}

/// Parts in another order than the language has them are no further part of the predicate.
fn act_after_keyword(input: Tokens<'_>) -> Parsed<'_, Draft> {
    let optional = |word: &'static str| opt(preceded(keyword(word), cut(act_part)));
    let allowed = opt(preceded(keyword("within"), cut(value)));
    let mut whole = (act_head, cut(act_part), optional("of"), optional("when"), allowed);
    let (rest, ((strength, party), action, object, condition, within)) = whole.parse(input)?;
    if rest.peek().and_then(Token::word).is_some_and(|word| matches!(word, "of" | "when" | "within")) {
        return Err(Mistake::expected(rest, Expectation::ActOrder));
    }
    let span = input.span_until(rest);
    let act = Act { strength, party, action, object, condition, within, span };
    Ok((rest, Draft::closed(Expr::Act(Box::new(act)))))
}

/// `must(vendor)`. A party that is missing after a strength is noted; after another word, the parts are in disorder.
fn act_head(input: Tokens<'_>) -> Parsed<'_, (Spanned<String>, Option<Spanned<String>>)> {
    let (rest, strength) = name(input)?;
    let opened = labelled(Expectation::ActOrder, peek(symbol("(")));
    let (rest, opened) = if is_strength(&strength.node) {
        or_note(opened).parse(rest)?
    } else {
        map(opened, Some).parse(rest)?
    };
    if opened.is_none() {
        return Ok((rest, (strength, None)));
    }
    map(or_note(in_parentheses(name)), |party| (strength.clone(), party)).parse(rest)
}

/// One alternative; more of them need parentheses.
fn act_part(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let (rest, (pattern, bar)) = alternatives(input)?;
    note_bar(bar, input);
    Ok((rest, pattern))
}

#[cfg(test)]
mod tests {
    use super::super::input::Context;
    use super::*;
    use crate::sink::ErrorSink;

    /// The tree without its spans, and the codes of the mistakes.
    fn read(source: &str) -> (String, Vec<&'static str>) {
        let sink = ErrorSink::default();
        let tokens = crate::lexer::tokens(source, &sink);
        let context = Context::new(&sink, &tokens);
        let expr = match expression(Tokens::new(&tokens, &context)) {
            Ok((_, expr)) => shape(&expr),
            Err(_) => String::new(),
        };
        (expr, sink.into_sorted().iter().map(|error| error.kind.code()).collect())
    }

    fn shape(expr: &Expr) -> String {
        let all = |parts: &[Expr]| parts.iter().map(shape).collect::<Vec<_>>().join(" ");
        match expr {
            Expr::And(parts) => format!("(and {})", all(parts)),
            Expr::Or(parts) => format!("(or {})", all(parts)),
            Expr::Not(inner, _) => format!("(not {})", shape(inner)),
            Expr::OneOf(parts, _) => format!("(one_of {})", all(parts)),
            Expr::Scope(name, inner) => format!("({} {})", name.node, shape(inner)),
            Expr::Column(heading, inner, _) => {
                format!("(column {} {})", pattern_shape(heading), shape(inner))
            }
            Expr::Act(act) => format!("(act {})", pattern_shape(&act.action)),
            Expr::Count(count) => format!("(count {} {})", pattern_shape(&count.pattern), count.value.node),
            Expr::Defines(pattern, _) => format!("(defines {})", pattern_shape(pattern)),
            Expr::Refers(pattern, _) => format!("(refers {})", pattern_shape(pattern)),
            Expr::By(party) => format!("(by {})", party.node),
            Expr::Defect(name) => format!("(defect {})", name.node),
            Expr::Disagree(parts) => format!("(disagree {} {})", parts.measure.node, shape(&parts.among)),
            Expr::Quantity(quantity) => format!("({} {})", quantity.measure.node, quantity.value.node),
            Expr::Pattern(pattern) => pattern_shape(pattern),
        }
    }

    fn pattern_shape(pattern: &Pattern) -> String {
        match pattern {
            Pattern::Literal(text) | Pattern::Word(text) | Pattern::Regex(text) => format!("{:?}", text.node),
            Pattern::Concept(name) => name.node.clone(),
            Pattern::Any(parts) => {
                format!("[{}]", parts.iter().map(pattern_shape).collect::<Vec<_>>().join("|"))
            }
            Pattern::Sequence(first, others) => {
                let others: String =
                    others.iter().map(|(_, part)| format!("..{}", pattern_shape(part))).collect();
                pattern_shape(first) + &others
            }
            Pattern::Except(base, exception) => {
                format!("{}-{}", pattern_shape(base), pattern_shape(exception))
            }
        }
    }

    #[test]
    fn operators_bind_in_the_stated_order() {
        assert_eq!(read("a or b and not c").0, "(or a (and b (not c)))");
        assert_eq!(read("(a or b) and c").0, "(and (or a b) c)");
    }

    #[test]
    fn parentheses_around_patterns_are_part_of_the_pattern() {
        assert_eq!(read("(a | b) ..6 c except d and e").0, "(and [a|b]..c-d e)");
        assert_eq!(read("((a | b))").0, "[a|b]");
        assert_eq!(read("(a | b) and c").1, [""; 0]);
    }

    #[test]
    fn a_bar_beside_a_word_needs_parentheses() {
        assert_eq!(read("a | b and c").1, ["dsl-bar-needs-parentheses"]);
        assert_eq!(read("not a | b").1, ["dsl-bar-needs-parentheses"]);
        assert_eq!(read("act must(vendor) a | b of c").1, ["dsl-bar-needs-parentheses"]);
        assert_eq!(read("unit { a | b }"), ("(unit [a|b])".to_owned(), vec![]));
    }

    #[test]
    fn scopes_and_quantities_are_known_by_what_follows() {
        assert_eq!(read("within article { a } and unit { b }").0, "(and (article a) (unit b))");
        assert_eq!(read("number(\"文字\") >= 13 or 期限 <= 24h").0, "(or (number 13) (期限 24h))");
    }

    #[test]
    fn columns_counts_terms_and_references_are_read() {
        let source = "within column(\"担当\" | \"責任者\") { by(vendor) } and count(再委託 | 委託) >= 2";
        assert_eq!(
            read(source),
            ("(and (column [\"担当\"|\"責任者\"] (by vendor)) (count [再委託|委託] 2))".to_owned(), vec![])
        );
        assert_eq!(read("defines (a | b) or refers \"別紙\"").0, "(or (defines [a|b]) (refers \"別紙\"))");
        assert_eq!(read("defines a | b").1, ["dsl-bar-needs-parentheses"]);
    }

    #[test]
    fn a_mistake_in_a_block_leaves_the_rest_readable() {
        let (tree, errors) = read("unit { a b } and one_of { c, ..6 } and act must 返却");
        assert_eq!(tree, "(and (unit []) (one_of []) (act 返却))");
        assert_eq!(errors, ["dsl-expected"; 3]);
    }

    #[test]
    fn a_missing_parenthesis_is_one_mistake() {
        assert_eq!(read("act must(vendor 返却 of 預託情報"), ("(act 返却)".to_owned(), vec!["dsl-expected"]));
        assert_eq!(read("by(vendor and a").1, ["dsl-expected"]);
    }

    #[test]
    fn nesting_is_limited() {
        let source = "(".repeat(65) + "a" + &")".repeat(65);
        assert_eq!(read(&source).1, ["dsl-too-deep"]);
    }
}
