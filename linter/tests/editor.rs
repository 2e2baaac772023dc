//! What editors show of rule files and documents.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use dsl::ast::{Expr, FactExpr, Item, Member, Pattern, Rule};
use dsl::{Span, Spanned};
use insta::assert_snapshot;
use linter::editor::findings::{self, Markup};
use linter::editor::navigation::{self, Place};
use linter::editor::places::Role;
use linter::editor::{Diagnostic, Workspace, completion, diagnostics, doubts, hover, symbols};
use linter::message::Lang;
use linter::pack::{self, RulePack, Source, shipped_sources};
use proptest::prelude::*;

/// The names of a tree with what they are, as the parser reads them.
#[derive(Default)]
struct Tree(BTreeSet<(Span, Role, String)>);

impl Tree {
    fn add(&mut self, name: &Spanned<String>, role: Role) {
        self.0.insert((name.span, role, name.node.clone()));
    }

    fn all(&mut self, names: &[Spanned<String>], role: Role) {
        names.iter().for_each(|name| self.add(name, role));
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Concept(concept) => {
                self.add(&concept.name, Role::ConceptDefinition);
                self.pattern(&concept.pattern);
            }
            Item::Extend(concept) => {
                self.add(&concept.name, Role::ConceptExtension);
                self.pattern(&concept.pattern);
            }
            Item::Rule(rule) => self.rule(rule),
        }
    }

    fn rule(&mut self, rule: &Rule) {
        self.add(&rule.id, Role::RuleId);
        for member in &rule.members {
            match member {
                Member::Topic(name) => self.add(name, Role::Topic),
                Member::Theme(name) => self.add(name, Role::Theme),
                Member::Editions(names) => self.all(names, Role::Edition),
                Member::Applies(applies) => {
                    self.all(&applies.kinds, Role::Kind);
                    applies.when.iter().for_each(|when| self.fact(when));
                }
                Member::Severity(name) => self.add(name, Role::Severity),
                Member::Basis(names) => self.all(names, Role::Clause),
                Member::Requirement(requirement) => {
                    self.add(&requirement.name, Role::RequirementDefinition);
                    self.all(&requirement.basis, Role::Clause);
                    requirement.severity.iter().for_each(|name| self.add(name, Role::Severity));
                    requirement.expr.iter().for_each(|expr| self.expr(expr));
                }
                Member::Example(example) => {
                    self.all(&example.fails, Role::Requirement);
                    example.status.iter().for_each(|name| self.add(name, Role::Status));
                }
                Member::Reference(_) | Member::Advice(_) => {}
            }
        }
    }

    fn fact(&mut self, fact: &FactExpr) {
        match fact {
            FactExpr::Fact(name) => self.add(name, Role::Fact),
            FactExpr::Not(part) => self.fact(part),
            FactExpr::And(parts) | FactExpr::Or(parts) => parts.iter().for_each(|part| self.fact(part)),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::And(parts) | Expr::Or(parts) | Expr::OneOf(parts, _) => {
                parts.iter().for_each(|part| self.expr(part));
            }
            Expr::Not(part, _) => self.expr(part),
            Expr::Scope(scope, part) => {
                self.add(scope, Role::Scope);
                self.expr(part);
            }
            Expr::Act(act) => {
                self.add(&act.strength, Role::Strength);
                act.party.iter().for_each(|party| self.add(party, Role::Party));
                self.pattern(&act.action);
                act.object.iter().chain(&act.condition).for_each(|part| self.pattern(part));
                act.within.iter().for_each(|within| self.add(within, Role::Value));
            }
            Expr::Column(heading, part, _) => {
                self.pattern(heading);
                self.expr(part);
            }
            Expr::Count(count) => {
                self.pattern(&count.pattern);
                self.add(&count.value, Role::Value);
            }
            Expr::Defines(pattern, _) | Expr::Refers(pattern, _) => self.pattern(pattern),
            Expr::By(party) => self.add(party, Role::Party),
            Expr::Defect(name) => self.add(name, Role::Defect),
            Expr::Disagree(parts) => {
                self.add(&parts.measure, Role::Measure);
                self.expr(&parts.among);
            }
            Expr::Quantity(quantity) => {
                self.add(&quantity.measure, Role::Measure);
                self.add(&quantity.value, Role::Value);
            }
            Expr::Pattern(pattern) => self.pattern(pattern),
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        match pattern {
            Pattern::Concept(name) => self.add(name, Role::Concept),
            Pattern::Any(parts) => parts.iter().for_each(|part| self.pattern(part)),
            Pattern::Sequence(first, others) => {
                self.pattern(first);
                others.iter().for_each(|(_, part)| self.pattern(part));
            }
            Pattern::Except(part, exception) => {
                self.pattern(part);
                self.pattern(exception);
            }
            Pattern::Literal(_) | Pattern::Word(_) | Pattern::Regex(_) => {}
        }
    }
}

