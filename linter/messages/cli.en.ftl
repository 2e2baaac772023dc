# Words of the command line. -about is one line, -arg-* describe arguments, -examples end a help page.

cli-error = error:
cli-warning = warning:
cli-error-help = help:
cli-internal = something went wrong inside the program: { $detail }
    .help = Please report it together with the document and the command.
cli-file-missing = no such file
    .help = Check its place and name.
cli-empty-folder = the folder holds no file of use ({ $extensions })
    .help = A file that is named is read whatever its extension.
cli-no-match = no document ({ $extensions }) matches the pattern
    .help = Check the place and the pattern (* ? **).
cli-stdin-twice = standard input (-) can be read only once
    .help = Give `-` once.
cli-stdin-terminal = standard input is a terminal: no document was given
    .help = Pipe or redirect a document, as in `sekisho lint - < contract.txt`.
cli-read = the file cannot be read: { $detail }
cli-write = `{ $path }` cannot be written: { $detail }
cli-output-is-input = `{ $path }` is one of the inputs and will not be overwritten
    .help = Give -o another name.
cli-output-exists = `{ $path }` exists already and is not overwritten
    .help = Name another file after -o.
cli-invalid-date = `{ $value }` is no day of the calendar
    .help = Write it like 2026-11-22.
cli-rule-not-utf8 = the rule file is not UTF-8
    .help = Save it as UTF-8.
cli-unknown-rule = there is no rule `{ $rule }`
    .help = { $tip }. `sekisho rules list` lists them all.

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-common = Common options
cli-heading-examples = Examples:
cli-usage-options = [OPTIONS]
cli-usage-command = <COMMAND>
cli-values = { " " }[{ $values }]
cli-default = { " " }(default: { $value })

cli-usage-unknown-argument = there is no option or argument `{ $argument }`
    .help = { $tip }
cli-usage-unknown-command = there is no command `{ $command }`
    .help = { $tip }
cli-usage-missing-command = a command is missing
    .help = { $tip }
cli-usage-missing-argument = a required argument is missing: { $argument }
    .help = Add --help to see how it is used.
cli-usage-missing-value = { $argument } has no value
    .help = { $tip }
cli-usage-invalid-value = `{ $value }` is no value for { $argument }
    .help = { $tip }
cli-usage-no-number = { $argument } takes a number, not `{ $value }`
cli-usage-repeated = { $argument } is given twice
cli-usage-conflict = { $argument } and { $other } cannot be used together
cli-usage-number-of-values = { $argument } has the wrong number of values
cli-usage-not-utf8 = an argument is not UTF-8
cli-usage-other = the command line cannot be understood
cli-usage-nearest = did you mean { $value }?
cli-usage-valid = possible values: { $value }

cli-about = Checks contracts and rules of hospitals against the guideline on the safety of medical information systems
cli-examples =
    sekisho lint contract.docx
    sekisho search backup
    sekisho show C-8-5
cli-arg-config = File of settings; otherwise sekisho.toml upward from the folder of the first document
cli-arg-no-config = Do not use sekisho.toml
cli-arg-edition = Edition of the guideline: only its rules are asked (6.0 if not given)
cli-arg-lang = Language
cli-arg-color = Whether to use colours
cli-arg-help = Print this help
cli-arg-version = Print the version

cli-lint-about = Checks documents: what is there, what is missing, what is too weak
cli-lint-examples =
    sekisho lint contract.docx
    sekisho lint contracts/ --fail-on warning --quiet
    sekisho lint rules.docx --baseline baseline.json --update-baseline
    sekisho lint --case contract.docx annex1.docx sla.docx
    sekisho lint contracts/ --format html -o report.html
    sekisho lint terms.md --kind contract_saas --format json -o result.json
