//! The language server, as an editor meets it: messages over standard input and output of the real program.

mod client;

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::harness::stable;
use client::{Client, after, at};

const OTHER: &str = "seki 1\n\n/// 返すべき写し。\nconcept 控え = \"控え\" | \"写し\" | 預託情報\n";

/// A name that nobody defined, a clause that does not exist, and an example that does not do what it says.
const BROKEN: &str = r#"seki 1

/// 契約が終わったら、控えを返すか。
rule own/copies "控えの返却" {
  theme     hygiene
  editions  6.0
  applies   contract
  severity  error
  basis     M-8
  require give "返却" { act must(vendor)   返郤 of 控え when 契約終了 }
  advice """
    第{{ n }}条 {{ vendor }}は、本契約が終了したときは、控えを{{ hospital }}に返却しなければならない。
  """
  pass "義務として書く" """
    第1条 乙は、本契約が終了したときは、控えを甲に返却しなければならない。
  """
  pass "努力では足りないのに通ると書いた例" """
    第1条 乙は、本契約が終了したときは、控えを甲に返却するよう努める。
  """
  fail give "ない" """
    第1条 乙は、誠実に業務を行わなければならない。
  """
  fail give "甲の義務" """
    第1条 甲は、本契約が終了したときは、控えを乙に返却しなければならない。
  """
}
"#;

const CONTRACT: &str = "# 秘密保持契約書\n\n医療法人甲野会（以下「甲」という。）と株式会社乙山（以下「乙」という。）は、次のとおり契約する。\n\n## 第1条（秘密保持）\n\n乙は、甲から開示を受けた秘密情報を、第三者に開示しないよう努めるものとする。\n\n## 第2条（終了時）\n\nこの契約が終了したときの秘密情報の返却の方法は、甲乙協議して定める。\n";

/// The findings that the transcript shows: others come and go with the rules.
const SHOWN: &[&str] = &["contract/confidentiality", "contract/data-return-and-deletion"];

fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("other.seki"), OTHER).unwrap();
    std::fs::write(folder.path().join("own.seki"), BROKEN).unwrap();
    folder
}

