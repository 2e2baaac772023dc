# Words of the matrix of clauses and documents (sekisho matrix).

matrix-title = Clauses and documents (guideline edition { $edition })
matrix-part = { $title } ({ $count } clauses)
matrix-recognised = { " " }(recognised)
matrix-stated = { " " }(stated)
matrix-settled = { " " }(settled)
matrix-quote = { $article } "{ $quote }"
matrix-near = (near, not enough) { $quote }
matrix-near-place = { $article } (near)
matrix-forbidden-absent = nothing contrary
matrix-only-forbidden = Only that the contrary is not written was looked at, not whether what is asked for is
matrix-more = { $count } more places
matrix-yes = to do
matrix-confirmed = confirmed
matrix-no-verdict = no verdict
matrix-not-asked = No rule asks it of documents of this kind and these facts (it can be shown by: { $targets })
matrix-all-types = Ⅰ–Ⅳ
matrix-uncovered = No rule: a person has to look (it can be shown by: { $targets })
matrix-uncovered-short = no rule
matrix-not-in-documents = No rule. It is taken to be a matter that no document shows: look at records of what is done
matrix-not-obtained = The text was not obtained, so no rule may rest on it: look into the guideline itself
matrix-other-type = The clause does not apply to pattern { $type }
matrix-simplified = May be handled more simply where: { $condition }
matrix-waived = exception
matrix-waived-by = Exception: { $reason } (approved by { $approver }, until { $expires })
matrix-waiver-expired = The exception has expired: { $reason } (approved by { $approver }, until { $expires })
matrix-waiver-reworded = The words have changed since the exception: { $reason } (approved by { $approver }, until { $expires })
matrix-in-baseline = known before
matrix-square = { $id } { $title } / { $document }: { $status }
matrix-meaning = Meaning
matrix-nothing-unread = none
matrix-document = Document { $number }
matrix-list-not-asked = { $count } clauses that are not asked of these documents: { $ids }
matrix-list-uncovered = { $count } clauses without a rule (a person has to look): { $ids }
matrix-list-not-obtained = { $count } clauses whose text was not obtained: { $ids }
matrix-open = { $open } findings to decide, { $settled } exceptions or findings known before
matrix-how-to-decide = Fill in decision, reason, approver and due day on the sheet of findings; sekisho matrix import reads them back as exceptions.
matrix-policy-joined = The status of a clause joins the requirements that rest on it. One contrary passage makes it contrary, all met makes it there, some met and some not makes it partial. Recommendations count only where nothing is required.
matrix-policy-meaning = "there" only says that what the rules look at is written in the document: neither that the clause was looked at as a whole, nor that it is done.
matrix-policy-silent = "no verdict" says that no rule rests on the clause, not that all is well. The reason stands under notes.
matrix-counts = Clauses by part and status
matrix-chart = Status of the clauses that the documents are asked about
matrix-documents = Documents
matrix-legend = Signs
matrix-clause-table = Status and evidence of each clause
matrix-open-findings = Findings to decide
matrix-settled-findings = Exceptions and findings known before

matrix-sheet-summary = Summary
matrix-sheet-findings = Findings
matrix-sheet-overview = Overview
matrix-sheet-settled = Exceptions
matrix-sheet-left-over = Earlier decisions

matrix-column-part = Part
matrix-column-id = ID
matrix-column-citation = Place
matrix-column-title = Clause
matrix-column-confirmed = Verification
matrix-column-types = Patterns
matrix-column-targets = Shown by
matrix-column-document = Document
matrix-column-status = Status
matrix-column-article = Article
matrix-column-quote = Quotation
matrix-column-rule = Rule
matrix-column-note = Notes
matrix-column-open = To do
matrix-column-number = No.
matrix-column-severity = Severity
matrix-column-finding = Finding
matrix-column-message = What was found
matrix-column-basis = Basis
matrix-column-decision = Decision
matrix-column-reason = Reason
matrix-column-approver = Approver
matrix-column-due = Due
matrix-column-advice = Model clause
matrix-column-fingerprint = Fingerprint
matrix-column-settled = Settled as
matrix-column-source = Source

matrix-choice-mend = mend
matrix-choice-waive = accept as exception
matrix-choice-out-of-scope = out of scope
matrix-choice-consider = under consideration
matrix-enter-choice = Choose mend, accept as exception, out of scope or under consideration.
matrix-enter-day = Enter a day like 2027-03-31.

matrix-no-workbook = this is no Excel workbook (.xlsx)
    .help = name a workbook that sekisho matrix wrote.
matrix-no-findings = there is no sheet of findings
    .help = check that it is a workbook of sekisho matrix and that the headings (decision, reason, approver, due, rule, document, fingerprint) are left.
matrix-no-columns = sheet "{ $sheet }" lacks columns: { $columns }
    .help = restore the headings, or write the workbook anew and carry the decisions over with --decisions. Columns may be moved.
matrix-column-twice = sheet "{ $sheet }" has two columns "{ $column }"
    .help = rename one of them.
