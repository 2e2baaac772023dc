//! A skeleton can be made of clauses whose text was obtained, for every kind of document, and is sound by itself.

use kb::{ContentStatus, Entry, Kb};
use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::message::Lang;
use linter::outcome::Status;
use linter::pack::{Source, load};
use linter::read::read_document;
use linter::skeleton::{SkeletonError, Subject, Wish, skeleton};

fn wish<'a>(kinds: &'a [String], basis: &'a [Entry<'a>]) -> Wish<'a> {
    Wish { id: "own/new", title: None, kinds, subject: Subject::Theme("own"), basis, lang: Lang::Ja }
}

#[test]
fn clauses_with_a_text_have_a_skeleton() {
    let kb = Kb::embedded().expect("the knowledge base is embedded");
    let (contract, own) = (["contract".to_owned()], ["operating_rules".to_owned()]);
    let obtained = |entry: &Entry<'_>| entry.verification().content != ContentStatus::None;
    let mut unsound = Vec::new();
    // One in six, those of a contract and of the institution's own documents in turn: each runs four documents.
    for (index, entry) in kb.clauses().map(|clause| clause.entry()).filter(obtained).enumerate().step_by(6) {
        let kinds = if index % 12 == 0 { &contract } else { &own };
        if let Err(error) = skeleton(&wish(kinds, &[entry])) {
            unsound.push(format!("{} ({}): {error}", entry.id(), entry.title()));
        }
    }
    assert!(unsound.is_empty(), "{unsound:#?}");
}

#[test]
fn every_kind_of_document_has_a_skeleton() {
    for kind in Kind::ALL {
        let kinds = [kind.name().to_owned()];
        let text = skeleton(&Wish { lang: Lang::En, ..wish(&kinds, &[]) }).expect("sound");
        let checked = load(vec![Source { path: "new.seki".to_owned(), text }]);
        assert_eq!(checked.errors, [], "{}", kind.name());
    }
}

#[test]
fn the_clause_to_paste_satisfies_its_own_rule() {
    for kind in [Kind::ContractOutsourcing, Kind::OperatingRules, Kind::Bcp] {
        let kinds = [kind.name().to_owned()];
        let text = skeleton(&wish(&kinds, &[])).expect("sound");
        let pack = load(vec![Source { path: "new.seki".to_owned(), text }]).pack;
        let rule = pack.rule("own/new").expect("checked");
        let clause =
            linter::advice::fill(rule, &linter::advice::Names::usual()).expect("the template is complete");
        let document = read_document(clause.as_bytes(), "clause.txt", &Default::default()).expect("a text");
        let options = Options { kind: Some(kind), ..Default::default() };
        let report = lint(&document, clause.as_bytes(), "clause.txt", &pack, &options);
        let statuses: Vec<Status> = report.outcomes.iter().map(|outcome| outcome.status).collect();
        assert_eq!(statuses, [Status::Satisfied], "{}", kind.name());
    }
}

#[test]
fn what_is_no_name_is_refused() {
    let kinds = ["contract".to_owned()];
    for (id, code) in [("backup", "dsl-invalid-rule-id"), ("Own/Backup", "dsl-invalid-rule-id")] {
        let refused = skeleton(&Wish { id, ..wish(&kinds, &[]) });
        let Err(SkeletonError::Mistakes(mistakes)) = refused else { panic!("{id}: {refused:?}") };
        assert_eq!(mistakes.first().map(|mistake| mistake.error.kind.code()), Some(code));
    }
    assert!(
        skeleton(&Wish { title: Some("印"), ..wish(&kinds, &[]) }).is_err(),
        "one character is no pattern"
    );
    let quoted = "「控え」の\"写し\"と\\の扱い";
    assert!(skeleton(&Wish { title: Some(quoted), ..wish(&kinds, &[]) }).is_ok());
}
