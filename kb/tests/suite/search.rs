//! Search: exact short queries, spellings, sentences, numbers, and what the answers look like.

use std::fmt::Write as _;

use kb::search::{Filter, Hit, SearchOptions, SearchResult, search_schema};
use kb::{ControlNature, Entry, EntryData, EntryKind, Kb, Owner, Part, Strength, SystemType};

fn search(query: &str, limit: usize) -> Vec<Hit> {
    ask(query, SearchOptions::of_kind(EntryKind::Clause, limit)).hits
}

fn ask(query: &str, options: SearchOptions) -> SearchResult {
    Kb::embedded().unwrap().search(query, &options).unwrap()
}

fn mixed(query: &str) -> SearchResult {
    ask(query, SearchOptions::default())
}

fn list(filter: Filter) -> Vec<Entry<'static>> {
    let hits = ask("", SearchOptions { filter, limit: usize::MAX }).hits;
    hits.iter().map(|hit| Kb::embedded().unwrap().get(&hit.id).unwrap()).collect()
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
    for query in ["、。", "＊", "()", "\"\"", "-"] {
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
fn okurigana_and_mixed_spellings_do_not_matter() {
    for spellings in [
        &["取り扱い", "取扱い"][..],
        &["持ち出しの手順", "持出しの手順"],
        &["二要素認証の期限", "2要素認証の期限", "２要素認証の期限"],
        &["ばっくあっぷの世代", "バックアップの世代"],
    ] {
        let firsts: Vec<String> = spellings.iter().map(|query| search(query, 1)[0].id.clone()).collect();
        assert!(firsts.windows(2).all(|pair| pair[0] == pair[1]), "{spellings:?} {firsts:?}");
    }
}

#[test]
fn signs_of_a_query_are_obeyed() {
    let text = |hit: &Hit| indexed_text(Kb::embedded().unwrap().get(&hit.id).unwrap()).replace('\n', "");
    let without = search("ログ -証跡", 1000);
    assert!(!without.is_empty() && without.iter().all(|hit| !text(hit).contains("証跡")));
    assert_eq!(without, search("ログ NOT 証跡", 1000));
    let phrase = search("\"監査証跡\"", 1000);
    assert!(phrase.iter().all(|hit| text(hit).contains("監査証跡")));
    let either = search("タイムスタンプ OR 棚卸", 1000);
    assert!(either.iter().any(|hit| text(hit).contains("棚卸")));
    assert!(either.iter().any(|hit| text(hit).contains("タイムスタンプ")));
}

#[test]
fn typing_mistakes_are_mended() {
    for (typed, meant) in
        [("二要素忍証", "二要素認証"), ("バックアプッ", "バックアップ"), ("ランサムウェヤ", "ランサムウェア")]
    {
        let result = mixed(typed);
        assert!(result.suggestions.iter().any(|text| text == meant), "{typed}: {:?}", result.suggestions);
        assert!(!result.hits.is_empty(), "{typed}");
    }
    for right in ["二要素認証", "バックアップの世代管理", "職員の教育", "保守業者のリモート接続"]
    {
        assert!(mixed(right).suggestions.is_empty(), "{right}");
    }
}

#[test]
fn filters_without_words_list_in_the_order_of_the_data() {
    let filter = Filter {
        kinds: vec![EntryKind::Control],
        document: Some("JAHIS-09-001".to_owned()),
        nature: Some("technical".to_owned()),
        owner: Some(Owner::Vendor),
        strength: Some(Strength::Must),
        ..Filter::default()
    };
    let found: Vec<&str> = list(filter).iter().map(|entry| entry.id()).collect();
    let expected: Vec<&str> = Kb::embedded()
        .unwrap()
        .entries_of(EntryKind::Control)
        .filter(|entry| match entry.data() {
            EntryData::Control(control) => {
                control.document.as_deref() == Some("JAHIS-09-001")
                    && control.nature == ControlNature::Technical
                    && matches!(control.owner, Owner::Vendor | Owner::Both)
                    && control.strength == Strength::Must
            }
            _ => false,
        })
        .map(|entry| entry.id())
        .collect();
    assert!(!found.is_empty());
    assert_eq!(found, expected);
    let control =
        list(Filter { part: Some(Part::Governance), kinds: vec![EntryKind::Clause], ..Filter::default() });
    assert!(control.iter().all(|entry| entry.id().starts_with("G-")) && !control.is_empty());
    let fourth = Filter {
        system_type: Some(SystemType::NoStaffCloud),
        kinds: vec![EntryKind::Clause],
        ..Filter::default()
    };
    assert!(
        list(fourth).iter().all(|entry| entry
            .as_clause()
            .unwrap()
            .applies_to()
            .contains(&SystemType::NoStaffCloud))
    );
    let confirmed = Filter { confirmed: true, ..Filter::default() };
    assert!(list(confirmed).iter().all(|entry| entry.is_confirmed()));
}

#[test]
fn a_term_is_recognised_and_other_kinds_are_mentioned() {
    let result = mixed("MFA");
    assert_eq!(result.term.map(|term| term.title), Some("多要素認証".to_owned()));
    assert!(result.expanded.iter().any(|expanded| expanded.means.iter().any(|word| word == "二要素認証")));
    assert_eq!(result.hits[0].kind, EntryKind::Clause);
    assert!(result.others.iter().any(|other| other.kind == EntryKind::Control && other.count > 0));
    assert!(result.hits.iter().all(|hit| !hit.citation.is_empty()));
    for hit in &result.hits {
        let length = hit.snippet.chars().count();
        assert!(hit.highlights.iter().all(|[start, end]| start < end && *end <= length), "{hit:?}");
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