cli-lint-arg-files = Documents (Word, Excel, HTML, Markdown, text), folders, patterns, or standard input (-)
cli-lint-arg-kind = Kind of document; recognised if not given
cli-lint-arg-rules = Rule files (.seki) or folders to add to the rules of the program; what both define, yours decide
cli-lint-arg-profile = file (TOML) with what is known of the institution: type, beds, what it uses
cli-lint-arg-system-type = type of the institution; rules of clauses that do not apply to it are left out
cli-lint-arg-set = states one fact (scanning=false); may be repeated; outweighs --profile
cli-lint-arg-revisions = Which text of a document with tracked changes; if not given, the accepted one with a note
cli-lint-arg-format = Form of the output: html is one page to read and print; jsonl, sarif, junit and github are for other programs
cli-lint-arg-output = Write the result to this file (never to an input)
cli-lint-arg-case = Judge the documents together, as one case (a contract with its annexes, SLA and special terms)
cli-lint-arg-baseline = Findings that were there before: those listed here do not count for the status
cli-lint-arg-update-baseline = Write the findings of this run to the baseline
cli-lint-arg-fail-on = End with status 1 if there are findings of this severity or above
cli-lint-arg-today = Day of the report; today in Japan if not given
cli-lint-arg-jobs = Documents checked at a time; number of CPUs if not given
cli-lint-arg-quiet = Print findings only, one line each
cli-lint-arg-verbose = Quote what is in order, too, and list what is not asked

cli-tree-about = Prints a document as it was read: chapters, articles, paragraphs, items
cli-tree-examples =
    sekisho tree contract.docx
    sekisho tree rules.md --format json
cli-tree-arg-file = Document, or standard input (-)
cli-tree-arg-format = Form of the output
cli-tree-arg-revisions = Which text of a document with tracked changes; if not given, the accepted one with a note
cli-tree-arg-kind = Kind of document; recognised if not given

cli-search-about = Finds clauses, measures, terms and other entries by words and conditions
cli-search-examples =
    sekisho search 退職者のID
    sekisho search バックアップ 世代 -クラウド --limit 3
    sekisho search USBメモリ --kind clause --format json
    sekisho search --kind control --document JAHIS-09-001 --owner vendor --limit 200
cli-search-arg-words = Words to look for. "…" asks for exactly that, -word for entries without it, OR for either. Conditions alone will do
cli-search-arg-kind = Kind of entry; may be given more than once
cli-search-arg-part = Part of the guideline; of what is no clause, what is tied to a clause of it
cli-search-arg-system-type = Pattern of the institution
cli-search-arg-actor = Who has to act (part of the name will do)
cli-search-arg-owner = Which side carries it out (hospital and vendor include what both do)
cli-search-arg-nature = By what means
cli-search-arg-strength = How strongly it is asked for
cli-search-arg-document = Id of the document or form it was taken from (such as JAHIS-09-001, CL-R7-H), or the name of a set of practices (such as nine-principles)
cli-search-arg-confirmed = Only what was checked against a source
cli-search-arg-limit = Number of hits
cli-search-arg-format = Form of the output
cli-search-empty = neither words nor conditions to look for
    .help = Give words, or a condition such as --kind or --document.
cli-search-only-excludes = `{ $query }` only says what must not occur, so nothing is found
    .help = Give words to look for, too, as in sekisho search 監査 -ログ. Put a word that begins with - between quotation marks.
cli-search-suggestion = did you mean: { $query }
cli-search-expanded = taken to mean: { $word } → { $means }
cli-search-kind-rule = rule
cli-search-others = Also:
cli-search-other = { $kind }: { $count }, such as { $id } { $title }
cli-search-others-help = to see them: sekisho search { $query } --kind { $kind }
cli-search-cut = { $shown } of { $total }; add --limit { $total } to see all
cli-search-nothing = nothing found for `{ $query }`

cli-show-about = Prints a clause of the guideline with its links
cli-show-examples =
    sekisho show C-8-5
    sekisho show システム運用編8.⑤
    sekisho show M-7
cli-show-arg-id = Number (C-8-5, 運用8⑤, M-7 …)
cli-show-arg-format = Form of the output
cli-show-no-clauses = no clause stands directly here
cli-show-several = `{ $query }` may mean { $count } places. Name the part to choose one, as in { $example }
cli-show-alias = This number was changed: it is { $id } now
cli-show-actor = actor
cli-show-counterpart = towards
cli-show-applies = patterns
cli-show-simplification = simplified
cli-show-verification = verified
cli-show-sources = sources
cli-show-note = note
cli-show-links = links
cli-show-inferred = { " " }(inferred from content)
cli-show-content-seen = wording seen
cli-show-content-partly-seen = wording partly seen
cli-show-content-secondary = from other documents
cli-show-content-recall = from memory
cli-show-content-none = wording not obtained
cli-show-numbering-seen = number seen
cli-show-numbering-inferred = number inferred
cli-show-seen-in-final = in the final text
cli-show-seen-in-draft = in a draft
cli-show-seen-in-secondary = in secondary sources
cli-show-authority = Titles and summaries are this project's own words. The PDF published by the Ministry of Health, Labour and Welfare is the authority.