#[test]
fn a_session() {
    let folder = workspace();
    let mut client = Client::start(folder.path(), &["lsp"]);
    let (own, other, contract) =
        (client.uri("own.seki"), client.uri("other.seki"), client.uri("contract.md"));
    client.request("initialize", client::parameters(folder.path(), json!({})));
    client.notify("initialized", json!({}));

    client.say("書きかけの規則を開く");
    client.notify("textDocument/didOpen", client::opened(&own, "seki", 1, BROKEN));
    let found = client.diagnostics(&own);
    assert_eq!(found.as_array().unwrap().len(), 2);
    let wrong = found.as_array().unwrap().iter().find(|one| one["code"] == "dsl-unknown-concept").unwrap();
    let actions = client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": own}, "range": wrong["range"], "context": {"diagnostics": [wrong]}}),
    );
    assert_eq!(actions[0]["edit"]["changes"][&own][0]["newText"], "返却");

    client.say("補完: 遵守事項の番号、語句の中の概念");
    client.request("textDocument/completion", at(&own, after(BROKEN, "basis     M-8")));
    client.request("textDocument/completion", at(&own, after(BROKEN, "返郤 of ")));

    client.say("誤りを直す");
    let clause = after(BROKEN, "basis     M-8");
    let fixes = json!([
        actions[0]["edit"]["changes"][&own][0].clone(),
        {"range": {"start": clause, "end": clause}, "newText": "-11"},
    ]);
    let changes: Vec<Value> = fixes
        .as_array()
        .unwrap()
        .iter()
        .map(|fix| json!({"range": fix["range"], "text": fix["newText"]}))
        .collect();
    client.notify(
        "textDocument/didChange",
        json!({"textDocument": {"uri": own, "version": 2}, "contentChanges": changes}),
    );
    assert_eq!(client.diagnostics(&own), json!([]));
    let text = BROKEN.replace("返郤", "返却").replace("M-8\n", "M-8-11\n");

    client.say("説明: 遵守事項、概念");
    client.request("textDocument/hover", at(&own, after(&text, "basis     M")));
    client.request("textDocument/hover", at(&own, after(&text, "返却 of ")));
    client.say("定義、参照、名前の変更");
    let copies = at(&own, after(&text, "返却 of 控"));
    let definition = client.request("textDocument/definition", copies.clone());
    assert_eq!(definition[0]["uri"], other);
    let mut with_definition = copies.clone();
    with_definition["context"] = json!({"includeDeclaration": true});
    client.request("textDocument/references", with_definition);
    client.request("textDocument/prepareRename", copies.clone());
    let mut renamed = copies;
    renamed["newName"] = json!("写し類");
    let edit = client.request("textDocument/rename", renamed.clone());
    assert_eq!(edit["changes"].as_object().unwrap().len(), 2);
    renamed["newName"] = json!("and");
    assert_eq!(client.request("textDocument/rename", renamed)["code"], -32803);
    client.say("要件の定義、目次、書式");
    client.request("textDocument/definition", at(&own, after(&text, "fail gi")));
    client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": own}}));
    let formatted = client.request(
        "textDocument/formatting",
        json!({"textDocument": {"uri": own}, "options": {"tabSize": 2, "insertSpaces": true}}),
    );
    assert_eq!(formatted[0]["newText"], dsl::format(&text).unwrap());

    client.say("保存すると、例を試す");
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": own}}));
    assert_eq!(client.diagnostics(&own)[0]["severity"], 2);

    client.say("契約書を開く(規則は一部だけを示す)");
    client.show_only(SHOWN);
    client.notify("textDocument/didOpen", client::opened(&contract, "markdown", 1, CONTRACT));
    let found = client.diagnostics(&contract);
    let weak = found.as_array().unwrap().iter().find(|one| one["code"] == SHOWN[0]).unwrap().clone();
    let place = json!({"textDocument": {"uri": contract}, "position": weak["range"]["start"]});
    client.request("textDocument/hover", place);
    let actions = client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": contract}, "range": weak["range"], "context": {"diagnostics": [weak]}}),
    );
    client.say("条文案を入れる");
    let insert = &actions[0]["edit"]["changes"][&contract][0];
    let change = json!({"range": insert["range"], "text": insert["newText"]});
    client.notify(
        "textDocument/didChange",
        json!({"textDocument": {"uri": contract, "version": 2}, "contentChanges": [change]}),
    );
    let found = client.diagnostics(&contract);
    assert!(found.as_array().unwrap().iter().all(|one| one["code"] != SHOWN[0]), "{found:#}");

    client.say("閉じて、終わる");
    for uri in [&own, &contract] {
        client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
        assert_eq!(client.diagnostics(uri), json!([]));
    }
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    let (status, transcript) = client.end();
    assert_eq!(status, 0, "{transcript}");
    stable(|| assert_snapshot!("lsp-session", transcript));
}

/// Bytes as columns, English by the client's wish, and only the files of the folder where there is no workspace.
#[test]
fn what_the_client_asked_for() {
    let folder = workspace();
    let mut client = Client::start(folder.path(), &["lsp", "--stdio"]);
    let own = client.uri("own.seki");
    let mut parameters = client::parameters(folder.path(), json!({"lang": "en", "shippedDocuments": true}));
    parameters["capabilities"]["general"] = json!({"positionEncodings": ["utf-32", "utf-8", "utf-16"]});
    parameters["workspaceFolders"] = Value::Null;
    let welcome = client.request("initialize", parameters);
    assert_eq!(welcome["capabilities"]["positionEncoding"], "utf-8");
    client.notify("textDocument/didOpen", client::opened(&own, "seki", 1, BROKEN));
    let found = client.diagnostics(&own);
    let line = BROKEN.lines().position(|line| line.contains("返郤")).unwrap();
    let column = BROKEN.lines().nth(line).unwrap().find("返郤").unwrap();
    let wrong = found.as_array().unwrap().iter().find(|one| one["code"] == "dsl-unknown-concept").unwrap();
    assert_eq!(wrong["range"]["start"], json!({"line": line, "character": column}));
    assert!(wrong["message"].as_str().unwrap().contains("concept `返郤`"), "{wrong}");
    // 契約終了 ships with the program.
    let column = BROKEN.lines().nth(line).unwrap().find("契約終了").unwrap();
    let place = json!({"line": line, "character": column + "契約".len()});
    let definition = client.request("textDocument/definition", at(&own, place));
    assert_eq!(definition[0]["uri"], "sekisho:/concepts.seki");
    let text = client.request("sekisho/shipped", json!({"uri": "sekisho:/concepts.seki"}));
    assert!(text.as_str().unwrap().contains("concept 契約終了"));
    let (status, _) = client.end();
    assert_eq!(status, 1, "the input ended without shutdown and exit");
}

