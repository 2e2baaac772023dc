// 言語サーバー `sekisho lsp` を起動し、文書を渡す。判断はすべてサーバーの側にある。

const { commands, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function start() {
  const settings = workspace.getConfiguration("sekisho");
  const documents = [{ language: "seki" }];
  if (settings.get("documents")) {
    documents.push({ scheme: "file", language: "markdown" }, { scheme: "file", language: "plaintext" });
  }
  client = new LanguageClient(
    "sekisho",
    "関所 Sekisho",
    { command: settings.get("path"), args: ["lsp"] },
    {
      documentSelector: documents,
      initializationOptions: { lang: settings.get("lang"), shippedDocuments: true },
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.seki") },
    },
  );
  await client.start();
}

async function restart() {
  await client?.stop();
  await start();
}

// 組み込みの規則と概念は、読み取り専用の文書として開く。
const shipped = {
  async provideTextDocumentContent(uri) {
    const text = await client?.sendRequest("sekisho/shipped", { uri: uri.toString() });
    return text ?? "";
  },
};

exports.activate = async (context) => {
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider("sekisho", shipped),
    commands.registerCommand("sekisho.restart", restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("sekisho")) restart();
    }),
  );
  await start();
};

exports.deactivate = () => client?.stop();