/// Every construct of the language that the shipped rules do not use.
const RARE: &str = r#"seki 1
extend concept 返却 = "お返し" | word "返" except 消去 | /返却\w/
rule own/rare "まれな書き方" {
  theme hygiene
  applies contract, nda when outsourcing.cloud and not (remote.staff or devices.byod)
  severity warning
  basis M-8-11
  require a "甲" basis M-8-11, C-10-1 reference "ほか" at error {
    within article { caption { 返却 } and not (消去 | 返却) } or by(vendor)
  }
  recommend b "乙" {
    one_of { number("文字") >= 13, duration <= 24h }
    and act must(vendor) (返却 | 消去) of 預託情報 when 契約終了 within 30d
    and within column(返却 | "担当") { by(hospital) } and count(消去) >= 2 and defines 預託情報 and refers (返却 | "別紙")
    and within unit { period >= 5bd }
  }
  advice "短い"
  pass "よい" """ 第1条 """
  fail a, b as weak "よくない" """ 第1条 """
}
"#;

#[test]
fn words_are_what_the_parser_takes_them_for() {
    let mut sources = shipped_sources();
    sources.push(Source { path: "rare.seki".to_owned(), text: RARE.to_owned() });
    let workspace = Workspace::load(sources.clone());
    for (file, source) in sources.iter().enumerate() {
        let parsed = dsl::parse(&source.text);
        assert_eq!(parsed.errors, [], "{}", source.path);
        let mut tree = Tree::default();
        parsed.file.items.iter().for_each(|item| tree.item(item));
        let names = workspace.names().filter(|name| name.file == file && name.role != Role::Keyword);
        let version = Span::new(5, 6);
        let words: BTreeSet<_> = names
            .filter(|name| name.span != version)
            .map(|name| (name.span, name.role, name.text.clone()))
            .collect();
        let differing: Vec<_> = tree.0.symmetric_difference(&words).collect();
        assert!(differing.is_empty(), "{}: {differing:?}", source.path);
    }
}

fn workspace(text: &str) -> Workspace {
    Workspace::load(vec![Source { path: "own.seki".to_owned(), text: text.to_owned() }])
}

fn labels(text: &str, offset: usize) -> Vec<String> {
    let found = completion::at(&workspace(text), 0, offset as u32, Lang::Ja);
    found.map(|found| found.choices.into_iter().map(|choice| choice.label).collect()).unwrap_or_default()
}

/// A file that ends where a word of it begins offers that word.
#[test]
fn what_was_written_could_have_been_chosen() {
    let tokens = dsl::tokens(RARE);
    let whole = workspace(RARE);
    let mut asked = 0;
    for token in &tokens {
        let Some(name) = whole.name_at(0, token.span.start).filter(|name| name.span == token.span) else {
            continue;
        };
        let made_up = matches!(
            name.role,
            Role::ConceptDefinition | Role::RuleId | Role::RequirementDefinition | Role::Theme | Role::Value
        );
        if made_up || matches!(name.text.as_str(), "seki" | "hygiene") {
            continue;
        }
        let head = RARE.get(..token.span.start as usize).unwrap();
        let offered = labels(head, head.len());
        assert!(
            offered.contains(&name.text),
            "after …{:?}: {offered:?}",
            head.chars().rev().take(40).collect::<String>().chars().rev().collect::<String>()
        );
        asked += 1;
    }
    assert!(asked > 60, "{asked}");
}

