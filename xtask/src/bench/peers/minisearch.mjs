// MiniSearch with words cut by Intl.Segmenter, as for a language without spaces: prints the first ten hits of each query.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";

const lines = (path) => readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
const tokenize = (text) =>
  [...segmenter.segment(text.normalize("NFKC"))].filter((piece) => piece.isWordLike).map((piece) => piece.segment);

const [, , entries, queries] = process.argv;
const index = new MiniSearch({
  fields: ["title", "keywords", "gist", "details"],
  tokenize,
  searchOptions: { boost: { title: 2, keywords: 2 }, prefix: true, fuzzy: 0.2, combineWith: "OR" },
});
index.addAll(lines(entries));
for (const { id, query } of lines(queries)) {
  console.log(JSON.stringify({ id, ids: index.search(query).slice(0, 10).map((hit) => hit.id) }));
}
