// Pagefind over one Japanese page for each entry: prints the first ten hits of each query.
//
// It cuts Japanese queries itself, and shows only pages with all words; where there are fewer than ten, words are left
// out from the end, as a reader would.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import * as pagefind from "pagefind";

const lines = (path) => readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
const cut = (text) =>
  [...segmenter.segment(text.normalize("NFKC"))].filter((piece) => piece.isWordLike).map((piece) => piece.segment);

const [, , entries, queries, folder] = process.argv;
const { index } = await pagefind.createIndex({ forceLanguage: "ja" });
for (const entry of lines(entries)) {
  const content = `<html lang="ja"><head><title>${escape(entry.title)}</title></head><body data-pagefind-body>
<h1>${escape(entry.title)}</h1><p data-pagefind-weight="5">${escape(entry.keywords)}</p>
<p>${escape(entry.gist)}</p><p>${escape(entry.details)}</p></body></html>`;
  const { errors } = await index.addHTMLFile({ url: `/${entry.id}/`, content });
  if (errors.length) throw new Error(errors.join("\n"));
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await index.writeFiles({ outputPath: folder });
writeFileSync(`${folder}/package.json`, '{"type": "module"}');

// The search side is written for the browser.
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  try {
    response.end(readFileSync(folder + path));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}/`;
globalThis.document ??= { querySelector: () => ({ getAttribute: () => "ja" }), currentScript: null };
const search = await import(pathToFileURL(`${folder}/pagefind.js`).href);
await search.options({ basePath: base, baseUrl: "/" });
await search.init("ja");
for (const { id, query } of lines(queries)) {
  const ids = [];
  for (let words = cut(query); words.length && ids.length < 10; words = words.slice(0, -1)) {
    const { results } = await search.search(words.join(" "));
    for (const result of results.slice(0, 10)) {
      const { url } = await result.data();
      const found = decodeURIComponent(url.replaceAll("/", ""));
      if (ids.length < 10 && !ids.includes(found)) ids.push(found);
    }
  }
  console.log(JSON.stringify({ id, ids }));
}
server.close();
await pagefind.close();
process.exit(0);
