//! Search: exact short queries, spellings, sentences, numbers, and what the answers look like.

use std::fmt::Write as _;

use kb::search::{Hit, SearchOptions, search_schema};
use kb::{Entry, EntryKind, Kb};

fn search(query: &str, limit: usize) -> Vec<Hit> {
    let options = SearchOptions { limit, kind: Some(EntryKind::Clause) };
    Kb::embedded().unwrap().search(query, &options).unwrap()
}

fn ids(query: &str) -> Vec<String> {
    search(query, 1000).into_iter().map(|hit| hit.id).collect()
}

/// Everything that is indexed of an entry, width and case as in its data file.
fn indexed_text(entry: Entry<'_>) -> String {
    let entry = entry.as_clause().expect("a clause");
    let clause = entry.clause();
    let mut texts = vec![clause.title.as_str(), &clause.gist, &clause.actor, &entry.chapter().title];
    texts
        .extend(clause.keywords.iter().chain(&clause.details).chain(&clause.counterpart).map(String::as_str));
    texts.extend(clause.group.as_deref());
    texts.extend(entry.section().and_then(|section| section.label()));
    texts.join("\n")
}

#[test]
fn one_and_two_characters_are_exact() {
    let kb = Kb::embedded().unwrap();
    for query in
        ["鍵", "紙", "監査", "契約", "証跡", "保守", "持出", "患者", "消去", "認証", "暗号", "教育", "署名"]
    {
        let mut found = ids(query);
        found.sort();
        let mut expected: Vec<String> = kb
            .clauses()
            .filter(|entry| indexed_text(entry.entry()).contains(query))
            .map(|entry| entry.id().to_owned())
            .collect();
        expected.sort();
        assert_eq!(found, expected, "{query}");
        assert!(!found.is_empty(), "{query}");
    }
}

#[test]
fn a_whole_word_comes_before_letters_inside_another() {
    for (query, inside) in [("ログ", "ログイン"), ("ID", "video")] {
        let first = &search(query, 1)[0];
        let text = indexed_text(Kb::embedded().unwrap().get(&first.id).unwrap()).replace(inside, "");
        assert!(text.contains(query), "{query}: {first:?}");
    }
}

#[test]
fn spellings_do_not_matter() {
    for (a, b) in [
        ("サーバー室の鍵", "ｻｰﾊﾞ室の鍵"),
        ("VPN装置の設定", "ｖｐｎ装置の設定"),
        ("ユーザーの権限", "ユーザの権限"),
        ("無線LAN", "無線ＬＡＮ"),
        ("ウィルス対策", "ウイルス対策"),
    ] {
        assert_eq!(ids(a), ids(b), "{a} {b}");
    }
}

#[test]
fn a_number_puts_its_entry_on_top() {
    for (query, id) in [("C-8-5", "C-8-5"), ("運用8⑤", "C-8-5"), ("企画管理編7.⑥", "M-7-6")] {
        assert_eq!(search(query, 1)[0].id, id);
    }
}

#[test]
fn nothing_to_look_for_finds_nothing() {
    for query in ["", "   ", "、。", "＊", "()"] {
        assert_eq!(search(query, 10), [], "{query}");
    }
}

#[test]
fn limits_and_order() {
    let hits = search("個人情報の取扱い", 7);
    assert_eq!(hits.len(), 7);
    assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
    assert_eq!(search("個人情報の取扱い", 7), hits);
    assert!(search("個人情報", 0).is_empty());
}

#[test]
fn more_of_the_words_come_first() {
    let hits = search("棚卸 台帳", 3);
    for hit in &hits {
        let text = indexed_text(Kb::embedded().unwrap().get(&hit.id).unwrap());
        assert!(text.contains("棚卸") && text.contains("台帳"), "{}", hit.id);
    }
}

#[test]
fn answers_as_people_see_them() {
    let mut shown = String::new();
    for query in ["二要素認証", "ベンダーとの役割分担", "USBメモリの紛失", "ログ", "バックアップの世代管理"]
    {
        writeln!(shown, "{query}").unwrap();
        for hit in search(query, 3) {
            writeln!(shown, "  {} {} | {}", hit.id, hit.title, hit.snippet).unwrap();
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn the_schema_names_the_fields_of_a_result() {
    let schema = serde_json::to_string(&search_schema()).unwrap();
    for field in ["query", "hits", "id", "kind", "title", "score", "snippet"] {
        assert!(schema.contains(&format!("\"{field}\"")), "{field}");
    }
}
