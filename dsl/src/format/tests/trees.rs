//! Arbitrary trees: all that a source can spell.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::ast::*;
use crate::keyword;
use crate::span::{Span, Spanned};

fn spanned<T: std::fmt::Debug>(part: impl Strategy<Value = T>) -> impl Strategy<Value = Spanned<T>> {
    part.prop_map(|node| Spanned::new(node, Span::default()))
}

/// A word that the language does not keep for itself.
fn name() -> impl Strategy<Value = Spanned<String>> {
    let simple =
        select(["返却", "預託情報", "a", "own_use", "サーバー", "契約が終わった後の措置"].as_slice());
    let joined = "[a-z契約]{1,4}([-./@][a-z0-9]{1,3}){0,2}";
    let word = prop_oneof![3 => simple.prop_map(str::to_owned), 1 => joined];
    spanned(word.prop_filter("reserved", |word| !keyword::is_reserved(word)))
}

fn names() -> impl Strategy<Value = Vec<Spanned<String>>> {
    vec(name(), 1..4)
}

/// What stands between quotes.
fn text() -> impl Strategy<Value = Spanned<String>> {
    let usual =
        select(["契約終了", "直ちに", "業務に関して知り得た情報", "\"", "\\", "a\nb", "//", ""].as_slice());
    spanned(prop_oneof![4 => usual.prop_map(str::to_owned), 1 => "[^\r]{0,6}"])
}

fn regex() -> impl Strategy<Value = Spanned<String>> {
    let parts = select(["第\\d条", "/", "\\\\", "[あ-ん]", " ", "\"", "*"].as_slice());
    spanned(vec(parts, 1..4).prop_map(|parts| parts.concat()))
}

/// The content of a text block, with any indentation.
fn block() -> impl Strategy<Value = Spanned<String>> {
    let lines = select(
        ["", "  ", "    第1条", "  \t(1) 乙は、", "\u{3000}字下げ", "pass \"\" ", "} \r", "// 注"].as_slice(),
    );
    spanned(vec(lines, 0..5).prop_map(|lines| lines.join("\n")))
}

fn value() -> impl Strategy<Value = Spanned<String>> {
    spanned(select(["13", "24h", "5bd", "99.95"].as_slice()).prop_map(str::to_owned))
}

fn comparison() -> impl Strategy<Value = Spanned<String>> {
    spanned(select(["<", "<=", "==", ">=", ">"].as_slice()).prop_map(str::to_owned))
}

fn doc() -> impl Strategy<Value = Option<String>> {
    let line = select(["求めること。", "", "/ 斜線", "  字下げ", "// 注"].as_slice());
    option::of(vec(line, 1..4).prop_map(|lines| lines.join("\n")))
}

fn gap() -> impl Strategy<Value = Gap> {
    prop_oneof![(0_u32..40).prop_map(Gap::Within), Just(Gap::Anywhere)]
}

pub(super) fn pattern() -> impl Strategy<Value = Pattern> {
    let leaf = prop_oneof![
        text().prop_map(Pattern::Literal),
        text().prop_map(Pattern::Word),
        regex().prop_map(Pattern::Regex),
        name().prop_map(Pattern::Concept),
    ];
    leaf.prop_recursive(3, 24, 8, |part| {
        prop_oneof![
            vec(part.clone(), 2..9).prop_map(Pattern::Any),
            (part.clone(), vec((gap(), part.clone()), 1..3))
                .prop_map(|(first, others)| Pattern::Sequence(Box::new(first), others)),
            (part.clone(), part)
                .prop_map(|(base, exception)| Pattern::Except(Box::new(base), Box::new(exception))),
        ]
    })
}

fn act() -> impl Strategy<Value = Act> {
    let parts =
        (name(), name(), pattern(), option::of(pattern()), option::of(pattern()), option::of(value()));
    parts.prop_map(|(strength, party, action, object, condition, within)| Act {
        strength,
        party: Some(party),
        action,
        object,
        condition,
        within,
        span: Span::default(),
    })
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let measure = spanned(select(["number", "duration", "期限"].as_slice()).prop_map(str::to_owned));
    (measure, option::of(text()), comparison(), value())
        .prop_map(|(measure, unit, comparison, value)| Quantity { measure, unit, comparison, value })
}

fn count() -> impl Strategy<Value = Count> {
    (pattern(), comparison(), value()).prop_map(|(pattern, comparison, value)| Count {
        pattern,
        comparison,
        value,
        span: Span::default(),
    })
}

