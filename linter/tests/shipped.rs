//! What every shipped rule must keep to, whatever it says.

use dsl::checked::Severity;
use kb::{ContentStatus, Kb};
use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::outcome::Status;
use linter::pack::{load, shipped_sources};
use linter::read::read_document;

#[test]
fn nothing_above_info_rests_on_memory_alone() {
    let kb = Kb::embedded().expect("the knowledge base is embedded");
    let checked = load(shipped_sources());
    assert!(checked.errors.is_empty(), "{:?}", checked.errors);
    for rule in &checked.pack.rules.rules {
        // How a document is written is no clause's matter.
        let of_form = rule.theme.as_deref() == Some("hygiene");
        let grave = rule.requirements.iter().filter(|requirement| requirement.severity > Severity::Info);
        for requirement in grave.filter(|requirement| !of_form || !requirement.basis.is_empty()) {
            let seen = requirement.basis.iter().any(|basis| {
                let entry = kb.get(&basis.id).expect("the checker resolved it");
                !matches!(entry.verification().content, ContentStatus::Recall | ContentStatus::None)
            });
            assert!(seen, "{}: {} rests on entries from memory", rule.id, requirement.name);
        }
    }
}

/// A clause to paste that would not satisfy the rule that proposes it would be bad advice.
#[test]
fn every_advice_satisfies_its_own_rule() {
    let checked = load(shipped_sources());
    for rule in &checked.pack.rules.rules {
        let text =
            linter::advice::fill(rule, &linter::advice::Names::usual()).expect("the template is complete");
        let document = read_document(text.as_bytes(), "advice.txt", &Default::default()).expect("a text");
        let applies = |kind: &Kind| {
            rule.applies.iter().any(|applies| applies.kinds.iter().any(|name| kind.answers_to(name)))
        };
        let kind = Kind::ALL.iter().copied().find(applies);
        let options = Options { kind, ..Default::default() };
        let report = lint(&document, text.as_bytes(), "advice.txt", &checked.pack, &options);
        let outcome = report.outcomes.iter().find(|outcome| outcome.rule == rule.id).expect("judged");
        assert_eq!(outcome.status, Status::Satisfied, "{}: {}", rule.id, outcome.message);
    }
}

#[test]
fn advice_speaks_the_words_of_the_document() {
    let pack = load(shipped_sources()).pack;
    let advice = |defined: &str| {
        let text = format!(
            "保守業務委託契約書\n医療法人青葉会（以下「発注者」という。）と株式会社北都（以下「受注者」という。）とは、次のとおり契約する。\n\
             第1条 受注者は、発注者から預かった診療情報{defined}を安全に管理しなければならない。\n"
        );
        let document = read_document(text.as_bytes(), "a.txt", &Default::default()).expect("a text");
        let report = lint(&document, text.as_bytes(), "a.txt", &pack, &Options::default());
        let rule = "contract/data-return-and-deletion";
        let outcome = report.outcomes.iter().find(|outcome| outcome.rule == rule).expect("judged");
        outcome.advice.clone().expect("a proposed clause")
    };
    let own = advice("（以下「受託データ」という。）");
    assert!(
        own.starts_with("第2条") && own.contains("受注者は") && own.contains("受託データの全部を"),
        "{own}"
    );
    assert!(advice("").contains("医療情報の全部を"), "the words of the rule where the document has no term");
}