#[test]
fn what_cannot_be_answered_is_refused_in_order() {
    let folder = workspace();
    let mut client = Client::start(folder.path(), &["lsp"]);
    client.say("initialize の前");
    let place = at(&client.uri("own.seki"), json!({"line": 0, "character": 0}));
    client.request("textDocument/hover", place.clone());
    client.request("initialize", client::parameters(folder.path(), json!({})));
    client.say("読めないもの");
    client.send_raw("Content-Length: 12\r\n\r\n{\"jsonrpc\": ");
    client.refusal();
    client.send_raw("Content-Length: 2\r\n\r\n[]");
    client.refusal();
    client.send_raw("これは何でもない\r\n\r\n");
    client.refusal();
    client.say("知らないもの、開いていないもの、引数の違うもの");
    client.notify("own/notice", json!({}));
    client.request("textDocument/inlayHint", json!({}));
    client.request("textDocument/hover", json!({"textDocument": 1}));
    client.request("textDocument/hover", place.clone());
    client.request("textDocument/rename", json!({}));
    client.notify(
        "textDocument/didChange",
        json!({"textDocument": {"uri": "file:///none", "version": 1}, "contentChanges": []}),
    );
    client.notify("textDocument/didOpen", json!({}));
    client.request("initialize", client::parameters(folder.path(), json!({})));
    client.say("範囲の外の位置");
    let own = client.uri("own.seki");
    client.notify("textDocument/didOpen", client::opened(&own, "seki", 1, "seki 1\n"));
    client.diagnostics(&own);
    client.request("textDocument/hover", at(&own, json!({"line": 99, "character": 99})));
    let far = json!({"start": {"line": 99, "character": 0}, "end": {"line": 0, "character": 99}});
    client.notify(
        "textDocument/didChange",
        json!({"textDocument": {"uri": own, "version": 2}, "contentChanges": [{"range": far, "text": "\nconcept a = 返"}]}),
    );
    client.diagnostics(&own);
    client.say("shutdown の後");
    client.request("shutdown", Value::Null);
    client.request("textDocument/hover", place);
    client.notify("exit", Value::Null);
    let (status, transcript) = client.end();
    assert_eq!(status, 0, "{transcript}");
    stable(|| assert_snapshot!("lsp-refusals", transcript));
}

#[test]
fn to_leave_without_shutdown_is_status_1() {
    let folder = workspace();
    let mut client = Client::start(folder.path(), &["lsp"]);
    client.request("initialize", client::parameters(folder.path(), json!({})));
    client.notify("exit", Value::Null);
    assert_eq!(client.end().0, 1);
}

/// Documents that cannot be judged get one plain word, not a page of findings, and never end the server.
#[test]
fn documents_of_other_sorts() {
    let folder = workspace();
    let mut client = Client::start(folder.path(), &["lsp"]);
    client.request("initialize", client::parameters(folder.path(), json!({})));
    let large = format!("seki 1\n// {}\n", "あ".repeat(400_000));
    for (name, language, text, codes) in [
        ("README.md", "markdown", "# 使い方\n\nビルドして動かします。\n", &["kind"][..]),
        ("empty.txt", "plaintext", "", &[]),
        ("long.md", "markdown", &"長".repeat(400_000), &["read-line-too-long"]),
        ("large.seki", "seki", &large, &["too-large"]),
        ("data.json", "json", "{}", &["nothing is published"]),
    ] {
        let uri = client.uri(name);
        client.notify("textDocument/didOpen", client::opened(&uri, language, 1, text));
        if codes.contains(&"nothing is published") {
            continue;
        }
        let found = client.diagnostics(&uri);
        let seen: Vec<&str> =
            found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert_eq!(seen, codes, "{name}: {found:#}");
        let severity = if name == "README.md" { 4 } else { 3 };
        assert!(found.as_array().unwrap().iter().all(|one| one["severity"] == severity), "{name}");
    }
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.end().0, 0);
}