#[test]
fn nothing_is_offered_in_texts_and_comments() {
    for text in [
        "seki 1\nconcept a = \"返",
        "seki 1\n// 注 ",
        "seki 1\nrule a/b \"題",
        "seki 1\nrule a/b \"題\" {\n  advice \"\"\"\n 第",
        "seki 1\nconcept ",
        "seki 1\nconcept a = /返",
    ] {
        assert_eq!(labels(text, text.len()), [""; 0], "{text}");
    }
    let template = "seki 1\nrule a/b \"題\" {\n  advice \"\"\"\n 第{{ ";
    assert_eq!(labels(template, template.len()), ["n", "vendor", "hospital"]);
    let concept = "seki 1\nconcept a = 返";
    assert!(labels(concept, concept.len()).contains(&"返却".to_owned()));
}

/// A file with mistakes of several sorts, and what is shown in it.
const BROKEN: &str = r#"seki 1

/// 返すこと。
extend concept 返却 = "お返し" | 預託情報

/// 返すか。
rule own/return "返却" {
  topic     data_retrun_and_deletion
  editions  6.0
  applies   contract when outsourcing.cloud
  severity  error
  basis     M-8-11
  require return "返却" { act must(vendor) 返郤 of （預託情報） whn 契約終了 }
  fail retur "ない" """
    第1条 甲は、払う。
  """
}
"#;

#[test]
fn a_broken_file() {
    let workspace = workspace(BROKEN);
    let index = dsl::LineIndex::new(BROKEN);
    let mut out = String::new();
    for found in diagnostics::of_file(&workspace, 0, Lang::Ja) {
        let at = index.position(found.span.start);
        writeln!(
            out,
            "{}:{} {:?} {}\n  {}",
            at.line,
            at.column,
            found.level,
            found.code,
            found.message.replace('\n', "\n  ")
        )
        .unwrap();
        for fix in &found.fixes {
            writeln!(out, "  → {}: {:?}", fix.title, BROKEN.get(fix.span.range()).unwrap()).unwrap();
        }
    }
    for word in [
        "返却 =",
        "data_retrun",
        "contract when",
        "outsourcing",
        "M-8-11",
        "return \"",
        "must",
        "vendor",
        "預託情報）",
    ] {
        let offset = BROKEN.rfind(word).unwrap() as u32;
        let shown =
            hover::at(&workspace, 0, offset, Lang::Ja).map_or_else(|| "—".to_owned(), |hover| hover.markdown);
        let shown: String = shown.chars().take(420).collect();
        writeln!(out, "\n== {word}\n{}", shown.trim_end()).unwrap();
    }
    out.push_str("\n== outline\n");
    for symbol in symbols::of_file(&workspace, 0) {
        writeln!(
            out,
            "{} {} {:?}",
            symbol.name,
            symbol.detail,
            BROKEN.get(symbol.span.range()).unwrap().lines().next()
        )
        .unwrap();
        for child in symbol.children {
            writeln!(out, "  {} {}", child.name, child.detail).unwrap();
        }
    }
    assert_snapshot!("editor-broken-file", out);
}

#[test]
fn names_lead_to_their_places() {
    let two = vec![
        Source { path: "a.seki".to_owned(), text: "seki 1\nconcept 甲乙 = \"甲乙\"\n".to_owned() },
        Source {
            path: "b.seki".to_owned(),
            text: "seki 1\nextend concept 甲乙 = 返却\nrule a/b \"題\" { require x \"件\" { 甲乙 } fail x \"例\" \"\"\" 甲 \"\"\" }\n".to_owned(),
        },
    ];
    let workspace = Workspace::load(two.clone());
    let text = |place: &Place| {
        let source = two.get(place.file).unwrap();
        let at = dsl::LineIndex::new(&source.text).position(place.span.start);
        format!("{}:{}:{}", source.path, at.line, at.column)
    };
    let at = |needle: &str| two.get(1).unwrap().text.rfind(needle).unwrap() as u32;
    let show = |places: Vec<Place>| places.iter().map(text).collect::<Vec<_>>().join(" ");
    assert_eq!(show(navigation::definition(&workspace, 1, at("甲乙 }"))), "a.seki:2:9");
    assert_eq!(
        show(navigation::references(&workspace, 1, at("甲乙 }"), true)),
        "a.seki:2:9 b.seki:2:16 b.seki:3:32"
    );
    assert_eq!(show(navigation::references(&workspace, 1, at("甲乙 }"), false)), "b.seki:2:16 b.seki:3:32");
    assert_eq!(show(navigation::definition(&workspace, 1, at("x \"例"))), "b.seki:3:24");
    let rename = |offset: u32, new: &str| navigation::rename(&workspace, 1, offset, new, Lang::Ja).map(show);
    assert_eq!(rename(at("甲乙 }"), "双方").unwrap(), "a.seki:2:9 b.seki:2:16 b.seki:3:32");
    assert_eq!(rename(at("x \"件"), "y").unwrap(), "b.seki:3:24 b.seki:3:42");
    for (offset, new) in [
        (at("甲乙 }"), "返却"),
        (at("甲乙 }"), "and"),
        (at("甲乙 }"), "1号"),
        (at("甲乙 }"), "a b"),
        (at("甲乙 }"), ""),
        (at("返却"), "返還"),
        (at("題"), "名"),
    ] {
        assert!(rename(offset, new).is_err(), "{new}");
    }
}