cli-explain-about = Explains what a rule asks and why, with examples
cli-explain-examples =
    sekisho explain contract/data-return-and-deletion
    sekisho explain access-log
    sekisho explain own/backup --rules my-rules/
cli-explain-arg-rule = Name of the rule
cli-explain-arg-rules = Rule files (.seki) or folders; the rules of the program if not given
cli-explain-arg-format = Form of the output
cli-explain-severity = severity
cli-explain-applies = documents
cli-explain-topic = topic
cli-explain-theme = theme
cli-explain-editions = editions
cli-explain-requirements = What it asks
cli-explain-require = require
cli-explain-forbid = forbid
cli-explain-recommend = suggest
cli-explain-clauses = Clauses it rests on
cli-explain-example-heading = Examples and what they get
cli-explain-pass = in order: { $title }
cli-explain-fail = not enough: { $title } ({ $names })
cli-explain-advice = A clause to start from
cli-explain-basis = rests on { $basis }
cli-explain-concepts = Words
cli-explain-notes = How to read the sentences
cli-explain-unexpected = (not what the example says)

cli-evidence-about = What became of the passages of a report in a later version
cli-evidence-examples =
    sekisho evidence locate result.json contract_revised.docx
cli-evidence-locate-about = Finds the passages quoted in an old report in the document as it is now
cli-evidence-locate-examples =
    sekisho lint contract.docx --format json -o result.json
    sekisho evidence locate result.json contract_revised.docx
    sekisho evidence locate result.json --format json
cli-evidence-locate-arg-report = a result of sekisho lint --format json
cli-evidence-locate-arg-files = the document as it is now; without it, the paths in the report
cli-evidence-locate-arg-format = output format
cli-no-report = `{ $path }` is no result of sekisho lint --format json: { $detail }
    .help = Name a file made by sekisho lint DOCUMENT --format json -o result.json.
cli-locate-unnamed = no document was named for `{ $path }` of the report
    .help = Name a document of the same name, or name none.
cli-locate-was = was:
cli-locate-now = now:
standing-kept = kept
standing-moved = moved
standing-changed = changed
standing-gone = gone

cli-rules-about = Lists, tests and formats rules
cli-rules-examples =
    sekisho rules list
    sekisho rules test
    sekisho rules test my-rules/
    sekisho rules fmt --check my-rules/
cli-rules-list-about = Lists the rules
cli-rules-list-examples =
    sekisho rules list
    sekisho rules list --lang en
    sekisho rules list --pack contract --count
cli-rules-list-arg-pack = only the rules of this pack
cli-rules-list-arg-kind = only the rules for documents of this kind
cli-rules-list-arg-count = print only how many there are
cli-rules-test-about = Reports mistakes in rule files and runs their examples through the real engine
cli-rules-test-examples =
    sekisho rules test
    sekisho rules test my-rules/maintenance.seki
