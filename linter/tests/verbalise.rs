//! Rules in plain words: whatever a rule says, its sentences are complete, and every concept in them is explained once.
#![expect(clippy::indexing_slicing, reason = "a test that cannot go on should say so")]

use std::collections::BTreeSet;

use dsl::checked::{Expr, Pattern};
use linter::message::Lang;
use linter::pack::{Source, load, shipped_sources};
use linter::verbalise::{self, RuleWords, Sentence};

fn texts(sentence: &Sentence, found: &mut Vec<String>) {
    found.push(sentence.text.clone());
    for child in &sentence.children {
        texts(child, found);
    }
}

fn all_texts(words: &RuleWords) -> Vec<String> {
    let mut found = words.notes.clone();
    found.extend(words.requirements.iter().map(|requirement| requirement.meaning.clone()));
    let sentences = words.applies.iter().chain(words.requirements.iter().map(|one| &one.sentence));
    for sentence in sentences.chain(words.concepts.iter().flat_map(|concept| &concept.members)) {
        texts(sentence, &mut found);
    }
    found
}

/// Names between the brackets of concepts.
fn named(text: &str) -> Vec<String> {
    text.split(['〈', '⟨'])
        .skip(1)
        .filter_map(|rest| rest.split(['〉', '⟩']).next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn shipped_rules_are_put_into_words() {
    let pack = load(shipped_sources()).pack;
    for (rule, lang) in pack.rules.rules.iter().flat_map(|rule| [(rule, Lang::Ja), (rule, Lang::En)]) {
        let words = verbalise::rule(&pack.rules, rule, lang);
        assert_eq!(words.requirements.len(), rule.requirements.len());
        let listed: Vec<&str> = words.concepts.iter().map(|concept| concept.name.as_str()).collect();
        let once: BTreeSet<&str> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "{}: a concept is listed twice", rule.id);
        for text in all_texts(&words) {
            let whole = !text.contains("verbalise-") && !text.contains("{ $") && !text.trim().is_empty();
            assert!(whole, "{}: {text:?} is no sentence", rule.id);
            for name in named(&text).iter().filter(|name| name.trim() != "") {
                assert!(once.contains(name.as_str()), "{}: {name} is not explained", rule.id);
            }
        }
    }
}

/// The patterns of a predicate.
fn patterns<'a>(expr: &'a Expr, found: &mut Vec<&'a Pattern>) {
    match expr {
        Expr::And(parts) | Expr::Or(parts) | Expr::OneOf(parts) => {
            parts.iter().for_each(|part| patterns(part, found));
        }
        Expr::Not(part) | Expr::Scope(_, part) => patterns(part, found),
        Expr::Column(heading, part) => {
            found.push(heading);
            patterns(part, found);
        }
        Expr::Act(act) => {
            found.push(&act.action);
            found.extend(act.object.iter().chain(&act.condition));
        }
        Expr::Count(count) => found.push(&count.pattern),
        Expr::Defines(pattern) | Expr::Refers(pattern) | Expr::Pattern(pattern) => found.push(pattern),
        Expr::Disagree(parts) => patterns(&parts.among, found),
        Expr::By(_) | Expr::Quantity(_) | Expr::Defect(_) => {}
    }
}

/// The words that a pattern spells out itself.
fn spelled<'a>(pattern: &'a Pattern, found: &mut Vec<&'a str>) {
    match pattern {
        Pattern::Literal(text) | Pattern::Word(text) | Pattern::Regex { source: text, .. } => {
            found.push(text)
        }
        Pattern::Concept(_) => {}
        Pattern::Any(parts) => parts.iter().for_each(|part| spelled(part, found)),
        Pattern::Sequence(first, rest) => {
            spelled(first, found);
            rest.iter().for_each(|(_, part)| spelled(part, found));
        }
        Pattern::Except(base, excepted) => {
            spelled(base, found);
            spelled(excepted, found);
        }
    }
}

