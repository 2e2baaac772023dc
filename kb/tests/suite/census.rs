//! How many clauses there are, and that the embedded data is sound.

use kb::{CODES, EntryKind, Kb, Part};

#[test]
fn every_clause_of_the_three_parts_is_there() {
    let kb = Kb::embedded().unwrap();
    let verified = kb.verify();
    assert_eq!(verified.problems, []);
    let counts: Vec<(Part, usize)> = verified.census.iter().map(|part| (part.part, part.clauses)).collect();
    assert_eq!(counts, [(Part::Governance, 40), (Part::Management, 104), (Part::Control, 87)]);
    assert_eq!(kb.entries_of(EntryKind::Clause).count(), 231);
    assert_eq!(kb.chapters().count(), 5 + 16 + 18);
}

#[test]
fn counts_by_verification() {
    let verified = Kb::embedded().unwrap().verify();
    insta::assert_debug_snapshot!(verified.census);
}

#[test]
fn titles_tell_the_clauses_of_a_chapter_apart() {
    for chapter in Kb::embedded().unwrap().chapters() {
        let known = chapter.clauses.iter().filter(|clause| clause.title != "本文未取得の項目");
        let mut titles: Vec<&str> = known.map(|clause| clause.title.as_str()).collect();
        let all = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), all, "{} {}", chapter.part.title(), chapter.chapter);
    }
}

#[test]
fn codes_are_unique_and_prefixed() {
    let mut codes = CODES.to_vec();
    assert!(codes.iter().all(|code| code.starts_with("kb-")));
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), CODES.len());
}

#[test]
fn schemas_describe_data_and_export() {
    let fields = |schema: &kb::Schema| {
        let properties = schema.get("properties").and_then(|value| value.as_object());
        properties.map(|map| map.keys().cloned().collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    insta::assert_snapshot!(fields(&kb::schema()));
    insta::assert_snapshot!(fields(&kb::export_schema()));
    let schema = serde_json::to_value(kb::schema()).unwrap();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let is_object = definition["type"] == "object";
        assert!(!is_object || definition["additionalProperties"] == serde_json::Value::Bool(false), "{name}");
    }
}
