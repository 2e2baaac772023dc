# Mistakes in rule files: codes and arguments of the dsl crate.

dsl-bar-needs-parentheses = this `|` needs parentheses
    .help = put the alternatives in parentheses, as in ("返却" | "返還") and 契約終了
dsl-concept-cycle = concept is made of itself: { $path }
    .help = define one of them without the others
dsl-duplicate-concept = concept `{ $name }` is defined twice
    .help = write extend concept { $name } = … to add wordings, or choose another name
dsl-duplicate-requirement = requirement `{ $name }` is defined twice in this rule
    .help = rename one of them
dsl-duplicate-rule = rule `{ $id }` is defined twice
    .help = rename or remove one of them; the second is not used
dsl-empty-text = the text is empty
    .help = write a title or wording between the quotes
dsl-expected = { $expected ->
        [act_order] the parts of act are in another order: `{ $found }` cannot stand here
        [act] expected `act`, found `{ $found }`
        [alternative] expected `|` between alternatives, found `{ $found }`
       *[other] expected { $expected ->
        [item] an item (concept, extend concept, rule)
        [member] a line of the rule (topic, require, pass …)
        [name] a name
        [text] a string ("…")
        [title] a title ("…")
        [block] a text block ("""…""")
        [pattern] a pattern (string, concept, regular expression, parentheses)
        [expression] a predicate
        [fact] the name of a fact
        [comparison] a comparison (<, <=, ==, >=, >)
        [value] a value (13, 24h, 30d …)
        [operator] something that joins the parts (..6, |, and, or)
       *[other] `{ $expected }`
        }, found `{ $found }`
    }
    .help = { $expected ->
            [item] the last `{ "}" }` ended the rule or concept; check for a surplus one
            [member] check for a missing or surplus `{ "}" }`
            [name] names are written without quotes; keywords (and, when …) cannot name a concept
            [text] put titles and wording between "
            [title] put the title between ", as in "{ $found }"
            [alternative] alternatives of a pattern are joined by |, not by `{ $found }`, as in "返却" | "返還"
            [act] an act is written: act strength(party) action of object when condition within time, as in act must(vendor) 返却 of 預託情報
            [act_order] an act is written: act strength(party) action of object when condition within time (the parts from `of` on may be left out)
            [block] put examples and advice between """; an example needs a text, not only a title
            [pattern] for example "契約終了", a concept, word "データ", ("返却" | "返還")
            [expression] for example act must(vendor) 返却 of 預託情報
            [fact] for example outsourcing.cloud and not remote.maintenance
            [comparison] write <= for at most, >= for at least, == for equal
            [value] durations have a unit (10m is ten minutes, 24h, 30d, 6mo is six months, 5y)
            [operator] write ..6 if one follows the other, | for any of them, and for both
           *[other] add `{ $expected }`, or remove what stands before it
        }
dsl-full-width = { $sort ->
        [quotes] full-width quotation marks ({ $found }), read as "
        [full] full-width `{ $found }`, read as `{ $half }`
        [comma] full-width `{ $found }`, read as `{ $half }`
       *[other] `{ $found }` is not part of the language, read as `{ $half }`
    }
    .help = { $sort ->
        [quotes] write " at both ends, as in "返却"
        [comma] write the half-width , or, between alternatives, |
       *[other] write the half-width { $half }
    }
dsl-gap-without-length = the gap `..` has no length
    .help = write the number of characters allowed, as in ..6, or ..* for any distance
dsl-hash-comment = no line begins with `#`
    .help = begin notes with //, and descriptions of rules and concepts with ///
dsl-invalid-name = `{ $name }` cannot be a name
    .help = a name does not begin with a digit and has no `.`, `/` or `@`
dsl-invalid-number = `{ $found }` is too large a number
    .help = write a smaller number
dsl-invalid-regex = unusable regular expression: { $reason }
    .help = check its brackets; signs meant literally need a \ before them
dsl-invalid-rule-id = `{ $id }` is not a rule id
    .help = write pack/name in lower-case letters, digits and -, as in contract/data-return
dsl-invalid-value = `{ $value }` is no value for { $measure }
    .help = { $measure ->
            [number] write a number without a unit, such as 13 or 99.95
            [count] write a whole number without a unit, such as 2
           *[other] write a number and its unit together: 10m is ten minutes, 24h hours, 30d days, 5bd business days, 2w weeks, 6mo months, 1y a year
        }
dsl-literal-too-short = the literal `{ $literal }` is too short to stand alone
    .help = write at least two characters, or word "{ $literal }", or join it to other words with ..6
dsl-measure-form = { $measure } is written differently
    .help = { $measure ->
            [number] write the unit in the brackets, as in { $form }; units: { $units }
           *[other] write { $form }
        }
dsl-missing = the rule has no { $member ->
        [title] title
        [doc] description (lines beginning with ///)
        [topic] topic or theme
        [require] requirement (require, forbid, recommend)
       *[other] { $member }
    }
    .help = { $member ->
            [title] write "…" after the id of the rule
            [doc] say with /// before the rule what it asks for, and why
            [topic] write either topic or theme
            [editions] for example editions 6.0, 7.0
            [applies] for example applies contract, nda
            [severity] write severity error or the like, or give every requirement its own with at
            [advice] say with advice """…""" what to do about a text that lacks this
           *[other] for example require return "返却" { "{" } act must(vendor) 返却 { "}" }
        }
dsl-missing-requirement-title = requirement `{ $name }` has no title
    .help = write "…" after its name
dsl-missing-version = the file does not begin with the language version
    .help = write seki 1 in the first line
dsl-recommend-too-severe = a recommendation cannot have severity `{ $severity }`
    .help = remove at { $severity }, or make it a require; recommendations are always info
dsl-regex-too-large = the regular expression takes more than { $limit } bytes
    .help = use smaller repetitions, or words joined by ..n
dsl-regex-without-literal = no text of two characters is common to all matches of this regular expression
    .help = put in a text that every match contains, or move the alternatives out of it
dsl-repeated = `{ $member }` is given twice
    .help = keep one of them
dsl-reserved-name = `{ $name }` is a keyword and cannot name a concept
    .help = choose another name
dsl-source-too-large = the file is larger than { $limit } bytes and was not read
    .help = split it into several files
dsl-surplus-equals = no `=` belongs after { $member }
    .help = remove it: a line of a rule is a keyword and its value; only the name of a concept has = after it
dsl-too-deep = nested more than { $limit } levels deep
    .help = give a part of it a name with concept
dsl-too-few-examples = the rule has { $found } `{ $sort }` examples and needs { $needed }
    .help = pass shows texts that meet the rule, fail texts that do not; add differently worded ones
dsl-too-many-errors = more than { $limit } mistakes; the rest is not listed
    .help = mend these first, then check again
dsl-too-many-items = more than { $limit } concepts and rules in one file; the rest was not read
    .help = split it; concepts are known in all files
dsl-topic-and-theme = the rule has both a topic and a theme
    .help = keep topic if the rule decides one, else theme
dsl-uncovered-requirement = no `fail` example names requirement `{ $name }`
    .help = add fail { $name } "…" """…""" with a text that lacks just this
dsl-unexpected-end = the file ends where { $expected ->
        [item] an item (concept, extend concept, rule)
        [member] a line of the rule (topic, require, pass …)
        [name] a name
        [text] a string ("…")
        [title] a title ("…")
        [block] a text block ("""…""")
        [pattern] a pattern (string, concept, regular expression, parentheses)
        [expression] a predicate
        [fact] the name of a fact
        [comparison] a comparison (<, <=, ==, >=, >)
        [value] a value (13, 24h, 30d …)
        [operator] something that joins the parts (..6, |, and, or)
        [act] act
        [act_order] the next part of act
        [alternative] | and another alternative
       *[other] `{ $expected }`
    } belongs
    .help = { $expected ->
            [item] write concept or rule after ///
            [member] check for a missing or surplus `{ "}" }`
            [name] names are written without quotes; keywords (and, when …) cannot name a concept
            [text] put titles and wording between "
            [title] put the title between "
            [block] put examples and advice between """; an example needs a text, not only a title
            [pattern] for example "契約終了", a concept, word "データ", ("返却" | "返還")
            [expression] for example act must(vendor) 返却 of 預託情報
            [fact] for example outsourcing.cloud and not remote.maintenance
            [comparison] write <= for at most, >= for at least, == for equal
            [value] durations have a unit (10m is ten minutes, 24h, 30d, 6mo is six months, 5y)
            [operator] write ..6 if one follows the other, | for any of them, and for both
            [act] an act is written: act strength(party) action of object when condition within time
            [act_order] an act is written: act strength(party) action of object when condition within time
            [alternative] for example "返却" | "返還"
           *[other] something was not closed: add `{ $expected }`
        }