cli-rules-test-arg-files = Rule files (.seki) or folders; the rules of the program if not given
cli-rules-test-arg-verbose = Show examples that come out as expected, too
cli-rules-fmt-about = Puts indentation, line breaks and blanks of rule files into their one form. Comments (//) are kept
cli-rules-fmt-examples =
    sekisho rules fmt my-rules/maintenance.seki
    sekisho rules fmt --check my-rules/
    sekisho rules fmt --write my-rules/
cli-rules-fmt-arg-files = Rule files (.seki) or folders; - for standard input
cli-rules-fmt-arg-check = List the files that are not in this form, and end with status 1 if there are any. Changes no file
cli-rules-fmt-arg-write = Rewrite the files that are not in this form, and list them. A file with mistakes of form is not changed
cli-rules-fmt-one = the formatted text of one file can be shown, and { $count } were given
    .help = Use --check to see which files would change, or --write to rewrite them.
cli-rules-fmt-stdin = standard input (-) cannot be rewritten
    .help = Without --write, the formatted text goes to standard output.
cli-rules-coverage-about = Shows which clauses the rules rest on, and which clauses each rule rests on
cli-rules-coverage-examples =
    sekisho rules coverage
    sekisho rules coverage --format html -o coverage.html
    sekisho rules coverage my-rules/ --format json
cli-rules-coverage-arg-files = Rule files (.seki) or folders; the rules of the program if not given
cli-rules-coverage-arg-format = Form of the output
cli-rules-coverage-arg-edition = Edition of the guideline
cli-rules-coverage-arg-output = File for the result (never one of the rule files)
cli-rules-new-about = Makes the skeleton of a rule: it passes rules test as it stands, and comments say what to replace
cli-rules-new-examples =
    sekisho rules new own/backup --basis C-11-1 -o my-rules/backup.seki
    sekisho rules new own/training --kind operating_rules --theme training --title 職員の教育
cli-rules-new-arg-id = Id of the rule (pack/name: lower-case letters, digits, -)
cli-rules-new-arg-title = Title; that of the clause if not given
cli-rules-new-arg-kind = Kinds of document, separated by commas
cli-rules-new-arg-topic = Topic
cli-rules-new-arg-theme = Theme; the name of the pack if neither is given
cli-rules-new-arg-basis = Clauses to rest on, separated by commas
cli-rules-new-arg-output = File to write (never one that exists); printed if not given
cli-rules-new-taken = `{ $rule }` is the id of a rule of the program
    .help = Choose a pack of your own, as in own/backup.
cli-rules-new-no-text = the text of { $id } ({ $title }) was not obtained; no rule may rest on it
    .help = Look for another clause with sekisho search, or leave out --basis.
cli-rules-new-not-a-clause = `{ $query }` is not one clause
    .help = Name one of these: { $clauses }
cli-rules-new-title = with the words of this title the examples do not do what they say
    .help = Give a short noun as --title, such as バックアップの取得.
cli-rules-new-written = Written to { $path }. Edit it and check it with sekisho rules test
cli-rules-passed = all { $count } examples as expected
cli-rules-failed = { $failing } of { $count } examples not as expected
cli-rules-saw = { $article }: { $quote }
cli-rules-unreadable = the example cannot be read as a document: { $reason }
cli-rules-mismatch-rule = the verdict should be `{ $expected }` and is `{ $found }`
cli-rules-mismatch-met = { $requirement } should not be met and is
cli-rules-mismatch-requirement = { $requirement } should be `{ $expected }` and is `{ $found }`
cli-rules-summary = { $rules } rules, { $examples } examples, { $mismatches } not as expected, { $mistakes } mistakes and { $warnings } warnings in rule files
cli-rules-trace-about = Shows sentence by sentence how a rule came to its verdict
cli-rules-trace-examples =
    sekisho rules trace maintenance.docx contract/data-return-and-deletion
    sekisho rules trace contract.md audit-right --requirement inspect --all
    sekisho rules trace contract.md own/log --rules rules/
cli-rules-trace-arg-file = The document; - is standard input
cli-rules-trace-arg-rule = The id of the rule
cli-rules-trace-arg-rules = Rule files (.seki) or folders; the rules of the program if not given
cli-rules-trace-arg-requirement = Show this requirement only
cli-rules-trace-arg-kind = The kind of the document; recognised if not given
cli-rules-trace-arg-all = Show every sentence and predicate that was looked at
cli-rules-trace-arg-format = Form of the output
cli-unknown-requirement = this rule has no requirement `{ $name }`
    .help = its requirements: { $names }
cli-rules-lint-about = Reports mistakes in rule files and what is doubtful in them
cli-rules-lint-examples =
    sekisho rules lint
    sekisho rules lint rules/ --format json
cli-rules-lint-arg-files = Rule files (.seki) or folders; the rules of the program if not given
cli-rules-lint-arg-format = Form of the output
cli-rules-lint-summary = { $rules } rules, { $mistakes } mistakes, { $doubts } doubts
cli-rules-mutate-about = Weakens rules bit by bit and tests whether their examples notice
cli-rules-mutate-examples =
    sekisho rules mutate
    sekisho rules mutate --rule contract/audit-right
    sekisho rules mutate rules/ --at-least 80
cli-rules-mutate-arg-files = Rule files (.seki) or folders; the rules of the program if not given
cli-rules-mutate-arg-rule = Try this rule only
cli-rules-mutate-arg-at-least = Exit with 1 where a smaller share is noticed
cli-rules-mutate-arg-format = Form of the output

cli-kb-about = Checks and exports the knowledge base inside the program
cli-kb-examples =
    sekisho kb verify
    sekisho kb export --format json
    sekisho kb import --official pdf/
cli-kb-verify-about = Checks numbers, links and verification, and counts
cli-kb-verify-examples =
    sekisho kb verify
    sekisho kb verify --lang en
cli-kb-verify-arg-data = Check the data files (TOML) of this folder instead of the embedded ones
cli-kb-data-empty = { $path }: no data files (.toml)
cli-kb-data-no-editions = { $path }: no list of editions (editions.toml)
cli-kb-data-missing = { $path }: no such folder
cli-kb-data-unreadable = { $path }: cannot be read: { $detail }
cli-kb-checked = Checked: shape of the files, unique ids, contiguous numbers, targets and kinds of links, verification and sources, list of editions, orphans, clauses without control, technical clauses without technical control, controls that repeat their clause, questions without clause
cli-kb-applies-about = Shows which chapters and clauses concern a pattern (Ⅰ-Ⅳ), and why
cli-kb-applies-examples =
    sekisho kb applies --type Ⅳ
    sekisho kb applies --type 2 --format json
cli-kb-applies-arg-pattern = Pattern. Ⅰ = own staff, on premises; Ⅱ = own staff, cloud; Ⅲ = no staff, on premises; Ⅳ = no staff, cloud
cli-kb-applies-arg-format = Form of the output
cli-kb-applies-head = Institutions of pattern { $type }: { $applies } of { $all } clauses (titles are official; reasons are this project's explanation, in Japanese)
cli-kb-applies-part = { $letter ->
        [G] Governance part (経営管理編)
        [M] Management part (企画管理編)
       *[other] Control part (システム運用編)
    }
cli-kb-applies-chapter = Chapter { $chapter } { $title }
cli-kb-applies-all = all ({ $applies })
cli-kb-applies-some = { $applies } (not these { $left })
cli-kb-applies-simpler = simpler: { $extent ->
        [whole] whole chapter
       *[other] { $places }
    } - { $condition } (source: { $sources }) { $mark }
cli-kb-applies-none = not read ({ $left })
cli-kb-diff-about = Shows what changed from one edition of the guideline to another
cli-kb-diff-examples =
    sekisho kb diff 5.2 6.0
    sekisho kb diff 6.0 7.0 --summary
    sekisho kb diff 6.0 7.0 --format json
cli-kb-diff-arg-from = Older edition (such as 5.2)
cli-kb-diff-arg-to = Newer edition (such as 6.0)
cli-kb-diff-arg-data = Use the data files (TOML) of this folder instead of the embedded ones
cli-kb-diff-arg-summary = Only counts, and the clauses of which no change is known
cli-kb-diff-arg-format = Form of the output
cli-kb-diff-head = From edition { $from } to { $to }
cli-kb-diff-nothing = (none)
cli-kb-diff-touches = clauses it touches: { $items }
cli-kb-diff-unnamed = { $count } clauses of which no correspondence or change is known (which does not mean that nothing changed)
cli-kb-export-about = Prints every entry
cli-kb-export-examples =
    sekisho kb export --format json > kb.json
    sekisho kb export --format xlsx -o kb.xlsx
    sekisho kb export --format csv -o kb.csv
    sekisho kb export --format md -o kb
    sekisho kb export --format oscal -o oscal
    sekisho kb export --format ndjson -o quickwit
cli-kb-export-arg-format = Form of the output; oscal goes to a folder, md and ndjson to a file or a folder
cli-kb-export-arg-output = File or folder to write to (otherwise standard output); what was there stays until all is written
cli-export-folder = OSCAL is several files and needs a folder to write to
    .help = Name it with -o: sekisho kb export --format oscal -o oscal
cli-export-binary = xlsx cannot be shown on a terminal
    .help = Name a file with -o: sekisho kb export --format xlsx -o kb.xlsx
cli-kb-import-about = Compares the guideline's PDFs you obtained and keeps their wording locally; nothing is sent (tested on PDFs made by this project only)
cli-kb-import-examples =
    sekisho kb import --official downloads/guideline/
    sekisho kb import --official pdf/ --to data/
    sekisho kb import --official pdf/ --format json
    sekisho kb import --forget
    Exit status: 0 no differences, 1 differences, 2 no PDF could be read
cli-kb-import-arg-official = Folder with the PDFs of edition 6.0 published by the ministry (概説編, 経営管理編, 企画管理編, システム運用編), under any names
cli-kb-import-arg-to = Folder for the wording, apart from the PDFs; else that of the environment variable SEKISHO_DATA_DIR, else the system's folder for the data of users. sekisho show looks in the latter two
cli-kb-import-arg-forget = Remove the stored wording
cli-kb-import-arg-format = Form of the output
cli-official-no-folder = no folder for the data of the user is known: { $detail }
    .help = Name one with --to or the environment variable SEKISHO_DATA_DIR.
cli-official-not-removed = { $path } cannot be removed: { $detail }
    .help = Check that you may write there and that no other program has it open.
cli-official-beside = { $path } lies inside or beside the folder of the PDFs; nothing is stored
    .help = Name a folder apart from the PDFs with --to or the environment variable SEKISHO_DATA_DIR.
cli-official-unreadable = no PDF of the guideline could be read; nothing is stored
    .help = Put the PDFs published by the ministry, with text in them, into the folder.
cli-official-removed = The imported wording was removed: { $path }
cli-official-nothing = No wording was imported: { $path }
cli-kb-head = 医療情報システムの安全管理に関するガイドライン { $guideline } (knowledge base { $version })
cli-kb-column-part = part
cli-kb-column-clauses = clauses
cli-kb-column-confirmed = confirmed
cli-kb-column-no-text = no text
cli-kb-column-control = controls
cli-kb-column-technical = technical
cli-kb-column-question = questions
cli-kb-column-kind = kind
cli-kb-column-entries = entries
cli-kb-column-own = own
cli-kb-column-seen = seen
cli-kb-column-partly-seen = partly
cli-kb-column-secondary = secondary
cli-kb-column-recall = recall
cli-kb-column-none = none
cli-kb-table-note = `controls` and `questions` are out of the clauses whose text was obtained, `technical` out of those of them with a technical side.
cli-kb-sound = these checks found no mistakes and no gaps (wording and numbers are verified as far as `confirmed` counts)

cli-config-about = The settings (sekisho.toml)
cli-config-examples =
    sekisho config show --origin
cli-config-show-about = What documents would be checked with, and where each value comes from
cli-config-show-examples =
    sekisho config show
    sekisho config show --origin
    sekisho config show --origin contracts/maintenance.docx
cli-config-show-arg-files = Look for sekisho.toml upward from this document
cli-config-show-arg-origin = Also tell where each value was decided
cli-config-show-arg-format = Form of the output
cli-waiver-about = Approved exceptions
cli-waiver-examples =
    sekisho waiver lint
cli-waiver-lint-about = Whether the waivers still hold (status 1 where one has expired, its words have changed or it covers nothing)
cli-waiver-lint-examples =
    sekisho waiver lint
    sekisho waiver lint --today 2027-04-01
    sekisho waiver lint --format json
cli-waiver-lint-arg-files = Documents; otherwise the [[documents]] of sekisho.toml
cli-waiver-lint-arg-kind = { cli-lint-arg-kind }
cli-waiver-lint-arg-case = { cli-lint-arg-case }
cli-waiver-lint-arg-rules = { cli-lint-arg-rules }
cli-waiver-lint-arg-profile = { cli-lint-arg-profile }
cli-waiver-lint-arg-system-type = { cli-lint-arg-system-type }
cli-waiver-lint-arg-set = { cli-lint-arg-set }
cli-waiver-lint-arg-revisions = { cli-lint-arg-revisions }
cli-waiver-lint-arg-jobs = { cli-lint-arg-jobs }
cli-waiver-lint-arg-today = Check for this day; today in Japan if not given
cli-waiver-lint-arg-format = Form of the output
cli-schema-about = Prints the JSON Schema of what a command prints
cli-schema-examples =
    sekisho schema report > report.schema.json
    sekisho schema search
cli-schema-arg-name = Which output

cli-lsp-about = Runs the language server for editors (over standard input and output)
cli-lsp-examples =
    sekisho lsp
    sekisho lsp --lang en
cli-lsp-arg-stdio = Talk over standard input and output (it always does; for editors that add this)

cli-completions-about = Prints completions for a shell
cli-completions-examples =
    sekisho completions bash > /etc/bash_completion.d/sekisho
    sekisho completions zsh > ~/.zfunc/_sekisho
cli-completions-arg-shell = Name of the shell