matrix-mistake-choice = "{ $value }" is none of the decisions
    .help = choose mend, accept as exception, out of scope or under consideration.
matrix-mistake-no-choice = there is a reason, an approver or a day, but no decision
    .help = choose a decision.
matrix-mistake-no-reason = the exception has no reason
matrix-mistake-no-approver = nobody has approved the exception
matrix-mistake-no-date = the exception has no end
    .help = enter the last day on which it holds (2027-03-31).
matrix-mistake-date = "{ $value }" cannot be read as a day
    .help = write 2027-03-31 or 令和9年3月31日.
matrix-mistake-past-date = { $value } is past (today is { $today })
matrix-mistake-no-finding = there is a decision, but nobody can tell about which finding
    .help = leave the columns of rule, document and fingerprint as they were.
matrix-mistake-unknown-rule = there is no rule "{ $rule }"
    .help = check that the column of rules was left alone. For rules of your own give the same --rules.
matrix-mistake-not-recorded = rule, document and fingerprint are not those of a finding that was written (rule { $rule })
    .help = when sorting rows, select all columns.
matrix-mistake-gone = "{ $document }" does not have this finding any more (rule { $rule })
    .help = the document or the rules have changed. Write the matrix anew and carry the decisions over with --decisions.
matrix-mistake-merged = the cell is merged: nobody can tell which finding it decides about
    .help = unmerge the cells and fill in each row.
matrix-mistake-twice = { $first } already decides about the same finding

matrix-import-none = no finding is accepted as an exception
matrix-import-counts = Decisions: mend { $mend }, accept as exception { $waive }, out of scope { $out }, under consideration { $consider }, open { $undecided }
matrix-import-out-of-scope = { $count } findings are decided to be out of scope. They make no exception: state the facts of the institution (--type, --set, --profile), and they will not be asked again
matrix-import-unchecked = "{ $path }" cannot be looked at: whether its findings are still there was not checked
    .help = put the document where it was when the workbook was written.
matrix-import-no-record = the record of what was written (the hidden sheet sekisho) is gone: whether the findings are still there was not checked
matrix-import-mistakes = mend { $count } cells and import again. Nothing was written
matrix-import-heading = # from the findings accepted as exceptions in { $file } ({ $date })
matrix-decisions-kept = "{ $path }" holds { $count } decisions and is not overwritten
    .help = give another name and --decisions { $path }: the decisions are carried over.
matrix-no-form = the form of "{ $path }" cannot be told
    .help = name the output .xlsx, .html, .json or .csv, or give --format.
matrix-no-clause = no clause is called "{ $query }"
matrix-nothing-left = nothing is left after narrowing down

# The command line
cli-matrix-about = Tables what documents say about each clause: status, article, quotation, rule
cli-matrix-examples =
    sekisho matrix contract.docx
    sekisho matrix contracts/ rules.docx -o matrix.xlsx
    sekisho matrix contract.docx --clause C-8-5
    sekisho matrix contract.docx -o matrix2.xlsx --decisions matrix.xlsx
    sekisho matrix import matrix.xlsx
cli-matrix-arg-command = read back a workbook that was filled in
cli-matrix-arg-files = { cli-lint-arg-files }
cli-matrix-arg-kind = { cli-lint-arg-kind }
cli-matrix-arg-case = { cli-lint-arg-case }
cli-matrix-arg-rules = { cli-lint-arg-rules }
cli-matrix-arg-profile = { cli-lint-arg-profile }
cli-matrix-arg-system-type = { cli-lint-arg-system-type }
cli-matrix-arg-set = { cli-lint-arg-set }
cli-matrix-arg-revisions = { cli-lint-arg-revisions }
cli-matrix-arg-today = { cli-lint-arg-today }
cli-matrix-arg-jobs = { cli-lint-arg-jobs }
cli-matrix-arg-output = File to write (.xlsx, .html, .json, .csv); the terminal without it. Never a workbook with decisions or a document that was read
cli-matrix-arg-format = Form of the output; else told by the name of -o
cli-matrix-arg-decisions = Earlier workbook, whose decisions are carried over to the same findings
cli-matrix-arg-clause = Only this clause (number, chapter, section); may be repeated
cli-matrix-arg-article = Only clauses for which this article (第12条) is evidence
cli-matrix-binary = xlsx cannot be shown in a terminal
    .help = name a file with -o.
cli-matrix-import-about = Reads decisions out of a workbook and writes exceptions (waivers of sekisho.toml)
cli-matrix-import-examples =
    sekisho matrix import matrix.xlsx
    sekisho matrix import matrix.xlsx -o waivers.toml
    sekisho matrix import matrix.xlsx --format json
cli-matrix-import-arg-file = Workbook of sekisho matrix with decisions
cli-matrix-import-arg-output = File to write exceptions to; never one that is there
cli-matrix-import-arg-format = Form of the output; json has all decisions and mistakes
cli-matrix-import-arg-rules = { cli-lint-arg-rules }
cli-matrix-import-arg-revisions = { cli-lint-arg-revisions }
cli-matrix-import-arg-today = Day that ends of exceptions are compared with; else today in Japan