fn disagree(part: impl Strategy<Value = Expr>) -> impl Strategy<Value = Expr> {
    let measure = spanned(select(["number", "duration", "party"].as_slice()).prop_map(str::to_owned));
    (measure, option::of(text()), part).prop_map(|(measure, unit, among)| {
        Expr::Disagree(Box::new(Disagree { measure, unit, among, span: Span::default() }))
    })
}

fn expr() -> impl Strategy<Value = Expr> {
    let span = Span::default();
    let leaf = prop_oneof![
        3 => act().prop_map(|act| Expr::Act(Box::new(act))),
        1 => name().prop_map(Expr::By),
        1 => quantity().prop_map(Expr::Quantity),
        1 => count().prop_map(|count| Expr::Count(Box::new(count))),
        1 => pattern().prop_map(move |pattern| Expr::Defines(pattern, span)),
        1 => pattern().prop_map(move |pattern| Expr::Refers(pattern, span)),
        1 => name().prop_map(Expr::Defect),
        3 => pattern().prop_map(Expr::Pattern),
    ];
    leaf.prop_recursive(3, 12, 4, move |part| {
        prop_oneof![
            vec(part.clone(), 2..4).prop_map(Expr::And),
            vec(part.clone(), 2..4).prop_map(Expr::Or),
            part.clone().prop_map(move |inner| Expr::Not(Box::new(inner), span)),
            vec(part.clone(), 1..4).prop_map(move |parts| Expr::OneOf(parts, span)),
            (name(), part.clone()).prop_map(|(name, inner)| Expr::Scope(name, Box::new(inner))),
            disagree(part.clone()),
            (pattern(), part).prop_map(move |(heading, inner)| Expr::Column(heading, Box::new(inner), span)),
        ]
    })
}

fn facts() -> impl Strategy<Value = FactExpr> {
    name().prop_map(FactExpr::Fact).prop_recursive(3, 8, 3, |part| {
        prop_oneof![
            vec(part.clone(), 2..4).prop_map(FactExpr::And),
            vec(part.clone(), 2..4).prop_map(FactExpr::Or),
            part.prop_map(|inner| FactExpr::Not(Box::new(inner))),
        ]
    })
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let kind =
        select([RequirementKind::Require, RequirementKind::Forbid, RequirementKind::Recommend].as_slice());
    let options = (option::of(names()), option::of(text()), option::of(name()));
    (kind, name(), option::of(text()), options, expr()).prop_map(
        |(kind, name, title, (basis, reference, severity), expr)| Requirement {
            kind,
            name,
            title,
            basis: basis.unwrap_or_default(),
            reference,
            severity,
            expr: Some(expr),
            span: Span::default(),
        },
    )
}

fn example() -> impl Strategy<Value = Example> {
    let fails = option::of((names(), option::of(name())));
    (fails, option::of(text()), block()).prop_map(|(fails, title, text)| {
        let (fails, status) = fails.unwrap_or_default();
        Example { fails, status, title, text, span: Span::default() }
    })
}

fn member() -> impl Strategy<Value = Member> {
    let applies = (names(), option::of(facts())).prop_map(|(kinds, when)| Applies { kinds, when });
    prop_oneof![
        1 => name().prop_map(Member::Topic),
        1 => name().prop_map(Member::Theme),
        1 => names().prop_map(Member::Editions),
        1 => applies.prop_map(Member::Applies),
        1 => name().prop_map(Member::Severity),
        1 => names().prop_map(Member::Basis),
        1 => text().prop_map(Member::Reference),
        4 => requirement().prop_map(Member::Requirement),
        1 => block().prop_map(Member::Advice),
        1 => text().prop_map(Member::Advice),
        2 => example().prop_map(Member::Example),
    ]
}

fn concept() -> impl Strategy<Value = Concept> {
    (doc(), name(), pattern()).prop_map(|(doc, name, pattern)| Concept { doc, name, pattern })
}

fn rule() -> impl Strategy<Value = Rule> {
    (doc(), name(), option::of(text()), vec(member(), 0..6)).prop_map(|(doc, id, title, members)| Rule {
        doc,
        id,
        title,
        members,
        span: Span::default(),
        broken: false,
    })
}

/// A file with items of every kind.
pub(super) fn file() -> impl Strategy<Value = File> {
    let item = prop_oneof![
        1 => concept().prop_map(Item::Concept),
        1 => concept().prop_map(Item::Extend),
        2 => rule().prop_map(Item::Rule),
    ];
    let version = Some(Spanned::new(1, Span::default()));
    vec(item, 0..4).prop_map(move |items| File { version: version.clone(), items, broken: false })
}
