"""SQLite FTS5 with the trigram tokenizer: prints for each query the ids of its first ten hits."""

import json
import sqlite3
import sys
import unicodedata


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def fold(text):
    return unicodedata.normalize("NFKC", text)


def main(entries, queries):
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table entry using fts5(id unindexed, title, keywords, gist, details, tokenize='trigram')")
    columns = ("id", "title", "keywords", "gist", "details")
    rows = [tuple(fold(entry[column]) for column in columns) for entry in lines(entries)]
    base.executemany("insert into entry values (?, ?, ?, ?, ?)", rows)
    for query in lines(queries):
        words = fold(query["query"]).split()
        # A trigram index holds no shorter words; its documentation points to LIKE for them. A sentence as a whole stands
        # nowhere, so its trigrams are asked for, any of them, and BM25 ranks.
        grams = [word[at : at + 3] for word in words for at in range(max(len(word) - 2, 0))]
        short = [word for word in words if len(word) < 3]
        found = []
        if grams:
            match = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in dict.fromkeys(grams))
            order = "bm25(entry, 0, 4.0, 4.0, 1.0, 1.0)"
            found += [row[0] for row in base.execute(f"select id from entry where entry match ? order by {order} limit 10", [match])]
        for word in short:
            like = f"%{word}%"
            where = " or ".join(f"{column} like ?" for column in columns[1:])
            found += [row[0] for row in base.execute(f"select id from entry where {where}", [like] * 4)]
        print(json.dumps({"id": query["id"], "ids": list(dict.fromkeys(found))[:10]}))


main(sys.argv[1], sys.argv[2])
