//! The extension for VS Code: its files fit together, and its grammar knows every word of the language.

use dsl::checked::{Party, Scope, Strength};
use dsl::keyword::{ITEMS, MEMBERS, OPERATORS};
use dsl::vocabulary::MEASURES;
use fancy_regex::Regex;
use serde_json::Value;

use crate::harness::root;

fn json(path: &str) -> Value {
    let path = root().join("editors/vscode").join(path);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn grammar() -> Value {
    json("syntaxes/seki.tmLanguage.json")
}

#[test]
fn what_the_manifest_names_is_there() {
    let manifest = json("package.json");
    let contributes = &manifest["contributes"];
    let language = &contributes["languages"][0];
    assert_eq!(language["id"], "seki");
    let configuration = json(language["configuration"].as_str().unwrap());
    let grammar_entry = &contributes["grammars"][0];
    assert_eq!(grammar_entry["language"], language["id"]);
    assert_eq!(json(grammar_entry["path"].as_str().unwrap())["scopeName"], grammar_entry["scopeName"]);
    let main = root().join("editors/vscode").join(manifest["main"].as_str().unwrap());
    let program = std::fs::read_to_string(main).unwrap();
    let settings = contributes["configuration"]["properties"].as_object().unwrap();
    for setting in settings.keys() {
        let name = setting.strip_prefix("sekisho.").unwrap();
        assert!(program.contains(&format!("settings.get(\"{name}\")")), "{setting} is read by nobody");
    }
    for command in contributes["commands"].as_array().unwrap() {
        assert!(program.contains(command["command"].as_str().unwrap()), "{command}");
    }
    let word = Regex::new(&format!("^(?:{})$", configuration["wordPattern"].as_str().unwrap())).unwrap();
    for text in ["返却", "contract/data-return", "M-8-11", "outsourcing.cloud", "must_not", "サーバー"]
    {
        assert!(word.is_match(text).unwrap(), "{text}");
    }
}

/// Calls `visit` with each pattern of the grammar, however deep.
fn patterns(value: &Value, visit: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(fields) => {
            visit(value);
            fields.values().for_each(|field| patterns(field, visit));
        }
        Value::Array(list) => list.iter().for_each(|one| patterns(one, visit)),
        _ => {}
    }
}

#[test]
fn every_pattern_can_be_used() {
    let grammar = grammar();
    let mut expressions = 0;
    patterns(&grammar, &mut |pattern| {
        if let Some(include) = pattern.get("include").and_then(Value::as_str) {
            let name =
                include.strip_prefix('#').unwrap_or_else(|| panic!("{include} leads out of the grammar"));
            assert!(grammar["repository"].get(name).is_some(), "{include}");
        }
        for field in ["match", "begin", "end"] {
            if let Some(source) = pattern.get(field).and_then(Value::as_str) {
                Regex::new(source).unwrap_or_else(|error| panic!("{source}: {error}"));
                expressions += 1;
            }
        }
        assert_eq!(pattern.get("begin").is_some(), pattern.get("end").is_some(), "{pattern}");
    });
    assert!(expressions > 20, "{expressions}");
    let used = grammar.to_string();
    for name in grammar["repository"].as_object().unwrap().keys() {
        assert!(used.contains(&format!("\"#{name}\"")), "nothing includes {name}");
    }
}

/// The scope that the keyword patterns give to a word standing in these words.
fn scope_of(word: &str, around: &str) -> Option<String> {
    let text = around.replace('□', word);
    let start = text.find(word).unwrap();
    let grammar = grammar();
    let list = grammar["repository"]["keywords"]["patterns"].as_array().unwrap().clone();
    list.iter().find_map(|pattern| {
        let regex = Regex::new(pattern["match"].as_str().unwrap()).unwrap();
        let found = regex.captures_from_pos(&text, 0).unwrap()?;
        let own = found.get(1)?;
        (own.range() == (start..start + word.len())).then(|| pattern["name"].as_str().unwrap().to_owned())
    })
}

#[test]
fn every_word_of_the_language_is_coloured() {
    let scope_names: Vec<&str> = Scope::ALL.iter().map(|(name, _)| *name).collect();
    let strengths: Vec<&str> = Strength::ALL.iter().map(|(name, _)| *name).collect();
    let parties: Vec<&str> = Party::ALL.iter().map(|(name, _)| *name).collect();
    for (words, around, scope) in [
        (ITEMS, "  □ ", "keyword.control.item.seki"),
        (MEMBERS, "  □ ", "keyword.control.member.seki"),
        (OPERATORS, "返却 □ 消去", "keyword.operator.word.seki"),
        (MEASURES, "{ □(", "support.function.measure.seki"),
        (&scope_names, "{ □ { 返却 } }", "support.constant.scope.seki"),
        (&strengths, "返却 □(", "support.constant.strength.seki"),
        (&parties, "(□)", "support.constant.party.seki"),
    ] {
        for word in words {
            assert_eq!(scope_of(word, around).as_deref(), Some(scope), "{word}");
        }
        for around in ["返□", "□録", "x-□", "□_x", "a/□"] {
            assert_eq!(scope_of(words[0], around), None, "{around}");
        }
    }
}

/// Clauses, facts and values are what the grammar takes them for.
#[test]
fn ids_and_values_are_coloured() {
    let grammar = grammar();
    let source =
        |pattern: &Value| Regex::new(&format!("^(?:{})$", pattern["match"].as_str().unwrap())).unwrap();
    let clause = source(&grammar["repository"]["ids"]["patterns"][0]);
    let fact = source(&grammar["repository"]["ids"]["patterns"][1]);
    let value = source(&grammar["repository"]["values"]);
    let kb = kb::Kb::embedded().unwrap();
    assert!(kb.clauses().all(|entry| clause.is_match(entry.id()).unwrap()));
    let dotted = linter::profile::FACTS.iter().filter(|fact| fact.contains('.'));
    assert!(dotted.clone().count() > 5);
    assert!(dotted.clone().all(|name| fact.is_match(name).unwrap()));
    for text in ["13", "24h", "30d", "6mo", "5y", "5bd", "6.0"] {
        assert!(value.is_match(text).unwrap(), "{text}");
    }
}
