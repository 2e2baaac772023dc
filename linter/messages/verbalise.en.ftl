# Sentences that say in plain words what a rule looks for. They are put together in linter/src/verbalise; no full stop.

verbalise-require = the text has to say the following; where it is missing or only weak, that is shown as { $severity }
verbalise-forbid = the text must not say the following; where it does, that is shown as a contradiction, as { $severity }
verbalise-recommend = the text had better say the following; where it does not, that is suggested as { $severity } and the verdict stays

verbalise-all = all of these hold
verbalise-any = any of these holds
verbalise-one-of = any of these holds, also where the text leaves the choice (又は)
verbalise-not = this does not hold

verbalise-placed = within { $place }: { $sentence }
verbalise-nested = { $inner } of { $outer }
verbalise-scope-unit = one sentence
verbalise-scope-paragraph = one paragraph
verbalise-scope-article = one article
verbalise-scope-chapter = one chapter
verbalise-scope-document = the whole document
verbalise-scope-title = the title of the document
verbalise-scope-caption = one heading
verbalise-scope-table = one table
verbalise-scope-row = one row
verbalise-scope-cell = one cell

verbalise-column = the column headed { $heading }
verbalise-party-vendor = the vendor
verbalise-party-hospital = the hospital
verbalise-party-both = each of the two parties
verbalise-party-any = anybody

verbalise-act-must = { $party } is bound to do { $action }
verbalise-act-should = { $party } makes an effort at { $action } (a duty will do)
verbalise-act-may = { $party } is free to do { $action }
verbalise-act-must-not = { $party } is forbidden to do { $action }
verbalise-act-any = { $party } is said to do { $action }, bound to it or not (but not said not to)
verbalise-act-details = { $act }; { $details }
verbalise-about = about { $words }
verbalise-when = on the occasion of { $words }
verbalise-within = within { $time }
verbalise-by-in-cell = { $party } is named
verbalise-by = a sentence has { $party } as its subject

verbalise-count = the number of sentences, items and table rows with { $words } is { $amount }
verbalise-defines = a term is defined that holds { $words } or comes down to it
verbalise-refers = there is a cross-reference to { $words }
verbalise-number = a number of { $amount } is written
verbalise-duration = a time of { $amount } is written
verbalise-period = a period of { $amount } is written
verbalise-less = less than { $amount }
verbalise-less-or-equal = at most { $amount }
verbalise-within-time = at most { $amount }
verbalise-equal = exactly { $amount }
verbalise-greater-or-equal = at least { $amount }
verbalise-greater = more than { $amount }
verbalise-minutes = { $count } min
verbalise-hours = { $count } h
verbalise-days = { $count } day(s)
verbalise-business-days = { $count } business day(s)
verbalise-years = { $count } year(s)

verbalise-words = { $words } is written
verbalise-no-words = { $words } is not written
verbalise-literal = “{ $text }”
verbalise-word = “{ $text }” (not inside a longer word)
verbalise-regex = what matches the regular expression /{ $source }/
verbalise-word-separator = { ", " }
verbalise-or = { "; " }
verbalise-any-of = any of { $words }
verbalise-any-of-many = any of { $words } and { $more } more
verbalise-concept = ⟨{ $name }⟩
verbalise-concept-of = ⟨{ $name }⟩ ({ $words })
verbalise-concept-of-many = ⟨{ $name }⟩ ({ $words } and { $more } more)
verbalise-sequence = { $first }{ $rest }
verbalise-then-at-once = { " " }directly followed by { $after }
verbalise-then-within = { " " }followed within { $most } characters by { $after }
verbalise-then-anywhere = { " " }followed later in the sentence by { $after }
verbalise-except = { $base } (unless { $except } overlaps it)
verbalise-except-some = { $base } (with the exceptions below)
verbalise-except-these = { $base }, unless it overlaps
verbalise-all-actions = all words for the act
verbalise-all-objects = all words for what it is about
verbalise-all-conditions = all words for the occasion
verbalise-all-headings = all words for the heading
verbalise-all-words = all words

verbalise-applies-when = { $kinds }, but only when
verbalise-facts-all = all of these
verbalise-facts-any = any of these
verbalise-fact-yes = yes to “{ $question }”
verbalise-fact-no = no to “{ $question }”

verbalise-note-concept = ⟨ ⟩ is the name of many ways to say one thing; all of them are under “Words”
verbalise-note-words = words are compared with spellings levelled (full width and half width, for instance)
verbalise-note-party = who is the vendor and who the hospital is read from the names in the document (甲, 乙, 受託者, 当社 and so on)
verbalise-note-duty = bound means しなければならない, ものとする and the like; an effort (努める), a permission (できる) or a duty on request only is weak
verbalise-note-prohibition = forbidden means してはならない, しないものとする and the like
verbalise-note-leave = free means することができる and the like; where it is asked for, a duty will do
verbalise-note-about = object and occasion may stand in the same sentence, in the heading of its article, or in what 前項, 当該 and the like take up; a term defined to mean it will do
verbalise-note-deadline = the time is looked for in the same sentence; one that is too long or absent makes it weak
verbalise-note-quantity = numbers and times are read with their 以上, 以内 and the like: every value that the text allows has to fit; of what must not be said, the value as written
verbalise-note-alternative = what is only one side of 又は is weak elsewhere and accepted here
verbalise-note-sentence = a sentence is an item together with its lead, too, or a row of a table
verbalise-note-table = rows, columns and cells are those of tables
verbalise-note-facts = a fact that is not known is taken to hold and shown as a question
