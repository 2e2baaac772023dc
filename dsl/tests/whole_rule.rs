//! A whole rule file, as people write them, becomes a rule set without holes.

mod support;

use dsl::checked::{Amount, Expr, Party, Pattern, Severity, Strength};
use dsl::parse;

const SOURCE: &str = include_str!("cases/whole-rule.seki");

#[test]
fn the_sketch_of_the_language_is_read_and_checked() {
    let (checked, errors) = support::check(SOURCE);
    assert_eq!(support::report(SOURCE, &errors), "");
    let [rule] = checked.rules.rules.as_slice() else { panic!("one rule") };
    assert_eq!((rule.id.as_str(), rule.title.as_str()), ("contract/data-return", "契約終了時の返却と消去"));
    assert_eq!(rule.topic.as_deref(), Some("data_return_and_deletion"));
    assert_eq!(rule.severity, Severity::Error);
    assert_eq!(
        rule.advice,
        "第{{ n }}条　{{ vendor }}は、本契約が終了したときは、預託情報を返却し、又は消去する。"
    );
}

#[test]
fn requirements_take_from_their_rule_what_they_do_not_say() {
    let (checked, _) = support::check(SOURCE);
    let requirements = &checked.rules.rules[0].requirements;
    let summary: Vec<_> = requirements
        .iter()
        .map(|requirement| {
            let basis: Vec<_> = requirement.basis.iter().map(|basis| basis.id.as_str()).collect();
            (
                requirement.name.as_str(),
                basis.join(" "),
                requirement.reference.as_deref(),
                requirement.severity,
            )
        })
        .collect();
    let outside = Some("提供事業者GL");
    assert_eq!(
        summary,
        [
            ("return", "M-8-11".to_owned(), outside, Severity::Error),
            ("erase", "M-8-11 C-7-11@6.0".to_owned(), None, Severity::Error),
            ("proof", "M-8-12".to_owned(), None, Severity::Warning),
            ("retain", "M-8-11".to_owned(), None, Severity::Error),
            ("format", "M-8-11".to_owned(), None, Severity::Info),
        ]
    );
}

#[test]
fn names_in_predicates_are_resolved() {
    let (checked, _) = support::check(SOURCE);
    let concepts = &checked.rules.concepts;
    let named = |pattern: &Pattern| match pattern {
        Pattern::Concept(id) => concepts[id.0 as usize].name.clone(),
        other => format!("{other:?}"),
    };
    let Expr::Act(act) = &checked.rules.rules[0].requirements[0].expr else { panic!("an act") };
    assert_eq!(
        (act.strength, act.party, act.within),
        (Strength::Must, Party::Vendor, Some(Amount::Seconds(30 * 86_400)))
    );
    assert_eq!(named(&act.action), "返却");
    assert_eq!(act.object.as_ref().map(named).as_deref(), Some("預託情報"));
    assert_eq!(act.condition.as_ref().map(named).as_deref(), Some("契約終了"));
}

#[test]
fn concepts_stand_before_their_users() {
    let (checked, _) = support::check(SOURCE);
    let names: Vec<_> = checked.rules.concepts.iter().map(|concept| concept.name.as_str()).collect();
    let place = |name| names.iter().position(|other| *other == name).unwrap();
    assert!(place("医療情報") < place("預託情報"), "{names:?}");
}

#[test]
fn concepts_are_shared_by_all_files_and_extended_from_any() {
    let pack = parse("seki 1\nconcept 返却 = \"返却\"\nconcept 移管 = 返却 | \"移管\"\n").file;
    let own = parse("seki 1\nextend concept 返却 = \"お返し\" | 移転\nextend concept 移管 = \"移転\"\n").file;
    let checked = dsl::check(&[&pack, &own], &support::vocabulary(&[]));
    let found: Vec<_> = checked.errors.iter().map(|(file, error)| (*file, error.kind.code())).collect();
    assert_eq!(found, [(1, "dsl-unknown-concept")]);
    assert!(
        checked.rules.concepts.is_empty(),
        "a mistake in an extension takes the concept and its users along"
    );
}