#[test]
fn examples_that_do_something_else_are_warned_of() {
    let text = r#"seki 1

/// 記録を残すか。
rule own/log "記録" {
  theme hygiene
  editions 6.0
  applies contract
  severity error
  basis C-17-1
  require log "記録" { act must(vendor) "記録" }
  advice """ 第{{ n }}条 {{ vendor }}は、記録しなければならない。 """
  pass "努力" """
    第1条 乙は、操作を記録するよう努める。
  """
  pass "義務" """ 第1条 乙は、操作を記録しなければならない。 """
  fail log "ない" """ 第1条 乙は、誠実に行わなければならない。 """
  fail log "甲" """ 第1条 甲は、操作を記録しなければならない。 """
}
"#;
    let warnings = doubts::of_file(&workspace(text), 0, Lang::Ja);
    let [warning] = warnings.as_slice() else { panic!("{warnings:?}") };
    assert_eq!(text.get(warning.span.range()), Some("pass \"努力\""));
    assert!(warning.message.contains("努力にとどまり"), "{}", warning.message);
}

fn applied(text: &str, found: &Diagnostic) -> Option<String> {
    let fix = found.fixes.first()?;
    let (head, tail) = (text.get(..fix.span.start as usize)?, text.get(fix.span.end as usize..)?);
    Some(format!("{head}{}{tail}", fix.text))
}