dsl-unknown-basis = no entry `{ $name }` in the knowledge base
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`? look the clause up with sekisho search WORD or sekisho show 運用8⑤
            [meant] `{ $name }` is { $closest }; write { $closest }
            [choices] known names: { $choices }
           *[none] look the clause up with sekisho search WORD or sekisho show 運用8⑤, and write the number shown, such as C-8-5
        }
dsl-unknown-character = unknown character `{ $found }`
    .help = { $seen ->
            [invisible] this character cannot be seen: delete it with its neighbours and type them again
           *[other] remove it, or put it between " if it belongs to a text
        }
dsl-unknown-concept = unknown concept `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names: { $choices }
           *[none] define it with concept { $name } = "…", or check its spelling
        }
dsl-unknown-defect = unknown defect `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-edition = unknown edition `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names: { $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-escape = unknown escape `\{ $found }`
    .help = known are \", \\ and \n; a backslash itself is \\
dsl-unknown-fact = unknown fact `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names: { $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-item = no item begins with `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names: { $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-kind = unknown document kind `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [meant] write { $closest }; known names:{ $choices }
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-measure = unknown measure `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-member = no line of a rule begins with `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names: { $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-party = unknown party `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [meant] write { $closest }; known names:{ $choices }
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-requirement = this rule has no requirement `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names: { $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-scope = unknown scope `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-severity = unknown severity `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [meant] write { $closest }; known names:{ $choices }
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-status = unknown status `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [meant] write { $closest }; known names:{ $choices }
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-strength = unknown strength `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [meant] write { $closest }; known names:{ $choices }
            [choices] known names:{ $choices }
           *[none] compare it with the list of known names
        }
dsl-unknown-topic = unknown topic `{ $name }`
    .help = { $suggest ->
            [closest] did you mean `{ $closest }`?
            [choices] known names: { $choices }
           *[none] compare it with the list of known names
        }
dsl-unsupported-version = language version `{ $found }` is not supported
    .help = write seki 1, or use a newer program
dsl-unterminated-block = the text block is not closed
    .help = write """ on the line after the text
dsl-unterminated-regex = the regular expression is not closed on its line
    .help = write / at its end; a slash itself is \/
dsl-unterminated-text = the string is not closed on its line
    .help = write " at its end; put longer texts between """
dsl-unused-concept = concept `{ $name }` is never used
    .help = remove it if it is not needed

# What can be used and is doubtful (rules lint).
dsl-advice-broken = the advice template cannot be read ({ $reason }): between {"{{"} and {"}}"} stands only a variable in Latin letters or term(…)
    .help = write two braces on either side, as in {"{{"} n {"}}"}
dsl-advice-concept = the advice asks for the term of a concept `{ $name }` that nobody defines
    .help = write term("name of a concept", "words where there is no term") and check the name
dsl-advice-variable = the advice uses `{ $name }`, which nobody fills
    .help = there are n (number of the article), vendor and hospital (what the document calls them)
dsl-basis-unverified = requirement `{ $name }` has severity { $severity } and rests on unverified entries only
    .help = name a clause whose text was seen in basis, or write at info
dsl-concept-redefined = this definition takes the place of the concept `{ $name }` of the program
    .help = to add wordings, write extend concept { $name } = …; for another meaning, another name is safer
dsl-condition-always = this condition holds whatever the facts are
    .help = remove it, or name the facts that matter
dsl-condition-never = this condition never holds, so the rule never speaks
    .help = look at the combination of not and and
dsl-contradiction = this and { $other } cannot both be met: one requires what the other forbids
    .help = narrow one of them (of, when, kinds) so that both can be met
dsl-duplicate-predicate = this asks the same as { $other }
    .help = remove one of them, or say where they differ
dsl-edition-not-held = edition { $editions } is not in the knowledge base, so the basis cannot be checked
    .help = the knowledge base holds { $held }
dsl-example-unexpected = example “{ $title }” does not come out as it says: { $how ->
        [unreadable] it cannot be read as a document
        [met] { $requirement } is met
        [requirement] { $requirement } is { $found } and not { $expected }
       *[other] the rule as a whole is { $found } and not { $expected }
    }
    .help = mend the rule or the example; sekisho rules trace on the text of the example shows why
dsl-examples-alike = all examples are in one style ({ $hospital } and { $vendor } only)
    .help = add examples with other names, such as 委託者／受託者 or 当社／お客様
dsl-except-cuts-all = `{ $by }` of except stands inside `{ $wording }` itself, so it never matches
    .help = remove `{ $wording }`, or write a longer exception
dsl-except-cuts-nothing = `{ $wording }` of except cannot overlap what it narrows, so it cuts nothing
    .help = write a longer wording that contains it, or remove it
dsl-gap-cannot-hold = `{ $first }` and `{ $second }` never stand so near
    .help = widen the gap, or write them as one wording{ $folded -> 
        [none] {""}
       *[other] ; written together they are matched as `{ $folded }`
    }
dsl-implied-requirement = whoever meets { $other } meets this one, so it adds nothing
    .help = remove it, or lower the stricter one with at warning
dsl-literal-not-normal = documents are read with `{ $seen }` for `{ $literal }`, so it never matches
    .help = write `{ $seen }`
dsl-literal-spans-sentences = `{ $literal }` goes beyond the end of a sentence, so it hardly ever matches
    .help = split it, and join the parts with and or within article
dsl-literal-vanishes = nothing of `{ $literal }` is left for matching
    .help = write words
dsl-overlapping-rules = rule { $other } decides the same topic ({ $topic }) for the same kinds of document
    .help = make one rule of them, or separate them by applies
dsl-quantity-never = no value is { $value }
    .help = mend the value or the sign
dsl-regex-not-folded = `{ $literal }` of this expression is matched as `{ $folded }`, so it never matches
    .help = write `{ $folded }`
dsl-repeated-concept = concept `{ $name }` is named twice
    .help = remove one of them
dsl-requirement-unexampled = no failing example names requirement `{ $name }`
    .help = add an example fail { $name }
dsl-rule-unreachable = there is no document about which this rule speaks
    .help = look at the kinds and conditions of applies
dsl-shadowed-wording = { $how ->
        [same] `{ $wording }` is there already as `{ $by }`
       *[other] wherever `{ $wording }` matches, `{ $by }` matches as well, so it adds nothing
    }
    .help = remove `{ $wording }`
dsl-text-short = { $member ->
        [doc] the description is too short
       *[other] the advice is too short
    }
    .help = { $member ->
            [doc] say with /// what is asked and why
           *[other] write a clause that can be pasted into a contract
        }
dsl-unit-unknown = numbers with the unit `{ $unit }` are not read from documents
    .help = known units: { $units }
dsl-word-open-end = word `{ $word }` begins or ends with kana or a sign, so it hardly ever matches
    .help = word matches only where no character of the same script follows; use it with kanji or katakana, or leave it out
