# kb: the knowledge base
kb-embedded = the embedded knowledge base cannot be decoded: { $detail }
    .help = The program file may be damaged. Please install it again.
kb-search = the search index cannot be used: { $detail }
    .help = The program file may be damaged. Please install it again.
kb-empty-id = the id is empty
    .help = Write a number such as C-8-5 or 運用8⑤.
kb-unknown-edition = edition { $edition } is not in the knowledge base, which holds { $known }
    .help = Leave out the edition after @, or ask for { $known }.
kb-unknown-id = no clause, section or chapter goes by “{ $query }”
    .help = { $found ->
        [none] Look for words with sekisho search.
       *[some] Similar: { $nearest }
    }
kb-syntax = { $path }: not TOML, or a field does not fit: { $detail }
kb-wrong-folder = { $path }: lies in the folder { $folder } but says part { $part }
    .help = Move the file or correct the part.
kb-duplicate-chapter = { $path }: { $chapter } is also in { $first }
kb-duplicate-id = { $path }: id { $id } is already used in { $first }
kb-malformed-id = { $path }: { $id } is not a clause id
    .help = Join part letter, chapter or section, and item by hyphens (C-8-5, G-1.2.1-1).
kb-id-mismatch = { $path }: id { $id } does not agree with section and item, which give { $expected }
kb-unknown-section = { $path }: { $section } is not a heading of this chapter
    .help = Add it as a [[section]] or correct the number.
kb-duplicate-section = { $path }: section { $section } is listed twice
kb-official-number = { $path }: the official number { $number } does not fit here, { $expected } does
kb-unknown-related = { $path }: the related clause { $id } does not exist
kb-repeated-related = { $path }: the related clause { $id } is repeated or is the clause itself
kb-applies-to = { $path }: applies_to names some of Ⅰ to Ⅳ in order, and only where it differs from the chapter
kb-verification = { $path }: the verification contradicts itself: { $problem ->
        [needs] content { $content } needs seen_in
       *[excludes] content { $content } excludes seen_in
    }
    .help = seen, partly_seen and secondary need seen_in; recall and none exclude it.
kb-empty-field = { $path }: { $field } is empty
kb-edition-not-held = the clauses of edition { $edition } are not included (only its differences from { $base } are)
    .help = `sekisho kb diff` lists the differences; `sekisho show` with a number of { $base } tells what became of it.
kb-unknown-folder = { $path }: { $folder } is not a folder of the knowledge base
kb-data-edition = { $path }: edition `{ $edition }` is not listed in editions.toml, or there is not exactly one base (status = "base")
kb-unknown-target = { $path }: { $id } does not exist
kb-repeated-link = { $path }: the link to { $id } is repeated or points to the entry itself
kb-wrong-relation = { $path }: { $relation } cannot lead from a { $from } to { $id }
kb-without-text = { $path }: the text of { $id } was not obtained
    .help = A clause without text gets neither controls nor a nature.
kb-gap-chapter = chapter { $number } of { $part } is missing
kb-gap-nature = { $id } has no nature or no strength
kb-gap-control = no control implements { $id }
kb-gap-technical-control = { $id } has a technical side and no technical control
kb-gap-repetition = { $id } hardly says more than { $clause } ({ $percent } % of its character pairs; at most { $most } %)
kb-gap-clause = { $id } is tied to no clause
kb-gap-orphan = nothing is tied to { $id }
kb-no-transition = the way from edition { $from } to { $to } is not included
    .help = Write the older edition first. Included: { $known }
