//! Rule files with mistakes, each with all errors that it must give.
//!
//! A case is a file in `cases/`; its snapshot stands in `snapshots/`. Adding a case adds no code.

mod support;

/// What can still be used, and what is wrong.
fn outcome(source: &str) -> String {
    let (checked, errors) = support::check(source);
    let names = |names: Vec<&str>| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    let rules = names(checked.rules.rules.iter().map(|rule| rule.id.as_str()).collect());
    let concepts = names(checked.rules.concepts.iter().map(|concept| concept.name.as_str()).collect());
    let report = support::report(source, &errors);
    format!("usable rules: {rules}\nusable concepts: {concepts}\n\n{report}")
}

#[test]
fn every_case_gives_its_errors() {
    insta::glob!("cases/*.seki", |path| {
        let source = std::fs::read_to_string(path).unwrap();
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(outcome(&source));
        });
    });
}
