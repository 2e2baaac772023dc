//! Rule files as people might write them, and how they look when they are formatted.
//!
//! A case is a file in `formats/`; its snapshot stands in `snapshots/`. Adding a case adds no code.

#[test]
fn every_file_has_its_canonical_form() {
    insta::glob!("formats/*.seki", |path| {
        let source = std::fs::read_to_string(path).unwrap();
        let formatted = dsl::format(&source).unwrap();
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(formatted);
        });
    });
}

#[test]
fn cases_without_mistakes_of_form_are_formatted_and_the_others_refused() {
    insta::glob!("cases/*.seki", |path| {
        let source = std::fs::read_to_string(path).unwrap();
        let parsed = dsl::parse(&source);
        match dsl::format(&source) {
            Ok(formatted) => {
                assert_eq!(parsed.errors, []);
                assert_eq!(dsl::print(&dsl::parse(&formatted).file), dsl::print(&parsed.file));
            }
            Err(errors) => assert_eq!(errors, parsed.errors),
        }
    });
}