/// Inserting the proposed clause where the editor would put it settles the finding, and disturbs nothing else.
#[test]
fn a_proposed_clause_settles_its_finding() {
    let pack = pack::load(shipped_sources()).pack;
    let mut settled = 0;
    for name in ["karte-hoshu-keiyaku", "cloud-riyou-keiyaku"] {
        let path = format!("{}/../examples/{name}.md", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let before = findings::of_text(&text, Markup::Markdown, &pack, Lang::Ja);
        let codes = |found: &[Diagnostic]| found.iter().map(|one| one.code.clone()).collect::<BTreeSet<_>>();
        for found in before.iter().filter(|found| found.message.contains("[定めなし]")) {
            let Some(edited) = applied(&text, found) else { continue };
            let after = codes(&findings::of_text(&edited, Markup::Markdown, &pack, Lang::Ja));
            assert!(!after.contains(&found.code), "{name} {}", found.code);
            // A clause may refer to a 別紙 that a person has to attach.
            let attached = |code: &&String| *code != "hygiene/missing-appendix";
            let new: Vec<_> = after.difference(&codes(&before)).filter(attached).cloned().collect();
            assert!(new.is_empty(), "{name} {}: {new:?}\n{edited}", found.code);
            settled += 1;
        }
    }
    assert!(settled > 3, "{settled}");
}

#[test]
fn findings_stand_at_their_passages() {
    let pack = pack::load(shipped_sources()).pack;
    let text = "# 業務委託契約書\r\n\r\n第1条（秘密保持）\r\n乙は、業務上知り得た秘密情報を第三者に開示しないよう努めるものとする。\r\n\r\n第2条（再委託）\r\n乙は、甲の事前の書面による承諾を得て、業務の一部を再委託することができる。この場合、第9条の定めによる。\r\n\r\n![押印](seal.png)\r\n";
    let mut out = String::new();
    let others_come_and_go = |found: &Diagnostic| {
        let shown = ["access-log", "confidentiality", "subcontracting"];
        found.code.strip_prefix("contract/").is_some_and(|rule| !shown.contains(&rule))
    };
    for found in findings::of_text(text, Markup::Markdown, &pack, Lang::Ja) {
        if others_come_and_go(&found) {
            continue;
        }
        let place = |span: Span| text.get(span.range()).unwrap().to_owned();
        writeln!(
            out,
            "{:?} {} 「{}」\n  {}",
            found.level,
            found.code,
            place(found.span),
            found.message.replace('\n', "\n  ")
        )
        .unwrap();
        for (span, words) in &found.related {
            writeln!(out, "  / {words} 「{}」", place(*span)).unwrap();
        }
        for fix in &found.fixes {
            let before: String =
                text.get(..fix.span.start as usize).unwrap().chars().rev().take(12).collect();
            let new: String = fix.text.chars().take(60).collect();
            writeln!(
                out,
                "  + {} ({:?} の後に {new:?}…)",
                fix.title,
                before.chars().rev().collect::<String>()
            )
            .unwrap();
        }
    }
    assert_snapshot!("editor-findings", out);
    let readme = findings::of_text("# 使い方\n\nビルドして動かします。\n", Markup::Markdown, &pack, Lang::Ja);
    assert_eq!(readme.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["kind"]);
    assert_eq!(findings::of_text(" \n", Markup::Plain, &pack, Lang::Ja), []);
}

/// Everything that can be asked of a place; spans must lie in the text, on its characters.
fn ask(text: &str, offset: u32) {
    let workspace = workspace(text);
    let inside = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    diagnostics::of_file(&workspace, 0, Lang::En).iter().for_each(|found| {
        inside(found.span);
        found.fixes.iter().for_each(|fix| inside(fix.span));
    });
    hover::at(&workspace, 0, offset, Lang::Ja).iter().for_each(|hover| inside(hover.span));
    completion::at(&workspace, 0, offset, Lang::Ja).iter().for_each(|found| inside(found.replaces));
    let own = |places: Vec<Place>| {
        places.iter().filter(|place| place.file == 0).for_each(|place| inside(place.span))
    };
    own(navigation::definition(&workspace, 0, offset));
    own(navigation::references(&workspace, 0, offset, true));
    let _ = navigation::rename(&workspace, 0, offset, "新", Lang::Ja).map(own);
    symbols::of_file(&workspace, 0).iter().for_each(|symbol| inside(symbol.span));
}

fn shipped() -> &'static RulePack {
    static PACK: std::sync::OnceLock<RulePack> = std::sync::OnceLock::new();
    PACK.get_or_init(|| pack::load(shipped_sources()).pack)
}

/// Lines of which contracts are made, and some that disturb them.
const LINES: &[&str] = &[
    "# 保守契約書",
    "## 第1条（秘密保持）",
    "第２条　乙は、秘密情報を第三者に開示しないよう努める。",
    "　２　乙は、契約終了後30日以内に、医療情報を返却しなければならない。",
    "（1）𠮷田の記録。\u{1F642} ｶﾀｶﾅ",
    "| 項目 | 担当 |\n|---|---|\n| 監査 | 甲 |",
    "別紙1\n乙は、**障害**の状況を報告する。",
    "附則\n第99条に従う。",
    "![印](a.png)",
    "甲：　　乙：",
    "\t- [x] 再委託 `code` <b>甲</b> &amp;",
    "",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_can_be_asked_about(text in "\\PC{0,60}", offset in 0u32..200) {
        ask(&text, offset);
    }

    #[test]
    fn a_cut_and_mended_rule_can_be_asked_about(from in 0usize..900, length in 0usize..80, put in "\\PC{0,6}", offset in 0u32..1200) {
        let cut: String = RARE.chars().take(from).chain(put.chars()).chain(RARE.chars().skip(from + length)).collect();
        ask(&cut, offset);
    }

    #[test]
    fn any_lines_can_be_judged(picked in proptest::collection::vec(0usize..12, 0..14), joint in "(\n|\r\n|\n\n)", is_markdown in any::<bool>()) {
        let lines: Vec<&str> = picked.iter().map(|line| LINES[*line]).collect();
        let text = format!("# 業務委託契約書{joint}{}", lines.join(&joint));
        let markup = if is_markdown { Markup::Markdown } else { Markup::Plain };
        let inside = |span: Span| {
            prop_assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
            Ok(())
        };
        for found in findings::of_text(&text, markup, shipped(), Lang::Ja) {
            inside(found.span)?;
            for (span, _) in &found.related {
                inside(*span)?;
            }
            for fix in &found.fixes {
                inside(fix.span)?;
            }
        }
    }
}