#[test]
fn nothing_that_a_rule_looks_for_is_left_unsaid() {
    let pack = load(shipped_sources()).pack;
    let mut looked_for = 0;
    for rule in &pack.rules.rules {
        let words = verbalise::rule(&pack.rules, rule, Lang::Ja);
        let said = all_texts(&words).join("\n");
        let named: BTreeSet<&str> = words.concepts.iter().map(|concept| concept.name.as_str()).collect();
        let mut found = Vec::new();
        rule.requirements.iter().for_each(|requirement| patterns(&requirement.expr, &mut found));
        let concepts = pack.rules.concepts.iter().filter(|concept| named.contains(concept.name.as_str()));
        let mut spelled_out = Vec::new();
        for pattern in found.into_iter().chain(concepts.map(|concept| &concept.pattern)) {
            spelled(pattern, &mut spelled_out);
        }
        for word in &spelled_out {
            assert!(
                said.contains(&format!("「{word}」")) || said.contains(&format!("/{word}/")),
                "{}: {word}",
                rule.id
            );
        }
        looked_for += spelled_out.len();
    }
    assert!(looked_for > 500, "{looked_for}");
}

/// What a requirement says for one predicate.
fn said(predicate: &str) -> Sentence {
    let text = format!(
        "seki 1\n/// 何を。\nrule own/one \"題\" {{\n theme t\n editions 6.0\n applies contract\n severity info\n \
         require a \"甲\" {{ {predicate} }}\n advice \"\"\"文\"\"\"\n pass \"一\" \"\"\"文\"\"\"\n pass \"二\" \"\"\"文\"\"\"\n \
         fail a \"三\" \"\"\"文\"\"\"\n fail a \"四\" \"\"\"文\"\"\"\n}}\n"
    );
    let checked = load(vec![Source { path: "one.seki".to_owned(), text }]);
    assert_eq!(checked.errors, [], "{predicate}");
    let words = verbalise::rule(&checked.pack.rules, &checked.pack.rules.rules[0], Lang::Ja);
    words.requirements[0].sentence.clone()
}

#[test]
fn each_predicate_has_its_sentence() {
    let table = [
        ("act must(vendor) \"返却\"", "事業者に、「返却」の義務があること"),
        ("act must_not(hospital) \"開示\"", "医療機関に、「開示」の禁止があること"),
        (
            "act may(any) \"利用\" of \"情報\" when \"終了\" within 30d",
            "だれかが、「利用」をしてよいこと。対象は「情報」、場面は「終了」、期限は30日以内",
        ),
        ("by(both)", "当事者の双方が主語の文があること"),
        ("number(\"文字\") >= 13", "13文字以上の数が書かれていること"),
        ("duration < 48h", "2日未満の時間が書かれていること"),
        ("period == 2y", "ちょうど2年の期間が書かれていること"),
        ("number(\"%\") >= 99.95", "99.95%以上の数が書かれていること"),
        ("number(\"世代\") <= 3", "3世代以下の数が書かれていること"),
        ("duration <= 5bd", "5営業日以内の時間が書かれていること"),
        ("count(\"記録\") >= 2", "「記録」が書かれている文、号、表の行の数が2以上であること"),
        ("defines \"障害\"", "「障害」を含むか、それを意味する用語が定義されていること"),
        ("refers \"別紙\"", "「別紙」への参照があること"),
        ("within column(\"担当\") { by(hospital) }", "見出しが「担当」の列の中で、医療機関を挙げていること"),
        ("row { cell { by(vendor) } }", "一つの行の一つの欄の中で、事業者を挙げていること"),
        ("not \"再委託\"", "「再委託」が書かれていないこと"),
        ("article { row { \"記録\" } }", "一つの条の一つの行の中で、「記録」が書かれていること"),
        ("\"改変\" ..0 \"削除\"", "「改変」、そのすぐ後に「削除」が続くものが書かれていること"),
        ("\"記録\" except \"記録媒体\"", "「記録」(「記録媒体」に重なるものを除く)が書かれていること"),
    ];
    for (predicate, sentence) in table {
        assert_eq!(said(predicate), Sentence { text: sentence.to_owned(), children: Vec::new() });
    }
}

#[test]
fn what_is_joined_stands_below() {
    let sentence = said("not (\"契約\" and one_of { \"返却\", \"消去\" })");
    let mut found = Vec::new();
    texts(&sentence, &mut found);
    let expected = [
        "次のことに当たらないこと",
        "次のすべてに当たること",
        "「契約」が書かれていること",
        "次のいずれかに当たること(文書が「又は」で選ばせていてもよい)",
        "「返却」が書かれていること",
        "「消去」が書かれていること",
    ];
    assert_eq!(found, expected);
}
